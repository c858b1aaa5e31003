"""Lots: the lines of a file that an edit has to be tried in, as few as can be.

Mostly these are the lines of one record with what follows up to the next thing, or of two
neighbours. A record that shares its lines with others can only be tried in the whole file.
"""

import re
from contextlib import suppress
from typing import Final, NamedTuple

from tui.document.editing import extent
from tui.document.editing.piece import EditError, Path, Piece, parse
from tui.document.reading.characters import FORBIDDEN

_BEFORE: Final = 1 << 12
"""Characters before a record that are searched for its dash."""
FARTHEST: Final = 1 << 18
"""Characters before a record that are searched for the one before it."""
_CHUNK: Final = 1 << 14
"""Characters from a record on that are parsed at first."""
_MISTAKE: Final = "there is a mistake in the file here; mend that first"
_IDLE_LINES: Final = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:[ \t]*(?:#[^\n]*)?\Z)?")
_OUTERMOST: Final = re.compile(r"(?m)^[^\s#]")


class Lot(NamedTuple):
    """Some lines of a text: where they start, what they are, and where in them a record is."""

    start: int
    piece: Piece
    path: Path


class Section(NamedTuple):
    """Lines of a section with a mapping or a list in lines, in which lots are found.

    Attributes:
        text: The lines.
        eol: How they end.
        is_keyed: Whether the ids of its records are keys.
        is_end: Whether nothing stands behind these lines.
    """

    text: str
    eol: str
    is_keyed: bool
    is_end: bool = True

    def own(self, index: int) -> Lot | None:
        """The lines of the record at an index, None if it shares them with something else."""
        start = self._lines_start(index)
        end = None if start is None else self._end(start, index)
        if start is None or end is None:
            return None
        return self._lot(start, end, index, alone=True)

    def paired(self, index: int) -> Lot | None:
        """The lines of a record and a neighbour, None if it shares them or has no neighbour."""
        start = self._lines_start(index)
        end = None if start is None else self._end(start, index)
        if start is None or end is None:
            return None
        before = self._start_before(start)
        if before is not None and (lot := self._lot(before, end, index)):
            return lot
        following = self._start_of_next(start, end)
        behind = None if following is None else self._end(end, following)
        return None if behind is None else self._lot(start, behind, index)

    def _lines_start(self, index: int) -> int | None:
        """Where the line of the dash or the key of a record starts."""
        before = self.text[max(0, index - _BEFORE) : index]
        lead = extent.lead(before, has_key=self.is_keyed)
        return index - len(lead) if lead else None

    def _end(self, start: int, index: int) -> int | None:
        """Where the lines that follow a record start, from the line of the next thing on."""
        size = _CHUNK + index - start
        while True:
            # The reader, too, sees these replaced.
            chunk = re.sub(FORBIDDEN, "\N{REPLACEMENT CHARACTER}", self.text[start : start + size])
            found = extent.find(chunk, index - start, has_key=self.is_keyed)
            is_all = start + size >= len(self.text)
            if found and (found.next < len(chunk) or (is_all and self.is_end)):
                return self._line_behind(start + found.next)
            if is_all:
                return None
            size *= 4

    def _line_behind(self, index: int) -> int | None:
        """Where the first line starts that has nothing of what stands before an index."""
        line = self.text.rfind("\n", 0, index) + 1
        if self.text[line:index].strip():
            line = self.text.find("\n", index) + 1 or len(self.text)
        idle = _IDLE_LINES.match(self.text, line)
        end = idle.end() if idle else line
        return end if end < len(self.text) or self.is_end else None

    def _lot(self, start: int, end: int, index: int, *, alone: bool = False) -> Lot | None:
        """Lines as a lot, if they are nothing but one record, or two."""
        try:
            piece = parse(self.text[start:end], self.eol)
        except EditError:
            return None
        path = _path(piece, index - start, (), is_keyed=self.is_keyed)
        count = len(piece.root.children) // (2 if self.is_keyed else 1)
        return Lot(start, piece, path) if path and count == (1 if alone else 2) else None

    def _start_before(self, start: int) -> int | None:
        """Where the lines of what looks like the record before a line start."""
        column = re.compile(r" *").match(self.text, start)
        indent = column[0] if column else ""
        sign = r"[^\s#-]" if self.is_keyed else r"-(?:[ \t]|\r?$)"
        looks = re.compile(rf"(?m)^{indent}{sign}")
        least = max(0, start - FARTHEST)
        end = start
        while end > least:
            line = self.text.rfind("\n", 0, end - 1) + 1
            if looks.match(self.text, line):
                return line
            end = line
        return None

    def _start_of_next(self, start: int, end: int) -> int | None:
        """Where the record starts whose lines start at `end`, if one does."""
        chunk = self.text[start : end + _CHUNK]
        with_next = self.text[end : end + _CHUNK]
        indent = re.compile(r" *").match(chunk)
        same = re.compile(r" *").match(with_next)
        if not indent or not same or indent[0] != same[0]:
            return None
        if self.is_keyed:
            return end + len(same[0])
        dash = re.compile(r"-(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*[ \t]*").match(with_next, len(same[0]))
        return end + dash.end() if dash else None


def whole(text: str, index: int, key: str, eol: str) -> Lot:
    """The whole of a text, with the record at an index in the section of a key.

    Raises:
        EditError: It cannot be edited, or there is no record.
    """
    piece = checked(text, eol)
    is_keyed = piece.node((key,)).kind == "mapping"
    path = _path(piece, index, (key,), is_keyed=is_keyed)
    if path is None:
        raise EditError("it stands where no record is edited")
    return Lot(0, piece, path)


def _path(piece: Piece, index: int, holder: Path, *, is_keyed: bool) -> Path | None:
    """The path to the record that starts at an index of a piece, in a mapping or a list of it."""
    node = piece.node(holder)
    if node.kind != ("mapping" if is_keyed else "list"):
        return None
    starts = node.children[:: 2 if is_keyed else 1]
    at = next((at for at, each in enumerate(starts) if each.start == index), None)
    if at is None:
        return None
    return (*holder, starts[at].text if is_keyed else at)


def checked(text: str, eol: str) -> Piece:
    """A piece of the file as it is. Raises `EditError` where it has a mistake of its own."""
    try:
        return parse(text, eol)
    except EditError as error:
        raise EditError(f"{_MISTAKE} ({error})") from error


def heading(text: str, index: int, field: str, eol: str, *, paired: bool = False) -> Lot:
    """The lines of a field of the timeline itself, whose value is at an index.

    They are `paired` with those of the entry before it or behind it, if that can be.
    """
    start = text.rfind("\n", 0, index) + 1
    end = _next_key(text, index)
    spans = [(start, end)]
    if paired:
        spans = [(_key_before(text, start), end), (start, _next_key(text, end))]
    for first, last in spans if text.startswith(f"{field}:", start) else ():
        with suppress(EditError):
            piece = parse(text[first:last], eol)
            keys = [key.text for key, _ in piece.root.entries]
            if piece.root.kind == "mapping" and field in keys and len(keys) == 1 + paired:
                return Lot(first, piece, ())
    return Lot(0, checked(text, eol), ())


def _next_key(text: str, index: int) -> int:
    """Where the first line behind that of an index starts that is not further in."""
    found = _OUTERMOST.search(text, text.find("\n", index) + 1 or len(text))
    return found.start() if found else len(text)


def _key_before(text: str, start: int) -> int:
    """Where the last line before a line starts that is not further in."""
    while start:
        start = text.rfind("\n", 0, start - 1) + 1
        if _OUTERMOST.match(text, start):
            break
    return start
