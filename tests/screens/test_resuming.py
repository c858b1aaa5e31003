"""A talk that was cut off goes on where it was, in the file as it is by then."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document.talks import Place
from tui.screens.resuming import notice, place_of, resume_menu, resume_words, resumed, stopped
from tui.timeline.records import Step, Tour
from tui.view.talk.clock import Clock
from tui.view.talk.deck import of_events, of_tour
from tui.view.talk.pages import Room
from tui.view.talk.talk import COVER, Talk
from view.histories import FOUR_DAYS, view_of

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
ROOM, SMALL = Room(72, 20), Room(36, 9)
HISTORY = view_of(FOUR_DAYS).timeline
ORDER = ("talks", "sochi", "annexed", "sochi")
TOUR = Tour("t", "A tour", tuple(map(Step, ORDER)))
TALK = Talk(HISTORY, of_tour(HISTORY, TOUR), at=0)


def told(talk: Talk, steps: int, room: Room = ROOM) -> Talk:
    """A talk after some steps, one each second."""
    for step in range(steps):
        talk = talk.next(room, 100.0 + step)
    return talk


def test_a_place_says_where_the_talk_is() -> None:
    talk = told(TALK, 3)
    assert place_of(talk, 480.0, NOON, ("tag:oil",)) == Place(
        saved="2026-03-04T12:00:00+00:00",
        tour="t",
        slide="sochi",
        part="quote arms",
        elapsed=380.0,
        number=2,
        slides=4,
    )


def test_a_place_among_events_has_the_filters_that_found_them() -> None:
    talk = Talk(HISTORY, of_events(HISTORY, (1, 2)), at=0)
    place = place_of(talk, 0.0, NOON, ("tag:oil", "-actor:xi"))
    assert (place.tour, place.filters, place.slide) == ("", ("tag:oil", "-actor:xi"), "strikes")


@given(steps=st.integers(0, 30), room=st.sampled_from([ROOM, SMALL]))
def test_it_goes_on_at_the_step_where_it_was(steps: int, room: Room) -> None:
    talk = told(TALK, steps, room)
    place = place_of(talk, 500.0, NOON, ())
    again = resumed(TALK, place, 9000.0)
    assert (again.at, again.part, again.page) == (talk.at, talk.part, talk.page)
    assert again.place(room) == talk.place(room)
    assert again.clock.elapsed(9000.0) == talk.clock.elapsed(500.0)
    assert again.clock.is_running == (steps > 0)


@pytest.mark.parametrize("seconds", [0.0, 90.0], ids=["not begun", "come back to"])
def test_a_talk_at_its_cover_is_resumed_there(seconds: float) -> None:
    cover = Talk(HISTORY, TALK.deck, clock=Clock(seconds))
    place = place_of(cover, 480.0, NOON, ())
    assert (place.slide, place.number) == ("", 1)
    again = resumed(TALK, place, 9000.0)
    assert (again.at, again.clock.elapsed(9000.0)) == (COVER, seconds)
    assert again.clock.is_running == bool(seconds)


def test_what_passed_since_and_a_blank_screen_are_left_out() -> None:
    talk = told(TALK, 2).darkened(160.0)
    again = resumed(TALK, place_of(talk, 1000.0, NOON, ()), 5.0)
    assert (again.blank, again.clock) == (False, Clock(60.0, 5.0))


def test_the_goal_is_the_one_that_is_asked_for_or_else_the_one_it_had() -> None:
    place = place_of(Talk(HISTORY, TALK.deck, goal=600.0), 0.0, NOON, ())
    assert resumed(TALK, place, 0.0).goal == 600.0
    assert resumed(Talk(HISTORY, TALK.deck, goal=1200.0), place, 0.0).goal == 1200.0


@pytest.mark.parametrize(
    ("order", "slide"),
    [
        (("talks", "annexed", "strikes"), "annexed"),
        (("talks",), "talks"),
        (("strikes", "talks", "sochi"), "sochi"),
    ],
    ids=["the one after it", "the last", "elsewhere now"],
)
def test_where_the_slide_is_gone_it_goes_on_at_what_is_there(
    order: tuple[str, ...], slide: str
) -> None:
    place = place_of(told(TALK, 3), 480.0, NOON, ())
    deck = of_tour(HISTORY, TOUR._replace(steps=tuple(map(Step, order))))
    again = resumed(Talk(HISTORY, deck), place, 0.0)
    assert again.slide is not None
    assert again.slide.key == slide
    assert again.part == ("quote arms" if slide == "sochi" else "title")


def test_where_the_part_is_gone_the_slide_begins() -> None:
    place = place_of(told(TALK, 3), 480.0, NOON, ())._replace(part="quote gone")
    again = resumed(TALK, place, 0.0)
    assert (again.at, again.part) == (1, "title")


def test_a_deck_without_slides_is_resumed_to_nothing() -> None:
    place = place_of(told(TALK, 3), 480.0, NOON, ())
    assert resumed(Talk(HISTORY, of_events(HISTORY, ())), place, 0.0).slide is None


# In words

CUT = Place("2026-03-04T12:34:00+00:00", slide="sochi", elapsed=483.0, number=7, slides=12)


@pytest.mark.parametrize(
    ("elapsed", "offset", "words"),
    [
        (483.0, 0, "The talk stopped at 12:34 after 8 min."),
        (483.0, 5, "The talk stopped at 17:34 after 8 min."),
        (59.0, 0, "The talk stopped at 12:34."),
        (3900.0, 0, "The talk stopped at 12:34 after 1 h 5 min."),
    ],
    ids=["some minutes", "where the reader is", "no minute", "an hour"],
)
def test_when_it_stopped(elapsed: float, offset: int, words: str) -> None:
    now = NOON.astimezone(timezone(timedelta(hours=offset)))
    assert stopped(CUT._replace(elapsed=elapsed), now) == words


def test_a_time_that_cannot_be_is_left_out() -> None:
    assert stopped(CUT._replace(saved="0001-01-01T00:00:00+20:00"), NOON) == "The talk stopped."


def test_what_there_is_to_do() -> None:
    assert resume_words(CUT) == "Resume at slide 7 of 12"
    assert notice(CUT) == "A talk was cut off at slide 7 of 12; {present} resumes it."
    assert (
        notice(CUT._replace(slide="")) == "A talk was cut off at the title; {present} resumes it."
    )
    menu = resume_menu(HISTORY, CUT, NOON)
    assert menu.title == "Resume at slide 7 of 12?"
    assert [each.text for each in menu.find("").entries] == [
        "Resume. The talk stopped at 12:34 after 8 min.",
        "Start anew",
    ]
