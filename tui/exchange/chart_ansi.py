"""A sheet in the colours of a theme, for terminals and pagers that take colours (ECMA-48, SGR)."""

from typing import Final

from tui.exchange.chart_text import Sheet
from tui.view.line import BARS, Line, Span, Tone
from tui.view.palette import Palette

_ATTRIBUTES: Final = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "reverse": "7"}
_BASIC: Final = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_END: Final = "\x1b[0m"
_BRIGHT: Final = "bright_"
_NATIVE: Final = "ansi_"


def text(made: Sheet, palette: Palette) -> str:
    """A sheet with its colours and what they mean, without blanks at the ends of lines."""
    return "".join(f"{_line(line, palette)}\n" for line in (*made.lines, *made.key))


def _line(line: Line, palette: Palette) -> str:
    whole = "".join(span.text for span in line).rstrip()
    parts, left = [], len(whole)
    for span in line:
        parts.append(_span(span._replace(text=span.text[:left]), palette))
        left = max(0, left - len(span.text))
    return "".join(parts)


def _span(span: Span, palette: Palette) -> str:
    codes = _codes(span.tone, palette)
    is_seen = span.text.strip() or (span.text and span.tone in BARS)
    return f"\x1b[{codes}m{span.text}{_END}" if codes and is_seen else span.text


def _codes(tone: Tone, palette: Palette) -> str:
    """The parameters that choose a tone: attributes, then the colour."""
    if tone in BARS:
        return ";".join(
            part for part in (_ATTRIBUTES["reverse"], _codes(BARS[tone], palette)) if part
        )
    codes = [_ATTRIBUTES[name] for name in palette.styles.get(tone, "").split()]
    colour = palette.tones[tone]
    if colour.startswith("#"):
        codes.append("38;2;" + ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)))
    else:
        name = colour.removeprefix(_NATIVE)
        basic = name.removeprefix(_BRIGHT)
        if basic in _BASIC:
            codes.append(str(_BASIC.index(basic) + (90 if name.startswith(_BRIGHT) else 30)))
    return ";".join(codes)
