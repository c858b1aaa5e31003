"""Fits the colours that a stream asks for to the colours that a terminal has.

A colour is the SGR parameters that set it ("31", "48;5;240", "38;2;1;2;3"), or "" for the
terminal's own. What the terminal can show is left as it came.
"""

import re
from collections.abc import Sequence
from enum import Enum
from math import atan2, cbrt, hypot, pi
from typing import Final, NamedTuple, TypeAlias


class Colours(Enum):
    """How many colours a terminal has."""

    NONE = 0
    SIXTEEN = 16
    PALETTE = 256
    TRUECOLOR = 1 << 24


TRUECOLOR: Final = Colours.TRUECOLOR

Rgb: TypeAlias = tuple[int, int, int]

_NUMBERS: Final = re.compile(r"\d+")
_STEPS: Final = (0, 95, 135, 175, 215, 255)
"""The levels of a channel in the colour cube of the 256 colours, which starts at 16."""
_CUBE, _RAMP = 16, 232
# xterm's own sixteen: where users have chosen others, theirs are near these in hue and order.
_SIXTEEN: Final[tuple[Rgb, ...]] = (
    *((0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0)),
    *((0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229)),
    *((127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0)),
    *((92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)),
)
_GREYS: Final = (0, 8, 7, 15)
_GREY_UP_TO: Final = (0.35, 0.70, 0.94)
"""Up to which lightness a grey is each of `_GREYS` but the last."""
_BRIGHTNESS: Final = (0.2126, 0.7152, 0.0722)
"""How bright red, green and blue light are to an eye."""
_READABLE: Final = 3.0
"""The contrast below which text is hardly read."""


class _Seen(NamedTuple):
    """A colour as an eye sees it (Oklab): lightness 0 to 1, green to red, blue to yellow."""

    light: float
    red: float
    yellow: float

    @property
    def grey(self) -> bool:
        """Whether sixteen colours have to show it without a hue: faint, or close to black."""
        return hypot(self.red, self.yellow) < 0.04 or self.light < 0.30  # noqa: PLR2004, these two


def fit(ink: str, paper: str, line: str, colours: Colours) -> tuple[str, str, str]:
    """The colours of text, background and underline that come closest on a terminal."""
    match colours:
        case Colours.TRUECOLOR:
            return ink, paper, line
        case Colours.NONE:
            return "", "", ""
        case Colours.PALETTE:
            return _in_palette(ink), _in_palette(paper), _in_palette(line)
        case Colours.SIXTEEN:
            # Sixteen colours know no colour of an underline: it takes that of its text.
            return *_in_sixteen(ink, paper), ""


