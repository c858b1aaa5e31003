"""dateline in a real terminal: it starts, shows, obeys and leaves the terminal as it was."""

from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal, surroundings
from tui.cli import main

ALTERNATE_SCREEN = 1049
CURSOR = 25
MOUSE = (1000, 1003, 1015, 1006)
BRACKETED_PASTE = 2004
FOCUS_REPORTS = 1004


@pytest.fixture
def first_title(capsys: pytest.CaptureFixture[str]) -> str:
    """What the screen shows of the first event of the shipped timeline, however narrow."""
    assert main(["list"]) == 0
    return capsys.readouterr().out.splitlines()[0].split(maxsplit=2)[2][:16]


def test_it_shows_the_first_event_and_q_quits(tmp_path: Path, first_title: str) -> None:
    with Terminal(DATELINE, cwd=tmp_path) as terminal:
        terminal.wait_for(first_title)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_quitting_leaves_the_terminal_as_it_was(tmp_path: Path, first_title: str) -> None:
    program = " ".join(DATELINE)
    shell = ["sh", "-c", f'{program}; echo "status $?"; read line; echo "read $line"']
    with Terminal(shell, cwd=tmp_path) as terminal:
        terminal.wait_for(first_title)
        assert terminal.modes[ALTERNATE_SCREEN]
        assert terminal.modes[MOUSE[0]]
        assert not terminal.echoes
        terminal.type("q")
        terminal.wait_for("status 0")
        still_on = {mode for mode, on in terminal.modes.items() if on}
        assert not still_on & {ALTERNATE_SCREEN, BRACKETED_PASTE, FOCUS_REPORTS, *MOUSE}
        assert terminal.modes[CURSOR]
        assert terminal.echoes
        terminal.type("hello\n")
        terminal.wait_for("read hello")


def test_no_mouse_leaves_the_mouse_to_the_terminal(tmp_path: Path, first_title: str) -> None:
    with Terminal([*DATELINE, "--no-mouse"], cwd=tmp_path) as terminal:
        terminal.wait_for(first_title)
        assert not terminal.modes.keys() & set(MOUSE)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_keys_move_the_cursor(tmp_path: Path, first_title: str) -> None:
    with Terminal(DATELINE, cwd=tmp_path) as terminal:
        terminal.wait_for(first_title)
        terminal.type("G")
        terminal.wait_until(lambda: first_title not in terminal.text, "the list to scroll")
        terminal.type("g")
        terminal.wait_for(first_title)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_a_timeline_from_standard_input_takes_its_keys_from_the_terminal(
    tmp_path: Path, tiny: str
) -> None:
    (tmp_path / "some.yaml").write_text(tiny, encoding="utf-8")
    shell = ["sh", "-c", f"cat some.yaml | {' '.join(DATELINE)} -"]
    with Terminal(shell, cwd=tmp_path) as terminal:
        terminal.wait_for("The accord is signed")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("start", ["strikes", "2014-03", "2015"])
def test_it_starts_at_an_event_or_a_date(tmp_path: Path, tiny: str, start: str) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    with Terminal([*DATELINE, "--at", start], cwd=tmp_path) as terminal:
        terminal.wait_for("2/2")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_exported_sizes_are_ignored(tmp_path: Path, first_title: str) -> None:
    environment = surroundings(tmp_path, COLUMNS="40", LINES="10")
    with Terminal(
        DATELINE, cwd=tmp_path, environment=environment, columns=120, rows=40
    ) as terminal:
        terminal.wait_for(first_title)
        terminal.wait_until(
            lambda: any(len(line.rstrip()) > 100 for line in terminal.text.splitlines()),
            "the width to be used",
        )
        terminal.wait_until(
            lambda: any(line.strip() for line in terminal.text.splitlines()[30:]),
            "the height to be used",
        )
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_without_a_locale_it_draws_in_utf8(tmp_path: Path, first_title: str) -> None:
    environment = surroundings(tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    with Terminal(DATELINE, cwd=tmp_path, environment=environment) as terminal:
        terminal.wait_for(first_title)
        assert b"\\u2" not in terminal.sent
        assert any(ord(cell) > 0x7F for cell in terminal.text)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("value", ["", "1"])
def test_no_color_is_no_obstacle(tmp_path: Path, first_title: str, value: str) -> None:
    environment = surroundings(tmp_path, NO_COLOR=value)
    with Terminal(DATELINE, cwd=tmp_path, environment=environment) as terminal:
        terminal.wait_for(first_title)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_ctrl_c_twice_quits(tmp_path: Path, first_title: str) -> None:
    with Terminal(DATELINE, cwd=tmp_path) as terminal:
        terminal.wait_for(first_title)
        terminal.type("\x03\x03")
        assert terminal.wait_for_exit() == 0
