"""`dateline [FILE]`: opens a timeline on the screen; without a terminal, prints it."""
# ruff: noqa: PLC0415

from argparse import SUPPRESS, Namespace
from contextlib import suppress
from typing import Final

from tui import __version__
from tui.cli import commands, files, listing, screen
from tui.cli.files import Given
from tui.cli.options import FILE, Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import Refused, visible

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
    look = screen.take_look(made)
    look.add_argument("--read-only", action="store_true", help="change nothing in the file")
    made.add_argument("--version", action="version", version=f"dateline {__version__}")
    return made


def run(options: Namespace) -> int:
    """Open a timeline on the screen, or print it."""
    decision = screen.decided(options)
    given = files.find(options.file)
    if decision.listing:
        return listing.listed(given, options.filter)
    options.at = _start(given, options.at)
    return screen.show(given, options, decision)


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
