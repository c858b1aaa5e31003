"""`dateline set`: one field of one record, for scripts; no other byte of the file is touched.

What would make an error that the file has not is refused, and the file stays as it is.
"""
# ruff: noqa: PLC0415

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, NamedTuple

from tui.cli import files
from tui.cli.files import DEFAULT, STDIN, Given
from tui.cli.options import FILE, Parser
from tui.cli.options import parser as parser_of
from tui.cli.says import DONE, PROBLEMS, Refused, complain, say, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.document.document import Document
    from tui.document.editing.edit import Edit
    from tui.document.reader import Reading
    from tui.timeline.records import Ref

_EPILOG = """An id that several kinds have is given with its kind: actor:putin. A list is
given with commas; an item with a comma in it stands in quotation marks.

examples:
  dateline set sochi-2018 title "Assad meets Putin in Sochi"
  dateline set sochi-2018 date "17 May 2018" war.yaml
  dateline set sochi-2018 actors "putin, assad"
  dateline set sochi-2018 actors --add shoigu
  dateline set sochi-2018 caveat --unset
  dateline set sochi-2018 id sochi-talks-2018     wherever it is mentioned, too
  fortune | dateline set sochi-2018 notes -

exit status: 0 done, 1 refused, since the file would have an error,
2 unreadable, or there is no such record or field"""


class _Asked(NamedTuple):
    """What is to be set: the words of the command line."""

    id: str
    field: str
    value: str | None
    unset: bool
    add: list[str]
    remove: list[str]


class _Made(NamedTuple):
    """The file with the field set.

    Attributes:
        ref: The record.
        after: The file.
        edits: How many edits it took.
    """

    ref: "Ref"
    after: "Document"
    edits: int


def parser() -> Parser:
    """What reads its words."""
    about = "Set a field of an event, actor, source, quote, claim, thread or tour."
    made = parser_of("set", about, _EPILOG)
    made.usage = """dateline set [options] ID FIELD VALUE [FILE]
       dateline set [options] ID FIELD --unset [FILE]
       dateline set [options] ID FIELD --add ITEM [--remove ITEM] [FILE]"""
    made.add_argument("id", metavar="ID", help="of the record, or with its kind: actor:putin")
    made.add_argument("field", metavar="FIELD", help="as the file has it")
    made.add_argument("value", nargs="?", metavar="VALUE", help="- is standard input")
    made.add_argument("file", nargs="?", metavar=FILE, help=f"default: ./{DEFAULT}")
    made.add_argument("--unset", action="store_true", help="take the field away")
    made.add_argument(
        "--add", action="append", default=[], metavar="ITEM", help="add an item to a list"
    )
    made.add_argument(
        "--remove", action="append", default=[], metavar="ITEM", help="take an item from a list"
    )
    made.add_argument("--dry-run", action="store_true", help="print what would change as a diff")
    return made


def run(options: Namespace) -> int:
    """Set the field, or say why not."""
    asked, file = _asked(options)
    given = files.changeable(file)
    data = files.load(given)
    from tui.document.document import opened
    from tui.document.editing.piece import EditError

    try:
        before = opened(data)
    except EditError as error:
        raise Refused(f"{given.name}: {error}") from error
    try:
        made = _made(before, asked)
    except EditError as error:
        complain(visible(f"{given.name}: not changed: {error}"))
        return PROBLEMS
    if made.after.text == before.text:
        complain(visible(f"{given.name}: the {asked.field} of {made.ref.id} is so already"))
        return DONE
    if _has_new_errors(given, before, made.after):
        return PROBLEMS
    if options.dry_run:
        say(made.after.diff(given.name))
        return DONE
    files.save(given, made.after.data, over=data)
    complain(visible(f"{given.name}: {_said(before, made, asked)}"))
    return DONE


def _asked(options: Namespace) -> tuple[_Asked, str | None]:
    """What is to be set, and in which file."""
    value, file = options.value, options.file
    listed = bool(options.add or options.remove)
    if options.unset or listed:
        # There is no VALUE then, so that what comes next is the file.
        if file is not None or (options.unset and listed):
            raise Refused("a VALUE, --unset and --add or --remove exclude each other")
        value, file = None, value
    elif value is None:
        raise Refused("there is nothing to set: give a VALUE, --unset, --add or --remove")
    elif value == STDIN:
        value = _taken()
    words = (options.id, options.field, value, options.unset, options.add, options.remove)
    return _Asked(*words), file


def _taken() -> str:
    """The value from standard input."""
    if sys.stdin is None:
        raise Refused("standard input is closed")
    try:
        return sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise Refused("standard input is not UTF-8") from error


def _made(before: "Document", asked: _Asked) -> _Made:
    """The file with the field set. Raises `EditError` where that cannot be written."""
    from tui.document.editing import asked as words

    try:
        ref = words.record(before.reading, asked.id)
        edits = _edits(before.reading, ref, asked)
    except words.AskedError as error:
        raise Refused(f"not changed: {error}") from error
    return _Made(ref, before.edited(f"the {asked.field} of {ref.id}", edits), len(edits))


def _edits(reading: "Reading", ref: "Ref", asked: _Asked) -> "Sequence[Edit]":
    from tui.document.editing import asked as words
    from tui.document.editing import mentions

    if asked.field == "id" and asked.value is not None:
        return mentions.renaming(reading, ref, asked.value.strip())
    known = words.field(reading, ref, asked.field)
    if asked.value is not None:
        return [words.setting(ref, known, asked.value)]
    if asked.unset:
        edit = words.unsetting(reading, ref, known)
    else:
        edit = words.listing(reading, ref, known, asked.add, asked.remove)
    return [edit] if edit else []


def _has_new_errors(given: Given, before: "Document", after: "Document") -> bool:
    """Whether the change would make errors, which are said then."""
    from tui.document.editing import asked as words

    found = tuple(words.new_errors(before.reading, after.reading))
    for problem in found:
        complain(visible(f"{given.name}: not changed: {problem.message}"))
    return bool(found)


def _said(before: "Document", made: _Made, asked: _Asked) -> str:
    """What changed in one line."""
    from tui.exchange import changes_text
    from tui.timeline import changes

    if asked.field == "id" and asked.value is not None:
        count = made.edits - 1
        others = f", and so wherever it is mentioned: {count} time{'s' * (count != 1)}"
        return f"{made.ref.id} is {asked.value.strip()} now{others if count else ''}"
    old, new = before.reading.timeline, made.after.reading.timeline
    found = tuple(changes.record_changes(old, new))
    if not found:
        return f"changed the {asked.field} of {made.ref.id}"
    return changes_text.in_a_line(found) or changes.in_words(changes.changes(old, new))
