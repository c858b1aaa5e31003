"""A presenter without a screen, and screens that follow it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, NoReturn

from screens.acting import PALETTES, Acting, acting
from tui.screens.follow import FollowScreen
from tui.screens.opening import Beginning, Opening
from tui.screens.speaker import SpeakerScreen
from tui.share.place import Place
from tui.share.presenter import USUAL, Ears, Limits, Sharing
from tui.share.wire import Command
from tui.timeline.records import Step, Tour
from tui.timeline.timeline import Timeline
from tui.view.talk.deck import of_tour
from tui.view.talk.pages import Room
from tui.view.talk.shown import Driver
from tui.view.talk.talk import Talk
from view.histories import FOUR_DAYS, view_of

ROOM = Room(72, 17)
FOUR: Timeline = view_of(
    FOUR_DAYS.replace("    title: Assad meets", "    notes: NOTE IT\n    title: Assad meets")
).timeline
TOUR = Tour("two", "Two days", (Step("sochi", "", "SAY IT"), Step("annexed")))
NOW = 1000.0


def begun() -> Talk:
    """Sochi in five parts, then the annexation in four."""
    return Talk(FOUR, of_tour(FOUR, TOUR), at=0)


class Presenter:
    """A presenter of a talk, who can be followed at a path."""

    def __init__(self, folder: Path, limits: Limits = USUAL, talk: Talk | None = None) -> None:
        self.path = folder / "talk.sock"
        self.talk = talk or begun()
        self.commands: list[Command] = []
        self.drivers: list[Driver] = []
        self.sharing = Sharing(
            Ears(command=self.commands.append, driver=self.drivers.append), limits
        )

    async def begin(self) -> None:
        """Let others follow."""
        await self.sharing.start(Place(self.path))
        self.sharing.material(self.talk.timeline, self.talk.deck)
        self.show(self.talk)

    async def end(self) -> None:
        """Go."""
        await self.sharing.close()

    def show(self, talk: Talk) -> None:
        """Show something."""
        self.talk = talk
        self.sharing.publish(talk.shown(NOW))

    def step(self, steps: int = 1) -> None:
        """Go some steps on."""
        talk = self.talk
        for _ in range(steps):
            talk = talk.next(ROOM, NOW)
        self.show(talk)

    def rewrite(self, timeline: Timeline) -> None:
        """Tell of a file that was changed."""
        self.talk = self.talk.reload(timeline, of_tour(timeline, TOUR))
        self.sharing.material(self.talk.timeline, self.talk.deck)
        self.show(self.talk)


class Follower(NamedTuple):
    """A screen that follows, and whom it follows."""

    reader: Acting
    presenter: Presenter

    async def press(self, keys: str) -> None:
        """Press some keys."""
        await self.reader.pilot.press(*keys.split())

    async def until(self, shown: str) -> None:
        """Wait until a text is on the screen."""
        await self.reader.until(shown)

    @property
    def text(self) -> str:
        """The text on the screen."""
        return self.reader.text

    @property
    def foot(self) -> str:
        """The last row."""
        return self.reader.foot


@asynccontextmanager
async def following(
    folder: Path,
    size: tuple[int, int] = (80, 24),
    *,
    notes: bool = False,
    is_begun: bool = True,
    limits: Limits = USUAL,
) -> AsyncIterator[Follower]:
    """A screen that follows a presenter, of its audience or with the notes."""
    presenter = Presenter(folder, limits)
    if is_begun:
        await presenter.begin()
    screen = SpeakerScreen if notes else FollowScreen
    opening = Opening("", Beginning(PALETTES), _nothing)
    try:
        async with acting(opening, size, lambda own: screen(own, presenter.path)) as reader:
            yield Follower(reader, presenter)
    finally:
        await presenter.end()


def _nothing() -> NoReturn:
    raise FileNotFoundError


def noted(notes: str) -> Timeline:
    """The four days with other notes on Sochi."""
    events = (each._replace(notes=notes) if each.id == "sochi" else each for each in FOUR.events)
    return replace(FOUR, events=tuple(events))


def retitled(title: str) -> Timeline:
    """The four days with another title for Sochi."""
    events = tuple(
        each._replace(title=title) if each.id == "sochi" else each for each in FOUR.events
    )
    return replace(FOUR, events=events)


def requoted(words: str) -> Timeline:
    """The four days with other words for the first quote at Sochi."""
    quotes = next(each.quotes for each in FOUR.events if each.id == "sochi")
    other = (quotes[0]._replace(text=words), *quotes[1:])
    events = (each._replace(quotes=other) if each.id == "sochi" else each for each in FOUR.events)
    return replace(FOUR, events=tuple(events))
