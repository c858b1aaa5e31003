"""The names of keys: what people write, to what Textual calls them.

A key has a name here only if most terminals send something for it that nothing else sends.
"""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


class KeyNameError(ValueError):
    """A text that names no key which a program can be sure to get; the message says why."""


class UnknownKeyError(KeyNameError):
    """A text that names no key at all."""


_MOVING: Final = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "delete"),
    *(f"f{number}" for number in range(1, 13)),
)
_NAMED: Final = (*_MOVING, "enter", "escape", "tab", "shift+tab", "space", "backspace", "insert")
_HELD: Final = frozenset(
    f"{held}+{key}"
    for held in ("shift", "ctrl", "ctrl+shift")
    for key in _MOVING
    if key != "f3"  # a terminal would say with it where the cursor is
)
_CALLED: Final[Mapping[str, str]] = MappingProxyType({
    "return": "enter", "esc": "escape", "del": "delete", "ins": "insert", "spacebar": "space",
    "pgup": "pageup", "pgdn": "pagedown", "backtab": "shift+tab", "control": "ctrl",
    "↑": "up", "↓": "down", "←": "left", "→": "right", "option": "alt", "cmd": "super",
})  # fmt: skip
"""What people call keys, and what Textual does."""
_SHORTER: Final[Mapping[str, str]] = MappingProxyType({
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at",
    "hyphen_minus": "minus", "plus_sign": "plus", "low_line": "underscore",
})  # fmt: skip
"""The signs that Textual does not call as Unicode does."""
_ARRIVES_AS: Final[Mapping[str, str]] = MappingProxyType({
    "ctrl+h": "Backspace", "ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+[": "Esc",
    "ctrl+space": "Ctrl+@", "ctrl+/": "Ctrl+_", "shift+space": "Space",
    "alt+b": "Ctrl+←", "alt+f": "Ctrl+→",
    "alt+enter": "Enter", "ctrl+enter": "Enter", "shift+enter": "Enter",
    **{f"f{number}": f"Shift+F{number - 12}" for number in range(13, 25)},
})  # fmt: skip
"""What most terminals send for keys that have nothing of their own."""
_HOLDING: Final = frozenset({"ctrl", "alt", "shift", "super"})


def parse_key(text: str) -> str:
    """What Textual calls a key, which may be written so, or as people write it.

    Raises:
        KeyNameError: It is no key, or none that arrives as itself from most terminals.
    """
    *holding, last = _split(text)
    holding = sorted({_CALLED.get(each.lower(), each.lower()) for each in holding})
    held = "+".join(holding)
    base = last if len(last) == 1 and not held else last.lower()
    base = _SIGNS.get(base) or _CALLED.get(base) or base
    key = f"{held}+{base}" if held else base
    if key in _ARRIVES_AS:
        raise KeyNameError(f"most terminals send {_ARRIVES_AS[key]} for it")
    if key in _NAMED or key in _HELD:
        return key
    is_sign = len(base) == 1 and bool(_name(base))
    if not _HOLDING.issuperset(holding) or not (is_sign or base in _NAMED):
        raise UnknownKeyError("there is no such key")
    is_letter = is_sign and base.isascii() and base.isalpha()
    if not held or (held == "shift" and is_letter):
        return _name(base.upper() if held else base)
    if (held in {"ctrl", "alt"} and is_letter) or key in {"ctrl+\\", "ctrl+]"}:
        return f"{held}+{_name(base)}"
    if held == "shift" and is_sign:
        raise KeyNameError("write the sign that Shift and the key make")
    raise KeyNameError("most terminals send something else for it")


def _split(text: str) -> list[str]:
    """What is held down, and the key; the key may be + or a blank itself."""
    name = text.strip() or text[:1]
    held, _, last = name[:-1].rpartition("+")
    last += name[-1:]
    return [
        *(part.replace(" ", "") for part in held.split("+") if part),
        last.replace(" ", "") or last,
    ]


def _name(character: str) -> str:
    """What Textual calls the key that types a character, "" where nothing is typed."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name) if character.isprintable() else ""


_SIGNS: Final = MappingProxyType({_name(sign): sign for sign in map(chr, range(33, 127))})
"""Every sign of ASCII by what Textual calls its key."""
KEY_NAMES: Final = (*_NAMED, *_CALLED, *_SIGNS)
"""The names that a key may have meant to be."""
