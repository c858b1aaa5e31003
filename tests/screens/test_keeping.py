"""A session gives back where a reader was, as far as it is still there."""

import pickle

import pytest
from hypothesis import given, settings

from strategies import views
from tui.document.session import Session
from tui.screens.keeping import session_of, taken_up
from tui.view import pins
from tui.view.pins import Facet
from tui.view.view import View
from view.histories import FOUR_DAYS, view_of


def again(view: View, session: Session | None = None, *, moves: bool = True) -> View:
    """The view of the same file at the next start."""
    kept = session or session_of(view, "ink", {})
    return taken_up(view_of(FOUR_DAYS), kept, moves=moves)


def places(view: View) -> tuple[object, ...]:
    return view.focus, dict(view.cursors), view.chips, view.zoomed, view.marks


def test_the_next_start_is_where_the_last_one_ended() -> None:
    view = view_of(FOUR_DAYS).move("events", 2).mark().focus_on("actors").zoom()
    assert places(again(view)) == places(view)


def test_pins_and_filters_are_taken_up() -> None:
    view = pins.pin(view_of(FOUR_DAYS), Facet("actor", "putin"))
    view = pins.pin(view, Facet("actor", "xi"), is_excluded=True)
    view = pins.with_chips(view, (*view.chips, pins.filter_chip("has:quote a")))
    taken = again(view)
    assert taken.chips == view.chips
    assert list(taken.positions("events")) == list(view.positions("events"))


def test_what_is_gone_is_passed_over() -> None:
    session = Session(
        event="gone",
        focus="nowhere",
        cursors=(("events", "event", "gone"), ("actors", "actor", "gone"), ("x", "y", "z")),
        chips=("verdict:nonsense", ""),
        marks=("gone", "sochi"),
    )
    taken = again(view_of(FOUR_DAYS), session)
    assert taken.marks == ("sochi",)
    assert taken.cursors == view_of(FOUR_DAYS).cursors
    assert taken.chips == ()


def test_an_asked_for_place_is_not_left_for_a_kept_one() -> None:
    kept = session_of(view_of(FOUR_DAYS).move("events", 3).mark(), "ink", {})
    taken = again(view_of(FOUR_DAYS), kept, moves=False)
    assert taken.cursors["events"] == 0
    assert taken.marks == ("talks",)


def test_what_was_typed_is_kept() -> None:
    session = session_of(view_of(FOUR_DAYS), "paper", {"search": ["a", "b"], "filter": ["c"]})
    assert (session.searches, session.filters, session.theme) == (("a", "b"), ("c",), "paper")


@settings(max_examples=30)
@given(views())
def test_taking_up_is_safe_for_every_view(view: View) -> None:
    session = session_of(view, "", {})
    taken = taken_up(view_of(FOUR_DAYS), session)
    assert taken.timeline.events


@pytest.mark.parametrize("facet", [Facet("thread", "syria"), Facet("actor", "putin")])
def test_a_filtered_view_travels_between_processes(facet: Facet) -> None:
    view = pins.pin(view_of(FOUR_DAYS), facet)
    travelled = pickle.loads(pickle.dumps(view))  # noqa: S301, made here
    assert travelled.shown is not None
    assert list(travelled.positions("actors")) == list(view.positions("actors"))
