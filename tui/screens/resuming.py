"""Resuming: a talk that was cut off, as a place that is kept, back, and in words.

A place names the slide by its key: where that is gone from the file, the talk goes on at what
stands in its place now.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from tui.document import talks
from tui.document.talks import Place
from tui.screens.entries import Menu, choice
from tui.screens.opening import Opening
from tui.timeline.timeline import Timeline
from tui.view.line import one_line
from tui.view.talk.clock import Clock
from tui.view.talk.deck import find_tour, of_tour
from tui.view.talk.talk import Talk

RESUME, ANEW = "resume", "anew"
"""What may become of a talk that was cut off."""
_HOUR = 60


def local_time() -> datetime:
    """The time of day where the program runs."""
    return datetime.now(UTC).astimezone()


def cut_off(opening: Opening, timeline: Timeline, now: datetime) -> Place | None:
    """Where a talk of a file was cut off that is worth going on with, None where none was.

    Args:
        opening: The file.
        timeline: What it says.
        now: The time of day.
    """
    if opening.fresh or opening.state_folder is None or opening.path is None:
        return None
    place = talks.load(opening.state_folder, opening.path)
    return place if can_be_resumed(timeline, place, now) else None


def can_be_resumed(timeline: Timeline, place: Place | None, now: datetime) -> bool:
    """Whether a talk that was cut off is not too long ago, and there is still what it told."""
    if place is None or not place.is_recent(now):
        return False
    if place.tour:
        tour = find_tour(timeline, place.tour)
        return tour is not None and bool(of_tour(timeline, tour).slides)
    return bool(timeline.events)


def is_unfinished(talk: Talk) -> bool:
    """Whether a talk that is left for Browse is offered there.

    One that is at its end is not. Nor is one of the events that has no time to keep to: Browse is
    at its event by then, and a talk from there is the same.
    """
    is_told = talk.following is None and talk.revealed == len(talk.parts)
    return bool(talk.deck.tour or talk.goal) and not is_told


def place_of(talk: Talk, now: float, moment: datetime, filters: Sequence[str]) -> Place:
    """Where a talk is.

    Args:
        talk: As it is told.
        now: Seconds of the clock of the talk.
        moment: The time of day, with its offset.
        filters: The queries that found its events, where it is no tour.
    """
    shown = talk.shown(now)
    return Place(
        saved=moment.isoformat(timespec="seconds"),
        tour=talk.deck.tour,
        filters=() if talk.deck.tour else tuple(filters),
        slide=shown.slide,
        part=shown.part,
        page=shown.page,
        pages=shown.pages,
        elapsed=round(shown.elapsed, 1),
        goal=shown.goal,
        number=max(1, talk.at + 1),
        slides=max(1, len(talk.deck.slides)),
    )


def resumed(talk: Talk, place: Place, now: float) -> Talk:
    """A talk that begins, at the place where it was cut off.

    The time goes on from what it was then; it does not count what passed since.
    """
    clock = Clock(place.elapsed, now) if place.elapsed else talk.clock
    shown = talk.shown(now)._replace(
        slide=place.slide, part=place.part, page=place.page, pages=place.pages
    )
    if place.slide and talk.deck.find(place.slide) is None:
        last = max(0, len(talk.deck.slides) - 1)
        there = talk.go(min(place.number - 1, last), now)
    else:
        there = talk.following_along(shown, now)
    return replace(there, clock=clock, goal=talk.goal or place.goal, blank=False)


def resume_menu(timeline: Timeline, place: Place, now: datetime) -> Menu[str]:
    """Whether to go on where a talk was cut off."""
    ways = {RESUME: f"Resume. {of_cut(timeline, place, now)}", ANEW: "Start anew"}
    return choice(f"{resume_words(place)}?", ways, "Esc starts anew")


def resume_words(place: Place) -> str:
    """What there is to do with a talk that was cut off."""
    return f"Resume at {_where(place)}"


def of_cut(timeline: Timeline, place: Place, now: datetime) -> str:
    """Which talk was cut off, and when.

    Args:
        timeline: What the file says.
        place: Where it was.
        now: The time of day where the reader is.
    """
    tour = find_tour(timeline, place.tour) if place.tour else None
    named = (one_line(tour.title) or tour.id) if tour else ", ".join(place.filters)
    return f"{named}. {stopped(place, now)}" if named else stopped(place, now)


def stopped(place: Place, now: datetime) -> str:
    """When a talk was cut off, and after how long.

    Args:
        place: Where it was.
        now: The time of day where the reader is.
    """
    try:
        at = place.moment.astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return "The talk stopped."
    minutes = int(place.elapsed) // 60
    hours = f"{minutes // _HOUR} h " if minutes >= _HOUR else ""
    after = f" after {hours}{minutes % _HOUR} min" if minutes else ""
    return f"The talk stopped at {at:%H:%M}{after}."


def notice(place: Place) -> str:
    """What to say in Browse of a talk that was cut off."""
    return f"A talk was cut off at {_where(place)}; {{present}} resumes it."


def _where(place: Place) -> str:
    return f"slide {place.number} of {place.slides}" if place.slide else "the title"
