"""Blocks: one record as it is written in the file, with the comments inside it.

It is found where the reader has seen the record start, and reaches as far as YAML says. What it
costs grows with the record; in the file before it no more is done than counting characters.
"""

import re
from codecs import BOM_UTF8
from typing import Final

from tui.document.editing import extent
from tui.document.editing.extent import Extent
from tui.document.reader import Reading
from tui.document.reading.characters import FORBIDDEN
from tui.timeline.records import Ref

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_IDLE_END: Final = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_COMMENT: Final = re.compile(r"( *)#")
_BLANKS: Final = " \t\r\n"
_CONTINUING: Final = bytes(range(0x80, 0xC0))
"""Bytes of UTF-8 that are not the first of a character."""
_COUNTED: Final = 1 << 20
_FURTHEST: Final = 1 << 12
"""Bytes before a record that are searched for its dash."""
_PIECE: Final = 1 << 14
"""Bytes from a record on that are parsed at first."""


def block(data: bytes, reading: Reading, ref: Ref) -> str:
    """A record as it is written, moved to the left edge; `""` where there is none.

    Args:
        data: The bytes that were read, in UTF-8.
        reading: What was read of them.
        ref: Which record.

    Returns:
        Its lines where it has lines of its own, a list item with its dash, a value with its
        key; of a record in a line with others the part that is its own.
    """
    number = reading.places.number(*ref)
    if number is None:
        return ""
    offset = _offset(data, reading.places.start(number))
    before = data[max(0, offset - _FURTHEST) : offset].decode("utf-8", "ignore")
    has_key = ref.kind in ("thread", "actor", "source", "tour")
    for lead in dict.fromkeys((extent.lead(before, has_key=has_key), "")):
        found = _written(lead, data, offset, has_key=has_key)
        if found:
            return found
    return ""


def _offset(data: bytes, index: int) -> int:
    """Where in the bytes a character is."""
    offset = len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0
    # As many bytes as characters are left never reach too far.
    while index > 0 and (piece := data[offset : offset + min(index, _COUNTED)]):
        index -= len(piece if piece.isascii() else piece.translate(None, _CONTINUING))
        offset += len(piece)
    while data[offset : offset + 1] and data[offset] in _CONTINUING:
        offset += 1
    return offset


def _written(lead: str, data: bytes, offset: int, *, has_key: bool) -> str:
    """The record behind a lead, if a parser that starts with the lead finds it there."""
    size = _PIECE
    while True:
        text = lead + data[offset : offset + size].decode("utf-8", "ignore")
        # The reader, too, sees these replaced.
        piece = re.sub(FORBIDDEN, "\N{REPLACEMENT CHARACTER}", text)
        found = extent.find(piece, len(lead), has_key=has_key)
        is_all = offset + size >= len(data)
        if found and (is_all or found.next < len(piece)):
            return _cut(piece, found, len(lead))
        if is_all:
            return ""
        size *= 4


def _cut(piece: str, reach: Extent, index: int) -> str:
    """What belongs to a record: comments below it do where they are indented further."""
    end = len(piece[: reach.end].rstrip(_BLANKS))
    if not _IDLE_END.match(piece, end):
        return piece[index:end]
    indent = len(piece) - len(piece.lstrip(" "))
    at = end = _end_of_line(piece, end)
    while at < reach.next:
        comment = _COMMENT.match(piece, at)
        line_end = _end_of_line(piece, at)
        if comment and len(comment[1]) > indent:
            end = line_end
        elif piece[at:line_end].strip(_BLANKS):
            break
        at = line_end
    lines = _LINE.findall(piece[:end])
    return "".join(line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in lines)


def _end_of_line(piece: str, at: int) -> int:
    line = _LINE.match(piece, at)
    return line.end() if line else len(piece)
