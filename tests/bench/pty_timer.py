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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.answers import Answers
from bench.display import Cells, Display

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


class Program:
    """A running program in a pseudo-terminal; a context, which ends it.

    `start` is just before the fork. `first_paint` is known once `until_visible` has returned.
    `written` are the bytes that have been read so far, from `terminal`, the near end of the line.
    """

    def __init__(
        self,
        command: list[str],
        home: Path,
        size: tuple[int, int] = (COLUMNS, ROWS),
        more: Mapping[str, str] | None = None,
    ) -> None:
        """Start a command.

        Args:
            command: Its path and arguments.
            home: Where it looks for what its user has configured.
            size: The columns and rows of its terminal.
            more: Variables of its environment besides those of a plain terminal.
        """
        columns, rows = size
        environment = {
            "HOME": str(home),
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        } | dict(more or {})
        self.first_paint: float | None = None
        self._display = Display(columns, rows)
        self._undrawn: deque[Piece] = deque()
        self._unsearched: deque[tuple[float, str]] = deque()
        self._answers = Answers(self._cursor)
        self.written = 0
        self._ended = self._is_closed = False
        self.start = self._last = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            try:
                # The size is there before the program is, so that it never draws twice for it.
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
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
            self.read(FEED_AFTER)
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
            if not self.read(silence) and self._is_silent(silence):
                return

    def press(self, key: bytes, times: int = 1, silence: float = START_SILENCE) -> Keys:
        """Press a key so often, each time after the last answer is complete."""
        before = self.written
        answers = [self._press_once(key) for _ in range(times)]
        self.settle(silence)
        settled = tuple(answer for answer in answers if answer is not None)
        return Keys(settled, self.written - before, times - len(settled))

    def answer(self, key: bytes, silence: float) -> tuple[float, float]:
        """Press a key, and give the seconds to the first and to the last byte of the answer.

        Args:
            key: What to press.
            silence: Seconds without a byte after which no more of an answer comes.
        """
        while self.read(silence):
            pass
        first: float | None = None
        pressed = time.monotonic()
        self.type(key)
        while self.read(silence if first is not None else RESTLESS):
            first = self._last if first is None else first
        if first is None:
            raise TimerError(f"{key!r} has no answer")
        return first - pressed, self._last - pressed

    def type(self, data: bytes) -> None:
        """Send keys or answers, and wait for nothing."""
        try:
            os.write(self.terminal, data)
        except OSError:
            self._ended = True

    def cells(self) -> Cells:
        """The screen with everything on it that has been read."""
        while self._undrawn:
            self._display.feed(self._undrawn.popleft().data)
        return self._display.cells

    def take_addresses(self) -> set[bytes]:
        """Where links lead that were drawn since this was asked last."""
        self.cells()
        return self._display.take_addresses()

    def see(self, pieces: Iterable[Piece]) -> None:
        """Have what somebody else has read from the terminal drawn."""
        self._undrawn.extend(pieces)

    @property
    def last(self) -> float:
        """When something was read for the last time (monotonic seconds)."""
        return self._last

    def memory(self, which: str = "VmRSS") -> int:
        """The bytes of memory that the process holds now, or another line of its status."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii", errors="replace")
        found = re.search(rf"^{which}:\s+(\d+) kB$", status, re.MULTILINE)
        if found is None:
            raise TimerError(f"the process has no {which}")
        return int(found[1]) * 1024

    def peak_memory(self) -> int:
        """The most bytes of memory that the process ever held at once (VmHWM)."""
        return self.memory("VmHWM")

    def hang_up(self, patience: float) -> float:
        """Close the terminal; gives the seconds until the process is gone, `patience` at most."""
        process = os.pidfd_open(self.pid)
        try:
            closed = time.monotonic()
            os.close(self.terminal)
            self._ended = self._is_closed = True
            select.select([process], [], [], patience)
            return min(time.monotonic() - closed, patience)
        finally:
            os.close(process)

    def quit(self, patience: float = 3.0) -> None:
        """Press q, and end the program if that does not."""
        asked = time.monotonic()
        if not self._ended:
            self.type(b"q")
        while not self._ended and time.monotonic() - asked < patience:
            self.read(0.05)
        done, _ = os.waitpid(self.pid, os.WNOHANG)
        if not done:
            # A terminal that closes ends most programs; this one may sit in a long reading.
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if not self._is_closed:
            os.close(self.terminal)

    def _press_once(self, key: bytes) -> float | None:
        while self.read(0):
            pass
        before = self.written
        pressed = time.monotonic()
        self.type(key)
        while not self._ended and time.monotonic() - pressed < RESTLESS:
            answered = self.written > before
            if not self.read(KEY_SILENCE if answered else NO_ANSWER):
                return self._last - pressed if answered else None
        raise TimerError(f"the answer to {key!r} never ends")

    def read(self, patience: float) -> bool:
        """Read one piece of output, or find that none comes for so many seconds."""
        if self._ended or not select.select([self.terminal], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError:  # Linux says EIO when the last process has left the terminal
            data = b""
        if not data:
            self._ended = True
            return False
        self._last = time.monotonic()
        self.written += len(data)
        slices = (data[begin : begin + _SLICE] for begin in range(0, len(data), _SLICE))
        self._undrawn.extend(Piece(self._last, each) for each in slices)
        for answer in self._answers.to(data):
            self.type(answer)
        return True

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
            if self.read(0):
                return None
        return None

    def _draw_next(self) -> None:
        piece = self._undrawn.popleft()
        self._display.feed(piece.data)
        text = self._display.text
        self._unsearched.append((piece.at, text))
        if self.first_paint is None and text.strip():
            self.first_paint = piece.at - self.start

    def _cursor(self) -> tuple[int, int]:
        while self._undrawn:
            self._draw_next()
        return self._display.cursor
