"""Matches: which names contain what was typed, and how well each does.

Names are compared folded, without the signs between words, in any order of the words that
were typed. A name is prepared once, by `comparable`; asking costs a glance at each.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from tui.timeline.fold import fold

_BETWEEN: Final = re.compile(r"[-\"'()\[\]/.,:;!?·#&]+")
_BATCH: Final = 16_384
"""How many names are looked at in about two milliseconds."""

Positions = Sequence[int]
_Test = Callable[[Positions], Positions]

RANKS: Final = 4
"""How well a name may match: it is the text, begins with it, has its words, contains them."""


class Matches(NamedTuple):
    """The names that match.

    Attributes:
        ranks: Their positions, in their order, the best kind of match first.
        total: How many there are, even where only the best are given.
    """

    ranks: tuple[Positions, ...]
    total: int

    @property
    def positions(self) -> tuple[int, ...]:
        """All that are given, best first."""
        return tuple(at for rank in self.ranks for at in rank)


def go_on() -> None:
    """Pause not at all."""


def comparable(name: str) -> str:
    """A name as it is compared, with a blank before each word."""
    return f" {' '.join(_BETWEEN.sub(' ', fold(name)).split())}"


def matches(
    names: Sequence[str],
    text: str,
    most: int | None = None,
    pause: Callable[[], object] = go_on,
    before: Sequence[int] = (0,) * RANKS,
) -> Matches:
    """The names, made `comparable`, that contain every word of a text; all where there is none.

    Args:
        names: What to look through.
        text: What was typed.
        most: How many of the best to give, None for all.
        pause: Called between two batches, so that other threads get their turn.
        before: For each rank, how many others there are that match as well or better. They are
            among the best, too, and leave so much less room.
    """
    most = len(names) if most is None else most
    rooms = [max(0, most - others) for others in before]
    whole = comparable(text)
    words = sorted(whole.split(), key=len, reverse=True)
    if not words:
        return Matches((range(min(rooms[0], len(names))), *[()] * (RANKS - 1)), len(names))
    tests = _tests(names, whole, words)
    passed: list[list[int]] = [[] for _ in tests]
    total = 0
    for first in range(0, len(names), _BATCH):
        batch = range(first, min(first + _BATCH, len(names)))
        found = _containing(names, batch, words)
        total += len(found)
        for positions, test, room in zip(passed, tests, rooms, strict=True):
            if len(positions) >= room:
                break  # what passes only the easier tests is not among the best
            positions.extend(test(found))
        pause()
    return Matches(_ranks(passed, rooms), total)


def _tests(names: Sequence[str], whole: str, words: Sequence[str]) -> tuple[_Test, ...]:
    """For each rank, those of the names with the words that have it, or a better one."""
    starts = [f" {word}" for word in words]
    return (
        lambda found: [at for at in found if names[at] == whole],
        lambda found: [at for at in found if names[at].startswith(whole)],
        lambda found: _containing(names, found, starts),
        lambda found: found,
    )


def _containing(names: Sequence[str], found: Positions, parts: Sequence[str]) -> Positions:
    """Those of some names that contain every part."""
    for part in parts:
        found = [at for at in found if part in names[at]]
    return found


def _ranks(passed: Sequence[Positions], rooms: Sequence[int]) -> tuple[Positions, ...]:
    """The best positions for which there is room, from those that pass each test."""
    ranks: list[Positions] = []
    better: set[int] = set()
    for positions, room in zip(passed, rooms, strict=True):
        rank = [at for at in positions if at not in better][: max(0, room - len(better))]
        better.update(rank)
        ranks.append(rank)
    return tuple(ranks)
