"""Lanes: the shown events in groups, those of a group in rows on which no two overlap.

Rows are made for what is shown, how it is grouped, and how many rows there are on the screen.
They know nothing of zooming, so that no event ever jumps to another row by it. Ranges that only
touch do not overlap. A lane spreads its events over all of its rows, to leave room for what they
are called: an event goes to the row that has been free for the longest. Where all rows are taken,
what goes on until nobody knows when gives way, and is drawn no further; what still finds no row is
spilt, and counted. On a lane too small for a row that counts (see `crowding`) what ends last is
spilt, as that leaves most. Rows are filled when they are first asked for.
Every order is by the first day, so that a question about some days is two bisections.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from rich.cells import cell_len

from tui.timeline.timeline import Timeline
from tui.view.chart.dealing import Share, by_themselves, dealt
from tui.view.chart.extents import GOES_ON, Extents
from tui.view.chart.groups import By, Group, Groups, groups_of
from tui.view.listing import holds
from tui.view.shown import Shown

MOST_ROWS: Final = 24
"""Rows of a lane where there is no end of room, as on paper."""
_KEPT: Final = 16
"""For how many numbers of rows a group is kept on them: who folds and unfolds need not wait."""


class Row(NamedTuple):
    """Events of a lane by their first days: positions, first days, and days behind the last."""

    positions: "array[int]"
    starts: "array[int]"
    stops: "array[int]"

    def within(self, start: int, stop: int) -> int:
        """How many of its events have a day from one day to before another."""
        return bisect_left(self.starts, stop) - bisect_right(self.stops, start)

    def find(self, position: int, start: int) -> int | None:
        """Where an event stands, whose first day is given; None if it is not there."""
        first, last = bisect_left(self.starts, start), bisect_right(self.starts, start)
        at = bisect_left(self.positions, position, first, last)
        return at if at < last and self.positions[at] == position else None


Packed: TypeAlias = tuple[tuple[Row, ...], Row]
"""The events of a group on rows, and those for which there is none."""
Pack: TypeAlias = Callable[[Share], Packed]
"""Puts the events of a group on the rows that it has got."""


class Screen(NamedTuple):
    """How many rows there are for all lanes, and the keys of those that are folded into one."""

    rows: int
    folded: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Lane:
    """A group of events on rows.

    Attributes:
        group: The events.
        share: The rows that it has got.
        pack: Puts the events on them.
    """

    group: Group
    share: Share
    pack: Pack

    @property
    def key(self) -> str:
        """What it is grouped by: an id or a kind, "" for the events of no group."""
        return self.group.key

    @property
    def name(self) -> str:
        """What it is called."""
        return self.group.name

    @property
    def positions(self) -> "array[int]":
        """All its events in the order of time."""
        return self.group.positions

    @property
    def starts(self) -> "array[int]":
        """Their first days, ascending."""
        return self.group.starts

    @property
    def stops(self) -> "array[int]":
        """The days behind their last ones, ascending as well."""
        return self.group.stops

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its events, on no row two that overlap."""
        return self._packed[0]

    @property
    def spilt(self) -> Row:
        """Those for which no row was free, which may overlap."""
        return self._packed[1]

    def within(self, start: int, stop: int) -> int:
        """How many of its events have a day from one day to before another."""
        return bisect_left(self.starts, stop) - bisect_right(self.stops, start)

    def within_first(self, rows: int, start: int, stop: int) -> int:
        """How many of those are on its first rows, of which there are more."""
        return sum(row.within(start, stop) for row in self.rows[:rows])

    @cached_property
    def _packed(self) -> Packed:
        return self.pack(self.share)


