"""Leaps through the events: to the next of the same thread, or the next with a disputed claim."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.timeline.date_words import words
from tui.timeline.dates import Date, Precision, reach
from tui.timeline.records import Event
from tui.view.words import event_day

if TYPE_CHECKING:
    from tui.view.view import View


def next_in_thread(view: "View", steps: int) -> int | None:
    """The position of the next shown event (1) of the thread of this one, or the one before."""
    at = view.cursors.get("events")
    thread = "" if at is None else view.timeline.events[at].thread
    return _next(view, steps, lambda event: event.thread == thread) if thread else None


def next_disputed(view: "View", steps: int) -> int | None:
    """The position of the next shown event (1) with a disputed claim, or the one before (-1)."""
    return _next(view, steps, _is_disputed)


def to_event(view: "View", position: int | None) -> "View":
    """The events cursor on a position; the focus stays in Detail, else goes to Events."""
    if position is None:
        return view
    moved = view.move("events", position)
    return moved if view.focus == "detail" else moved.focus_on("events")


def to_date(view: "View", date: Date) -> "View":
    """The events cursor on the first shown event from a date on, or on the last."""
    positions = view.positions("events")
    if not positions:
        return view
    slot = bisect_left(positions, date.anchor, key=view.timeline.starts.__getitem__)
    return to_event(view, positions[min(slot, len(positions) - 1)])


def missed(view: "View", date: Date) -> str:
    """What to say where no shown event begins in a date, and which `to_date` leads to instead."""
    events, starts = view.timeline.events, view.timeline.starts
    positions, last = view.positions("events"), reach(date)[1]
    slot = bisect_left(positions, date.anchor, key=starts.__getitem__)
    if not positions or (slot < len(positions) and starts[positions[slot]] <= last):
        return ""
    goes_on = any(reach(events[at].date)[1] >= date.anchor for at in positions[:slot])
    is_hidden = bisect_left(starts, date.anchor) < bisect_right(starts, last)
    begins = "begins " * goes_on
    nothing = f"that {begins or 'is '}{_within(date)} is shown" if is_hidden else ""
    nothing = nothing or f"{begins}{_within(date)}"
    which = "last" if slot == len(positions) else "next" if slot else "first"
    there = events[positions[min(slot, len(positions) - 1)]]
    return f"Nothing {nothing}: the {which} is {event_day(there)}."


def _within(date: Date) -> str:
    """A date as part of a sentence: `in 2019`, `on 5 March 2020`, `from 2026`."""
    said = words(date)
    if date.start is None or date.end is None:
        return said
    is_day = date.precision >= Precision.DAY and not date.is_interval
    return f"{'on' if is_day else 'in'} {said}"


def _is_disputed(event: Event) -> bool:
    return any(claim.verdict == "disputed" for claim in event.claims)


def _next(view: "View", steps: int, wanted: Callable[[Event], bool]) -> int | None:
    at = view.cursors.get("events")
    if at is None:
        return None
    events, shown = view.timeline.events, view.positions("events")
    end = len(shown) if steps > 0 else -1
    for slot in range(bisect_left(shown, at) + steps, end, steps):
        if wanted(events[shown[slot]]):
            return shown[slot]
    return None
