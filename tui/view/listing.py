"""The order of a list that shows what is linked first, without ever building that list.

A slot is a place in the list, a position a place among the records. However many
records there are, making a listing costs what is linked, and a look-up its logarithm.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property


def holds(positions: Sequence[int], at: int) -> bool:
    """Whether a position is among some; `array`s of positions are sorted, so they are searched."""
    if not isinstance(positions, array):
        return at in positions
    found = bisect_left(positions, at)
    return found < len(positions) and positions[found] == at


class Listing:
    """Positions `0 … total-1` as they are listed: those in front as given, then the rest in order.

    `front` holds distinct positions below `total`.
    """

    def __init__(self, front: Sequence[int], total: int) -> None:
        self.front = front
        self.total = total

    @cached_property
    def _sorted_front(self) -> Sequence[int]:
        return self.front if isinstance(self.front, array | range) else sorted(self.front)

    @cached_property
    def _rest_before(self) -> "_RestBefore":
        return _RestBefore(self._sorted_front)

    def position(self, slot: int) -> int:
        """The position listed at a slot (`0 ≤ slot < total`)."""
        if slot < len(self.front):
            return self.front[slot]
        number = slot - len(self.front)
        return number + bisect_right(self._rest_before, number)

    def slot(self, position: int) -> int:
        """The slot at which a position is listed."""
        in_front = bisect_left(self._sorted_front, position)
        if in_front < len(self.front) and self._sorted_front[in_front] == position:
            if self._sorted_front is self.front:
                return in_front
            return self.front.index(position)
        return len(self.front) + position - in_front


class _RestBefore(Sequence[int]):
    """For each of the sorted front positions, how many of the rest come before it."""

    def __init__(self, sorted_front: Sequence[int]) -> None:
        self._front = sorted_front

    def __len__(self) -> int:
        return len(self._front)

    def __getitem__(self, at: int) -> int:  # type: ignore[override]
        return self._front[at] - at
