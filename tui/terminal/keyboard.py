"""What arrives from a terminal: keys and the mouse go on to the program, the rest does not.

Textual takes a sequence that it does not know for keys pressed one after the other, and ends at
a byte outside UTF-8. Such bytes come from terminals in another encoding, from answers to what was
asked before, and from mouse reports in the X10 form, which a terminal falls back to after a
reconnect (Textualize/textual#6668). A paste may hold anything but the sequence that ends it.
"""

import codecs
import re
from collections.abc import Callable
from typing import Final

from tui.terminal.sequences import understood

_PATIENCE: Final = 10
"""Silent ticks after which what was begun is not going to end."""
_PASTE: Final = b"\x1b[200~"
_PASTED: Final = b"\x1b[201~"

_SEQUENCE: Final = re.compile(
    rb"""
      (?P<key>
          \x1b\[ [0-9;:]* [A-HPQRSZa-d~^@uIO]
        | \x1b\[ 1; [2-8] [p-y]                          # the number pad, with modifiers
        | \x1b\[ [0-9;]+ M                              # a mouse report in the form of urxvt
        | \x1b\[ < [0-9;-]+ [Mm]
        | \x1b\[ 48; [0-9;:]+ t                         # the size, reported in band
        | \x1b\[ \? 20(?:26|48) ; [0-9] \$y             # two modes that Textual asks for
        | \x1b\[ [0-9]+ \$ (?![@-~])                    # shifted keys of rxvt
        | \x1b\[\[ [A-E] )                              # F1 to F5 of the Linux console
    | (?P<answered> \x1b\[ 0 n )
    | (?P<other>
          \x1b\[ M [\x20-\xff]{3}                       # X10: button, column, row, any byte
        | \x1b\[ [<=>?]? [0-9;:]+ [ -/]* [@-~]
        | \x1b\[ [=>?] [@-~]
        | \x1b\] [0-9]+ [^\x07\x1b]{0,256} (?: \x07 | \x1b\\ )
        | \x1b [P_] [^\x1b]{0,256} \x1b\\ )
    """,
    re.VERBOSE,
)
_BEGUN: Final = re.compile(
    rb"""
    (?: \x1b\[ M [\x20-\xff]{0,2}
      | \x1b\[ [<=>?]? [0-9;:]+ [ -#%-/]*
      | \x1b\[ \? [0-9;]+ \$
      | \x1b\[ [=>?]
      | \x1b\] (?: [0-9]+ [^\x07\x1b]{0,256} \x1b? )?
      | \x1b [P_] [^\x1b]{0,256} \x1b?
    ) \Z
    """,
    re.VERBOSE,
)
# Of the controls in a paste only these are text.
_NOT_TEXT: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Keyboard:
    """Turns bytes into the text that Textual's parser is to see."""

    def __init__(self, answered: Callable[[], None]) -> None:
        """Make a keyboard.

        Args:
            answered: Called for each answer to `ESC[5n`.
        """
        self._answered = answered
        self._decode = codecs.getincrementaldecoder("utf-8")("ignore").decode
        self._begun = b""
        self._is_pasting = False
        self._silence = 0

    def take(self, data: bytes) -> str:
        """The text of some bytes; what is cut off waits for its rest."""
        self._silence = 0
        rest, self._begun = self._begun + data, b""
        kept: list[bytes] = []
        while rest:
            text, rest = self._pasted(rest) if self._is_pasting else self._typed(rest)
            kept.append(text)
        return self._decode(b"".join(kept))

    def tick(self) -> str:
        """A tenth of a second without a byte; gives what is not worth waiting with any longer."""
        self._silence += 1
        if self._silence < _PATIENCE or not (self._begun or self._is_pasting):
            return ""
        ending = _PASTED if self._is_pasting else b""
        self._begun, self._is_pasting = b"", False
        return self._decode(ending)

    def _typed(self, data: bytes) -> tuple[bytes, bytes]:
        """The keys up to the next paste, and what comes after its beginning."""
        keys, paste, rest = data.partition(_PASTE)
        self._is_pasting = bool(paste)
        keys = _SEQUENCE.sub(self._key, keys)
        if not paste and (begun := _BEGUN.search(keys)):
            self._begun = begun.group()
            keys = keys[: begun.start()]
        return keys + paste, rest

    def _key(self, sequence: re.Match[bytes]) -> bytes:
        if sequence.lastgroup == "answered":
            self._answered()
        return understood(sequence[0]) if sequence.lastgroup == "key" else b""

    def _pasted(self, data: bytes) -> tuple[bytes, bytes]:
        """The text up to the end of a paste, and what comes after it."""
        text, ending, rest = data.partition(_PASTED)
        self._is_pasting = not ending
        if not ending:
            sizes = range(len(_PASTED) - 1, 0, -1)
            cut = next((size for size in sizes if text.endswith(_PASTED[:size])), 0)
            text, self._begun = text[: len(text) - cut], text[len(text) - cut :]
        return _NOT_TEXT.sub(b"", text) + ending, rest
