"""What is shown while chips filter: some events, and the records that belong to them.

The positions of a list are found out when it is first asked for, at a cost of its length.
"""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import compress, count

from tui.timeline.timeline import Listed, Ranked, Timeline, ranked
from tui.view.listing import Runs
from tui.view.lists import KINDS, LINKED_PANES, ListName, total

_DEARER = 16
"""How many times dearer it is to look up what an event names than who names a record."""


class Shown:
    """The positions of each list that some events leave; `events` are theirs, ascending."""

    def __init__(self, timeline: Timeline, events: "array[int]") -> None:
        self.timeline = timeline
        self.events = events
        self.positions = cache(self._positions)
        self._mask = cache(self._make_mask)

    def __reduce__(self) -> tuple[type["Shown"], tuple[Timeline, "array[int]"]]:
        return Shown, (self.timeline, self.events)

    def holds(self, pane: ListName, position: int) -> bool:
        """Whether a position of a list is shown."""
        return pane not in LINKED_PANES or bool(self._mask(pane)[position])

    def nearest(self, pane: ListName, position: int) -> int | None:
        """The shown position nearest to one: events by time, others in the list; None of none."""
        shown = self.positions(pane)
        if not shown:
            return None
        at = bisect_left(shown, position)
        around = shown[max(at - 1, 0) : at + 1]
        if pane == "events" and 0 <= position < len(self.timeline.events):
            starts = self.timeline.starts
            return min(
                around, key=lambda each: (each != position, abs(starts[each] - starts[position]))
            )
        return min(around, key=lambda each: abs(each - position))

    def kept(self, pane: ListName, positions: Sequence[int]) -> Sequence[int]:
        """Those of some positions of a list that are shown, in their order."""
        return self._kept(pane, positions, 0)

    def _kept(self, pane: ListName, positions: Sequence[int], offset: int) -> Sequence[int]:
        if isinstance(positions, Runs):
            return Runs(
                tuple((self._kept(pane, run, moved), moved) for run, moved in positions.parts)
            )
        mask = self._mask(pane)
        kept = (at for at in positions if mask[at + offset])
        match positions:
            case array() | range():
                return array("I", kept)
            case Ranked():
                return ranked(array("I", kept))
            case _:
                return tuple(kept)

    def _positions(self, pane: ListName) -> Sequence[int]:
        """The shown positions of a list, ascending."""
        if pane == "events":
            return self.events
        if pane not in LINKED_PANES:
            return range(0)
        found = array("I")
        before = 0
        for kind in KINDS[pane]:
            part = self._of_kind(kind)
            found.extend(map(before.__add__, part) if before else part)
            before += len(self.timeline.records(kind))
        return found

    def _of_kind(self, kind: Listed) -> Sequence[int]:
        """The shown records of a kind, ascending."""
        links = self.timeline.links
        is_shown = self._mask("events").__getitem__
        found = array("I")
        match kind:
            case "quote":
                found.extend(compress(count(), map(is_shown, links.quote_events)))
            case "claim":
                found.extend(compress(count(), map(is_shown, links.claim_events)))
            case "actor" | "source" if self._are_few(kind):
                of_event = links.event_actors if kind == "actor" else links.event_sources
                events = self.timeline.events
                met = {other for at in self.events for other in of_event(events[at])}
                found.extend(sorted(met))
            case _:
                rows = links.events_by_actor if kind == "actor" else links.events_by_source
                linked = (any(map(is_shown, row)) for row in rows)
                found.extend(compress(count(), linked))
        return found

    def _are_few(self, kind: Listed) -> bool:
        """Whether it is cheaper to look up what the events name than what names a record."""
        return len(self.events) * _DEARER < len(self.timeline.records(kind))

    def _make_mask(self, pane: ListName) -> bytearray:
        """For each position of a list whether it is shown."""
        positions, size = self.positions(pane), total(self.timeline, pane)
        if len(positions) == size:
            return bytearray(b"\1" * size)
        mask = bytearray(size)
        for at in positions:
            mask[at] = 1
        return mask
