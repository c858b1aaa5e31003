"""The text of one record to edit as it is in the file, with what is wrong with it below.

It is looked at while it is typed, by itself, and taken into the document as one change.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import clamp
from textual.timer import Timer
from textual.widgets import TextArea

from tui.document.editing.edit import Edit, Rewrite
from tui.document.editing.piece import EditError
from tui.document.editor import edit, written
from tui.document.reading.characters import complaint, hidden
from tui.document.reading.passage import Checked, Passage
from tui.panes.pane import LinePane, Row
from tui.screens.entries import choice
from tui.screens.layer import Layer
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host
from tui.screens.writing import Field, field_for
from tui.timeline.problems import Problem
from tui.timeline.records import Ref
from tui.view.line import Span, Tone, pad, shorten, wrap
from tui.view.view import Snag

WIDTH = 124
"""Columns of the frame, if the screen is that wide."""
PAUSE = 0.15
"""Seconds without a key after which what was typed is looked at."""

_SIDES = 2
_SPARE = 3
"""Lines that there is room to add."""
_GUTTER = 6
_LEAST = 3
_KEYS = " Ctrl+s keeps it · Esc leaves "
_FINE = "Nothing is wrong with it."


class Raw(NamedTuple):
    """What there is to edit.

    Attributes:
        title: What it is called.
        text: Its lines.
        check: What is wrong with other lines in their place.
        keep: Takes them into the document; gives the reason why not, "" where it has.
        start: The line and the column to begin at, from 0.
    """

    title: str
    text: str
    check: Callable[[str], Checked]
    keep: Callable[[str], str]
    start: tuple[int, int] = (0, 0)


def offer(host: Host) -> None:
    """Edit the text of the record that the cursor is on."""
    item = host.view.picked
    ref = item.problem.ref if isinstance(item, Snag) else item
    if ref is None:
        host.say(
            "{edit.raw} edits the text of one record; {edit.outside} opens the file at its line."
        )
        return
    try:
        raw = _raw(host, ref, item.problem if isinstance(item, Snag) else None)
    except EditError as error:
        host.say(f"Not to be edited here: {error}.")
    except OSError as error:
        host.say(f"{host.opening.name}: {(error.strerror or str(error)).lower()}.")
    else:
        host.screen.app.push_screen(RawScreen(raw))


def _raw(host: Host, ref: Ref, problem: Problem | None) -> Raw:
    """The text of a record, from the place of a problem on. Raises `EditError`, `OSError`."""
    document = host.editing.document()
    before = written(document.text, document.reading, ref)
    for character in hidden(before):
        raise EditError(complaint(character))
    passage = Passage(before, document.reading, ref)
    found = passage.check(before).problems if problem else ()
    starts = [each.place for each in found if problem and each.message == problem.message]
    line, column = starts[0] if starts else (1, 1)

    def keep(text: str) -> str:
        edits: Sequence[Edit] = (Rewrite(ref, text, before),)
        now = host.editing.document()
        try:
            edit(now.text, now.reading, edits)
        except EditError as error:
            return str(error)
        label = f"the text of {ref.id}"
        host.change(lambda view: host.editing.commit(view, label, edits))
        return ""

    title = f"{ref.kind} {ref.id}"
    return Raw(title, before, passage.check, keep, (line - 1, column - 1))


class ProblemLines(LinePane):
    """What is wrong with a text, or what there is to say about it."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""
        self.problems: tuple[Problem, ...] = ()

    def rows(self) -> list[Row]:
        """A line, and the problems below it, as many as there is room for."""
        width = max(self.size.width, _LEAST)
        rows = [Row((Span("─" * width, "rule"),))]
        if self.said:
            rows += [Row((Span(f" {piece}", "strong"),)) for piece in wrap(self.said, width - 2)]
        elif not self.problems:
            rows.append(Row((Span(f" {_FINE}", "dim"),)))
        room = self.size.height - len(rows)
        column = max((len(_head(problem)) for problem in self.problems), default=0)
        whole = [row for each in self.problems for row in _rows_of(each, column, width)]
        if len(whole) <= room:
            return rows + whole
        shown = self.problems[: max(1, room - (len(self.problems) > room))]
        rows += [_rows_of(problem, column, width, cut=True)[0] for problem in shown]
        more = len(self.problems) - len(shown)
        return [*rows, Row((Span(f" and {more} more", "dim"),))] if more else rows


