"""A tmux server of its own, and panes in it whose cells can be read."""

import os
import select
import subprocess
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from terminal.pty import surroundings
from terminal.screens import NOISE, Cell, Screen

_ASKED: Final = b"\x1b[6n\x1b[5n"
_READY: Final = b"\x1b[0n"
_PATIENCE: Final = 30.0
QUIET: Final = "exec tail -f /dev/null"
"""A command of a shell that leaves what the terminal answers to others."""
_OPTIONS: Final = (
    *("set", "-g", "default-terminal", "tmux-256color", ";", "set", "-g", "status", "off", ";"),
    *("set", "-sa", "terminal-features", ",*:RGB"),
)


class Server:
    """A tmux that shares nothing with any other."""

    def __init__(self, folder: Path) -> None:
        self.environment = surroundings(folder, TMUX_TMPDIR=str(folder))
        # What keeps the server while there is no pane.
        self.run("-f", "/dev/null", "new-session", "-d", "-s", "first", "cat", ";", *_OPTIONS)

    def run(self, *command: str) -> str:
        """What a tmux command prints."""
        return subprocess.run(
            self.command(*command), env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def command(self, *command: str) -> list[str]:
        """The words that run a tmux command."""
        return ["tmux", "-L", "dateline", *command]


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """A server until the end of the `with`."""
    started = Server(folder)
    try:
        yield started
    finally:
        started.run("kill-server")


class Line:
    """The inner end of a terminal's line, to write to in place of a program.

    Attributes:
        cursor: Row and column, from 0, once the last text was read.
    """

    def __init__(self, path: str, *, feeds: bool) -> None:
        """Open it; `feeds` says that it puts a carriage return before a line feed."""
        self.cursor = 0, 0
        self._line = os.open(path, os.O_RDWR | os.O_NOCTTY)
        tty.setraw(self._line)
        if feeds:
            modes = termios.tcgetattr(self._line)
            modes[1] |= termios.OPOST | termios.ONLCR
            termios.tcsetattr(self._line, termios.TCSANOW, modes)

    def close(self) -> None:
        """Leave it."""
        os.close(self._line)

    def feed(self, text: str) -> None:
        """Write a text, and wait until it is read."""
        data = memoryview(text.encode() + _ASKED)
        while data:
            data = data[os.write(self._line, data) :]
        answer = b""
        while not answer.endswith(_READY):
            assert select.select([self._line], [], [], _PATIENCE)[0], "it does not answer"
            answer += os.read(self._line, 1 << 12)
        y, x = answer.rpartition(b"R")[0].rpartition(b"\x1b[")[2].split(b";")
        self.cursor = int(y) - 1, int(x) - 1


class Pane(Line):
    """A pane in a session of its own.

    Attributes:
        name: Of the session.
        size: Columns and rows.
    """

    def __init__(self, server: Server, name: str, size: tuple[int, int], *, feeds: bool) -> None:
        """Open a pane; for `feeds` see `Line`."""
        self._server, self.name, self.size = server, name, size
        width, height = map(str, size)
        command = ("new-session", "-d", "-P", "-F", "#{pane_tty}", "-s", name)
        path = server.run(*command, "-x", width, "-y", height, QUIET)
        super().__init__(path.strip(), feeds=feeds)

    def close(self) -> None:
        """End it."""
        super().close()
        self._server.run("kill-session", "-t", self.name)

    def resize(self, size: tuple[int, int]) -> None:
        """Give it another size."""
        self.size = size
        self._server.run("resize-window", "-t", self.name, "-x", str(size[0]), "-y", str(size[1]))


def seen(server: Server, pane: Pane) -> list[tuple[Cell, ...]]:
    """What can be seen of the cells of a pane.

    tmux prints a row only up to the last cell that was written, whatever background those after
    it were erased with. Where that is not the last one, the pane gets a column more for a moment,
    and a mark in it: tmux keeps the mark, unseen, and prints the row up to there from then on.
    """
    cells = _captured(server, pane)
    if any(NOISE in row for row in cells):
        width, height = pane.size
        pane.resize((width + 1, height))
        at = pane.cursor
        marks = (f"\x1b[{y};{width + 1}H|" for y in range(1, height + 1))
        pane.feed(f"\x1b7\x1b[m{''.join(marks)}\x1b8")
        assert pane.cursor == at
        pane.resize((width, height))
        cells = _captured(server, pane)
    return cells


def _captured(server: Server, pane: Pane) -> list[tuple[Cell, ...]]:
    width, height = pane.size
    # Wider by a column, as no terminal has it, to be told the column after the last.
    screen = Screen(width + 1, height)
    lines = server.run("capture-pane", "-p", "-e", "-N", "-t", pane.name).splitlines()
    for y, line in enumerate(lines, 1):
        screen.feed(f"\x1b[{y}H{line}")
    return [row[:width] for row in screen.seen]
