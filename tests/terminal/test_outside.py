"""The reader's own editor has the terminal for a while, and dateline is there again afterwards.

The editor is a program that notes what it is given and does what a file tells it to.
"""

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyte
import pytest

from terminal.pty import DATELINE, KEYBOARD_PROTOCOL, Terminal, surroundings

EDITOR = """\
import json, os, sys, termios
from pathlib import Path

folder = Path(__file__).parent
modes = termios.tcgetattr(0)
echoes = bool(modes[3] & termios.ECHO and modes[3] & termios.ICANON)
with (folder / "notes").open("a") as notes:
    note = {"words": sys.argv[1:], "echoes": echoes, "parent": os.getppid()}
    notes.write(json.dumps(note) + "\\n")
asked = json.loads((folder / "asked").read_text())
print("EDITING", flush=True)
while (typed := sys.stdin.readline().strip()) not in ("", "done"):
    print("GOT", typed, flush=True)
if typed:
    path = Path(sys.argv[-1].rpartition(".yaml")[0] + ".yaml")
    text = path.read_text()
    for old, new in asked["changes"].pop(0):
        text = text.replace(old, new)
    path.write_text(text)
    (folder / "asked").write_text(json.dumps(asked))
sys.exit(asked["status"])
"""
FIRST = "▸ ▌ 12 Aug        The accord is signed"
SECOND = "▸ ▌ c. Sep        Air strikes begin"
LAST = "i Edit"


class Outside:
    """A dateline whose editor is the program above."""

    def __init__(self, folder: Path, terminal: Terminal) -> None:
        self.folder = folder
        self.terminal = terminal

    @property
    def notes(self) -> list[dict[str, Any]]:
        """What the editor was given, each time."""
        path = self.folder / "notes"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return list(map(json.loads, lines))

    def edit(self, keys: str, *, times: int = 1) -> None:
        """Press keys, and wait until the editor is there for so many times."""
        self.terminal.type(keys)
        self.terminal.wait_until(lambda: len(self.notes) == times, "the editor")
        self.terminal.wait_for("EDITING")

    def finish(self, typed: str = "done\n") -> None:
        """Type at the editor what ends it."""
        del self.terminal.sent[:]
        self.terminal.type(typed)


@pytest.fixture
def folder(tmp_path: Path, tiny: str) -> Path:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    (tmp_path / "hx").write_text(f"#!{sys.executable}\n{EDITOR}", encoding="utf-8")
    (tmp_path / "hx").chmod(0o755)
    return tmp_path


def ask(folder: Path, *changes: list[tuple[str, str]], status: int = 0) -> None:
    """Have the editor make changes, those of each time that it is started."""
    asked = json.dumps({"changes": changes, "status": status})
    (folder / "asked").write_text(asked, encoding="utf-8")


@pytest.fixture
def outside(folder: Path) -> Iterator[Outside]:
    ask(folder, [])
    environment = surroundings(folder, VISUAL=str(folder / "hx"))
    with Terminal(DATELINE, cwd=folder, environment=environment) as terminal:
        terminal.wait_for(FIRST)
        terminal.wait_for(LAST)
        yield Outside(folder, terminal)


def test_it_opens_at_the_line_of_the_event_and_says_what_has_changed(outside: Outside) -> None:
    terminal = outside.terminal
    ask(outside.folder, [("Air strikes begin", "Air strikes go on")])
    terminal.type("j")
    terminal.wait_for(SECOND)
    outside.edit("e")
    text = (outside.folder / "timeline.yaml").read_text(encoding="utf-8")
    line = text.splitlines().index("  - id: strikes") + 1
    place = f"{outside.folder}/timeline.yaml:{line}:5"
    assert [(note["words"], note["echoes"]) for note in outside.notes] == [([place], True)]
    outside.finish()
    terminal.wait_for("▸ ▌ c. Sep        Air strikes go on")
    terminal.wait_for("timeline.yaml changed: 1 event edited.")


def test_an_event_of_another_id_is_where_the_cursor_stays(outside: Outside) -> None:
    terminal = outside.terminal
    earlier = "events:\n  - {id: before, date: 2001, title: Before}"
    ask(outside.folder, [("id: strikes", "id: bombing"), ("events:", earlier)])
    terminal.type("j")
    terminal.wait_for(SECOND)
    outside.edit("e")
    outside.finish()
    terminal.wait_for("changed: 2 events added, 1 removed")
    terminal.wait_for(SECOND)


