"""`dateline check`: every problem of every file, and a summary of each.

Problems go to standard output in the form asked for, summaries to standard error.
"""
# ruff: noqa: PLC0415

import os
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.cli import files
from tui.cli.files import Given
from tui.cli.options import FOLDER, Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import DONE, PROBLEMS, REFUSED, Refused, complain, reason, refuse, say, visible

if TYPE_CHECKING:
    from tui.timeline.problems import Problem
    from tui.timeline.timeline import Timeline

_EPILOG = """formats:
  text    file:line:column: severity: message, as compilers write it
  json    an array of problems
  github  annotations beside the lines, in a workflow of GitHub Actions

examples:
  dateline check
  dateline check --strict --format github *.yaml
  dateline check war.yaml --quotes sources/    with sources/nyt-2014.txt, say

exit status: 0 no errors, 1 errors (--strict: or warnings), 2 unreadable"""


class _Copies(NamedTuple):
    """A folder of plain text copies of sources, and what they say, by the ids of the sources."""

    folder: str
    texts: Mapping[str, str]


def parser() -> Parser:
    """What reads its words."""
    about = "Name every problem in a timeline: file:line:column: severity: message."
    made = parser_of("check", about, _EPILOG)
    made.take_file(several=True)
    made.add_argument(
        "--format", choices=["text", "json", "github"], default="text", help="default: text"
    )
    made.add_argument("--strict", action="store_true", help="fail on warnings, too")
    made.add_argument(
        "--quotes",
        metavar=FOLDER,
        help="look for each quote, word for word, in the copy of its source there: ID.txt",
    )
    return made


def run(options: Namespace) -> int:
    """Name the problems of every file."""
    from tui.exchange import report

    copies = None if options.quotes is None else _copies(options.quotes)
    code = DONE
    found: list[tuple[str, Problem]] = []
    for file in options.files or [None]:
        try:
            given = files.find(file)
            problems, summary = _examine(given, copies)
        except Refused as refused:
            refuse(refused)
            code = REFUSED
            continue
        found += [(given.place, problem) for problem in problems]
        _print(given, problems, options.format)
        complain(summary)
        if any(options.strict or problem.severity == "error" for problem in problems):
            code = max(code, PROBLEMS)
    if options.format == "json":
        say(report.as_json(found))
    return code


def _print(given: Given, problems: "list[Problem]", form: str) -> None:
    """Print the problems of a file where the form is one that takes file after file."""
    from tui.exchange import github, report

    if form == "text":
        say(report.as_text(visible(given.place), problems))
    elif form == "github":
        say(github.annotations(visible(given.place), problems))


def _examine(given: Given, copies: _Copies | None) -> "tuple[list[Problem], str]":
    """The problems of a file by place, and its summary."""
    from tui.document import reader  # YAML
    from tui.exchange import report

    reading = files.read(given)
    found = [*reading.problems, *reader.audit(reading)]
    compared = ""
    if copies:
        found += reader.compare(reading, copies.texts)
        compared = f"; {_compared(reading.timeline, copies)}"
    problems = sorted(found, key=lambda each: each.place)
    summary = report.summary(reading.timeline, problems)
    return problems, visible(f"{given.name}: {summary}{compared}")


def _compared(timeline: "Timeline", copies: _Copies) -> str:
    """How many quotes there were copies for, so that a folder of none passes for no proof."""
    from tui.exchange import report
    from tui.timeline import quotes

    covered = quotes.covered(timeline, copies.texts)
    of_all = f"{covered} of {report.count(len(timeline.quotes), 'quote')} compared"
    return f"{of_all} with {report.count(len(copies.texts), 'text')} in {copies.folder}"


def _copies(folder: str) -> _Copies:
    """The texts in a folder, each by its name without the ending."""
    if not os.path.isdir(folder):  # noqa: PTH112, a path may not even tell that it may not be seen
        raise Refused(f"--quotes: there is no folder {visible(folder)}")
    try:
        texts = {
            each.stem: each.read_bytes().decode("utf-8-sig", "replace")
            for each in sorted(Path(folder).glob("*.txt"))
        }
    except OSError as error:
        raise Refused(
            f"--quotes: cannot read {visible(error.filename)}: {reason(error)}"
        ) from error
    return _Copies(folder, texts)
