"""Characters that must not reach a screen, and how a person sees that they are there.

Control characters can drive a terminal, line separators break lines where no editor does, and
direction overrides make text read otherwise than it is. Marks that scripts need (joiners,
soft hyphens, left-to-right and right-to-left marks) are left alone. Patterns are kept as text:
wide classes take long to compile, and most files never need them.
"""

import re
from typing import Final

_LONGEST_SHOWN: Final = 60

_OVERRIDES: Final = "\u202a-\u202e\u2066-\u2069"
_CONTROLS: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"
)

FORBIDDEN: Final = f"[{_CONTROLS}]"
"""What a file may not contain at all."""
OVERRIDE: Final = f"[{_OVERRIDES}]"
"""What turns the direction of text round."""
UNWANTED: Final = f"[{_CONTROLS}{_OVERRIDES}]"
"""What a file is looked through for: both of these."""
_HIDDEN: Final = f"[{_CONTROLS}{_OVERRIDES}\r]"
_NOT_ON_ONE_LINE: Final = f"[{_CONTROLS}{_OVERRIDES}\t\n\r]"


def hidden(text: str) -> list[str]:
    """Every distinct character of a text that must not be drawn as it is."""
    return sorted(set(re.findall(_HIDDEN, text)))


def escape(text: str) -> str:
    """The text with visible escapes (⟨U+202E⟩) for what must not be drawn; lines are kept."""
    return re.sub(_HIDDEN, _visible, text)


def shown(text: str, longest: int = _LONGEST_SHOWN) -> str:
    """A text as a message quotes it: one line, nothing hidden, at most `longest` characters."""
    if len(text) > longest:
        text = text[: longest - 1] + "…"
    return re.sub(_NOT_ON_ONE_LINE, _visible, text)


def complaint(character: str) -> str:
    """What to say about a character that is hidden."""
    if re.match(OVERRIDE, character):
        return f"an invisible direction mark {_name(character)}; shown as a visible escape"
    return f"the invisible control character {_name(character)} is not allowed; delete it"


def _visible(found: re.Match[str]) -> str:
    return f"⟨{_name(found[0])}⟩"


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"
