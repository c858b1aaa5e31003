"""Presenting: the talk that is made of what Browse shows, and the screen for it."""

from tui.screens.browse import BrowseScreen
from tui.screens.offers import Host
from tui.screens.opening import Opening, TalkAsked
from tui.screens.present import PresentScreen
from tui.view.talk.deck import find_tour, of_events, of_tour
from tui.view.talk.talk import Talk
from tui.view.view import View


def offer(host: Host) -> None:
    """Present what is shown from the event that the cursor is on."""
    view = host.view
    at = view.cursors.get("events")
    event = "" if at is None else view.timeline.events[at].id
    if isinstance(host.screen, BrowseScreen):
        host.screen.app.push_screen(present(host.screen, host.opening, TalkAsked(at=event)))


def present(browse: BrowseScreen, opening: Opening, asked: TalkAsked) -> PresentScreen:
    """The screen of a talk that is asked for, over Browse."""
    talk = talk_of(browse.view, asked)
    return PresentScreen(browse, opening, talk, auto=asked.auto)


def talk_of(view: View, asked: TalkAsked) -> Talk:
    """The talk that is asked for, at its first slide or at that of an event."""
    tour = find_tour(view.timeline, asked.tour) if asked.tour else None
    events = of_events(view.timeline, view.positions("events"))
    deck = of_tour(view.timeline, tour) if tour else events
    places = (at for at, slide in enumerate(deck.slides) if slide.event == asked.at)
    return Talk(view.timeline, deck, at=next(places, 0), goal=asked.goal)
