"""A list of the view in a frame: events, actors, quoted sources, claims or problems."""

from collections.abc import Mapping
from types import MappingProxyType

from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from tui.panes.frame import Frame
from tui.panes.pane import FramedPane, Row
from tui.panes.tones import Ground
from tui.view.chips import empty_words
from tui.view.line import Line, Span, labelled, wrap
from tui.view.lists import ListName, Pane
from tui.view.rows import Rows, rows_of
from tui.view.search import highlighted
from tui.view.view import View
from tui.view.words import CURSOR

BEYOND = 2
"""Rows kept in sight above and below the cursor."""


class ListPane(FramedPane):
    """One list. It holds no facts: the cursor is the view's, only what is scrolled to is its own.

    Attributes:
        list_name: Which list of the view it shows.
    """

    labels: reactive[Mapping[int, str]] = reactive({}, repaint=False)
    """What to press to jump to a position, while labels are shown."""

    class Picked(Message):
        """A row was clicked.

        Attributes:
            pane: The list.
            position: The position of what the row shows, None for a rule or the frame.
        """

        def __init__(self, pane: ListName, position: int | None) -> None:
            super().__init__()
            self.pane = pane
            self.position = position

    def __init__(self, list_name: ListName) -> None:
        super().__init__(id=list_name)
        self.list_name = list_name
        self._revealed = (-1, 0)

    def framed(self, view: View, frame: Frame) -> list[Row]:
        """The rows in sight, in the frame."""
        width = max(0, self.size.width - frame.margin[0])
        listed = rows_of(view, self.list_name)
        cursor = _cursor_row(view, self.list_name, listed)
        self._scroll(listed, cursor, frame)
        numbers = range(self.top, min(len(listed), self.top + self.page))
        search = view.search if view.search and view.search.pane == self.list_name else None
        body: list[Line] = []
        for number in numbers:
            gutter = CURSOR if number == cursor else " "
            line = listed.line(number, width - 1)
            line = highlighted(line, search.text) if search else line
            line = (Span(gutter, "accent"), *line)
            position = listed.position(number)
            label = "" if position is None else self.labels.get(position, "")
            body.append(labelled(line, label))
        if not view.size(self.list_name):
            text = _nothing(view, self.list_name)
            body = [(Span(f" {line}", "dim"),) for line in wrap(text, width - 2)]
        body = [*body[: self.page], *[()] * (self.page - len(body))]
        lines = frame.enclose(body, self.size.width, self._count(view), self._foot(view))
        ground: Ground = "cursor" if frame.focused else "cursor-quiet"
        here = cursor - self.top + 1 if cursor in numbers else -1
        return [
            Row(line, ground, frame.bordered) if at == here else Row(line)
            for at, line in enumerate(lines)
        ]

    def on_click(self, event: Click) -> None:
        """Say which row was clicked."""
        view, row = self.view, self.row_at(event)
        if view is None:
            return
        listed = rows_of(view, self.list_name)
        there = row is not None and row < len(listed)
        position = listed.position(row) if row is not None and there else None
        self.post_message(self.Picked(self.list_name, position))

    @property
    def pane(self) -> Pane:
        """Which pane of the view it is."""
        return self.list_name

    def watch_labels(self) -> None:
        """Draw the labels, or take them away."""
        self.redraw()

    def in_sight(self, view: View) -> list[int]:
        """The positions of the rows in sight, from top to bottom."""
        if self.frame is None or not self.display:
            return []
        listed = rows_of(view, self.list_name)
        rows = range(self.top, min(len(listed), self.top + self.page))
        return [at for at in map(listed.position, rows) if at is not None]

    def _scroll(self, listed: Rows, cursor: int, frame: Frame) -> None:
        """See that the cursor is in sight, with a row or two beyond it, if it has moved."""
        self.fit(len(listed) + frame.margin[1])
        page = self.page
        if (cursor, page) == self._revealed:
            self.start_at(self.top)
            return
        self._revealed = (cursor, page)
        margin = min(BEYOND, (page - 1) // 2)
        highest = cursor - page + 1 + margin
        self.start_at(max(highest, min(self.top, cursor - margin)))

    def _count(self, view: View) -> str:
        size = view.size(self.list_name)
        marked = view.marked(self.list_name)
        return f"{size:,}" if marked is None else f"{len(marked):,}/{size:,}"

    def _foot(self, view: View) -> str:
        at = view.cursors.get(self.list_name)
        if at is None:
            return ""
        slot = view.listing(self.list_name).slot(at)
        return f"{slot + 1:,}/{view.size(self.list_name):,}"


def _cursor_row(view: View, name: ListName, listed: Rows) -> int:
    """The row that the cursor is on, -1 without one."""
    at = view.cursors.get(name)
    return -1 if at is None else listed.row(at)


def _nothing(view: View, name: ListName) -> str:
    """What to say in an empty list."""
    if view.reading:
        return "Reading …"
    if view.total(name):
        return empty_words(view, _ONE[name])
    to_do = "" if view.locked else view.told(_TO_DO.get(name, ""))
    return " ".join(part for part in (_EMPTY[name], to_do, _FORM.get(name, "")) if part)


_ONE: Mapping[ListName, str] = MappingProxyType(
    {"events": "event", "actors": "actor", "sources": "source", "claims": "claim"}
)
_EMPTY: Mapping[ListName, str] = MappingProxyType(
    {
        "events": "No events in this file.",
        "actors": "No actors in this file.",
        "sources": "No sources in this file.",
        "claims": "No claims in this file.",
        "problems": "Nothing is wrong with this file.",
    }
)
_TO_DO: Mapping[ListName, str] = MappingProxyType(
    {
        "events": "{add} adds one, {edit.outside} opens the file in your editor.",
        "actors": "{add} adds one.",
        "sources": "{add} adds one.",
        "claims": "{add} adds one to an event.",
    }
)
"""How to go on, where the file may be changed."""
_FORM: Mapping[ListName, str] = MappingProxyType(
    {
        "events": "An event needs an id, a date and a title.",
        "actors": "They stand under actors:, by id.",
        "sources": "They stand under sources:, by id.",
        "claims": "An event lists them under claims:.",
    }
)
"""What one looks like in the file."""
