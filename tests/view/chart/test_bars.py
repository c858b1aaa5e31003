"""How events look on a row: points, bars, what is sure and what may be."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import timelines
from tui.timeline.timeline import Timeline
from tui.view.chart.bars import drawn, marks_of
from tui.view.chart.extents import extents_of
from tui.view.chart.lanes import lanes_of
from tui.view.chart.scale import Scale, Zoom, fitted
from tui.view.chart.units import UNITS
from view.chart.charting import history, window


def row_of(*dates: str, scale: Scale) -> str:
    """The marks of events on one row, in a timeline that knows the years 2014 to 2016."""
    view = history("2014-01-01 A @other", "2016-12-31 B @other", *(f"{date} C" for date in dates))
    lane = lanes_of(view.timeline, None, "thread", 1).lanes[-1]
    text = ""
    marks = marks_of(lane.rows[0], scale, extents_of(view.timeline))
    for column, cells in zip(marks.columns, marks.cells, strict=True):
        text = text.ljust(column) + cells
    return text


MONTHS = window("2014", "2014", 12)
DAYS = window("2014-03", "2014-03", 31)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2014-03-18", "  ●"),
        ("2014-03-18~", "  ○"),
        ("2014-03", "  ○"),
        ("2014-21", "  ░░░"),
        ("2014", "░░░░░░░░░░░░"),
        ("2013", ""),
        ("2014-03-01/2014-05-31", "  ███"),
        ("2014-03-17/2014-05-12", "  ▐█▍"),
        ("2014-03-30/2014-05-24", "  ▕█▊"),
        ("2014-03-08/2014-03-22", "  ●"),
        ("2014-03-28/2014-04-02", "  ●"),
        ("2014-03/2014-08", "  ▒████▒"),
        ("2014-02-27/2014-08~", " ▕█████▒"),
        ("2014-01~/2014-10-31", "▒█████████"),
        ("2013/2014", "▒▒▒▒▒▒▒▒▒▒▒▒"),
        ("2014-03/2014-03", "  ○"),
        ("2012/2016", "████████████"),
        ("2013-10-03/2014-01-10", "▎"),
        ("2014-12-15/2015-03-01", "           ▐"),
        ("2014-03-15/..", "  ▐████████→"),
        ("../2014-05", "←███▒"),
        ("2014-03-18/", "  ○"),
    ],
)
def test_an_event_where_a_month_is_a_column(date: str, expected: str) -> None:
    assert row_of(date, scale=MONTHS) == expected


def test_what_goes_on_does_so_until_the_last_day_that_is_known() -> None:
    assert row_of("2015-09-15/..", scale=window("2014", "2017", 16)) == "      ▐████→"
    assert row_of("2016-12-20/..", scale=window("2014", "2017", 16)) == "           →"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2014-03-02", "2014-03-04"], " ● ●"),
        (["2014-03-02/2014-03-03", "2014-03-04/2014-03-05"], " █▉██"),
        (["2014-03-01T09:30", "2014-03-01T10:30"], "●"),
    ],
)
def test_events_where_a_day_is_a_column(dates: list[str], expected: str) -> None:
    assert row_of(*dates, scale=DAYS) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(["2014-03-16", "2014-03-18"], "  2", id="two days apart are seen to be two"),
        pytest.param(["2014-03-31", "2014-04-02"], "  ●●", id="or in two columns"),
        pytest.param(
            ["2014-03-02/2014-04-10", "2014-04-12", "2014-06-20"], "  █▎ ●", id="behind a bar"
        ),
        pytest.param(
            ["2014-03-02", "2014-03-04", "2014-03-10/2014-05-10"], "  2█▎", id="before a bar"
        ),
        pytest.param(["2014-03-04~", "2014-03-10/2014-05-10"], "  ○█▎", id="one before a bar"),
        pytest.param([f"2014-03-{day:02}" for day in range(1, 13)], "  +", id="more than nine"),
    ],
)
def test_events_that_share_a_column(dates: list[str], expected: str) -> None:
    assert row_of(*dates, scale=MONTHS) == expected


def test_a_range_that_ends_two_days_later_is_longer() -> None:
    assert row_of("2014-01-01/2014-03-05", scale=MONTHS) == "██▏"
    assert row_of("2014-01-01/2014-03-09", scale=MONTHS) == "██▎"


def test_doubt_thins_out_towards_its_end() -> None:
    assert row_of("2014-02-25/2014-03~", scale=DAYS) == "▓" * 11 + "▒" * 10 + "░" * 10


zooms = st.builds(Zoom, st.sampled_from(UNITS), st.integers(1, 4))


@given(timelines(), zooms, st.integers(1, 90), st.data())
def test_marks_lie_in_the_scale_apart_and_have_every_event_once(
    timeline: Timeline, zoom: Zoom, width: int, data: st.DataObject
) -> None:
    extents = extents_of(timeline)
    day = data.draw(st.integers(extents.known.first - 900, extents.known.last + 900))
    scale = Scale(zoom, zoom.unit.number(day), width)
    for lane in lanes_of(timeline, None, "thread").lanes:
        for row in lane.rows:
            marks = marks_of(row, scale, extents)
            ends = [0, *marks.ends]
            assert all(end <= column for end, column in zip(ends, marks.columns, strict=False))
            assert ends[-1] <= width
            members = map(marks.members, range(len(marks.columns)))
            inside = [
                at
                for at, start, stop in zip(*row, strict=True)
                if start < scale.stop and stop > scale.start
            ]
            assert sorted(chain.from_iterable(members)) == sorted(inside)


@given(timelines(), st.integers(2, 120))
def test_a_bar_is_as_long_as_its_days(timeline: Timeline, width: int) -> None:
    extents = extents_of(timeline)
    scale = fitted(extents.known.first, extents.known.last, width)
    for position in range(len(timeline.events)):
        extent = extents.of(position)
        column, cells = drawn(extent, scale)
        assert column == scale.eighths(extent.start) // 8
        assert 1 <= len(cells) <= scale.width - column
