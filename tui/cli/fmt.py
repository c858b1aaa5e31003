"""`dateline fmt`: events in the order of their dates, and prose with one sentence a line.

It reports both; what it mends, when it is told to, is the order alone.
"""
# ruff: noqa: PLC0415

from argparse import Namespace
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from tui.cli import files
from tui.cli.options import Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import DONE, PROBLEMS, Refused, complain, say, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.cli.files import Given
    from tui.document.document import Document
    from tui.timeline.problems import Problem

_EPILOG = """Without --write it only reports, as file:line:column: warning: message: events
that do not stand where their dates belong, and folded prose (>) with several
sentences on a line, or a sentence over several lines.

--write moves whole events with the comments that touch them, and changes no
other line. A heading such as # ---- 2014 ----, with a blank line below, stays,
and an event goes below that of its year.

examples:
  dateline fmt
  dateline fmt --write war.yaml

exit status: 0 in order, or written, 1 something was reported, 2 unreadable"""


def parser() -> Parser:
    """What reads its words."""
    about = "Name events that are not in order of date, and prose not in a sentence a line."
    made = parser_of("fmt", about, _EPILOG)
    made.take_file()
    how = made.add_mutually_exclusive_group()
    how.add_argument("--check", action="store_true", help="report only, as it does by itself")
    how.add_argument("--write", action="store_true", help="put the events in order")
    return made


def run(options: Namespace) -> int:
    """Report what is not in order, or put it in order."""
    from tui.document.document import opened
    from tui.document.editing.piece import EditError

    given = files.changeable(options.file) if options.write else files.find(options.file)
    data = files.load(given)
    try:
        document = opened(data)
        if options.write:
            return _write(given, data, document)
        found = sorted(_found(document), key=lambda problem: problem.place)
    except EditError as error:
        raise Refused(f"{given.name}: {error}") from error
    return _report(given, found)


def _report(given: "Given", found: "list[Problem]") -> int:
    from tui.exchange import report

    say(report.as_text(visible(given.place), found))
    if not found:
        complain(visible(f"{given.name}: in order of date, one sentence a line"))
        return DONE
    complain(visible(f"{given.name}: {report.count(len(found), 'line')} to look at"))
    return PROBLEMS


def _found(document: "Document") -> "Iterator[Problem]":
    """What is not in order."""
    from tui.document.editing import lots, sentences
    from tui.timeline import dates, order
    from tui.timeline.problems import Problem

    places = document.reading.places
    for event, beside, is_behind in order.misplaced(order.as_written(document.reading.timeline)):
        line, column = places.find(event.ref) or (1, 1)
        where = "behind" if is_behind else "before"
        when, other = dates.to_edtf(event.date), dates.to_edtf(beside.date)
        message = f'event "{event.id}" ({when}) stands {where} "{beside.id}" ({other})'
        yield Problem("warning", message, line, column, event.ref, "date")
    for line, column, field, what in sentences.loose(lots.checked(document.text, "\n")):
        yield Problem("warning", f"{field}: {what}", line, column, None, field)


def _write(given: "Given", data: bytes, document: "Document") -> int:
    """Put the events in order."""
    from tui.document.editing import ordering
    from tui.timeline import order

    text = ordering.ordered(document.text, document.reading)
    if text == document.text:
        complain(visible(f"{given.name}: in order of date already"))
        return DONE
    files.save(given, (BOM_UTF8 if document.has_mark else b"") + text.encode(), over=data)
    count = len(order.misplaced(order.as_written(document.reading.timeline)))
    complain(visible(f"{given.name}: moved {count} event{'s' * (count != 1)}"))
    return DONE
