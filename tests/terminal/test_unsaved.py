"""Killed while it edits or saves: the file is whole, and what was edited is there again.

`pytest -m soak -s tests/terminal/test_unsaved.py` tries two hundred times and says what was lost.
"""

import os
import random
import re
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from terminal.pty import DATELINE, Terminal
from tui import shipped
from tui.document.recovery import orphans

pytestmark = pytest.mark.slow

RETITLING = (sys.executable, str(Path(__file__).with_name("retitling.py")))
TITLE = "The accord is signed"
FIRST = "▸ ▌ 12 Aug"
EDIT = '"'
_NUMBERED = re.compile(r"Edit (\d+)")


class Try(NamedTuple):
    """How dateline is to be killed.

    Attributes:
        keys: What is pressed.
        when: Where in a save it kills itself; `never` has it killed from outside.
        by: What it is killed by then.
        after: How many seconds after the keys.
    """

    keys: str
    when: str = "never"
    by: signal.Signals = signal.SIGKILL
    after: float = 0.0


class Left(NamedTuple):
    """What a killed dateline leaves.

    Attributes:
        seen: The number of the last edit that was on the screen, 0 for none.
        file: The number of the edit that the file has, 0 for none, None if it is torn.
        kept: The number of the edit that the next start is to offer; None if it offers none.
    """

    seen: int
    file: int | None
    kept: int | None


def written(folder: Path) -> Path:
    return folder / "timeline.yaml"


def numbered(text: str) -> int:
    """The number of the last edit in a text, 0 for none."""
    return max(map(int, _NUMBERED.findall(text)), default=0)


def number_in(data: bytes, tiny: str) -> int | None:
    """Which edit a file is as a whole; None if none is."""
    number = numbered(data.decode("utf-8", "replace"))
    title = f"Edit {number}" if number else TITLE
    return number if data == tiny.replace(TITLE, title).encode() else None


def start(folder: Path, when: str) -> Terminal:
    """A dateline that edits, in a terminal that has its number of a process."""
    words = (*RETITLING, when, "timeline.yaml")
    shell = ("/bin/sh", "-c", f'echo "pid $$"; exec {" ".join(words)}')
    return Terminal(shell, cwd=folder)


def pid_of(terminal: Terminal) -> int:
    return int(terminal.sent.partition(b"pid ")[2].split()[0])


def killed(folder: Path, tiny: str, how: Try) -> Left:
    """Edit a file, and kill dateline while it does."""
    written(folder).write_text(tiny, "utf-8")
    with start(folder, how.when) as terminal:
        terminal.wait_for(FIRST)
        terminal.type(how.keys)
        if how.when == "never":
            select.select([], [], [], how.after)
            os.kill(pid_of(terminal), how.by)
        terminal.wait_for_exit()
        seen = numbered(terminal.text)
    kept = orphans(folder / "dateline", written(folder))
    numbers = [numbered(each.document.text) for each in kept]
    return Left(
        seen, number_in(written(folder).read_bytes(), tiny), numbers[0] if numbers else None
    )


def taken_up(folder: Path, left: Left) -> None:
    """Start again, take up what is offered, save it, and leave."""
    with Terminal(DATELINE, cwd=folder) as terminal:
        if left.kept is not None:
            terminal.wait_for("left unsaved the last time")
            terminal.type("\r")
            terminal.wait_for("Taken up again")
            terminal.type("w")
            terminal.wait_for("Saved timeline.yaml")
        terminal.wait_for(FIRST)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def tried(folder: Path, tiny: str, how: Try) -> tuple[bool, bool]:
    """Whether an edit was lost and whether the file was torn, by one kill."""
    folder.mkdir()
    left = killed(folder, tiny, how)
    has = max(left.file or 0, left.kept or 0)
    taken_up(folder, left)
    data = written(folder).read_bytes()
    is_there = number_in(data, tiny) == has >= left.seen
    rest = [each.name for each in folder.iterdir() if each.name.startswith(".dateline")]
    rest += [each.name for each in (folder / "dateline").glob("unsaved-*")]
    is_whole = left.file is not None and rest == []
    sys.stdout.write(f"{how}: {left}{'' if is_there else ' LOST'}{'' if is_whole else ' TORN'}\n")
    return not is_there, not is_whole


def some(chance: random.Random) -> Try:
    """A kill at a moment of no choice."""
    when = chance.choice(["never", "never", "before", "after"])
    keys = "".join(chance.choice([EDIT, EDIT, "w"]) for _ in range(chance.randrange(1, 12)))
    if when != "never":
        return Try(EDIT * chance.randrange(1, 4) + "w", when)
    by = chance.choice([signal.SIGKILL, signal.SIGHUP])
    return Try(EDIT + keys, when, by, chance.uniform(0, 0.5))


def result(folder: Path, tiny: str, tries: int) -> tuple[int, int]:
    """How many edits were lost and how many files torn, in so many tries."""
    chance = random.Random(tries)  # noqa: S311, the moments need not be secret
    found = [tried(folder / str(number), tiny, some(chance)) for number in range(tries)]
    lost, torn = (sum(each) for each in zip(*found, strict=True))
    sys.stdout.write(f"{tries} tries: {lost} lost, {torn} torn\n")
    return lost, torn


