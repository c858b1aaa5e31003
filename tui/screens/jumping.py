"""Jump labels: a letter or two on each row in sight, and the keys that pick one of them."""

from collections.abc import Sequence
from itertools import product
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The easiest to reach come first."""


def labels(count: int) -> Sequence[str]:
    """So many labels, none of which begins another: letters, or pairs of letters."""
    if count <= len(LETTERS):
        return LETTERS[:count]
    return ["".join(pair) for pair in product(LETTERS, repeat=2)][:count]


class JumpScreen(ModalScreen[str | None], inherit_bindings=False):
    """Takes the letters of a label over the screen that shows them; gives it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+c", "dismiss", "Leave")]

    DEFAULT_CSS = """
    JumpScreen { background: transparent; }
    """

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__()
        self._known = known
        self._typed = ""

    def on_key(self, event: events.Key) -> None:
        """A letter of a label; any other key leaves."""
        if event.key in {"escape", "ctrl+c"}:
            return
        event.stop()
        typed = self._typed + (event.character or "\0").lower()
        if typed in self._known:
            self.dismiss(typed)
        elif any(label.startswith(typed) for label in self._known):
            self._typed = typed
        else:
            self.dismiss(None)
