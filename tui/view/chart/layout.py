"""Where the rows of the lanes are, and how wide what stands before them is."""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from tui.view.chart.lanes import Lanes
from tui.view.chart.scale import Scale

_LEAST: Final = 12
_MOST: Final = 32
"""Cells that stand before the columns of time; names give way from there on."""
_BESIDE: Final = 2
"""Blanks beside a name and a count."""
_SIGNS: Final = 2
"""The mark of the cursor, and whether a lane is folded; neither is on paper."""
AXIS: Final = 2
FOOT: Final = 1


class Rows(NamedTuple):
    """The rows of all lanes, one below the other; `tops` has the first of each, then their end."""

    tops: list[int]

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self.tops[-1]

    def lane(self, row: int) -> int:
        """The place of the lane that has a row."""
        return bisect_right(self.tops, row) - 1


@lru_cache(8)
def rows_of(lanes: Lanes, folded: frozenset[str]) -> Rows:
    """The rows of lanes, of which some are folded."""
    heights = (1 if lane.key in folded else lane.share.height for lane in lanes.lanes)
    return Rows([0, *accumulate(heights)])


class Away(NamedTuple):
    """What is in rows on one side of those that are seen: events, and the lanes of these rows."""

    events: int = 0
    lanes: int = 0


def away(lanes: Lanes, rows: Rows, seen: range, scale: Scale) -> tuple[Away, Away]:
    """What has days inside a scale, but is in rows above those that are seen, or below."""
    start, stop = scale.start, scale.stop

    def until(row: int) -> tuple[int, int, int]:
        """The lane of a row, how many of its rows are before that, and the events in these."""
        at = rows.lane(row) if row < rows.total else len(lanes.lanes)
        cut = row - rows.tops[at]
        return at, cut, lanes.lanes[at].within_first(cut, start, stop) if cut else 0

    first, above, events_above = until(seen.start)
    last, _, events_seen = until(seen.stop)
    events_above += sum(lane.within(start, stop) for lane in lanes.lanes[:first])
    events_below = sum(lane.within(start, stop) for lane in lanes.lanes[last:]) - events_seen
    return Away(events_above, first + bool(above)), Away(events_below, len(lanes.lanes) - last)


def head_width(lanes: Lanes, width: int, *, is_print: bool = False) -> int:
    """The cells before the columns of time: as names need, three tenths of the width at most."""
    if width < 2 * _LEAST:
        return width // 3
    wanted = lanes.name_width + len(f"{lanes.largest:,}") + _BESIDE
    wanted += 0 if is_print else _SIGNS
    return min(wanted, max(_LEAST, min(_MOST, width * 3 // 10)))


def room_for_rows(height: int | None) -> int | None:
    """The rows of lanes that a height has room for, between the axis and the last line."""
    return None if height is None else max(0, height - AXIS - FOOT)
