"""Edits of what stands in brackets or braces: candidates, to be read before they are believed."""

from collections.abc import Iterator

from tui.document import layout
from tui.document.block_edits import New, size, value_of
from tui.document.piece import Cut, Node, Piece


def insertion(piece: Piece, holder: Node, at: int, new: New) -> Iterator[Cut]:
    """Put a new item or entry before the one at a place, or behind the last."""
    is_entry = holder.kind == "mapping"
    written = layout.flow({new.key: new.value})[1:-1] if is_entry else layout.flow(new.value)
    count = size(holder)
    if not count:
        yield Cut(holder.start + 1, holder.start + 1, written)
        yield Cut(holder.start + 1, holder.end - 1, written)
        return
    between = _between(piece, holder)
    if at < count:
        start = _start(holder, at)
        yield Cut(start, start, written + between)
    else:
        end = value_of(holder, count - 1).end
        yield Cut(end, end, between + written)
    yield Cut(holder.end - 1, holder.end - 1, f", {written}")


def removal(piece: Piece, holder: Node, at: int) -> Iterator[Cut]:
    """Take an item or entry away, with its comma."""
    count = size(holder)
    start, end = _start(holder, at), value_of(holder, at).end
    if count == 1:
        yield Cut(start, end, "")
        yield Cut(holder.start + 1, holder.end - 1, "")
        return
    line = piece.line_start(start)
    comma = piece.text.find(",", end)
    if not piece.text[line:start].strip(" ") and 0 <= comma < piece.line_end(end):
        rest = piece.text[comma + 1 : piece.line_end(end)].strip()
        if not rest or rest.startswith("#"):
            yield Cut(line, piece.line_end(end), "")
    if at + 1 < count:
        yield Cut(start, _start(holder, at + 1), "")
    before = value_of(holder, at - 1).end if at else holder.start + 1
    yield Cut(before, end, "")


def _start(holder: Node, at: int) -> int:
    """Where an item, or the key of an entry, starts."""
    return holder.children[at if holder.kind == "list" else 2 * at].start


def _between(piece: Piece, holder: Node) -> str:
    """What stands between two items: each on a line of its own if the last are."""
    count = size(holder)
    if count > 1:
        before, last = _start(holder, count - 2), _start(holder, count - 1)
        line = piece.line_start(last)
        if line > before and not piece.text[line:last].strip(" "):
            return f",{piece.eol}{' ' * (last - line)}"
    return ", "
