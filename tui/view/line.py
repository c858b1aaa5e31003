"""A line of a pane as spans of text with a tone each, and the arithmetic of cells.

Widths are terminal cells, not characters: a CJK character takes two, a combining mark
none. A tone says what the text is, never which colour it has; themes decide that.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from rich.cells import cell_len, set_cell_size

Tone = Literal[
    "text",  # what is read
    "strong",  # what it is about
    "dim",  # what stands beside it
    "faint",  # what is not linked
    "accent",  # where the reader is
    "rule",  # what divides
    "frame",  # what encloses
    "found",  # what was searched for
    "quote",
    "good",
    "mixed",
    "bad",
    "thread0",
    "thread1",
    "thread2",
    "thread3",
    "thread4",
    "thread5",
    "thread6",
    "thread7",
    # What is written on a bar of a colour, in that of the background.
    "on-accent",
    "on-dim",
    "on-faint",
    "on-thread0",
    "on-thread1",
    "on-thread2",
    "on-thread3",
    "on-thread4",
    "on-thread5",
    "on-thread6",
    "on-thread7",
]


ON: Final[Mapping[Tone, Tone]] = MappingProxyType(
    {
        "accent": "on-accent",
        "dim": "on-dim",
        "faint": "on-faint",
        "thread0": "on-thread0",
        "thread1": "on-thread1",
        "thread2": "on-thread2",
        "thread3": "on-thread3",
        "thread4": "on-thread4",
        "thread5": "on-thread5",
        "thread6": "on-thread6",
        "thread7": "on-thread7",
    }
)
"""The tones in which a bar may be drawn, and those of what is written on it."""
BARS: Final[Mapping[Tone, Tone]] = MappingProxyType({on: tone for tone, on in ON.items()})
"""The other way round."""


class Span(NamedTuple):
    """A run of text of one tone; `link` is a web address that it leads to, or ""."""

    text: str
    tone: Tone = "text"
    link: str = ""


Line = tuple[Span, ...]


def plain(line: Iterable[Span]) -> str:
    """The text of a line."""
    return "".join(span.text for span in line)


def width_of(line: Iterable[Span]) -> int:
    """The width of a line in cells."""
    return sum(cell_len(span.text) for span in line)


def without(line: Line, cells: int) -> Line:
    """A line without its first cells."""
    rest = []
    for span in line:
        text = span.text
        while text and cells > 0:
            cells -= cell_len(text[0])
            text = text[1:]
        rest.append(span._replace(text=text))
    return tuple(rest)


def over(line: Line, column: int, text: str, tone: Tone) -> Line:
    """A line with a text over its cells from a column on."""
    before, room = [], column
    for span in line:
        kept = set_cell_size(span.text, min(room, cell_len(span.text)))
        before.append(span._replace(text=kept))
        room -= cell_len(kept)
    return (*before, Span(text, tone), *without(line, column + cell_len(text)))


def labelled(line: Line, label: str) -> Line:
    """A line with a label over its first cells, if there is one."""
    return (Span(label, "found"), *without(line, len(label))) if label else line


def shorten(text: str, width: int) -> str:
    """Text that fits a width in cells, with `…` where some of it is left out."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    kept = set_cell_size(text, width - 1).rstrip()
    return f"{kept}…"


def pad(text: str, width: int) -> str:
    """Text in exactly `width` cells: shortened with `…`, or followed by blanks."""
    short = shorten(text, width)
    return short + " " * (width - cell_len(short))


def one_line(text: str) -> str:
    """Text of several lines as one."""
    return " ".join(text.split()) if "\n" in text else text


def wrap(text: str, width: int, taken: int = 0) -> list[str]:
    """Text in lines of at most `width` cells, broken at blanks; line breaks in it are kept.

    A word that is wider than the line is broken where it has to be. The first line
    leaves `taken` cells free, for what stands before it.
    """
    width = max(1, width)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, width, 0 if lines else min(taken, width - 1)))
    return lines


def _wrap_paragraph(paragraph: str, width: int, taken: int) -> list[str]:
    lines: list[str] = []
    current, room = "", width - taken
    for word in paragraph.split():
        if current and cell_len(current) + 1 + cell_len(word) <= room:
            current = f"{current} {word}"
            continue
        if current:
            lines.append(current)
            room = width
        if room < cell_len(word) <= width and not lines:
            # It fits the next line whole.
            lines.append("")
            room = width
        *broken, current = _break_word(word, room, width)
        if broken:
            lines.extend(broken)
            room = width
    return [*lines, current]


def _break_word(word: str, first: int, width: int) -> list[str]:
    """A word in pieces of at most `first`, then `width` cells, at least one character each."""
    pieces, piece, room = [], "", first
    if cell_len(word) <= room:
        return [word]
    for character in word:
        # Measured with what stands before it: a joiner or a selector changes the width of that.
        if piece and cell_len(piece + character) > room:
            pieces.append(piece)
            piece, room = "", width
        piece += character
    return [*pieces, piece]
