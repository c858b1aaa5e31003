"""`dateline doctor`: what the terminal can do, and whether all that dateline needs is in place.

A fact a line, in columns; `!` begins a line that names something wrong.
"""
# ruff: noqa: PLC0415

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import tui
from tui.cli.options import Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import DONE, PROBLEMS, complain, say, visible

if TYPE_CHECKING:
    from tui.terminal.probe import Terminal

_EPILOG = """Put what it prints into a report of a mistake: it names no more than you see.

exit status: 0 all is well, 1 something is not: the lines that begin with !"""

_LIBRARIES: Final = ("textual", "rich", "pyyaml", "python-dateutil")
_LOCALE: Final = ("LC_ALL", "LC_CTYPE", "LANG")
_ROUTES: Final = {"tmux": "tmux", "OSC 52": "the terminal itself (OSC 52)"}


class Fact(NamedTuple):
    """Something that is so, under a name; `is_wrong` where it keeps something from working."""

    name: str
    value: str
    is_wrong: bool = False


def parser() -> Parser:
    """What reads its words."""
    about = "Say what the terminal can do, and whether all that dateline needs is in place."
    return parser_of("doctor", about, _EPILOG)


def run(_options: Namespace) -> int:
    """Print all facts."""
    from tui.exchange import report
    from tui.terminal import probe

    with probe.Asking(os.environ) as asking:
        terminal = asking.terminal()
    facts = [*_versions(), *_of_terminal(terminal), *_of_folders(os.environ)]
    width = max(len(fact.name) for fact in facts)
    lines = (f"{'!' if each.is_wrong else ' '} {each.name:{width}}  {each.value}" for each in facts)
    say("".join(f"{visible(line)}\n" for line in lines))
    wrong = sum(fact.is_wrong for fact in facts)
    complain(report.count(wrong, "problem") if wrong else "no problems")
    return PROBLEMS if wrong else DONE


def _versions() -> Iterator[Fact]:
    from importlib import metadata

    yield Fact("dateline", f"{tui.__version__} in {Path(tui.__file__).parent}")
    yield Fact("Python", f"{sys.version.partition(' ')[0]} at {sys.executable}")
    for name in _LIBRARIES:
        try:
            yield Fact(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Fact(name, "is not installed", is_wrong=True)
    import yaml

    fast = bool(getattr(yaml, "__with_libyaml__", False))
    how = "with its parser in C" if fast else "in Python alone: files open several times slower"
    yield Fact("YAML", how, is_wrong=not fast)


def _of_terminal(terminal: "Terminal") -> Iterator[Fact]:
    from tui.terminal import guard

    around = guard.look(os.environ, sys.stdin, sys.stdout, sys.stderr)
    decision = guard.decide(around)
    if decision.listing:
        yield Fact("screen", "none here: standard output is not a terminal")
    else:
        why = decision.refusal
        yield Fact("screen", why or "can be shown", is_wrong=bool(why))
    yield Fact("terminal", _name(os.environ))
    if not decision.listing:
        yield _size()
    yield Fact("colours", terminal.colours.name.lower())
    grounds = {None: "it does not say", True: "light", False: "dark"}
    yield Fact("background", grounds[terminal.is_light])
    yield Fact("updates", "synchronised" if terminal.sync else "not known to be synchronised")
    drawn = ", so the screen is drawn in ASCII" if decision.ascii else ""
    yield Fact("encoding", f"{getattr(sys.stdout, 'encoding', '') or 'none'}{drawn}")
    said = next((f"{name}={os.environ[name]}" for name in _LOCALE if os.environ.get(name)), "")
    says_utf8 = terminal.utf8
    yield Fact("locale", f"{said or 'not set'}{'' if says_utf8 else ', which is not UTF-8'}")


def _name(environment: Mapping[str, str]) -> str:
    """What the terminal is called, and what it is reached through."""
    from tui.terminal import clipboard

    program = environment.get("TERM_PROGRAM", "")
    version = environment.get("TERM_PROGRAM_VERSION", "")
    through = (
        ("tmux", bool(environment.get("TMUX"))),
        ("GNU screen", bool(environment.get("STY"))),
        ("SSH", clipboard.is_far(environment)),
    )
    parts = [environment.get("TERM") or "TERM is not set", f"{program} {version}".strip()]
    parts += [f"through {name}" for name, is_so in through if is_so]
    return ", ".join(part for part in parts if part)


def _size() -> Fact:
    from tui.view.layout import SMALLEST

    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return Fact("size", "not known")
    too_small = columns < SMALLEST[0] or rows < SMALLEST[1]
    needs = f"; a screen needs {SMALLEST[0]}x{SMALLEST[1]}" if too_small else ""
    return Fact("size", f"{columns}x{rows}{needs}", is_wrong=too_small)


def _of_folders(environment: Mapping[str, str]) -> Iterator[Fact]:
    """What is the user's own: settings, themes, state, and where a copied text would go."""
    from tui.document import session

    yield from _settings(environment)
    state = session.state_folder(environment)
    yield _writable("state", state)
    yield Fact("clipboard", _clipboard(environment, state))


def _settings(environment: Mapping[str, str]) -> Iterator[Fact]:
    from tui import themes
    from tui.settings import settings

    path = settings.config_folder(environment) / settings.FILE
    found, troubles = settings.load(path)
    yield Fact("settings", str(path) if os.path.lexists(path) else f"{path}, which is not there")
    for trouble in troubles:
        place = f"{path}:{trouble.line}:{trouble.column}"
        yield Fact("settings", f"{place}: {trouble.severity}: {trouble.message}", is_wrong=True)
    folder = path.parent / themes.FOLDER
    palettes, mistakes = themes.palettes(folder)
    names = [palette.name for palette in palettes]
    yield Fact("themes", f"{', '.join(names)}; your own go into {folder}")
    for mistake in mistakes:
        place = f"{folder}, line {mistake.line}, column {mistake.column}"
        yield Fact("themes", f"{place}: {mistake.message}", is_wrong=True)
    if found.theme and found.theme not in names:
        yield Fact("themes", f"{path}: there is no theme {found.theme}", is_wrong=True)


def _writable(name: str, folder: Path) -> Fact:
    """Whether a folder, or else the nearest above it that there is, may be written to."""
    # Of what may not be seen, a path would not say that it is not there.
    there = next(each for each in (folder, *folder.parents) if os.path.exists(each))  # noqa: PTH110
    if not there.is_dir():
        return Fact(name, f"{folder}: {there} is not a folder", is_wrong=True)
    if not os.access(there, os.W_OK | os.X_OK):
        return Fact(name, f"{folder}: {there} may not be written to", is_wrong=True)
    return Fact(name, str(folder) if there == folder else f"{folder}, made when needed")


def _clipboard(environment: Mapping[str, str], state: Path) -> str:
    """The route that a copied text would take: the first of which nothing is known against it."""
    from shutil import which

    from tui.terminal import clipboard

    copied = clipboard.copy(
        "text",
        environment,
        write=lambda _: None,
        run=lambda *_: True,
        which=which,
        state_folder=Path(os.devnull),  # no folder: nothing is written
    )
    return _ROUTES.get(copied.route, copied.route) or f"none; the file {state / clipboard.FILE}"
