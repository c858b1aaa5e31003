"""Edits of blocks: what to put in place of what, where items and entries have lines of their own.

A comment above an item or entry belongs to it if it touches it and has its indent, but for the
first one, where it is a heading; one below belongs to it if it is further in. Everything here is
a candidate, to be read before it is believed.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from tui.document import layout
from tui.document.fields import Format
from tui.document.piece import Cut, Data, EditError, Node, Piece, Spot

_DASH: Final = re.compile(r"-(?:[ \t]*(?:#[^\r\n]*)?(?:\r?\n))*[ \t]*\Z")
_COMMENT: Final = re.compile(r"( *)#")
_BLANK_LINE: Final = re.compile(r"[ \t]*\r?(?:\n|\Z)")


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
        raise EditError("it shares its line with something else")
    column = mark - start
    end = piece.end_of_lines(value_of(holder, at))
    while (comment := _COMMENT.match(piece.text, end)) and len(comment[1]) > column:
        end = piece.line_end(end)
    return Lines(_with_comments(piece, start, column) if at else start, mark, end, column)


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
        near = lines_of(piece, holder, 0)
        gap = value_of(holder, 0).column - near.column - 1
        written = layout.item(new.value, new.form, gap if _is_behind_dash(piece, holder) else 1)
    column = lines_of(piece, holder, min(at, size(holder) - 1)).column
    text = layout.indented(written, column, piece.eol)
    return raw_insertion(piece, holder, at, text, spaced=spaced)


def raw_insertion(
    piece: Piece, holder: Node, at: int, text: str, *, spaced: bool | None = None
) -> Cut:
    """Put whole lines before the child at a place, or behind the last."""
    count = size(holder)
    near = lines_of(piece, holder, min(at, count - 1))
    spaced = _is_spaced(piece, holder) if spaced is None else spaced
    gap = piece.eol if spaced else ""
    if at < count:
        if near.mark == holder.start and holder.kind == "mapping" and _follows_dash(piece, near):
            raise EditError("it shares its line with something else")
        return Cut(near.start, near.start, text + gap)
    if near.end and piece.text[near.end - 1] != "\n":
        return Cut(near.end, near.end, piece.eol + gap + text.removesuffix(piece.eol))
    return Cut(near.end, near.end, gap + text)


def removal(piece: Piece, holder: Node, at: int) -> Cut:
    """Take an item or entry away that is not the only one."""
    if _is_first_behind_dash(piece, holder, at):
        return _pull_up(piece, holder)
    lines = lines_of(piece, holder, at)
    start, end = lines.start, lines.end
    if at == size(holder) - 1:
        # Blank lines before the last one go, those behind it part the whole from what follows.
        while start and _is_blank(piece, before := piece.line_start(start - 1)):
            start = before
    else:
        while end < len(piece.text) and _is_blank(piece, end):
            end = piece.line_end(end)
    return Cut(start, end, "")


def first_lines(piece: Piece, spot: Spot, lines: Sequence[str]) -> Cut:
    """Put lines of items or entries in the place of an empty list or of nothing."""
    text = layout.indented(lines, spot.indent + 2, piece.eol).removesuffix(piece.eol)
    start = spot.node.start
    while start and piece.text[start - 1] == " ":
        start -= 1
    rest = piece.text[spot.node.end : piece.line_end(spot.node.end)].rstrip("\r\n")
    return Cut(start, spot.node.end + len(rest), rest + piece.eol + text)


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
    before, last = (lines_of_any(piece, holder, at) for at in (count - 2, count - 1))
    return bool(before and last) and _is_blank(piece, before.end if before else 0)


def lines_of_any(piece: Piece, holder: Node, at: int) -> Lines | None:
    """The lines of a child, None if it has none of its own."""
    try:
        return lines_of(piece, holder, at)
    except EditError:
        return None


def _is_blank(piece: Piece, start: int) -> bool:
    return start < len(piece.text) and _BLANK_LINE.match(piece.text, start) is not None


def _is_behind_dash(piece: Piece, holder: Node) -> bool:
    """Whether the first item of a list starts in the line of its dash."""
    return piece.line_start(holder.start) == piece.line_start(holder.children[0].start)


def _follows_dash(piece: Piece, lines: Lines) -> bool:
    return "-" in piece.text[piece.line_start(lines.mark) : lines.mark]


def _is_first_behind_dash(piece: Piece, holder: Node, at: int) -> bool:
    """Whether a child is the first entry of a mapping that begins in the line of a dash."""
    if at or holder.kind == "list":
        return False
    start = holder.children[0].start
    return bool(piece.text[piece.line_start(start) : start].strip(" "))


def _pull_up(piece: Piece, holder: Node) -> Cut:
    """Take away the first entry behind a dash: the next one takes its place."""
    first, following = holder.children[0], holder.children[2]
    if "#" in piece.text[holder.children[1].end : following.start]:
        raise EditError("a comment stands behind it that would lose its place")
    return Cut(first.start, following.start, "")
