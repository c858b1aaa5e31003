"""Where no screen can be shown, dateline says so in a sentence or prints the listing."""

import os
from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal, surroundings

PROGRAM = " ".join(DATELINE)


@pytest.fixture
def folder(tmp_path: Path, tiny: str) -> Path:
    """A folder with a small timeline in it."""
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        pytest.param({"TERM": "dumb"}, 'TERM is "dumb"', id="dumb"),
        pytest.param({"TERM": ""}, "TERM is not set", id="not set"),
    ],
)
def test_a_terminal_that_cannot_is_told_what_can(
    folder: Path, environment: dict[str, str], reason: str
) -> None:
    around = surroundings(folder, **environment)
    with Terminal(DATELINE, cwd=folder, environment=around, columns=200) as terminal:
        assert terminal.wait_for_exit() == 2
        assert reason in terminal.text
        assert "`dateline list`" in terminal.text
        assert not terminal.modes


@pytest.mark.parametrize(
    ("redirection", "reason"),
    [
        pytest.param("</dev/null", "standard input is not a terminal", id="stdin"),
        pytest.param("2>log", "standard error is not a terminal", id="stderr"),
        pytest.param("2>&-", "standard error is not a terminal", id="stderr closed"),
        pytest.param("<&-", "standard input is not a terminal", id="stdin closed"),
        pytest.param("nosuch.yaml", "there is no file nosuch.yaml", id="no file"),
        pytest.param("--theme inc", "there is no theme inc", id="no theme"),
        pytest.param("--at nosuch", "neither an event of timeline.yaml nor a date", id="no start"),
    ],
)
def test_the_reason_is_said_where_it_is_seen(folder: Path, redirection: str, reason: str) -> None:
    shell = ["sh", "-c", f"{PROGRAM} {redirection}"]
    with Terminal(shell, cwd=folder, columns=200) as terminal:
        assert terminal.wait_for_exit() == 2
        assert reason in terminal.text
        assert "Traceback" not in terminal.text
        assert not terminal.modes


def test_into_a_pipe_goes_the_listing(folder: Path) -> None:
    with Terminal(["sh", "-c", f"{PROGRAM} | cat"], cwd=folder) as terminal:
        assert terminal.wait_for_exit() == 0
        assert "2008-08-12  accord   The accord is signed" in terminal.text
        assert not terminal.modes


def test_ctrl_c_ends_a_wait_quietly(folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    with Terminal([*DATELINE, "check", "pipe"], cwd=folder) as terminal:
        # The pipe opens for writing as soon as dateline has opened it for reading.
        with pipe.open("wb"):
            terminal.type("\x03")
        # Closed, it also ends a read that began just after the signal came.
        assert terminal.wait_for_exit() == 130
        assert terminal.text.split() in (["^C"], [])
