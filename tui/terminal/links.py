"""Links: opens a web address in a browser with windows, never in the terminal that it is read in.

A browser that is started has no terminal, so it cannot draw over the screen, and outlives
dateline. Where none can be seen from here, over SSH above all, the address is told instead.
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from threading import Thread
from typing import Final, NamedTuple

PATIENCE: Final = 1.0
"""Seconds in which an opener that fails has usually failed."""

_ADDRESS: Final = re.compile(r"https?://[^\s/?#]\S*", re.IGNORECASE)
_IN_TERMINALS: Final = frozenset(
    {
        *("browsh", "carbonyl", "cha", "edbrowse", "elinks", "links", "links2", "lynx", "netrik"),
        *("retawq", "w3m", "www-browser"),
    }
)
_LONGEST_SHOWN: Final = 80

Run = Callable[[Sequence[str], Mapping[str, str]], bool]
Which = Callable[[str], str | None]


class Opened(NamedTuple):
    """What came of it, in a sentence; where no browser was started, the address is to be copied.

    An address that was refused is neither `started` nor `allowed`.
    """

    started: bool
    sentence: str
    allowed: bool = True


def open_link(
    url: str,
    environment: Mapping[str, str],
    run: Run,
    which: Which,
    platform: str = sys.platform,
) -> Opened:
    """Open a web address. It may wait for a program, so not on a key.

    Args:
        url: The address, as a file gives it.
        environment: Of this process.
        run: Starts a program, as `start` does.
        which: Where a program is, None if there is none.
        platform: Of this process.
    """
    if not _ADDRESS.fullmatch(url) or not url.isprintable():
        why = "only addresses that begin with https:// or http:// are opened"
        return Opened(
            started=False, sentence=f"Not opened: {why}, not {_shown(url)}.", allowed=False
        )
    if _is_far(environment):
        return Opened(started=False, sentence=f"Over SSH no browser is started here: {url}")
    # An opener may follow $BROWSER, too.
    without = {name: value for name, value in environment.items() if name != "BROWSER"}
    for command in _openers(url, environment, which, platform):
        if run(command, without):
            return Opened(started=True, sentence=f"Opened with {PurePath(command[0]).name}: {url}")
    return Opened(started=False, sentence=f"No browser with windows was found here: {url}")


def start(command: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Start a program that goes on by itself, without a terminal; False if it fails at once."""
    try:
        process = subprocess.Popen(  # noqa: S603, a list of words that no shell reads
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(environment),
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(PATIENCE) == 0
    except subprocess.TimeoutExpired:
        # Somebody has to take note of its end, or it stays in the table of processes.
        Thread(target=process.wait, name="dateline-browser", daemon=True).start()
        return True


def _is_far(environment: Mapping[str, str]) -> bool:
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def _openers(
    url: str, environment: Mapping[str, str], which: Which, platform: str
) -> Iterator[tuple[str, ...]]:
    """The commands that open an address in a window, in the order in which to try them."""
    is_mac = platform == "darwin"
    in_windows = environment.get("WSL_DISTRO_NAME") or environment.get("WSL_INTEROP")
    has_screen = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY")
    if not (is_mac or in_windows or has_screen):
        return
    yield from _chosen(url, environment.get("BROWSER", ""), which)
    openers = ["open"] * is_mac + ["wslview"] * bool(in_windows) + ["xdg-open"] * bool(has_screen)
    for name in openers:
        path = which(name)
        if path:
            yield path, url


def _chosen(url: str, browsers: str, which: Which) -> Iterator[tuple[str, ...]]:
    """The commands of $BROWSER that need no terminal; `%s` in one stands for the address."""
    for browser in browsers.split(":"):
        try:
            words = shlex.split(browser)
        except ValueError:
            continue
        if not words or PurePath(words[0]).name in _IN_TERMINALS:
            continue
        path = which(words[0])
        if path:
            rest = [word.replace("%s", url) for word in words[1:]]
            yield path, *(rest if "%s" in browser else [*rest, url])


def _shown(url: str) -> str:
    """An address as a sentence quotes it: not long, nothing that drives a terminal."""
    text = url if len(url) <= _LONGEST_SHOWN else f"{url[: _LONGEST_SHOWN - 1]}…"
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)
