"""dateline over a real ssh: it gives the terminal back, outlives no line, and catches up."""

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from terminal.far import EVENTS, LAST, TIMELINE, Far, Way, attached, browse
from terminal.pty import DATELINE, Terminal
from terminal.sshd import Server, obstacle, serve

OBSTACLE = obstacle("ssh", "sshd", "ssh-keygen")
NO_TMUX = obstacle("tmux")
pytestmark = pytest.mark.skipif(bool(OBSTACLE), reason=OBSTACLE)

SSH = pytest.param(Way(), id="ssh")
MUTE = pytest.param(Way(answers=False), id="a terminal that answers nothing")
IN_TMUX = pytest.param(
    Way(tmux=True), id="tmux", marks=pytest.mark.skipif(bool(NO_TMUX), reason=NO_TMUX)
)
HANGUPS = ["taken", "ignored", "outlived"]
LARGER = (100, 30)
LINE_WRAP, CURSOR = 7, 25
HANGUP = 128 + signal.SIGHUP
PATIENCE = 10.0
"""Seconds for dateline to notice that the line is dead, on a machine that is busy."""
END = f"{EVENTS}/{EVENTS}"
IN_DETAIL = f"│ Event {EVENTS - 1} happens"
"""What stands in Detail of the last event."""
LOOKS = re.compile(rb"\x1b\[([\d;:]*)m")
COLOURS = {
    "rgb": re.compile(rb"[;:][34]8[;:]2(?:[;:]\d*){3}"),
    "palette": re.compile(rb"[;:][34]8[;:]5[;:]\d+"),
    "named": re.compile(rb";(?:[349]|10)[0-7](?![0-9])"),
}
"""How a colour is named; the numbers of the former two look like names, and are taken out first."""
DRAFTING = (sys.executable, str(Path(__file__).with_name("drafting.py")))

needs_proc = pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="there is no /proc/*/io")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(tmp_path_factory.mktemp("sshd")) as server:
        yield server


def wait_for_anew(terminal: Terminal, *texts: str) -> str:
    """Have the screen sent again, wait until that alone shows all of some texts, and give it."""
    del terminal.sent[:]
    terminal.type("\x0c")
    terminal.wait_until(
        lambda: (
            (shown := terminal.anew) == terminal.text
            and all(text in shown for text in texts)
            and LAST in shown.rpartition("\n")[2]
        ),
        f"a whole screen with {texts}",
    )
    return terminal.text


def wait_for_screen(terminal: Terminal, shown: str) -> None:
    """Wait until all of the screen is as expected."""
    terminal.wait_until(lambda: terminal.text == shown, f"this screen:\n{shown}\n")


def shown_at_end(far: Far) -> str:
    """Go to the last event, and give what the screen shows there."""
    far.terminal.type("G")
    far.terminal.wait_for(IN_DETAIL)
    return wait_for_anew(far.terminal, END, IN_DETAIL)


@pytest.mark.parametrize("way", [SSH, MUTE, IN_TMUX])
def test_q_quits_and_gives_the_terminal_back(server: Server, tmp_path: Path, way: Way) -> None:
    with browse(server, tmp_path, way) as far:
        assert not far.terminal.echoes
        far.terminal.type("q")

        assert far.terminal.wait_for_exit() == 0
        assert far.terminal.echoes
        still_on = {mode for mode, is_on in far.terminal.modes.items() if is_on}
        assert still_on - {LINE_WRAP} == {CURSOR}
        far.life.wait_for_end()


@pytest.mark.parametrize("hup", HANGUPS)
@pytest.mark.parametrize("busy", ["idle", "painting"])
def test_it_ends_when_ssh_is_killed(
    server: Server,
    tmp_path: Path,
    busy: str,
    hup: str,
    record_property: Callable[[str, object], None],
) -> None:
    with browse(server, tmp_path, Way(hup=hup)) as far:
        if busy == "painting":
            far.hold()
        begun = far.kill()

        assert far.life.wait_for_end(PATIENCE) == (HANGUP if hup == "outlived" else None)
        record_property("seconds", monotonic() - begun)


@pytest.mark.skipif(bool(NO_TMUX), reason=NO_TMUX)
def test_a_tmux_keeps_it_when_ssh_is_killed(server: Server, tmp_path: Path) -> None:
    way = Way(tmux=True)
    with browse(server, tmp_path, way) as far:
        shown = shown_at_end(far)
        far.kill()
        far.terminal.wait_for_exit()
        assert not far.life.is_over()
        with attached(server, tmp_path, way) as terminal:
            wait_for_screen(terminal, shown)
            terminal.type("q")
            assert terminal.wait_for_exit() == 0
        far.life.wait_for_end()


