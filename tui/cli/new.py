"""`dateline new`: a timeline to start from, whose comments explain the format.

It never takes the place of a file that is there.
"""
# ruff: noqa: PLC0415

import os
from argparse import Namespace
from pathlib import Path
from typing import Final

import tui
from tui.cli.commands import COMMANDS
from tui.cli.files import DEFAULT, STDIN
from tui.cli.options import FILE, Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import DONE, Refused, complain, reason, say, visible

_SCHEMA: Final = "timeline.schema.json"

_EPILOG = """examples:
  dateline new
  dateline new --title "The war in the east" war.yaml
  dateline new - | less

exit status: 0 written, 2 not: the file is there already, or cannot be made"""


def parser() -> Parser:
    """What reads its words."""
    about = "Write a small timeline to start from, with comments that explain the format."
    made = parser_of("new", about, _EPILOG)
    made.add_argument(
        "file",
        nargs="?",
        default=DEFAULT,
        metavar=FILE,
        help="the file to write, never one that is there; default: ./timeline.yaml; - prints it",
    )
    made.add_argument("--title", metavar="TEXT", help="what the timeline is called")
    return made


def run(options: Namespace) -> int:
    """Write the timeline, and say what to do with it."""
    text = _text(options.title)
    if options.file == STDIN:
        say(text)
        return DONE
    path = Path(options.file)
    _write(path, text)
    complain(f"{visible(str(path))} is written; `dateline {_word(path)}` opens it")
    schema = path.with_name(_SCHEMA)
    if not os.path.lexists(schema):
        complain(f"`dateline schema > {_word(schema)}` has editors complete and explain it")
    return DONE


def _text(title: str | None) -> str:
    """The timeline, with a title if one is given."""
    from tui.document.editing import template
    from tui.document.reading import characters

    path = Path(tui.__file__).with_name("timeline.template.yaml")
    text = path.read_text(encoding="utf-8")
    if title is None:
        return text
    if not title.strip():
        raise Refused("--title: the title is empty")
    if not template.is_one_line(title):
        raise Refused(f"--title: control characters are not allowed: {characters.shown(title)}")
    return template.titled(text, title)


def _write(path: Path, text: str) -> None:
    """Make the file; whatever is there stays as it is."""
    from tui.document import disk

    name = visible(str(path))
    try:
        disk.create(path, text.encode())
    except FileExistsError as error:
        if path.is_dir():
            raise Refused(f"{name} is a folder; name the file in it") from error
        raise Refused(f"{name} is there already, and is left as it is") from error
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not path.parent.is_dir():
            raise Refused(f"there is no folder {visible(str(path.parent))}") from error
        raise Refused(f"cannot write {name}: {reason(error)}") from error


def _word(path: Path) -> str:
    """A file as a shell is to be told of it, so that it is taken for no command or option."""
    from shlex import quote

    name = str(path)
    plain = f"./{name}" if name in COMMANDS or name.startswith("-") else name
    return quote(visible(plain))
