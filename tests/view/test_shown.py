"""What chips leave in each list, against the plain way to find it out."""

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import timelines
from tui.timeline.records import Ref
from tui.timeline.timeline import Ranked, Timeline
from tui.view import lists
from tui.view.listing import Runs
from tui.view.lists import LINKED_PANES
from tui.view.shown import Shown
from view.histories import TWO_LANES, view_of


def naive(timeline: Timeline, events: set[int], pane: lists.ListName) -> list[int]:
    """The positions of a list of which an event is shown."""
    shown = []
    for at in range(lists.total(timeline, pane)):
        linked = lists.linked(timeline, lists.ref_at(timeline, pane, at), "events")
        if events & set(linked):
            shown.append(at)
    return shown


def some(timeline: Timeline, numbers: list[int]) -> Shown:
    """Some of the events of a timeline, whatever their numbers are."""
    count = len(timeline.events)
    return Shown(timeline, array("I", sorted({at % count for at in numbers} if count else ())))


_numbers = st.lists(st.integers(0, 9), max_size=4)


@settings(max_examples=60)
@given(timelines(), _numbers)
def test_each_list_shows_what_belongs_to_an_event_that_is_shown(
    timeline: Timeline, numbers: list[int]
) -> None:
    shown = some(timeline, numbers)
    for pane in LINKED_PANES:
        expected = naive(timeline, set(shown.events), pane)
        assert list(shown.positions(pane)) == expected
        there = range(lists.total(timeline, pane))
        assert [at for at in there if shown.holds(pane, at)] == expected


@settings(max_examples=60)
@given(timelines(), _numbers)
def test_of_linked_positions_those_are_kept_that_are_shown_in_their_order(
    timeline: Timeline, numbers: list[int]
) -> None:
    shown = some(timeline, numbers)
    refs = [
        lists.ref_at(timeline, p, at)
        for p in LINKED_PANES
        for at in range(lists.total(timeline, p))
    ]
    for ref in refs:
        for pane in LINKED_PANES:
            linked = lists.linked(timeline, ref, pane)
            expected = [at for at in linked if shown.holds(pane, at)]
            assert list(shown.kept(pane, linked)) == expected


@settings(max_examples=60)
@given(timelines(), _numbers)
def test_the_nearest_event_is_the_nearest_in_time(timeline: Timeline, numbers: list[int]) -> None:
    shown, starts = some(timeline, numbers), timeline.starts
    for position, start in enumerate(starts):
        nearest = shown.nearest("events", position)
        if nearest is None:
            assert not shown.events
        elif shown.holds("events", position):
            assert nearest == position
        else:
            away = [abs(starts[at] - start) for at in shown.events]
            assert (abs(starts[nearest] - start), nearest in shown.events) == (min(away), True)


EVENTS = Shown(view_of(TWO_LANES).timeline, array("I", [0, 2, 5]))
"""One, three and six."""


@pytest.mark.parametrize(
    ("position", "nearest"), [(0, 0), (1, 0), (2, 2), (3, 5), (4, 5), (5, 5), (-1, 0), (99, 5)]
)
def test_of_events_the_nearest_in_time(position: int, nearest: int) -> None:
    assert EVENTS.nearest("events", position) == nearest


@pytest.mark.parametrize(("position", "nearest"), [(0, 0), (1, 1), (2, 1), (3, 1), (99, 1)])
def test_of_others_the_nearest_in_the_list(position: int, nearest: int) -> None:
    assert EVENTS.nearest("actors", position) == nearest


def test_of_none_there_is_no_nearest() -> None:
    assert EVENTS.nearest("claims", 0) is None


@pytest.mark.parametrize(
    ("positions", "kept"),
    [
        pytest.param((5, 1, 0), (5, 0), id="a tuple"),
        pytest.param(range(1, 4), array("I", [2]), id="a range"),
        pytest.param(array("I", [0, 1, 5]), array("I", [0, 5]), id="an array"),
    ],
)
def test_positions_are_kept_as_they_come(positions: tuple[int, ...], kept: tuple[int, ...]) -> None:
    assert EVENTS.kept("events", positions) == kept


def test_positions_in_an_order_of_their_own_keep_it() -> None:
    order = Ranked(array("I", [5, 1, 0]), array("I", [0, 1, 5]), array("I", [2, 1, 0]))
    assert list(EVENTS.kept("events", order)) == [5, 0]


def test_runs_are_kept_run_by_run() -> None:
    # Of the quotes both belong to the events, of the sources two of three.
    runs = Runs(((range(2), 0), ((2, 1, 0), 2)))
    assert list(EVENTS.kept("sources", runs)) == [0, 1, 3, 2]


def test_problems_are_never_hidden() -> None:
    assert EVENTS.holds("problems", 7)
    assert list(EVENTS.positions("problems")) == []


def test_what_belongs_to_nothing_is_hidden() -> None:
    view = view_of(TWO_LANES)
    every = Shown(view.timeline, array("I", range(6)))
    hidden = [
        view.ref(pane, at).id
        for pane in LINKED_PANES
        for at in range(view.total(pane))
        if not every.holds(pane, at)
    ]
    assert (hidden, view.position(Ref("actor", "eve"))) == (["eve", "never"], ("actors", 3))
