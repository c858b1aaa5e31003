"""What changed between two timelines, by the ids of their records.

A quote or a claim belongs to its event: who edits it edits the event. Where an event stands in the
file is no part of it, and comments and layout are no part of a timeline.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from operator import eq
from typing import Any, Final, Literal, NamedTuple, TypeVar

from tui.timeline.dates import Date
from tui.timeline.records import Actor, Claim, Event, Kind, Quote, Ref, Source, Step, Thread, Tour
from tui.timeline.timeline import Timeline

_PLACE: Final = Event._fields.index("place_in_file")
_HEADING: Final = ("title", "subtitle", "span")

Top = TypeVar("Top", Event, Actor, Source, Thread, Tour)
Either = TypeVar("Either", Event, Actor, Source, Thread, Tour, Quote, Claim)


class Difference(NamedTuple):
    """What became of the records of one kind, by their ids.

    Attributes:
        edited: Those that say something else.
        added: Those that there were not.
        removed: Those that there are no more.
        reordered: Whether those that stayed as they were stand in another order.
    """

    edited: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    reordered: bool = False


_NONE: Final = Difference()


class Changes(NamedTuple):
    """What became of a timeline. `heading` names what differs of its title, subtitle and span."""

    events: Difference = _NONE
    actors: Difference = _NONE
    sources: Difference = _NONE
    threads: Difference = _NONE
    tours: Difference = _NONE
    heading: tuple[str, ...] = ()


Value = str | Date | None | tuple[str | Step, ...]
"""What a field of a record may say."""
AnyRecord = Event | Actor | Source | Thread | Tour | Quote | Claim


class FieldChange(NamedTuple):
    """What a field said, and what it says now."""

    name: str
    old: Value
    new: Value


class RecordChange(NamedTuple):
    """What became of one record.

    Attributes:
        ref: Which; None for the timeline itself.
        what: What became of it.
        record: What it is now, or was if it is gone; None for the timeline itself.
        fields: The fields that say something else.
        parts: What became of the quotes and claims of an event.
    """

    ref: Ref | None
    what: Literal["added", "removed", "changed"]
    record: AnyRecord | None
    fields: tuple[FieldChange, ...] = ()
    parts: "tuple[RecordChange, ...]" = ()


def changes(old: Timeline, new: Timeline) -> Changes:
    """What changed from one timeline to another."""
    if old is new:
        return Changes()
    return Changes(
        events=_difference(old.events, new.events, _is_same_event),
        actors=_difference(old.actors, new.actors, eq),
        sources=_difference(old.sources, new.sources, eq),
        threads=_difference(old.threads, new.threads, eq),
        tours=_difference(old.tours, new.tours, eq),
        heading=tuple(each for each in _HEADING if getattr(old, each) != getattr(new, each)),
    )


def fields(old: Either, new: Either) -> tuple[str, ...]:
    """The names of the fields in which two records of a kind differ."""
    pairs = zip(old._fields, old, new, strict=True)
    return tuple(name for name, was, now in pairs if was != now and name != "place_in_file")


def record_changes(old: Timeline, new: Timeline) -> Iterator[RecordChange]:
    """What became of each record: of the timeline itself, then kind after kind."""
    heading = tuple(
        FieldChange(name, getattr(old, name), getattr(new, name))
        for name in _HEADING
        if getattr(old, name) != getattr(new, name)
    )
    if heading:
        yield RecordChange(None, "changed", None, heading)
    yield from _each("event", old.events, new.events)
    yield from _each("actor", old.actors, new.actors)
    yield from _each("source", old.sources, new.sources)
    yield from _each("thread", old.threads, new.threads)
    yield from _each("tour", old.tours, new.tours)


def in_words(found: Changes) -> str:
    """What changed as part of a sentence: `2 events edited, 1 added`."""
    nouns = ("event", "actor", "source", "thread", "tour")
    parts = [
        part for noun, each in zip(nouns, found[:-1], strict=True) for part in _words(noun, each)
    ]
    parts += (f"the {name} changed" for name in found.heading)
    return ", ".join(parts) or "nothing that is shown"


def _difference(
    old: Sequence[Top], new: Sequence[Top], is_same: Callable[[Top, Top], bool]
) -> Difference:
    if old is new:
        return _NONE
    before = {record.id: at for at, record in enumerate(old)}
    edited: list[str] = []
    added: list[str] = []
    stayed: list[int] = []
    for record in new:
        at = before.pop(record.id, None)
        if at is None:
            added.append(record.id)
        elif old[at] is record or is_same(old[at], record):
            stayed.append(at)
        else:
            edited.append(record.id)
    reordered = any(one > other for one, other in pairwise(stayed))
    return Difference(tuple(edited), tuple(added), tuple(before), reordered)


def _each(kind: Kind, old: Sequence[AnyRecord], new: Sequence[AnyRecord]) -> Iterator[RecordChange]:
    """What became of the records of a kind, in their order; those that are gone come last."""
    before = {record.id: record for record in old}
    for record in new:
        ref = Ref(kind, record.id)
        was = before.pop(record.id, None)
        if was is None:
            yield RecordChange(ref, "added", record)
        elif was is not record and (change := _changed(ref, was, record)):
            yield change
    for record in before.values():
        yield RecordChange(Ref(kind, record.id), "removed", record)


def _changed(ref: Ref, old: Any, new: Any) -> RecordChange | None:  # noqa: ANN401, any two of a kind
    names = [name for name in fields(old, new) if name not in ("event", "quotes", "claims")]
    told = tuple(FieldChange(name, getattr(old, name), getattr(new, name)) for name in names)
    parts: tuple[RecordChange, ...] = ()
    if isinstance(old, Event):
        quotes, claims = (
            _each("quote", old.quotes, new.quotes),
            _each("claim", old.claims, new.claims),
        )
        parts = tuple(chain(quotes, claims))
    return RecordChange(ref, "changed", new, told, parts) if told or parts else None


def _is_same_event(old: Event, new: Event) -> bool:
    """Whether two events say the same, wherever they stand in the file."""
    if old == new:
        return True
    return old[:_PLACE] == new[:_PLACE] and old[_PLACE + 1 :] == new[_PLACE + 1 :]


def _words(noun: str, found: Difference) -> list[str]:
    """What became of a kind; its noun stands with the first number only."""
    counts = (
        (len(found.edited), "edited"),
        (len(found.added), "added"),
        (len(found.removed), "removed"),
    )
    parts: list[str] = []
    for count, what in counts:
        if count:
            named = "" if parts else f" {noun}s" if count > 1 else f" {noun}"
            parts.append(f"{count:,}{named} {what}")
    if found.reordered:
        parts.append(f"{noun}s in another order")
    return parts
