"""Folding: texts made alike, so that what a person types finds what a file says.

Case, accents, typographic quotes and dashes, and the kind and number of blanks do not count;
what nobody sees counts for nothing. Every character folds by itself, whatever stands around it,
but for blanks, of which the first stands for all. So each folded character knows the one that it
came from. Folding a second time changes nothing, and a folded text has no blank but the space.
"""

import re
import unicodedata
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

Span = tuple[int, int]
"""Where a part of a text begins, and where it has ended, in characters."""

_PLAIN: Final = MappingProxyType(
    dict.fromkeys("‘’‚‛‹›′‵ʹʻʼʽˈ´`՚", "'")
    | dict.fromkeys("“”„‟«»″‶〃", '"')
    | dict.fromkeys("‐‑‒–—―−⁃", "-")
    | {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ə": "e", "ŋ": "n"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that Unicode does not take apart, and signs for which keyboards have a plain one."""

# Letters that stay as they are: to look for the others is several times as fast as to fold all.
_OTHERS: Final = re.compile("[^ -_a-~а-ик-ъыьэюяա-ֆა-ჰءا-غف-ي]+")


def fold(text: str) -> str:
    """A text as it is compared: `Erdoğan’s` folds to `erdogan's`."""
    if text.isascii() and text.isprintable():
        folded = text.lower().replace("`", "'")
    else:
        folded = _OTHERS.sub(_fold_found, text.casefold())
    while "  " in folded:
        folded = folded.replace("  ", " ")
    return folded


def spans(text: str, needle: str) -> tuple[Span, ...]:
    """Where a text, as it is written, says what is looked for; no two parts overlap.

    A part has all of a letter of which only some is meant: `f` is found in the whole of `ﬁ`.
    """
    needle = fold(needle)
    if not needle:
        return ()
    folded, origins = _traced(text)
    found: list[Span] = []
    at = folded.find(needle)
    while at >= 0:
        last = at + len(needle)
        # Marks that fold to nothing belong to the letter before them.
        end = max(origins[last - 1] + 1, origins[last])
        found.append((origins[at], end))
        while last < len(folded) and origins[last] < end:
            last += 1
        at = folded.find(needle, last)
    return tuple(found)


class _Traced(NamedTuple):
    """A folded text, and which character each of its own came from; one more for the end."""

    text: str
    origins: tuple[int, ...]


def _traced(text: str) -> _Traced:
    letters: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        for letter in _folded(character):
            if letter != " " or letters[-1:] != [" "]:
                letters.append(letter)
                origins.append(at)
    return _Traced("".join(letters), (*origins, len(text)))


def _fold_found(found: re.Match[str]) -> str:
    return "".join(map(_folded, found[0]))


@cache
def _folded(character: str) -> str:
    """What one character folds to: none, one or several."""
    if character.isspace():
        return " "
    was, now = "", character
    while was != now:
        was = now
        apart = unicodedata.normalize("NFKD", _plain(was.casefold()))
        now = _plain("".join(each for each in apart if not _is_unseen(each)))
    return "".join(" " if each.isspace() else each for each in now)


def _plain(text: str) -> str:
    return "".join(_PLAIN.get(each, each) for each in text)


def _is_unseen(character: str) -> bool:
    """Whether it only marks the letter before it, or shows nothing at all."""
    return bool(
        unicodedata.combining(character)
        or unicodedata.category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"
    )
