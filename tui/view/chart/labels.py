"""Labels: where on a row what an event is called has room.

Right of the mark, else inside the bar, else left of it, else shortened where there is most room,
else nowhere: the mark stays. No label touches another or a mark. The label of the selected event
comes first and always has a place: where there is none it stands over its neighbours, right of
its mark or, near the edge, left of it.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len

from tui.view.chart.bars import Mark
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


def placed(
    marks: Sequence[Mark], title: Callable[[int], str], selected: int | None, width: int
) -> list[Placed]:
    """The labels of the marks of a row.

    Args:
        marks: From left to right.
        title: Says what a mark is called, "" if it has no label.
        selected: The mark whose label has to have a place.
        width: The cells of the row, of which labels may take those behind the last mark.
    """
    gaps = _gaps(marks, width)
    found: list[Placed] = []
    order = list(range(len(marks)))
    if selected is not None:
        order.remove(selected)
        order.insert(0, selected)
    covered: set[int] = set()
    for at in order:
        mark, is_selected = marks[at], at == selected
        before, behind = gaps[at], gaps[at + 1]
        most = max(before[1] - before[0], behind[1] - behind[0], len(mark.cells) - 2 * _ENDS)
        if not is_selected and (most < _LEAST or at in covered):
            continue
        text = title(at)
        if not is_selected and most < LEAST and len(text) > most:
            continue
        wanted = cell_len(text)
        room = _room(mark, before, behind, wanted)
        label = _fitted(at, room, text)
        if is_selected and room.width < min(wanted, _LEAST_SELECTED):
            over = _covering(at, mark, text, width)
            label = over if cell_len(over.text) > room.width else label
        elif room.width < min(wanted, LEAST):
            continue
        if not label.text:
            continue
        found.append(label)
        if label.covers:
            covered = _covered(marks, label)
            _cut(gaps, label)
        else:
            _take(gaps, mark, label)
    return found


def _fitted(at: int, room: _Room, title: str) -> Placed:
    """A label in a room, at that end of it where its mark is."""
    text = shorten(title, room.width)
    return Placed(at, room.column + (room.width - cell_len(text) if room.is_left else 0), text)


def _gaps(marks: Sequence[Mark], width: int) -> list[list[int]]:
    """The free cells before each mark and behind the last one: from, and to before."""
    starts = [0, *(mark.end + 1 for mark in marks)]
    stops = [*(mark.column - 1 for mark in marks), width]
    return [[start, stop] for start, stop in zip(starts, stops, strict=True)]


def _room(mark: Mark, before: list[int], behind: list[int], wanted: int) -> _Room:
    """The first place that has room for a label, else the one that has most."""
    places = [_Room(behind[0], behind[1] - behind[0])]
    # The cells next to the mark may have been taken by its neighbour's label.
    if behind[0] != mark.end + 1:
        places = [_Room(mark.end, 0)]
    places.append(_Room(mark.column + _ENDS, len(mark.cells) - 2 * _ENDS))
    if before[1] == mark.column - 1:
        places.append(_Room(before[0], before[1] - before[0], is_left=True))
    for place in places:
        if place.width >= wanted:
            return place
    return max(places, key=lambda place: place.width)


def _take(gaps: list[list[int]], mark: Mark, label: Placed) -> None:
    """A label takes cells of the gap that it stands in, and blanks beside it.

    Two of them, as the next label in the gap belongs to another mark.
    """
    if label.column >= mark.end:
        gaps[label.mark + 1][0] = label.end + _APART
    elif label.column < mark.column:
        gaps[label.mark][1] = label.column - _APART


def _covering(at: int, mark: Mark, title: str, width: int) -> Placed:
    """The place of a label that stands over its neighbours."""
    right, left = width - mark.end - 1, mark.column - 1
    if right >= min(cell_len(title), left):
        return Placed(at, mark.end + 1, shorten(title, max(0, right)), covers=True)
    text = shorten(title, left)
    return Placed(at, mark.column - 1 - cell_len(text), text, covers=True)


def _covered(marks: Sequence[Mark], label: Placed) -> set[int]:
    """The marks that a label stands over, wholly or in part."""
    return {
        at
        for at, mark in enumerate(marks)
        if mark.column < label.end + 1 and mark.end > label.column - 1
    }


def _cut(gaps: list[list[int]], label: Placed) -> None:
    """What a label stands over is not free."""
    for gap in gaps:
        if gap[0] < label.end + 1 and gap[1] > label.column - 1:
            if gap[0] < label.column - 1:
                gap[1] = label.column - 1
            else:
                gap[0] = label.end + 1
