"""Gives the shortest stream that turns what a terminal shows into what a program has written.

The program's stream is read into rows of wanted cells, and compared with the cells that are shown.
After each frame the terminal shows the same, with its cursor and look where the stream left them,
as if it had got the stream itself; only the marks of synchronised updates, ids of links and what
is written beyond the edges are not kept. Controls keep their place among the paints. What cannot be
modelled is sent as it came, and from then on nothing is assumed of what is shown.
"""

import re
from typing import Final

from tui.terminal import stream
from tui.terminal.brush import Brush
from tui.terminal.cells import Row
from tui.terminal.colours import TRUECOLOR, Colours
from tui.terminal.looks import Looks
from tui.terminal.stream import Effect

_SYNC: Final = ("\x1b[?2026h", "\x1b[?2026l")
_MOVE: Final = re.compile(r"\x1b\[([0-9]{0,6})(?:;([0-9]{0,6}))?([A-Hdf`])").fullmatch
_TAB: Final = 8


class Differ:
    """A terminal of so many columns and rows, which shows what earlier frames have left there.

    Attributes:
        sync: Whether the terminal knows synchronised updates (mode 2026); it may be learned late.
    """

    def __init__(
        self,
        width: int,
        height: int,
        colours: Colours = TRUECOLOR,
        *,
        sync: bool = False,
        bce: bool = True,
    ) -> None:
        """Nothing is known of the terminal yet.

        Args:
            width: Columns.
            height: Rows.
            colours: What the terminal has, whatever the program writes.
            sync: See the attribute.
            bce: Whether it erases with the background that is set, rather than with its own; all
                do but GNU screen.
        """
        self.sync = sync
        self._looks = Looks(colours)
        self._brush = Brush(self._looks, bce=bce)
        # A terminal that does not know its size says 0.
        self._width, self._height = max(width, 1), max(height, 1)
        self._want = [Row(self._width) for _ in range(self._height)]
        self._have = [Row(self._width) for _ in range(self._height)]
        self._dirty: set[int] = set()
        self._out: list[str] = []
        # Where in it the paints of the update begin and end that is not yet marked as one.
        self._begin = self._end = 0
        # The rows that it paints.
        self._painted: set[int] = set()
        # Where in it each kind is set of what may be set again before anything else happens.
        self._lasting: dict[str, int] = {}
        self._rest = ""
        # Where the stream has its cursor and look; the place is unknown until the stream sets it.
        self._y = self._x = self._look = 0
        self._placed = False
        # Outside the alternate screen everything is sent as it came.
        self._away = False

    def feed(self, text: str) -> None:
        """Read what the program wrote; a sequence that is cut off waits for its end."""
        text, self._rest = self._rest + text, ""
        after, write = self._looks.after, self._write
        for match in stream.TOKEN.finditer(text):
            kind = match.lastindex
            if kind == stream.UNFINISHED:
                self._rest = match[0]
                return
            if self._away:
                self._out.append(match[0])
            if kind == stream.SEGMENT:
                before = self._look
                self._look = after(before, match[1])
                write(match[2])
                self._look = after(before, "0") if before else 0
            elif kind == stream.TEXT:
                write(match[0])
            elif kind == stream.STYLE:
                self._look = after(self._look, match[3])
            elif kind == stream.LINK:
                self._look = self._looks.linked(self._look, match[5])
            else:
                self._control(match[0])

    def frame(self) -> str:
        """What brings the terminal up to date, "" if it is."""
        if not self._away:
            self._settle(to_the_end=True)
        self._mark()
        self._lasting.clear()
        text = "".join(self._out)
        self._out.clear()
        return text

    def resize(self, width: int, height: int) -> None:
        """The terminal has another size, and may show anything: the next frame paints it all."""
        self._width, self._height = max(width, 1), max(height, 1)
        rows = [row.resized(self._width) for row in self._want[: self._height]]
        self._want = rows + [Row(self._width) for _ in range(self._height - len(rows))]
        self.invalidate()

    def invalidate(self) -> None:
        """The terminal may show anything: the next frame paints it all."""
        self._have = [Row(self._width) for _ in range(self._height)]
        self._dirty = set(range(self._height))
        self._brush.lose()

    def _write(self, text: str) -> None:
        if self._placed:
            if self._y < self._height:
                self._x = self._want[self._y].put(self._x, text, self._looks.shown[self._look])
                self._dirty.add(self._y)
        elif not self._away:
            self._settle(to_the_end=True)
            self._out.append(text)

    def _control(self, control: str) -> None:
        if self._away:
            self._away = stream.effect(control) is not Effect.ENTER
            return
        if control in _SYNC or self._moved(control):
            return
        kind = stream.lasting(control)
        if kind in self._lasting:
            # Of what is set again and again while nothing can be sent, the last is enough.
            self._drop(self._lasting.pop(kind))
            self._lasting[kind] = len(self._out)
            self._out.append(control)
            return
        does = stream.effect(control)
        self._settle(to_the_end=does is not Effect.NONE)
        if kind:
            self._lasting[kind] = len(self._out)
        else:
            self._lasting.clear()
        if does not in (Effect.NONE, Effect.PLACE):
            self._mark()
        self._out.append(control)
        match does:
            case Effect.ENTER | Effect.LEAVE:
                # What is wanted stays wanted: the screen is empty when it is entered again.
                self._away = does is Effect.LEAVE
                self._placed = False
                self.invalidate()
            case Effect.ANY | Effect.RESET:
                self._forget()
                if does is Effect.RESET:
                    self._look = 0
                    self._brush.lose()

    def _forget(self) -> None:
        """Nothing is known of the screen, on either side: it shows what it shows."""
        self._want = [Row(self._width) for _ in range(self._height)]
        self._have = [Row(self._width) for _ in range(self._height)]
        self._dirty.clear()
        self._placed = False
        self._brush.lose_place()

    def _moved(self, control: str) -> bool:
        """Follow a move of the cursor; False for anything else, and where it cannot be known."""
        match = _MOVE(control)
        if match is None:
            return self._placed and self._moved_by_character(control)
        first, second, kind = max(int(match[1] or 1), 1), max(int(match[2] or 1), 1), match[3]
        if kind in "Hf":
            self._y, self._x, self._placed = first - 1, second - 1, True
            return True
        if not self._placed or match[2] is not None:
            return False
        self._x = min(self._x, self._width - 1)
        match kind:
            case "A" | "F":
                self._y = max(self._y - first, 0)
            case "B" | "E":
                self._y = min(self._y + first, self._height - 1)
            case "C":
                self._x = min(self._x + first, self._width - 1)
            case "D":
                self._x = max(self._x - first, 0)
            case "d":
                self._y = first - 1
            case _:
                self._x = first - 1
        if kind in "EF":
            self._x = 0
        return True

    def _moved_by_character(self, control: str) -> bool:
        match control:
            case "\r":
                self._x = 0
            case "\n" if self._y != self._height - 1:
                # The line puts a carriage return before it (ONLCR).
                self._y, self._x = self._y + 1, 0
            case "\b":
                self._x = max(min(self._x, self._width - 1) - 1, 0)
            case "\t":
                self._x = min(self._x // _TAB * _TAB + _TAB, self._width - 1)
            case _:
                return False
        return True

    def _settle(self, *, to_the_end: bool) -> None:
        """Send what is painted; to the end, also where the stream left the cursor and its look."""
        brush = self._brush
        rows = [(y, self._want[y], self._have[y]) for y in sorted(self._dirty)]
        changed = [row for row in rows if not row[1].is_like(row[2])]
        brush.paint(changed)
        self._dirty.clear()
        if to_the_end:
            if self._placed:
                brush.go(min(self._y, self._height - 1), min(self._x, self._width - 1))
            brush.rest(self._looks.shown[self._look])
        if text := brush.take():
            if changed:
                self._begin = self._begin if self._end else len(self._out)
                self._end = len(self._out) + 1
                self._painted.update(y for y, _, _ in changed)
            self._out.append(text)

    def _drop(self, at: int) -> None:
        """Drop what is to be sent at some place."""
        del self._out[at]
        self._begin -= at < self._begin
        self._end -= at < self._end
        self._lasting = {kind: each - (at < each) for kind, each in self._lasting.items()}

    def _mark(self) -> None:
        """Make one synchronised update of what was painted since the last.

        A single row needs no marks, which often cost more than it does: no terminal shows half of
        what it is sent at once.
        """
        if self.sync and len(self._painted) > 1:
            self._out.insert(self._end, _SYNC[1])
            self._out.insert(self._begin, _SYNC[0])
        self._begin = self._end = 0
        self._painted.clear()
