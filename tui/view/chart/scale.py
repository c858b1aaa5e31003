"""A scale: days laid out over columns, of which each is a unit of the calendar or a part of one.

A unit takes one cell, or several where there is room. What lies outside is kept at the edges by
whoever asks for a column; `start` and `stop` tell what is inside, `stop` not included.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise
from typing import Final, NamedTuple

from tui.view.chart.units import DAY, UNITS, WEEK, Unit

EIGHTHS: Final = 8
"""The parts of a cell that blocks can show."""
_MOST_CELLS: Final = 64
_MOST_CELLS_OF_DAY: Final = 16
_MOST_COLUMNS: Final = 10_000
_MOST_FIRST: Final = 10**12
_FAR: Final = 3.1
_BETWEEN: Final = {DAY: (4, 2), WEEK: (3,)}
"""Over how many cells the unit after one is laid out, if not over two.

A week over four is the farthest at which what is two days apart has columns of its own.
"""
_STEP: Final = 1.2
"""How much nearer or farther the next level is at least, from wherever."""
_FULL: Final = 0.75
"""How much of what there is the time between two days takes at least, if it can."""


class Zoom(NamedTuple):
    """How much time a column stands for: a unit over so many cells."""

    unit: Unit
    cells: int = 1

    @property
    def days(self) -> float:
        """The days of one cell, on an average."""
        return self.unit.length / self.cells


def _levels() -> Iterator[Zoom]:
    """Each unit by itself; where the next is far, that over some cells before it as well."""
    yield from (Zoom(DAY, 8), Zoom(DAY, 4), Zoom(DAY, 2))
    for unit, coarser in pairwise(UNITS):
        yield Zoom(unit)
        if coarser.length > unit.length * _FAR:
            yield from (Zoom(coarser, cells) for cells in _BETWEEN.get(unit, (2,)))
    yield Zoom(UNITS[-1])


LEVELS: Final = tuple(_levels())
"""The levels of zooming, from near to far, none more than three times as far as the one before."""


@dataclass(frozen=True)
class Scale:
    """A stretch of time in columns.

    Attributes:
        zoom: What a column stands for.
        first: The number of the unit that column 0 begins.
        width: How many columns there are.
    """

    zoom: Zoom
    first: int
    width: int

    @cached_property
    def edges(self) -> list[int]:
        """The first day of each unit, and of the one behind the last."""
        first, units = self.zoom.unit.first, -(-self.width // self.zoom.cells)
        return [first(number) for number in range(self.first, self.first + units + 1)]

    @cached_property
    def days(self) -> list[int]:
        """For each column, and the one behind the last, the earliest day that is not before it."""
        cells, edges = self.zoom.cells, self.edges
        if cells == 1:
            return edges
        days = []
        for column in range(self.width + 1):
            unit, rest = divmod(column, cells)
            day = edges[unit]
            days.append(day - -rest * (edges[unit + 1] - day) // cells if rest else day)
        return days

    @cached_property
    def days_a_cell(self) -> float:
        """The days of one cell, on an average."""
        return self.zoom.days

    @cached_property
    def start(self) -> int:
        """The first day that is inside."""
        return self.edges[0]

    @cached_property
    def stop(self) -> int:
        """The day behind the last that is inside."""
        return self.days[-1]

    def holds(self, day: int) -> bool:
        """Whether a day is inside."""
        return self.start <= day < self.stop

    def column(self, day: int) -> int:
        """The column of a day, kept within the scale."""
        return max(0, min(bisect_right(self.days, day), self.width) - 1)

    def eighths(self, day: int) -> int:
        """How far from the left a day begins, in eighths of a cell, kept within the scale."""
        edges, behind = self.edges, bisect_right(self.edges, day)
        if not behind:
            return 0
        if behind == len(edges):
            return self.width * EIGHTHS
        first, cells = edges[behind - 1], self.zoom[1] * EIGHTHS
        inside = (behind - 1) * cells + (day - first) * cells // (edges[behind] - first)
        # The last unit may have no room for all of its cells.
        return inside if behind + 1 < len(edges) else min(inside, self.width * EIGHTHS)

    def day(self, column: int) -> int:
        """The day that a column inside begins in or, where a day has several, is part of."""
        first, then = self.days[column : column + 2]
        return first - (first == then)

    def panned(self, columns: int) -> "Scale":
        """The scale moved by some columns, by whole units, and by one at least."""
        cells = self.zoom.cells
        units = -(-abs(columns) // cells)
        return replace(self, first=self.first + (units if columns > 0 else -units))

    def zoomed(self, steps: int, day: int, column: int | None = None) -> "Scale":
        """Nearer (1) or farther (-1) by some levels; a day stands at a column, else stays at its.

        As near to it, that is, as whole units let it. A day outside comes into the middle.
        """
        zoom = self.zoom
        for _ in range(abs(steps)):
            zoom = _nearer(zoom) if steps > 0 else _farther(zoom)
        if column is None:
            column = self.column(day) if self.holds(day) else self.width // 2
        return placed(zoom, day, column, self.width)

    def showing(self, day: int) -> "Scale":
        """The scale itself if a day is inside, else one that has it in the middle."""
        return self if self.holds(day) else placed(self.zoom, day, self.width // 2, self.width)

    def within(self, first: int, last: int) -> "Scale":
        """The scale moved as little as can be, to no time before a day or behind another.

        Where it is longer than the time between them, it has all of that.
        """
        unit, cells = self.zoom
        ends = unit.number(first), unit.number(last) + 1 - self.width // cells
        number = max(min(ends), min(self.first, max(ends)))
        return self if number == self.first else replace(self, first=number)

    def resized(self, width: int, day: int) -> "Scale":
        """The scale with another width; a day that was inside stays so."""
        width = max(1, width)
        other = replace(self, zoom=_within(self.zoom, width), width=width)
        if other.holds(day) or not self.holds(day):
            return other
        return placed(self.zoom, day, other.width - 1, other.width)


def placed(zoom: Zoom, day: int, column: int, width: int) -> Scale:
    """The scale in which a day stands at a column, or as near to it as whole units let it."""
    width = max(1, width)
    zoom = _within(zoom, width)
    scale = Scale(zoom, zoom.unit.number(day) - column // zoom.cells, width)
    return scale if scale.holds(day) else replace(scale, first=scale.first + 1)


def fitted(first: int, last: int, width: int) -> Scale:
    """A scale that has two days and all between them, each unit as wide as can be.

    Its width is that of its units. It is the nearest on which the time between them takes most of
    what there is, with nothing beside it, or else with little; where there is none, the one on
    which it takes most. A last day before the first is no day of its own.
    """
    width, last = max(1, width), max(first, last)
    found = list(_whole(first, last, width))
    if not found:
        # Broader than the coarsest unit lets it be: what it has from the start on.
        return Scale(Zoom(UNITS[-1]), UNITS[-1].number(first), width)
    days = last + 1 - first
    full = [scale for scale in found if days > _FULL * width * scale.zoom.days]
    exact = (scale for scale in full if (scale.start, scale.stop) == (first, last + 1))
    return next(chain(exact, full), min(found, key=lambda scale: scale.zoom.days))


def _whole(first: int, last: int, width: int) -> Iterator[Scale]:
    """Scales of whole units that have two days, from near to far."""
    for unit in UNITS:
        number = unit.number(first)
        units = unit.number(last) - number + 1
        if units <= width:
            cells = min(width // units, _MOST_CELLS_OF_DAY if unit == DAY else _MOST_CELLS)
            yield Scale(Zoom(unit, cells), number, units * cells)


def framed(first: int, last: int, width: int) -> Scale:
    """The nearest scale over a whole width that has two days and all between them, amid others."""
    scale = fitted(first, last, width)
    cells = scale.zoom.cells
    spare = (max(1, width) - scale.width) // cells
    return replace(scale, first=scale.first - spare // 2, width=max(1, width))


def known(unit: str, cells: int, first: int, width: int) -> Scale | None:
    """The scale that is told so; None where nothing could be drawn of it."""
    found = next((each for each in UNITS if each.name == unit), None)
    is_seen = 1 <= cells <= _MOST_CELLS and cells <= width <= _MOST_COLUMNS
    if found is None or not is_seen or abs(first) > _MOST_FIRST:
        return None
    return Scale(Zoom(found, cells), first, width)


def _within(zoom: Zoom, width: int) -> Zoom:
    """A zoom whose units are no wider than there is room for."""
    return zoom._replace(cells=min(zoom.cells, width))


def _nearer(zoom: Zoom) -> Zoom:
    return next((each for each in reversed(LEVELS) if each.days * _STEP < zoom.days), zoom)


def _farther(zoom: Zoom) -> Zoom:
    return next((each for each in LEVELS if each.days > zoom.days * _STEP), zoom)
