"""Browse: what each key does, told by the view after it and by the screen."""

import pytest

from screens.acting import acting, opening
from tui.actions import ACTIONS
from view.histories import BROKEN, FOUR_DAYS, WITHOUT_EVENTS

Walk = list[tuple[str, str]]
"""Keys, and where they lead: the focused pane, the item, whether it is zoomed."""

WALKS: dict[str, Walk] = {
    "rows": [
        *(("j", "events strikes"), ("k", "events annexed"), ("k", "events annexed")),
        *(("G", "events talks"), ("g", "events annexed")),
        *(("down", "events strikes"), ("up", "events annexed")),
        *(("end", "events talks"), ("home", "events annexed")),
        *(("pagedown", "events talks"), ("pageup", "events annexed")),
        *(("ctrl+d", "events talks"), ("ctrl+u", "events annexed")),
    ],
    "panes in turn": [
        *(("tab", "actors putin"), ("tab", "sources always"), ("tab", "detail always")),
        *(("tab", "claims lawful"), ("tab", "events annexed")),
        *(("shift+tab", "claims lawful"), ("shift+tab", "detail lawful")),
        *(("l", "claims lawful"), ("h", "detail lawful")),
        *(("right", "claims lawful"), ("left", "detail lawful")),
    ],
    "panes by number": [
        *(("2", "actors putin"), ("3", "sources always"), ("4", "detail always")),
        *(("5", "claims lawful"), ("1", "events annexed")),
    ],
    "years": [
        *(("full_stop", "events strikes"), ("full_stop", "events sochi"), ("j", "events talks")),
        *(("comma", "events sochi"), ("comma", "events strikes"), ("comma", "events annexed")),
    ],
    "an event to its quotes, a quote to its event": [
        *(("G", "events talks"), ("k", "events sochi"), ("enter", "sources stable")),
        *(("j", "sources arms"), ("enter", "events sochi")),
    ],
    "an event without quotes to its detail, a link in it": [
        *(("j", "events strikes"), ("enter", "detail strikes")),
        *(("enter", "actors russia"), ("enter", "events strikes")),
    ],
    "links in detail": [
        *(("4", "detail annexed"), ("j", "detail annexed"), ("enter", "sources always")),
        *(("4", "detail always"), ("G", "detail always"), ("enter", "events annexed")),
    ],
    "an actor to its next event": [
        *(("2", "actors putin"), ("j", "actors russia"), ("j", "actors assad")),
        ("enter", "events sochi"),
    ],
    "a claim to its event": [
        ("5", "claims lawful"),
        ("j", "claims moscow"),
        ("enter", "events sochi"),
    ],
    "zoom": [
        *(("2", "actors putin"), ("z", "actors putin zoomed"), ("j", "actors russia zoomed")),
        *(("tab", "sources always zoomed"), ("z", "sources always")),
        *(("f10", "sources always zoomed"), ("f10", "sources always")),
    ],
    "one layer at a time": [
        *(("3", "sources always"), ("z", "sources always zoomed")),
        *(("escape", "sources always"), ("escape", "events annexed")),
        ("escape", "events annexed"),
    ],
    "help and back": [("question_mark", "events annexed"), ("escape", "events annexed")],
    "a thread": [
        *(("j", "events strikes"), ("m", "events sochi"), ("m", "events sochi")),
        *(("M", "events strikes"), ("M", "events strikes")),
    ],
    "disputed claims": [
        *(("c", "events sochi"), ("c", "events sochi"), ("C", "events annexed")),
    ],
    "chips": [
        *(("j", "events strikes"), ("exclamation_mark", "events annexed")),
        *(("j", "events talks"), ("x", "events talks"), ("k", "events sochi")),
        *(("space", "events sochi"), ("g", "events strikes"), ("X", "events strikes")),
    ],
    "back and forward": [
        *(("j", "events strikes"), ("enter", "detail strikes"), ("H", "events strikes")),
        *(("L", "detail strikes"), ("backspace", "events strikes")),
    ],
    "a search": [
        *(("slash", "events annexed"), ("t", "events annexed"), ("a", "events strikes")),
        *(("enter", "events strikes"), ("n", "events sochi"), ("n", "events talks")),
        *(("N", "events sochi"), ("f3", "events talks"), ("N", "events sochi")),
        *(("escape", "events sochi"), ("escape", "events sochi")),
    ],
    "a filter": [
        *(("f", "events annexed"), ("a", "events annexed"), ("i", "events strikes")),
        *(("r", "events strikes"), ("enter", "events strikes"), ("j", "events strikes")),
    ],
    "a date": [
        *(("t", "events annexed"), *((digit, "events annexed") for digit in "201")),
        *(("8", "events sochi"), ("enter", "events sochi")),
    ],
    "frozen": [
        *(("F", "events annexed"), ("j", "events annexed"), ("2", "actors annexed")),
        *(("F", "actors putin"), ("1", "events annexed")),
    ],
    "what is over it, and back": [
        (key, "events annexed")
        for opening in ("y", "o", "colon", "T")
        for key in (opening, "escape")
    ],
    "the chart": [
        *(("v", "events annexed"), ("l", "events annexed"), ("h", "events annexed")),
        *(("V", "events annexed"), ("B", "events annexed"), ("B", "events annexed")),
        *(("plus", "events annexed"), ("minus", "events annexed")),
        *(("R", "events annexed"), ("0", "events annexed")),
        *(("right", "events sochi"), ("left", "events annexed")),
        ("v", "events annexed"),
    ],
    "what changes nothing": [
        *(("quotation_mark", "events annexed"), ("Y", "events annexed")),
        *(("J", "events annexed"), ("K", "events annexed"), ("ctrl+l", "events annexed")),
        *(("6", "events annexed"), ("ctrl+c", "events annexed"), ("x", "events annexed")),
        *(("apostrophe", "events annexed"), ("n", "events annexed"), ("L", "events annexed")),
        *(("s", "events annexed"), ("escape", "events annexed")),
        *(("greater_than_sign", "events annexed"), ("less_than_sign", "events annexed")),
        ("equals_sign", "events annexed"),
    ],
}
ELSEWHERE = {
    *("quit", "edit.raw", "edit.outside", "delete", "undo", "redo", "save", "difference"),
    "present",
}
"""Actions with a test of their own."""