@dataclass(frozen=True, eq=False)
class Lanes:
    """All lanes of what is shown.

    Attributes:
        by: What a lane is.
        lanes: In the order of the file, the one of no group last.
        extents: The days of every event of the timeline.
        starts: The first days of all that is shown, each event once, ascending.
        stops: The days behind the last ones, ascending.
    """

    by: By
    lanes: tuple[Lane, ...]
    extents: Extents
    starts: "array[int]"
    stops: "array[int]"

    @cached_property
    def at(self) -> dict[str, int]:
        """The place of each lane, by its key."""
        return {lane.key: at for at, lane in enumerate(self.lanes)}

    @cached_property
    def name_width(self) -> int:
        """The cells of the longest name."""
        return max((cell_len(lane.name) for lane in self.lanes), default=0)

    @cached_property
    def largest(self) -> int:
        """How many events the largest lane has."""
        return max((len(lane.positions) for lane in self.lanes), default=0)

    @cached_property
    def all_starts(self) -> "array[int]":
        """The first days of what is in the lanes: an event in several of them several times."""
        return self._all([lane.starts for lane in self.lanes], self.starts)

    @cached_property
    def all_stops(self) -> "array[int]":
        """The days behind the last ones of the same."""
        return self._all([lane.stops for lane in self.lanes], self.stops)

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last day of what is shown; of the timeline if nothing is."""
        if not self.starts:
            return self.extents.known.first, self.extents.known.last
        return self.starts[0], self.stops[-1] - 1

    def fill(self) -> int:
        """Put all events on rows, also those not seen yet, and tell how many rows these are."""
        return sum(len(lane.rows) for lane in self.lanes)

    def _all(self, days: Sequence["array[int]"], once: "array[int]") -> "array[int]":
        """The days of all lanes: those of each event once, where none is in several."""
        if sum(map(len, days)) == len(once):
            return once
        return array("q", sorted(chain.from_iterable(days)))

    def of(self, position: int) -> Iterator[int]:
        """The places of the lanes that have an event."""
        return (at for at, lane in enumerate(self.lanes) if holds(lane.positions, position))


@lru_cache(8)
def lanes_of(
    timeline: Timeline,
    shown: Shown | None,
    by: By,
    most_rows: int = MOST_ROWS,
    screen: Screen | None = None,
) -> Lanes:
    """The lanes of what is shown of a timeline.

    Args:
        timeline: Whose events they are.
        shown: What is shown of it, None for all.
        by: What a lane is.
        most_rows: The rows for events that a lane has at most, where there is no end of them.
        screen: Where they are to be seen; None for where there is no end of rows.
    """
    found = groups_of(timeline, shown, by)
    needs = [each.needs for each in found.groups]
    if screen is None:
        shares = by_themselves(needs, most_rows)
    else:
        kept = [None if each.key in screen.folded else each.needs for each in found.groups]
        shares = dealt(kept, screen.rows)
    lanes = tuple(map(Lane, found.groups, shares, _packs(found)))
    return Lanes(by, lanes, found.extents, found.starts, found.stops)


def _row(positions: Sequence[int], extents: Extents, stops: "array[int]") -> Row:
    starts = array("q", (extents.starts[at] for at in positions))
    return Row(array("I", positions), starts, stops)


class _Packing:
    """Puts events on rows, in the order of their first days."""

    def __init__(self, extents: Extents, most_rows: int, *, is_crowded: bool) -> None:
        self._extents = extents
        self._most_rows = most_rows
        self._room = self._spilling if is_crowded else self._giving_way
        self.rows: list[list[int]] = []
        self.stops: list[list[int]] = []
        self._free: list[int] = []
        """From which day on each row is free."""
        self.spilt: list[int] = []

    def add(self, position: int) -> None:
        """Put an event where there is room, else where another makes some, else nowhere."""
        start, stop = self._extents.starts[position], self._extents.stops[position]
        free = self._free
        row = len(free) if len(free) < self._most_rows else free.index(min(free))
        if row < len(free) and free[row] > start:
            row = self._room(start, stop)
        if row < 0:
            self.spilt.append(position)
            return
        if row == len(free):
            self.rows.append([])
            self.stops.append([])
            free.append(stop)
        self.rows[row].append(position)
        self.stops[row].append(stop)
        free[row] = stop

    def _giving_way(self, start: int, _: int) -> int:
        """The row of the event that has gone on for the longest, which is cut; -1 of none."""
        began = [
            (self._extents.starts[row[-1]], at)
            for at, row in enumerate(self.rows)
            if self._extents.kinds[row[-1]] & GOES_ON
        ]
        first, row = min(began, default=(start, -1))
        if first >= start:
            return -1
        self.stops[row][-1] = start
        return row

    def _spilling(self, _: int, stop: int) -> int:
        """The row of the event that ends last, which is spilt; -1 if that is the new one."""
        last = max(self._free)
        if last <= stop:
            return -1
        row = self._free.index(last)
        self.spilt.append(self.rows[row].pop())
        self.stops[row].pop()
        return row


@lru_cache(8)
def _packs(groups: Groups) -> tuple[Pack, ...]:
    """What puts each group on rows, and keeps these: no longer than the groups are kept."""
    return tuple(lru_cache(_KEPT)(partial(_packed, group)) for group in groups.groups)


def _packed(group: Group, share: Share) -> Packed:
    """The events of a group on rows, and those for which there is none."""
    extents = group.extents
    packing = _Packing(extents, share.rows, is_crowded=share.is_crowded)
    for position in sorted(group.positions, key=extents.starts.__getitem__):
        packing.add(position)
    rows = tuple(
        _row(row, extents, array("q", stops))
        for row, stops in zip(packing.rows, packing.stops, strict=True)
    )
    spilt = sorted(packing.spilt, key=lambda at: (extents.starts[at], at))
    return rows, _row(spilt, extents, array("q", (extents.stops[at] for at in spilt)))
