"""The smallest Textual program, one line of text: what dateline's start is compared with."""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class SmallestApp(App[None]):
    """Shows one line; q quits."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def __init__(self, line: str) -> None:
        super().__init__()
        self._line = line

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield Static(self._line)


if __name__ == "__main__":
    SmallestApp(sys.argv[1]).run()
