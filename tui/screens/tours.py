"""Tours: the menu of what may be presented, a talk that was cut off first."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from tui.document.talks import Place
from tui.screens.entries import Entry, Menu, among
from tui.screens.resuming import resume_words, stopped
from tui.timeline.timeline import Timeline
from tui.view.line import one_line
from tui.view.talk.deck import find_tour, of_tour

MOST_ROWS = 20


class Tale(NamedTuple):
    """What may be told.

    Attributes:
        tour: The id of the tour, "" of the events that are shown.
        place: Where it was cut off, None to begin.
    """

    tour: str = ""
    place: Place | None = None


def tours_menu(timeline: Timeline, shown: int, cut: Place | None, now: datetime) -> Menu[Tale]:
    """What may be presented of a timeline.

    Args:
        timeline: What the file says.
        shown: How many events are shown.
        cut: Where a talk of it was cut off.
        now: The time of day where the reader is.
    """
    entries = list(_entries(timeline, shown, cut, now))
    return Menu(
        title="Present",
        find=among(entries),
        keys=("Esc closes", "Enter presents it"),
        nothing="There is nothing to present.",
        rows=min(max(len(entries), 3), MOST_ROWS),
        narrows=len(entries) > MOST_ROWS,
    )


def can_be_resumed(timeline: Timeline, place: Place | None, now: datetime) -> bool:
    """Whether a talk that was cut off is worth going on with, and there is still what it told."""
    if place is None or not place.is_recent(now):
        return False
    if place.tour:
        tour = find_tour(timeline, place.tour)
        return tour is not None and bool(of_tour(timeline, tour).slides)
    return bool(timeline.events)


def _entries(
    timeline: Timeline, shown: int, cut: Place | None, now: datetime
) -> Iterator[Entry[Tale]]:
    if cut is not None:
        yield Entry(Tale(cut.tour, cut), resume_words(cut), note=_of_cut(timeline, cut, now))
    if shown:
        yield Entry(Tale(), f"The events that are shown, in order of time ({shown:,})")
    for tour in timeline.tours:
        count = len(of_tour(timeline, tour).slides)
        if count:
            slides = f"{count:,} slide{'s' * (count > 1)}"
            yield Entry(Tale(tour.id), one_line(tour.title) or tour.id, note=slides)


def _of_cut(timeline: Timeline, cut: Place, now: datetime) -> str:
    """Which talk it was, and when it was cut off."""
    tour = find_tour(timeline, cut.tour) if cut.tour else None
    named = f"{one_line(tour.title) or tour.id}. " if tour else ""
    return f"{named}{stopped(cut, now)}"
