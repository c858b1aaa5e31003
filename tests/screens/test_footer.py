"""The footer: the first keys first at every width, as the table of actions has them."""

import re

import pytest

from screens.acting import acting
from tui.actions import ACTIONS, FOOTER, IN_CHART, hinted, key_label
from view.histories import BROKEN, FOUR_DAYS

MOST = "? Help  q Quit  Enter Follow  / Search  f Filter  Space Pin  : Commands  i Edit"

AT_WIDTHS = {
    40: "? Help  q Quit  Enter Follow  / Search",
    60: "? Help  q Quit  Enter Follow  / Search  f Filter  Space Pin",
    80: MOST,
    100: f"{MOST}  Tab 1–5 Pane",
}


@pytest.mark.parametrize(("width", "shown"), AT_WIDTHS.items(), ids=map(str, AT_WIDTHS))
async def test_the_keys_that_are_used_most_have_room_first(width: int, shown: str) -> None:
    async with acting(FOUR_DAYS, (width, 24)) as reader:
        assert reader.foot == shown


async def test_a_wide_screen_has_room_for_the_rest_in_the_order_of_the_table() -> None:
    async with acting(FOUR_DAYS, (220, 45)) as reader:
        items = re.split(r"  +", reader.foot)
    hints = [each for each in ACTIONS if each.hint and each.id not in IN_CHART]
    rest = [each.label for each in hints if each.id not in FOOTER]
    assert [item.rpartition(" ")[2] for item in items[len(FOOTER) :]] == rest
    assert len(items) == len(hints)
    for item, action in zip(items, hinted(), strict=True):
        assert item.endswith(f" {action.label}")
        assert item.startswith(key_label(action.keys[0])) or "/" in item


async def test_in_the_chart_its_keys_come_first() -> None:
    async with acting(FOUR_DAYS, (80, 24)) as reader:
        await reader.pilot.press("v")
        assert reader.foot.startswith("? Help  q Quit  v List  +/- Time  V Lanes  Enter Follow")
        await reader.pilot.press("v")
        assert "List" not in reader.foot


def test_what_comes_first_are_actions_with_a_hint() -> None:
    assert set(FOOTER) <= {each.id for each in hinted()}
    assert tuple(each.id for each in hinted())[: len(FOOTER)] == FOOTER


async def test_with_problems_there_is_a_pane_more() -> None:
    async with acting(BROKEN, (100, 24)) as reader:
        await reader.pilot.press("1", "1")
        assert "Tab 1–6 Pane" in reader.foot
