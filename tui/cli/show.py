"""`dateline show`: all that a timeline says of what has an id, as Detail shows it.

Ids are unique among one kind only: where several kinds have one, each of them is printed.
"""
# ruff: noqa: PLC0415

from argparse import Namespace
from typing import TYPE_CHECKING, get_args

from tui.cli import files
from tui.cli.files import Given
from tui.cli.options import Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import Refused, columns, say, visible

if TYPE_CHECKING:
    from tui.timeline.records import Ref
    from tui.timeline.timeline import Timeline

_EPILOG = """examples:
  dateline show sochi-2018              an event with its quotes and claims
  dateline show putin war.yaml          an actor with its events and quotes
  dateline show sochi-2018 --format md  to paste it

exit status: 0 shown, 1 shown and the file has errors, 2 nothing has that id"""


def parser() -> Parser:
    """What reads its words."""
    about = "Print all that a timeline says of one event, actor, source, quote or claim."
    made = parser_of("show", about, _EPILOG)
    made.add_argument("id", metavar="ID", help="as `dateline list` and the file have it")
    made.take_file()
    made.add_argument(
        "--format",
        choices=["text", "table", "json", "csv", "md"],
        default="text",
        help="default: text",
    )
    return made


def run(options: Namespace) -> int:
    """Print the records."""
    from tui.exchange import prose

    given = files.find(options.file)
    reading = files.read(given)
    refs = prose.find_any(reading.timeline, options.id)
    if not refs:
        raise Refused(_nothing(given, reading.timeline, options.id))
    say(_printed(reading.timeline, refs, options.format))
    return files.verdict(given, reading)


def _printed(timeline: "Timeline", refs: "tuple[Ref, ...]", form: str) -> str:
    from tui.exchange import as_json, markdown, prose, separated
    from tui.view.page import MEASURE

    match form:
        case "json":
            return as_json.records(timeline, refs)
        case "csv":
            return "\r\n".join(separated.record(timeline, ref) for ref in refs)
        case "md":
            return "\n".join(markdown.record(timeline, ref) for ref in refs)
    width = min(columns() or MEASURE, MEASURE)
    set_in = prose.table if form == "table" else prose.record
    return "\n".join(set_in(timeline, ref, width) for ref in refs)


def _nothing(given: Given, timeline: "Timeline", record_id: str) -> str:
    """That nothing has an id, and what does that is like it."""
    from tui.document.reading.spelling import Spelling
    from tui.timeline.timeline import Listed

    ids = dict.fromkeys(each for kind in get_args(Listed) for each in timeline.positions(kind))
    advice = Spelling().advice(record_id, ids, "id")
    return f"{visible(given.name)}: nothing has the id {visible(record_id)}{advice}"
