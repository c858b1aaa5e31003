"""The slides of a talk at a glance: a grid of cells in the order in which they are told.

A cell has the number of its slide, the date and the title, the claim where a tour comes back to an
event for another one, and nothing that is for the speaker alone. Invariants: the cursor is on a
slide of the deck (0 in an empty one) and in sight; no line is wider than the room.
"""

from collections import Counter
from typing import Final, NamedTuple

from tui.timeline.timeline import Timeline
from tui.view.line import Line, Span, Tone, one_line, shorten, width_of, wrap
from tui.view.talk.deck import Slide
from tui.view.talk.pages import Room
from tui.view.talk.talk import Talk
from tui.view.words import CURSOR, LINKED, event_day

_COLUMN: Final = 40
"""Cells from which on a column is worth another one, the gap beside it among them."""
_GAP: Final = 2
_INDENT: Final = 2
_AIRY: Final = 20
"""Rows from which on there is a blank one between the cells."""
_HIGH: Final = 30
"""Rows from which on a title may have a third line."""
_HERE: Final = f"{LINKED} here"


class Grid(NamedTuple):
    """How the cells stand in a room.

    Attributes:
        columns: How many stand side by side.
        width: How wide each is.
        lines: How many lines of it are for the title.
        pitch: Rows from the start of one to the start of the one below.
        rows: How many rows of cells are in sight, one at least.
    """

    columns: int
    width: int
    lines: int
    pitch: int
    rows: int


