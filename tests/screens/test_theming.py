"""The theme picker: what the cursor is on is seen at once, and Esc brings back what was."""

import pytest

from screens.acting import PALETTES, acting, opening
from tui.terminal.colours import Colours
from tui.terminal.probe import Terminal
from view.histories import FOUR_DAYS

NAMES = [palette.name for palette in PALETTES]


@pytest.mark.parametrize(
    ("keys", "seen", "left"),
    [
        ("T", "ink", "ink"),
        ("T up", NAMES[NAMES.index("ink") - 1], "ink"),
        ("T down", NAMES[NAMES.index("ink") + 1], "ink"),
        ("T down enter", NAMES[NAMES.index("ink") + 1], NAMES[NAMES.index("ink") + 1]),
        ("T p a p", "paper", "ink"),
        ("T p a p enter", "paper", "paper"),
        ("T z", "ink", "ink"),
    ],
)
async def test_a_theme_is_tried_and_kept_or_not(keys: str, seen: str, left: str) -> None:
    async with acting(opening(FOUR_DAYS, theme="ink")) as reader:
        await reader.pilot.press(*keys.split())
        assert reader.app.theme == seen
        await reader.pilot.press("escape")
        assert reader.app.theme == left


LIGHT, DARK, UNSURE = (Terminal(is_light=answer) for answer in (True, False, None))


@pytest.mark.parametrize(
    ("terminal", "asked", "shown"),
    [
        (LIGHT, "", "paper"),
        (DARK, "", "ink"),
        (UNSURE, "", "ink"),
        (LIGHT, "amber", "amber"),
        (DARK, "paper", "paper"),
        (LIGHT, "no such", "paper"),
        (LIGHT._replace(colours=Colours.NONE), "ink", "terminal"),
    ],
)
async def test_without_a_theme_the_background_of_the_terminal_chooses(
    terminal: Terminal, asked: str, shown: str
) -> None:
    async with acting(opening(FOUR_DAYS, theme=asked)._replace(terminal=terminal)) as reader:
        assert reader.app.theme == shown


async def test_every_theme_is_there() -> None:
    async with acting(opening(FOUR_DAYS, theme="ink")) as reader:
        await reader.pilot.press("T")
        assert [name for name in NAMES if name not in reader.text] == []
