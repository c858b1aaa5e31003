"""What an action makes of a view, for the actions that need nothing but the view."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from tui.view import leaps, pins, trail
from tui.view.detail import detail_of
from tui.view.page import MEASURE
from tui.view.pins import Facet
from tui.view.search import next_hit
from tui.view.view import Snag, View

Transition = Callable[[View], View]


def _pin(view: View, *, is_excluded: bool) -> View:
    facet = pinnable(view)
    return view if facet is None else pins.pin(view, facet, is_excluded=is_excluded)


def pinnable(view: View) -> Facet | None:
    """What Space would pin: what the cursor is on; on the name of a lane, what that is."""
    lane = headed(view)
    if lane is not None:
        return lane if lane.value else None
    item = view.picked
    if view.focus == "detail":
        target = detail_of(view, MEASURE).target(view.stop)
        if isinstance(target, Facet):
            return target
        item = target or item
    if item is None or isinstance(item, Snag):
        return None
    return pins.facet_of(view.timeline, item)


def headed(view: View) -> Facet | None:
    """What the lane is whose name the cursor is on, of no value if it is for the rest."""
    chart = view.chart
    if not view.charted or chart is None or view.focus != "events" or chart.head is None:
        return None
    is_there = chart.head == view.cursors.get("events") and chart.lane is not None
    return Facet(chart.by, chart.lane or "") if is_there else None


TRANSITIONS: Final[Mapping[str, Transition]] = MappingProxyType(
    {
        "pin": lambda view: _pin(view, is_excluded=False),
        "exclude": lambda view: _pin(view, is_excluded=True),
        "chip.drop": pins.drop_last,
        "chip.clear": pins.drop_all,
        "freeze": View.freeze,
        "back": trail.back,
        "forward": trail.forward,
        "thread.next": lambda view: leaps.to_event(view, leaps.next_in_thread(view, 1)),
        "thread.previous": lambda view: leaps.to_event(view, leaps.next_in_thread(view, -1)),
        "disputed.next": lambda view: leaps.to_event(view, leaps.next_disputed(view, 1)),
        "disputed.previous": lambda view: leaps.to_event(view, leaps.next_disputed(view, -1)),
        "search.next": lambda view: next_hit(view, 1).view,
        "search.previous": lambda view: next_hit(view, -1).view,
        "mark": View.mark,
        "split.wider": lambda view: view.widen(1),
        "split.narrower": lambda view: view.widen(-1),
        "split.reset": lambda view: view.widen(0),
        "zoom": View.zoom,
        "year.next": lambda view: view.year(1),
        "year.previous": lambda view: view.year(-1),
    }
)

LEAPS: Final = frozenset({"pin", "exclude", "chip.drop", "chip.clear", "follow", "date"})
"""What leaves the view before it on the trail."""


def after(action_id: str, view: View) -> View:
    """The view after an action."""
    new = TRANSITIONS[action_id](view)
    return trail.leapt(view, new) if action_id in LEAPS else new
