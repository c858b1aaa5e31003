"""A dateline to press keys on without a terminal, and what its screen shows."""

from asyncio import timeout
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple

from rich.cells import cell_len
from textual.pilot import Pilot

from tui.app import DatelineApp, First, Opening
from tui.panes.bars import Footer
from tui.screens.browse import BrowseScreen
from tui.screens.first_view import first_view
from tui.screens.opening import Beginning
from tui.themes import shipped_palettes
from tui.timeline.records import Ref
from tui.view.lists import LINKED_PANES
from tui.view.view import View

PALETTES = shipped_palettes()


class Acting(NamedTuple):
    """A running dateline."""

    app: DatelineApp
    pilot: Pilot[None]

    @property
    def view(self) -> View:
        """What Browse shows, even while something is over it."""
        browse = next(each for each in self.app.screen_stack if isinstance(each, BrowseScreen))
        return browse.view

    @property
    def here(self) -> str:
        """The focused pane and the item that Detail is about; whether the pane is zoomed."""
        view, item = self.view, self.view.item
        name = item.id if isinstance(item, Ref) else "nothing" if item is None else "problem"
        return f"{view.focus} {name}" + " zoomed" * view.zoomed

    @property
    def cursors(self) -> str:
        """The ids that the cursors of events, actors, quoted sources and claims are on."""
        view = self.view
        there = [pane for pane in LINKED_PANES if pane in view.cursors]
        return " ".join(view.ref(pane, view.cursors[pane]).id for pane in there)

    @property
    def rows(self) -> list[str]:
        """The text on the screen, a row an item."""
        # Textual offers no public way to the screen but as a picture.
        strips = self.app.screen._compositor.render_strips()  # noqa: SLF001
        return [strip.text for strip in strips]

    @property
    def text(self) -> str:
        """The text on the screen, without the blanks at the ends of rows."""
        return "\n".join(row.rstrip() for row in self.rows)

    @property
    def foot(self) -> str:
        """The end of the screen: the keys to know, or a message, in one row or several."""
        footers = self.app.screen.query(Footer)
        height = max((each.size.height for each in footers), default=1)
        return " ".join(row.strip() for row in self.rows[-max(1, height) :])

    async def until(self, shown: str) -> None:
        """Wait until a text is on the screen, each of its blanks any number of them."""
        async with timeout(30):
            while " ".join(shown.split()) not in " ".join(self.text.split()):
                await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size, and wait until the screen has it.

        Textual passes a resize on by a timer of its own.
        """
        await self.pilot.resize_terminal(width, height)
        async with timeout(30):
            while [cell_len(row) for row in self.rows] != [width] * height:
                await self.pilot.pause()


def opening(
    text: str, *, name: str = "a.yaml", at: str = "", theme: str = "", eager: bool = True
) -> Opening:
    """A text as a file to show, read before the first paint or after it."""

    def read() -> View:
        return first_view(text.encode(), at)

    return opening_of(read, name=name, theme=theme, eager=eager)


def opening_of(
    read: Callable[[], View], *, name: str = "a.yaml", theme: str = "", eager: bool = False
) -> Opening:
    """What is to be read in some way of its own."""
    return Opening(name, Beginning(PALETTES, read() if eager else None), read, theme)


@asynccontextmanager
async def acting(
    asked: Opening | str, size: tuple[int, int] = (100, 30), first: First = BrowseScreen
) -> AsyncIterator[Acting]:
    """A dateline on a file or a text, in a terminal of a size."""
    app = DatelineApp(opening(asked) if isinstance(asked, str) else asked, first)
    async with app.run_test(size=size) as pilot:
        yield Acting(app, pilot)
