"""After every frame a terminal shows the same for what Differ sends as for the stream itself."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Final

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terminal.record import RECORDINGS, recorded
from terminal.screens import Screen
from terminal.streams import ALL, KNOWN, NARROW, PAIRS, Frame, Words, frames, history
from tui.terminal.colours import TRUECOLOR, Colours
from tui.terminal.differ import Differ
from tui.terminal.stream import lasting

FRAMES: Final = 1_000
"""Of each kind that are made up for a terminal of others."""
PATHS: Final = sorted(RECORDINGS.glob("*.raw.gz"))
_PRIVATE: Final = re.compile(r"\x1b\[[<=>][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$p|\x1b\]22;[^\x07]*\x07")
_MARKS: Final = ("underscore", "strikethrough", "reverse")
_LOOK: Final = ("fg", "bg", "bold", "italics", "blink", *_MARKS)
_SGR: Final = re.compile(r"\x1b\[([0-9;:]*)m").finditer
_NOT_OF: Final[dict[Colours, Callable[[str], object]]] = {
    Colours.NONE: re.compile(r"(?:.*;)?(?:[349]|10)\d\b|.*[345]8[;:]").match,
    Colours.SIXTEEN: re.compile(r".*[345]8[;:]").match,
    Colours.PALETTE: re.compile(r".*[345]8[;:]2").match,
}
"""What is in no SGR sequence for a terminal of so many colours."""


class Pair:
    """A screen for what is written, and one for what Differ sends of it.

    Attributes:
        compared: How many frames they were found to show alike.
    """

    def __init__(
        self, colours: Colours = TRUECOLOR, *, sync: bool = False, bce: bool = True
    ) -> None:
        self.compared = 0
        self._colours, self._bce = colours, bce
        self._differ = Differ(1, 1, colours, sync=sync, bce=bce)
        self._plain = self._fewer = Screen(1, 1)

    def show(self, frame: Frame) -> None:
        """Show a frame on both, and compare."""
        differ, text = self._differ, "".join(frame.writes)
        if frame.size != (self._plain.width, self._plain.height):
            differ.resize(*frame.size)
            self._plain = _resized(self._plain, frame.size)
            self._fewer = _resized(self._fewer, frame.size)
            self._fewer.bce = self._bce
        elif frame.spoilt:
            self._fewer.spoil()
            differ.invalidate()
        for write in frame.writes:
            differ.feed(write)
        sent = differ.frame()
        self._plain.feed(text)
        self._fewer.feed(sent)
        self._compare(whole=frame.whole)
        if foreign := _NOT_OF.get(self._colours):
            assert not any(foreign(style[1]) for style in _SGR(sent))
        assert differ.frame() == ""

    def _compare(self, *, whole: bool) -> None:
        plain, fewer = self._plain, self._fewer
        fitted = plain if self._colours is TRUECOLOR else plain.fitted(self._colours)
        assert fewer.differences(fitted) == []
        assert fewer.cursor == fitted.cursor
        assert fewer.pen == fitted.pen
        assert [name for name, _ in fewer.controls] == [name for name, _, _ in _last(plain)]
        if not whole and self._colours is TRUECOLOR:
            for (_, shown, is_again), (_, sent) in zip(_last(plain), fewer.controls, strict=True):
                assert is_again or sent == shown
        plain.controls.clear()
        fewer.controls.clear()
        self.compared += 1


def _last(screen: Screen) -> list[tuple[str, object, bool]]:
    """The controls of a screen, what it showed by then, and whether the same kind came before.

    Of what is set again before another control comes there is the last alone.
    """
    last: list[tuple[str, object, bool]] = []
    since = 0
    for name, shown in screen.controls:
        kind = lasting(name)
        again = [each for each in last[since:] if kind and lasting(each[0]) == kind]
        last = [each for each in last if each not in again]
        last.append((name, shown, bool(again)))
        since = since if kind else len(last)
    return last


def _resized(screen: Screen, size: tuple[int, int]) -> Screen:
    """The screen at another size, showing nothing that anybody knows."""
    new = Screen(*size, bce=screen.bce, literal=screen.literal)
    new.y, new.x = min(screen.y, new.height - 1), min(screen.x, new.width - 1)
    new.attributes, new.ink, new.paper, new.line, new.link = screen.pen
    return new


@settings(max_examples=200, deadline=None)
@given(frames(), st.sampled_from(Colours), st.booleans(), st.booleans())
def test_two_screens_show_the_same(
    made: list[Frame],
    colours: Colours,
    bce: bool,  # noqa: FBT001, drawn
    sync: bool,  # noqa: FBT001, drawn
) -> None:
    pair = Pair(colours, sync=sync, bce=bce)
    for frame in made:
        pair.show(frame)


@pytest.mark.parametrize("bce", [True, False], ids=["bce", "no bce"])
@pytest.mark.parametrize("colours", Colours)
def test_two_screens_show_the_same_through_a_long_history(colours: Colours, bce: bool) -> None:  # noqa: FBT001
    pair = Pair(colours, sync=bce, bce=bce)
    for frame in history(Random(f"{colours}{bce}"), ALL, 400):  # noqa: S311, chance, not a secret
        pair.show(frame)
    assert pair.compared == 400


@settings(max_examples=60, deadline=None)
@given(frames(KNOWN))
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


def _played(path: Path) -> Iterator[Frame]:
    """A recording, with the screen spoilt before some frames."""
    size = (0, 0)
    for number, made in enumerate(recorded(path)):
        yield Frame(made.size, (made.text,), spoilt=number % 7 == 6, whole=made.size != size)
        size = made.size


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_recording_shows_the_same(path: Path) -> None:
    pair = Pair(sync=True)
    for frame in _played(path):
        pair.show(frame)
    assert pair.compared >= 30


@pytest.mark.parametrize("colours", [Colours.PALETTE, Colours.SIXTEEN, Colours.NONE])
@pytest.mark.parametrize("path", PATHS[1:], ids=lambda path: path.name)
def test_a_recording_shows_the_same_in_fewer_colours(path: Path, colours: Colours) -> None:
    pair = Pair(colours, sync=True, bce=colours is not Colours.PALETTE)
    for frame in _played(path):
        pair.show(frame)
    assert pair.compared >= 30


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_recording_shows_the_same_on_a_terminal_of_others(path: Path) -> None:
    differ = Differ(1, 1)
    plain, fewer = pyte.Screen(1, 1), pyte.Screen(1, 1)
    streams = pyte.Stream(plain), pyte.Stream(fewer)
    compared = 0
    for size, text in recorded(path):
        if size != (plain.columns, plain.lines):
            differ.resize(*size)
            for screen in (plain, fewer):
                screen.resize(*size[::-1])
                screen.set_mode(pyte.modes.LNM)
        differ.feed(text)
        for stream, data in zip(streams, (text, differ.frame()), strict=True):
            stream.feed(_PRIVATE.sub("", data))
        assert list(_differences(fewer, plain)) == []
        assert (fewer.cursor.y, fewer.cursor.x) == (plain.cursor.y, plain.cursor.x)
        compared += 1
    assert compared >= 30


@pytest.mark.parametrize("sync", [True, False], ids=["sync", "no sync"])
@pytest.mark.parametrize("words", [NARROW, PAIRS], ids=["narrow", "pairs"])
def test_thousands_of_frames_show_the_same_on_a_terminal_of_others(
    words: Words,
    sync: bool,  # noqa: FBT001
) -> None:
    differ = Differ(1, 1, sync=sync)
    plain, fewer = pyte.Screen(1, 1), pyte.Screen(1, 1)
    streams = pyte.Stream(plain), pyte.Stream(fewer)
    compared = 0
    # pyte prints the controls that it does not know.
    words = words._replace(controls=["\x07"])
    for frame in history(Random(f"{words.step}{sync}"), words, FRAMES):  # noqa: S311, chance
        if frame.size != (plain.columns, plain.lines):
            differ.resize(*frame.size)
            for screen in (plain, fewer):
                screen.resize(*frame.size[::-1])
                screen.set_mode(pyte.modes.LNM)
                # Textual turns line wrap off, and pyte would wrap before a combining mark.
                screen.reset_mode(pyte.modes.DECAWM)
        elif frame.spoilt:
            streams[1].feed("\x1b[1;4;32;41mnoise" + "noise \x1b[K" * 9)
            differ.invalidate()
        text = "".join(frame.writes)
        differ.feed(text)
        for stream, data in zip(streams, (text, differ.frame()), strict=True):
            stream.feed(_PRIVATE.sub("", data))
        assert list(_differences(fewer, plain)) == []
        assert (fewer.cursor.y, fewer.cursor.x) == (plain.cursor.y, plain.cursor.x)
        compared += 1
    assert compared == FRAMES


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


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_recording_takes_less_than_half_the_bytes(path: Path) -> None:
    differ = Differ(1, 1, sync=True)
    written = sent = 0
    size = (1, 1)
    for made in recorded(path):
        if made.size != size:
            size = made.size
            differ.resize(*size)
        differ.feed(made.text)
        sent += len(differ.frame().encode())
        written += len(made.text.encode())
    assert sent < 0.33 * written
