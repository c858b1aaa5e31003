"""What arrives from a terminal: keys and the mouse go on to the program, the rest does not.

Textual takes a sequence that it does not know for keys pressed one after the other, and ends at
a byte outside UTF-8. Such bytes come from terminals in another encoding, from answers to what was
asked before, and from mouse reports in the X10 form, which a terminal falls back to after a
reconnect (Textualize/textual#6668). A paste may hold anything but the sequence that ends it.

A string (OSC, DCS, SOS, PM, APC) may be of any length, and one whose end is lost would take all
keys with it: keys that arrive one by one soon after its last piece are keys again.
"""

import codecs
import re
from collections.abc import Callable
from time import monotonic
from typing import Final

from tui.terminal.sequences import understood

_PATIENCE: Final = 10
"""Silent ticks after which what was begun is not going to end."""
_MOMENT: Final = 0.5
"""Seconds after its last piece within which a string goes on."""
_PIECE: Final = 16
"""Bytes that no key has, so that they are a piece of a string."""
_PASTE: Final = b"\x1b[200~"
_PASTED: Final = b"\x1b[201~"

_TOKEN: Final = re.compile(
    rb"""
      (?P<answered> \x1b\[ 0 n )
    | (?P<mouse> \x1b\[ M [\x20-\xff]{3} )                    # X10: button, column, row, any byte
    | (?P<begun> (?: \x1b\[ (?: \[ | M [\x20-\xff]{0,2} )
                   | \x1b\[ (?! [0-9]{1,2}\$ ) (?=[ -?]) [0-?]* [ -/]*
                   | \x1b\]
                   | [\xc2-\xdf] | [\xe0-\xef][\x80-\xbf]? | [\xf0-\xf4][\x80-\xbf]{0,2} ) \Z )
    | (?P<key> \x1b\[\[ [A-E]                                  # F1 to F5 of the Linux console
             | \x1b\[ [0-9]{1,2} \$ (?![@-~])                  # shifted keys of rxvt
             | \x1b\[ [0-?]* [ -/]* [@-~] )
    | (?P<broken> \x1b\[ (?=[ -?]) [0-?]* [ -/]* )
    | (?P<string> \x1b (?: \] (?=[0-9lL]) | [PX^_] ) )
    | (?P<ended> \x1b\\ )                                      # a string that was given up
    | (?P<text> (?: [\x00-\x1a\x1c-\x7f]
                  | [\xc2-\xdf][\x80-\xbf] | [\xe0-\xef][\x80-\xbf]{2} | [\xf0-\xf4][\x80-\xbf]{3}
                )+ | \x1b )
    | (?P<stray> . )
    """,
    re.VERBOSE | re.DOTALL,
).match
_ENDS: Final = re.compile(rb"[\x07\x18\x1a] | \xc2\x9c | \x1b\\ | (?=\x1b)", re.VERBOSE).search
# Of the controls in a paste only these are text.
_NOT_TEXT: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

# In UTF-8 these controls are characters, so they count by what follows them.
_EIGHT_BITS: Final = re.compile(
    rb"""
      \xc2? (?P<control> \x9b (?= [0-?]+ [ -/]* [@-~] ) | \x90 (?= [0-9>!$+] )
                        | \x9d (?= [0-9lL] ) | \x9f (?= G ) )
    | (?P<kept> \x1b\[ M [\x20-\xff]{0,3}
              | [\xc2-\xdf][\x80-\xbf] | [\xe0-\xef][\x80-\xbf]{2} | [\xf0-\xf4][\x80-\xbf]{3}
              | (?: [\xc2-\xdf] | [\xe0-\xef][\x80-\xbf]? | [\xf0-\xf4][\x80-\xbf]{0,2} ) \Z )
    | (?P<raw> [\x8f\x90\x98\x9b-\x9f] )                    # SS3, DCS, SOS, CSI to APC
    | [\x80-\xff]
    """,
    re.VERBOSE,
)


