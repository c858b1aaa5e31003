"""How cells look: reads SGR and OSC 8 into looks, and writes the shortest change between two.

A look is known by a small number; 0 is the plain one, and UNKNOWN stands for a terminal's before
anything was sent. Colours fit the terminal in the looks that are shown, not in those that are read.
"""

import re
from typing import Final, NamedTuple

from tui.terminal.colours import Colours, fit

UNKNOWN: Final = -1

_GROUPS: Final = {
    "22": "1 2",
    "23": "3 20",
    "24": "4 21",
    "25": "5 6",
    "27": "7",
    "28": "8",
    "29": "9",
    "54": "51 52",
    "55": "53",
}
"""The codes that end attributes, and which they end."""
_ENDS: Final = {held: end for end, group in _GROUPS.items() for held in group.split()}
# Of these only one can hold: a double underline takes the place of a single one.
_RIVALS: Final = frozenset({"24", "25", "54"})
# What shows on a space: underlines, reverse, strike, frames and overline.
_ON_SPACE: Final = frozenset({"24", "27", "29", "54", "55"})
_INK: Final = re.compile(r"[39][0-7]|38[;:].+").fullmatch
_PAPER: Final = re.compile(r"(?:4|10)[0-7]|48[;:].+").fullmatch
_LINE: Final = re.compile(r"58[;:].+").fullmatch
# ISO 8613-6 has colons, and may name a colour space; everybody writes semicolons, and none.
_COLOUR: Final = re.compile(r"5[;:]\d{1,5}|2(?:[;:]\d{1,5}){3}|2:\d{0,5}(?::\d{1,5}){3}").fullmatch
# How many of the parameters after 38, 48 and 58 belong to the colour, by the first of them.
_LENGTHS: Final = {"5": 2, "2": 4}
_COLOURED: Final = ("38", "48", "58")
_MANY: Final = 4096


class Look(NamedTuple):
    """Everything about a cell but its text; colours are SGR parameters, or "" for the default."""

    attributes: frozenset[str] = frozenset()
    ink: str = ""
    paper: str = ""
    line: str = ""
    other: tuple[str, ...] = ()
    """Parameters of no known meaning, in the order they came."""
    link: str = ""
    """Parameters and address of OSC 8, or ""."""


PLAIN: Final = Look()


def after(look: Look, parameters: str) -> Look:
    """The look once an SGR sequence has been read, given what stands between `ESC[` and `m`."""
    parts = [part.lstrip("0") or "0" for part in parameters.split(";")]
    at = 0
    while at < len(parts):
        code = parts[at]
        at += 1
        if code in _COLOURED:
            end = at + _LENGTHS.get("".join(parts[at : at + 1]), len(parts))
            if not _COLOUR(values := ";".join(parts[at:end])):
                return _with_other(look, ";".join((code, *parts[at:])))
            code, at = f"{code};{values}", end
        elif code.startswith(("38:", "48:", "58:")) and not _COLOUR(code[3:]):
            look = _with_other(look, code)
            continue
        look = _after_one(look, code)
    return look


def _after_one(look: Look, code: str) -> Look:
    if code == "0":
        return PLAIN._replace(link=look.link)
    if end := _end(code):
        left = {held for held in look.attributes if end not in _RIVALS or _end(held) != end}
        return look._replace(attributes=frozenset({*left, code} - {"4:0"}))
    if code in _GROUPS:
        left = {held for held in look.attributes if _end(held) != code}
        return look._replace(attributes=frozenset(left))
    if code == "39" or _INK(code):
        return look._replace(ink="" if code == "39" else code)
    if code == "49" or _PAPER(code):
        return look._replace(paper="" if code == "49" else code)
    if code == "59" or _LINE(code):
        return look._replace(line="" if code == "59" else code)
    return _with_other(look, code)


def _with_other(look: Look, code: str) -> Look:
    return look._replace(other=(*(held for held in look.other if held != code), code))


def _end(attribute: str) -> str:
    return "24" if attribute.startswith("4:") else _ENDS.get(attribute, "")


