"""The screen of the one who speaks, as it reads, and what holds in every room."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.view.line import plain, width_of
from tui.view.talk.deck import Deck
from tui.view.talk.pages import Room
from tui.view.talk.speaker import next_step, notes_of
from tui.view.talk.talk import Talk
from view.talk.telling import WIDE, rooms, talks, told

NOTED = told().timeline.events[2]._replace(notes="Point at the map. " * 4)
NOTED_TALK = replace(
    told(),
    timeline=replace(
        told().timeline, events=(*told().timeline.events[:2], NOTED, told().timeline.events[3])
    ),
)


def screen(talk: Talk, width: int, height: int, page: int = 0) -> str:
    return "".join(
        f"{plain(line).rstrip()}\n" for line in notes_of(talk, Room(width, height), page).rows
    )


def test_the_note_with_the_steps_below_it() -> None:
    assert (
        screen(NOTED_TALK.next(WIDE, 0), 60, 18)
        == """\
Look.

Point at the map. Point at the map. Point at the map. Point
at the map.






Now
❝ al-Assad: “Stability is improving.”

Next
❝ Putin: “Terrorists have laid down arms in key areas.”

Then
18 March 2014 · Russia annexes Crimea
"""
    )


def test_the_steps_stand_beside_the_note_where_there_is_room() -> None:
    assert (
        screen(NOTED_TALK.next(WIDE, 0), 100, 12)
        == """\
Look.                                                        Now
                                                             ❝ al-Assad: “Stability is improving.”
Point at the map. Point at the map. Point at the map.
Point at the map.                                            Next
                                                             ❝ Putin: “Terrorists have laid down
                                                             arms in key areas.”

                                                             Then
                                                             18 March 2014 · Russia annexes Crimea



"""
    )


def test_a_long_note_has_pages() -> None:
    assert (
        screen(NOTED_TALK, 40, 8, page=1)
        == """\
Point at the map. Point at the map.
2/3

Now
17 May 2018 · Assad meets Putin in Sochi

Next
❝ al-Assad: “Stability is improving.”
"""
    )


def test_where_there_are_few_rows_the_note_has_them_all() -> None:
    assert (
        screen(NOTED_TALK, 22, 6)
        == """\
Look.

Point at the map.
Point at the map.
Point at the map.
Point at the map.
"""
    )


def test_a_step_without_a_note_says_so() -> None:
    assert "There is no note for this step." in screen(told().go(1, 0), 60, 18)


def test_the_end_is_announced() -> None:
    assert "Then the talk ends." in screen(told().go(1, 0).whole(WIDE), 60, 18)


def test_an_empty_talk_has_nothing_to_tell() -> None:
    empty = told().reload(told().timeline, Deck())
    assert "There is nothing to tell." in screen(empty, 60, 18)


def test_at_the_cover_the_first_slide_comes_next() -> None:
    shown = screen(told().back(WIDE, 0), 60, 18)
    assert "There is no note for this step." in shown
    now, following = shown.split("Now\n")[1].split("Next\n")
    assert now.strip() == "Two days"
    assert "Assad meets Putin in Sochi" in following


def test_the_next_step_is_another_part_then_another_slide() -> None:
    talk = told()
    slides = talk.deck.slides
    assert next_step(talk) == (slides[0], "quote stable")
    assert next_step(talk.whole(WIDE)) == (slides[1], "title")
    assert next_step(talk.go(1, 0).whole(WIDE)) is None


@given(talks(), rooms(), st.integers(-1, 5))
@settings(deadline=None)
def test_it_is_never_larger_than_its_room(talk: Talk, room: Room, page: int) -> None:
    notes = notes_of(talk, room, page)
    assert len(notes.rows) <= max(1, room.height)
    assert all(width_of(row) <= max(2, room.width) for row in notes.rows)
    assert notes.pages >= 1


@given(talks(), rooms())
@settings(deadline=None)
def test_all_of_a_note_is_on_its_pages(talk: Talk, room: Room) -> None:
    events = tuple(
        each._replace(notes="one two three four five six") for each in talk.timeline.events
    )
    talk = replace(talk, timeline=replace(talk.timeline, events=events))
    if talk.slide is None or room.width < 8 or room.height < 3:
        return
    pages = notes_of(talk, room).pages
    said = " ".join(plain(row) for page in range(pages) for row in notes_of(talk, room, page).rows)
    assert {"one", "two", "three", "four", "five", "six"} <= set(said.split())