def grid_of(room: Room) -> Grid:
    """The grid for a room."""
    columns = max(1, (room.width + _GAP) // _COLUMN)
    width = max(1, (room.width - _GAP * (columns - 1)) // columns)
    lines = 3 if room.height >= _HIGH else 2
    blank = int(room.height >= _AIRY)
    pitch = 1 + lines + blank
    return Grid(columns, width, lines, pitch, max(1, (room.height + blank) // pitch))


class Overview(NamedTuple):
    """The grid of a talk as it is looked at.

    Attributes:
        talk: The talk, at the slide that is told.
        cursor: The place of the slide that the cursor is on.
        top: The first row of cells in sight, as far as the room lets it be.
        typed: The digits of a number that is being typed.
    """

    talk: Talk
    cursor: int = 0
    top: int = 0
    typed: str = ""

    # Transitions

    def stepped(self, cells: int) -> "Overview":
        """The cursor some slides on, or back."""
        return self._on(self.cursor + cells)

    def moved(self, rows: int, room: Room) -> "Overview":
        """The cursor some rows down, or up; to the last slide where the last row is short."""
        columns, last = grid_of(room).columns, self._last
        rows = max(-(self.cursor // columns), min(rows, last // columns - self.cursor // columns))
        return self._on(self.cursor + rows * columns)

    def paged(self, pages: int, room: Room) -> "Overview":
        """The cursor by as many rows as are in sight."""
        return self.moved(pages * grid_of(room).rows, room)

    def first(self) -> "Overview":
        """The cursor on the first slide."""
        return self._on(0)

    def last(self) -> "Overview":
        """The cursor on the last slide."""
        return self._on(self._last)

    def with_digit(self, digit: str) -> "Overview":
        """The cursor on the slide of the number that is typed so far, the last if that is less."""
        longest = len(f"{self._last + 1}")
        typed = (self.typed + digit).lstrip("0")[-longest:]
        return self._on(int(typed) - 1 if typed else self.cursor)._replace(typed=typed)

    def reload(self, talk: Talk) -> "Overview":
        """The cursor on the same slide of a talk that has changed, or at the same place."""
        slides = self.talk.deck.slides
        found = talk.deck.find(slides[self.cursor].key) if slides else None
        at = self.cursor if found is None else found
        return Overview(talk, max(0, min(at, len(talk.deck.slides) - 1)), self.top, self.typed)

    def scrolled(self, room: Room) -> "Overview":
        """With the cursor in sight, and no more empty rows below the last than there must be."""
        grid = grid_of(room)
        row, rows = self.cursor // grid.columns, self._last // grid.columns + 1
        top = max(row - grid.rows + 1, min(self.top, row, max(0, rows - grid.rows)))
        return self._replace(top=top)

    # What is seen

    def slide_at(self, x: int, y: int, room: Room) -> int | None:
        """The place of the slide whose cell is at some cell of the room, None where there is none.

        Args:
            x: Columns from the left.
            y: Rows from the top.
            room: What there is for the grid.
        """
        grid, top = grid_of(room), self.scrolled(room).top
        column, row = x // (grid.width + _GAP), y // grid.pitch
        at = (top + row) * grid.columns + column
        if x < 0 or y < 0 or column >= grid.columns or row >= grid.rows:
            return None
        return at if at < len(self.talk.deck.slides) else None

    def place(self, room: Room) -> tuple[int, int]:
        """The column and the row where the cell of the cursor begins."""
        grid, top = grid_of(room), self.scrolled(room).top
        row, column = divmod(self.cursor, grid.columns)
        return column * (grid.width + _GAP), (row - top) * grid.pitch

    def lines(self, room: Room) -> list[Line]:
        """The rows of the grid in sight, at most as many as there is room for."""
        grid, top = grid_of(room), self.scrolled(room).top
        slides, repeated = self.talk.deck.slides, self._repeated
        rows: list[Line] = []
        for row in range(top, top + grid.rows):
            beside = slides[row * grid.columns : (row + 1) * grid.columns]
            if not beside:
                break
            first = row * grid.columns
            cells = [
                self._cell(first + at, slide, grid, is_one=slide.event not in repeated)
                for at, slide in enumerate(beside)
            ]
            rows += (_joined(each, grid.width) for each in zip(*cells, strict=True))
            rows += [()] * (grid.pitch - 1 - grid.lines)
        return rows[: room.height]

    @property
    def _repeated(self) -> frozenset[str]:
        """The events of several slides, which only their claims tell apart."""
        counts = Counter(slide.event for slide in self.talk.deck.slides)
        return frozenset(event for event, count in counts.items() if count > 1)

    @property
    def _last(self) -> int:
        return max(0, len(self.talk.deck.slides) - 1)

    def _on(self, cursor: int) -> "Overview":
        return self._replace(cursor=max(0, min(cursor, self._last)), typed="")

    def _cell(self, at: int, slide: Slide, grid: Grid, *, is_one: bool) -> list[Line]:
        """A cell, in one line more than there are for its title.

        Args:
            at: The place of the slide.
            slide: The slide.
            grid: How the cells stand.
            is_one: Whether it is the only one of its event.
        """
        is_told, is_here = at < self.talk.at, at == self.talk.at
        has_cursor = at == self.cursor
        of_head: Tone = "accent" if has_cursor else "dim" if is_told else "strong"
        of_title: Tone = "strong" if has_cursor else "dim" if is_told else "text"
        day, title, claim = _said(self.talk.timeline, slide)
        digits = len(f"{self._last + 1}")
        number = f"{CURSOR if has_cursor else ' '} {at + 1:>{digits}}  "
        here = f"  {_HERE}" if is_here else ""
        room = grid.width - len(number) - len(here)
        date = Span(shorten(day, room), "dim" if is_told else "text")
        head: Line = (Span(shorten(number, grid.width), of_head), date)
        if room >= 0:
            head = (*head, Span(here, "accent"))
        left = max(1, grid.width - _INDENT)
        claim = "" if is_one else claim
        titles = _fitted(title, left, 1 if claim else grid.lines)
        claims = _fitted(claim, left, grid.lines - 1) if claim else []
        pieces = [*(Span(each, of_title) for each in titles), *(Span(each) for each in claims)]
        if is_told:
            pieces = [each._replace(tone=of_title) for each in pieces]
        pieces += [Span("")] * (grid.lines - len(pieces))
        blank = Span(" " * min(_INDENT, grid.width - 1))
        return [head, *((blank, piece) for piece in pieces)]


def overview(talk: Talk) -> Overview:
    """The grid of a talk, with the cursor on the slide that is told, or on the first."""
    return Overview(talk, max(0, talk.at))


def _said(timeline: Timeline, slide: Slide) -> tuple[str, str, str]:
    """The short date and the title of a slide, and the claim that it is about."""
    event = timeline.event(slide.event)
    if event is None:
        return "", "", ""
    claim = next((one_line(each.text) for each in event.claims if each.id == slide.claim), "")
    return event_day(event), one_line(event.title), claim


def _fitted(text: str, width: int, lines: int) -> list[str]:
    """A text in lines of a width, at most so many, the last of them cut."""
    pieces = wrap(text, width) if lines > 0 else []
    if len(pieces) > lines:
        pieces = [*pieces[: lines - 1], shorten(" ".join(pieces[lines - 1 :]), width)]
    return pieces


def _joined(cells: tuple[Line, ...], width: int) -> Line:
    """Cells side by side, each but the last in its whole width."""
    line: list[Span] = []
    for at, cell in enumerate(cells):
        line += cell
        if at < len(cells) - 1:
            line.append(Span(" " * (width - width_of(cell) + _GAP)))
    return tuple(line)
