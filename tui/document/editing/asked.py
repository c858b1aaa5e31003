"""What is asked in words of a timeline file: a record, a field of it and a value, as edits.

The words are those of a command line. Whether the values are any good is told by reading what
the edits make.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final, get_args

from tui.document.editing.edit import Edit, Set, Unset
from tui.document.editing.piece import Data
from tui.document.fields import FORMS, Field
from tui.document.reader import Reading
from tui.document.reading.shapes import OWN
from tui.document.reading.spelling import Spelling
from tui.timeline import dates, dates_asked
from tui.timeline.problems import Problem
from tui.timeline.records import Claim, Event, Kind, Quote, Ref

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


class AskedError(Exception):
    """What is asked makes no sense, with the reason as a part of a sentence."""


def record(reading: Reading, name: str) -> Ref:
    """The record of an id, or of a kind and an id: `putin`, `actor:putin`.

    Raises:
        AskedError: There is none, or there are several.
    """
    kind, colon, own = name.partition(":")
    kinds = tuple(each for each in _KINDS if each == kind) if colon else _KINDS
    if not kinds:
        near = Spelling().advice(kind, _KINDS, "kind")
        raise AskedError(f'there is no kind of record called "{kind}"{near}')
    own = own if colon else name
    found = [Ref(each, own) for each in kinds if reading.places.number(each, own) is not None]
    if not found:
        ids = {each for kind in kinds for each in reading.places.ids(kind)}
        noun = kinds[0] if colon else "id"
        raise AskedError(f'there is no {noun} "{own}"{Spelling().advice(own, ids, noun)}')
    if len(found) > 1:
        choices = " or ".join(f"{ref.kind}:{ref.id}" for ref in found)
        raise AskedError(f'"{own}" is the id of more than one; say {choices}')
    return found[0]


def field(reading: Reading, ref: Ref, name: str) -> Field:
    """The field of a record that is set by a name.

    Raises:
        AskedError: There is no such field, or it is not set in this way.
    """
    form = FORMS[ref.kind]
    known = form.by_name.get(name)
    if known is None and name.startswith(OWN) and len(name) > len(OWN):
        return Field(name, "line")
    first = name.partition(".")[0]
    known = known or form.by_name.get(first if first != name else "")
    if known is None:
        near = Spelling().advice(name, form.by_name, ref.kind)
        raise AskedError(f'{form.one} has no field "{name}"{near or _names(tuple(form.by_name))}')
    if known.form in ("records", "entries"):
        raise AskedError(f"{known.name} are not set as a whole{_parts(reading, ref, known.name)}")
    if first != name:
        raise AskedError(f"{known.name} has no fields of its own")
    return known


def setting(ref: Ref, known: Field, value: str) -> Edit:
    """The edit that has a field say something; a list is given with commas.

    Raises:
        AskedError: The value is none for that field.
    """
    if known.form != "words":
        if not value.strip():
            raise AskedError("the value is empty; --unset takes a field away")
        value = value.rstrip("\n")
        if known.form != "text" and "\n" in value:
            raise AskedError(f"{known.name} is a single line")
        return Set(ref, (known.name,), _dated(value) if known.form == "date" else value)
    words: list[Data] = [*_words(value)]
    if not words:
        raise AskedError("the list is empty; --unset takes a field away")
    return Set(ref, (known.name,), words)


def unsetting(reading: Reading, ref: Ref, known: Field) -> Edit | None:
    """The edit that takes a field away; None where it is not there."""
    is_there = reading.places.find(ref, known.name) is not None
    return Unset(ref, (known.name,)) if is_there else None


def listing(
    reading: Reading, ref: Ref, known: Field, add: Sequence[str], remove: Sequence[str]
) -> Edit | None:
    """The edit that takes items from a list and adds others; None where there is nothing to do.

    Raises:
        AskedError: The field holds no list, or not an item that is to go.
    """
    old = _items(reading, ref, known)
    for word in remove:
        if word not in old:
            near = Spelling().advice(word, old, known.name)
            raise AskedError(f'{known.name} has no item "{word}"{near}')
    if not all(map(str.strip, add)):
        raise AskedError("the item is empty")
    stay = [each for each in old if each not in remove]
    items: list[Data] = [*stay, *(each for each in dict.fromkeys(add) if each not in stay)]
    if items == old:
        return None
    return Set(ref, (known.name,), items) if items else Unset(ref, (known.name,))


def new_errors(before: Reading, after: Reading) -> Iterator[Problem]:
    """The errors that there were not, wherever in the file the others stand by now."""
    was = Counter(_identity(each) for each in before.problems)
    for problem in after.problems:
        if problem.severity != "error":
            continue
        if was[_identity(problem)]:
            was[_identity(problem)] -= 1
        else:
            yield problem


def _dated(value: str) -> str:
    """A date as the file has it; what is none is left to be told by its reader."""
    with suppress(dates.DateError):
        dates.parse(value)
        return value
    with suppress(dates.DateError):
        return dates.to_edtf(dates_asked.asked(value))
    return value


def _identity(problem: Problem) -> tuple[str, Ref | None, str]:
    return problem.message, problem.ref, problem.field


def _names(names: tuple[str, ...]) -> str:
    *most, last = names
    return f"; there are {', '.join(most)} and {last}" if most else f"; there is {last}"


def _parts(reading: Reading, ref: Ref, name: str) -> str:
    """That what stands in an event has ids of its own."""
    found = reading.timeline.find(ref)
    parts: tuple[Quote | Claim, ...] = ()
    if isinstance(found, Event):
        parts = found.quotes if name == "quotes" else found.claims
    ids = ", ".join(part.id for part in parts)
    return f", but each by its own id: {ids}" if ids else ""


def _words(value: str) -> Iterator[str]:
    """The items of a list with commas; one in quotation marks may have commas in it."""
    row = next(csv.reader([" ".join(value.split("\n"))], skipinitialspace=True), [])
    yield from filter(None, map(str.strip, row))


def _items(reading: Reading, ref: Ref, known: Field) -> list[str]:
    """The items of a list in a field."""
    if known.form != "words":
        raise AskedError(f"{known.name} holds no list; only --unset and a VALUE change it")
    number = reading.places.number(*ref)
    count = 0 if number is None else reading.places.count(number, known.name)
    found = _value(reading, ref, known.name)
    if len(found) != count:
        raise AskedError(f"{known.name} cannot be read; see `dateline check`")
    return list(found)


def _value(reading: Reading, ref: Ref, name: str) -> tuple[str, ...]:
    found: object = getattr(reading.timeline.find(ref), name, ())
    return found if isinstance(found, tuple) else ()
