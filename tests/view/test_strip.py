"""The density strip as it reads, and what holds at every width."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import views
from tui.timeline.records import Ref
from tui.timeline.timeline import Timeline
from tui.view.chart.scale import fitted
from tui.view.chart.state import ChartState
from tui.view.line import Line, plain, width_of
from tui.view.pins import Facet, pin
from tui.view.strip import BLOCKS, Scale, beside, event_at, scale_of, strip_of, window_of
from tui.view.view import View
from view.chart.charting import window
from view.histories import FOUR_DAYS, view_of


def history(dates: str, span: str = "", at: int = 0) -> View:
    """The view of events on some dates, with the cursor on one of them."""
    events = "".join(
        f"- {{id: e{number}, date: {date}, title: T}}\n"
        for number, date in enumerate(dates.split())
    )
    spanned = f"span: {span}\n" if span else ""
    return view_of(f"{spanned}events:\n{events}").move("events", at)


def read(line: Line) -> str:
    """A line as it reads; of a label the letter that the cursor is at is in parentheses."""
    return "".join(f"({span.text})" if span.tone == "on-accent" else span.text for span in line)


def drawn(view: View, width: int) -> str:
    return "".join(f"{read(line).rstrip()}\n" for line in strip_of(view, width))


# As it reads


def test_forty_columns() -> None:
    assert (
        drawn(view_of(FOUR_DAYS).go(Ref("event", "sochi")), 40)
        == """\
 █           █                    ██
2014   2015    2016     2017    20(1)8
"""
    )


def test_eighty_columns() -> None:
    assert (
        drawn(view_of(FOUR_DAYS), 80)
        == """\
   █                       █                                         █ █
201(4)           2015            2016             2017            2018
"""
    )


def charting(first: str, last: str, at: int = 0) -> View:
    """The view of three years, of which the chart shows only those from one date to another."""
    view = history("2014-03-18 2016-05 2018-05", at=at)
    return replace(view, charted=True, chart=ChartState(scale=window(first, last, 60)))


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        pytest.param(
            charting("2016", "2016-12", 1),
            " 2014       2015       [2016▲        ]2017       2018",
            id="a year",
        ),
        pytest.param(
            charting("2014", "2018-12"),
            "[20(1)4       2015        2016         2017        2018        ]",
            id="all",
        ),
        pytest.param(
            charting("2018", "2018-12", 2),
            " 2014       2015        2016         2017       [201(8)        ]",
            id="to the end",
        ),
        pytest.param(
            charting("2018-05-01", "2018-12", 2),
            " 2014       2015        2016         2017          [▲        ]",
            id="the cursor at its start",
        ),
        pytest.param(
            charting("2018-06-10", "2018-12", 2),
            " 2014       2015        2016         2017        201(8)[       ]",
            id="the cursor before its start",
        ),
        pytest.param(
            charting("2014-05-02", "2014-12"),
            "   ▲[        ]2015      2016         2017        2018",
            id="the cursor just before it",
        ),
        pytest.param(
            charting("2014", "2014-02-20"),
            "[ ](2)014     2015        2016         2017        2018",
            id="the cursor just behind it",
        ),
        pytest.param(
            charting("2016-05-01", "2016-05-02", 1),
            " 2014       2015           [▲]       2017        2018",
            id="a day",
        ),
        pytest.param(
            charting("2017", "2017-12"),
            " 20(1)4       2015        2016        [2017        ]2018",
            id="without the cursor",
        ),
    ],
)
def test_brackets_enclose_what_the_chart_shows(view: View, expected: str) -> None:
    first, last = beside(view, 60)
    axis = read((first, *strip_of(view, 60)[1], last))
    assert axis.rstrip() == expected


def test_without_the_chart_there_are_none() -> None:
    view = charting("2016", "2016-12", 1)
    for other in (replace(view, charted=False), replace(view, chart=ChartState())):
        assert "[" not in drawn(other, 60)
        assert plain(beside(other, 60)) == "  "
        assert window_of(other) is None


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        pytest.param(history("2014-03-18", "2014-03-18"), "█\n▲2014\n", id="a single day"),
        pytest.param(history("2014"), "█\n(2)014\n", id="a single year"),
        pytest.param(
            history("2014-03-02 2014-03-18 2014-03-18 2014-03-18 2014-03-18", "2014-03", at=1),
            " ▄                   █\n2014                 ▲\n",
            id="a month; one event is half as high as four",
        ),
        pytest.param(
            history("2010 2014 2020", "2013/2015", at=2),
            "█            █                         █\n2013         2014         2015         ▲\n",
            id="the first and last column take what is outside the span",
        ),
        pytest.param(
            history("2010 2014", "2012/..", at=1),
            "█                         █\n2012         2013         (2)014\n",
            id="an open end is the last event's",
        ),
        pytest.param(
            history("2010 2014", "../2012"),
            "█                                      █\n(2)010         2011         2012\n",
            id="an open start is the first event's",
        ),
        pytest.param(history("2010 2014", "2030/.."), "█\n(2)030\n", id="a span after everything"),
    ],
)
def test_odd_spans(view: View, expected: str) -> None:
    assert drawn(view, 40) == expected


def test_without_events_it_is_blank() -> None:
    assert [plain(line) for line in strip_of(view_of(""), 5)] == ["     ", "     "]
    assert [plain(line) for line in strip_of(view_of(FOUR_DAYS), 0)] == ["", ""]


def test_under_a_filter_what_is_hidden_leaves_no_trace() -> None:
    view = pin(view_of(FOUR_DAYS), Facet("thread", "syria"))
    assert (
        drawn(view, 40)
        == """\
             █                    █
