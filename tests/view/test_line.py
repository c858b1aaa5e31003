"""The arithmetic of cells: shorten, pad, wrap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from strategies import texts
from tui.view.line import Span, one_line, pad, plain, shorten, width_of, wrap


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Minsk", 5, "Minsk"),
        ("Minsk", 4, "Min…"),
        ("Minsk", 1, "…"),
        ("Minsk", 0, ""),
        ("Minsk", -3, ""),
        ("", 0, ""),
        ("two words", 5, "two…"),
        ("習近平", 6, "習近平"),
        ("習近平", 5, "習近…"),
        ("習近平", 4, "習…"),
        ("e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
    ],
)
def test_shorten_marks_what_is_left_out(text: str, width: int, expected: str) -> None:
    assert shorten(text, width) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Minsk", 7, "Minsk  "),
        ("Minsk", 4, "Min…"),
        ("習近平", 8, "習近平  "),
        ("習近平", 4, "習… "),
        ("", 2, "  "),
        ("Minsk", 0, ""),
        ("Minsk", -1, ""),
    ],
)
def test_pad_fills_or_shortens(text: str, width: int, expected: str) -> None:
    assert pad(text, width) == expected


@given(texts(), st.integers(0, 40))
def test_pad_takes_exactly_its_width(text: str, width: int) -> None:
    assert cell_len(pad(text, width)) == width
    assert cell_len(shorten(text, width)) <= width


@pytest.mark.parametrize(
    ("text", "width", "taken", "expected"),
    [
        pytest.param("", 10, 0, [""], id="nothing is one empty line"),
        pytest.param("one two three", 7, 0, ["one two", "three"], id="at blanks"),
        pytest.param("one two", 7, 2, ["one", "two"], id="the first line is shorter"),
        pytest.param("onetwothree", 4, 0, ["onet", "woth", "ree"], id="a long word is broken"),
        pytest.param("a onetwothree b", 4, 0, ["a", "onet", "woth", "ree", "b"], id="in between"),
        pytest.param("one\n\ntwo", 9, 0, ["one", "", "two"], id="line breaks are kept"),
        pytest.param("  one   two  ", 9, 0, ["one two"], id="blanks are not"),
        pytest.param("習近平 習近平", 6, 0, ["習近平", "習近平"], id="wide characters"),
        pytest.param("習近平", 5, 0, ["習近", "平"], id="a wide word is broken between characters"),
        pytest.param("ab", 1, 9, ["a", "b"], id="more taken than there is"),
        pytest.param("ab", 0, 0, ["a", "b"], id="a width of nothing counts as one"),
    ],
)
def test_wrap(text: str, width: int, taken: int, expected: list[str]) -> None:
    assert wrap(text, width, taken) == expected


@given(texts(), st.integers(2, 40), st.integers(0, 10))
def test_wrapped_lines_are_no_wider_than_asked(text: str, width: int, taken: int) -> None:
    first, *rest = wrap(text, width, taken)
    assert max(map(cell_len, [first, *rest])) <= width
    assert cell_len(first) <= max(2, width - taken)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("👩\u200d💻" * 3, id="joined"),
        pytest.param("👍🏽" * 3, id="skin tone"),
        pytest.param("🇺🇦" * 3, id="flag"),
        pytest.param("❤\ufe0f" * 3, id="made an emoji"),
    ],
)
def test_a_word_of_emoji_is_broken_to_fit(text: str) -> None:
    assert max(map(cell_len, wrap(text, 2))) == 2


@given(texts(), st.integers(1, 40))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\nb", "a b"), ("a\n\n  b\n", "a b"), ("a  b", "a  b"), ("", "")],
)
def test_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


def test_a_line_is_its_spans() -> None:
    line = (Span("習", "dim"), Span("e\u0301"), Span(" "))
    assert (plain(line), width_of(line)) == ("習e\u0301 ", 4)
