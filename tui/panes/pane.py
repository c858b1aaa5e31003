"""The shared line-drawn pane: it turns rows of toned text into strips, and sends only changes.

A pane asks for the rows that are on the screen and for no others. After each change it
compares them with those last drawn and refreshes only the rows that differ.
"""

import re
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.panes.frame import Frame
from tui.panes.tones import Ground, linked, style_of
from tui.view.line import Line, Tone
from tui.view.view import View

WHEEL = 3
"""Rows that a notch of the mouse wheel scrolls."""

_UNSAFE = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"


class Row(NamedTuple):
    """A row of the screen. A framed row keeps its ground inside its first and last span."""

    line: Line = ()
    ground: Ground = "plain"
    framed: bool = False


def harmless(text: str) -> str:
    """Text with a sign in place of each character that a terminal would obey."""
    return text if text.isprintable() else re.sub(_UNSAFE, "\ufffd", text)


class LinePane(ScrollView, can_focus=False, inherit_css=False):
    """A widget that draws rows of text with tones. Subclasses say what the rows are.

    They call `redraw` whenever that may have changed.
    """

    DEFAULT_CSS = """
    LinePane {
        width: 1fr;
        height: 1fr;
        background: $background;
        color: $tone-text;
        scrollbar-size: 0 0;
        overflow: hidden;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002, Textual's name for it
        super().__init__(id=id)
        self._drawn: list[Row] = []
        self._drawn_size: Size | None = None
        self._styles_by_tone: dict[tuple[Tone, Ground], Style] = {}

    def rows(self) -> list[Row]:
        """The rows on the screen from top to bottom, as many as the pane is high or fewer."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Draw everything at the new size, unless the paint was faster."""
        if self._drawn_size != self.size:
            self.refresh()

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        super().notify_style_update()
        self._styles_by_tone.clear()

    def redraw(self) -> None:
        """Refresh the rows that differ from what was last drawn."""
        before = self._drawn
        if self._drawn_size != self.size or len(before) != self.size.height:
            self._drawn_size = None
            self.refresh()
            return
        self._make()
        width = self.size.width
        changed = [
            Region(0, y, width, 1)
            for y, (old, new) in enumerate(zip(before, self._drawn, strict=True))
            if old != new
        ]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """A row of the pane as a strip of its width."""
        if self._drawn_size != self.size:
            self._make()
        width = self.size.width
        row = self._drawn[y] if y < len(self._drawn) else Row()
        segments: list[Segment] = []
        base = style = self._style("text", row.ground)
        edges = (0, len(row.line) - 1) if row.framed else ()
        for at, (text, tone, link) in enumerate(row.line):
            if not text:
                continue
            # A blank keeps the colour before it: nothing is seen, and nothing is sent.
            is_seen = not text.isspace() or style.underline or style.reverse
            if at in edges:
                style = self._style(tone, "plain")
            elif is_seen or (at - 1 in edges and row.ground != "plain"):
                style = self._style(tone, row.ground)
            segments.append(Segment(harmless(text), style + linked(link) if link else style))
        return Strip(segments).simplify().adjust_cell_length(width, base)

    @property
    def cursor_place(self) -> Offset | None:
        """Where on the screen the row of the cursor begins; None if no row has it."""
        for y, row in enumerate(self._drawn):
            if row.ground == "cursor":
                region = self.region
                return region.offset + Offset(int(row.framed), y) if region else None
        return None

    @property
    def top(self) -> int:
        """The first row in sight."""
        return round(self.scroll_y)

    def scroll_rows(self, rows: int) -> None:
        """Scroll down by some rows, up if negative. The cursor stays where it is."""
        self.start_at(self.top + rows)
        self.redraw()

    def start_at(self, row: int) -> None:
        """Let a row be the first in sight, without drawing yet."""
        last = self.virtual_size.height - self.size.height
        self.set_reactive(LinePane.scroll_y, float(max(0, min(row, last))))

    def fit(self, height: int) -> None:
        """Say how many rows there are to scroll through, without a new layout of the screen."""
        size = Size(self.size.width, height)
        if size != self.virtual_size:
            self.set_reactive(LinePane.virtual_size, size)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the rows that came into sight."""
        if round(old_value) != round(new_value):
            self.redraw()

    def _make(self) -> None:
        """Ask for the rows, and see that there are as many as the pane is high."""
        size = self.size
        rows = self.rows()[: size.height]
        self._drawn = rows + [Row()] * (size.height - len(rows))
        self._drawn_size = size

    def _style(self, tone: Tone, ground: Ground) -> Style:
        # Straight from the theme: a component class for each tone would cost every pane a
        # pass through the style sheet for each of them.
        style = self._styles_by_tone.get((tone, ground))
        if style is None:
            style = style_of(tone, ground, self.app.theme_variables)
            self._styles_by_tone[tone, ground] = style
        return style


class ViewPane(LinePane):
    """A pane that draws a view. Subclasses say what the rows of one are."""

    view: reactive[View | None] = reactive(None, repaint=False)
    """What is shown; nothing without one."""

    def rows(self) -> list[Row]:
        """The rows of the view."""
        return [] if self.view is None else self.rows_of(self.view)

    def rows_of(self, view: View) -> list[Row]:
        """The rows of a view from top to bottom."""
        raise NotImplementedError

    def watch_view(self) -> None:
        """Draw what changed."""
        self.redraw()


class FramedPane(ViewPane):
    """A pane of the body: rows in a frame, scrolled by itself."""

    frame: reactive[Frame | None] = reactive(None, repaint=False)
    """What is drawn round it, None while it is not on the screen."""

    @property
    def cursor_place(self) -> Offset | None:
        """Where on the screen the row of the cursor begins, or all that is read with these keys."""
        place, frame = super().cursor_place, self.frame
        if place is None and frame and frame.focused:
            region = self.region
            return region.offset + Offset(int(frame.bordered), 1) if region else None
        return place

    @property
    def page(self) -> int:
        """How many rows are in sight at once."""
        frame = self.frame
        return max(1, self.size.height - (frame.margin[1] if frame else 0))

    def watch_frame(self) -> None:
        """Draw the new frame."""
        self.redraw()

    def rows_of(self, view: View) -> list[Row]:
        """The rows in sight, in the frame."""
        frame = self.frame
        return [] if frame is None else self.framed(view, frame)

    def framed(self, view: View, frame: Frame) -> list[Row]:
        """The rows in sight with a frame round them, after scrolling to where they should be."""
        raise NotImplementedError

    def row_at(self, event: Click) -> int | None:
        """The row that a click is on, None for the frame."""
        above = 1 if self.frame and self.frame.margin[1] else 0
        inside = above <= event.y < above + self.page
        return self.top + event.y - above if inside else None

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll without moving the cursor."""
        event.stop()
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll without moving the cursor."""
        event.stop()
        self.scroll_rows(-WHEEL)
