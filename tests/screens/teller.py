"""A talk that is told on a screen, and the small file that it is told of."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from screens.acting import Acting, acting, opening
from tui.screens.browse import BrowseScreen
from tui.screens.opening import Opening, TalkAsked
from tui.screens.present import PresentScreen
from tui.screens.presenting import talk_of
from tui.view.talk.talk import Talk
from view.histories import FOUR_DAYS

TOURS = """\
tours:
  two:
    title: Two days
    steps:
      - {event: sochi, say: SAY IT}
      - {event: annexed}
"""
TEXT = (
    FOUR_DAYS.replace("    title: Assad meets", "    notes: NOTE IT\n    title: Assad meets")
    + TOURS
)
TOUR = TalkAsked("two", "sochi")
"""Sochi in five parts, where it begins, then the annexation in four."""


class Telling(NamedTuple):
    """A talk that is told."""

    reader: Acting

    @property
    def screen(self) -> PresentScreen:
        """The screen of the talk, even while something is over it."""
        stack = self.reader.app.screen_stack
        return next(each for each in stack if isinstance(each, PresentScreen))

    @property
    def talk(self) -> Talk:
        """What is told."""
        return self.screen.talk

    @property
    def here(self) -> str:
        """The slide, and how far it is revealed."""
        talk = self.talk
        slide = talk.slide.key if talk.slide else "cover"
        return f"{slide} {talk.part}" + " blank" * talk.blank

    @property
    def foot(self) -> str:
        """What the last row says."""
        return self.reader.foot

    async def press(self, keys: str) -> None:
        """Press some keys."""
        await self.reader.pilot.press(*keys.split())


def asked(talk: TalkAsked = TOUR, text: str = TEXT) -> Opening:
    """A text to tell of."""
    return opening(text)._replace(talk=talk)


@asynccontextmanager
async def telling(
    given: Opening | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Telling]:
    """A dateline that tells a talk, in a terminal of a size."""
    async with acting(given or asked(), size) as reader:
        yield Telling(reader)


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """The moment."""
        return self.now


@asynccontextmanager
async def timed(goal: float = 0.0) -> AsyncIterator[tuple[Telling, Hands]]:
    """A talk with a clock that is set by hand."""
    hands = Hands()
    async with acting(opening(TEXT), (80, 24)) as reader:
        browse = reader.app.screen
        assert isinstance(browse, BrowseScreen)
        talk = talk_of(browse.view, TOUR._replace(goal=goal))
        await reader.app.push_screen(PresentScreen(browse, opening(TEXT), talk, now=hands))
        yield Telling(reader), hands