def test_killed_five_times_nothing_is_lost_and_nothing_is_torn(tmp_path: Path, tiny: str) -> None:
    assert result(tmp_path, tiny, 5) == (0, 0)


@pytest.mark.soak
def test_killed_two_hundred_times_nothing_is_lost(tmp_path: Path, tiny: str) -> None:
    assert result(tmp_path, tiny, 200) == (0, 0)


@pytest.mark.parametrize(
    ("when", "left"),
    [
        pytest.param("before", Left(2, 0, 2), id="before the file is replaced"),
        pytest.param("after", Left(2, 2, None), id="once it is"),
    ],
)
def test_killed_within_a_save_the_file_is_the_old_one_or_the_new(
    tmp_path: Path, tiny: str, when: str, left: Left
) -> None:
    found = killed(tmp_path, tiny, Try(EDIT * 2 + "w", when))
    assert found._replace(seen=2) == left
    drafts = list(tmp_path.glob(".dateline-*"))
    assert drafts == []  # looking for what is left has swept them
    taken_up(tmp_path, found)
    assert number_in(written(tmp_path).read_bytes(), tiny) == 2


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGHUP], ids=lambda by: by.name)
def test_an_edit_that_was_seen_is_offered_with_its_difference(
    tmp_path: Path, tiny: str, by: signal.Signals
) -> None:
    written(tmp_path).write_text(tiny, "utf-8")
    with start(tmp_path, "never") as terminal:
        terminal.wait_for(FIRST)
        terminal.type(EDIT)
        terminal.wait_for("Edit 1")
        os.kill(pid_of(terminal), by)
        terminal.wait_for_exit()
    assert written(tmp_path).read_text("utf-8") == tiny

    with Terminal(DATELINE, cwd=tmp_path) as terminal:
        terminal.wait_for("1 change left unsaved the last time")
        terminal.type("l\r")
        terminal.wait_for("+      title: Edit 1")
        assert f"-      title: {TITLE}" in terminal.text
        terminal.type("\x1b")
        terminal.wait_for("1 change left unsaved the last time")
        terminal.type("\r")
        terminal.wait_for("Taken up again")
        terminal.type("u")
        terminal.wait_for("Undid the title of accord")
        terminal.type("U")
        terminal.wait_for("Did again the title of accord")
        terminal.type("w")
        terminal.wait_for("Saved timeline.yaml")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
    assert number_in(written(tmp_path).read_bytes(), tiny) == 1


def test_what_another_dateline_edits_just_now_is_not_offered(tmp_path: Path, tiny: str) -> None:
    written(tmp_path).write_text(tiny, "utf-8")
    with start(tmp_path, "never") as first:
        first.wait_for(FIRST)
        first.type(EDIT)
        first.wait_for("Edit 1")
        with Terminal(DATELINE, cwd=tmp_path) as second:
            second.wait_for(FIRST)
            second.type("j")
            second.wait_for("▸ ▌ c. Sep")
            assert "unsaved" not in second.text
            second.type("q")
            assert second.wait_for_exit() == 0
        first.type("w")
        first.wait_for("Saved timeline.yaml")
    assert number_in(written(tmp_path).read_bytes(), tiny) == 1


def test_read_only_offers_nothing_and_keeps_it(tmp_path: Path, tiny: str) -> None:
    left = killed(tmp_path, tiny, Try(EDIT + "w", "before"))
    assert left.kept == 1
    with Terminal((*DATELINE, "--read-only"), cwd=tmp_path) as terminal:
        terminal.wait_for(FIRST)
        terminal.type("u")
        terminal.wait_for("dateline was started with --read-only")
        assert "unsaved" not in terminal.text
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
    taken_up(tmp_path, left)
    assert number_in(written(tmp_path).read_bytes(), tiny) == 1


def test_an_edit_of_the_thirtieth_event_is_one_changed_line_in_git(tmp_path: Path) -> None:
    written(tmp_path).write_bytes(shipped("timeline.yaml").read_bytes())
    for words in (["init", "-q"], ["add", "timeline.yaml"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)  # noqa: S607
    with Terminal(DATELINE, cwd=tmp_path) as terminal:
        terminal.wait_for(" 1/70 ")
        terminal.type("j" * 29)
        terminal.wait_for(" 30/70 ")
        terminal.type("i\t, in short\x13")
        terminal.wait_for("Changed the title of annexation-2022")
        terminal.type("w")
        terminal.wait_for("Saved timeline.yaml")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
    changed = subprocess.run(
        ["git", "diff", "-U0"],  # noqa: S607
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line for line in changed.stdout.splitlines() if line.startswith(("+ ", "- "))]
    assert lines == [
        "-    title: Russia claims four more Ukrainian regions",
        "+    title: Russia claims four more Ukrainian regions, in short",
    ]
