"""Presenting from Browse, and back to it."""

from dataclasses import replace
from pathlib import Path

import pytest

from screens.acting import acting, opening
from screens.teller import TEXT, TOUR, Telling, asked, telling
from tui.screens.browse import BrowseScreen
from tui.view.pins import Facet, pin
from view.histories import FOUR_DAYS


async def test_p_presents_from_the_cursor_and_esc_comes_back_at_the_slide() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("j", "p")
        teller = Telling(reader)
        assert teller.here == "strikes title"
        assert reader.rows[0].strip().split() == ["Four", "days", "2/4"]
        await reader.pilot.press("j", "escape")
        assert reader.here == "events sochi"
        assert reader.view.trail.place == (2, 2)
        await reader.pilot.press("p", "escape")
        assert (reader.here, reader.view.trail.place) == ("events sochi", (2, 2))


async def test_what_is_filtered_is_presented() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("j", "space", "p", "G")
        teller = Telling(reader)
        assert [slide.event for slide in teller.talk.deck.slides] == ["strikes", "sochi"]
        assert teller.here == "sochi title"


async def test_without_an_event_there_is_nothing_to_present() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("2", "G", "space", "p")
        assert reader.foot == "p: nothing to present, no event matches."


async def test_a_slide_that_a_filter_hides_is_said_to_be_hidden() -> None:
    async with telling(asked(TOUR)) as teller:
        await teller.press("escape f a i r enter p enter")
        assert [slide.event for slide in teller.talk.deck.slides] == ["strikes"]
    chips = opening(TEXT, at="annexed")
    async with telling(chips._replace(talk=TOUR)) as teller:
        browse = next(e for e in teller.reader.app.screen_stack if isinstance(e, BrowseScreen))
        browse.view = pin(browse.view, Facet("thread", "crimea"))
        await teller.press("escape")
        assert teller.foot == "That is hidden by thread:Crimea; X shows everything."


@pytest.mark.parametrize("keys", ["q q", "ctrl+q q", "ctrl+c ctrl+c", "escape q"])
async def test_it_leaves(keys: str) -> None:
    async with telling() as teller:
        await teller.press(keys)
        assert teller.reader.app.return_code == 0


@pytest.mark.parametrize("keys", ["q e q", "q ctrl+c", "ctrl+c q", "q b b q", "n q n"])
async def test_a_slip_does_not_end_it(keys: str) -> None:
    async with telling() as teller:
        await teller.press(keys)
        assert teller.reader.app.return_code is None
        assert teller.here == "sochi title"


async def test_unsaved_edits_are_asked_about(path: Path) -> None:
    async with acting(opening(TEXT)._replace(path=path)) as reader:
        await reader.pilot.press("p", "enter")
        browse = next(e for e in reader.app.screen_stack if isinstance(e, BrowseScreen))
        browse.view = replace(browse.view, unsaved=1)
        await reader.pilot.press("q", "q")
        assert reader.app.return_code is None
        assert "1 unsaved change" in reader.text
