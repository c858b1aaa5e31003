"""`dateline export`: what is presented as a handout, with its sources, in one file.

It never takes the place of the timeline, and of another file only when it is told to.
"""
# ruff: noqa: PLC0415

import io
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.cli import decks, files
from tui.cli.files import STDIN, Given
from tui.cli.options import FILE, Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import Refused, complain, reason, say, visible

if TYPE_CHECKING:
    from tui.exchange.handout import Handout

_STDOUT: Final = STDIN

_EPILOG = """formats:
  html    a page that loads nothing else, reads on any screen and prints well
  md      Markdown

What is for the speaker alone is in neither: what a tour has to say, and the
notes of events.

examples:
  dateline export --format html --tour first-look --output talk.html
  dateline export war.yaml --format md --filter 'thread:syria has:quote'

exit status: 0 done, 1 done and the file has errors, 2 not: no such tour, no
event, or a file that is there already"""


def parser() -> Parser:
    """What reads its words."""
    about = "Write what is presented as a handout, with its sources, in one file."
    made = parser_of("export", about, _EPILOG)
    made.take_file()
    made.add_argument("--format", choices=["md", "html"], required=True, help="see below")
    made.add_argument("--tour", metavar="ID", help=decks.TOUR_HELP)
    made.take_filter()
    made.add_argument("--output", metavar=FILE, help="the file to write; default: print it")
    made.add_argument("--force", action="store_true", help="write over a file that is there")
    return made


def run(options: Namespace) -> int:
    """Write the handout."""
    from tui.exchange import handout

    decks.check(options.tour, options.filter)
    given = files.find(options.file)
    reading = files.read(given)
    deck = decks.found(reading.timeline, options.tour, options.filter, given.name)
    made = handout.of_deck(reading.timeline, deck)
    text = _text(made, options.format)
    if options.output in (None, _STDOUT):
        _print(text)
    else:
        _write(Path(options.output), text, given, over_others=options.force)
        complain(f"{visible(options.output)} is written: {_counted(made)}")
    return files.verdict(given, reading)


def _text(made: "Handout", form: str) -> str:
    from tui.exchange import handout_html, handout_markdown

    if form == "html":
        return handout_html.document(made)
    return handout_markdown.document(made)


def _counted(made: "Handout") -> str:
    from tui.exchange.report import count

    return f"{count(len(made.leaves), 'slide')}, {count(len(made.sources), 'source')}"


def _print(text: str) -> None:
    """Print a document in UTF-8, which it says that it is in, whatever the locale has."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    say(text)


def _write(path: Path, text: str, given: Given, *, over_others: bool) -> None:
    """Write the file, or leave all as it is."""
    from tui.document import disk

    name = visible(str(path))
    if given.path and _is_same(path, given.path):
        raise Refused(f"{name} is the timeline itself; name another file")
    try:
        (disk.save if over_others else disk.create)(path, text.encode())
    except IsADirectoryError as error:
        raise Refused(f"{name} is a folder; name the file in it") from error
    except FileExistsError as error:
        if path.is_dir():
            raise Refused(f"{name} is a folder; name the file in it") from error
        raise Refused(f"{name} is there already; --force writes over it") from error
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not path.parent.is_dir():
            raise Refused(f"there is no folder {visible(str(path.parent))}") from error
        raise Refused(f"cannot write {name}: {reason(error)}") from error


def _is_same(path: Path, other: Path) -> bool:
    """Whether two names are of one file."""
    try:
        return path.samefile(other)
    except OSError:
        return False
