"""Whether a screen can be drawn here, and what has to be settled before Textual is imported.

`decide` is pure; `look`, `settle` and `take_keys` touch the world and decide nothing.
Textual draws on standard error, reads keys from standard input and asks standard output for
the size; while it is imported it reads its settings from the environment.
"""

import codecs
import os
import sys
from collections.abc import Mapping, MutableMapping
from typing import Final, NamedTuple, TextIO

_UNABLE: Final = frozenset({"", "dumb", "unknown"})
_TELLING: Final = frozenset(
    {
        *("TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "TERM_PROGRAM", "WT_SESSION", "LANG"),
        *("LC_ALL", "LC_CTYPE", "LC_DATELINE_COLOR", "LC_TERMINAL"),
        *("SSH_CONNECTION", "SSH_TTY", "TMUX", "STY"),
    }
)
"""The variables that tell something of a terminal."""
_LISTING: Final = "`dateline list` prints the timeline as text"


class Surroundings(NamedTuple):
    """What can be known of a terminal without writing to it.

    `stdin`, `stdout` and `stderr` say whether each is a terminal; `encoding` is that of `stderr`.
    """

    environment: Mapping[str, str]
    stdin: bool
    stdout: bool
    stderr: bool
    encoding: str


class Guard(NamedTuple):
    """What is to happen: a `refusal` sentence, a plain `listing` instead, or else a screen.

    For a screen `ascii` says that only ASCII would be shown as it is meant, `unset` names the
    environment variables that have to go, and `preset` gives those that the user has not set a
    value.
    """

    refusal: str = ""
    listing: bool = False
    ascii: bool = False
    unset: tuple[str, ...] = ()
    preset: tuple[tuple[str, str], ...] = ()


def decide(around: Surroundings, *, piped: bool = False) -> Guard:
    """Screen, listing or refusal.

    Args:
        around: The terminal, or what there is in its place.
        piped: The timeline itself comes from standard input, which is thus no terminal.
    """
    if not around.stdout:
        return Guard(listing=True)
    if refusal := _refusal(around, piped=piped):
        return Guard(refusal=refusal)
    return Guard(
        ascii=not is_utf8(around.encoding),
        # Exported sizes would pin the screen, whatever the terminal's real size is or becomes.
        unset=("COLUMNS", "LINES"),
        preset=(
            # Each frame of an animation is bytes on a slow link.
            ("TEXTUAL_ANIMATIONS", "none"),
            # What the terminal has, the driver knows better, and fits every colour to it.
            *(() if is_stock(around.environment) else (("TEXTUAL_COLOR_SYSTEM", "truecolor"),)),
        ),
    )


def is_stock(environment: Mapping[str, str]) -> bool:
    """Whether Textual's own driver is to send the screen, for comparison."""
    return environment.get("DATELINE_DRIVER") == "stock"


def _refusal(around: Surroundings, *, piped: bool) -> str:
    term = around.environment.get("TERM", "")
    if term in _UNABLE:
        what = f'TERM is "{term}"' if term else "TERM is not set"
        return f"this terminal cannot show a screen ({what}); {_LISTING}"
    if not around.stdin and not piped:
        return f"standard input is not a terminal; `dateline -` reads a timeline there, {_LISTING}"
    if not around.stderr:
        return "standard error is not a terminal, and the screen is drawn there; leave out the 2>"
    return ""


def is_utf8(encoding: str) -> bool:
    """Whether an encoding, under whatever name, is UTF-8."""
    try:
        return codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        return False


def look(
    environment: Mapping[str, str],
    stdin: TextIO | None,
    stdout: TextIO | None,
    stderr: TextIO | None,
) -> Surroundings:
    """The surroundings of this process. A stream that was closed is None, and no terminal."""
    return Surroundings(
        environment=environment,
        stdin=stdin is not None and stdin.isatty(),
        stdout=stdout is not None and stdout.isatty(),
        stderr=stderr is not None and stderr.isatty(),
        encoding=stderr.encoding if stderr is not None else "",
    )


def settle(guard: Guard, environment: MutableMapping[str, str]) -> None:
    """Change the environment as the guard says."""
    for name in guard.unset:
        environment.pop(name, None)
    for name, value in guard.preset:
        environment.setdefault(name, value)


def foreign(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The variables that tell nothing of the terminal: settings of ours, of Textual, of anything.

    A guest may be let send some, and an account has its own.
    """
    return tuple(name for name in environment if name not in _TELLING)


def take_keys() -> None:
    """Make the terminal standard input again, once the timeline has been read from there.

    Raises:
        OSError: This process has no terminal.
    """
    terminal = os.open("/dev/tty", os.O_RDWR)
    os.dup2(terminal, sys.__stdin__.fileno() if sys.__stdin__ else 0)
    os.close(terminal)
