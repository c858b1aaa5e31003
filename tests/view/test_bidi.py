"""Letters that run from right to left, in the order in which a terminal shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.view.bidi import begins_left, runs_left, turned


def shown(text: str) -> str:
    """A text as it is shown."""
    return "".join(part for part, _ in turned([(text, None)]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("from left to right", "from left to right", id="Latin"),
        pytest.param("שלום", "םולש", id="a word"),
        pytest.param("see שלום עולם there", "see םלוע םולש there", id="words within others"),
        pytest.param("שלום (עולם), so", "(םלוע) םולש, so", id="brackets look the other way"),
        pytest.param("שלום 641", "641 םולש", id="a number behind"),
        pytest.param("641 שלום", "641 םולש", id="a number before"),
        pytest.param("בשעה 12:30 בערב", "ברעב 12:30 העשב", id="a number with a sign in it"),
        pytest.param("שלום (abc)", "םולש (abc)", id="brackets of the other direction"),
        pytest.param("שלום  עולם", "םולש  םלוע", id="two columns"),
        pytest.param("שלום · עולם", "םולש · םלוע", id="two items"),
        pytest.param("│ שלום │ עולם │", "│ םולש │ םלוע │", id="two panes"),
        pytest.param("ש\u05b8לום", "םולש\u05b8", id="a mark stays on its letter"),
    ],
)
def test_runs_are_turned_within_their_line(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("محمد", "\ufeaa\ufee4\ufea4\ufee3", id="joined on both sides"),
        pytest.param("دار", "\ufead\ufe8d\ufea9", id="letters that join to none after them"),
        pytest.param("بـب", "\ufe90\u0640\ufe91", id="a lengthened word"),
        pytest.param(
            "بشار الأسد",
            "\ufeaa\ufeb3\ufe84\ufedf\ufe8d \ufead\ufe8e\ufeb8\ufe91",
            id="a name",
        ),
    ],
)
def test_arabic_letters_are_joined(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_letters_keep_their_styles() -> None:
    line = [("by ש", "dim"), ("לום", "bold"), (" there", "dim")]

    assert turned(line) == [("by ", "dim"), ("םול", "bold"), ("ש there", "dim")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("plain", False), ("Эрдоган", False), ("שלום", True), ("a علي", True), ("", False)],
)
def test_whether_a_text_runs_left(text: str, expected: bool) -> None:  # noqa: FBT001
    assert runs_left(text) is expected


LETTERS = st.text(st.sampled_from("abשלוםعليمحمد 12.,:()│·\u05b8"), max_size=30)


@given(LETTERS)
def test_a_line_stays_as_wide(text: str) -> None:
    assert cell_len(shown(text)) == cell_len(text)


@given(st.text(st.sampled_from("abשלום 12.,:│·"), max_size=30))
def test_nothing_is_lost(text: str) -> None:
    assert sorted(shown(text)) == sorted(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", False), ("12", False), ("a שלום", False), ("“שלום” a", True), ("12 محمد", True)],
)
def test_the_first_letter_says_which_way_a_text_runs(text: str, expected: bool) -> None:  # noqa: FBT001
    assert begins_left(text) == expected
