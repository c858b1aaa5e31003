"""`dateline [FILE]`: opens a timeline on the screen; without a terminal, prints it."""
# ruff: noqa: PLC0415

import gc
import os
import sys
from argparse import SUPPRESS, Namespace
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui import __version__, shipped
from tui.cli import commands, files, listing, queries
from tui.cli.files import Given
from tui.cli.options import FILE, THEME, Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import REFUSED, Refused, complain, reason, visible

if TYPE_CHECKING:
    from tui.document.session import Session
    from tui.document.watch import Seen, Watch
    from tui.screens.opening import Beginning
    from tui.settings.preferences import Settings
    from tui.terminal.probe import Terminal
    from tui.timeline.problems import Problem
    from tui.timeline.records import Ref
    from tui.view.palette import Palette
    from tui.view.view import View

# Below this a file is read sooner than an empty screen could be painted and painted over.
EAGER_BYTES: Final = 256 * 1024

_SETTINGS: Final = "config.yaml"

_SUMMARY: Final = """\
Browse a timeline in the terminal. On the screen ? shows the keys and q quits.
FILE is a timeline in YAML, - is standard input; without it dateline takes
./timeline.yaml, or else the timeline that comes with it."""

_USAGE: Final = """dateline [FILE] [options]
       dateline COMMAND [options]"""

_EPILOG: Final = f"""commands (`dateline COMMAND --help` says more):
{commands.table()}
  a file that is called like one of them is opened as ./check

examples:
  dateline                              open ./timeline.yaml
  dateline war.yaml --at "March 2014"   start at the first event from then on
  dateline war.yaml --filter tag:minsk  show only what this finds
  dateline list war.yaml --format csv   print the events for a spreadsheet
  dateline check --strict war.yaml      fail on warnings, too

exit status: 0 done, 1 the file has problems, 2 it could not be read or the
request makes no sense, 130 interrupted"""


def parser() -> Parser:
    """What reads its words."""
    made = parser_of("", _SUMMARY, _EPILOG, _USAGE)
    made.add_argument("file", nargs="?", metavar=FILE, help=SUPPRESS)
    start = made.add_argument_group("where to start")
    start.add_argument("--at", default="", metavar="ID|DATE", help="at this event or date")
    start.add_argument(
        "--filter", default="", metavar="QUERY", help="with only what this finds: actor:putin"
    )
    start.add_argument("--fresh", action="store_true", help="not where you left it last time")
    look = made.add_argument_group("how it looks and acts")
    look.add_argument("--theme", default="", metavar=THEME, help="use this theme")
    look.add_argument("--ascii", action="store_true", help="draw with ASCII alone")
    look.add_argument(
        "--no-mouse", dest="mouse", action="store_false", help="leave the mouse to the terminal"
    )
    look.add_argument("--read-only", action="store_true", help="change nothing in the file")
    made.add_argument("--version", action="version", version=f"dateline {__version__}")
    return made


def run(options: Namespace) -> int:
    """Open a timeline on the screen, or print it."""
    from tui.terminal import guard  # dataclasses alone take longer than --help may

    around = guard.look(os.environ, sys.stdin, sys.stdout, sys.stderr)
    decision = guard.decide(around, piped=options.file == files.STDIN)
    if decision.refusal:
        # With standard error sent elsewhere, standard output is what the person sees.
        complain(f"dateline: {decision.refusal}", sys.stderr if around.stderr else sys.stdout)
        return REFUSED
    _check_theme(options.theme)
    queries.check(options.filter)
    given = files.find(options.file)
    if decision.listing:
        return listing.listed(given, options.filter)
    options.at = _start(given, options.at)
    if options.file == files.STDIN:
        try:
            guard.take_keys()
        except OSError as error:
            message = "there is no terminal to take keys from; save the timeline to a file first"
            raise Refused(message) from error
    options.ascii = options.ascii or decision.ascii
    guard.settle(decision, os.environ)
    return _show(given, options)


def _show(given: Given, options: Namespace) -> int:
    """Open a timeline on the screen."""
    from tui.ahead import ahead  # pickle, which --help has no use for
    from tui.terminal import guard, probe

    # What is made on the way to the first screen stays; looking through it for garbage would
    # cost a twentieth of the start. The screen turns the collector on again.
    gc.disable()
    eye = _Eye(given)
    begin = ahead(lambda: _beginning(eye, options))
    with probe.Asking(os.environ) as asking:
        # Textual: after the environment is settled, and only for a screen
        from tui.app import run as show
        from tui.document.session import state_folder
        from tui.screens.opening import Opening

        try:
            beginning = begin()
        except OSError as error:
            raise Refused(f"{given.name}: {reason(error)}") from error
        terminal, settings = asking.terminal(), beginning.settings
        opening = Opening(
            name=given.name,
            beginning=beginning,
            read=lambda: _first_view(eye, options, beginning.session),
            theme=_theme(options.theme, beginning),
            mouse=options.mouse and settings.mouse,
            terminal=terminal,
            stock_driver=guard.is_stock(os.environ),
            path=given.path,
            state_folder=state_folder(os.environ),
            fresh=options.fresh,
            locked=_lock(given, options),
            is_shipped=given.is_shipped,
            ascii=_is_ascii(options, settings, terminal),
            rtl=settings.rtl,
            block=lambda ref: _block(given, ref),
            watch=lambda: eye.watch(beginning.seen),
            environment=os.environ,
        )
        return show(opening)


