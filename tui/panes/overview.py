"""The overview of a talk: its grid with a bar above, and below what the keys do."""

from textual import events
from textual.geometry import Offset
from textual.message import Message

from tui.panes.pane import LinePane, Row
from tui.view.line import Span, shorten
from tui.view.rows import between
from tui.view.talk.overview import Overview
from tui.view.talk.pages import Room

_LEFT = 1
"""Blank columns to the left of the grid."""
_AIRY = 22
"""Rows of the screen from which a blank one parts the grid from the bar."""
_KEYS = ("Enter goes there", "Esc closes", "digits: a number")


class OverviewPane(LinePane):
    """The whole screen of an overview."""

    class Picked(Message):
        """A slide was clicked.

        Attributes:
            at: Its place.
        """

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    class Rolled(Message):
        """The wheel was turned.

        Attributes:
            rows: Rows down, up if negative.
        """

        def __init__(self, rows: int) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self.overview = overview

    @property
    def room(self) -> Room:
        """What there is for the grid."""
        width, height = self.size
        return Room(max(1, width - 2 * _LEFT), max(1, height - self._above - 1))

    @property
    def cursor_place(self) -> Offset | None:
        """Where on the screen the cell of the cursor begins."""
        x, y = self.overview.place(self.room)
        return self.region.offset + Offset(_LEFT + x, self._above + y)

    def show(self, overview: Overview) -> None:
        """Show another state of it."""
        self.overview = overview
        self.redraw()

    def rows(self) -> list[Row]:
        """The bar, the grid, and the foot."""
        here, width = self.overview.scrolled(self.room), self.size.width
        self.overview = here
        talk = here.talk
        count = len(talk.deck.slides)
        right = f"{here.cursor + 1}/{count} " if count else ""
        title = shorten(talk.title, width - len(right) - 3)
        top = between((Span(f" {title}", "dim"),), (Span(right, "dim"),), width)
        margin = Span(" " * _LEFT)
        body = [Row((margin, *line)) for line in here.lines(self.room)]
        body += [Row()] * (self.room.height - len(body))
        rows = [Row(top), *[Row()] * (self._above - 1), *body]
        return [*rows, Row((Span(f" {self._said(width - 2)}", "dim"),))]

    def on_click(self, event: events.Click) -> None:
        """Say which slide was clicked."""
        event.stop()
        at = self.overview.slide_at(event.x - _LEFT, event.y - self._above, self.room)
        if at is not None:
            self.post_message(self.Picked(at))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Have the cursor go down."""
        event.stop()
        self.post_message(self.Rolled(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Have the cursor go up."""
        event.stop()
        self.post_message(self.Rolled(-1))

    @property
    def _above(self) -> int:
        """Rows above the grid."""
        return 2 if self.size.height >= _AIRY else 1

    def _said(self, width: int) -> str:
        """The keys, as many as there is room for, or the number that is typed."""
        typed = self.overview.typed
        keys = (f"Slide {typed}", *_KEYS[:2]) if typed else _KEYS
        return shorten(" · ".join(keys), width)
