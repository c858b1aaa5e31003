"""The chart as it reads, and what holds at every size."""

from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from strategies import views
from tui.timeline.records import Ref
from tui.view.chart.chart import Chart, Size, chart_of, events_of
from tui.view.chart.groups import GROUPINGS
from tui.view.chart.layout import room_for_rows, rows_of
from tui.view.chart.scale import Zoom, placed
from tui.view.chart.state import ChartState
from tui.view.chart.units import DAY, MONTH, WEEK
from tui.view.chart.walking import in_sight, panned, zoomed
from tui.view.line import plain, width_of
from tui.view.pins import Facet, pin
from tui.view.view import View
from view.chart.charting import body, grid, history, window, without_cursor
from view.histories import FOUR_DAYS, view_of

WAR = history(
    "2014-02-27/2014-03-18 Crimea is taken @front",
    "2014-04 A front forms @front",
    "2014-05-25 An election @home",
    "2014-07-17 An airliner is shot down @front",
    "2014-09-05 A truce is signed @talks",
    "2014-10~ Another election @home",
    "2014-12-01/2015-02~ The truce fails @front",
    "2015-02-12 A second truce @talks",
    "2015-03-01/.. Monitors watch the line @talks",
    "2015-08-31 A riot @home",
    threads="front home talks",
)
PLAIN = ChartState()
WINTER = ChartState(scale=window("2014-11", "2015-03", 60), is_print=True)

# As it reads


def test_all_of_it() -> None:
    assert (
        grid(chart_of(without_cursor(WAR), PLAIN, Size(80)))
        == """\
          2014                             2015
                Q2       Q3       Q4       Q1       Q2       Q3
  Front 4   ▐█▋ Crimea…   ● An airliner is shot down
                ░░░ A front forms       ██████▓▒░ The truce fails
  Home  3 An electi… ●            ░░░ Another election            ● A riot
  Talks 3    A truce is signed ●  A second tr… ● █████████████████→ Monitors wa…
10 events
"""
    )


def test_the_selected_event_is_marked_and_its_label_comes_first() -> None:
    assert (
        grid(chart_of(WAR.move("events", 7), PLAIN, Size(80, 7)))
        == """\
          2014                             2015
                Q2       Q3       Q4       Q1       Q2       Q3
  Front 4   ▐█▋ Crimea…   ● An airliner is shot down
                ░░░ A front forms       ██████▓▒░ The truce fails
  Home  3 An electi… ●            ░░░ Another election            ● A riot
▸ Talks 3    A truce is signed ●  A second tr… ◆ █████████████████→ Monitors wa…
10 events
"""
    )


def test_zoomed_in_rows_stay_where_they_are() -> None:
    view = WAR.move("events", 7)
    assert (
        grid(chart_of(view, zoomed(view, PLAIN, 4, Size(80, 7)), Size(80, 7)))
        == """\
          January 2015              February 2015               March 2015
                12     19     26     2      9      16     23     2      9
  Front 1                           ┊                           ┊
          ██████████████████████████▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒░░░░░░░░░ The truce fails
  Home  0                           ┊                           ┊
▸ Talks 2                       A second truce ◆  Monitors wat… ███████████████→
10 events · 6 earlier · 1 later
"""
    )


@pytest.mark.parametrize(
    ("zoom", "expected"),
    [
        pytest.param(Zoom(MONTH), "2", id="a month"),
        pytest.param(Zoom(MONTH, 16), "●● Two", id="sixteen columns a month"),
        pytest.param(Zoom(WEEK), "2", id="a week"),
        pytest.param(Zoom(WEEK, 4), "●● Two", id="four columns a week"),
        pytest.param(Zoom(DAY), "● ● Two", id="a day"),
    ],
)
def test_two_days_apart(zoom: Zoom, expected: str) -> None:
    view = history("2024-12-03 One", "2024-12-05 Two")
    state = ChartState(scale=placed(zoom, view.timeline.starts[0], 2, 40), most_rows=1)
    (row,) = body(without_cursor(view), state, 60).splitlines()
    assert " ".join(row.replace("┊", " ").split()) == expected


