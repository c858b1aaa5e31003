"""JSON: records with every field that a file may give them, in the order of the format.

Each object says first what record it is. A text that the file does not give is `""`, a list
`[]`, a date null; dates are EDTF, as written. Quotes and claims stand in their events. All is
ASCII, so that no locale spoils it. A tour says besides how many `seconds` it takes to speak.
"""

import json
from collections.abc import Iterable
from typing import TypeAlias

from tui.timeline.changes import AnyRecord
from tui.timeline.dates import Date, to_edtf
from tui.timeline.records import Event, Kind, Ref, Step, Tour
from tui.timeline.timeline import Positions, Timeline
from tui.view.talk import deck, pace

Value: TypeAlias = str | int | list["Value"] | dict[str, "Value"] | None


def listing(timeline: Timeline, positions: Positions) -> str:
    """An array of the events at some positions, each on a line of its own."""
    lines = (json.dumps(plain("event", timeline.events[at])) for at in positions)
    return _array(lines)


def records(timeline: Timeline, refs: Iterable[Ref]) -> str:
    """An array of records, each on a line of its own."""
    found = ((ref.kind, timeline.find(ref)) for ref in refs)
    return _array(json.dumps(plain(kind, each)) for kind, each in found if each)


def tours(timeline: Timeline) -> str:
    """An array of the tours, each on a line of its own."""
    return _array(json.dumps(_tour(timeline, tour)) for tour in timeline.tours)


def _tour(timeline: Timeline, tour: Tour) -> dict[str, Value]:
    seconds = round(pace.spoken(deck.of_tour(timeline, tour)))
    return {**plain("tour", tour), "seconds": seconds}


def _array(lines: Iterable[str]) -> str:
    joined = ",\n".join(lines)
    return f"[\n{joined}\n]\n" if joined else "[]\n"


def plain(kind: Kind, record: AnyRecord) -> dict[str, Value]:
    """A record as an object."""
    made: dict[str, Value] = {"record": kind}
    made.update((name, value(each)) for name, each in record._asdict().items() if _is_told(each))
    if isinstance(record, Event):
        made["quotes"] = [plain("quote", each) for each in record.quotes]
        made["claims"] = [plain("claim", each) for each in record.claims]
    return made


def value(said: object) -> Value:
    """What a field says."""
    if isinstance(said, Date):
        return to_edtf(said)
    if isinstance(said, tuple):
        return [dict(each._asdict()) if isinstance(each, Step) else each for each in said]
    return said if isinstance(said, str) else None


def _is_told(said: object) -> bool:
    """Whether a field is one of the file, rather than a number of our own."""
    return said is None or isinstance(said, str | tuple)
