"""A slide in pages as it reads, and what holds in every room."""

from dataclasses import replace
from gc import collect
from weakref import ref

import pytest
from hypothesis import given, settings

from tui.view.line import Line, plain, width_of
from tui.view.talk.figures import figures
from tui.view.talk.pages import LEAST_BEGUN, Room, pages_of
from tui.view.talk.parts import ids_of, parts_of
from tui.view.talk.talk import Talk
from view.talk.telling import HISTORY, rooms, talks, told


def page(talk: Talk, room: Room) -> str:
    return "".join(f"{plain(line).rstrip()}\n" for line in talk.lines(room))


def test_a_whole_slide() -> None:
    assert (
        page(told("met").whole(Room(60, 25)), Room(60, 25))
        == """\
Thursday 17 May 2018

Assad meets Putin in Sochi
▌ Syria

❝ “Stability is improving.”
  — Bashar al-Assad
    17 May 2018 · TASS, 17 May 2018

❝ “Terrorists have laid down arms in key areas.”
  — Vladimir Putin, President of Russia
    TASS, 17 May 2018

✓ Confirmed · claimed by Ben Dubow
  The two met.
  Record: TASS, 17 May 2018

✗ Disputed · claimed by Ben Dubow
  The two met in Moscow.
  Record: TASS, 17 May 2018
"""
    )


def test_a_talk_that_is_read_again_and_again_keeps_few_readings() -> None:
    talk, room, read = told(), Room(60, 25), []
    for _ in range(20):
        talk = talk.reload(replace(HISTORY), talk.deck)
        assert page(talk, room)
        read.append(ref(talk.timeline))
    collect()
    assert sum(each() is not None for each in read) <= 4


def test_a_title_with_its_place_and_a_summary() -> None:
    room = Room(40, 12)
    assert (
        page(told().go(1, 0).next(room, 0), room)
        == """\
Tuesday 18 March 2014

Russia annexes Crimea
▌ Crimea · Moscow

A treaty was signed in the Kremlin.
"""
    )


def test_large_figures_where_there_is_room() -> None:
    assert (
        page(told(), Room(100, 36))
        == """\
██████  ██████    ██    ██████
    ██  ██  ██  ████    ██  ██
██████  ██  ██    ██    ██████
██      ██  ██    ██    ██  ██
██████  ██████  ██████  ██████

Thursday 17 May 2018

Assad meets Putin in Sochi
▌ Syria
"""
    )


def test_no_figures_where_they_would_cost_another_page() -> None:
    room = Room(100, 30)
    slide = told().deck.slides[0]
    events = tuple(each._replace(summary="word\nword\nword\nword\nword") for each in HISTORY.events)
    pages = pages_of(replace(HISTORY, events=events), slide, room)
    assert len(pages.pages) == 1
    assert plain(pages.lines(0)[0]) == "Thursday 17 May 2018"


@pytest.mark.parametrize("year", [-44, 10_000])
def test_a_year_that_is_not_of_four_digits_has_no_figures(year: int) -> None:
    assert figures(year) == ()


@pytest.mark.parametrize("year", [0, 79, 1945, 2038, 9999])
def test_figures_are_five_rows_of_one_width(year: int) -> None:
    assert {len(row) for row in figures(year)} == {8 * len(str(year)) - 2}
    assert len(figures(year)) == 5


def test_a_later_page_begins_with_one_line_of_the_title() -> None:
    room = Room(40, 8)
    talk = told().whole(room)
    assert (
        page(talk, room)
        == """\
17 May 2018 · Assad meets Putin in Sochi

✓ Confirmed · claimed by Ben Dubow
  The two met.
  Record: TASS, 17 May 2018
"""
    )


def test_parts_are_where_they_are_whatever_is_revealed() -> None:
    room = Room(60, 25)
    slide = told().deck.slides[0]
    pages = pages_of(HISTORY, slide, room)
    shown = [pages.lines(stop) for stop in range(len(pages.stops))]
    assert [len(lines) for lines in shown] == [4, 8, 12, 16, 20]
    assert all(shown[-1][: len(lines)] == lines for lines in shown)


def test_a_long_part_goes_on_at_the_next_page() -> None:
    room = Room(20, 8)
    talk = told()
    while talk.part != "quote arms":
        talk = talk.next(room, 0)
    assert (
        page(talk, room) + "--\n" + page(talk.next(room, 0), room)
        == """\
17 May 2018 · Assad…

❝ “Terrorists have
  laid down arms in
  key areas.”
  — Vladimir Putin,
    President of
    Russia
--
17 May 2018 · Assad…

    TASS, 17 May
    2018
"""
    )


@given(talks(), rooms())
@settings(deadline=None)
def test_no_page_is_larger_than_its_room(talk: Talk, room: Room) -> None:
    whole = talk.whole(room)
    lines = [] if whole.blank else whole.lines(room)
    assert len(lines) <= max(1, room.height)
    # An indent and the widest character take three cells, whatever there is.
    assert all(width_of(line) <= max(3, room.width) for line in lines)


@given(talks(), rooms())
@settings(deadline=None)
def test_nothing_is_cut(talk: Talk, room: Room) -> None:
    for slide in talk.deck.slides:
        pages = pages_of(talk.timeline, slide, room)
        drawn: dict[str, list[Line]] = {part: [] for part in ids_of(talk.timeline, slide)}
        for at, pieces in enumerate(pages.pages):
            # The brief head of a later page comes besides, where there is room for one.
            heads = int(at > 0 and room.height > 2 + LEAST_BEGUN)
            for part, lines in pieces[heads:]:
                drawn[part].extend(line for line in lines if line)
        wide = max(1, room.width)
        for big in (False, True):
            set_in = {
                part.id: [line for line in part.lines if line]
                for part in parts_of(talk.timeline, slide, wide, big=big)
            }
            if set_in == drawn:
                break
        assert set_in == drawn


@given(talks(), rooms())
@settings(deadline=None)
def test_every_part_has_a_stop_in_its_order(talk: Talk, room: Room) -> None:
    for slide in talk.deck.slides:
        stops = pages_of(talk.timeline, slide, room).stops
        assert tuple(dict.fromkeys(stop.part for stop in stops)) == ids_of(talk.timeline, slide)
        assert [stop.at for stop in stops] == sorted(stop.at for stop in stops)
