"""Leaps through the events: to the next of the same thread, or the next with a disputed claim."""

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.timeline.dates import Date
from tui.timeline.records import Event

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
