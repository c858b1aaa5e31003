"""The driver gives the terminal back however dateline is ended, and takes it again as it was."""

import os
import pty
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal, surroundings

TITLE = "The accord is"
TITLES = 2
"""In Events and in Detail, which is drawn last."""
LAST = "i Edit"
"""What stands at the very end of the screen."""
PID = re.compile(r"pid (\d+)")
KEPT = {7, 25}
"""The modes that a terminal has set before and after: line wrap and the cursor."""

SHELL = ("/bin/sh", "-c", f'echo "pid $$"; exec {" ".join(DATELINE)}')


@pytest.fixture
def terminal(tmp_path: Path, tiny: str) -> Iterator[Terminal]:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    with Terminal(SHELL, cwd=tmp_path) as terminal:
        yield terminal


def start(terminal: Terminal) -> int:
    """Wait for the first event, and give the process."""
    terminal.wait_until(
        lambda: PID.search(terminal.sent.decode("utf-8", "replace")) is not None, "pid"
    )
    match = PID.search(terminal.sent.decode("utf-8", "replace"))
    assert match is not None
    terminal.wait_for(TITLE)
    return int(match[1])


def is_given_back(terminal: Terminal) -> bool:
    """Whether the terminal is as a shell expects it."""
    return terminal.echoes and {mode for mode, is_set in terminal.modes.items() if is_set} == KEPT


def wait_for_anew(terminal: Terminal, *shown: str) -> None:
    """Wait until what was sent shows all of the screen, whatever was there before.

    Browse, where nothing else is said to be shown.
    """

    def is_there() -> bool:
        anew = terminal.anew
        return anew == terminal.text and all(text in anew for text in shown or (TITLE, LAST))

    terminal.wait_until(is_there, "the screen as it was")


def wait_for_all(terminal: Terminal) -> str:
    """Wait until the screen is there, whole, and give it."""
    terminal.wait_until(
        lambda: terminal.text.count(TITLE) == TITLES and LAST in terminal.text, "all of the screen"
    )
    return terminal.text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_gives_the_terminal_back(
    terminal: Terminal, number: signal.Signals
) -> None:
    os.kill(start(terminal), number)

    assert terminal.wait_for_exit() == 128 + number
    assert is_given_back(terminal)
    assert "Traceback" not in terminal.text


def test_it_ends_when_its_terminal_is_gone(tmp_path: Path, tiny: str) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    far, near = pty.openpty()
    command = ("setsid", "--ctty", "--wait", *DATELINE)
    program = subprocess.Popen(
        command, stdin=near, stdout=near, stderr=near, cwd=tmp_path, env=surroundings(tmp_path)
    )
    os.close(near)
    sent = b""
    while TITLE.encode() not in sent:
        sent += os.read(far, 65536)
    os.close(far)

    assert program.wait(10) == 128 + signal.SIGHUP


def test_it_stops_and_comes_back_with_the_screen_as_it_was(terminal: Terminal) -> None:
    process = start(terminal)
    terminal.wait_for(LAST)
    for _ in range(2):
        os.kill(process, signal.SIGTSTP)
        terminal.wait_until(lambda: is_given_back(terminal), "the terminal to be given back")
        os.waitid(os.P_PID, process, os.WSTOPPED)
        del terminal.sent[:]
        os.kill(process, signal.SIGCONT)
        wait_for_anew(terminal)
    terminal.type("q")
    assert terminal.wait_for_exit() == 0
    assert is_given_back(terminal)


