"""The text of a file: any bytes in, UTF-8 that the YAML parser takes out, with its lines.

What is replaced keeps its length in characters, so an index means the same place before and after.
The text is looked at in pieces and not held as a whole beside the bytes.
"""

import re
from array import array
from bisect import bisect_left
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tui.document.reading.characters import FORBIDDEN, OVERRIDE, UNWANTED, complaint
from tui.document.reading.report import Lines, Report
from tui.timeline.problems import Severity

_PIECE: Final = 1 << 20
_HEAD: Final = 400
_MOST_NAMED: Final = 20
_REPLACEMENT: Final = "\ufffd"

_HARMLESS: Final = bytes(
    {*b"\t\n\r", *range(0x20, 0x7F), *range(0x80, 0x100)} - set(b"\xc2\xe2\xef")
)
"""Bytes that are part of no character that is unwanted."""
_MERGE: Final = (
    "an unfinished git merge: choose one side and delete the <<<<<<<, ======= and >>>>>>> lines"
)
_LINE_FEED: Final = re.compile("\n")
_LINE_END: Final = re.compile(r"\r\n?|\n")
_CONFLICT: Final = re.compile(r"^<<<<<<< ", re.MULTILINE)
_IDLE_LINE: Final = re.compile(rb"[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)")
_DIRECTIVE: Final = re.compile(rb"%[^\r\n]*(?:\r\n?|\n|$)")


@dataclass(slots=True)
class Text:
    """What the parser reads, and what is wrong with it as text.

    `said` is what to report: (severity, index, message). `overrides` are the indexes of the
    direction marks as written, `conflict` is that of the first marker of an unfinished merge.
    """

    data: bytes
    said: list[tuple[Severity, int, str]]
    lines: Lines = field(default_factory=Lines)
    overrides: "array[int]" = field(default_factory=lambda: array("I"))
    conflict: int | None = None
    controls: int = 0

    def report(self) -> Report:
        """A report that begins with what is wrong with the text itself."""
        report = Report(self.lines)
        for severity, index, message in self.said:
            report.add(severity, index, message)
        return report

    def whole(self) -> str:
        """All of the text, for up to four times the memory of the bytes."""
        return self.data.decode()

    def has_override(self, start: int, end: int) -> bool:
        """Whether a direction mark is written between two indexes."""
        at = bisect_left(self.overrides, start)
        return at < len(self.overrides) and self.overrides[at] < end


def prepare(data: bytes) -> Text:
    """Make text of the bytes of a file, whatever they are."""
    said: list[tuple[Severity, int, str]] = []
    encoding = _utf16(data[:_HEAD])
    if encoding:
        data = data.decode(encoding, "replace").encode("utf-8", "replace")
        said.append(("error", 0, "the file is saved as UTF-16; save it as UTF-8"))
    data = data.removeprefix(BOM_UTF8)
    text = Text(data, said)
    try:
        _look(text)
    except UnicodeDecodeError as error:
        index = text.lines.length + len(error.object[: error.start].decode())
        byte = error.object[error.start]
        said = [*said, ("error", index, f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8")]
        text = Text(data.decode("utf-8", "replace").encode(), said)
        _look(text)
    _silence_directives(text)
    if text.controls:
        text.data = b"".join(
            re.sub(FORBIDDEN, _REPLACEMENT, piece.decode()).encode() for piece in _pieces(text.data)
        )
    return text


def _utf16(head: bytes) -> str:
    """The encoding of a file that begins like this, if it is UTF-16."""
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    few = len(head) // 3
    if few and head[1::2].count(0) > few:
        return "utf-16-le"
    if few and head[::2].count(0) > few:
        return "utf-16-be"
    return ""


def _pieces(data: bytes) -> Iterator[bytes]:
    """The bytes in pieces that end where lines end."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + _PIECE) + 1 or len(data)
        yield data[start:end]
        start = end


def _look(text: Text) -> None:
    """Find the lines of the text and what does not belong into it.

    Raises:
        UnicodeDecodeError: With the piece that is not UTF-8, which begins at `lines.length`.
    """
    lines = text.lines
    for each in _pieces(text.data):
        piece, first = each.decode(), lines.length
        ends = _LINE_END if "\r" in piece else _LINE_FEED
        lines.starts.extend([first + found.end() for found in ends.finditer(piece)])
        for found in re.finditer(UNWANTED, piece) if each.translate(None, _HARMLESS) else ():
            _name(text, first + found.start(), found[0])
        if "<<<<<<< " in piece and text.conflict is None and (mark := _CONFLICT.search(piece)):
            text.conflict = first + mark.start()
            text.said.append(("error", text.conflict, _MERGE))
        lines.length += len(piece)


def _name(text: Text, index: int, character: str) -> None:
    """Report a character that does not belong into a text, if few of its sort have been."""
    if re.match(OVERRIDE, character):
        text.overrides.append(index)
        if len(text.overrides) <= _MOST_NAMED:
            text.said.append(("warning", index, complaint(character)))
    else:
        text.controls += 1
        if text.controls <= _MOST_NAMED:
            text.said.append(("error", index, complaint(character)))


def _silence_directives(text: Text) -> None:
    """Make comments of the lines with % before the document: the format has no directives."""
    at = 0
    quiet: bytearray | None = None
    while found := _IDLE_LINE.match(text.data, at) or _DIRECTIVE.match(text.data, at):
        if text.data.startswith(b"%", at):
            if quiet is None:
                quiet = bytearray(text.data)
                text.said.append(("error", len(text.data[:at].decode()), "delete the % line"))
            quiet[at] = ord("#")
        at = found.end()
    if quiet is not None:
        text.data = bytes(quiet)
