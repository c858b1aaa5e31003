"""The ground of edits: a text, where its records are by now, and the lots to edit them in."""

import re
from typing import Final

from tui.document.editing import said
from tui.document.editing.block_edits import lines_of
from tui.document.editing.lots import FARTHEST, Lot, Section, checked, heading, whole
from tui.document.editing.pages import Pages
from tui.document.editing.piece import EditError, Path, Piece, data
from tui.document.editing.splice import Splice
from tui.document.editing.whereabouts import Whereabouts
from tui.document.fields import TIMELINE
from tui.document.reader import Reading
from tui.timeline.records import Claim, Kind, Quote, Ref

SECTIONS: Final[dict[Kind, str]] = {
    "thread": "threads",
    "actor": "actors",
    "source": "sources",
    "event": "events",
    "tour": "tours",
}
"""Where the records of each kind are that stand by themselves."""
KEYED: Final = ("thread", "actor", "source", "tour")
"""The kinds whose ids are keys."""
_PARTS: Final[dict[Kind, str]] = {"quote": "quotes", "claim": "claims"}
"""In which field of an event the records of each kind are that stand in one."""
_DEEPEST_RECORD: Final = 2
"""Steps of the path to a record that stands by itself, in the whole file."""
_REACH: Final = 1 << 16
"""Characters before and behind the start of a record, among which its lines are at first."""
_NEAR: Final = 1 << 8
_BLANK_ABOVE: Final = re.compile(r"\n[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*\Z")


class Ground:
    """A text while edits are made in it."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._pages = Pages(text)
        self.where = Whereabouts(reading)
        self._timeline = reading.timeline
        self._eol = "\r\n" if text[: text.find("\n") + 1].endswith("\r\n") else "\n"

    @property
    def text(self) -> str:
        """The text as it is by now."""
        return self._pages.whole()

    def whole(self) -> Lot:
        """The whole text."""
        return Lot(0, checked(self.text, self._eol), ())

    def put(
        self,
        lot: Lot,
        changed: Piece,
        ref: Ref | None = None,
        path: Path = (),
        record_id: str | None = None,
    ) -> None:
        """Take a changed lot into the text, in which a record is at a path by now."""
        self._pages.put(Splice(lot.start, lot.piece.text, changed.text))
        for splice in changed.splices:
            self.where.take(splice.shifted(lot.start))
        if ref:
            self.where.put(ref, lot.start + changed.spot(path).start, record_id)

    def lot(self, ref: Ref, *, paired: bool = False) -> Lot:
        """Where to edit a record; `paired` with a neighbour, if it has one.

        Raises:
            EditError: There is no such record, or something else where it was.
        """
        index = self.where.index(ref)
        if ref.kind in _PARTS:
            lot = self._part(ref, index)
        else:
            lot = self._record(ref, index, paired=paired)
        record = data(lot.piece.node(lot.path))
        is_named = ref.kind not in KEYED and isinstance(record, dict) and "id" in record
        record_id = said.find(record, ("id",)) if is_named else lot.path[-1]
        if record_id != self.where.id_of(ref) and (is_named or ref.kind in KEYED):
            raise EditError(f"{ref.kind} {ref.id} is not where it was read")
        return lot

    def _record(self, ref: Ref, index: int, *, paired: bool) -> Lot:
        """Where to edit a record that stands by itself."""
        key, is_keyed = SECTIONS[ref.kind], ref.kind in KEYED
        first, reach = max(0, index - (2 * FARTHEST if paired else _REACH)), _REACH
        while not self._is_flow(key):
            lines = self._pages.part(first, index + reach)
            is_end = index + reach >= len(self._pages)
            section = Section(lines, self._eol, is_keyed, is_end)
            found = section.paired(index - first) if paired else section.own(index - first)
            if found:
                return found._replace(start=first + found.start)
            if is_end:
                break
            reach *= 16
        return whole(self._pages.whole(), index, key, self._eol)

    def _part(self, ref: Ref, index: int) -> Lot:
        """Where to edit a quote or a claim: the lot of its event."""
        record = self._timeline.find(ref)
        if isinstance(record, Quote | Claim):
            lot = self.lot(Ref("event", record.event))
        else:
            lot = self.lot(self.where.event_at(index))
        holder = (*lot.path, _PARTS[ref.kind])
        starts = [lot.start + item.start for item in lot.piece.node(holder).children]
        if index not in starts:
            raise EditError(f"{ref.kind} {ref.id} is not where it was read")
        return lot._replace(path=(*holder, starts.index(index)))

    def beside(self, ref: Ref, beside: Ref, *, after: bool) -> Lot:
        """Where to put a record behind another one, or before it and the comments above it."""
        if ref.kind != beside.kind:
            raise EditError(f"{ref.kind} {ref.id} cannot stand beside {beside.kind} {beside.id}")
        return self.lot(beside, paired=not after)

    def heading(self, field: str, *, paired: bool = False) -> Lot:
        """Where to edit a field of the timeline itself; `paired` with another one."""
        names = [field, *(each.name for each in TIMELINE.fields if not each.holds)]
        for name in names:
            index = self.where.heading(name)
            if index is not None and not self._is_flow(""):
                return heading(self.text, index, name, self._eol, paired=paired)
        return self.whole()

    def _is_flow(self, section: str) -> bool:
        """Whether a section stands in brackets or braces, or the whole file does."""
        starts = (self.where.heading(each) for each in ("", section))
        signs = (self._pages.part(start, start + 1) for start in starts if start is not None)
        return any(sign in ("{", "[") for sign in signs)

    def is_spaced(self, lot: Lot) -> bool | None:
        """Whether records have a blank line between them where this one is, if that is known."""
        piece = lot.piece
        holder = piece.node(lot.path[:-1])
        if holder.style == "flow" or len(lot.path) > _DEEPEST_RECORD:
            return None
        lines = lines_of(piece, holder, piece.spot(lot.path).at)
        start, end = lot.start + lines.start, lot.start + lines.end
        if _BLANK_ABOVE.search(self._pages.part(max(0, start - _NEAR), start)):
            return True
        indent = " " * lines.column
        behind = re.compile(rf"[ \t]*\r?\n(?:[ \t]*\r?\n)*{indent}(?! )")
        return behind.match(self._pages.part(end, end + _NEAR)) is not None
