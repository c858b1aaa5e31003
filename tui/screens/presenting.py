"""Presenting: the talk that is made of what Browse shows, and the screen for it."""

from dataclasses import replace
from time import monotonic

from tui.document.talks import Place
from tui.screens.browse import BrowseScreen
from tui.screens.keeping import filtered
from tui.screens.menu import MenuScreen
from tui.screens.offers import Chosen, Host
from tui.screens.opening import Opening, TalkAsked
from tui.screens.present import PresentScreen
from tui.screens.resuming import RESUME, cut_off, local_time, resume_menu, resumed
from tui.screens.talk_offers import Turned
from tui.screens.tours import Tale, tours_menu
from tui.view.talk.clock import STOPPED
from tui.view.talk.deck import deck_of, find_tour
from tui.view.talk.talk import COVER, Talk
from tui.view.view import View


def offer(host: Host) -> None:
    """Present what is chosen; what is shown, from the cursor on, where there is nothing else."""
    browse, opening = host.screen, host.opening
    if not isinstance(browse, BrowseScreen):
        return
    timeline, now = host.view.timeline, local_time()
    # What is anew is the start: a talk that was asked for then and left is not.
    fresh = opening.fresh and opening.talk is None
    cut = cut_off(opening._replace(fresh=fresh), timeline, now)

    def take(chosen: Tale | None) -> None:
        if chosen is not None:
            browse.app.push_screen(_told(browse, opening, chosen))

    if cut is None and not timeline.tours:
        take(Tale())
        return
    menu = tours_menu(timeline, host.view.size("events"), cut, now)
    browse.app.push_screen(MenuScreen(menu), take)


def begin(browse: BrowseScreen, opening: Opening, asked: TalkAsked) -> None:
    """Show the talk that was asked for, and offer to go on with it where it was cut off.

    While the question stands a tour is seen where it was: those who followed it still do.
    """
    now, app = local_time(), browse.app
    # A start that is asked for comes first.
    timeline = browse.view.timeline
    cut = None if asked.anew or asked.at else cut_off(opening, timeline, now)
    if cut is None or not _is_asked(cut, browse.view, asked):
        app.push_screen(present(browse, opening, asked))
        return
    talk = talk_of(browse.view, asked)
    if cut.tour:
        fresh = _anew(browse, cut, asked.goal)
        talk = resumed(fresh, cut, monotonic())
    screen = PresentScreen(browse, opening, talk, auto=asked.auto)

    def take(chosen: str | None) -> None:
        if chosen == RESUME:
            fresh = _anew(browse, cut, asked.goal)
            screen.post_message(Turned(lambda _, at: resumed(fresh, cut, at)))
        elif cut.tour:
            screen.start_anew(talk_of(browse.view, asked))

    app.push_screen(screen)
    app.push_screen(MenuScreen(resume_menu(timeline, cut, now)), take)


def present(browse: BrowseScreen, opening: Opening, asked: TalkAsked) -> PresentScreen:
    """The screen of a talk that is asked for, over Browse."""
    talk = talk_of(browse.view, asked)
    return PresentScreen(browse, opening, talk, auto=asked.auto)


def talk_of(view: View, asked: TalkAsked) -> Talk:
    """The talk that is asked for, at its cover or at the slide of an event."""
    deck = deck_of(view.timeline, asked.tour, view.positions("events"))
    places = (at for at, slide in enumerate(deck.slides) if slide.event == asked.at)
    return Talk(view.timeline, deck, at=next(places, COVER), goal=asked.goal)


def begun(talk: Talk, view: View, tour: str) -> Talk:
    """Another talk instead of one, from its start; of the events, from the one that is told.

    Args:
        talk: The talk until now, which goes on where it is chosen itself, and where the tour is
            gone from the file.
        view: What Browse shows.
        tour: The id of the tour, "" of the events that are shown.
    """
    is_gone = bool(tour) and find_tour(view.timeline, tour) is None
    if is_gone or tour == talk.deck.tour:
        return talk
    at = talk.slide.event if talk.slide and not tour else ""
    fresh = talk_of(view, TalkAsked(tour, at, talk.goal))
    return replace(fresh, clock=STOPPED, driver=talk.driver)


def _told(browse: BrowseScreen, opening: Opening, tale: Tale) -> PresentScreen:
    """The screen of what was chosen to be told."""
    view, place = browse.view, tale.place
    if place is None:
        at = view.cursors.get("events")
        event = "" if at is None or tale.tour else view.timeline.events[at].id
        return present(browse, opening, TalkAsked(tale.tour, event))
    talk = resumed(_anew(browse, place), place, monotonic())
    auto = opening.talk.auto if opening.talk else 0.0
    return PresentScreen(browse, opening, talk, auto=auto)


def _anew(browse: BrowseScreen, place: Place, goal: float = 0.0) -> Talk:
    """The talk that was cut off, from its start; Browse shows the events of which it is made."""
    view = browse.view
    if not place.tour:
        view = filtered(view, place.filters)
        filters = place.filters
        browse.post_message(Chosen(lambda shown: (filtered(shown, filters), ""), is_lent=True))
    return talk_of(view, TalkAsked(place.tour, goal=goal))


def _is_asked(cut: Place, view: View, asked: TalkAsked) -> bool:
    """Whether what is asked for is the talk that was cut off, or none in particular."""
    chips = tuple(chip.text for chip in view.chips)
    if not asked.tour and not chips:
        return True
    return asked.tour == cut.tour and (bool(cut.tour) or cut.filters == chips)
