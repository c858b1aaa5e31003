"""Why an action cannot act now: (action, view) to a sentence, or None where it can."""

from tui.view.detail import detail_of
from tui.view.layout import Breakpoint
from tui.view.view import Snag, View

ANY_WIDTH = 72


def why_not(
    action_id: str, view: View, breakpoint_: Breakpoint, *, detail_shown: bool = True
) -> str | None:
    """What to tell a person who asks for something that cannot be done in this view."""
    if view.reading and action_id not in {"help", "redraw"}:
        return "The file is still being read."
    match action_id:
        case "year.next" | "year.previous":
            return _no_year(view, forward=action_id == "year.next")
        case "follow":
            return _no_follow(view)
        case "pane.problems":
            return None if view.snags else "6: nothing is wrong with this file."
        case "detail.down" if not detail_shown:
            return "Detail is not on the screen; 4 shows it."
        case "zoom" if breakpoint_ == "minimal":
            return "z: the pane has the whole screen already."
        case _:
            return None


def _no_year(view: View, *, forward: bool) -> str | None:
    if not view.timeline.events:
        return "There are no events to step through."
    at = view.cursors.get("events", 0)
    if forward and at >= view.timeline.year_starts[-1]:
        return "This is the last year."
    if not forward and at == 0:
        return "This is the first year."
    return None


def _no_follow(view: View) -> str | None:
    item = view.item
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
