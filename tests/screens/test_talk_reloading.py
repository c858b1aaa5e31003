"""A talk while its file changes."""

from screens.teller import TEXT, Telling, asked, telling
from tui.screens.browse import BrowseScreen
from view.histories import FOUR_DAYS, view_of


async def changed(teller: Telling, text: str) -> None:
    """The file says something else."""
    browse = next(e for e in teller.reader.app.screen_stack if isinstance(e, BrowseScreen))
    browse.view = browse.view.reload(view_of(text).timeline)
    await teller.reader.pilot.pause()


async def test_the_place_is_kept_when_the_file_changes() -> None:
    async with telling() as teller:
        await teller.press("space space")
        await changed(teller, TEXT.replace("laid down arms", "given up"))
        assert teller.foot == "●●●··   page 1 of 2"
        assert teller.here == "sochi quote arms"
        assert "“Terrorists have given up in key areas.”" in teller.reader.text


async def test_that_the_file_changes_is_not_for_the_people_who_look_on() -> None:
    async with telling(asked()._replace(name="/home/me/drafts/a.yaml")) as teller:
        await teller.press("space space")
        await changed(teller, TEXT.replace("laid down arms", "given up"))
        assert "given up" in teller.reader.text
        assert "a.yaml" not in teller.reader.text


async def test_a_tour_that_changes_is_told_as_it_is_now_and_one_that_is_gone_as_it_was() -> None:
    async with telling() as teller:
        await changed(teller, TEXT.replace("- {event: annexed}", "- {event: talks}"))
        await teller.press("j")
        assert teller.here == "talks title"
        await changed(teller, FOUR_DAYS)
        assert teller.here == "talks title"
        assert teller.talk.deck.title == "Two days"


async def test_a_file_that_is_broken_by_a_change_leaves_the_talk_as_it_is() -> None:
    async with telling() as teller:
        browse = next(e for e in teller.reader.app.screen_stack if isinstance(e, BrowseScreen))
        browse.view = browse.view.reload(browse.view.timeline)
        await teller.reader.pilot.pause()
        assert teller.foot == "●····   page 1 of 2"
