"""Steering the chart: whatever is pressed, the cursor is in sight, and on what there is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import views
from tui.view.chart import steering
from tui.view.chart.chart import Size, chart_of, events_of
from tui.view.chart.state import ChartState
from tui.view.layout import Box
from tui.view.transitions import after
from tui.view.view import View
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
    "V": steering.regrouped,
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
def test_there_is_always_something_to_see(view: View, keys: list[str]) -> None:
    view = begun(view)
    for key in keys:
        view = pressed(view, {**KEYS, **PANS}[key])
        assert view.chart
        scale = view.chart.scale
        lanes = view.chart.lanes(view.timeline, view.shown)
        if scale is not None:
            assert scale.start <= lanes.span[1]
            assert lanes.span[0] < scale.stop
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


def test_other_sizes_keep_the_cursor_in_sight() -> None:
    view = pressed(begun(view_of(TWO_LANES).move("events", 5)), KEYS["+"])
    small = steering.seen(view, Size(30, 4))
    assert small.chart is not None
    assert small.chart.scale is not None
    assert small.chart.scale.holds(view.timeline.starts[5])


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
