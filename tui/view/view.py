"""What is shown: one frozen value, and the transitions that make the next one.

Invariants: a cursor is kept by id and names a record that exists (or is None in an
empty list); moving the focus moves no cursor and reorders no list, so that walking
round the panes changes nothing but what is marked and what Detail shows; only the
move of a cursor makes the other lists follow. A `View` holds its timeline, so no
pane ever sees a new timeline with an old cursor.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.actions import told
from tui.timeline.problems import Problem
from tui.timeline.records import Ref
from tui.timeline.timeline import Timeline
from tui.view import lists
from tui.view.listing import Listing, holds
from tui.view.lists import KINDS, LINKED_PANES, LISTS, ListName, Pane
from tui.view.pins import Chip, settled, shown_by
from tui.view.search import Search, again
from tui.view.shown import Shown
from tui.view.trail import Trail

if TYPE_CHECKING:
    from tui.view.chart.state import ChartState

_MOST_STEPS = 10


class Snag(NamedTuple):
    """A problem with the lines of the file round it, as (line number, text)."""

    problem: Problem
    excerpt: tuple[tuple[int, str], ...] = ()


Item = Ref | Snag


@dataclass(frozen=True)
class View:
    """What a reader sees of a timeline.

    Attributes:
        timeline: What the file says.
        snags: What is wrong with the file.
        focus: The pane that keys go to.
        driver: The list whose cursor item marks the others and is shown in Detail.
        cursors: The position of the cursor in each list, absent in an empty one.
        leads: The record by whose links each list is ordered.
        origin: What drove before the driver: by its links the driver's own list is marked.
        anchor: The position of the event last chosen, to which Events returns if that is linked.
        recent: The panes in the order in which they were last looked at, latest first.
        zoomed: Whether the focused pane has the whole body of the screen.
        stop: Which of the links in Detail is selected.
        reading: Whether the file is still being read.
        chips: What the reader filters by.
        shown: What that leaves, None where nothing is hidden.
        held: What the other panes stay linked to, whatever moves; None if they follow.
        search: What was searched for last.
        trail: The way back, and forward again.
        marks: The ids of the events that the reader has marked, the latest last.
        charted: Whether the events are shown as a chart, instead of as a list.
        chart: How the chart is looked at, also while it is not shown; None until it first is.
        split: How far the border between Events and its neighbour is moved, in steps.
        unsaved: How many changes are not in the file yet.
        locked: Why nothing can be edited, "" where it can.
        keys: The keys of every action that the reader has given others than its own, by its id.
    """

    timeline: Timeline
    snags: tuple[Snag, ...] = ()
    focus: Pane = "events"
    driver: ListName = "events"
    cursors: Mapping[ListName, int] = field(default_factory=dict)
    leads: Mapping[ListName, Ref] = field(default_factory=dict)
    origin: Ref | None = None
    anchor: int = 0
    recent: tuple[Pane, ...] = ("events", "detail", "actors", "sources", "claims", "problems")
    zoomed: bool = False
    stop: int = 0
    reading: bool = False
    chips: tuple[Chip, ...] = ()
    shown: Shown | None = None
    held: Ref | None = None
    search: Search | None = None
    trail: Trail = field(default_factory=Trail)
    marks: tuple[str, ...] = ()
    charted: bool = False
    chart: "ChartState | None" = None
    split: int = 0
    unsaved: int = 0
    locked: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def told(self, sentence: str) -> str:
        """A sentence with the keys of the actions that it names: `{chip.drop} drops it`."""
        return told(sentence, self.keys)

    def size(self, pane: ListName) -> int:
        """How many items of a list are shown."""
        return len(self.positions(pane))

    def total(self, pane: ListName) -> int:
        """How many items a list has, shown or not."""
        return len(self.snags) if pane == "problems" else lists.total(self.timeline, pane)

    def positions(self, pane: ListName) -> Sequence[int]:
        """The positions of a list that are shown, ascending."""
        if self.shown is None or pane == "problems":
            return range(self.total(pane))
        return self.shown.positions(pane)

    def nearest(self, pane: ListName, position: int) -> int | None:
        """The shown position that is nearest to one, None in an empty list."""
        if self.shown is not None and pane != "problems":
            return self.shown.nearest(pane, position)
        size = self.total(pane)
        return max(0, min(position, size - 1)) if size else None

    def ref(self, pane: ListName, position: int) -> Ref:
        """The record at a position of a list (the problems pane lists no records)."""
        return lists.ref_at(self.timeline, pane, position)

    def position(self, ref: Ref) -> tuple[ListName, int] | None:
        """The list and the position of a record, or None where it is not listed."""
        return lists.find(self.timeline, ref)

    def linked(self, ref: Ref, pane: ListName) -> Sequence[int]:
        """The shown positions of a list that belong to a record, first linked first."""
        found = lists.linked(self.timeline, ref, pane)
        return found if self.shown is None else self.shown.kept(pane, found)

    @cached_property
    def years(self) -> Sequence[int]:
        """The slots of Events at which a year begins."""
        starts = self.timeline.year_starts
        if self.shown is None:
            return starts
        events = self.shown.events
        slots = dict.fromkeys(bisect_left(events, start) for start in starts)
        return [slot for slot in slots if slot < len(events)]

    @property
    def item(self) -> Item | None:
        """What the driver's cursor is on, or what is held; Detail shows it."""
        if self.held is not None:
            return self.held
        at = self.cursors.get(self.driver)
        if at is None:
            return None
        return self.snags[at] if self.driver == "problems" else self.ref(self.driver, at)

    def marked(self, pane: ListName) -> Sequence[int] | None:
        """The positions that a list marks as linked, or None where nothing is to be linked to.

        The driver itself keeps the marks that it had when it began to drive.
        """
        return self._marked[pane]

    def listing(self, pane: ListName) -> Listing:
        """The order of a list. Events and problems never reorder."""
        return self._listings[pane]

    @cached_property
    def _marked(self) -> Mapping[ListName, Sequence[int] | None]:
        item = self.item
        driving = item if isinstance(item, Ref) else None
        marked: dict[ListName, Sequence[int] | None] = {"problems": None}
        for pane in LINKED_PANES:
            ref = driving if pane != self.driver else None if pane == "events" else self.origin
            marked[pane] = None if ref is None else self.linked(ref, pane)
        return marked

    @cached_property
    def _listings(self) -> Mapping[ListName, Listing]:
        listings: dict[ListName, Listing] = {}
        for pane in KINDS:
            lead = self.leads.get(pane)
            front = () if lead is None else self.linked(lead, pane)
            listings[pane] = Listing(front, self.positions(pane))
        return listings

    def _origin_for(self, driver: ListName) -> Ref | None:
        """By what the list that is going to drive is marked."""
        item = self.item
        if driver == self.driver:
            return self.origin
        return item if isinstance(item, Ref) else None

    # Transitions

    def focus_on(self, pane: Pane) -> "View":
        """The keys go to another pane. No cursor moves."""
        driver = self.driver if pane == "detail" or self.held else pane
        recent = (pane, *(other for other in self.recent if other != pane))
        stop = self.stop if driver == self.driver else 0
        origin = self._origin_for(driver)
        return replace(self, focus=pane, driver=driver, origin=origin, recent=recent, stop=stop)

    def zoom(self) -> "View":
        """The focused pane takes the whole body, or gives it back."""
        return replace(self, zoomed=not self.zoomed)

    def freeze(self) -> "View":
        """The other panes stay linked to what they show, whatever moves, or follow again."""
        if self.held is None:
            item = self.item
            return replace(self, held=item) if isinstance(item, Ref) else self
        loose = replace(self, held=None)
        pane = self.driver if self.focus == "detail" else self.focus
        at = self.cursors.get(pane)
        return loose.focus_on(self.focus) if at is None else loose.move(pane, at)

    def peeled(self) -> "View":
        """The view without its last layer: the search, the zoom, then back to Events."""
        if self.search is not None:
            return replace(self, search=None)
        return self.zoom() if self.zoomed else self.focus_on("events")

    def widen(self, steps: int) -> "View":
        """Events is given more room, or less; 0 gives every pane its own again."""
        split = max(-_MOST_STEPS, min(self.split + steps, _MOST_STEPS)) if steps else 0
        return replace(self, split=split)

    def mark(self) -> "View":
        """The event under the events cursor is marked, or no longer marked."""
        at = self.cursors.get("events")
        if at is None:
            return self
        event = self.timeline.events[at].id
        rest = tuple(mark for mark in self.marks if mark != event)
        return replace(self, marks=rest if event in self.marks else (*rest, event))

    def move(self, pane: ListName, position: int) -> "View":
        """The cursor of a list goes to a position, or to the nearest shown; the others follow."""
        nearest = self.nearest(pane, position)
        if nearest is None:
            return self
        position = nearest
        cursors = {**self.cursors, pane: position}
        if self.held is not None:
            return replace(self, cursors=cursors)
        if pane == "problems":
            return replace(self, driver=pane, cursors=cursors, stop=0)
        anchor = position if pane == "events" else self.anchor
        origin = self._origin_for(pane)
        moved = replace(self, driver=pane, origin=origin, cursors=cursors, anchor=anchor, stop=0)
        if pane == "events" and self.chart:
            moved = replace(moved, chart=self.chart.at_cursor)
        return _followed(moved, pane, self.ref(pane, position))

    def step(self, pane: ListName, slots: int) -> "View":
        """The cursor of a list moves by some slots as they are listed."""
        at = self.cursors.get(pane)
        if at is None:
            return self
        listing = self.listing(pane)
        slot = max(0, min(listing.slot(at) + slots, listing.total - 1))
        return self.move(pane, listing.position(slot))

    def go(self, ref: Ref) -> "View":
        """The cursor and the focus go to a record; a record that is not listed changes nothing."""
        found = self.position(ref)
        if found is None:
            return self
        pane, at = found
        return self.move(pane, at).focus_on(pane)

    @property
    def picked(self) -> Item | None:
        """What the cursor of the focused list is on; in Detail, what it shows."""
        pane = self.driver if self.focus == "detail" else self.focus
        at = self.cursors.get(pane)
        if at is None or (self.held and self.focus == "detail"):
            return self.item
        return self.snags[at] if pane == "problems" else self.ref(pane, at)

    def follow(self) -> "View":
        """Go where the item under the cursor leads.

        An event leads to its quotes, else to its detail; a quote and a claim to their event;
        an actor and a source to their next event: the one shown, or if the reader was there
        last, the one after it.
        """
        item = self.picked
        if isinstance(item, Snag) or item is None:
            return self.focus_on("detail") if item else self
        if item.kind == "event":
            quotes = self.linked(item, "sources")
            if not quotes or quotes[0] >= len(self.timeline.quotes):
                return self.focus_on("detail")
            return self.move("sources", quotes[0]).focus_on("sources")
        at = self.next_linked_event(item, self.cursors.get("events", 0))
        if at is not None and at == self.anchor:
            # The reader comes from that event, so the way leads on.
            at = self.next_linked_event(item, at + 1)
        return self if at is None else self.move("events", at).focus_on("events")

    def next_linked_event(self, ref: Ref, start: int) -> int | None:
        """The position of the first event linked to a record at or after one, else of the last."""
        events = self.linked(ref, "events")
        return events[min(bisect_left(events, start), len(events) - 1)] if events else None

    def year(self, years: int) -> "View":
        """The events cursor goes to the start of the next year that has events (1).

        Or back (-1): to the start of this year or, from there, of the one before.
        """
        at = self.cursors.get("events")
        if at is None:
            return self
        listing, starts = self.listing("events"), self.years
        slot = listing.slot(at)
        current = bisect_right(starts, slot) - 1
        if years < 0 and slot > starts[current]:
            years = 0
        first = starts[max(0, min(current + years, len(starts) - 1))]
        moved = self.move("events", listing.position(first))
        return moved if self.focus == "detail" else moved.focus_on("events")

    def select_stop(self, stop: int) -> "View":
        """Another link in Detail is selected."""
        return self if stop == self.stop else replace(self, stop=stop)

    def reload(self, timeline: Timeline, snags: tuple[Snag, ...] = ()) -> "View":
        """The same view of another reading of the file.

        Cursors stay by id; what is gone is replaced by what stands nearest in its list, or in
        time. What was searched for is searched for again.
        """
        fresh = start(timeline, snags)
        cursors = dict(fresh.cursors)
        for pane, at in self.cursors.items():
            if pane == "problems" and snags:
                cursors[pane] = min(at, len(snags) - 1)
            elif pane in cursors:
                cursors[pane] = lists.kept(self.timeline, timeline, pane, at)
        kept = {pane: ref for pane, ref in self.leads.items() if fresh.position(ref)}
        events = self.timeline.events
        anchored = lists.kept(self.timeline, timeline, "events", self.anchor) if events else 0
        driver_gone = self.driver == "problems" and not snags
        focus_gone = self.focus == "problems" and not snags
        reloaded = replace(
            self,
            timeline=timeline,
            snags=snags,
            cursors=cursors,
            leads={**fresh.leads, **kept},
            anchor=anchored,
            driver=fresh.driver if driver_gone else self.driver,
            focus=fresh.focus if focus_gone else self.focus,
            reading=False,
            shown=shown_by(timeline, self.chips),
            held=self.held if self.held and fresh.position(self.held) else None,
            search=None,
            trail=self.trail.reloaded(timeline, snags),
        )
        reloaded = settled(reloaded) if reloaded.shown is not None else reloaded
        stop = self.stop if reloaded.item == self.item else 0
        return replace(reloaded, stop=stop, search=again(reloaded, self.search))


def start(timeline: Timeline, snags: tuple[Snag, ...] = ()) -> View:
    """The first view: the cursor on the first event, and the other lists following it.

    A file with problems shows them beside it; one without events opens on them.
    """
    view = View(timeline, snags)
    view = replace(view, cursors={pane: 0 for pane in LISTS if view.size(pane)})
    if any(snag.problem.severity == "error" for snag in snags) or not timeline.events:
        view = view.focus_on("problems") if snags else view
    return view.move("events", 0).focus_on("events") if timeline.events else view


def _followed(view: View, driver: ListName, ref: Ref) -> View:
    """The view with the lists other than the driver ordered by what is linked to `ref`.

    Each keeps its cursor while that is linked, else moves to its first linked item; Events
    to the first at or after the anchor.
    """
    leads = dict(view.leads)
    cursors = dict(view.cursors)
    for pane in LINKED_PANES:
        if pane == driver:
            continue
        if pane != "events":
            leads[pane] = ref
        positions = view.linked(ref, pane)
        if not positions or holds(positions, cursors[pane]):
            continue
        first = bisect_left(positions, view.anchor) if pane == "events" else 0
        cursors[pane] = positions[min(first, len(positions) - 1)]
    return replace(view, leads=leads, cursors=cursors)
