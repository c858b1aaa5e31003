"""The editor: edits of a timeline to changes of its text, and no other byte is touched.

Each edit is made in the piece of the file that it concerns, the lines of one record or of two
neighbours, so that what it costs does not grow with the file; only where a record has no lines
of its own the piece is the whole file. The piece is read again before the change counts.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from tui.document.editing import edits, said
from tui.document.editing.block_edits import New, size
from tui.document.editing.edit import (
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
from tui.document.editing.ground import KEYED, SECTIONS, Ground
from tui.document.editing.lots import Lot
from tui.document.editing.piece import Data, EditError, Path, Piece, data
from tui.document.editing.splice import Splice
from tui.document.editing.values import set_value
from tui.document.fields import FORMS, TIMELINE, Format
from tui.document.reader import Reading
from tui.document.reading.characters import complaint, escape, hidden
from tui.timeline.records import Ref


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
        meant: What is to change; each names its records as `reading` has them, or as an edit
            before it added them.

    Raises:
        ConflictError: Something to be replaced is not what it was.
        EditError: One of them cannot be made without touching something else.
    """
    bench = _Bench(text, reading)
    for each in meant:
        bench.make(each)
    return bench.done()


def written(text: str, reading: Reading, ref: Ref) -> str:
    """A record as it is written, moved to the left edge, as a `Rewrite` has it.

    Raises:
        EditError: It cannot be told from what stands beside it.
    """
    return _Bench(text, reading).written(ref)


def with_before(text: str, reading: Reading, meant: Sequence[Edit]) -> tuple[Edit, ...]:
    """Edits with what they replace, so that a conflict is noticed where that changes.

    Args:
        text: The text of a file.
        reading: What was read of it.
        meant: What is to change; each names its records and places as they are in the text.

    Raises:
        EditError: There is no such record.
    """
    ground = Ground(text, reading)
    return tuple(_with_before(ground, each) for each in meant)


def _with_before(ground: Ground, each: Edit) -> Edit:
    match each:
        case Delete(ref, None):
            lot = ground.lot(ref)
            return each._replace(before=data(lot.piece.node(lot.path)))
        case Set(ref, path, _, None) | Unset(ref, path, None):
            lot = ground.lot(ref) if ref else ground.heading(str(path[0]))
            return each._replace(before=said.find(data(lot.piece.node(lot.path)), path))
        case _:
            return each


