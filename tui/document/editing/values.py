"""Values: having something else said where something is said already, changing what differs."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from tui.document.editing import block_edits, layout, said, scalars
from tui.document.editing.block_edits import New
from tui.document.editing.edits import add_entry, change, has_records, insert_item, remove
from tui.document.editing.piece import Cut, Data, Node, Path, Piece, Spot, data
from tui.document.editing.scalars import Where
from tui.document.fields import Field, Format

_COMMENT: Final = re.compile(r"[ \t]+#[^\r\n]*")


def set_value(piece: Piece, path: Path, value: Data, form: Format | None = None) -> Piece:
    """Have something else said at a place where something is said already.

    Args:
        piece: What is edited.
        path: Where.
        value: What is to be said; of a list or a mapping only what differs is changed.
        form: The form of the record that has the value, or of the record that it is.

    Raises:
        EditError: There is no such place, or no safe way.
    """
    spot = piece.spot(path)
    node = spot.node
    if data(node) == value:
        return piece
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    field = form.by_name.get(name) if form else None
    if isinstance(value, str) and node.kind == "text":
        return _set_text(piece, path, value, field)
    if isinstance(value, list) and value and node.kind == "list" and node.children:
        return _set_items(piece, path, value, field.holds if field else form)
    if isinstance(value, dict) and value and node.kind == "mapping" and node.children:
        return _set_entries(piece, path, value, form)
    cuts = _replacements(piece, spot, value, field)
    expected = said.put(piece.data(), path, value)
    # The comments in something else go with it.
    return change(piece, cuts, expected, keeps_comments=not node.children)


def _set_text(piece: Piece, path: Path, value: str, field: Field | None) -> Piece:
    spot = piece.spot(path)
    written = piece.text[spot.node.start : spot.node.end]
    is_date = field is not None and field.form == "date"
    where = Where(spot.indent, spot.in_flow, piece.eol, is_date=is_date)
    if written:
        candidates = scalars.rewritten(value, spot.node, written, where)
    else:
        is_prose = field is not None and field.form == "text"
        candidates = scalars.fresh(value, where, is_prose=is_prose)
    cuts = (_cut(piece, spot.node, each) for each in candidates)
    return change(piece, cuts, said.put(piece.data(), path, value))


def _cut(piece: Piece, node: Node, written: str) -> Cut:
    """A text in the place of another; the comment in its first line stays there."""
    start, end = node.start, node.end
    # An empty value stands right behind its colon.
    lead = "" if end > start or piece.text[start - 1 : start] in (" ", "") else " "
    was_block, is_block = node.style in ("|", ">"), written[0] in "|>"
    if was_block == is_block:
        return Cut(start, end, lead + written)
    if was_block:
        comment = _COMMENT.search(piece.text, start, piece.line_end(start))
        return Cut(start, end, lead + written + (comment[0] if comment else ""))
    header, eol, lines = written.partition(piece.eol)
    rest = piece.text[end : piece.line_end(end)].rstrip("\r\n")
    return Cut(start, end + len(rest), lead + header + rest + eol + lines)


def _set_items(piece: Piece, path: Path, items: list[Data], form: Format | None) -> Piece:
    """Make a list another by as few items as can be."""
    old = [data(child) for child in piece.node(path).children]
    matcher = SequenceMatcher(None, list(map(repr, old)), list(map(repr, items)), autojunk=False)
    # From the end on, so that what is before keeps its number.
    for what, start, end, first, last in reversed(matcher.get_opcodes()):
        if what == "equal":
            continue
        both = min(end - start, last - first)
        for each in reversed(items[first + both : last]):
            piece = insert_item(piece, path, start + both, New(each, form))
        for at in reversed(range(start + both, end)):
            piece = remove(piece, (*path, at))
        for at in range(both):
            piece = set_value(piece, (*path, start + at), items[first + at], form)
    return piece


def _set_entries(piece: Piece, path: Path, value: dict[str, Data], form: Format | None) -> Piece:
    """Make a mapping another by as few entries as can be."""
    old = said.at(piece.data(), path)
    keys = list(old) if isinstance(old, dict) else []
    for key, each in value.items():
        if key not in keys:
            piece = add_entry(piece, path, New(each, form, key))
        elif said.at(piece.data(), (*path, key)) != each:
            piece = set_value(piece, (*path, key), each, form)
    for key in keys:
        if key not in value:
            piece = remove(piece, (*path, key))
    return piece


def _replacements(piece: Piece, spot: Spot, value: Data, field: Field | None) -> Iterator[Cut]:
    """Something else in the place of a value of another sort."""
    node = spot.node
    if not spot.in_flow and has_records(value) and node.style != "block":
        yield block_edits.first_lines(piece, spot, layout.records(value, field))
    is_inner = spot.in_flow or not isinstance(value, str)
    written = layout.flow(value, in_flow=is_inner)
    if node.style == "block":
        yield from block_edits.replacements(piece, spot, node, written)
    else:
        lead = "" if node.end > node.start else " "
        yield Cut(node.start, node.end, lead + written)
