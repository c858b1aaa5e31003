"""The command line: what to open, to check or to print, and what to say when that cannot be done.

Results go to standard output, everything else to standard error. Exit codes: 0 done,
1 the file has problems, 2 it could not be read or the request makes no sense, 130 interrupted.
Rooms are imported inside the functions that need them, so that `--help` loads neither
Textual nor YAML, and nothing but opening a screen loads Textual.
"""
# ruff: noqa: PLC0415

import argparse
import codecs
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn, TextIO

from tui import __version__, shipped

if TYPE_CHECKING:
    from tui.document.reader import Reading
    from tui.screens.opening import Beginning
    from tui.timeline.problems import Problem
    from tui.view.view import View

DONE: Final = 0
PROBLEMS: Final = 1
REFUSED: Final = 2
INTERRUPTED: Final = 130

STDIN: Final = "-"
DEFAULT: Final = "timeline.yaml"

# Below this a file is read sooner than an empty screen could be painted and painted over.
EAGER_BYTES: Final = 256 * 1024

_SUMMARY: Final = """\
Browse a timeline in the terminal. On the screen ? shows the keys and q quits.
FILE is a timeline in YAML, - is standard input; without it dateline takes
./timeline.yaml, or else the timeline that comes with it."""

_USAGE: Final = """dateline [FILE] [--at ID|DATE] [--theme NAME] [--no-mouse]
       dateline check [FILE ...] [--format text|json] [--strict]
       dateline list [FILE]
       dateline schema"""

_COMMANDS: Final = """commands:
  check               name every problem in a timeline, with its line and column
  list                print a timeline, one event a line
  schema              print the JSON Schema of the format, for editors
                      (a file of such a name is opened as ./check)

examples:
  dateline                              open ./timeline.yaml
  dateline war.yaml --at 2014-03        start at the first event from March 2014
  dateline check --strict war.yaml      fail on warnings, too
  dateline list war.yaml | grep minsk   search in a pipe"""


class Refused(Exception):  # noqa: N818, it is an answer rather than an error
    """What was asked for cannot be done; the message says so in one sentence."""


class Given(NamedTuple):
    """A timeline that was asked for: how to name it, and how to get at its bytes.

    `place` is where an editor would find it. `load` may be called again and again.
    """

    name: str
    place: str
    size: int
    load: Callable[[], bytes]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line, that of this process by default; returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _write_anything(sys.stdout)
    _write_anything(sys.stderr)
    command = COMMANDS.get(words[0]) if words else None
    try:
        return command(words[1:]) if command else browse(words)
    except Refused as refused:
        _complain(f"dateline: {_visible(str(refused))}")
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED


def browse(words: Sequence[str]) -> int:
    """`dateline [FILE]`: open a timeline on the screen; without a terminal, print it."""
    options = _parse_browse(words)
    from tui.terminal import guard  # dataclasses alone take longer than --help may

    around = guard.look(os.environ, sys.stdin, sys.stdout, sys.stderr)
    decision = guard.decide(around, piped=options.file == STDIN)
    if decision.refusal:
        # With standard error sent elsewhere, standard output is what the person sees.
        _complain(f"dateline: {decision.refusal}", sys.stderr if around.stderr else sys.stdout)
        return REFUSED
    _check_theme(options.theme)
    given = _find(options.file)
    if decision.listing:
        return _list(given)
    _check_start(given, options.at)
    if options.file == STDIN:
        try:
            guard.take_keys()
        except OSError as error:
            message = "there is no terminal to take keys from; save the timeline to a file first"
            raise Refused(message) from error
    guard.settle(decision, os.environ)
    return _show(given, options)


