"""How an event looks on its row: a point, or a bar that is solid only where its date is sure.

A single day is a point at any zoom, and so is whatever lies in one cell, or is shorter than
one. Bars begin in halves and end in eighths of a cell. What may be is shaded, the lighter the
farther from what is sure: a date of a month or a year all over, an uncertain side of a range from
there to its core.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tui.view.chart.extents import RANGE, SURE, Extent, Extents
from tui.view.chart.lanes import Row
from tui.view.chart.scale import EIGHTHS, Scale

SELECTED: Final = "◆"
GOES_ON: Final = "→"
WENT_ON: Final = "←"
SOLID: Final = "█"
SHADES: Final = "░▒▓"
ENDS: Final = "▏▎▍▌▋▊▉"
"""The last cell of a bar that fills so many eighths of it."""
POINTS: Final = "○●←←→→→→"
"""Points by the kind of an event: `○` is not sure, or says no more than a month or a year."""
SEAM: Final = ENDS[-1]
"""The last cell of a bar that another one follows at once."""
STACKS: Final = "23456789+"
"""How many events share a cell: so many, or more."""
_FLAGS: Final = 7
_NOT_SOME: Final = SURE | RANGE
_LATE: Final = "▐"
_LATEST: Final = "▕"
_TEN: Final = 10


@dataclass(frozen=True)
class Marks:
    """What is drawn of the events of a row: marks from left to right.

    A mark stands for one event, or for several where a cell has more than one: for those that
    follow one another in the row, from one number of them to before another.

    Attributes:
        row: The events.
        columns: The first cell of each mark.
        ends: The column behind its last cell.
        cells: Its characters, a cell each.
        firsts: Where in the row its events begin; and, at the end, where those of the last stop.
        stacks: Which marks are a number of events in a cell.
    """

    row: Sequence[int]
    columns: list[int]
    ends: list[int]
    cells: list[str]
    firsts: list[int]
    stacks: Sequence[int] = ()

    def first(self, mark: int) -> int:
        """The position of the first event of a mark."""
        return self.row[self.firsts[mark]]

    def members(self, mark: int) -> Sequence[int]:
        """The positions of the events of a mark."""
        return self.row[self.firsts[mark] : self.firsts[mark + 1]]

    @property
    def events(self) -> int:
        """How many events all marks stand for."""
        return self.firsts[-1] - self.firsts[0]


def marks_of(row: Row, scale: Scale, extents: Extents) -> Marks:
    """The marks of a row from left to right; it costs its cells, however many events it has."""
    positions, starts, stops = row
    days, first, short, kinds = scale.days, scale.start, scale.days_a_cell, extents.kinds
    at, last = bisect_right(stops, first), bisect_left(starts, scale.stop)
    columns: list[int] = []
    ends: list[int] = []
    texts: list[str] = []
    firsts: list[int] = []
    stacks: list[int] = []
    column = free = 0
    while at < last:
        start = starts[at]
        if start > first:
            column = bisect_right(days, start, column) - 1
        here = column + 1 if column >= free else free
        border = days[here]
        # What begins before the border has no cell behind it, but for the last.
        then = at + 1
        if then < last and starts[then] < border:
            then = bisect_left(starts, border, then, last)
        tail = then - 1
        place, bar = column, ""
        # Some day of fewer days than a cell has is a point, also where those reach into the next.
        if start < first or (
            stops[tail] > border
            and (stops[tail] - starts[tail] >= short or kinds[positions[tail]] & _NOT_SOME)
        ):
            place, bar = _bar(row, tail, scale, extents)
            left = free if tail == at else here
            if place < left:
                place, bar = left, bar[left - place :]
        behind = tail if bar else then
        # What shares a cell with the end of the mark before belongs to that.
        if behind > at and column >= free:
            free = column + 1
            columns.append(column)
            ends.append(free)
            firsts.append(at)
            if behind - at > 1:
                stacks.append(len(texts))
                texts.append(STACKS[min(behind - at, _TEN) - 2])
            else:
                texts.append(POINTS[kinds[positions[at]] & _FLAGS])
        if bar:
            if place == free and texts and texts[-1][-1] + bar[0] == SOLID + SOLID:
                # Two bars that touch are not one.
                texts[-1] = texts[-1][:-1] + SEAM
            free = place + len(bar)
            columns.append(place)
            ends.append(free)
            firsts.append(behind)
            texts.append(bar)
        at = then
    firsts.append(at)
    return Marks(positions, columns, ends, texts, firsts, stacks)


def _bar(row: Row, number: int, scale: Scale, extents: Extents) -> tuple[int, str]:
    """The first column of an event that is longer than its cell, and its characters."""
    position, start, stop = row.positions[number], row.starts[number], row.stops[number]
    if extents.kinds[position] & _NOT_SOME:
        return drawn(extents.of(position).until(stop), scale)
    column = max(0, bisect_right(scale.days, start) - 1)
    return column, _some_day(column, start, stop, scale)


def drawn(extent: Extent, scale: Scale) -> tuple[int, str]:
    """The first column of an event that has days inside a scale, and its characters."""
    left, right = scale.eighths(extent.start), scale.eighths(extent.stop)
    column, end = min(left // EIGHTHS, scale.width - 1), -(-right // EIGHTHS)
    if extent.is_single and not extent.is_day:
        return column, _some_day(column, extent.start, extent.stop, scale)
    is_whole = scale.start <= extent.start and extent.stop <= scale.stop
    if extent.is_day or (is_whole and (end <= column + 1 or right - left < EIGHTHS)):
        went_on, goes_on = extent.opens
        return column, POINTS[extent.is_sure | went_on << 1 | goes_on << 2]
    end = max(end, column + 1)
    cells = _core(extent, scale, column, end)
    if extent.is_sure:
        cells = _with_ends(extent, cells, left, right)
    # What goes on says so at the edge as well; other bars just end there.
    if extent.opens[0]:
        cells[0] = WENT_ON
    if extent.opens[1]:
        cells[-1] = GOES_ON
    return column, "".join(cells)


def _some_day(column: int, start: int, stop: int, scale: Scale) -> str:
    """Some day of several: a stretch of them all, or a point if that is shorter than a cell."""
    width = min(bisect_left(scale.days, stop, column), scale.width) - column
    if start < scale.start:
        return SHADES[0] * max(1, width)
    return SHADES[0] * width if width > 1 and stop - start >= scale.days_a_cell else POINTS[0]


def _core(extent: Extent, scale: Scale, column: int, end: int) -> list[str]:
    """A range without its ends: solid where it is sure, shaded from there on."""
    if not extent.is_sure:
        return [SHADES[1]] * (end - column)
    first = -(-scale.eighths(extent.sure_start) // EIGHTHS)
    last = max(first, scale.eighths(extent.sure_stop) // EIGHTHS)
    if extent.sure_start == extent.start:
        first = column
    if extent.sure_stop == extent.stop:
        last = end
    first, last = min(first, end), min(last, end)
    before, behind = first - column, end - last
    return [
        *(SHADES[at * 3 // before] if before > 1 else SHADES[1] for at in range(before)),
        *SOLID * (last - first),
        *(SHADES[2 - at * 3 // behind] if behind > 1 else SHADES[1] for at in range(behind)),
    ]


def _with_ends(extent: Extent, cells: list[str], left: int, right: int) -> list[str]:
    """A bar that begins and ends inside its first and last cell."""
    late, rest = left % EIGHTHS, right % EIGHTHS
    if extent.sure_start == extent.start and late > 1 and cells[0] == SOLID:
        cells[0] = _LATE if late < EIGHTHS - 1 else _LATEST
    if extent.sure_stop == extent.stop and rest and cells[-1] == SOLID:
        cells[-1] = ENDS[rest - 1]
    return cells
