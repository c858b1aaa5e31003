"""Edits of what stands in brackets or braces: candidates, to be read before they are believed.

What stands on lines of its own is edited by lines. A comment behind an item in its line belongs
to it, as does one above it that touches it, but for the first.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tui.document.editing import layout
from tui.document.editing.block_edits import New, size, value_of
from tui.document.editing.piece import Cut, Node, Piece

_COMMA: Final = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+,")
_IDLE: Final = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_TAIL: Final = re.compile(r"[ \t]*#[^\r\n]*")
_COMMENT_LINE: Final = re.compile(r" *#")


class _Part(NamedTuple):
    """An item or entry: where it starts and ends, what stands behind it, and where that ends."""

    start: int
    end: int
    comma: str
    tail: str
    behind: int


def insertions(piece: Piece, holder: Node, at: int, new: New) -> Iterator[Cut]:
    """Put a new item or entry before the one at a place, or behind the last."""
    if holder.kind == "mapping":
        written = layout.flow_entry(new.key, new.value, new.form, new.holds)
    else:
        written = layout.flow(new.value, new.form)
    count = size(holder)
    if not count:
        yield Cut(holder.start + 1, holder.start + 1, written)
        yield Cut(holder.start + 1, holder.end - 1, written)
        return
    if at < count:
        start = _start(holder, at)
        if _has_line(piece, holder, at):
            line = _with_comments(piece, holder, at)
            yield Cut(line, line, f"{_indent(piece, start)}{written},{piece.eol}")
        yield Cut(start, start, f"{written}, ")
        return
    yield from _behind_last(piece, holder, written)


def removal(piece: Piece, holder: Node, at: int) -> Iterator[Cut]:
    """Take an item or entry away, with its comma."""
    count = size(holder)
    start, end = _start(holder, at), value_of(holder, at).end
    comma = _behind_comma(piece, holder, at)
    if _has_line(piece, holder, at) and _IDLE.match(piece.text, comma):
        yield Cut(_with_comments(piece, holder, at), piece.line_end(comma), "")
    if count == 1:
        yield Cut(start, comma, "")
        yield Cut(holder.start + 1, holder.end - 1, "")
        return
    if at + 1 < count:
        gap = piece.text[comma : _start(holder, at + 1)]
        rest = gap.partition("\n")[0].rstrip("\r")
        yield Cut(start, comma + len(rest if "#" in gap else gap), "")
        return
    before = value_of(holder, at - 1).end if at else holder.start + 1
    if "#" not in piece.text[before:start]:
        yield Cut(before, end, "")
    yield Cut(start, comma, "")


def reorderings(piece: Piece, holder: Node, order: Sequence[int]) -> Iterator[Cut]:
    """The items or entries in another order, with the comments that belong to them if that goes."""
    text, count = piece.text, size(holder)
    for has_comments in (True, False):
        parts = [_part(piece, holder, at, has_comments=has_comments) for at in range(count)]
        gaps = [text[one.behind : other.start] for one, other in pairwise(parts)]
        joined = "".join(
            text[parts[at].start : parts[at].end] + place.comma + parts[at].tail + gap
            for at, place, gap in zip(order, parts, [*gaps, ""], strict=True)
        )
        yield Cut(parts[0].start, parts[-1].behind, joined)


def _part(piece: Piece, holder: Node, at: int, *, has_comments: bool) -> _Part:
    """An item or entry, with the comments that belong to it if they are wanted."""
    start, end = _start(holder, at), value_of(holder, at).end
    comma = _behind_comma(piece, holder, at)
    tail = _TAIL.match(piece.text, comma) if has_comments else None
    behind = tail.end() if tail else comma
    if has_comments and _has_line(piece, holder, at):
        start = _with_comments(piece, holder, at)
        start += len(_indent(piece, _start(holder, at)))
    return _Part(start, end, piece.text[end:comma], piece.text[comma:behind], behind)


def _behind_last(piece: Piece, holder: Node, written: str) -> Iterator[Cut]:
    """Put something behind the last item or entry, in a line of its own if that has one."""
    at = size(holder) - 1
    start, end = _start(holder, at), value_of(holder, at).end
    comma, text = _behind_comma(piece, holder, at), piece.text
    if _has_line(piece, holder, at):
        line = _indent(piece, start) + written
        rest = piece.line_end(comma)
        if not _IDLE.match(text, comma):
            yield Cut(end, end, f",{piece.eol}{line}")
        elif comma > end:
            yield Cut(rest, rest, f"{line},{piece.eol}")
        else:
            yield Cut(end, rest, f",{text[end:rest]}{line}{piece.eol}")
    yield Cut(end, end, f", {written}")


def _start(holder: Node, at: int) -> int:
    """Where an item, or the key of an entry, starts."""
    return holder.children[at if holder.kind == "list" else 2 * at].start


def _behind_comma(piece: Piece, holder: Node, at: int) -> int:
    """Behind the comma of an item or entry; behind itself if it has none."""
    end = value_of(holder, at).end
    found = _COMMA.match(piece.text, end, holder.end)
    return found.end() if found else end


def _has_line(piece: Piece, holder: Node, at: int) -> bool:
    """Whether nothing stands before an item or entry in its line."""
    start = _start(holder, at)
    return not piece.text[piece.line_start(start) : start].strip(" ")


def _indent(piece: Piece, start: int) -> str:
    return piece.text[piece.line_start(start) : start]


def _with_comments(piece: Piece, holder: Node, at: int) -> int:
    """Where the lines of an item or entry start, with the comments that touch it from above."""
    start = piece.line_start(_start(holder, at))
    while at:
        above = piece.line_start(start - 1)
        if not _COMMENT_LINE.match(piece.text, above):
            break
        start = above
    return start
