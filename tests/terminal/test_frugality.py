"""What a key may cost a line: a focus change, what opens and closes again, a step of the chart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal, surroundings

SHIPPED = Path(__file__).parents[2] / "timeline.yaml"
KB = 1024
FOCUS = 8 * KB
OPENED = 16 * KB
CHART = 12 * KB


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


PROBES = {"\x03": "Ctrl+c again leaves", "H": "There is no leap to go back from"}
"""Keys that only say something in the footer, and what."""


def press(terminal: Terminal, key: str) -> None:
    """Press a key, and wait until the screen is another."""
    before = terminal.text
    terminal.type(key)
    terminal.wait_until(lambda: terminal.text != before, "another screen")


def settle(terminal: Terminal) -> None:
    """Wait for all that earlier keys have sent.

    What the first probe says may be in the midst of a frame; once the second has answered, that
    frame is over.
    """
    for key, answer in PROBES.items():
        terminal.type(key)
        terminal.wait_for(answer)


def test_a_focus_change(terminal: Terminal) -> None:
    costs = {}
    for key in "\t3451":
        begun = len(terminal.sent)
        press(terminal, key)
        settle(terminal)
        costs[key] = len(terminal.sent) - begun

    assert max(costs.values()) <= FOCUS, costs


@pytest.mark.parametrize("key", ["?", ":", "y", "T", "/", "f", "t"])
def test_what_opens_and_closes(terminal: Terminal, key: str) -> None:
    before, begun = terminal.text, len(terminal.sent)
    press(terminal, key)
    opened = len(terminal.sent)
    terminal.type("\x1b")
    terminal.wait_until(lambda: terminal.text == before, "the screen as it was")
    settle(terminal)

    # What is sent after the first change of the screen counts for closing.
    assert 0 < opened - begun <= OPENED
    assert 0 < len(terminal.sent) - opened <= OPENED


def test_a_step_of_the_chart(terminal: Terminal) -> None:
    press(terminal, "v")
    costs = {}
    for at, key in enumerate("+++-hl+jk.,V+0"):
        settle(terminal)
        begun = len(terminal.sent)
        terminal.type(key)
        settle(terminal)
        costs[f"{at} {key}"] = len(terminal.sent) - begun

    assert max(costs.values()) <= CHART, costs
