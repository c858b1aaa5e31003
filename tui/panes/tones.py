"""How tones look: the palette of a theme as Textual takes it, and a tone on a ground as rich does.

A theme hands every tone on as two variables, the colour and what the tone has besides.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from rich.color import Color as RichColour
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from tui.terminal.colours import TRUECOLOR, Colours, fit
from tui.view.line import BARS, Tone
from tui.view.palette import Palette

Ground = Literal["plain", "cursor", "cursor-quiet"]
"""What a row stands on: nothing, the cursor, or the cursor of a pane without the focus."""

_MARKED = MappingProxyType({"cursor": "reverse", "cursor-quiet": "underline"})
"""What shows a ground where its colour cannot be told from the background."""


def theme_of(palette: Palette, colours: Colours = TRUECOLOR) -> Theme:
    """A palette as Textual takes it, with variables for every tone.

    Args:
        palette: The colours.
        colours: What the terminal has; where it shows a ground like the background, the ground
            gets an attribute.
    """
    tones = palette.tones
    styles = {**palette.styles, **_marks(palette, colours)}
    return Theme(
        name=palette.name,
        primary=tones["accent"],
        accent=tones["accent"],
        foreground=tones["text"],
        background=palette.background,
        surface=palette.background,
        panel=tones["cursor-quiet"],
        success=tones["good"],
        warning=tones["mixed"],
        error=tones["bad"],
        dark=palette.is_dark,
        variables={
            **{f"tone-{tone}": colour for tone, colour in tones.items()},
            **{f"tone-{tone}-style": styles.get(tone) or "none" for tone in tones},
            # The terminal's own cursor is shown; reversed as well it would not be seen.
            "input-cursor-background": palette.background,
            "input-cursor-foreground": tones["text"],
            "input-cursor-text-style": "none",
            # Textual wants these of a theme of the terminal's colours, for what is not used here.
            "ansi-background": palette.background,
            "ansi-foreground": tones["text"],
        },
        ansi=palette.is_native,
    )


def _marks(palette: Palette, colours: Colours) -> Mapping[str, str]:
    """What a ground has besides a colour, where the terminal has no colour for it."""
    if palette.is_native:
        return {}
    shown = {tone: _ground(palette.tones[tone], colours) for tone in _MARKED}
    plain = _ground(palette.background, colours)
    return {tone: style for tone, style in _MARKED.items() if shown[tone] == plain}


def _ground(colour: str, colours: Colours) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return fit("", f"48;2;{red};{green};{blue}", "", colours)[1]


def style_of(tone: Tone, ground: Ground, variables: Mapping[str, str]) -> Style:
    """How the theme shows a tone on a ground."""
    if tone in BARS:
        return style_of(BARS[tone], "plain", variables) + Style(reverse=True)
    ink, paper = f"tone-{tone}", "background" if ground == "plain" else f"tone-{ground}"
    attributes = Style.parse(variables.get(f"{ink}-style", "none"))
    around = Style.parse(variables.get(f"{paper}-style", "none"))
    if around.reverse:
        # Reversed, each colour would be a ground of its own, and what is dim could not be read.
        ink = "tone-text"
        attributes = Style(bold=attributes.bold, underline=attributes.underline)
    return (
        Style.from_color(_colour(variables[ink]), _colour(variables[paper])) + attributes + around
    )


@lru_cache(maxsize=1 << 10)
def linked(link: str) -> Style:
    """What makes text a link; one for each address, since rich gives every style an id anew."""
    return Style(link=link)


def _colour(text: str) -> RichColour:
    """A colour of a theme as rich has it; those of the terminal stay the terminal's."""
    return Color.parse(text).rich_color
