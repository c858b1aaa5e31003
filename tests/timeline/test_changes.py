"""What changed between two timelines, by ids and in words."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from strategies import timelines
from tui.document.reader import read
from tui.timeline.changes import (
    Changes,
    Difference,
    changes,
    fields,
    in_words,
    record_changes,
)
from tui.timeline.timeline import Timeline, in_order

BEFORE = """\
title: A history
threads:
  north: {name: North}
actors:
  ann: {name: Ann}
  bob: {name: Bob}
sources:
  book: {title: A book}
events:
  - id: first
    date: 2014
    title: First
    actors: [ann]
    quotes:
      - {id: words, speaker: ann, source: book, text: One}
  - id: second
    date: 2015
    title: Second
    claims:
      - {by: book, text: It is so}
  - {id: third, date: 2015, title: Third}
tours:
  short: {title: Short, steps: [{event: first}]}
"""
WORDS = "      - {id: words, speaker: ann, source: book, text: One}\n"
THIRD = "  - {id: third, date: 2015, title: Third}\n"


def timeline(text: str) -> Timeline:
    return read(text.encode()).timeline


def edit(*pairs: tuple[str, str]) -> str:
    """The file with some of its text replaced, which must be there."""
    text = BEFORE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param(edit(), Changes(), id="nothing"),
        pytest.param(
            edit(("title: First", "title: 'First' # one")), Changes(), id="comments and quotes"
        ),
        pytest.param(
            edit(
                ("events:\n", f"events:\n{THIRD}"),
                (f"so}}\n{THIRD}", "so}\n"),
            ),
            Changes(events=Difference(reordered=True)),
            id="events of a date change places",
        ),
        pytest.param(
            edit(("title: First", "title: Firstly"), ("date: 2015\n", "date: 2013\n")),
            Changes(events=Difference(edited=("second", "first"))),
            id="events edited, one moved in time",
        ),
        pytest.param(
            edit(("events:\n", "events:\n  - {id: new, date: 2013, title: New}\n")),
            Changes(events=Difference(added=("new",))),
            id="an event added before all others",
        ),
        pytest.param(
            edit((THIRD, "")), Changes(events=Difference(removed=("third",))), id="one removed"
        ),
        pytest.param(
            edit(("id: third", "id: other")),
            Changes(events=Difference(added=("other",), removed=("third",))),
            id="another id is another event",
        ),
        pytest.param(
            edit(("text: One", "text: Two"), ("It is so", "It is not so")),
            Changes(events=Difference(edited=("first", "second"))),
            id="a quote and a claim edited",
        ),
        pytest.param(
            edit(
                (f"    quotes:\n{WORDS}", ""), ("    claims:", f"    quotes:\n{WORDS}    claims:")
            ),
            Changes(events=Difference(edited=("first", "second"))),
            id="a quote moved to another event",
        ),
        pytest.param(
            edit(("name: Ann", "name: Anna"), ("  bob: {name: Bob}", "  cyd: {name: Cyd}")),
            Changes(actors=Difference(("ann",), ("cyd",), ("bob",))),
            id="actors",
        ),
        pytest.param(
            edit(
                ("  ann: {name: Ann}\n", ""),
                ("  bob: {name: Bob}\n", "  bob: {name: Bob}\n  ann: {name: Ann}\n"),
            ),
            Changes(actors=Difference(reordered=True)),
            id="actors change places",
        ),
        pytest.param(
            edit(("A book", "The book")), Changes(sources=Difference(("book",))), id="a source"
        ),
        pytest.param(
            edit(("North", "The north"), ("Short", "A short one")),
            Changes(threads=Difference(("north",)), tours=Difference(("short",))),
            id="a thread and a tour",
        ),
        pytest.param(
            edit(("A history", "The history\nspan: 2014/2015")),
            Changes(heading=("title", "span")),
            id="the heading",
        ),
    ],
)
def test_what_changed(after: str, expected: Changes) -> None:
    assert changes(timeline(BEFORE), timeline(after)) == expected


@pytest.mark.parametrize(
    ("found", "words"),
    [
        pytest.param(Changes(), "nothing that is shown", id="nothing"),
        pytest.param(
            Changes(Difference(("a", "b"), ("c",))), "2 events edited, 1 added", id="two and one"
        ),
        pytest.param(
            Changes(actors=Difference(removed=("a",))), "1 actor removed", id="one of a kind"
        ),
        pytest.param(
            Changes(Difference((), ("a",), ("b", "c")), sources=Difference(("d",))),
            "1 event added, 2 removed, 1 source edited",
            id="two kinds",
        ),
        pytest.param(
            Changes(Difference(added=("a",) * 1234)), "1,234 events added", id="a thousand"
        ),
        pytest.param(
            Changes(actors=Difference(("a",), reordered=True)),
            "1 actor edited, actors in another order",
            id="another order",
        ),
        pytest.param(
            Changes(heading=("title", "span")), "the title changed, the span changed", id="heading"
        ),
        pytest.param(
            Changes(threads=Difference(("a",)), tours=Difference(added=("b", "c"))),
            "1 thread edited, 2 tours added",
            id="threads and tours",
        ),
    ],
)
def test_changes_in_words(found: Changes, words: str) -> None:
    assert in_words(found) == words


def test_the_fields_of_an_event_that_differ() -> None:
    old, new = (timeline(text).events[0] for text in (BEFORE, edit(("One", "Two"), ("First", "1"))))

    assert fields(old, new) == ("title", "quotes")
    assert fields(old, old._replace(place_in_file=7)) == ()


def test_the_fields_of_other_records_that_differ() -> None:
    ann, bob = timeline(BEFORE).actors

    assert fields(ann, bob) == ("id", "name")


def _shuffled(one: Timeline) -> Timeline:
    """The same events, each at another place in the file where that shows in no order."""
    events = (each._replace(place_in_file=each.place_in_file + 5) for each in one.events)
    return replace(one, events=in_order(events))


@settings(max_examples=50)
@given(timelines(), timelines())
def test_changes_tell_how_to_come_from_one_to_the_other(old: Timeline, new: Timeline) -> None:
    found = changes(old, new).events

    before, after = ({event.id for event in each.events} for each in (old, new))
    assert set(found.added) == after - before
    assert set(found.removed) == before - after
    assert set(found.edited) <= before & after
    differing = {
        event.id for event in new.events if (was := old.event(event.id)) and fields(was, event)
    }
    assert set(found.edited) == differing


@settings(max_examples=50)
@given(timelines())
def test_nothing_changed_from_a_timeline_to_the_same(one: Timeline) -> None:
    same: tuple[Callable[[Timeline], Timeline], ...] = (lambda each: each, replace, _shuffled)

    assert [changes(one, make(one)) for make in same] == [Changes()] * 3


def told(after: str) -> list[str]:
    """What became of each record, with the names of its fields and of its parts."""
    return [
        " ".join(
            (
                each.what,
                *(each.ref or ("timeline",)),
                *(field.name for field in each.fields),
                *(f"{part.what}:{part.ref.id}" for part in each.parts if part.ref),
            )
        )
        for each in record_changes(timeline(BEFORE), timeline(after))
    ]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param(edit(), [], id="nothing"),
        pytest.param(edit(("events:", "# of events\nevents:")), [], id="a comment"),
        pytest.param(
            edit(("A history", "History"), ("First", "The first")),
            ["changed timeline title", "changed event first title"],
            id="titles",
        ),
        pytest.param(
            edit((WORDS, WORDS.replace("One", "Two"))),
            ["changed event first changed:words"],
            id="a quote",
        ),
        pytest.param(
            edit((WORDS, WORDS.replace("id: words", "id: other"))),
            ["changed event first added:other removed:words"],
            id="the id of a quote",
        ),
        pytest.param(
            edit((THIRD, THIRD.replace("third", "fourth"))),
            ["added event fourth", "removed event third"],
            id="the id of an event",
        ),
        pytest.param(
            edit(("event: first", "event: second")), ["changed tour short steps"], id="a tour"
        ),
        pytest.param(
            edit(("name: North", "name: South")), ["changed thread north name"], id="a thread"
        ),
    ],
)
def test_each_record_that_changed_is_told(after: str, expected: list[str]) -> None:
    assert told(after) == expected


@given(timelines(), timelines())
def test_whatever_changes_is_told(old: Timeline, new: Timeline) -> None:
    assert list(record_changes(old, old)) == []
    found = list(record_changes(old, new))
    kinds = changes(old, new)
    told_of = [each for each in found if each.ref is not None]
    assert len(told_of) == sum(len(each) for kind in kinds[:-1] for each in kind[:3])
    assert {field.name for each in found if not each.ref for field in each.fields} == set(
        kinds.heading
    )
