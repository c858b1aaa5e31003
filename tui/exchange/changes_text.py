"""Changes as text: a line a record with its sign, and below it a line a field."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tui.exchange.changed import CAME, GONE, naming, told
from tui.timeline.changes import RecordChange

_SIGNS: Final = {"added": CAME, "removed": GONE, "changed": "~"}
_INDENT: Final = "    "


def listing(found: Iterable[RecordChange]) -> str:
    """All changes; `""` for none."""
    return "".join(f"{line}\n" for change in found for line in _lines(change))


def in_a_line(found: Sequence[RecordChange]) -> str:
    """The change of one field of one record: `sochi-2018: place: nothing → Sochi`; "" of more."""
    if len(found) != 1:
        return ""
    change = found[0]
    if not change.fields:
        return in_a_line(change.parts)
    if len(change.fields) > 1 or change.parts or change.what != "changed":
        return ""
    said = told(change.fields[0])
    short = said.short or " ".join(f"{sign} {text}" for sign, text in said.lines)
    name = f"{change.ref.id}: " if change.ref else ""
    return f"{name}{change.fields[0].name}: {short}"


def _lines(change: RecordChange) -> Iterator[str]:
    what = f"{change.ref.kind} {change.ref.id}" if change.ref else "timeline"
    yield f"{_SIGNS[change.what]} {what}  {naming(change)}".rstrip()
    for field in change.fields:
        said = told(field)
        yield f"{_INDENT}{field.name}: {said.short}".rstrip()
        yield from (f"{_INDENT}{_INDENT}{sign} {text}" for sign, text in said.lines)
    for part in change.parts:
        yield from (f"{_INDENT}{line}" for line in _lines(part))
