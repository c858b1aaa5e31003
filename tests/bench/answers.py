"""Answers what programs ask a terminal, as one with a dark background and every colour does."""

import re
from collections.abc import Callable, Iterator
from typing import Final

_QUERY: Final = re.compile(
    rb"\x1b\[(?:\?(?P<mode>\d+)\$p|(?P<report>\??6n|5n|0?c|>0?c|>0?q|\?u))"
    rb"|\x1b\](?P<colour>1[0-2]|4;\d+);\?(?P<end>\x07|\x1b\\)"
    rb"|\x1bP(?P<request>[+$]q)[^\x1b]*\x1b\\"
)
_LONGEST_QUERY: Final = 128
_REPORTS: Final = {
    b"5n": b"\x1b[0n",
    b"c": b"\x1b[?62;22c",
    b"0c": b"\x1b[?62;22c",
    b">c": b"\x1b[>1;10;0c",
    b">0c": b"\x1b[>1;10;0c",
    b">q": b"\x1bP>|pty-timer\x1b\\",
    b">0q": b"\x1bP>|pty-timer\x1b\\",
    b"?u": b"\x1b[?0u",
}
_COLOURS: Final = {b"10": b"rgb:dddd/dddd/dddd", b"11": b"rgb:1111/1111/1111"}
_REFUSALS: Final = {b"+q": b"\x1bP0+r\x1b\\", b"$q": b"\x1bP0$r\x1b\\"}


class Answers:
    """Finds the questions in what a program writes, which may be cut anywhere."""

    def __init__(self, cursor: Callable[[], tuple[int, int]]) -> None:
        """Make one for a terminal.

        Args:
            cursor: Says at which row and column, from 1, the cursor is.
        """
        self._cursor = cursor
        self._asked = b""

    def to(self, data: bytes) -> Iterator[bytes]:
        """What the terminal answers to some output, an answer for each question."""
        self._asked += data
        end = 0
        for query in _QUERY.finditer(self._asked):
            end = query.end()
            yield _reply(query, self._cursor)
        self._asked = self._asked[end:][-_LONGEST_QUERY:]


def _reply(query: re.Match[bytes], cursor: Callable[[], tuple[int, int]]) -> bytes:
    """What a terminal with synchronised output and a dark background answers."""
    if query["mode"]:
        state = 2 if query["mode"] == b"2026" else 0
        return b"\x1b[?%s;%d$y" % (query["mode"], state)
    if query["colour"]:
        shade = _COLOURS.get(query["colour"], b"rgb:8080/8080/8080")
        return b"\x1b]%s;%s%s" % (query["colour"], shade, query["end"])
    if query["request"]:
        return _REFUSALS[query["request"]]
    if query["report"].endswith(b"6n"):
        return b"\x1b[%s%d;%dR" % (query["report"][:-2], *cursor())
    return _REPORTS[query["report"]]
