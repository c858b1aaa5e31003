"""The chart in Browse: what keys, clicks and the wheel make of the view while it is shown.

It knows how many cells the chart has on the screen; all else is `view.chart.steering`. Loaded
when the chart is first asked for.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.panes.chart import ChartPane
from tui.screens.entries import Entry, Menu, among
from tui.screens.menu import MenuScreen
from tui.screens.offers import Chosen
from tui.view import trail
from tui.view.chart import steering
from tui.view.chart.chart import Size, events_of
from tui.view.layout import breakpoint_of
from tui.view.line import one_line
from tui.view.strip import window_of
from tui.view.view import View
from tui.view.words import event_day

if TYPE_CHECKING:
    from tui.screens.browse import BrowseScreen
    from tui.screens.stage import Stage

MOST_ROWS = 20
UNSEEN = Size(1, 4)
"""The room of a chart that is not on the screen."""
AS_NEAR = "This is as near as it gets."
AS_FAR = "This is as far as it gets."
AS_CENTRAL = "It is as near to the middle as it gets."


class Charting:
    """Steers the chart of a screen."""

    def __init__(self, screen: "BrowseScreen", stage: "Stage") -> None:
        self._screen = screen
        self._stage = stage

    def seen(self, view: View) -> View:
        """The view with its cursor in sight on the chart, if that is on the screen."""
        size = self._size(view)
        return view if size is None else steering.seen(view, size)

    def after(self, action_id: str, view: View) -> tuple[View, str]:
        """The view after an action of the chart, and what to say about it."""
        size = self._size(view) or UNSEEN
        match action_id:
            case "chart":
                return steering.toggled(view), ""
            case "chart.grouping":
                return steering.regrouped(view), ""
            case "chart.fold":
                return steering.folded_all(view), ""
            case "chart.fit":
                return steering.fitted(view), ""
            case "chart.centre":
                return _or_say(view, steering.centred(view, size), AS_CENTRAL)
            case "chart.in":
                return _or_say(view, steering.zoomed(view, 1, size), AS_NEAR)
            case _:
                return _or_say(view, steering.zoomed(view, -1, size), AS_FAR)

    def along(self, view: View, steps: int) -> View:
        """Along the lane."""
        return steering.along(view, steps)

    def across(self, view: View, steps: int) -> View:
        """To other lanes."""
        return steering.across(view, steps)

    def by_page(self, view: View, pages: float) -> View:
        """Through time by what is seen."""
        return steering.by_page(view, pages, self._size(view) or UNSEEN)

    def to_end(self, view: View, direction: int) -> View:
        """To the first event (-1), or the last."""
        return steering.to_end(view, direction)

    def panned_to(self, view: View, day: int) -> View:
        """The time round a day."""
        return steering.panned_to(view, day, self._size(view) or UNSEEN)

    def follow(self, view: View) -> View | None:
        """The view where the cell of the cursor leads; None where its event does itself."""
        state = view.chart
        if state is None:
            return None
        if state.head is not None:
            return steering.folded(view, state.lane or "")
        several = steering.together(view, self._size(view) or UNSEEN)
        if len(several) > 1:
            self._offer(view, several, state.lane)
            return view
        return None

    def pick(self, view: View, message: ChartPane.Picked) -> View:
        """The view after a click: the event gets the cursor, a name folds its lane."""
        view, hit = view.focus_on("events"), message.hit
        if message.column is not None:
            return steering.picked_at(view, message.column, self._size(view) or UNSEEN)
        if hit is None or view.chart is None:
            return view
        if hit.part == "head":
            return steering.folded(view, hit.lane)
        events = events_of(view, view.chart, hit)
        if len(events) == 1:
            return steering.picked(view, hit.lane, events[0])
        self._offer(view, events, hit.lane)
        return view

    def turn(self, view: View, message: ChartPane.Turned) -> View:
        """The view after a turn of the wheel: where all lanes are seen, it moves time."""
        size = self._size(view) or UNSEEN
        if message.way == "near":
            return steering.zoomed(view, message.notches, size, message.column)
        if message.way == "lanes" and steering.is_scrollable(view, size):
            return steering.scrolled(view, message.notches, size)
        return steering.panned(view, message.notches, size)

    def drag(self, view: View, message: ChartPane.Dragged) -> View:
        """The view after the chart was dragged."""
        size = self._size(view) or UNSEEN
        return steering.dragged(view, message.since, message.columns, message.rows, size)

    def _size(self, view: View) -> Size | None:
        """The cells of the chart, None where it is not on the screen."""
        screen = self._screen.app.size
        box = self._stage.box(view, screen, "events") if view.charted else None
        if box is None:
            return None
        return steering.room_in(box, is_bordered=breakpoint_of(*screen) != "minimal")

    def _offer(self, view: View, positions: Sequence[int], lane: str | None) -> None:
        """Show events to go to one; the one under the cursor leads where it would by itself."""

        def take(chosen: int | None) -> None:
            if chosen is not None:
                self._screen.post_message(Chosen(lambda now: (_gone(now, chosen, lane), "")))

        self._screen.app.push_screen(MenuScreen(events_menu(view, positions)), take)


def events_menu(view: View, positions: Sequence[int]) -> Menu[int]:
    """Events that share a cell; the cursor begins on that of the view."""
    events = view.timeline.events
    entries = [Entry(at, one_line(events[at].title), event_day(events[at])) for at in positions]
    here = view.cursors.get("events")
    return Menu(
        title=f"{len(entries):,} events",
        find=among(entries),
        keys=("Esc closes", "Enter goes there", "type to find"),
        nothing="None of them is called that.",
        rows=min(max(len(entries), 3), MOST_ROWS),
        at=positions.index(here) if here in positions else 0,
    )


def _or_say(before: View, after: View, unmoved: str) -> tuple[View, str]:
    """What is seen after an action, and what to say if that is what was seen before."""
    tops = before.chart and before.chart.top, after.chart and after.chart.top
    is_moved = window_of(before) != window_of(after) or tops[0] != tops[1]
    return after, "" if is_moved else unmoved


def _gone(view: View, position: int, lane: str | None) -> View:
    """The view after a leap to an event of a lane."""
    if position >= len(view.timeline.events):
        return view
    if view.cursors.get("events") == position:
        return trail.leapt(view, view.follow())
    return trail.leapt(view, steering.picked(view, lane or "", position))
