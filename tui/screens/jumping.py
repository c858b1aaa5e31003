"""Jump labels: a letter or two on each row and link in sight, and the keys that pick one."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen

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


@runtime_checkable
class Labelled(Protocol):
    """A pane that can show labels."""

    labels: Mapping[int, str]

    @property
    def pane(self) -> Pane:
        """Which pane of the view it is."""

    def in_sight(self, view: View) -> Sequence[int]:
        """What may have a label."""


def jump(screen: Screen[None], view: View, go: Callable[[Target], None]) -> bool:
    """Put labels on a screen, and go where the one that is typed leads; False if there is none."""
    panes = [each for each in screen.query("#body > *") if isinstance(each, Labelled)]
    labelled = label(panes, view)

    def take(typed: str | None) -> None:
        unlabel(panes)
        if typed is not None:
            go(labelled[typed])

    if labelled:
        screen.app.push_screen(JumpScreen(list(labelled)), take)
    return bool(labelled)


def label(panes: Sequence[Labelled], view: View) -> Mapping[str, Target]:
    """Show a label on all that is in sight in some panes; gives where each leads."""
    found = [(pane, at) for pane in panes for at in pane.in_sight(view)]
    names = labels(len(found))
    for pane in panes:
        each = zip(names, found, strict=False)
        pane.labels = {at: name for name, (owner, at) in each if owner is pane}
    targets = (Target(pane.pane, at) for pane, at in found)
    return dict(zip(names, targets, strict=False))


def unlabel(panes: Sequence[Labelled]) -> None:
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
