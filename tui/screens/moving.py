"""Moving the cursor of the pane that has the keys, and going where it leads.

That is along a list, in Detail, or in the chart.
"""

from typing import TYPE_CHECKING

from tui.panes.detail import DetailPane
from tui.panes.pane import FramedPane
from tui.screens.offers import jumped
from tui.timeline.records import Ref
from tui.view import pins, trail
from tui.view.detail import detail_of
from tui.view.lists import PANES
from tui.view.page import MEASURE
from tui.view.pins import Facet
from tui.view.view import View

if TYPE_CHECKING:
    from tui.screens.browse import BrowseScreen
    from tui.screens.charting import Charting
    from tui.screens.stage import Stage


class Moving:
    """Moves cursors on a screen."""

    def __init__(self, screen: "BrowseScreen", stage: "Stage") -> None:
        self._screen = screen
        self._stage = stage
        self._charting: Charting | None = None

    @property
    def charting(self) -> "Charting":
        """What the chart does; it is loaded when that is asked for first."""
        if self._charting is None:
            from tui.screens.charting import Charting  # noqa: PLC0415, not for the first paint

            self._charting = Charting(self._screen, self._stage)
        return self._charting

    def seen(self, view: View) -> View:
        """The view with its cursor in sight, where a pane does not see to that itself."""
        return self.charting.seen(view) if view.charted else view

    def step(self, view: View, rows: int) -> View:
        """By some rows of a list, links of Detail, or lanes of the chart."""
        if view.focus == "detail":
            return self._detail.stepped(view, rows)
        if in_chart(view):
            return self.charting.across(view, rows)
        return view.step(view.focus, rows)

    def along(self, view: View, steps: int) -> View:
        """To the next pane, or the one before; in the chart, to the next event of the lane."""
        return self.charting.along(view, steps) if in_chart(view) else to_pane(view, steps)

    def page(self, view: View, pages: float) -> View:
        """By a part of what is in sight."""
        if in_chart(view):
            return self.charting.by_page(view, pages)
        pane = self._screen.query_one(f"#{view.focus}", FramedPane)
        rows = round(pane.page * pages)
        if view.focus == "detail":
            pane.scroll_rows(rows)
            return view
        return view.step(view.focus, rows)

    def to_end(self, view: View, direction: int) -> View:
        """To the first (-1), or the last."""
        if in_chart(view):
            return self.charting.to_end(view, direction)
        if view.focus != "detail":
            return view.step(view.focus, direction * view.size(view.focus))
        detail = self._detail
        stops, lines = len(detail.detail.stops), len(detail.detail.lines)
        self._screen.call_next(detail.scroll_rows, direction * lines)
        return view.select_stop(0 if direction < 0 else max(0, stops - 1))

    def follow(self, view: View) -> tuple[View, str]:
        """Where the row, the link or the cell under the cursor leads, and what to say about it."""
        if view.focus == "detail":
            return led(view, detail_of(view, MEASURE).target(view.stop))
        there = self.charting.follow(view) if in_chart(view) else None
        return there or trail.leapt(view, view.follow()), ""

    @property
    def _detail(self) -> DetailPane:
        return self._screen.query_one(DetailPane)


def led(view: View, target: Ref | Facet | None) -> tuple[View, str]:
    """The view where a link in Detail leads, and what to say about it; as it is without one."""
    if target is None:
        return view, ""
    if isinstance(target, Facet):
        return trail.leapt(view, pins.pin(view, target)), ""
    return jumped(view, target)


def in_chart(view: View) -> bool:
    """Whether the keys go to the chart."""
    return view.charted and view.focus == "events"


def to_pane(view: View, panes: int) -> View:
    """The focus goes to the next pane, or the one before."""
    there = [pane for pane in PANES if pane != "problems" or view.snags]
    return view.focus_on(there[(there.index(view.focus) + panes) % len(there)])
