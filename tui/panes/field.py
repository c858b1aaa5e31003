"""A field of a form: its label, what is typed, how that reads beside it, what is wrong below it.

It knows nothing of timelines: what is typed goes out in messages, what there is to say comes in.
"""

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from tui.panes.pane import harmless
from tui.panes.prompt import OneLine
from tui.view.words import CURSOR

LABEL = 14
"""Cells of a label, with the mark of the cursor before it."""
LEAST, MOST = 2, 9
"""Rows of prose."""
WRONG = "✗"


class Prose(TextArea):
    """Lines to type in, as many rows as they take. What is pasted keeps its lines."""

    def on_resize(self) -> None:
        """Lines break elsewhere now."""
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Be as high as the lines, but for very many."""
        rows = max(LEAST, min(self.wrapped_document.height, MOST))
        if self.size.height != rows:
            self.styles.height = rows

    async def _on_paste(self, event: events.Paste) -> None:
        """Put it in without what a terminal would obey."""
        event.prevent_default().stop()
        lines = event.text.expandtabs().splitlines()
        self.replace("\n".join(map(harmless, lines)), *self.selection)


class FieldRow(Container):
    """A label and what is typed, in one row or, of prose, in several."""

    DEFAULT_CSS = """
    FieldRow { height: auto; background: $background; }
    FieldRow Horizontal { height: auto; }
    FieldRow Static {
        height: 1;
        color: $tone-dim;
        background: $background;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    FieldRow .label { width: 14; }
    FieldRow .note { width: auto; max-width: 50%; padding-left: 2; }
    FieldRow .wrong {
        display: none;
        height: auto;
        max-height: 2;
        margin-left: 14;
        color: $tone-bad;
        text-style: $tone-bad-style;
        text-wrap: wrap;
    }
    FieldRow.-wrong .wrong { display: block; }
    FieldRow.-here .label { color: $tone-accent; text-style: $tone-accent-style; }
    FieldRow Input, FieldRow TextArea {
        width: 1fr;
        height: 1;
        border: none;
        padding: 0;
        color: $tone-text;
        background: $tone-cursor-quiet;
        background-tint: $background 0%;
        scrollbar-size: 0 0;
    }
    FieldRow TextArea { height: 2; }
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

    is_prose: bool
    """Whether it takes lines."""

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

    def __init__(self, name: str, text: str, *, is_prose: bool) -> None:
        super().__init__(name=name)
        self._first = text
        self.is_prose = is_prose

    def compose(self) -> ComposeResult:
        """The label, the text, the note; below it what is wrong."""
        with Horizontal():
            yield Static(f" {self.name}", classes="label", markup=False)
            if self.is_prose:
                prose = Prose(self._first, compact=True, highlight_cursor_line=False)
                prose.match_cursor_bracket = prose.cursor_blink = False
                yield prose
            else:
                line = OneLine(self._first, compact=True, select_on_focus=False)
                line.cursor_blink = False
                yield line
                yield Static(classes="note", markup=False)
        yield Static(classes="wrong", markup=False)

    @property
    def text(self) -> str:
        """What stands there."""
        return self._prose.text if self.is_prose else self._line.value

    @property
    def cursor(self) -> int:
        """Before which character of a line the cursor is, 0 in prose."""
        return 0 if self.is_prose else self._line.cursor_position

    def place_of(self, character: int) -> Offset:
        """Where on the screen a character of the line is."""
        line = self._line
        return line.region.offset + Offset(
            cell_len(line.value[:character]) - round(line.scroll_x), 0
        )

    @property
    def has_keys(self) -> bool:
        """Whether keys go to it."""
        return self.screen.focused is (self._prose if self.is_prose else self._line)

    def take_keys(self) -> None:
        """Have the keys."""
        self.screen.set_focus(self._prose if self.is_prose else self._line)

    def type(self, text: str) -> None:
        """Put in what was typed where the cursor is."""
        if self.is_prose:
            self._prose.insert(text)
        else:
            self._line.replace(text, *self._line.selection)

    def select(self) -> None:
        """Have all of a line taken up by what is typed next."""
        if not self.is_prose:
            self._line.select_all()

    def put(self, text: str, cursor: int) -> None:
        """Have another text in a line."""
        self._line.value = text
        self._line.cursor_position = cursor

    def say(self, note: str) -> None:
        """Say beside a line how it reads."""
        if not self.is_prose:
            beside = self.query_one(".note", Static)
            beside.update(harmless(note))
            beside.display = bool(note)

    def complain(self, wrong: str) -> None:
        """Say below it what is wrong, "" for nothing."""
        self.query_one(".wrong", Static).update(f"{WRONG} {harmless(wrong)}")
        self.set_class(bool(wrong), "-wrong")

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _changed(self, message: Message) -> None:
        message.stop()
        if self.is_prose:
            self._prose.fit()
        self.post_message(self.Typed(self))

    def on_descendant_focus(self) -> None:
        """Mark where the keys go."""
        self.add_class("-here")
        self.query_one(".label", Static).update(f"{CURSOR}{self.name}")
        self.post_message(self.Entered(self))

    def on_descendant_blur(self) -> None:
        """Take the mark away."""
        self.remove_class("-here")
        self.query_one(".label", Static).update(f" {self.name}")
        self.post_message(self.Left(self))

    @property
    def _line(self) -> OneLine:
        return self.query_one(OneLine)

    @property
    def _prose(self) -> Prose:
        return self.query_one(Prose)
