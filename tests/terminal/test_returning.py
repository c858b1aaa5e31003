"""Whoever comes back finds what they left, and sees what others have changed meanwhile."""

import os
import signal
from functools import partial
from pathlib import Path
from statistics import median
from time import monotonic

import pytest

from terminal.pty import DATELINE, Terminal, surroundings

SECOND = "Air strikes begin"
PAPER = b"48;2;251;249;244"
CURSOR_ON_SECOND = "▸ ▌ c. Sep        Air strikes begin"
MARKED_SECOND = CURSOR_ON_SECOND.replace("▌ ", "▌★")
CURSOR_ON_FIRST = "▸ ▌ 12 Aug        The accord is signed"


@pytest.fixture
def folder(tmp_path: Path, tiny: str) -> Path:
    """A folder with a timeline of two events."""
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    return tmp_path


def leave_on_second(folder: Path, *, killed: bool) -> None:
    """Go to the second event, and leave by key or by losing the line."""
    shell = ("/bin/sh", "-c", f'echo "pid $$"; exec {" ".join(DATELINE)}')
    with Terminal(shell, cwd=folder) as terminal:
        terminal.wait_for(CURSOR_ON_FIRST)
        terminal.type("j'")
        terminal.wait_for(MARKED_SECOND)
        pid = int(terminal.sent.partition(b"pid ")[2].split()[0])
        if killed:
            os.kill(pid, signal.SIGHUP)
        else:
            terminal.type("q")
        terminal.wait_for_exit()


@pytest.mark.parametrize("killed", [False, True], ids=["left", "hung up"])
def test_the_next_start_is_where_the_last_one_ended(folder: Path, killed: bool) -> None:  # noqa: FBT001
    leave_on_second(folder, killed=killed)
    with Terminal(DATELINE, cwd=folder) as terminal:
        terminal.wait_for(MARKED_SECOND)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_layout_filter_and_theme_are_there_again_each_time(folder: Path) -> None:
    around = surroundings(folder, COLORTERM="truecolor")
    seen: list[list[str]] = []
    for keys in ([">", "3", "2", " ", "T", "p", "a", "p", "\r", "1"], [], []):
        with Terminal(DATELINE, cwd=folder, environment=around, columns=120, rows=30) as terminal:
            terminal.wait_for("q Quit")
            for key in keys:
                before = terminal.text
                terminal.type(key)
                terminal.wait_until(partial(differs, terminal, before), f"what {key!r} does")
            terminal.wait_for("▸● Russia")
            terminal.wait_for("actor:Russia ×")
            terminal.wait_for("§ ")
            terminal.wait_until(lambda: PAPER in terminal.sent, "the theme")
            # The first row tells the way that was come, the last what was said.
            seen.append(terminal.text.splitlines()[1:-1])
            terminal.type("q")
            assert terminal.wait_for_exit() == 0
    assert seen[1] == seen[0]
    assert seen[2] == seen[0]


def differs(terminal: Terminal, before: str) -> bool:
    """Whether the screen is another."""
    return terminal.text != before


@pytest.mark.parametrize("option", [("--fresh",), ("--at", "accord")], ids=" ".join)
def test_a_start_that_is_asked_for_comes_first(folder: Path, option: tuple[str, ...]) -> None:
    leave_on_second(folder, killed=False)
    with Terminal((*DATELINE, *option), cwd=folder) as terminal:
        terminal.wait_for(CURSOR_ON_FIRST)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_a_change_from_outside_is_on_the_screen_within_two_seconds(folder: Path, tiny: str) -> None:
    took = []
    with Terminal(DATELINE, cwd=folder) as terminal:
        terminal.wait_for(CURSOR_ON_FIRST)
        for title in ("Nobody signs", "Somebody signs", "All have signed"):
            changed = tiny.replace("The accord is signed", title)
            (folder / "timeline.yaml").write_text(changed, encoding="utf-8")
            written = monotonic()
            terminal.wait_for(f"12 Aug        {title}")
            took.append(monotonic() - written)
            terminal.type("k")
            terminal.wait_for("? Help")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
    assert median(took) < 2


def test_a_change_from_outside_is_shown_where_the_reader_is(folder: Path, tiny: str) -> None:
    with Terminal(DATELINE, cwd=folder) as terminal:
        terminal.wait_for(CURSOR_ON_FIRST)
        terminal.type("j")
        terminal.wait_for(CURSOR_ON_SECOND)
        changed = tiny.replace("The accord is signed", "Nobody signs")
        (folder / "timeline.yaml").write_text(changed, encoding="utf-8")
        terminal.wait_for("timeline.yaml changed: 1 event edited.")
        assert "Nobody signs" in terminal.text
        assert CURSOR_ON_SECOND in terminal.text
        (folder / "timeline.yaml").write_text(changed + "  - [\n", encoding="utf-8")
        terminal.wait_for("this is as it was before. 6 shows why.")
        assert CURSOR_ON_SECOND in terminal.text
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_a_talk_leaves_the_filters_of_the_panes_for_the_next_start(folder: Path) -> None:
    with Terminal(DATELINE, cwd=folder) as terminal:
        terminal.wait_for(CURSOR_ON_FIRST)
        terminal.type("2 ")
        terminal.wait_for("actor:Russia ×")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
    with Terminal([*DATELINE, "present", "--filter", "strikes"], cwd=folder) as terminal:
        terminal.wait_for("1 slide")
        terminal.type("\x1b")
        terminal.wait_for("strikes ×")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
    with Terminal(DATELINE, cwd=folder) as terminal:
        terminal.wait_for("actor:Russia ×")
        assert "strikes ×" not in terminal.text
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
