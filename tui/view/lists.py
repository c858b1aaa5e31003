"""The lists of the panes: what each holds, at which position, and what in it belongs to a record.

A position counts the records of a list as the timeline has them, whether they are shown or not.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, get_args

from tui.timeline.records import Event, Ref
from tui.timeline.timeline import Listed, Timeline
from tui.view.listing import Runs

ListName = Literal["events", "actors", "sources", "claims", "problems"]
Pane = Literal["events", "actors", "sources", "detail", "claims", "problems"]

PANES: tuple[Pane, ...] = get_args(Pane)
"""The panes in the order of their number keys, from 1."""

LISTS: tuple[ListName, ...] = get_args(ListName)

KINDS: Mapping[ListName, tuple[Listed, ...]] = MappingProxyType(
    {
        "events": ("event",),
        "actors": ("actor",),
        "sources": ("quote", "source"),
        "claims": ("claim",),
        "problems": (),
    }
)
"""The kinds of record that a pane lists, one after the other."""

LINKED_PANES: tuple[ListName, ...] = ("events", "actors", "sources", "claims")


def total(timeline: Timeline, pane: ListName) -> int:
    """How many records a list has, shown or not."""
    return sum(len(timeline.records(kind)) for kind in KINDS[pane])


def ref_at(timeline: Timeline, pane: ListName, position: int) -> Ref:
    """The record at a position of a list (the problems pane lists no records)."""
    left = position
    for kind in KINDS[pane]:
        records = timeline.records(kind)
        if left < len(records):
            return Ref(kind, records[left].id)
        left -= len(records)
    message = f"{pane} has no position {position}"
    raise IndexError(message)


def find(timeline: Timeline, ref: Ref) -> tuple[ListName, int] | None:
    """The list and the position of a record, or None where it is not listed."""
    at = timeline.position(ref)
    if at is None:
        return None
    match ref.kind:
        case "event":
            return "events", at
        case "actor":
            return "actors", at
        case "quote":
            return "sources", at
        case "source":
            return "sources", len(timeline.quotes) + at
        case "claim":
            return "claims", at
        case _:
            return None


def kept(old: Timeline, new: Timeline, pane: ListName, position: int) -> int:
    """Where in another reading of a file that is what was at a position, else what is nearest.

    Nearest to an event is what is nearest in time, on the same day what has the same title.
    """
    found = find(new, ref_at(old, pane, position))
    if found:
        return found[1]
    if pane == "events" and new.events:
        return _nearest(new, old.events[position])
    return max(0, min(position, total(new, pane) - 1))


def _nearest(timeline: Timeline, event: Event) -> int:
    starts, day = timeline.starts, event.date.anchor
    first, end = bisect_left(starts, day), bisect_right(starts, day)
    if first < end:
        alike = (at for at in range(first, end) if timeline.events[at].title == event.title)
        return next(alike, first)
    beside = range(max(0, first - 1), min(first + 1, len(starts)))
    return min(beside, key=lambda at: abs(starts[at] - day))


def linked(timeline: Timeline, ref: Ref, pane: ListName) -> Sequence[int]:
    """The positions in a list that belong to a record, first linked first.

    Quoted sources lists the quotations, then the sources that those do not name already.
    """
    if pane != "sources":
        return timeline.links.linked(ref, KINDS[pane][0]) if KINDS[pane] else ()
    quotes = timeline.links.linked(ref, "quote")
    if ref.kind == "actor":
        return quotes
    count = len(timeline.quotes)
    quoted = {timeline.quotes[at].source for at in quotes} if ref.kind == "event" else ()
    sources = tuple(
        at for at in timeline.links.linked(ref, "source") if timeline.sources[at].id not in quoted
    )
    return Runs(((quotes, 0), (sources, count)))
