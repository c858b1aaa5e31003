"""Framing: which time is in sight once a date was gone to, or filtered by."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import views
from tui.timeline.dates import civil, ordinal, parse
from tui.view import pins
from tui.view.chart import steering
from tui.view.chart.chart import Size, chart_of
from tui.view.chart.framing import asked_for, framed
from tui.view.chart.state import Aim, ChartState, Period
from tui.view.view import View
from view.chart.charting import history

SIZE = Size(150, 20)
HISTORY = history(
    "2008-08-08 A war",
    "2014-03-18 A treaty",
    "2020-02/2024-11-20 A mission",
    "2022-02-24 Another war",
    "2023-09-19 A day",
    "2024-11-09 A protest",
    "2024-12-08 A flight",
)


def seen(view: View, size: Size = SIZE) -> View:
    return steering.seen(view, size)


def begun(view: View = HISTORY) -> View:
    return seen(steering.toggled(view))


def time_of(view: View, size: Size = SIZE) -> tuple[int, int]:
    """The first day that is seen and the one behind the last."""
    assert view.chart
    scale = chart_of(view, view.chart, size).scale
    return scale.start, scale.stop


def months(view: View) -> str:
    """The months that the time begins and ends in."""
    first, stop = time_of(view)
    return " ".join("{}-{:02}".format(*civil(day)[:2]) for day in (first, stop - 1))


def filtered(view: View, *queries: str) -> View:
    return pins.with_chips(view, (*view.chips, *map(pins.filter_chip, queries)))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        pytest.param("2023", "2023-01 2024-01", id="a year"),
        pytest.param("2022/2024", "2021-04 2025-01", id="a range"),
        pytest.param("2014-03", "2014-02 2014-04", id="a month"),
        pytest.param("2014-21", "2014-03 2014-06", id="a season"),
        pytest.param("2024-11/..", "2024-10 2024-12", id="to the end of all"),
        pytest.param("../2009", "2008-08 2009-12", id="from the start of all"),
        pytest.param("1990", "2008-08 2009-08", id="before the first event"),
        pytest.param("2008/2030", "2008-04 2025-03", id="beyond the last"),
        pytest.param("2030/..", "2024-12 2024-12", id="open, behind the last"),
        pytest.param("../1990", "2008-08 2008-08", id="open, before the first"),
        pytest.param("2014-03-18", "2008-07 2024-12", id="a day is no time"),
    ],
)
def test_the_time_of_a_date_is_in_sight_with_as_much_on_both_sides(
    date: str, expected: str
) -> None:
    assert months(seen(framed(begun(), parse(date)))) == expected


def test_a_time_in_which_an_open_start_may_be_is_seen_as_a_whole() -> None:
    assert (
        months(seen(framed(begun(history("../2008 An age")), parse("2008")))) == "2008-01 2009-01"
    )


@given(views(), st.integers(1900, 2100), st.sampled_from(["{}/..", "../{}"]), st.integers(40, 200))
def test_an_open_range_leads_to_its_date_or_to_what_is_nearest(
    view: View, year: int, form: str, width: int
) -> None:
    # In a single column of time, which may be all beside the names, there is no room for two eras.
    size, date = Size(width, 20), parse(form.format(year))
    view = seen(framed(seen(steering.toggled(view), size), date), size)
    assert view.chart
    first, last = view.chart.lanes(view.timeline, view.shown).span
    start, stop = time_of(view, size)
    assert start <= max(first, min(date.anchor, last)) < stop


def test_a_time_without_events_is_seen_with_none_under_the_cursor() -> None:
    view = seen(framed(begun(), parse("2016")))
    first, stop = time_of(view)
    assert first <= ordinal(2016, 1, 1) < ordinal(2016, 12, 31) < stop
    assert stop < ordinal(2018, 1, 1)
    assert view.cursors == begun().cursors
    assert seen(view.focus_on("actors")).chart == view.chart


def test_at_every_size_it_is_in_sight_as_a_whole() -> None:
    view = seen(framed(begun(), parse("2022/2023")))
    for width in (60, 40, 200, 150):
        size = Size(width, 20)
        view = seen(view, size)
        first, stop = time_of(view, size)
        assert first <= ordinal(2022, 1, 1) < ordinal(2023, 12, 31) < stop
    assert view.chart == seen(framed(begun(), parse("2022/2023"))).chart


def test_before_there_is_any_width_it_is_only_aimed_at() -> None:
    view = framed(begun(), parse("2023"))
    assert view.chart
    assert view.chart.scale is None
    assert view.chart.aim == Aim(Period(ordinal(2023, 1, 1), ordinal(2023, 12, 31)))
    again = framed(seen(view), parse("2023"))
    assert again.chart == seen(view).chart


@given(views(), st.integers(1990, 2030), st.integers(0, 20), st.integers(30, 200))
def test_no_day_of_it_that_has_events_is_missing(
    view: View, year: int, more: int, width: int
) -> None:
    size = Size(width, 20)
    view = seen(steering.toggled(view), size)
    view = seen(framed(view, parse(f"{year}/{year + more}")), size)
    assert view.chart
    first, last = view.chart.lanes(view.timeline, view.shown).span
    wanted = Period(ordinal(year, 1, 1), ordinal(year + more, 12, 31)).within(first, last)
    start, stop = time_of(view, size)
    if first <= wanted.first and wanted.last <= last:
        assert start <= wanted.first
        assert wanted.last < stop


@pytest.mark.parametrize(
    ("queries", "expected"),
    [
        pytest.param((), None, id="no filter"),
        pytest.param(("war",), None, id="by a word"),
        pytest.param(("on:2024",), ("2024-01-01", "2024-12-31"), id="a year"),
        pytest.param(("war on:2022..2024",), ("2022-01-01", "2024-12-31"), id="a range"),
        pytest.param(("-on:2024",), None, id="not on"),
        pytest.param(("on:2022,2024",), ("2022-01-01", "2024-12-31"), id="one or the other"),
        pytest.param(("on:2020..2022 on:2022..2024",), ("2022-01-01", "2022-12-31"), id="both"),
        pytest.param(("on:2020", "on:2022"), ("2020-01-01", "2022-12-31"), id="apart"),
        pytest.param(("on:2020", "on:2020-03"), ("2020-03-01", "2020-03-31"), id="narrower"),
        pytest.param(("on:2014..",), ("2014-01-01", "2024-12-08"), id="to the end"),
        pytest.param(("on:..2014",), ("2008-08-08", "2014-12-31"), id="from the start"),
        pytest.param(("on:2030..",), ("2030-01-01", "2030-01-01"), id="behind the last"),
        pytest.param(("on:..1990",), ("1990-12-31", "1990-12-31"), id="before the first"),
        pytest.param(("on:2030..", "on:..1990"), ("2008-08-08", "2024-12-08"), id="both ends"),
        pytest.param(("on:",), None, id="not finished"),
    ],
)
def test_what_filters_ask_for(queries: tuple[str, ...], expected: tuple[str, str] | None) -> None:
    found = asked_for(filtered(HISTORY, *queries), ChartState())
    days = found and tuple("{}-{:02}-{:02}".format(*civil(day)) for day in found)
    assert days == expected


def test_all_that_a_filter_asks_for_leaves_out_what_goes_on_before() -> None:
    view = seen(steering.fitted(filtered(begun(), "on:2024-11..2024-12")))
    assert view.size("events") == 3
    assert months(view) == "2024-10 2024-12"
    shown = chart_of(view, view.chart or ChartState(), SIZE).tally
    assert (shown.earlier, shown.later) == (0, 0)


def test_without_a_filter_all_is_all_of_time() -> None:
    view = seen(steering.fitted(filtered(begun(), "on:2024")))
    clear = seen(steering.fitted(pins.drop_all(view)))
    assert clear.chart == begun().chart


def winter(view: View = HISTORY) -> View:
    """The view with the winter of 2021 in sight, and the cursor on what happened then."""
    return seen(framed(begun(view.move("events", 3)), parse("2022-02")))


@pytest.mark.parametrize(
    ("queries", "expected"),
    [
        pytest.param(("on:2024-11..2024-12",), "2024-10 2024-12", id="what goes on is not then"),
        pytest.param(("on:2022",), "2022-01 2022-03", id="something is then"),
        pytest.param(("on:2014",), "2014-01 2015-01", id="another year"),
        pytest.param(("treaty",), "2014-03 2014-03", id="a word"),
        pytest.param(("another",), "2022-01 2022-03", id="a word of then"),
        pytest.param(("protest", "-war"), "2024-11 2024-11", id="two filters"),
        pytest.param(("nothing",), "2022-02 2022-03", id="nothing at all"),
    ],
)
def test_a_filter_that_leaves_nothing_in_a_time_leads_to_all_that_it_leaves(
    queries: tuple[str, ...], expected: str
) -> None:
    view = winter()
    assert months(view) == "2022-01 2022-03"
    assert months(seen(filtered(view, *queries))) == expected


def test_without_the_filter_the_time_of_before_comes_back() -> None:
    view = winter()
    there = seen(filtered(view, "on:2024-11..2024-12"))
    assert there.cursors["events"] == 3 - 1
    back = seen(pins.drop_all(there))
    assert time_of(back) == time_of(view)
    assert seen(back.focus_on("actors")).chart == back.chart


def test_filters_after_each_other_lead_from_the_time_before_all() -> None:
    view = winter()
    there = seen(filtered(seen(filtered(view, "treaty")), "-war"))
    assert months(there) == "2014-03 2014-03"
    back = seen(pins.drop_all(there))
    assert time_of(back) == time_of(view)
    assert months(seen(filtered(back, "another"))) == "2022-01 2022-03"


def test_the_time_of_before_comes_back_with_the_cursor_where_that_was_moved() -> None:
    there = seen(filtered(winter(), "on:2024-11..2024-12"))
    moved = seen(steering.along(there, 1))
    back = seen(pins.drop_all(moved))
    assert back.cursors["events"] == 5
    start, stop = time_of(back)
    assert start <= HISTORY.timeline.starts[5] < stop
    assert stop - start == time_of(winter())[1] - time_of(winter())[0]


@pytest.mark.parametrize("width", [150, 70])
def test_who_has_moved_on_stays_there(width: int) -> None:
    size = Size(width, 20)
    there = seen(filtered(winter(), "on:2024-11..2024-12"), size)
    moved = seen(steering.zoomed(there, -1, size), size)
    assert time_of(seen(pins.drop_all(moved), size), size) == time_of(moved, size)
    # Only another width is no move.
    wide = seen(pins.drop_all(there))
    assert time_of(wide) == time_of(winter())


def test_where_all_of_time_is_seen_a_date_that_is_filtered_by_is_all() -> None:
    there = seen(filtered(begun(), "on:2024-11..2024-12"))
    assert months(there) == "2024-10 2024-12"
    back = seen(pins.drop_all(there))
    assert back.chart
    assert back.chart.scale is None
    first = seen(steering.toggled(filtered(HISTORY, "on:2024-11..2024-12")))
    assert time_of(first) == time_of(there)


@given(
    views(),
    st.lists(st.sampled_from(["on:2014", "a", "-b", "on:2001..2012", "has:claim", ""]), max_size=6),
    st.integers(0, 9),
)
def test_with_filters_to_and_fro_the_time_of_before_comes_back(
    view: View, queries: list[str], steps: int
) -> None:
    view = begun(pins.drop_all(view))
    for _ in range(steps):
        view = seen(steering.zoomed(view, 1, SIZE))
    before, now = time_of(view), view
    for query in queries:
        now = seen(filtered(now, query) if query else pins.drop_last(now))
    now = seen(replace(pins.drop_all(now), cursors=view.cursors))
    assert time_of(now) == before
