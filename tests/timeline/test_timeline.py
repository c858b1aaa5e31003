"""The timeline: order, positions, and the links between records, both ways."""

import pickle
from itertools import product
from typing import get_args

import pytest
from hypothesis import given, settings

from strategies import timelines
from tui.document.reader import read
from tui.timeline.records import Event, Ref
from tui.timeline.timeline import Listed, Timeline, in_order

KINDS: tuple[Listed, ...] = get_args(Listed)

LINKED = read(
    b"""\
threads:
  south: {name: South}
  north: {name: North}
actors:
  ann: {name: Ann}
  bob: {name: Bob}
  cyd: {name: Cyd}
sources:
  book: {title: A book}
  page: {title: A page}
  talk: {title: A talk}
  film: {title: A film}
events:
  - id: later
    date: 2015
    title: Later
    actors: [cyd, ann]
    sources: [film]
    quotes:
      - {id: second, speaker: bob, source: talk, text: Two}
      - {id: third, speaker: Nobody known, source: talk, text: Three}
    claims:
      - {id: round, by: book, verdict: disputed, sources: [page, book], text: It is round}
  - id: alone
    date: 2016
    title: Alone
  - id: early
    date: 2014
    title: Early
    actors: [ann]
    sources: [page, book]
    quotes:
      - {id: first, speaker: ann, source: book, text: One}
    claims:
      - {id: flat, by: page, verdict: opinion, text: It is flat}
"""
).timeline


def ids(kind: Listed, timeline: Timeline = LINKED) -> str:
    return " ".join(record.id for record in timeline.records(kind))


def linked(timeline: Timeline, ref: Ref, kind: Listed) -> str:
    records = timeline.records(kind)
    return " ".join(records[at].id for at in timeline.links.linked(ref, kind))


# Order and positions


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param("event", "early later alone", id="events by time"),
        pytest.param("actor", "ann bob cyd", id="actors as in the file"),
        pytest.param("source", "book page talk film", id="sources as in the file"),
        pytest.param("quote", "first second third", id="quotes in the order of their events"),
        pytest.param("claim", "flat round", id="claims in the order of their events"),
    ],
)
def test_records_have_an_order(kind: Listed, expected: str) -> None:
    assert ids(kind) == expected


def test_threads_have_the_order_of_the_file() -> None:
    assert LINKED.thread_order == {"south": 0, "north": 1}


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(["2015", "2013", "2014"], "b c a", id="by their start"),
        pytest.param(["2014", "2014", "2014"], "a b c", id="equal dates as in the file"),
        pytest.param(["2014-01-01", "2014-01", "2014"], "c b a", id="longer first"),
        pytest.param(["2014-01-01T09:30", "2014-01-01", "2013"], "c b a", id="a day before times"),
        pytest.param(["../2014", "2014-12-31", "2015"], "a b c", id="open start by its end"),
        pytest.param(["0001", "-0043", "Y-10000"], "c b a", id="years before Christ"),
    ],
)
def test_events_stand_in_order_of_time(dates: list[str], expected: str) -> None:
    events = "".join(
        f"  - {{id: {own}, date: {date}, title: T}}\n"
        for own, date in zip("abc", dates, strict=True)
    )
    timeline = read(f"events:\n{events}".encode()).timeline
    assert ids("event", timeline) == expected


def test_in_order_takes_events_in_any_order_and_keeps_equal_dates_as_in_the_file() -> None:
    date = LINKED.events[0].date
    events = [Event(own, date, own, place) for own, place in (("c", 2), ("a", 0), ("b", 1))]
    assert [event.id for event in in_order(events)] == ["a", "b", "c"]


@settings(max_examples=25)
@given(timelines())
def test_every_record_is_found_at_its_position(timeline: Timeline) -> None:
    for kind in KINDS:
        for at, record in enumerate(timeline.records(kind)):
            assert timeline.position(Ref(kind, record.id)) == at
            assert timeline.find(Ref(kind, record.id)) is record


@pytest.mark.parametrize("ref", [Ref("event", "ann"), Ref("quote", ""), Ref("thread", "south")])
def test_what_is_not_listed_has_no_position(ref: Ref) -> None:
    assert LINKED.position(ref) is None
    assert LINKED.find(ref) is None


def test_records_are_found_by_id_alone() -> None:
    found = (LINKED.event("early"), LINKED.actor("bob"), LINKED.source("page"))
    assert found == (LINKED.events[0], LINKED.actors[1], LINKED.sources[1])
    assert (LINKED.event("bob"), LINKED.actor("page"), LINKED.source("early")) == (None, None, None)


# Years


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param("", [], id="no events"),
        pytest.param("2014", [0], id="one"),
        pytest.param("2013 2013-05 2015 2015 2019", [0, 2, 4], id="years without events are none"),
        pytest.param("2013/2016 2014", [0, 1], id="a range counts in the year it starts"),
        pytest.param("../2014-03 2014-05 2014-24 2015-01", [0, 3], id="open start, winter"),
        pytest.param("-0001 0000 0001", [0, 1, 2], id="across the era"),
    ],
)
def test_year_starts(dates: str, expected: list[int]) -> None:
    events = "".join(
        f"  - {{id: e{at}, date: {d}, title: T}}\n" for at, d in enumerate(dates.split())
    )
    timeline = read(f"events:\n{events}".encode()).timeline
    assert list(timeline.year_starts) == expected


