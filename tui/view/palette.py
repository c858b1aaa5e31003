"""The colours that the tones of a view are painted in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

PAINTED: Final[Mapping[str, str]] = MappingProxyType({"strong": "bold", "found": "bold underline"})
"""What tones have besides a colour where a theme has colours of its own."""


class Palette(NamedTuple):
    """The colours of a theme. `tones` has one for each tone and ground.

    Colours are `#rrggbb`. A native palette has those of the terminal: `ansi_default`, and the
    sixteen such as `ansi_red` and `ansi_bright_black`.

    Attributes:
        name: What it is called.
        is_dark: Whether its background is.
        background: What everything stands on.
        tones: The colour of each tone and ground.
        styles: What a tone or a ground has besides: `bold`, `dim`, `italic`, `underline` and
            `reverse`, with a blank between two.
        is_native: Whether its colours are those of the terminal.
    """

    name: str
    is_dark: bool
    background: str
    tones: Mapping[str, str]
    styles: Mapping[str, str] = {}
    is_native: bool = False


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours given as `#rrggbb`, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
