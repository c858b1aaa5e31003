"""The editor: edits of a timeline to changes of its text, and no other byte is touched.

Each edit is made in the piece of the file that it concerns, the lines of one record or of two
neighbours, so that what it costs does not grow with the file; only where a record has no lines
of its own the piece is the whole file. The piece is read again before the change counts.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from tui.document import block_edits, edits
from tui.document.block_edits import New
from tui.document.characters import complaint, hidden
from tui.document.edit import (
    Add,
    Delete,
    Edit,
    Insert,
    Move,
    Rename,
    Rewrite,
    Set,
    Shift,
    Unset,
)
from tui.document.fields import FORMATS, TIMELINE, Format
from tui.document.lots import Ground, Lot, checked, heading
from tui.document.piece import Data, EditError, Path, Piece, data
from tui.document.reader import Reading
from tui.document.splice import Splice
from tui.timeline.records import Claim, Kind, Quote, Ref

FORMS: Final[dict[str, Format]] = {form.kind: form for form in FORMATS}
SECTIONS: Final[dict[Kind, str]] = {
    "thread": "threads",
    "actor": "actors",
    "source": "sources",
    "event": "events",
    "tour": "tours",
}
"""Where the records of each kind are that stand by themselves."""
_BARE_RETURN: Final = re.compile(r"\r(?!\n)")
_NEAR: Final = 1 << 8
_BLANK_ABOVE: Final = re.compile(r"\n[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*\Z")
_ONE_ENTRY: Final = 2
"""A key and a value."""
KEYED: Final = ("thread", "actor", "source", "tour")
"""The kinds whose ids are keys."""


class ConflictError(EditError):
    """What an edit would replace says something else than it did when the edit was meant."""


class Edited(NamedTuple):
    """A text after edits, and what became of it, splice after splice."""

    text: str
    splices: tuple[Splice, ...]


def edit(text: str, reading: Reading, meant: Sequence[Edit]) -> Edited:
    """Make edits, all of them or none.

    Args:
        text: The text of a file, without a byte order mark.
        reading: What was read of it.
        meant: What is to change; each names its records as `reading` has them.

    Raises:
        ConflictError: Something to be replaced is not what it was.
        EditError: One of them cannot be made without touching something else.
    """
    bench = _Bench(text, reading)
    for each in meant:
        bench.make(each)
    return Edited(bench.text, tuple(bench.splices))


class _Bench:
    """A text while edits are made in it."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text
        self.splices: list[Splice] = []
        self._reading = reading
        self._eol = "\r\n" if "\r\n" in text[: 1 << 16] else "\n"
        if "\r" in text and _BARE_RETURN.search(text):
            raise EditError("a line ends with a bare carriage return; mend that first")

    def make(self, each: Edit) -> None:
        """Make one edit."""
        match each:
            case Set(ref, path, value, before):
                self._set(ref, path, value, before)
            case Unset(ref, path, before):
                self._unset(ref, path, before)
            case Insert(ref, path, at, value):
                self._insert(ref, path, at, value)
            case Shift(ref, path, at, to):
                lot = self._lot(ref)
                self._put(lot, edits.move_item(lot.piece, (*lot.path, *path), at, to))
            case Add(ref, value, beside, after):
                self._add(ref, value, beside, after=after)
            case Delete(ref, before):
                self._delete(ref, before)
            case Move(ref, beside, after):
                self._move(ref, beside, after=after)
            case Rename(ref, record_id):
                self._rename(ref, record_id)
            case Rewrite(ref, text, before):
                self._rewrite(ref, text, before)

    def _set(self, ref: Ref | None, path: Path, value: Data, before: Data | None) -> None:
        value = _clean(value)
        lot = self._lot(ref) if ref else self._heading(path)
        record, whole = _at(lot.piece, lot.path), (*lot.path, *path)
        holder = _said(record, path[:-1])
        is_there = not isinstance(holder, dict) or path[-1] in holder
        _check(_said(record, path), before)
        form = _form(ref, path[:-1])
        if is_there:
            self._put(lot, edits.set_value(lot.piece, whole, value, form))
        else:
            new = New(value, form, str(path[-1]))
            self._put(lot, edits.add_entry(lot.piece, whole[:-1], new))

    def _unset(self, ref: Ref | None, path: Path, before: Data | None) -> None:
        lot = self._lot(ref) if ref else self._heading(path)
        _check(_said(_at(lot.piece, lot.path), path), before)
        whole = (*lot.path, *path)
        if isinstance(path[-1], str):
            self._put(lot, edits.remove_entry(lot.piece, whole))
            return
        items = lot.piece.node(whole[:-1]).children
        required = _form(ref, path[:-2])
        field = required.by_name.get(str(path[-2])) if required else None
        if len(items) == 1 and field is not None and not field.required:
            self._put(lot, edits.remove_entry(lot.piece, whole[:-1]))
        else:
            self._put(lot, edits.delete_item(lot.piece, whole))

    def _insert(self, ref: Ref, path: Path, at: int, value: Data) -> None:
        value = _clean(value)
        lot = self._lot(ref)
        record = _at(lot.piece, lot.path)
        form = _form(ref, path)
        if isinstance(record, dict) and len(path) == 1 and path[0] not in record:
            new = New([value], _form(ref, ()), str(path[0]))
            self._put(lot, edits.add_entry(lot.piece, lot.path, new))
        elif _said(record, path) == "":
            self._put(lot, edits.set_value(lot.piece, (*lot.path, *path), [value], _form(ref, ())))
        else:
            self._put(lot, edits.insert_item(lot.piece, (*lot.path, *path), at, New(value, form)))

    def _add(self, ref: Ref, value: Data, beside: Ref | None, *, after: bool) -> None:
        value = _clean(value)
        form = FORMS[ref.kind]
        new = New(value, None, ref.id, form) if ref.kind in KEYED else New(value, form)
        beside = beside or self._last(ref.kind)
        if beside is None:
            self._add_first(ref, value)
            return
        lot = self._lot(beside)
        holder, at = lot.path[:-1], lot.piece.spot(lot.path).at + after
        spaced = self._is_spaced(lot)
        if ref.kind in KEYED:
            self._put(lot, edits.add_entry(lot.piece, holder, new, at, spaced=spaced))
        else:
            self._put(lot, edits.insert_item(lot.piece, holder, at, new, spaced=spaced))

    def _add_first(self, ref: Ref, value: Data) -> None:
        """Add the first record of its kind."""
        section = SECTIONS[ref.kind]
        held: Data = {ref.id: value} if ref.kind in KEYED else [value]
        lot = Lot(0, checked(self.text, self._eol), ())
        if any(key.text == section for key, _ in lot.piece.root.entries):
            self._put(lot, edits.set_value(lot.piece, (section,), held, TIMELINE))
        else:
            self._put(lot, edits.add_entry(lot.piece, (), New(held, TIMELINE, section)))

    def _delete(self, ref: Ref, before: Data | None) -> None:
        if ref.kind in ("quote", "claim"):
            owner, path = self._within(ref)
            self._unset(owner, path, before)
            return
        lot = self._lot(ref, paired=True)
        _check(_at(lot.piece, lot.path), before)
        self._put(lot, self._without(lot))

    def _without(self, lot: Lot) -> Piece:
        """A lot without its record; a section of ids that would be empty goes as well."""
        if isinstance(lot.path[-1], int):
            return edits.delete_item(lot.piece, lot.path)
        is_last = len(lot.piece.node(lot.path[:-1]).children) == _ONE_ENTRY
        return edits.remove_entry(lot.piece, lot.path[:-1] if is_last else lot.path)

    def _move(self, ref: Ref, beside: Ref, *, after: bool) -> None:
        lot = self._lot(ref, paired=True)
        written = edits.taken(lot.piece, lot.path)
        self._put(lot, self._without(lot))
        lot = self._lot(beside)
        at = lot.piece.spot(lot.path).at + after
        spaced = self._is_spaced(lot)
        changed = edits.insert_lines(lot.piece, lot.path[:-1], at, written, spaced=spaced)
        self._put(lot, changed)

    def _rename(self, ref: Ref, record_id: str) -> None:
        if ref.kind not in KEYED:
            self._set(ref, ("id",), record_id, None)
            return
        lot = self._lot(ref)
        self._put(lot, edits.rename_key(lot.piece, lot.path, record_id))

    def _rewrite(self, ref: Ref, text: str, before: str | None) -> None:
        lot = self._lot(ref)
        if before is not None:
            _check(edits.written(lot.piece, lot.path).rstrip(), before.rstrip())
        self._put(lot, edits.rewrite(lot.piece, lot.path, text))

    def _put(self, lot: Lot, changed: Piece) -> None:
        """Take a changed lot into the text."""
        for splice in (each.shifted(lot.start) for each in changed.splices):
            self.text = splice.done(self.text)
            self.splices.append(splice)

    def _lot(self, ref: Ref, *, paired: bool = False) -> Lot:
        """Where to edit a record; `paired` with a neighbour, if it has one."""
        if ref.kind in ("quote", "claim"):
            owner, path = self._within(ref)
            lot = self._lot(owner)
            return lot._replace(path=(*lot.path, *path))
        ground = Ground(self.text, self._eol, SECTIONS[ref.kind], ref.kind in KEYED)
        index = self._now(ref)
        found = ground.paired(index) if paired else ground.own(index)
        return found or ground.all(index)

    def _heading(self, path: Path) -> Lot:
        """Where to edit a field of the timeline itself."""
        places = self._reading.places
        number = places.number(TIMELINE.kind, "")
        if number is None:
            raise EditError("there is no timeline")
        index = self._moved(places.index(number, str(path[0])))
        return heading(self.text, index, str(path[0]), self._eol)

    def _within(self, ref: Ref) -> tuple[Ref, Path]:
        """The event that has a quote or a claim, and where in it that is."""
        index = self._now(ref)
        field = "quotes" if ref.kind == "quote" else "claims"
        owner = self._owner(ref)
        lot = self._lot(owner)
        items = lot.piece.node((*lot.path, field)).children
        starts = [lot.start + item.start for item in items]
        if index not in starts:
            raise EditError(f"{ref.kind} {ref.id} is not where it was read")
        return owner, (field, starts.index(index))

    def _owner(self, ref: Ref) -> Ref:
        record = self._reading.timeline.find(ref)
        if not isinstance(record, Quote | Claim):
            raise EditError(f"there is no {ref.kind} {ref.id}")
        return Ref("event", record.event)

    def _now(self, ref: Ref) -> int:
        """Where a record starts in the text as it is by now."""
        places = self._reading.places
        number = places.number(*ref)
        if number is None:
            raise EditError(f"there is no {ref.kind} {ref.id}")
        return self._moved(places.start(number))

    def _moved(self, index: int) -> int:
        """Where something is by now that was read at an index."""
        for splice in self.splices:
            index = splice.moved(index)
        return index

    def _last(self, kind: Kind) -> Ref | None:
        """The last record of a kind, as the file has them."""
        ids = self._reading.places.ids(kind)
        return Ref(kind, next(reversed(ids))) if ids else None

    def _is_spaced(self, lot: Lot) -> bool:
        """Whether records have a blank line between them where this one is."""
        piece = lot.piece
        holder = piece.node(lot.path[:-1])
        lines = block_edits.lines_of(piece, holder, piece.spot(lot.path).at)
        start = lot.start + lines.start
        if _BLANK_ABOVE.search(self.text, max(0, start - _NEAR), start):
            return True
        indent = " " * lines.column
        behind = re.compile(rf"[ \t]*\r?\n(?:[ \t]*\r?\n)*{indent}(?! )")
        return behind.match(self.text, lot.start + lines.end) is not None


def _form(ref: Ref | None, path: Path) -> Format | None:
    """The form of the record at a path within a record."""
    form: Format | None = TIMELINE if ref is None else FORMS[ref.kind]
    for step in path:
        if isinstance(step, str):
            field = form.by_name.get(step) if form else None
            form = field.holds if field else None
    return form


def _at(piece: Piece, path: Path) -> Data:
    return data(piece.node(path))


def _said(record: Data, path: Path) -> Data:
    """What a record says at a path, "" where nothing is."""
    for step in path:
        if isinstance(record, dict):
            record = record.get(str(step), "")
        elif isinstance(record, list) and isinstance(step, int) and step < len(record):
            record = record[step]
        else:
            return ""
    return record


def _check(said: Data, before: Data | None) -> None:
    """Raises `ConflictError` where something else is said than was."""
    if before is not None and _clean(said) != _clean(before):
        raise ConflictError("it says something else there by now")


def _clean(value: Data) -> Data:
    """A value as the reader would have it.

    Raises:
        EditError: It has characters that a file may not have.
    """
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_clean(each) for each in value]
    value = value.rstrip("\n")
    for character in hidden(value):
        raise EditError(complaint(character))
    return value
