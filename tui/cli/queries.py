"""Queries on the command line: which events one finds; one with mistakes is refused.

Each mistake is said in a sentence, and pointed at below.
"""
# ruff: noqa: PLC0415

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.cli.says import Refused, complain, visible

if TYPE_CHECKING:
    from tui.timeline.query import Mistake
    from tui.timeline.timeline import Timeline


def check(text: str) -> None:
    """Refuse a query that cannot be meant."""
    if not text:
        return
    from tui.timeline import query  # as every other line here, only if a query is given

    lines = [line for each in query.parse(text).mistakes for line in _told(text, each)]
    if lines:
        raise Refused(lines[0].removeprefix("dateline: "), tuple(lines[1:]))


def found(timeline: "Timeline", text: str, name: str) -> Sequence[int]:
    """The positions of the events that a query finds, of all if there is none.

    Where it finds none, the names in it that the file does not have are complained of.
    """
    if not text:
        return range(len(timeline.events))
    from tui.timeline import haystack, names, query, search

    heap, asked = haystack.gathered(timeline), query.parse(text)
    positions = search.find(heap, asked)
    if not positions:
        doubts = "; ".join(each.message for each in names.doubts(heap, asked))
        why = f": {doubts}" if doubts else ""
        complain(visible(f"{name}: no event matches --filter {text}{why}"))
    return positions


def _told(text: str, mistake: "Mistake") -> Iterator[str]:
    """A mistake in a sentence, and the query with a mark below where it is."""
    from rich.cells import cell_len

    shown = visible(text)
    start = mistake.column - 1
    wrong = shown[start : start + mistake.length]
    before, marks = cell_len(shown[:start]), max(1, cell_len(wrong))
    yield f"dateline: --filter: {mistake.message}"
    yield f"  {shown}"
    yield f"  {' ' * before}{'^' * marks}"
