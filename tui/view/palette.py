"""The colours that the tones of a view are painted in."""

from collections.abc import Mapping
from typing import NamedTuple


class Palette(NamedTuple):
    """The colours of a theme, as `#rrggbb`. `tones` has one for each tone and ground."""

    name: str
    is_dark: bool
    background: str
    tones: Mapping[str, str]
