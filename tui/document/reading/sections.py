"""Sections of a text that is no YAML: which lines hold which of their records, told by indents."""

import re
from collections import Counter
from itertools import islice
from typing import Final, NamedTuple

from tui.document.fields import TIMELINE, Field, Format
from tui.document.reading.outline import Begun, Unit, ended, fields
from tui.document.reading.starts import DEEP, STEP, Start, next_line, next_start, start_of, starts

_SAMPLE: Final = 2000
"""How many lines are looked at to tell in which column records stand."""


class Block(NamedTuple):
    """The records of a section, one below the other, in a column."""

    units: tuple[Unit, ...]
    column: int
    form: Format
    is_list: bool


def has_value(text: str, section: Unit) -> bool:
    """Whether a value stands in the line of the key of a section, and not only a tag or so."""
    return start_of(text, section.start, section.at).rest not in ("", "&", "!")


def records(text: str, section: Unit, kept: Field) -> Block | None:
    """The records in a section of the file or of a record, if it is written as a block."""
    form, is_list = kept.holds, kept.form == "records"
    start, end = next_line(text, section.head), section.end
    first = next_start(text, start, end)
    if form is None or first is None:
        return None
    # A list may stand in the column of its key.
    outer = section.at - section.start + (not is_list)
    model = _model(text, (start, end), form, outer, is_list=is_list)
    if model is None:
        return None
    column = model.column
    splitter = _Splitter(text, form, column, _body(text, model, end), is_list=is_list)
    units = splitter.split(start, end)
    if first.start < units[0].start:
        units = (*ended([(first, True)], units[0].start), *units)
    return Block(units, column, form, is_list)


def is_ragged(text: str, record: Unit, block: Block) -> bool:
    """Whether in the lines of a record there may be others that cannot be told from it."""
    names = [each.key for each in fields(text, record, block.form)]
    if len(set(names)) < len(names):
        return True
    return any(
        line.is_dash or line.key not in block.form.by_name
        for line in starts(text, next_line(text, record.at), record.end, block.column)
    )


class _Splitter:
    """Tells where in a section each of its records starts.

    The records of the section stand in a column, and their fields in that of a body.
    """

    def __init__(self, text: str, form: Format, column: int, body: int, *, is_list: bool) -> None:
        self._text = text
        self._form = form
        self._column = column
        self._body = body
        self._is_list = is_list
        self._of_parts = {
            each.name for field in form.fields if field.holds for each in field.holds.fields
        }
        self._field = re.compile(rf"\n {{{body}}}([\w-]+)[ \t]*:")
        self._given: set[str] = set()
        self._looked = 0

    def split(self, start: int, end: int) -> tuple[Unit, ...]:
        """The records between two indexes, and what stands among them."""
        begun: Begun = []
        for line in starts(self._text, start, end, self._body - 1):
            is_stray = line.is_tabbed or not self._is_record(line)
            if begun and is_stray and not self._is_apart(line, end):
                continue
            begun.append((line, is_stray))
            self._given = {line.key} if line.is_dash else set()
            self._looked = line.at
        return ended(begun, end)

    def _is_record(self, line: Start) -> bool:
        """Whether a record starts here as it should."""
        if line.column != self._column or line.is_dash != self._is_list:
            return False
        return not self._is_part(line) and (self._is_list or line.key != "")

    def _is_part(self, line: Start) -> bool:
        """Whether what starts like a record is a part of the one before, without its indent."""
        if line.key in self._form.by_name:
            is_field = line.rest not in ("", "{") and not self._is_given(line)
            return not self._is_list and is_field
        return line.is_dash and line.key in self._of_parts

    def _is_apart(self, line: Start, end: int) -> bool:
        """Whether what is no record where it stands is no part of the record before it either."""
        if line.is_dash:
            is_item = line.key in self._form.by_name or line.rest in ("", "{")
            return self._is_list and is_item
        if not line.key:
            return self._is_entry_without_colon(line, end)
        if line.key in self._form.by_name:
            return line.key == "id" or self._is_given(line)
        if line.key in TIMELINE.by_name:
            return True
        below = next_start(self._text, next_line(self._text, line.at), end)
        if line.column == 0 and not line.rest and below and below.column <= self._body:
            return True
        return not self._is_list and line.rest in ("", "{")

    def _is_entry_without_colon(self, line: Start, end: int) -> bool:
        """Whether a word stands where the key of an entry should, with something below it."""
        if self._is_list or line.column != self._column or line.is_tabbed:
            return False
        below = next_line(self._text, line.at)
        first = next_start(self._text, below, end)
        is_word = self._text[line.at : below].strip() == line.word
        return is_word and first is not None and first.column > line.column and first.key != ""

    def _is_given(self, line: Start) -> bool:
        """Whether the record that a line follows has a field already."""
        found = self._field.finditer(self._text, self._looked, line.start)
        self._given.update(each[1] for each in found)
        self._looked = max(self._looked, line.start - 1)
        return line.key in self._given


def _model(
    text: str, part: tuple[int, int], form: Format, outer: int, *, is_list: bool
) -> Start | None:
    """A record of a part of a text that stands where most of them do, not left of a column."""
    start, end = part
    lines = [
        line
        for line in islice(starts(text, start, end, DEEP), _SAMPLE)
        if line.is_dash == is_list and not line.is_tabbed and (is_list or line.key)
        if line.column >= outer
    ]
    likely = [line for line in lines if _is_likely(text, line, end, form)] or lines
    lowest = min((line.column for line in likely), default=0)
    counts = Counter(line.column for line in likely if line.column <= lowest + 1)
    column = max(counts, key=counts.__getitem__, default=0)
    return next((line for line in likely if line.column == column), None)


def _is_likely(text: str, line: Start, end: int, form: Format) -> bool:
    """Whether the line below one that may start a record stands as a field of it does."""
    if line.key and not line.is_dash and line.key in form.by_name:
        return False
    if line.rest == "{" and line.is_dash == (line.key == ""):
        return True
    below = next_start(text, next_line(text, line.at), end)
    if below is None or not below.key:
        return False
    if line.is_dash and line.key:
        return below.column == line.column + line.inner - line.at
    return below.column > line.column and not below.is_dash


def _body(text: str, model: Start, end: int) -> int:
    """The column of the fields of records like one that starts in a line."""
    if model.is_dash and (model.key or model.rest):
        return model.column + model.inner - model.at
    for line in starts(text, next_line(text, model.at), end, DEEP):
        if line.column > model.column:
            return line.column
    return model.column + STEP
