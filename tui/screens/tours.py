"""Tours: the menu of what may be presented, a talk that was cut off first."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from tui.document.talks import Place
from tui.screens.entries import Entry, Menu, among
from tui.screens.resuming import of_cut, resume_words
from tui.timeline.timeline import Timeline
from tui.view.line import one_line
from tui.view.talk.deck import of_tour
from tui.view.talk.pace import extent

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


def _entries(
    timeline: Timeline, shown: int, cut: Place | None, now: datetime
) -> Iterator[Entry[Tale]]:
    if cut is not None:
        yield Entry(Tale(cut.tour, cut), resume_words(cut), note=of_cut(timeline, cut, now))
    if shown:
        yield Entry(Tale(), f"The events that are shown, in order of time ({shown:,})")
    for tour in timeline.tours:
        deck = of_tour(timeline, tour)
        if deck.slides:
            yield Entry(Tale(tour.id), one_line(tour.title) or tour.id, note=extent(deck))
