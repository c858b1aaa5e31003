"""The overview of a talk: keys and clicks choose a slide, at any size."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot

from screens.acting import PALETTES
from tui.panes.tones import theme_of
from tui.screens.overview import OverviewScreen
from tui.timeline.records import Step, Tour
from tui.view.talk.deck import of_events, of_tour
from tui.view.talk.talk import Talk
from view.histories import FOUR_DAYS, view_of

HISTORY = view_of(FOUR_DAYS).timeline
ORDER = ("annexed", "strikes", "sochi", "talks", "annexed", "sochi", "strikes")
TOUR = Tour("t", "Seven slides", tuple(Step(each, "", "Say nothing yet.") for each in ORDER))
TALK = Talk(HISTORY, of_tour(HISTORY, TOUR), at=2)


class Table(App[None]):
    """A program with nothing but an overview, and what was chosen in it."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        self.talk = talk
        self.chosen: list[str | None] = []
        self.register_theme(theme_of(PALETTES[0]))
        self.theme = PALETTES[0].name

    def on_mount(self) -> None:
        """Open it."""
        self.push_screen(OverviewScreen(self.talk), self.chosen.append)

    @property
    def rows(self) -> list[str]:
        """The text on the screen."""
        return [strip.text for strip in self.screen._compositor.render_strips()]  # noqa: SLF001, as in acting.py


@asynccontextmanager
async def table(
    talk: Talk = TALK, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Table, Pilot[None]]]:
    """An overview on a screen of a size."""
    app = Table(talk)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


SHOWN = """\
 Seven slides                                                3/7
   1  18 Mar 2014
   Russia annexes Crimea

   2  30 Sep 2015
   Russia starts air strikes in Syria

 ▸ 3  17 May 2018  ● here
   Assad meets Putin in Sochi

 Enter goes there · Esc closes · digits: a number"""


async def test_it_shows_the_slides_and_what_the_keys_do() -> None:
    async with table(size=(65, 11)) as (app, _):
        assert "\n".join(row.rstrip() for row in app.rows) == SHOWN


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ("enter", "sochi"),
        ("l enter", "talks"),
        ("right right enter", "annexed 2"),
        ("h enter", "strikes"),
        ("left left left enter", "annexed"),
        ("j enter", "annexed 2"),
        ("down k enter", "sochi"),
        ("up up enter", "annexed"),
        ("G enter", "strikes 2"),
        ("end home enter", "annexed"),
        ("pagedown enter", "strikes 2"),
        ("pageup enter", "annexed"),
        ("5 enter", "annexed 2"),
        ("9 enter", "strikes 2"),
        ("escape", None),
        ("o", None),
        ("ctrl+c", None),
        ("l l o enter", None),
    ],
)
async def test_keys_choose(keys: str, chosen: str | None) -> None:
    async with table() as (app, pilot):
        await pilot.press(*keys.split())
        assert app.chosen == [chosen]


async def test_a_number_is_shown_while_it_is_typed() -> None:
    many = Talk(HISTORY, of_events(HISTORY, (0, 1, 2, 3) * 5))
    async with table(many) as (app, pilot):
        await pilot.press("1", "7")
        assert app.rows[-1].strip() == "Slide 17 · Enter goes there · Esc closes"
        assert app.rows[0].strip() == "Four days" + " " * (80 - 16) + "17/20"
        await pilot.press("j")
        assert "Slide" not in app.rows[-1]


@pytest.mark.parametrize(
    ("place", "chosen"),
    [((3, 2), ["annexed"]), ((45, 7), ["talks"]), ((45, 14), []), ((3, 0), []), ((3, 23), [])],
    ids=["first", "beside", "no slide", "the bar", "the foot"],
)
async def test_a_click_chooses(place: tuple[int, int], chosen: list[str]) -> None:
    async with table() as (app, pilot):
        await pilot.click(offset=place)
        assert app.chosen == chosen


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (100, 30), (160, 45)])
async def test_it_fits_every_screen_and_says_nothing_of_the_notes(size: tuple[int, int]) -> None:
    many = TALK.deck.slides * 10
    async with table(Talk(HISTORY, TALK.deck._replace(slides=many), at=64), size) as (app, pilot):
        await pilot.press("k", "pageup", "j", "j", "l")
        assert [cell_len(row) for row in app.rows] == [size[0]] * size[1]
        text = "\n".join(app.rows)
        assert text.count("▸") == 1
        assert "nothing" not in text


async def test_a_resize_keeps_the_cursor_in_sight() -> None:
    many = Talk(HISTORY, of_events(HISTORY, (0, 1, 2, 3) * 10), at=39)
    async with table(many, (160, 45)) as (app, pilot):
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        await pilot.pause()
        assert "▸ 40" in "\n".join(app.rows)


async def test_the_talk_may_change_under_it() -> None:
    async with table() as (app, pilot):
        await pilot.press("l")
        screen = app.screen
        assert isinstance(screen, OverviewScreen)
        shorter = of_tour(HISTORY, TOUR._replace(steps=TOUR.steps[3:]))
        screen.show(Talk(HISTORY, shorter))
        await pilot.press("enter")
        assert app.chosen == ["talks"]
