"""Names: what a value of a query names in a timeline, and what it may have meant to name.

An id, or the whole of a tag, names one thing alone. Otherwise actors, sources, threads and
places are named by any part of what they are called, and tags by how they begin.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import islice

from tui.timeline.fold import fold
from tui.timeline.haystack import Flags, Haystack
from tui.timeline.query import Mistake, Query
from tui.timeline.records import Actor, Source

_MOST_COMPARED = 5000
_LONGEST_COMPARED = 60
_SHORTEST_WORD = 4
_NEAR = 0.7


def actors(haystack: Haystack, value: str) -> Flags:
    """Which actors are named."""
    at = haystack.timeline.positions("actor").get(fold(value).strip())
    if at is None:
        return haystack.actors.flags(fold(value).strip())
    return _only(at, haystack.actors.size)


def sources(haystack: Haystack, value: str) -> Flags:
    """Which sources are named."""
    at = haystack.timeline.positions("source").get(fold(value).strip())
    if at is None:
        return haystack.sources.flags(fold(value).strip())
    return _only(at, haystack.sources.size)


def strays(haystack: Haystack, value: str) -> frozenset[str]:
    """Which speakers are named who are no actors; none where an actor has that id."""
    wanted = fold(value).strip()
    if wanted in haystack.timeline.positions("actor"):
        return frozenset()
    return frozenset(name.text for name in haystack.strays if wanted in name.folded)


def threads(haystack: Haystack, value: str) -> frozenset[str]:
    """The ids of the threads that are named."""
    wanted = fold(value).strip()
    order = haystack.timeline.thread_order
    if wanted in order:
        return frozenset((wanted,))
    threads = haystack.timeline.threads
    return frozenset(each.id for each in threads if wanted in each.id or wanted in fold(each.name))


def tags(haystack: Haystack, value: str) -> frozenset[str]:
    """Which tags are named."""
    wanted = fold(value).strip()
    same = frozenset(name.text for name in haystack.tags if name.folded == wanted)
    return same or frozenset(name.text for name in haystack.tags if name.folded.startswith(wanted))


def places(haystack: Haystack, value: str) -> frozenset[str]:
    """Which places are named."""
    wanted = fold(value).strip()
    return frozenset(name.text for name in haystack.places if wanted in name.folded)


def doubts(haystack: Haystack, query: Query) -> tuple[Mistake, ...]:
    """The values that nothing in the timeline is called, each with a name that is near to it."""
    found = []
    for term, (start, end) in zip(query.terms, query.spans, strict=True):
        for value in term.values:
            if not _is_known(haystack, term.key, value):
                near = _near(value, _known(haystack, term.key))
                hint = f"; did you mean {near}?" if near else ""
                message = f'no {term.key} is called "{value}"{hint}'
                found.append(Mistake(start + 1, end - start, message))
    return tuple(found)


def _only(at: int, count: int) -> Flags:
    flags = bytearray(count)
    flags[at] = 1
    return flags


def _is_known(haystack: Haystack, key: str, value: str) -> bool:
    match key:
        case "actor":
            return any(actors(haystack, value)) or bool(strays(haystack, value))
        case "source":
            return any(sources(haystack, value))
        case "thread":
            return bool(threads(haystack, value))
        case "tag":
            return bool(tags(haystack, value))
        case "place":
            return bool(places(haystack, value))
        case _:
            return True


def _known(haystack: Haystack, key: str) -> Iterator[tuple[str, str]]:
    """Everything that a value may name, each as it may be called and as it is shown."""
    timeline = haystack.timeline
    match key:
        case "actor":
            for actor in timeline.actors:
                yield from ((called, actor.name) for called in _calls(actor))
            yield from ((name.text, name.text) for name in haystack.strays)
        case "source":
            yield from _source_names(timeline.sources)
        case "thread":
            for thread in timeline.threads:
                yield from ((called, thread.name) for called in (thread.id, thread.name))
        case "tag":
            yield from ((name.text, name.text) for name in haystack.tags)
        case _:
            yield from ((name.text, name.text) for name in haystack.places)


def _calls(actor: Actor) -> Iterator[str]:
    yield from (actor.id, actor.name, actor.native, *actor.aliases)


def _source_names(sources: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """Publishers and authors, which many share, before titles and ids."""
    shared = (name for source in sources for name in (source.publisher, source.author))
    yield from ((name, name) for name in dict.fromkeys(shared) if name)
    for source in sources:
        yield from ((called, called) for called in (source.title, source.id) if called)


def _near(value: str, known: Iterable[tuple[str, str]]) -> str | None:
    """What is called nearly so, in whole or in one of its words; only so many are compared."""
    if len(value) > _LONGEST_COMPARED:
        return None
    shown: dict[str, str] = {}
    for called, name in islice(known, _MOST_COMPARED):
        folded = fold(called)
        shown.setdefault(folded, name)
        for word in folded.split():
            if len(word) >= _SHORTEST_WORD:
                shown.setdefault(word, name)
    near = get_close_matches(fold(value), shown, 1, _NEAR)
    return shown[near[0]] if near else None
