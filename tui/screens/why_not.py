"""Why an action cannot act now: (action, view) to a sentence, or None where it can."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tui.timeline.records import Ref
from tui.view import leaps, pins
from tui.view.detail import detail_of
from tui.view.layout import Breakpoint
from tui.view.transitions import headed, pinnable
from tui.view.view import Snag, View
from tui.view.words import thread_name

ANY_WIDTH = 72
_NOTHING = "There is no event to draw."
_SEEN = frozenset({"undo", "redo", "save"})
"""What is not to be done where nothing is shown."""
_IN_CHART = MappingProxyType(
    {
        "chart.grouping": "where {chart.grouping} chooses what its lanes are.",
        "chart.fold": "where {chart.fold} folds all lanes.",
        "chart.in": "where {chart.in} zooms.",
        "chart.out": "where {chart.out} zooms out.",
        "chart.fit": "where {chart.fit} fits all of time.",
        "chart.centre": "where {chart.centre} brings the cursor into the middle.",
    }
)
"""What is only to be done in the chart."""
_EDITS = frozenset({"undo", "redo", "edit", "edit.raw", "edit.outside", "add", "delete"})
"""What changes the file."""


def why_not(
    action_id: str, view: View, breakpoint_: Breakpoint, *, detail_shown: bool = True
) -> str | None:
    """What to tell a person who asks for something that cannot be done in this view."""
    if view.reading and action_id not in {"help", "redraw"}:
        return "The file is still being read."
    if action_id == "detail.down" and not detail_shown:
        return "Detail is not on the screen; {pane.detail} shows it."
    if action_id == "zoom" and breakpoint_ == "minimal":
        return "{zoom}: the pane has the whole screen already."
    if action_id in _IN_CHART and not view.charted:
        return f"{{chart}} shows the chart, {_IN_CHART[action_id]}"
    if breakpoint_ == "tiny" and action_id in _SEEN:
        return "The terminal is too small to see that."
    if action_id in _EDITS and view.locked:
        return view.locked
    reason = _REASONS.get(action_id)
    return reason(view) if reason else None


def _no_year(view: View, *, forward: bool) -> str | None:
    at = view.cursors.get("events")
    if at is None:
        return "There are no events to step through."
    slot = view.listing("events").slot(at)
    if forward and slot >= view.years[-1]:
        return "This is the last year."
    if not forward and slot == 0:
        return "This is the first year."
    return None


def _no_thread(view: View, steps: int) -> str | None:
    at = view.cursors.get("events")
    thread = "" if at is None else view.timeline.events[at].thread
    if not thread:
        return "This event has no thread."
    if leaps.next_in_thread(view, steps) is None:
        which = "last" if steps > 0 else "first"
        return f"This is the {which} event of {thread_name(view.timeline, thread)}."
    return None


def _no_hit(view: View) -> str | None:
    if view.search is None:
        return "Nothing was searched for; {search} does."
    return None if view.search.hits else f"{view.search.text} is nowhere in this list."


def why_hidden(view: View, ref: Ref) -> str | None:
    """What to say where a link leads to something that the filters hide."""
    found = view.position(ref)
    if found is None or view.shown is None or view.shown.holds(*found):
        return None
    return f"That is hidden by {pins.hiding(view, *found)}; {{chip.clear}} shows everything."


def _no_follow(view: View) -> str | None:
    item = view.picked
    if item is None:
        return "There is nothing here to follow."
    if view.focus == "detail":
        if detail_of(view, ANY_WIDTH).target(view.stop) is None:
            return "Nothing in this detail leads on."
        return None
    if isinstance(item, Snag) or item.kind == "event":
        return None
    if view.next_linked_event(item, 0) is None:
        return "No event is linked to this."
    return None


def _no_disputed(view: View, steps: int) -> str | None:
    if leaps.next_disputed(view, steps) is not None:
        return None
    return f"No event {'after' if steps > 0 else 'before'} this one has a disputed claim."


def _no_pin(view: View) -> str | None:
    if pinnable(view):
        return None
    lane = headed(view)
    if lane is not None:
        return f"The events of this lane have no {lane.key} to filter by."
    return "There is nothing here to filter by."


def _no_chip(view: View) -> str | None:
    return None if view.chips else "Nothing is filtered."


def _no_snag(view: View) -> str | None:
    return None if view.snags else "{pane.problems}: nothing is wrong with this file."


def _no_hold(view: View) -> str | None:
    return None if view.held or isinstance(view.item, Ref) else "There is nothing to keep."


def _no_talk(view: View) -> str | None:
    if view.size("events") or view.timeline.tours:
        return None
    return "{present}: nothing to present, no event matches."


def _no_record(view: View, to_do: str) -> str | None:
    item = view.picked
    ref = item.problem.ref if isinstance(item, Snag) else item
    return None if ref else f"There is nothing here to {to_do}."


_REASONS: Mapping[str, Callable[[View], str | None]] = MappingProxyType(
    {
        "year.next": lambda view: _no_year(view, forward=True),
        "year.previous": lambda view: _no_year(view, forward=False),
        "thread.next": lambda view: _no_thread(view, 1),
        "thread.previous": lambda view: _no_thread(view, -1),
        "disputed.next": lambda view: _no_disputed(view, 1),
        "disputed.previous": lambda view: _no_disputed(view, -1),
        **dict.fromkeys(
            ("chart.in", "chart.out", "chart.fit", "chart.centre"),
            lambda view: None if view.size("events") else _NOTHING,
        ),
        "follow": _no_follow,
        "pane.problems": _no_snag,
        "pin": _no_pin,
        "exclude": _no_pin,
        "chip.drop": _no_chip,
        "chip.clear": _no_chip,
        "back": lambda view: (
            None
            if view.trail.back
            else "There is no leap to go back from; {follow}, {date} and filters leap."
        ),
        "forward": lambda view: None if view.trail.forward else "There is nothing ahead.",
        "present": _no_talk,
        "edit": lambda view: _no_record(view, "edit"),
        "delete": lambda view: _no_record(view, "delete"),
        "search.next": _no_hit,
        "freeze": _no_hold,
        "mark": lambda view: None if "events" in view.cursors else "There is no event to mark.",
    }
)