def _in_seven_bits(data: bytes) -> bytes:
    """Bytes with the controls of eight bits as those of seven, and without what is no character."""

    def turned(found: re.Match[bytes]) -> bytes:
        if control := found["control"] or found["raw"]:
            return bytes([0x1B, control[0] - 0x40])
        return found["kept"] or b""

    return data if data.isascii() else _EIGHT_BITS.sub(turned, data)


class Keyboard:
    """Turns bytes into the text that Textual's parser is to see."""

    def __init__(
        self, answered: Callable[[], None], clock: Callable[[], float] = monotonic
    ) -> None:
        """Make a keyboard.

        Args:
            answered: Called for each answer to `ESC[5n`.
            clock: Gives the time in seconds.
        """
        self._answered = answered
        self._clock = clock
        self._decode = codecs.getincrementaldecoder("utf-8")("ignore").decode
        self._begun = b""
        self._is_pasting = self._is_in_string = False
        self._until = 0.0
        self._silence = 0

    def take(self, data: bytes) -> str:
        """The text of some bytes; what is cut off waits for its rest."""
        self._silence = 0
        if self._is_in_string and self._clock() > self._until:
            self._is_in_string, self._begun = False, b""
        if len(data) >= _PIECE:
            self._until = self._clock() + _MOMENT
        rest, self._begun = self._begun + data, b""
        kept: list[bytes] = []
        while rest:
            if self._is_in_string:
                rest = self._after_string(rest)
                continue
            text, rest = self._pasted(rest) if self._is_pasting else self._typed(rest)
            kept.append(text)
        return self._decode(b"".join(kept))

    def tick(self) -> str:
        """A tenth of a second without a byte; gives what is not worth waiting with any longer."""
        self._silence += 1
        if self._silence < _PATIENCE:
            return ""
        ending = _PASTED if self._is_pasting else b""
        self._begun, self._is_pasting, self._is_in_string = b"", False, False
        return self._decode(ending)

    def _typed(self, data: bytes) -> tuple[bytes, bytes]:
        """The keys up to the next paste or string, and what comes after its beginning."""
        keys, paste, rest = data.partition(_PASTE)
        # What is pasted must not be turned into what ends a paste.
        keys = _in_seven_bits(keys)
        kept: list[bytes] = []
        at = 0
        while (token := _TOKEN(keys, at)) and not self._is_in_string:
            kept.append(self._kept(token))
            at = token.end()
        if self._is_in_string:
            return b"".join(kept), keys[at:] + paste + rest
        if paste:
            self._begun, self._is_pasting = b"", True
        return b"".join(kept) + paste, rest

    def _kept(self, token: re.Match[bytes]) -> bytes:
        """What of a token goes on."""
        match token.lastgroup:
            case "text":
                return token[0]
            case "key":
                return understood(token[0])
            case "answered":
                self._answered()
            case "begun":
                self._begun = token[0]
            case "string":
                self._is_in_string = True
                self._until = self._clock() + _MOMENT
        return b""

    def _after_string(self, data: bytes) -> bytes:
        """What comes after the end of a string, if that is there."""
        head, escape, tail = data.partition(b"\x1b")
        data = _in_seven_bits(head) + escape + tail
        end = _ENDS(data)
        if end is None:
            return b""
        if data[end.end() :] == b"\x1b":
            self._begun = b"\x1b"
            return b""
        self._is_in_string = False
        return data[end.end() :]

    def _pasted(self, data: bytes) -> tuple[bytes, bytes]:
        """The text up to the end of a paste, and what comes after it."""
        text, ending, rest = data.partition(_PASTED)
        self._is_pasting = not ending
        if not ending:
            sizes = range(len(_PASTED) - 1, 0, -1)
            cut = next((size for size in sizes if text.endswith(_PASTED[:size])), 0)
            text, self._begun = text[: len(text) - cut], text[len(text) - cut :]
        return _NOT_TEXT.sub(b"", text) + ending, rest
