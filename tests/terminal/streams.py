"""Hypothesis strategies: what a Textual program may write to a terminal, frame by frame."""

from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from rich.cells import cell_len

_NARROW = [
    "a",
    "Wb",
    "(12)",
    " ",
    "  ",
    "      ",
    " and ",
    "│",
    "──",
    "▌",
    "ж",
    "é",
    "e\u0301",
    "لا",
]
_WIDE = ["世", "界界", "한글", "🚀", "Ａ"]
_DISPUTED = ["❤️", "👩‍🚀", "👩‍👩‍👧", "🇺🇦", "👍🏽", "1️⃣", "x\u200dy"]
_TEXTS = _NARROW + _WIDE + _DISPUTED
_STYLES = [
    *("", "0", "1", "2", "3", "4", "5", "7", "8", "9", "21", "53", "1;3", "4;9", "1;2;7"),
    *("31", "97", "42", "107", "38;5;200", "48;5;17", "38;2;1;2;3", "48;2;10;20;30"),
    *("1;38;2;200;100;50;48;2;10;20;30", "38;2;9;9;9;48;2;10;20;30", "4;31;44", "22", "39;49"),
]
_CONTROLS = [
    *("\x1b[?25l", "\x1b[?25h", "\x1b[?1000h", "\x1b[?2026$p", "\x1b[>1u", "\x1b[<u", "\x1b[6n"),
    *("\x1b]0;title\x07", "\x1b]52;c;YWJj\x07", "\x1b]22;pointer\x1b\\", "\x07", "\x1b[4 q"),
    *("\x1bP+q544e\x1b\\", "\x1b[?2026h", "\x1b[?2026l"),
]
# What no terminal does much with, and Differ takes for something that may change the screen.
_UNKNOWN = ["\x1b(B", "\x1b[!p"]
_LINKS = ["https://example.org/a", "https://example.org/b?x=1;2"]


@dataclass(frozen=True)
class Frame:
    """What is written between two flushes, cut into writes; `before` it something may happen.

    Attributes:
        size: Columns and rows; another size than that of the frame before is a resize.
        spoilt: Something else has written to the terminal.
        whole: All of the screen is painted, which shows what was wanted before until then.
    """

    size: tuple[int, int]
    writes: tuple[str, ...]
    spoilt: bool
    whole: bool


def frames(*, known: bool = False) -> SearchStrategy[list[Frame]]:
    """Some frames of one program; the first of each size paints the whole screen.

    Args:
        known: Whether to leave out controls after which nothing is known of the screen.
    """
    return _frames(_CONTROLS if known else _CONTROLS + _UNKNOWN)


@st.composite
def _frames(draw: DrawFn, controls: list[str]) -> list[Frame]:
    made: list[Frame] = []
    size = None
    known = False
    for _ in range(draw(st.integers(1, 5))):
        resized = size is None or draw(st.integers(0, 5)) == 0
        if resized:
            size = draw(st.tuples(st.integers(6, 24), st.integers(2, 5)))
        assert size
        whole = resized or draw(st.integers(0, 3)) == 0
        text = draw(_paints(size, controls, whole=whole))
        spoilt = known and draw(st.booleans())
        unknown = any(control in text for control in _UNKNOWN)
        known = not unknown and (known or whole)
        made.append(Frame(size, draw(_cut(text)), spoilt, whole))
    return made


@st.composite
def _paints(draw: DrawFn, size: tuple[int, int], controls: list[str], *, whole: bool) -> str:
    width, height = size
    parts = []
    if whole and draw(st.booleans()):
        parts.append("\x1b[?1049l\x1b[?25h\x1b[?1049h" if draw(st.booleans()) else "\x1b[?1049h")
    rows = range(height) if whole else draw(st.lists(st.integers(0, height - 1), max_size=4))
    for y in rows:
        x = 0 if whole else draw(st.integers(0, width - 1))
        parts.append(f"\x1b[{y + 1};{x + 1}H")
        parts.append(draw(_segments(width - x, whole=whole)))
        if y < height - 1 and draw(st.booleans()):
            parts.append("\n")
        if draw(st.integers(0, 7)) == 0:
            parts.append(draw(st.sampled_from(controls)))
    parts.append(f"\x1b[{draw(st.integers(1, height))};{draw(st.integers(1, width))}H")
    return "".join(parts)


@st.composite
def _segments(draw: DrawFn, room: int, *, whole: bool) -> str:
    parts = []
    left = room
    for _ in range(draw(st.integers(0, 5))):
        text = "".join(draw(st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=3)))
        if cell_len(text) > left:
            break
        left -= cell_len(text)
        parts.append(_segment(draw(st.sampled_from(_STYLES)), text, draw(st.integers(-8, 1))))
    if whole:
        style, blanks = draw(st.sampled_from(_STYLES)), draw(st.integers(0, left))
        parts += [_segment(style, " " * blanks, -1), _segment("", "." * (left - blanks), -1)]
    return "".join(parts)


def _segment(style: str, text: str, link: int) -> str:
    styled = f"\x1b[{style}m{text}\x1b[0m" if style else text
    return f"\x1b]8;id={link};{_LINKS[link]}\x1b\\{styled}\x1b]8;;\x1b\\" if link >= 0 else styled


@st.composite
def _cut(draw: DrawFn, text: str) -> tuple[str, ...]:
    """Cut anywhere but within what shares a cell."""
    places = [at for at in range(1, len(text)) if text[at - 1 : at + 1].isascii()]
    cuts = sorted(draw(st.sets(st.sampled_from(places), max_size=4))) if places else []
    return tuple(text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True))
