"""The prompt at the foot of the screen: one line for a search, a filter or a date.

It knows nothing of timelines: what is typed goes out in messages, and what there is to say
about it comes in as `hint` and `count`.
"""

from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.actions import PROMPT_KEYS
from tui.panes.pane import harmless

Mode = Literal["search", "filter", "date"]

SIGNS: dict[Mode, str] = {"search": "/", "filter": "f ", "date": "t "}


class Completion(NamedTuple):
    """What would stand in place of a part of the text: `[start, end)` becomes `text`."""

    start: int
    end: int
    text: str


class OneLine(Input):
    """A line to type in. What is pasted is put in as one line, whatever its lines are."""

    def on_paste(self, event: events.Paste) -> None:
        """Put all of it in."""
        event.prevent_default().stop()
        self.replace(harmless(" ".join(event.text.split())), *self.selection)


class Prompt(Container):
    """One line to type in, under a line that says what there is to choose or what is wrong."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(each.keys), each.call, each.help) for each in PROMPT_KEYS if each.call
    ]

    DEFAULT_CSS = """
    Prompt {
        height: auto;
        display: none;
        background: $background;
    }
    Prompt.-open { display: block; }
    Prompt Horizontal { height: 1; }
    Prompt Static {
        width: auto;
        height: 1;
        color: $tone-dim;
        background: $background;
    }
    Prompt #sign { color: $tone-accent; padding-left: 1; }
    Prompt #hint { width: 1fr; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Prompt #hint.-wrong { color: $tone-bad; height: auto; max-height: 5; text-wrap: wrap; }
    Prompt #count { padding: 0 1; }
    Prompt Input {
        width: 1fr;
        height: 1;
        border: none;
        padding: 0;
        color: $tone-text;
        background: $background;
    }
    Prompt Input:focus { border: none; background-tint: $background 0%; }
    """

    class Typed(Message):
        """There is a text.

        Attributes:
            mode: What for.
            text: What stands there now.
            cursor: Before which character.
        """

        def __init__(self, mode: Mode, text: str, cursor: int) -> None:
            super().__init__()
            self.mode = mode
            self.text = text
            self.cursor = cursor

    class Changed(Typed):
        """Something was typed."""

    class Submitted(Typed):
        """What stands there is meant."""

    class Cancelled(Message):
        """Nothing of it is meant."""

    class Switched(Typed):
        """The other mode is wanted for the same text."""

    def __init__(self) -> None:
        super().__init__(id="prompt")
        self.mode: Mode = "search"
        self._history: Sequence[str] = ()
        self._recalled = 0
        self._completions: tuple[Completion, ...] = ()
        self._chosen = -1
        self._typed = self._completed = ""

    def compose(self) -> ComposeResult:
        """The hint above, the sign, the text and the count below."""
        yield Static(id="hint", markup=False)
        with Horizontal():
            yield Static(id="sign", markup=False)
            text = OneLine(id="text", compact=True, select_on_focus=False)
            text.cursor_blink = False
            yield text
            yield Static(id="count", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen and has the keys."""
        return self.has_class("-open")

    def open(self, mode: Mode, text: str, history: Sequence[str]) -> None:
        """Take the keys, with a text to begin with and what was typed before, the latest last."""
        self.mode = mode
        self._history, self._recalled = history, len(history)
        self._completions, self._chosen = (), -1
        self._typed = self._completed = ""
        self.query_one("#sign", Static).update(SIGNS[mode])
        self.say("", "")
        self.add_class("-open")
        field = self.query_one(Input)
        with self.prevent(Input.Changed):
            field.value = text
        field.cursor_position = len(text)
        # At once: the next key is for the field already.
        self.take_keys()

    def take_keys(self) -> None:
        """Have the keys, if the field is on the screen."""
        self.screen.set_focus(self.query_one(Input), scroll_visible=False)

    def close(self) -> None:
        """Give the keys back."""
        self.remove_class("-open")
        self.screen.set_focus(None)

    def say(self, hint: str, count: str, *, is_wrong: bool = False) -> None:
        """Show what there is to say about the text, and how much it finds."""
        line = self.query_one("#hint", Static)
        line.update(harmless(hint))
        line.display = bool(hint)
        line.set_class(is_wrong, "-wrong")
        self.query_one("#count", Static).update(count)

    def offer(self, completions: tuple[Completion, ...]) -> None:
        """What Tab would put in, the first first; while it goes through some, they stay."""
        if self._chosen < 0:
            self._completions = tuple(
                each for each in completions if each.text == harmless(each.text)
            )

    @on(Input.Changed)
    def _changed(self, message: Input.Changed) -> None:
        message.stop()
        field = message.input
        if field.value != self._completed:
            self._chosen = -1
        self.post_message(self.Changed(self.mode, field.value, field.cursor_position))

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        field = message.input
        self.post_message(self.Submitted(self.mode, field.value, field.cursor_position))

    def action_cancel(self) -> None:
        """Leave it."""
        self.post_message(self.Cancelled())

    def action_switch(self) -> None:
        """Search for a filter, or filter by a search."""
        field = self.query_one(Input)
        self.post_message(self.Switched(self.mode, field.value, field.cursor_position))

    def action_recall(self, steps: int) -> None:
        """Bring back what was typed before."""
        if not self._history:
            return
        if self._recalled == len(self._history):
            self._typed = self.query_one(Input).value
        self._recalled = max(0, min(self._recalled + steps, len(self._history)))
        is_typed = self._recalled == len(self._history)
        self._put(self._typed if is_typed else self._history[self._recalled])

    def action_complete(self, steps: int) -> None:
        """Put in the next completion."""
        if not self._completions:
            return
        field = self.query_one(Input)
        if self._chosen < 0:
            self._typed = field.value
        at = self._chosen if self._chosen >= 0 or steps > 0 else 0
        self._chosen = (at + steps) % len(self._completions)
        start, end, text = self._completions[self._chosen]
        self._completed = self._typed[:start] + text + self._typed[end:]
        if len(self._completions) == 1:
            # There is nothing to go through: the next Tab goes on from here.
            self._chosen = -1
        self._put(self._completed, start + len(text))

    def _put(self, text: str, cursor: int | None = None) -> None:
        field = self.query_one(Input)
        field.value = text
        field.cursor_position = len(text) if cursor is None else cursor
