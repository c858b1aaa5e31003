"""Units of the calendar: counted without drift, before and after any year."""

from datetime import date
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from tui.timeline.dates import civil, ordinal
from tui.view.chart.units import DAY, MONTH, QUARTER, UNITS, WEEK, Unit, years

ORIGIN = date(1, 1, 1)


def test_the_units_from_fine_to_coarse() -> None:
    names = [unit.name for unit in UNITS]
    assert names[:8] == ["day", "week", "month", "quarter", "year", "5 years", "decade", "50 years"]
    assert all(one.length < other.length for one, other in pairwise(UNITS))


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
@given(st.integers(-(10**14), 10**14))
def test_a_day_is_in_the_unit_of_its_number(unit: Unit, day: int) -> None:
    number = unit.number(day)
    assert unit.first(number) <= day < unit.first(number + 1)


@given(st.integers(0, 100_000))
def test_months_are_those_of_the_calendar(months: int) -> None:
    expected = ORIGIN + relativedelta(months=months)
    assert MONTH.first(MONTH.number(1) + months) == expected.toordinal()


@given(st.integers(0, 1990))
def test_five_years_are_those_of_the_calendar(number: int) -> None:
    unit = years(5)
    expected = date(5, 1, 1) + relativedelta(years=5 * number)
    assert unit.first(unit.number(ordinal(5, 1, 1)) + number) == expected.toordinal()


@given(st.integers(-(10**9), 10**9))
def test_a_week_begins_on_a_monday(number: int) -> None:
    assert (WEEK.first(number) - 1) % 7 == 0
    assert date.fromordinal(1).isoweekday() == 1


@pytest.mark.parametrize(
    ("unit", "day", "first"),
    [
        pytest.param(DAY, (2024, 2, 29), (2024, 2, 29), id="a day"),
        pytest.param(WEEK, (2024, 12, 8), (2024, 12, 2), id="a week"),
        pytest.param(QUARTER, (2024, 12, 8), (2024, 10, 1), id="a quarter"),
        pytest.param(years(5), (2024, 12, 8), (2020, 1, 1), id="five years"),
        pytest.param(years(10), (-43, 3, 15), (-49, 1, 1), id="a decade from 50 BC on"),
        pytest.param(years(100), (-3999, 1, 1), (-3999, 1, 1), id="a century from 4000 BC on"),
        pytest.param(years(100), (-4000, 12, 31), (-4099, 1, 1), id="the one before it"),
        pytest.param(years(100), (0, 12, 31), (-99, 1, 1), id="the last before Christ"),
        pytest.param(years(100), (99, 12, 31), (1, 1, 1), id="the first of our era"),
        pytest.param(years(100), (100, 1, 1), (100, 1, 1), id="the second"),
        pytest.param(years(1), (0, 6, 1), (0, 1, 1), id="the year 1 BC"),
        pytest.param(QUARTER, (0, 6, 1), (0, 4, 1), id="a quarter of it"),
    ],
)
def test_where_a_unit_begins(
    unit: Unit, day: tuple[int, int, int], first: tuple[int, int, int]
) -> None:
    assert civil(unit.first(unit.number(ordinal(*day)))) == first