def on_space(look: Look) -> Look:
    """What a space in this look shows: no more than the background, unless something marks it."""
    if look.other or look.link or any(_end(held) in _ON_SPACE for held in look.attributes):
        return look
    return PLAIN._replace(paper=look.paper)


def change(old: Look | None, new: Look) -> str:
    """The shortest sequences from one look to another; None is one not known, without a link."""
    link = "" if (old or PLAIN).link == new.link else f"\x1b]8;{new.link or ';'}\x1b\\"
    if old and old._replace(link=new.link) == new:
        return link
    set_anew = f"\x1b[{_join('0', *_parts(PLAIN, new))}m" if _parts(PLAIN, new) else "\x1b[m"
    if old is None or old.other != new.other[: len(old.other)]:
        return link + set_anew
    changed = f"\x1b[{_join(*_parts(old, new))}m"
    return link + min(changed, set_anew, key=len)


def _parts(old: Look, new: Look) -> list[str]:
    ends = {_end(held) for held in old.attributes - new.attributes}
    left = {held for held in old.attributes if _end(held) not in ends}
    parts = sorted(ends)
    parts += sorted(new.attributes - left, key=lambda held: int(held.partition(":")[0]))
    for was, wanted, default in (
        (old.ink, new.ink, "39"),
        (old.paper, new.paper, "49"),
        (old.line, new.line, "59"),
    ):
        if was != wanted:
            parts.append(wanted or default)
    return [*parts, *new.other[len(old.other) :]]


def _join(*parts: str) -> str:
    return ";".join(parts)


class Looks:
    """The looks of one terminal by number, and what is asked of them again and again."""

    def __init__(self, colours: Colours) -> None:
        self._colours = colours
        self._looks: list[Look] = []
        self._numbers: dict[Look, int] = {}
        self._links: dict[str, int] = {}
        self._afters: dict[tuple[int, str], int] = {}
        self._changes: dict[tuple[int, int], str] = {}
        self.shown: list[int] = []
        """For each number that of the look in the colours of the terminal."""
        self.on_space: list[int] = []
        """For each number that of the look that a space has."""
        self.erased: list[bool] = []
        """For each number whether a space in it shows its background only, as erasing leaves it."""
        self._number(PLAIN)

    def after(self, number: int, parameters: str) -> int:
        """The number of the look once an SGR sequence has been read."""
        key = (number, parameters)
        if (found := self._afters.get(key)) is None:
            if len(self._afters) > _MANY:
                self._afters.clear()
            found = self._afters[key] = self._number(after(self._looks[number], parameters))
        return found

    def linked(self, number: int, address: str) -> int:
        """The number of the look with a link, or without for an empty address.

        Cells are alike if they lead to the same place: rich gives each copy of a style a link id
        of its own, which would make every repaint a change, so ids here go by address.
        """
        link = f"id={self._links.setdefault(address, len(self._links))};{address}"
        return self._number(self._looks[number]._replace(link=link if address else ""))

    def change(self, old: int, new: int) -> str:
        """The shortest sequences that turn one look into another; `old` may be UNKNOWN."""
        if old == UNKNOWN:
            # Terminals that know no links may print what ends one: it is sent if one has been.
            ending = "\x1b]8;;\x1b\\" if self._links else ""
            return ending + change(None, self._looks[new])
        key = (old, new)
        if (found := self._changes.get(key)) is None:
            if len(self._changes) > _MANY:
                self._changes.clear()
            found = self._changes[key] = change(self._looks[old], self._looks[new])
        return found

    def has_paper(self, number: int) -> bool:
        """Whether the background is not the terminal's own."""
        return bool(self._looks[number].paper)

    def _number(self, look: Look) -> int:
        if (found := self._numbers.get(look)) is not None:
            return found
        number = self._numbers[look] = len(self._looks)
        self._looks.append(look)
        for table, fill in ((self.shown, number), (self.on_space, number)):
            table.append(fill)
        self.erased.append(False)
        ink, paper, line = fit(look.ink, look.paper, look.line, self._colours)
        self.shown[number] = self._number(look._replace(ink=ink, paper=paper, line=line))
        space = on_space(look)
        self.on_space[number] = self._number(space)
        self.erased[number] = space == PLAIN._replace(paper=look.paper)
        return number
