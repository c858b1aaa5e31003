"""What holds of Differ for every text: it never fails, and sends little."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terminal.painter import painted
from terminal.screens import Screen
from terminal.streams import ALL, NARROW, PAIRS, Frame, Words, frames, history
from tui.terminal.colours import Colours
from tui.terminal.differ import Differ

PIECES = [
    *("\x1b", "[", "]8;;", "\x1b[", "38;2;", "38:2:1", "m", ";", "1", "99999999999", "H", "\x07"),
    *("\x1b\\", "\x9b", "\u0301", "\u200d", "世", "x", " ", "\n", "\r", "\b", "\t", "\x1bP", "\0"),
    *("\x1b[?1049h", "\x1b[?1049l", "\x1b[2J", "\x1b[1;1H", "\x1b[0;3m", "\x1bPtmux;", "\x18"),
    *("\x1b[5C", "\x1b[9A", "\x1b[999E", "\x1b[0d", "\x1b[;H", "\x1bc", "\x1b[!p", "\x1b]", "1:"),
    *("4:3", "58;2;1;2;3", "48;5;", "\x1b[38;5m", "\x1b[48;2;1m", "\x1b[4:m", "\x1b[5n", "     "),
]
SIZES = st.tuples(st.integers(-1, 7), st.integers(-1, 4))
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4)).map("".join)
STEPS = st.lists(st.tuples(SIZES, st.booleans(), TEXTS), max_size=4)
# Text without controls takes its width from rich, which measures clusters and not characters.
ASCII = st.lists(st.sampled_from([piece for piece in PIECES if piece.isascii()])).map("".join)

_ROWS = re.compile(r"\x1b\[(\d+);\d+H").findall
SILENT = ALL._replace(controls=[""])


@settings(max_examples=300, deadline=None)
@given(SIZES, st.sampled_from(Colours), st.booleans(), STEPS)
def test_no_text_and_no_size_makes_it_fail(
    size: tuple[int, int],
    colours: Colours,
    bce: bool,  # noqa: FBT001, drawn
    steps: list[tuple[tuple[int, int], bool, str]],
) -> None:
    differ = Differ(*size, colours, sync=bce, bce=bce)
    for next_size, resizes, text in steps:
        for letter in text:
            differ.feed(letter)
        if resizes:
            differ.resize(*next_size)
        else:
            differ.invalidate()
        differ.frame()
        assert differ.frame() == ""


@settings(max_examples=300, deadline=None)
@given(st.data(), ASCII)
def test_it_is_all_the_same_where_a_text_is_cut(data: st.DataObject, text: str) -> None:
    whole, cut = Differ(5, 3), Differ(5, 3)
    whole.feed(text)
    places = sorted(data.draw(st.sets(st.integers(0, len(text)))))
    for start, end in pairwise([0, *places, len(text)]):
        cut.feed(text[start:end])
    assert cut.frame() == whole.frame()


@settings(max_examples=100, deadline=None)
@given(frames(SILENT))
def test_a_frame_that_is_shown_is_sent_no_more(made: list[Frame]) -> None:
    differ = Differ(1, 1)
    for frame in made:
        text = "".join(frame.writes).replace("\x1b[?1049l\x1b[?25h", "").replace("\x1b[?1049h", "")
        differ.resize(*frame.size)
        differ.feed(text)
        assert differ.frame() != ""
        for _ in range(3):
            differ.feed(text)
            assert differ.frame() == ""


@settings(max_examples=100, deadline=None)
@given(frames(NARROW) | frames(PAIRS))
def test_no_frame_is_longer_than_it_came_or_than_its_changed_cells(made: list[Frame]) -> None:
    for sent, written, plainest in _lengths(made):
        assert sent <= plainest
        assert written is None or sent <= written


@pytest.mark.parametrize(("words", "share"), [(NARROW, 0.6), (PAIRS, 0.62)])
def test_a_history_takes_much_less_than_its_changed_cells(words: Words, share: float) -> None:
    frames = history(Random(3), words, 500)  # noqa: S311, chance, not a secret
    lengths = [(sent, plainest) for sent, _, plainest in _lengths(frames)]
    assert len(lengths) > 150
    sent, plainest = (sum(each) for each in zip(*lengths, strict=True))
    assert sent < share * plainest


def _lengths(made: Iterable[Frame]) -> Iterator[tuple[int, int | None, int]]:
    """How many bytes are sent, were written, and paint the changed cells in the plainest way.

    Only of frames without controls, before which the terminal is known. What was written counts
    where it is one piece in a row: a piece in the middle of another leaves three of them to send.
    """
    differ, screen, shown = Differ(1, 1), Screen(1, 1), Screen(1, 1)
    for frame in made:
        known = frame.size == (screen.width, screen.height)
        if not known:
            differ.resize(*frame.size)
            screen, shown = Screen(*frame.size), Screen(*frame.size)
        text = "".join(frame.writes)
        differ.feed(text)
        screen.feed(text)
        sent = differ.frame()
        if known and not screen.controls:
            rows = _ROWS(text)[:-1]
            written = len(text.encode()) if len(rows) == len(set(rows)) else None
            yield len(sent.encode()), written, len(painted(screen, shown).encode())
        shown.feed(sent)
        screen.controls.clear()
        shown.controls.clear()
