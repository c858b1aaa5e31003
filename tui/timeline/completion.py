"""Completion: what may follow where the cursor is in a query, the likeliest first.

While a word is typed these are the keys that begin so, behind a key the values that the timeline
has. What begins as typed stands before what has it at the start of a word, and that before the
rest; among equals what more events have is first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, islice
from types import MappingProxyType
from typing import Final, NamedTuple

from tui.timeline.date_words import year_words
from tui.timeline.fold import fold
from tui.timeline.haystack import FIELD, Haystack, Name, Texts
from tui.timeline.query import CHOICES, KEYS, Key, Piece, Value, find_key, pieces, print_value
from tui.timeline.timeline import Positions

MOST: Final = 50

KEY_HELP: Final[Mapping[Key, str]] = MappingProxyType(
    {
        "actor": "who takes part or is quoted",
        "source": "what it rests on",
        "thread": "its thread",
        "tag": "one of its tags",
        "place": "where it happens",
        "kind": "the kind of an actor or a source",
        "verdict": "how one of its claims stands",
        "basis": "article or background",
        "has": "what is given: a quote, a claim, a url",
        "on": "a date that it overlaps",
        "before": "a date that it starts before",
        "after": "a date that it ends after",
    }
)
"""What each key asks about an event."""


class Completion(NamedTuple):
    """One way to go on: `text` replaces what stands from `start` to `end`.

    `shown` says what it is, and `events` how many events have it, where that is known.
    """

    start: int
    end: int
    text: str
    shown: str
    events: int | None = None


class _Choice(NamedTuple):
    value: str
    shown: str
    events: int | None = None


def completions(haystack: Haystack, text: str, cursor: int) -> tuple[Completion, ...]:
    """What may stand at the cursor, at most `MOST`."""
    piece = next((each for each in pieces(text) if each.start <= cursor <= each.end), None)
    if piece is None:
        return tuple(_keys("", cursor, cursor))
    value = _value_at(piece, cursor)
    if value is None:
        return ()
    typed = text[value.start : cursor]
    if not piece.key:
        return tuple(_keys(typed, value.start, value.end))
    key = find_key(piece.key)
    found = _choices(haystack, key, fold(typed.removeprefix('"'))) if key else ()
    return tuple(
        Completion(value.start, value.end, print_value(each.value), each.shown, each.events)
        for each in islice(found, MOST)
    )


def _value_at(piece: Piece, cursor: int) -> Value | None:
    return next((each for each in piece.values if each.start <= cursor <= each.end), None)


def _keys(typed: str, start: int, end: int) -> Iterator[Completion]:
    for key in KEYS:
        if key.startswith(typed.lower()):
            yield Completion(start, end, f"{key}:", f"{key}: {KEY_HELP[key]}")


def _choices(haystack: Haystack, key: Key, typed: str) -> Iterable[_Choice]:
    """The values of a key, best first."""
    timeline = haystack.timeline
    match key:
        case "actor":
            ids = list(timeline.positions("actor"))
            best = _best(haystack.actors, ids, haystack.actor_events, typed)
            named = ((at, timeline.actors[at].name) for at in best)
            return [_Choice(ids[at], name, len(haystack.actor_events[at])) for at, name in named]
        case "source":
            ids = list(timeline.positions("source"))
            best = _best(haystack.sources, ids, haystack.source_events, typed)
            return [_source(haystack, at) for at in best]
        case "thread":
            threads = [Name(each.id, fold(each.name), 0) for each in timeline.threads]
            shown = {each.id: each.name for each in timeline.threads}
            return [_Choice(each.text, shown[each.text]) for each in _ranked(threads, typed)]
        case "tag" | "place":
            names = haystack.tags if key == "tag" else haystack.places
            found = _ranked(names, typed)
            return [_Choice(each.text, each.text, each.events) for each in found]
        case "on" | "before" | "after":
            return _years(haystack, typed)
        case "kind" | "verdict" | "basis" | "has":
            return [_Choice(each, each) for each in CHOICES[key] if each.startswith(typed)]


def _source(haystack: Haystack, at: int) -> _Choice:
    source = haystack.timeline.sources[at]
    shown = ", ".join(filter(None, (source.publisher or source.author, source.title)))
    return _Choice(source.id, shown or source.id, len(haystack.source_events[at]))


def _best(texts: Texts, ids: Sequence[str], rows: Sequence[Positions], typed: str) -> Iterable[int]:
    """The positions of the records whose names or ids contain what is typed."""
    best: dict[int, None] = {}
    for found in _ranks(texts, ids, typed):
        best.update(dict.fromkeys(sorted(found, key=lambda at: -len(rows[at]))[:MOST]))
        if len(best) >= MOST:
            break
    return islice(best, MOST)


def _ranks(texts: Texts, ids: Sequence[str], typed: str) -> Iterator[set[int]]:
    """Those that begin so, those of which a word does, and all that have it, each when needed."""
    numbers = range(len(ids))
    if not typed:
        yield set(numbers)
        return
    begun = [each.startswith(typed) for each in ids]
    yield {*compress(numbers, begun), *_found(texts, FIELD + typed)}
    yield {*_found(texts, f" {typed}")}
    inside = [typed in each for each in ids]
    yield {*compress(numbers, inside), *_found(texts, typed)}


def _found(texts: Texts, needle: str) -> Iterator[int]:
    return compress(range(texts.size), texts.flags(needle))


def _ranked(names: Iterable[Name], typed: str) -> list[Name]:
    """The names that contain what is typed, in their order within each rank."""
    ranks: tuple[list[Name], list[Name], list[Name]] = ([], [], [])
    for name in names:
        if typed in name.folded or typed in name.text:
            begins = name.folded.startswith(typed) or name.text.startswith(typed)
            ranks[0 if begins else 1 if f" {typed}" in name.folded else 2].append(name)
    return [*chain.from_iterable(ranks)]


def _years(haystack: Haystack, typed: str) -> Iterator[_Choice]:
    """The years in which events start, as dates."""
    starts = haystack.timeline.year_starts
    ends = chain(islice(starts, 1, None), (haystack.events.size,))
    for start, end in zip(starts, ends, strict=False):
        year = haystack.timeline.events[start].date.year
        written = f"Y{year}" if abs(year) > 9999 else f"{'-' * (year < 0)}{abs(year):04}"  # noqa: PLR2004, EDTF
        if written.startswith(typed.upper()):
            yield _Choice(written, year_words(year), end - start)
