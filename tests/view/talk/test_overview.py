"""The grid of a talk: what it shows at a size, where keys lead, and that the cursor is seen."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.timeline.records import Step, Tour
from tui.view.line import plain
from tui.view.talk.deck import of_events, of_tour
from tui.view.talk.overview import Overview, grid_of, overview
from tui.view.talk.pages import Room
from tui.view.talk.talk import Talk
from view.histories import FOUR_DAYS, view_of

HISTORY = view_of(FOUR_DAYS).timeline
ORDER = ("annexed", "strikes", "sochi", "talks", "annexed", "sochi", "strikes")
TOUR = Tour("t", "A tour", tuple(Step(each, "", "Do not forget the note.") for each in ORDER))
Move = Callable[[Overview], Overview]
TALK = Talk(HISTORY, of_tour(HISTORY, TOUR), at=2)


def grid(talk: Talk, width: int, height: int) -> str:
    """The overview as text, without the blanks at the ends of rows."""
    lines = overview(talk).lines(Room(width, height))
    return "\n".join(plain(line).rstrip() for line in lines)


ONE_COLUMN = """\
  1  18 Mar 2014
  Russia annexes Crimea

  2  30 Sep 2015
  Russia starts air strikes in Syria

▸ 3  17 May 2018  ● here
  Assad meets Putin in Sochi
"""
TWO_COLUMNS = """\
  1  18 Mar 2014                           2  30 Sep 2015
  Russia annexes Crimea                    Russia starts air strikes in Syria

▸ 3  17 May 2018  ● here                   4  c. Jul 2018
  Assad meets Putin in Sochi               Talks go on

  5  18 Mar 2014                           6  17 May 2018
  Russia annexes Crimea                    Assad meets Putin in Sochi

  7  30 Sep 2015
  Russia starts air strikes in Syria
"""
A_LONG_TITLE = """\
▸ 1  18 Mar 2014  ● here
  The first of a row of titles that are
  longer than two lines of a cell are w…
  2  18 Mar 2014
  The first of a row of titles that are
  longer than two lines of a cell are w…"""


@pytest.mark.parametrize(
    ("size", "shown"),
    [((60, 9), ONE_COLUMN), ((80, 18), TWO_COLUMNS)],
    ids=["one column", "two columns"],
)
def test_what_is_seen(size: tuple[int, int], shown: str) -> None:
    assert grid(TALK, *size) == shown


def test_a_title_that_is_too_long_is_cut_at_the_last_of_its_lines() -> None:
    title = "The first of a row of titles that are longer than two lines of a cell are wide"
    history = view_of(FOUR_DAYS.replace("Russia annexes Crimea", title)).timeline
    tour = Tour("t", "", (Step("annexed"), Step("annexed")))
    assert grid(Talk(history, of_tour(history, tour), at=0), 40, 6) == A_LONG_TITLE


CLAIMS = """\
▸ 1  17 May 2018  ● here
  Assad meets Putin in Sochi
  The two met in Moscow.
  2  17 May 2018
  Assad meets Putin in Sochi
  The two met.
  3  18 Mar 2014
  Russia annexes Crimea
