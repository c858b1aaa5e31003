"""Marks: the events that a reader has marked to come back to."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.timeline.records import Event

if TYPE_CHECKING:
    from tui.view.view import View


def marked(view: "View") -> tuple[Event, ...]:
    """The marked events in the order of time; what is gone from the file is left out."""
    positions = view.timeline.positions("event")
    there = sorted(positions[mark] for mark in view.marks if mark in positions)
    return tuple(view.timeline.events[at] for at in there)


def said(view: "View") -> str:
    """What to say once the event under the events cursor was marked, or is no longer."""
    event = view.timeline.events[view.cursors["events"]]
    return "Marked; {marks} lists the marks." if event.id in view.marks else "No longer marked."


def unmarked(view: "View", event_id: str) -> "View":
    """The view without the mark of an event."""
    return replace(view, marks=tuple(mark for mark in view.marks if mark != event_id))
