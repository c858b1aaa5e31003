"""Places: where each record of a file and each of its fields sits.

All indexes stand in one array, record after record: where the record starts, where the value of
each field starts in the order as written, then for each list among them how many items it has
and where they start. What that order is, is kept once for all records that are written alike.
"""

import re
from array import array
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from tui.document.reading.report import Lines
from tui.timeline.records import Ref

_ADDRESS: Final = re.compile(r"([a-z]+)(\d{1,9})(?:\.([a-z]+))?", re.ASCII)
_KEYED: Final = ("thread", "actor", "source", "tour")
"""The kinds whose ids are keys."""


class Layout(NamedTuple):
    """The fields that a record has, in the order as written, and which of them are lists."""

    number: int
    names: tuple[str, ...]
    lists: tuple[int, ...]


class Places:
    """Finds where something sits. Only the reader adds to it, while it reads."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._indexes = array("I")
        self._first = array("I")
        self._layout = array("I")
        self._layouts: list[Layout] = []
        self._numbers: dict[str, dict[str, int]] = {}

    def find(self, ref: Ref | None, field: str = "") -> tuple[int, int] | None:
        """The line and the column, from 1, where a value starts; None where there is none.

        No `ref` is the timeline itself, no `field` the record itself. An item of a list is
        addressed by its number from 0, as `actors0`; a step of a tour as `steps0`, its
        fields as `steps0.claim`. A field that is written twice is the first of them.
        """
        number = self.number(*(ref or ("timeline", "")))
        if number is None:
            return None
        index = self._find(number, field)
        if index is None and field == "id" and ref and ref.kind in _KEYED:
            index = self.start(number)
        elif index is None and (address := _ADDRESS.fullmatch(field)):
            name, item, inner = address.groups(default="")
            step = self.number("step", f"{ref.id}.{int(item)}") if ref else None
            if name == "steps" and step is not None:
                index = self._find(step, inner)
            elif not inner:
                index = self._find(number, name, int(item))
        return None if index is None else self._lines.place(index)

    def ids(self, kind: str) -> dict[str, int]:
        """The numbers of the records of a kind, by id."""
        return self._numbers.setdefault(kind, {})

    def number(self, kind: str, record_id: str) -> int | None:
        """The number of a record, if there is one of that id."""
        return self._numbers.get(kind, {}).get(record_id)

    def start(self, number: int) -> int:
        """The index where a record starts."""
        return self._indexes[self._first[number]]

    def index(self, number: int, field: str, item: int | None = None) -> int:
        """The index of a field or an item of a record, or of the record where it has none."""
        found = self._find(number, field, item)
        return self.start(number) if found is None else found

    def count(self, number: int, field: str) -> int:
        """How many items the list in a field of a record has."""
        count = 0
        while self._find(number, field, count) is not None:
            count += 1
        return count

    def layout(self, names: tuple[str, ...], lists: tuple[int, ...]) -> Layout:
        """Make a layout."""
        made = Layout(len(self._layouts), names, lists)
        self._layouts.append(made)
        return made

    def add(self, start: int, layout: Layout, tree: Sequence[Any]) -> int:
        """Take in where a record starts and its mapping in the tree; gives its number."""
        row = [start, *tree[3::4]]
        for at in layout.lists:
            items = tree[4 * at + 2]
            if isinstance(items, list):
                row.append(len(items) // 2)
                row += items[1::2]
            else:
                row.append(0)
        self._first.append(len(self._indexes))
        self._layout.append(layout.number)
        self._indexes.fromlist(row)
        return len(self._first) - 1

    def _find(self, number: int, field: str, item: int | None = None) -> int | None:
        """The index of a field or an item of a record."""
        first = self._first[number]
        layout = self._layouts[self._layout[number]]
        if not field:
            return self._indexes[first]
        if field not in layout.names:
            return None
        at = layout.names.index(field)
        if item is None:
            return self._indexes[first + 1 + at]
        if at not in layout.lists:
            return None
        count = first + 1 + len(layout.names)
        for listed in layout.lists:
            length = self._indexes[count]
            if listed == at:
                return self._indexes[count + 1 + item] if item < length else None
            count += 1 + length
        return None
