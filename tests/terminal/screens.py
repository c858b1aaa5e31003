"""A terminal that is nothing but a screen, to compare what two streams leave on it.

pyte will not do alone: it drops the rest of a text after a joiner or a variation selector, keeps
half of a wide character whose other half is painted over, and knows neither links nor dim,
hidden, double underlined and overlined text. This one is strict: what terminals do differently
(a relative move after the last column, a line feed in the last row) fails.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from rich.cells import cell_len, split_graphemes

from tui.terminal.colours import Colours, fit

Look = tuple[frozenset[str], str, str, str, str]
"""Attributes, the colours of text, background and underline, and link address."""
Cell = tuple[str, frozenset[str], str, str, str, str]
"""A text and its look."""

NOISE: Final[Cell] = ("?", frozenset(), "", "", "", "")
EMPTY: Final[Cell] = (" ", frozenset(), "", "", "", "")

_TOKENS: Final = re.compile(
    r"""\x1b\[ ([0-9;:<=>?]*) ([ -/]*[@-~])
      | \x1b\]8;[^;]*; ([^\x07\x1b]*) (?:\x07|\x1b\\)
      | ( \x1b (?: \][^\x07\x1b]*(?:\x07|\x1b\\) | P[^\x1b]*\x1b\\ | [ -/]*[0-Z\\^-~]) | \x07 )
      | ( [\n\r\b] )
      | ( [^\x00-\x1f]+ )""",
    re.VERBOSE,
)
_VISIBLE: Final = frozenset({"4", "4:", "21", "7", "9", "53"})
_OFF: Final = {
    "22": ("1", "2"),
    "23": ("3",),
    "24": ("4", "21"),
    "25": ("5",),
    "27": ("7",),
    "28": ("8",),
    "29": ("9",),
    "55": ("53",),
}
_COLOUR: Final = re.compile(r"(?:[349]|10)[0-79]|59|[345]8:.+").fullmatch
_UNDERLINE: Final = re.compile(r"4|4:\d|21").fullmatch
# One cell each, as everybody agrees: ASCII, lines and blocks.
_EASY: Final = re.compile("[ -~·\u2500-\u259f]+").fullmatch
_UNSURE: Final = re.compile("[\u200d\ufe0f]")


@dataclass
class Screen:
    """A screen of a size, with what was sent to it.

    Attributes:
        bce: Whether erased cells take the background that is set.
        literal: Whether each character of a joined cluster has its own cells, as on some terminals.
        controls: Each control that paints nothing, and what was shown when it came.
    """

    width: int
    height: int
    bce: bool = True
    literal: bool = False
    controls: list[tuple[str, list[tuple[Cell, ...]]]] = field(default_factory=list)
    cells: list[list[Cell]] = field(init=False)

    def __post_init__(self) -> None:
        self.spoil()
        self.y = self.x = 0
        self.beyond = False
        self.attributes: frozenset[str] = frozenset()
        self.ink = self.paper = self.line = self.link = ""

    def spoil(self) -> None:
        """Show what nobody has sent, as a terminal does after something else has written to it."""
        self.fill(NOISE)

    def fill(self, cell: Cell) -> None:
        """Show the same everywhere."""
        self.cells = [[cell] * self.width for _ in range(self.height)]

    @property
    def cursor(self) -> tuple[int, int]:
        """Its row and column, from 0."""
        return self.y, self.x

    @property
    def pen(self) -> Look:
        """What the next cell gets with its text."""
        return self.attributes, self.ink, self.paper, self.line, self.link

    @property
    def seen(self) -> list[tuple[Cell, ...]]:
        """The cells, without what cannot be seen: the colour and weight of a bare space."""
        return [_seen_row(tuple(row)) for row in self.cells]

    def differences(self, other: "Screen") -> list[tuple[int, int, Cell, Cell]]:
        """Row, column and both cells wherever two screens of a size look different."""
        return [
            (y, x, mine, others)
            for y, rows in enumerate(zip(self.cells, other.cells, strict=True))
            if rows[0] != rows[1]
            for x, (mine, others) in enumerate(zip(*rows, strict=True))
            if mine != others and _seen(mine) != _seen(others)
        ]

    def fitted(self, colours: Colours) -> "Screen":
        """The same in the colours that a terminal has instead."""
        other = Screen(self.width, self.height)
        other.y, other.x, other.attributes, other.link = self.y, self.x, self.attributes, self.link
        other.ink, other.paper, other.line = fit(self.ink, self.paper, self.line, colours)
        other.cells = [list(_fitted_row(tuple(row), colours)) for row in self.cells]
        return other

    def feed(self, text: str) -> None:
        """Show what a text does to a terminal; fails if terminals would do different things."""
        at = 0
        for match in _TOKENS.finditer(text):
            assert match.start() == at, f"no terminal knows {text[at : at + 20]!r}"
            at = match.end()
            if match[2]:
                self._sequence(match[1], match[2], match[0])
            elif match[3] is not None:
                self.link = match[3]
            elif match[4]:
                self._note(match[4])
            elif match[5]:
                self._character(match[5])
            else:
                self._print(match[6])
        assert at == len(text), f"no terminal knows {text[at : at + 20]!r}"

    def _note(self, control: str) -> None:
        self.controls.append((control, self.seen))

    def _character(self, character: str) -> None:
        if character == "\n":
            assert self.y < self.height - 1, "scrolls"
            self.y += 1
            self.x, self.beyond = 0, False
        elif character == "\r":
            self.x, self.beyond = 0, False
        else:
            assert not self.beyond, "is relative after the last column"
            self.x = max(self.x - 1, 0)

    def _sequence(self, given: str, final: str, whole: str) -> None:
        if final == "m" and not given.startswith(">"):
            self._style(given)
        elif given[:1] in ("?", ">", "<", "=") or final not in "ABCDGHdKX":
            if whole in ("\x1b[?2026h", "\x1b[?2026l"):
                return
            self._note(whole)
            if whole == "\x1b[?1049h":
                self.fill(EMPTY)
        else:
            one, two = ([int(part or 1) for part in given.split(";")] + [1])[:2]
            if final in "KX":
                self._erase(self.width if final == "K" else self.x + one)
            else:
                self._move(final, one, two)

    def _move(self, final: str, one: int, two: int) -> None:
        assert final in "HG" or not self.beyond, "is relative after the last column"
        match final:
            case "A" | "B":
                self.y += one if final == "B" else -one
            case "C" | "D":
                self.x += one if final == "C" else -one
            case "H":
                self.y, self.x = one - 1, two - 1
            case "G":
                self.x = one - 1
            case _:
                self.y = one - 1
        self.beyond = False
        assert 0 <= self.y < self.height, "leaves the screen"
        assert 0 <= self.x < self.width, "leaves the screen"

    def _erase(self, end: int) -> None:
        assert not self.beyond, "erases after the last column"
        assert not any(held[:2] in _VISIBLE for held in self.attributes), "erases with marks"
        assert not self.link, "erases with a link"
        for x in range(self.x, end):
            self._set(x, " ", (frozenset(), "", self.paper if self.bce else "", "", ""))

    def _print(self, text: str) -> None:
        end = self.x + len(text)
        if _EASY(text) and not self.beyond and end < self.width:
            look = self.pen
            self._set(self.x, text[0], look)
            self._set(end - 1, text[-1], look)
            self.cells[self.y][self.x : end] = [(letter, *look) for letter in text]
            self.x = end
            return
        for start, end, width in split_graphemes(text)[0]:
            cluster = text[start:end]
            if self.literal and _UNSURE.search(cluster):
                # A narrower or wider idea of it: every part with a width takes cells of its own.
                for part in cluster:
                    self._put(part, cell_len(part))
            else:
                self._put(cluster, width)

    def _put(self, cluster: str, width: int) -> None:
        look = self.pen
        if not width:
            before = self.x if self.beyond else self.x - 1
            row = self.cells[self.y]
            before -= bool(before > 0 and not row[before][0])
            if before >= 0:
                row[before] = (row[before][0] + cluster, *row[before][1:])
            return
        if self.literal and (self.beyond or self.x + width > self.width):
            return
        assert not self.beyond, "prints after the last column"
        assert self.x + width <= self.width, "prints a wide character in the last column"
        self._set(self.x, cluster, look)
        if width > 1:
            self._set(self.x + 1, "", look)
        self.x += width
        if self.x == self.width:
            self.x, self.beyond = self.width - 1, True

    def _set(self, x: int, text: str, look: Look) -> None:
        row = self.cells[self.y]
        if not row[x][0] and text:
            row[x - 1] = (" ", *row[x - 1][1:])
        if x + 1 < self.width and not row[x + 1][0]:
            row[x + 1] = (" ", *row[x + 1][1:])
        row[x] = (text, *look)

    def _style(self, given: str) -> None:
        parts = given.split(";")
        while parts:
            code = parts.pop(0)
            if code in ("", "0"):
                self.attributes, self.ink, self.paper, self.line = frozenset(), "", "", ""
            elif code in ("38", "48", "58"):
                count = 2 if parts[0] == "5" else 4
                colour, parts = ";".join((code, *parts[:count])), parts[count:]
                self._colour(colour)
            elif code in _OFF:
                ended = {held for held in self.attributes if held.partition(":")[0] in _OFF[code]}
                self.attributes -= ended
            elif _COLOUR(code):
                self._colour(code)
            else:
                rivals = {held for held in self.attributes if _UNDERLINE(held) and _UNDERLINE(code)}
                self.attributes = (self.attributes - rivals) | {code}

    def _colour(self, code: str) -> None:
        value = "" if code in ("39", "49", "59") else code
        if code.startswith(("4", "10")):
            self.paper = value
        elif code.startswith("5"):
            self.line = value
        else:
            self.ink = value


def _seen(cell: Cell) -> Cell:
    text, attributes, _, paper, _, link = cell
    if text == " " and not link and not any(held[:2] in _VISIBLE for held in attributes):
        return " ", frozenset(), "", paper, "", ""
    return cell


@lru_cache(maxsize=1 << 12)
def _seen_row(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(_seen(cell) for cell in row)


_fit = lru_cache(maxsize=None)(fit)


@lru_cache(maxsize=1 << 12)
def _fitted_row(row: tuple[Cell, ...], colours: Colours) -> tuple[Cell, ...]:
    return tuple(
        (text, attributes, *_fit(ink, paper, line, colours), link)
        for text, attributes, ink, paper, line, link in row
    )
