"""How long an event lasts: from its first day to its last, and which days between are sure.

A date says more or less: of `2015-09` it is only sure that it is some time in September, and a
range to `2024-12~` is sure to last until the end of November. An open end reaches to the last
day that the timeline knows, an unknown one adds nothing.
"""

from array import array
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from tui.timeline.dates import Date, Grain, Missing, Precision, civil, ordinal
from tui.timeline.timeline import Timeline

_MONTHS: Final = {
    Precision.CENTURY: 1200,
    Precision.DECADE: 120,
    Precision.YEAR: 12,
    Precision.SEASON: 3,
    Precision.MONTH: 1,
}

SURE: Final = 1
"""Of the kind of an event: some of its days are sure."""
WENT_ON: Final = 2
"""It goes on since nobody knows when."""
GOES_ON: Final = 4
"""It goes on until nobody knows when."""
RANGE: Final = 8
"""Its date is a range."""


class Extent(NamedTuple):
    """The days of an event. What stops does so before that day.

    Attributes:
        start: The first day that it may have.
        stop: The day behind the last that it may have.
        sure_start: The first day that it has for sure.
        sure_stop: The day behind the last of those; none is sure where that is not later.
        opens: Whether it goes on, since nobody knows when (left) and until nobody knows (right).
        is_single: Whether its date is a single one, and no range.
    """

    start: int
    stop: int
    sure_start: int
    sure_stop: int
    opens: tuple[bool, bool] = (False, False)
    is_single: bool = True

    @property
    def is_sure(self) -> bool:
        """Whether any day is sure."""
        return self.sure_start < self.sure_stop

    @property
    def is_day(self) -> bool:
        """Whether it is a single date of one day."""
        return self.is_single and self.stop - self.start == 1

    def until(self, day: int) -> "Extent":
        """The same, cut off before a day if it goes on until then."""
        if day >= self.stop:
            return self
        return self._replace(stop=day, sure_stop=min(self.sure_stop, day))


class Known(NamedTuple):
    """The first and the last day that a timeline knows of."""

    first: int
    last: int


class Extents(NamedTuple):
    """The days of every event, by its position.

    Attributes:
        known: The first and the last day of all.
        starts: The first days.
        stops: The days behind the last ones.
        sure_starts: The first days that are sure.
        sure_stops: The days behind the last of those.
        kinds: What each of them is.
    """

    known: Known
    starts: "array[int]"
    stops: "array[int]"
    sure_starts: "array[int]"
    sure_stops: "array[int]"
    kinds: bytearray

    def of(self, position: int) -> Extent:
        """The days of an event."""
        kind = self.kinds[position]
        return Extent(
            self.starts[position],
            self.stops[position],
            self.sure_starts[position],
            self.sure_stops[position],
            (bool(kind & WENT_ON), bool(kind & GOES_ON)),
            is_single=not kind & RANGE,
        )


@lru_cache(4)
def extents_of(timeline: Timeline) -> Extents:
    """The days of every event of a timeline."""
    dates = [event.date for event in timeline.events]
    given = [day for date in dates for day in (date.start, date.end) if day is not None]
    known = Known(min(given, default=1), max(given, default=1))
    found = [extent_of(date, known) for date in dates]
    starts, stops, sure_starts, sure_stops = (
        array("q", map(attrgetter(name), found))
        for name in ("start", "stop", "sure_start", "sure_stop")
    )
    kinds = bytearray(map(_kind, found))
    return Extents(known, starts, stops, sure_starts, sure_stops, kinds)


def _kind(extent: Extent) -> int:
    went_on, goes_on = extent.opens
    kind = SURE * extent.is_sure | WENT_ON * went_on | GOES_ON * goes_on
    return kind | RANGE * (not extent.is_single)


def extent_of(when: Date, known: Known) -> Extent:
    """The days of a date in a timeline."""
    if Missing.UNKNOWN in (when.first, when.last):
        return _half_known(when)
    if not when.is_interval:
        start, stop, grain = when.anchor, _end(when) + 1, when.first
        sure = isinstance(grain, Grain) and _is_exact(grain)
        return Extent(start, stop, start, stop if sure else start)
    if when.start is None:
        start = sure_start = min(known.first, _before(when))
    else:
        start, sure_start = when.start, _sure_start(when.start, when.first)
    if when.end is None:
        stop = sure_stop = max(known.last + 1, sure_start)
    else:
        stop, sure_stop = when.end + 1, _before(when)
    opens = when.start is None, when.end is None
    return Extent(start, max(stop, start + 1), sure_start, sure_stop, opens, is_single=False)


def _half_known(when: Date) -> Extent:
    """What is known of a range with an unknown side: the other one, or that it goes on."""
    if when.start is not None:
        start, stop = when.start, _sure_start(when.start, when.first, at_least=1)
    else:
        stop = _end(when) + 1
        start = min(_before(when), stop - 1)
    return Extent(start, stop, start, start)


def _end(when: Date) -> int:
    return when.anchor if when.end is None else when.end


def _is_exact(grain: Grain) -> bool:
    return grain.precision >= Precision.DAY and not (grain.approximate or grain.uncertain)


def _sure_start(start: int, side: Grain | Missing, at_least: int = 0) -> int:
    """From when on a range is sure to last, which begins some time in what its side says."""
    if not isinstance(side, Grain) or side.precision >= Precision.DAY:
        exact = isinstance(side, Grain) and _is_exact(side)
        return start + (at_least if exact else 1)
    year, month, _ = civil(start)
    years, month = divmod(month - 1 + _MONTHS[side.precision], 12)
    return ordinal(year + years, month + 1, 1)


def _before(when: Date) -> int:
    """Until before which day a range is sure to last, which ends some time in its last side."""
    end, side = _end(when), when.last
    if not isinstance(side, Grain) or side.precision >= Precision.DAY:
        return end + (isinstance(side, Grain) and _is_exact(side))
    year, month, _ = civil(end)
    years, month = divmod(month - _MONTHS[side.precision], 12)
    return ordinal(year + years, month + 1, 1)
