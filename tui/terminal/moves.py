"""The fewest bytes that take a terminal's cursor from one cell to another.

Rows and columns count from 0; UNKNOWN stands for a row or column not known. A line feed is used
only where a carriage return does no harm, since the line may put one before it (ONLCR).
"""

from functools import lru_cache
from typing import Final

UNKNOWN: Final = -1
_FEEDS: Final = 4
"""More line feeds than this are never shorter than a move to the row."""


@lru_cache(maxsize=1 << 16)
def move(start: tuple[int, int], goal: tuple[int, int]) -> str:
    """The sequence from one (row, column) to another; the start may be unknown in part."""
    if start == goal:
        return ""
    (y0, x0), (y, x) = start, goal
    if y0 == y:
        return _along(x0, x)
    ways = [_absolute(y, x)]
    if y0 != UNKNOWN:
        if x0 == x:
            ways += [f"\x1b[{y + 1}d", _step(y - y0, "B", "A")]
        if 0 < y - y0 <= _FEEDS:
            ways.append(("\r" if x0 else "") + "\n" * (y - y0) + _step(x, "C", "D"))
    return min(ways, key=len)


def _absolute(y: int, x: int) -> str:
    return f"\x1b[{y + 1 if y else ''}{f';{x + 1}' if x else ''}H"


@lru_cache(maxsize=1 << 14)
def _along(x0: int, x: int) -> str:
    if not x:
        return "\r"
    ways = [f"\x1b[{x + 1}G", "\r" + _step(x, "C", "D")]
    if x0 != UNKNOWN:
        ways.append("\b" * (x0 - x) if 0 < x0 - x <= _FEEDS else _step(x - x0, "C", "D"))
    return min(ways, key=len)


def _step(by: int, onward: str, back: str) -> str:
    if not by:
        return ""
    return f"\x1b[{abs(by) if abs(by) > 1 else ''}{onward if by > 0 else back}"
