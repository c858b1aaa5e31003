"""Steering the chart: whatever is pressed, the cursor is in sight, and on what there is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import views
from tui.timeline.dates import civil, ordinal, parse
from tui.view.chart import steering
from tui.view.chart.chart import Size, chart_of, events_of
from tui.view.chart.state import ChartState
from tui.view.chart.units import DAY
from tui.view.layout import Box
from tui.view.leaps import to_date
from tui.view.pins import Facet, pin
from tui.view.search import next_hit, search
from tui.view.transitions import after
from tui.view.view import View
from view.chart.charting import grid, history
from view.histories import FOUR_DAYS, TWO_LANES, view_of

SIZE = Size(60, 9)
Key = Callable[[View], View]
KEYS: dict[str, Key] = {
    "l": lambda view: steering.along(view, 1),
    "h": lambda view: steering.along(view, -1),
    "j": lambda view: steering.across(view, 1),
    "k": lambda view: steering.across(view, -1),
    "g": lambda view: steering.to_end(view, -1),
    "G": lambda view: steering.to_end(view, 1),
    "+": lambda view: steering.zoomed(view, 1, SIZE),
    "-": lambda view: steering.zoomed(view, -1, SIZE),
    "0": steering.fitted,
    "R": lambda view: steering.centred(view, SIZE),
    "V": steering.regrouped,
    "B": steering.folded_all,
    "d": lambda view: steering.by_page(view, 0.5, SIZE),
    "n": lambda view: steering.by_page(view, 1, SIZE),
    "p": lambda view: steering.by_page(view, -1, SIZE),
    "f": lambda view: steering.folded(view, (view.chart or ChartState()).lane or ""),
    ".": lambda view: after("year.next", view),
    ",": lambda view: after("year.previous", view),
    "m": lambda view: after("thread.next", view),
}
PANS: dict[str, Key] = {
    "right": lambda view: steering.panned(view, 7, SIZE),
    "left": lambda view: steering.panned(view, -7, SIZE),
    "down": lambda view: steering.scrolled(view, 3, SIZE),
    "up": lambda view: steering.scrolled(view, -3, SIZE),
    "there": lambda view: steering.panned_to(view, 730_000, SIZE),
}


def begun(view: View) -> View:
    return steering.seen(steering.toggled(view), SIZE)


def pressed(view: View, key: Key) -> View:
    return steering.seen(key(view), SIZE)


def is_in_sight(view: View) -> bool:
    """Whether some cell stands for the event under the cursor."""
    state, at = view.chart, view.cursors.get("events")
    if state is None or at is None:
        return at is None
    chart = chart_of(view, state, SIZE)
    marks = [hit for line in chart.hits for hit in line if hit.part != "head"]
    return any(hit.lane == state.lane and at in events_of(view, state, hit) for hit in marks)


@given(views(), st.lists(st.sampled_from(sorted(KEYS)), max_size=12))
def test_after_any_keys_the_cursor_is_in_sight(view: View, keys: list[str]) -> None:
    view = begun(view)
    assert is_in_sight(view)
    for key in keys:
        view = pressed(view, KEYS[key])
        assert is_in_sight(view), key


@given(views(), st.lists(st.sampled_from(sorted({**KEYS, **PANS})), max_size=12))
def test_no_time_without_events_is_seen_beside_that_of_all(view: View, keys: list[str]) -> None:
    view = begun(view)
    for key in keys:
        view = pressed(view, {**KEYS, **PANS}[key])
        assert view.chart
        scale = view.chart.scale
        lanes = view.chart.lanes(view.timeline, view.shown)
        if scale is not None:
            first, last = map(scale.zoom.unit.number, lanes.span)
            seen = range(scale.first, scale.first + scale.width // scale.zoom.cells)
            all_of_time = range(first, last + 1)
            is_longer = len(seen) > len(all_of_time)
            inner, outer = (all_of_time, seen) if is_longer else (seen, all_of_time)
            assert inner[0] in outer
            assert inner[-1] in outer
            assert scale.width == chart_of(view, view.chart, SIZE).scale.width


@pytest.mark.parametrize("key", PANS)
def test_who_looks_elsewhere_is_left_there(key: str) -> None:
    view = pressed(pressed(begun(view_of(TWO_LANES)), KEYS["+"]), KEYS["+"])
    other = pressed(view, PANS[key])
    assert other.cursors == view.cursors
    assert steering.seen(other.focus_on("actors"), SIZE).chart == other.chart
    back = pressed(pressed(other, KEYS["l"]), KEYS["h"])
    assert back.chart is not None
    assert back.chart.scale is not None
    assert back.chart.scale.holds(view.timeline.starts[view.cursors["events"]])


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("+ + + +", "from January 15", id="the first event"),
        pytest.param("+ + + + G", "to December 24", id="the last event"),
        pytest.param("+ + + + G g", "from January 15", id="the first again"),
        pytest.param("+ + + + n n n n", "to December 24", id="pages"),
        pytest.param("+ + + + n n n n p p p p", "from January 15", id="pages back"),
        pytest.param("+ + + + G right", "to December 24", id="other time, but not later"),
        pytest.param("+ + + + left", "from January 15", id="nor earlier"),
        pytest.param("+ + + + there", "from January 15", id="near a day before all"),
        pytest.param("+ + + + right", "between", id="on the way"),
        pytest.param("+ + + + + + G - -", "to December 24", id="farther"),
    ],
)
def test_the_time_that_is_seen_ends_with_the_events(keys: str, expected: str) -> None:
    view = begun(history("2024-01-15 One", "2024-06-01 Two", "2024-12-24 Three"))
    for key in keys.split():
        view = pressed(view, {**KEYS, **PANS}[key])
    assert view.chart
    assert view.chart.scale
    scale = view.chart.scale
    assert scale.zoom.unit == DAY
    # The last day may have no room for all of its cells.
    stop = scale.start + scale.width // scale.zoom.cells
    ends = {(2024, 1, 15): "from January 15", (2024, 12, 25): "to December 24"}
    reached = {ends[day] for day in map(civil, (scale.start, stop)) if day in ends}
    assert reached == {expected} - {"between"}


def years_seen(view: View) -> tuple[int, int]:
    """The years that the time that is seen begins and ends in."""
    assert view.chart
    assert view.chart.scale
    return civil(view.chart.scale.start)[0], civil(view.chart.scale.stop - 1)[0]


BY_YEAR = history(*(f"{year}-06-15 In {year}" for year in range(2008, 2025)))


@pytest.mark.parametrize("keys", ["+", "+ +", "+ + +", "-", "- +", "+ -"])
def test_zooming_round_another_time_stays_there(keys: str) -> None:
    view = begun(BY_YEAR)
    view = pressed(pressed(view, KEYS["+"]), KEYS["+"])
    view = pressed(view, lambda view: steering.panned_to(view, ordinal(2020, 3, 1), SIZE))
    for key in keys.split():
        view = pressed(view, KEYS[key])
        first, last = years_seen(view)
        assert first <= 2020 <= last
    assert view.cursors["events"] == 0


def test_zooming_round_an_event_in_sight_keeps_it_there() -> None:
    view = begun(BY_YEAR.move("events", 12))
    for _ in range(3):
        view = pressed(view, KEYS["+"])
    aside = pressed(view, PANS["right"])
    assert is_in_sight(aside)
    assert is_in_sight(pressed(pressed(aside, KEYS["+"]), KEYS["+"]))


def test_zooming_round_what_is_seen_of_a_bar_keeps_it_in_sight() -> None:
    view = begun(history("2010/2014-02-10 A bar", *(f"20{year}-03 T" for year in range(10, 20))))
    for _ in range(3):
        view = pressed(view, KEYS["+"])
    view = pressed(view, lambda view: steering.panned_to(view, ordinal(2014, 1, 25), SIZE))
    for _ in range(3):
        view = pressed(view, KEYS["+"])
        assert is_in_sight(view)


def test_zooming_on_another_row_scrolls_to_none() -> None:
    view = begun(history(*(f"20{at}-03 T @{at}" for at in range(10, 30))))
    down = pressed(pressed(view, KEYS["+"]), PANS["down"])
    near = pressed(down, KEYS["+"])
    assert down.chart
    assert near.chart
    assert near.chart.top == down.chart.top == 3


@pytest.mark.parametrize("column", [1, 17, 30])
def test_the_time_at_the_pointer_stays_there(column: int) -> None:
    view = pressed(begun(BY_YEAR.move("events", 8)), KEYS["+"])
    for steps in (1, 1, -1, 1):
        assert view.chart
        assert view.chart.scale
        day = view.chart.scale.day(column)
        view = steering.seen(steering.zoomed(view, steps, SIZE, column), SIZE)
        assert view.chart
        assert view.chart.scale
        assert abs(view.chart.scale.column(day) - column) <= view.chart.scale.zoom.cells
    assert view.cursors["events"] == 8


@pytest.mark.parametrize("columns", [-14, -3, 0, 1, 9])
def test_what_is_under_the_pointer_is_dragged_along(columns: int) -> None:
    view = begun(BY_YEAR.move("events", 8))
    for _ in range(3):
        view = pressed(view, KEYS["+"])
    assert view.chart
    assert view.chart.scale
    # However it got there: each message says how far it is from where it was gripped.
    for by in (5, -40, columns):
        view = steering.dragged(view, since := view.chart, by, 0, SIZE)
        assert view.chart
        assert view.chart.scale
        assert since.scale
        moved = (since.scale.first - view.chart.scale.first) * since.scale.zoom.cells
        assert abs(moved - by) <= since.scale.zoom.cells // 2
        assert view.cursors["events"] == 8
        assert steering.seen(view, SIZE) == view


def test_dragging_ends_where_there_are_no_more_events_and_no_more_lanes() -> None:
    view = begun(history(*(f"20{at}-03 T @{at}" for at in range(10, 30))))
    view = pressed(pressed(view, KEYS["+"]), KEYS["+"])
    since = view.chart
    assert since
    far = steering.dragged(view, since, -10_000, -1000, SIZE)
    assert far.chart
    assert far.chart.scale
    assert far.chart.scale.holds(far.timeline.starts[-1])
    assert far.chart.top == 14
    assert steering.dragged(far, since, 0, 0, SIZE).chart == replace(since, astray=0)
    assert steering.dragged(far, since, 10_000, 1000, SIZE).chart == replace(since, astray=0)


def test_dragging_does_not_undo_another_zoom() -> None:
    view = pressed(begun(BY_YEAR), KEYS["+"])
    near = pressed(view, KEYS["+"])
    assert view.chart
    assert near.chart
    assert steering.dragged(near, view.chart, -9, 0, SIZE).chart == replace(near.chart, astray=0)


def test_a_column_of_the_axis_leads_to_the_event_that_is_nearest_to_it() -> None:
    view = pressed(begun(BY_YEAR.move("events", 8)), KEYS["+"])
    assert view.chart
    assert view.chart.scale
    for column in range(view.chart.scale.width):
        picked = steering.seen(steering.picked_at(view, column, SIZE), SIZE)
        year = civil(view.chart.scale.days[column] + view.chart.scale.zoom.unit.months * 15)[0]
        assert abs(2008 + picked.cursors["events"] - year) <= 1
        assert is_in_sight(picked)


@pytest.mark.parametrize("aside", ["right", "left", "there"])
def test_an_event_comes_into_the_middle(aside: str) -> None:
    view = pressed(pressed(begun(BY_YEAR.move("events", 8)), KEYS["+"]), PANS[aside])
    view = pressed(view, KEYS["R"])
    assert view.chart
    scale = view.chart.scale
    assert scale
    assert abs(scale.column(BY_YEAR.timeline.starts[8]) - scale.width // 2) < scale.zoom.cells


def test_a_lane_comes_into_the_middle_too() -> None:
    view = begun(history(*(f"2010-{at:02} T @{at}" for at in range(1, 13))).move("events", 6))
    assert view.chart
    assert pressed(view, KEYS["R"]).chart == replace(view.chart, top=3)
    assert pressed(view.move("events", 0), KEYS["R"]).chart == replace(view.chart, top=0, lane="1")


def test_where_all_of_time_is_seen_there_is_no_other() -> None:
    view = begun(view_of(TWO_LANES))
    assert all(pressed(view, PANS[key]).chart == view.chart for key in ("left", "right", "there"))


@pytest.mark.parametrize("key", ["right", "down"])
@pytest.mark.parametrize("leap", ["n", "N", "t"])
def test_what_leads_to_the_event_of_the_cursor_brings_it_in_sight(key: str, leap: str) -> None:
    leaps: dict[str, Key] = {
        "n": lambda view: next_hit(view, 1).view,
        "N": lambda view: next_hit(view, -1).view,
        "t": lambda view: to_date(view, parse("2001")),
    }
    view = pressed(pressed(begun(search(view_of(TWO_LANES), "begins")), KEYS["+"]), KEYS["+"])
    size = Size(60, 5)
    away = steering.seen(view, size)
    for _ in range(9):
        away = steering.seen(PANS[key](away), size)
    assert away.chart
    assert away.chart.astray == 0
    there = steering.seen(leaps[leap](away), size)
    assert there.chart
    assert there.chart.astray is None
    assert "◆" in grid(chart_of(there, there.chart, size))


def test_all_lanes_fold_and_unfold() -> None:
    view = pressed(begun(view_of(TWO_LANES)), KEYS["f"])
    folded = pressed(view, KEYS["B"])
    assert folded.chart is not None
    assert folded.chart.folded == {"north", "south", ""}
    unfolded = pressed(folded, KEYS["B"])
    assert unfolded.chart is not None
    assert unfolded.chart.folded == frozenset()
    assert unfolded.cursors == view.cursors


def test_lanes_that_are_not_shown_are_left_as_they_are() -> None:
    view = pin(pressed(begun(view_of(TWO_LANES)), KEYS["f"]), Facet("thread", "south"))
    seen = []
    for _ in range(2):
        view = pressed(view, KEYS["B"])
        assert view.chart is not None
        seen.append(view.chart.folded)
    assert seen == [{"north", "south"}, {"north"}]


@pytest.mark.parametrize("key", ["+", "-", "0", "n", "p", "l", "j", "G", "right", "left", "down"])
def test_events_stay_on_their_rows(key: str) -> None:
    view = pressed(begun(view_of(TWO_LANES)), KEYS["+"])
    other = pressed(view, {**KEYS, **PANS}[key])
    assert view.chart is not None
    assert other.chart is not None
    lanes = view.chart.lanes(view.timeline, view.shown)
    assert other.chart.lanes(other.timeline, other.shown) is lanes


def test_a_higher_chart_has_more_rows() -> None:
    def rows(height: int) -> list[int]:
        view = steering.seen(begun(view_of(TWO_LANES)), Size(60, height))
        assert view.chart is not None
        return [lane.share.height for lane in view.chart.lanes(view.timeline, None).lanes]

    assert [rows(height) for height in (6, 7, 8, 30)] == [
        [1, 1, 1],
        [2, 1, 1],
        [2, 2, 1],
        [3, 2, 1],
    ]


def test_other_sizes_keep_the_cursor_in_sight() -> None:
    view = pressed(begun(view_of(TWO_LANES).move("events", 5)), KEYS["+"])
    small = steering.seen(view, Size(30, 4))
    assert small.chart is not None
    assert small.chart.scale is not None
    assert small.chart.scale.holds(view.timeline.starts[5])


@given(
    views(),
    st.lists(st.sampled_from(sorted({**KEYS, **PANS})), max_size=6),
    st.lists(st.tuples(st.integers(8, 150), st.integers(4, 30)), min_size=1, max_size=3),
)
def test_back_at_a_size_is_the_time_of_before(
    view: View, keys: list[str], sizes: list[tuple[int, int]]
) -> None:
    view = begun(view)
    for key in keys:
        view = pressed(view, {**KEYS, **PANS}[key])
    other = view
    for width, height in sizes:
        other = steering.seen(other, Size(width, height))
    back = steering.seen(other, SIZE)
    assert back.chart
    assert view.chart
    assert back.chart.scale == view.chart.scale


def test_what_is_chosen_at_another_size_stays() -> None:
    view = begun(view_of(TWO_LANES).move("events", 5))
    for _ in range(4):
        view = pressed(view, KEYS["+"])
    small = Size(30, 9)
    moved = steering.seen(steering.panned(steering.seen(view, small), -9, small), small)
    back = steering.seen(moved, SIZE)
    assert view.chart
    assert moved.chart
    assert moved.chart.scale
    assert back.chart
    assert back.chart.scale
    assert back.chart.scale != view.chart.scale
    assert back.chart.scale.holds(moved.chart.scale.start)


def test_events_of_a_cell_are_together() -> None:
    view = begun(view_of(TWO_LANES))
    names = [view.timeline.events[at].id for at in steering.together(view, SIZE)]
    assert names == ["one"]
    folded = pressed(view, KEYS["f"])
    assert [view.timeline.events[at].id for at in steering.together(folded, SIZE)] == ["one"]


def test_a_list_is_left_alone() -> None:
    view = view_of(FOUR_DAYS)
    assert steering.seen(view, SIZE) is view
    hidden = replace(begun(view), charted=False)
    assert steering.seen(hidden, SIZE) is hidden


@pytest.mark.parametrize(
    ("is_bordered", "expected"), [(True, (97, 19)), (False, (99, 19))], ids=["framed", "bare"]
)
def test_a_frame_has_room_for_what_the_last_line_says(
    *, is_bordered: bool, expected: tuple[int, int]
) -> None:
    assert steering.room_in(Box(0, 0, 100, 20), is_bordered=is_bordered) == expected
