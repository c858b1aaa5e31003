"""Offers of a talk: the menus over it, and what comes of them, as messages to its screen.

What a menu needs is loaded when the first is opened: a talk that is told has no use for it.
"""
# ruff: noqa: PLC0415

from collections.abc import Callable
from typing import Any, NamedTuple

from textual.message import Message
from textual.screen import Screen

from tui.actions import Action, action, keys_of, of_talk
from tui.screens.offers import Chosen, jumped
from tui.screens.opening import Opening
from tui.screens.resuming import is_unfinished
from tui.timeline.records import Ref
from tui.view.talk.pages import Room
from tui.view.talk.talk import Talk
from tui.view.view import View


class Turned(Message):
    """The talk is to go on where was chosen.

    Attributes:
        change: What is made of the talk as it is by then, at a moment.
    """

    def __init__(self, change: Callable[[Talk, float], Talk]) -> None:
        super().__init__()
        self.change = change


class TalkHost(NamedTuple):
    """Over what a menu is opened.

    Attributes:
        screen: Takes the messages.
        opening: The file that is told of.
        talk: What is told of it.
        room: What a slide may take.
        look: Gives what Browse shows below it by then.
    """

    screen: Screen[Any]
    opening: Opening
    talk: Talk
    room: Room
    look: Callable[[], View]

    def turn(self, change: Callable[[Talk, float], Talk]) -> None:
        """Have the talk go on somewhere else."""
        self.screen.post_message(Turned(change))


def left(talk: Talk) -> Chosen:
    """What becomes of Browse when a talk is left: it is at its event, and says how to go back."""

    def change(view: View) -> tuple[View, str]:
        there, said = (view, "")
        if talk.slide is not None:
            there, said = jumped(view, Ref("event", talk.slide.event))
        return there, said or ("{present} goes back to the talk." if is_unfinished(talk) else "")

    return Chosen(change)


def offer(action_id: str, host: TalkHost) -> None:
    """Open the menu of an action over a talk that is told."""
    offers: dict[str, Callable[[TalkHost], None]] = {
        "talk.overview": _overview,
        "talk.tours": _tours,
    }
    if action_id in offers:
        offers[action_id](host)
    else:
        beside(action_id, host.screen, host.opening, "present")


def beside(action_id: str, screen: Screen[Any], opening: Opening, who: str) -> None:
    """Open a menu that has nothing to do with where the talk is.

    Args:
        action_id: Whose menu.
        screen: Over which it opens.
        opening: What the reader prefers.
        who: Which screen of a talk it is, as the actions name it.
    """
    from tui.screens import theming

    if action_id == "talk.theme":
        theming.choose(screen, opening.beginning.palettes)
    else:
        _help(screen, opening, who)


def _help(screen: Screen[Any], opening: Opening, who: str) -> None:
    """Show the keys of a talk, and do what is chosen there."""
    from tui.screens.help import keys_menu
    from tui.screens.menu import MenuScreen

    own = opening.beginning.settings.keys
    app = screen.app

    async def run(chosen: Action | None) -> None:
        if chosen is not None:
            await app.run_action(chosen.call, screen)

    menu = keys_menu(of_talk(who), lambda each: keys_of(each, own))
    app.push_screen(MenuScreen[Action | None](menu), run)


def _overview(host: TalkHost) -> None:
    """Show all slides, and go to the one that is chosen."""
    from tui.screens.overview import OverviewScreen

    def take(chosen: str | None) -> None:
        def go(talk: Talk, now: float) -> Talk:
            at = None if chosen is None else talk.deck.find(chosen)
            return talk if at is None else talk.go(at, now)

        if chosen is not None:
            host.turn(go)

    keys = keys_of(action("talk.overview"), host.opening.beginning.settings.keys)
    screen = OverviewScreen(host.talk, keys)
    host.screen.app.push_screen(screen, take)
    # The file may change meanwhile, or the speaker move on.
    screen.watch(host.screen, "talk", screen.show, init=False)


def _tours(host: TalkHost) -> None:
    """Let something else be told, from its start; the cursor is on what is told."""
    from tui.screens.menu import MenuScreen
    from tui.screens.presenting import begun
    from tui.screens.resuming import local_time
    from tui.screens.tours import Tale, tours_menu

    def take(chosen: Tale | None) -> None:
        if chosen is not None:
            host.turn(lambda talk, _: begun(talk, host.look(), chosen.tour))

    view = host.look()
    menu = tours_menu(view.timeline, view.size("events"), None, local_time())
    told = Tale(host.talk.deck.tour)
    places = (at for at, each in enumerate(menu.find("").entries) if each.value == told)
    menu = menu._replace(at=next(places, 0))
    host.screen.app.push_screen(MenuScreen(menu), take)
