"""A short list under a field, to choose from what could stand in it."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message

from tui.panes.pane import LinePane, Row
from tui.view.line import Span, pad, shorten
from tui.view.words import CURSOR

MOST = 5
"""Rows of a list."""
_WIDEST = 60


class ChoicesList(LinePane):
    """Texts to choose from, each with what it stands for."""

    DEFAULT_CSS = """
    ChoicesList { display: none; }
    ChoicesList.-open { display: block; }
    """

    class Picked(Message):
        """A row was clicked.

        Attributes:
            number: Which.
        """

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[tuple[str, str]] = ()
        self.cursor = 0

    @property
    def is_open(self) -> bool:
        """Whether there is something to choose."""
        return bool(self.entries)

    @property
    def cursor_place(self) -> Offset | None:
        """None: what is typed is where the reader is."""
        return None

    def offer(self, entries: Sequence[tuple[str, str]]) -> None:
        """Have other texts to choose from, none to close it."""
        if list(entries) != list(self.entries):
            self.cursor = 0
        self.entries = entries
        self.set_class(bool(entries), "-open")
        self.redraw()

    def place(self, under: Offset, within: Region) -> None:
        """Stand under a place on the screen, or above it where there is no room below.

        Args:
            under: Where the text begins.
            within: What it must not reach out of.
        """
        width, height = min(self._width, within.width), len(self.entries)
        x = max(within.x, min(under.x - 2, within.right - width))
        is_below = under.y + 1 + height <= within.bottom
        self.styles.width, self.styles.height = max(1, width), height
        self.styles.offset = (x, under.y + 1 if is_below else max(0, under.y - height))

    def step(self, rows: int) -> None:
        """Move the cursor."""
        self.cursor = (self.cursor + rows) % max(1, len(self.entries))
        self.redraw()

    def rows(self) -> list[Row]:
        """All that is offered."""
        width = self.size.width
        column = min(self._column, max(1, width - 4))
        rows = []
        for at, (text, note) in enumerate(self.entries):
            is_here = at == self.cursor
            mark = Span(f"{CURSOR if is_here else '│'} ", "accent")
            beside = Span(shorten(note, width - column - 3), "dim")
            line = (mark, Span(pad(text, column), "strong"), beside)
            rows.append(Row(line, "cursor" if is_here else "plain"))
        return rows

    def on_click(self, event: events.Click) -> None:
        """Say which row was clicked."""
        event.stop()
        if event.y < len(self.entries):
            self.post_message(self.Picked(event.y))

    @property
    def _column(self) -> int:
        return max((cell_len(text) for text, _ in self.entries), default=0) + 1

    @property
    def _width(self) -> int:
        notes = max((cell_len(note) for _, note in self.entries), default=0)
        return min(_WIDEST, self._column + notes + 4)
