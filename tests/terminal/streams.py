"""What a Textual program may write to a terminal, frame by frame, by chance or by Hypothesis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from rich.cells import cell_len

_NARROW: Final = [
    *("a", "Wb", "(12)", " ", "  ", "      ", " and ", "│", "──", "▌", "ж", "é", "e\u0301", "لا")
]
_WIDE: Final = ["世", "界界", "한글", "🚀", "Ａ"]
_DISPUTED: Final = ["❤️", "👩‍🚀", "👩‍👩‍👧", "🇺🇦", "👍🏽", "1️⃣", "x\u200dy"]
_STYLES: Final = [
    *("", "0", "1", "2", "3", "4", "5", "7", "8", "9", "21", "53", "1;3", "4;9", "1;2;7"),
    *("31", "97", "42", "107", "38;5;200", "48;5;17", "38;2;1;2;3", "48;2;10;20;30"),
    *("1;38;2;200;100;50;48;2;10;20;30", "38;2;9;9;9;48;2;10;20;30", "4;31;44", "22", "39;49"),
]
_LINED: Final = ["4:3", "4:3;58:2::1:2:3", "4;58;5;3;31", "58;2;9;9;9", "38:2::4:5:6;48:5:17", "59"]
_CONTROLS: Final = [
    *("\x1b[?25l", "\x1b[?25h", "\x1b[?1000h", "\x1b[?2026$p", "\x1b[>1u", "\x1b[<u", "\x1b[6n"),
    *("\x1b]0;title\x07", "\x1b]52;c;YWJj\x07", "\x1b]22;pointer\x1b\\", "\x07", "\x1b[4 q"),
    *("\x1bP+q544e\x1b\\", "\x1b[?2026h", "\x1b[?2026l"),
]
# What no terminal does much with, and Differ takes for something that may change the screen.
_UNKNOWN: Final = ["\x1b(B", "\x1b[!p"]
_LINKS: Final = ["https://example.org/a", "https://example.org/b?x=1;2"]


class Words(NamedTuple):
    """What a program writes with.

    Attributes:
        texts: What it writes; all of it is pair by pair of cells if `step` is 2.
        styles: SGR parameters.
        controls: What paints nothing.
        step: Texts start in every so many columns.
    """

    texts: Sequence[str]
    styles: Sequence[str]
    controls: Sequence[str]
    step: int = 1


ALL: Final = Words([*_NARROW, *_WIDE, *_DISPUTED], _STYLES + _LINED, _CONTROLS + _UNKNOWN)
KNOWN: Final = ALL._replace(controls=_CONTROLS)
"""Without controls after which nothing is known of the screen."""
NARROW: Final = Words(_NARROW, _STYLES, _CONTROLS)
"""Without what terminals measure differently, or blank differently when half is painted over."""
PAIRS: Final = NARROW._replace(
    texts=[text for text in _NARROW + _WIDE if not cell_len(text) % 2], step=2
)
"""The same with wide characters, no half of which is ever painted over alone."""


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


def frames(words: Words = ALL) -> SearchStrategy[list[Frame]]:
    """Some frames of one program; the first of each size paints the whole screen."""
    return st.builds(
        lambda random, count: list(history(random, words, count)),
        st.randoms(use_true_random=False),
        st.integers(1, 5),
    )


def history(
    random: Random, words: Words, count: int, only: tuple[int, int] | None = None
) -> Iterator[Frame]:
    """So many frames of one program, some with the size changed or the screen spoilt before.

    Args:
        random: Chance.
        words: What is written.
        count: How many frames.
        only: The size, if it is always the same.
    """
    size = only or (0, 0)
    known = False
    for number in range(count):
        resized = not number or (only is None and not random.randint(0, 5))
        if resized and only is None:
            size = (random.randint(3, 12) * 2 // words.step * words.step, random.randint(2, 5))
        whole = resized or not random.randint(0, 3)
        text = "".join(_paints(random, words, size, whole=whole))
        spoilt = known and random.random() < 1 / 2
        unknown = any(control in text for control in _UNKNOWN)
        known = not unknown and (known or whole)
        yield Frame(size, tuple(_cut(random, text)), spoilt, whole)


def _paints(random: Random, words: Words, size: tuple[int, int], *, whole: bool) -> Iterator[str]:
    width, height = size
    if whole and random.random() < 1 / 2:
        yield random.choice(["\x1b[?1049l\x1b[?25h\x1b[?1049h", "\x1b[?1049h"])
    some = random.randint(0, 4)
    for y in range(height) if whole else random.choices(range(height), k=some):
        x = 0 if whole else random.randrange(0, width, words.step)
        yield f"\x1b[{y + 1};{x + 1}H"
        yield from _segments(random, words, width - x, whole=whole)
        if y < height - 1 and random.random() < 1 / 2:
            yield "\n"
        if not random.randint(0, 7):
            yield random.choice(words.controls)
    yield f"\x1b[{random.randint(1, height)};{random.randint(1, width)}H"


def _segments(random: Random, words: Words, room: int, *, whole: bool) -> Iterator[str]:
    left = room
    for _ in range(random.randint(0, 5)):
        text = "".join(random.choices(words.texts, k=random.randint(1, 3)))
        if cell_len(text) > left:
            break
        left -= cell_len(text)
        yield _segment(random.choice(words.styles), text, random.randint(-8, 1))
    if whole:
        blanks = random.randint(0, left)
        yield _segment(random.choice(words.styles), " " * blanks, -1)
        yield _segment("", "." * (left - blanks), -1)


def _segment(style: str, text: str, link: int) -> str:
    styled = f"\x1b[{style}m{text}\x1b[0m" if style else text
    return f"\x1b]8;id={link};{_LINKS[link]}\x1b\\{styled}\x1b]8;;\x1b\\" if link >= 0 else styled


def _cut(random: Random, text: str) -> Iterator[str]:
    """Cut anywhere but within what shares a cell."""
    places = [at for at in range(1, len(text)) if text[at - 1 : at + 1].isascii()]
    cuts = sorted(random.sample(places, k=random.randint(0, min(4, len(places)))))
    return (text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True))
