"""Lanes: the shown events in groups, those of a group in rows on which no two overlap.

Rows are made once for what is shown and how it is grouped. They know nothing of zooming, so that
no event ever jumps to another row. Ranges that only touch do not overlap. A lane spreads its
events over several rows, to leave room for what they are called: an event goes to the row that
has been free for the longest. Where all rows are taken, what goes on until nobody knows when gives
way, and is drawn no further; what still finds no row is spilt, and counted.
Every order is by the first day, so that a question about some days is two bisections.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final, Literal, NamedTuple, get_args

from rich.cells import cell_len

from tui.timeline.records import ActorKind, Event
from tui.timeline.timeline import Timeline
from tui.view.chart.extents import GOES_ON, Extents, extents_of
from tui.view.line import one_line
from tui.view.shown import Shown
from tui.view.words import thread_name

By = Literal["thread", "actor", "kind"]
"""What a lane is: a thread, an actor, or a kind of actor (person, state, organisation)."""

GROUPINGS: Final[tuple[By, ...]] = get_args(By)
MOST_ROWS: Final = 6
"""Rows of a lane by itself."""
_TO_A_ROW: Final = 3
"""Events for which a lane takes another row."""
_NONE: Final[dict[By, str]] = {"thread": "no thread", "actor": "no actor", "kind": "no kind"}


class Row(NamedTuple):
    """Events of a lane by their first days: positions, first days, and days behind the last."""

    positions: "array[int]"
    starts: "array[int]"
    stops: "array[int]"

    def find(self, position: int, start: int) -> int | None:
        """Where an event stands, whose first day is given; None if it is not there."""
        first, last = bisect_left(self.starts, start), bisect_right(self.starts, start)
        at = bisect_left(self.positions, position, first, last)
        return at if at < last and self.positions[at] == position else None


class Lane(NamedTuple):
    """A group of events.

    Attributes:
        key: What it is grouped by: an id or a kind, "" for the events of no group.
        name: What it is called.
        rows: Its events, on no row two that overlap.
        spilt: Those for which no row was free, which may overlap.
        positions: All its events in the order of time.
        starts: Their first days, ascending.
        stops: The days behind their last ones, ascending as well.
    """

    key: str
    name: str
    rows: tuple[Row, ...]
    spilt: Row
    positions: "array[int]"
    starts: "array[int]"
    stops: "array[int]"

    def within(self, start: int, stop: int) -> int:
        """How many of its events have a day from one day to before another."""
        return bisect_left(self.starts, stop) - bisect_right(self.stops, start)


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

    def _all(self, days: Sequence["array[int]"], once: "array[int]") -> "array[int]":
        """The days of all lanes: those of each event once, where none is in several."""
        if sum(map(len, days)) == len(once):
            return once
        return array("q", sorted(chain.from_iterable(days)))

    def of(self, position: int) -> Iterator[int]:
        """The places of the lanes that have an event."""
        for at, lane in enumerate(self.lanes):
            found = bisect_left(lane.positions, position)
            if found < len(lane.positions) and lane.positions[found] == position:
                yield at


@lru_cache(8)
def lanes_of(timeline: Timeline, shown: Shown | None, by: By, most_rows: int = MOST_ROWS) -> Lanes:
    """The lanes of what is shown of a timeline."""
    extents = extents_of(timeline)
    shown_events: Sequence[int] = range(len(timeline.events)) if shown is None else shown.events
    members: dict[str, array[int]] = {key: array("I") for key, _ in _groups(timeline, by)}
    for position in shown_events:
        for key in _keys(timeline, timeline.events[position], by):
            members.setdefault(key, array("I")).append(position)
    # What has no group stands last, also behind threads that the file does not define.
    members[""] = members.pop("", array("I"))
    names = dict(_groups(timeline, by))
    lanes = tuple(
        _lane(key, one_line(names.get(key, key)) or _NONE[by], positions, extents, most_rows)
        for key, positions in members.items()
        if positions
    )
    starts = array("q", sorted(extents.starts[at] for at in shown_events))
    stops = array("q", sorted(extents.stops[at] for at in shown_events))
    return Lanes(by, lanes, extents, starts, stops)


def _groups(timeline: Timeline, by: By) -> Iterator[tuple[str, str]]:
    """The keys and names of the groups that there may be, in their order."""
    match by:
        case "thread":
            yield from ((each.id, thread_name(timeline, each.id)) for each in timeline.threads)
        case "actor":
            yield from ((actor.id, actor.name) for actor in timeline.actors)
        case "kind":
            yield from ((kind, kind) for kind in get_args(ActorKind))


def _keys(timeline: Timeline, event: Event, by: By) -> Iterable[str]:
    """The groups of an event, each once; "" if it has none."""
    if by == "thread":
        return (event.thread,)
    actors = [timeline.actors[at] for at in timeline.links.event_actors(event)]
    keys = (actor.id if by == "actor" else actor.kind for actor in actors)
    return dict.fromkeys(keys) or ("",)


def _lane(key: str, name: str, positions: "array[int]", extents: Extents, most_rows: int) -> Lane:
    in_order = sorted(positions, key=extents.starts.__getitem__)
    rows, spilt = _packed(in_order, extents, most_rows)
    return Lane(
        key,
        name,
        tuple(rows),
        spilt,
        positions,
        array("q", (extents.starts[at] for at in in_order)),
        array("q", sorted(extents.stops[at] for at in in_order)),
    )


def _row(positions: Sequence[int], extents: Extents, stops: "array[int]") -> Row:
    starts = array("q", (extents.starts[at] for at in positions))
    return Row(array("I", positions), starts, stops)


class _Packing:
    """Puts events on rows, in the order of their first days."""

    def __init__(self, extents: Extents, spread: int, most_rows: int) -> None:
        self._extents = extents
        self._spread = spread
        self._most_rows = most_rows
        self.rows: list[list[int]] = []
        self.stops: list[list[int]] = []
        self._free: list[int] = []
        """From which day on each row is free."""
        self.spilt: list[int] = []

    def add(self, position: int) -> None:
        """Put an event where there is room, else where what goes on gives way, else nowhere."""
        start, stop = self._extents.starts[position], self._extents.stops[position]
        free = self._free
        row = free.index(min(free)) if len(free) >= self._spread else len(free)
        if row < len(free) and free[row] > start:
            row = len(free) if len(free) < self._most_rows else self._giving_way(start)
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

    def _giving_way(self, start: int) -> int:
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


def _packed(positions: Sequence[int], extents: Extents, most_rows: int) -> tuple[list[Row], Row]:
    """Events by their first days on rows, and those for which there is none."""
    spread = min(most_rows, -(-len(positions) // _TO_A_ROW))
    packing = _Packing(extents, spread, most_rows)
    for position in positions:
        packing.add(position)
    rows = [
        _row(row, extents, array("q", stops))
        for row, stops in zip(packing.rows, packing.stops, strict=True)
    ]
    spilt = array("q", (extents.stops[at] for at in packing.spilt))
    return rows, _row(packing.spilt, extents, spilt)
