"""A terminal that is nothing but a screen, to compare what two streams leave on it.

pyte will not do alone: it drops the rest of a text after a joiner or a variation selector, keeps
half of a wide character whose other half is painted over, and knows neither links nor dim,
hidden, double underlined and overlined text. This one is strict: what terminals do differently
(a relative move after the last column, a line feed in the last row) fails.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from rich.cells import cell_len, split_graphemes

Cell = tuple[str, frozenset[str], str, str, str]
"""Text, attributes, colour, background and link address."""

NOISE: Final[Cell] = ("?", frozenset(), "", "", "")

_TOKENS: Final = re.compile(
    r"""\x1b\[ ([0-9;:<=>?]*) ([ -/]*[@-~])
      | \x1b\]8;[^;]*; ([^\x07\x1b]*) (?:\x07|\x1b\\)
      | ( \x1b (?: \][^\x07\x1b]*(?:\x07|\x1b\\) | P[^\x1b]*\x1b\\ | [ -/]*[0-Z\\^-~]) | \x07 )
      | ( [\n\r\b] )
      | ( [^\x00-\x1f]+ )""",
    re.VERBOSE,
)
_VISIBLE: Final = frozenset({"4", "21", "7", "9", "53"})
_OFF: Final = {"22": "1 2", "23": "3", "24": "4 21", "25": "5", "27": "7", "28": "8", "29": "9"} | {
    "55": "53"
}
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
    controls: list[tuple[str, list[list[Cell]]]] = field(default_factory=list)
    cells: list[list[Cell]] = field(init=False)

    def __post_init__(self) -> None:
        self.spoil()
        self.y = self.x = 0
        self.beyond = False
        self.attributes: frozenset[str] = frozenset()
        self.ink = self.paper = self.link = ""

    def spoil(self) -> None:
        """Show what nobody has sent, as a terminal does after something else has written to it."""
        self.cells = [[NOISE] * self.width for _ in range(self.height)]

    @property
    def cursor(self) -> tuple[int, int]:
        """Its row and column, from 0."""
        return self.y, self.x

    @property
    def pen(self) -> tuple[frozenset[str], str, str, str]:
        """What the next cell gets with its text."""
        return self.attributes, self.ink, self.paper, self.link

    @property
    def seen(self) -> list[list[Cell]]:
        """The cells, without what cannot be seen: the colour and weight of a bare space."""
        return [[_seen(cell) for cell in row] for row in self.cells]

    def differences(self, other: "Screen") -> list[tuple[int, int, Cell, Cell]]:
        """Row, column and both cells wherever two screens of a size look different."""
        return [
            (y, x, mine, others)
            for y, rows in enumerate(zip(self.cells, other.cells, strict=True))
            for x, (mine, others) in enumerate(zip(*rows, strict=True))
            if mine != others and _seen(mine) != _seen(others)
        ]

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
                self.cells = [[(" ", frozenset(), "", "", "")] * self.width for _ in self.cells]
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
        assert not self.attributes & _VISIBLE, "erases with marks"
        assert not self.link, "erases with a link"
        for x in range(self.x, end):
            self._set(x, " ", (frozenset(), "", self.paper if self.bce else "", ""))

    def _print(self, text: str) -> None:
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

    def _set(self, x: int, text: str, look: tuple[frozenset[str], str, str, str]) -> None:
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
                self.attributes, self.ink, self.paper = frozenset(), "", ""
            elif code in ("38", "48"):
                count = 2 if parts[0] == "5" else 4
                colour, parts = ";".join((code, *parts[:count])), parts[count:]
                self._colour(colour)
            elif code in _OFF:
                self.attributes -= frozenset(_OFF[code].split())
            elif len(code) > 1 and code[:-1] in ("3", "4", "9", "10"):
                self._colour(code)
            else:
                rivals = {"4", "21"} if code in ("4", "21") else set()
                self.attributes = frozenset({*(self.attributes - rivals), code})

    def _colour(self, code: str) -> None:
        if code.startswith(("4", "10")):
            self.paper = "" if code == "49" else code
        else:
            self.ink = "" if code == "39" else code


def _seen(cell: Cell) -> Cell:
    text, attributes, _, paper, link = cell
    if text == " " and not link and not attributes & _VISIBLE:
        return " ", frozenset(), "", paper, ""
    return cell