@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
async def test_keys_lead_there(walk: Walk) -> None:
    async with acting(FOUR_DAYS) as reader:
        led = []
        for key, _ in walk:
            await reader.pilot.press(key)
            led.append((key, reader.here))
        assert led == walk


def test_every_action_is_walked() -> None:
    pressed = {key for walk in WALKS.values() for key, _ in walk}
    missed = {action.id for action in ACTIONS if pressed.isdisjoint(action.keys)}
    assert missed == ELSEWHERE


# Leaving


@pytest.mark.parametrize("keys", ["q", "ctrl+q", "ctrl+c ctrl+c", "z ctrl+c ctrl+c"])
async def test_it_leaves(keys: str) -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press(*keys.split())
        assert reader.app.return_code == 0


async def test_ctrl_c_has_to_come_twice_in_a_row() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("ctrl+c")
        assert reader.foot == "Ctrl+c again leaves dateline; so does q."
        await reader.pilot.press("j", "ctrl+c")
        assert reader.app.return_code is None
        assert reader.here == "events strikes"


# Keys that cannot act say why, until the next key


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("comma", "This is the first year."),
        ("G full_stop", "This is the last year."),
        ("6", "6: nothing is wrong with this file."),
        ("G 2 G enter", "No event is linked to this."),
        ("G 4 enter", "Nothing in this detail leads on."),
    ],
)
async def test_a_key_that_cannot_act_says_why(keys: str, message: str) -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press(*keys.split())
        assert reader.foot == message
        await reader.pilot.press("1")
        assert reader.foot.startswith("? Help  q Quit")


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("z", "z: the pane has the whole screen already."),
        ("J", "Detail is not on the screen; 4 shows it."),
    ],
)
async def test_on_a_small_screen_too(key: str, message: str) -> None:
    async with acting(FOUR_DAYS, (60, 20)) as reader:
        await reader.pilot.press(key)
        assert (reader.foot, reader.view.zoomed) == (message, False)


