"""Opening a screen: what every command does that shows a timeline on one.

It decides what the terminal can do, reads what the first paint needs, and shows it.
"""
# ruff: noqa: PLC0415

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui import shipped
from tui.cli import files, queries
from tui.cli.files import Given
from tui.cli.options import THEME, Parser
from tui.cli.says import Refused, reason, visible

if TYPE_CHECKING:
    from argparse import _ArgumentGroup

    from tui.app import First
    from tui.document.session import Session
    from tui.document.watch import Seen, Watch
    from tui.screens.opening import Beginning, TalkAsked
    from tui.settings.preferences import Settings
    from tui.share.place import Place
    from tui.terminal.guard import Guard
    from tui.terminal.probe import Terminal
    from tui.timeline.problems import Problem
    from tui.timeline.records import Ref
    from tui.view.palette import Palette
    from tui.view.view import View

# Below this a file is read sooner than an empty screen could be painted and painted over.
EAGER_BYTES: Final = 256 * 1024

_SETTINGS: Final = "config.yaml"


def take_look(made: Parser) -> "_ArgumentGroup":
    """Take what says how a screen looks and acts."""
    look = made.add_argument_group("how it looks and acts")
    look.add_argument("--theme", default="", metavar=THEME, help="use this theme")
    look.add_argument("--ascii", action="store_true", help="draw with ASCII alone")
    look.add_argument(
        "--no-mouse", dest="mouse", action="store_false", help="leave the mouse to the terminal"
    )
    return look


def decided(options: Namespace) -> "Guard":
    """What can be done where the program was started; where nothing can it is refused."""
    from tui.terminal import guard  # which --help has no use for

    around = guard.look(os.environ, sys.stdin, sys.stdout, sys.stderr)
    decision = guard.decide(around, piped=options.file == files.STDIN)
    if decision.refusal:
        # With standard error sent elsewhere, standard output is what the person sees.
        raise Refused(decision.refusal, stream=sys.stderr if around.stderr else sys.stdout)
    _check_theme(options.theme, own=not getattr(options, "locked", False))
    queries.check(options.filter)
    return decision


def show(
    given: Given,
    options: Namespace,
    decision: "Guard",
    talk: "Callable[[View], TalkAsked] | None" = None,
) -> int:
    """Open a timeline on the screen.

    Args:
        given: The timeline.
        options: What was asked for.
        decision: What the terminal can do.
        talk: Gives the talk to show of what was read, or refuses it; None to show the panes.
    """
    from tui.terminal import guard

    if options.file == files.STDIN:
        try:
            guard.take_keys()
        except OSError as error:
            message = "there is no terminal to take keys from; save the timeline to a file first"
            raise Refused(message) from error
    options.ascii = options.ascii or decision.ascii
    guard.settle(decision, os.environ)
    return _opened(given, options, talk)


def _opened(given: Given, options: Namespace, talk: "Callable[[View], TalkAsked] | None") -> int:
    from tui.ahead import ahead  # pickle, which --help has no use for
    from tui.terminal import guard, probe

    # What is made on the way to the first screen stays; looking through it for garbage would
    # cost a twentieth of the start. The screen turns the collector on again.
    gc.disable()
    eye = _Eye(given)
    begin = ahead(lambda: _beginning(eye, options, is_talk=talk is not None))
    with probe.Asking(os.environ) as asking:
        # Textual: after the environment is settled, and only for a screen
        from tui.app import run
        from tui.document.session import state_folder
        from tui.screens.opening import Opening

        try:
            beginning = begin()
        except OSError as error:
            raise Refused(f"{given.name}: {reason(error)}") from error
        asked = talk(beginning.view) if talk and beginning.view else None
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
            talk=asked,
            place=_place(given, options),
        )
        return run(opening)


def follow(options: Namespace, decision: "Guard", first: "First") -> int:
    """Open a screen of another timeline than a file has.

    Args:
        options: What was asked for.
        decision: What the terminal can do.
        first: Makes the screen.
    """
    from tui import themes
    from tui.terminal import guard, probe

    options.ascii = options.ascii or decision.ascii
    guard.settle(decision, os.environ)
    with probe.Asking(os.environ) as asking:
        # Textual: after the environment is settled, and only for a screen
        from tui.app import run
        from tui.screens.opening import Beginning, Opening
        from tui.settings.preferences import Settings

        own = None if options.locked else _config_folder()
        palettes, _ = themes.palettes(own and own / themes.FOLDER)
        settings = _settings(own, palettes)[0] if own else Settings()
        beginning = Beginning(palettes, settings=settings)
        terminal = asking.terminal()
        opening = Opening(
            name="",
            beginning=beginning,
            read=_nothing_to_read,
            theme=_theme(options.theme, beginning),
            mouse=options.mouse and settings.mouse,
            terminal=terminal,
            stock_driver=guard.is_stock(os.environ),
            ascii=_is_ascii(options, settings, terminal),
            rtl=settings.rtl,
            environment=os.environ,
            is_guest=options.locked,
        )
        return run(opening, first)


def _place(given: Given, options: Namespace) -> "Callable[[], Place] | None":
    """Where others find a talk on a file: as asked, else in a folder that only we may enter."""
    asked, group = getattr(options, "socket", ""), getattr(options, "group", "")
    path = given.path
    if path is None and not asked:
        return None

    def place() -> "Place":
        from tui.share import place as places

        private = sockets()
        if asked:
            return places.open_place(Path(asked), group, private)
        return places.private_place(private, path or Path())

    return place


def sockets() -> Path:
    """The folder for the sockets of talks that only we may follow."""
    from tempfile import gettempdir

    from tui.share.place import private_folder

    return private_folder(os.environ, Path(gettempdir()))


def _nothing_to_read() -> "View":
    raise FileNotFoundError


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


def _beginning(eye: _Eye, options: Namespace, *, is_talk: bool) -> "Beginning":
    """What the first paint needs of YAML: the themes, and the file unless it is a large one.

    A talk shows nothing before it is read, however large, and no filter of the last time.
    """
    # YAML: while the screen's libraries load in the process that waits for this
    from tui import themes
    from tui.screens.opening import Beginning

    folder = _config_folder()
    palettes, mistakes = themes.palettes(folder / themes.FOLDER)
    session = _session(eye.given, options)
    shown = session._replace(chips=()) if is_talk else session
    eager = is_talk or eye.given.size < EAGER_BYTES
    view = _first_view(eye, options, shown) if eager else None
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


def _check_theme(name: str, *, own: bool) -> None:
    """Refuse a theme of which there is no file; whether those of the user count is `own`."""
    if not name:
        return
    names = sorted(path.stem for path in shipped("themes").glob("*.yaml"))
    if own:
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
