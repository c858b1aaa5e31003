"""What a key may cost a line: a focus change, and what opens over the screen and closes again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal, surroundings

SHIPPED = Path(__file__).parents[2] / "timeline.yaml"
KB = 1024
FOCUS = 8 * KB
OPENED = 16 * KB


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """The shipped timeline in a terminal of 120x36 with all colours."""
    around = surroundings(tmp_path, COLORTERM="truecolor")
    command = [*DATELINE, str(SHIPPED), "--fresh", "--at", "sochi-2018"]
    with Terminal(command, cwd=tmp_path, environment=around, columns=120, rows=36) as terminal:
        terminal.wait_for("┏━ 1 Events")
        terminal.wait_for("▸ ▌ 17 May")
        terminal.wait_for("Space Pin")
        yield terminal


def cost(terminal: Terminal, key: str) -> int:
    """The bytes from a key to another screen, and to the next key."""
    before, begun = terminal.text, len(terminal.sent)
    terminal.type(key)
    terminal.wait_until(lambda: terminal.text != before, "another screen")
    return len(terminal.sent) - begun


def test_a_focus_change(terminal: Terminal) -> None:
    costs = {key: cost(terminal, key) for key in "\t3451"}

    assert max(costs.values()) <= FOCUS, costs


@pytest.mark.parametrize("key", ["?", ":", "y", "T", "/", "f", "t"])
def test_what_opens_and_closes(terminal: Terminal, key: str) -> None:
    before = terminal.text
    opening, opened = cost(terminal, key), len(terminal.sent)
    terminal.type("\x1b")
    terminal.wait_until(lambda: terminal.text == before, "the screen as it was")
    costs = opening, len(terminal.sent) - opened

    # What is sent after the first change of the screen counts for closing.
    assert 0 < costs[0] <= OPENED
    assert 0 < costs[1] <= OPENED
