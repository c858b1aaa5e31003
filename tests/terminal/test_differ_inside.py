"""What Differ sends to a tmux or a GNU screen is right on the terminal around it, too."""

import os
import re
import select
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import pexpect
import pyte
import pytest

from terminal.painter import painted
from terminal.pty import surroundings
from terminal.record import RECORDINGS, recorded
from terminal.screens import Screen
from terminal.streams import NARROW, Words, history
from terminal.tmux import QUIET, Line, Pane, server
from tui.terminal.colours import TRUECOLOR, Colours
from tui.terminal.differ import Differ

# What pyte would print the end of.
_PRIVATE: Final = re.compile(rb"\x1b\[[<=>][0-9;]*[a-z]|\x1b\[[0-9;]*t|\x1bP[^\x1b]*\x1b\\")
_PATIENCE: Final = 30.0
SIZE: Final = (40, 6)


class Inside:
    """A terminal in a terminal: a line to write to, and what is shown at the other end."""

    def __init__(self, child: "pexpect.spawn[bytes]", line: Line, size: tuple[int, int]) -> None:
        self._child, self._line = child, line
        self._rows = size[1]
        self._screen = pyte.Screen(size[0], size[1] + 1)
        self._stream = pyte.ByteStream(self._screen)
        self._marks = 0

    def show(self, text: str) -> list[list[tuple[object, ...]]]:
        """The cells shown after a text; a mark in a row of its own says when all is there."""
        self._marks += 1
        mark = f"<{self._marks}>"
        self._line.feed(f"{text}\x1b7\x1b[m\x1b]8;;\x1b\\\x1b[{self._rows + 1}H{mark}\x1b8")
        while not self._screen.display[-1].startswith(mark):
            assert select.select([self._child.child_fd], [], [], _PATIENCE)[0], "it is not shown"
            data = os.read(self._child.child_fd, 1 << 16)
            self._stream.feed(_PRIVATE.sub(b"", data))
        rows = (self._screen.buffer[y] for y in range(self._rows))
        return [[_seen(row[x]) for x in range(self._screen.columns)] for row in rows]


def _seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    bare = cell.data == " " and not (cell.underscore or cell.strikethrough or cell.reverse)
    return (" ", cell.bg) if bare else tuple(cell)


@contextmanager
def _client(
    words: Sequence[str], folder: Path, size: tuple[int, int], **more: str
) -> Iterator["pexpect.spawn[bytes]"]:
    child: pexpect.spawn[bytes] = pexpect.spawn(
        words[0],
        list(words[1:]),
        env=surroundings(folder, **more),
        dimensions=(size[1] + 1, size[0]),
    )
    try:
        yield child
    finally:
        child.close(force=True)


@contextmanager
def in_tmux(folder: Path, size: tuple[int, int]) -> Iterator[Inside]:
    folder.mkdir()
    with ExitStack() as stack:
        tmux = stack.enter_context(server(folder))
        pane = Pane(tmux, "inner", (size[0], size[1] + 1), feeds=False)
        stack.enter_context(closing(pane))
        words = tmux.command("attach-session", "-t", "inner")
        child = stack.enter_context(_client(words, folder, size, TMUX_TMPDIR=str(folder)))
        yield Inside(child, pane, size)


@contextmanager
def in_screen(folder: Path, size: tuple[int, int]) -> Iterator[Inside]:
    sockets, place = folder / "sockets", folder / "line"
    folder.mkdir()
    sockets.mkdir(mode=0o700)
    os.mkfifo(place)
    (folder / "screenrc").write_text("startup_message off\ndefutf8 on\nterm screen-256color\n")
    words = ["screen", "-U", "-S", "inner", "-c", str(folder / "screenrc")]
    running = [*words, "sh", "-c", f"tty >{place}; {QUIET}"]
    with ExitStack() as stack:
        child = stack.enter_context(_client(running, folder, size, SCREENDIR=str(sockets)))
        ending = ["screen", "-S", "inner", "-X", "quit"]
        stack.callback(subprocess.run, ending, env={**os.environ, "SCREENDIR": str(sockets)})
        told = os.open(place, os.O_RDONLY | os.O_NONBLOCK)
        assert select.select([told], [], [], _PATIENCE)[0], "it does not start"
        line = Line(os.read(told, 99).decode().strip(), feeds=False)
        os.close(told)
        stack.enter_context(closing(line))
        yield Inside(child, line, size)


def _is_missing(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


@_is_missing("tmux")
def test_around_a_tmux_the_cells_are_those_that_are_wanted(tmp_path: Path) -> None:
    _compare(in_tmux, tmp_path, Kind(TRUECOLOR, bce=True), NARROW)


@_is_missing("screen")
def test_around_a_screen_the_cells_are_those_that_are_wanted(tmp_path: Path) -> None:
    # Italics are its standout, which is seen on a space, and ends with the end of bold. What is in
    # a device control string it hands on without the marks around it.
    styles = [style for style in NARROW.styles if "3" not in style.split(";")]
    controls = [control for control in NARROW.controls if not control.startswith("\x1bP")]
    words = NARROW._replace(styles=styles, controls=controls)
    _compare(in_screen, tmp_path, Kind(Colours.PALETTE, bce=False), words)


class Kind(NamedTuple):
    """A kind of terminal, for which see `Differ`."""

    colours: Colours
    bce: bool


def _compare(
    inside: Callable[[Path, tuple[int, int]], AbstractContextManager[Inside]],
    folder: Path,
    kind: Kind,
    words: Words,
) -> None:
    """Compare what is shown of frames made by chance, and of the first recording."""
    first, *_ = RECORDINGS.glob("80x24.raw.gz")
    made = ["".join(frame.writes) for frame in history(Random(5), words, 60, SIZE)]  # noqa: S311
    # Not what leaves the alternate screen.
    recording = [text for _, text in recorded(first)][:-1]
    for size, texts in ((SIZE, made), ((80, 24), recording)):
        differ, wanted = Differ(*size, kind.colours, bce=kind.bce), Screen(*size)
        with (
            inside(folder / f"fewer{size[0]}", size) as fewer,
            inside(folder / f"plain{size[0]}", size) as plain,
        ):
            for text in texts:
                wanted.feed(text)
                differ.feed(text)
                reference = painted(wanted.fitted(kind.colours))
                assert fewer.show(differ.frame()) == plain.show(reference)
