"""The stage of a talk: for a screen of some size, where its rows stand and what a slide may take.

From top to bottom: a bar, the strip, blank rows, the slide in a column in the middle, the notes
if they are shown, and the foot. Rows are left out whole where there is no room, never squeezed.
"""

from typing import Final, NamedTuple

from tui.timeline.records import Ref
from tui.view.layout import SMALLEST
from tui.view.line import BARS, Line, Span, shorten, width_of
from tui.view.page import MEASURE
from tui.view.rows import between
from tui.view.strip import strip_at
from tui.view.talk.pages import Room
from tui.view.talk.talk import Talk

_STRIP: Final = 18
"""Rows from which there is room for the strip."""
_AIRY: Final = 22
"""Rows from which there is a blank one between what is told and what stands round it."""
_HIGH: Final = 36
"""Rows from which there are two above it."""
_WIDE: Final = (140, 100)
"""Columns from which lines may be longer than they are best read, and how long."""
_MARGIN: Final = 2
_DONE, _TO_COME = "●", "·"


class Stage(NamedTuple):
    """Where things stand.

    Attributes:
        width: Columns of the screen.
        height: Rows of the screen.
        strip: Rows of the strip, 0 where there is none.
        above: Blank rows between the strip and the slide.
        left: Columns to the left of the slide.
        room: What the slide may take.
        notes: Rows of the notes, 0 where they are not shown.
    """

    width: int
    height: int
    strip: int
    above: int
    left: int
    room: Room
    notes: int = 0

    @property
    def note(self) -> Room:
        """What the notes may take below a rule."""
        return Room(self.room.width, max(0, self.notes - 1))

    @property
    def is_tiny(self) -> bool:
        """Whether there is no room for anything."""
        return self.width < SMALLEST[0] or self.height < SMALLEST[1]


def stage_of(width: int, height: int, *, notes: bool = False) -> Stage:
    """The stage on a screen of a size, with the notes of the speaker or without."""
    strip = 2 * (height >= _STRIP)
    above = int(height >= _AIRY) + int(height >= _HIGH)
    column = _WIDE[1] if width >= _WIDE[0] else min(MEASURE, width - 2 * _MARGIN)
    column = max(1, column)
    below = height // 3 if notes else 0
    rows = height - 2 - strip - above - (below or min(above, 1))
    left = max(0, width - column) // 2
    return Stage(width, height, strip, above, left, Room(column, max(1, rows)), below)


def bar(talk: Talk, stage: Stage, followers: int = 0) -> Line:
    """What is told, how many follow it, and which of the slides this is; nothing over the cover."""
    if talk.slide is None:
        return (Span(" " * stage.width),)
    place = f"{talk.number} "
    following = f"{followers:,} following   " if followers else ""
    short = shorten(talk.title, stage.width - len(following) - len(place) - 3)
    return between((Span(f" {short}", "dim"),), (Span(following + place, "dim"),), stage.width)


def strip(talk: Talk, stage: Stage) -> tuple[Line, ...]:
    """How many events there are along time, and where among them the slide is."""
    slide = talk.slide
    at = talk.timeline.position(Ref("event", slide.event)) if slide and stage.strip else None
    if at is None:
        return ()
    margin = Span(" ")
    density, axis = strip_at(talk.timeline, at, stage.width - 2)
    # A letter of a year in a look of its own costs a line more than it says below a bright block.
    quiet = (span._replace(tone="dim") if span.tone in BARS else span for span in axis)
    return (margin, *density, margin), (margin, *quiet, margin)


def foot(talk: Talk, stage: Stage, message: str = "", time: str = "") -> Line:
    """What there is to say, else how much of the slide is shown; the time at the right."""
    right = (Span(f"{time} ", "dim"),) if time else ()
    room = stage.width - width_of(right) - 2
    if message:
        said = Span(shorten(message, room), "accent")
        indent = min(stage.left, stage.width - width_of((said, *right)) - 1)
        return between((Span(" " * max(1, indent)), said), right, stage.width)
    return between((Span(" " * stage.left), *_progress(talk, stage)), right, stage.width)


def _progress(talk: Talk, stage: Stage) -> Line:
    """A dot for each part, those that are shown first, and which of several pages this is."""
    if talk.slide is None:
        return ()
    page, pages = talk.place(stage.room)
    parts, shown = len(talk.parts), talk.revealed
    dots: Line = (Span(_DONE * shown, "dim"), Span(_TO_COME * (parts - shown), "faint"))
    if parts > stage.room.width // 2:
        dots = (Span(f"{shown} of {parts}", "dim"),)
    return (*dots, Span(f"   page {page} of {pages}", "dim")) if pages > 1 else dots
