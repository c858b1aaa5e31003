"""Where the widgets of Browse stand: for each size and view, every pane at its place or hidden.

What has not changed since the last time is left alone.
"""

from textual.geometry import Size
from textual.screen import Screen

from tui.panes.bars import ChipsLine, DensityStrip, OneLineDetail
from tui.panes.frame import Frame
from tui.panes.pane import FramedPane
from tui.view.chips import has_chips_line
from tui.view.layout import Breakpoint, Place, breakpoint_of, places
from tui.view.lists import PANES, Pane
from tui.view.view import View

ROOMY = 16
"""Rows from which there is room for the density strip."""


class Stage:
    """Arranges the widgets of a screen.

    Attributes:
        breakpoint: The layout that the size calls for.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self.breakpoint: Breakpoint = "tiny"
        self._screen = screen
        self._arrangement: object = None

    def arrange(self, view: View, size: Size) -> None:
        """Give each pane its place, or none."""
        width, height = size
        self.breakpoint = breakpoint_of(width, height)
        is_tiny, is_minimal = self.breakpoint == "tiny", self.breakpoint == "minimal"
        strip = height >= ROOMY and not is_tiny
        chips = has_chips_line(view) and not is_tiny
        one_line = is_minimal and view.focus != "detail"
        body = height - 2 - 2 * strip - one_line - chips
        placed = {place.pane: place for place in places(view, width, body, self.breakpoint)}
        arrangement = (placed, self.breakpoint, view.focus, strip, chips)
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        screen = self._screen
        screen.set_class(is_tiny, "-tiny")
        screen.query_one(DensityStrip).display = strip
        screen.query_one(ChipsLine).display = chips
        screen.query_one(OneLineDetail).display = one_line
        for pane in PANES:
            place = placed.get(pane)
            frame = place and Frame(pane, place.tabs, pane == view.focus, not is_minimal, view.keys)
            self._put(pane, place, frame)

    def _put(self, pane: Pane, place: Place | None, frame: Frame | None) -> None:
        widget = self._screen.query_one(f"#{pane}", FramedPane)
        widget.display = place is not None
        if place is not None:
            box = place.box
            widget.styles.offset = (box.x, box.y)
            widget.styles.width = box.width
            widget.styles.height = box.height
        widget.frame = frame
