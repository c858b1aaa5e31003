"""A talk that is told and followed: what others get of it, and what they may do to it."""

from asyncio import create_task, timeout
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from errno import ENOENT
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

from screens.teller import Telling, asked, telling
from tui.screens.browse import BrowseScreen
from tui.screens.sharing import trouble_with
from tui.share.follower import Eyes, Following
from tui.share.material import Material, Role
from tui.share.place import Place, PlaceError
from tui.share.wire import Command, State
from tui.timeline.problems import Problem
from tui.view.talk.deeds import Deed
from tui.view.talk.shown import Shown
from tui.view.view import Snag


class Told(NamedTuple):
    """What a follower has got."""

    following: Following
    materials: list[Material]
    states: list[State]

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self.states[-1].shown

    def do(self, do: Deed, slide: str = "") -> None:
        """Ask for something."""
        assert self.following.do(Command(do, slide))


class Shared(NamedTuple):
    """A talk that is told, and one that follows it."""

    teller: Telling
    told: Told

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened."""
        async with timeout(30):
            while not happened():
                await self.teller.reader.pilot.pause()


@asynccontextmanager
async def shared(folder: Path, role: Role = "audience") -> AsyncIterator[Shared]:
    """A talk that is told and followed."""
    place = Place(folder / "talk.sock")
    materials: list[Material] = []
    states: list[State] = []
    eyes = Eyes(material=materials.append, state=states.append)
    following = Following(place.path, role, eyes)
    async with telling(asked()._replace(place=lambda: place)) as teller:
        task = create_task(following.run())
        made = Shared(teller, Told(following, materials, states))
        await made.until(lambda: bool(states))
        yield made
        task.cancel()


async def test_each_step_reaches_who_follows(tmp_path: Path) -> None:
    async with shared(tmp_path) as talk:
        assert (talk.told.shown.slide, talk.told.shown.part) == ("sochi", "title")
        await talk.teller.press("space")
        await talk.until(lambda: talk.told.shown.part == "quote stable")
        await talk.teller.press("j b")
        await talk.until(lambda: talk.told.shown.blank)
        assert talk.told.shown.slide == "annexed"
        assert not talk.told.shown.running


async def test_who_follows_is_counted_on_the_screen(tmp_path: Path) -> None:
    async with shared(tmp_path) as talk:
        await talk.teller.reader.until("1 following")


async def test_nothing_for_the_speaker_reaches_the_audience(tmp_path: Path) -> None:
    async with shared(tmp_path) as talk:
        (material,) = talk.told.materials
        assert [slide.say for slide in material.deck.slides] == ["", ""]
        assert {event.notes for event in material.timeline.events} == {""}


BROKEN = (
    Snag(Problem("warning", "a blank too many", 2, 1)),
    Snag(Problem("error", "WRONG here", 3, 5)),
    Snag(Problem("error", "and there", 9, 1)),
)


async def break_file(talk: Shared, snags: tuple[Snag, ...]) -> None:
    """The file is saved with something wrong in it."""
    stack = talk.teller.reader.app.screen_stack
    browse = next(each for each in stack if isinstance(each, BrowseScreen))
    browse.view = browse.view.reload(browse.view.timeline, snags)
    await talk.teller.reader.pilot.pause()


async def test_a_file_that_is_broken_meanwhile_is_told_to_the_speaker_alone(tmp_path: Path) -> None:
    async with shared(tmp_path, "speaker") as talk:
        assert talk.told.states[-1].trouble == ""
        await break_file(talk, BROKEN)
        await talk.until(lambda: bool(talk.told.states[-1].trouble))
        said = "a.yaml has 2 errors now, the first at line 3, column 5: WRONG here"
        assert talk.told.states[-1].trouble == said
        assert "WRONG" not in talk.teller.reader.text
        await break_file(talk, BROKEN[:1])
        await talk.until(lambda: not talk.told.states[-1].trouble)


async def test_an_audience_is_told_nothing_of_a_broken_file(tmp_path: Path) -> None:
    async with shared(tmp_path) as talk:
        await break_file(talk, BROKEN)
        await talk.teller.press("space")
        await talk.until(lambda: talk.told.shown.part == "quote stable")
        assert {state.trouble for state in talk.told.states} == {""}


@pytest.mark.parametrize(
    ("snags", "said"),
    [
        ((), ""),
        (BROKEN[:1], ""),
        (BROKEN[1:2], "a.yaml has an error now, at line 3, column 5: WRONG here"),
        (
            (Snag(Problem("error", "a\nb", 1, 1)),),
            "a.yaml has an error now, at line 1, column 1: a⟨U+000A⟩b",
        ),
    ],
    ids=["nothing", "a warning", "an error", "of two lines"],
)
def test_what_is_wrong_is_told_in_a_line(snags: tuple[Snag, ...], said: str) -> None:
    assert trouble_with("a.yaml", snags) == said


async def test_the_speaker_takes_the_wheel_and_drives(tmp_path: Path) -> None:
    async with shared(tmp_path, "speaker") as talk:
        talk.told.do("take")
        await talk.teller.reader.until("The speaker's terminal drives now; D takes the wheel.")
        await talk.teller.press("space")
        assert talk.teller.here == "sochi title"
        assert talk.teller.foot.startswith("The speaker's terminal drives; D takes the wheel.")
        asks: tuple[tuple[Deed, str, str], ...] = (
            ("next", "", "sochi quote stable"),
            ("back", "", "sochi title"),
            ("last", "", "annexed title"),
            ("first", "", "sochi title"),
            ("go", "annexed", "annexed title"),
            ("go", "nowhere", "annexed title"),
            ("blank", "", "annexed title blank"),
            ("blank", "", "annexed title"),
        )
        for do, slide, here in asks:
            talk.told.do(do, slide)
            await talk.until(lambda here=here: talk.teller.here == here)  # type: ignore[misc]
        talk.told.do("timer")
        await talk.teller.reader.until("0:0")


async def test_the_presenter_takes_the_wheel_back(tmp_path: Path) -> None:
    async with shared(tmp_path, "speaker") as talk:
        talk.told.do("take")
        await talk.until(lambda: talk.told.states[-1].yours)
        await talk.until(lambda: talk.teller.talk.driver == "speaker")
        await talk.teller.press("D")
        assert talk.teller.foot.startswith("You drive again.")
        await talk.until(lambda: not talk.told.states[-1].yours)
        await talk.teller.press("space")
        assert talk.teller.here == "sochi quote stable"


async def test_the_screen_goes_and_nobody_is_left_waiting(tmp_path: Path) -> None:
    async with shared(tmp_path) as talk:
        await talk.teller.press("escape")
        await talk.until(lambda: not (tmp_path / "talk.sock").exists())


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (PlaceError("The folder is not safe."), "The folder is not safe."),
        (FileNotFoundError(ENOENT, "No temporary directory"), "no temporary directory."),
    ],
    ids=["a place that is refused", "no place at all"],
)
async def test_where_nobody_can_follow_the_talk_goes_on(error: Exception, why: str) -> None:
    def refused() -> NoReturn:
        raise error

    async with telling(asked()._replace(place=refused)) as teller:
        await teller.reader.until(f"Nobody can follow: {why}")
        await teller.press("space")
        assert teller.here == "sochi quote stable"


async def test_a_second_presenter_says_that_another_has_the_place(tmp_path: Path) -> None:
    async with shared(tmp_path) as talk:
        place = Place(tmp_path / "talk.sock")
        async with telling(asked()._replace(place=lambda: place)) as second:
            await second.reader.until("Nobody can follow: another terminal presents this.")
        await talk.teller.press("space")
        await talk.until(lambda: talk.told.shown.part == "quote stable")


async def test_a_second_presenter_takes_over_when_the_first_is_gone(tmp_path: Path) -> None:
    async with shared(tmp_path) as talk:
        place = Place(tmp_path / "talk.sock")
        async with telling(asked()._replace(place=lambda: place)) as second:
            await second.reader.until("another terminal presents this.")
            await second.press("j")
            await talk.teller.press("escape")
            await talk.until(lambda: talk.told.shown.slide == "annexed")
            await second.reader.until("The other terminal is gone; followers see this talk now.")


async def test_what_an_audience_asks_for_is_told_of_and_not_done(tmp_path: Path) -> None:
    async with shared(tmp_path) as talk:
        talk.told.do("next")
        await talk.teller.reader.until("What a follower sent was ignored:")
        for _ in range(9):
            talk.told.do("next")
        await talk.teller.reader.until("10 messages of followers were ignored")
        assert talk.teller.here == "sochi title"
