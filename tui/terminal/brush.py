"""Paints rows onto a terminal with few bytes, knowing where its cursor is and what look it has.

What is not known of the terminal (after it was resized, or a program wrote to it) is UNKNOWN, and
then nothing relative is sent. After the last column the column is unknown, since terminals differ.
"""

import re
from itertools import compress, groupby
from operator import ne, or_
from typing import Final, NamedTuple

from tui.terminal import cells
from tui.terminal.cells import Row, is_disputed
from tui.terminal.looks import Looks
from tui.terminal.moves import UNKNOWN, move

_ERASE_LINE: Final = "\x1b[K"
_STRETCHES: Final = re.compile(b"\x01+").finditer
_SPACES: Final = re.compile(" +").match
# Shorter runs are never erased with fewer bytes than they have spaces.
_BLANK: Final = re.compile(" {4,}").search


class _Wanted(NamedTuple):
    """A row to be painted: its cells, their first characters, and for each whether it changed."""

    y: int
    text: list[str]
    look: list[int]
    shape: str
    changes: bytearray
    disputed: bool


class Brush:
    """A terminal's cursor and look; `bce` says that it erases with the background of the look."""

    def __init__(self, looks: Looks, *, bce: bool) -> None:
        self._bce = bce
        self._looks = looks
        self._out: list[str] = []
        self._y = self._x = self._look = UNKNOWN

    def lose(self) -> None:
        """Forget what is known of the terminal."""
        self._y = self._x = self._look = UNKNOWN

    def lose_place(self) -> None:
        """Forget where the cursor is."""
        self._y = self._x = UNKNOWN

    def take(self) -> str:
        """What is to be sent since the last time."""
        text = "".join(self._out)
        self._out.clear()
        return text

    def go(self, y: int, x: int) -> None:
        """Move the cursor."""
        self._out.append(move((self._y, self._x), (y, x)))
        self._y, self._x = y, x

    def wear(self, look: int) -> None:
        """Change the look of what is written next."""
        if look != self._look:
            self._out.append(self._looks.change(self._look, look))
            self._look = look

    def rest(self, look: int) -> None:
        """Put on the look that the stream ended with; one not known is plain already."""
        if look or self._look != UNKNOWN:
            self.wear(look)

    def paint(self, y: int, want: Row, have: Row) -> None:
        """Turn a row that is shown into the one that is wanted, and note that it is shown."""
        if want.disputed:
            want.disputed = is_disputed("".join(want.text))
        if disputed := want.disputed or have.disputed:
            # What is beside a cluster of disputed width may be elsewhere than it seems.
            self._clear(y, want)
            changes = bytearray(text != cells.UNKNOWN for text in want.text)
        else:
            changes = self._changes(want, have)
        row = _Wanted(y, want.text, want.look, want.shape(), changes, disputed)
        done = 0
        for stretch in _STRETCHES(changes):
            start, end = stretch.span()
            done = self._paint_stretch(row, max(start, done), end)
        have.copy_from(want)

    def _changes(self, want: Row, have: Row) -> bytearray:
        """For each cell whether it has to be painted."""
        text, spaces = want.text, self._looks.on_space
        looks = list(map(ne, want.look, have.look))
        changes = bytearray(map(or_, map(ne, text, have.text), looks))
        for x in compress(range(len(text)), looks):
            if text[x] == " " == have.text[x] and spaces[want.look[x]] == spaces[have.look[x]]:
                changes[x] = 0
        return changes

    def _clear(self, y: int, want: Row) -> None:
        if cells.UNKNOWN not in want.text:
            self.go(y, 0)
            self.wear(0)
            self._out.append(_ERASE_LINE)

    def _paint_stretch(self, row: _Wanted, start: int, end: int) -> int:
        """Paint neighbouring cells, a run of one look after the other; gives the first not done."""
        done = stop = start
        for look, run in groupby(row.look[start:end]):
            stop += len(list(run))
            while done < stop:
                # A run of spaces may go on where nothing changed, and be erased as one.
                blank = _BLANK(row.shape, done) if self._looks.erased[look] else None
                if blank and blank.start() == done:
                    done = self._paint_spaces(row, done, look)
                    continue
                until = min(blank.start(), stop) if blank else stop
                if row.disputed:
                    until = done + 1
                self._paint_run(row, done, until, look)
                done = until
        return done

    def _paint_run(self, row: _Wanted, start: int, end: int, look: int) -> None:
        """Paint cells of one look."""
        text = "".join(row.text[start:end])
        if not text:
            # The second half of what was painted before.
            return
        if start != self._x or row.y != self._y:
            self._reach(row, start)
        spaces = self._looks.on_space
        # A space needs no ink.
        if look != self._look and not (
            self._look != UNKNOWN and spaces[look] == spaces[self._look] and not text.strip(" ")
        ):
            self.wear(look)
        self._out.append(text)
        if end < len(row.text) and not row.text[end]:
            end += 1
        lost = end == len(row.text) or (row.disputed and is_disputed(text))
        self._x = UNKNOWN if lost else end

    def _paint_spaces(self, row: _Wanted, start: int, look: int) -> int:
        """Erase or paint the spaces from a column on; gives the first not done, changed or not."""
        spaces, width = self._looks.on_space, len(row.text)
        end = self._end_of_spaces(row, start, look)
        last = row.changes.rfind(1, start, end) + 1
        count = last - start
        self._reach(row, start)
        if self._look == UNKNOWN or spaces[self._look] != spaces[look]:
            ways = (look, spaces[look])
            self.wear(min(ways, key=lambda way: len(self._looks.change(self._look, way))))
        erasing = self._bce or not self._looks.has_paper(look)
        if erasing and end == width and count > len(_ERASE_LINE):
            self._out.append(_ERASE_LINE)
        elif self._bce and count > 2 * len(f"\x1b[{count}X"):
            # To erase, and to move on.
            self._out.append(f"\x1b[{count}X")
        else:
            self._out.append(" " * count)
            self._x = last if last < width else UNKNOWN
        return end

    def _end_of_spaces(self, row: _Wanted, start: int, look: int) -> int:
        """Up to where there are spaces of the same background, whatever their ink."""
        found = _SPACES(row.shape, start)
        end = found.end() if found else start
        looks = row.look[start:end]
        if looks.count(look) == len(looks):
            return end
        spaces = self._looks.on_space
        return next((x for x in range(start, end) if spaces[row.look[x]] != spaces[look]), end)

    def _reach(self, row: _Wanted, x: int) -> None:
        """Move to a column, or write again what is shown up to there if that is shorter."""
        if (row.y, x) == (self._y, self._x):
            return
        sequence = move((self._y, self._x), (row.y, x))
        if row.y == self._y and 0 <= self._x < x < self._x + len(sequence) and not row.disputed:
            between = self._between(row, self._x, x)
            if between and len(between.encode()) < len(sequence):
                sequence = between
        self._out.append(sequence)
        self._y, self._x = row.y, x

    def _between(self, row: _Wanted, start: int, end: int) -> str:
        """What is shown from a column to another, if it can be written in the look that is on."""
        text, looks, spaces = row.text[start:end], row.look[start:end], self._looks.on_space
        if "" in text or cells.UNKNOWN in text or self._look == UNKNOWN:
            return ""
        for cell, look in zip(text, looks, strict=True):
            if look != self._look and not (cell == " " and spaces[look] == spaces[self._look]):
                return ""
        return "".join(text)
