"""The axis: which labels there are, and that they never collide."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.timeline.dates import parse
from tui.view.chart.scale import Scale, Zoom, fitted, placed
from tui.view.chart.ticks import Label, axis_of
from tui.view.chart.units import MONTH, UNITS, WEEK, years
from view.chart.charting import window


def line(labels: tuple[Label, ...]) -> str:
    """The labels as they stand."""
    text = ""
    for label in labels:
        text = text.ljust(label.column) + label.text
    return text


def axis(scale: Scale) -> str:
    """Both lines of the axis."""
    found = axis_of(scale)
    return f"{line(found.major)}\n{line(found.minor)}"


def beginning(first: str, zoom: Zoom, width: int) -> Scale:
    """The scale from a date on."""
    return placed(zoom, parse(first).anchor, 0, width)


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        pytest.param(
            window("2024-11-28", "2024-12-05", 64),
            "November 2024           December 2024\n"
            "28      29      30      1       2       3       4       5",
            id="days",
        ),
        pytest.param(
            window("2024-11-20", "2024-12-12", 50),
            "November 2024         December 2024\n  21  23  25  27  29  1   3   5   7   9   11",
            id="every other day",
        ),
        pytest.param(
            window("2024-11", "2024-12", 61),
            "November 2024                 December 2024\n"
            "   4      11     18     25     2      9      16     23     30",
            id="weeks",
        ),
        pytest.param(
            window("2023-11", "2024-06", 40),
            "2023      2024\nNov  Dec  Jan  Feb  Mar  Apr  May  Jun",
            id="months",
        ),
        pytest.param(
            window("2022", "2024", 40),
            "2022        2023        2024\nQ1 Q2 Q3 Q4 Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4",
            id="quarters",
        ),
        pytest.param(
            window("2008-07-01", "2024", 70),
            "2008  2010    2012    2014    2016    2018    2020    2022    2024\n"
            "  ·   │   ·   │   ·   │   ·   │   ·   │   ·   │   ·   │   ·   │",
            id="years, the first pinned",
        ),
        pytest.param(
            window("2008", "2024", 34),
            "    2010      2015      2020\n· · │ · · · · │ · · · · │ · · · ·",
            id="five years",
        ),
        pytest.param(
            window("2008", "2024", 17),
            "  2010 2015 2020\n  │    │    │",
            id="five years, of which two are no part",
        ),
        pytest.param(
            window("-0043", "2024", 60),
            " AD 1      AD 500    1000      1500\n │ · · · · │ · · · · │ · · · · │ · · · · │",
            id="centuries",
        ),
        pytest.param(
            window("-3999", "2000", 70),
            "4000 BC   3000 BC   2000 BC   1000 BC   AD 1      1000\n"
            "│ · · · · │ · · · · │ · · · · │ · · · · │ · · · · │ · · · · │",
            id="millennia before Christ",
        ),
        pytest.param(
            window("-0029", "0030", 62),
            "30 BC     20 BC     10 BC     AD 1     AD 10     AD 20\n"
            "│    ·    │    ·    │    ·    │   ·    │    ·    │    ·    │",
            id="decades before Christ",
        ),
        pytest.param(
            beginning("-0002", Zoom(years(1), 8), 40),
            "3 BC    2 BC    1 BC    AD 1    AD 2\n│       │       │       │       │",
            id="years before Christ",
        ),
        pytest.param(
            beginning("2022-02-14", Zoom(WEEK, 4), 60),
            "Feb     March 2022        April 2022       May 2022\n"
            "14  21  28  7   14  21  28  4   11  18  25  2   9   16  23",
            id="four cells a week",
        ),
        pytest.param(
            beginning("2022-02-14", Zoom(WEEK, 2), 60),
            "2022\n    Mar      Apr     May      Jun      Jul      Aug     Sep",
            id="two cells a week",
        ),
        pytest.param(
            beginning("2022-02-14", Zoom(MONTH, 3), 60),
            "2022                             2023\n"
            "      Q2       Q3       Q4       Q1       Q2       Q3",
            id="three cells a month",
        ),
        pytest.param(
            beginning("2022-02-14", Zoom(years(1), 2), 40),
            "2022  2025      2030      2035      2040\n· · · │ · · · · │ · · · · │ · · · · │ ·",
            id="two cells a year",
        ),
        pytest.param(
            beginning("1913", Zoom(years(5), 2), 40),
            "    1920    1940    1960    1980    2000\n· · │ · · · │ · · · │ · · · │ · · · │ ·",
            id="two cells for five years",
        ),
    ],
)
def test_how_it_reads(scale: Scale, expected: str) -> None:
    assert axis(scale) == expected


def test_what_the_left_edge_is_in_is_pinned_there() -> None:
    scale = window("2024-11-20", "2025-02", 103)
    assert line(axis_of(scale).major).startswith("Nov 2024   December 2024")


def scales() -> st.SearchStrategy[Scale]:
    """Scales of any unit, about any time."""
    zooms = st.builds(Zoom, st.sampled_from(UNITS), st.integers(1, 16))
    days = st.one_of(st.integers(600_000, 800_000), st.integers(-(10**10), 10**10))
    return st.builds(placed, zooms, days, st.just(0), st.integers(1, 250))


@given(scales())
def test_labels_never_collide_nor_leave_the_axis(scale: Scale) -> None:
    found = axis_of(scale)
    for labels in (found.major, found.minor):
        marks = all(cell_len(label.text) == 1 for label in labels)
        assert all(label.column >= 0 and label.end <= scale.width for label in labels)
        for one, other in pairwise(labels):
            assert other.column >= one.end + (not marks)
    assert all(0 <= column < scale.width for column in found.guides)


@given(st.integers(-(10**14), 10**14), st.integers(0, 10**14), st.integers(20, 200))
def test_any_time_has_a_label(first: int, length: int, width: int) -> None:
    scale = fitted(first, first + length, width)
    found = axis_of(scale)
    assert found.major or found.minor or scale.width < 18
