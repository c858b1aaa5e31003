"""Where the widgets of Browse stand: for each size and view, every pane at its place or hidden.

What has not changed since the last time is left alone.
"""

from typing import TYPE_CHECKING, NamedTuple

from textual.geometry import Size

from tui.panes.bars import ChipsLine, DensityStrip, OneLineDetail
from tui.panes.frame import Frame
from tui.panes.pane import FramedPane
from tui.view.chips import has_chips_line
from tui.view.layout import Box, Breakpoint, Place, breakpoint_of, places
from tui.view.lists import PANES, Pane
from tui.view.view import View

if TYPE_CHECKING:
    from tui.screens.browse import BrowseScreen

ROOMY = 16
"""Rows from which there is room for the density strip."""


class Stage:
    """Arranges the widgets of a screen.

    Attributes:
        breakpoint: The layout that the size calls for.
    """

    def __init__(self, screen: "BrowseScreen") -> None:
        self.breakpoint: Breakpoint = "tiny"
        self._screen = screen
        self._arrangement: object = None

    def arrange(self, view: View, size: Size) -> None:
        """Give each pane its place, or none."""
        layout = _laid_out(view, size)
        self.breakpoint = layout.breakpoint
        is_tiny, is_minimal = self.breakpoint == "tiny", self.breakpoint == "minimal"
        placed, strip, chips = layout.placed, layout.strip, layout.chips
        called = f"Events by {view.chart.by}" if view.charted and view.chart else ""
        arrangement = (layout, view.focus, called)
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        screen = self._screen
        screen.set_class(is_tiny, "-tiny")
        screen.query_one(DensityStrip).display = strip
        screen.query_one(ChipsLine).display = chips
        screen.query_one(OneLineDetail).display = layout.one_line
        for pane in PANES:
            place, focused = placed.get(pane), pane == view.focus
            name = called if pane == "events" else ""
            frame = place and Frame(pane, place.tabs, focused, not is_minimal, view.keys, name)
            charted = pane == "events" and view.charted
            widget = screen.query_one(f"#{pane}", FramedPane)
            _put(widget, None if charted else place, None if charted else frame)
            if pane == "events":
                self._put_chart(view, place, frame)

    def box(self, view: View, size: Size, pane: Pane) -> Box | None:
        """Where on a screen of a size a pane of a view is going to be."""
        place = _laid_out(view, size).placed.get(pane)
        return place and place.box

    def _put_chart(self, view: View, place: Place | None, frame: Frame | None) -> None:
        """Put the chart where the list of events would be; it is made when it is first shown."""
        there = self._screen.query("#chart").results(FramedPane)
        widget = next(there, None)
        if view.charted and widget is None:
            from tui.panes.chart import ChartPane  # noqa: PLC0415, not for the first paint

            widget = ChartPane().data_bind(view=type(self._screen).view)
            self._screen.query_one("#body").mount(widget)
        if widget is not None:
            _put(widget, place if view.charted else None, frame if view.charted else None)


class _Layout(NamedTuple):
    """What of the screen is shown, and where."""

    breakpoint: Breakpoint
    placed: dict[Pane, Place]
    strip: bool
    chips: bool
    one_line: bool


def _laid_out(view: View, size: Size) -> _Layout:
    width, height = size
    breakpoint_ = breakpoint_of(width, height)
    is_tiny = breakpoint_ == "tiny"
    strip = height >= ROOMY and not is_tiny
    chips = has_chips_line(view) and not is_tiny
    one_line = breakpoint_ == "minimal" and view.focus != "detail"
    body = height - 2 - 2 * strip - one_line - chips
    placed = {place.pane: place for place in places(view, width, body, breakpoint_)}
    return _Layout(breakpoint_, placed, strip, chips, one_line)


def _put(widget: FramedPane, place: Place | None, frame: Frame | None) -> None:
    widget.display = place is not None
    if place is not None:
        box = place.box
        widget.styles.offset = (box.x, box.y)
        widget.styles.width = box.width
        widget.styles.height = box.height
    widget.frame = frame
