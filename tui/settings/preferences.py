"""What a user prefers, as a plain value that needs nothing to be read."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Rtl = Literal["off", "app", "terminal"]


class Settings(NamedTuple):
    """What a user prefers.

    Attributes:
        theme: The name of a theme, "" for the default; whether there is one is not known here.
        mouse: Whether the mouse is listened to.
        keys: The keys of every action that has others than its own, by its id. The first is the
            one to show; an action without keys has none on purpose.
        ascii: Whether to draw with ASCII alone; None to go by the terminal.
        rtl: Who puts text that runs from right to left in order: nobody, dateline, the terminal.
    """

    theme: str = ""
    mouse: bool = True
    keys: Mapping[str, tuple[str, ...]] = {}
    ascii: bool | None = None
    rtl: Rtl = "off"
