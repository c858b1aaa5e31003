"""Quotations held against copies of their sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import texts
from tui.timeline.dates import parse
from tui.timeline.problems import Finding
from tui.timeline.quotes import compare, covered
from tui.timeline.records import Event, Quote, Ref
from tui.timeline.timeline import Timeline

COPY = """\
Mr President, he said:  “It’s a defeat, they say.
I assure you\u00a0it is not.”  He went on to speak of bases,
and of all that was left. Café.
"""
MISSING = 'the quote is not word for word in the copy of source "s"'


def timeline(*texts: str, source: str = "s") -> Timeline:
    """A timeline of one event with some quotes."""
    quotes = tuple(Quote(f"q{at}", "e", text, source=source) for at, text in enumerate(texts, 1))
    return Timeline(events=(Event("e", parse("2014"), "E", quotes=quotes),))


def said(text: str, copy: str = COPY) -> str:
    """What is found about one quote, "" for nothing."""
    found = list(compare(timeline(text), {"s": copy}))
    assert [(each.ref, each.field) for each in found] == [(Ref("quote", "q1"), "text")] * len(found)
    return "".join(each.message for each in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I assure you it is not", id="words"),
        pytest.param("I  assure\nyou it is not.", id="white space"),
        pytest.param("\"It's a defeat, they say.", id="plain marks"),
        pytest.param("«It‘s a defeat, they say.", id="other marks"),
        pytest.param("Cafe\u0301", id="a mark of its own"),
        pytest.param(COPY, id="all of it"),
    ],
)
def test_words_that_are_there_are_no_finding(text: str) -> None:
    assert said(text) == ""


@pytest.mark.parametrize(
    ("text", "difference"),
    [
        pytest.param(
            "I assure you it was not",
            "at word 5 it has “was”, where the copy has “is”",
            id="another word",
        ),
        pytest.param(
            "I can assure you it is not",
            "at word 2 it has “can”, where the copy has nothing",
            id="a word more",
        ),
        pytest.param(
            "a defeat, say. I assure you it is not",
            "before word 3 it leaves out “they”",
            id="a word less",
        ),
        pytest.param(
            "We assure you it is not",
            "at word 1 it has “We”, where the copy has “I”",
            id="another first word",
        ),
        pytest.param(
            "I assure you it is so",
            "at word 6 it has “so”, where the copy has “not”",
            id="another last word",
        ),
        pytest.param(
            "i assure you it is not",
            "at word 1 it has “i”, where the copy has “I”",
            id="another case",
        ),
        pytest.param(
            "they say, I assure you it is not",
            "at word 3 it has “,”, where the copy has “.”",
            id="another mark",
        ),
        pytest.param(
            "assure you it is n",
            "at word 5 it has “n”, where the copy has “not”",
            id="a word cut off",
        ),
        pytest.param(
            "ssure you it is not",
            "at word 1 it has “ssure”, where the copy has “assure”",
            id="a word cut into",
        ),
        pytest.param(
            "they say.I assure you", "the blanks between its words differ", id="a blank less"
        ),
    ],
)
def test_the_first_difference_is_told(text: str, difference: str) -> None:
    head, _, passage = said(text).partition("; nearest passage: ")
    assert head == f"{MISSING}: {difference}"
    assert "assure you it is not" in passage


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        pytest.param("Nothing of this kind", COPY, id="other words"),
        pytest.param("he said this", COPY, id="two words are not enough"),
        pytest.param("Words", "", id="an empty copy"),
    ],
)
def test_where_nothing_is_near_that_is_told(text: str, copy: str) -> None:
    assert said(text, copy) == f"{MISSING}, and nothing there is like it"


def test_quotes_from_other_sources_are_left_alone() -> None:
    given_quotes = timeline("None of it", "I assure you")
    assert list(compare(given_quotes, {"other": COPY})) == []
    assert covered(given_quotes, {"other": COPY}) == 0
    assert covered(given_quotes, {"s": COPY}) == 2


def test_every_quote_is_looked_at() -> None:
    found = compare(timeline("I assured you it is", "I assure you", "You assure me"), {"s": COPY})
    assert [each.ref.id for each in found] == ["q1", "q3"]


def test_what_a_copy_holds_drives_no_terminal() -> None:
    message = said("one two three five", "one two three \x1b[2J\u202e four")
    assert message.isprintable()


def test_a_long_copy_is_shown_in_part() -> None:
    message = said("the end of it all was", f"{'word ' * 500}the end of it all is{' x' * 500}")
    assert message == (
        f"{MISSING}: at word 6 it has “was”, where the copy has “is”; nearest passage: "
        f"“{'word ' * 7}the end of it all is{' x' * 12}”"
    )


@given(st.lists(texts(), min_size=3, max_size=3))
def test_a_part_of_a_copy_is_in_it(parts: list[str]) -> None:
    assert list(compare(timeline(parts[1]), {"s": "\n".join(parts)})) == []


@given(st.lists(texts(), min_size=2, max_size=2))
def test_a_finding_is_a_sentence(parts: list[str]) -> None:
    for each in compare(timeline(parts[0]), {"s": parts[1]}):
        assert isinstance(each, Finding)
        assert each.message.startswith(MISSING)
