"""A field of a form: its label, what is typed, how that reads beside it, what is wrong below it.

It knows nothing of timelines: what is typed goes out in messages, what there is to say comes in.
"""

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tui.panes.pane import harmless
from tui.panes.prompt import OneLine
from tui.panes.prose import Prose, height, prose
from tui.panes.tones import style_of
from tui.view.line import Line, Span, pad, shorten, wrap
from tui.view.words import CURSOR

LABEL = 14
"""Cells of a label, with the mark of the cursor before it."""
WRONG = "✗"
_MOST_WRONG = 2
"""Rows of what is wrong."""


class FieldRow(Widget, can_focus=False):
    """A label and what is typed, in one row or, of prose, in as many as it takes."""

    DEFAULT_CSS = """
    FieldRow { height: 1; background: $background; }
    FieldRow Input, FieldRow TextArea {
        width: 1fr;
        height: 1;
        margin-left: 14;
        border: none;
        padding: 0;
        color: $tone-text;
        background: $tone-cursor-quiet;
        background-tint: $background 0%;
        scrollbar-size: 0 0;
    }
    FieldRow Input:focus, FieldRow TextArea:focus {
        border: none;
        background: $tone-cursor;
        background-tint: $background 0%;
    }
    FieldRow Input:focus > .input--cursor, FieldRow TextArea:focus .text-area--cursor {
        color: $input-cursor-foreground;
        background: $tone-cursor;
        text-style: $input-cursor-text-style;
    }
    """

    class Typed(Message):
        """Something was typed.

        Attributes:
            row: The field.
        """

        def __init__(self, row: "FieldRow") -> None:
            super().__init__()
            self.row = row

    class Entered(Typed):
        """The field has the keys."""

    class Left(Typed):
        """The field has the keys no more."""

    class Grown(Typed):
        """The field is of another height."""

    def __init__(self, name: str, text: str, room: int, *, is_prose: bool) -> None:
        """A field.

        Args:
            name: What it is called.
            text: What stands there at first.
            room: How wide that is likely to be.
            is_prose: Whether it takes lines.
        """
        super().__init__(name=name)
        self.is_prose = is_prose
        self._entry = prose(text) if is_prose else _line(text)
        # A cell is left for the cursor behind the last character.
        self._rows = height(len(wrap(text, room - 1))) if is_prose else 1
        self._note = self._wrong = ""
        self._is_here = False

    def compose(self) -> ComposeResult:
        """What is typed; the rest is drawn round it."""
        yield self._entry

    def on_mount(self) -> None:
        """Be as high as what is there."""
        self._fit()

    def on_resize(self) -> None:
        """What is wrong may take more rows now."""
        self._fit()

    def render_line(self, y: int) -> Strip:
        """The label and the note in the first row, what is wrong below what is typed."""
        variables = self.app.theme_variables
        segments = [
            Segment(harmless(span.text), style_of(span.tone, "plain", variables))
            for span in self._line_at(y)
        ]
        return Strip(segments).adjust_cell_length(
            self.size.width, style_of("text", "plain", variables)
        )

    @property
    def text(self) -> str:
        """What stands there."""
        entry = self._entry
        return entry.text if isinstance(entry, Prose) else entry.value

    @property
    def cursor(self) -> int:
        """Before which character of a line the cursor is, 0 in prose."""
        return 0 if isinstance(self._entry, Prose) else self._entry.cursor_position

    @property
    def has_keys(self) -> bool:
        """Whether keys go to it."""
        return self.screen.focused is self._entry

    def place_of(self, character: int) -> Offset:
        """Where on the screen a character of a line is."""
        entry = self._entry
        cells = cell_len(self.text[:character]) - round(entry.scroll_x)
        return entry.region.offset + Offset(cells, 0)

    def take_keys(self) -> None:
        """Have the keys."""
        self.screen.set_focus(self._entry)

    def type(self, text: str) -> None:
        """Put in what was typed where the cursor is."""
        if isinstance(self._entry, Prose):
            self._entry.insert(text)
        else:
            self._entry.replace(text, *self._entry.selection)

    def select(self) -> None:
        """Have all of a line taken up by what is typed next."""
        if isinstance(self._entry, Input):
            self._entry.select_all()

    def put(self, text: str, cursor: int) -> None:
        """Have another text in a line."""
        if isinstance(self._entry, Input):
            self._entry.value = text
            self._entry.cursor_position = cursor

    def say(self, note: str) -> None:
        """Say beside a line how it reads."""
        if note != self._note:
            self._note = note
            self._fit()

    def complain(self, wrong: str) -> None:
        """Say below it what is wrong, "" for nothing."""
        if wrong != self._wrong:
            self._wrong = wrong
            self._fit()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _changed(self, message: Message) -> None:
        message.stop()
        self._wrap()
        self.post_message(self.Typed(self))

    @on(Prose.Wrapped)
    def _wrapped(self, message: Prose.Wrapped) -> None:
        message.stop()
        self._wrap()

    def on_descendant_focus(self) -> None:
        """Mark where the keys go."""
        self._is_here = True
        self.refresh()
        self.post_message(self.Entered(self))

    def on_descendant_blur(self) -> None:
        """Take the mark away."""
        self._is_here = False
        self.refresh()
        self.post_message(self.Left(self))

    def _wrap(self) -> None:
        if isinstance(self._entry, Prose):
            rows = height(self._entry.wrapped_document.height)
            if rows != self._rows:
                self._rows = rows
                self._fit()

    def _fit(self) -> None:
        """Give each part its room."""
        if not self.is_mounted:
            return
        rows = self._rows + len(self._wrong_lines)
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows
            self.post_message(self.Grown(self))
        note = self._note_shown
        self._entry.styles.height = self._rows
        self._entry.styles.margin = (0, cell_len(note) + 2 if note else 0, 0, LABEL)
        self.refresh()

    @property
    def _note_shown(self) -> str:
        return shorten(self._note, max(0, (self.size.width - LABEL) // 2))

    @property
    def _wrong_lines(self) -> list[str]:
        if not self._wrong:
            return []
        return wrap(f"{WRONG} {self._wrong}", max(1, self.size.width - LABEL))[:_MOST_WRONG]

    def _line_at(self, y: int) -> Line:
        if y == 0:
            mark = CURSOR if self._is_here else " "
            label = Span(pad(f"{mark}{self.name}", LABEL), "accent" if self._is_here else "dim")
            note = self._note_shown
            gap = self.size.width - LABEL - cell_len(note)
            return (label, Span(" " * max(0, gap)), Span(note, "dim"))
        wrong = self._wrong_lines[y - self._rows : y - self._rows + 1] if y >= self._rows else []
        return (Span(" " * LABEL), *(Span(each, "bad") for each in wrong))


def _line(text: str) -> OneLine:
    entry = OneLine(text, compact=True, select_on_focus=False)
    entry.cursor_blink = False
    return entry
