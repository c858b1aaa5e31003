"""The events of the view in a frame as a chart: lanes over time.

It takes the place of the list of events. Like every pane it holds no facts: what is on which of
its cells is only kept to tell what is clicked.
"""

from collections.abc import Mapping

from textual.events import (
    Click,
    MouseDown,
    MouseMove,
    MouseScrollDown,
    MouseScrollLeft,
    MouseScrollRight,
    MouseScrollUp,
)
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive

from tui.panes.frame import Frame
from tui.panes.pane import WHEEL, FramedPane, Row
from tui.view.chart.chart import Chart, chart_of
from tui.view.chart.finding import lit
from tui.view.chart.layout import AXIS
from tui.view.chart.scene import Hit
from tui.view.chart.state import ChartState
from tui.view.chart.steering import room_in
from tui.view.chart.tally import tally_words
from tui.view.layout import Box
from tui.view.line import over
from tui.view.lists import Pane
from tui.view.view import View


class ChartPane(FramedPane):
    """The chart of a view."""

    labels: reactive[Mapping[int, str]] = reactive({}, repaint=False)
    """What to press to jump to a position, while labels are shown."""

    class Picked(Message):
        """Something was clicked.

        Attributes:
            hit: What; None for the axis, a free cell or the frame.
            column: Which column of time on the axis, None for anything else.
        """

        def __init__(self, hit: Hit | None, column: int | None = None) -> None:
            super().__init__()
            self.hit = hit
            self.column = column

    class Turned(Message):
        """The wheel was turned.

        Attributes:
            notches: How far, down or right.
            way: What is meant by it: other lanes, other time, or to be nearer.
            column: The column of time that the pointer is at, None beside those.
        """

        def __init__(self, notches: int, way: str, column: int | None = None) -> None:
            super().__init__()
            self.notches = notches
            self.way = way
            self.column = column

    class Dragged(Message):
        """The chart was dragged.

        Attributes:
            since: How it was looked at when it was gripped.
            columns: How far to the right it is dragged from there.
            rows: And how far down.
        """

        def __init__(self, since: ChartState, columns: int, rows: int) -> None:
            super().__init__()
            self.since = since
            self.columns = columns
            self.rows = rows

    def __init__(self) -> None:
        super().__init__(id="chart")
        self._chart: Chart | None = None
        self._grip: tuple[Offset, ChartState] | None = None
        self._is_dragged = False

    def framed(self, view: View, frame: Frame) -> list[Row]:
        """The chart in the frame."""
        if view.chart is None:
            return []
        width, height = self.size
        room = room_in(Box(0, 0, width, height), is_bordered=frame.bordered)
        self._chart = chart = chart_of(view, view.chart, room)
        lines = list(lit(view, chart))
        for x, y, label in self._labels():
            lines[y] = over(lines[y], x, label, "found")
        foot = ""
        if frame.bordered:
            lines.pop()
            foot = tally_words(chart.tally, max(0, width - 12 - len(_foot(view))))
            foot = " · ".join(part for part in (foot, _foot(view)) if part)
        count = f"{view.size('events'):,}"
        return [Row(line) for line in frame.enclose(lines, width, count, foot)]

    @property
    def pane(self) -> Pane:
        """Which pane of the view it is."""
        return "events"

    @property
    def cursor_place(self) -> Offset | None:
        """Where on the screen the mark of the cursor is."""
        frame, region = self.frame, self.region
        if frame is None or not frame.focused or not region:
            return None
        x, y = (self._chart and self._chart.cursor) or (0, 0)
        return region.offset + Offset(x + frame.bordered, y + 1)

    def watch_labels(self) -> None:
        """Draw the labels, or take them away."""
        self.redraw()

    def in_sight(self, view: View) -> list[int]:
        """The positions of the events whose marks are in sight, each once, row by row."""
        del view
        if self.frame is None or not self.display or self._chart is None:
            return []
        marks = (hit for line in self._chart.hits for hit in line if hit.part == "mark")
        return list(dict.fromkeys(hit.positions[0] for hit in marks))

    def on_click(self, event: Click) -> None:
        """Say what was clicked, unless that was the end of dragging."""
        frame, chart = self.frame, self._chart
        if frame is None or chart is None or self._is_dragged:
            return
        row = event.y - 1
        column = self._column(event.x) if 0 <= row < AXIS else None
        self.post_message(self.Picked(chart.at(event.x - frame.bordered, row), column))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Follow the pointer, also beside the chart, as long as it is held."""
        self._is_dragged = False
        if event.button == 1 and self.view is not None and self.view.chart is not None:
            event.stop()
            self.capture_mouse()
            self._grip = event.offset, self.view.chart

    def on_mouse_move(self, event: MouseMove) -> None:
        """Say how far the chart is dragged."""
        if self._grip is None:
            return
        if not event.button:
            self.on_mouse_up()
            return
        start, since = self._grip
        by = event.offset - start
        self._is_dragged = self._is_dragged or by != Offset(0, 0)
        if self._is_dragged:
            self.post_message(self.Dragged(since, by.x, by.y))

    def on_mouse_up(self) -> None:
        """Let the chart go."""
        self._grip = None
        self.release_mouse()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Other lanes, or later; with Ctrl from farther away."""
        self._turn(event, 1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Other lanes, or earlier; with Ctrl from nearer."""
        self._turn(event, -1)

    def on_mouse_scroll_right(self, event: MouseScrollRight) -> None:
        """Later."""
        event.stop()
        self.post_message(self.Turned(WHEEL, "time"))

    def on_mouse_scroll_left(self, event: MouseScrollLeft) -> None:
        """Earlier."""
        event.stop()
        self.post_message(self.Turned(-WHEEL, "time"))

    def _turn(self, event: MouseScrollDown | MouseScrollUp, notches: int) -> None:
        event.stop()
        if event.ctrl:
            self.post_message(self.Turned(-notches, "near", self._column(event.x)))
        else:
            self.post_message(self.Turned(notches * WHEEL, "time" if event.shift else "lanes"))

    def _column(self, x: int) -> int | None:
        """The column of time at a column of the pane, None beside those."""
        if self.frame is None or self._chart is None:
            return None
        column = x - self.frame.bordered - self._chart.head
        return column if 0 <= column < self._chart.scale.width else None

    def _labels(self) -> list[tuple[int, int, str]]:
        """Where the labels stand: over marks, of which what they are called follows."""
        if not self.labels or self._chart is None:
            return []
        found: dict[tuple[int, int], int] = {}
        for y, line in enumerate(self._chart.hits):
            for hit in line:
                if hit.part == "mark" and hit.positions[0] in self.labels:
                    found.setdefault((y, hit.positions[0]), hit.start)
        return [(x, y, self.labels[position]) for (y, position), x in found.items()]


def _foot(view: View) -> str:
    """Which event the cursor is on, and of how many."""
    at = view.cursors.get("events")
    if at is None:
        return ""
    return f"{view.listing('events').slot(at) + 1:,}/{view.size('events'):,}"
