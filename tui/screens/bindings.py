"""The keys of a screen, as Textual takes them, made of the actions."""

from collections.abc import Iterable, Iterator

from textual.binding import Binding

from tui.actions import ACTIONS, Action, action

ANYWHERE = "redraw.anywhere"
"""The id of the binding that draws again over menus and fields, too."""


def bindings(actions: Iterable[Action] = ACTIONS) -> Iterator[Binding]:
    """The bindings of actions, of all for the panes by default."""
    for each in actions:
        yield Binding(",".join(each.keys), each.call, each.label, id=each.id, show=False)


def anywhere() -> Binding:
    """The binding of the action `redraw` over menus and fields, too."""
    return Binding(
        ",".join(action("redraw").keys), "redraw", id=ANYWHERE, show=False, priority=True
    )
