"""An unfinished git merge: which lines of a text are not of one's own side of it.

A git that stops in the middle of a merge leaves both sides in the file, between marks.
"""

import re
from typing import Final

_MARK: Final = re.compile(
    r"^(<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)(?: [^\n]*)?(?:\n|\Z)", re.MULTILINE
)
_OURS: Final = "<<<<<<<"
_END: Final = ">>>>>>>"


def other_sides(text: str) -> list[tuple[int, int]]:
    """The whole lines to leave out for one's own side to stay, and no mark of a merge."""
    found: list[tuple[int, int]] = []
    is_ours = False
    other: int | None = None
    for mark in _MARK.finditer(text):
        start, end = mark.span()
        if mark[1] == _OURS:
            is_ours, other = True, None
        elif mark[1] != _END:
            other = start if is_ours else other
            is_ours = False
        elif other is not None:
            while found and found[-1][0] >= other:
                found.pop()
            start, other = other, None
        found.append((start, end))
    return found
