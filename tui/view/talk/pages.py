"""The pages of a slide at a size: nothing is cut, and nothing moves when more is revealed.

A page begins with the title, a later one with one line of it. Parts follow with a blank line
between them, each on one page where it fits one. What of them is revealed decides only what of a
page is drawn. A stop is a part with the page of it that is shown; a talk goes from stop to stop.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.timeline.timeline import Timeline
from tui.view.line import Line, Span, shorten
from tui.view.talk.deck import Slide
from tui.view.talk.parts import Lines, Part, parts_of, short_title

LEAST_BEGUN = 3
"""Rows of a part of several pages that are worth beginning at the foot of a page."""
_BIG = (84, 30)
"""Columns and rows from which on there is room for large figures."""


class Room(NamedTuple):
    """The cells that a slide may take."""

    width: int
    height: int


class Stop(NamedTuple):
    """A part, the page of it that is shown, and where that is among the pages of the slide."""

    part: str
    page: int
    at: int


class Piece(NamedTuple):
    """Lines of a page that are revealed together; the blank lines before them are among them."""

    part: str
    lines: Lines


class Pages(NamedTuple):
    """A slide laid out.

    Attributes:
        pages: The pieces of each page.
        stops: In the order in which a talk comes to them.
    """

    pages: tuple[tuple[Piece, ...], ...]
    stops: tuple[Stop, ...]

    def pages_of(self, part: str) -> int:
        """How many pages a part has."""
        return sum(stop.part == part for stop in self.stops)

    def stop(self, part: str, page: int, pages: int) -> int:
        """The stop that shows of a part what a page of so many pages of it does elsewhere."""
        own = [at for at, stop in enumerate(self.stops) if stop.part == part]
        if not own:
            return 0
        return own[min(page * len(own) // max(1, pages), len(own) - 1)]

    def lines(self, stop: int) -> list[Line]:
        """What is seen at a stop: its page, as far as it is revealed."""
        revealed = {each.part for each in self.stops[: stop + 1]}
        pieces = self.pages[self.stops[stop].at]
        return [line for part, lines in pieces if part in revealed for line in lines]


# Few: each keeps a whole timeline, and a file that is edited meanwhile is read many times.
@lru_cache(4)
def pages_of(timeline: Timeline, slide: Slide, room: Room) -> Pages:
    """Lay a slide out for the room that there is."""
    width, height = max(1, room.width), max(1, room.height)
    small = _laid_out(timeline, slide, Room(width, height), big=False)
    if width < _BIG[0] or height < _BIG[1]:
        return small
    large = _laid_out(timeline, slide, Room(width, height), big=True)
    # Better on fewer pages than large.
    return large if len(large.pages) == len(small.pages) else small


def _laid_out(timeline: Timeline, slide: Slide, room: Room, *, big: bool) -> Pages:
    title, *rest = parts_of(timeline, slide, room.width, big=big)
    brief = (Span(shorten(short_title(timeline, slide), room.width), "dim"),)
    maker = _Maker(room.height, brief)
    maker.begin(title)
    for part in rest:
        maker.add(part)
    return maker.made()


class _Maker:
    """Puts parts on pages of a height."""

    def __init__(self, height: int, brief: Line) -> None:
        self._height = height
        self._brief = brief
        self._pages: list[list[Piece]] = [[]]
        self._stops: list[Stop] = []
        self._left = height

    def begin(self, title: Part) -> None:
        """Put the title first. What of it does not fit one page goes on at the next."""
        self._spread(title.id, title.lines)

    def add(self, part: Part) -> None:
        """Put a part where it fits."""
        fresh = self._height - self._head
        if len(part.lines) + 1 <= self._left:
            self._put(part.id, ((), *part.lines))
        elif len(part.lines) <= fresh:
            self._turn()
            self._put(part.id, part.lines)
        else:
            if self._left > LEAST_BEGUN:
                begun = self._left - 1
                self._put(part.id, ((), *part.lines[:begun]))
                part = part._replace(lines=part.lines[begun:])
            else:
                self._turn()
            self._spread(part.id, part.lines)

    def made(self) -> Pages:
        """The pages with all that was put on them."""
        return Pages(tuple(map(tuple, self._pages)), tuple(self._stops))

    @property
    def _head(self) -> int:
        """Rows at the head of a page after the first."""
        return 2 if self._height > 2 + LEAST_BEGUN else 0

    def _spread(self, part: str, lines: Sequence[Line]) -> None:
        """Put lines on as many pages as they take."""
        while lines:
            if not self._left:
                self._turn()
            taken, lines = tuple(lines[: self._left]), lines[self._left :]
            self._put(part, taken)

    def _put(self, part: str, lines: Lines) -> None:
        page = sum(stop.part == part for stop in self._stops)
        self._stops.append(Stop(part, page, len(self._pages) - 1))
        self._pages[-1].append(Piece(part, lines))
        self._left -= len(lines)

    def _turn(self) -> None:
        """Begin another page."""
        self._pages.append([])
        self._left = self._height
        if self._head:
            first = self._stops[0].part
            self._pages[-1].append(Piece(first, (self._brief, ())))
            self._left -= self._head
