"""Keys that come quicker than the screen follows."""

from pathlib import Path

import pytest
from textual.events import Key

from screens.typing_in import Typist, typing
from tui.screens.browse import BrowseScreen


async def at_once(typist: Typist, keys: str) -> None:
    """Send keys without a wait between them."""
    for key in keys.split():
        typist.reader.app.post_message(Key(key, key if len(key) == 1 else None))
    for _ in range(5):
        await typist.reader.pilot.pause()


APPLIED = [
    pytest.param('i tab "x"', "ctrl+s escape", id="apply and leave"),
    pytest.param('i tab "x"', "ctrl+s escape escape", id="apply and leave twice"),
    pytest.param('i tab "x"', "ctrl+s ctrl+s", id="apply twice"),
    pytest.param('i tab "x" escape down', "enter enter", id="apply from the menu twice"),
    pytest.param("j E down down end x", "ctrl+s escape", id="keep a text and leave"),
    pytest.param("2 d", "enter enter", id="delete twice"),
]


@pytest.mark.parametrize(("keys", "hasty"), APPLIED)
async def test_what_is_applied_is_applied_once(path: Path, keys: str, hasty: str) -> None:
    async with typing(path) as typist:
        await typist.press(keys)
        await at_once(typist, hasty)
        assert isinstance(typist.reader.app.screen, BrowseScreen)
        assert typist.reader.view.unsaved == 1


LEFT = [
    pytest.param("i", "escape escape", id="a form left twice"),
    pytest.param('i tab "x" escape down', "enter escape", id="what to do with a form"),
    pytest.param("j E down down end x escape", "enter escape", id="what to do with a text"),
    pytest.param("j E down down end x escape", "enter enter", id="a text kept from the menu"),
    pytest.param("2 d", "enter escape", id="what to delete"),
    pytest.param("colon", "escape escape", id="commands"),
]


@pytest.mark.parametrize(("keys", "hasty"), LEFT)
async def test_keys_close_nothing_that_they_are_not_for(path: Path, keys: str, hasty: str) -> None:
    async with typing(path) as typist:
        await typist.press(keys)
        await at_once(typist, hasty)
        assert any(isinstance(each, BrowseScreen) for each in typist.reader.app.screen_stack)
