"""Edits of a piece: text to text, each read again before it counts.

What an edit makes must say what the piece said before with just this one change, else the next
way to write it is tried, and if none is left the edit is refused and nothing happens.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, Final, NamedTuple, cast

from tui.document import block_edits, flow_edits, layout, scalars
from tui.document.block_edits import New
from tui.document.fields import Field, Format
from tui.document.piece import Cut, Data, EditError, Node, Path, Piece, Spot, data
from tui.document.scalars import Where

_NO_WAY: Final = "there is no way to write that here which leaves all else as it is"


class Written(NamedTuple):
    """An item or entry: its whole lines, what it says, and its key if it has one."""

    text: str
    said: Data
    key: str


def set_value(piece: Piece, path: Path, value: Data, form: Format | None = None) -> Piece:
    """Have something else said at a place where something is said already.

    Args:
        piece: What is edited.
        path: Where.
        value: What is to be said; a list is changed item by item.
        form: The form of the record that has the value.

    Raises:
        EditError: There is no such place, or no safe way.
    """
    spot = piece.spot(path)
    if data(spot.node) == value:
        return piece
    field = _field(form, path)
    if isinstance(value, str) and spot.node.kind == "text":
        return _set_text(piece, path, value, field)
    if isinstance(value, list) and spot.node.kind == "list" and _are_words(value, spot.node):
        return _set_words(piece, path, cast("list[str]", value))
    return _change(piece, _replacements(piece, spot, value, field), _with(piece, path, value))


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
    expected = _with(piece, (*path, new.key), new.value)
    at = _place(keys, new.key, new.form) if at is None else at
    spaced = False if isinstance(new.value, str) else spaced
    return _change(piece, _entries(piece, holder, at, new, spaced=spaced), expected)


def remove_entry(piece: Piece, path: Path) -> Piece:
    """Take an entry away from a mapping, with its key."""
    spot = piece.spot(path)
    holder = piece.node(path[:-1])
    expected = _without(piece, path)
    if block_edits.size(holder) == 1:
        raise EditError("nothing would be left of it")
    return _change(piece, _removals(piece, holder, spot.at), expected)


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
    said = piece.data()
    _items(said, path).insert(at, new.value)
    return _change(piece, _insertions(piece, path, at, new, spaced=spaced), said)


def insert_lines(piece: Piece, path: Path, at: int, child: Written, *, spaced: bool) -> Piece:
    """Put an item or entry that is written already before one of a block, or behind the last."""
    said = piece.data()
    holder = _at(said, path)
    if isinstance(holder, dict):
        holder[child.key] = child.said
    else:
        _items(said, path).insert(at, child.said)
    cut = block_edits.raw_insertion(piece, piece.node(path), at, child.text, spaced=spaced)
    return _change(piece, [cut], said)


def taken(piece: Piece, path: Path) -> Written:
    """An item or entry with the lines that are its own."""
    spot = piece.spot(path)
    lines = block_edits.lines_of(piece, piece.node(path[:-1]), spot.at)
    text = piece.text[lines.start : lines.end]
    text = text if text.endswith("\n") else text + piece.eol
    return Written(text, _at(piece.data(), path), str(path[-1]))


def written(piece: Piece, path: Path) -> str:
    """A record as it is written, moved to the left edge, with its dash or key."""
    spot, holder = piece.spot(path), piece.node(path[:-1])
    if holder.style == "flow":
        start = spot.node.start if spot.key is None else spot.key.start
        return piece.text[start : spot.node.end]
    lines = block_edits.lines_of(piece, holder, spot.at)
    found = piece.text[piece.line_start(lines.mark) : lines.end].splitlines()
    indent = lines.column
    return "".join(line[min(indent, len(line) - len(line.lstrip(" "))) :] + "\n" for line in found)


def rewrite(piece: Piece, path: Path, text: str) -> Piece:
    """Have a record written otherwise; it may say something else then, but be no more than one.

    Args:
        piece: What is edited.
        path: Where the record is.
        text: Its lines, from the left edge, with the dash or the key.
    """
    spot, holder = piece.spot(path), piece.node(path[:-1])
    if holder.style == "flow":
        cut = Cut(spot.node.start if spot.key is None else spot.key.start, spot.node.end, text)
    else:
        lines = block_edits.lines_of(piece, holder, spot.at)
        written = layout.indented(text.rstrip().splitlines(), lines.column, piece.eol)
        is_last = not piece.text[: lines.end].endswith("\n")
        written = written.removesuffix(piece.eol) if is_last else written
        cut = Cut(piece.line_start(lines.mark), lines.end, written)
    changed = piece.cut(cut)
    if _others(changed, path[:-1], spot.at) != _others(piece, path[:-1], spot.at):
        raise EditError("that would be more or less than this one record")
    return changed


def delete_item(piece: Piece, path: Path) -> Piece:
    """Take an item away from a list; an only one leaves an empty list."""
    spot = piece.spot(path)
    holder = piece.node(path[:-1])
    expected = _without(piece, path)
    if block_edits.size(holder) > 1:
        return _change(piece, _removals(piece, holder, spot.at), expected)
    if holder.style == "flow":
        return _change(piece, flow_edits.removal(piece, holder, 0), expected)
    lead = piece.line_start(holder.start)
    key = piece.spot(path[:-1]).key if len(path) > 1 else None
    start = holder.start if key is None or lead <= key.end else key.end + 1
    cuts = [Cut(start, holder.end, " []"), Cut(holder.start, holder.end, "[]")]
    return _change(piece, cuts, expected)


def move_item(piece: Piece, path: Path, at: int, to: int) -> Piece:
    """Put an item of a list elsewhere in it, with the comments that belong to it."""
    said = piece.data()
    items = _items(said, path)
    items.insert(to, items.pop(at))
    holder = piece.node(path)
    if at == to:
        return piece
    if holder.style == "flow":
        order = list(range(len(holder.children)))
        order.insert(to, order.pop(at))
        return _change(piece, [_reordered(piece, holder, order)], said)
    return _change(piece, _moves(piece, holder, at, to), said)


def rename_key(piece: Piece, path: Path, key: str) -> Piece:
    """Give an entry another key."""
    spot = piece.spot(path)
    said = piece.data()
    holder = _at(said, path[:-1])
    if spot.key is None or not isinstance(holder, dict) or key in holder:
        raise EditError(f'"{key}" is there already')
    expected = {key if each == path[-1] else each: value for each, value in holder.items()}
    said = _with_data(said, path[:-1], expected)
    where = Where(spot.indent, spot.in_flow, piece.eol)
    written = scalars.inline(key, where, spot.key)
    cuts = (Cut(spot.key.start, spot.key.end, each) for each in written)
    return _change(piece, cuts, said)


def _change(piece: Piece, cuts: Iterable[Cut], expected: Data) -> Piece:
    """The first of some changes that says what is expected."""
    for cut in cuts:
        with suppress(EditError):
            changed = piece.cut(cut)
            if changed.data() == expected:
                return changed
    raise EditError(_NO_WAY)


def _set_text(piece: Piece, path: Path, value: str, field: Field | None) -> Piece:
    spot = piece.spot(path)
    node = spot.node
    written = piece.text[node.start : node.end]
    is_date = field is not None and field.form == "date"
    where = Where(spot.indent, spot.in_flow, piece.eol, is_date=is_date)
    # An empty value stands right behind its colon.
    lead = "" if written or piece.text[node.start - 1 : node.start] in (" ", "") else " "
    if written:
        candidates = scalars.rewritten(value, node, written, where)
    else:
        is_prose = field is not None and field.form == "text"
        candidates = scalars.fresh(value, where, is_prose=is_prose)
    cuts = (Cut(node.start, node.end, lead + each) for each in candidates)
    return _change(piece, cuts, _with(piece, path, value))


def _set_words(piece: Piece, path: Path, words: Sequence[str]) -> Piece:
    """Make a list of words another by as few items as can be."""
    old = [child.text for child in piece.node(path).children]
    matcher = SequenceMatcher(None, old, words, autojunk=False)
    # From the end on, so that what is before keeps its number.
    for what, start, end, first, last in reversed(matcher.get_opcodes()):
        if what == "equal":
            continue
        both = min(end - start, last - first)
        for at in range(both):
            piece = set_value(piece, (*path, start + at), words[first + at])
        for word in reversed(words[first + both : last]):
            piece = insert_item(piece, path, start + both, New(word))
        for at in reversed(range(start + both, end)):
            piece = delete_item(piece, (*path, at))
    return piece


def _are_words(value: list[Data], node: Node) -> bool:
    is_text = all(isinstance(each, str) for each in value)
    return is_text and all(child.kind == "text" for child in node.children)


def _replacements(piece: Piece, spot: Spot, value: Data, field: Field | None) -> Iterator[Cut]:
    """Something else in the place of a value of another sort."""
    node = spot.node
    lead = "" if node.end > node.start else " "
    if not spot.in_flow and _has_records(value):
        yield block_edits.first_lines(piece, spot, layout.records(value, field))
    yield Cut(node.start, node.end, lead + layout.flow(value, in_flow=not isinstance(value, str)))


def _others(piece: Piece, path: Path, at: int) -> Data:
    """What a piece says but for one item or entry."""
    said = piece.data()
    holder = _at(said, path)
    if isinstance(holder, dict) and at < len(holder):
        del holder[list(holder)[at]]
    elif isinstance(holder, list) and at < len(holder):
        del holder[at]
    return said


def _entries(
    piece: Piece, holder: Node, at: int, new: New, *, spaced: bool | None
) -> Iterator[Cut]:
    if holder.style == "flow":
        yield from flow_edits.insertion(piece, holder, at, new)
        return
    for place in dict.fromkeys((at, max(at, 1), block_edits.size(holder))):
        with suppress(EditError):
            yield block_edits.insertion(piece, holder, place, new, spaced=spaced)


def _insertions(
    piece: Piece, path: Path, at: int, new: New, *, spaced: bool | None
) -> Iterator[Cut]:
    holder = piece.node(path)
    if holder.style == "block":
        yield block_edits.insertion(piece, holder, at, new, spaced=spaced)
        return
    if path and not holder.children and _has_records(new.value) and not piece.spot(path).in_flow:
        lines = layout.item(new.value, new.form)
        yield block_edits.first_lines(piece, piece.spot(path), lines)
    yield from flow_edits.insertion(piece, holder, at, new)


def _has_records(value: Data) -> bool:
    """Whether a value is better written in lines than in brackets."""
    is_list = isinstance(value, list)
    return isinstance(value, dict) or (is_list and any(isinstance(each, dict) for each in value))


def _removals(piece: Piece, holder: Node, at: int) -> Iterator[Cut]:
    if holder.style == "flow":
        yield from flow_edits.removal(piece, holder, at)
    else:
        yield block_edits.removal(piece, holder, at)


def _moves(piece: Piece, holder: Node, at: int, to: int) -> Iterator[Cut]:
    """The lines of an item cut out and put in elsewhere; blank lines between items stay."""
    low, high = min(at, to), max(at, to)
    lines = [block_edits.lines_of(piece, holder, each) for each in range(low, high + 1)]
    text = piece.text
    blocks = [text[each.start : each.end] for each in lines]
    gaps = [text[one.end : other.start] for one, other in pairwise(lines)]
    blocks.insert(to - low, blocks.pop(at - low))
    ended = [block if block.endswith("\n") else block + piece.eol for block in blocks]
    joined = "".join(part for pair in zip(ended, [*gaps, ""], strict=True) for part in pair)
    if not text[: lines[-1].end].endswith("\n"):
        joined = joined.removesuffix(piece.eol)
    yield Cut(lines[0].start, lines[-1].end, joined)


def _reordered(piece: Piece, holder: Node, order: Sequence[int]) -> Cut:
    """The items in brackets in another order, with what is between them as it is."""
    text, items = piece.text, holder.children
    parts = [text[items[each].start : items[each].end] for each in order]
    gaps = [text[one.end : other.start] for one, other in pairwise(items)]
    joined = "".join(part for pair in zip(parts, [*gaps, ""], strict=True) for part in pair)
    return Cut(items[0].start, items[-1].end, joined)


def _field(form: Format | None, path: Path) -> Field | None:
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    return form.by_name.get(name) if form else None


def _place(keys: Sequence[str], key: str, form: Format | None) -> int:
    """Where a key belongs among others."""
    names = list(form.by_name) if form else []
    if key not in names:
        return len(keys)
    before = set(names[: names.index(key)])
    return max((at + 1 for at, each in enumerate(keys) if each in before), default=0)


def _items(said: Data, path: Path) -> list[Data]:
    found = _at(said, path)
    if not isinstance(found, list):
        raise EditError("that is no list")
    return found


def _at(said: Data, path: Path) -> Data:
    for step in path:
        said = cast("Any", said)[step]
    return said


def _edited(piece: Piece, path: Path, edit: Callable[[Any, str | int], None]) -> Data:
    """What a piece would say with an edit of what holds the last step of a path."""
    said = piece.data()
    edit(_at(said, path[:-1]), path[-1])
    return said


def _with(piece: Piece, path: Path, value: Data) -> Data:
    def put(holder: Any, step: str | int) -> None:  # noqa: ANN401, a list or a mapping
        holder[step] = value

    return _edited(piece, path, put)


def _without(piece: Piece, path: Path) -> Data:
    def drop(holder: Any, step: str | int) -> None:  # noqa: ANN401, likewise
        del holder[step]

    return _edited(piece, path, drop)


def _with_data(said: Data, path: Path, value: Data) -> Data:
    if not path:
        return value
    holder: Any = _at(said, path[:-1])
    holder[path[-1]] = value
    return said
