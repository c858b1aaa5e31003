"""A talk on one terminal, followed on others: real programs, real terminals, one socket."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal, surroundings

TEXT = """\
title: Two days
events:
  - id: first
    date: 2001-01-01
    title: The first day
    summary: It begins.
    notes: NOTE OF THE FIRST
  - {id: second, date: 2002-02-02, title: The second day}
tours:
  both:
    title: Both days
    steps: [{event: first, say: SAY OF THE FIRST}, {event: second}]
"""

CURSOR = 25


@pytest.fixture
def hall(tmp_path: Path) -> Iterator["Hall"]:
    with ExitStack() as terminals:
        yield Hall(tmp_path, terminals)


class Hall:
    """Where a talk is given: one folder, and as many terminals as are opened."""

    def __init__(self, folder: Path, terminals: ExitStack) -> None:
        self.folder = folder
        self._terminals = terminals
        (folder / "talk.yaml").write_text(TEXT, encoding="utf-8")
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        self._around = surroundings(folder, XDG_RUNTIME_DIR=str(runtime))

    def open(self, *words: str, columns: int = 80, rows: int = 24) -> Terminal:
        """A terminal with a dateline in it."""
        terminal = Terminal(
            [*DATELINE, *words],
            cwd=self.folder,
            environment=self._around,
            columns=columns,
            rows=rows,
        )
        return self._terminals.enter_context(terminal)

    def present(self, *words: str) -> Terminal:
        """The presenter's terminal, at the first slide."""
        terminal = self.open("present", "talk.yaml", "--tour", "both", *words)
        terminal.wait_for("Both days")
        terminal.type(" ")
        terminal.wait_for("The first day")
        return terminal


def test_steps_are_seen_on_every_terminal_at_its_own_size(hall: Hall) -> None:
    presenter = hall.present()
    others = [hall.open("follow", columns=columns, rows=20) for columns in (60, 100)]
    for other in others:
        other.wait_for("The first day")
    presenter.type(" ")
    for other in others:
        other.wait_for("It begins.")
    presenter.type(" ")
    for other in others:
        other.wait_for("The second day")
        assert b"SAY OF" not in other.sent
        assert b"NOTE OF" not in other.sent
    presenter.wait_for("2 following")


def test_who_comes_early_sees_the_title_and_nothing_else(hall: Hall) -> None:
    presenter = hall.open("present", "talk.yaml", "--tour", "both", "--for", "20m")
    follower = hall.open("follow", columns=60, rows=20)
    for each in (presenter, follower):
        each.wait_for("2 slides, about 20 min")
        words = [line.strip() for line in each.text.splitlines() if line.strip()]
        assert words == ["Two days", "Both days", "2001–2002", "2 slides, about 20 min"]
    presenter.type(" ")
    follower.wait_for("1/2")
    presenter.type("k")
    follower.wait_for("2 slides, about 20 min")


def test_a_follower_waits_for_the_talk_and_outlasts_it(hall: Hall) -> None:
    follower = hall.open("follow", "talk.yaml")
    follower.wait_for("Waiting for a presenter.")
    presenter = hall.present()
    follower.wait_for("The first day")
    presenter.type("qq")
    assert presenter.wait_for_exit() == 0
    follower.wait_for("The presenter is away; this was shown last.")
    again = hall.present()
    again.type("  ")
    follower.wait_for("The second day")


def test_the_notes_are_on_the_second_terminal_which_can_drive(hall: Hall) -> None:
    presenter = hall.present()
    notes = hall.open("follow", "--notes")
    notes.wait_for("SAY OF THE FIRST")
    notes.wait_for("NOTE OF THE FIRST")
    notes.type("D")
    notes.wait_for("You drive")
    presenter.wait_for("The speaker's terminal drives now; D takes the wheel.")
    notes.type(" ")
    presenter.wait_for("It begins.")
    presenter.type("D")
    notes.wait_for("The presenter drives")
    assert b"SAY OF" not in presenter.sent


def test_a_save_that_breaks_the_file_is_told_beside_the_notes_and_nowhere_else(hall: Hall) -> None:
    presenter = hall.present()
    notes, follower = hall.open("follow", "--notes"), hall.open("follow")
    notes.wait_for("SAY OF THE FIRST")
    follower.wait_for("The first day")
    file = hall.folder / "talk.yaml"
    file.write_text(TEXT.replace("date: 2001-01-01", "date: [2001-01-01"), encoding="utf-8")
    notes.wait_for("talk.yaml has an error now, at line 4, column ")
    file.write_text(TEXT.replace("first day", "very first day"), encoding="utf-8")
    notes.wait_for("The file has changed.")
    for each in (presenter, follower):
        each.wait_for("The very first day")
        assert b"error" not in each.sent
        assert b"changed" not in each.sent


def test_a_stopped_follower_delays_nobody(hall: Hall) -> None:
    presenter = hall.present()
    stopped, other = hall.open("follow"), hall.open("follow")
    for each in (stopped, other):
        each.wait_for("The first day")
    os.kill(stopped.process, signal.SIGSTOP)
    presenter.type("  ")
    other.wait_for("The second day")
    os.kill(stopped.process, signal.SIGCONT)
    stopped.wait_for("The second day")


def test_a_socket_elsewhere_is_followed_by_its_path(hall: Hall) -> None:
    path = str(hall.folder / "open" / "talk.sock")
    hall.present("--socket", path)
    follower = hall.open("follow", "--locked", "--socket", path)
    follower.wait_for("The first day")


def test_nothing_blinks_but_what_is_over_the_talk(hall: Hall) -> None:
    hall.present()
    follower = hall.open("follow")
    follower.wait_for("The first day")
    follower.wait_until(lambda: not follower.modes.get(CURSOR, True), "no cursor")
    follower.type("?")
    follower.wait_until(lambda: follower.modes[CURSOR], "the cursor")
    follower.type("\x1b")
    follower.wait_until(lambda: not follower.modes[CURSOR], "no cursor again")
    follower.type("q")
    assert follower.wait_for_exit() == 0
    assert follower.modes[CURSOR]


@pytest.mark.parametrize("keys", ["q", "\x03", "\x11"])
def test_a_follower_leaves_its_terminal_clean(hall: Hall, keys: str) -> None:
    hall.present()
    follower = hall.open("follow")
    follower.wait_for("The first day")
    follower.type(keys)
    assert follower.wait_for_exit() == 0
    assert follower.echoes
    assert not follower.modes.get(1049, False)
