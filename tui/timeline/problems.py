"""Problems: what is wrong with a timeline, said so that a person can mend it.

A `Finding` names the record and the field it concerns; the reader of a file
turns it into a `Problem`, which also has the line and the column.
"""

from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import chain
from typing import Final, Literal, NamedTuple

from tui.timeline.dates import overlaps
from tui.timeline.records import Claim, Event, Ref
from tui.timeline.timeline import Timeline

Severity = Literal["error", "warning"]

_HELD_AGAINST_SOURCES: Final = ("confirmed", "partly", "disputed")
_WEB: Final = ("http://", "https://")
_NEAR_TITLE: Final = 0.85
_SHARED_WORDS: Final = 0.5
_NEIGHBOURS: Final = 30
_LONGEST_SHOWN: Final = 60


class Problem(NamedTuple):
    """One mistake, or one thing worth a second look, at its place in the file.

    `line` and `column` count from 1; `column` counts characters (code points).
    """

    severity: Severity
    message: str
    line: int
    column: int
    ref: Ref | None = None
    field: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """What problems are sorted by."""
        return self.line, self.column


class Finding(NamedTuple):
    """Something worth a second look: in a field of a record or, with `""`, in all of it."""

    ref: Ref
    field: str
    message: str


def audit(timeline: Timeline, *, is_whole: bool = True) -> Iterator[Finding]:
    """All that deserves a second look in a timeline.

    Of one that is not whole, because of errors, nobody can say what is never used.
    """
    yield from _unsourced(timeline)
    if is_whole:
        yield from _unused(timeline)
    yield from _repeated(timeline.events)
    yield from _outside(timeline)
    yield from _urls(timeline)


def _unsourced(timeline: Timeline) -> Iterator[Finding]:
    """What stands there without anything to check it by."""
    for event in timeline.events:
        parts = chain((quote.source for quote in event.quotes), *map(_evidence, event.claims))
        if not event.sources and not any(parts):
            yield Finding(event.ref, "", "an event has no source")
    for quote in timeline.quotes:
        if not quote.source:
            yield Finding(Ref("quote", quote.id), "", "a quote has no source")
    for claim in timeline.claims:
        if claim.verdict in _HELD_AGAINST_SOURCES and not _evidence(claim):
            message = f'the verdict "{claim.verdict}" needs a source other than who makes the claim'
            yield Finding(Ref("claim", claim.id), "verdict", message)
    for source in timeline.sources:
        if not source.url and not source.locator:
            yield Finding(Ref("source", source.id), "", "a source has neither url nor locator")


def _evidence(claim: Claim) -> set[str]:
    """What a claim is held against: its sources but the one that makes it."""
    return set(claim.sources) - {claim.by}


def _unused(timeline: Timeline) -> Iterator[Finding]:
    """Threads, actors and sources that nothing refers to."""
    threads = {event.thread for event in timeline.events}
    for thread in timeline.threads:
        if thread.id not in threads:
            yield Finding(Ref("thread", thread.id), "", f'thread "{thread.id}" is never used')
    actors = _used_actors(timeline)
    for actor in timeline.actors:
        if actor.id not in actors:
            yield Finding(Ref("actor", actor.id), "", f'actor "{actor.id}" is never used')
    sources = {quote.source for quote in timeline.quotes}
    sources.update(*(event.sources for event in timeline.events))
    sources.update(*((claim.by, *claim.sources) for claim in timeline.claims))
    for source in timeline.sources:
        if source.id not in sources:
            yield Finding(Ref("source", source.id), "", f'source "{source.id}" is never used')


def _used_actors(timeline: Timeline) -> set[str]:
    """Who takes part in an event, is quoted, or is whom one of these belongs to."""
    used: set[str] = set()
    new = {quote.speaker for quote in timeline.quotes}
    new.update(*(event.actors for event in timeline.events))
    while new:
        used |= new
        actors = filter(None, map(timeline.actor, new))
        new = {each for actor in actors for each in actor.affiliations} - used
    return used


def _repeated(events: Iterable[Event]) -> Iterator[Finding]:
    """Events that have the date of another and nearly its title."""
    same_date: dict[object, list[Event]] = {}
    for event in events:
        same_date.setdefault((event.date.start, event.date.end, event.date.clock), []).append(event)
    for group in same_date.values():
        titles = sorted((event.title.casefold(), at) for at, event in enumerate(group))
        words = [frozenset(title.split()) for title, _ in titles]
        # Neighbours by title: however many events share a date, the work grows with their number.
        for first, (title, at) in enumerate(titles):
            near = range(first + 1, min(first + 1 + _NEIGHBOURS, len(titles)))
            for other in near:
                if _are_near(title, titles[other][0], words[first], words[other]):
                    one, again = sorted((at, titles[other][1]))
                    message = f'is this the event "{group[one].id}" again? date and title are alike'
                    yield Finding(group[again].ref, "title", message)
                    break


def _are_near(one: str, other: str, words: Collection[str], others: Collection[str]) -> bool:
    """Whether two titles are nearly the same; the words in common are counted first, it is fast."""
    shared = len(frozenset(words) & frozenset(others))
    if one == other:
        return True
    if shared < _SHARED_WORDS * max(len(words), len(others)):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR_TITLE


def _outside(timeline: Timeline) -> Iterator[Finding]:
    """Events of which the time axis shows nothing."""
    span = timeline.span
    for event in timeline.events if span else ():
        if span and not overlaps(event.date, span):
            message = f"the date {event.date.text} is outside the span {span.text}"
            yield Finding(event.ref, "date", message)


def _urls(timeline: Timeline) -> Iterator[Finding]:
    """Addresses that no browser opens."""
    records: Iterable[tuple[Ref, str]] = chain(
        ((Ref("actor", actor.id), actor.url) for actor in timeline.actors),
        ((Ref("source", source.id), source.url) for source in timeline.sources),
        ((event.ref, event.url) for event in timeline.events),
    )
    for ref, url in records:
        rest = url.removeprefix(_WEB[0]).removeprefix(_WEB[1])
        if url and (not url.startswith(_WEB) or not rest.strip("/") or " " in url):
            shown = url if len(url) <= _LONGEST_SHOWN else f"{url[: _LONGEST_SHOWN - 1]}…"
            message = f'url "{shown}" is not a web address; it begins with https:// or http://'
            yield Finding(ref, "url", message)
