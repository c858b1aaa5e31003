"""What the rows of a chart have in common, and what each of them is: cells, and what is on them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

from tui.timeline.timeline import Timeline
from tui.view.chart.cells import Cells
from tui.view.chart.lanes import Lane, Lanes
from tui.view.chart.scale import Scale
from tui.view.chart.ticks import Axis
from tui.view.line import Tone
from tui.view.words import thread_tone

GUIDE: Final = "┊"
_BIN: Final = 8
"""The cells that a `+N` may take."""

Part = Literal["head", "mark", "label", "more"]


class Hit(NamedTuple):
    """What stands on some cells of a line.

    Attributes:
        start: The first cell.
        stop: The cell behind the last.
        part: The head of a lane, the mark of events, its label, or what stands for more.
        lane: The key of the lane.
        positions: The events of a mark or a label.
        days: The first day and the one behind the last of what stands for more.
        is_first: Whether that stands as well for what has begun before and is on no row.
    """

    start: int
    stop: int
    part: Part
    lane: str
    positions: Sequence[int] = ()
    days: tuple[int, int] = (0, 0)
    is_first: bool = False


def owners(hits: Sequence[Hit]) -> dict[int, int]:
    """Which of what is on a line stands on each of its cells: what was put there last."""
    return {column: at for at, hit in enumerate(hits) for column in range(hit.start, hit.stop)}


class Drawn(NamedTuple):
    """A row, and how many events are drawn one by one, behind them, in counts, and folded.

    Attributes:
        cells: What it looks like.
        found: Tells what is on it; what stands over another comes later.
        drawn: Marks.
        behind: Events that share a mark with another, or lie under a label.
        spilt: Those that found no row, for which a `+N` stands.
        folded: Those of a folded lane, for which blocks stand.
        cursor: The cell of the cursor, None if it is on another row.
    """

    cells: Cells
    found: Callable[[], list[Hit]] = list
    drawn: int = 0
    behind: int = 0
    spilt: int = 0
    folded: int = 0
    cursor: int | None = None

    @property
    def events(self) -> int:
        """How many events are drawn or counted."""
        return self.drawn + self.behind + self.spilt + self.folded


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

    def cursor(self, lane: Lane, column: int) -> int | None:
        """The cell of the cursor, whose mark is at a column of a lane, if it is on that mark."""
        return self.head + column if lane.key == self.lane and not self.on_head else None

    def start(self, position: int) -> int:
        """The first day of an event."""
        return self.lanes.extents.starts[position]

    def tone(self, position: int) -> Tone:
        """The colour of an event: that of its thread."""
        thread = self.timeline.events[position].thread
        if thread not in self._tones:
            self._tones[thread] = thread_tone(self.timeline, thread)
        return self._tones[thread]
