"""What the program was asked to open, as plain data."""

from collections.abc import Callable
from typing import NamedTuple

from tui.terminal.probe import Terminal
from tui.view.palette import Palette
from tui.view.view import View


class Beginning(NamedTuple):
    """What the first paint needs: the themes, and the view unless the file is a large one."""

    palettes: tuple[Palette, ...]
    view: View | None = None


def _nothing(_view: View) -> None:
    """There is nothing to save."""


class Opening(NamedTuple):
    """A file to show.

    Attributes:
        name: The file as it is called on the screen.
        beginning: What the first paint needs.
        read: Reads the file; called once in another thread if it was not read by then. May
            raise OSError.
        theme: The name of the theme, "" for the default.
        mouse: Whether the mouse is listened to.
        terminal: What the terminal can do.
        part: Saves what must not be lost; called with what was shown last if the program has to
            end without having been told to: a signal, or the terminal is gone.
        stock_driver: Whether Textual's own driver sends the screen, for comparison.
    """

    name: str
    beginning: Beginning
    read: Callable[[], View]
    theme: str = ""
    mouse: bool = True
    terminal: Terminal = Terminal()
    part: Callable[[View], None] = _nothing
    stock_driver: bool = False
