"""Order: which events of a file do not stand where their dates belong.

As few as can be are named: once they stand elsewhere, all are in order.
"""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from tui.timeline.records import Event
from tui.timeline.timeline import Timeline


class Misplaced(NamedTuple):
    """An event that stands on the wrong side of another.

    Attributes:
        event: Which it is.
        beside: The nearest event that it stands on the wrong side of.
        is_behind: Whether it stands behind that one, and not before it.
    """

    event: Event
    beside: Event
    is_behind: bool


def as_written(timeline: Timeline) -> tuple[Event, ...]:
    """The events in the order of the file."""
    return tuple(sorted(timeline.events, key=attrgetter("place_in_file")))


def misplaced(written: Sequence[Event]) -> tuple[Misplaced, ...]:
    """The events that do not stand where their dates belong, in the order of the file.

    Args:
        written: All events in the order of the file.
    """
    stay = staying(written)
    found = []
    for at, event in enumerate(written):
        if at in stay:
            continue
        before = next((each for each in range(at - 1, -1, -1) if each in stay), None)
        if before is not None and written[before].date.order > event.date.order:
            found.append(Misplaced(event, written[before], is_behind=True))
        else:
            behind = next(each for each in range(at + 1, len(written)) if each in stay)
            found.append(Misplaced(event, written[behind], is_behind=False))
    return tuple(found)


def staying(written: Sequence[Event]) -> frozenset[int]:
    """Which events, by their places, may stay: as many as can be that are in order."""
    ends: list[tuple[int, ...]] = []
    """The least date that ends a row of each length."""
    last: list[int] = []
    """Which event has it."""
    before: list[int] = []
    """Behind which event each one stands in its row; -1 for none."""
    for at, event in enumerate(written):
        key = event.date.order
        length = bisect_right(ends, key)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [key]
        last[length : length + 1] = [at]
    stay = []
    at = last[-1] if last else -1
    while at >= 0:
        stay.append(at)
        at = before[at]
    return frozenset(stay)
