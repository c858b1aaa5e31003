"""Groups: the shown events by what makes a lane of them, with the rows that each group asks for.

They know nothing of the screen. Of each group it is reckoned once how many of its events overlap
at most, so that rows can be dealt out by arithmetic, before any event is put on one.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import lt
from typing import Final, Literal, get_args

from tui.timeline.records import ActorKind, Event
from tui.timeline.timeline import Timeline
from tui.view.chart.dealing import MOST, Needs
from tui.view.chart.extents import GOES_ON, Extents, extents_of
from tui.view.line import one_line
from tui.view.shown import Shown
from tui.view.words import thread_name

By = Literal["thread", "actor", "kind"]
"""What a lane is: a thread, an actor, or a kind of actor (person, state, organisation)."""

GROUPINGS: Final[tuple[By, ...]] = get_args(By)
_NONE: Final[dict[By, str]] = {"thread": "no thread", "actor": "no actor", "kind": "no kind"}
_COLUMNS: Final = 64
"""The columns of a small chart of all that is shown, in which events are to stand side by side."""


@dataclass(frozen=True, eq=False)
class Group:
    """Some events, which make a lane.

    Attributes:
        key: What they are grouped by: an id or a kind, "" for the events of no group.
        name: What that is called.
        positions: The events in the order of time.
        starts: Their first days, ascending.
        stops: The days behind their last ones, ascending as well.
        needs: The rows that they ask for.
        extents: The days of every event of the timeline.
    """

    key: str
    name: str
    positions: "array[int]"
    starts: "array[int]"
    stops: "array[int]"
    needs: Needs
    extents: Extents


@dataclass(frozen=True, eq=False)
class Groups:
    """All groups of what is shown.

    Attributes:
        groups: In the order of the file, the one of no group last.
        extents: The days of every event of the timeline.
        starts: The first days of all that is shown, each event once, ascending.
        stops: The days behind the last ones, ascending.
    """

    groups: tuple[Group, ...]
    extents: Extents
    starts: "array[int]"
    stops: "array[int]"


@lru_cache(8)
def groups_of(timeline: Timeline, shown: Shown | None, by: By) -> Groups:
    """The groups of what is shown of a timeline."""
    extents = extents_of(timeline)
    shown_events: Sequence[int] = range(len(timeline.events)) if shown is None else shown.events
    members: dict[str, array[int]] = {key: array("I") for key, _ in _named(timeline, by)}
    for position in shown_events:
        for key in _keys(timeline, timeline.events[position], by):
            members.setdefault(key, array("I")).append(position)
    # What has no group stands last, also behind threads that the file does not define.
    members[""] = members.pop("", array("I"))
    names = dict(_named(timeline, by))
    starts, stops = (
        array("q", sorted(map(days.__getitem__, shown_events)))
        for days in (extents.starts, extents.stops)
    )
    column = (stops[-1] - starts[0]) // _COLUMNS + 1 if stops else 1
    groups = tuple(
        _group(key, one_line(names.get(key, key)) or _NONE[by], positions, extents, column)
        for key, positions in members.items()
        if positions
    )
    return Groups(groups, extents, starts, stops)


def _named(timeline: Timeline, by: By) -> Iterator[tuple[str, str]]:
    """The keys and names of the groups that there may be, in their order."""
    match by:
        case "thread":
            yield from ((each.id, thread_name(timeline, each.id)) for each in timeline.threads)
        case "actor":
            yield from ((actor.id, actor.name) for actor in timeline.actors)
        case "kind":
            yield from ((kind, kind) for kind in get_args(ActorKind))


def _keys(timeline: Timeline, event: Event, by: By) -> Iterable[str]:
    """The groups of an event, each once; "" if it has none."""
    if by == "thread":
        return (event.thread,)
    actors = [timeline.actors[at] for at in timeline.links.event_actors(event)]
    keys = (actor.id if by == "actor" else actor.kind for actor in actors)
    return dict.fromkeys(keys) or ("",)


def _group(key: str, name: str, positions: "array[int]", extents: Extents, column: int) -> Group:
    first, last = (
        list(map(extents.starts.__getitem__, positions)),
        list(map(extents.stops.__getitem__, positions)),
    )
    starts, stops = array("q", sorted(first)), array("q", sorted(last))
    # What goes on until nobody knows when gives way to what begins later.
    kept = [
        start + 1 if extents.kinds[at] & GOES_ON else stop
        for at, start, stop in zip(positions, first, last, strict=True)
    ]
    spread = [max(stop, start + column) for start, stop in zip(first, kept, strict=True)]
    needs = Needs(
        events=len(positions),
        least=_depth(starts, sorted(kept)),
        whole=_depth(starts, stops),
        apart=_depth(starts, sorted(spread)),
    )
    return Group(key, name, positions, starts, stops, needs, extents)


def _depth(starts: Sequence[int], stops: Sequence[int]) -> int:
    """How many of some spans overlap at most, of which the starts and the stops are in order.

    So many do where one starts before all but as many less one have stopped.
    """

    def is_too_much(depth: int) -> int:
        return not any(map(lt, starts[depth - 1 :], stops))

    return bisect_left(range(1, min(len(starts), MOST) + 1), 1, key=is_too_much)
