"""The chart as it is seen: a view and a size make lines, and what is where on them.

How to use it. A `ChartState` says how the chart is looked at; Browse has it in its `View`. What
is drawn is `chart_of(view, state, Size(width, height)).lines`: what is shown, the cursor and what
is linked are the view's, so filters and pins need nothing else, and an actor that drives lights
its events in all lanes. Keys call `steering`, which walks by `walking` and sees to it that the
cursor is seen. `Chart.at(x, y)` tells what was clicked, and `events_of` lists what a `+N`, a
digit or a column of a folded lane stands for.

The first two lines are the axis, the last one counts; between them is a row of cells for each
row of a lane, of which there are as many as have room (see `dealing`). No event is hidden without
being counted in `Chart.tally`. Making a chart costs its cells: lanes are made once for what is
shown (see `lanes`), and then only searched.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from tui.view.chart.cells import Cells
from tui.view.chart.counts import counted
from tui.view.chart.drawing import headed, row_of
from tui.view.chart.lanes import Lanes
from tui.view.chart.layout import Away, Rows, away, head_width, room_for_rows, rows_of
from tui.view.chart.scale import Scale
from tui.view.chart.scene import Drawn, Hit, Scene
from tui.view.chart.state import ChartState
from tui.view.chart.tally import Tally, tally_line
from tui.view.chart.ticks import Axis, Label, axis_of
from tui.view.chips import empty_words
from tui.view.line import Line, wrap
from tui.view.view import View

NOTHING: Final = "No event to draw."


class Size(NamedTuple):
    """The cells of a chart; a height of None has as many rows as the lanes need."""

    width: int
    height: int | None = None


@dataclass(frozen=True)
class Chart:
    """What is seen of a chart.

    Attributes:
        lines: From top to bottom, each as wide as the chart.
        tally: How much of it is seen, and where the rest is.
        scale: Which time is seen.
        head: The cells before the first column of time.
        cursor: Where the mark of the cursor is, or the name of the lane that it is on; None where
            neither is seen.
        found: Tell what is on each line.
    """

    lines: tuple[Line, ...]
    tally: Tally
    scale: Scale
    head: int
    cursor: tuple[int, int] | None
    found: tuple[Callable[[], list[Hit]], ...]

    @cached_property
    def hits(self) -> tuple[tuple[Hit, ...], ...]:
        """What is where on each line; what stands over another comes later."""
        return tuple(tuple(found()) for found in self.found)

    def at(self, x: int, y: int) -> Hit | None:
        """What is at a cell."""
        if not 0 <= y < len(self.hits):
            return None
        return next((hit for hit in reversed(self.hits[y]) if hit.start <= x < hit.stop), None)


def chart_of(view: View, state: ChartState, size: Size) -> Chart:
    """The chart of a view."""
    state = state.sized(room_for_rows(size.height))
    scene = _scene(view, state, max(1, size.width))
    rows = rows_of(scene.lanes, state.folded)
    room = rows.total if state.room is None else state.room
    top = max(0, min(state.top, rows.total - room))
    seen = range(top, min(top + room, rows.total))
    drawn = list(_drawn(scene, rows, seen, is_print=state.is_print))
    tally = _tally(scene.lanes, scene.scale, drawn, away(scene.lanes, rows, seen, scene.scale))
    if not tally.events:
        drawn = list(_said(NOTHING if state.is_print else _why_empty(view), scene.width))
    blank = Drawn(Cells(scene.width))
    body = [_axis(scene, scene.axis.major), _axis(scene, scene.axis.minor), *drawn]
    height = len(body) + 1 if size.height is None else max(0, size.height)
    body += [blank] * (height - 1 - len(body))
    del body[max(0, height - 1) :]
    lines = (*(each.cells.line() for each in body), tally_line(tally, scene.width))[:height]
    found = (*(each.found for each in body), list[Hit])[:height]
    places = ((each.cursor, y) for y, each in enumerate(body) if each.cursor is not None)
    return Chart(lines, tally, scene.scale, scene.head, next(places, None), found)


def events_of(view: View, state: ChartState, hit: Hit) -> Sequence[int]:
    """The events that a cell stands for, in the order of time."""
    if hit.part in {"mark", "label"}:
        return sorted(hit.positions)
    lanes = state.lanes(view.timeline, view.shown)
    lane = lanes.lanes[lanes.at[hit.lane]]
    if hit.part == "head":
        return lane.positions
    return sorted(counted(lanes, lane, hit, is_folded=lane.key in state.folded))


def _drawn(scene: Scene, rows: Rows, seen: range, *, is_print: bool) -> Iterator[Drawn]:
    """Some rows; the first of each lane that is seen has its head."""
    last = None
    for row in seen:
        at = rows.lane(row)
        lane = scene.lanes.lanes[at]
        drawn = row_of(scene, lane, row - rows.tops[at])
        if is_print and not drawn.events:
            continue
        if at != last:
            last = at
            drawn = headed(scene, lane, drawn) if scene.head else drawn
        yield drawn


def _said(sentence: str, width: int) -> Iterator[Drawn]:
    """A sentence in rows."""
    for text in wrap(sentence, width - 2):
        drawn = Drawn(Cells(width))
        drawn.cells.paint(1, text, "dim")
        yield drawn


def _why_empty(view: View) -> str:
    """Why there is no event, and what mends that."""
    if view.reading:
        return "Reading …"
    if view.chips and view.timeline.events:
        return empty_words(view, "event")
    return view.told("No events in this file." + " {add} adds one." * (not view.locked))


def _day(view: View) -> int:
    """The day of the cursor."""
    at = view.cursors.get("events")
    return 0 if at is None else view.timeline.starts[at]


def _scene(view: View, state: ChartState, width: int) -> Scene:
    lanes = state.lanes(view.timeline, view.shown)
    head = head_width(lanes, width, is_print=state.is_print)
    scale = state.scale_in(lanes, width - head, _day(view))
    selected = view.cursors.get("events")
    lane = None
    if selected is not None:
        own = [lanes.lanes[at].key for at in lanes.of(selected)]
        lane = state.lane if state.lane in own else next(iter(own), None)
    return Scene(
        timeline=view.timeline,
        lanes=lanes,
        scale=scale,
        axis=axis_of(scale, width - head) if lanes.lanes else Axis((), (), ()),
        head=head,
        width=width,
        selected=selected,
        marked=view.marked("events"),
        lane=lane,
        folded=state.folded,
        on_head=selected is not None and state.head == selected,
        is_print=state.is_print,
    )


def _tally(lanes: Lanes, scale: Scale, drawn: Sequence[Drawn], others: tuple[Away, Away]) -> Tally:
    """Where all that is shown is."""
    above, below = others
    seen = sum(each.drawn for each in drawn)
    spilt = sum(each.spilt for each in drawn)
    folded = sum(each.folded for each in drawn)
    within = bisect_left(lanes.all_starts, scale.stop) - bisect_right(lanes.all_stops, scale.start)
    return Tally(
        events=len(lanes.starts),
        earlier=bisect_right(lanes.stops, scale.start),
        later=len(lanes.starts) - bisect_left(lanes.starts, scale.stop),
        drawn=seen,
        # What has given way to others on its row is behind them as well.
        behind=within - seen - spilt - folded - above.events - below.events,
        spilt=spilt,
        folded=folded,
        above=above.events,
        below=below.events,
        lanes_above=above.lanes,
        lanes_below=below.lanes,
    )


def _axis(scene: Scene, labels: Sequence[Label]) -> Drawn:
    """A line of the axis."""
    drawn = Drawn(Cells(scene.width))
    for label in labels:
        drawn.cells.paint(scene.head + label.column, label.text, "dim")
    return drawn
