"""The timeline: its records in order, found by id, and the links between them both ways.

Events stand in order of time, quotes and claims in the order of their events,
actors, sources, threads and tours as in the file. A position is an index into
one of those orders. Links are asked for by position and answered in positions,
so that a question costs what its answer is long, however large the timeline.
References to ids that do not exist link nothing (the reader reports them).
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice, repeat
from operator import attrgetter, lt, sub
from typing import Literal

from tui.timeline.dates import Date
from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source, Thread, Tour

Listed = Literal["event", "actor", "source", "quote", "claim"]
"""The kinds that panes list, and that are linked to each other."""

Record = Event | Actor | Source | Quote | Claim
Positions = Sequence[int]


@dataclass(frozen=True, eq=False)
class Timeline:
    """All that a timeline file says. `events` are given `in_order`."""

    title: str = ""
    subtitle: str = ""
    span: Date | None = None
    threads: tuple[Thread, ...] = ()
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    tours: tuple[Tour, ...] = ()

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote, in the order of the events."""
        return tuple(quote for event in self.events for quote in event.quotes)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of the events."""
        return tuple(claim for event in self.events for claim in event.claims)

    def records(self, kind: Listed) -> Sequence[Record]:
        """Every record of a kind, in its order."""
        match kind:
            case "event":
                return self.events
            case "actor":
                return self.actors
            case "source":
                return self.sources
            case "quote":
                return self.quotes
            case "claim":
                return self.claims

    def positions(self, kind: Listed) -> Mapping[str, int]:
        """Where each record of a kind stands, by id."""
        return self._positions[kind]

    def position(self, ref: Ref) -> int | None:
        """Where a record stands among its kind, or None if there is none of that id."""
        match ref.kind:
            case "event" | "actor" | "source" | "quote" | "claim":
                return self._positions[ref.kind].get(ref.id)
            case _:
                return None

    def find(self, ref: Ref) -> Record | None:
        """The record of that kind and id, if there is one."""
        match ref.kind:
            case "event" | "actor" | "source" | "quote" | "claim":
                at = self._positions[ref.kind].get(ref.id)
                return None if at is None else self.records(ref.kind)[at]
            case _:
                return None

    def event(self, event_id: str) -> Event | None:
        """The event of that id, if there is one."""
        at = self._positions["event"].get(event_id)
        return None if at is None else self.events[at]

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of that id, if there is one."""
        at = self._positions["actor"].get(actor_id)
        return None if at is None else self.actors[at]

    def source(self, source_id: str) -> Source | None:
        """The source of that id, if there is one."""
        at = self._positions["source"].get(source_id)
        return None if at is None else self.sources[at]

    @cached_property
    def thread_order(self) -> dict[str, int]:
        """The place of each thread in the file, by id."""
        return {thread.id: at for at, thread in enumerate(self.threads)}

    @cached_property
    def starts(self) -> Sequence[int]:
        """The day on which each event starts (or ends, where the start is open), ascending."""
        return [event.date.anchor for event in self.events]

    @cached_property
    def year_starts(self) -> "array[int]":
        """The position of the first event of each year that has any, in order.

        The year of an event is that of its start, or of its end where the start is open.
        """
        starts = array("I")
        current: int | None = None
        for at, event in enumerate(self.events):
            year = event.date.year
            if year != current:
                starts.append(at)
                current = year
        return starts

    @cached_property
    def links(self) -> "Links":
        """Who and what belongs together."""
        return Links(self)

    def indexed(self) -> "Timeline":
        """This timeline with every index made, so that no later question waits for one."""
        _ = self._positions, self.thread_order, self.starts, self.year_starts, self.links
        return self

    @cached_property
    def _positions(self) -> dict[Listed, dict[str, int]]:
        kinds: tuple[Listed, ...] = ("event", "actor", "source", "quote", "claim")
        return {
            kind: {record.id: at for at, record in enumerate(self.records(kind))} for kind in kinds
        }


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by their dates, those of the same date by their place in the file."""
    return tuple(sorted(sorted(events, key=attrgetter("place_in_file")), key=_time_order))


def _time_order(event: Event) -> tuple[int, ...]:
    return event.date.order


@dataclass(frozen=True, eq=False)
class Ranked(Sequence[int]):
    """Distinct positions in an order of their own, each found in it by bisection.

    Attributes:
        order: The positions as they are listed.
        ascending: The same, sorted.
        ranks: For each of the sorted, where it is listed.
    """

    order: "array[int]"
    ascending: "array[int]"
    ranks: "array[int]"

    def __len__(self) -> int:
        return len(self.order)

    def __getitem__(self, at: int) -> int:  # type: ignore[override]
        return self.order[at]


class Links:
    """Which records belong together, answered in positions.

    Links out of an event are read from its record. Others are kept: as arrays of
    positions, which are always sorted, or `Ranked` where their order is another.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._actor_at = timeline.positions("actor")
        self._source_at = timeline.positions("source")
        self._event_at = timeline.positions("event")
        self._first_quote = array("I", [0])
        self._first_claim = array("I", [0])
        self._actor_events = _rows(len(timeline.actors))
        self._actor_quotes = _rows(len(timeline.actors))
        self._actor_claims = _rows(len(timeline.actors))
        self._source_events = _rows(len(timeline.sources))
        self._source_quotes = _rows(len(timeline.sources))
        self._source_claims = _rows(len(timeline.sources))
        actor_sources, source_actors = _rows(len(timeline.actors)), _rows(len(timeline.sources))
        met: set[tuple[int, int]] = set()
        for at, event in enumerate(timeline.events):
            for pair in self._add(at, event):
                if pair not in met:
                    met.add(pair)
                    speaker, source = pair
                    actor_sources[speaker].append(source)
                    source_actors[source].append(speaker)
        self._actor_sources = [ranked(row) for row in actor_sources]
        self._source_actors = [ranked(row) for row in source_actors]

    def _add(self, at: int, event: Event) -> Sequence[tuple[int, int]]:
        """Link an event. Returns who is quoted in it from which source, for each quote."""
        pairs: list[tuple[int, int]] = []
        quote_at, claim_at = self._first_quote[-1], self._first_claim[-1]
        last_claim = claim_at + len(event.claims)
        for actor in self.event_actors(event):
            self._actor_events[actor].append(at)
            self._actor_claims[actor].extend(range(claim_at, last_claim))
        for source in self.event_sources(event):
            self._source_events[source].append(at)
        for number, quote in enumerate(event.quotes, quote_at):
            speaker = self._actor_at.get(quote.speaker)
            if speaker is not None:
                self._actor_quotes[speaker].append(number)
            source_at = self._source_at.get(quote.source)
            if source_at is not None:
                self._source_quotes[source_at].append(number)
                if speaker is not None:
                    pairs.append((speaker, source_at))
        for number, claim in enumerate(event.claims, claim_at):
            for source in self.claim_sources(claim):
                self._source_claims[source].append(number)
        self._first_quote.append(quote_at + len(event.quotes))
        self._first_claim.append(last_claim)
        return pairs

    def event_actors(self, event: Event) -> Positions:
        """The actors of an event as it names them, then who is quoted in it."""
        names = event.actors
        if event.quotes:
            names = (*names, *(quote.speaker for quote in event.quotes))
        return _known(names, self._actor_at)

    def event_sources(self, event: Event) -> Positions:
        """Every source that an event, its quotes and its claims rest on, in that order."""
        ids = [*event.sources]
        ids.extend(quote.source for quote in event.quotes if quote.source)
        for claim in event.claims:
            ids.append(claim.by)
            ids.extend(claim.sources)
        return _known(ids, self._source_at)

    def claim_sources(self, claim: Claim) -> Positions:
        """Who makes a claim, then the sources that it is held against."""
        return _known((claim.by, *claim.sources), self._source_at)

    def quotes_of_event(self, at: int) -> range:
        """The quotes of the event at a position."""
        return range(self._first_quote[at], self._first_quote[at + 1])

    def claims_of_event(self, at: int) -> range:
        """The claims of the event at a position."""
        return range(self._first_claim[at], self._first_claim[at + 1])

    @cached_property
    def quote_events(self) -> "array[int]":
        """The position of the event of each quote."""
        return _owners(self._first_quote)

    @cached_property
    def claim_events(self) -> "array[int]":
        """The position of the event of each claim."""
        return _owners(self._first_claim)

    @property
    def events_by_actor(self) -> "Sequence[array[int]]":
        """The events of each actor, by the actor's position."""
        return self._actor_events

    @property
    def events_by_source(self) -> "Sequence[array[int]]":
        """The events of each source, by the source's position."""
        return self._source_events

    def quotes_of_actor(self, actor_id: str) -> Positions:
        """What an actor is quoted with."""
        at = self._actor_at.get(actor_id)
        return () if at is None else self._actor_quotes[at]

    def linked(self, ref: Ref, kind: Listed) -> Positions:
        """The records of a kind that belong to one record, as distinct positions.

        An actor is linked to its events, its quotes and the claims of its events; a
        source to what cites it; a quote and a claim to their event and what it names.
        """
        record = self._timeline.find(ref)
        match record:
            case Event():
                return self._of_event(self._event_at[record.id], record, kind)
            case Quote() | Claim():
                return self._of_part(record, kind)
            case Actor():
                return self._of_actor(self._actor_at[record.id], kind)
            case Source():
                return self._of_source(self._source_at[record.id], kind)
            case None:
                return ()

    def _of_event(self, at: int, event: Event, kind: Listed) -> Positions:
        match kind:
            case "event":
                return (at,)
            case "actor":
                return self.event_actors(event)
            case "source":
                return self.event_sources(event)
            case "quote":
                return self.quotes_of_event(at)
            case "claim":
                return self.claims_of_event(at)

    def _of_part(self, part: Quote | Claim, kind: Listed) -> Positions:
        at = self._event_at[part.event]
        event = self._timeline.events[at]
        match part, kind:
            case Quote(), "actor":
                return _known((part.speaker,), self._actor_at)
            case Quote(), "source":
                return _known((part.source,), self._source_at)
            case Claim(), "source":
                return self.claim_sources(part)
            case _:
                return self._of_event(at, event, kind)

    def _of_actor(self, at: int, kind: Listed) -> Positions:
        match kind:
            case "event":
                return self._actor_events[at]
            case "actor":
                return (at,)
            case "quote":
                return self._actor_quotes[at]
            case "source":
                return self._actor_sources[at]
            case "claim":
                return self._actor_claims[at]

    def _of_source(self, at: int, kind: Listed) -> Positions:
        match kind:
            case "event":
                return self._source_events[at]
            case "actor":
                return self._source_actors[at]
            case "source":
                return (at,)
            case "quote":
                return self._source_quotes[at]
            case "claim":
                return self._source_claims[at]


def _owners(starts: "array[int]") -> "array[int]":
    """For each part its owner's position, given where the parts of each owner begin and end."""
    sizes = map(sub, islice(starts, 1, None), starts)
    return array("I", chain.from_iterable(map(repeat, range(len(starts)), sizes)))


def _rows(count: int) -> list["array[int]"]:
    return [array("I") for _ in range(count)]


def ranked(order: "array[int]") -> "array[int] | Ranked":
    """Distinct positions in their order: the array itself where that is ascending."""
    if len(order) < 2 or all(map(lt, order, islice(order, 1, None))):  # noqa: PLR2004, a pair
        return order
    ranks = array("I", sorted(range(len(order)), key=order.__getitem__))
    return Ranked(order, array("I", (order[rank] for rank in ranks)), ranks)


def _known(ids: Iterable[str], at: Mapping[str, int]) -> tuple[int, ...]:
    """The positions of the ids that exist, each once, in the order given."""
    return tuple(dict.fromkeys(at[each] for each in ids if each in at))
