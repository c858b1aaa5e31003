"""Rows that count: the blocks of a folded lane, and the `+N` of what found no row."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from math import ceil, sqrt
from typing import Final

from rich.cells import cell_len

from tui.view.chart.bars import SELECTED
from tui.view.chart.cells import Cells
from tui.view.chart.lanes import Lane, Lanes, Row
from tui.view.chart.scale import EIGHTHS
from tui.view.chart.scene import Bins, Drawn, Hit, Scene
from tui.view.line import Tone, one_line, shorten
from tui.view.strip import BLOCKS

_MANY: Final = 1000
_EXACT: Final = 9.95
"""Thousands that are told with a digit behind the point."""


def blocks(scene: Scene, lane: Lane) -> Drawn:
    """A folded lane: blocks as high as there are events in a column, those that go on among them.

    Blocks of all lanes have the same measure, in which eight events fill a cell, unless there are
    more. The root keeps a single event in sight.
    """
    cells, scale = scene.blank(), scene.scale
    bins = Bins(range(scale.width + 1), scale.days)
    counts = {
        at: count
        for at, (day, stop) in enumerate(pairwise(scale.days))
        if (count := lane.within(day, stop))
    }
    most = max([EIGHTHS, *counts.values()])
    heights = (ceil(EIGHTHS * sqrt(count / most)) for count in counts.values())
    tone = scene.tone(lane.positions[0]) if scene.lanes.by == "thread" else "dim"
    cells.put(scene.head, list(counts), [BLOCKS[each] for each in heights], [tone] * len(counts))
    here, cursor = _bin_of(scene, lane, bins), None
    if here is not None:
        cells.paint(scene.head + here, SELECTED, "accent")
        cursor = scene.cursor(lane, here)
    found = partial(_stretches, lane, scene.head, bins, dict.fromkeys(counts, 1))
    total = lane.within(scale.start, scale.stop)
    return Drawn(cells, found, folded=total, cursor=cursor)


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
    here = None if _is_on_a_row(scene, lane) else _bin_of(scene, lane, bins)
    if here is not None:
        at = list(counts).index(here)
        texts[at], tones[at] = SELECTED + texts[at][1:], "accent"
    cells.put(scene.head, columns, texts, tones)
    found, cursor = partial(_stretches, lane, scene.head, bins, widths), None
    if here is not None:
        others = [(bins.columns[each], width) for each, width in widths.items() if each != here]
        _tell(scene, cells, (bins.columns[here], widths[here]), others)
        cursor = scene.cursor(lane, bins.columns[here])
    return Drawn(cells, found, spilt=total, cursor=cursor)


def counted(lanes: Lanes, lane: Lane, hit: Hit, *, is_folded: bool) -> Iterator[int]:
    """The events that a count stands for: in a folded lane all that have a day in its days.

    Else those that begin there and have found no row. The first count of a line stands as well
    for what has begun before, goes on, and is on no row any more.
    """
    first, stop = hit.days
    starts, stops = lanes.extents.starts, lanes.extents.stops
    if is_folded:
        yield from (at for at in lane.positions if starts[at] < stop and stops[at] > first)
        return
    yield from beginning((lane.spilt,), hit)
    if hit.is_first:
        on_rows: set[int] = set()
        for row in lane.rows:
            seen = slice(bisect_right(row.stops, first), bisect_left(row.starts, first))
            on_rows.update(row.positions[seen])
        begun = (at for at in lane.positions if starts[at] < first < stops[at])
        yield from (at for at in begun if at not in on_rows)


def beginning(rows: Iterable[Row], hit: Hit) -> Iterator[int]:
    """The events of some rows that begin in the days of a count."""
    first, stop = hit.days
    for row in rows:
        yield from row.positions[bisect_left(row.starts, first) : bisect_left(row.starts, stop)]


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
    found = []
    for number, width in widths.items():
        start, days = head + bins.columns[number], (bins.days[number], bins.days[number + 1])
        found.append(Hit(start, start + width, "more", lane.key, (), days, is_first=number == 0))
    return found


def _tell(
    scene: Scene, cells: Cells, own: tuple[int, int], others: Iterable[tuple[int, int]]
) -> None:
    """Write what the event under the cursor is called beside the count that it is in.

    Where other counts are too near, it stands over them, over each as a whole: they are in the
    tally as well. Counts are told by their columns and widths.
    """
    if scene.selected is None:
        return
    title = one_line(scene.timeline.events[scene.selected].title)
    start, width = scene.head + own[0], own[1]
    right, left = scene.width - start - width - 1, start - scene.head - 1
    text = shorten(title, max(right, left, 0))
    is_right = right >= min(cell_len(title), left)
    at = start + width + 1 if is_right else start - 1 - cell_len(text)
    for column, wide in others:
        if at - 1 < scene.head + column + wide and scene.head + column < at + cell_len(text) + 1:
            cells.paint(scene.head + column, " " * wide, "text")
    cells.paint(at - 1, f" {text} ", "strong")


def _bin_of(scene: Scene, lane: Lane, bins: Bins) -> int | None:
    """The bin that counts the event under the cursor, if that is in this lane and this time."""
    if scene.selected is None or lane.key != scene.lane:
        return None
    start, stop = scene.start(scene.selected), scene.lanes.extents.stops[scene.selected]
    if start >= bins.days[-1] or stop <= bins.days[0]:
        return None
    return max(0, bisect_right(bins.days, start) - 1)


def _is_on_a_row(scene: Scene, lane: Lane) -> bool:
    """Whether the event under the cursor is on a row, and has not given way there before."""
    if scene.selected is None:
        return False
    start = scene.start(scene.selected)
    found = ((row, row.find(scene.selected, start)) for row in lane.rows)
    return any(at is not None and row.stops[at] > scene.scale.start for row, at in found)
