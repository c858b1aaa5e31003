"""Offers: the menus over a screen, and what comes of them, as messages to that screen.

What a menu needs is loaded when the first is opened: the first screen has no use for it.
"""
# ruff: noqa: PLC0415

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.message import Message
from textual.screen import Screen

from tui.actions import Action, keys_of
from tui.screens.opening import Opening
from tui.screens.why_not import why_hidden
from tui.timeline.records import Ref
from tui.view import trail
from tui.view.view import View

if TYPE_CHECKING:
    from tui.screens.editing import Editing

Change = Callable[[View], tuple[View, str]]
"""What is made of a view, and what to say about it."""


HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"


class Chosen(Message):
    """The view is to be changed by what was chosen.

    Attributes:
        change: How; it is given what is shown by then.
        is_lent: Whether the filters are then those of a talk, which nobody has chosen here.
    """

    def __init__(self, change: Change, *, is_lent: bool = False) -> None:
        super().__init__()
        self.change = change
        self.is_lent = is_lent


class Sent(Message):
    """A control sequence is to be sent to the terminal; it is for the program.

    Attributes:
        sequence: Which.
    """

    def __init__(self, sequence: str) -> None:
        super().__init__()
        self.sequence = sequence


class Themed(Message):
    """A theme was chosen.

    Attributes:
        name: What it is called.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class Host(NamedTuple):
    """Over what a menu is opened. Any thread may tell it something.

    Attributes:
        screen: Takes the messages.
        opening: The file that is shown.
        view: What is shown of it.
        editing: What is edited of it.
    """

    screen: Screen[Any]
    opening: Opening
    view: View
    editing: "Editing"

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """The keys of an action, as the reader has set them."""
        return keys_of(action, self.opening.beginning.settings.keys)

    def change(self, change: Change) -> None:
        """Change the view."""
        self.screen.post_message(Chosen(change))

    def say(self, sentence: str) -> None:
        """Tell the reader something."""
        self.change(lambda view: (view, sentence))

    def send(self, sequence: str) -> None:
        """Send a control sequence to the terminal."""
        self.screen.app.post_message(Sent(sequence))

    async def run(self, action: Action) -> None:
        """Do what a key of an action would."""
        await self.screen.app.run_action(action.call, self.screen)


def jumped(view: View, ref: Ref) -> tuple[View, str]:
    """The view after a leap to a record, or why there is none."""
    reason = why_hidden(view, ref)
    return (view, reason) if reason else (trail.leapt(view, view.go(ref)), "")


def offer(action_id: str, host: Host) -> None:
    """Open the menu of an action, or do at once what needs none."""
    from tui.screens import (
        adding,
        copying,
        deleting,
        filling,
        linking,
        marks,
        outside,
        palette,
        presenting,
        raw,
        saving,
        theming,
    )
    from tui.screens import help as keys

    offers: dict[str, Callable[[Host], None]] = {
        "help": keys.offer,
        "commands": palette.offer,
        "marks": marks.offer,
        "copy": copying.offer,
        "copy.citation": copying.copy_citation,
        "link": linking.offer,
        "theme": theming.offer,
        "present": presenting.offer,
        "edit": filling.edit,
        "add": adding.add,
        "delete": deleting.delete,
        "undo": lambda host: host.change(host.editing.undo),
        "redo": lambda host: host.change(host.editing.redo),
        "save": saving.save,
        "difference": saving.show_difference,
        "edit.raw": raw.offer,
        "edit.outside": outside.offer,
        "reload": saving.reload,
        "leave": saving.leave,
        "resume": saving.resume,
    }
    offers[action_id](host)
