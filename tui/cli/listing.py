"""`dateline list`: the events of a timeline, or those that a query finds, in a form of your choice.

Into a pipe it is one event a line; on a terminal a table that fits it.
"""
# ruff: noqa: PLC0415

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli import files, queries
from tui.cli.files import Given
from tui.cli.options import Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import columns, say

if TYPE_CHECKING:
    from tui.timeline.timeline import Timeline

_EPILOG = """formats:
  plain   date, id and title, nothing cut; the default in a pipe
  table   with threads and marks, fitted; the default on a terminal
  json    an array of events with all their fields
  csv     a header and one event a line
  md      a list under each year, in Markdown

examples:
  dateline list --filter 'actor:putin on:2014'
  dateline list war.yaml --filter '-has:source' --format csv

exit status: 0 listed, 1 listed and the file has errors, 2 unreadable"""


def parser() -> Parser:
    """What reads its words."""
    made = parser_of("list", "Print the events of a timeline.", _EPILOG)
    made.take_file()
    made.take_filter()
    made.add_argument(
        "--format",
        choices=["plain", "table", "json", "csv", "md"],
        help="default: table on a terminal, else plain",
    )
    return made


def run(options: Namespace) -> int:
    """Print the events."""
    queries.check(options.filter)
    form = options.format or ("plain" if columns() is None else "table")
    return listed(files.find(options.file), options.filter, form)


def listed(given: Given, query: str, form: str = "plain") -> int:
    """Print the events of a file that a query finds; gives the exit code."""
    reading = files.read(given)
    positions = queries.found(reading.timeline, query, given.name)
    say(_printed(reading.timeline, positions, form))
    return files.verdict(given, reading)


def _printed(timeline: "Timeline", positions: Sequence[int], form: str) -> str:
    from tui.exchange import as_json, markdown, plain, separated, table

    match form:
        case "table":
            return table.listing(timeline, positions, columns())
        case "json":
            return as_json.listing(timeline, positions)
        case "csv":
            return separated.listing(timeline, positions)
        case "md":
            return markdown.listing(timeline, positions)
    return plain.listing([timeline.events[at] for at in positions])
