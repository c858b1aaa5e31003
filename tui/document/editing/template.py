"""A new timeline: the text that comes with dateline, under a title."""

import re
from typing import Final

from tui.document.reading import characters

_LINE: Final = re.compile("^title: .*$", re.MULTILINE)
_PLAIN: Final = re.compile(r"[^\W\d_][\w ,.()’–-]*")
"""What YAML and editors take for text without quotation marks, but for its own words."""
_WORDS: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def is_one_line(title: str) -> bool:
    """Whether a title has something to read, and nothing that breaks lines or hides."""
    return bool(title.strip()) and characters.shown(title, len(title)) == title


def titled(template: str, title: str) -> str:
    """The template with another title, which is of one line."""
    return _LINE.sub(lambda _: f"title: {_scalar(title.strip())}", template, count=1)


def _scalar(text: str) -> str:
    """A text as YAML, in quotation marks where it needs them: single ones know no escapes."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return "'" + text.replace("'", "''") + "'"
