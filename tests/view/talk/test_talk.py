"""A talk told from step to step, and what holds wherever it is."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.view.talk.clock import Clock
from tui.view.talk.deck import Deck, of_events
from tui.view.talk.pages import Room
from tui.view.talk.shown import Shown
from tui.view.talk.talk import COVER, Talk
from view.histories import view_of
from view.talk.telling import HISTORY, STEPS, WIDE, rooms, talks, told, walked

PARTS = ["title", "quote stable", "quote arms", "claim moscow", "claim met"]


def places(talk: Talk, steps: int, room: Room = WIDE) -> list[tuple[int, str]]:
    """Where the talk is after each of so many steps on."""
    found = []
    for _ in range(steps):
        found.append((talk.at, talk.part))
        talk = talk.next(room, 0)
    return found


def test_it_knows_which_page_of_its_slide_is_seen() -> None:
    small = Room(30, 8)
    shown = [told().place(small)]
    talk = told()
    for _ in range(4):
        talk = talk.next(small, 0)
        shown.append(talk.place(small))
    assert shown == sorted(shown)
    assert (shown[0][0], told().place(Room(72, 40)), told().whole(small).place(small)[0]) == (
        1,
        (1, 1),
        shown[0][1],
    )


def test_it_goes_from_part_to_part_then_to_the_next_slide() -> None:
    assert places(told(), 7) == [
        *((0, part) for part in PARTS),
        (1, "title"),
        (1, "summary"),
    ]


def test_the_claim_of_a_step_comes_first() -> None:
    assert told("met").parts[-2:] == ("claim met", "claim moscow")


def test_back_from_a_slide_is_the_end_of_the_one_before() -> None:
    talk = told().go(1, 0).back(WIDE, 0)
    assert (talk.at, talk.part) == (0, "claim met")


def test_it_stays_at_its_ends() -> None:
    first, last = Talk(HISTORY, told().deck), told().go(9, 0).whole(WIDE)
    assert first.at == COVER
    assert first.back(WIDE, 5) == first.go(-9, 5) == first
    assert last.next(WIDE, 5) == last


def test_before_the_first_slide_there_is_the_cover() -> None:
    talk = told()
    assert (talk.number, talk.go(1, 0).number) == ("1/2", "2/2")
    cover = talk.back(WIDE, 5)
    assert (cover.at, cover.slide, cover.number, cover.done) == (COVER, None, "", 0)
    assert cover.next(WIDE, 5) == talk.go(0, 5)
    assert cover.whole(WIDE) == cover


def test_time_begins_when_the_cover_is_left() -> None:
    cover = told().back(WIDE, 5)
    assert not cover.darkened(5).lit(9).clock.is_running
    assert cover.next(WIDE, 100).clock.elapsed(160) == 60
    assert cover.next(WIDE, 100).back(WIDE, 160).clock.elapsed(170) == 70


def test_an_empty_talk_stays_empty() -> None:
    empty = Talk(HISTORY, of_events(HISTORY, ()))
    assert empty.next(WIDE, 0).back(WIDE, 0).whole(WIDE) == empty
    assert empty.lines(WIDE) == []
    assert empty.shown(0) == Shown()


def test_a_blank_screen_shows_nothing_and_the_next_step_only_lights_it() -> None:
    dark = told().next(WIDE, 1).darkened(11)
    assert dark.lines(WIDE) == []
    lit = dark.next(WIDE, 100)
    assert (lit.blank, lit.part) == (False, "quote stable")


def test_time_begins_with_the_first_step_and_stands_while_blank() -> None:
    talk = told()
    assert talk.clock.elapsed(50) == 0
    talk = talk.next(WIDE, 100)
    assert talk.clock.elapsed(160) == 60
    talk = talk.darkened(160).lit(1000)
    assert talk.clock.elapsed(1005) == 65


def test_a_screen_blanked_before_the_talk_starts_no_clock() -> None:
    assert not told().darkened(5).lit(9).clock.is_running


@pytest.mark.parametrize(
    ("at", "part", "done"),
    [(0, "title", 0), (0, "quote arms", 0.2), (1, "title", 0.5), (1, "summary", 0.625)],
)
def test_how_much_is_done(at: int, part: str, done: float) -> None:
    talk = replace(told(), at=at, part=part)
    assert talk.done == pytest.approx(done)
    assert replace(talk, goal=1000, clock=Clock(300)).ahead(0) == pytest.approx(done * 1000 - 300)


def test_without_a_goal_it_is_on_time() -> None:
    assert replace(told(), clock=Clock(300)).ahead(0) == 0


def test_another_screen_shows_the_same_part_on_its_own_page() -> None:
    small = Room(12, 9)
    talk = told().go(0, 0)
    while talk.part != "quote arms":
        talk = talk.next(small, 0)
    second = talk.next(small, 0)
    assert (second.part, second.page, second.of) == ("quote arms", 1, 3)
    followed = told().following_along(second.shown(5), 0)
    assert (followed.at, followed.part, followed.place(WIDE)) == (0, "quote arms", (1, 2))
    assert followed.place(small) == second.place(small) != talk.place(small)


def test_what_is_not_in_the_deck_leaves_a_follower_where_it_is() -> None:
    talk = told().go(1, 0)
    shown = Shown("elsewhere", "title", blank=True, elapsed=7, running=True, driver="speaker")
    followed = talk.following_along(shown, 100)
    assert (followed.at, followed.blank, followed.driver) == (1, True, "speaker")
    assert followed.clock.elapsed(103) == 10


def test_a_part_that_a_follower_does_not_have_shows_the_title() -> None:
    followed = told().following_along(Shown("annexed", "quote gone"), 0)
    assert (followed.at, followed.part) == (1, "title")


# Reloading


def reread(text: str) -> Talk:
    """The talk at the claim on Moscow, after another reading of the file."""
    talk = replace(told(), part="claim moscow", page=0)
    timeline = view_of(text).timeline
    return talk.reload(timeline, of_events(timeline, range(len(timeline.events))))


def test_a_reload_keeps_the_step() -> None:
    talk = told().next(WIDE, 0).next(WIDE, 0)
    assert talk.reload(talk.timeline, talk.deck) == talk


def test_where_a_part_is_gone_the_one_before_it_is_shown() -> None:
    talk = reread(
        "events: [{id: sochi, date: 2018, title: T, quotes: [{id: arms, text: Q, speaker: s}]}]"
    )
    assert (talk.at, talk.part) == (0, "quote arms")


def test_where_a_slide_is_gone_the_one_after_it_is_shown() -> None:
    talk = reread(
        "events: [{id: annexed, date: 2014, title: T}, {id: other, date: 2015, title: T}]"
    )
    assert (talk.at, talk.part) == (0, "title")


def test_where_there_was_nothing_to_tell_it_begins() -> None:
    emptied = told().go(1, 0).reload(HISTORY, Deck())
    assert emptied.slide is None
    again = emptied.reload(HISTORY, told().deck)
    assert (again.at, again.following) == (COVER, told().slide)


def test_what_it_is_called_is_one_line() -> None:
    deck = told().deck
    assert told().title == "Two days"
    assert replace(told(), deck=deck._replace(title="Two\ndays")).title == "Two days"
    assert replace(told(), deck=deck._replace(title="")).title == "Four days"


def test_where_all_that_followed_is_gone_the_last_is_shown() -> None:
    talk = reread("events: [{id: a, date: 2014, title: T}, {id: b, date: 2015, title: T}]")
    assert (talk.at, talk.part) == (1, "title")


def test_where_nothing_is_left_the_talk_is_empty() -> None:
    talk = reread("title: Nothing")
    assert (talk.at, talk.slide) == (COVER, None)


# Properties


@given(talks(), rooms())
@settings(deadline=None)
def test_wherever_it_is_it_shows_what_there_is(talk: Talk, room: Room) -> None:
    assert talk.part in talk.parts
    assert COVER <= talk.at < len(talk.deck.slides)
    assert 0 <= talk.done <= 1
    assert talk.blank or not talk.deck.slides or talk.lines(room)


@given(talks(), rooms())
@settings(deadline=None)
def test_on_and_back_is_where_it_was(talk: Talk, room: Room) -> None:
    here = talk.lit(0)
    there = here.next(room, 0)
    if there != here and there.at == here.at:
        back = there.back(room, 0)
        assert (back.at, back.part, back.place(room)) == (here.at, here.part, here.place(room))
        assert back.lines(room) == here.lines(room)


@given(talks(), rooms())
@settings(deadline=None)
def test_steps_on_come_to_the_end_through_every_part(talk: Talk, room: Room) -> None:
    talk = talk.go(0, 0)
    seen = []
    for _ in range(10_000):
        seen.append((talk.at, talk.part))
        following = talk.next(room, 0)
        if following == talk:
            break
        talk = following
    expected = [
        (at, part) for at in range(len(talk.deck.slides)) for part in replace(talk, at=at).parts
    ]
    assert list(dict.fromkeys(seen)) == (expected or [(COVER, "title")])


@given(talks(), rooms(), rooms(), rooms())
@settings(deadline=None)
def test_whatever_the_room_of_a_step_nobody_is_shown_a_page_before(
    talk: Talk, room: Room, other: Room, own: Room
) -> None:
    here = talk.lit(0).next(room, 0)
    on, back = here.next(other, 0), here.back(other, 0)
    if on.at == here.at:
        assert on.place(own) >= here.place(own)
    if back.at == here.at:
        assert back.place(own) <= here.place(own)


@given(talks(), rooms(), rooms(), st.sampled_from(STEPS))
@settings(deadline=None)
def test_a_follower_shows_the_same_slide_and_part(
    talk: Talk, room: Room, other: Room, step: str
) -> None:
    talk = walked(talk, step, room, 1)
    followed = Talk(talk.timeline, talk.deck).following_along(talk.shown(2), 0)
    assert (followed.at, followed.part, followed.blank) == (talk.at, talk.part, talk.blank)
    assert followed.lines(other) == talk.lines(other)
    assert followed.shown(0).elapsed == pytest.approx(talk.clock.elapsed(2))


@given(talks())
@settings(deadline=None)
def test_another_reading_that_says_the_same_changes_nothing(talk: Talk) -> None:
    assert talk.reload(talk.timeline, talk.deck) == talk