def _show(given: Given, options: argparse.Namespace) -> int:
    """Open a timeline on the screen."""
    from tui.ahead import ahead  # pickle, which --help has no use for
    from tui.terminal import guard, probe

    # What is made on the way to the first screen stays; looking through it for garbage would
    # cost a twentieth of the start. The screen turns the collector on again.
    gc.disable()
    begin = ahead(lambda: _beginning(given, options.at))
    with probe.Asking(os.environ) as asking:
        # Textual: after the environment is settled, and only for a screen
        from tui.app import run
        from tui.screens.opening import Opening

        try:
            beginning = begin()
        except OSError as error:
            raise Refused(f"{given.name}: {error.strerror or error}") from error
        opening = Opening(
            name=given.name,
            beginning=beginning,
            read=lambda: _first_view(given, options.at),
            theme=options.theme,
            mouse=options.mouse,
            terminal=asking.terminal(),
            stock_driver=guard.is_stock(os.environ),
        )
        return run(opening)


def _beginning(given: Given, at: str) -> "Beginning":
    """What the first paint needs of YAML: the themes, and the file unless it is a large one."""
    # YAML: while the screen's libraries load in the process that waits for this
    from tui import themes
    from tui.screens.opening import Beginning

    eager = given.size < EAGER_BYTES
    return Beginning(themes.shipped_palettes(), _first_view(given, at) if eager else None)


def _first_view(given: Given, at: str) -> "View":
    from tui.screens.first_view import first_view  # YAML, likewise

    return first_view(given.load(), at)


def check(words: Sequence[str]) -> int:
    """`dateline check`: every problem of every file, and a summary of each."""
    options = _parse_check(words)
    from tui.exchange import report

    code = DONE
    found: list[tuple[str, Problem]] = []
    for file in options.files or [None]:
        try:
            given = _find(file)
            problems, summary = _examine(given)
        except Refused as refused:
            _complain(f"dateline: {refused}")
            code = REFUSED
            continue
        found += [(given.place, problem) for problem in problems]
        if options.format == "text":
            _say(report.as_text(_visible(given.place), problems))
        _complain(summary)
        if any(options.strict or problem.severity == "error" for problem in problems):
            code = max(code, PROBLEMS)
    if options.format == "json":
        _say(report.as_json(found))
    return code


def list_events(words: Sequence[str]) -> int:
    """`dateline list`: one event a line."""
    return _list(_find(_parse_list(words).file))


def schema(words: Sequence[str]) -> int:
    """`dateline schema`: the JSON Schema of the format."""
    _parser("schema", "Print the JSON Schema of the timeline format.").parse_args(words)
    _say(Path(__file__).with_name("timeline.schema.json").read_text(encoding="utf-8"))
    return DONE


