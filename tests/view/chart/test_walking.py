"""Walking about the chart: along lanes, across them and by pages."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import views
from tui.view.chart.chart import Size, chart_of
from tui.view.chart.framing import fitted
from tui.view.chart.groups import GROUPINGS, By
from tui.view.chart.scale import Scale
from tui.view.chart.state import ChartState
from tui.view.chart.walking import (
    Walked,
    across,
    along,
    by_page,
    fold,
    in_sight,
    regrouped,
    settled,
    zoomed,
)
from tui.view.view import View
from view.chart.charting import history, window
from view.histories import FOUR_DAYS, TWO_LANES, cursor, view_of

SIZE = Size(100, 20)
Walk = Callable[[View, ChartState], Walked]


def walked(view: View, state: ChartState, *walks: Walk) -> tuple[str, str | None]:
    """The event and the lane after some walks."""
    for walk in walks:
        view, state = walk(view, state)
    return cursor(view, "events"), state.lane


RIGHT, LEFT = partial(along, steps=1), partial(along, steps=-1)
DOWN, UP = partial(across, steps=1), partial(across, steps=-1)


@pytest.mark.parametrize(
    ("walks", "expected"),
    [
        pytest.param([], ("one", None), id="at first"),
        pytest.param([RIGHT], ("three", "north"), id="along the lane"),
        pytest.param([RIGHT, RIGHT, RIGHT], ("six", "north"), id="to its end"),
        pytest.param([RIGHT, LEFT], ("one", "north"), id="and back"),
        pytest.param([DOWN], ("two", "south"), id="down, to what is nearest in time"),
        pytest.param([DOWN, DOWN, DOWN], ("four", ""), id="to the last lane"),
        pytest.param([DOWN, RIGHT, UP], ("six", "north"), id="up again elsewhere"),
    ],
)
def test_by_thread(walks: list[Walk], expected: tuple[str, str | None]) -> None:
    event, lane = walked(view_of(TWO_LANES), ChartState(), *walks)
    assert event == expected[0]
    assert lane == expected[1] or (lane == "north" and expected[1] is None)


BARS = history(
    "2014-03-01 Old @a",
    "2024-12-19 New @a",
    "2022-02/2026-01 War @b",
    "2023-06-23 Mutiny @b",
    "2010-05-01 Far @c",
    "2024-12-20 Near @d",
    "2016/2025 Long @e",
    "2024-12-01/2024-12-31 Short @e",
    "2024-10-31 Before @f",
    "2024-11-20 Inside @f",
    threads="a b c d e f",
)
"""Lanes with what is long beside what is short."""


def walked_in(view: View, first: str, window: Scale | None, *walks: Walk) -> str:
    """The title of the event after some walks from another, while some time is seen."""
    events = view.timeline.events
    at = next(at for at, event in enumerate(events) if event.title == first)
    view, state = view.move("events", at), ChartState(scale=window)
    for walk in walks:
        view, state = walk(view, state)
        state = in_sight(view, state, SIZE)
    return events[view.cursors["events"]].title


TWO_MONTHS = window("2024-11", "2024-12", SIZE.width - 8)


@pytest.mark.parametrize(
    ("first", "walks", "scale", "expected"),
    [
        pytest.param("New", [DOWN], None, "War", id="what lasts on that day"),
        pytest.param("New", [DOWN], TWO_MONTHS, "War", id="though it began long before"),
        pytest.param("War", [UP], TWO_MONTHS, "New", id="from that to what is seen"),
        pytest.param("War", [UP], None, "New", id="from where it begins to the nearest"),
        pytest.param("Near", [DOWN], None, "Short", id="of what lasts then the latest"),
        pytest.param("Long", [DOWN], TWO_MONTHS, "Inside", id="what is seen, though farther"),
        pytest.param("Long", [DOWN], None, "Before", id="else what is nearest"),
        pytest.param("New", [DOWN, DOWN], TWO_MONTHS, "Far", id="what there is"),
        pytest.param("New", [DOWN] * 3, TWO_MONTHS, "Near", id="beyond that by the same day"),
        pytest.param("New", [DOWN] * 2 + [UP] * 2, TWO_MONTHS, "New", id="and back"),
        pytest.param("New", [DOWN] * 5 + [UP] * 5, None, "New", id="all lanes and back"),
        pytest.param("Old", [DOWN] * 2 + [UP] * 2, None, "Old", id="back to what is earlier"),
        pytest.param("Long", [DOWN, UP], TWO_MONTHS, "Long", id="back to what lasts longer"),
        pytest.param("New", [DOWN, DOWN, RIGHT, UP, UP], None, "Old", id="not after another key"),
    ],
)
def test_across_lanes_it_is_near_to_the_day_where_it_set_out(
    first: str, walks: list[Walk], scale: Scale | None, expected: str
) -> None:
    assert walked_in(BARS, first, scale, *walks) == expected


def test_who_moved_otherwise_in_between_sets_out_anew() -> None:
    view, state = DOWN(BARS.move("events", len(BARS.timeline.events) - 1), ChartState())
    there = view.cursors["events"]
    elsewhere = view.move("events", 0)
    state = in_sight(elsewhere, state, SIZE)
    assert state.goal_at(there) is None


def test_by_actor_the_lane_of_an_event_in_several_is_kept() -> None:
    view = view_of(FOUR_DAYS).move("events", 2)
    state = settled(view, ChartState(by="actor", lane="assad"))
    assert walked(view, state, RIGHT) == ("sochi", "assad")
    assert walked(view, state, UP, LEFT) == ("annexed", "putin")
    assert walked(view, state, DOWN) == ("strikes", "russia")


def test_a_page_goes_to_what_is_seen_then_or_at_least_to_the_next_event() -> None:
    view = view_of(TWO_LANES)
    state = zoomed(view, ChartState(), 3, SIZE)
    scale = chart_of(view, state, SIZE).scale
    later, paged = by_page(view, state, 1, SIZE)
    assert cursor(later, "events") == "three"
    shown = in_sight(later, paged, SIZE)
    assert shown.scale is not None
    assert shown.scale.start > scale.start
    assert cursor(by_page(later, shown, -1, SIZE)[0], "events") == "one"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param([1], ("five", "south"), id="in the lane"),
        pytest.param([1, 1], ("six", "north"), id="in another behind its end"),
        pytest.param([1, 1, 1], ("six", "north"), id="no further than all of time"),
        pytest.param([-1], ("one", "north"), id="in another before its start"),
        pytest.param([1, 1, -1], ("three", "north"), id="back in that"),
    ],
)
def test_pages_go_on_in_other_lanes(pages: list[int], expected: tuple[str, str]) -> None:
    view = view_of(TWO_LANES).move("events", 1)
    state = zoomed(view, ChartState(lane="south"), 5, SIZE)
    for each in pages:
        view, state = by_page(view, state, each, SIZE)
        state = in_sight(view, state, SIZE)
    assert (cursor(view, "events"), state.lane) == expected


@pytest.mark.parametrize(
    ("dates", "unit"),
    [
        pytest.param(("2014", "2015"), "decade", id="years"),
        pytest.param(("-4000", "2000"), "500 years", id="ages"),
    ],
)
def test_it_gets_no_farther_than_to_all_of_time(dates: tuple[str, ...], unit: str) -> None:
    view = history(*dates)
    state = zoomed(view, ChartState(), -30, SIZE)
    scale = chart_of(view, state, SIZE).scale
    assert scale.zoom.unit.name == unit
    assert zoomed(view, state, -1, SIZE) == state
    first, last = state.lanes(view.timeline, None).span
    assert scale.holds(first)
    assert scale.holds(last)


@pytest.mark.parametrize("column", [None, 20], ids=["at the cursor", "at the pointer"])
def test_all_of_time_stays_so_where_that_is_as_far_as_it_gets(column: int | None) -> None:
    view = history("-2999", "2000")
    assert zoomed(view, ChartState(), -1, SIZE, column) == ChartState()


@pytest.mark.parametrize("at", [0, 5], ids=["the first", "the last"])
def test_from_nearer_there_is_time_on_both_sides_of_an_event(at: int) -> None:
    view = history(*(f"20{year}" for year in range(10, 16))).move("events", at)
    near = zoomed(view, ChartState(), 3, SIZE)
    assert near.scale is not None
    scale, day = near.scale, view.timeline.starts[at]
    quarter = scale.width // 4 - scale.zoom.cells
    assert quarter <= scale.column(day) <= scale.width - quarter
    assert zoomed(view, zoomed(view, near, 99, SIZE), 1, SIZE) == zoomed(view, near, 99, SIZE)


def test_all_of_time_again() -> None:
    view = view_of(TWO_LANES)
    near = zoomed(view, ChartState(), 4, SIZE)
    assert near.scale is not None
    assert fitted(view, near) == ChartState()


def test_a_lane_is_folded_and_unfolded() -> None:
    state = fold(ChartState(), "north")
    assert state.folded == {"north"}
    assert fold(state, "north") == ChartState()


def test_groupings_follow_each_other() -> None:
    view = view_of(TWO_LANES).move("events", 2)
    state = ChartState()
    lanes = []
    for _ in GROUPINGS:
        state = regrouped(view, state)
        lanes.append((state.by, state.lane))
    assert lanes == [("actor", "ann"), ("kind", ""), ("thread", "north")]


def test_each_grouping_is_found_folded_as_it_was_left() -> None:
    view = view_of(TWO_LANES)
    state = fold(fold(ChartState(), "north"), "")
    state = fold(regrouped(view, state), "bob")
    seen = []
    for _ in range(2 * len(GROUPINGS)):
        seen.append((state.by, set(state.folded)))
        state = regrouped(view, state)
    assert seen == 2 * [("actor", {"bob"}), ("kind", set()), ("thread", {"north", ""})]
    assert fold(regrouped(view, regrouped(view, state)), "north").folded == {""}


def test_without_events_nobody_goes_anywhere() -> None:
    view = view_of("")
    for walk in (RIGHT, DOWN, partial(by_page, pages=1, size=SIZE)):
        assert walk(view, ChartState()) == (view, ChartState())
    assert in_sight(view, ChartState(), SIZE) == ChartState()


@given(views(), st.sampled_from(GROUPINGS), st.lists(st.sampled_from([RIGHT, LEFT, UP, DOWN])))
def test_walking_stays_in_the_lane_that_it_says(view: View, by: str, walks: list[Walk]) -> None:
    state = ChartState(by="thread" if by == "thread" else "actor" if by == "actor" else "kind")
    for walk in walks:
        view, state = walk(view, state)
        at = view.cursors.get("events")
        if at is not None and state.lane is not None:
            lanes = state.lanes(view.timeline, view.shown)
            assert at in lanes.lanes[lanes.at[state.lane]].positions


@given(views(), st.sampled_from(GROUPINGS), st.integers(1, 4), st.sampled_from([UP, DOWN]))
def test_the_same_way_back_leads_to_the_same_event(
    view: View, by: By, steps: int, walk: Walk
) -> None:
    start = settled(view, ChartState(by=by))
    there, state = view, start
    taken = 0
    for _ in range(steps):
        lane = state.lane
        there, state = walk(there, state)
        taken += state.lane != lane
    for _ in range(taken):
        there, state = (DOWN if walk is UP else UP)(there, state)
    assert (cursor(there, "events"), state.lane) == (cursor(view, "events"), start.lane)
