"""The stage: a talk as it stands on screens of several sizes, as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.timeline.timeline import Timeline
from tui.view.line import Line, Span, plain, width_of
from tui.view.talk import stage as stages
from tui.view.talk.deck import Deck, of_events
from tui.view.talk.pages import Room
from tui.view.talk.stage import Stage, stage_of
from tui.view.talk.talk import Talk
from view.histories import FOUR_DAYS, view_of
from view.talk.telling import talks

TIMELINE = view_of(FOUR_DAYS).timeline
TALK = Talk(TIMELINE, of_events(TIMELINE, range(4)), at=0)

AT_80 = """\
 Four days                                                                  3/4
    █                       █                                        █ █
 2014           2015            2016           2017            2018  ▲

    Thursday 17 May 2018

    Assad meets Putin in Sochi
    ▌ Syria

    ❝ “Stability is improving.”
      — Bashar al-Assad
        17 May 2018 · TASS, 17 May 2018

    ❝ “Terrorists have laid down arms in key areas.”
      — Vladimir Putin, President of Russia
        TASS, 17 May 2018







    ●●●··   page 1 of 2
"""
AT_60 = """\
 Four days                                              1/4
   █                 █                             █ █
 2014       2015        2016       2017        2018
  Tuesday 18 March 2014

  Russia annexes Crimea
  ▌ Crimea · Moscow

  A treaty was signed in the Kremlin.

  ❝ “In people's hearts and minds, Crimea has always been
    an inseparable part of Russia.”
    — Vladimir Putin, President of Russia
      18 March 2014 · Kremlin, 18 Mar 2014 · spoken in
      Russian

  ✗ Disputed · claimed by Kremlin
    The referendum was lawful.
    The General Assembly called it invalid.
    Record: CEPA, Dec 2024
  This is the end of the talk.                        12:34
"""
AT_40 = """\
 Four days                          1/4
  Tuesday 18 March 2014

  Russia annexes Crimea
  ▌ Crimea · Moscow




  ●···   page 1 of 4
"""


def drawn(talk: Talk, stage: Stage, message: str = "", time: str = "") -> str:
    """A screen as text, without the blanks at the ends of its rows."""
    lines: list[Line] = [stages.bar(talk, stage), *stages.strip(talk, stage)]
    lines += [()] * stage.above
    margin = Span(" " * stage.left)
    lines += [(margin, *line) for line in talk.lines(stage.room)]
    lines += [()] * (stage.height - 1 - len(lines))
    lines.append(stages.foot(talk, stage, message, time))
    assert len(lines) == stage.height
    return "".join(f"{plain(line).rstrip()}\n" for line in lines)


def test_the_usual_screen() -> None:
    stage = stage_of(80, 24)
    talk = TALK.go(2, 0).next(stage.room, 0).next(stage.room, 0)
    assert drawn(talk, stage) == AT_80


def test_a_small_screen_with_all_of_a_slide_a_message_and_the_time() -> None:
    stage = stage_of(60, 21)
    said = "This is the end of the talk."
    assert drawn(TALK.whole(stage.room), stage, said, "12:34") == AT_60


def test_the_smallest_screen() -> None:
    assert drawn(TALK, stage_of(40, 10)) == AT_40


@pytest.mark.parametrize(
    ("size", "strip", "left", "room"),
    [
        pytest.param((40, 17), 0, 2, Room(36, 15), id="without a strip"),
        pytest.param((60, 18), 2, 2, Room(56, 14), id="with one"),
        pytest.param((76, 22), 2, 2, Room(72, 16), id="with a row to breathe"),
        pytest.param((100, 30), 2, 14, Room(72, 24), id="in the middle"),
        pytest.param((160, 45), 2, 30, Room(100, 38), id="wide"),
    ],
)
def test_what_there_is_room_for(size: tuple[int, int], strip: int, left: int, room: Room) -> None:
    stage = stage_of(*size)
    assert (stage.strip, stage.left, stage.room) == (strip, left, room)


def test_the_notes_take_a_third_from_the_slide() -> None:
    stage = stage_of(80, 24, notes=True)
    assert (stage.notes, stage.room) == (8, Room(72, 11))


@pytest.mark.parametrize(("size", "tiny"), [((40, 10), False), ((39, 10), True), ((40, 9), True)])
def test_it_knows_when_there_is_no_room(size: tuple[int, int], *, tiny: bool) -> None:
    assert stage_of(*size).is_tiny is tiny


def test_who_follows_stands_beside_the_place() -> None:
    assert (
        plain(stages.bar(TALK, stage_of(40, 10), 1200))
        == " Four days        1,200 following   1/4 "
    )


def test_many_parts_are_counted_in_figures() -> None:
    claims = "    - {text: A claim of many, by: a}\n" * 40
    event = f"- id: e\n    date: 2001\n    title: T\n    claims:\n{claims}"
    text = f"sources: {{a: {{title: A}}}}\nevents:\n  {event}"
    timeline = view_of(text).timeline
    talk = Talk(timeline, of_events(timeline, [0]), at=0)
    assert plain(stages.foot(talk, stage_of(80, 24))).strip().startswith("1 of 41   page 1 of")


def test_a_talk_of_nothing_is_blank() -> None:
    stage = stage_of(80, 24)
    talk = Talk(Timeline(), Deck())
    assert drawn(talk, stage).strip() == ""


@given(talks(), st.integers(0, 200), st.integers(0, 60), st.booleans(), st.text(max_size=90))
def test_nothing_is_wider_than_the_screen(
    talk: Talk,
    width: int,
    height: int,
    notes: bool,  # noqa: FBT001, Hypothesis gives it by its place
    said: str,
) -> None:
    stage = stage_of(width, height, notes=notes)
    if stage.is_tiny:
        return
    rows = [stages.bar(talk, stage, 3), *stages.strip(talk, stage), stages.foot(talk, stage, said)]
    assert {width_of(row) for row in rows} == {width}
    used = 2 + stage.strip + stage.above + stage.room.height + stage.notes
    assert used <= height
    assert stage.left * 2 + stage.room.width <= width
