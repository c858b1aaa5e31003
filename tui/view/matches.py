"""Matches: which names contain what was typed, and how well each does.

Names are compared folded, without the signs between words, in any order of the words that
were typed. A name is prepared once, by `comparable`; asking costs a glance at each.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from tui.timeline.fold import fold

_BETWEEN: Final = re.compile(r"[-\"'()\[\]/.,:;!?·#&]+")
_BATCH: Final = 4096

RANKS: Final = 4
"""How well a name may match: it is the text, begins with it, has its words, contains them."""


class Matches(NamedTuple):
    """The positions of the names that match, in their order, the best kind of match first."""

    ranks: tuple[Sequence[int], ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(map(len, self.ranks))

    @property
    def positions(self) -> tuple[int, ...]:
        """All of them, best first."""
        return tuple(at for rank in self.ranks for at in rank)


def go_on() -> None:
    """Pause not at all."""


def comparable(name: str) -> str:
    """A name as it is compared, with a blank before each word."""
    return f" {' '.join(_BETWEEN.sub(' ', fold(name)).split())}"


def matches(names: Sequence[str], text: str, pause: Callable[[], object] = go_on) -> Matches:
    """The names, made `comparable`, that contain every word of a text; all where there is none.

    Args:
        names: What to look through.
        text: What was typed.
        pause: Called between two batches, so that other threads get their turn.
    """
    whole = comparable(text)
    words = sorted(whole.split(), key=len, reverse=True)
    if not words:
        return Matches((range(len(names)), *[()] * (RANKS - 1)))
    starts = [f" {word}" for word in words]
    ranks: tuple[list[int], ...] = tuple([] for _ in range(RANKS))
    for first in range(0, len(names), _BATCH):
        found: Sequence[int] = range(first, min(first + _BATCH, len(names)))
        for word in words:
            found = [at for at in found if word in names[at]]
        for at in found:
            name = names[at]
            if name.startswith(whole):
                ranks[len(name) > len(whole)].append(at)
            else:
                ranks[2 if all(start in name for start in starts) else 3].append(at)
        pause()
    return Matches(ranks)
