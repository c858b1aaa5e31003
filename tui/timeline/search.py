"""Searching: the events that a query finds, and the records that contain a text.

A word or a phrase is found in all that an event says, in its thread, tags and place, in its quotes
and claims, and in the names of its actors, speakers and sources. All is compared folded.
"""

from array import array
from collections.abc import Collection, Iterable, Mapping
from itertools import compress
from operator import attrgetter
from types import MappingProxyType
from typing import Final, Literal

from tui.timeline import names
from tui.timeline.dates import Date, reach
from tui.timeline.dates_asked import asked
from tui.timeline.fold import fold
from tui.timeline.haystack import Haystack
from tui.timeline.query import Key, Query, Term, chosen
from tui.timeline.timeline import Listed

Mask = int
"""A byte for each event, 1 or 0, the first event's the lowest."""

_EVENT_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {"quote": "quotes", "claim": "claims", "notes": "notes", "place": "place", "tag": "tags"}
    | {"thread": "thread", "summary": "summary", "caveat": "caveat"}
)
"""What `has:` calls a field."""


def find(haystack: Haystack, query: Query) -> "array[int]":
    """The positions of the events in which every term of a query holds, ascending."""
    count = haystack.events.size
    left = every = _mask(b"\1" * count)
    for term in query.terms:
        held = _held(haystack, term)
        left &= every ^ held if term.is_negated else held
    return _positions(_flags(left, count))


def hits(haystack: Haystack, kind: Listed, text: str) -> "array[int]":
    """The positions of the records of a kind whose own text contains a text, ascending.

    The text of an event has those of its quotes and claims; of names it has no more than it says.
    """
    needle = fold(text)
    match kind:
        case "event":
            return _positions(_flags(_told(haystack, needle), haystack.events.size))
        case "actor":
            held = _mask(haystack.actors.flags(needle)) | _mask(haystack.roles.flags(needle))
            return _positions(_flags(held, haystack.actors.size))
        case "source":
            in_id = bytes([needle in each for each in haystack.timeline.positions("source")])
            held = _mask(haystack.sources.flags(needle)) | _mask(in_id)
            return _positions(_flags(held, haystack.sources.size))
        case "quote":
            return _positions(haystack.quotes.flags(needle))
        case "claim":
            return _positions(haystack.claims.flags(needle))


def _held(haystack: Haystack, term: Term) -> Mask:
    """The events in which one of the values holds."""
    held = 0
    for value in term.values:
        held |= _matching(haystack, term.key, value)
    return held


def _matching(haystack: Haystack, key: Key | Literal[""], value: str) -> Mask:
    match key:
        case "":
            return _saying(haystack, fold(value))
        case "actor":
            of_actors = _mask(haystack.of_actors(names.actors(haystack, value)))
            return of_actors | _quoting(haystack, names.strays(haystack, value))
        case "source":
            return _mask(haystack.of_sources(names.sources(haystack, value)))
        case "thread":
            return _with_field(haystack, "thread", names.threads(haystack, value))
        case "place":
            return _with_field(haystack, "place", names.places(haystack, value))
        case "tag":
            tags = names.tags(haystack, value)
            events = haystack.timeline.events
            return _mask(bytes([not tags.isdisjoint(event.tags) for event in events]))
        case "on" | "before" | "after":
            return _dated(haystack, key, asked(value))
        case "kind" | "verdict" | "basis" | "has":
            return _choosing(haystack, key, chosen(key, value))


def _choosing(
    haystack: Haystack, key: Literal["kind", "verdict", "basis", "has"], words: Collection[str]
) -> Mask:
    """The events of which one of the words holds that a key takes."""
    match key:
        case "kind":
            return _of_kind(haystack, words)
        case "verdict":
            return _with_verdict(haystack, words)
        case "basis":
            return _with_field(haystack, "basis", words)
        case "has":
            return _having_any(haystack, words)


def _told(haystack: Haystack, needle: str) -> Mask:
    """The events that contain it, or a quote or a claim of theirs."""
    flags = haystack.events.flags(needle)
    if all(flags):  # as for a common letter
        return _mask(flags)
    in_quotes = haystack.of_quotes(haystack.quotes.flags(needle))
    in_claims = haystack.of_claims(haystack.claims.flags(needle))
    return _mask(flags) | _mask(in_quotes) | _mask(in_claims)


def _saying(haystack: Haystack, needle: str) -> Mask:
    """The events that contain it, or that have an actor or a source that does."""
    told = _told(haystack, needle)
    if all(_flags(told, haystack.events.size)):
        return told
    of_actors = haystack.of_actors(haystack.actors.flags(needle))
    of_sources = haystack.of_sources(haystack.sources.flags(needle))
    return told | _mask(of_actors) | _mask(of_sources)


def _quoting(haystack: Haystack, speakers: Collection[str]) -> Mask:
    """The events that quote one of some speakers."""
    if not speakers:
        return 0
    said = [quote.speaker in speakers for quote in haystack.timeline.quotes]
    return _mask(haystack.of_quotes(said))


def _with_field(haystack: Haystack, field: str, values: Collection[str]) -> Mask:
    given = map(attrgetter(field), haystack.timeline.events)
    return _mask(bytes([each in values for each in given]))


def _of_kind(haystack: Haystack, kinds: Collection[str]) -> Mask:
    """The events that have an actor or a source of a kind."""
    actors = [actor.kind in kinds for actor in haystack.timeline.actors]
    sources = [source.kind in kinds for source in haystack.timeline.sources]
    return _mask(haystack.of_actors(actors)) | _mask(haystack.of_sources(sources))


def _with_verdict(haystack: Haystack, verdicts: Collection[str]) -> Mask:
    """The events with a claim that is judged so; one that is not judged is unchecked."""
    claims = haystack.timeline.claims
    judged = [(claim.verdict or "unchecked") in verdicts for claim in claims]
    return _mask(haystack.of_claims(judged))


def _having_any(haystack: Haystack, features: Iterable[str]) -> Mask:
    held = 0
    for feature in features:
        held |= _having(haystack, feature)
    return held


def _having(haystack: Haystack, feature: str) -> Mask:
    events = haystack.timeline.events
    match feature:
        case "actor":
            return _mask(haystack.of_actors(b"\1" * haystack.actors.size))
        case "source":
            return _mask(haystack.of_sources(b"\1" * haystack.sources.size))
        case "url":
            with_url = [bool(source.url) for source in haystack.timeline.sources]
            own = bytes([bool(event.url) for event in events])
            return _mask(own) | _mask(haystack.of_sources(with_url))
        case _:
            return _mask(bytes(map(bool, map(attrgetter(_EVENT_FIELDS[feature]), events))))


def _dated(haystack: Haystack, key: Literal["on", "before", "after"], when: Date) -> Mask:
    """The events that have a day in common with a date, begin before it or end after it."""
    first, last = reach(when)
    match key:
        case "on":
            days = zip(haystack.firsts, haystack.lasts, strict=True)
            return _mask(bytes([start <= last and first <= end for start, end in days]))
        case "before":
            return _mask(bytes([start < first for start in haystack.firsts]))
        case "after":
            return _mask(bytes([end > last for end in haystack.lasts]))


def _mask(flags: bytes | bytearray) -> Mask:
    return int.from_bytes(flags, "little")


def _flags(mask: Mask, count: int) -> bytes:
    return mask.to_bytes(count, "little")


def _positions(flags: bytes | bytearray) -> "array[int]":
    return array("I", compress(range(len(flags)), flags))
