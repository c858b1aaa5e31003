"""How a tone looks on its ground, in each kind of theme and in few colours."""

import pytest
from rich.style import Style

from tui.panes.tones import Ground, style_of, theme_of
from tui.terminal.colours import Colours
from tui.themes import shipped_palettes
from tui.view.line import Tone

PALETTES = {palette.name: palette for palette in shipped_palettes()}


def style(theme: str, tone: Tone, ground: Ground, colours: Colours = Colours.TRUECOLOR) -> Style:
    """How a theme shows a tone on a ground."""
    palette = PALETTES[theme]
    variables = theme_of(palette, colours).variables
    return style_of(tone, ground, {"background": palette.background, **variables})


@pytest.mark.parametrize(
    ("theme", "tone", "ground", "expected"),
    [
        ("ink", "text", "plain", "#d8dee6 on #11151c"),
        ("ink", "strong", "plain", "bold #f4f6f9 on #11151c"),
        ("ink", "found", "cursor", "bold underline #ffe08a on #252d3a"),
        ("terminal", "text", "plain", "default on default"),
        ("terminal", "bad", "plain", "color(1) on default"),
        ("terminal", "faint", "plain", "dim default on default"),
        ("terminal", "text", "cursor-quiet", "underline default on default"),
        ("terminal", "text", "cursor", "reverse default on default"),
        ("terminal", "bad", "cursor", "reverse default on default"),
        ("terminal", "faint", "cursor", "reverse default on default"),
        ("ink", "on-thread0", "plain", "reverse #e69f00 on #11151c"),
        ("terminal", "on-thread0", "plain", "reverse color(4) on default"),
        ("terminal", "strong", "cursor", "bold reverse default on default"),
    ],
)
def test_a_tone_on_its_ground(theme: str, tone: Tone, ground: Ground, expected: str) -> None:
    assert str(style(theme, tone, ground)) == expected


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("colours", [Colours.SIXTEEN, Colours.NONE], ids=["16", "none"])
def test_the_cursor_is_seen_in_few_colours(theme: str, colours: Colours) -> None:
    palette = PALETTES[theme]
    here, quiet = (style(theme, "text", ground, colours) for ground in ("cursor", "cursor-quiet"))

    if colours is Colours.NONE or palette.is_native:
        assert (here.reverse, quiet.underline) == (True, True)
    assert here != style(theme, "text", "plain", colours)
    assert here != quiet


@pytest.mark.parametrize(("theme", "is_reversed"), [("ink", True), ("paper", None)])
def test_only_a_ground_without_a_colour_of_its_own_is_reversed(
    theme: str,
    is_reversed: bool | None,  # noqa: FBT001
) -> None:
    assert style(theme, "text", "cursor", Colours.SIXTEEN).reverse is is_reversed
    assert not style(theme, "text", "cursor", Colours.PALETTE).reverse
