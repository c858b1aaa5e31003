"""The events of the view in a frame as a chart: lanes over time.

It takes the place of the list of events. Like every pane it holds no facts: what is on which of
its cells is only kept to tell what is clicked.
"""

from collections.abc import Mapping

from textual.events import (
    Click,
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
from tui.view.chart.scene import Hit
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
        """

        def __init__(self, hit: Hit | None) -> None:
            super().__init__()
            self.hit = hit

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

    def __init__(self) -> None:
        super().__init__(id="chart")
        self._chart: Chart | None = None

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
        x, y = self._cursor_cell() or (0, 0)
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
        """Say what was clicked."""
        frame = self.frame
        if frame is not None and self._chart is not None:
            self.post_message(self.Picked(self._chart.at(event.x - frame.bordered, event.y - 1)))

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

    def _cursor_cell(self) -> tuple[int, int] | None:
        """Where in the chart the mark of the cursor is, or the name of its lane."""
        view, chart = self.view, self._chart
        if view is None or view.chart is None or chart is None:
            return None
        at, state = view.cursors.get("events"), view.chart
        for y, line in enumerate(chart.hits):
            for hit in line:
                own = state.lane in (None, hit.lane)
                on_head = state.head == at
                if own and (hit.part == "head" if on_head else at in hit.positions):
                    return hit.start, y
        return None

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
