"""The builder of records: mappings of the tree in, frozen records and their places out.

Records are made as their mappings close, in the order of the file, by the table of the format.
What is wrong is reported; what could be read is kept: an event without an id, a date or a title,
a quote or claim without text and a step without an event are left out, as is the second of two
records with one id. What is left out still counts as defined, so that one mistake is one problem.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from tui.document.fields import EVENT, TIMELINE, Format
from tui.document.reading.complaints import Complaints
from tui.document.reading.places import Places
from tui.document.reading.report import Report
from tui.document.reading.shapes import Filled, Shapes
from tui.document.reading.spelling import Spelling
from tui.document.reading.tree import Mapping, Node, Sequence, Tree
from tui.timeline.records import Event
from tui.timeline.timeline import Timeline, in_order

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLACE_IN_FILE: Final = EVENT.slots["place_in_file"]


class Builder:
    """Builds the timeline of one file.

    `records` has every record by its number, also those that are left out of the timeline.
    """

    def __init__(self, report: Report, spelling: Spelling) -> None:
        self.places = Places(report.lines)
        self.records: list[Any] = []
        self._report = report
        self._shapes = Shapes(self.places)
        self._complaints = Complaints(report, spelling, self._shapes)
        self._sections: dict[str, int] = {}
        self._kept: dict[str, list[Any]] = {}
        self._events = 0

    def take(
        self, key: str, index: int, section: Mapping | Sequence, *, is_cut: bool = False
    ) -> None:
        """Build the records that are complete in a section, and drop their tree."""
        field = TIMELINE.by_name.get(key)
        self._complaints.is_cut = is_cut
        if self._sections.setdefault(key, index) != index or not field or not field.holds:
            section.clear()
            return
        kept = self._kept.setdefault(key, [])
        complete = section[: len(section) // 4 * 4]
        if field.form == "records" and isinstance(section, Sequence):
            for value, at in _pairs(section):
                self._event(value, at, kept)
            section.clear()
        elif field.form == "entries" and isinstance(section, Mapping):
            for at in range(0, len(complete), 4):
                self._entry(field.holds, complete[at : at + 4], kept)
            del section[: len(complete)]
        else:
            section.clear()

    def finish(self, tree: Tree, *, is_cut: bool) -> Timeline:
        """The timeline of all that was taken, and of the fields of the file itself.

        `is_cut` tells that the file cannot be read to its end.
        """
        root = tree.root
        del root[len(root) // 4 * 4 :]
        filled = self._shapes.fill(TIMELINE, root)
        _, _, shape, args, odd = filled
        title, subtitle, span, *_ = args
        for pair in shape.records:
            args[pair.slot] = True
            node = Sequence if pair.field.form == "records" else Mapping
            if root[4 * pair.at + 2].__class__ is not node:
                odd.append(pair)
        self._complaints.is_cut = is_cut
        self._complaints.check(filled, tree.start, None)
        self.places.ids(TIMELINE.kind)[""] = self._place(filled, tree.start, None)
        kept = {name: tuple(records) for name, records in self._kept.items()}
        kept["events"] = in_order(kept.get("events", ()))
        return Timeline(title, subtitle, span, **kept)

    def _entry(self, form: Format, entry: list[Any], kept: list[Any]) -> None:
        """Build a record whose id is a key: (id, its index, mapping, its index)."""
        record_id, start, value, index = entry
        if record_id.__class__ is not str:
            self._complaints.tell_key(record_id, start)
            return
        about = form.kind, record_id
        is_mapping = value.__class__ is Mapping
        if not is_mapping:
            self._complaints.tell_no_mapping(form, value, index, about)
        filled = self._shapes.fill(form, value if is_mapping else Mapping())
        args = filled[3]
        args[0] = record_id
        self._fill_parts(filled, record_id)
        if is_mapping:
            self._complaints.check(filled, start, about)
        for slot, field in form.required:
            if field.form == "line":
                args[slot] = args[slot] or record_id
        record = form.record._make(args)
        number = self._place(filled, start, record)
        if self._is_first(form.kind, record_id, number) and is_mapping:
            kept.append(record)

    def _event(self, value: Node, index: int, kept: list[Any]) -> None:
        """Build an event with its quotes and claims."""
        place, self._events = self._events, self._events + 1
        if value.__class__ is not Mapping:
            self._complaints.tell_no_mapping(EVENT, value, index)
            return
        filled = self._shapes.fill(EVENT, value)
        args = filled[3]
        args[_PLACE_IN_FILE] = place
        event_id = "" if args[0].isspace() else args[0]
        self._fill_parts(filled, event_id)
        is_complete = self._complaints.check(filled, index, ("event", event_id))
        event = Event._make(args)
        number = self._place(filled, index, event)
        if event_id and self._is_first("event", event_id, number) and is_complete:
            kept.append(event)

    def _fill_parts(self, filled: Filled, owner: str) -> None:
        """Build the quotes, claims or steps that stand in a record."""
        _, tree, shape, args, odd = filled
        for pair in shape.records:
            at, slot, field = pair
            value, holds = tree[4 * at + 2], field.holds
            if value.__class__ is not Sequence or holds is None:
                odd.append(pair)
            elif holds.letter:
                args[slot] = tuple(self._parts(holds, value, owner))
            else:
                args[slot] = tuple(self._steps(holds, value, owner))

    def _parts(self, form: Format, items: Sequence, event: str) -> Iterator[Any]:
        """Build quotes or claims; those without an id are known by their place: EVENT.q1."""
        kind, ids = form.kind, self.places.ids(form.kind)
        is_copy = event in self.places.ids("event")
        for at, (value, index) in enumerate(_pairs(items), 1):
            if value.__class__ is not Mapping:
                self._complaints.tell_no_mapping(form, value, index)
                self._leave_out(form, index, event, at)
                continue
            filled = self._shapes.fill(form, value)
            args = filled[3]
            is_named = args[0] and not is_copy
            part_id = args[0] = args[0] or (event and f"{event}.{form.letter}{at}")
            args[1] = event
            is_complete = self._complaints.check(filled, index, (kind, part_id))
            part = form.record._make(args)
            number = self._place(filled, index, part)
            if is_named:
                is_complete = self._is_first(kind, part_id, number) and is_complete
            elif part_id:
                ids.setdefault(part_id, number)
            if is_complete:
                yield part

    def _leave_out(self, form: Format, index: int, event: str, at: int) -> None:
        """Have a quote or a claim count as defined that is none."""
        filled = self._shapes.fill(form, Mapping())
        args = filled[3]
        args[0], args[1] = event and f"{event}.{form.letter}{at}", event
        number = self._place(filled, index, form.record._make(args))
        if args[0]:
            self.places.ids(form.kind).setdefault(args[0], number)

    def _steps(self, form: Format, items: Sequence, tour: str) -> Iterator[Any]:
        """Build the steps of a tour, known among places as TOUR.0, TOUR.1 and so on."""
        ids, about = self.places.ids(form.kind), ("tour", tour)
        for at, (value, index) in enumerate(_pairs(items)):
            if value.__class__ is not Mapping:
                self._complaints.tell_no_mapping(form, value, index, about)
                continue
            filled = self._shapes.fill(form, value)
            is_complete = self._complaints.check(filled, index, about, f"steps{at}.")
            step = form.record._make(filled[3])
            ids.setdefault(f"{tour}.{at}", self._place(filled, index, step))
            if is_complete:
                yield step

    def _place(self, filled: Filled, start: int, record: object) -> int:
        """Remember a record and where its fields are; gives its number."""
        _, tree, shape, _, _ = filled
        self.records.append(record)
        return self.places.add(start, shape.layout, tree)

    def _is_first(self, kind: str, record_id: str, number: int) -> bool:
        """Give an id to a record, unless it is taken; report that, and an id not in kebab-case."""
        first = self.places.ids(kind).setdefault(record_id, number)
        if first == number and _ID.fullmatch(record_id):
            return True
        index = self.places.index(number, "id")
        if first == number:
            self._complaints.tell_id((kind, record_id), index)
        else:
            first_index = self.places.index(first, "id")
            self._complaints.tell_twice((kind, record_id), index, first_index)
        return first == number


def _pairs(items: Sequence | Mapping) -> Iterator[tuple[Any, int]]:
    return zip(items[::2], items[1::2], strict=True)
