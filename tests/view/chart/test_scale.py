"""Scales: which day is in which column, and what zooming and panning keep."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tui.timeline.dates import civil, ordinal
from tui.view.chart.scale import EIGHTHS, LEVELS, Scale, Zoom, fitted, placed
from tui.view.chart.units import DAY, MONTH, QUARTER, UNITS, WEEK, years

DAYS = st.integers(-(10**6), 10**6)


def scales() -> SearchStrategy[Scale]:
    """Scales of every unit, also with cells to spare, near the years that people write of."""
    zooms = st.builds(Zoom, st.sampled_from(UNITS), st.integers(1, 9))
    return st.builds(placed, zooms, DAYS, st.integers(0, 40), st.integers(1, 120))


def test_a_month_a_column() -> None:
    scale = Scale(Zoom(MONTH), MONTH.number(ordinal(2024, 1, 1)), 12)
    assert civil(scale.start) == (2024, 1, 1)
    assert civil(scale.stop) == (2025, 1, 1)
    assert [scale.column(ordinal(2024, month, 28)) for month in (1, 2, 12)] == [0, 1, 11]
    assert scale.eighths(ordinal(2024, 3, 1)) == 2 * EIGHTHS
    assert scale.eighths(ordinal(2024, 3, 16)) == 2 * EIGHTHS + 3


def test_two_cells_a_day() -> None:
    scale = Scale(Zoom(DAY, 2), 100, 6)
    assert scale.days == [101, 102, 102, 103, 103, 104, 104]
    assert [scale.column(day) for day in (101, 102, 103)] == [0, 2, 4]


@pytest.mark.parametrize(
    ("first", "last", "width", "zoom"),
    [
        pytest.param((2024, 11, 1), (2024, 12, 31), 138, Zoom(DAY, 2), id="two months"),
        pytest.param((2024, 11, 1), (2024, 12, 31), 91, Zoom(MONTH, 45), id="nothing beside them"),
        pytest.param((2024, 10, 31), (2024, 12, 30), 60, Zoom(WEEK, 6), id="no room for days"),
        pytest.param((2022, 1, 1), (2024, 12, 31), 80, Zoom(MONTH, 2), id="three years"),
        pytest.param((2008, 1, 1), (2024, 12, 31), 40, Zoom(years(1), 2), id="seventeen years"),
        pytest.param((2024, 5, 1), (2024, 5, 1), 80, Zoom(DAY, 16), id="a day"),
        pytest.param((-753, 1, 1), (2024, 1, 1), 100, Zoom(years(100), 3), id="since Rome"),
        pytest.param((2008, 8, 7), (2024, 12, 15), 125, Zoom(years(1), 7), id="no half a screen"),
        pytest.param((2008, 8, 7), (2024, 12, 15), 70, Zoom(QUARTER, 1), id="most of a screen"),
    ],
)
def test_it_fits_what_it_has_to_show(
    first: tuple[int, int, int], last: tuple[int, int, int], width: int, zoom: Zoom
) -> None:
    scale = fitted(ordinal(*first), ordinal(*last), width)
    assert scale.zoom == zoom
    assert scale.holds(ordinal(*first))
    assert scale.holds(ordinal(*last))


@given(st.integers(-(10**14), 10**14), st.integers(0, 10**14), st.integers(1, 200))
def test_it_fits_anything(first: int, length: int, width: int) -> None:
    scale = fitted(first, first + length, width)
    assert scale.width <= width
    assert scale.holds(first)
    assert scale.holds(first + length) or scale.zoom.unit == UNITS[-1]


@given(st.integers(-(10**6), 10**6), st.integers(40, 10**7), st.integers(40, 200))
def test_it_fills_what_it_fits(first: int, length: int, width: int) -> None:
    scale = fitted(first, first + length, width)
    assert length / scale.zoom.days > width / 2


@given(scales())
def test_a_column_begins_at_its_first_day(scale: Scale) -> None:
    for column, (day, then) in enumerate(zip(scale.days, scale.days[1:], strict=False)):
        if day < then and day < scale.stop:
            assert scale.column(day) == column or scale.days[column - 1] == day
        assert scale.eighths(day) >= column * EIGHTHS or day >= scale.stop
        assert scale.eighths(day - 1) < max(1, column * EIGHTHS)


@given(st.sampled_from([*LEVELS, Zoom(MONTH, 16)]), DAYS, st.integers(0, 90))
def test_two_days_apart_have_columns_of_their_own_at_sixteen_a_month(
    zoom: Zoom, day: int, column: int
) -> None:
    scale = placed(zoom, day, column, 100)
    if zoom.days * 16 <= MONTH.length and scale.holds(day + 2):
        assert scale.column(day) < scale.column(day + 2)


@given(scales(), DAYS, DAYS)
def test_what_is_later_is_not_further_left(scale: Scale, one: int, other: int) -> None:
    first, last = sorted((one, other))
    assert scale.column(first) <= scale.column(last)
    assert 0 <= scale.eighths(first) <= scale.eighths(last) <= scale.width * EIGHTHS


@given(scales(), st.integers(0, 200), st.integers(-12, 12))
def test_zooming_keeps_the_day_at_its_column(scale: Scale, column: int, steps: int) -> None:
    day = scale.days[column % scale.width]
    if scale.holds(day):
        zoomed = scale.zoomed(steps, day)
        assert zoomed.holds(day)
        moved = abs(zoomed.column(day) - scale.column(day))
        assert moved < max(zoomed.zoom.cells, scale.zoom.cells)


@given(scales(), st.integers(0, 200), st.integers(-12, 12))
def test_zooming_at_a_column_keeps_its_time_there(scale: Scale, column: int, steps: int) -> None:
    column %= scale.width
    day = scale.day(column)
    assert scale.days[column] - 1 <= day <= scale.days[column]
    zoomed = scale.zoomed(steps, day, column)
    assert abs(zoomed.column(day) - column) <= zoomed.zoom.cells


@given(scales(), DAYS, st.integers(1, 6))
def test_zooming_in_and_out_keeps_the_day_in_sight(scale: Scale, day: int, steps: int) -> None:
    near = scale.zoomed(steps, day)
    assert near.holds(day)
    assert near.zoomed(-steps, day).holds(day)


def test_the_levels_lead_from_days_to_ages_and_back() -> None:
    scale = placed(LEVELS[0], 700_000, 10, 80)
    zooms = [scale.zoomed(-step, 700_000).zoom for step in range(len(LEVELS))]
    assert zooms == list(LEVELS)
    assert scale.zoomed(1, 700_000).zoom == LEVELS[0]
    assert scale.zoomed(-99, 700_000).zoomed(99, 700_000).zoom == LEVELS[0]


def test_no_level_is_more_than_three_times_as_far_as_the_one_before() -> None:
    steps = [other.days / one.days for one, other in pairwise(LEVELS)]
    assert min(steps) > 1.4
    assert max(steps) < 3.01


@given(st.builds(Zoom, st.sampled_from(UNITS), st.integers(1, 16)), st.sampled_from([1, -1]))
def test_from_anywhere_a_step_is_seen_and_no_leap(zoom: Zoom, way: int) -> None:
    there = placed(zoom, 700_000, 10, 80).zoomed(way, 700_000).zoom
    step = (zoom.days / there.days) ** way
    is_last = not LEVELS[0].days * 1.2 < zoom.days < LEVELS[-1].days / 1.2
    assert 1.2 <= step < 3.7 or (there == zoom and is_last)


def test_there_is_a_level_for_three_years_on_a_wide_screen() -> None:
    assert any(3 * 365.25 < zoom.days * 136 < 4 * 365.25 for zoom in LEVELS)


@given(scales(), st.integers(1, 200))
def test_panning_moves_by_whole_units_and_back(scale: Scale, columns: int) -> None:
    later = scale.panned(columns)
    assert later.start > scale.start
    assert later.panned(-columns) == scale


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        pytest.param((2023, 11), (2024, 1), id="not before the first"),
        pytest.param((2024, 3), (2024, 3), id="inside it stays"),
        pytest.param((2024, 12), (2024, 9), id="not behind the last"),
    ],
)
def test_a_year_by_four_months(first: tuple[int, int], expected: tuple[int, int]) -> None:
    scale = Scale(Zoom(MONTH, 2), MONTH.number(ordinal(*first, 1)), 8)
    shown = scale.within(ordinal(2024, 1, 20), ordinal(2024, 12, 3))
    assert civil(shown.start)[:2] == expected


@given(scales(), DAYS, DAYS, DAYS)
def test_no_time_is_shown_beside_two_days(scale: Scale, one: int, other: int, day: int) -> None:
    first, day, last = sorted((one, other, day))
    unit, cells = scale.zoom
    shown = scale.within(first, last)
    seen = {shown.first, shown.first + shown.width // cells - 1}
    between = {unit.number(first), unit.number(last)}
    assert min(between) <= min(seen) <= max(seen) <= max(between) or (
        min(seen) <= min(between) <= max(between) <= max(seen)
    )
    assert shown.holds(day) or not scale.holds(day)
    assert shown.within(first, last) is shown


@given(scales(), st.integers(1, 120), DAYS)
def test_another_width_keeps_a_day_in_sight(scale: Scale, width: int, day: int) -> None:
    shown = scale.showing(day)
    assert shown.holds(day)
    assert shown.resized(width, day).holds(day)
