"""What the bytes that a program has written look like on a terminal of a given size."""

import re
from functools import lru_cache
from itertools import chain
from typing import Final

import pyte
from pyte.screens import Char

Cells = tuple[tuple[Char, ...], ...]
"""The cells of a screen, row by row."""

_SEQUENCE: Final = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-OQ-WYZ\\`-~])"
)
_UNFINISHED: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?|[ -/]*)\Z")
_DRAWN: Final = re.compile(rb"\x1b(?:\[(?:[0-9;]*[@-~]|\?[0-9;]*[hlJK])|[()#][0-~]|[0-~])\Z")
"""The sequences that the model knows; of some others it would print the end as text."""

_LINK: Final = re.compile(rb"\x1b\]8;[^;]*;([!-~]+)(?:\x07|\x1b\\)")
_TAB: Final = 8


class _Screen(pyte.Screen):
    """What pyte lacks: repeated characters, scrolling, tabs backwards."""

    _drawn = " "

    def draw(self, data: str) -> None:
        super().draw(data)
        self._drawn = data[-1:] or self._drawn

    def repeat(self, count: int = 1) -> None:
        super().draw(self._drawn * min(count or 1, self.columns * self.lines))

    def scroll_up(self, count: int = 1) -> None:
        x, y = self._go_to_top()
        self.delete_lines(count or 1)
        self.cursor.x, self.cursor.y = x, y

    def scroll_down(self, count: int = 1) -> None:
        x, y = self._go_to_top()
        self.insert_lines(count or 1)
        self.cursor.x, self.cursor.y = x, y

    def back_tab(self, count: int = 1) -> None:
        self.cursor.x = max(0, (self.cursor.x - 1) // _TAB - (count or 1) + 1) * _TAB

    def _go_to_top(self) -> tuple[int, int]:
        place = self.cursor.x, self.cursor.y
        self.cursor.y = self.margins.top if self.margins else 0
        return place


class _Stream(pyte.ByteStream):
    """Hands the screen what pyte's own stream does not know."""

    _more = {"b": "repeat", "S": "scroll_up", "T": "scroll_down", "Z": "back_tab"}  # noqa: RUF012
    csi = pyte.ByteStream.csi | _more
    events = frozenset((*pyte.ByteStream.events, *_more.values()))


class Display:
    """A screen of so many columns and rows."""

    def __init__(self, columns: int, rows: int) -> None:
        self._size = columns, rows
        self._screen = _Screen(columns, rows)
        self._stream = _Stream(self._screen)
        self._rest = b""
        self._addresses: set[bytes] = set()

    def feed(self, data: bytes) -> None:
        """Draw some bytes, which may end within a sequence."""
        data = self._rest + data
        unfinished = _UNFINISHED.search(data)
        self._rest = data[unfinished.start() :] if unfinished else b""
        data = data[: len(data) - len(self._rest)]
        self._addresses.update(_LINK.findall(data))
        self._stream.feed(_SEQUENCE.sub(_drawn, data))

    def take_addresses(self) -> set[bytes]:
        """Where links lead that were drawn since this was asked last (OSC 8)."""
        taken, self._addresses = self._addresses, set()
        return taken

    @property
    def text(self) -> str:
        """The rows, without spaces at their ends."""
        return "\n".join("".join(cell.data for cell in row).rstrip() for row in self.cells)

    @property
    def cells(self) -> Cells:
        """Every cell as it is now."""
        columns, rows = self._size
        lines = (self._screen.buffer[row] for row in range(rows))
        return tuple(tuple(line[column] for column in range(columns)) for line in lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column, from 1."""
        return self._screen.cursor.y + 1, self._screen.cursor.x + 1


def changed_bytes(before: Cells, after: Cells) -> int:
    """The UTF-8 bytes of the cells that look different, which no driver can do without."""
    return sum(
        len(new.data.encode())
        for old, new in zip(chain(*before), chain(*after), strict=True)
        if old != new and _seen(old) != _seen(new)
    )


def look_alike(one: Cells, other: Cells) -> bool:
    """Whether nobody could tell two screens of a size apart."""
    pairs = zip(chain(*one), chain(*other), strict=True)
    return all(left == right or _seen(left) == _seen(right) for left, right in pairs)


@lru_cache(maxsize=1 << 14)
def _seen(cell: Char) -> Char:
    """A cell without what cannot be seen of it: the ink and weight of a space without a line."""
    if cell.data != " ":
        return cell
    ink, paper = (cell.bg, cell.fg) if cell.reverse else (cell.fg, cell.bg)
    lined = cell.underscore or cell.strikethrough
    plain = Char(" ", fg=ink if lined else "default", bg=paper)
    return plain._replace(underscore=cell.underscore, strikethrough=cell.strikethrough)


def _drawn(sequence: re.Match[bytes]) -> bytes:
    return sequence[0] if _DRAWN.match(sequence[0]) else b""
