"""The order of a list that shows what is linked first, without ever building that list.

A slot is a place in the list, a position a place among the records. However many records
there are and however many of them are linked, making a listing costs nothing and a look-up
a logarithm. Only tuples of positions are searched one by one: those are short, and in any order.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.timeline.timeline import Ranked


def holds(positions: Sequence[int], at: int) -> bool:
    """Whether a position is among some."""
    return _find(positions, at) is not None


@dataclass(frozen=True, eq=False)
class Runs(Sequence[int]):
    """Positions of several kinds in one list, one run after the other, none of them copied.

    Each run is given with what its positions are moved by, and with that comes before the next.
    """

    parts: tuple[tuple[Sequence[int], int], ...]

    def __len__(self) -> int:
        return sum(len(positions) for positions, _ in self.parts)

    def __getitem__(self, at: int) -> int:  # type: ignore[override]
        left = at if at >= 0 else at + len(self)
        for positions, offset in self.parts:
            if 0 <= left < len(positions):
                return positions[left] + offset
            left -= len(positions)
        message = f"{len(self)} positions have no number {at}"
        raise IndexError(message)

    def __contains__(self, position: object) -> bool:
        return isinstance(position, int) and self.find(position) is not None

    def index(self, value: int, start: int = 0, stop: int | None = None) -> int:
        """Where a position stands; a ValueError if it is not there."""
        at = self.find(value)
        if at is None or at not in range(len(self))[start:stop]:
            message = f"{value} is not among the positions"
            raise ValueError(message)
        return at

    def find(self, position: int) -> int | None:
        """Where a position stands, None if it is not there."""
        before = 0
        for positions, offset in self.parts:
            at = _find(positions, position - offset)
            if at is not None:
                return before + at
            before += len(positions)
        return None

    @property
    def ascending(self) -> "Runs":
        """The same positions, sorted."""
        return Runs(tuple((_ascending(positions), offset) for positions, offset in self.parts))


class Listing:
    """Positions as they are listed: those in front as given, then the rest in order.

    `shown` are all of them, ascending; `front` holds distinct positions of those.
    """

    def __init__(self, front: Sequence[int], shown: Sequence[int]) -> None:
        self.front = front
        self.shown = shown

    @property
    def total(self) -> int:
        """How many slots there are."""
        return len(self.shown)

    @cached_property
    def _sorted_front(self) -> Sequence[int]:
        """The ranks among all of those in front, ascending."""
        front = _ascending(self.front)
        return front if isinstance(self.shown, range) else _RanksIn(self.shown, front)

    @cached_property
    def _rest_before(self) -> "_RestBefore":
        return _RestBefore(self._sorted_front)

    def position(self, slot: int) -> int:
        """The position listed at a slot (`0 ≤ slot < total`)."""
        if slot < len(self.front):
            return self.front[slot]
        number = slot - len(self.front)
        return self.shown[number + bisect_right(self._rest_before, number)]

    def slot(self, position: int) -> int:
        """The slot at which a position is listed."""
        in_front = _find(self.front, position)
        if in_front is not None:
            return in_front
        rank = bisect_left(self.shown, position)
        return len(self.front) + rank - bisect_left(self._sorted_front, rank)


class _RanksIn(Sequence[int]):
    """For each of some positions its place among all that are shown."""

    def __init__(self, shown: Sequence[int], positions: Sequence[int]) -> None:
        self._shown = shown
        self._positions = positions

    def __len__(self) -> int:
        return len(self._positions)

    def __getitem__(self, at: int) -> int:  # type: ignore[override]
        return bisect_left(self._shown, self._positions[at])


class _RestBefore(Sequence[int]):
    """For each of the sorted front positions, how many of the rest come before it."""

    def __init__(self, sorted_front: Sequence[int]) -> None:
        self._front = sorted_front

    def __len__(self) -> int:
        return len(self._front)

    def __getitem__(self, at: int) -> int:  # type: ignore[override]
        return self._front[at] - at


def _find(positions: Sequence[int], position: int) -> int | None:
    """Where a position stands among some, None if it is not there."""
    match positions:
        case Runs():
            return positions.find(position)
        case Ranked():
            at = _find(positions.ascending, position)
            return None if at is None else positions.ranks[at]
        case array():
            at = bisect_left(positions, position)
            return at if at < len(positions) and positions[at] == position else None
        case _:
            return positions.index(position) if position in positions else None


def _ascending(positions: Sequence[int]) -> Sequence[int]:
    """Positions sorted; only those of a tuple are copied for it."""
    match positions:
        case array() | range():
            return positions
        case Runs() | Ranked():
            return positions.ascending
        case _:
            return sorted(positions)