COMMANDS: Final[dict[str, Callable[[Sequence[str]], int]]] = {
    "check": check,
    "list": list_events,
    "schema": schema,
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(_visible(message))


def _parser(command: str, description: str, **more: str) -> _Parser:
    return _Parser(
        prog=f"dateline {command}".rstrip(),
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        **more,  # type: ignore[arg-type]  # usage and epilog are strings
    )


def _parse_browse(words: Sequence[str]) -> argparse.Namespace:
    parser = _parser("", _SUMMARY, usage=_USAGE, epilog=_COMMANDS)
    parser.add_argument("file", nargs="?", metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--at", default="", metavar="ID|DATE", help="start at this event or date")
    parser.add_argument("--theme", default="", metavar="NAME", help="use this theme")
    parser.add_argument(
        "--no-mouse", dest="mouse", action="store_false", help="leave the mouse to the terminal"
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    return parser.parse_args(words)


def _parse_check(words: Sequence[str]) -> argparse.Namespace:
    description = "Name every problem in a timeline: file:line:column: severity: message."
    epilog = "exit status: 0 no errors, 1 errors (--strict: or warnings), 2 unreadable"
    parser = _parser("check", description, epilog=epilog)
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="default: ./timeline.yaml, else the one that comes with it",
    )
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--strict", action="store_true", help="fail on warnings, too")
    return parser.parse_args(words)


def _parse_list(words: Sequence[str]) -> argparse.Namespace:
    parser = _parser("list", "Print a timeline, one event a line: date, id, title.")
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="default: ./timeline.yaml, else the one that comes with it",
    )
    return parser.parse_args(words)


def _find(file: str | None) -> Given:
    """The timeline that is meant."""
    if file == STDIN:
        if sys.stdin is None:
            raise Refused("standard input is closed")
        return _kept("<stdin>", sys.stdin.buffer.read())
    here = Path(file or DEFAULT)
    if file is None and not here.exists():
        return _at(shipped(DEFAULT), f"{DEFAULT} (shipped)")
    return _at(here, str(here))


def _at(path: Path, name: str) -> Given:
    from tui.document import disk

    try:
        size = disk.size(path)
        if size is None:
            return _kept(name, disk.load(path))
    except OSError as error:
        raise Refused(_why_unreadable(name, error)) from error
    return Given(name, str(path), size, lambda: disk.load(path))


def _kept(name: str, data: bytes) -> Given:
    """A timeline from a pipe: its bytes come but once, so they are kept."""
    return Given(name, name, len(data), lambda: data)


def _why_unreadable(file: str, error: OSError) -> str:
    name = _visible(file)
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder; name the file in it"
    if not isinstance(error, FileNotFoundError):
        return f"cannot read {name}: {(error.strerror or str(error)).lower()}"
    from difflib import get_close_matches  # only to guess what was meant

    meant = get_close_matches(file, COMMANDS, n=1)
    return f"there is no file {name}" + (f"; did you mean `dateline {meant[0]}`?" if meant else "")


def _check_theme(name: str) -> None:
    names = sorted(path.stem for path in shipped("themes").glob("*.yaml"))
    if name and name not in names:
        raise Refused(f"there is no theme {_visible(name)}; there are {', '.join(names)}")


def _check_start(given: Given, start: str) -> None:
    """Refuse to start where there is nothing; a date is always somewhere."""
    from tui.timeline import dates

    with suppress(dates.DateError):
        if not start or dates.parse(start):
            return
    reading = _try_read(given)
    # In a broken file the event may be what could not be read.
    if reading.timeline.event(start) is None and not reading.problems:
        raise Refused(f"--at {_visible(start)} is neither an event of {given.name} nor a date")


def _read(given: Given) -> "Reading":
    from tui.document import reader  # YAML

    return reader.read(given.load())


def _examine(given: Given) -> "tuple[list[Problem], str]":
    """The problems of a file by place, and its summary."""
    from tui.document import reader  # YAML
    from tui.exchange import report

    reading = _try_read(given)
    problems = sorted((*reading.problems, *reader.audit(reading)), key=lambda each: each.place)
    return problems, f"{_visible(given.name)}: {report.summary(reading.timeline, problems)}"


def _try_read(given: Given) -> "Reading":
    """The reading of a file that could be opened, and may still fail to be read (an I/O error)."""
    try:
        return _read(given)
    except OSError as error:
        raise Refused(_why_unreadable(given.name, error)) from error


def _list(given: Given) -> int:
    from tui.exchange import plain, report

    reading = _try_read(given)
    _say(plain.listing(reading.timeline.events))
    errors = sum(problem.severity == "error" for problem in reading.problems)
    if not errors:
        return DONE
    _complain(f"{_visible(given.name)}: {report.count(errors, 'error')}; see `dateline check`")
    return PROBLEMS


def _visible(text: str) -> str:
    """Text that moves no cursor: U+FFFD for what does not print, line breaks included."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)


def _write_anything(stream: TextIO | None) -> None:
    """Keep a stream from failing at a character.

    An ASCII stream belongs to a program without a locale and says nothing about the
    terminal; nearly every one reads UTF-8.
    """
    if isinstance(stream, io.TextIOWrapper):
        ascii_only = codecs.lookup(stream.encoding).name == "ascii"
        stream.reconfigure(encoding="utf-8" if ascii_only else None, errors="replace")


def _say(text: str) -> None:
    """Write to standard output."""
    if sys.stdout is None:
        raise Refused("standard output is closed")
    try:
        _write(sys.stdout, text)
    except OSError as error:
        raise Refused(f"cannot write: {(error.strerror or str(error)).lower()}") from error


def _complain(sentence: str, stream: TextIO | None = None) -> None:
    """Write to standard error, if it is there, or to a stream that a person sees."""
    stream = stream or sys.stderr
    if stream is not None:
        _write(stream, f"{sentence}\n")


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # Whoever closed the pipe has read enough; else the interpreter would try again at
        # its end, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