def test_it_paints_anew_after_a_stop_that_it_has_not_noticed(terminal: Terminal) -> None:
    process = start(terminal)
    terminal.wait_for(LAST)
    os.kill(process, signal.SIGSTOP)
    os.waitid(os.P_PID, process, os.WSTOPPED)
    del terminal.sent[:]
    os.kill(process, signal.SIGCONT)

    wait_for_anew(terminal)
    terminal.type("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.echoes


def test_a_terminal_that_reports_its_size_is_asked_to_at_once(terminal: Terminal) -> None:
    start(terminal)
    terminal.wait_for(LAST)
    terminal.type("\x1b[?2048;2$y")

    terminal.wait_until(lambda: terminal.modes.get(2048, False), "reports of the size")
    terminal.wait_until(lambda: terminal.modes.get(1016, False), "the mouse in pixels")
    terminal.type("q")
    assert terminal.wait_for_exit() == 0
    assert is_given_back(terminal)


def test_a_terminal_that_was_smaller_for_a_moment_gets_the_screen_again(terminal: Terminal) -> None:
    start(terminal)
    wait_for_all(terminal)
    del terminal.sent[:]
    for columns in (60, 80, 79, 80):
        terminal.resize(columns, 24)
    wait_for_anew(terminal)


def test_a_resize_to_the_same_size_sends_the_screen_again(terminal: Terminal) -> None:
    process = start(terminal)
    terminal.wait_for(LAST)
    for _ in range(2):
        del terminal.sent[:]
        os.kill(process, signal.SIGWINCH)
        wait_for_anew(terminal)


REPORT = "\x1b[48;24;80;480;800t"
"""The size, as a terminal reports it in band."""


@pytest.mark.parametrize("reports", [1, 2])
def test_a_size_in_band_is_a_resize_but_for_the_first(terminal: Terminal, reports: int) -> None:
    start(terminal)
    titles = wait_for_all(terminal).count(TITLE)
    del terminal.sent[:]
    terminal.type("\x1b[?2048;2$y")
    terminal.wait_until(lambda: terminal.modes.get(2048, False), "reports of the size")
    terminal.type(REPORT * reports + "q")
    assert terminal.wait_for_exit() == 0

    assert terminal.sent.count(TITLE.encode()) == (reports - 1) * titles


HUGE = "\x1b[48;9999;9999;0;0t"
"""A size that no screen has, reported likewise."""
ROOM = 200
"""Megabytes, a fraction of what so many cells would take."""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="there is no /proc/*/status")
def test_no_size_that_is_reported_takes_all_memory(terminal: Terminal) -> None:
    process = start(terminal)
    shown = wait_for_all(terminal)
    del terminal.sent[:]
    terminal.type(HUGE)
    terminal.wait_until(lambda: terminal.text != shown, "the screen at another size")
    del terminal.sent[:]
    terminal.type(REPORT)
    terminal.wait_until(lambda: terminal.anew == shown, "the screen as it was")
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    most = dict(line.split(":\t") for line in status.splitlines())["VmHWM"]
    assert int(most.split()[0]) < ROOM * 1024


def test_it_is_not_stopped_where_that_is_ignored(tmp_path: Path, tiny: str) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    deaf = (*SHELL[:2], f"trap '' TSTP; {SHELL[2]}")
    with Terminal(deaf, cwd=tmp_path) as terminal:
        os.kill(start(terminal), signal.SIGTSTP)
        terminal.wait_for(LAST)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        pytest.param("", TITLE, id="Browse"),
        pytest.param("?", "Esc closes", id="help"),
        pytest.param(":", "Esc closes", id="palette"),
        pytest.param("T", "Esc leaves", id="themes"),
        pytest.param("/strikes", "/strikes", id="prompt"),
        pytest.param("s", "a ▌ 12 Aug", id="jump labels"),
    ],
)
def test_a_key_sends_the_screen_again_whatever_it_shows(
    terminal: Terminal, keys: str, shown: str
) -> None:
    start(terminal)
    wait_for_all(terminal)
    terminal.type(keys)
    terminal.wait_for(shown)
    for _ in range(2):
        del terminal.sent[:]
        terminal.type("\x0c")
        wait_for_anew(terminal, shown)


@pytest.mark.parametrize(("driver", "is_stock"), [("stock", True), ("", False), ("light", False)])
def test_the_driver_of_textual_sends_the_screen_if_it_is_asked_for(
    tmp_path: Path,
    tiny: str,
    driver: str,
    is_stock: bool,  # noqa: FBT001
) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    around = surroundings(tmp_path, DATELINE_DRIVER=driver)
    with Terminal(DATELINE, cwd=tmp_path, environment=around) as terminal:
        terminal.wait_for(TITLE)
        terminal.wait_for(LAST)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0

    # Textual's own puts a reset behind every text, and sends cells that are shown already.
    resets = terminal.sent.count(b"\x1b[0m")
    assert (resets > 100) == is_stock
