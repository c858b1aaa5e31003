"""A file that may be changed, and somebody who types in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from screens.acting import Acting, acting, opening
from tui.screens.form import FormScreen
from tui.screens.menu import MenuScreen

FILE = """\
title: T
actors:
  assad: {name: Bashar al-Assad}
  putin: {name: Vladimir Putin, aliases: [Vova]}
  russia: {name: Russia}
sources:
  essay: {title: An essay, url: "https://example.org/essay"}
events:
  - id: sochi
    date: 2018-05-17   # a Thursday
    title: "Assad meets Putin"
    actors: [putin]
    confidence: high
    sources: [essay]
    quotes:
      - speaker: putin
        text: Stable.
  - id: talks
    date: 2018-07~
    title: Talks go on
"""


class Typist:
    """Presses keys in a dateline on a file that may be changed."""

    def __init__(self, reader: Acting, path: Path) -> None:
        self.reader = reader
        self.path = path

    async def press(self, keys: str) -> None:
        """Press keys, and type what is in quotes."""
        for key in keys.split():
            await self.reader.pilot.press(
                *(key[1:-1].replace("_", " ") if key[0] == '"' else [key])
            )
        await self.reader.pilot.pause()
        await self.reader.pilot.pause()

    @property
    def form(self) -> FormScreen | None:
        """The form, if one is shown."""
        screens = self.reader.app.screen_stack
        return next((each for each in screens if isinstance(each, FormScreen)), None)

    @property
    def is_asked(self) -> bool:
        """Whether a menu is shown."""
        return isinstance(self.reader.app.screen, MenuScreen)

    @property
    def text(self) -> str:
        """What the file is."""
        return self.path.read_text(encoding="utf-8")


@asynccontextmanager
async def typing(
    path: Path, size: tuple[int, int] = (80, 24), locked: str = ""
) -> AsyncIterator[Typist]:
    """Somebody at a dateline on the file, at its first event."""
    asked = opening(FILE, at="sochi")
    asked = asked._replace(path=path, state_folder=path.parent / "state", locked=locked)
    async with acting(asked, size) as reader:
        yield Typist(reader, path)
