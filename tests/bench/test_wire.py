"""What the benchmark of the wire takes for a change, and for a question, holds for any stream."""

import pytest

from bench.answers import Answers
from bench.display import Cells, Display, changed_bytes, look_alike
from bench.rows import Row
from bench.wire import allowed

RED, PAPER, LINE, REVERSE = b"\x1b[38;2;200;0;0m", b"\x1b[44m", b"\x1b[4m", b"\x1b[7m"


def cells(*streams: bytes, columns: int = 12, rows: int = 3) -> Cells:
    display = Display(columns, rows)
    for stream in streams:
        display.feed(stream)
    return display.cells


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        pytest.param(b"abc", b"abc", 0, id="nothing"),
        pytest.param(b"abc", b"abd", 1, id="a letter"),
        pytest.param(b"abc", "a─c".encode(), 3, id="a letter of three bytes"),
        pytest.param(b"abc", b"a", 2, id="letters gone"),
        pytest.param(b"abc", RED + b"abc", 3, id="ink"),
        pytest.param(b"abc", b"\x1b[1mabc", 3, id="weight"),
        pytest.param(b"a c", RED + b"a c", 2, id="the ink of a space is not seen"),
        pytest.param(b"   ", b"\x1b[1m" + RED + b"   ", 0, id="nor is its weight"),
        pytest.param(b"   ", PAPER + b"   ", 3, id="the background of a space is"),
        pytest.param(b"   ", LINE + b"   ", 3, id="a line under a space is"),
        pytest.param(LINE + b"   ", LINE + RED + b"   ", 3, id="and so is its colour"),
        pytest.param(REVERSE + b" ", REVERSE + RED + b" ", 1, id="ink that is a background is"),
        pytest.param(REVERSE + b" ", REVERSE + PAPER + b" ", 0, id="a background that is ink not"),
        pytest.param(b"a\x1b[2;1Hb", b"c\x1b[2;1Hd", 2, id="in every row"),
    ],
)
def test_only_what_can_be_seen_has_changed(before: bytes, after: bytes, count: int) -> None:
    old, new = cells(before), cells(after)
    assert changed_bytes(old, new) == count
    assert look_alike(old, new) == (count == 0)


def test_a_key_may_cost_the_limit_or_what_it_changes() -> None:
    assert allowed(1024, 100) == 1024
    assert allowed(1024, 1000) == 1700


@pytest.mark.parametrize(
    ("stream", "text"),
    [
        pytest.param([b"-\x1b[4b!"], "-----!", id="repeats"),
        pytest.param([b"a\r\nb\r\nc\x1b[1S"], "b\nc\n", id="scrolls up"),
        pytest.param([b"a\r\nb\r\nc\x1b[2;2H\x1b[2T!"], "\n !\na", id="scrolls down"),
        pytest.param([b"abcdefghij\x1b[Z-"], "abcdefgh-j", id="tabs back"),
        pytest.param([b"a\x1b[2;", b"3Hb\xe2\x94", b"\x80"], "a\n  b─", id="takes what is cut"),
        pytest.param([b"\x1b[>1ua\x1b]0;t\x07\x1b[?2026$p"], "a", id="prints no questions"),
    ],
)
def test_the_model_draws_what_a_terminal_does(stream: list[bytes], text: str) -> None:
    display = Display(12, 3)
    for part in stream:
        display.feed(part)
    assert display.text.split("\n") == (text.split("\n") + [""] * 3)[:3]


def test_addresses_of_links_are_known_once_and_are_not_printed() -> None:
    display = Display(12, 3)
    link = b"\x1b]8;id=0;https://a.example/b\x1b\\"
    for part in (link + b"a\x1b]8;;\x1b", b"\\b" + link + b"c"):
        display.feed(part)
    assert display.text.rstrip() == "abc"
    assert display.take_addresses() == {b"https://a.example/b"}
    assert display.take_addresses() == set()


def test_a_terminal_answers_the_question_after_a_frame() -> None:
    answers = Answers(lambda: (2, 3))
    assert list(answers.to(b"text\x1b[5")) == []
    assert list(answers.to(b"n more \x1b[6n")) == [b"\x1b[0n", b"\x1b[2;3R"]
    assert list(answers.to(b"nothing")) == []


def test_a_row_without_a_target_is_neither_kept_nor_missed() -> None:
    assert Row("x", (1.0, 3.0, 2.0), 2.0, "").cells[1:5] == (
        *("2.00 x", "1.00 to 3.00", "≤ 2 x", "ok"),
    )
    assert Row("x", (2.1,), 2.0, "").cells[4] == "MISSED"
    assert Row("x", (2.1,), None, "").cells[3:5] == ("–", "")
    assert Row("x", (), None, "not there").cells == ("x", "–", "", "–", "", "not there")
