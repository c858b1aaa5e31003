"""The text that a program writes to a terminal, as tokens.

The grammar is ECMA-48's, as terminals read it: every character belongs to one token, and a
sequence that has not ended with the text is a token of its own, to be read with what follows.
"""

import re
from enum import Enum
from typing import Final

# What a match of TOKEN is: its `lastindex`, the last group of what is needed of it.
SEGMENT: Final = 2
"""A style, a text in it, and a reset: what a styled segment of Textual is."""
STYLE: Final = 3
TEXT: Final = 4
LINK: Final = 5
UNFINISHED: Final = 6

# A string ends with BEL (OSC only), ST, CAN or SUB, or breaks off where another sequence starts;
# in what tmux hands on to the terminal around it, escapes are doubled.
TOKEN: Final = re.compile(
    r"""
      \x1b\[ ([0-9;:]*) m ([^\x00-\x1f\x7f-\x9f]++) \x1b\[0m
    | \x1b\[ ([0-9;:]*) m                                               # SGR
    | ([^\x00-\x1f\x7f-\x9f]+)
    | \x1b\]8; [^;\x07\x1b]* ; ([^\x07\x1b\x18\x1a]*) (?: \x07 | \x1b\\ )
    | ( \x1b (?: \[ [0-?]* [ -/]*
               | [ -/]*
               | \] [^\x07\x1b\x18\x1a]* \x1b?
               | Ptmux; (?: [^\x1b] | \x1b\x1b )* \x1b?
               | [PX^_] [^\x1b\x18\x1a]* \x1b? ) \Z )
    | ( \x1b\[ [0-?]* [ -/]* [@-~]                                      # CSI
      | \x1b\] [^\x07\x1b\x18\x1a]* (?: [\x07\x18\x1a] | \x1b\\ | (?=\x1b) )     # OSC
      | \x1bPtmux; (?: [^\x1b] | \x1b\x1b )* \x1b\\
      | \x1b[PX^_] [^\x1b\x18\x1a]* (?: [\x18\x1a] | \x1b\\ | (?=\x1b) )   # DCS, SOS, PM, APC
      | \x1b [ -/]+ [0-~]
      | \x1b [0-OQ-WYZ\\`-~]
      | \x1b (?: \[ [0-?]* [ -/]* )?                                    # broken off
      | [\x00-\x1f\x7f-\x9f] )                                         # C0, C1
    """,
    re.VERBOSE,
)


class Effect(Enum):
    """What a control does to what a terminal shows."""

    NONE = "nothing: a mode, a title, the clipboard, a question"
    PLACE = "nothing, but its answer or its place depends on the cursor"
    ENTER = "enters the alternate screen"
    LEAVE = "leaves the alternate screen"
    RESET = "anything, and looks are plain after it"
    ANY = "anything"


_EFFECTS: Final = re.compile(
    r"""
      (?P<ENTER> \x1b\[\? (?:47|1047|1049) h )
    | (?P<LEAVE> \x1b\[\? (?:47|1047|1049) l )
    | (?P<RESET> \x1bc | \x1b\[!p )
    | (?P<PLACE> \x1b\[ \?? [0-9;]* n | \x1b\](?:133|633);.* )
    | (?P<NONE>
        \x1b\[\? (?! (?:[0-9]+;)* (?:3|6|47|69|1047|1048|1049) [;hl] ) [0-9;]* (?: [hlcu] | \$p )
      | \x1b\[ [<=>] [0-9;:]* [ -/]* [@-~]
      | \x1b\[ [0-9;]* (?: [ct] | [ ]q | \$p )
      | \x1b\] (?! 66; | 1337;(?:File|Multipart) ) .*   # but text of a size, and images
      | \x1bP (?! [0-9;]* q ) .*                         # but images
      | \x1b[=>\\] | [\x00\x07\x7f] )
    """,
    re.VERBOSE | re.DOTALL,
)


def effect(control: str) -> Effect:
    """What a control does; one that is not known may do anything."""
    match = _EFFECTS.fullmatch(control)
    return Effect[match.lastgroup] if match and match.lastgroup else Effect.ANY


# OSC 1 sets one of the two titles that OSC 0 sets, so that each is a kind of its own.
_LASTING: Final = re.compile(
    r"\x1b\] (?P<string>0|1|2|22) ; .* | \x1b\[ [0-9]* [ ](?P<shape>q)", re.VERBOSE | re.DOTALL
).fullmatch


def lasting(control: str) -> str:
    """What a control sets, if nothing but its last value counts, whenever it is set; else "".

    So it is with titles and the shapes of the pointer and of the cursor.
    """
    match = _LASTING(control)
    return (match["string"] or match["shape"]) if match else ""
