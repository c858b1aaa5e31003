"""A talk whose line or program dies is offered at the next start, at the step where it was."""

import os
import signal
from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal

TOURS = """\
tours:
  two:
    title: Two events
    steps: [{event: strikes}, {event: accord}]
"""
TITLE = "2 slides"
FIRST, SECOND, PART = "Air strikes begin", "The accord is signed", "Nobody kept it for long."
PRESENT = (*DATELINE, "present", "--tour", "two")
OFFER = "Resume at slide 2 of 2?"


@pytest.fixture
def folder(tmp_path: Path, tiny: str) -> Path:
    """A folder with a timeline of two events, and a tour of both."""
    summary = f"    title: {SECOND}\n    summary: {PART}\n"
    text = tiny.replace(f"    title: {SECOND}\n", summary) + TOURS
    (tmp_path / "timeline.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def end_a_talk(folder: Path, number: signal.Signals) -> None:
    """Present up to the last part of the second slide, and end by a signal."""
    shell = ("/bin/sh", "-c", f'echo "pid $$"; exec {" ".join(PRESENT)}')
    with Terminal(shell, cwd=folder) as terminal:
        terminal.wait_for(TITLE)
        terminal.type(" ")
        terminal.wait_for(FIRST)
        terminal.type(" ")
        terminal.wait_for(SECOND)
        terminal.type(" ")
        terminal.wait_for(PART)
        if number == signal.SIGKILL:
            # It is kept a moment after it is shown; nobody is told.
            terminal.wait_until(lambda: '"summary"' in kept(folder), "the place to be kept")
        os.kill(int(terminal.sent.partition(b"pid ")[2].split()[0]), number)
        terminal.wait_for_exit()


def kept(folder: Path) -> str:
    """What is kept of a talk, "" where nothing is."""
    return "".join(each.read_text() for each in (folder / "dateline").glob("talk-*.json"))


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_the_next_start_goes_on_at_the_same_step(folder: Path, number: signal.Signals) -> None:
    end_a_talk(folder, number)
    with Terminal(PRESENT, cwd=folder) as terminal:
        terminal.wait_for(OFFER)
        assert "2/2" in terminal.text
        terminal.type("\r")
        terminal.wait_until(lambda: OFFER not in terminal.text, "the talk")
        terminal.wait_for(PART)
        terminal.type("qq")
        assert terminal.wait_for_exit() == 0
    assert kept(folder) == ""
    with Terminal(PRESENT, cwd=folder) as terminal:
        terminal.wait_for(TITLE)
        terminal.type("?")
        terminal.wait_for("List every key of a talk.")
        assert OFFER not in terminal.text


def test_browse_says_so_and_leads_there(folder: Path) -> None:
    end_a_talk(folder, signal.SIGHUP)
    with Terminal(DATELINE, cwd=folder) as terminal:
        terminal.wait_for("A talk was cut off at slide 2 of 2; p resumes it.")
        terminal.type("p")
        terminal.wait_for("▸Resume at slide 2 of 2")
        terminal.type("\r")
        terminal.wait_until(lambda: "Events" not in terminal.text, "the talk")
        terminal.wait_for("2/2")
        assert PART in terminal.text
        terminal.type("\x1b")
        terminal.wait_for("1 Events")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
    assert kept(folder) == ""


@pytest.mark.parametrize("more", [("--fresh",), ("--filter", "russia")], ids=" ".join)
def test_what_is_asked_for_anew_is_not_resumed(folder: Path, more: tuple[str, ...]) -> None:
    end_a_talk(folder, signal.SIGHUP)
    words = PRESENT if more == ("--fresh",) else (*DATELINE, "present")
    first = FIRST if more == ("--fresh",) else SECOND
    with Terminal((*words, *more), cwd=folder) as terminal:
        terminal.wait_for(TITLE)
        terminal.type(" ")
        terminal.wait_for(first)
        terminal.type("?")
        terminal.wait_for("List every key of a talk.")
        assert "Resume" not in terminal.text
        terminal.type("\x1b")
        terminal.wait_for(first)
        terminal.type("qq")
        assert terminal.wait_for_exit() == 0
