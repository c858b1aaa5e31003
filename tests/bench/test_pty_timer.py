"""The stopwatch answers as a terminal does and tells what was drawn, and what was not."""

import sys
from pathlib import Path

import pytest

from bench.pty_timer import Program, TimerError

ASKING = r"""
import os, tty
tty.setraw(0)
os.write(1, b"\x1b[?1049h\x1b[>1u\x1b[<1u\x1b[?2026$p\x1b]11;?\x1b\\\x1b[2;3H\x1b[6n")
heard = b""
while not heard.endswith(b"R"):
    heard += os.read(0, 100)
os.write(1, b"\x1b[HSTART " + heard.replace(b"\x1b", b"") + b"\x1b[?20")
os.read(0, 100)
os.write(1, b"26$p\x1b[5;1HREADY")
while (key := os.read(0, 100)) != b"q":
    if key == b"j":
        os.write(1, b"." * 150)
"""


def run(text: str, home: Path) -> Program:
    return Program([sys.executable, "-c", text], home)


def test_questions_are_answered_and_a_split_one_is_no_text(tmp_path: Path) -> None:
    with run(ASKING, tmp_path) as program:
        start = program.until_visible(r"START \[\?2026;2\$y\]11;rgb:[1/]+\\+\[2;3R$", patience=20)
        assert program.first_paint == start
        program.press(b"x")
        assert program.until_visible(r"^READY$", patience=20) > start
        assert program.first_paint == start


def test_keys_are_counted_with_what_they_made_the_program_write(tmp_path: Path) -> None:
    with run(ASKING, tmp_path) as program:
        program.until_visible("START", patience=20)
        program.press(b"x")
        answered, silent = program.press(b"j", 4), program.press(b"z")
        assert (len(answered.settled), answered.bytes_a_key, answered.silent) == (4, 150, 0)
        assert (silent.settled, silent.written, silent.silent) == ((), 0, 1)
        assert program.peak_memory() > 1 << 20


def test_a_program_that_ends_is_not_waited_for(tmp_path: Path) -> None:
    with run("print('no file')", tmp_path) as program, pytest.raises(TimerError, match="no file"):
        program.until_visible("START", patience=20)


def test_an_answer_is_timed_to_its_first_and_its_last_byte(tmp_path: Path) -> None:
    late = ASKING.replace('b"." * 150)', 'b"."); __import__("time").sleep(0.05); os.write(1, b"!")')
    with run(late, tmp_path) as program:
        program.until_visible("START", patience=20)
        program.press(b"x")
        first, last = program.answer(b"j", 1.0)
    assert 0 < first < last - 0.04