"""


def test_the_claim_tells_apart_what_is_of_the_same_event() -> None:
    steps = (Step("sochi", "moscow"), Step("sochi", "met"), Step("annexed", "lawful"))
    deck = of_tour(HISTORY, Tour("t", "", steps))
    assert grid(Talk(HISTORY, deck, at=0), 60, 9) == CLAIMS
    before = CLAIMS.replace("  ● here", "")
    assert grid(Talk(HISTORY, deck), 60, 9) == before


@pytest.mark.parametrize(
    ("size", "columns"),
    [((40, 10), 1), ((60, 18), 1), ((78, 22), 2), ((80, 22), 2), ((120, 30), 3), ((160, 43), 4)],
)
def test_how_many_stand_side_by_side(size: tuple[int, int], columns: int) -> None:
    assert grid_of(Room(*size)).columns == columns


def test_what_was_told_is_dim_and_the_cursor_stands_out() -> None:
    tones = [
        [(span.text.strip(), span.tone) for span in line if span.text.strip()]
        for line in overview(TALK).lines(Room(40, 12))
    ]
    assert tones[0] == [("1", "dim"), ("18 Mar 2014", "dim")]
    assert tones[1] == [("Russia annexes Crimea", "dim")]
    assert tones[6] == [("▸ 3", "accent"), ("17 May 2018", "text"), ("● here", "accent")]
    assert tones[7] == [("Assad meets Putin in Sochi", "strong")]
    assert tones[9] == [("4", "strong"), ("c. Jul 2018", "text")]
    assert tones[10] == [("Talks go on", "text")]


def test_nothing_that_is_for_the_speaker_is_shown() -> None:
    assert "forget" not in grid(TALK, 160, 45)


ROOM = Room(80, 18)


@pytest.mark.parametrize(
    ("start", "moved", "cursor"),
    [
        (2, lambda here: here.stepped(1), 3),
        (2, lambda here: here.stepped(-9), 0),
        (2, lambda here: here.moved(1, ROOM), 4),
        (3, lambda here: here.moved(-1, ROOM), 1),
        (1, lambda here: here.moved(-1, ROOM), 1),
        (5, lambda here: here.moved(1, ROOM), 6),
        (6, lambda here: here.moved(1, ROOM), 6),
        (0, lambda here: here.paged(1, Room(80, 6)), 4),
        (6, lambda here: here.paged(-1, Room(80, 6)), 2),
        (3, lambda here: here.first(), 0),
        (3, lambda here: here.last(), 6),
        (3, lambda here: here.with_digit("2"), 1),
        (3, lambda here: here.with_digit("0").with_digit("5"), 4),
        (3, lambda here: here.with_digit("9"), 6),
        (3, lambda here: here.with_digit("0"), 3),
    ],
    ids=[
        "right",
        "left to the start",
        "down",
        "up",
        "up in the first row",
        "down into a short row",
        "down in the last row",
        "page down",
        "page up",
        "first",
        "last",
        "number",
        "number with a zero before it",
        "a number that there is not",
        "zero",
    ],
)
def test_where_the_cursor_goes(start: int, moved: Move, cursor: int) -> None:
    assert moved(Overview(TALK, start)).cursor == cursor


def test_digits_go_on_until_the_cursor_is_moved() -> None:
    many = Talk(HISTORY, of_events(HISTORY, (0, 1, 2, 3) * 4))
    one = Overview(many).with_digit("1")
    assert (one.cursor, one.with_digit("2").cursor) == (0, 11)
    assert one.stepped(1).with_digit("2").cursor == 1


def test_a_reload_keeps_the_slide_or_else_the_place() -> None:
    here = Overview(TALK, 3)
    shorter = of_tour(HISTORY, TOUR._replace(steps=TOUR.steps[2:]))
    assert here.reload(replace(TALK, deck=shorter, at=0)).cursor == 1
    without = of_tour(HISTORY, Tour("t", "", (Step("sochi"),)))
    assert here.reload(replace(TALK, deck=without, at=0)).cursor == 0


def test_a_deck_without_slides_shows_none() -> None:
    empty = overview(Talk(HISTORY, of_events(HISTORY, ())))
    assert empty.lines(ROOM) == []
    assert empty.stepped(1).moved(1, ROOM).with_digit("3").cursor == 0
    assert empty.slide_at(0, 0, ROOM) is None


def test_a_cell_is_found_by_any_of_its_places() -> None:
    here = Overview(TALK, 0)
    found = [here.slide_at(x, y, ROOM) for x, y in [(0, 0), (38, 2), (41, 0), (79, 4), (0, 9)]]
    assert found == [0, 0, 1, 3, 6]
    assert [here.slide_at(x, y, ROOM) for x, y in [(82, 0), (-1, 0), (41, 9), (0, 19)]] == [
        None
    ] * 4


_rooms = st.builds(Room, st.integers(20, 200), st.integers(1, 60))
_moves = st.lists(st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1), (5, 0), (0, 3)]), max_size=12)


@given(room=_rooms, moves=_moves, at=st.integers(0, 39))
def test_the_cursor_is_in_sight_and_nothing_is_wider_than_the_room(
    room: Room, moves: list[tuple[int, int]], at: int
) -> None:
    talk = Talk(HISTORY, of_events(HISTORY, (0, 1, 2, 3) * 10), at=at)
    here = overview(talk)
    for cells, rows in moves:
        here = here.stepped(cells).moved(rows, room).scrolled(room)
    lines = [plain(line) for line in here.lines(room)]
    x, y = here.place(room)
    assert lines[y][x] == "▸"
    assert sum("▸" in line for line in lines) == 1
    assert len(lines) <= room.height
    assert max(map(cell_len, lines)) <= room.width
    assert here.slide_at(x, y, room) == here.cursor
