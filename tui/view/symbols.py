"""Symbols: what stands in for those that a terminal cannot show, each as wide as what it is for.

Where only ASCII is shown, every symbol of dateline has a sign of its own, letters lose their
accents, and what is left is a question mark. The fonts of the Linux console have letters, frames
and quotation marks, and lack most other symbols.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from rich.cells import split_graphemes

_MARKS: Final = {
    **dict(zip("▸●▌★❝✗✓≈◇§▲", '>*|!"x+~oS^', strict=True)),
    **dict(zip("▁▂▃▄▅▆▇█", ".:-=+*#@", strict=True)),
    **dict(zip("‹›←→↑↓⟨⟩≤≥", "<><>^v<><>", strict=True)),
    # Of the chart: points, what may be, and where bars begin and end.
    **dict(zip("○◆┊░▒▓▏▎▍▋▊▉▐▕", "oX:~~=|||@@@||", strict=True)),
}
_FRAMES: Final = {
    **dict(zip("─│┌┐└┘├┤┬┴┼", "-|+++++++++", strict=True)),
    # Heavy lines, which say where the keys go, stay another kind of line.
    **dict(zip("━┃┏┓┗┛", "=|++++", strict=True)),
}
_SHADES: Final = dict(zip("▁▂▃▄▅▆▇█", "░░▒▒▓▓██", strict=True))
_BARS: Final = dict(zip("░▒▓▌▐▏▎▍▋▊▉▕", "░▒▓▌▐▌▌▌███▐", strict=True))
_HEAVY: Final = dict(zip("━┃┏┓┗┛", "═║╔╗╚╝", strict=True))
"""What the fonts of the console have for blocks, bars and heavy lines."""
_SIGNS: Final = {
    **dict.fromkeys("‘’‚‛′ʹʻʼʽˈ´՚", "'"),
    **dict.fromkeys("“”„‟«»″〃", '"'),
    **dict.fromkeys("\u00ad‐‑‒–—―−⁃·", "-"),
    **dict(zip("…×•\u00a0\u202f\u2009", "~x*   ", strict=True)),
}
_LETTERS: Final = dict(zip("øØłŁđĐðÐħĦŧŦıəƏŋŊßæÆœŒþÞ", "oOlLdDdDhHtTieEnNsaAoOtT", strict=True))
"""Letters that Unicode does not take apart."""
_NO_CELLS: Final = frozenset({"Mn", "Me", "Cf"})
"""The kinds of characters that take no cells: accents, and marks that nobody sees."""

ASCII: Final[Mapping[str, str]] = MappingProxyType({**_MARKS, **_FRAMES, **_SIGNS, **_LETTERS})
"""The stand-ins where only ASCII is shown."""
CONSOLE: Final[Mapping[str, str]] = MappingProxyType(
    {**_MARKS, **_SHADES, **_BARS, **_HEAVY, "…": "~", "§": "§"}
)
"""The stand-ins on the Linux console."""

_ON_ASCII: Final = str.maketrans(dict(ASCII))
_ON_CONSOLE: Final = str.maketrans(dict(CONSOLE))


@lru_cache(4096)
def in_ascii(text: str) -> str:
    """A text in ASCII, as wide as it is: `Erdoğan ● 1` is `Erdogan * 1`."""
    if text.isascii():
        return text
    plain = text.translate(_ON_ASCII)
    if plain.isascii():
        return plain
    clusters = split_graphemes(text)[0]
    return "".join(_plain(text[start:end], width) for start, end, width in clusters)


@lru_cache(4096)
def on_console(text: str) -> str:
    """A text with what the fonts of the Linux console have, as wide as it is."""
    return text if text.isascii() else text.translate(_ON_CONSOLE)


def _plain(cluster: str, width: int) -> str:
    """In ASCII what takes so many cells together: a letter with its accents, a joined emoji."""
    apart = unicodedata.normalize("NFKD", cluster.translate(_ON_ASCII))
    plain = "".join(each for each in apart if unicodedata.category(each) not in _NO_CELLS)
    plain = plain.translate(_ON_ASCII)
    return plain if plain.isascii() and len(plain) == width else "?" * width