def test_a_folded_lane_is_a_row_of_blocks() -> None:
    assert (
        grid(chart_of(without_cursor(WAR), ChartState(folded=frozenset({"front"})), Size(60)))
        == """\
          2014                        2015
          Q1     Q2     Q3     Q4     Q1     Q2     Q3
 +Front 4 ┊   ▃▃ ▃▃▃     ▃         ▃▃▃▃▃▃▃▃
  Home  3 An electi… ●         ░░░ Another election     ●
  Talks 3  A truce is signed ●  A secon… ●▐█ Monitors… █→
10 events · 4 folded
"""
    )


def test_what_has_no_row_is_counted_below() -> None:
    wars = ["2014-01-01/2016-12-31 A war"] * 5
    view = without_cursor(history(*wars, "2020 Peace", "2014-02 Snow"))
    assert (
        grid(chart_of(view, ChartState(most_rows=2), Size(60)))
        == """\
              2014  2015  2016  2017  2018  2019  2020
              │     │     │     │     │     │     │
  no thread 7 ██████████████████ A war      Peace ░░░░░░
              ██████████████████ A war      ┊     ┊
              +4    ┊     ┊     ┊     ┊     ┊     ┊
7 events · 4 in +N
"""
    )


def test_by_actor_an_event_is_in_each_lane_and_marked_there() -> None:
    assert (
        grid(chart_of(view_of(FOUR_DAYS).move("events", 2), ChartState(by="actor"), Size(60)))
        == """\
                  2014    2015    2016    2017    2018
                  │ · · · │ · · · │ · · · │ · · · │ · ·
▸ Vladimir Put… 2 ┊●      Assad meets Putin in Sochi ◆
  Bashar al-As… 1 ┊       Assad meets Putin in Sochi ◆
  Russia        2 ┊● Russia…   ● Russia starts air strikes…
  no actor      1 ┊       ┊       ┊       Talks go on ○
4 events
"""
    )


def test_on_paper_rows_without_an_event_are_left_out() -> None:
    assert (
        grid(chart_of(without_cursor(WAR), WINTER, Size(80)))
        == """\
        2014                    2015
        Nov         Dec         Jan         Feb         Mar
Front 1             ████████████████████████▓▓▓▓▒▒▒▒░░░░ The truce fails
Talks 2                          A second truce ●       ███████████→ Monitors w…
10 events · 6 earlier · 1 later
"""
    )


def test_without_events_it_says_why_and_what_mends_that() -> None:
    empty, paper = view_of(""), ChartState(is_print=True)
    said = "No events in this file. a adds one."
    assert grid(chart_of(empty, PLAIN, Size(40))) == f"\n\n {said}\n0 events\n"
    assert grid(chart_of(empty, paper, Size(40))) == "\n\n No event to draw.\n0 events\n"
    locked = chart_of(replace(empty, locked="It is only read."), PLAIN, Size(40))
    assert grid(locked) == "\n\n No events in this file.\n0 events\n"
    reading = chart_of(replace(empty, reading=True), PLAIN, Size(40))
    assert grid(reading) == "\n\n Reading …\n0 events\n"
    nothing = pin(WAR, Facet("actor", "xi"))
    narrow = grid(chart_of(nothing, PLAIN, Size(30, 6)))
    assert narrow == "\n\n No event matches. x drops\n actor:xi.\n\n0 events\n"


def test_the_head_of_a_lane_stays_when_its_first_rows_are_scrolled_away() -> None:
    chart = chart_of(without_cursor(WAR), ChartState(top=1, most_rows=6), Size(80, 5))
    assert [plain(line)[:9] for line in chart.lines[2:4]] == ["  Front 4", "  Home  3"]
    assert chart.tally.elsewhere == 5


# What is linked, and what is where


def tones(chart: Chart, text: str) -> set[str]:
    """The tones of the spans that have a text."""
    return {span.tone for line in chart.lines for span in line if text in span.text}


