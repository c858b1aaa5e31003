"""The writer brings a line to the latest state, and nobody waits for it."""

import os
import select
import threading
from collections.abc import Iterator

import pytest

from tui.terminal.differ import Differ
from tui.terminal.writer import Writer

WIDTH, HEIGHT = 80, 24
ENTER = "\x1b[?1049h"


class Line:
    """A pipe in place of a terminal, and a writer on it."""

    def __init__(self) -> None:
        self.far, self.near = os.pipe()
        self.hung_up = threading.Event()
        self.writer = Writer(self.near, Differ(WIDTH, HEIGHT), self.hung_up.set)
        self.writer.start()

    def paint(self, text: str) -> None:
        """A frame of one line at the top."""
        self.writer.write(f"\x1b[1;1H{text}")
        self.writer.flush()

    def read_until(self, text: str) -> str:
        """What comes out of the line up to a text."""
        got = b""
        while text.encode() not in got:
            got += os.read(self.far, 65536)
        return got.decode()


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    line.writer.write(ENTER)
    line.writer.flush()
    yield line
    line.writer.stop()
    os.close(line.near)


def test_a_frame_is_sent_when_it_ends(line: Line) -> None:
    line.paint("first")

    assert line.read_until("first").startswith(ENTER)


def test_of_a_frame_only_what_changed_is_sent(line: Line) -> None:
    line.paint("one two three")
    line.read_until("three")
    line.paint("one 222 three")
    line.writer.stop()

    assert os.read(line.far, 65536).decode().count("222") == 1
    assert not line.writer.is_alive()


def test_a_line_that_takes_nothing_keeps_nobody_waiting(line: Line) -> None:
    for number in range(2_000):
        line.paint(f"{number:04d} " + "x" * (number % WIDTH))
    line.paint("the latest state")

    # A pipe holds far less than two thousand frames: had one of them waited, all would.
    sent = line.read_until("the latest")
    assert len(sent) < 100_000


def test_repainting_sends_what_is_shown_already(line: Line) -> None:
    line.paint("noise ahead")
    line.read_until("noise ahead")
    line.writer.repaint()

    assert "noise ahead" in line.read_until("noise ahead")


def test_a_terminal_that_is_gone_is_told_once_and_ends_the_writer(line: Line) -> None:
    line.paint("here")
    line.read_until("here")
    os.close(line.far)
    line.paint("nobody reads this")

    assert line.hung_up.wait(10)
    line.writer.join(10)
    assert not line.writer.is_alive()
    line.paint("nor this")


def test_the_end_does_not_wait_for_a_line_that_takes_nothing(line: Line) -> None:
    noise = threading.Thread(target=os.write, args=(line.near, b"x" * 1_000_000), daemon=True)
    noise.start()
    while select.select([], [line.near], [], 0)[1]:
        pass
    line.paint("the last words")
    line.writer.stop()

    assert line.writer.is_alive()
    while line.writer.is_alive() or noise.is_alive():
        if select.select([line.far], [], [], 0.01)[0]:
            os.read(line.far, 65536)
