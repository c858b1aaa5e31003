"""`dateline present`: what reaches the screen of what was asked for, and what is refused."""

import gc
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.program import run
from terminal.pty import DATELINE, Terminal
from tui.cli import main
from tui.screens.opening import Opening, TalkAsked
from tui.share.claim import claim
from tui.share.place import open_place
from tui.terminal.guard import Surroundings

Write = Callable[..., Path]
Open = Callable[..., Opening]

TOURS = """\
tours:
  strikes-first:
    title: The strikes first
    steps: [{event: strikes, say: Slowly.}, {event: accord}]
"""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Gives what a command line opens where there is a terminal."""
    around = Surroundings(
        {"TERM": "xterm-256color"}, stdin=True, stdout=True, stderr=True, encoding="utf-8"
    )
    openings: list[Opening] = []

    def show(opening: Opening) -> int:
        openings.append(opening)
        return 0

    def open_(*words: str) -> Opening:
        assert main(("present", *words)) == 0
        return openings.pop()

    monkeypatch.setattr("tui.terminal.guard.look", lambda *_: around)
    monkeypatch.setattr("tui.app.run", show)
    for name in ("COLUMNS", "LINES", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.setenv(name, os.environ.get(name, "none"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    yield open_
    gc.enable()


def test_it_presents_every_event(write_timeline: Write, opened: Open) -> None:
    write_timeline()
    opening = opened()
    assert opening.talk == TalkAsked()
    view = opening.beginning.view
    assert view is not None
    assert view.chips == ()


def test_what_is_asked_for_reaches_the_screen(
    write_timeline: Write, tiny: str, opened: Open
) -> None:
    write_timeline(tiny + TOURS)
    words = "--filter strikes --from strikes --for 20m --auto 10 --theme paper --ascii --no-mouse"
    opening = opened(*words.split())
    assert opening.talk == TalkAsked("", "strikes", 1200, 10)
    assert (opening.theme, opening.ascii, opening.mouse) == ("paper", True, False)
    view = opening.beginning.view
    assert view is not None
    assert len(view.positions("events")) == 1
    assert opened("--tour", "strikes-first").talk == TalkAsked("strikes-first")


REFUSED = {
    "an unknown tour": (
        "--tour strikes-frist",
        '--tour strikes-frist is no tour of timeline.yaml; did you mean "strikes-first"?',
    ),
    "a tour that is like none": (
        "--tour zzz",
        "--tour zzz is no tour of timeline.yaml; there are strikes-first",
    ),
    "an unknown event": (
        "--from strkes",
        '--from strkes is no event of timeline.yaml; did you mean "strikes"?',
    ),
    "an event that is filtered out": (
        "--from accord --filter strikes",
        "--from accord is not among what is presented",
    ),
    "a filter that finds nothing": (
        "--filter nowhere",
        "timeline.yaml: nothing to present, no event matches --filter nowhere",
    ),
    "a tour and a query": (
        "--tour strikes-first --filter strikes",
        "--tour and --filter exclude each other; a tour says itself what it shows",
    ),
    "no time": ("--for long", "--for long is no time; write 20m, 1h or 1h30m"),
    "no seconds": ("--auto 0", "--auto 0 is no number of seconds; write 10"),
    "no theme": ("--theme nosuch", "there is no theme nosuch; there are "),
    "no query": ("--filter actr:x", "--filter: "),
}


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(("words", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_refused_in_a_sentence(
    write_timeline: Write,
    tiny: str,
    capsys: pytest.CaptureFixture[str],
    words: str,
    sentence: str,
) -> None:
    write_timeline(tiny + TOURS)
    assert main(["present", *words.split()]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"dateline: {sentence}")


NO_PLACE = {
    "no such group": (
        "--socket {}/talk/s --group no-such-group",
        'There is no group "no-such-group".',
    ),
    "a file": ("--socket timeline.yaml", "timeline.yaml is there already, and is no socket."),
    "a folder that is not there": ("--socket {}/not/there/s", "/not/there cannot be made: "),
    "the root": ("--socket /", "/ is no name for a socket."),
}


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(("words", "sentence"), NO_PLACE.values(), ids=NO_PLACE)
def test_a_socket_at_which_nobody_could_follow_is_refused_before_the_screen(
    write_timeline: Write,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: str,
    sentence: str,
) -> None:
    write_timeline()
    assert main(["present", *words.format(tmp_path).split()]) == 2
    said = capsys.readouterr().err
    assert said.startswith("dateline: nobody could follow: ")
    assert sentence in said


def test_a_socket_that_can_be_had_is_left_to_the_talk(
    write_timeline: Write, tmp_path: Path, opened: Open
) -> None:
    write_timeline()
    assert opened("--socket", str(tmp_path / "talk" / "s")).place is not None
    assert [*(tmp_path / "talk").iterdir()] == []


def test_a_socket_that_another_presenter_has_is_waited_for(
    write_timeline: Write, tmp_path: Path, opened: Open
) -> None:
    write_timeline()
    held = claim(open_place(tmp_path / "talk" / "s", "", tmp_path))
    held.socket.listen()
    assert opened("--socket", str(tmp_path / "talk" / "s")).place is not None
    held.release()


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "nothing to present, no event is in it"),
        ("--tour x", "has no tours; leave --tour out to have its events"),
    ],
)
def test_a_file_without_them_is_refused(
    write_timeline: Write, capsys: pytest.CaptureFixture[str], words: str, sentence: str
) -> None:
    write_timeline("title: T\nevents: []\n")
    assert main(["present", *words.split()]) == 2
    assert sentence in capsys.readouterr().err


def test_without_a_terminal_it_says_what_to_use(write_timeline: Write) -> None:
    write_timeline()
    done = run("present")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == (
        b"dateline: there is no terminal to present on; `dateline list` prints the events\n"
    )


def test_the_panes_are_never_sent_before_a_talk(write_timeline: Write, tiny: str) -> None:
    folder = write_timeline(tiny + TOURS).parent
    command = [*DATELINE, "present", "--tour", "strikes-first"]
    with Terminal(command, cwd=folder) as terminal:
        terminal.wait_for("The strikes first")
        terminal.type(" ")
        terminal.wait_for("Air strikes begin")
        assert "The strikes first" in terminal.text
        for shown in (b"Events", b"Help", b"Detail"):
            assert shown not in terminal.sent
        assert b"\x1b[?25h" not in terminal.sent
        terminal.type("\x1b")
        terminal.wait_for("Events")
        there = re.compile("▸ .*Air strikes begin").search
        terminal.wait_until(lambda: bool(there(terminal.text)), "the event of the slide")
        terminal.wait_until(lambda: terminal.modes[25], "the cursor")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_it_follows_the_file_from_the_start(write_timeline: Write, tiny: str) -> None:
    path = write_timeline(tiny)
    with Terminal([*DATELINE, "present", "--from", "strikes"], cwd=path.parent) as terminal:
        terminal.wait_for("Air strikes begin")
        path.write_text(tiny.replace("Air strikes begin", "Strikes begin now"), encoding="utf-8")
        terminal.wait_for("Strikes begin now")
        assert b"changed" not in terminal.sent
        terminal.type("qq")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes[25] is True


def test_what_was_left_unsaved_is_offered_after_the_talk(write_timeline: Write) -> None:
    folder = write_timeline().parent
    with Terminal(DATELINE, cwd=folder) as terminal:
        terminal.wait_for("Space Pin")
        terminal.type("i")
        terminal.wait_for("Ctrl+s")
        terminal.type("\t again\x13")
        terminal.wait_for("1 unsaved")
        terminal.type("\x03")
        terminal.wait_for("Unsaved edits are kept")
        terminal.type("\x03")
        assert terminal.wait_for_exit() == 0
    with Terminal([*DATELINE, "present"], cwd=folder) as terminal:
        terminal.wait_for("2 slides")
        terminal.type("  ")
        terminal.wait_for("2/2")
        assert "unsaved" not in terminal.text
        terminal.type("\x1b")
        terminal.wait_for("1 change left unsaved")
