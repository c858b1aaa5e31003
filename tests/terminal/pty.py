"""A terminal to run dateline in: a pseudo-terminal (pexpect) and its screen (pyte).

Nothing here sleeps: whoever waits, waits for the screen to change, up to a deadline.
"""

import os
import re
import select
import signal
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Final, Self

import pexpect
import pyte

_FULL: Final = 2_000_000
"""Bytes that no line holds back for a tmux, which reads whatever is sent."""
_FRAME: Final = 1000
"""Bytes that every full frame has more of; what is less is no frame."""
_STUCK: Final = 0.5
"""Seconds in which nothing is written, though it ought to be, by which a line is full."""

DATELINE: Final = (sys.executable, "-m", "tui")

_MODE: Final = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
KEYBOARD_PROTOCOL: Final = re.compile(rb"\x1b\[[<>=][\d;]*u")
_LFLAG: Final = 3


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """The environment of a plain UTF-8 terminal with nothing configured; `more` goes on top."""
    paths = {"PATH": os.environ["PATH"], "HOME": str(home)}
    folders = {
        f"XDG_{name}": str(home)
        for name in ("CONFIG_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR")
    }
    return paths | folders | {"TERM": "xterm-256color", "LANG": "C.UTF-8"} | more


def fill(process: int) -> None:
    """Have a program paint its screen again and again, until its line takes no more."""
    begun = written = _written(process)
    end = monotonic() + _STUCK
    while written - begun < _FULL and monotonic() < end:
        os.kill(process, signal.SIGCONT)
        select.select([], [], [], 0.01)
        if _written(process) > written + _FRAME:
            written = _written(process)
            end = monotonic() + _STUCK


def _written(process: int) -> int:
    """Bytes that a program has written since it was started."""
    counts = Path(f"/proc/{process}/io").read_text(encoding="ascii")
    return int(dict(line.split(": ") for line in counts.splitlines())["wchar"])


def ends(process: int, patience: float) -> bool:
    """Whether a program ends within so many seconds, while nobody reads from its terminal."""
    end = os.pidfd_open(process)
    try:
        return bool(select.select([end], [], [], patience)[0])
    finally:
        os.close(end)


class Terminal:
    """One program in a terminal of a given size; leaving the `with` ends both."""

    def __init__(  # noqa: PLR0913, each has a default that fits most tests
        self,
        command: Sequence[str],
        *,
        cwd: Path,
        environment: Mapping[str, str] | None = None,
        columns: int = 80,
        rows: int = 24,
        patience: float = 30.0,
    ) -> None:
        # Generous, since a loaded machine is slow and a test that passes never waits for it.
        self._patience = patience
        self.sent = bytearray()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            list(command[1:]),
            cwd=str(cwd),
            env=surroundings(cwd) if environment is None else dict(environment),
            dimensions=(rows, columns),
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.close(force=True)

    @property
    def process(self) -> int:
        """The process of the program."""
        pid = self._child.pid
        assert pid is not None
        return pid

    @property
    def text(self) -> str:
        """What the screen shows, a line a row."""
        return "\n".join(self._screen.display)

    @property
    def anew(self) -> str:
        """What the screen would show if it had got nothing but what is in `sent`."""
        screen = pyte.Screen(self._screen.columns, self._screen.lines)
        pyte.ByteStream(screen).feed(KEYBOARD_PROTOCOL.sub(b"", self.sent))
        return "\n".join(screen.display)

    @property
    def cursor(self) -> tuple[int, int]:
        """The row and the column of the cursor, from 0."""
        return self._screen.cursor.y, self._screen.cursor.x

    @property
    def modes(self) -> dict[int, bool]:
        """The private modes that the program has set (True) or reset (False) last."""
        return {
            int(number): match[2] == b"h"
            for match in _MODE.finditer(self.sent)
            for number in match[1].split(b";")
        }

    @property
    def echoes(self) -> bool:
        """Whether typing is shown and read by the line, as a shell leaves it."""
        flags = termios.tcgetattr(self._child.child_fd)[_LFLAG]
        return bool(flags & termios.ECHO and flags & termios.ICANON)

    def type(self, keys: str | bytes) -> None:
        """Press keys; escape sequences and stray bytes are keys, too."""
        self._child.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size, as dragging the corner of a window does."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def wait_for(self, text: str) -> None:
        """Wait until the screen shows a text."""
        self.wait_until(lambda: text in self.text, repr(text))

    def wait_until(self, happened: Callable[[], bool], what: str) -> None:
        """Wait until something is so, reading what the program sends."""
        end = monotonic() + self._patience
        while not happened():
            try:
                self._read(end - monotonic())
            except (pexpect.TIMEOUT, pexpect.EOF) as error:
                if happened():
                    return
                kind = type(error).__name__
                raise AssertionError(f"{kind} while waiting for {what}; see\n{self.text}") from None

    def wait_for_exit(self) -> int:
        """Wait until the program ends, and give its exit status (negative: the signal)."""
        end = monotonic() + self._patience
        while True:
            try:
                self._read(end - monotonic())
            except pexpect.EOF:
                break
            except pexpect.TIMEOUT:
                raise AssertionError(f"it does not end; see\n{self.text}") from None
        self._child.wait()
        status, number = self._child.exitstatus, self._child.signalstatus
        return status if status is not None else -(number or 0)

    def _read(self, seconds: float) -> None:
        data = self._child.read_nonblocking(size=1 << 16, timeout=max(seconds, 0))
        self.sent += data
        # pyte does not know these and would print their last letter.
        self._stream.feed(KEYBOARD_PROTOCOL.sub(b"", data))
