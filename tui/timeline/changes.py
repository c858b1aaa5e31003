"""What changed between two timelines, by the ids of their records.

A quote or a claim belongs to its event: who edits it edits the event. Where an event stands in the
file is no part of it, and comments and layout are no part of a timeline.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import eq
from typing import Final, NamedTuple, TypeVar

from tui.timeline.records import Actor, Claim, Event, Quote, Source, Thread, Tour
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
