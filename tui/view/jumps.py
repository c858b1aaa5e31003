"""Jumps: the records that can be gone to by name, and what each is called.

An actor is found by all its names, a source by title, publisher and author, a quote by its
speaker and its words, an event by its title.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, islice
from operator import add
from types import MappingProxyType
from typing import Final, NamedTuple

from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source
from tui.timeline.timeline import Listed, Record, Timeline
from tui.view.line import one_line
from tui.view.matches import RANKS, Matches, comparable, go_on, matches
from tui.view.words import QUOTE, cited, event_day, outlet, speaker, surname

KINDS: Final[tuple[Listed, ...]] = ("actor", "event", "source", "quote")
"""The kinds that have names, in the order in which equally good ones are offered."""

Names = Mapping[Listed, Sequence[str]]


class Jump(NamedTuple):
    """A record to go to.

    Attributes:
        ref: Which.
        head: Its date, or what kind of thing it is.
        name: What it is called.
        note: What else helps to tell it from others.
    """

    ref: Ref
    head: str
    name: str
    note: str = ""


class Jumps(NamedTuple):
    """The first records to go to, by how well they match, and how many there are in all."""

    ranks: tuple[tuple[Jump, ...], ...]
    total: int


@lru_cache(maxsize=1)
def names_of(timeline: Timeline) -> Names:
    """The names of all records, as they are compared. For 100,000 events that takes a second."""
    return MappingProxyType(
        {
            kind: [comparable(_names(timeline, each)) for each in timeline.records(kind)]
            for kind in KINDS
        }
    )


def jumps(timeline: Timeline, text: str, most: int, pause: Callable[[], object] = go_on) -> Jumps:
    """The records whose names match a text, no more than `most`; none where there is no text.

    `pause` is called now and then, as by `matches`.
    """
    if not comparable(text).strip():
        return Jumps(((),) * RANKS, 0)
    found: dict[Listed, Matches] = {}
    before = (0,) * RANKS
    for kind, names in names_of(timeline).items():
        if kind == "actor":
            found[kind] = _surnames_first(matches(names, text, pause=pause))
        else:
            found[kind] = matches(names, text, most, pause, before)
        before = tuple(map(add, before, accumulate(map(len, found[kind].ranks))))
    ranks: list[tuple[Jump, ...]] = []
    for rank in range(RANKS):
        positions = ((kind, at) for kind in KINDS for at in found[kind].ranks[rank])
        room = most - sum(map(len, ranks))
        ranks.append(tuple(jump(timeline, kind, at) for kind, at in islice(positions, room)))
    return Jumps(tuple(ranks), sum(each.total for each in found.values()))


def _surnames_first(actors: Matches) -> Matches:
    """The actors with a surname as good as the beginning of a name; all have to be there."""
    whole, beginning, words, rest = actors.ranks
    return Matches((whole, sorted((*beginning, *words)), (), rest), actors.total)


def jump(timeline: Timeline, kind: Listed, position: int) -> Jump:
    """The record at a position of its kind, as a place to go to."""
    match timeline.records(kind)[position]:
        case Event() as event:
            return Jump(event.ref, event_day(event), one_line(event.title))
        case Actor() as actor:
            note = one_line(actor.role)
            return Jump(Ref("actor", actor.id), actor.kind or "actor", one_line(actor.name), note)
        case Source() as source:
            name, note = one_line(source.title), cited(timeline, source.id)
            kind_of = source.kind or "source"
            return Jump(Ref("source", source.id), kind_of, name or note, note if name else "")
        case Quote() as quote:
            said_by = f"{QUOTE} {surname(timeline, quote)}"
            words, note = one_line(quote.text), cited(timeline, quote.source)
            return Jump(Ref("quote", quote.id), said_by, words, note)
        case Claim() as claim:
            return Jump(Ref("claim", claim.id), "claim", one_line(claim.text))


def _names(timeline: Timeline, record: Record) -> str:
    """All that a record is called."""
    return " ".join(filter(None, _each_name(timeline, record)))


def _each_name(timeline: Timeline, record: Record) -> Iterator[str]:
    match record:
        case Event():
            yield record.title
        case Actor():
            yield from (record.name, record.native, *record.aliases)
        case Source():
            yield from (record.title, record.author, outlet(record))
        case Quote():
            yield from (speaker(timeline, record), record.text)
        case Claim():
            yield record.text
