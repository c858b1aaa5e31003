"""The haystack: the folded texts of a timeline, made once, in which every question looks.

Texts stand in blocks of several records: a block that lacks what is looked for is passed over at
once. They are UTF-8 of which every byte is one character of Latin-1: so a letter of one alphabet
makes no other letter wider. What stands between records and fields is white space other than the
blank, and so never part of a folded text. Names of actors and sources are looked at once, and
lead to their events. Speakers' notes and what tours say are no part of it.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from functools import cache
from itertools import chain, compress, count, repeat
from operator import contains
from typing import Final, Literal, NamedTuple, TypeVar

from tui.timeline.dates import reach
from tui.timeline.fold import fold
from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source
from tui.timeline.timeline import Positions, Timeline

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work that stops every few milliseconds, so that other work gets its turn."""

Fold = Callable[[str], str]
Flags = bytearray
"""For each record 1 or 0."""

FIELD: Final = "\x1f"
"""Stands before every field of a text, so that it can be found where one begins."""

_RECORD: Final = "\x1d"
_BLOCK: Final = 16
_BATCH: Final = 8 * _BLOCK


class Texts(NamedTuple):
    """The folded texts of some records, in their order."""

    blocks: tuple[str, ...]
    size: int

    def flags(self, needle: str) -> Flags:
        """Which of the records contain what is looked for, which is folded."""
        wanted = repeat(_narrow(needle))
        found = bytearray(self.size)
        hits = compress(count(), map(contains, self.blocks, wanted))
        for number in hits:
            records = self.blocks[number].split(_RECORD)
            at = number * _BLOCK
            found[at : at + len(records)] = bytes(map(contains, records, wanted))
        return found


class Name(NamedTuple):
    """A tag, a place or a speaker: as written, as compared, and in how many events."""

    text: str
    folded: str
    events: int


Names = tuple[Name, ...]


class Haystack(NamedTuple):
    """All that can be looked through. Records are known by their positions.

    Attributes:
        timeline: Whose texts these are.
        events: What events say themselves, with their threads, tags and places.
        quotes: Words, speakers and notes.
        claims: What is claimed, and how it stands.
        actors: Names, native names and aliases.
        roles: What the actors are known as.
        sources: Titles, publishers and authors.
        quote_events: For each quote, its event.
        claim_events: For each claim, its event.
        actor_events: For each actor, the events that it takes part in or is quoted in.
        source_events: For each source, the events that rest on it.
        firsts: The first day of each event, infinite where open.
        lasts: The last day of each event, infinite where open.
        tags: The tags, the most used first.
        places: The places, likewise.
        strays: The speakers who are no actors, likewise.
    """

    timeline: Timeline
    events: Texts
    quotes: Texts
    claims: Texts
    actors: Texts
    roles: Texts
    sources: Texts
    quote_events: "array[int]"
    claim_events: "array[int]"
    actor_events: tuple[Positions, ...]
    source_events: tuple[Positions, ...]
    firsts: "array[float]"
    lasts: "array[float]"
    tags: Names
    places: Names
    strays: Names

    def of_quotes(self, flags: Iterable[int]) -> Flags:
        """Which events have one of the flagged quotes."""
        return self._marked(compress(self.quote_events, flags))

    def of_claims(self, flags: Iterable[int]) -> Flags:
        """Which events have one of the flagged claims."""
        return self._marked(compress(self.claim_events, flags))

    def of_actors(self, flags: Iterable[int]) -> Flags:
        """Which events one of the flagged actors takes part in or is quoted in."""
        return self._marked(chain.from_iterable(compress(self.actor_events, flags)))

    def of_sources(self, flags: Iterable[int]) -> Flags:
        """Which events rest on one of the flagged sources."""
        return self._marked(chain.from_iterable(compress(self.source_events, flags)))

    def _marked(self, positions: Iterable[int]) -> Flags:
        found = bytearray(self.events.size)
        for at in positions:
            found[at] = 1
        return found


def gathered(timeline: Timeline) -> Haystack:
    """The haystack of a timeline, made in one go."""
    work = gather(timeline)
    while True:
        try:
            next(work)
        except StopIteration as done:
            haystack: Haystack = done.value
            return haystack


