"""A menu: rows to choose one from, in a frame over the screen, narrowed by what is typed.

What is typed always narrows, so only keys that type nothing move the cursor. A menu knows
nothing of what it offers: a `Menu` says how rows are found and what there is to say. Where
finding takes long a thread does it, one at a time, and only the answer to what is typed counts.
"""

from collections.abc import Callable, Sequence
from contextvars import copy_context
from threading import Thread
from typing import Any, ClassVar, Generic, TypeVar

from rich.cells import cell_len, chop_cells
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.widgets import Input

from tui.actions import MENU_KEYS
from tui.panes.pane import WHEEL, LinePane, Row
from tui.screens.entries import Entry, Found, Menu
from tui.screens.layer import Layer
from tui.view.line import Line, Span, one_line, pad, shorten, width_of, wrap
from tui.view.matches import comparable
from tui.view.search import highlighted
from tui.view.words import CURSOR

T = TypeVar("T")

WIDTH = 78
"""Columns of a menu, if the screen is that wide."""
ABOVE = 2
"""Rows above the entries: the upper side of the frame, and the line to type in."""
FRAME = ABOVE + 1
"""Rows of a menu that are no entries."""

BESIDE = 4 + 16
"""Cells beside what is typed: the frame and the sign before it, the count after it."""

SIGN = "›"
_LEAST_NOTE = 8
"""Cells below which a note is left out rather than shortened."""