@settings(max_examples=25)
@given(timelines())
def test_each_year_starts_once_and_starts_ascend(timeline: Timeline) -> None:
    years = [timeline.events[at].date.year for at in timeline.year_starts]
    assert years == sorted({event.date.year for event in timeline.events})
    assert list(timeline.starts) == sorted(timeline.starts)


# Links

LINKS = {
    "event early": ("early", "ann", "page book", "first", "flat"),
    "event later": ("later", "cyd ann bob", "film talk book page", "second third", "round"),
    "event alone": ("alone", "", "", "", ""),
    "actor ann": ("early later", "ann", "book", "first", "flat round"),
    "actor bob": ("later", "bob", "talk", "second", "round"),
    "actor cyd": ("later", "cyd", "", "", "round"),
    "source book": ("early later", "ann", "book", "first", "round"),
    "source page": ("early later", "", "page", "", "flat round"),
    "source talk": ("later", "bob", "talk", "second third", ""),
    "source film": ("later", "", "film", "", ""),
    "quote first": ("early", "ann", "book", "first", "flat"),
    "quote second": ("later", "bob", "talk", "second third", "round"),
    "quote third": ("later", "", "talk", "second third", "round"),
    "claim flat": ("early", "ann", "page", "first", "flat"),
    "claim round": ("later", "cyd ann bob", "book page", "second third", "round"),
}
"""What each record is linked to: events, actors, sources, quotes and claims, in order."""


@pytest.mark.parametrize(("name", "expected"), LINKS.items(), ids=LINKS)
def test_links_in_their_order(name: str, expected: tuple[str, ...]) -> None:
    kind, own = name.split()
    ref = Ref(next(each for each in KINDS if each == kind), own)
    order: tuple[Listed, ...] = ("event", "actor", "source", "quote", "claim")
    assert tuple(linked(LINKED, ref, each) for each in order) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_id_links_nothing(kind: Listed) -> None:
    assert [list(LINKED.links.linked(Ref(kind, "unknown"), other)) for other in KINDS] == [[]] * 5


def test_references_to_unknown_ids_link_nothing() -> None:
    timeline = read(
        b"events:\n  - id: lost\n    date: 2014\n    title: Lost\n"
        b"    actors: [x]\n    sources: [y]\n"
        b"    quotes: [{id: q, speaker: x, source: y, text: T}]\n"
        b"    claims: [{id: c, by: y, text: T}]\n"
    ).timeline
    others: tuple[Listed, ...] = ("actor", "source")
    refs = (Ref("event", "lost"), Ref("quote", "q"), Ref("claim", "c"))
    assert [linked(timeline, ref, other) for ref in refs for other in others] == [""] * 6


def test_what_an_actor_is_quoted_with_is_found_by_id() -> None:
    positions = [list(LINKED.links.quotes_of_actor(own)) for own in ("ann", "cyd", "unknown")]
    assert positions == [[0], [], []]


@settings(max_examples=50)
@given(timelines())
def test_links_are_symmetric_and_distinct(timeline: Timeline) -> None:
    for kind, other in product(KINDS, KINDS):
        records, others = timeline.records(kind), timeline.records(other)
        there = {
            (at, to)
            for at, record in enumerate(records)
            for to in timeline.links.linked(Ref(kind, record.id), other)
        }
        back = {
            (at, to)
            for to, record in enumerate(others)
            for at in timeline.links.linked(Ref(other, record.id), kind)
        }
        assert there == back, f"{kind} to {other}"
        for record in records:
            positions = list(timeline.links.linked(Ref(kind, record.id), other))
            assert len(positions) == len(set(positions))


@settings(max_examples=50)
@given(timelines())
def test_who_is_quoted_from_what_stands_in_the_order_of_the_quotes(timeline: Timeline) -> None:
    for source in timeline.sources:
        said = [quote.speaker for quote in timeline.quotes if quote.source == source.id]
        known = [each for each in dict.fromkeys(said) if timeline.actor(each)]
        assert linked(timeline, Ref("source", source.id), "actor").split() == known
    for actor in timeline.actors:
        used = [quote.source for quote in timeline.quotes if quote.speaker == actor.id]
        known = [each for each in dict.fromkeys(used) if timeline.source(each)]
        assert linked(timeline, Ref("actor", actor.id), "source").split() == known


def test_links_out_of_the_order_of_the_file_survive_pickling() -> None:
    quotes = "".join(f"    - {{speaker: {own}, source: book, text: T}}\n" for own in "cacb")
    actors = "".join(f"  {own}: {{name: N}}\n" for own in "abc")
    timeline = read(
        f"actors:\n{actors}sources: {{book: {{title: B}}}}\n"
        f"events:\n  - id: e\n    date: 2014\n    title: E\n    quotes:\n{quotes}".encode()
    ).timeline
    again = pickle.loads(pickle.dumps(timeline))  # noqa: S301, our own
    for each in (timeline, again):
        assert linked(each, Ref("source", "book"), "actor") == "c a b"
        assert linked(each, Ref("event", "e"), "actor") == "c a b"


@pytest.mark.parametrize("kind", KINDS)
def test_the_positions_of_a_kind(kind: Listed) -> None:
    expected = {record.id: at for at, record in enumerate(LINKED.records(kind))}
    assert dict(LINKED.positions(kind)) == expected
