"""The palette: actions and records by name, the best first, and where they lead."""

from asyncio import timeout

import pytest

from screens.acting import acting, opening
from tui.actions import ACTIONS, Action, keys_label
from tui.screens.palette import MOST, palette_menu
from view.histories import FOUR_DAYS, view_of

VIEW = view_of(FOUR_DAYS)
MANY = "title: Many\nevents:\n" + "".join(
    f"- {{id: e{at}, date: 2014, title: Number {at}}}\n" for at in range(5_200)
)


def found(text: str) -> list[str]:
    """What is offered for a text."""
    entries = palette_menu(VIEW, lambda each: each.keys).find(text).entries
    return [
        each.value.id if isinstance(each.value, Action) else f"{each.value.kind} {each.value.id}"
        for each in entries
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("russia", ["actor russia", "event annexed", "event strikes"]),
        ("assad", ["actor assad", "event sochi", "quote stable"]),
        ("theme", ["theme"]),
        ("wire", []),
        ("quoted", ["pane.sources"]),
        ("laid down", ["quote arms"]),
        ("zzz", []),
    ],
    ids=repr,
)
def test_the_best_come_first(text: str, first: list[str]) -> None:
    assert found(text)[: max(1, len(first))] == first


def test_without_a_text_it_has_the_actions() -> None:
    assert {"help", "quit", "theme"} < set(found(""))
    assert "commands" not in found("")


def test_each_action_is_listed_with_its_keys_its_label_and_its_help() -> None:
    entries = palette_menu(VIEW, lambda each: each.keys).find("").entries
    listed = {(each.value, each.head, each.text, each.note) for each in entries}
    assert listed == {
        (each, keys_label(each.keys), each.label, each.help)
        for each in ACTIONS
        if each.id != "commands"
    }


async def test_the_keys_stand_before_what_they_do() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("colon", *"zoom")
        row = next(row for row in reader.rows if "Zoom  " in row)
        assert row.rpartition("▸")[2].split()[:3] == ["z", "F10", "Zoom"]


def test_no_more_than_the_first_are_offered_of_which_all_are_counted() -> None:
    menu = palette_menu(view_of(MANY), lambda each: each.keys)
    offered = menu.find("number")
    assert (len(offered.entries), offered.total) == (MOST, 5_200)
    assert menu.prepare is not None
    assert palette_menu(VIEW, lambda each: each.keys).prepare is None


def test_a_text_that_is_gone_back_to_has_its_answer_at_once() -> None:
    find = palette_menu(view_of(MANY), lambda each: each.keys).find
    before = find("n")
    assert find("nu") is not before
    assert find("n") is before


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_a_record_is_leapt_to_and_back(key: str) -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press(key, *"xi", "backspace", "backspace", *"bashar", "enter")
        assert reader.here == "actors assad"
        await reader.pilot.press("H")
        assert reader.here == "events annexed"


async def test_an_action_is_run() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("2", "colon", *"zoom", "enter")
        assert reader.here == "actors putin zoomed"


async def test_what_the_filters_hide_is_not_gone_to_and_it_says_so() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("space", "colon", *"air strikes", "enter")
        assert reader.here == "events annexed"
        assert reader.foot.startswith("That is hidden by thread:")


async def test_among_many_a_thread_finds_it() -> None:
    async with acting(opening(MANY)) as reader:
        await reader.pilot.press("colon", *"number 5123", "enter")
        async with timeout(30):
            while reader.here != "events e5123":
                await reader.pilot.pause()
        assert reader.view.trail.place == (2, 2)


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (160, 45)], ids="{0[0]}".format)
async def test_it_shows_a_hit_at_every_size(size: tuple[int, int]) -> None:
    async with acting(FOUR_DAYS, size) as reader:
        await reader.pilot.press("colon", *"sochi")
        assert "17 May 2018" in reader.text
        assert "Esc closes" in reader.text
