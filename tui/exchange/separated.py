"""CSV (RFC 4180): a header, then one record a line; lines end with CR LF.

A list is in one cell, with semicolons between its items. It is data for programs: a cell that
begins with `=`, `+`, `-` or `@` is kept as it is, and who opens it in a spreadsheet should have
every column read as text.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from tui.timeline.dates import Date, to_edtf
from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source
from tui.timeline.timeline import Positions, Record, Timeline

_BETWEEN: Final = "; "
_COUNTED: Final = ("quotes", "claims", "disputed")


def listing(timeline: Timeline, positions: Positions) -> str:
    """The events at some positions."""
    return _written(_event_header(), (_event_row(timeline.events[at]) for at in positions))


def record(timeline: Timeline, ref: Ref) -> str:
    """One record under the header of its kind; `""` if there is none of that id."""
    match timeline.find(ref):
        case Event() as event:
            return _written(_event_header(), [_event_row(event)])
        case Actor() | Source() | Quote() | Claim() as other:
            return _written(other._fields, [_row(other, other._fields)])
        case None:
            return ""


def _event_header() -> tuple[str, ...]:
    """The fields of an event, with numbers for what stands in it."""
    left_out = {"place_in_file", "quotes", "claims"}
    return (*(name for name in Event._fields if name not in left_out), *_COUNTED)


def _event_row(event: Event) -> list[str]:
    disputed = sum(claim.verdict == "disputed" for claim in event.claims)
    counts = (len(event.quotes), len(event.claims), disputed)
    return [*_row(event, _event_header()[: -len(_COUNTED)]), *map(str, counts)]


def _row(record: Record, names: Iterable[str]) -> list[str]:
    return [_cell(getattr(record, name)) for name in names]


def _cell(value: object) -> str:
    match value:
        case Date():
            return to_edtf(value)
        case tuple():
            return _BETWEEN.join(value)
        case _:
            return str(value or "")


def _written(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()