2014   2015  ▲ 2016     2017    2018
"""
    )


def test_under_an_empty_filter_the_mark_stays_where_the_reader_was() -> None:
    view = pin(view_of(FOUR_DAYS), Facet("actor", "xi"))
    assert drawn(view, 40) == "\n2(0)14   2015    2016     2017    2018\n"


def test_what_is_linked_is_bright() -> None:
    density, _ = strip_of(view_of(FOUR_DAYS).go(Ref("actor", "assad")), 40)
    bright = [span.text for span in density if span.tone == "accent"]
    # The cursor is on the other column.
    assert (bright, {span.tone for span in density}) == (["█"], {"accent", "faint"})
    density, _ = strip_of(view_of(FOUR_DAYS), 40)
    assert {span.tone for span in density} == {"accent", "dim"}


def test_years_before_christ_are_labelled_as_in_the_rows() -> None:
    _, axis = strip_of(history("-0331-10-01 0014-08-19"), 80)
    assert "BC" in plain(axis)
    assert "-" not in plain(axis)


def test_years_before_christ_are_round_as_they_are_called() -> None:
    _, axis = strip_of(history("-3999 2000", at=1), 80)
    labels = re.findall(r"\d+ BC|AD \d+|\d+", plain(axis))
    assert labels == ["4000 BC", "3000 BC", "2000 BC", "1000 BC", "AD 1", "1000"]
    _, axis = strip_of(history("-0002 0003", at=1), 80)
    assert re.findall(r"\d+ BC|AD \d+", plain(axis)) == [
        *("3 BC", "2 BC", "1 BC"),
        *("AD 1", "AD 2", "AD 3"),
    ]


def test_the_labels_of_far_years_are_evenly_spaced() -> None:
    _, axis = strip_of(history("Y-170000002 2000", at=1), 80)
    columns = [label.start() for label in re.finditer(r"\S+ BC", plain(axis))]
    gaps = {later - earlier for earlier, later in pairwise(columns)}

    assert len(columns) > 2
    assert max(gaps) - min(gaps) <= 1


# Where a click on it leads


@pytest.mark.parametrize(
    ("column", "event"),
    [(0, "annexed"), (1, "annexed"), (2, "strikes"), (13, "strikes"), (14, "sochi"), (39, "talks")],
)
def test_a_column_leads_to_the_first_event_from_there_on(column: int, event: str) -> None:
    view = view_of(FOUR_DAYS)
    at = event_at(view, 40, column)
    assert at is not None
    assert view.timeline.events[at].id == event


def test_it_leads_to_what_is_shown() -> None:
    syria = pin(view_of(FOUR_DAYS), Facet("thread", "syria"))
    assert [event_at(syria, 40, column) for column in (0, 20, 39)] == [1, 2, 2]
    assert event_at(pin(view_of(FOUR_DAYS), Facet("actor", "xi")), 40, 20) is None


@pytest.mark.parametrize("view", [View(Timeline()), view_of("events: []\n")])
def test_without_events_it_leads_nowhere(view: View) -> None:
    assert event_at(view, 40, 0) is None


def test_a_strip_without_a_column_leads_nowhere() -> None:
    assert event_at(view_of(FOUR_DAYS), 0, 0) is None


@settings(max_examples=40)
@given(views(), st.integers(1, 120))
def test_a_column_with_events_leads_to_the_first_of_them(view: View, width: int) -> None:
    density = plain(strip_of(view, width)[0])
    scale, starts = scale_of(view.timeline, width), view.timeline.starts
    for column in (at for at, block in enumerate(density) if block != " "):
        at = event_at(view, width, column)
        there = [each for each in view.positions("events") if scale.column(starts[each]) == column]
        assert at in there


# What holds at every width


@settings(max_examples=40)
@given(views(), st.integers(1, 120))
def test_it_fills_its_width_and_shows_the_cursor(view: View, width: int) -> None:
    density, axis = strip_of(view, width)
    assert (width_of(density), width_of(axis)) == (width, width)
    at_cursor = [span for span in axis if span.text == "▲" or span.tone == "on-accent"]
    assert len(at_cursor) == bool(view.timeline.events)
    assert set(plain(density)) <= set(BLOCKS)


@settings(max_examples=40)
@given(views(), st.integers(4, 120), st.integers(-5, 4000), st.integers(1, 4000))
def test_both_brackets_are_seen_with_the_cursor(
    view: View, width: int, start: int, days: int
) -> None:
    if not view.timeline.events:
        return
    first = view.timeline.starts[0] + start
    scale = fitted(first, first + days, 60)
    view = replace(view, charted=True, chart=ChartState(scale=scale))
    before, behind = beside(view, width)
    _, axis = strip_of(view, width)
    assert (width_of(axis), width_of((before, behind))) == (width, 2)
    spans = [span for span in (before, *axis, behind) if span.tone != "dim"]
    signs = "".join("▲" if span.tone == "on-accent" else span.text.strip() for span in spans)
    assert signs in {"▲[]", "[▲]", "[]▲"}


@settings(max_examples=40)
@given(views(), st.integers(1, 120))
def test_no_event_is_lost(view: View, width: int) -> None:
    density = plain(strip_of(view, width)[0])
    if view.timeline.events:
        scale = scale_of(view.timeline, width)
        starts = view.timeline.starts
        columns = {scale.column(starts[at]) for at in view.positions("events")}
        assert {at for at, block in enumerate(density) if block != " "} == columns


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.integers(1, 300))
def test_a_scale_knows_the_first_day_of_each_column(first: int, days: int, width: int) -> None:
    scale = Scale(first, days, width)
    for column in range(width):
        day = scale.day(column)
        if first < day < first + days:
            assert scale.column(day) >= column
            assert scale.column(day - 1) < column
