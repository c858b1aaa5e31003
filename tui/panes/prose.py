"""Prose: a field of several lines, which break where there is no more room."""

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from tui.panes.pane import harmless

LEAST, MOST = 2, 9
"""Rows of prose."""


class Prose(TextArea):
    """Lines to type in. What is pasted keeps its lines."""

    class Wrapped(Message):
        """The lines may break elsewhere."""

    def on_resize(self) -> None:
        """Lines break elsewhere now."""
        self.post_message(self.Wrapped())

    def on_paste(self, event: events.Paste) -> None:
        """Put in what is pasted."""
        paste(self, event)


def prose(text: str) -> Prose:
    """A field with a text in it."""
    entry = Prose(text, compact=True, highlight_cursor_line=False)
    entry.match_cursor_bracket = entry.cursor_blink = False
    return entry


def paste(field: TextArea, event: events.Paste) -> None:
    """Put lines that are pasted into a field, without what a terminal would obey."""
    event.prevent_default().stop()
    lines = event.text.expandtabs(field.indent_width).splitlines()
    field.replace("\n".join(map(harmless, lines)), *field.selection)


def height(rows: int) -> int:
    """How high a field is whose lines take so many rows."""
    return max(LEAST, min(rows, MOST))
