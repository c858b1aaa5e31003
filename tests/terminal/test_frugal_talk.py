"""What a talk may cost a line: a step, the time while it is shown, and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal, surroundings

SHIPPED = Path(__file__).parents[2] / "timeline.yaml"
TICK = 60
_FRAME_ENDS = b"\x1b[m"
_BEHIND = 40


@contextmanager
def told(folder: Path, *words: str) -> Iterator[Terminal]:
    """The tour `ten-minutes` of the shipped timeline in a terminal of 80x24 with all colours."""
    around = surroundings(folder, COLORTERM="truecolor")
    command = [*DATELINE, "present", str(SHIPPED), "--tour", "ten-minutes", *words]
    with Terminal(command, cwd=folder, environment=around) as terminal:
        terminal.wait_for("12 slides")
        terminal.type(" ")
        terminal.wait_for("1/12")
        terminal.wait_for("●·")
        # What else is told of the terminal may come behind the first frame.
        terminal.wait_until(lambda: _FRAME_ENDS in terminal.sent[-_BEHIND:], "all of the frame")
        yield terminal


def step(terminal: Terminal, key: str) -> tuple[int, int]:
    """Press a key: the bytes that come of it, and the characters that are others then."""
    begun, before = len(terminal.sent), terminal.text
    terminal.type(key)
    terminal.wait_until(
        lambda: terminal.text != before and terminal.sent.endswith(_FRAME_ENDS), "a frame"
    )
    changed = sum(one != other for one, other in zip(before, terminal.text, strict=True))
    return len(terminal.sent) - begun, changed


@pytest.mark.parametrize("keys", [" " * 24, "jjjjkkjjjjjjj", "sjsjsjsjs", "G" + "\x7f" * 12])
def test_a_step_costs_hardly_more_than_the_text_that_it_changes(tmp_path: Path, keys: str) -> None:
    with told(tmp_path) as terminal:
        costs = [step(terminal, key) for key in keys]
    over = [(sent, changed) for sent, changed in costs if sent > 1.5 * changed + 400]
    assert over == []


def test_blank_and_back(tmp_path: Path) -> None:
    with told(tmp_path) as terminal:
        step(terminal, "s")
        before = terminal.text
        sent, changed = step(terminal, "b")
        assert terminal.text.strip() == ""
        assert sent <= 1.5 * changed + 400
        sent, changed = step(terminal, "b")
        assert terminal.text == before
        assert sent <= 1.5 * changed + 400


def test_the_time_costs_little_and_nothing_else_is_sent_meanwhile(tmp_path: Path) -> None:
    with told(tmp_path, "--for", "10m") as terminal:
        step(terminal, " ")
        step(terminal, "t")
        terminal.wait_for("9:58 left")
        begun = len(terminal.sent)
        terminal.wait_for("9:55 left")
        assert 0 < len(terminal.sent) - begun <= 3 * TICK


def test_between_two_steps_nothing_is_sent(tmp_path: Path) -> None:
    with told(tmp_path, "--auto", "2") as terminal:
        before, begun = terminal.text, len(terminal.sent)
        terminal.wait_until(
            lambda: terminal.text != before and terminal.sent.endswith(_FRAME_ENDS),
            "the step that comes by itself",
        )
        frames = bytes(terminal.sent[begun:]).count(_FRAME_ENDS)
        assert frames == 1
