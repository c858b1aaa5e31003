"""Runs a program in a terminal of its own, answers what it asks, and times what it writes.

Every piece of output is stamped when it arrives. The model of the screen, which is slow, is
fed afterwards while the program is silent, in slices so small that the next piece is never
stamped late; it says which piece made something visible.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

COLUMNS, ROWS = 120, 36

KEY_SILENCE = 0.080
"""Seconds without a byte after which the answer to a key is complete."""

START_SILENCE = 0.5
"""Seconds without a byte after which a program that has started has nothing more to draw."""

FEED_AFTER = 0.030
"""Seconds without a byte after which the screen model may have the processor."""

NO_ANSWER = 1.0
"""Seconds after which a key that made the program write nothing is taken for silent."""

RESTLESS = 10.0
"""Seconds after which output that never pauses is cut."""

_SLICE = 512
_QUERY = re.compile(
    rb"\x1b\[(?:\?(?P<mode>\d+)\$p|(?P<report>\??6n|5n|0?c|>0?c|>0?q|\?u))"
    rb"|\x1b\](?P<colour>1[0-2]|4;\d+);\?(?P<end>\x07|\x1b\\)"
    rb"|\x1bP(?P<request>[+$]q)[^\x1b]*\x1b\\"
)
_LONGEST_QUERY = 128
_REPORTS = {
    b"5n": b"\x1b[0n",
    b"c": b"\x1b[?62;22c",
    b"0c": b"\x1b[?62;22c",
    b">c": b"\x1b[>1;10;0c",
    b">0c": b"\x1b[>1;10;0c",
    b">q": b"\x1bP>|pty-timer\x1b\\",
    b">0q": b"\x1bP>|pty-timer\x1b\\",
    b"?u": b"\x1b[?0u",
}
_COLOURS = {b"10": b"rgb:dddd/dddd/dddd", b"11": b"rgb:1111/1111/1111"}
_REFUSALS = {b"+q": b"\x1bP0+r\x1b\\", b"$q": b"\x1bP0$r\x1b\\"}

_SEQUENCE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-OQ-WYZ\\`-~])"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?|[ -/]*)\Z")
_DRAWN = re.compile(rb"\x1b(?:\[(?:[0-9;]*[@-~]|\?[0-9;]*[hlJK])|[()#][0-~]|[0-~])\Z")
"""The sequences that pyte knows; of some others it would print the end as text."""

_BEYOND_PYTE = re.compile(rb"\x1b\[[0-9;]*[bsSTuZ]\Z")
"""Sequences that draw, and that pyte does not know: what it shows after them would be wrong."""


class TimerError(Exception):
    """The program ended, or did not show what was waited for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Output no longer than a slice, and when it was read (monotonic seconds)."""

    at: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Keys:
    """What came of pressing keys one by one.

    `settled` are the seconds until the screen was complete, for each key that was answered;
    `written` is the number of bytes in all; `silent` keys made the program write nothing.
    """

    settled: tuple[float, ...]
    written: int
    silent: int

    @property
    def bytes_a_key(self) -> float:
        """The mean over the keys that were answered."""
        if not self.settled:
            raise TimerError("no key was answered")
        return self.written / len(self.settled)


class Display:
    """What the bytes written so far look like."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""

    def feed(self, data: bytes) -> None:
        """Draw some bytes, which may end within a sequence."""
        data = self._rest + data
        unfinished = _UNFINISHED.search(data)
        self._rest = data[unfinished.start() :] if unfinished else b""
        self._stream.feed(_SEQUENCE.sub(_drawn, data[: len(data) - len(self._rest)]))

    @property
    def text(self) -> str:
        """The rows, without spaces at their ends."""
        lines = (self._screen.buffer[row] for row in range(ROWS))
        return "\n".join(
            "".join(line[column].data for column in range(COLUMNS)).rstrip() for line in lines
        )

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column, from 1."""
        return self._screen.cursor.y + 1, self._screen.cursor.x + 1


def _drawn(sequence: re.Match[bytes]) -> bytes:
    if _BEYOND_PYTE.match(sequence[0]):
        raise TimerError(f"the screen model does not know {sequence[0]!r}")
    return sequence[0] if _DRAWN.match(sequence[0]) else b""


class Program:
    """A running program in a pseudo-terminal; a context, which ends it.

    `start` is just before the fork. `first_paint` is known once `until_visible` has returned.
    """

    def __init__(self, command: list[str], home: Path) -> None:
        environment = {
            "HOME": str(home),
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        self.first_paint: float | None = None
        self._display = Display()
        self._undrawn: deque[Piece] = deque()
        self._unsearched: deque[tuple[float, str]] = deque()
        self._asked = b""
        self._count = 0
        self._ended = False
        self.start = self._last = time.monotonic()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            try:
                # The size is there before the program is, so that it never draws twice for it.
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                os.execve(command[0], command, environment)  # noqa: S606, no shell is wanted
            finally:
                os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.quit()

    def until_visible(self, pattern: str, patience: float = 300.0) -> float:
        """Seconds from the start to the first output that puts a regular expression on screen."""
        wanted = re.compile(pattern, re.MULTILINE)
        while time.monotonic() - self.start < patience:
            self._read(FEED_AFTER)
            if self._ended or self._is_silent(FEED_AFTER):
                at = self._look_for(wanted)
                if at is not None:
                    return at - self.start
            if self._ended and not self._undrawn:
                break
        ended = "ended" if self._ended else f"did not show {pattern!r}"
        raise TimerError(f"the program {ended}; its screen:\n{self._display.text.strip()}")

    def settle(self, silence: float = START_SILENCE) -> None:
        """Wait until nothing has been written for so many seconds."""
        started = time.monotonic()
        while not self._ended and time.monotonic() - started < RESTLESS:
            if not self._read(silence) and self._is_silent(silence):
                return

    def press(self, key: bytes, times: int = 1) -> Keys:
        """Press a key so often, each time after the last answer is complete."""
        before = self._count
        answers = [self._press_once(key) for _ in range(times)]
        self.settle()
        settled = tuple(answer for answer in answers if answer is not None)
        return Keys(settled, self._count - before, times - len(settled))

    def peak_memory(self) -> int:
        """The most bytes of memory that the process ever held at once (VmHWM)."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii", errors="replace")
        found = re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
        if found is None:
            raise TimerError("the process has no peak memory")
        return int(found[1]) * 1024

    def quit(self, patience: float = 3.0) -> None:
        """Press q, and end the program if that does not."""
        asked = time.monotonic()
        self._write(b"q")
        while not self._ended and time.monotonic() - asked < patience:
            self._read(0.05)
        done, _ = os.waitpid(self.pid, os.WNOHANG)
        if not done:
            # A terminal that closes ends most programs; this one may sit in a long reading.
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def _press_once(self, key: bytes) -> float | None:
        while self._read(0):
            pass
        before = self._count
        pressed = time.monotonic()
        self._write(key)
        while not self._ended and time.monotonic() - pressed < RESTLESS:
            answered = self._count > before
            if not self._read(KEY_SILENCE if answered else NO_ANSWER):
                return self._last - pressed if answered else None
        raise TimerError(f"the answer to {key!r} never ends")

    def _read(self, patience: float) -> bool:
        """Read one piece of output, or find that none comes for so many seconds."""
        if self._ended or not select.select([self._terminal], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:  # Linux says EIO when the last process has left the terminal
            data = b""
        if not data:
            self._ended = True
            return False
        self._last = time.monotonic()
        self._count += len(data)
        slices = (data[begin : begin + _SLICE] for begin in range(0, len(data), _SLICE))
        self._undrawn.extend(Piece(self._last, each) for each in slices)
        self._answer(data)
        return True

    def _write(self, data: bytes) -> None:
        try:
            os.write(self._terminal, data)
        except OSError:
            self._ended = True

    def _is_silent(self, seconds: float) -> bool:
        return time.monotonic() - self._last >= seconds

    def _look_for(self, wanted: re.Pattern[str]) -> float | None:
        """Draw output until some of it shows what is wanted or the program writes again."""
        while self._undrawn or self._unsearched:
            if not self._unsearched:
                self._draw_next()
            at, text = self._unsearched.popleft()
            if wanted.search(text):
                return at
            if self._read(0):
                return None
        return None

    def _draw_next(self) -> None:
        piece = self._undrawn.popleft()
        self._display.feed(piece.data)
        text = self._display.text
        self._unsearched.append((piece.at, text))
        if self.first_paint is None and text.strip():
            self.first_paint = piece.at - self.start

    def _answer(self, data: bytes) -> None:
        """Answer the questions in what is written, which may be cut anywhere."""
        self._asked += data
        end = 0
        for query in _QUERY.finditer(self._asked):
            end = query.end()
            self._write(_reply(query, self._cursor))
        self._asked = self._asked[end:][-_LONGEST_QUERY:]

    def _cursor(self) -> tuple[int, int]:
        while self._undrawn:
            self._draw_next()
        return self._display.cursor


def _reply(query: re.Match[bytes], cursor: Callable[[], tuple[int, int]]) -> bytes:
    """What a terminal with synchronised output and a dark background answers."""
    if query["mode"]:
        state = 2 if query["mode"] == b"2026" else 0
        return b"\x1b[?%s;%d$y" % (query["mode"], state)
    if query["colour"]:
        shade = _COLOURS.get(query["colour"], b"rgb:8080/8080/8080")
        return b"\x1b]%s;%s%s" % (query["colour"], shade, query["end"])
    if query["request"]:
        return _REFUSALS[query["request"]]
    if query["report"].endswith(b"6n"):
        return b"\x1b[%s%d;%dR" % (query["report"][:-2], *cursor())
    return _REPORTS[query["report"]]
