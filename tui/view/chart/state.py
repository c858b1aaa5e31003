"""What a reader has made of the chart: grouping, scale, what is folded, how far it is scrolled."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from tui.timeline.timeline import Timeline
from tui.view.chart.groups import By
from tui.view.chart.lanes import Lanes, Screen, lanes_of
from tui.view.chart.scale import Scale, fitted, framed
from tui.view.pins import Chip
from tui.view.shown import Shown


class Period(NamedTuple):
    """Some time: its first day and its last."""

    first: int
    last: int

    def within(self, first: int, last: int) -> "Period":
        """What of it is between two days; all of it if nothing is."""
        inner = Period(max(self.first, first), min(self.last, last))
        return inner if inner.first <= inner.last else self


class Aim(NamedTuple):
    """A time that the reader chose to see, and the scale that there is room for instead.

    Another width has another scale. Once the reader has moved on, it says nothing.

    Attributes:
        wanted: What was chosen: a scale of another width, or a time to have in sight as a whole.
        made: The scale that was made of it, None as long as nobody knows the width.
    """

    wanted: Scale | Period
    made: Scale | None = None


class Former(NamedTuple):
    """The time that was seen before a filter left nothing in it, to come back to without that.

    Attributes:
        wanted: Which; None for all of it.
        instead: What is seen in its place, likewise.
        at: The event that had the cursor then.
    """

    wanted: Scale | Period | None
    instead: Period | None
    at: int | None


class Goal(NamedTuple):
    """The time that the cursor keeps to while it goes from lane to lane.

    Attributes:
        at: The event that it has come to; of another under the cursor the goal says nothing.
        day: The day that it is to be near.
        origin: The event that it set out from, which it comes back to in any lane that has it.
    """

    at: int
    day: int
    origin: int


@dataclass(frozen=True)
class ChartState:
    """How the chart is looked at; the cursor, filters and the rest are the view's.

    Attributes:
        by: What a lane is.
        scale: Which time is seen; None for all of it, or for what is aimed at.
        aim: What the scale was made of, where that is another.
        chips: What was filtered by when it was last seen.
        former: What was seen before that, if it had nothing of what is shown.
        lane: The key of the lane that the cursor is in, where its event is in several; None for
            the first of them.
        folded: The keys of the lanes that are a single row of blocks.
        folded_elsewhere: The groupings and the keys of those that are so in other groupings.
        head: The event under the cursor, where the cursor is on the name of its lane and not
            on its mark; of another event it says nothing.
        goal: Where the cursor is to be near in time, if it went from lane to lane last.
        astray: The event under the cursor, where the reader has turned away from it, to other
            time or other lanes; likewise.
        top: How many rows of lanes are scrolled away.
        room: How many rows there are for all lanes; None for as many as they need.
        most_rows: How many rows a lane may have, whatever room there is; None to go by that.
        is_print: Whether it is for paper: the scale stays as wide as it is, and rows without an
            event in it are left out.
    """

    by: By = "thread"
    scale: Scale | None = None
    aim: Aim | None = None
    chips: tuple[Chip, ...] = ()
    former: Former | None = None
    lane: str | None = None
    folded: frozenset[str] = frozenset()
    folded_elsewhere: frozenset[tuple[By, str]] = frozenset()
    head: int | None = None
    goal: Goal | None = None
    astray: int | None = None
    top: int = 0
    room: int | None = None
    most_rows: int | None = None
    is_print: bool = False

    @property
    def at_cursor(self) -> "ChartState":
        """The state of a reader who looks at the cursor, wherever they had turned to."""
        return self if self.astray is None else replace(self, astray=None)

    def goal_at(self, at: int) -> Goal | None:
        """Where the cursor is to be near in time, if it came to an event by that."""
        return self.goal if self.goal is not None and self.goal.at == at else None

    def sized(self, room: int | None) -> "ChartState":
        """The state with so many rows for all lanes."""
        return self if room == self.room else replace(self, room=room)

    def lanes(self, timeline: Timeline, shown: Shown | None) -> Lanes:
        """The lanes of what is shown."""
        if self.most_rows is not None:
            return lanes_of(timeline, shown, self.by, self.most_rows)
        screen = None if self.room is None else Screen(self.room, self.folded)
        return lanes_of(timeline, shown, self.by, screen=screen)

    @property
    def wanted(self) -> Scale | Period | None:
        """Which time the reader wants to see; None for all of it."""
        aim = self.aim
        return aim.wanted if aim is not None and aim.made == self.scale else self.scale

    def bounds(self, lanes: Lanes) -> Period:
        """The time that there is to see: that of all events, and what is aimed at beside them."""
        span, wanted = Period(*lanes.span), self.wanted
        if not isinstance(wanted, Period):
            return span
        first, last = wanted.within(*_known(lanes))
        if last < span.first or span.last < first:
            return span
        return Period(min(first, span.first), max(last, span.last))

    def scale_in(self, lanes: Lanes, width: int, day: int) -> Scale:
        """The scale over a width; a day that was inside stays so."""
        if self.scale is not None and (self.is_print or self.scale.width == width):
            return self.scale
        match self.wanted:
            case None:
                return fitted(*lanes.span, width)
            case Period() as period:
                return framed(*period.within(*_known(lanes)), width)
            case Scale() as wanted:
                return wanted if wanted.width == width else wanted.resized(width, day)


def _known(lanes: Lanes) -> Period:
    """All days that the timeline knows of, and those on which an open start may have been."""
    (first, last), known = lanes.span, lanes.extents.known
    return Period(min(first, known.first), max(last, known.last))
