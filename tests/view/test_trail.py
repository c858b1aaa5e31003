"""Back and forward, as in a browser: rule 8."""

from collections.abc import Callable

import pytest

from tui.timeline.dates import parse
from tui.timeline.records import Ref
from tui.view import leaps, pins, trail
from tui.view.pins import Facet, filter_chip, with_chips
from tui.view.search import search
from tui.view.trail import LONGEST, Trail, leapt
from tui.view.transitions import after
from tui.view.view import View
from view.histories import TWO_LANES, cursor, ids, view_of

Leap = Callable[[View], View]


def follow(view: View) -> View:
    return leapt(view, view.follow())


def pin(view: View) -> View:
    return leapt(view, pins.pin(view, Facet("thread", "south")))


def filtered(view: View) -> View:
    return leapt(view, with_chips(view, (*view.chips, filter_chip("war"))))


def dated(view: View) -> View:
    return leapt(view, leaps.to_date(view, parse("2010")))


def down(view: View) -> View:
    return view.step("events", 1)


def walked(*steps: Leap) -> View:
    view = view_of(TWO_LANES)
    for step in steps:
        view = step(view)
    return view


def here(view: View) -> str:
    """The focus, the events cursor, how many are shown, and the place on the trail."""
    at, of = view.trail.place
    return f"{view.focus} {cursor(view, 'events')} {view.size('events')} {at}/{of}"


# What pushes an entry


@pytest.mark.parametrize(
    ("leap", "expected"),
    [
        pytest.param(follow, "detail one 6 2/2", id="follow"),
        pytest.param(pin, "events two 2 2/2", id="pin"),
        pytest.param(filtered, "events one 3 2/2", id="filter"),
        pytest.param(dated, "events four 6 2/2", id="date"),
    ],
)
def test_a_leap_is_one_entry_and_back_undoes_it(leap: Leap, expected: str) -> None:
    view = walked(leap)
    assert (here(view), here(trail.back(view))) == (expected, "events one 6 1/2")
    assert here(trail.forward(trail.back(view))) == expected


@pytest.mark.parametrize("action_id", ["pin", "exclude"])
def test_the_keys_of_chips_are_leaps(action_id: str) -> None:
    assert after(action_id, walked()).trail.place == (2, 2)
    dropped = after("chip.drop", after(action_id, walked()))
    assert (dropped.trail.place, dropped.chips) == ((3, 3), ())
    assert after("chip.clear", after(action_id, walked())).trail.place == (3, 3)


@pytest.mark.parametrize(
    "action_id",
    ["thread.next", "disputed.next", "year.next", "zoom", "mark", "freeze", "chip.drop"],
)
def test_a_plain_move_or_what_changes_nothing_is_none(action_id: str) -> None:
    assert after(action_id, walked()).trail.place == (1, 1)


def test_a_leap_to_where_one_is_leaves_no_trace() -> None:
    view = walked(dated, dated)
    assert here(view) == "events four 6 2/2"
    assert walked(filtered, filtered).trail.place == (2, 2)


def test_plain_moves_only_change_where_one_is() -> None:
    view = walked(down, dated, down, trail.back)
    assert here(view) == "events two 6 1/2"
    assert here(trail.forward(view)) == "events five 6 2/2"


def test_a_new_entry_cuts_the_forward_part() -> None:
    view = walked(dated, pin, trail.back, trail.back, filtered)
    assert (here(view), view.trail.forward) == ("events one 3 2/2", ())


def test_leaps_can_be_walked_to_and_fro() -> None:
    view = walked(follow, dated, pin)
    places = [here(view)]
    for step in (*[trail.back] * 3, *[trail.forward] * 3):
        view = step(view)
        places.append(here(view))
    assert places == [
        *("detail five 2 4/4", "detail four 6 3/4", "detail one 6 2/4", "events one 6 1/4"),
        *("detail one 6 2/4", "detail four 6 3/4", "detail five 2 4/4"),
    ]


def test_at_the_ends_nothing_happens() -> None:
    view = walked()
    assert trail.back(view) is view
    assert trail.forward(view) is view


# What is kept


def test_the_trail_keeps_so_many_and_forgets_the_oldest() -> None:
    view = walked()
    for number in range(LONGEST + 5):
        view = leapt(view, view.move("events", (number + 1) % 6))
    assert view.trail.place == (LONGEST + 1, LONGEST + 1)
    for _ in range(LONGEST):
        view = trail.back(view)
    assert (view.trail.place, cursor(view, "events")) == ((1, LONGEST + 1), "six")


def test_what_is_on_the_trail_has_no_trail_of_its_own() -> None:
    view = walked(follow, dated, trail.back)
    assert {each.trail for each in (*view.trail.back, *view.trail.forward)} == {Trail()}


def test_marks_zoom_and_search_are_no_matter_of_place() -> None:
    view = search(walked(dated).mark().zoom(), "feast")
    back = trail.back(view)
    assert (back.marks, back.zoomed, back.search) == (("four",), True, view.search)


def test_what_was_found_under_other_chips_is_no_longer_found() -> None:
    view = search(walked(filtered), "war")
    assert trail.back(view).search is None


def test_a_reload_goes_through_the_trail() -> None:
    text = TWO_LANES.replace(
        "- id: one\n", "- id: zero\n    date: 1999\n    title: Z\n  - id: one\n"
    )
    fresh = view_of(text).timeline
    view = walked(pin, dated, trail.back).reload(fresh)
    assert {each.timeline for each in (view, *view.trail.back, *view.trail.forward)} == {fresh}
    assert here(view) == "events two 2 2/3"
    assert here(trail.back(view)) == "events one 7 1/3"
    assert (here(trail.forward(view)), ids(view, "events")) == ("events five 2 3/3", "two five")


def test_going_back_to_what_is_gone_goes_to_what_stands_nearest() -> None:
    shorter = TWO_LANES[: TWO_LANES.index("  - id: four")]
    view = walked(dated, filtered).reload(view_of(shorter).timeline)
    back = trail.back(view)
    assert (here(back), back.item) == ("events three 3 2/3", Ref("event", "three"))
