"""Excerpts: the lines of a file round a place, safe to draw."""

import re
from collections.abc import Iterable
from typing import Final

from tui.document.reading.characters import shown

AROUND: Final = 3
"""Lines before and after the one that an excerpt is about."""

_LINE_END: Final = re.compile(r"\r\n?|\n")
_LONGEST: Final = 2000

Excerpt = tuple[tuple[int, str], ...]
"""Lines as (number from 1, text)."""


def excerpts(data: bytes, numbers: Iterable[int]) -> dict[int, Excerpt]:
    """The lines round each of some line numbers, by that number.

    A tab is shown as one blank, so that columns stay what they are.
    """
    lines = _LINE_END.split(data.decode("utf-8-sig", "replace"))
    return {number: _excerpt(lines, number) for number in set(numbers)}


def _excerpt(lines: list[str], number: int) -> Excerpt:
    first = max(1, number - AROUND)
    last = min(len(lines), number + AROUND)
    return tuple(
        (at, shown(lines[at - 1].replace("\t", " "), _LONGEST)) for at in range(first, last + 1)
    )
