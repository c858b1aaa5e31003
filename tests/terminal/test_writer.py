"""The writer brings a line to the latest state, and nobody waits for it."""

import os
import re
import select
import threading
from collections.abc import Iterator
from queue import SimpleQueue
from time import monotonic

import pytest

from tui.terminal.differ import Differ
from tui.terminal.pace import PATIENCE, QUESTION
from tui.terminal.writer import Writer

WIDTH, HEIGHT = 80, 24
ENTER = "\x1b[?1049h"


class Line:
    """A pipe in place of a terminal, and a writer on it."""

    def __init__(self, differ: Differ | None = None, *, is_paced: bool = False) -> None:
        self.far, self.near = os.pipe()
        self.errors: SimpleQueue[Exception] = SimpleQueue()
        differ = differ or Differ(WIDTH, HEIGHT)
        self.writer = Writer(self.near, differ, self.errors.put, is_paced=is_paced)
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

    assert isinstance(line.errors.get(timeout=10), OSError)
    assert not line.writer.is_alive()
    line.paint("nor this")
    line.writer.stop()
    assert line.errors.empty()


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


def test_of_what_many_threads_write_nothing_is_lost(line: Line) -> None:
    def toil(name: int) -> None:
        for number in range(200):
            line.writer.write(f"\x1b]9;{name}-{number}\x07")
            line.writer.flush()

    threads = [threading.Thread(target=toil, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    sent = ""
    while sent.count("\x07") < 8 * 200:
        sent += line.read_until("\x07")
    for thread in threads:
        thread.join()

    notes = re.findall("9;(\\d)-(\\d+)\x07", sent)
    for name in range(8):
        assert [int(number) for by, number in notes if by == str(name)] == list(range(200))


def test_a_line_that_does_not_block_gets_everything(line: Line) -> None:
    os.set_blocking(line.near, False)
    title = f"\x1b]0;{'x' * 300_000}\x07"
    line.writer.write(title)
    line.writer.flush()

    assert title in line.read_until("\x07")
    assert line.errors.empty()


def test_a_writer_that_was_stopped_paints_it_all_when_it_starts_again(line: Line) -> None:
    line.paint("still here")
    line.read_until("still here")
    line.writer.write("\x1b[?1049l")
    line.writer.stop()
    line.read_until("\x1b[?1049l")
    line.writer.start()
    line.writer.write(ENTER)
    line.writer.flush()

    assert line.read_until("still here").startswith(ENTER)


def test_a_writer_that_starts_while_its_line_is_stuck_sends_everything_in_turn(line: Line) -> None:
    line.read_until(ENTER)
    fill(line.near)
    line.paint("the last words")
    line.writer.stop()
    assert line.writer.is_alive()
    line.writer.start()
    line.paint("the last words are the first")
    line.read_until("first")
    line.writer.stop()

    assert not line.writer.is_alive()


class Faulty(Differ):
    """A differ with a bug, in one of its methods and until it is replaced."""

    def __init__(self, where: str) -> None:
        super().__init__(WIDTH, HEIGHT)
        self._where = where

    def feed(self, text: str) -> None:
        """Fail, if this is where the bug is."""
        if self._where == "feed":
            raise ZeroDivisionError
        super().feed(text)

    def frame(self) -> str:
        """Fail, if this is where the bug is."""
        if self._where == "frame":
            raise ZeroDivisionError
        return super().frame()

    def resize(self, width: int, height: int) -> None:
        """Fail, if this is where the bug is."""
        if self._where == "resize":
            raise ZeroDivisionError
        super().resize(width, height)

    def invalidate(self) -> None:
        """Fail, if this is where the bug is."""
        if self._where == "invalidate":
            raise ZeroDivisionError
        super().invalidate()


@pytest.mark.parametrize("where", ["feed", "frame", "resize", "invalidate"])
def test_a_bug_in_the_differ_is_told_and_the_terminal_can_still_be_left(where: str) -> None:
    line = Line(Faulty(where))
    line.writer.resize(WIDTH, HEIGHT)
    line.writer.repaint()
    line.paint("never seen")
    error = line.errors.get(timeout=10)
    line.writer.write("\x1b[?1049l")
    line.writer.stop()

    assert isinstance(error, ZeroDivisionError)
    assert line.read_until("\x1b[?1049l").startswith("\x1b[m")
    assert not line.writer.is_alive()
    assert line.errors.empty()


def fill(near: int) -> None:
    """Leave no room in a pipe."""
    os.set_blocking(near, False)
    try:
        while True:
            os.write(near, b"x" * 4096)
    except BlockingIOError:
        os.set_blocking(near, True)


@pytest.fixture
def paced() -> Iterator[Line]:
    line = Line(is_paced=True)
    yield line
    line.writer.stop()
    os.close(line.near)


def test_the_next_frame_waits_until_the_terminal_has_answered_for_the_last(paced: Line) -> None:
    paced.writer.write(ENTER)
    paced.writer.flush()
    assert paced.read_until(QUESTION).count(QUESTION) == 1
    paced.writer.answered()
    paced.paint("first")
    paced.read_until(QUESTION)
    for number in range(100):
        paced.paint(f"frame {number}")
    assert not select.select([paced.far], [], [], 0)[0]
    paced.writer.answered()

    assert paced.read_until(QUESTION).endswith(f"rame 99{QUESTION}")
    assert not select.select([paced.far], [], [], 0)[0]


def test_a_terminal_that_never_answers_gets_every_frame_after_a_second(paced: Line) -> None:
    for text in ("first", "second", "third"):
        paced.paint(text)
        sent = paced.read_until(text)
    paced.writer.settle()
    paced.paint("fourth")

    assert QUESTION not in sent
    assert QUESTION not in paced.read_until("fourth")


def test_a_terminal_that_answers_no_more_is_waited_for_a_second_at_first(paced: Line) -> None:
    paced.paint("first")
    paced.read_until(QUESTION)
    paced.writer.answered()
    paced.paint("second")
    paced.read_until(QUESTION)
    begun = monotonic()
    paced.paint("third")
    paced.read_until("third")

    assert PATIENCE / 2 < monotonic() - begun < 1.5 * PATIENCE


def test_a_terminal_that_answers_no_more_is_soon_waited_for_no_longer(paced: Line) -> None:
    paced.paint("before")
    paced.read_until(QUESTION)
    paced.writer.answered()
    for number in range(5):
        paced.paint(f"frame {number}")
        paced.read_until(str(number))
    begun = monotonic()
    for number in range(5, 10):
        paced.paint(f"frame {number}")
        assert QUESTION in paced.read_until(QUESTION)
    assert monotonic() - begun < PATIENCE

    # One answer, and it is waited for again, once it has answered for all.
    for _ in range(10):
        paced.writer.answered()
    paced.paint("again")
    paced.read_until(QUESTION)
    paced.paint("waits")
    assert not select.select([paced.far], [], [], 0)[0]


def test_nothing_is_asked_any_more_before_another_program_reads_the_answers(paced: Line) -> None:
    paced.paint("first")
    paced.read_until(QUESTION)
    paced.writer.answered()
    paced.writer.settle()
    paced.paint("second")
    paced.writer.stop()

    assert QUESTION not in os.read(paced.far, 65536).decode()
