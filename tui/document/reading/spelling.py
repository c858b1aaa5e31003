"""Spelling: which known word a person may have meant.

Comparing costs time for every word that is known, so a file full of unknown words gets a bounded
number of comparisons and then no more suggestions.
"""

from collections.abc import Collection
from difflib import get_close_matches
from typing import Final

_MOST_COMPARISONS: Final = 100_000
_A_WORD: Final = 20  # what looking for a word costs, in comparisons, however few are known
_LONGEST: Final = 60
_NEAR: Final = 0.6


class Spelling:
    """Finds near words, each pair once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], str | None] = {}
        self._left = _MOST_COMPARISONS

    def near(
        self, word: str, known: Collection[str], what: str, nearness: float = _NEAR
    ) -> str | None:
        """The nearest of the known words, if any is near; `what` names those words."""
        key = what, word
        if key in self._found:
            return self._found[key]
        self._left -= len(known) + _A_WORD
        if self._left < 0 or len(word) > _LONGEST:
            return None
        near = get_close_matches(word, known, 1, nearness)
        self._found[key] = near[0] if near else None
        return self._found[key]

    def advice(self, word: str, known: Collection[str], what: str) -> str:
        """The end of a sentence about an unknown word: `; did you mean "…"?`, or nothing."""
        near = self.near(word, known, what)
        return f'; did you mean "{near}"?' if near else ""
