"""The sequences of a terminal that Textual's parser knows; it takes any other for keys pressed.

What it does not check is checked here: it ends at a number that is none, at a character that there
is not, and at a size of nothing.
"""

import re
from typing import Final

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS

_LONGEST: Final = 32
"""Characters after which the parser takes a sequence for keys."""
_NAMED: Final = frozenset(key.encode() for key in ANSI_SEQUENCES_KEYS)

# The keyboard protocol of kitty, and what xterm had before: the key, its modifiers, its text.
_KEY: Final = re.compile(
    rb"""
    \x1b\[ (?P<code>[0-9]{0,7})
    (?: ; [0-9]{0,4} (?: ; (?P<text> [0-9]{1,7} (?: : [0-9]{1,7} )* )? )? )?
    (?P<end>[u~A-FHP-S])
    """,
    re.VERBOSE,
).fullmatch
_SIZE: Final = re.compile(
    rb"\x1b\[48; ([0-9]{1,4}) [:0-9]* ; ([0-9]{1,4}) [:0-9]* ; "
    rb"([0-9]{1,6}) [:0-9]* ; ([0-9]{1,6}) [:0-9]* t",
    re.VERBOSE,
).fullmatch
_OTHER: Final = re.compile(
    rb"""
      \x1b\[ [IO]                                   # has the focus, or not
    | \x1b\[ [0-9]{1,5} ; [0-9]{1,5} R              # where the cursor is
    | \x1b\[ [0-9]{1,5} (?: ; [0-9]{1,5} ){2} M     # a mouse report in the form of urxvt
    | \x1b\[ < [0-9]{1,5} (?: ; -?[0-9]{1,5} ){2} [Mm]
    | \x1b\[ \? 20(?:26|48) ; [0-4] \$y             # two modes that Textual asks for
    """,
    re.VERBOSE,
).fullmatch
_MODIFIED: Final = (27, "~")
"""What xterm sends for a key that has no sequence of its own (modifyOtherKeys)."""


def understood(sequence: bytes) -> bytes:
    """What the parser is to see in place of a whole sequence: mostly that, b"" if it is no key."""
    if sequence in _NAMED or _OTHER(sequence):
        return sequence
    if size := _SIZE(sequence):
        rows, columns, height, width = map(int, size.groups())
        # A terminal that knows no pixels tells where the mouse is in cells.
        has_pixels = height and width
        pixels = (height, width) if has_pixels else (rows, columns)
        known = b"\x1b[48;%d;%d;%d;%dt" % (rows, columns, *pixels)
        return known if rows and columns else b""
    key = _KEY(sequence)
    if key is None:
        return b""
    code, end = int(key["code"] or 1), key["end"].decode()
    text = [int(part) for part in (key["text"] or b"").split(b":") if part]
    if not all(map(_is_character, text)) or not _is_key(code, end, has_text=bool(text)):
        return b""
    # The text alone says what was typed, if it is long.
    return sequence if len(sequence) <= _LONGEST else "".join(map(chr, text)).encode()


def _is_key(code: int, end: str, *, has_text: bool) -> bool:
    if f"{code}{end}" in FUNCTIONAL_KEYS:
        return True
    if end == "u":
        return (code >= ord(" ") and _is_character(code)) or (code == 0 and has_text)
    return (code, end) == _MODIFIED and has_text


def _is_character(number: int) -> bool:
    """Whether a number is that of a character, which a half of a surrogate pair is not."""
    return 0 < number < 0xD800 or 0xDFFF < number < 0x110000  # noqa: PLR2004, Unicode's own
