"""The outside editor: the program that a reader edits files with, told where to begin, and run.

`command` is pure. `run` gives the terminal to the program, and takes it back as it was.
"""

import re
import shlex
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from time import monotonic
from typing import Final, NamedTuple, TypeVar

VARIABLES: Final = ("VISUAL", "EDITOR")
"""What names the editor, the first first."""
USUAL: Final = ("nano", "vim", "vi")
"""What is looked for where neither says anything."""
AT_ONCE: Final = 1.0
"""Seconds within which nobody has edited anything."""

_FILE: Final = ("{file}",)
_LINE: Final = ("+{line}", "{file}")
_COLON: Final = ("+{line}:{column}", "{file}")
_COMMA: Final = ("+{line},{column}", "{file}")
_BEHIND: Final = ("{file}:{line}:{column}",)
_VIM: Final = ("+{line}", "+normal! {column}|", "{file}")
_GOTO: Final = ("-g", *_BEHIND)

_IN_TERMINALS: Final[Mapping[str, Sequence[str]]] = {
    **dict.fromkeys(("vim", "nvim"), _VIM),
    **dict.fromkeys(("vi", "view", "nvi", "vis", "joe", "jmacs", "jstar", "jpico", "mg"), _LINE),
    **dict.fromkeys(("mcedit", "pico", "zile", "jed"), _LINE),
    **dict.fromkeys(("nano", "ne"), _COMMA),
    **dict.fromkeys(("emacs", "emacsclient", "micro", "kak"), _COLON),
    **dict.fromkeys(("hx", "helix"), _BEHIND),
}


class _Window(NamedTuple):
    """An editor in a window: how it is told to wait, in all ways, and where to begin."""

    wait: tuple[str, ...]
    place: Sequence[str]


_WAIT: Final = ("--wait", "-w")
_IN_WINDOWS: Final[Mapping[str, _Window]] = {
    **dict.fromkeys(("code", "codium", "vscodium", "cursor", "windsurf"), _Window(_WAIT, _GOTO)),
    **dict.fromkeys(("subl", "zed", "zeditor", "atom"), _Window(_WAIT, _BEHIND)),
    "gvim": _Window(("--nofork", "-f"), _VIM),
    "gedit": _Window(_WAIT, _COLON),
    "kate": _Window(("--block", "-b"), ("-l", "{line}", "-c", "{column}", "{file}")),
    "mate": _Window(_WAIT, ("-l", "{line}:{column}", "{file}")),
}
_NAME: Final = re.compile(r"[a-z]+")

Which = Callable[[str], str | None]
T = TypeVar("T")


class Place(NamedTuple):
    """Where in a file to begin, from 1."""

    line: int = 1
    column: int = 1


class Command(NamedTuple):
    """How to edit a file.

    Attributes:
        name: What the editor is called.
        words: The program and its arguments; none where there is none to run.
        reason: Why there is none, as a sentence.
        has_window: Whether it opens a window, so that the terminal has nothing to show.
    """

    name: str
    words: tuple[str, ...] = ()
    reason: str = ""
    has_window: bool = False


class Ended(NamedTuple):
    """What became of an editor.

    Attributes:
        seconds: How long it was there.
        trouble: What went wrong, as a sentence.
    """

    seconds: float
    trouble: str = ""


def command(path: Path, place: Place, environment: Mapping[str, str], which: Which) -> Command:
    """How to edit a file from a place on.

    Args:
        path: The file.
        place: Where to begin.
        environment: Of this process.
        which: Where a program is, None if there is none.
    """
    variable = next((each for each in VARIABLES if environment.get(each, "").strip()), "")
    if not variable:
        usual = next(filter(which, USUAL), "")
        reason = "" if usual else "There is no editor here; say which in $VISUAL or $EDITOR."
        return Command(usual, _words([usual], path, place) if usual else (), reason)
    said = environment[variable].strip()
    try:
        words = shlex.split(said)
    except ValueError:
        words = []
    if not words:
        return Command(said, reason=f"${variable} is {said}, which is no command.")
    name = PurePath(words[0]).name
    if which(words[0]) is None:
        return Command(name, reason=f"There is no program {words[0]} here; ${variable} says so.")
    window = _known(_IN_WINDOWS, name)
    if window is None:
        return Command(name, _words(words, path, place))
    if _is_out_of_sight(environment):
        reason = f"{name} opens a window, which nobody sees over SSH; set $VISUAL to another."
        return Command(name, reason=reason)
    if not set(window.wait) & set(words):
        words.append(window.wait[0])
    return Command(name, _words(words, path, place), has_window=True)


def run(words: Sequence[str], environment: Mapping[str, str], terminal: int | None = None) -> Ended:
    """Wait for an editor, which has the terminal meanwhile.

    Keys that it has not taken are dropped, and the modes of the line are put back.

    Args:
        words: The program and its arguments.
        environment: Its environment.
        terminal: The terminal; None for that of this process.
    """
    began = monotonic()
    name = PurePath(words[0]).name
    with _left_alone(), _kept_as_it_is(terminal):
        try:
            status = subprocess.Popen(words, env=dict(environment)).wait()  # noqa: S603, the reader's own
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            return Ended(monotonic() - began, f"{name} was not started: {why}.")
    trouble = ""
    if status > 0:
        trouble = f"{name} ended with status {status}."
    elif status < 0:
        trouble = f"{name} was ended by signal {-status}."
    return Ended(monotonic() - began, trouble)


@contextmanager
def _left_alone() -> Iterator[None]:
    """Keys that interrupt are for the editor, which does not inherit what handles them here."""
    numbers = (signal.SIGINT, signal.SIGQUIT)
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _kept_as_it_is(terminal: int | None) -> Iterator[None]:
    """What an editor leaves behind on the line goes."""
    fileno = terminal if terminal is not None else sys.__stdin__.fileno() if sys.__stdin__ else 0
    modes = None
    with suppress(termios.error):
        modes = termios.tcgetattr(fileno)
    try:
        yield
    finally:
        if modes is not None:
            with suppress(termios.error):
                termios.tcsetattr(fileno, termios.TCSAFLUSH, modes)


def _words(words: Sequence[str], path: Path, place: Place) -> tuple[str, ...]:
    """A command with the file behind it, and where in it to begin."""
    name = PurePath(words[0]).name
    window = _known(_IN_WINDOWS, name)
    form = window.place if window else _known(_IN_TERMINALS, name) or _FILE
    # From the root, a name is never taken for an option.
    values = {"file": str(path.absolute()), "line": place.line, "column": place.column}
    return (*words, *(word.format(**values) for word in form))


def _known(table: Mapping[str, T], name: str) -> T | None:
    """What a table says of an editor, which may be called vim.basic or code-insiders."""
    beginning = _NAME.match(name)
    return table.get(name) or (table.get(beginning[0]) if beginning else None)


def _is_out_of_sight(environment: Mapping[str, str]) -> bool:
    """Whether a window would be opened where nobody sits."""
    is_far = environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")
    # An editor that has the terminal in its own window opens files there.
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "VSCODE_IPC_HOOK_CLI")
    return bool(is_far) and not any(map(environment.get, screens))
