"""Files: which timeline is meant, and its bytes.

A file that cannot be read is refused in one sentence that names it.
"""
# ruff: noqa: PLC0415

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tui import shipped
from tui.cli.commands import COMMANDS
from tui.cli.says import DONE, PROBLEMS, Refused, complain, reason, visible

if TYPE_CHECKING:
    from tui.document.reader import Reading

STDIN: Final = "-"
DEFAULT: Final = "timeline.yaml"


class Given(NamedTuple):
    """A timeline that was asked for: how to name it, and how to get at its bytes.

    `place` is where an editor would find it; `path` is None where there is no file, as for a
    pipe. `load` may be called again and again. `is_shipped` says that it comes with dateline.
    """

    name: str
    place: str
    size: int
    load: Callable[[], bytes]
    path: Path | None = None
    is_shipped: bool = False


def find(file: str | None) -> Given:
    """The timeline that is meant."""
    if file == STDIN:
        if sys.stdin is None:
            raise Refused("standard input is closed")
        return _kept("<stdin>", sys.stdin.buffer.read())
    here = Path(file or DEFAULT)
    if file is None and not os.path.exists(here):  # noqa: PTH110, which may not even be seen
        return _at(shipped(DEFAULT), f"{DEFAULT} (shipped)")._replace(is_shipped=True)
    return _at(here, str(here))


def changeable(file: str | None) -> Given:
    """The timeline that is meant, which has to be one that can be written."""
    if file == STDIN:
        raise Refused("standard input cannot be changed; name a file")
    given = find(file)
    if given.is_shipped:
        message = f"there is no {DEFAULT} here, and the timeline that comes with dateline"
        raise Refused(f"{message} stays as it is; name a file")
    if given.path is None:
        raise Refused(f"{given.name} is a pipe or device and cannot be changed; name a file")
    return given


def load(given: Given) -> bytes:
    """The bytes of a file that could be opened, and may still fail to be read (an I/O error)."""
    try:
        return given.load()
    except OSError as error:
        raise Refused(_why_unreadable(given.name, error)) from error


def read(given: Given) -> "Reading":
    """The reading of a file."""
    from tui.document import reader  # YAML

    return reader.read(load(given))


def save(given: Given, data: bytes, over: bytes) -> None:
    """Write a file that can be, unless it is not what it was any more."""
    from tui.document import disk

    try:
        disk.save(Path(given.place), data, over=over)
    except OSError as error:
        raise Refused(f"cannot write {given.name}: {reason(error)}") from error


def verdict(given: Given, reading: "Reading") -> int:
    """The exit code of what was read, and a word about its errors if there are any."""
    from tui.exchange import report

    errors = sum(problem.severity == "error" for problem in reading.problems)
    if not errors:
        return DONE
    complain(f"{visible(given.name)}: {report.count(errors, 'error')}; see `dateline check`")
    return PROBLEMS


def _at(path: Path, name: str) -> Given:
    from tui.document import disk

    try:
        size = disk.size(path)
        if size is None:
            return _kept(name, disk.load(path))
    except OSError as error:
        raise Refused(_why_unreadable(name, error)) from error
    return Given(name, str(path), size, lambda: disk.load(path), path.absolute())


def _kept(name: str, data: bytes) -> Given:
    """A timeline from a pipe: its bytes come but once, so they are kept."""
    return Given(name, name, len(data), lambda: data)


def _why_unreadable(file: str, error: OSError) -> str:
    name = visible(file)
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder; name the file in it"
    if not isinstance(error, FileNotFoundError):
        return f"cannot read {name}: {reason(error)}"
    from difflib import get_close_matches  # only to guess what was meant

    meant = get_close_matches(file, COMMANDS, n=1)
    return f"there is no file {name}" + (f"; did you mean `dateline {meant[0]}`?" if meant else "")