def _in_palette(colour: str) -> str:
    rgb = _rgb(colour)
    if rgb is None or not _is_rgb(colour):
        return colour
    cube = [min(range(6), key=lambda step: abs(_STEPS[step] - level)) for level in rgb]
    ramp = min(max((sum(rgb) // 3 - 3) // 10, 0), 23)
    grey = 8 + 10 * ramp
    wanted = _seen(rgb)
    nearest = _seen((_STEPS[cube[0]], _STEPS[cube[1]], _STEPS[cube[2]]))
    if _apart(wanted, _seen((grey, grey, grey))) < _apart(wanted, nearest):
        number = _RAMP + ramp
    else:
        number = _CUBE + 36 * cube[0] + 6 * cube[1] + cube[2]
    return f"{colour[:2]};5;{number}"


def _in_sixteen(ink: str, paper: str) -> tuple[str, str]:
    above, below = _rgb(ink), _rgb(paper)
    over, under = _number(ink, above), _number(paper, below)
    if above is not None and below is not None and not (_is_basic(ink) and _is_basic(paper)):
        over = _legible(over, under, above, below)
    return _basic(over, 30, 90), _basic(under, 40, 100)


def _legible(over: int, under: int, above: Rgb, below: Rgb) -> int:
    """The number of a text's colour, or the next that can be told from its background as well.

    That is one with half of the difference in lightness and, if the text can be read in the
    colours that were asked for, with contrast enough to be read.
    """
    apart = _seen(above).light - _seen(below).light
    ways: Sequence[int]
    if over in _GREYS:
        ways = _GREYS[_GREYS.index(over) :] if apart > 0 else _GREYS[_GREYS.index(over) :: -1]
    else:
        ways = (over, over | 8, 15) if apart > 0 else (over, over & 7, 0)
    ground = _SIXTEEN[under]
    least = min(_contrast(above, below), _READABLE)
    for way in ways:
        gap = (_seen(_SIXTEEN[way]).light - _seen(ground).light) * (1 if apart > 0 else -1)
        is_read = least < _READABLE or _contrast(_SIXTEEN[way], ground) >= least
        if gap >= abs(apart) / 2 and is_read and (way != under or not apart):
            return way
    return ways[-1]


def _contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted(
        sum(part * _linear(level) for part, level in zip(_BRIGHTNESS, rgb, strict=True))
        for rgb in (one, other)
    )
    return (light + 0.05) / (dark + 0.05)


def _number(colour: str, rgb: Rgb | None) -> int:
    """Which of the sixteen; -1 for the terminal's own colour."""
    if rgb is None:
        return -1
    if _is_basic(colour):
        return _SIXTEEN.index(rgb)
    seen = _seen(rgb)
    if seen.grey:
        lights = zip(_GREYS, (*_GREY_UP_TO, 1.1), strict=True)
        return next(grey for grey, up_to in lights if seen.light < up_to)
    hues = [number for number in range(16) if number not in _GREYS]
    # The hue decides, since it is what a colour means; lightness chooses normal or bright.
    return min(hues, key=lambda number: _unlike(seen, _seen(_SIXTEEN[number])))


def _basic(number: int, normal: int, bright: int) -> str:
    if number < 0:
        return ""
    return str(normal + number if number < 8 else bright + number - 8)  # noqa: PLR2004, of 2 x 8


def _is_rgb(colour: str) -> bool:
    return colour[2:4] in (";2", ":2")


def _is_basic(colour: str) -> bool:
    """Whether a colour is one of the sixteen, under either of its names."""
    if len(colour) <= 3:  # noqa: PLR2004, the digits of 30 to 107
        return bool(colour)
    return not _is_rgb(colour) and int(_NUMBERS.findall(colour)[-1]) < len(_SIXTEEN)


def _rgb(colour: str) -> Rgb | None:
    """The levels, 0 to 255, of a colour; None for the terminal's own."""
    numbers = [min(int(number), 255) for number in _NUMBERS.findall(colour)]
    if not numbers:
        return None
    if len(numbers) == 1:
        code = numbers[0]
        return _SIXTEEN[code % 10 + (8 if code >= 90 else 0)]  # noqa: PLR2004, 90 to 107 are bright
    if _is_rgb(colour):
        red, green, blue = numbers[-3:]
        return red, green, blue
    return _of_palette(numbers[-1])


def _of_palette(number: int) -> Rgb:
    if number < _CUBE:
        return _SIXTEEN[number]
    if number < _RAMP:
        place = number - _CUBE
        return _STEPS[place // 36], _STEPS[place // 6 % 6], _STEPS[place % 6]
    grey = 8 + 10 * (number - _RAMP)
    return grey, grey, grey


def _seen(rgb: Rgb) -> _Seen:
    """Oklab (B. Ottosson, 2020) from sRGB."""
    r, g, b = map(_linear, rgb)
    x = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    y = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    z = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return _Seen(
        0.2104542553 * x + 0.7936177850 * y - 0.0040720468 * z,
        1.9779984951 * x - 2.4285922050 * y + 0.4505937099 * z,
        0.0259040371 * x + 0.7827717662 * y - 0.8086757660 * z,
    )


def _linear(level: int) -> float:
    """A level of sRGB as light, 0 to 1."""
    return level / 3294.6 if level <= 10 else ((level / 255 + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _apart(one: _Seen, other: _Seen) -> float:
    return hypot(one.light - other.light, one.red - other.red, one.yellow - other.yellow)


def _unlike(one: _Seen, other: _Seen) -> float:
    turn = abs(atan2(one.yellow, one.red) - atan2(other.yellow, other.red)) % (2 * pi)
    return min(turn, 2 * pi - turn) + abs(one.light - other.light)
