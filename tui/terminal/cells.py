"""A row of a terminal as cells, and how text falls into cells.

A cell holds a character with all that joins it; the second half of a wide one holds "".
UNKNOWN stands where nothing is known: it is never painted.
"""

import re
from functools import lru_cache
from typing import Final

from rich.cells import split_graphemes

UNKNOWN: Final = "\0"

# Latin, Greek, Cyrillic, dashes and quotes, arrows and signs, boxes and blocks, ticks and
# crosses, ornaments, Braille: one cell each.
_NARROW: Final = re.compile(
    r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u22ff\u2500-\u25fc"
    r"\u2713-\u2718\u2758-\u2767\u2800-\u28ff]*"
)
# What terminals measure each in its own way: soft hyphens, joined and emoji presentations,
# flags and skin colours.
_DISPUTED: Final = re.compile("[\xad\u200d\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]").search


def is_narrow(text: str) -> bool:
    """Whether each character takes one cell, in a text without controls."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def is_disputed(text: str) -> bool:
    """Whether terminals disagree about the width of something in a text."""
    return _DISPUTED(text) is not None


@lru_cache(maxsize=4096)
def _clusters(text: str) -> tuple[tuple[str, int], ...]:
    """What shares a cell, and how many cells it takes, measured as Textual measures it."""
    return tuple((text[start:end], width) for start, end, width in split_graphemes(text)[0])


class Row:
    """One row: `text` and `look` (a number of `Looks`) of each cell, changed in place."""

    __slots__ = ("disputed", "look", "seen", "text")

    def __init__(self, width: int) -> None:
        self.text = [UNKNOWN] * width
        self.look = [0] * width
        self.seen = self.look
        """What is seen of the looks, once the row has been painted."""
        self.disputed = False
        """Whether there may be clusters of disputed width."""

    def put(self, x: int, text: str, look: int) -> int:
        """Paint a text from a column on, cut off where the row ends; gives the column after it."""
        if not is_narrow(text):
            for cluster, width in _clusters(text):
                x = self._put_cluster(x, cluster, width, look)
            return x
        end = x + len(text)
        row = self.text
        if end > len(row):
            text = text[: max(len(row) - x, 0)]
        if text:
            if not row[x] or (end < len(row) and not row[end]):
                self._free(x, end)
            row[x : x + len(text)] = text
            self.look[x : x + len(text)] = [look] * len(text)
        return end

    def _put_cluster(self, x: int, cluster: str, width: int, look: int) -> int:
        self.disputed = self.disputed or is_disputed(cluster)
        end = x + width
        if not width:
            self._join(x, cluster)
        elif end <= len(self.text):
            self._free(x, end)
            self.text[x:end] = [cluster, ""][:width]
            self.look[x:end] = [look] * width
        elif x < len(self.text):
            self.put(x, " ", look)
        return end

    def _join(self, x: int, marks: str) -> None:
        """Add marks without a width to the cell before a column."""
        before = x - 1 if x and x <= len(self.text) and self.text[x - 1] else x - 2
        if 0 <= before < len(self.text) and self.text[before] != UNKNOWN:
            self.text[before] += marks

    def _free(self, start: int, end: int) -> None:
        """Blank the halves of wide characters whose other halves are painted over."""
        text = self.text
        if not text[start]:
            text[start - 1] = " "
        if end < len(text) and not text[end]:
            text[end] = " "

    def shape(self) -> str:
        """The first character of each cell, something else for the second half of a wide one."""
        shape = "".join(self.text)
        if len(shape) == len(self.text) and "" not in self.text:
            return shape
        return "".join([text[:1] or UNKNOWN for text in self.text])

    def resized(self, width: int) -> "Row":
        """A copy with another width; what is new is unknown."""
        row = Row(width)
        kept = min(width, len(self.text))
        row.text[:kept], row.look[:kept] = self.text[:kept], self.look[:kept]
        row.disputed = self.disputed
        if kept < len(self.text) and kept and not self.text[kept]:
            row.text[kept - 1] = " "
        return row

    def copy_from(self, other: "Row") -> None:
        """Become the same as another of the same width."""
        self.text[:], self.look[:], self.disputed = other.text, other.look, other.disputed
        self.seen = other.seen

    def is_like(self, other: "Row") -> bool:
        """Whether two rows hold the same cells."""
        return self.text == other.text and self.look == other.look
