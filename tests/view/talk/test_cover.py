"""The cover of a talk, as text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.timeline.dates import parse
from tui.timeline.records import Step, Tour
from tui.view.line import plain, width_of
from tui.view.talk.audience import heard_deck
from tui.view.talk.cover import span
from tui.view.talk.deck import Deck, of_events, of_tour
from tui.view.talk.pages import Room
from tui.view.talk.stage import bar, foot, stage_of, strip
from tui.view.talk.talk import COVER, Talk
from view.talk.telling import HISTORY, rooms, talks

STEPS = (Step("sochi", "", "Word. " * 650), Step("annexed"))
TALK = Talk(HISTORY, of_tour(HISTORY, Tour("two", "Two days", STEPS)))
EVENTS = Talk(HISTORY, of_events(HISTORY, range(4)))


def drawn(talk: Talk, room: Room) -> list[str]:
    """The rows as text, without the blank ones above."""
    rows = [plain(line) for line in talk.lines(room)]
    return rows[next(at for at, row in enumerate(rows) if row) :]


def test_what_is_told_when_it_was_and_how_much_there_is() -> None:
    assert drawn(TALK, Room(72, 17)) == [
        *("Four days", "Two days", "", "2014–2018", "2 slides, about 5 min"),
    ]
    assert drawn(EVENTS, Room(72, 17)) == ["Four days", "", "2014–2018", "4 slides"]


def test_an_audience_sees_the_same_and_does_not_get_what_is_said() -> None:
    heard = replace(TALK, deck=heard_deck(TALK.deck))
    assert drawn(heard, Room(72, 17)) == drawn(TALK, Room(72, 17))
    assert heard_deck(heard.deck) == heard.deck


def test_who_has_asked_for_a_time_has_that_one() -> None:
    assert drawn(replace(TALK, goal=1200), Room(72, 17))[-1] == "2 slides, about 20 min"
    assert drawn(replace(EVENTS, goal=1200), Room(72, 17))[-1] == "4 slides, about 20 min"


@pytest.mark.parametrize(
    ("deck", "words"),
    [
        (EVENTS.deck, "2010–2024"),
        (TALK.deck, "2014–2018"),
        (of_events(HISTORY, (0,)), "2014"),
        (Deck(), ""),
    ],
    ids=["all of the file", "a tour", "one of its events", "nothing"],
)
def test_the_time_is_that_of_what_is_told(deck: Deck, words: str) -> None:
    assert span(replace(HISTORY, span=parse("2010/2024")), deck) == words


def test_a_long_title_is_cut_and_the_rest_is_not() -> None:
    long = replace(TALK, deck=TALK.deck._replace(title="A title that does not end " * 20))
    shown = drawn(long, Room(36, 8))
    assert len(shown) == 8
    assert shown[4].endswith("…")
    assert shown[5:] == ["", "2014–2018", "2 slides, about 5 min"]
    assert drawn(long, Room(36, 20))[0] == "Four days"


def test_a_wide_title_has_no_room_in_a_single_column() -> None:
    wide = replace(TALK, deck=TALK.deck._replace(title="日本語"))
    assert max(map(len, drawn(wide, Room(1, 20)))) <= 1


def test_nothing_stands_round_it_but_what_is_said() -> None:
    stage = stage_of(80, 24)
    assert (plain(bar(TALK, stage, 3)).strip(), strip(TALK, stage)) == ("", ())
    assert plain(foot(TALK, stage)).strip() == ""
    assert plain(foot(TALK, stage, "This is it.", "0:00")).split() == ["This", "is", "it.", "0:00"]


@given(talks(), rooms(), st.text(max_size=400))
def test_it_keeps_to_its_room(talk: Talk, room: Room, title: str) -> None:
    cover = replace(talk, at=COVER, part="title", deck=talk.deck._replace(title=title), blank=False)
    lines = cover.lines(room)
    assert len(lines) <= max(1, room.height)
    assert all(width_of(line) <= max(1, room.width) for line in lines)
