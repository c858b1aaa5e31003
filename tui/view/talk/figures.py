"""Figures that are read from the back of a room: a year in digits five rows high."""

from typing import Final

_DOT: Final = "██"
_GAP: Final = "  "
_MOST: Final = 9999
# Three dots a row, five rows, as octal digits: 7 is ███, 5 is █ █.
_DIGITS: Final = (
    *("75557", "26227", "71747", "71717", "55711"),
    *("74717", "74757", "71111", "75757", "75717"),
)


def figures(year: int) -> tuple[str, ...]:
    """The rows of a year, all of one width; none for a year that is not 0 to 9999."""
    if not 0 <= year <= _MOST:
        return ()
    digits = [_DIGITS[int(digit)] for digit in f"{year}"]
    return tuple(_GAP.join(_row(int(digit[row])) for digit in digits) for row in range(5))


def _row(dots: int) -> str:
    return "".join(_DOT if dots & bit else _GAP for bit in (4, 2, 1))
