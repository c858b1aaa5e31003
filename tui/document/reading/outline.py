"""The outline of a text that is no YAML: which lines hold which of its fields, told by indents.

Where the parser is lost, a person still sees where the next field starts. What is told here is a
guess, to be held against the parser.
"""

import re
from typing import Final, NamedTuple

from tui.document.fields import TIMELINE, Format
from tui.document.reading.shapes import OWN
from tui.document.reading.starts import STEP, Start, next_line, next_start, start_of, starts

_NAMES: Final = re.compile(
    rf"^( *)(?:{'|'.join(TIMELINE.by_name)})[ \t]*:(?=[ \t\n]|\Z)", re.MULTILINE
)
_FIRST_MARK: Final = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*---(?=[ \t\n]|\Z)[^\n]*(?:\n|\Z)")
_LAST_MARK: Final = re.compile(r"\n(?:---|\.\.\.)(?=[ \t\n]|\Z)")
_TABBED: Final = re.compile(r"\n *\t[ \t]*([\w-]+)[ \t]*:")

Begun = list[tuple[Start, bool]]
"""The lines that begin units, and whether they are stray."""


class Unit(NamedTuple):
    """Whole lines that hold a field, an entry or an item.

    `at` is where its text begins, `head` where its value does: behind its key and colon, or
    behind its dash. One that is `stray` starts where none may, or is none.
    """

    start: int
    end: int
    at: int
    key: str
    head: int
    is_stray: bool


def fields_of_file(text: str) -> tuple[int, tuple[Unit, ...]]:
    """The column of the fields of the file itself, and these; none if it is not a block."""
    opening = _FIRST_MARK.match(text)
    start = opening.end() if opening else 0
    closing = _LAST_MARK.search(text, max(start - 1, 0))
    end = closing.start() + 1 if closing else len(text)
    columns = [len(found[1]) for found in _NAMES.finditer(text, start, end)]
    first = next_start(text, start, end)
    if not columns or first is None or text[first.at] == "{":
        return 0, ()
    outer = _Outer(text, min(columns), end)
    for line in starts(text, start, end, outer.column + STEP):
        outer.take(line)
    return outer.column, ended(outer.begun, end)


def fields(text: str, record: Unit, form: Format) -> tuple[Unit, ...]:
    """The fields of a record; none where it is not written as a block.

    The first may stand behind its dash. One is stray if anything in it may belong to another.
    """
    opening = start_of(text, record.start, record.at)
    below = next_start(text, next_line(text, record.at), record.end)
    if opening.is_dash and opening.rest:
        first = opening._replace(at=opening.inner, is_dash=False)
    elif below and not opening.rest:
        first = below
    else:
        return ()
    if not first.key and text[first.at] in "[{":
        return ()
    column = first.at - first.start
    begun = [(first, not first.key)]
    for line in starts(text, next_line(text, first.at), record.end, column):
        if line.column == column and line.key and not line.is_dash:
            begun.append((line, False))
        elif line.column < column or not line.is_dash:
            begun[-1] = begun[-1][0], True
    return tuple(
        unit._replace(is_stray=unit.is_stray or _has_tabbed(text, unit, form))
        for unit in ended(begun, record.end)
    )


def has_lines(text: str, unit: Unit, column: int) -> bool:
    """Whether below the first line of a unit there are others no further in than a column."""
    return next(starts(text, next_line(text, unit.at), unit.end, column), None) is not None


def ended(begun: Begun, end: int) -> tuple[Unit, ...]:
    """Units of lines that begin them; each ends where the next one starts."""
    stops = [line.start for line, _ in begun[1:]]
    return tuple(
        Unit(line.start, stop, line.at, "", line.inner, is_stray)
        if line.is_dash
        else Unit(line.start, stop, line.at, line.key, line.head, is_stray)
        for (line, is_stray), stop in zip(begun, [*stops, end], strict=True)
    )


def _has_tabbed(text: str, unit: Unit, form: Format) -> bool:
    """Whether a field of a format is in a line that a tab is in the indent of."""
    found = _TABBED.finditer(text, unit.start, unit.end)
    return any(line[1] in form.by_name for line in found)


class _Outer:
    """Tells the fields of the file itself, which should stand in a column."""

    def __init__(self, text: str, column: int, end: int) -> None:
        self.column = column
        self.begun: Begun = []
        self._text = text
        self._end = end
        self._seen: set[str] = set()
        self._first: Start | None = None
        self._form: Format | None = None

    def take(self, line: Start) -> None:
        """Look at the next line."""
        is_here = line.column == self.column and not line.is_tabbed
        name = line.key or (line.word if is_here else "")
        is_field = name in TIMELINE.by_name or (name.startswith(OWN) and line.key != "")
        if (
            is_field
            and not line.is_dash
            and name not in self._seen
            and (is_here or self._is_out(line))
        ):
            self._begin(line, is_stray=not is_here or not line.key)
        elif not self.begun:
            self.begun.append((line, True))

    def _begin(self, line: Start, *, is_stray: bool) -> None:
        self.begun.append((line, is_stray))
        field = TIMELINE.by_name.get(line.key)
        self._form = field.holds if field and not line.rest else None
        self._first = next_start(self._text, next_line(self._text, line.at), self._end)
        if line.key:
            self._seen.add(line.key)

    def _is_out(self, line: Start) -> bool:
        """Whether what looks like a field of the file can be no part of the one before it."""
        if self._form is None or self._first is None:
            return bool(self.begun)
        if line.column < self._first.column:
            return True
        return (
            self._first.is_dash
            and line.column == self._first.column
            and line.key not in self._form.by_name
        )
