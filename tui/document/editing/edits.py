"""Edits of a piece: text to text, each read again before it counts.

What an edit makes must say what the piece said before with just this one change, and have the
comments that it had, else the next way to write it is tried. If none is left the edit is refused
and nothing happens.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from tui.document.editing import block_edits, flow_edits, layout, said, scalars
from tui.document.editing.block_edits import New
from tui.document.editing.piece import Cut, Data, EditError, Path, Piece, data
from tui.document.editing.scalars import Where
from tui.document.fields import Format

_NO_WAY: Final = "there is no way to write that here which leaves all else as it is"


class Written(NamedTuple):
    """An item or entry: its whole lines, what it says, and its key if it has one."""

    text: str
    said: Data
    key: str


def change(
    piece: Piece, cuts: Iterable[Cut], expected: Data, *, keeps_comments: bool = True
) -> Piece:
    """The first of some changes that says what is expected.

    Args:
        piece: What is edited.
        cuts: The changes, the best first.
        expected: What the piece is to say.
        keeps_comments: Whether all comments have to be there still.

    Raises:
        EditError: None of them does.
    """
    comments = Counter(piece.comments()) if keeps_comments else Counter()
    for cut in cuts:
        with suppress(EditError):
            changed = piece.cut(cut)
            if changed.data() == expected and comments <= Counter(changed.comments()):
                return changed
    raise EditError(_NO_WAY)


def add_entry(
    piece: Piece, path: Path, new: New, at: int | None = None, *, spaced: bool | None = None
) -> Piece:
    """Add an entry to a mapping.

    Args:
        piece: What is edited.
        path: Where the mapping is.
        new: The entry; its form is that of the record that the mapping is.
        at: Before which entry, from 0; None for behind those that the format has before it.
        spaced: Whether there is a blank line around each; None to do as was done before.
    """
    holder = piece.node(path)
    if holder.kind != "mapping":
        raise EditError("there are no fields here")
    keys = [each.text for each, _ in holder.entries]
    if new.key in keys:
        raise EditError(f'"{new.key}" is there already')
    expected = said.put(piece.data(), (*path, new.key), new.value)
    at = _place(keys, new.key, new.form) if at is None else at
    spaced = False if isinstance(new.value, str) else spaced
    return change(piece, _insertions(piece, path, at, new, spaced=spaced), expected)


def insert_item(
    piece: Piece, path: Path, at: int, new: New, *, spaced: bool | None = None
) -> Piece:
    """Put an item into a list, before the one at a place or behind the last.

    Args:
        piece: What is edited.
        path: Where the list is.
        at: Where in it, from 0.
        new: What is to be there; its form is that of the record that the item is.
        spaced: Whether there is a blank line around each; None to do as was done before.
    """
    expected = piece.data()
    said.items(expected, path).insert(at, new.value)
    return change(piece, _insertions(piece, path, at, new, spaced=spaced), expected)


def insert_lines(
    piece: Piece, path: Path, at: int, child: Written, *, spaced: bool | None
) -> Piece:
    """Put an item or entry that is written already before one of a block, or behind the last."""
    expected = piece.data()
    if isinstance(said.at(expected, path), dict):
        expected = said.put(expected, (*path, child.key), child.said)
    else:
        said.items(expected, path).insert(at, child.said)
    holder = piece.node(path)
    if holder.style == "flow":
        raise EditError("what is in brackets has no lines of its own")
    cut = block_edits.raw_insertion(piece, holder, at, child.text, spaced=spaced)
    return change(piece, [cut], expected)


def remove(piece: Piece, path: Path) -> Piece:
    """Take an entry or an item away; an only one leaves an empty mapping or list."""
    spot = piece.spot(path)
    holder = spot.holder
    expected = said.drop(piece.data(), path)
    if holder.style == "flow":
        cuts = flow_edits.removal(piece, holder, spot.at)
    elif block_edits.size(holder) > 1:
        cuts = block_edits.removals(piece, holder, spot.at)
    elif holder is piece.root and holder.kind == "mapping":
        raise EditError("nothing would be left of it")
    else:
        sign = "[]" if holder.kind == "list" else "{}"
        outer = piece.spot(path[:-1]) if len(path) > 1 else None
        cuts = block_edits.replacements(piece, outer, holder, sign)
    return change(piece, cuts, expected, keeps_comments=False)


def taken(piece: Piece, path: Path) -> Written:
    """An item or entry of a block with the lines that are its own."""
    spot = piece.spot(path)
    if spot.holder.style == "flow":
        raise EditError("it stands in brackets and has no lines of its own")
    lines = block_edits.lines_of(piece, spot.holder, spot.at)
    text = piece.text[lines.start : lines.end]
    text = text if text.endswith("\n") else text + piece.eol
    return Written(text, data(spot.node), str(path[-1]))


def written(piece: Piece, path: Path) -> str:
    """A record as it is written, moved to the left edge, with its dash or key."""
    spot = piece.spot(path)
    if spot.holder.style == "flow":
        return piece.text[spot.start : spot.node.end].replace("\r", "")
    lines = block_edits.lines_of(piece, spot.holder, spot.at)
    found = piece.text[piece.line_start(lines.mark) : lines.end].replace("\r", "").split("\n")
    indent = lines.column
    left = (line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in found)
    return "\n".join(left).removesuffix("\n") + "\n"


def rewrite(piece: Piece, path: Path, text: str) -> Piece:
    """Have a record written otherwise; it may say something else then, but be no more than one.

    Args:
        piece: What is edited.
        path: Where the record is.
        text: Its lines, from the left edge, with the dash or the key.
    """
    spot = piece.spot(path)
    lines = text.replace("\r", "").rstrip().split("\n")
    if spot.holder.style == "flow":
        cut = Cut(spot.start, spot.node.end, piece.eol.join(lines))
    else:
        place = block_edits.lines_of(piece, spot.holder, spot.at)
        new = layout.indented(lines, place.column, piece.eol)
        is_last = not piece.text[: place.end].endswith("\n")
        new = new.removesuffix(piece.eol) if is_last else new
        cut = Cut(piece.line_start(place.mark), place.end, new)
    changed = piece.cut(cut)
    holder = changed.node(path[:-1])
    is_one = len(holder.children) == len(spot.holder.children)
    if not is_one or said.without(changed.data(), path[:-1], spot.at) != said.without(
        piece.data(), path[:-1], spot.at
    ):
        raise EditError("that would be more or less than this one record")
    return changed


def move_child(piece: Piece, path: Path, at: int, to: int) -> Piece:
    """Put an item of a list or an entry of a mapping elsewhere in it, with its own comments."""
    holder = piece.node(path)
    order = list(range(block_edits.size(holder)))
    if not (0 <= at < len(order) and 0 <= to < len(order)):
        raise EditError("there is nothing to move there")
    if at == to:
        return piece
    order.insert(to, order.pop(at))
    expected = said.reordered(piece.data(), path, order)
    if holder.style == "flow":
        cuts = flow_edits.reorderings(piece, holder, order)
    else:
        cuts = block_edits.moves(piece, holder, at, to)
    return change(piece, cuts, expected)


def rename_key(piece: Piece, path: Path, key: str) -> Piece:
    """Give an entry another key."""
    spot = piece.spot(path)
    whole = piece.data()
    holder = said.at(whole, path[:-1])
    if spot.key is None or not isinstance(holder, dict) or key in holder:
        raise EditError(f'"{key}" is there already')
    expected = {key if each == path[-1] else each: value for each, value in holder.items()}
    where = Where(spot.indent, spot.in_flow, piece.eol)
    candidates = scalars.inline(key, where, spot.key)
    cuts = (Cut(spot.key.start, spot.key.end, each) for each in candidates)
    return change(piece, cuts, said.put(whole, path[:-1], expected))


def has_records(value: Data) -> bool:
    """Whether a value is better written in lines than in brackets."""
    is_list = isinstance(value, list)
    return isinstance(value, dict) or (is_list and any(isinstance(each, dict) for each in value))


def _insertions(
    piece: Piece, path: Path, at: int, new: New, *, spaced: bool | None
) -> Iterator[Cut]:
    """Ways to put a new item or entry before the one at a place, or behind the last."""
    holder = piece.node(path)
    if holder.style == "block":
        yield block_edits.insertion(piece, holder, at, new, spaced=spaced)
        return
    spot = piece.spot(path) if path else None
    if spot and not holder.children and not spot.in_flow:
        if holder.kind == "mapping":
            yield block_edits.first_lines(
                piece, spot, layout.entry(new.key, new.value, new.form, new.holds)
            )
        elif has_records(new.value):
            yield block_edits.first_lines(piece, spot, layout.item(new.value, new.form))
    yield from flow_edits.insertions(piece, holder, at, new)


def _place(keys: Sequence[str], key: str, form: Format | None) -> int:
    """Where a key belongs among others."""
    names = list(form.by_name) if form else []
    if key not in names:
        return len(keys)
    before = set(names[: names.index(key)])
    return max((at + 1 for at, each in enumerate(keys) if each in before), default=0)
