"""After every frame a terminal shows the same for what Differ sends as for the stream itself."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terminal.screens import Screen
from terminal.streams import Frame, frames
from tui.terminal.differ import Differ

RECORDINGS: Final = sorted((Path(__file__).parent / "recordings").glob("*.raw.gz"))
_END: Final = re.compile(r"(?<=\x1b\[\?2026l)")
_PRIVATE: Final = re.compile(r"\x1b\[[<=>][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$p|\x1b\]22;[^\x07]*\x07")
_MARKS: Final = ("underscore", "strikethrough", "reverse")
_LOOK: Final = ("fg", "bg", "bold", "italics", "blink", *_MARKS)


@settings(max_examples=100, deadline=None)
@given(frames(), st.booleans(), st.booleans())
def test_two_screens_show_the_same(made: list[Frame], bce: bool, sync: bool) -> None:  # noqa: FBT001
    differ = Differ(1, 1, sync=sync, bce=bce)
    plain = fewer = Screen(1, 1)
    for frame in made:
        if frame.size != (plain.width, plain.height):
            differ.resize(*frame.size)
            plain, fewer = _resized(plain, frame.size), _resized(fewer, frame.size)
            fewer.bce = bce
        elif frame.spoilt:
            fewer.spoil()
            differ.invalidate()
        for write in frame.writes:
            differ.feed(write)
        plain.feed("".join(frame.writes))
        fewer.feed(differ.frame())
        assert fewer.differences(plain) == []
        assert fewer.cursor == plain.cursor
        assert fewer.pen == plain.pen
        assert [name for name, _ in fewer.controls] == [name for name, _ in plain.controls]
        if not frame.whole:
            assert fewer.controls == plain.controls
        assert differ.frame() == ""
        plain.controls.clear()
        fewer.controls.clear()


@settings(max_examples=40, deadline=None)
@given(frames(known=True))
def test_terminals_with_another_idea_of_widths_differ_in_no_other_cell(made: list[Frame]) -> None:
    differ = Differ(*made[0].size)
    plain, other = Screen(*made[0].size), Screen(*made[0].size, literal=True)
    for frame in made:
        if frame.size != (plain.width, plain.height):
            differ.resize(*frame.size)
            plain, other = _resized(plain, frame.size), _resized(other, frame.size)
        plain.feed("".join(frame.writes))
        differ.feed("".join(frame.writes))
        other.feed(differ.frame())
        for y, row in enumerate(plain.seen):
            for x, cell in enumerate(row):
                if not any(len(part[0]) > 1 for part in row[max(x - 1, 0) : x + 1]):
                    assert other.seen[y][x] == cell


def _resized(screen: Screen, size: tuple[int, int]) -> Screen:
    """The screen at another size, showing nothing that anybody knows."""
    new = Screen(*size, bce=screen.bce, literal=screen.literal)
    new.y, new.x = min(screen.y, new.height - 1), min(screen.x, new.width - 1)
    new.attributes, new.ink, new.paper, new.link = screen.pen
    return new


def _recorded(path: Path) -> tuple[int, int, list[str]]:
    columns, rows = path.name.removesuffix(".raw.gz").split("x")
    text = gzip.decompress(path.read_bytes()).decode()
    return int(columns), int(rows), _END.split(text)


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.name)
def test_a_recording_shows_the_same(path: Path) -> None:
    columns, rows, texts = _recorded(path)
    differ = Differ(columns, rows, sync=True)
    plain, fewer = Screen(columns, rows), Screen(columns, rows)
    for number, text in enumerate(texts):
        if number % 7 == 6:
            fewer.spoil()
            differ.invalidate()
        differ.feed(text)
        plain.feed(text)
        fewer.feed(differ.frame())
        assert fewer.differences(plain) == []
        assert (fewer.cursor, fewer.pen) == (plain.cursor, plain.pen)
    assert fewer.controls == plain.controls


@pytest.mark.parametrize("path", RECORDINGS[-1:], ids=lambda path: path.name)
def test_a_recording_shows_the_same_on_a_terminal_of_others(path: Path) -> None:
    columns, rows, texts = _recorded(path)
    differ = Differ(columns, rows)
    plain, fewer = pyte.Screen(columns, rows), pyte.Screen(columns, rows)
    streams = pyte.Stream(plain), pyte.Stream(fewer)
    for screen in (plain, fewer):
        screen.set_mode(pyte.modes.LNM)
    for text in texts:
        differ.feed(text)
        for stream, data in zip(streams, (text, differ.frame()), strict=True):
            stream.feed(_PRIVATE.sub("", data))
        assert list(_differences(fewer, plain)) == []
        assert (fewer.cursor.y, fewer.cursor.x) == (plain.cursor.y, plain.cursor.x)


def _differences(one: pyte.Screen, other: pyte.Screen) -> Iterator[tuple[object, ...]]:
    for y in range(one.lines):
        row, other_row = one.buffer[y], other.buffer[y]
        for x in range(one.columns):
            if row[x] != other_row[x] and _seen(row[x]) != _seen(other_row[x]):
                yield y, x, row[x], other_row[x]


def _seen(cell: pyte.screens.Char) -> tuple[str, ...]:
    """What can be seen of a cell: neither the colour nor the weight of a bare space."""
    bare = cell.data == " " and not any(getattr(cell, name) for name in _MARKS)
    return cell.data, *(str(getattr(cell, name)) for name in (("bg",) if bare else _LOOK))


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.name)
def test_a_recording_takes_less_than_half_the_bytes(path: Path) -> None:
    columns, rows, texts = _recorded(path)
    differ = Differ(columns, rows, sync=True)
    bytes_sent = 0
    for text in texts:
        differ.feed(text)
        bytes_sent += len(differ.frame().encode())
    assert bytes_sent < 0.45 * len("".join(texts).encode())