def gather(timeline: Timeline) -> Steps[Haystack]:
    """Make the haystack of a timeline in steps; the last returns it."""
    folded = cache(fold)  # for what many records share
    names = {actor.id: folded(actor.name) for actor in timeline.actors}
    threads = {thread.id: folded(thread.name) for thread in timeline.threads}

    def event_text(event: Event) -> str:
        prose = map(fold, (event.title, event.summary, event.caveat))
        shared = map(folded, (event.place, *event.tags))
        return _fields(*prose, event.id, event.thread, threads.get(event.thread, ""), *shared)

    def quote_text(quote: Quote) -> str:
        speaker = names.get(quote.speaker) or folded(quote.speaker)
        return _fields(fold(quote.text), speaker, fold(quote.note))

    def claim_text(claim: Claim) -> str:
        return _fields(fold(claim.text), fold(claim.note))

    def actor_text(actor: Actor) -> str:
        return _fields(*map(fold, (actor.name, actor.native, *actor.aliases)))

    def source_text(source: Source) -> str:
        return _fields(fold(source.title), folded(source.publisher), folded(source.author))

    events = yield from _texts(timeline.events, event_text)
    quotes = yield from _texts(timeline.quotes, quote_text)
    claims = yield from _texts(timeline.claims, claim_text)
    actors = yield from _texts(timeline.actors, actor_text)
    roles = yield from _texts(timeline.actors, lambda actor: _fields(folded(actor.role)))
    sources = yield from _texts(timeline.sources, source_text)
    actor_events = yield from _rows(timeline, "actor")
    source_events = yield from _rows(timeline, "source")
    quote_events, claim_events = yield from _parts(timeline)
    firsts, lasts = yield from _days(timeline)
    tags, places, strays = yield from _names(timeline, folded)
    return Haystack(
        timeline=timeline,
        events=events,
        quotes=quotes,
        claims=claims,
        actors=actors,
        roles=roles,
        sources=sources,
        quote_events=quote_events,
        claim_events=claim_events,
        actor_events=actor_events,
        source_events=source_events,
        firsts=firsts,
        lasts=lasts,
        tags=tags,
        places=places,
        strays=strays,
    )


def _texts(records: Sequence[T], text: Callable[[T], str]) -> Steps[Texts]:
    """The texts of some records, in blocks."""
    blocks = []
    for start in range(0, len(records), _BLOCK):
        block = map(text, records[start : start + _BLOCK])
        blocks.append(_narrow(_RECORD.join(block)))
        if start % _BATCH == 0:
            yield
    return Texts(tuple(blocks), len(records))


def _fields(*fields: str) -> str:
    return "".join([FIELD + field for field in fields if field])


def _rows(timeline: Timeline, kind: Literal["actor", "source"]) -> Steps[tuple[Positions, ...]]:
    """The events that are linked to each record of a kind."""
    rows = []
    for at, each in enumerate(timeline.positions(kind)):
        rows.append(timeline.links.linked(Ref(kind, each), "event"))
        if at % _BATCH == 0:
            yield
    return tuple(rows)


def _parts(timeline: Timeline) -> "Steps[tuple[array[int], array[int]]]":
    """The event of each quote and of each claim."""
    quote_events, claim_events = array("I"), array("I")
    for at, event in enumerate(timeline.events):
        quote_events.extend(repeat(at, len(event.quotes)))
        claim_events.extend(repeat(at, len(event.claims)))
        if at % _BATCH == 0:
            yield
    return quote_events, claim_events


def _days(timeline: Timeline) -> "Steps[tuple[array[float], array[float]]]":
    """The first and the last day of each event."""
    firsts, lasts = array("d"), array("d")
    for at, event in enumerate(timeline.events):
        first, last = reach(event.date)
        firsts.append(first)
        lasts.append(last)
        if at % _BATCH == 0:
            yield
    return firsts, lasts


def _names(timeline: Timeline, folded: Fold) -> Steps[tuple[Names, Names, Names]]:
    """The tags, the places, and the speakers who are no actors."""
    tags, places, strays = Counter[str](), Counter[str](), Counter[str]()
    actors = timeline.positions("actor")
    for at, event in enumerate(timeline.events):
        tags.update(event.tags)
        places[event.place] += 1
        if event.quotes:
            strays.update({each.speaker for each in event.quotes if each.speaker not in actors})
        if at % _BATCH == 0:
            yield

    def named(counted: Counter[str]) -> Names:
        return tuple(Name(text, folded(text), n) for text, n in counted.most_common() if text)

    return named(tags), named(places), named(strays)


def _narrow(text: str) -> str:
    """A text in UTF-8, each byte as a character."""
    # What a terminal passes on may hold halves of characters, which must find nothing, not fail.
    return text if text.isascii() else text.encode(errors="surrogatepass").decode("latin-1")
