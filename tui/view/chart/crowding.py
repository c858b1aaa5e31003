"""A row with too much on it: events that have found no row, on one with those that have.

That is the last row of a lane with no room for another. On it an event is drawn until others
begin, and has an arrow if it lasts longer; those of a cell are in a digit, and the one of them
that lasts longest goes on behind that. It is made anew for each time that is seen, so that what
has begun before is at its edge: nothing is left out.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise

from tui.view.chart.extents import GOES_ON, RANGE, Extents
from tui.view.chart.lanes import Row
from tui.view.chart.scale import Scale


class Crowd(Row):
    """A row on which an event may stand behind one that begins later in its cell."""

    __slots__ = ()

    def find(self, position: int, start: int) -> int | None:
        """Where an event stands; None if it is not there."""
        del start
        return self.positions.index(position) if position in self.positions else None


def crowded(row: Row, spilt: Row, scale: Scale, extents: Extents) -> tuple[Row, Extents]:
    """The events of two rows on one, of the time that is seen, and how they look there."""
    together = [
        position
        for _, cell in groupby(sorted(_seen(row, spilt, scale)), lambda each: scale.column(each[0]))
        for position in _longest_last([position for _, position in cell], extents)
    ]
    starts, stops = array("q"), array("q", map(extents.stops.__getitem__, together))
    for position in together:
        starts.append(max(extents.starts[position], starts[-1] if starts else scale.start))
    kinds = bytearray(extents.kinds)
    for at, (begin, then) in enumerate(pairwise(starts)):
        end, cut = stops[at], max(begin + 1, then)
        if cut < end:
            stops[at] = cut
            if kinds[together[at]] & RANGE and scale.column(end - 1) > scale.column(then):
                kinds[together[at]] |= GOES_ON
    return Crowd(array("I", together), starts, stops), extents._replace(kinds=kinds)


def _seen(row: Row, spilt: Row, scale: Scale) -> Iterator[tuple[int, int]]:
    """The first days and positions of what has a day inside a scale."""
    first, last = bisect_right(row.stops, scale.start), bisect_left(row.starts, scale.stop)
    yield from zip(row.starts[first:last], row.positions[first:last], strict=True)
    for position, start, stop in zip(*spilt, strict=True):
        if start < scale.stop and stop > scale.start:
            yield start, position


def _longest_last(positions: list[int], extents: Extents) -> list[int]:
    """Events of a cell, the one that ends last behind the others."""
    longest = max(positions, key=extents.stops.__getitem__)
    return [*(position for position in positions if position != longest), longest]