class RawScreen(Layer[None], inherit_bindings=False):
    """The text of a record over the screen that it was asked from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", priority=True),
        Binding("escape,ctrl+q", "leave", "Leave", priority=True),
    ]
    CSS_PATH = "raw.tcss"

    def __init__(self, raw: Raw) -> None:
        super().__init__()
        self._raw = raw
        self._known = frozenset(each.message for each in raw.check(raw.text).problems)
        self._warned = self._said_of = ""
        self._looking: Timer | None = None

    def compose(self) -> ComposeResult:
        """The text, and below it what is wrong with it."""
        box = Container(id="box")
        box.border_title = Text(self._raw.title)
        box.border_subtitle = _KEYS.strip()
        with box:
            yield field_for(self._raw.text.removesuffix("\n"), self.app.theme_variables)
            yield ProblemLines()

    def on_mount(self) -> None:
        """Begin at the place that was asked for."""
        field = self.query_one(Field)
        field.focus()
        field.move_cursor(self._raw.start)
        self._look()

    def on_resize(self, event: events.Resize) -> None:
        """As high as the text, where the screen is."""
        width, height = min(WIDTH, event.size.width), event.size.height
        below = clamp(height // 5, 2, 5)
        room = max(1, width - _SIDES - _GUTTER)
        lines = sum(max(1, -(-len(line) // room)) for line in self._raw.text.splitlines())
        box = self.query_one("#box")
        box.styles.width = width
        box.styles.height = min(height, lines + _SPARE + below + _SIDES)
        self.query_one(ProblemLines).styles.height = below

    @on(TextArea.Changed)
    def wait(self, message: TextArea.Changed) -> None:
        """Look at the text once it is left alone for a moment."""
        message.stop()
        if self._looking is not None:
            self._looking.stop()
        self._looking = self.set_timer(PAUSE, self._look)

    def action_keep(self) -> None:
        """Take the text into the document, if it can be, and if it is meant."""
        text = self.query_one(Field).text
        if not self._is_changed:
            self.dismiss(None)
            return
        checked = self._look()
        new = [each for each in checked.problems if each.message not in self._known]
        if not checked.is_whole:
            self._say("Not kept: this cannot be read.")
        elif new and checked.is_one and self._warned != text:
            self._warned = text
            self._say("Ctrl+s again keeps it with what is wrong.")
        elif refusal := self._raw.keep(text):
            self._say(f"Not kept: {refusal}.")
        else:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Leave, once it is clear what becomes of a changed text."""
        if not self._is_changed:
            self.dismiss(None)
            return

        def take(way: str | None) -> None:
            if way == "keep":
                self.action_keep()
            elif way == "drop":
                self.dismiss(None)

        ways = {"keep": "Keep what you have changed", "drop": "Throw it away"}
        menu = choice("The text is changed", ways, "Esc goes on")
        self.app.push_screen(MenuScreen(menu), take)

    @property
    def _is_changed(self) -> bool:
        return self.query_one(Field).text.rstrip() != self._raw.text.rstrip()

    def _look(self) -> Checked:
        """See what is wrong, and show it; what was said holds as long as the text is the same."""
        text = self.query_one(Field).text
        checked = self._raw.check(text)
        lines = self.query_one(ProblemLines)
        lines.problems = checked.problems
        lines.said = lines.said if text == self._said_of else ""
        lines.redraw()
        return checked

    def _say(self, sentence: str) -> None:
        lines = self.query_one(ProblemLines)
        lines.said, self._said_of = sentence, self.query_one(Field).text
        lines.redraw()


def _head(problem: Problem) -> str:
    return f" {problem.line}:{problem.column}  "


def _rows_of(problem: Problem, column: int, width: int, *, cut: bool = False) -> list[Row]:
    """A problem in rows, or cut to one of them, its place in a column before it."""
    tone: Tone = "bad" if problem.severity == "error" else "mixed"
    room = max(_LEAST, width - column - 1)
    pieces = [shorten(problem.message, room)] if cut else wrap(problem.message, room)
    heads = [Span(pad(_head(problem), column), tone), *[Span(" " * column)] * len(pieces)]
    return [Row((lead, Span(piece))) for lead, piece in zip(heads, pieces, strict=False)]
