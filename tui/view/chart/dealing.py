"""Dealing: how many rows each lane has of those that there is room for.

Every lane has one. The others go, one by one, where they are wanted most: first until what
happens at about the same time stands on different rows, then until each event has a row of its
own to be called on. It is reckoned from a few numbers of each lane, however many events it has;
neither zoom nor the time that is seen matters.
"""

from collections.abc import Sequence
from heapq import heapify, heappop, heapreplace
from typing import Final, NamedTuple

MOST: Final = 500
"""The rows that a lane asks for at most, and that none gets: more than anybody can see."""
_TO_A_ROW: Final = 3
"""Events for which a lane takes another row by itself."""
_MANY: Final = 500
"""Events from which a lane counts on a row of its own what has no room, for the numbers."""
_SHARE: Final = 4
"""How many lanes there is to be room for where not all of them have any."""
_LEAST: Final = 2
"""Rows that a lane may have there at least."""


class Needs(NamedTuple):
    """The rows that a lane asks for.

    Attributes:
        events: How many events it has.
        least: The rows on which all of them stand, if what goes on gives way to what begins.
        whole: The rows on which nothing gives way.
        apart: The rows on which events of about the same time are on different ones.
    """

    events: int
    least: int
    whole: int
    apart: int


class Share(NamedTuple):
    """The rows that a lane gets.

    Attributes:
        rows: Those for events.
        has_counts: Whether one more counts the events that have found none of them.
        is_crowded: Whether these are on the last of them, instead.
    """

    rows: int
    has_counts: bool = False
    is_crowded: bool = False

    @property
    def height(self) -> int:
        """How many rows it takes."""
        return self.rows + self.has_counts


def by_themselves(needs: Sequence[Needs], most: int) -> list[Share]:
    """The rows of each lane where there is no end of room, but a most for the events of each."""
    return [_by_itself(each, most) for each in needs]


def dealt(needs: Sequence[Needs | None], room: int) -> list[Share]:
    """The rows of each lane where there are so many for all of them.

    A lane of None is folded, and takes one row. Where there is too little room for all lanes,
    each is as small as lets some be seen.
    """
    heights = [_fewest(each) for each in needs]
    left = room - sum(heights)
    if left < 0:
        most = max(_LEAST, room // _SHARE)
        heights = [min(_wanted(each), most) for each in needs]
    else:
        left = _raised(heights, [_wanted(each) for each in needs], left)
        _raised(heights, [_useful(each) for each in needs], left)
    return [_within(each, height) for each, height in zip(needs, heights, strict=True)]


def _by_itself(needs: Needs, most: int) -> Share:
    wanted = max(-(-needs.events // _TO_A_ROW), needs.whole, needs.apart)
    rows = min(wanted, needs.events, most)
    # A row that counts a single one might as well have it.
    return Share(needs.least) if rows + 1 == needs.least else Share(rows, rows < needs.least)


def _fewest(needs: Needs | None) -> int:
    """The rows that a lane takes at least."""
    return 1 if needs is None or needs.least == 1 or needs.events < _MANY else 2


def _wanted(needs: Needs | None) -> int:
    """The rows beyond which a lane has less use for another."""
    return 1 if needs is None else min(max(needs.apart, needs.whole), MOST - 1)


def _useful(needs: Needs | None) -> int:
    """The rows beyond which a lane has no use for another."""
    return 1 if needs is None else min(needs.events, MOST - 1)


def _raised(heights: list[int], goals: Sequence[int], left: int) -> int:
    """Raise heights to their goals, always where there is least of that yet; what is left then."""
    each = enumerate(zip(goals, heights, strict=True))
    heap = [(-goal / height, height, at) for at, (goal, height) in each if height < goal]
    heapify(heap)
    while heap and left:
        _, height, at = heap[0]
        heights[at] = height + 1
        left -= 1
        if heights[at] < goals[at]:
            heapreplace(heap, (-goals[at] / heights[at], heights[at], at))
        else:
            heappop(heap)
    return left


def _within(needs: Needs | None, height: int) -> Share:
    """A lane in so many rows."""
    if needs is None or height >= needs.whole:
        return Share(height)
    if needs.events < _MANY:
        return Share(height, is_crowded=True)
    return Share(height - 1, has_counts=True) if height < needs.least else Share(height)