async def test_without_events_nothing_moves_and_each_pane_says_why() -> None:
    async with acting("actors:\n  one: {name: One}\nevents: []\ntitle: None\n", (80, 24)) as reader:
        assert "No events in this file." in reader.text
        for key, message in (
            ("full_stop", "There are no events to step through."),
            ("enter", "There is nothing here to follow."),
        ):
            await reader.pilot.press("1", "j", "G", "pagedown", key)
            assert reader.foot == message
        await reader.pilot.press("3")
        assert "No sources in this file." in reader.text


async def test_an_empty_file_says_how_to_go_on_if_it_may_be_changed() -> None:
    empty = opening("title: T\nevents: []\n")
    async with acting(empty, (80, 24)) as reader:
        assert "No events in this file. a adds one, e opens the file in your editor." in reader.text
        await reader.pilot.press("5")
        assert "No claims in this file. a adds one to an event." in reader.text
    async with acting(empty._replace(locked="It is a pipe."), (80, 24)) as reader:
        assert "No events in this file. An event needs an id, a date and a title." in reader.text


# Detail


async def test_detail_scrolls_from_anywhere() -> None:
    async with acting(FOUR_DAYS, (100, 24)) as reader:
        assert "Russia annexes Crimea" in _detail(reader.rows)[1]
        await reader.pilot.press("J")
        assert "Tuesday 18 March 2014" in _detail(reader.rows)[1]
        await reader.pilot.press("K", "K")
        assert "Russia annexes Crimea" in _detail(reader.rows)[1]
        await reader.pilot.press("4", "pagedown", "ctrl+d", "end")
        assert "tag    law" in _detail(reader.rows)[-2]
        assert (reader.here, reader.view.stop) == ("detail annexed", 8)
        await reader.pilot.press("home", "pageup")
        assert "Russia annexes Crimea" in _detail(reader.rows)[1]
        assert reader.view.stop == 0


async def test_the_next_item_begins_at_its_top() -> None:
    async with acting(FOUR_DAYS, (100, 24)) as reader:
        await reader.pilot.press("J", "J", "J", "full_stop")
        assert "Russia starts air strikes" in _detail(reader.rows)[1]


# Problems


async def test_a_broken_file_opens_beside_its_problems() -> None:
    async with acting(BROKEN, (160, 45)) as reader:
        assert reader.here == "events good"
        assert "1 error · 6 shows" in reader.rows[0]
        assert "7:11" in reader.text
        await reader.pilot.press("6", "enter")
        assert reader.here == "detail problem"
        assert "7 │     date: 2014-13-18 " in reader.text
        await reader.pilot.press("escape", "tab", "tab", "tab", "tab", "tab")
        assert reader.here == "problems problem"


@pytest.mark.parametrize(
    "text", ["", ":", "- a list", "title: [", "\x00", WITHOUT_EVENTS], ids=repr
)
async def test_whatever_is_wrong_with_a_file_it_opens_on_its_problems(text: str) -> None:
    async with acting(text, (80, 24)) as reader:
        assert reader.here == "problems problem"
        await reader.pilot.press("j", "enter", "4", "j", "G", "1", "j", "enter", "z", "z")
        assert reader.here == "events nothing"


def _detail(rows: list[str]) -> list[str]:
    """The rows of Detail, of which the frame is the lowest on a screen of 100 columns."""
    top = max(at for at, row in enumerate(rows) if " 4 Detail " in row)
    return rows[top:-1]
