"""Jump labels: a letter or two on each row and link in sight, and the keys that pick one."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType

from tui.panes.detail import DetailPane
from tui.panes.list import ListPane
from tui.screens.layer import Layer
from tui.view.lists import Pane
from tui.view.view import View

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The easiest to reach come first."""


def labels(count: int) -> Sequence[str]:
    """So many labels, none of which begins another: letters, or pairs of letters."""
    if count <= len(LETTERS):
        return LETTERS[:count]
    return ["".join(pair) for pair in product(LETTERS, repeat=2)][:count]


class Target(NamedTuple):
    """Where a label leads.

    Attributes:
        pane: The pane.
        at: The position in a list, or the number of a link in Detail.
    """

    pane: Pane
    at: int


def label(panes: Sequence[ListPane | DetailPane], view: View) -> Mapping[str, Target]:
    """Show a label on all that is in sight in some panes; gives where each leads."""
    found = [(pane, at) for pane in panes for at in pane.in_sight(view)]
    names = labels(len(found))
    for pane in panes:
        each = zip(names, found, strict=False)
        pane.labels = {at: name for name, (owner, at) in each if owner is pane}
    targets = (Target(pane.pane, at) for pane, at in found)
    return dict(zip(names, targets, strict=False))


def unlabel(panes: Sequence[ListPane | DetailPane]) -> None:
    """Take the labels away."""
    for pane in panes:
        pane.labels = {}


def there(view: View, target: Target) -> View:
    """The view with the cursor and the focus where a label leads."""
    pane, at = target
    focused = view.focus_on(pane)
    return focused.select_stop(at) if pane == "detail" else focused.move(pane, at)


class JumpScreen(Layer[str | None], inherit_bindings=False):
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
