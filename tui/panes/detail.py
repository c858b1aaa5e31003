"""Detail: all about the item that drives, line by line, with links that can be walked."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from tui.actions import hint_of
from tui.panes.frame import Frame
from tui.panes.pane import FramedPane, Row
from tui.timeline.timeline import Timeline
from tui.view.detail import Detail, detail_of
from tui.view.line import Line, Span, labelled, width_of
from tui.view.page import MEASURE, Target
from tui.view.search import highlighted
from tui.view.view import Item, View
from tui.view.words import CURSOR


class DetailPane(FramedPane):
    """What is known of one item. Which link is selected is the view's."""

    pane: Final = "detail"

    labels: reactive[Mapping[int, str]] = reactive({}, repaint=False)
    """What to press to jump to a link, by its number, while labels are shown."""

    class Picked(Message):
        """A line was clicked.

        Attributes:
            target: Where the line leads, None if nowhere.
        """

        def __init__(self, target: Target | None) -> None:
            super().__init__()
            self.target = target

    def __init__(self, *, turns: bool = False) -> None:
        """Create the pane.

        Args:
            turns: Whether dateline turns text round that runs from right to left; it stands at
                the right then.
        """
        super().__init__(id="detail")
        self._turns = turns
        self._detail = Detail(())
        self._laid_out: tuple[Timeline | None, Item | None, int] = (None, None, 0)

    @property
    def detail(self) -> Detail:
        """The lines as they are set at the present width."""
        return self._detail

    def stepped(self, view: View, steps: int) -> View:
        """The view at the next link if that is near; else this scrolls by a line."""
        stop = self._next_stop(view.stop, steps)
        if stop is None:
            self.scroll_rows(steps)
            return view
        self._reveal(stop)
        return view.select_stop(stop)

    def framed(self, view: View, frame: Frame) -> list[Row]:
        """The lines in sight, in the frame."""
        self._set(view, frame)
        selected = self._detail.lines_of(view.stop) if frame.focused else range(0)
        numbers = range(self.top, min(len(self._detail.lines), self.top + self.page))
        stops = self._detail.stops
        labels = {stops[stop]: label for stop, label in self.labels.items() if stop < len(stops)}
        body: list[Line] = []
        for at in numbers:
            line = self._aligned(self._detail.lines[at].line)
            line = highlighted(line, view.search.text) if view.search else line
            line = (Span(CURSOR if at in selected[:1] else " ", "accent"), *line)
            body.append(labelled(line, labels.get(at, "")))
        body.extend([()] * (self.page - len(body)))
        enclosed = frame.enclose(body, self.size.width, "", self._foot(view))
        return [
            Row(line, "cursor", frame.bordered) if at in selected else Row(line)
            for at, line in enumerate(enclosed, self.top - 1)
        ]

    def watch_labels(self) -> None:
        """Draw the labels, or take them away."""
        self.redraw()

    def in_sight(self, _view: View) -> list[int]:
        """The numbers of the links that begin in sight, from top to bottom."""
        if self.frame is None or not self.display:
            return []
        rows = range(self.top, self.top + self.page)
        return [stop for stop, line in enumerate(self._detail.stops) if line in rows]

    def on_click(self, event: Click) -> None:
        """Say where the clicked line leads."""
        row = self.row_at(event)
        there = row is not None and row < len(self._detail.lines)
        target = self._detail.lines[row].target if row is not None and there else None
        self.post_message(self.Picked(target))

    def _next_stop(self, stop: int, steps: int) -> int | None:
        """The stop after (or before) one, counted from what is in sight; None if it is far away."""
        stops = self._detail.stops
        bottom = self.top + self.page
        here = self._detail.line_of(stop)
        if self.top <= here < bottom:
            target = stop + steps
        elif steps > 0:
            target = bisect_left(stops, self.top)
        else:
            target = bisect_left(stops, bottom) - 1
        if not 0 <= target < len(stops):
            return None
        away = self.page // 2
        return target if self.top - away <= stops[target] < bottom + away else None

    def _reveal(self, stop: int) -> None:
        """Scroll so that a link is in sight with a little beside it."""
        line = self._detail.line_of(stop)
        if line < self.top + 1:
            self.start_at(line - self.page // 3)
        elif line >= self.top + self.page - 1:
            self.start_at(line - self.page + 1 + self.page // 3)
        self.redraw()

    def _aligned(self, line: Line) -> Line:
        """A line of nothing but text that runs from right to left at the right of the page."""
        if not (self._turns and len(line) == 1):
            return line
        from tui.view.bidi import begins_left  # noqa: PLC0415, few terminals need it

        if not begins_left(line[0].text):
            return line
        room = min(self._laid_out[2], MEASURE) - width_of(line)
        return (Span(" " * max(0, room)), *line)

    def _set(self, view: View, frame: Frame) -> None:
        """Set the item in lines; another item starts at its top."""
        width = max(1, self.size.width - frame.margin[0] - 1)
        before, self._laid_out = self._laid_out, (view.timeline, view.item, width)
        if before != self._laid_out:
            self._detail = detail_of(view, width)
        self.fit(len(self._detail.lines) + frame.margin[1])
        self.start_at(0 if before[1] != view.item else self.top)

    def _foot(self, view: View) -> str:
        """The keys that scroll, and how far this is, where not all is in sight."""
        lines = len(self._detail.lines)
        if lines <= self.page:
            return ""
        keys = hint_of("{detail.down}/{detail.up}", view.keys)
        return f"{keys} {min(lines, self.top + self.page)}/{lines}".strip()
