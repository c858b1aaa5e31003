"""Looks things up in the texts of a timeline, through an index that is made once for each.

What makes and reads the index is loaded when it is first asked for: the first screen has no
use for it, and loading it takes as long as drawing that screen does.
"""
# ruff: noqa: PLC0415

from array import array
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.timeline.dates import Date
from tui.timeline.timeline import Listed, Timeline

if TYPE_CHECKING:
    from tui.timeline.completion import Completion
    from tui.timeline.haystack import Haystack
    from tui.timeline.query import Key, Mistake


@lru_cache(maxsize=1)
def _kept(_timeline: Timeline) -> "list[Haystack]":
    """Where the index of a timeline is kept, once there is one."""
    return []


def haystack_of(timeline: Timeline) -> "Haystack":
    """The index of a timeline. Making it takes two seconds for 100,000 events."""
    from tui.timeline.haystack import gathered

    kept = _kept(timeline)
    if not kept:
        kept.append(gathered(timeline))
    return kept[0]


def prepare(timeline: Timeline, pause: Callable[[], object]) -> None:
    """Make the index of a timeline ahead, with a pause every few milliseconds."""
    from tui.timeline.haystack import gather

    steps = gather(timeline)
    while not _kept(timeline):
        try:
            next(steps)
        except StopIteration as done:
            _kept(timeline).append(done.value)
        pause()


def events(timeline: Timeline, text: str) -> "array[int]":
    """The positions of the events that a query finds, ascending."""
    from tui.timeline import query, search

    return search.find(haystack_of(timeline), query.parse(text))


def hits(timeline: Timeline, kind: Listed, text: str) -> "array[int]":
    """The positions of the records of a kind that say a text, ascending."""
    from tui.timeline import search

    return search.hits(haystack_of(timeline), kind, text)


def mistakes(timeline: Timeline, text: str) -> "Sequence[Mistake]":
    """What is wrong with a query, and what it names that there is not."""
    from tui.timeline import names, query

    asked = query.parse(text)
    return (*asked.mistakes, *names.doubts(haystack_of(timeline), asked))


def complaint(text: str) -> str:
    """Why a query cannot be meant as it stands, "" if it can."""
    from tui.timeline import query

    asked = query.parse(text)
    if asked.mistakes:
        return asked.mistakes[0].message
    return "" if asked.terms or not text.strip() else "this asks for nothing yet"


def completions(timeline: Timeline, text: str, cursor: int) -> "Sequence[Completion]":
    """What may stand at the cursor of a query, the likeliest first."""
    from tui.timeline import completion

    return completion.completions(haystack_of(timeline), text, cursor)


def term(key: "Key", value: str, *, is_negated: bool = False) -> str:
    """The text of a query for one thing."""
    from tui.timeline import query

    return query.print_term(query.Term(key, (value,), is_negated))


def spans(text: str, needle: str) -> Sequence[tuple[int, int]]:
    """Where a text, as it is written, says what is looked for."""
    from tui.timeline import fold

    return fold.spans(text, needle)


def date(text: str, day: int | None) -> Date:
    """A date as people type it, which may be so far from a day, if there is one.

    Raises:
        DateError: It is none, or could be several.
    """
    from tui.timeline.dates_asked import asked
    from tui.timeline.dates_stepped import is_step, stepped

    return stepped(text, day) if day is not None and is_step(text) else asked(text)


def readings(text: str) -> tuple[str, ...]:
    """The days that a date of numbers may be which does not say whether the month comes first."""
    from tui.timeline import dates_asked

    return dates_asked.readings(text)


def facet(text: str) -> "tuple[Key, str, bool] | None":
    """The key, the value and whether it is negated, of a query for one thing; None of others."""
    from tui.timeline import query

    asked = query.parse(text)
    match asked.terms:
        case (query.Term(key=key, values=(value,), is_negated=is_negated),) if key:
            return None if asked.mistakes else (key, value, is_negated)
        case _:
            return None
