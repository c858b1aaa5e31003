"""The clipboard: the routes that a text can take to it, and which of them was taken.

Over SSH the clipboard is the far terminal's, so that is asked first; at home a program of the
desktop knows it best. A terminal gives no answer: of what was sent to one, no more is said than
that it was sent. What no route takes goes to a file.
"""

import os
import subprocess
from binascii import b2a_base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

PATIENCE: Final = 2.0
"""Seconds that a program has to take a text."""

MOST_BYTES: Final = 74_994
"""What fits, as base64, into the 100,000 bytes that many terminals take of a sequence."""

FILE: Final = "copied.txt"

_OSC: Final = "\x1b]52;c;{}\x07"
# GNU screen hands on what stands between these, but forgets what is longer than a line or so.
_SCREEN: Final = "\x1bP{}\x1b\\"
_SCREEN_TAKES: Final = 256
_WITHOUT: Final = ("linux", "dumb")
"""Terminals that have no clipboard and would show what is meant for one."""

Write = Callable[[str], object]
Run = Callable[[Sequence[str], bytes, Mapping[str, str]], bool]
Which = Callable[[str], str | None]


class Copied(NamedTuple):
    """Where a text went: the route in a word, `""` if there was none, and a sentence about it."""

    route: str
    sentence: str


class _Program(NamedTuple):
    """A program that sets the clipboard to what it reads."""

    needs: tuple[str, ...]
    name: str
    options: tuple[str, ...] = ()
    encoding: str = "utf-8"


_PROGRAMS: Final = (
    _Program(("WAYLAND_DISPLAY",), "wl-copy", ("--type", "text/plain")),
    _Program(("DISPLAY",), "xclip", ("-selection", "clipboard", "-in")),
    _Program(("DISPLAY",), "xsel", ("--clipboard", "--input")),
    _Program((), "pbcopy"),
    _Program(("WSL_DISTRO_NAME", "WSL_INTEROP"), "clip.exe", (), "utf-16-le"),
)
"""In the order in which they are tried, with the variables one of which must be set."""


def copy(  # noqa: PLR0913, all that it touches is an argument
    text: str,
    environment: Mapping[str, str],
    *,
    write: Write,
    run: Run,
    which: Which,
    state_folder: Path,
) -> Copied:
    """Copy a text by the first route that takes it. It may wait for a program, so not on a key.

    Args:
        text: What to copy.
        environment: Of this process.
        write: Sends a control sequence to the terminal.
        run: Runs a program, as `feed` does.
        which: Where a program is, None if there is none.
        state_folder: Where to put a file; it is made if need be.
    """
    data = text.encode("utf-8", "replace")
    # What LC_CTYPE says is what pbcopy takes its input for.
    around = {**environment, "LC_CTYPE": "UTF-8"} if which("pbcopy") else environment
    for take in _routes(text, data, environment, write, which):
        copied = take(lambda command, given: run(command, given, around))
        if copied:
            return copied
    return _save(data, environment, state_folder)


_Feed = Callable[[Sequence[str], bytes], bool]
_Route = Callable[[_Feed], Copied | None]


def _routes(
    text: str, data: bytes, environment: Mapping[str, str], write: Write, which: Which
) -> Iterator[_Route]:
    """The routes that there are, in the order in which to try them."""

    def terminal(_: _Feed) -> Copied | None:
        return _send(data, environment, write)

    def tmux(feed: _Feed) -> Copied | None:
        return _buffer(data, which("tmux") or "tmux", feed)

    def program(feed: _Feed) -> Copied | None:
        return _hand_over(text, environment, which, feed)

    in_tmux = bool(environment.get("TMUX"))
    if is_far(environment):
        yield tmux if in_tmux else terminal
        yield program
        return
    yield program
    if in_tmux:
        yield tmux
    yield terminal


def is_far(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is at the other end of an SSH connection."""
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def feed(command: Sequence[str], data: bytes, environment: Mapping[str, str]) -> bool:
    """Run a program on some input; whether it took it and was content.

    It has no terminal, and whatever it leaves behind to serve the clipboard outlives dateline.
    """
    try:
        done = subprocess.run(  # noqa: S603, a list of words that no shell reads
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(environment),
            timeout=PATIENCE,
            start_new_session=True,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _hand_over(
    text: str, environment: Mapping[str, str], which: Which, feed: _Feed
) -> Copied | None:
    """Give a text to a program of the desktop."""
    for program in _PROGRAMS:
        if program.needs and not any(map(environment.get, program.needs)):
            continue
        path = which(program.name)
        if path and feed((path, *program.options), text.encode(program.encoding, "replace")):
            return Copied(program.name, f"Copied to the clipboard (with {program.name}).")
    return None


def _buffer(data: bytes, tmux: str, feed: _Feed) -> Copied | None:
    """Give a text to tmux, which sends it on to the terminal around it where it can."""
    if len(data) <= MOST_BYTES and feed((tmux, "load-buffer", "-w", "-"), data):
        sentence = "Copied to tmux's buffer, and sent to the terminal's clipboard by tmux."
        return Copied("tmux", sentence)
    # Before 3.2, tmux has no -w.
    if feed((tmux, "load-buffer", "-"), data):
        return Copied("tmux", "Copied to tmux's buffer only; the tmux key and ] pastes it.")
    return None


def _send(data: bytes, environment: Mapping[str, str], write: Write) -> Copied | None:
    """Send a text to the terminal, if it is one that may take it."""
    if len(data) > MOST_BYTES or environment.get("TERM", "dumb") in _WITHOUT:
        return None
    sequence = _OSC.format(b2a_base64(data, newline=False).decode())
    if environment.get("STY") and not environment.get("TMUX"):
        pieces = range(0, len(sequence), _SCREEN_TAKES)
        sequence = "".join(_SCREEN.format(sequence[at : at + _SCREEN_TAKES]) for at in pieces)
    write(sequence)
    return Copied("OSC 52", f"Sent to the terminal's clipboard (OSC 52); {_catch(environment)}.")


def _catch(environment: Mapping[str, str]) -> str:
    """What may keep a text from arriving, for nobody answers."""
    if environment.get("TERM", "").startswith("tmux"):
        return "tmux passes it on if its set-clipboard is on"
    return "it does not say whether it took it"


def _save(data: bytes, environment: Mapping[str, str], folder: Path) -> Copied:
    """Put a text into a file that only its owner reads."""
    path = folder / FILE
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            os.fchmod(file.fileno(), 0o600)
            file.write(data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Copied(
            "", f"Not copied: no clipboard was found, and {path} cannot be written: {reason}."
        )
    return Copied(str(path), f"Copied to {path}: {_why_file(data, environment)}.")


def _why_file(data: bytes, environment: Mapping[str, str]) -> str:
    if len(data) > MOST_BYTES:
        return f"{len(data):,} bytes are more than a terminal's clipboard takes ({MOST_BYTES:,})"
    return f"this terminal ({environment.get('TERM', 'dumb')}) has no clipboard"
