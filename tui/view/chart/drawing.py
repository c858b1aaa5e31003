"""The rows of a lane as cells: marks and labels, blocks if it is folded, `+N` if it is full."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice, pairwise
from math import ceil, sqrt
from typing import Final, Literal, NamedTuple

from rich.cells import cell_len

from tui.timeline.timeline import Timeline
from tui.view.chart.bars import SELECTED, Marks, marks_of
from tui.view.chart.cells import Cells
from tui.view.chart.labels import Placed, placed
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
_EXACT: Final = 9.95
"""Thousands that are told with a digit behind the point."""
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
    """A row, and how many events are drawn one by one, behind them, and folded.

    Attributes:
        cells: What it looks like.
        found: Tells what is on it; what stands over another comes later.
    """

    cells: Cells
    found: Callable[[], list[Hit]] = list
    drawn: int = 0
    behind: int = 0
    folded: int = 0

    @property
    def events(self) -> int:
        """How many events are drawn or counted."""
        return self.drawn + self.behind + self.folded


class Bins(NamedTuple):
    """Stretches of columns in which events are counted.

    Attributes:
        columns: The first column of each, and the one behind the last.
        days: The days of those.
    """

    columns: Sequence[int]
    days: Sequence[int]

    def width(self, number: int) -> int:
        """The columns of a bin."""
        return self.columns[number + 1] - self.columns[number]


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
    def bins(self) -> Bins:
        """Columns, each bin so wide that a count has room."""
        scale = self.scale
        columns = [*(at * _BIN for at in range(max(1, scale.width // _BIN))), scale.width]
        return Bins(columns, [scale.days[column] for column in columns])

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


def headed(scene: Scene, lane: Lane, drawn: Drawn) -> Drawn:
    """A row with the name of its lane before it, and how many of its events are in this time."""
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
    head = Hit(0, scene.head, "head", lane.key)
    return drawn._replace(found=lambda: [*drawn.found(), head])


def _events(scene: Scene, lane: Lane, row: Row) -> Drawn:
    """The events of a row one by one, as far as each has a cell."""
    marks = marks_of(row, scene.scale, scene.lanes.extents)
    selected = _selected(scene, row, marks)
    cells = scene.blank()
    tones = _tones(scene, row, marks)
    texts, head = marks.cells, scene.head
    if selected is not None:
        texts = texts.copy()
        texts[selected] = SELECTED + texts[selected][1:]
        tones[selected] = "accent"
    cells.put(head, marks.columns, texts, tones)
    hidden = 0
    title = partial(_title, scene, marks, selected)
    labels = placed(marks, title, selected, scene.width - head)
    for label in labels:
        faint = tones[label.mark] == "faint"
        tone: Tone = "strong" if label.mark == selected else "faint" if faint else "text"
        if label.covers:
            hidden = _under(marks, label.column - 1, label.end + 1)
        cells.paint(head + label.column - 1, f" {label.text} ", tone)
    seen = len(marks.columns) - hidden
    return Drawn(cells, partial(_hits, lane, head, marks, labels), seen, marks.events - seen)


def _hits(lane: Lane, head: int, marks: Marks, labels: list[Placed]) -> list[Hit]:
    """Where the marks of a row are, and their labels, which have the very events of a mark."""
    members = list(map(marks.members, range(len(marks.columns))))
    places = [*zip(marks.columns, marks.ends, members, strict=True)]
    places += [(label.column, label.end, members[label.mark]) for label in labels]
    return [
        Hit(head + start, head + stop, "mark", lane.key, events) for start, stop, events in places
    ]


def _under(marks: Marks, start: int, stop: int) -> int:
    """How many marks lie between two columns as a whole."""
    each = zip(marks.columns, marks.ends, strict=True)
    return sum(start <= column and end <= stop for column, end in each)


def _selected(scene: Scene, row: Row, marks: Marks) -> int | None:
    """Which mark has the event under the cursor."""
    position = scene.selected
    found = None if position is None else row.find(position, scene.start(position))
    at = -1 if found is None else bisect_right(marks.firsts, found) - 1
    return at if 0 <= at < len(marks.columns) else None


def _title(scene: Scene, marks: Marks, selected: int | None, at: int) -> str:
    """What a mark is called: its only event, or the one under the cursor."""
    if at == selected and scene.selected is not None:
        return one_line(scene.timeline.events[scene.selected].title)
    first = marks.firsts[at]
    if marks.firsts[at + 1] - first > 1:
        return ""
    return one_line(scene.timeline.events[marks.row[first]].title)


def _tones(scene: Scene, row: Row, marks: Marks) -> list[Tone]:
    """The colours of marks, which are faint where none of their events is linked."""
    count = len(marks.columns)
    if scene.lanes.by == "thread" and count:
        tones = [scene.tone(marks.first(0))] * count
    else:
        tones = [scene.tone(marks.first(at)) for at in range(count)]
    marked = scene.marked
    if marked is None:
        return tones
    return [
        tone if _is_linked(scene, row, marks.members(at), marked) else "faint"
        for at, tone in enumerate(tones)
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
    cells, scale = scene.blank(), scene.scale
    bins = Bins(range(scale.width + 1), scale.days)
    total = lane.within(scale.start, scale.stop)
    counts = _counts(lane.starts, bins, total)
    most = max(counts.values(), default=1)
    texts = [BLOCKS[ceil(8 * sqrt(count / most))] for count in counts.values()]
    tone = scene.tone(lane.positions[0]) if scene.lanes.by == "thread" else "dim"
    cells.put(scene.head, list(counts), texts, [tone] * len(texts))
    if lane.key == scene.lane and scene.selected is not None:
        day = scene.start(scene.selected)
        if scale.holds(day):
            cells.paint(scene.head + scale.column(day), SELECTED, "accent")
    widths = dict.fromkeys(counts, 1)
    return Drawn(cells, partial(_stretches, lane, scene.head, bins, widths), folded=total)


def _more(scene: Scene, lane: Lane) -> Drawn:
    """What found no row, counted by a few columns each: `+3`."""
    cells, scale, bins = scene.blank(), scene.scale, scene.bins
    in_rows = sum(
        bisect_left(row.starts, scale.stop) - bisect_right(row.stops, scale.start)
        for row in lane.rows
    )
    total = lane.within(scale.start, scale.stop) - in_rows
    counts = _counts(lane.spilt.starts, bins, total)
    texts = [_more_of(count)[: bins.width(number)] for number, count in counts.items()]
    tones: list[Tone] = ["dim"] * len(texts)
    columns = [bins.columns[number] for number in counts]
    widths = dict(zip(counts, map(len, texts), strict=True))
    selected = _spilt(scene, lane)
    here = -1 if selected is None else bisect_right(bins.days, selected) - 1
    if here in widths:
        tones[list(counts).index(here)] = "accent"
    cells.put(scene.head, columns, texts, tones)
    if here in widths:
        _tell(scene, cells, scene.head + bins.columns[here], widths[here])
    return Drawn(cells, partial(_stretches, lane, scene.head, bins, widths), folded=total)


def _more_of(count: int) -> str:
    """How many there are, in five cells: `+12`, `+2.9k`, `+12k`."""
    if count < _MANY:
        return f"+{count}"
    thousands = count / _MANY
    return f"+{thousands:.1f}k" if thousands < _EXACT else f"+{thousands:.0f}k"


def _counts(starts: Sequence[int], bins: Bins, total: int) -> dict[int, int]:
    """How many events begin in each bin that has any; what began before counts in the first."""
    first, last = (bisect_left(starts, bins.days[at]) for at in (0, -1))
    borders = [bisect_left(starts, day, first, last) for day in bins.days]
    counts = {
        at: stop - start for at, (start, stop) in enumerate(pairwise(borders)) if stop > start
    }
    before = total - last + first
    return {0: counts.pop(0, 0) + before, **counts} if before else counts


def _stretches(lane: Lane, head: int, bins: Bins, widths: dict[int, int]) -> list[Hit]:
    """Where the counts of some bins are, by how wide they are."""
    return [
        Hit(start, start + width, "more", lane.key, (), (bins.days[number], bins.days[number + 1]))
        for number, width in widths.items()
        for start in (head + bins.columns[number],)
    ]


def _tell(scene: Scene, cells: Cells, start: int, width: int) -> None:
    """Write what the event under the cursor is called beside the count that it is in.

    Where other counts are too near, it stands over them: they are in the tally as well.
    """
    if scene.selected is None:
        return
    title = one_line(scene.timeline.events[scene.selected].title)
    right, left = scene.width - start - width - 1, start - scene.head - 1
    text = shorten(title, max(right, left, 0))
    is_right = right >= min(cell_len(title), left)
    at = start + width + 1 if is_right else start - 1 - cell_len(text)
    cells.paint(at - 1, f" {text} ", "strong")


def _spilt(scene: Scene, lane: Lane) -> int | None:
    """The first day of the event under the cursor, if that found no row in a lane."""
    if scene.selected is None or lane.key != scene.lane:
        return None
    day = scene.start(scene.selected)
    return None if lane.spilt.find(scene.selected, day) is None else day
