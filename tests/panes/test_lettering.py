"""What is drawn, as a terminal of little ability is sent it."""

import pytest

from screens.acting import acting, opening
from tui.settings.settings import Rtl
from tui.terminal.probe import Terminal

TEXT = """
title: Çatalhöyük
events:
- {id: a, date: 2001, title: Erdoğan meets Россия}
- {id: b, date: 2002, title: "בוקר טוב"}
"""
ASKED = opening(TEXT)
NATIVE = """
title: Names
actors:
  shalom: {name: Shalom, native: שלום, kind: person}
events:
- {id: a, date: 2001, title: The accord is signed, actors: [shalom]}
"""


async def test_in_ascii_everything_is_ascii() -> None:
    async with acting(ASKED._replace(ascii=True)) as dateline:
        assert dateline.text.isascii()
        assert "Catalhoyuk" in dateline.text
        assert "Erdogan meets ??????" in dateline.text
        await dateline.pilot.press("slash", "ğ")
        assert dateline.text.isascii()


async def test_on_the_console_letters_are_left() -> None:
    async with acting(ASKED._replace(terminal=Terminal(has_symbols=False))) as dateline:
        assert "Erdoğan meets Россия" in dateline.text
        assert "╔═ 1 Events" in dateline.text
        assert "●" not in dateline.text


@pytest.mark.parametrize(
    ("rtl", "expected"),
    [("off", "בוקר טוב"), ("terminal", "בוקר טוב"), ("app", "בוט רקוב")],
)
async def test_who_turns_text_round(rtl: Rtl, expected: str) -> None:
    async with acting(ASKED._replace(rtl=rtl)) as dateline:
        assert expected in dateline.text


@pytest.mark.parametrize("rtl", ["off", "app", "terminal"])
async def test_a_native_name_has_a_row_of_its_own(rtl: Rtl) -> None:
    async with acting(opening(NATIVE)._replace(rtl=rtl), (160, 45)) as dateline:
        await dateline.pilot.press("2")
        (row,) = [row for row in dateline.rows if "ש" in row]
        inside = row.rpartition("┃│")[2]
        if rtl == "app":
            assert inside.split() == ["םולש", "│"]
            assert inside.endswith("םולש │")
        else:
            assert inside.split() == ["שלום", "│"]
            assert inside.startswith(" שלום")


async def test_the_cursor_of_the_terminal_is_on_the_row_that_is_selected() -> None:
    async with acting(ASKED) as dateline:
        for keys in ("j", "2", "4", "1", "k"):
            await dateline.pilot.press(keys)
            x, y = dateline.app.cursor_position
            assert dateline.rows[y][x] == ("▸" if keys in {"j", "1", "k"} else " ")


async def test_while_something_is_typed_the_cursor_of_the_terminal_is_there() -> None:
    async with acting(ASKED) as dateline:
        await dateline.pilot.press("slash", "x")
        x, y = dateline.app.cursor_position
        assert dateline.rows[y][:x] == " /x"
        await dateline.pilot.press("escape")
        x, y = dateline.app.cursor_position
        assert dateline.rows[y][x] == "▸"
