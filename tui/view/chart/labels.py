"""Labels: where on a row what an event is called has room.

Right of the mark, else on the bar, else left of it, else shortened where there is most room, else
nowhere: the mark stays. No label touches another or a mark, and to its own mark it is nearer than
to any other. The label of the selected event comes first and always has a place: where there is
none it stands over neighbours, as few as can be, shortened to what can still be understood.
"""

from collections.abc import Callable, Iterator
from operator import sub
from typing import Final, NamedTuple

from rich.cells import cell_len

from tui.view.chart.bars import SOLID, Marks
from tui.view.line import shorten

LEAST: Final = 8
"""Cells from which a shortened label says something."""
_LEAST: Final = 3
"""Cells in which nothing that is shorter is looked for."""
_COVERS: Final = 12
"""The cells that the label of the selected event takes where it stands over others."""
_APART: Final = 2
"""Blanks between two labels, or a label and the mark of another, more than between two words."""
_ENDS: Final = 2
"""What stands on either side of a label on a bar: of the bar, and a blank."""
_OF_A_BAR: Final = 0.7
"""How much of a bar a label may take, which is to be seen as one."""


class Placed(NamedTuple):
    """A label at a column; `covers` says that it stands over what else is there."""

    mark: int
    column: int
    text: str
    covers: bool = False

    @property
    def end(self) -> int:
        """The column behind it."""
        return self.column + cell_len(self.text)


class _Room(NamedTuple):
    """Free cells, and whether a label stands at their right end."""

    column: int
    width: int
    is_left: bool = False


class _Gaps(NamedTuple):
    """The free cells before each mark and behind the last one: from, and to before."""

    starts: list[int]
    stops: list[int]

    def width(self, at: int) -> int:
        """How many cells are free before a mark."""
        return self.stops[at] - self.starts[at]


def placed(
    marks: Marks, title: Callable[[int], str], selected: int | None, width: int
) -> list[Placed]:
    """The labels of the marks of a row.

    Args:
        marks: From left to right.
        title: Says what a mark is called, "" if it has no label.
        selected: The mark whose label has to have a place.
        width: The cells of the row, of which labels may take those behind the last mark.
    """
    starts, stops = [end + 1 for end in marks.ends], [column - 1 for column in marks.columns]
    gaps = _Gaps([0, *starts], [*stops, width])
    # Gaps only ever become narrower, so that what has no room now has none later.
    candidates = [(at, most) for at, most in enumerate(_rooms(marks, gaps)) if most >= _LEAST]
    found: list[Placed] = []
    covered: set[int] = set()
    if selected is not None:
        label = _selected(marks, gaps, selected, title(selected), width)
        if label.text:
            found.append(label)
            covered = _take(gaps, marks, label)
    for at, most in candidates:
        if at == selected or at in covered:
            continue
        text = title(at)
        if most < LEAST and len(text) > most:
            continue
        wanted = len(text) if text.isascii() else cell_len(text)
        room = _room(marks, gaps, at, wanted)
        if room.width >= min(wanted, LEAST):
            label = _fitted(at, room, text)
            if label.text:
                found.append(label)
                _take(gaps, marks, label)
    return found


def _rooms(marks: Marks, gaps: _Gaps) -> Iterator[int]:
    """The most cells that each mark may have for a label."""
    widths = list(map(sub, gaps.stops, gaps.starts))
    inside = [cells - 2 * _ENDS for cells in map(sub, marks.ends, marks.columns)]
    return map(max, widths, widths[1:], inside)


def _selected(marks: Marks, gaps: _Gaps, at: int, title: str, width: int) -> Placed:
    """The label of the selected event, over others if there is no other place."""
    wanted = cell_len(title)
    room = _room(marks, gaps, at, wanted)
    if room.width >= min(wanted, LEAST):
        return _fitted(at, room, title)
    column, end = marks.columns[at], marks.ends[at]
    right = shorten(title, min(_COVERS, width - end - 1))
    left = shorten(title, min(_COVERS, column - 1))
    places = (
        Placed(at, end + 1, right, covers=True),
        Placed(at, column - 1 - cell_len(left), left, covers=True),
        _fitted(at, room, title),
    )
    best = max(cell_len(label.text) for label in places)
    says = (label for label in places if cell_len(label.text) >= min(best, LEAST))
    return min(says, key=lambda label: (len(_under(marks, label)), -cell_len(label.text)))


def _fitted(at: int, room: _Room, title: str) -> Placed:
    """A label in a room, at that end of it where its mark is."""
    text = shorten(title, room.width)
    return Placed(at, room.column + (room.width - cell_len(text) if room.is_left else 0), text)


def _room(marks: Marks, gaps: _Gaps, at: int, wanted: int) -> _Room:
    """The first place that has room for a label, else the one that has most."""
    column, end = marks.columns[at], marks.ends[at]
    right = _right(marks, gaps, at)
    if right >= wanted:
        return _Room(end + 1, right)
    places = [_Room(end + 1, right), _on_bar(column, marks.cells[at])]
    # The cells next to the mark may have been taken by its neighbour's label.
    if gaps.stops[at] == column - 1:
        # The mark before is not its own.
        start = gaps.starts[at]
        start += at > 0 and start == marks.ends[at - 1] + 1
        places.append(_Room(start, column - 1 - start, is_left=True))
    for place in places:
        if place.width >= wanted:
            return place
    return max(places, key=lambda place: place.width)


def _right(marks: Marks, gaps: _Gaps, at: int) -> int:
    """The free cells right of a mark."""
    start, stop = gaps.starts[at + 1], gaps.stops[at + 1]
    if start != marks.ends[at] + 1:
        return 0
    # The mark behind is not its own.
    is_mark = at + 1 < len(marks.columns) and stop == marks.columns[at + 1] - 1
    return stop - is_mark - start


def _on_bar(column: int, cells: str) -> _Room:
    """The room on a bar: where it is solid, if that is so much; else on a shade all over."""
    first, last = cells.find(SOLID), cells.rfind(SOLID) + 1
    if first < 0:
        first, last = 0, len(cells)
    width = last - first
    return _Room(column + first + _ENDS, min(width - 2 * _ENDS, int(width * _OF_A_BAR)))


def _take(gaps: _Gaps, marks: Marks, label: Placed) -> set[int]:
    """A label takes cells of the gap that it stands in, and blanks beside it.

    Two of them, as the next label in the gap belongs to another mark. Returns the marks that it
    stands over.
    """
    if label.covers:
        for at, (start, stop) in enumerate(zip(*gaps, strict=True)):
            if start < label.end + _APART and stop > label.column - _APART:
                if start < label.column - _APART:
                    gaps.stops[at] = label.column - _APART
                else:
                    gaps.starts[at] = label.end + _APART
        return _under(marks, label)
    if label.column >= marks.ends[label.mark]:
        gaps.starts[label.mark + 1] = label.end + _APART
    elif label.column < marks.columns[label.mark]:
        gaps.stops[label.mark] = label.column - _APART
    return set()


def _under(marks: Marks, label: Placed) -> set[int]:
    """The marks that a label stands over, wholly or in part."""
    if not label.covers:
        return set()
    return {
        at
        for at, (column, end) in enumerate(zip(marks.columns, marks.ends, strict=True))
        if column < label.end + 1 and end > label.column - 1
    }