def test_the_terminal_is_given_away_and_taken_again_as_it_was(outside: Outside) -> None:
    terminal = outside.terminal
    terminal.wait_until(lambda: terminal.modes.get(25, False), "the cursor")
    before = terminal.modes
    outside.edit("\x1bOS")
    assert terminal.echoes
    assert {mode for mode, is_set in terminal.modes.items() if is_set} == {7, 25}
    outside.finish()
    terminal.wait_for(FIRST)
    terminal.wait_for("came back at once")

    def is_anew() -> bool:
        screen = pyte.Screen(80, 24)
        pyte.ByteStream(screen).feed(KEYBOARD_PROTOCOL.sub(b"", bytes(terminal.sent)))
        return "\n".join(screen.display) == terminal.text and FIRST in terminal.text

    terminal.wait_until(is_anew, "all of the screen")
    assert not terminal.echoes
    assert {mode: terminal.modes[mode] for mode in before} == before
    assert KEYBOARD_PROTOCOL.search(terminal.sent)
    terminal.type("j")
    terminal.wait_for(SECOND)
    terminal.type("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.echoes


def test_another_size_meanwhile_is_the_size_afterwards(outside: Outside) -> None:
    terminal = outside.terminal
    outside.edit("e")
    terminal.resize(100, 30)
    outside.finish()
    terminal.wait_for("came back at once")
    terminal.wait_for("┌─ 4 Detail ─ 3 Quoted sources ─ 5 Claims ─")


def test_what_is_typed_at_the_editor_does_not_reach_dateline(outside: Outside) -> None:
    terminal = outside.terminal
    outside.edit("e")
    terminal.type("j\n")
    terminal.wait_for("GOT j")
    outside.finish("done\njq\n")
    terminal.wait_for("came back at once")
    assert FIRST in terminal.text
    terminal.type("j")
    terminal.wait_for(SECOND)


def test_a_stop_while_the_editor_is_there_takes_nothing_from_it(outside: Outside) -> None:
    terminal = outside.terminal
    outside.edit("e")
    process = outside.notes[0]["parent"]
    del terminal.sent[:]
    os.kill(process, signal.SIGSTOP)
    os.waitid(os.P_PID, process, os.WSTOPPED)
    os.kill(process, signal.SIGCONT)
    terminal.type("on\n")
    terminal.wait_for("GOT on")
    assert terminal.echoes
    assert terminal.modes == {}
    outside.finish()
    terminal.wait_for("came back at once")


def test_an_editor_that_fails_is_told(folder: Path, outside: Outside) -> None:
    ask(folder, [], status=3)
    outside.edit("e")
    outside.finish()
    outside.terminal.wait_for("hx ended with status 3. Nothing has changed.")


def test_a_broken_file_leads_back_to_its_line(outside: Outside) -> None:
    terminal = outside.terminal
    ask(outside.folder, [("date: 2008-08-12", "date: soon")], [("date: soon", "date: 2008-09")])
    outside.edit("e")
    outside.finish()
    terminal.wait_for("timeline.yaml has 1 error now")
    text = (outside.folder / "timeline.yaml").read_text(encoding="utf-8")
    line = text.splitlines().index("    date: soon") + 1
    terminal.wait_for(f"Go back to line {line}, column 11: ")
    outside.edit("\r", times=2)
    assert outside.notes[1]["words"] == [f"{outside.folder}/timeline.yaml:{line}:11"]
    outside.finish()
    terminal.wait_for("timeline.yaml changed: 1 event edited.")
    assert "Problems" not in terminal.text


def test_or_to_its_problems(outside: Outside) -> None:
    terminal = outside.terminal
    ask(outside.folder, [("date: 2008-08-12", "date: [")])
    outside.edit("e")
    outside.finish()
    terminal.wait_for("Stay here, and look at the problems")
    terminal.type("\x1b[B\r")
    terminal.wait_for("6 Problems 1")
    outside.edit("e", times=2)
    assert outside.notes[1]["words"][0].startswith(f"{outside.folder}/timeline.yaml:")


def test_what_was_changed_outside_is_undone_and_saved_before_the_next_time(
    outside: Outside,
) -> None:
    terminal = outside.terminal
    ask(outside.folder, [("Air strikes begin", "Air strikes go on")], [])
    outside.edit("e")
    outside.finish()
    terminal.wait_for("Air strikes go on")
    terminal.type("u")
    terminal.wait_for("Undid what was changed from outside.")
    terminal.type("e")
    terminal.wait_for("1 unsaved change")
    outside.edit("\r", times=2)
    text = (outside.folder / "timeline.yaml").read_text(encoding="utf-8")
    assert "Air strikes begin" in text


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"EDITOR": "vmi"}, "There is no program vmi here; $EDITOR says so."),
        ({"EDITOR": "/bin/true"}, "true came back at once"),
    ],
    ids=["not there", "gone at once"],
)
def test_an_editor_that_edits_nothing_is_told(
    folder: Path, environment: dict[str, str], said: str
) -> None:
    more = surroundings(folder, **environment)
    with Terminal(DATELINE, cwd=folder, environment=more) as terminal:
        terminal.wait_for(FIRST)
        terminal.type("e")
        terminal.wait_for(said)
        terminal.wait_for(FIRST)


def test_a_file_that_must_stay_as_it_is_is_not_opened(folder: Path) -> None:
    (folder / "timeline.yaml").unlink()
    environment = surroundings(folder, VISUAL=str(folder / "hx"))
    with Terminal(DATELINE, cwd=folder, environment=environment) as terminal:
        terminal.wait_for(LAST)
        terminal.type("e")
        terminal.wait_for("stays as it is")
    assert not (folder / "notes").exists()
