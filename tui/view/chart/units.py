"""Units of the calendar, each counted from a fixed origin, so that no reckoning drifts.

A unit has numbers: year 2014 is number 2014 of the years, its March number 24170 of the months
(2014 times 12, plus 2). Weeks begin on Mondays. Any year has its units, also far ones. Where a unit
has several years, those before Christ begin with round ones as well: a century with 300 BC, the
next with 200 BC, then 100 BC, and the first of our era with AD 1, so that this has a year less.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from tui.timeline.dates import civil, ordinal

_YEAR: Final = 12
_DAYS_OF_MONTH: Final = 30.436875
_MOST_YEARS: Final = 10**11


class Unit(NamedTuple):
    """A stretch of the calendar: so many days, or so many months."""

    name: str
    days: int = 0
    months: int = 0

    @property
    def length(self) -> float:
        """How many days it has, on an average."""
        return self.days or self.months * _DAYS_OF_MONTH

    def number(self, day: int) -> int:
        """The number of the unit that a day is in."""
        if self.days:
            # Day 1 is a Monday.
            return (day - 1) // self.days
        year, month, _ = civil(day)
        # Year 0 is 1 BC.
        year -= self._is_of_years and year <= 0
        return (year * _YEAR + month - 1) // self.months

    def first(self, number: int) -> int:
        """The first day of the unit of a number."""
        if self.days:
            return number * self.days + 1
        year, month = divmod(number * self.months, _YEAR)
        year += self._is_of_years and year <= 0
        return ordinal(year, month + 1, 1)

    @property
    def _is_of_years(self) -> bool:
        """Whether it has several years."""
        return self.months > _YEAR


def years(count: int) -> Unit:
    """The unit of so many years."""
    return Unit(
        {1: "year", 10: "decade", 100: "century"}.get(count, f"{count} years"), 0, 12 * count
    )


def _of_years() -> Iterator[Unit]:
    count = 1
    while count <= _MOST_YEARS:
        yield years(count)
        yield years(5 * count)
        count *= 10


DAY: Final = Unit("day", days=1)
WEEK: Final = Unit("week", days=7)
MONTH: Final = Unit("month", months=1)
QUARTER: Final = Unit("quarter", months=3)
UNITS: Final = (DAY, WEEK, MONTH, QUARTER, *_of_years())
"""What a column may stand for, from fine to coarse."""