@needs_proc
@pytest.mark.parametrize("way", [SSH, MUTE, IN_TMUX])
def test_a_line_that_was_stalled_catches_up(server: Server, tmp_path: Path, way: Way) -> None:
    with browse(server, tmp_path, replace(way, columns=200, rows=60)) as far:
        shown_at_end(far)
        far.terminal.type("4")
        far.terminal.wait_for("━ 4 Detail")
        shown = wait_for_anew(far.terminal, "━ 4 Detail")
        far.terminal.type("1")
        far.terminal.wait_for("━ 1 Events")
        far.hold()
        far.stall()
        # The held key passes every event; only what comes after it has the focus in Detail.
        far.terminal.type("gG4")
        far.signal(signal.SIGCONT)

        wait_for_screen(far.terminal, shown)
        assert wait_for_anew(far.terminal) == shown
        far.terminal.type("q")
        assert far.terminal.wait_for_exit() == 0


@needs_proc
@pytest.mark.parametrize("hup", HANGUPS)
def test_it_ends_when_a_stalled_ssh_is_killed(server: Server, tmp_path: Path, hup: str) -> None:
    with browse(server, tmp_path, Way(hup=hup, columns=200, rows=60)) as far:
        far.stall()
        far.kill()

        assert far.life.wait_for_end(PATIENCE) == (HANGUP if hup == "outlived" else None)


@needs_proc
def test_a_signal_ends_it_on_a_stalled_line(server: Server, tmp_path: Path) -> None:
    with browse(server, tmp_path, Way(hup="outlived", columns=200, rows=60)) as far:
        far.stall()
        os.kill(far.life.process, signal.SIGTERM)

        assert far.life.wait_for_end(PATIENCE) == 128 + signal.SIGTERM


@pytest.mark.parametrize("way", [SSH, MUTE, IN_TMUX])
def test_after_a_hundred_sizes_the_screen_is_right(
    server: Server, tmp_path: Path, way: Way
) -> None:
    with browse(server, tmp_path, way) as far:
        far.terminal.resize(*LARGER)
        shown = shown_at_end(far)
        # Over ssh a size that is the same again is no news, so the storm begins at another.
        far.terminal.resize(way.columns, way.rows)
        wait_for_anew(far.terminal)
        for step in range(99):
            far.terminal.resize(40 + 7 * step % 120, 10 + 5 * step % 50)
        far.terminal.resize(*LARGER)

        wait_for_screen(far.terminal, shown)
        assert wait_for_anew(far.terminal) == shown


def test_without_a_terminal_it_prints_the_timeline(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "timeline.yaml"
    file.write_text(TIMELINE, encoding="utf-8")
    command = server.command(shlex.join([*DATELINE, str(file)]), tty=False)
    done = subprocess.run(command, check=False, capture_output=True, timeout=60)

    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == EVENTS
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("said", "has"),
    [("truecolor", {"rgb"}), ("256", {"palette"}), ("16", {"named"}), ("none", set())],
)
def test_the_number_of_colours_travels(
    server: Server, tmp_path: Path, said: str, has: set[str]
) -> None:
    way = Way(variables=(("LC_DATELINE_COLOR", said),))
    with browse(server, tmp_path, way) as far:
        far.terminal.type("jj\tj?")
        far.terminal.wait_for("Keys and signs")

        assert kinds_of_colour(bytes(far.terminal.sent)) == has


def kinds_of_colour(sent: bytes) -> set[str]:
    """How colours are named in what was sent: by number of 16, in the palette, or in full."""
    found = set()
    for look in LOOKS.findall(sent):
        left = b";" + look
        for kind, names in COLOURS.items():
            left, count = names.subn(b"", left)
            found |= {kind} if count else set()
    return found


@pytest.mark.parametrize("ending", ["killed", "terminated"])
def test_what_must_not_be_lost_is_saved_when_ssh_or_dateline_is_ended(
    server: Server, tmp_path: Path, ending: str
) -> None:
    note = tmp_path / "note"
    command = (*DRAFTING, "timeline.yaml", str(note))
    with browse(server, tmp_path, command=command) as far:
        far.terminal.type("jj")
        far.terminal.wait_for(f" 3/{EVENTS}")
        if ending == "killed":
            far.kill()
        else:
            os.kill(far.life.process, signal.SIGTERM)
        far.life.wait_for_end(PATIENCE)

    assert note.read_text(encoding="utf-8") == "event-2"
