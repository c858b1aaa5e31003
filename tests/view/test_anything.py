"""The view holds together whatever a reader does."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from strategies import first_views, transitions, views
from tui.view.lists import KINDS, LISTS, PANES
from tui.view.view import View, start
from view.histories import WITHOUT_EVENTS, view_of

Transition = Callable[[View], View]


@settings(max_examples=50)
@given(views(), transitions())
def test_cursors_are_valid_and_lists_consistent_after_anything(
    before: View, transition: Transition
) -> None:
    view = transition(before)
    for pane in LISTS:
        positions = list(view.positions(pane))
        assert view.cursors.get(pane, -1) in (positions or [-1])
        listing, linked = view.listing(pane), view.marked(pane)
        order = [listing.position(slot) for slot in range(listing.total)]
        assert sorted(order) == positions
        assert order[: len(listing.front)] == list(listing.front)
        assert linked is None or set(linked) <= set(order)
    assert list(view.listing("events").front) == []
    assert sorted(view.recent) == sorted(PANES)
    assert view.recent[0] == view.focus or view.recent == before.recent
    if view.search:
        assert set(view.search.hits) <= set(view.positions(view.search.pane))


@settings(max_examples=50)
@given(first_views())
def test_a_list_has_a_cursor_unless_it_is_empty(view: View) -> None:
    if view.timeline.events or not view.snags:
        assert set(view.cursors) == {pane for pane in LISTS if view.size(pane)}


@pytest.mark.parametrize("text", ["", WITHOUT_EVENTS, "events: [{id: a, date: 2014, title: A}]\n"])
def test_nothing_raises_where_lists_are_empty(text: str) -> None:
    for pane in PANES:
        view = view_of(text).focus_on(pane).follow().year(1).year(-1).zoom()
        for name in KINDS:
            view = view.move(name, 3).step(name, -1)
    assert start(view.timeline).timeline is view.timeline
