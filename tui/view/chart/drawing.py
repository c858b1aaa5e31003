"""The rows of a lane as cells: marks and labels, blocks if it is folded, `+N` if it is full."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice, pairwise
from math import ceil, sqrt
from typing import Final, Literal, NamedTuple

from rich.cells import cell_len

from tui.timeline.timeline import Timeline
from tui.view.chart.bars import SELECTED, Mark, marks_of
from tui.view.chart.cells import Cells
from tui.view.chart.labels import placed
from tui.view.chart.lanes import Lane, Lanes, Row
from tui.view.chart.scale import Scale
from tui.view.chart.ticks import Axis
from tui.view.line import Tone, one_line, pad, shorten
from tui.view.strip import BLOCKS
from tui.view.words import CURSOR, thread_tone

GUIDE: Final = "┊"
FOLDED: Final = "+"
UNFOLDED: Final = "-"
_BIN: Final = 6
"""The cells that a `+N` may take."""
_MANY: Final = 1000
_PROBES: Final = 12
"""How many events of a cell are asked whether they are linked."""

Part = Literal["head", "mark", "more"]


class Hit(NamedTuple):
    """What stands on some cells of a line.

    Attributes:
        start: The first cell.
        stop: The cell behind the last.
        part: The head of a lane, the mark of events with its label, or what stands for more.
        lane: The key of the lane.
        positions: The events of a mark.
        days: The first day and the one behind the last of what stands for more.
    """

    start: int
    stop: int
    part: Part
    lane: str
    positions: Sequence[int] = ()
    days: tuple[int, int] = (0, 0)


class Drawn(NamedTuple):
    """A row, what is on it, and how many events are drawn one by one, behind them, and folded."""

    cells: Cells
    hits: list[Hit]
    drawn: int = 0
    behind: int = 0
    folded: int = 0


@dataclass(frozen=True)
class Scene:
    """What all rows of a chart have in common.

    Attributes:
        timeline: Whose events they are.
        lanes: All lanes.
        scale: Which time is seen.
        axis: Its labels, and the columns at which a month or a year begins.
        head: The cells before the columns of time.
        width: The cells of a row.
        selected: The event under the cursor.
        marked: The events that are linked, None where nothing is to be linked to.
        lane: The key of the lane that the cursor is in, if there is one.
        folded: The keys of the folded lanes.
        on_head: Whether the cursor is on the name of that lane.
        is_print: Whether it is for paper.
    """

    timeline: Timeline
    lanes: Lanes
    scale: Scale
    axis: Axis
    head: int
    width: int
    selected: int | None
    marked: Sequence[int] | None
    lane: str | None
    folded: frozenset[str]
    on_head: bool
    is_print: bool

    def blank(self) -> Cells:
        """A row with nothing on it but where months or years begin."""
        return self._guides.copy()

    @cached_property
    def _tones(self) -> dict[str, Tone]:
        return {}

    @cached_property
    def _guides(self) -> Cells:
        cells = Cells(self.width)
        for column in self.axis.guides:
            cells.paint(self.head + column, GUIDE, "rule")
        return cells

    def start(self, position: int) -> int:
        """The first day of an event."""
        return self.lanes.extents.starts[position]

    def tone(self, position: int) -> Tone:
        """The colour of an event: that of its thread."""
        thread = self.timeline.events[position].thread
        if thread not in self._tones:
            self._tones[thread] = thread_tone(self.timeline, thread)
        return self._tones[thread]


def row_of(scene: Scene, lane: Lane, number: int) -> Drawn:
    """A row of a lane."""
    if lane.key in scene.folded:
        return _blocks(scene, lane)
    if number == len(lane.rows):
        return _more(scene, lane)
    return _events(scene, lane, lane.rows[number])


def head_of(scene: Scene, lane: Lane, drawn: Drawn) -> Hit:
    """Write the name of a lane before a row, with how many of its events are in this time."""
    width = scene.head - 1
    count = f" {lane.within(scene.scale.start, scene.scale.stop):,}"
    if len(count) > width // 2:
        count = ""
    is_here = lane.key == scene.lane
    is_meant = is_here and scene.on_head
    cursor, fold = CURSOR if is_here else " ", FOLDED if lane.key in scene.folded else " "
    signs = "" if scene.is_print else f"{cursor}{UNFOLDED if is_meant and fold == ' ' else fold}"
    name = pad(f"{signs}{lane.name}", width - len(count))
    drawn.cells.paint(0, name, "accent" if is_meant else "strong" if is_here else "text")
    drawn.cells.paint(width - len(count), count, "dim")
    return Hit(0, scene.head, "head", lane.key)


def _events(scene: Scene, lane: Lane, row: Row) -> Drawn:
    """The events of a row one by one, as far as each has a cell."""
    marks = marks_of(row, scene.scale, scene.lanes.extents)
    selected = _selected(scene, row, marks)
    cells = scene.blank()
    tones = _tones(scene, row, marks)
    texts = [mark.cells for mark in marks]
    if selected is not None:
        texts[selected] = SELECTED + texts[selected][1:]
        tones[selected] = "accent"
    columns = [scene.head + mark.column for mark in marks]
    cells.put(columns, texts, tones)
    hits = [
        Hit(column, column + len(mark.cells), "mark", lane.key, mark.members)
        for column, mark in zip(columns, marks, strict=True)
    ]
    hidden: set[int] = set()
    title = partial(_title, scene, marks, selected)
    for label in placed(marks, title, selected, scene.width - scene.head):
        start, stop = scene.head + label.column, scene.head + label.end
        faint = tones[label.mark] == "faint"
        tone: Tone = "strong" if label.mark == selected else "faint" if faint else "text"
        if label.covers:
            hidden = _under(marks, label.column - 1, label.end + 1)
        cells.paint(start - 1, f" {label.text} ", tone)
        hits.append(Hit(start, stop, "mark", lane.key, marks[label.mark].members))
    return _counted(cells, hits, marks, hidden)


def _counted(cells: Cells, hits: list[Hit], marks: list[Mark], hidden: set[int]) -> Drawn:
    """A row with how many of its events have a mark of their own, and how many have none."""
    seen = len(marks) - len(hidden)
    return Drawn(cells, hits, seen, sum(len(mark.members) for mark in marks) - seen)


def _under(marks: list[Mark], start: int, stop: int) -> set[int]:
    """The marks that lie between two columns as a whole."""
    return {at for at, mark in enumerate(marks) if start <= mark.column and mark.end <= stop}


def _selected(scene: Scene, row: Row, marks: list[Mark]) -> int | None:
    """Which mark has the event under the cursor."""
    position = scene.selected
    if position is None or row.find(position, scene.start(position)) is None:
        return None
    column = scene.scale.column(scene.start(position))
    at = bisect_right([mark.column for mark in marks], column) - 1
    return at if at >= 0 and position in marks[at].members else None


def _title(scene: Scene, marks: Sequence[Mark], selected: int | None, at: int) -> str:
    """What a mark is called: its only event, or the one under the cursor."""
    members = marks[at].members
    if at == selected and scene.selected is not None:
        return one_line(scene.timeline.events[scene.selected].title)
    return "" if len(members) > 1 else one_line(scene.timeline.events[members[0]].title)


def _tones(scene: Scene, row: Row, marks: Sequence[Mark]) -> list[Tone]:
    """The colours of marks, which are faint where none of their events is linked."""
    if scene.lanes.by == "thread" and marks:
        tones = [scene.tone(marks[0].members[0])] * len(marks)
    else:
        tones = [scene.tone(mark.members[0]) for mark in marks]
    marked = scene.marked
    if marked is None:
        return tones
    return [
        tone if _is_linked(scene, row, mark.members, marked) else "faint"
        for tone, mark in zip(tones, marks, strict=True)
    ]


def _is_linked(scene: Scene, row: Row, members: Sequence[int], marked: Sequence[int]) -> bool:
    """Whether one of some events of a row is linked; of very many only some are asked."""
    if any(_has(marked, at) for at in islice(members, _PROBES)):
        return True
    if len(members) <= _PROBES:
        return False
    first = bisect_left(marked, members[0])
    near = (marked[at] for at in range(first, min(first + _PROBES, len(marked))))
    return any(at <= members[-1] and row.find(at, scene.start(at)) is not None for at in near)


def _has(positions: Sequence[int], position: int) -> bool:
    at = bisect_left(positions, position)
    return at < len(positions) and positions[at] == position


def _blocks(scene: Scene, lane: Lane) -> Drawn:
    """A folded lane: blocks as high as a column has events; what goes on has those of its start."""
    cells, hits, days = scene.blank(), [], scene.scale.days
    borders = [bisect_left(lane.starts, day) for day in days]
    counts = [stop - start for start, stop in pairwise(borders)]
    total = lane.within(scene.scale.start, scene.scale.stop)
    # What began before is still there at the left edge.
    counts[0] += total - sum(counts)
    most = max(counts) or 1
    tone = scene.tone(lane.positions[0]) if scene.lanes.by == "thread" else "dim"
    for column, number in enumerate(counts):
        if number:
            at = scene.head + column
            cells.paint(at, BLOCKS[ceil(8 * sqrt(number / most))], tone)
            days_there = days[column], days[column + 1]
            hits.append(Hit(at, at + 1, "more", lane.key, (), days_there))
    if lane.key == scene.lane and scene.selected is not None:
        day = scene.start(scene.selected)
        if scene.scale.holds(day):
            cells.paint(scene.head + scene.scale.column(day), SELECTED, "accent")
    return Drawn(cells, hits, folded=total)


def _more(scene: Scene, lane: Lane) -> Drawn:
    """What found no row, counted by a few columns each: `+3`."""
    cells, hits, scale, starts = scene.blank(), [], scene.scale, lane.spilt.starts
    days = scale.days
    selected = _spilt(scene, lane)
    in_rows = sum(
        bisect_left(row.starts, scale.stop) - bisect_right(row.stops, scale.start)
        for row in lane.rows
    )
    total = lane.within(scale.start, scale.stop) - in_rows
    bins = max(1, scale.width // _BIN)
    columns = [*(number * _BIN for number in range(bins)), scale.width]
    borders = [bisect_left(starts, days[column]) for column in columns]
    counts = [stop - start for start, stop in pairwise(borders)]
    counts[0] += total - sum(counts)
    starting: list[int] = []
    texts: list[str] = []
    tones: list[Tone] = []
    for number, (column, stop) in zip(counts, pairwise(columns), strict=True):
        if not number:
            continue
        text = f"+{number}" if number < _MANY else f"+{number // _MANY}k"
        days_there = days[column], days[stop]
        is_here = selected is not None and days_there[0] <= selected < days_there[1]
        start = scene.head + column
        starting.append(start)
        texts.append(text[: stop - column])
        tones.append("accent" if is_here else "dim")
        hits.append(Hit(start, start + len(text), "more", lane.key, (), days_there))
    cells.put(starting, texts, tones)
    if selected is not None:
        _tell(scene, selected, cells, hits)
    return Drawn(cells, hits, folded=total)


def _tell(scene: Scene, day: int, cells: Cells, hits: list[Hit]) -> None:
    """Write what the event under the cursor is called beside the count that it is in.

    Where other counts are too near, it stands over them: they are in the tally as well.
    """
    here = next((hit for hit in hits if hit.days[0] <= day < hit.days[1]), None)
    if here is None or scene.selected is None:
        return
    title = one_line(scene.timeline.events[scene.selected].title)
    right, left = scene.width - here.stop - 1, here.start - scene.head - 1
    text = shorten(title, max(right, left, 0))
    at = here.stop + 1 if right >= min(cell_len(title), left) else here.start - 1 - cell_len(text)
    cells.paint(at - 1, f" {text} ", "strong")


def _spilt(scene: Scene, lane: Lane) -> int | None:
    """The first day of the event under the cursor, if that found no row in a lane."""
    if scene.selected is None or lane.key != scene.lane:
        return None
    day = scene.start(scene.selected)
    return None if lane.spilt.find(scene.selected, day) is None else day
