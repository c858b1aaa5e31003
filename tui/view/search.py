"""Search: where a text occurs in the list in focus. It hides nothing."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.timeline.timeline import ranked
from tui.view.line import Line, Span
from tui.view.listing import Listing, holds
from tui.view.lists import KINDS, LISTS, ListName
from tui.view.lookup import hits, spans

if TYPE_CHECKING:
    from tui.view.view import View


class Search(NamedTuple):
    """A text that was searched for in a list, and the positions where it occurs, ascending."""

    text: str
    pane: ListName
    hits: Sequence[int]


class Found(NamedTuple):
    """The view at a hit, and whether the search went round the end of the list to it."""

    view: "View"
    is_wrapped: bool = False


def searched_pane(view: "View") -> ListName:
    """The list that a search from here looks through."""
    return next((pane for pane in LISTS if pane == view.focus), view.driver)


def search(view: "View", text: str) -> "View":
    """Look for a text from where the cursor is on; without a hit only the search changes."""
    pane = searched_pane(view)
    searched = replace(view, search=Search(text, pane, _hits(view, pane, text)) if text else None)
    found = _found(searched)
    if found is None:
        return searched
    return searched.move(pane, found.position(_before(searched, found) % found.total))


def again(view: "View", before: Search | None) -> Search | None:
    """The same search in what is shown now, if there was one; nothing moves."""
    return before and before._replace(hits=_hits(view, before.pane, before.text))


def next_hit(view: "View", steps: int) -> Found:
    """The next hit (1) or the one before (-1), round the ends of the list.

    The focus goes to the list, unless it is in Detail.
    """
    found = _found(view)
    if found is None or view.search is None:
        return Found(view)
    pane = view.search.pane
    at = _before(view, found)
    on_hit = at < found.total and found.position(at) == view.cursors[pane]
    at += on_hit if steps > 0 else -1
    moved = view.move(pane, found.position(at % found.total))
    moved = moved if view.focus == "detail" else moved.focus_on(pane)
    return Found(moved, is_wrapped=not 0 <= at < found.total)


def place(view: "View") -> tuple[int, int]:
    """Which hit the cursor is on, from 1 (0: none), and how many there are."""
    found = _found(view)
    if found is None or view.search is None:
        return 0, 0
    at = _before(view, found)
    on_hit = at < found.total and found.position(at) == view.cursors[view.search.pane]
    return (at + 1 if on_hit else 0), found.total


def highlighted(line: Line, text: str) -> Line:
    """A line in which each place that says a text stands out."""
    lit: list[Span] = []
    for span in line:
        at = 0
        for start, end in spans(span.text, text):
            found = span._replace(text=span.text[start:end], tone="found")
            lit += (span._replace(text=span.text[at:start]), found)
            at = end
        lit.append(span._replace(text=span.text[at:]) if at else span)
    return tuple(lit)


def _found(view: "View") -> Listing | None:
    """The hits in the order in which they are listed now; None without any."""
    searched = view.search
    if searched is None or not searched.hits or searched.pane not in view.cursors:
        return None
    front = view.listing(searched.pane).front
    return Listing(
        ranked(array("I", (at for at in front if holds(searched.hits, at)))), searched.hits
    )


def _before(view: "View", found: Listing) -> int:
    """How many hits are listed before the cursor of the searched list."""
    pane = view.search.pane if view.search else view.driver
    listing = view.listing(pane)
    here = listing.slot(view.cursors[pane])
    return bisect_left(range(found.total), here, key=lambda at: listing.slot(found.position(at)))


def _hits(view: "View", pane: ListName, text: str) -> Sequence[int]:
    """The shown positions of a list where a text occurs, ascending."""
    if pane == "problems":
        found = (spans(snag.problem.message, text) for snag in view.snags)
        return array("I", (at for at, places in enumerate(found) if places))
    before = 0
    positions = array("I")
    for kind in KINDS[pane]:
        positions.extend(before + at for at in hits(view.timeline, kind, text))
        before += len(view.timeline.records(kind))
    return positions if view.shown is None else view.shown.kept(pane, positions)
