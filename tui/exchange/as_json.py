"""JSON: records with every field that a file may give them, in the order of the format.

Each object says first what record it is. A text that the file does not give is `""`, a list
`[]`, a date null; dates are EDTF, as written. Quotes and claims stand in their events. All is
ASCII, so that no locale spoils it.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from tui.timeline.dates import Date, to_edtf
from tui.timeline.records import Event, Kind, Ref
from tui.timeline.timeline import Positions, Record, Timeline

Value: TypeAlias = str | list["Value"] | dict[str, "Value"] | None


def listing(timeline: Timeline, positions: Positions) -> str:
    """An array of the events at some positions, each on a line of its own."""
    lines = (json.dumps(_plain("event", timeline.events[at])) for at in positions)
    return _array(lines)


def records(timeline: Timeline, refs: Iterable[Ref]) -> str:
    """An array of records, each on a line of its own."""
    found = ((ref.kind, timeline.find(ref)) for ref in refs)
    return _array(json.dumps(_plain(kind, each)) for kind, each in found if each)


def _array(lines: Iterable[str]) -> str:
    joined = ",\n".join(lines)
    return f"[\n{joined}\n]\n" if joined else "[]\n"


def _plain(kind: Kind, record: Record) -> dict[str, Value]:
    plain: dict[str, Value] = {"record": kind}
    fields: Mapping[str, object] = record._asdict()
    for name, value in fields.items():
        if value is None or isinstance(value, str):
            plain[name] = value
        elif isinstance(value, Date):
            plain[name] = to_edtf(value)
        elif isinstance(value, tuple):
            plain[name] = list(value)
    if isinstance(record, Event):
        plain["quotes"] = [_plain("quote", each) for each in record.quotes]
        plain["claims"] = [_plain("claim", each) for each in record.claims]
    return plain
