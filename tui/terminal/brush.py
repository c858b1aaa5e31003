"""Paints rows onto a terminal with few bytes, knowing where its cursor is and what look it has.

A frame is painted look by look: a screen has few looks and many places for each, and to change
the look takes more bytes than to move the cursor. What is not known of the terminal (after it was
resized, or a program wrote to it) is UNKNOWN, and then nothing relative is sent. After the last
column the column is unknown, since terminals differ.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from operator import ne, or_
from typing import Final, NamedTuple, TypeAlias

from tui.terminal import cells
from tui.terminal.cells import Row, is_disputed, is_narrow
from tui.terminal.looks import Looks
from tui.terminal.moves import UNKNOWN, move

_ERASE_LINE: Final = "\x1b[K"
_STRETCHES: Final = re.compile(b"\x01+").finditer
# To erase these, and to move on, takes fewer bytes.
_BLANKS: Final = re.compile(" {11,}").finditer
_SPACES: Final = re.compile(" +").finditer
_BLANK: Final = " " * 11
_GAP: Final = 3
"""Cells that are written again rather than moved over."""

_FEW: Final = 12
"""So many strokes are painted in the order of their places where that takes fewer bytes."""

Run: TypeAlias = tuple[int, int, int, str]
"""Row, first column, column after the last, and the text, "" to erase."""

Stroke: TypeAlias = tuple[int, Run]
"""A look, and what is painted in it."""


def _place(stroke: Stroke) -> tuple[int, int]:
    return stroke[1][:2]


class _Runs(NamedTuple):
    """What has to be painted: texts by their look, and blanks by the look of a space there."""

    said: dict[int, list[Run]]
    blank: dict[int, list[Run]]


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

    def paint(self, rows: Iterable[tuple[int, Row, Row]]) -> None:
        """Turn rows that are shown (the last of each three) into those that are wanted."""
        wanted: dict[int, Row] = {}
        runs = _Runs({}, {})
        for y, want, have in rows:
            wanted[y] = want
            want.seen = self._seen(want)
            if want.disputed:
                want.disputed = is_disputed("".join(want.text))
            if want.disputed or have.disputed:
                self._paint_disputed(y, want)
            else:
                self._collect(y, want, have, runs)
            have.copy_from(want)
        strokes = self._by_look(runs)
        if 1 < len(strokes) <= _FEW:
            ways = (strokes, sorted(strokes, key=_place))
            strokes = min(ways, key=lambda way: self._cost(way, wanted))
        self._out += self._strokes(strokes, wanted)

    def _by_look(self, runs: "_Runs") -> list[Stroke]:
        """What has to be painted, look by look, those on the same background together."""
        spaces = self._looks.on_space
        worn = UNKNOWN if self._look == UNKNOWN else spaces[self._look]
        looks: dict[int, list[int]] = {paper: [] for paper in runs.blank}
        for look in runs.said:
            looks.setdefault(spaces[look], []).append(look)
        strokes: list[Stroke] = []
        for paper in sorted(looks, key=lambda each: (each != worn, each)):
            for look in sorted(looks[paper], key=lambda each: (each != self._look, each)):
                strokes += [(look, run) for run in runs.said[look]]
            strokes += [(paper, run) for run in runs.blank.get(paper, ())]
        return strokes

    def _collect(self, y: int, want: Row, have: Row, runs: "_Runs") -> None:
        """Find what has to be painted in a row, and add it to the runs of its look."""
        text, looks, spaces = want.text, want.look, self._looks.on_space
        seen = map(ne, want.seen, have.seen)
        changes = bytearray(map(or_, map(ne, text, have.text), seen))
        end = self._erased_from(y, want, changes, runs)
        last, start, until, said = UNKNOWN, 0, UNKNOWN, ""
        for stretch in _STRETCHES(changes, 0, end):
            x, stop = stretch.span()
            if 0 < x - until <= _GAP and looks[until : x + 1] == [last] * (x + 1 - until):
                # Fewer bytes than a move take what is shown between.
                between = "".join(text[until:x])
                if len(between) == x - until and between.isascii() and cells.UNKNOWN not in between:
                    said += between
                    until = x
            for look, cells_ in groupby(looks[x:stop]):
                first, x = x, x + len(list(cells_))
                part = "".join(text[first:x])
                is_blank = not part.strip(" ")
                if first == until and (look == last or (is_blank and spaces[look] == spaces[last])):
                    said += part
                elif first == until and not said.strip(" ") and spaces[look] == spaces[last]:
                    said, last = said + part, look
                else:
                    if said:
                        self._add(runs, last, (y, start, until, said))
                    said, last, start = part, look, first
                until = x
            if until < len(text) and not text[until]:
                until += 1
        if said:
            self._add(runs, last, (y, start, until, said))

    def _add(self, runs: "_Runs", look: int, run: Run) -> None:
        """Add a run, with its long blanks as runs to be erased."""
        y, x, end, text = run
        if text.strip(" "):
            into = runs.said.setdefault(look, [])
        else:
            into = runs.blank.setdefault(self._looks.on_space[look], [])
        # With other characters in it a place in the text may not be one in the row.
        is_split = _BLANK in text and is_narrow(text)
        if not (is_split and self._bce and self._looks.erased[look]):
            into.append(run)
            return
        done = 0
        for blank in _BLANKS(text):
            start, stop = blank.span()
            if start > done:
                into.append((y, x + done, x + start, text[done:start]))
            into.append((y, x + start, x + stop, ""))
            done = stop
        if done < len(text):
            into.append((y, x + done, end, text[done:]))

    def _erased_from(self, y: int, want: Row, changes: bytearray, runs: "_Runs") -> int:
        """Up to where a row is to be painted; the rest is erased, if that is shorter."""
        text, spaces = want.text, self._looks.on_space
        width = len(text)
        if text[-1] != " ":
            return width
        look = want.look[-1]
        if not self._looks.erased[look] or not (self._bce or not self._looks.has_paper(look)):
            return width
        paper, start = spaces[look], width
        while start and text[start - 1] == " " and spaces[want.look[start - 1]] == paper:
            start -= 1
        start = changes.find(1, start)
        if start < 0 or changes.rfind(1) + 1 - start <= len(_ERASE_LINE):
            return width
        runs.blank.setdefault(paper, []).append((y, start, width, ""))
        return start

    def _seen(self, row: Row) -> list[int]:
        """The looks of a row, those of spaces without what is not seen of them."""
        spaces, seen = self._looks.on_space, row.look.copy()
        text = "".join(row.text)
        if len(text) != len(seen):
            text = row.shape()
        # Run by run: blanks mostly have one look.
        for run in _SPACES(text):
            start, end = run.span()
            look = seen[start]
            if seen[start:end] == [look] * (end - start):
                seen[start:end] = [spaces[look]] * (end - start)
            else:
                seen[start:end] = [spaces[each] for each in seen[start:end]]
        return seen

    def _cost(self, strokes: list[Stroke], wanted: dict[int, Row]) -> int:
        """How many bytes some strokes take, and the plain look after them, without painting."""
        before = self._y, self._x, self._look
        cost = sum(len(each.encode()) for each in self._strokes(strokes, wanted))
        cost += len(self._looks.change(self._look, 0)) if self._look > 0 else 0
        self._y, self._x, self._look = before
        return cost

    def _strokes(self, strokes: list[Stroke], wanted: dict[int, Row]) -> list[str]:
        """What paints some strokes, after which the cursor and the look are theirs."""
        out: list[str] = []
        at, worn, spaces = (self._y, self._x), self._look, self._looks.on_space
        for look, (y, x, end, text) in strokes:
            row = wanted[y]
            if at != (y, x):
                out.append(self._written_over(row, at, (y, x), worn) or move(at, (y, x)))
            # A space needs no ink.
            if look != worn and not (
                worn != UNKNOWN and spaces[worn] == look and not text.strip(" ")
            ):
                out.append(self._looks.change(worn, look))
                worn = look
            width = len(row.text)
            if text:
                out.append(text)
                at = (y, end if end < width else UNKNOWN)
            else:
                out.append(_ERASE_LINE if end == width else f"\x1b[{end - x}X")
                at = (y, x)
        self._y, self._x = at
        self._look = worn
        return out

    def _written_over(
        self, row: Row, start: tuple[int, int], goal: tuple[int, int], look: int
    ) -> str:
        """What is shown up to a column, if writing it again is shorter than to move there."""
        (y, x), (goal_y, end) = start, goal
        if y != goal_y or not 0 <= x < end <= x + _GAP or row.look[x:end] != [look] * (end - x):
            return ""
        text = "".join(row.text[x:end])
        is_plain = len(text) == end - x and text.isascii() and cells.UNKNOWN not in text
        return text if is_plain and len(text) < len(move(start, goal)) else ""

    def _paint_disputed(self, y: int, want: Row) -> None:
        """Paint a whole row cell by cell.

        What is beside a cluster of disputed width may be elsewhere than it seems.
        """
        if cells.UNKNOWN not in want.text:
            self.go(y, 0)
            self.wear(0)
            self._out.append(_ERASE_LINE)
        for x, (text, look) in enumerate(zip(want.text, want.look, strict=True)):
            if text and text != cells.UNKNOWN:
                self.go(y, x)
                self.wear(look)
                self._out.append(text)
                end = x + 2 if not all(want.text[x + 1 : x + 2]) else x + 1
                self._x = UNKNOWN if is_disputed(text) or end == len(want.text) else end
