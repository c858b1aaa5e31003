"""What a terminal can do: read from the environment, and asked of the terminal itself.

The question goes out before Textual is loaded, and the answer is looked at once it is, so that
asking costs no time. What answers are mixed with, keys pressed meanwhile, is kept.
"""

import os
import re
import select
import signal
import termios
from collections.abc import Mapping
from contextlib import suppress
from time import monotonic
from types import TracebackType
from typing import Any, Final, NamedTuple, Self, TypeAlias

from tui.terminal.colours import Colours

PATIENCE: Final = 0.1
"""Seconds that a terminal has to answer."""

COLOUR: Final = "LC_DATELINE_COLOR"
"""Says how many colours there are; sshd lets names that begin with LC_ in."""

_NAMED: Final = {
    "truecolor": Colours.TRUECOLOR,
    "24bit": Colours.TRUECOLOR,
    "256": Colours.PALETTE,
    "16": Colours.SIXTEEN,
    "8": Colours.SIXTEEN,
    "none": Colours.NONE,
    "0": Colours.NONE,
}
# Terminals that have true colours, whatever else their environment says or does not say.
_TRUECOLOR: Final = re.compile(
    r"(xterm-)?(alacritty|contour|foot|ghostty|kitty|rio|wezterm)([-+].*)?|.*-(direct|truecolor)"
).fullmatch
_PALETTE: Final = re.compile(r".*256.*|xterm-(?!(16|88)?color|mono).+|tmux.*|st(-.*)?").fullmatch
_NO_COLOUR: Final = re.compile(r"vt\d+.*|.*-(m|mono)|ansi-m|hpterm|wyse.*").fullmatch
# By the name of the program, which travels no further than the machine that it runs on.
_PROGRAMS: Final = {
    "iTerm.app": Colours.TRUECOLOR,
    "WezTerm": Colours.TRUECOLOR,
    "vscode": Colours.TRUECOLOR,
    "ghostty": Colours.TRUECOLOR,
    "Apple_Terminal": Colours.PALETTE,
}

_BACKGROUND: Final = "\x1b]11;?\x1b\\"
_SYNC: Final = "\x1b[?2026$p"
_LAST: Final = "\x1b[c"
"""Every terminal answers this, so when it has, nothing else is to come."""

_BACKGROUND_IS: Final = re.compile(
    rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})"
).search
_SYNC_IS: Final = re.compile(rb"\x1b\[\?2026;([0-9])\$y").search
_LAST_IS: Final = re.compile(rb"\x1b\[\?[0-9;]*c").search
_LIGHT: Final = 0.5
_STDIN, _STDERR = 0, 2
_ENDING: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_IFLAG, _LFLAG = 0, 3
"""Where termios has the modes of input, and the local ones, echo among them."""


Modes: TypeAlias = list[Any]
"""What termios gives and takes."""


class Terminal(NamedTuple):
    """A terminal, as far as it is known.

    Attributes:
        colours: How many it has.
        is_light: Whether its background is light; None if it does not say.
        utf8: Whether it takes UTF-8.
        has_symbols: Whether its font has symbols; that of the Linux console lacks most.
        sync: Whether it knows synchronised updates (mode 2026).
        bce: Whether it erases with the background that is set (back colour erase).
        is_far: Whether it is at the end of a network connection.
        typed: What has been read from it: keys, and answers among them.
        modes: How the line was set (termios) before the terminal was asked; None if it was not.
    """

    colours: Colours = Colours.TRUECOLOR
    is_light: bool | None = None
    utf8: bool = True
    has_symbols: bool = True
    sync: bool = False
    bce: bool = True
    is_far: bool = False
    typed: bytes = b""
    modes: Modes | None = None


def known(environment: Mapping[str, str]) -> Terminal:
    """What the environment says of a terminal."""
    in_screen = "STY" in environment and "TMUX" not in environment
    return Terminal(
        colours=_colours(environment, in_screen=in_screen),
        is_light=_is_light(environment.get("COLORFGBG", "")),
        utf8=_is_utf8(environment),
        has_symbols=environment.get("TERM") != "linux",
        bce=not in_screen,
        is_far=_is_far(environment),
    )


def _is_far(environment: Mapping[str, str]) -> bool:
    said = environment.get("DATELINE_PACING", "")
    return said == "on" or (
        said != "off" and ("SSH_CONNECTION" in environment or "SSH_TTY" in environment)
    )


