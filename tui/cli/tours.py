"""`dateline tours`: the tours of a timeline, and how long each takes to tell."""
# ruff: noqa: PLC0415

from argparse import Namespace

from tui.cli import files
from tui.cli.options import Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import complain, say, visible

_EPILOG = """How long a tour takes is an estimate: what it has to say, at 130 words a minute.

exit status: 0 listed, 1 listed and the file has errors, 2 unreadable"""

_NONE = (
    "there is no tour in it; to make one, write `tours:` at the end of the file, below it an id "
    "with a `title:` and `steps:`, and in each step an `event:` and what to `say:`"
)


def parser() -> Parser:
    """What reads its words."""
    made = parser_of("tours", "Print the tours of a timeline: id, steps, time, title.", _EPILOG)
    made.take_file()
    made.add_argument("--format", choices=["text", "json"], default="text", help="default: text")
    return made


def run(options: Namespace) -> int:
    """Print the tours."""
    from tui.exchange import as_json, tours

    given = files.find(options.file)
    reading = files.read(given)
    timeline = reading.timeline
    say(as_json.tours(timeline) if options.format == "json" else tours.listing(timeline))
    if not timeline.tours:
        complain(f"{visible(given.name)}: {_NONE}")
    return files.verdict(given, reading)
