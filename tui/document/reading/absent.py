"""What may be defined in lines that could not be read, told by their words alone.

Better an id too many than a reference that is called wrong and is not.
"""

import re
from collections.abc import Iterable
from typing import Final

from tui.document.fields import CLAIM, EVENT, TIMELINE, Format
from tui.timeline.records import Kind

_NAMED: Final = re.compile(
    r"""(?:^|[-{,])[ \t]*["']?id\b["']?(?:[ \t]*:|[ \t])[ \t]*(?=([^\n]{0,200}))""", re.MULTILINE
)
_ID: Final = re.compile(r"""["']?([a-z0-9]+(?:-[a-z0-9]+)*)["']?[ \t]*(?=[,}#]|$)""")
_PARTS: Final = re.compile(r"(?:^|[{,])[ \t]*(?:quotes|claims)\b", re.MULTILINE)
_KEY: Final = re.compile(
    r"""(?<![\w-])([\w-]{1,100})(?:["']?[ \t]{0,20}:(?=[\s{\[]|$)|[ \t]{0,20}$)""", re.MULTILINE
)
_FIELD: Final = re.compile(rf"^[ \t]*({'|'.join(TIMELINE.by_name)})\b", re.MULTILINE)
_SECTIONS: Final[dict[str, tuple[Kind, ...]]] = {
    "threads": ("thread",),
    "actors": ("actor",),
    "sources": ("source",),
    "events": ("event", "claim"),
}
"""The sections of the file whose records are referred to, and of which kinds these are."""


class Absent:
    """The ids that may be defined in what is left out, and the kinds of which any may be."""

    def __init__(self) -> None:
        self.has_fields = False
        """Whether a field that the file must have may be among what is left out."""
        self._ids: set[str] = set()
        self._kinds: set[str] = set()

    def may_have(self, kind: Kind, word: str) -> bool:
        """Whether a record of a kind and an id may be in what is left out."""
        if kind in self._kinds or word in self._ids:
            return True
        # A claim without an id is known by its event: EVENT.c2.
        return kind == "claim" and word.rpartition(".")[0] in self._ids

    def add(self, lines: str, form: Format) -> None:
        """Take in the lines of a record of a format, or of a part of one."""
        found = self._add_ids(lines)
        if form in (EVENT, CLAIM) and "" in found:
            self._kinds.add("claim")
        if form is EVENT and not own_id(lines):
            self._kinds |= {"event", "claim"}

    def add_any(self, lines: str, form: Format) -> None:
        """Take in lines that may hold several records of a format, and what follows these."""
        self._add_ids(lines)
        self.add_field("", lines)
        self.has_fields = True
        self._kinds |= {form.kind, *(("claim",) if form is EVENT else ())}

    def add_field(self, key: str, lines: str) -> None:
        """Take in a field of the file itself, and the lines below it."""
        found = _FIELD.findall(lines)
        self.has_fields = self.has_fields or any(TIMELINE.by_name[name].required for name in found)
        for name in (key, *found):
            self._kinds.update(_SECTIONS.get(name, ()))

    def add_missing(self, names: Iterable[str]) -> None:
        """Take in which fields the file seems not to have."""
        for name in names if self.has_fields else ():
            self._kinds.update(_SECTIONS.get(name, ()))

    def add_side(self, lines: str) -> None:
        """Take in one side of an unfinished merge."""
        if "" in self._add_ids(lines):
            self._kinds |= {"event", "claim"}

    def _add_ids(self, lines: str) -> list[str]:
        """Take in the ids that lines give, as keys or otherwise; `""` where one is not clear."""
        found = [_id(each[1]) for each in _NAMED.finditer(lines)]
        self._ids.update(filter(None, found), _KEY.findall(lines))
        return found


def own_id(lines: str) -> str:
    """The id of the event that lines hold, `""` where it is not clear."""
    parts = _PARTS.search(lines)
    named = _NAMED.search(lines, 0, parts.start() if parts else len(lines))
    return _id(named[1]) if named else ""


def _id(written: str) -> str:
    found = _ID.match(written)
    return found[1] if found else ""
