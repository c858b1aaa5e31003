"""Ordering: the events of a file put in the order of their dates, in whole blocks.

Each block goes with the comments that belong to it: those that touch it from above, and those
below it that are further in. What stands between blocks, with a blank line below it, stays where
it is: a heading such as `# ---- 2014 ----`. An event that belongs at headings goes below those
that name its year or an earlier one. Where they name none, it goes below them if they part it
from the year before, and above them otherwise. A heading that has lost its last event stays, for
whoever wrote it to decide. What touches the first event is taken for a heading, too.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tui.document.editing import block_edits, lots
from tui.document.editing.piece import EditError
from tui.document.reader import Reading, read
from tui.timeline.changes import record_changes
from tui.timeline.order import as_written, staying
from tui.timeline.records import Event

_LEADING_BLANK: Final = re.compile(r"\A(?:[ \t]*\r?\n)+")
_HEADING: Final = re.compile(r"(?:[ \t]*#[^\n]*\n)+(?:[ \t]*\r?\n)*")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")


def ordered(text: str, reading: Reading) -> str:
    """The text of a file with its events in order; the same text if they are.

    Args:
        text: The text of a file, without a byte order mark.
        reading: What was read of it.

    Raises:
        EditError: It has errors, or an event shares a line with something else.
    """
    if any(problem.severity == "error" for problem in reading.problems):
        raise EditError("it has errors; mend them first, `dateline check` names them")
    written = as_written(reading.timeline)
    stay = staying(written)
    if len(stay) == len(written):
        return text
    blocks = _Blocks(text, written)
    moving = [at for at in range(len(written)) if at not in stay]
    for at in reversed(moving):
        blocks.take(at)
    for at in moving:
        blocks.put(at)
    made = blocks.text()
    _check(reading, read(made.encode()))
    return made


class _Blocks:
    """The blocks of events, by their places in the file, and what stands around each."""

    def __init__(self, text: str, written: Sequence[Event]) -> None:
        self._written = written
        self._eol = "\r\n" if "\r\n" in text[: 1 << 16] else "\n"
        piece = lots.checked(text, self._eol)
        spot = piece.spot(("events",))
        holder = spot.node
        if holder.style == "flow" or block_edits.size(holder) != len(written):
            raise EditError("its events have no lines of their own")
        lines = [block_edits.lines_of(piece, holder, at) for at in range(len(written))]
        found = [text[each.start : each.end] for each in lines]
        start = piece.line_end(spot.key.start if spot.key else holder.start)
        self._head = text[:start]
        self._tail = text[lines[-1].end :]
        self._ends = found[-1].endswith("\n")
        self._blocks = [each if each.endswith("\n") else each + self._eol for each in found]
        self._row = list(range(len(written)))
        between = [text[one.end : other.start] for one, other in pairwise(lines)]
        self._gaps = [text[start : lines[0].start], *between, ""]
        self._blank = self._eol if any(map(_LEADING_BLANK.match, between)) else ""

    def take(self, at: int) -> None:
        """Take a block out of the row."""
        place = self._row.index(at)
        self._row.pop(place)
        before, behind = self._gaps[place : place + 2]
        if "#" in behind and (not place or "#" in before):
            gap = before + _LEADING_BLANK.sub("", behind)
        else:
            gap = before if not place or "#" in before else behind
        self._gaps[place : place + 2] = [gap]

    def put(self, at: int) -> None:
        """Put a block into the row where its date belongs."""
        place = bisect_right(self._row, self._key(at), key=self._key)
        gap = self._gaps[place]
        is_between = 0 < place < len(self._row)
        blank = self._eol if _LEADING_BLANK.match(gap) else "" if is_between else self._blank
        cut = self._cut(at, place)
        before, behind = gap[:cut], gap[cut:]
        leading = _LEADING_BLANK.match(gap)
        if not before and (place or leading):
            before = blank
        is_last = place == len(self._row)
        if not _LEADING_BLANK.match(behind) and (behind or not is_last):
            behind = blank + behind
        self._gaps[place : place + 1] = [before, behind]
        self._row.insert(place, at)

    def text(self) -> str:
        """The file as it is now."""
        row = (gap + self._blocks[at] for gap, at in zip(self._gaps, self._row, strict=False))
        made = self._head + "".join(row) + self._gaps[-1] + self._tail
        return made if self._ends or self._tail else made.removesuffix(self._eol)

    def _key(self, at: int) -> tuple[tuple[int, ...], int]:
        return self._written[at].date.order, at

    def _cut(self, at: int, place: int) -> int:
        """Where among the headings at a place a block belongs."""
        gap, year = self._gaps[place], self._written[at].date.year
        headings = list(_HEADING.finditer(gap))
        years = [
            (each.end(), int(found[0])) for each in headings if (found := _YEAR.search(each[0]))
        ]
        if years:
            return max((end for end, begins in years if begins <= year), default=0)
        if not headings:
            return len(gap)
        near = self._row[max(0, place - 1) : place + 1]
        years_near = [self._written[each].date.year for each in near]
        return len(gap) if not place or years_near[0] != year == years_near[-1] else 0


def _check(before: Reading, after: Reading) -> None:
    """Raises `EditError` where the file would say something else, or not be in order."""
    old, new = before.timeline, after.timeline
    are_alike = [each.id for each in old.events] == [each.id for each in as_written(new)]
    is_well = len(before.problems) == len(after.problems)
    if not are_alike or not is_well or any(record_changes(old, new)):
        raise EditError("there is no way to move these blocks which leaves all else as it is")
