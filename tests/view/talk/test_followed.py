"""What a follower shows, along with the presenter and on a way of its own."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.view.talk.followed import Followed
from tui.view.talk.pages import Room
from tui.view.talk.shown import Shown
from tui.view.talk.talk import Talk
from view.talk.telling import STEPS, WIDE, rooms, talks, told, walked

SMALL = Room(20, 8)


def at_arms(room: Room) -> Talk:
    """The talk at its longest quote."""
    talk = told()
    while talk.part != "quote arms":
        talk = talk.next(room, 0)
    return talk


def test_it_goes_where_the_presenter_goes() -> None:
    presenter = told().next(WIDE, 0).next(WIDE, 0)
    followed = Followed(told()).moved(presenter.shown(5), 100)
    assert (followed.talk.at, followed.talk.part) == (0, "quote arms")
    assert followed.talk.clock.elapsed(101) == 6


def test_on_the_path_the_pages_of_a_part_can_be_turned() -> None:
    followed = Followed(at_arms(SMALL))
    page, pages = followed.talk.place(SMALL)
    turned = followed.stepped(1, SMALL, 0)
    assert turned.talk.place(SMALL) == (page + 1, pages)
    assert turned.stepped(1, SMALL, 0) == turned
    assert turned.stepped(-1, SMALL, 0).talk.place(SMALL) == (page, pages)
    assert followed.stepped(-1, SMALL, 0) == followed


def test_a_turned_page_stays_until_the_presenter_shows_something_else() -> None:
    turned = Followed(at_arms(SMALL)).stepped(1, SMALL, 0)
    same = turned.moved(at_arms(WIDE).shown(0), 0)
    assert same.talk.place(SMALL) == turned.talk.place(SMALL)
    other = turned.moved(at_arms(WIDE).next(WIDE, 0).shown(0), 0)
    assert (other.talk.part, other.talk.page) == ("claim moscow", 0)


def test_off_the_path_it_stays_where_it_goes_and_comes_back() -> None:
    alone = Followed(told()).left().went(1, 0).stepped(1, WIDE, 0)
    assert (alone.is_alone, alone.talk.at, alone.talk.part) == (True, 1, "summary")
    moved = alone.moved(at_arms(WIDE).shown(0), 0)
    assert (moved.talk.at, moved.told.part) == (1, "quote arms")
    assert moved.rejoined().talk == moved.told


def test_on_the_path_nothing_leads_to_another_slide() -> None:
    followed = Followed(told())
    assert followed.went(1, 0) == followed
    assert followed.whole(WIDE) == followed


def test_off_the_path_a_blank_screen_is_left() -> None:
    dark = Followed(told()).moved(Shown("sochi", "title", blank=True), 0)
    assert dark.talk.blank
    assert not dark.left().talk.blank
    assert not dark.left().whole(WIDE).talk.blank


def test_what_comes_anew_keeps_the_place_on_both_ways() -> None:
    alone = Followed(at_arms(WIDE)).left().went(1, 0)
    fresh = replace(told().timeline)
    renewed = alone.renewed(fresh, told().deck)
    assert (renewed.told.part, renewed.talk.at) == ("quote arms", 1)
    assert renewed.talk.timeline is fresh
    assert renewed.told.timeline is fresh


@given(talks(), rooms(), rooms(), st.lists(st.sampled_from(STEPS), max_size=6))
@settings(deadline=None)
def test_wherever_the_presenter_goes_the_follower_is_there(
    talk: Talk, room: Room, own: Room, steps: list[str]
) -> None:
    followed = Followed(Talk(talk.timeline, talk.deck))
    for now, step in enumerate(steps, 1):
        talk = walked(talk, step, room, now)
        followed = followed.moved(talk.shown(now), now).stepped(1, own, now)
        assert (followed.talk.at, followed.talk.part) == (talk.at, talk.part)
        assert followed.talk.lines(own) or talk.blank or not talk.deck.slides
