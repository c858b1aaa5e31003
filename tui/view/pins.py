"""Chips: what a reader pins, excludes or filters by, and what that leaves to be shown.

Chips of one key widen each other (either thread), those of different keys narrow each
other, and an excluded one takes away. A filter is a chip of its own, whatever it says.
"""

from array import array
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.timeline.records import Actor, Ref, Source
from tui.timeline.timeline import Timeline
from tui.view import lookup
from tui.view.line import one_line
from tui.view.lists import LINKED_PANES, ListName
from tui.view.shown import Shown
from tui.view.words import outlet, thread_name

if TYPE_CHECKING:
    from tui.timeline.query import Key
    from tui.view.view import View


class Facet(NamedTuple):
    """What events can have in common: a key of the query language, and a value."""

    key: "Key"
    value: str


class Chip(NamedTuple):
    """Something to filter by.

    Attributes:
        key: What it is about, `filter` for a whole query.
        text: The query that it stands for.
        label: What it is called.
        is_excluded: Whether it takes away what matches.
    """

    key: str
    text: str
    label: str
    is_excluded: bool = False


FILTER = "filter"


def chip(timeline: Timeline, facet: Facet, *, is_excluded: bool = False) -> Chip:
    """The chip of a facet."""
    text = lookup.term(facet.key, facet.value, is_negated=is_excluded)
    label = f"{'-' if is_excluded else ''}{facet.key}:{one_line(_name(timeline, facet))}"
    return Chip(facet.key, text, label, is_excluded)


def filter_chip(text: str) -> Chip:
    """The chip of a whole query."""
    return Chip(FILTER, text, text)


def facet_of(timeline: Timeline, ref: Ref) -> Facet | None:
    """What pinning a record pins: an actor, a source, an event's thread, a quote's speaker.

    A claim pins its verdict. None where there is nothing to pin, as for an event without a thread.
    """
    match ref.kind:
        case "actor" | "source" | "thread":
            return Facet(ref.kind, ref.id)
        case "event":
            event = timeline.event(ref.id)
            return Facet("thread", event.thread) if event and event.thread else None
        case "quote":
            quote = timeline.quotes[timeline.positions("quote")[ref.id]]
            return Facet("actor", quote.speaker) if quote.speaker else None
        case "claim":
            claim = timeline.claims[timeline.positions("claim")[ref.id]]
            return Facet("verdict", claim.verdict or "unchecked")
        case _:
            return None


def pin(view: "View", facet: Facet, *, is_excluded: bool = False) -> "View":
    """Filter by a facet; one that is pinned already is dropped."""
    new = chip(view.timeline, facet, is_excluded=is_excluded)
    opposite = chip(view.timeline, facet, is_excluded=not is_excluded)
    if new in view.chips:
        return with_chips(view, (each for each in view.chips if each != new))
    return with_chips(view, (*(each for each in view.chips if each != opposite), new))


def drop_last(view: "View") -> "View":
    """Drop the chip that was added last."""
    return with_chips(view, view.chips[:-1])


def drop_all(view: "View") -> "View":
    """Drop every chip."""
    return with_chips(view, ())


def drop(view: "View", at: int) -> "View":
    """Drop one chip."""
    return with_chips(view, (*view.chips[:at], *view.chips[at + 1 :]))


def with_chips(view: "View", chips: Iterable[Chip]) -> "View":
    """The view filtered by some chips; a cursor on what is hidden goes to the nearest."""
    kept = tuple(dict.fromkeys(chips))
    if kept == view.chips:
        return view
    filtered = replace(view, chips=kept, shown=shown_by(view.timeline, kept), search=None)
    return settled(filtered)


def settled(view: "View") -> "View":
    """The view with each cursor on something that is shown, or without one in an empty list.

    Where that moves the cursor that drives, the other lists follow it.
    """
    cursors = dict(view.cursors)
    for pane in LINKED_PANES:
        wanted = view.anchor if pane == "events" else cursors.get(pane, 0)
        nearest = view.nearest(pane, cursors.get(pane, wanted))
        if nearest is None:
            cursors.pop(pane, None)
        else:
            cursors[pane] = nearest
    moved = replace(view, cursors=cursors)
    at = cursors.get(view.driver)
    if at == view.cursors.get(view.driver):
        return moved
    moved = replace(moved, stop=0)
    return moved if at is None or view.held else moved.move(view.driver, at)


def shown_by(timeline: Timeline, chips: tuple[Chip, ...]) -> Shown | None:
    """What chips leave, None where they filter nothing."""
    if not chips:
        return None
    if len(chips) == 1:
        return Shown(timeline, lookup.events(timeline, chips[0].text))
    found = (_found(timeline, group) for group in _groups(chips))
    return Shown(timeline, array("I", sorted(set.intersection(*found))))


def hiding(view: "View", pane: ListName, at: int) -> str:
    """What hides a position of a list: the chips that do so by themselves, else all of them."""
    groups = [(" or ".join(each.label for each in group), group) for group in _groups(view.chips)]
    alone = [
        label
        for label, group in groups
        if (shown := shown_by(view.timeline, group)) and not shown.holds(pane, at)
    ]
    return " and ".join(alone or [label for label, _ in groups])


def _groups(chips: tuple[Chip, ...]) -> list[tuple[Chip, ...]]:
    """The chips, those together that widen each other."""
    groups: dict[str, tuple[Chip, ...]] = {}
    for number, each in enumerate(chips):
        is_alone = each.is_excluded or each.key == FILTER
        name = str(number) if is_alone else each.key
        groups[name] = (*groups.get(name, ()), each)
    return list(groups.values())


def _found(timeline: Timeline, group: tuple[Chip, ...]) -> set[int]:
    return {at for each in group for at in lookup.events(timeline, each.text)}


def _name(timeline: Timeline, facet: Facet) -> str:
    """What a facet is called."""
    match facet.key:
        case "thread":
            return thread_name(timeline, facet.value)
        case "actor" | "source":
            match timeline.find(Ref(facet.key, facet.value)):
                case Actor() as actor:
                    return actor.name
                case Source() as source:
                    return outlet(source)
    return facet.value
