"""A menu: what is typed narrows it, keys and clicks choose, and it fits every screen."""

import re
from asyncio import timeout
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.widgets import Input

from screens.acting import PALETTES
from tui.panes.tones import theme_of
from tui.screens.entries import Entry, Found, Menu, among
from tui.screens.menu import MenuPage, MenuScreen

FRUIT = ("Apple", "Blackberry", "Cherry", "Date plum", "Elderberry")


class Table(App[None]):
    """A program with nothing but a menu, and what was chosen in it."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, menu: Menu[str]) -> None:
        super().__init__()
        self.menu = menu
        self.chosen: list[str | None] = []
        self.register_theme(theme_of(PALETTES[0]))
        self.theme = PALETTES[0].name

    def on_mount(self) -> None:
        """Open the menu."""
        self.push_screen(MenuScreen(self.menu), self.chosen.append)

    @property
    def rows(self) -> list[str]:
        """The text on the screen."""
        strips = self.screen._compositor.render_strips()  # noqa: SLF001, as in acting.py
        return [strip.text.rstrip() for strip in strips]


def menu_of(*entries: Entry[str], **more: object) -> Menu[str]:
    """A menu of some entries."""
    menu = Menu(
        title="Fruit",
        find=among(entries),
        keys=("Esc closes", "Enter eats it"),
        nothing="There is no such fruit.",
        rows=len(entries),
    )
    return menu._replace(**more)  # type: ignore[arg-type]  # the fields of a menu


def fruit(**more: object) -> Menu[str]:
    """A menu of five."""
    return menu_of(*(Entry(each, each) for each in FRUIT), **more)


@asynccontextmanager
async def table(
    menu: Menu[str], size: tuple[int, int] = (44, 8)
) -> AsyncIterator[tuple[Table, Pilot[None]]]:
    """A menu on a screen of a size."""
    app = Table(menu)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


SHOWN = """\
┏━ Fruit ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
┃ › ber                             2 of 5 ┃
┃▸Blackberry                               ┃
┃ Elderberry                               ┃
┃                                          ┃
┃                                          ┃
┃                                          ┃
┗━━━━━━━━━━━━━ Esc closes · Enter eats it ━┛"""


async def test_what_is_typed_narrows_it() -> None:
    async with table(fruit()) as (app, pilot):
        await pilot.press("b", "e", "r")
        assert "\n".join(app.rows).strip() == SHOWN


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ("enter", "Apple"),
        ("down enter", "Blackberry"),
        ("ctrl+n ctrl+n ctrl+p enter", "Blackberry"),
        ("up enter", "Apple"),
        ("pagedown enter", "Elderberry"),
        ("pagedown down enter", "Elderberry"),
        ("pagedown pageup enter", "Apple"),
        ("ctrl+end enter", "Elderberry"),
        ("ctrl+end ctrl+home enter", "Apple"),
        ("down down b enter", "Blackberry"),
        ("b ctrl+u enter", "Apple"),
        ("d delete enter", "Date plum"),
        ("escape", None),
        ("f1", None),
        ("ctrl+c", None),
        ("c h escape", None),
    ],
)
async def test_keys_choose(keys: str, chosen: str | None) -> None:
    async with table(fruit()) as (app, pilot):
        await pilot.press(*keys.split())
        assert app.chosen == [chosen]


async def test_where_nothing_matches_it_says_so_and_enter_waits() -> None:
    async with table(fruit()) as (app, pilot):
        await pilot.press("z", "z", "enter")
        assert "There is no such fruit." in "\n".join(app.rows)
        assert "0 of 5" in app.rows[1]
        assert app.chosen == []


@pytest.mark.parametrize(
    ("place", "chosen"),
    [((5, 2), ["Apple"]), ((5, 4), ["Cherry"]), ((5, 1), []), ((5, 0), []), ((44, 3), [None])],
    ids=["first", "third", "the line to type in", "the frame", "beside it"],
)
async def test_clicks_choose(place: tuple[int, int], chosen: list[str | None]) -> None:
    async with table(fruit(), (90, 8)) as (app, pilot):
        await pilot.click(offset=(place[0] + 6 if place[0] < 44 else 2, place[1]))
        assert app.chosen == chosen


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    async with table(fruit(), (40, 6)) as (app, pilot):
        assert "Apple" in app.rows[2]
        page = app.screen.query_one(MenuPage)
        page.post_message(MouseScrollDown(page, 5, 3, 0, 0, 0, False, False, False))  # noqa: FBT003
        await pilot.pause()
        assert "Cherry" in app.rows[2]
        await pilot.press("enter")
        assert app.chosen == ["Apple"]


async def test_the_cursor_is_told_where_it_goes() -> None:
    seen: list[str] = []
    async with table(fruit(moved=seen.append)) as (_, pilot):
        await pilot.press("up", "down", "down", "e", "l", "z")
    assert seen == ["Blackberry", "Cherry", "Elderberry", "Elderberry"]


async def test_the_cursor_begins_where_it_is_told_to_and_is_in_sight() -> None:
    async with table(fruit(at=4), (40, 6)) as (app, pilot):
        assert [row[:13] for row in app.rows[2:5]] == [
            "┃ Cherry     ",
            "┃ Date plum  ",
            "┃▸Elderberry ",
        ]
        await pilot.press("enter")
        assert app.chosen == ["Elderberry"]


async def test_what_is_removed_is_gone() -> None:
    def without(left: tuple[str, ...]) -> Menu[str]:
        entries = [Entry(each, each) for each in left]
        return menu_of(
            *entries, remove=lambda each: without(tuple(e for e in left if e != each)), rows=5
        )

    async with table(without(FRUIT)) as (app, pilot):
        await pilot.press("down", "delete", "ctrl+d")
        assert "┃▸Date plum" in app.rows[3]
        assert "Cherry" not in "\n".join(app.rows)
        await pilot.press("delete", "delete", "delete", "delete", "enter")
        assert "There is no such fruit." in app.rows[2]
        assert app.chosen == []


async def test_a_long_text_is_cut_or_goes_on_below() -> None:
    entry = Entry("x", "A pear that is much longer than a menu is wide", "Pear", "sweet")
    async with table(menu_of(entry)) as (app, _):
        assert "┃▸Pear  A pear that is much longer than a… ┃" in app.rows
    async with table(menu_of(entry, wraps=True, rows=3)) as (app, _):
        shown = [row for row in app.rows if "pear" in row or "menu" in row]
        assert shown == [
            "┃▸Pear  A pear that is much longer than a  ┃",
            "┃       menu is wide                       ┃",
        ]


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (100, 30), (160, 45)])
@pytest.mark.parametrize("many", [0, 1, 200])
async def test_it_fits_every_screen(size: tuple[int, int], many: int) -> None:
    entries = [
        Entry(str(at), f"{at} 習近平 and a name of some length " * 3, "1 Jan–31 Dec 2024", "a note")
        for at in range(many)
    ]
    async with table(menu_of(*entries, rows=20), size) as (app, pilot):
        await pilot.press("down", "pagedown")
        framed = [row for row in app.rows if "┃" in row or "━" in row]
        width = min(78, size[0])
        assert len(framed) == min(23, size[1])
        assert {cell_len(row.strip()) for row in framed} == {width}
        assert framed[0].strip().startswith("┏━ Fruit ━")
        keys, _, seen = framed[-1].strip().rstrip("┛").rstrip("━").partition(" ━ ")
        is_cut = width == 40 and many > 20
        assert keys.rstrip().endswith("Esc closes" if is_cut else "Esc closes · Enter eats it")
        assert re.fullmatch(r"\d+/200 ↓ " if many > 20 else "", seen)


async def test_a_resize_keeps_the_cursor_in_sight() -> None:
    entries = [Entry(str(at), f"number {at}") for at in range(30)]
    async with table(menu_of(*entries), (80, 24)) as (app, pilot):
        await pilot.press(*["down"] * 15)
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        await pilot.pause()
        assert "▸number 15" in "\n".join(app.rows)
        assert app.screen.query_one(Input).region.width == 20


async def test_what_takes_long_is_found_by_a_thread_and_only_the_latest_counts() -> None:
    prepared, asked = Event(), []

    def prepare() -> bool:
        return prepared.wait(10)

    def find(text: str) -> Found[str]:
        asked.append(text)
        return among([Entry(each, each) for each in FRUIT])(text)

    async with table(fruit(find=find, prepare=prepare)) as (app, pilot):
        await pilot.press("b", "e", "r", "enter")
        assert "… ┃" in app.rows[1]
        assert app.screen.query_one(Input).value == "ber"
        prepared.set()
        async with timeout(30):
            while not app.chosen:
                await pilot.pause()
    assert app.chosen == ["Blackberry"]
    assert asked == ["", "ber"]