class _Bench:
    """Where edits are made, one after the other."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._ground = Ground(text, reading)
        self._where = self._ground.where

    def done(self) -> Edited:
        """What became of the text."""
        return Edited(self._ground.text, tuple(self._where.splices))

    def written(self, ref: Ref) -> str:
        """A record as it is written, moved to the left edge."""
        lot = self._ground.lot(ref)
        return edits.written(lot.piece, lot.path)

    def make(self, each: Edit) -> None:
        """Make one edit."""
        match each:
            case Set(ref, path, value, before):
                self._set(ref, _steps(path), _clean(value), before)
            case Unset(ref, path, before):
                self._unset(ref, _steps(path), before)
            case Insert(ref, path, at, value):
                self._insert(ref, _steps(path), at, _clean(value))
            case Shift(ref, path, at, to):
                lot = self._ground.lot(ref)
                self._ground.put(lot, edits.move_child(lot.piece, (*lot.path, *path), at, to))
            case Add(ref, value, beside, after):
                self._add(ref, _clean(value), beside, after=after or beside is None)
            case Delete(ref, before):
                self._delete(ref, before)
            case Move(ref, beside, after):
                self._move(ref, beside, after=after)
            case Rename(ref, record_id):
                self._rename(ref, record_id)
            case Rewrite(ref, text, before):
                self._rewrite(ref, text, before)

    def _set(self, ref: Ref | None, path: Path, value: Data, before: Data | None) -> None:
        if ref and ref.kind in KEYED and path == ("id",):
            _check(self._where.id_of(ref) or "", before)
            self._rename(ref, str(value))
            return
        record_id = self._new_id(ref, value) if ref and path == ("id",) else None
        lot = self._ground.lot(ref) if ref else self._ground.heading(str(path[0]))
        record, whole = data(lot.piece.node(lot.path)), (*lot.path, *path)
        holder = said.find(record, path[:-1])
        _check(said.find(record, path), before)
        if isinstance(holder, dict) and path[-1] not in holder:
            new = New(value, _form(ref, path[:-1]), str(path[-1]))
            changed = edits.add_entry(lot.piece, whole[:-1], new)
        else:
            is_item = isinstance(path[-1], int)
            form = _form(ref, path if is_item else path[:-1])
            changed = set_value(lot.piece, whole, value, form)
        self._ground.put(lot, changed, ref, lot.path, record_id)

    def _unset(self, ref: Ref | None, path: Path, before: Data | None) -> None:
        is_field = len(path) == 1
        heading = self._ground.heading
        lot = self._ground.lot(ref) if ref else heading(str(path[0]), paired=is_field)
        _check(said.find(data(lot.piece.node(lot.path)), path), before)
        whole = (*lot.path, *path)
        if isinstance(path[-1], int):
            whole = _with_holder(lot.piece, whole, _form(ref, path[:-2]))
        self._ground.put(lot, edits.remove(lot.piece, whole), ref, lot.path)

    def _insert(self, ref: Ref, path: Path, at: int, value: Data) -> None:
        lot = self._ground.lot(ref)
        record, whole = data(lot.piece.node(lot.path)), (*lot.path, *path)
        holder = said.find(record, path[:-1])
        if isinstance(holder, dict) and path[-1] not in holder:
            new = New([value], _form(ref, path[:-1]), str(path[-1]))
            changed = edits.add_entry(lot.piece, whole[:-1], new)
        elif said.find(record, path) == "":
            changed = set_value(lot.piece, whole, [value], _form(ref, path[:-1]))
        else:
            changed = edits.insert_item(lot.piece, whole, at, New(value, _form(ref, path)))
        self._ground.put(lot, changed, ref, lot.path)

    def _add(self, ref: Ref, value: dict[str, Data], beside: Ref | None, *, after: bool) -> None:
        if self._where.is_taken(ref):
            raise EditError(f"there is another {ref.kind} {ref.id} already")
        if ref.kind not in KEYED:
            value = {"id": ref.id} | value | {"id": ref.id}
        if beside is None and ref.kind not in SECTIONS:
            raise EditError(f"it has to be said which {ref.kind} the new one stands beside")
        beside = beside or self._where.last(ref.kind)
        if beside is None:
            self._add_first(ref, value)
            return
        lot = self._ground.beside(ref, beside, after=after)
        holder, at = lot.path[:-1], lot.piece.spot(lot.path).at + after
        spaced = self._ground.is_spaced(lot)
        if ref.kind in KEYED:
            new = New(value, None, ref.id, FORMS[ref.kind])
            changed = edits.add_entry(lot.piece, holder, new, at, spaced=spaced)
            self._ground.put(lot, changed, ref, (*holder, ref.id))
        else:
            new = New(value, FORMS[ref.kind])
            changed = edits.insert_item(lot.piece, holder, at, new, spaced=spaced)
            self._ground.put(lot, changed, ref, (*holder, at))

    def _add_first(self, ref: Ref, value: dict[str, Data]) -> None:
        """Add the first record of its kind that has an id."""
        section = SECTIONS[ref.kind]
        held: Data = {ref.id: value} if ref.kind in KEYED else [value]
        lot = self._ground.whole()
        piece = lot.piece
        there = said.find(piece.data(), (section,))
        if isinstance(there, list) and there and ref.kind not in KEYED:
            changed = edits.insert_item(piece, (section,), len(there), New(value, FORMS[ref.kind]))
        elif there:
            raise EditError(f"there is a mistake in {section}; mend that first")
        elif any(key.text == section for key, _ in piece.root.entries):
            changed = set_value(piece, (section,), held, TIMELINE)
        else:
            changed = edits.add_entry(piece, (), New(held, TIMELINE, section))
        at = len(there) if isinstance(there, list) else 0
        self._ground.put(lot, changed, ref, (section, ref.id if ref.kind in KEYED else at))

    def _delete(self, ref: Ref, before: Data | None) -> None:
        lot = self._ground.lot(ref, paired=True)
        _check(data(lot.piece.node(lot.path)), before)
        self._ground.put(lot, self._without(ref, lot))
        self._where.drop(ref)

    def _without(self, ref: Ref, lot: Lot) -> Piece:
        """A lot without its record; what may be left out goes with the only one in it."""
        form = TIMELINE if ref.kind in SECTIONS else FORMS["event"]
        return edits.remove(lot.piece, _with_holder(lot.piece, lot.path, form))

    def _move(self, ref: Ref, beside: Ref, *, after: bool) -> None:
        if ref == beside or self._follows(ref if after else beside, beside if after else ref):
            return
        lot = self._ground.lot(ref, paired=True)
        holder, at = lot.path[:-1], lot.piece.spot(lot.path).at
        if lot.piece.node(holder).style == "flow" or ref.kind not in SECTIONS:
            to = self._in(lot, beside) + after
            changed = edits.move_child(lot.piece, holder, at, to - (at < to))
            step = lot.path[-1] if ref.kind in KEYED else to - (at < to)
            self._ground.put(lot, changed, ref, (*holder, step))
            return
        written = edits.taken(lot.piece, lot.path)
        self._ground.put(lot, self._without(ref, lot))
        lot = self._ground.beside(ref, beside, after=after)
        holder, at = lot.path[:-1], lot.piece.spot(lot.path).at + after
        spaced = self._ground.is_spaced(lot)
        changed = edits.insert_lines(lot.piece, holder, at, written, spaced=spaced)
        self._ground.put(lot, changed, ref, (*holder, written.key if ref.kind in KEYED else at))

    def _follows(self, ref: Ref, before: Ref) -> bool:
        """Whether a record stands right behind another one."""
        lot = self._ground.lot(ref, paired=True)
        at = lot.piece.spot(lot.path).at
        holder = lot.piece.node(lot.path[:-1])
        step = 2 if holder.kind == "mapping" else 1
        start = holder.children[(at - 1) * step].start if at else None
        return start is not None and lot.start + start == self._where.index(before)

    def _in(self, lot: Lot, beside: Ref) -> int:
        """Which of those in a lot a record is that is to be there as well."""
        holder = lot.piece.node(lot.path[:-1])
        index = self._where.index(beside) - lot.start
        starts = [each.start for each in holder.children[:: 2 if holder.kind == "mapping" else 1]]
        if index not in starts:
            raise EditError(f"{beside.kind} {beside.id} stands elsewhere")
        return starts.index(index)

    def _rename(self, ref: Ref, record_id: str) -> None:
        if ref.kind not in KEYED:
            self._set(ref, ("id",), _clean(record_id), None)
            return
        record_id = self._new_id(ref, _clean(record_id))
        lot = self._ground.lot(ref)
        if record_id != lot.path[-1]:
            changed = edits.rename_key(lot.piece, lot.path, record_id)
            self._ground.put(lot, changed, ref, (*lot.path[:-1], record_id), record_id)

    def _new_id(self, ref: Ref, record_id: Data) -> str:
        """An id that a record may get. Raises `EditError` where another one has it."""
        is_own = record_id == self._where.id_of(ref)
        if not is_own and self._where.is_taken(Ref(ref.kind, str(record_id))):
            raise EditError(f"there is another {ref.kind} {record_id} already")
        return str(record_id)

    def _rewrite(self, ref: Ref, text: str, before: str | None) -> None:
        lot = self._ground.lot(ref)
        if before is not None:
            _check(_squeezed(edits.written(lot.piece, lot.path)), _squeezed(before))
        changed = edits.rewrite(lot.piece, lot.path, text)
        holder, at = lot.path[:-1], lot.piece.spot(lot.path).at
        if ref.kind in KEYED:
            record_id = self._new_id(ref, changed.node(holder).children[2 * at].text)
            self._ground.put(lot, changed, ref, (*holder, record_id), record_id)
            return
        record_id = self._new_id(ref, said.find(changed.data(), (*lot.path, "id")))
        self._ground.put(lot, changed, ref, lot.path, record_id or None)


def _steps(path: Path) -> Path:
    """A path that leads somewhere. Raises `EditError` for none."""
    if not path:
        raise EditError("it has to be said which field is meant")
    return path


def _with_holder(piece: Piece, path: Path, form: Format | None) -> Path:
    """A path, or that of the field it is in if it is all that this has and it may be left out."""
    if len(path) < 2 or not isinstance(path[-2], str) or not form:  # noqa: PLR2004, two steps
        return path
    holder = piece.node(path[:-1])
    field = form.by_name.get(path[-2])
    may_go = field is not None and not field.required and size(holder) == 1
    return path[:-1] if may_go else path


def _form(ref: Ref | None, path: Path) -> Format | None:
    """The form of the record at a path within a record."""
    form: Format | None = TIMELINE if ref is None else FORMS[ref.kind]
    for step in path:
        if isinstance(step, str):
            field = form.by_name.get(step) if form else None
            form = field.holds if field else None
    return form


def _check(now: Data, before: Data | None) -> None:
    """Raises `ConflictError` where something else is said than was."""
    if before is None or _as_read(now) == _as_read(before):
        return
    # Of most fields the reader makes one line.
    if isinstance(now, str) and _as_read(" ".join(now.split())) == _as_read(before):
        return
    raise ConflictError("it says something else there by now")


def _squeezed(lines: str) -> list[Data]:
    """Lines without the blanks around them."""
    return [line.strip() for line in lines.strip().split("\n")]


def _as_read(value: Data) -> Data:
    """A value as the reader has it."""
    if isinstance(value, dict):
        return {key: _as_read(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_read(each) for each in value]
    return escape(value.rstrip("\n").replace("\t", " "))


def _clean(value: Any) -> Any:  # noqa: ANN401, as deep as it is
    """A value without line breaks at its ends, which the reader does not have.

    Raises:
        EditError: It has characters that a file may not have.
    """
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_clean(each) for each in value]
    for character in hidden(value):
        raise EditError(complaint(character))
    return value.rstrip("\n")
