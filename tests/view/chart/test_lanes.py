"""Lanes: what is grouped where, and on which rows of them."""

from gc import collect
from itertools import pairwise
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import timelines, views
from tui.timeline.timeline import Timeline
from tui.view.chart.groups import GROUPINGS, By
from tui.view.chart.lanes import Lanes, Row, Screen, lanes_of
from tui.view.pins import Facet, pin
from tui.view.view import View
from view.chart.charting import history
from view.histories import FOUR_DAYS, TWO_LANES, view_of


def named(view: View, by: By) -> dict[str, list[str]]:
    """The titles of each lane, in the order of time."""
    lanes = lanes_of(view.timeline, view.shown, by)
    events = view.timeline.events
    return {lane.name: [events[at].id for at in lane.positions] for lane in lanes.lanes}


def rows(*dates: str, most_rows: int = 6) -> list[list[str]]:
    """The ids of events on each row of their lane, what is spilt last."""
    view = history(*dates)
    (lane,) = lanes_of(view.timeline, None, "thread", most_rows).lanes
    events = view.timeline.events
    found = [[events[at].id for at in row.positions] for row in lane.rows]
    return [
        *found,
        *([[events[at].id for at in lane.spilt.positions]] * bool(lane.spilt.positions)),
    ]


# What is where


def test_threads_stand_as_in_the_file_and_no_thread_stands_last() -> None:
    assert named(view_of(TWO_LANES), "thread") == {
        "The north": ["one", "three", "six"],
        "The south": ["two", "five"],
        "no thread": ["four"],
    }


def test_a_thread_that_is_not_defined_stands_before_none() -> None:
    view = history("2014 A", "2013 B @other", "2012 C @war", threads="war")
    assert list(named(view, "thread")) == ["War", "other", "no thread"]


def test_an_event_is_in_the_lane_of_each_of_its_actors_and_of_those_who_speak() -> None:
    assert named(view_of(FOUR_DAYS), "actor") == {
        "Vladimir Putin": ["annexed", "sochi"],
        "Bashar al-Assad": ["sochi"],
        "Russia": ["annexed", "strikes"],
        "no actor": ["talks"],
    }


def test_kinds_are_those_of_actors() -> None:
    assert named(view_of(FOUR_DAYS), "kind") == {
        "person": ["annexed", "sochi"],
        "state": ["annexed", "strikes"],
        "no kind": ["talks"],
    }


def test_a_filter_leaves_what_it_finds() -> None:
    view = pin(view_of(FOUR_DAYS), Facet("thread", "syria"))
    assert named(view, "actor") == {
        "Vladimir Putin": ["sochi"],
        "Bashar al-Assad": ["sochi"],
        "Russia": ["strikes"],
    }
    assert lanes_of(view.timeline, view.shown, "actor") is lanes_of(
        view.timeline, view.shown, "actor"
    )


def test_without_events_there_are_no_lanes() -> None:
    lanes = lanes_of(Timeline(), None, "thread")
    assert (lanes.lanes, lanes.span) == ((), (1, 1))


# On which row


@pytest.mark.parametrize(
    ("dates", "most_rows", "expected"),
    [
        pytest.param(["2014", "2015", "2016"], 1, [["e0", "e1", "e2"]], id="touching share a row"),
        pytest.param(
            ["2014-01-01/2014-01-10", "2014-01-10/2014-01-20"],
            2,
            [["e0"], ["e1"]],
            id="a common day does not",
        ),
        pytest.param(
            ["2010", "2011", "2012", "2013"], 6, [["e0", "e2"], ["e1", "e3"]], id="room for labels"
        ),
        pytest.param(
            ["2010/2019", "2011", "2012", "2013"],
            6,
            [["e0"], ["e1", "e2", "e3"]],
            id="the row that has been free for the longest",
        ),
        pytest.param(["2010/2019", "2011/2018", "2012"], 2, [["e0"], ["e1"], ["e2"]], id="spilt"),
        pytest.param(
            ["2010/..", "2011/..", "2012", "2013/2014", "2013"],
            2,
            [["e0", "e2", "e3"], ["e1", "e4"]],
            id="what goes on gives way",
        ),
        pytest.param(["2010/..", "2010"], 1, [["e0"], ["e1"]], id="but not from its first day on"),
    ],
)
def test_the_rows_of_a_lane(dates: list[str], most_rows: int, expected: list[list[str]]) -> None:
    assert rows(*dates, most_rows=most_rows) == expected


def overlapping(row: Row) -> list[int]:
    """The first days of events that begin before the one before them on the row is over."""
    return [start for stop, start in zip(row.stops, row.starts[1:], strict=False) if start < stop]