def test_what_belongs_to_a_focused_actor_keeps_its_colour_and_the_rest_is_faint() -> None:
    view = view_of(FOUR_DAYS).go(Ref("actor", "russia"))
    chart = chart_of(replace(view, cursors={**view.cursors, "events": 0}), PLAIN, Size(120))
    assert tones(chart, "Russia starts air") == {"text"}
    assert tones(chart, "Talks go on") == {"faint"}
    assert tones(chart, "Russia annexes") == {"strong"}


def test_an_event_has_the_colour_of_its_thread_in_every_grouping() -> None:
    for by in GROUPINGS:
        chart = chart_of(without_cursor(view_of(FOUR_DAYS)), ChartState(by=by), Size(120))
        assert tones(chart, "●") == {"thread0", "thread1"}


def test_a_click_finds_marks_labels_heads_and_what_stands_for_more() -> None:
    view = without_cursor(WAR)
    chart = chart_of(view, PLAIN, Size(80))
    mark, label, head = chart.at(26, 2), chart.at(30, 2), chart.at(3, 4)
    assert mark is not None
    assert label is not None
    assert head is not None
    assert (list(mark.positions), list(label.positions)) == ([3], [3])
    assert (head.part, head.lane) == ("head", "home")
    assert list(events_of(view, PLAIN, head)) == [2, 5, 9]
    assert chart.at(70, 2) is None
    assert chart.at(0, 99) is None


def test_what_stands_for_more_lists_its_events() -> None:
    folded = ChartState(folded=frozenset({"front"}))
    chart = chart_of(WAR, folded, Size(60))
    hits = [hit for hit in chart.hits[2] if hit.part == "more"]
    listed = [list(events_of(WAR, folded, hit)) for hit in hits]
    assert [events for events, _ in groupby(listed)] == [[0], [1], [3], [6]]
    assert [hit.stop - hit.start for hit in hits] == [1] * len(hits)
    crowded = history(*["2014/2016 A war"] * 5)
    state = ChartState(most_rows=2)
    (more,) = [hit for hit in chart_of(crowded, state, Size(60)).hits[4] if hit.part == "more"]
    assert list(events_of(crowded, state, more)) == [2, 3, 4]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Late", "◆3 Late     ┊           ┊", id="right of the count"),
        pytest.param("A" * 90, f"◆3 {'A' * 42}…", id="shortened"),
    ],
)
def test_an_event_without_a_row_is_named_under_the_cursor(title: str, expected: str) -> None:
    view = history(*["2014/2016 A war"] * 4, f"2014/2016 {title}").move("events", 4)
    assert body(view, ChartState(most_rows=2), 60).splitlines()[2] == expected


def test_an_event_without_a_row_is_named_before_its_count_at_the_right_edge() -> None:
    view = history("1980 One", *["2016 A war"] * 4, "2016 A late one, at some length").move(
        "events", 5
    )
    last = body(view, ChartState(most_rows=2), 60).splitlines()[2]
    assert "A late one, at some le… ◆3 " in last


# What holds at every size


def states() -> SearchStrategy[ChartState]:
    """Groupings, folded lanes, rows and scrolling of every kind."""
    folded = ["", "thread0", "actor0", "person"]
    return st.builds(
        ChartState,
        by=st.sampled_from(GROUPINGS),
        folded=st.frozensets(st.sampled_from(folded), max_size=2),
        top=st.integers(0, 9),
        most_rows=st.none() | st.integers(1, 6),
        is_print=st.just(value=False),
    )


SIZES = st.builds(Size, st.integers(1, 130), st.none() | st.integers(0, 30))


def moved(view: View, state: ChartState, size: Size, steps: int, columns: int) -> ChartState:
    """A state after some zooming and panning."""
    state = zoomed(view, state, steps, size) if steps else state
    return panned(view, state, columns, size) if columns else state


