"""Labels: where on a row what an event is called has room.

Right of the mark, else inside the bar, else left of it, else shortened where there is most room,
else nowhere: the mark stays. No label touches another or a mark. The label of the selected event
comes first and always has a place: where there is none it stands over its neighbours, right of
its mark or, near the edge, left of it.
"""

from collections.abc import Callable, Iterator
from operator import sub
from typing import Final, NamedTuple

from rich.cells import cell_len

from tui.view.chart.bars import Marks
from tui.view.line import shorten

LEAST: Final = 8
"""Cells from which a shortened label says something."""
_LEAST: Final = 3
"""Cells in which nothing that is shorter is looked for."""
_LEAST_SELECTED: Final = 24
_APART: Final = 2
"""Blanks between two labels, more than between two words."""
_ENDS: Final = 2
"""What stands on either side of a label inside a bar: of the bar, and a blank."""


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
        text = title(selected)
        room = _room(marks, gaps, selected, cell_len(text))
        label = _fitted(selected, room, text)
        if room.width < min(cell_len(text), _LEAST_SELECTED):
            over = _covering(marks, selected, text, width)
            label = over if cell_len(over.text) > room.width else label
        if label.text:
            found.append(label)
            if label.covers:
                covered = _covered(marks, label)
                _cut(gaps, label)
            else:
                _take(gaps, marks, label)
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
    """The most cells that each mark has for a label."""
    widths = list(map(sub, gaps.stops, gaps.starts))
    inside = [cells - 2 * _ENDS for cells in map(sub, marks.ends, marks.columns)]
    return map(max, widths, widths[1:], inside)


def _fitted(at: int, room: _Room, title: str) -> Placed:
    """A label in a room, at that end of it where its mark is."""
    text = shorten(title, room.width)
    return Placed(at, room.column + (room.width - cell_len(text) if room.is_left else 0), text)


def _room(marks: Marks, gaps: _Gaps, at: int, wanted: int) -> _Room:
    """The first place that has room for a label, else the one that has most."""
    column, end = marks.columns[at], marks.ends[at]
    # The cells next to the mark may have been taken by its neighbour's label.
    right = gaps.width(at + 1) if gaps.starts[at + 1] == end + 1 else 0
    if right >= wanted:
        return _Room(end + 1, right)
    places = [_Room(end + 1, right), _Room(column + _ENDS, end - column - 2 * _ENDS)]
    if gaps.stops[at] == column - 1:
        places.append(_Room(gaps.starts[at], gaps.width(at), is_left=True))
    for place in places:
        if place.width >= wanted:
            return place
    return max(places, key=lambda place: place.width)


def _take(gaps: _Gaps, marks: Marks, label: Placed) -> None:
    """A label takes cells of the gap that it stands in, and blanks beside it.

    Two of them, as the next label in the gap belongs to another mark.
    """
    if label.column >= marks.ends[label.mark]:
        gaps.starts[label.mark + 1] = label.end + _APART
    elif label.column < marks.columns[label.mark]:
        gaps.stops[label.mark] = label.column - _APART


def _covering(marks: Marks, at: int, title: str, width: int) -> Placed:
    """The place of a label that stands over its neighbours."""
    column, end = marks.columns[at], marks.ends[at]
    right, left = width - end - 1, column - 1
    if right >= min(cell_len(title), left):
        return Placed(at, end + 1, shorten(title, max(0, right)), covers=True)
    text = shorten(title, left)
    return Placed(at, column - 1 - cell_len(text), text, covers=True)


def _covered(marks: Marks, label: Placed) -> set[int]:
    """The marks that a label stands over, wholly or in part."""
    return {
        at
        for at, (column, end) in enumerate(zip(marks.columns, marks.ends, strict=True))
        if column < label.end + 1 and end > label.column - 1
    }


def _cut(gaps: _Gaps, label: Placed) -> None:
    """What a label stands over is not free."""
    for at, (start, stop) in enumerate(zip(*gaps, strict=True)):
        if start < label.end + 1 and stop > label.column - 1:
            if start < label.column - 1:
                gaps.stops[at] = label.column - 1
            else:
                gaps.starts[at] = label.end + 1
