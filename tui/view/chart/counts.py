"""Rows that count: the blocks of a folded lane, and the `+N` of what found no row."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from math import ceil, sqrt
from typing import Final

from rich.cells import cell_len

from tui.view.chart.bars import SELECTED
from tui.view.chart.cells import Cells
from tui.view.chart.lanes import Lane
from tui.view.chart.scene import Bins, Drawn, Hit, Scene
from tui.view.line import Tone, one_line, shorten
from tui.view.strip import BLOCKS

_MANY: Final = 1000
_EXACT: Final = 9.95
"""Thousands that are told with a digit behind the point."""


def blocks(scene: Scene, lane: Lane) -> Drawn:
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


def more(scene: Scene, lane: Lane) -> Drawn:
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
        at = list(counts).index(here)
        texts[at], tones[at] = SELECTED + texts[at][1:], "accent"
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
