"""However dateline has to end, what must not be lost is saved, and no dead line holds it up."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from time import monotonic

import pytest

from terminal.pty import Terminal, ends, fill, surroundings
from tui.document.session import load

TITLE = "The accord is"
SECOND = "2/2"
LAST = "i Edit"
"""What stands at the very end of the screen."""
DRAFTING = (sys.executable, str(Path(__file__).with_name("drafting.py")))
PATIENCE = 10.0
"""Seconds to end within, on a machine that is busy."""

needs_proc = pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="there is no /proc/*/io")
ENDING = pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
Drafting = Callable[[], AbstractContextManager[tuple[Terminal, int]]]


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """Where the event under the cursor is noted; a folder `places` beside it has the place."""
    return tmp_path / "note"


@pytest.fixture
def drafting(tmp_path: Path, tiny: str, note: Path) -> Drafting:
    """Gives a terminal with dateline in it, its cursor on the second event, and its process."""
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    command = ("/bin/sh", "-c", 'echo "pid $$"; exec "$@"', "sh", *DRAFTING)

    @contextmanager
    def started() -> Iterator[tuple[Terminal, int]]:
        with Terminal((*command, "timeline.yaml", str(note)), cwd=tmp_path) as terminal:
            terminal.wait_for(TITLE)
            terminal.type("j")
            terminal.wait_for(SECOND)
            terminal.wait_for(LAST)
            yield terminal, int(terminal.sent.partition(b"pid ")[2].split()[0])

    return started


@ENDING
def test_what_must_not_be_lost_is_saved_when_a_signal_ends_it(
    drafting: Drafting, note: Path, number: signal.Signals
) -> None:
    with drafting() as (terminal, process):
        os.kill(process, number)
        assert terminal.wait_for_exit() == 128 + number

    assert note.read_text(encoding="utf-8") == "strikes"


@ENDING
def test_a_hook_that_fails_is_told_and_the_place_is_kept(
    drafting: Drafting, tmp_path: Path, note: Path, number: signal.Signals
) -> None:
    note.mkdir()
    with drafting() as (terminal, process):
        os.kill(process, number)
        assert terminal.wait_for_exit() == 128 + number
        assert "IsADirectoryError" in terminal.text
        assert terminal.echoes

    assert load(tmp_path / "places", tmp_path / "timeline.yaml").event == "strikes"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_what_must_not_be_lost_is_saved_before_it_stops(
    drafting: Drafting, tmp_path: Path, note: Path, number: signal.Signals
) -> None:
    with drafting() as (terminal, process):
        os.kill(process, signal.SIGTSTP)
        os.waitid(os.P_PID, process, os.WSTOPPED)
        os.kill(process, number)
        os.kill(process, signal.SIGCONT)
        assert terminal.wait_for_exit() in {-number, 128 + number}

    assert note.read_text(encoding="utf-8") == "strikes"
    assert load(tmp_path / "places", tmp_path / "timeline.yaml").event == "strikes"


def test_a_hook_that_fails_does_not_keep_it_from_stopping_nor_from_keeping_the_place(
    drafting: Drafting, tmp_path: Path, note: Path
) -> None:
    note.mkdir()
    with drafting() as (terminal, process):
        os.kill(process, signal.SIGTSTP)
        os.waitid(os.P_PID, process, os.WSTOPPED)
        assert terminal.echoes
        os.kill(process, signal.SIGKILL)
        assert terminal.wait_for_exit() == -signal.SIGKILL

    assert load(tmp_path / "places", tmp_path / "timeline.yaml").event == "strikes"


@needs_proc
@ENDING
def test_a_hook_that_fails_on_a_stalled_line_does_not_hold_it_up(
    drafting: Drafting,
    note: Path,
    number: signal.Signals,
    record_property: Callable[[str, object], None],
) -> None:
    note.mkdir()
    with drafting() as (_, process):
        fill(process)
        begun = monotonic()
        os.kill(process, number)

        assert ends(process, PATIENCE)
        record_property("seconds", monotonic() - begun)


@pytest.mark.parametrize("hup", ["taken", "ignored"])
def test_it_ends_at_the_end_of_its_input(tmp_path: Path, tiny: str, hup: str) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    note = tmp_path / "note"
    far, near = pty.openpty()
    trap = "trap '' HUP; " if hup == "ignored" else ""
    command = ("/bin/sh", "-c", f'{trap}exec "$@"', "sh", *DRAFTING, "timeline.yaml", str(note))
    session = ("setsid", "--ctty", "--wait", *command)
    program = subprocess.Popen(
        session, stdin=near, stdout=near, stderr=near, cwd=tmp_path, env=surroundings(tmp_path)
    )
    os.close(near)
    sent = b""
    while LAST.partition(" ")[0].encode() not in sent:
        sent += os.read(far, 65536)
    os.close(far)

    assert program.wait(PATIENCE) == 128 + signal.SIGHUP
    assert note.read_text(encoding="utf-8") == "accord"


@needs_proc
def test_keys_on_a_stalled_line_get_through(drafting: Drafting) -> None:
    with drafting() as (terminal, process):
        fill(process)
        terminal.type("kz?zoom")
        terminal.wait_for("› zoom")
        terminal.type("\x1b")
        terminal.wait_for("1/2")
        terminal.wait_until(lambda: "zoom" not in terminal.text, "the help to close")
        del terminal.sent[:]
        terminal.type("\x0c")
        terminal.wait_until(
            lambda: LAST in terminal.anew and terminal.anew == terminal.text, "the same screen"
        )