class _Eye:
    """Reads the file, and remembers what it was like then, so that a change is noticed."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.seen: Seen | None = None

    def load(self) -> bytes:
        """The bytes of the file as they are now. Raises OSError."""
        if self.given.path is None:
            return self.given.load()
        from tui.document import watch

        data, self.seen = watch.look(self.given.path)
        return data

    def watch(self, seen: "Seen | None") -> "Watch | None":
        """What looks for changes since the file was read, here or, as told, in another process."""
        from tui.document.watch import Watch

        last = self.seen or seen
        return Watch(self.given.path, last) if self.given.path and last else None


def _beginning(eye: _Eye, options: Namespace) -> "Beginning":
    """What the first paint needs of YAML: the themes, and the file unless it is a large one."""
    # YAML: while the screen's libraries load in the process that waits for this
    from tui import themes
    from tui.screens.opening import Beginning

    folder = _config_folder()
    palettes, mistakes = themes.palettes(folder / themes.FOLDER)
    session = _session(eye.given, options)
    eager = eye.given.size < EAGER_BYTES
    view = _first_view(eye, options, session) if eager else None
    settings, troubles = _settings(folder, palettes)
    return Beginning(palettes, view, settings, (*troubles, *mistakes), session, eye.seen)


def _session(given: Given, options: Namespace) -> "Session":
    """What was kept of the last time, unless a fresh start is asked for."""
    from tui.document import session

    if given.path is None or options.fresh:
        return session.Session()
    return session.load(session.state_folder(os.environ), given.path)


def _settings(
    folder: Path, palettes: "tuple[Palette, ...]"
) -> "tuple[Settings, tuple[Problem, ...]]":
    """What the user prefers, and what is wrong with how they say it."""
    path = folder / _SETTINGS
    from tui.settings.preferences import Settings

    if not os.path.lexists(path):
        return Settings(), ()
    from tui.settings import settings  # its own milliseconds, for those who have settings
    from tui.timeline.problems import Problem

    found, problems = settings.load(path)
    troubles = [each._replace(message=f"{_SETTINGS}: {each.message}") for each in problems]
    names = [palette.name for palette in palettes]
    if found.theme and found.theme not in names:
        message = f"{_SETTINGS}: {_no_theme(found.theme, names)}"
        troubles.append(Problem("error", message, 1, 1, field="theme"))
    return found, tuple(troubles)


def _theme(asked: str, beginning: "Beginning") -> str:
    """The theme to show: the one that was asked for, else that of the settings, if it is there."""
    names = [palette.name for palette in beginning.palettes]
    if asked and asked not in names:
        raise Refused(f"the theme {visible(asked)} has mistakes; `dateline doctor` names them")
    wanted = (asked, beginning.session.theme, beginning.settings.theme)
    return next((name for name in wanted if name in names), "")


def _is_ascii(options: Namespace, settings: "Settings", terminal: "Terminal") -> bool:
    """Whether to draw with ASCII alone: as asked, else as set, else as the terminal needs."""
    if options.ascii or settings.ascii is None:
        return options.ascii or not terminal.utf8
    return settings.ascii


def _first_view(eye: _Eye, options: Namespace, session: "Session") -> "View":
    from tui.screens.first_view import first_view  # YAML, likewise
    from tui.screens.keeping import taken_up
    from tui.view import pins

    view = first_view(eye.load(), options.at)
    if options.filter:
        chips = (pins.filter_chip(options.filter),)
        return pins.with_chips(taken_up(view, session._replace(chips=()), moves=False), chips)
    return taken_up(view, session, moves=not options.at)


def _lock(given: Given, options: Namespace) -> str:
    """Why the file must stay as it is, "" where it can be edited."""
    if given.is_shipped:
        copies = "{save} saves a copy of your own"
        return f"This timeline came with dateline and stays as it is; {copies}."
    if given.path is None:
        return "What comes from a pipe cannot be edited; save it to a file first."
    return "Nothing is edited: dateline was started with --read-only." if options.read_only else ""


def _block(given: Given, ref: "Ref") -> str:
    """A record as it is written in the file now."""
    from tui.document import reader
    from tui.document.editing import block

    data = given.load()
    return block.block(data, reader.read(data), ref)


def _check_theme(name: str) -> None:
    """Refuse a theme of which there is no file."""
    if not name:
        return
    names = sorted(path.stem for path in shipped("themes").glob("*.yaml"))
    with suppress(OSError):  # the user's folder may be one that may not be seen
        names += sorted(path.stem for path in (_config_folder() / "themes").glob("*.yaml"))
    if name not in names:
        raise Refused(_no_theme(visible(name), names))


def _no_theme(name: str, names: list[str]) -> str:
    return f"there is no theme {name}; there are {', '.join(dict.fromkeys(names))}"


def _config_folder() -> Path:
    """Where the settings and the themes of the user are."""
    from tui.document import disk

    return disk.own_folder(os.environ, "XDG_CONFIG_HOME", ".config")


def _start(given: Given, at: str) -> str:
    """Where to start, an id or a date in EDTF; what is neither is refused."""
    if not at:
        return at
    from tui.timeline import dates, dates_asked

    with suppress(dates.DateError):
        dates.parse(at)
        return at
    reading = files.read(given)
    if reading.timeline.event(at):
        return at
    try:
        return dates.to_edtf(dates_asked.asked(at))
    except dates.DateError as error:
        if dates_asked.readings(at):
            raise Refused(f"--at {error}; say which") from error
        # In a broken file the event may be what could not be read.
        if reading.problems:
            return at
        from tui.document.reading.spelling import Spelling

        known = reading.timeline.positions("event")
        advice = Spelling().advice(at, known, "event") or (f" ({error})" if " " in at else "")
        message = f"--at {visible(at)} is neither an event of {given.name} nor a date{advice}"
        raise Refused(message) from error
