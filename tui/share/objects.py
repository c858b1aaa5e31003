"""JSON from another program, taken apart piece by piece, none of which is trusted.

Whatever is not as it should be raises `WrongError`, which says what, and nothing else. No text
that comes out of it has a character that must not be drawn.
"""

import json
import re
from collections.abc import Callable
from typing import Any, Final, NoReturn, TypeVar

from tui.document.reading.characters import escape
from tui.timeline.dates import Date, DateError, parse

VERSION: Final = 1
"""Of the messages; another one is not understood."""

_MOST: Final = 2**53
"""The largest whole number that every reader of JSON knows exactly."""

_LONGEST_DATE: Final = 100
_DIGEST: Final = re.compile("[0-9a-f]{64}")

T = TypeVar("T")
Take = Callable[[object], T]


class WrongError(ValueError):
    """A message that is not as it should be; the text says what is wrong, in a few words."""


def dump(value: object) -> bytes:
    """A value as JSON on one line, without its end."""
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Half a character, which UTF-8 does not have, becomes an escape, as JSON writes it.
    return said.encode("utf-8", "backslashreplace")


def load(line: bytes) -> dict[str, object]:
    """The object on a line, of a version that is understood."""
    try:
        found = json.loads(line.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise WrongError("no JSON") from None
    if not isinstance(found, dict):
        raise WrongError("no object")
    if whole(found.get("v", 0)) != VERSION:
        raise WrongError("another version")
    return found


def text(value: object) -> str:
    """A text, with visible escapes for what must not be drawn."""
    if not isinstance(value, str):
        raise WrongError("no text")
    return value if value.isprintable() else escape(value)


def flag(value: object) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise WrongError("neither true nor false")
    return value


def whole(value: object) -> int:
    """A whole number, not negative."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST:
        raise WrongError("no whole number")
    return value


def seconds(value: object) -> float:
    """A time, not negative."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= _MOST:
        raise WrongError("no time")
    return float(value)


def date(value: object) -> Date:
    """A date, written in EDTF."""
    if not isinstance(value, str) or len(value) > _LONGEST_DATE:
        raise WrongError("no date")
    try:
        return parse(value)
    except DateError:
        raise WrongError("no date") from None


def digest(value: object) -> str:
    """A SHA-256, in hexadecimal digits."""
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise WrongError("no digest")
    return value


def choice(*words: str) -> Take[Any]:
    """One of some words; what it is typed as is for those who give them."""

    def take(value: object) -> str:
        if not isinstance(value, str) or value not in words:
            raise WrongError("none of the words that there are")
        return value

    return take


def several(each: Take[T]) -> Take[tuple[T, ...]]:
    """A list of a sort of value."""

    def take(value: object) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise WrongError("no list")
        return tuple(map(each, value))

    return take


def object_of(value: object) -> dict[str, object]:
    """An object."""
    if not isinstance(value, dict):
        raise WrongError("no object")
    return value


def _no_number(_: str) -> NoReturn:
    raise WrongError("no number")
