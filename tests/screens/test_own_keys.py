"""Keys of a reader's own: they act, those they replace do not, and every sentence names them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from screens.acting import Acting, acting, opening
from tui.screens.follow import FollowScreen
from tui.screens.opening import Opening
from tui.screens.speaker import SpeakerScreen
from tui.settings.preferences import Settings
from tui.timeline.problems import Problem
from view.histories import BROKEN, FOUR_DAYS

OWN: Mapping[str, tuple[str, ...]] = {
    "list.down": ("ctrl+n",),
    "chip.drop": ("d",),
    "chip.clear": ("f8",),
    "freeze": ("Z",),
    "search": ("ctrl+f",),
    "zoom": ("shift+f5",),
    "pane.detail": ("plus",),
    "pane.problems": ("P",),
    "interrupt": ("ctrl+b",),
    "quit": ("Q",),
}
NONE: Mapping[str, tuple[str, ...]] = {own: () for own in OWN if own != "quit"}


def with_keys(
    keys: Mapping[str, tuple[str, ...]], text: str = FOUR_DAYS, *, eager: bool = True
) -> Opening:
    """A text to show to a reader with keys of their own."""
    asked = opening(text, eager=eager)
    return asked._replace(beginning=asked.beginning._replace(settings=Settings(keys=keys)))


async def at(reader: Acting, keys: str) -> Acting:
    """The reader after some keys."""
    await reader.pilot.press(*keys.split())
    return reader


@pytest.mark.parametrize("eager", [True, False], ids=["at once", "read later"])
async def test_a_key_of_ones_own_acts_and_the_one_before_does_not(*, eager: bool) -> None:
    async with acting(with_keys(OWN, eager=eager)) as reader:
        await reader.pilot.pause()
        assert (await at(reader, "j")).here == "events annexed"
        assert (await at(reader, "ctrl+n")).here == "events strikes"
        assert (await at(reader, "z")).here == "events strikes"
        assert (await at(reader, "shift+f5")).here == "events strikes zoomed"


@pytest.mark.parametrize("screen", [FollowScreen, SpeakerScreen])
async def test_a_digit_of_ones_own_acts_where_a_talk_is_followed(
    tmp_path: Path, screen: type[FollowScreen | SpeakerScreen]
) -> None:
    given = with_keys({"talk.quit": ("1",)})
    async with acting(given, first=lambda own: screen(own, tmp_path / "nothing")) as reader:
        await at(reader, "2 1")
        assert reader.app.return_code == 0


@pytest.mark.parametrize(
    ("keys", "panes"),
    [
        ({"pane.next": ("f9",)}, "F9 1–5 Pane"),
        ({"pane.next": ()}, "1–5 Pane"),
        ({"pane.events": ()}, "Tab Pane"),
        ({"pane.claims": ("c",)}, "Tab Pane"),
        ({"pane.next": (), "pane.detail": ()}, ": Commands  i Edit  v Chart"),
    ],
)
async def test_the_footer_shows_the_keys_of_panes_that_there_are(
    keys: Mapping[str, tuple[str, ...]], panes: str
) -> None:
    async with acting(with_keys(keys), (160, 45)) as reader:
        assert f"  {panes}  " in f"  {reader.foot}  "


async def test_an_action_that_is_to_have_no_key_has_none() -> None:
    async with acting(with_keys({"zoom": ()})) as reader:
        assert (await at(reader, "z f10")).here == "events annexed"


SAID = {
    "a search that was not": (OWN, "n", "Nothing was searched for; Ctrl+f does."),
    "a search without a key": (NONE, "n", "Nothing was searched for; “Search” does."),
    "no problems": (OWN, "P", "P: nothing is wrong with this file."),
    "one key to leave": (OWN, "ctrl+b", "Ctrl+b again leaves dateline; so does Q."),
    "what is hidden": (
        OWN,
        "space 2 plus ctrl+n ctrl+n enter",
        "That is hidden by thread:Crimea; F8 shows everything.",
    ),
}


@pytest.mark.parametrize(("keys", "typed", "said"), SAID.values(), ids=SAID)
async def test_a_message_names_the_keys_as_they_are(
    keys: Mapping[str, tuple[str, ...]], typed: str, said: str
) -> None:
    async with acting(with_keys(keys)) as reader:
        assert (await at(reader, typed)).foot == said


SHOWN = {
    "frozen": (OWN, "Z", "frozen (Z thaws)"),
    "how much is hidden": (OWN, "space", "3 hidden  (F8 clears)"),
    "a list that hides": (OWN, "space", "3 hidden by thread:Crimea (d)"),
    "a list that hides, without a key": (NONE, "space", "hidden by thread:Crimea (“Drop filter”)"),
    "an empty list": (OWN, "2 G space 1", "No event matches. d drops actor:習近平."),
    "an empty list, without a key": (NONE, "2 G space 1", "“Drop filter” drops actor:習近平."),
    "the name of a pane": (OWN, "", "─ + Detail ─"),
    "a pane without a key": (NONE, "", "─ Detail ─"),
    "a name that nothing has": (OWN, "colon q x q x", "Ctrl+f searches in what is said"),
}


@pytest.mark.parametrize(("keys", "typed", "shown"), SHOWN.values(), ids=SHOWN)
async def test_so_does_all_that_is_shown(
    keys: Mapping[str, tuple[str, ...]], typed: str, shown: str
) -> None:
    async with acting(with_keys(keys)) as reader:
        assert shown in (await at(reader, typed)).text


async def test_the_problems_of_a_file_are_told_with_the_key_that_shows_them() -> None:
    async with acting(with_keys(OWN, BROKEN)) as reader:
        await reader.pilot.pause()
        assert reader.foot == "1 problem in this file; P shows them."
        assert "1 error · P shows" in reader.rows[0]
        assert (await at(reader, "P")).here == "problems problem"


async def test_two_of_the_own_keys_in_a_row_leave() -> None:
    async with acting(with_keys(OWN)) as reader:
        await at(reader, "ctrl+b ctrl+b")
        assert reader.app.return_code == 0


async def test_a_mistake_in_the_settings_stands_in_the_footer_at_the_start() -> None:
    wrong = Problem("error", 'config.yaml: there is no action "zom"', 3, 3)
    asked = opening(FOUR_DAYS)
    for troubles, more in (((wrong,), ""), ((wrong, wrong, wrong), " and 2 more")):
        told = asked._replace(beginning=asked.beginning._replace(troubles=troubles))
        async with acting(told) as reader:
            await reader.pilot.pause()
            said = f'config.yaml: there is no action "zom"{more}; `dateline doctor` says where.'
            assert reader.foot == said
            assert (await at(reader, "j")).foot.startswith("? Help")
