"""What completion offers, and in which order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import timelines, typed_texts
from tui.document.reader import read
from tui.timeline.completion import MOST, completions
from tui.timeline.haystack import gathered
from tui.timeline.query import KEYS, parse
from tui.timeline.timeline import Timeline

HISTORY = gathered(
    read(
        """\
threads:
  south: {name: South Caucasus}
actors:
  putin: {name: Vladimir Putin, native: Путин, kind: person}
  sputnik: {name: Sputnik, kind: company}
  armenia: {name: Armenia, kind: state, aliases: [Put to one side]}
sources:
  wire-2014: {title: The fall, publisher: Wire}
  court: {title: In re wire}
events:
  - {id: a, date: -0043, title: A, tags: [csto], place: "Sochi, Russia",
     actors: [sputnik], sources: [court]}
  - {id: b, date: 2014, title: B, tags: [csto, aid], place: Moscow,
     actors: [putin], sources: [court]}
  - {id: c, date: 2014, title: C, tags: [abkhazia], place: "South Sochi", actors: [putin]}
""".encode()
    ).timeline
)


def offered(text: str, cursor: int | None = None) -> list[str]:
    """What the query would become."""
    found = completions(HISTORY, text, len(text) if cursor is None else cursor)
    return [text[: each.start] + each.text + text[each.end :] for each in found]


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        pytest.param("", [f"{key}:" for key in KEYS], id="every key"),
        pytest.param("a b", ["a basis:", "a before:"], id="keys that begin so"),
        pytest.param("-ta", ["-tag:"], id="a key to negate"),
        pytest.param("zzz", [], id="no key"),
        pytest.param(
            "actor:put", [f"actor:{each}" for each in ("putin", "armenia", "sputnik")], id="actors"
        ),
        pytest.param("actor:Пут", ["actor:putin"], id="a native name"),
        pytest.param(
            "actor:", [f"actor:{each}" for each in ("putin", "sputnik", "armenia")], id="by events"
        ),
        pytest.param("source:wir", ["source:wire-2014", "source:court"], id="sources"),
        pytest.param("thread:cau", ["thread:south"], id="a thread by its name"),
        pytest.param("tag:a", ["tag:aid", "tag:abkhazia"], id="tags that have it at the front"),
        pytest.param("tag:csto,ai", ["tag:csto,aid"], id="a second value"),
        pytest.param(
            "place:soch", ['place:"Sochi, Russia"', 'place:"South Sochi"'], id="in quotes"
        ),
        pytest.param(
            'place:"soch', ['place:"Sochi, Russia"', 'place:"South Sochi"'], id="an open quote"
        ),
        pytest.param("verdict:o", ["verdict:opinion"], id="verdicts"),
        pytest.param("has:c", ["has:claim", "has:caveat"], id="what may be given"),
        pytest.param("on:", ["on:-0043", "on:2014"], id="years that have events"),
        pytest.param("after:20", ["after:2014"], id="years that begin so"),
        pytest.param("actr:p", [], id="no such key"),
    ],
)
def test_a_query_is_completed(text: str, becomes: list[str]) -> None:
    assert offered(text) == becomes


def test_what_stands_at_the_cursor_is_replaced_and_the_rest_stays() -> None:
    assert offered("x actor:sput y", len("x actor:sp")) == ["x actor:sputnik y"]


def test_a_completion_says_what_it_is_and_how_many_events_have_it() -> None:
    (actor,) = completions(HISTORY, "actor:vla", 9)
    assert (actor.shown, actor.events) == ("Vladimir Putin", 2)
    year, *_ = completions(HISTORY, "on:", 3)
    assert (year.shown, year.events) == ("44 BC", 1)


@settings(max_examples=60)
@given(timelines(), typed_texts(), st.data())
def test_a_completion_lies_around_the_cursor(
    timeline: Timeline, text: str, data: st.DataObject
) -> None:
    cursor = data.draw(st.integers(0, len(text)))
    found = completions(gathered(timeline), text, cursor)
    assert len(found) <= MOST
    for each in found:
        assert 0 <= each.start <= cursor <= each.end <= len(text)
        assert parse(text[: each.start] + each.text).mistakes == parse(text[: each.start]).mistakes