class MenuPage(LinePane, Generic[T]):
    """The frame of a menu, and the entries in it."""

    class Picked(Message):
        """An entry was clicked.

        Attributes:
            number: Which.
        """

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, menu: Menu[T]) -> None:
        super().__init__()
        self.menu = menu
        self.found: Found[T] = Found((), 0)
        self.text = ""
        self.cursor = 0
        self.is_waiting = False
        self._lines: list[tuple[int, Line]] = []
        self._made_for: object = None
        self._revealed = (-1, -1)

    @property
    def page(self) -> int:
        """How many rows there are for entries."""
        return max(1, self.size.height - FRAME)

    def rows(self) -> list[Row]:
        """The frame, the line to type in, and the entries in sight."""
        width = self.size.width
        self._make_lines(width - 4)
        self._reveal()
        shown = self._lines[self.top : self.top + self.page]
        rows = [_top(self.menu.title, width), self._typing_row(width)]
        for number, line in shown:
            is_here = number == self.cursor
            is_first = is_here and (number, line) == self._lines[self._first(number)]
            lit = highlighted_words(line, self.text)
            mark = Span(CURSOR if is_first else " ", "accent")
            rows.append(_framed((mark, *lit), width, is_here=is_here))
        if not shown:
            said = wrap(self.menu.nothing, max(1, width - 4))[: self.page]
            rows += [_framed((Span(" "), Span(piece, "dim")), width) for piece in said]
        rows += [_framed((), width)] * (self.page + ABOVE - len(rows))
        return [*rows, _foot(self.menu.keys, self._seen(), width)]

    def entries_in_page(self, pages: int) -> int:
        """How many entries a page further (1) or back (-1) has: one if it is longer than a page."""
        row = self._first(self.cursor) + pages * max(1, self.page - 1)
        row = max(0, min(row, len(self._lines) - 1))
        entries = self._lines[row][0] - self.cursor if self._lines else 0
        # What lies between must be seen on the way.
        while abs(entries) > 1 and self._rows_to(entries) > self.page:
            entries -= pages
        return entries or pages

    def _seen(self) -> str:
        """How far the entries in sight go, and that there are more: `14/21 ↓`; "" if all are."""
        below, count = self.top + self.page, len(self.found.entries)
        if len(self._lines) <= self.page:
            return ""
        if below >= len(self._lines):
            return f"{count:,}/{count:,}"
        return f"{max(1, self._lines[below][0]):,}/{count:,} ↓"

    def _rows_to(self, entries: int) -> int:
        """How many rows so many entries have, from beside the cursor on."""
        first, last = sorted((self.cursor + entries, self.cursor + (1 if entries > 0 else -1)))
        return sum(first <= number <= last for number, _ in self._lines)

    def on_click(self, event: events.Click) -> None:
        """Say which entry was clicked."""
        row = self.top + event.y - ABOVE
        if ABOVE <= event.y < ABOVE + self.page and row < len(self._lines):
            self.post_message(self.Picked(self._lines[row][0]))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll without moving the cursor."""
        event.stop()
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll without moving the cursor."""
        event.stop()
        self.scroll_rows(-WHEEL)

    def _typing_row(self, width: int) -> Row:
        if not self.menu.narrows:
            return _framed((), width)
        count, total = len(self.found.entries), self.found.total
        counted = f"{total:,}" if count == total else f"{count:,} of {total:,}"
        right = Span("…" if self.is_waiting else counted, "dim")
        room = width - 4 - width_of((right,))
        return _framed((Span(" "), Span(pad(SIGN, room), "accent"), right), width)

    def _make_lines(self, room: int) -> None:
        made_for = (self.found, room)
        if self._made_for == made_for:
            return
        self._made_for = made_for
        entries = self.found.entries
        widest = max((cell_len(each.head) for each in entries), default=0)
        column = min(widest + 2, room // 2) if widest else 0
        self._lines = [
            (number, line)
            for number, entry in enumerate(entries)
            for line in _lines(entry, room, column, self.menu)
        ]
        self._revealed = (-1, -1)

    def _first(self, number: int) -> int:
        """The row of an entry, its first if it has several."""
        return next((row for row, (each, _) in enumerate(self._lines) if each == number), 0)

    def _reveal(self) -> None:
        """See that the cursor is in sight, if it has moved."""
        self.fit(len(self._lines) + FRAME)
        here = (self.cursor, self.page)
        if here == self._revealed:
            self.start_at(self.top)
            return
        self._revealed = here
        first = self._first(self.cursor)
        last = first + sum(number == self.cursor for number, _ in self._lines) - 1
        self.start_at(min(first, max(self.top, last - self.page + 1)))


class MenuScreen(Layer[T | None], inherit_bindings=False):
    """A menu over the screen that it was asked from; gives what was chosen, if anything."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(each.keys), each.call, each.help, priority=each.is_first)
        for each in MENU_KEYS
        if each.call
    ]
    CSS_PATH = "menu.tcss"

    class _Answered(Message):
        """A thread has found something, or is prepared (None)."""

        def __init__(self, text: str, found: Found[Any] | None) -> None:
            super().__init__()
            self.text = text
            self.found = found

    def __init__(self, menu: Menu[T]) -> None:
        super().__init__()
        self._menu: Menu[T] = menu
        self._text = ""
        self._is_looking = self._is_meant = False

    def compose(self) -> ComposeResult:
        """The frame with its entries, and over its second row the field."""
        with Container(id="box"):
            yield MenuPage(self._menu)
            field = Input(compact=True, select_on_focus=False)
            field.cursor_blink = False
            field.display = self._menu.narrows
            field.disabled = not self._menu.narrows
            yield field

    def on_mount(self) -> None:
        """Show all there is."""
        box = self.query_one("#box")
        box.styles.width = WIDTH
        box.styles.height = self._menu.rows + FRAME
        self._show(self._menu.find(""), self._menu.at)
        if self._menu.prepare is not None:
            self._in_thread(self._prepare)

    def on_resize(self, event: events.Resize) -> None:
        """Leave the field the room between the sign and the count."""
        width = min(WIDTH, event.size.width)
        self.query_one(Input).styles.width = width - BESIDE

    @on(Input.Changed)
    def narrow(self, message: Input.Changed) -> None:
        """Offer what matches."""
        message.stop()
        self._is_meant = False
        if message.value != self._text:
            self._text = message.value
            self._look()

    @on(Input.Submitted)
    def choose(self, message: Input.Submitted) -> None:
        """Give what the cursor is on, once that is known."""
        message.stop()
        self._is_meant = self._page.is_waiting
        if not self._is_meant:
            self._give(self._page.cursor)

    @on(MenuPage.Picked)
    def pick(self, message: MenuPage.Picked) -> None:
        """Give what was clicked."""
        message.stop()
        self._give(message.number)

    @on(_Answered)
    def answered(self, message: _Answered) -> None:
        """Show what was found, unless something else has been typed since."""
        message.stop()
        self._is_looking = False
        if message.text != self._text:
            self._look()
        elif message.found is not None:
            self._show(message.found)
            if self._is_meant:
                self._give(0)

    def on_key(self, event: events.Key) -> None:
        """Where nothing is typed, letters move the cursor: j, k, and the first of an entry."""
        if self._menu.narrows:
            return
        page = self._page
        starts = [each.text[:1].lower() for each in page.found.entries]
        if event.key == "enter":
            self._give(page.cursor)
        elif event.key in ("j", "k"):
            self.action_move(1 if event.key == "j" else -1)
        elif event.character and event.character.lower() in starts:
            self.action_move(starts.index(event.character.lower()) - page.cursor)
        else:
            return
        event.stop()

    def on_click(self, event: events.Click) -> None:
        """A click beside the menu closes it."""
        under, _ = self.get_widget_at(event.screen_x, event.screen_y)
        if under is self:
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing can be removed, the key for it is the field's."""
        if action == "remove" and self._menu.remove is None:
            return False
        return super().check_action(action, parameters)

    def action_close(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_move(self, entries: int) -> None:
        """Move the cursor by some entries."""
        page = self._page
        last = len(page.found.entries) - 1
        cursor = max(0, min(page.cursor + entries, last))
        if cursor == page.cursor:
            return
        page.cursor = cursor
        page.redraw()
        self._tell_moved()

    def action_page(self, pages: int) -> None:
        """Move the cursor by what is in sight."""
        self.action_move(self._page.entries_in_page(pages))

    def action_remove(self) -> None:
        """Remove what the cursor is on."""
        page, remove = self._page, self._menu.remove
        if remove is not None and page.cursor < len(page.found.entries):
            self._menu = page.menu = remove(page.found.entries[page.cursor].value)
            self._show(self._menu.find(self._text), page.cursor)

    @property
    def _page(self) -> MenuPage[T]:
        return self.query_one(MenuPage)

    def _give(self, number: int) -> None:
        entries = self._page.found.entries
        if number < len(entries):
            self.dismiss(entries[number].value)

    def _look(self) -> None:
        if self._menu.prepare is None:
            self._show(self._menu.find(self._text))
            self._tell_moved()
            return
        self._page.is_waiting = True
        self._page.redraw()
        if not self._is_looking:
            self._in_thread(self._find)

    def _show(self, found: Found[T], cursor: int = 0) -> None:
        page = self._page
        page.found, page.text, page.is_waiting = found, self._text, False
        page.cursor = max(0, min(cursor, len(found.entries) - 1))
        page.redraw()

    def _tell_moved(self) -> None:
        page = self._page
        if self._menu.moved is not None and page.found.entries:
            self._menu.moved(page.found.entries[page.cursor].value)

    def _in_thread(self, work: Callable[[], None]) -> None:
        # A thread of its own: the program may end before it, which a pool would wait for.
        self._is_looking = True
        Thread(target=copy_context().run, args=(work,), daemon=True).start()

    def _prepare(self) -> None:
        if self._menu.prepare is not None:
            self._menu.prepare()
        self.post_message(self._Answered("", None))

    def _find(self) -> None:
        text = self._text
        self.post_message(self._Answered(text, self._menu.find(text)))


def highlighted_words(line: Line, text: str) -> Line:
    """A line in which the words of a text stand out."""
    for word in set(comparable(text).split()):
        line = highlighted(line, word)
    return line


def _lines(entry: Entry[T], room: int, column: int, menu: Menu[T]) -> list[Line]:
    """An entry in rows of at most `room` cells, with its head in a column."""
    head = Span(pad(f"{shorten(entry.head, column - 1)} ", column) if column else "", entry.tone)
    left = max(1, room - column)
    if menu.wraps:
        pieces = chop_cells(entry.text, left) if menu.as_written else wrap(entry.text, left)
        first, *more = pieces or [""]
        blank = Span(" " * column)
        return [(head, Span(first)), *((blank, Span(piece)) for piece in more)]
    text = shorten(one_line(entry.text), left)
    beside = left - cell_len(text) - 2
    note = f"  {shorten(entry.note, beside)}" if entry.note and beside >= _LEAST_NOTE else ""
    return [(head, Span(text), Span(note, "dim"))]


def _framed(line: Line, width: int, *, is_here: bool = False) -> Row:
    rest = Span(" " * (width - 2 - width_of(line)))
    edge = Span("┃", "accent")
    return Row((edge, *line, rest, edge), "cursor" if is_here else "plain", framed=True)


def _top(title: str, width: int) -> Row:
    named = f"━ {shorten(title, width - 6)} "
    return Row((Span(f"┏{named}{'━' * (width - 2 - cell_len(named))}┓", "accent"),))


def _foot(keys: Sequence[str], seen: str, width: int) -> Row:
    """The lower side of the frame: how far is seen, and as many keys as there is room for."""
    end = f"━ {seen} ━┛" if seen else "━┛"
    tries = (f" {' · '.join(keys[:count])} " for count in range(len(keys), 0, -1))
    said = next((each for each in tries if cell_len(each + end) <= width - 2), "")
    return Row((Span(f"┗{'━' * (width - 1 - cell_len(said + end))}{said}{end}", "accent"),))