def check(lanes: Lanes, timeline: Timeline) -> None:
    """What holds for all lanes."""
    for lane in lanes.lanes:
        placed = [at for row in (*lane.rows, lane.spilt) for at in row.positions]
        assert sorted(placed) == list(lane.positions)
        assert all(overlapping(row) == [] for row in lane.rows)
        assert all(one < other for row in lane.rows for one, other in pairwise(row.starts))
        for row in lane.rows:
            for at, position in enumerate(row.positions):
                assert row.find(position, row.starts[at]) == at
    everywhere = {at for lane in lanes.lanes for at in lane.positions}
    assert len(everywhere) == len(lanes.starts) <= len(timeline.events)


@given(views(), st.sampled_from(GROUPINGS), st.integers(1, 6))
def test_no_two_events_of_a_row_overlap_and_none_is_lost(
    view: View, by: By, most_rows: int
) -> None:
    lanes = lanes_of(view.timeline, view.shown, by, most_rows)
    check(lanes, view.timeline)
    shown = set(view.positions("events"))
    assert {at for lane in lanes.lanes for at in lane.positions} == shown
    for position in shown:
        assert [lanes.lanes[at].key for at in lanes.of(position)] == [
            lane.key for lane in lanes.lanes if position in lane.positions
        ]


@given(
    views(),
    st.sampled_from(GROUPINGS),
    st.builds(Screen, st.integers(0, 20), st.frozensets(st.just("thread0"))),
)
def test_on_a_screen_it_is_known_before_what_finds_no_row(
    view: View, by: By, screen: Screen
) -> None:
    lanes = lanes_of(view.timeline, view.shown, by, screen=screen)
    check(lanes, view.timeline)
    assert lanes.fill() == sum(lane.share.rows for lane in lanes.lanes)
    for lane in lanes.lanes:
        share = lane.share
        if lane.key in screen.folded:
            assert share.height == 1
        else:
            assert bool(lane.spilt.positions) == (share.is_crowded or share.has_counts)


def test_where_what_finds_no_row_is_drawn_with_others_it_is_what_ends_last() -> None:
    view = history("2010/2019 A", "2011/2018 B", "2012 C", "2013/.. D", "2014 E")
    (lane,) = lanes_of(view.timeline, None, "thread", screen=Screen(2)).lanes
    kept = [[view.timeline.events[at].id for at in row.positions] for row in lane.rows]
    assert kept == [["e2", "e4"], ["e1"]]
    assert [view.timeline.events[at].id for at in lane.spilt.positions] == ["e0", "e3"]


@given(timelines(), st.integers(-800_000, 800_000), st.integers(0, 400_000))
def test_what_a_lane_has_in_a_time_is_counted(timeline: Timeline, start: int, days: int) -> None:
    for lane in lanes_of(timeline, None, "thread").lanes:
        extents = lanes_of(timeline, None, "thread").extents
        stop = start + days + 1
        expected = sum(
            extents.starts[at] < stop and extents.stops[at] > start for at in lane.positions
        )
        assert lane.within(start, stop) == expected


@given(timelines(), st.sampled_from(GROUPINGS))
def test_all_days_are_those_of_each_lane_together(timeline: Timeline, by: By) -> None:
    lanes = lanes_of(timeline, None, by)
    assert list(lanes.all_starts) == sorted(day for lane in lanes.lanes for day in lane.starts)
    assert list(lanes.all_stops) == sorted(day for lane in lanes.lanes for day in lane.stops)


# What is kept


def test_nothing_of_an_old_reading_is_kept() -> None:
    def read() -> Lanes:
        view = history("2014-01-01/2014-12-31 A", "2014-05-05 B", "2014-06-06 C")
        lanes = lanes_of(view.timeline, None, "thread", screen=Screen(1))
        assert lanes.fill() == 1
        return lanes

    group = ref(read().lanes[0].group)
    assert group() is not None
    for _ in range(10):
        read()
    collect()
    assert group() is None


def test_a_lane_is_put_on_as_many_rows_once() -> None:
    timeline = view_of(FOUR_DAYS).timeline
    wide, narrow = Screen(12), Screen(3)
    before = lanes_of(timeline, None, "actor", screen=wide).lanes[0].rows
    for rows in range(20, 30):
        lanes_of(timeline, None, "actor", screen=Screen(rows))
    lanes_of(timeline, None, "actor", screen=narrow).fill()
    assert lanes_of(timeline, None, "actor", screen=wide).lanes[0].rows is before