def _colours(environment: Mapping[str, str], *, in_screen: bool) -> Colours:
    said = environment.get(COLOUR, "").strip().lower()
    if said in _NAMED:
        return _NAMED[said]
    if environment.get("NO_COLOR"):
        return Colours.NONE
    term = environment.get("TERM", "")
    if _NO_COLOUR(term):
        return Colours.NONE
    if in_screen:
        # What is exported around GNU screen says nothing of what it hands on.
        return Colours.PALETTE if "256" in term else Colours.SIXTEEN
    if environment.get("COLORTERM", "").lower() in _NAMED:
        return _NAMED[environment["COLORTERM"].lower()]
    if _TRUECOLOR(term) or "WT_SESSION" in environment:
        return Colours.TRUECOLOR
    if found := _PROGRAMS.get(environment.get("TERM_PROGRAM", "")):
        return found
    return Colours.PALETTE if _PALETTE(term) else Colours.SIXTEEN


def _is_light(colours: str) -> bool | None:
    """Whether the last of the colour numbers that COLORFGBG gives, the background, is light."""
    background = colours.rpartition(";")[2]
    if not background.isdecimal():
        return None
    return int(background) in {7, *range(9, 16)}


def _is_utf8(environment: Mapping[str, str]) -> bool:
    """Whether the locale is of UTF-8; one without an encoding says nothing of the terminal."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    _, dot, encoding = next(filter(None, names), "").partition(".")
    return not dot or encoding.partition("@")[0].lower().replace("-", "") == "utf8"


def answered(terminal: Terminal, answers: bytes) -> Terminal:
    """What is known of a terminal once it has answered what `Asking` asks."""
    is_light, sync = terminal.is_light, terminal.sync
    if background := _BACKGROUND_IS(answers):
        red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in background.groups())
        is_light = 0.299 * red + 0.587 * green + 0.114 * blue > _LIGHT
    if state := _SYNC_IS(answers):
        # Set, reset, and always set; 0 and 4 are what a terminal does not know or never does.
        sync = state[1] in b"123"
    return terminal._replace(is_light=is_light, sync=sync, typed=terminal.typed + answers)


class Asking:
    """Asks the terminal of this process; a context, within which it does not echo.

    Where there is no terminal that would answer this process, nothing is asked. A signal that
    ends the process meanwhile lets it echo first.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._terminal = known(environment)
        # The Linux console prints what it does not know of an OSC.
        knows_osc = environment.get("TERM") != "linux"
        self._question = (_BACKGROUND if knows_osc else "") + _SYNC + _LAST
        self._asked = 0.0
        self._before: Modes | None = None
        self._handled: list[int] = []

    def __enter__(self) -> Self:
        try:
            # A process in the background would be stopped for this.
            if os.tcgetpgrp(_STDIN) == os.getpgrp() and os.isatty(_STDERR):
                self._silence()
                os.write(_STDERR, self._question.encode())
                self._asked = monotonic()
        except (OSError, termios.error):
            self.release()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def terminal(self) -> Terminal:
        """The terminal, once it has answered or its time is over."""
        answers, modes = b"", self._before
        while self._before is not None and not _LAST_IS(answers):
            left = self._asked + PATIENCE - monotonic()
            ready = select.select([_STDIN], [], [], max(left, 0))[0]
            read = os.read(_STDIN, 4096) if ready else b""
            answers += read
            if not read:
                break
        return answered(self._terminal, answers)._replace(modes=modes)

    def release(self) -> None:
        """Let the terminal echo again, as it did before."""
        before, self._before = self._before, None
        if before is not None:
            with suppress(termios.error):
                termios.tcsetattr(_STDIN, termios.TCSANOW, before)
        while self._handled:
            signal.signal(self._handled.pop(), signal.SIG_DFL)

    def _end(self, number: int, _frame: object) -> None:
        """End as the signal would have ended the process."""
        self.release()
        os.kill(os.getpid(), number)

    def _silence(self) -> None:
        before = termios.tcgetattr(_STDIN)
        for number in _ENDING:
            if signal.getsignal(number) is signal.SIG_DFL:
                self._handled.append(number)
                signal.signal(number, self._end)
        self._before = before
        quiet = termios.tcgetattr(_STDIN)
        quiet[_LFLAG] &= ~(termios.ECHO | termios.ICANON)
        # Enter is a carriage return.
        quiet[_IFLAG] &= ~termios.ICRNL
        termios.tcsetattr(_STDIN, termios.TCSANOW, quiet)
