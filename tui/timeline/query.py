"""The language in which events are asked for: what a person types, read into terms.

A query is terms separated by blanks, and all of them must hold: words, `"quoted phrases"` and
`key:value`, where values `a,b` are alternatives; a leading `-` negates. In quotes, `""` is a
quotation mark. A query is read while it is typed, so every text is one: a key without a value,
a quote without its end and a lone `-` ask for nothing yet. What cannot be meant is a `Mistake`,
and its term is left out. A word before a colon is meant as a key; in quotes, in a web address
and in a time of day it is not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, get_args

from tui.timeline.dates import DateError
from tui.timeline.dates_asked import asked
from tui.timeline.fold import Span, fold
from tui.timeline.records import VERDICTS, ActorKind, Basis, SourceKind

Key = Literal[
    "actor",
    "source",
    "thread",
    "tag",
    "place",
    "kind",
    "verdict",
    "basis",
    "has",
    "on",
    "before",
    "after",
]
Feature = Literal[
    "quote",
    "claim",
    "url",
    "notes",
    "source",
    "actor",
    "place",
    "tag",
    "thread",
    "summary",
    "caveat",
]
KEYS: Final[tuple[Key, ...]] = get_args(Key)
DATE_KEYS: Final = frozenset({"on", "before", "after"})
CHOICES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "kind": tuple(dict.fromkeys((*get_args(ActorKind), *get_args(SourceKind)))),
        "verdict": VERDICTS,
        "basis": get_args(Basis),
        "has": get_args(Feature),
    }
)
"""The keys that take one of a few words, and those."""

_OTHER_KEYS: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(("who", "person", "speaker"), "actor")
    | dict.fromkeys(("by", "cites", "publisher", "author"), "source")
    | dict.fromkeys(("where", "location", "country"), "place")
    | dict.fromkeys(("date", "day", "year", "when", "during"), "on")
    | dict.fromkeys(("since", "from"), "after")
    | dict.fromkeys(("until", "till"), "before")
    | {"type": "kind", "with": "has", "topic": "tag", "lane": "thread"}
)
"""What people call the keys."""

_NEAR_KEY: Final = 0.6
_KEY: Final = re.compile(r"([^\W\d_]+):(?!//)")
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"?')
_WORD: Final = re.compile(r"\S+")
_VALUE: Final = re.compile(r"[^\s,]*")
_BLANKS: Final = re.compile(r"\s*")
_PLAIN_WORD: Final = re.compile(r'[^\s"-][^\s]*')
_PLAIN_VALUE: Final = re.compile(r'[^\s,"][^\s,]*')


class Term(NamedTuple):
    """One thing that is asked of an event: any of the values, or with `is_negated` none of them.

    Without a key, the one value is a word or a phrase.
    """

    key: Key | Literal[""]
    values: tuple[str, ...]
    is_negated: bool = False


class Mistake(NamedTuple):
    """What is wrong with a part of a query, which begins at a column, counted from 1."""

    column: int
    length: int
    message: str


class Query(NamedTuple):
    """What is asked for, and what could not be understood.

    `spans` says for each term where it is written.
    """

    terms: tuple[Term, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    spans: tuple[Span, ...] = ()


class Value(NamedTuple):
    """A value as it is written, and what it says without its quotation marks."""

    start: int
    end: int
    text: str


class Piece(NamedTuple):
    """A part of a query between blanks: where it is, and its key as it is written."""

    start: int
    end: int
    key: str
    values: tuple[Value, ...]
    is_negated: bool


def parse(text: str) -> Query:
    """Read a query. Every text is one."""
    terms: list[Term] = []
    spans: list[Span] = []
    mistakes: list[Mistake] = []
    for piece in pieces(text):
        said = tuple(value for value in piece.values if value.text)
        wrong = _wrong(piece, said)
        if wrong:
            mistakes.append(wrong)
        elif said:
            key = find_key(piece.key) or ""
            terms.append(Term(key, tuple(value.text for value in said), piece.is_negated))
            spans.append((piece.start, piece.end))
    return Query(tuple(terms), tuple(mistakes), tuple(spans))


def print_term(term: Term) -> str:
    """Write one term, so that it reads back as it is."""
    minus = "-" * term.is_negated
    if term.key:
        return f"{minus}{term.key}:{','.join(map(print_value, term.values))}"
    (word,) = term.values
    is_plain = _PLAIN_WORD.fullmatch(word) and not _KEY.match(word)
    return minus + (word if is_plain else _in_quotes(word))


def print_value(value: str) -> str:
    """Write a value, in quotes where it needs them: `"Sochi, Russia"`."""
    return value if _PLAIN_VALUE.fullmatch(value) else _in_quotes(value)


def term(key: Key | Literal[""], value: str) -> str:
    """The text of a term: `place:"Sochi, Russia"`."""
    return print_term(Term(key, (value,)))


def find_key(text: str) -> Key | None:
    """The key of that name, in capitals or not, if there is one."""
    lowered = text.lower()
    return next((key for key in KEYS if key == lowered), None)


def chosen(key: str, value: str) -> Sequence[str]:
    """Which of the words that a key takes are meant: the very one, else those that begin so."""
    words, wanted = CHOICES[key], fold(value)
    return (wanted,) if wanted in words else [word for word in words if word.startswith(wanted)]


def pieces(text: str) -> Iterator[Piece]:
    """The parts of a query, in their order."""
    at = _after(_BLANKS, text, 0)
    while at < len(text):
        piece = _piece(text, at)
        yield piece
        at = _after(_BLANKS, text, piece.end)


def _piece(text: str, start: int) -> Piece:
    """The part that begins somewhere; it has one character at least."""
    at = start + text.startswith("-", start)
    named = _KEY.match(text, at)
    if named:
        values = _values(text, named.end())
        return Piece(start, values[-1].end, named[1], values, at > start)
    value = _value(text, at, _WORD)
    return Piece(start, value.end, "", (value,), at > start)


def _key_meant(name: str) -> str | None:
    """The key that a person may have meant by another name, if any is near."""
    lowered = name.lower()
    near = get_close_matches(lowered, KEYS, 1, _NEAR_KEY) if len(lowered) > 1 else []
    return _OTHER_KEYS.get(lowered) or (near[0] if near else None)


def _values(text: str, at: int) -> tuple[Value, ...]:
    """The values behind a key, with commas between them; there is always one, perhaps empty."""
    values = [_value(text, at, _VALUE)]
    while text.startswith(",", values[-1].end):
        values.append(_value(text, values[-1].end + 1, _VALUE))
    return tuple(values)


def _value(text: str, at: int, bare: re.Pattern[str]) -> Value:
    quoted = _QUOTED.match(text, at)
    if quoted:
        return Value(at, quoted.end(), quoted[1].replace('""', '"'))
    end = _after(bare, text, at)
    return Value(at, end, text[at:end])


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _in_quotes(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _wrong(piece: Piece, values: Sequence[Value]) -> Mistake | None:
    """What is wrong with a part of a query, if anything."""
    key = find_key(piece.key)
    if piece.key and key is None:
        start = piece.start + piece.is_negated
        return Mistake(start + 1, len(piece.key) + 1, _no_key(piece.key))
    for value in values:
        message = _refused(key, value.text) if key else ""
        if message:
            return Mistake(value.start + 1, value.end - value.start, message)
    return None


def _no_key(name: str) -> str:
    """That there is no such key, and which there are."""
    meant = _key_meant(name)
    hint = f"; did you mean {meant}:?" if meant else ""
    return f'there is no key "{name}:"{hint} (keys: {", ".join(KEYS)}; in quotes it is text)'


def _refused(key: Key, value: str) -> str:
    """Why a key cannot take a value, or nothing."""
    if key in CHOICES and not chosen(key, value):
        near = get_close_matches(fold(value), CHOICES[key], 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(CHOICES[key])}"
        return f'{key}: does not know "{value}"; {hint}'
    if key in DATE_KEYS:
        try:
            asked(value)
        except DateError as error:
            return str(error)
    return ""
