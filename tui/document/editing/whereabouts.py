"""Whereabouts: where the records of a file are by now, while edits are made in its text.

Records are named as they were read, whatever id they have got since.
"""

from tui.document.editing.piece import EditError
from tui.document.editing.splice import Splice
from tui.document.reader import Reading
from tui.timeline.records import Kind, Ref


class Whereabouts:
    """Follows the records of a reading through the splices that are made in its text."""

    def __init__(self, reading: Reading) -> None:
        self.splices: list[Splice] = []
        self._places = reading.places
        self._put: dict[Ref, tuple[int, int]] = {}
        self._ids: dict[Ref, str | None] = {}

    def take(self, splice: Splice) -> None:
        """Take in what became of the text."""
        self.splices.append(splice)

    def put(self, ref: Ref, index: int, record_id: str | None = None) -> None:
        """Remember that a record starts at an index by now, and its id if it got another."""
        self._put[ref] = index, len(self.splices)
        if record_id is not None or self._ids.get(ref, "") is None:
            self._ids[ref] = record_id or ref.id

    def drop(self, ref: Ref) -> None:
        """Remember that a record is gone."""
        self._ids[ref] = None

    def index(self, ref: Ref) -> int:
        """Where a record starts. Raises `EditError` where there is none."""
        if self.id_of(ref) is None:
            raise EditError(f"there is no {ref.kind} {ref.id}")
        if ref in self._put:
            return self._moved(*self._put[ref])
        number = self._places.number(*ref)
        return self._moved(self._places.start(number or 0))

    def id_of(self, ref: Ref) -> str | None:
        """The id that a record has by now, None where there is no such record."""
        is_known = ref in self._put or self._places.number(*ref) is not None
        return self._ids.get(ref, ref.id if is_known else None)

    def is_taken(self, ref: Ref) -> bool:
        """Whether some record of that kind has that id by now."""
        has_kept = self.id_of(ref) == ref.id
        return has_kept or any(
            each.kind == ref.kind and record_id == ref.id for each, record_id in self._ids.items()
        )

    def last(self, kind: Kind) -> Ref | None:
        """The last record of a kind, as the file was read or as it got one since."""
        added = [ref for ref in self._put if ref.kind == kind and self.id_of(ref)]
        read = (Ref(kind, each) for each in reversed(self._places.ids(kind)))
        last_read = next((ref for ref in read if self.id_of(ref) is not None), None)
        found = added if last_read is None else [last_read, *added]
        return max(found, key=self.index, default=None)

    def event_at(self, index: int) -> Ref:
        """The event that starts last before an index. Raises `EditError` where none does."""
        refs = [Ref("event", each) for each in self._places.ids("event")]
        refs += [ref for ref in self._put if ref.kind == "event"]
        starts = {ref: self.index(ref) for ref in refs if self.id_of(ref) is not None}
        before = [ref for ref, start in starts.items() if start <= index]
        if not before:
            raise EditError("it is in no event that has an id")
        return max(before, key=starts.__getitem__)

    def heading(self, field: str) -> int | None:
        """Where the value of a field of the timeline itself starts, None where it has none."""
        number = self._places.number("timeline", "")
        if number is None or not (self._places.find(None, field) or not field):
            return None
        return self._moved(self._places.index(number, field))

    def _moved(self, index: int, since: int = 0) -> int:
        """Where something is by now that was at an index when so many splices were made."""
        for splice in self.splices[since:]:
            index = splice.moved(index)
        return index
