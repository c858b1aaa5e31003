"""How a haystack is made, and what it holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import texts, timelines
from tui.timeline.dates import parse
from tui.timeline.fold import fold
from tui.timeline.haystack import FIELD, Texts, gather, gathered
from tui.timeline.records import Actor, Event, Quote, Ref
from tui.timeline.timeline import Timeline, in_order


def many(count: int) -> Timeline:
    """A timeline of so many events, more than one block and one step have."""
    dates = [parse(f"{year:04}") for year in range(1, count + 1)]
    return Timeline(
        actors=tuple(Actor(f"a{at}", f"Actor {at}") for at in range(count)),
        events=in_order(
            Event(f"e{at}", date, f"No {at}!", at, tags=("odd",) * (at % 2), actors=(f"a{at}",))
            for at, date in enumerate(dates)
        ),
    )


def flagged(texts: Texts, needle: str) -> list[int]:
    return [at for at, flag in enumerate(texts.flags(needle)) if flag]


@pytest.mark.parametrize("at", [0, 15, 16, 17, 299])
def test_a_record_is_found_in_whatever_block_it_stands(at: int) -> None:
    haystack = gathered(many(300))
    assert flagged(haystack.events, f"no {at}!") == [at]
    assert flagged(haystack.actors, f"{FIELD}actor {at}")[:1] == [at]


def test_nothing_is_found_over_the_edge_of_a_record_or_a_field() -> None:
    haystack = gathered(many(40))
    assert flagged(haystack.events, "!no") == []
    assert flagged(haystack.events, "!e1") == []


def test_letters_of_all_alphabets_stand_in_one_block() -> None:
    titles = ("Ереван", "Երևան", "𐌰𐌽𐍃", "Yerevan", "half \ud800")
    events = (Event(f"e{at}", parse("2014"), title) for at, title in enumerate(titles))
    haystack = gathered(Timeline(events=tuple(events)))
    assert [flagged(haystack.events, fold(title)) for title in titles] == [[0], [1], [2], [3], [4]]


def test_it_is_made_in_many_steps_and_is_the_same() -> None:
    timeline = many(1000)
    work, steps = gather(timeline), 0
    made = None
    while made is None:
        try:
            next(work)
            steps += 1
        except StopIteration as done:
            made = done.value
    assert made == gathered(timeline)
    assert steps > 20


def test_names_stand_by_how_many_events_have_them() -> None:
    quotes = (Quote("q", "a", "Yes", "Jane"), Quote("r", "a", "No", "Jane"), Quote("s", "a", "?"))
    events = (
        Event("a", parse("2014"), "A", tags=("few", "many"), quotes=quotes),
        Event("b", parse("2015"), "B", tags=("many",), place="Ğ"),
    )
    haystack = gathered(Timeline(events=events))
    assert [(tag.text, tag.events) for tag in haystack.tags] == [("many", 2), ("few", 1)]
    assert haystack.places == (("Ğ", "g", 1),)
    assert haystack.strays == (("Jane", "jane", 1),)


def test_an_empty_timeline_has_an_empty_one() -> None:
    haystack = gathered(Timeline())
    assert haystack.events.flags("") == b""
    assert haystack.of_actors(b"") == b""


@settings(max_examples=40)
@given(timelines(), st.text(max_size=3) | texts())
def test_flags_lead_to_the_events_that_are_linked(timeline: Timeline, text: str) -> None:
    haystack = gathered(timeline)
    found = haystack.actors.flags(fold(text))
    for actor, flag in zip(timeline.actors, found, strict=True):
        called = (actor.name, actor.native, *actor.aliases)
        assert bool(flag) == any(fold(text) in fold(each) for each in called)
    linked = [
        set(timeline.links.linked(Ref("actor", actor.id), "event")) for actor in timeline.actors
    ]
    expected = set().union(*(each for each, flag in zip(linked, found, strict=True) if flag))
    assert {at for at, flag in enumerate(haystack.of_actors(found)) if flag} == expected
