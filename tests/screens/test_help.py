"""Help: every key over the screen that it was asked from."""

import pytest

from screens.acting import acting
from tui.actions import ACTIONS
from view.histories import FOUR_DAYS


async def test_it_lists_every_key() -> None:
    async with acting(FOUR_DAYS, (100, 45)) as reader:
        await reader.pilot.press("question_mark")
        missing = [each.id for each in ACTIONS if each.help[:40] not in reader.text]
        assert missing == []
        assert "Esc closes this" in reader.text


@pytest.mark.parametrize("key", ["escape", "q", "question_mark", "f1", "enter"])
async def test_it_closes(key: str) -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("j", "f1", key, "j")
        assert reader.here == "events sochi"
        assert "Esc closes this" not in reader.text


async def test_it_scrolls_and_leaves_the_list_alone() -> None:
    async with acting(FOUR_DAYS, (60, 12)) as reader:
        await reader.pilot.press("question_mark")
        assert "List every key." in reader.rows[1]
        await reader.pilot.press("j")
        assert "Leave dateline." in reader.rows[1]
        await reader.pilot.press("k", "k")
        assert "List every key." in reader.rows[1]
        await reader.pilot.press("pagedown", "pagedown", "pagedown", "pagedown", "pagedown")
        assert "Leave dateline when pressed twice." in reader.rows[-2]
        await reader.pilot.press("escape")
        assert reader.here == "events annexed"


async def test_ctrl_c_leaves_from_help() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("question_mark", "ctrl+c", "ctrl+c")
        assert reader.app.return_code == 0


async def test_ctrl_q_leaves_from_help() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("question_mark", "ctrl+q")
        assert reader.app.return_code == 0
