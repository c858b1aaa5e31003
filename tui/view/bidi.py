"""Text that runs from right to left, for terminals that show everything from left to right.

Lines run from left to right, and runs of letters that do not are turned round within them, as
the Unicode Bidirectional Algorithm (UAX 9) does in a paragraph that runs to the right. A run
ends at two blanks and at signs such as dateline draws, so that columns and what stands between
`·` keep their order. Arabic letters take the shapes that join them; ligatures are not made, so
a line stays as wide as it was.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import Final, Generic, NamedTuple, TypeVar

from rich.cells import split_graphemes

Style = TypeVar("Style")

_RUNS_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
).search
_OUR_SIGN: Final = re.compile("[\u00b7\u2190-\u2bff]").match
_MIRRORED: Final[Mapping[str, str]] = MappingProxyType(
    dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
)
_CLOSING: Final = ")]}>»›"
_FORMS: Final = (*range(0xFB50, 0xFDFC), *range(0xFE80, 0xFEFD))
"""The characters that stand for a letter in one of its shapes."""


class _Cell(NamedTuple, Generic[Style]):
    """What is shown together; `kind` is R for letters that run left, L, 1 for digits, or ""."""

    text: str
    style: Style
    kind: str


def runs_left(text: str) -> bool:
    """Whether a text has letters that run from right to left."""
    return not text.isascii() and _RUNS_LEFT(text) is not None


def begins_left(text: str) -> bool:
    """Whether a text is one of letters that run from right to left: its first letter is (P2)."""
    first = next((kind for kind in map(_kind, text) if kind in {"R", "L"}), "")
    return first == "R"


def turned(line: Sequence[tuple[str, Style]]) -> list[tuple[str, Style]]:
    """A line, in parts with a style each, in the order in which a terminal is to show it."""
    cells = [
        _Cell(text[start:end], style, _kind(text[start]))
        for text, style in line
        for start, end, _ in split_graphemes(text)[0]
    ]
    at = 0
    while at < len(cells):
        end = _run_end(cells, at)
        run: list[_Cell[Style]] = [*_joined(cells[at:end])]
        cells[at:end] = _numbers_back(_mirrored(run)[::-1])
        at = max(end, at + 1)
    return [
        ("".join(cell.text for cell in part), style)
        for style, part in groupby(cells, key=lambda cell: cell.style)
    ]


@cache
def _kind(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    if kind in {"R", "AL"}:
        return "R"
    return "1" if kind in {"EN", "AN"} else "L" if kind == "L" else ""


def _run_end(cells: Sequence[_Cell[Style]], start: int) -> int:
    """Where a run has ended that begins here; here if none does."""
    end, blanks = start, 0
    if cells[start].kind != "R":
        return start
    for at in range(start, len(cells)):
        text, _, kind = cells[at]
        blanks = blanks + 1 if text == " " else 0
        if kind == "L" or blanks > 1 or _OUR_SIGN(text):
            break
        if kind:
            end = at + 1
    while end < len(cells) and _closes(cells[start:end], cells[end].text):
        end += 1
    return end


def _closes(run: Sequence[_Cell[Style]], text: str) -> bool:
    """Whether a sign closes a bracket that was opened in a run."""
    opened = _MIRRORED.get(text, "")
    signs = [cell.text for cell in run]
    return text in _CLOSING and signs.count(opened) > signs.count(text)


def _mirrored(run: Sequence[_Cell[Style]]) -> list[_Cell[Style]]:
    return [cell._replace(text=_MIRRORED.get(cell.text, cell.text)) for cell in run]


def _numbers_back(run: list[_Cell[Style]]) -> list[_Cell[Style]]:
    """A run that was turned, with its numbers turned back: they run to the right everywhere."""
    at = 0
    while at < len(run):
        end = at
        while end < len(run) and (run[end].kind == "1" or _is_point(run, end)):
            end += 1
        run[at:end] = run[at:end][::-1]
        at = end + 1
    return run


def _is_point(run: Sequence[_Cell[Style]], at: int) -> bool:
    """Whether a sign stands between two digits of a number."""
    around = (run[at - 1 : at], run[at + 1 : at + 2])
    return run[at].text in ".,:/-–" and all(each and each[0].kind == "1" for each in around)


def _joined(run: Sequence[_Cell[Style]]) -> Iterator[_Cell[Style]]:
    """A run with its Arabic letters in the shapes that join them."""
    for at, cell in enumerate(run):
        shapes = _shapes().get(cell.text[0])
        if not shapes:
            yield cell
            continue
        before = at > 0 and "initial" in _shapes().get(run[at - 1].text[0], {})
        after = at + 1 < len(run) and "final" in _shapes().get(run[at + 1].text[0], {})
        joins_before, joins_after = before and "final" in shapes, after and "initial" in shapes
        shape = _SHAPES[joins_before, joins_after]
        yield cell._replace(text=shapes.get(shape, cell.text[0]) + cell.text[1:])


_SHAPES: Final = MappingProxyType(
    {
        (False, False): "isolated",
        (True, False): "final",
        (False, True): "initial",
        (True, True): "medial",
    }
)


@cache
def _shapes() -> Mapping[str, Mapping[str, str]]:
    """The shapes of each Arabic letter that has some, by their names."""
    # The stroke that lengthens a word joins on both sides, and always looks the same.
    found: dict[str, dict[str, str]] = {"\u0640": dict.fromkeys(_SHAPES.values(), "\u0640")}
    for code in _FORMS:
        name, *letters = unicodedata.decomposition(chr(code)).split() or ("",)
        if len(letters) == 1:
            found.setdefault(chr(int(letters[0], 16)), {})[name.strip("<>")] = chr(code)
    return found
