"""From Browse to a talk and from one talk to another: the picker, the overview, and resuming."""

from pathlib import Path

import pytest

from screens.tale import TOURS, asked, telling, told
from tui.screens.browse import BrowseScreen
from tui.screens.first_view import first_view
from tui.screens.opening import TalkAsked
from tui.screens.present import PresentScreen
from view.histories import FOUR_DAYS


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("j p enter", "events strikes title"),
        ("j p down enter", "short cover title"),
        ("p escape", ""),
        ("p down enter j O up enter", "events sochi title"),
        ("p down enter j space j O enter", "short annexed title"),
        ("p enter space O enter", "events annexed summary"),
        ("p enter O down enter", "short cover title"),
        ("p enter space O down enter O escape", "short cover title"),
    ],
    ids=[
        "the events from the cursor on",
        "a tour from its start",
        "nothing",
        "from a tour to the events, at the one that is told",
        "the tour that is told, which goes on",
        "the events that are told, which go on",
        "from the events to a tour",
        "nothing else",
    ],
)
async def test_what_is_presented_is_chosen(folder: Path, keys: str, shown: str) -> None:
    async with telling(asked(folder), keys) as at:
        assert told(at) == shown


OTHER = TOURS.replace("event: sochi", "event: talks")


@pytest.mark.parametrize(
    ("tours", "shown"),
    [(OTHER, "short cover title"), ("", "events strikes title")],
    ids=["changed", "gone"],
)
async def test_what_is_chosen_while_the_file_changes_is_told_as_it_is_by_then(
    folder: Path, tours: str, shown: str
) -> None:
    async with telling(asked(folder, talk=TalkAsked()), "j j O") as at:
        (browse,) = (each for each in at.app.screen_stack if isinstance(each, BrowseScreen))
        browse.view = browse.view.reload(first_view((FOUR_DAYS + tours).encode()).timeline)
        await at.pilot.press("down", "enter")
        await at.pilot.pause()
        assert told(at) == shown
        if tours:
            await at.pilot.press("j")
            assert told(at) == "short talks title"


async def test_without_tours_there_is_nothing_to_choose(folder: Path) -> None:
    async with telling(asked(folder, tours=""), "j p") as at:
        assert told(at) == "events strikes title"


async def test_where_a_filter_hides_all_events_the_tours_are_there(folder: Path) -> None:
    async with telling(asked(folder), [*"f", *"before:1900", "enter", "p", "enter"]) as at:
        assert told(at) == "short cover title"


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("o l enter", "short annexed title"),
        ("o G enter", "short strikes title"),
        ("o 3 enter", "short strikes title"),
        ("o enter", "short sochi title"),
        ("o escape", "short cover title"),
        ("j space o enter", "short sochi title"),
        ("j space o l escape", "short sochi quote stable"),
        ("j space o l o", "short sochi quote stable"),
    ],
    ids=[
        *("to the right", "last", "number", "from the cover", "back to the cover"),
        *("where it is", "escape", "o again"),
    ],
)
async def test_the_overview_leads_to_a_slide(folder: Path, keys: str, shown: str) -> None:
    async with telling(asked(folder, talk=TalkAsked("short")), keys) as at:
        assert told(at) == shown


async def test_the_overview_shows_a_talk_that_moves_on_before_it_is_painted(folder: Path) -> None:
    async with telling(asked(folder, talk=TalkAsked("short"))) as at:
        talk = at.app.screen
        assert isinstance(talk, PresentScreen)
        talk.action_offer("talk.overview")
        talk.action_last()
        await at.pilot.press("enter")
        assert told(at) == "short strikes title"


async def test_the_overview_says_nothing_that_is_for_the_speaker(folder: Path) -> None:
    async with telling(asked(folder, talk=TalkAsked("short")), "o") as at:
        assert "Russia starts air strikes in Syria" in at.text
        assert "Do not say it." not in at.text
