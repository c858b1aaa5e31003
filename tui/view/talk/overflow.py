"""What of a talk takes more than one page at a size, to be known before it is told.

Nothing is cut: a slide that runs over goes on at its next page.
"""

from collections.abc import Iterator
from typing import NamedTuple

from tui.timeline.timeline import Timeline
from tui.view.line import one_line
from tui.view.talk.deck import Deck, Slide
from tui.view.talk.pages import Pages, Room, pages_of
from tui.view.talk.parts import parts_of

_TALL = 3
"""A title is tall from this part of the height on: a third."""


class Overflow(NamedTuple):
    """A slide that does not stand well in a room.

    Attributes:
        number: Its number among all, from 1.
        title: What its event is called.
        pages: How many it takes.
        part: The id of the part that runs over first, "" where all fits on one page.
        rows: How many rows do not fit the first page.
        head: Rows of the title where they are more than a third of the height, else 0.
    """

    number: int
    title: str
    pages: int = 1
    part: str = ""
    rows: int = 0
    head: int = 0


def overflows(timeline: Timeline, deck: Deck, room: Room) -> Iterator[Overflow]:
    """The slides of a deck that run over, or whose title takes much of the height."""
    for at, slide in enumerate(deck.slides):
        found = _overflow(timeline, slide, room)
        if found.pages > 1 or found.head:
            yield found._replace(number=at + 1)


def _overflow(timeline: Timeline, slide: Slide, room: Room) -> Overflow:
    pages = pages_of(timeline, slide, room)
    event = timeline.event(slide.event)
    parts = parts_of(timeline, slide, room.width, big=False)
    tall = len(parts[0].lines)
    rows = sum(len(part.lines) + 1 for part in parts) - 1 - room.height
    is_over = len(pages.pages) > 1
    return Overflow(
        number=0,
        title="" if event is None else one_line(event.title),
        pages=len(pages.pages),
        part=_first_over(pages) if is_over else "",
        rows=rows if is_over else 0,
        head=tall if tall * _TALL > room.height else 0,
    )


def _first_over(pages: Pages) -> str:
    """The first part that has a page after the first."""
    return next(stop.part for stop in pages.stops if stop.at)
