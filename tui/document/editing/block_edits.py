"""Edits of blocks: what to put in place of what, where items and entries have lines of their own.

A comment above an item or entry belongs to it if it touches it and has its indent, but for the
first one, where it is a heading; one below belongs to it if it is further in. Everything here is
a candidate, to be read before it is believed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tui.document.editing import layout
from tui.document.editing.piece import Cut, Data, EditError, Node, Piece, Spot
from tui.document.fields import Format

_DASH: Final = re.compile(r"-(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*[ \t]*\Z")
_COMMENT: Final = re.compile(r"( *)#")
_BLANK_LINE: Final = re.compile(r"[ \t]*\r?(?:\n|\Z)")
_SHARED: Final = "it shares its line with something else"


class New(NamedTuple):
    """What is to be put in.

    Attributes:
        value: What it says.
        form: The form of a record that is an item, or of the record that gets an entry.
        key: The key of an entry.
        holds: The form of a record that is an entry.
    """

    value: Data
    form: Format | None = None
    key: str = ""
    holds: Format | None = None


class Lines(NamedTuple):
    """The lines of an item or entry.

    Attributes:
        start: Where they start, with the comments that belong to it.
        mark: Where its dash or key is.
        end: Where the lines of the next one may start.
        column: How far in its dash or key is.
    """

    start: int
    mark: int
    end: int
    column: int


def lines_of(piece: Piece, holder: Node, at: int) -> Lines:
    """The lines of a child of a block.

    Raises:
        EditError: It has none of its own.
    """
    mark = _mark(piece, holder, at)
    start = piece.line_start(mark)
    if piece.text[start:mark].strip(" "):
        raise EditError(_SHARED)
    column = mark - start
    start = _with_comments(piece, start, column) if at else start
    return Lines(start, mark, _end_of(piece, holder, at, column), column)


def value_of(holder: Node, at: int) -> Node:
    """The item of a list, or the value of an entry of a mapping."""
    return holder.children[at if holder.kind == "list" else 2 * at + 1]


def size(holder: Node) -> int:
    """How many items or entries there are."""
    return len(holder.children) // (1 if holder.kind == "list" else 2)


def insertion(piece: Piece, holder: Node, at: int, new: New, *, spaced: bool | None = None) -> Cut:
    """Put a new item or entry before the one at a place, or behind the last.

    Args:
        piece: What is edited.
        holder: The list or mapping.
        at: Where in it.
        new: What is to be there.
        spaced: Whether there is a blank line around each; None to do as was done before.
    """
    if holder.kind == "mapping":
        beside = value_of(holder, min(at, size(holder) - 1))
        is_short = beside.kind == "mapping" and beside.style == "flow"
        written = layout.entry(new.key, new.value, new.form, new.holds, is_short=is_short)
    else:
        first = value_of(holder, 0)
        is_behind_dash = first.start - first.column == holder.start - holder.column
        gap = first.column - holder.column - 1 if is_behind_dash else 1
        written = layout.item(new.value, new.form, max(gap, 1))
    text = layout.indented(written, holder.column, piece.eol)
    return raw_insertion(piece, holder, at, text, spaced=spaced)


def raw_insertion(
    piece: Piece, holder: Node, at: int, text: str, *, spaced: bool | None = None
) -> Cut:
    """Put whole lines before the child at a place, or behind the last."""
    if not at and _shares_line(piece, holder):
        start = holder.start
        return Cut(start, start, text[holder.column :] + " " * holder.column)
    spaced = _is_spaced(piece, holder) if spaced is None else spaced
    gap = piece.eol if spaced else ""
    if at < size(holder):
        start = lines_of(piece, holder, at).start
        return Cut(start, start, text + gap)
    end = _end_of(piece, holder, size(holder) - 1, holder.column)
    if piece.text[:end].endswith("\n"):
        return Cut(end, end, gap + text)
    return Cut(end, end, piece.eol + gap + text.removesuffix(piece.eol))


def removals(piece: Piece, holder: Node, at: int) -> Iterator[Cut]:
    """Take an item or entry away that is not the only one."""
    if not at and _shares_line(piece, holder):
        yield from _pulled_up(piece, holder)
        return
    lines = lines_of(piece, holder, at)
    start, end = lines.start, lines.end
    if at == size(holder) - 1:
        # Blank lines before the last one go, those behind it part the whole from what follows.
        while start and _is_blank(piece, before := piece.line_start(start - 1)):
            start = before
        if not piece.text.endswith("\n") and end == len(piece.text):
            start -= len(piece.eol)
    else:
        while end < len(piece.text) and _is_blank(piece, end):
            end = piece.line_end(end)
    yield Cut(start, end, "")


def replacements(piece: Piece, spot: Spot | None, node: Node, written: str) -> Iterator[Cut]:
    """Put something on one line in the place of a block, which is at a spot unless it is all.

    What stands between the key and the block stays, as do comments below it.
    """
    if spot and not _shares_line(piece, node):
        mark = _behind_mark(piece, spot)
        end = _end_of(piece, node, size(node) - 1, node.column)
        text = f" {written}{piece.text[mark : piece.line_start(node.start)]}"
        is_end = not piece.text[:end].endswith("\n")
        yield Cut(mark, end, text.removesuffix(piece.eol) if is_end else text)
    yield Cut(node.start, node.end, written)


def first_lines(piece: Piece, spot: Spot, lines: Sequence[str]) -> Cut:
    """Put lines of items or entries in the place of an empty list or of nothing."""
    text = layout.indented(lines, spot.indent + 2, piece.eol).removesuffix(piece.eol)
    start, end = spot.node.start, spot.node.end
    lead = piece.text[:start].rstrip(" ")
    if lead.endswith("\n"):
        # It has a line of its own, behind its key.
        return Cut(len(lead), end, text)
    rest = piece.text[end : piece.line_end(end)].rstrip("\r\n")
    return Cut(len(lead), end + len(rest), rest + piece.eol + text)


def moves(piece: Piece, holder: Node, at: int, to: int) -> Iterator[Cut]:
    """Put a child elsewhere among the others; blank lines between them stay where they are."""
    low, high = min(at, to), max(at, to)
    indent = " " * holder.column
    lines = [_lines_of_any(piece, holder, each) for each in range(low, high + 1)]
    text, start, end = piece.text, lines[0].start, lines[-1].end
    is_shared = not low and _shares_line(piece, holder)
    blocks = [text[each.start : each.end] for each in lines]
    blocks[0] = indent + blocks[0] if is_shared else blocks[0]
    gaps = [text[one.end : other.start] for one, other in pairwise(lines)]
    blocks.insert(to - low, blocks.pop(at - low))
    ended = [block if block.endswith("\n") else block + piece.eol for block in blocks]
    joined = "".join(part for pair in zip(ended, [*gaps, ""], strict=True) for part in pair)
    joined = joined if text[:end].endswith("\n") else joined.removesuffix(piece.eol)
    if is_shared and _COMMENT.match(joined):
        start = len(text[:start].rstrip(" "))
        joined = piece.eol + joined
    elif is_shared:
        joined = joined.removeprefix(indent)
    yield Cut(start, end, joined)


def _lines_of_any(piece: Piece, holder: Node, at: int) -> Lines:
    """The lines of a child; of the first one behind a dash, from that one on."""
    if at or not _shares_line(piece, holder):
        return lines_of(piece, holder, at)
    start, column = holder.start, holder.column
    return Lines(start, start, _end_of(piece, holder, at, column), column)


def _mark(piece: Piece, holder: Node, at: int) -> int:
    """Where the dash or the key of a child is."""
    if holder.kind == "mapping":
        return holder.children[2 * at].start
    if at == 0:
        return holder.start
    before, node = holder.children[at - 1], holder.children[at]
    found = _DASH.search(piece.text, before.end, node.start)
    if found is None:
        raise EditError("the dash before it cannot be found")
    return found.start()


def _behind_mark(piece: Piece, spot: Spot) -> int:
    """Behind the colon or the dash of a child."""
    if spot.key is None:
        return _mark(piece, spot.holder, spot.at) + 1
    return piece.text.find(":", spot.key.end) + 1


def _end_of(piece: Piece, holder: Node, at: int, column: int) -> int:
    """Behind the last line of a child, with the comments below that are further in than it."""
    below = end = piece.line_end(value_of(holder, at).end)
    while below < len(piece.text):
        comment = _COMMENT.match(piece.text, below)
        is_own = comment is not None and len(comment[1]) > column
        if not (is_own or _is_blank(piece, below)):
            break
        below = piece.line_end(below)
        end = below if is_own else end
    return end


def _with_comments(piece: Piece, start: int, column: int) -> int:
    """Where the comments start that touch a line from above and have its indent."""
    while start:
        above = piece.line_start(start - 1)
        comment = _COMMENT.match(piece.text, above)
        if comment is None or len(comment[1]) != column:
            break
        start = above
    return start


def _is_spaced(piece: Piece, holder: Node) -> bool:
    """Whether the last two children have a blank line between them."""
    count = size(holder)
    if count < 2:  # noqa: PLR2004, between two
        return False
    return _is_blank(piece, _end_of(piece, holder, count - 2, holder.column))


def _is_blank(piece: Piece, start: int) -> bool:
    return start < len(piece.text) and _BLANK_LINE.match(piece.text, start) is not None


def _shares_line(piece: Piece, holder: Node) -> bool:
    """Whether a block begins in the line of a dash."""
    return bool(piece.text[piece.line_start(holder.start) : holder.start].strip(" "))


def _pulled_up(piece: Piece, holder: Node) -> Iterator[Cut]:
    """Take away the first child behind a dash: the next one takes its place."""
    start, end = holder.start, _end_of(piece, holder, 0, holder.column)
    following = _mark(piece, holder, 1)
    if not piece.text[end:following].strip():
        yield Cut(start, following, "")
    # A comment above the next one stays there, below the dash.
    dash = len(piece.text[:start].rstrip(" "))
    yield Cut(dash, end, piece.eol)
