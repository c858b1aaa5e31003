"""In tmux, too, the same is shown for what Differ sends as for the stream itself."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from random import Random

import pytest

from terminal.record import RECORDINGS, recorded
from terminal.streams import NARROW, PAIRS, Frame, Words, history
from terminal.tmux import Pane, Server, seen, server
from tui.terminal.differ import Differ

FRAMES = 500
"""Of each kind that are made up."""

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


@pytest.fixture(scope="module")
def tmux(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with server(tmp_path_factory.mktemp("tmux")) as started:
        yield started


def compared(tmux: Server, frames: Iterable[Frame], *, every: int = 1, bce: bool = True) -> int:
    """How many frames were shown by two panes and found to be the same."""
    count = 0
    differ = Differ(1, 1, bce=bce)
    with ExitStack() as stack:
        plain, fewer = (
            stack.enter_context(closing(Pane(tmux, name, (1, 1), feeds=name == "plain")))
            for name in ("plain", "fewer")
        )
        for number, frame in enumerate(frames):
            if frame.size != plain.size:
                for pane in (plain, fewer):
                    pane.resize(frame.size)
                differ.resize(*frame.size)
            elif frame.spoilt:
                fewer.feed("\x1b[1;4;32;41mnoise" + "noise \x1b[K" * 9)
                differ.invalidate()
            text = "".join(frame.writes)
            differ.feed(text)
            plain.feed(text)
            fewer.feed(differ.frame())
            assert fewer.cursor == plain.cursor
            if number % every == 0:
                assert seen(tmux, fewer) == seen(tmux, plain)
                count += 1
    return count


@pytest.mark.parametrize("path", sorted(RECORDINGS.glob("*.raw.gz")), ids=lambda path: path.name)
def test_two_panes_show_the_same_recording(tmux: Server, path: Path) -> None:
    frames = [Frame(size, (text,), spoilt=False, whole=False) for size, text in recorded(path)]
    assert compared(tmux, frames) == len(frames)


@pytest.mark.parametrize("words", [NARROW, PAIRS], ids=["narrow", "pairs"])
@pytest.mark.parametrize("bce", [True, False], ids=["bce", "no bce"])
def test_two_panes_show_the_same_writing(tmux: Server, words: Words, bce: bool) -> None:  # noqa: FBT001
    assert compared(tmux, history(Random(7), words, FRAMES), bce=bce) == FRAMES  # noqa: S311, chance
