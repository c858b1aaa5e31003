"""Changes as JSON: an object a record, with what each of its fields said before and after.

Values are those of the other JSON of dateline: dates are EDTF, what is not given is "", [] or
null. The quotes and claims of an event that changed are `parts` of it.
"""

import json
from collections.abc import Iterable

from tui.exchange.as_json import Value, plain, value
from tui.timeline.changes import RecordChange


def listing(found: Iterable[RecordChange]) -> str:
    """An array of all changes, each on a line of its own."""
    joined = ",\n".join(json.dumps(_object(change)) for change in found)
    return f"[\n{joined}\n]\n" if joined else "[]\n"


def _object(change: RecordChange) -> dict[str, Value]:
    ref = change.ref
    made: dict[str, Value] = {
        "change": change.what,
        "record": ref.kind if ref else "timeline",
        "id": ref.id if ref else None,
    }
    if change.what != "changed" and ref and change.record:
        return {**made, "fields": plain(ref.kind, change.record)}
    made["fields"] = {
        each.name: {"before": value(each.old), "after": value(each.new)} for each in change.fields
    }
    made["parts"] = [_object(part) for part in change.parts]
    return made
