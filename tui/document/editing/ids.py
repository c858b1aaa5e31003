"""Ids that are proposed for new records: of words in ASCII, with the year, and not taken yet."""

import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from itertools import count
from typing import Final

from tui.document.fields import FORMATS
from tui.timeline.dates import DateError
from tui.timeline.dates_asked import asked
from tui.timeline.fold import fold
from tui.timeline.records import Kind

KEBAB: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD: Final = re.compile(r"[a-z0-9]+")
_SMALL: Final = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "the",
        "to",
        "with",
    )
)
_NAMES: Final = ("title", "name", "publisher")
"""What an id is made of, the first of these that is given."""
_MOST: Final = 4
"""Words of an id."""
_DATED: Final = frozenset(form.kind for form in FORMATS if "date" in form.by_name)


def proposed(kind: Kind, texts: Mapping[str, str], taken: Collection[str]) -> str:
    """The id to propose for a record, "" while there is nothing to make it of.

    Args:
        kind: What the record is.
        texts: What is typed of it, by field.
        taken: The ids that its kind has already.
    """
    name = next(filter(None, (texts.get(each, "").strip() for each in _NAMES)), "")
    if not name:
        return ""
    letters = "".join(each for each in fold(name).replace("'", "") if each != "_")
    words = _WORD.findall(letters) if _is_latin(letters) else []
    words = [each for each in words if each not in _SMALL] or words
    year = _year(texts.get("date", "")) if kind in _DATED else ""
    if not words:
        return _free("-".join(filter(None, (kind, year))), taken, is_numbered=True)
    parts = words[:_MOST]
    return _free("-".join((*parts, year) if year and year not in parts else parts), taken)


def _is_latin(letters: str) -> bool:
    """Whether what is left in ASCII is most of the letters."""
    own = [each for each in letters if each.isalpha()]
    return 2 * sum(each.isascii() for each in own) >= len(own)


def _year(text: str) -> str:
    with suppress(DateError):
        year = asked(text).year
        return str(year) if year > 0 else ""
    return ""


def _free(own: str, taken: Collection[str], *, is_numbered: bool = False) -> str:
    """An id, with a number behind it where it is taken."""
    if own not in taken and not is_numbered:
        return own
    numbered = (f"{own}-{number}" for number in count(1 if is_numbered else 2))
    return next(each for each in numbered if each not in taken)
