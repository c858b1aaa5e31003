"""Complaints: what to say of a mapping that does not fit the format, and where.

Only what is wrong comes here. A value that could not even be read as YAML has been reported by
the tree and is passed over; an empty value of a field that may be left out is no mistake.
"""

import re
from typing import Final

from tui.document.fields import Field, Format
from tui.document.reading.characters import shown
from tui.document.reading.report import About, Report
from tui.document.reading.shapes import OWN, Filled, Pair, Shapes
from tui.document.reading.spelling import Spelling
from tui.document.reading.tree import Lost, Mapping, Node, Sequence

_MEANT: Final = {
    ("quote", "by"): "speaker",
    ("quote", "author"): "speaker",
    ("quote", "sources"): "source",
    ("claim", "speaker"): "by",
    ("claim", "author"): "by",
    ("claim", "source"): "sources",
    ("event", "name"): "title",
    ("event", "source"): "sources",
    ("event", "description"): "summary",
    ("event", "location"): "place",
    ("actor", "title"): "name",
    ("source", "name"): "title",
}
"""Fields that a record has not, but another has or a person expects, and what is meant."""
_NOT_IN_ID: Final = re.compile(r"[^a-z0-9]+")
_A_LIST: Final = "a list"
_A_MAPPING: Final = "a mapping (key: value)"


class Complaints:
    """Says what is wrong with the mappings of one file.

    Where a file is cut off by a syntax error, what a mapping lacks may stand behind it.
    """

    def __init__(self, report: Report, spelling: Spelling, shapes: Shapes) -> None:
        self._report = report
        self._spelling = spelling
        self._shapes = shapes
        self.is_cut = False

    def check(self, filled: Filled, start: int, about: About, prefix: str = "") -> bool:
        """Report what does not fit; whether the mapping has all that its record needs.

        `start` is the index of the record, `about` and `prefix` tell what its fields belong to.
        """
        form, tree, shape, args, odd = filled
        lacking = []
        for slot, field in form.required:
            value = args[slot]
            if not value or (isinstance(value, str) and value.isspace()):
                args[slot] = value and ""  # blanks are as good as nothing
                lacking.append(field)
        if not (lacking or odd or shape.has_odd_keys):
            return True
        if shape.has_odd_keys:
            self._tell_keys(form, tree, about)
        for pair in odd:
            self._tell_value(pair, tree, about, prefix)
        for field in lacking if not self.is_cut else ():
            index = _where_lacking(field, tree, start)
            if index is not None:
                message = f'{form.one} has no "{field.name}"'
                self._report.error(index, message, about, prefix + field.name)
        return not lacking

    def tell_key(self, key: Node, index: int, about: About = None) -> None:
        """Report a key that is a list or a mapping."""
        if not isinstance(key, Lost):
            self._report.error(index, f"a key must be text, not {_kind(key)}", about)

    def tell_no_mapping(self, form: Format, value: Node, index: int, about: About = None) -> None:
        """Report a value that should be a record."""
        if isinstance(value, Lost):
            return
        message = f"{form.one} must be a mapping (key: value)"
        if isinstance(value, str) and value and len(form.required) == 1:
            message = (
                f"{form.one} must be a mapping: {{{form.required[0][1].name}: {shown(value)}}}"
            )
        self._report.error(index, message, about)

    def tell_twice(self, about: tuple[str, str], index: int, first: int) -> None:
        """Report an id that another record of the kind has already, at the index `first`."""
        kind, record_id = about
        line, _ = self._report.lines.place(first)
        message = f'{kind} "{shown(record_id)}" is given twice; the first is on line {line}'
        self._report.error(index, message, about, "id")

    def tell_id(self, about: tuple[str, str], index: int) -> None:
        """Report an id that is not written as ids are."""
        record_id = about[1]
        kebab = _NOT_IN_ID.sub("-", shown(record_id).lower()).strip("-")
        hint = f": {kebab}" if kebab else ""
        message = f'id "{shown(record_id)}" must be small letters, digits and single hyphens{hint}'
        self._report.error(index, message, about, "id")

    def _tell_keys(self, form: Format, tree: Mapping, about: About) -> None:
        """Report the keys that are no fields, or are fields already given."""
        first: dict[str, int] = {}
        for key, index, value in zip(tree[::4], tree[1::4], tree[2::4], strict=True):
            if not isinstance(key, str):
                self.tell_key(key, index, about)
            elif key in first:
                line, _ = self._report.lines.place(first[key])
                message = f'"{shown(key)}" is given twice; the first is on line {line}'
                self._report.error(index, message, about, key)
            elif key == "<<":
                if not isinstance(value, Lost):
                    message = "merge keys (<<) are not used in a timeline; write the value out"
                    self._report.error(index, message, about)
            elif not key:
                self._report.error(index, "a key is missing before the colon", about)
            else:
                first[key] = index
                if key not in form.by_name and not key.startswith(OWN):
                    advice = self._spelling.advice(key, form.by_name, form.kind)
                    if (form.kind, key) in _MEANT:
                        advice = f'; did you mean "{_MEANT[form.kind, key]}"?'
                    message = f'{form.one} has no field "{shown(key)}"{advice}'
                    self._report.error(index, message, about)

    def _tell_value(self, pair: Pair, tree: Mapping, about: About, prefix: str) -> None:
        """Report a value that its field cannot hold."""
        at, _, field = pair
        value, index = tree[4 * at + 2], tree[4 * at + 3]
        if value == "" or isinstance(value, Lost):
            return
        if field.form == "words" and isinstance(value, Sequence):
            self._tell_items(field, value, about)
            return
        message = self._misfit(field, value)
        if message:
            self._report.error(index, message, about, prefix + field.name)

    def _tell_items(self, field: Field, items: Sequence, about: About) -> None:
        """Report the items of a list that are not text."""
        for number, (item, index) in enumerate(zip(items[::2], items[1::2], strict=True)):
            message = ""
            if item == "":
                message = f"an item of {field.name} is empty"
            elif isinstance(item, Sequence | Mapping):
                message = f"an item of {field.name} must be text, not {_kind(item)}"
            if message:
                self._report.error(index, message, about, f"{field.name}{number}")

    def _misfit(self, field: Field, value: Node) -> str:
        """What is wrong with a value in a field."""
        name = field.name
        match field.form:
            case "words":
                if isinstance(value, str):
                    return f"{name} must be a list: [{shown(value)}]"
                return f"{name} must be a list, not {_kind(value)}"
            case "records":
                kind = field.holds.kind if field.holds else "item"
                return f'{name} must be a list; start each {kind} with "- "'
            case "entries":
                return f"{name} must be a mapping of ids: {{id: …}}"
            case "date" if isinstance(value, str):
                return f'{name} "{shown(value)}": {shown(self._shapes.date_errors[value], 200)}'
            case "choice" if isinstance(value, str):
                advice = self._spelling.advice(value, field.choices, name)
                return f'{name} "{shown(value)}" is not one of {", ".join(field.choices)}{advice}'
            case _:
                return f"{name} must be text, not {_kind(value)}"


def _where_lacking(field: Field, tree: Mapping, start: int) -> int | None:
    """Where to say that a required value is missing; None if its value is reported as it is."""
    keys = tree[::4]
    if field.name not in keys:
        return start
    at = 4 * keys.index(field.name)
    value, index = tree[at + 2], tree[at + 3]
    if isinstance(value, Lost) or (value and field.form == "date"):
        return None
    is_blank = not value or (isinstance(value, str) and value.isspace())
    return index if is_blank else None


def _kind(value: Node) -> str:
    return _A_LIST if isinstance(value, Sequence) else _A_MAPPING
