"""Lots: the lines of a file that an edit has to be tried in, as few as can be.

Mostly these are the lines of one record with what follows up to the next thing, or of two
neighbours. A record that shares its lines with others can only be tried in the whole file.
"""

import re
from typing import Final, NamedTuple

from tui.document import extent
from tui.document.piece import EditError, Path, Piece, parse

_BEFORE: Final = 1 << 12
"""Characters before a record that are searched for its dash."""
_CHUNK: Final = 1 << 14
"""Characters from a record on that are parsed at first."""
_MISTAKE: Final = "there is a mistake in the file here; mend that first"
_NEXT_KEY: Final = re.compile(r"(?m)^[^\s#]")


class Lot(NamedTuple):
    """Some lines of a text: where they start, what they are, and where in them a record is."""

    start: int
    piece: Piece
    path: Path


class Ground(NamedTuple):
    """A text in which lots are found, how its lines end, and whether ids are keys in a section."""

    text: str
    eol: str
    section: str
    is_keyed: bool

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

    def all(self, index: int) -> Lot:
        """The whole file, with the record at an index.

        Raises:
            EditError: It cannot be edited, or there is no record.
        """
        piece = checked(self.text, self.eol)
        path = self._path(piece, index, (self.section,))
        if path is None:
            raise EditError("it stands where no record is edited")
        return Lot(0, piece, path)

    def _lines_start(self, index: int) -> int | None:
        """Where the line of the dash or the key of a record starts."""
        before = self.text[max(0, index - _BEFORE) : index]
        lead = extent.lead(before, has_key=self.is_keyed)
        return index - len(lead) if lead else None

    def _end(self, start: int, index: int) -> int | None:
        """Where the lines that follow a record start, from the line of the next thing on."""
        size = _CHUNK + index - start
        while True:
            chunk = self.text[start : start + size]
            found = extent.find(chunk, index - start, has_key=self.is_keyed)
            is_all = start + size >= len(self.text)
            if found and (is_all or found.next < len(chunk)):
                return self._line_behind(start + found.next)
            if is_all:
                return None
            size *= 4

    def _line_behind(self, index: int) -> int:
        """Where the first line starts that has nothing of what stands before an index."""
        if index >= len(self.text):
            return len(self.text)
        line = self.text.rfind("\n", 0, index) + 1
        if not self.text[line:index].strip():
            return line
        return self.text.find("\n", index) + 1 or len(self.text)

    def _lot(self, start: int, end: int, index: int, *, alone: bool = False) -> Lot | None:
        """Lines as a lot, if they are nothing but one record, or two."""
        try:
            piece = parse(self.text[start:end], self.eol)
        except EditError:
            return None
        path = self._path(piece, index - start, ())
        count = len(piece.root.children) // (2 if self.is_keyed else 1)
        return Lot(start, piece, path) if path and count == (1 if alone else 2) else None

    def _path(self, piece: Piece, index: int, holder: Path) -> Path | None:
        """The path to the record that starts at an index of a piece."""
        try:
            node = piece.node(holder)
        except EditError:
            return None
        if self.is_keyed and node.kind == "mapping":
            return next(
                ((*holder, key.text) for key, _ in node.entries if key.start == index), None
            )
        if self.is_keyed or node.kind != "list":
            return None
        return next(
            ((*holder, at) for at, each in enumerate(node.children) if each.start == index), None
        )

    def _start_before(self, start: int) -> int | None:
        """Where the lines of what looks like the record before a line start."""
        column = re.compile(r" *").match(self.text, start)
        indent = column[0] if column else ""
        sign = r"[^\s#-]" if self.is_keyed else r"-(?:[ \t]|\r?$)"
        looks = re.compile(rf"(?m)^{indent}{sign}")
        least = max(0, start - _BEFORE * 64)
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


def checked(text: str, eol: str) -> Piece:
    """A piece of the file as it is. Raises `EditError` where it has a mistake of its own."""
    try:
        return parse(text, eol)
    except EditError as error:
        raise EditError(f"{_MISTAKE} ({error})") from error


def heading(text: str, index: int, field: str, eol: str) -> Lot:
    """The lines of a field of the timeline itself, whose value is at an index."""
    start = text.rfind("\n", 0, index) + 1
    following = _NEXT_KEY.search(text, text.find("\n", index) + 1 or len(text))
    end = following.start() if following else len(text)
    if text.startswith(f"{field}:", start):
        try:
            piece = parse(text[start:end], eol)
        except EditError:
            pass
        else:
            keys = [key.text for key, _ in piece.root.entries]
            if piece.root.kind == "mapping" and keys == [field]:
                return Lot(start, piece, ())
    return Lot(0, checked(text, eol), ())