@settings(max_examples=150)
@given(views(), states(), SIZES, st.integers(-3, 9), st.integers(-80, 80))
def test_it_fills_its_size_and_counts_everything(
    view: View, state: ChartState, size: Size, steps: int, columns: int
) -> None:
    chart = chart_of(view, moved(view, state, size, steps, columns), size)
    assert {width_of(line) for line in chart.lines} <= {size.width}
    assert size.height is None or len(chart.lines) == size.height
    assert len(chart.hits) == len(chart.lines)
    assert all(0 <= hit.start < hit.stop for hits in chart.hits for hit in hits)
    tally = chart.tally
    assert min(tally) >= 0
    assert tally.events == view.size("events")
    lanes = state.lanes(view.timeline, view.shown)
    within = sum(lane.within(chart.scale.start, chart.scale.stop) for lane in lanes.lanes)
    drawn = tally.drawn + tally.behind + tally.spilt + tally.folded
    assert within == drawn + tally.elsewhere


@settings(max_examples=200)
@given(views(), states(), st.integers(2, 130), st.none() | st.integers(3, 30), st.integers(-3, 9))
def test_every_event_that_is_shown_is_drawn_or_counted(
    view: View, state: ChartState, width: int, height: int | None, steps: int
) -> None:
    size = Size(width, height)
    state = replace(state, top=0).sized(room_for_rows(height))
    state = moved(view, state, size, steps, 0)
    chart = chart_of(without_cursor(view), state, size)
    if chart.tally.elsewhere:
        return
    extents = state.lanes(view.timeline, view.shown).extents
    found = {at for hits in chart.hits for hit in hits for at in events_of(view, state, hit)}
    start, stop = chart.scale.start, chart.scale.stop
    inside = {
        at
        for at in view.positions("events")
        if extents.starts[at] < stop and extents.stops[at] > start
    }
    assert inside <= found
    assert len(inside) == chart.tally.events - chart.tally.earlier - chart.tally.later


@given(views(), states(), SIZES)
def test_what_is_above_and_below_ends_with_the_lanes(
    view: View, state: ChartState, size: Size
) -> None:
    first = chart_of(view, replace(state, top=0), size).tally
    last = chart_of(view, replace(state, top=10**6), size).tally
    assert (first.above, first.lanes_above, last.below, last.lanes_below) == (0, 0, 0, 0)
    assert first.elsewhere == 0 or first.lanes_below > 0
    assert last.elsewhere == 0 or last.lanes_above > 0


@settings(max_examples=60)
@given(views(), states(), SIZES, st.integers(-4, 8))
def test_rows_do_not_change_with_zoom(
    view: View, state: ChartState, size: Size, steps: int
) -> None:
    state = state.sized(room_for_rows(size.height))
    lanes = state.lanes(view.timeline, view.shown)
    near = zoomed(view, state, steps, size)
    assert near.lanes(view.timeline, view.shown) is lanes
    assert panned(view, near, 9, size).lanes(view.timeline, view.shown) is lanes
    assert rows_of(lanes, near.folded) == rows_of(lanes, state.folded)


@settings(max_examples=100)
@given(
    views(),
    states(),
    st.integers(30, 130),
    st.integers(5, 30),
    st.integers(-6, 12),
    st.integers(-200, 200),
)
def test_the_selected_event_can_always_be_seen(  # noqa: PLR0913, PLR0917, each is drawn by itself
    view: View, state: ChartState, width: int, height: int, steps: int, columns: int
) -> None:
    at = view.cursors.get("events")
    if at is None or not view.size("events"):
        return
    size = Size(width, height)
    state = in_sight(view, moved(view, state, size, steps, columns), size)
    chart = chart_of(view, state, size)
    assert state.lane in state.lanes(view.timeline, view.shown).at
    seen = {each for hits in chart.hits for hit in hits for each in events_of(view, state, hit)}
    assert at in seen


@pytest.mark.parametrize("steps", [1, 3, -2])
def test_zooming_leaves_the_selected_event_where_it_is(steps: int) -> None:
    view = WAR.move("events", 4)
    before = chart_of(view, zoomed(view, PLAIN, 1, Size(90)), Size(90))
    after = chart_of(view, zoomed(view, PLAIN, 1 + steps, Size(90)), Size(90))
    columns = [
        next(plain(line).index("◆") for line in chart.lines if "◆" in plain(line))
        for chart in (before, after)
    ]
    assert abs(columns[0] - columns[1]) <= max(before.scale.zoom.cells, after.scale.zoom.cells)
