"""The outside editor: its command for each editor, and what becomes of the terminal."""

import os
import pty
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.terminal.outside_editor import Command, Place, command, run

FILE = Path("/h/a b.yaml")
PLACE = Place(12, 5)


def which(*there: str) -> Callable[[str], str | None]:
    """A machine on which there are just these programs."""
    return lambda name: f"/usr/bin/{name}" if name in there else None


def anything(name: str) -> str | None:
    return name


PLACED = {
    "vim": ["vim", "+12", "+normal! 5|", "/h/a b.yaml"],
    "nvim -p": ["nvim", "-p", "+12", "+normal! 5|", "/h/a b.yaml"],
    "/usr/bin/vim.basic": ["/usr/bin/vim.basic", "+12", "+normal! 5|", "/h/a b.yaml"],
    "vi": ["vi", "+12", "/h/a b.yaml"],
    "nano": ["nano", "+12,5", "/h/a b.yaml"],
    "ne": ["ne", "+12,5", "/h/a b.yaml"],
    "emacs -nw": ["emacs", "-nw", "+12:5", "/h/a b.yaml"],
    "emacsclient -t -a ''": ["emacsclient", "-t", "-a", "", "+12:5", "/h/a b.yaml"],
    "micro": ["micro", "+12:5", "/h/a b.yaml"],
    "kak": ["kak", "+12:5", "/h/a b.yaml"],
    "hx": ["hx", "/h/a b.yaml:12:5"],
    "helix": ["helix", "/h/a b.yaml:12:5"],
    "joe": ["joe", "+12", "/h/a b.yaml"],
    "mcedit": ["mcedit", "+12", "/h/a b.yaml"],
    "code": ["code", "--wait", "-g", "/h/a b.yaml:12:5"],
    "code -w": ["code", "-w", "-g", "/h/a b.yaml:12:5"],
    "code-insiders --wait": ["code-insiders", "--wait", "-g", "/h/a b.yaml:12:5"],
    "codium": ["codium", "--wait", "-g", "/h/a b.yaml:12:5"],
    "subl": ["subl", "--wait", "/h/a b.yaml:12:5"],
    "zed": ["zed", "--wait", "/h/a b.yaml:12:5"],
    "atom": ["atom", "--wait", "/h/a b.yaml:12:5"],
    "gvim": ["gvim", "--nofork", "+12", "+normal! 5|", "/h/a b.yaml"],
    "kate": ["kate", "--block", "-l", "12", "-c", "5", "/h/a b.yaml"],
    "ed": ["ed", "/h/a b.yaml"],
    "'my editor' --now": ["my editor", "--now", "/h/a b.yaml"],
}


@pytest.mark.parametrize(("said", "words"), PLACED.items(), ids=PLACED)
def test_each_editor_is_told_the_place_its_own_way(said: str, words: list[str]) -> None:
    found = command(FILE, PLACE, {"VISUAL": said}, anything)
    assert (list(found.words), found.reason) == (words, "")


@pytest.mark.parametrize(
    ("environment", "there", "words"),
    [
        ({"VISUAL": "hx", "EDITOR": "nano"}, ("hx", "nano"), ("hx", "/h/a b.yaml:12:5")),
        ({"VISUAL": " ", "EDITOR": "nano"}, ("nano", "vim"), ("nano", "+12,5", "/h/a b.yaml")),
        ({}, ("vi", "nano"), ("nano", "+12,5", "/h/a b.yaml")),
        ({}, ("vi",), ("vi", "+12", "/h/a b.yaml")),
    ],
    ids=["VISUAL", "EDITOR", "nano", "vi"],
)
def test_the_first_that_is_named_or_there_is_taken(
    environment: dict[str, str], there: tuple[str, ...], words: tuple[str, ...]
) -> None:
    assert command(FILE, PLACE, environment, which(*there)).words == words


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({}, "There is no editor here; say which in $VISUAL or $EDITOR."),
        ({"EDITOR": "vmi -x"}, "There is no program vmi here; $EDITOR says so."),
        ({"VISUAL": "'vim"}, "$VISUAL is 'vim, which is no command."),
        (
            {"VISUAL": "code", "SSH_CONNECTION": "1 2 3 4"},
            "code opens a window, which nobody sees over SSH; set $VISUAL to another.",
        ),
    ],
    ids=["none", "not there", "an open quote", "a window over SSH"],
)
def test_where_none_can_be_run_a_sentence_says_why(
    environment: dict[str, str], reason: str
) -> None:
    found = command(FILE, PLACE, environment, which("code"))
    assert (found.words, found.reason) == ((), reason)


@pytest.mark.parametrize("name", ["DISPLAY", "VSCODE_IPC_HOOK_CLI"])
def test_a_window_that_is_seen_over_ssh_is_opened(name: str) -> None:
    environment = {"VISUAL": "code", "SSH_TTY": "/dev/pts/1", name: "x"}
    words = ("code", "--wait", "-g", "/h/a b.yaml:12:5")
    assert command(FILE, PLACE, environment, anything) == Command("code", words, has_window=True)


def test_a_file_is_named_from_the_root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    found = command(Path("+1.yaml"), Place(), {"EDITOR": "ed"}, anything)
    assert found.words == ("ed", f"{tmp_path}/+1.yaml")


# Running one


@pytest.fixture
def line() -> Iterator[tuple[int, int]]:
    """The far and the near side of a terminal."""
    far, near = pty.openpty()
    yield far, near
    os.close(far)
    os.close(near)


def python(program: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-c", program, *arguments)


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        (python(""), ""),
        (python("raise SystemExit(3)"), f"{Path(sys.executable).name} ended with status 3."),
        (
            python("import os; os.kill(os.getpid(), 9)"),
            f"{Path(sys.executable).name} was ended by signal 9.",
        ),
        (("/nowhere/ed",), "ed was not started: no such file or directory."),
    ],
    ids=["well", "badly", "killed", "not there"],
)
def test_how_it_ended_is_told(line: tuple[int, int], words: tuple[str, ...], trouble: str) -> None:
    ended = run(words, os.environ, line[1])
    assert (ended.trouble, ended.seconds > 0) == (trouble, True)


def test_the_line_is_as_it_was_and_what_was_typed_is_gone(line: tuple[int, int]) -> None:
    far, near = line
    before = termios.tcgetattr(near)
    program = "import sys, os, tty; tty.setraw(os.open(sys.argv[1], os.O_RDWR | os.O_NOCTTY))"
    os.write(far, b"q\n")
    assert run(python(program, os.ttyname(near)), os.environ, near).trouble == ""
    assert termios.tcgetattr(near) == before
    os.set_blocking(near, False)
    with pytest.raises(BlockingIOError):
        os.read(near, 1)


def test_an_interrupt_is_for_the_editor_alone(line: tuple[int, int]) -> None:
    program = """
import os, signal
os.kill(os.getppid(), signal.SIGINT)
raise SystemExit(signal.getsignal(signal.SIGINT) is not signal.default_int_handler)
"""
    before = signal.getsignal(signal.SIGINT)
    assert run(python(program), os.environ, line[1]).trouble == ""
    assert signal.getsignal(signal.SIGINT) is before
