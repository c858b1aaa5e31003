"""The events of a row one by one: marks and labels, in the colours of their threads."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from typing import Final

from tui.view.chart.bars import SELECTED, SOLID, Marks, marks_of
from tui.view.chart.extents import Extents
from tui.view.chart.labels import Placed, placed
from tui.view.chart.lanes import Lane, Row
from tui.view.chart.scene import Drawn, Hit, Scene
from tui.view.line import ON, Tone, one_line
from tui.view.listing import holds

_MOST: Final = 9
"""How many events of a cell are asked for their colours."""
_SAID: Final = ("accent", "faint")
"""The colours of marks that say something else than a thread."""
_PROBES: Final = 12
"""How many events of a cell are asked whether they are linked."""


def events(scene: Scene, lane: Lane, row: Row, extents: Extents) -> Drawn:
    """The events of a row one by one, as far as each has a cell."""
    marks = marks_of(row, scene.scale, extents)
    selected = _selected(scene, row, marks)
    cells = scene.blank()
    tones = _tones(scene, row, marks)
    texts, head = marks.cells, scene.head
    if selected is not None:
        tones[selected] = "accent"
        if selected not in marks.stacks:
            texts = texts.copy()
            texts[selected] = SELECTED + texts[selected][1:]
    if marks.stacks:
        _fill(scene, marks, tones)
    cells.put(head, marks.columns, texts, tones)
    hidden = 0
    title = partial(_title, scene, marks, selected)
    labels = placed(marks, title, selected, scene.width - head)
    for label in labels:
        tone: Tone = "faint" if tones[label.mark] == "faint" else "text"
        if label.mark == selected:
            tone = "strong"
        on = label.column - marks.columns[label.mark]
        if 0 < on < len(texts[label.mark]) and texts[label.mark][on] == SOLID:
            tone = ON[tones[label.mark]]
        if label.covers:
            hidden = _under(marks, label.column - 1, label.end + 1)
        cells.paint(head + label.column - 1, f" {label.text} ", tone)
    seen = len(marks.columns) - hidden
    cursor = None if selected is None else scene.cursor(lane, marks.columns[selected])
    found = partial(_hits, lane, head, marks, labels)
    return Drawn(cells, found, seen, marks.events - seen, cursor=cursor)


def _fill(scene: Scene, marks: Marks, tones: list[Tone]) -> None:
    """Fill the cells that several events share, every other one where they touch.

    Else two of them would read as a number. Events of several colours have none.
    """
    filled = -2
    for at in marks.stacks:
        tone, column = tones[at], marks.columns[at]
        if scene.lanes.by != "thread" and tone not in _SAID:
            others = (scene.tone(each) for each in marks.members(at)[1:_MOST])
            tone = "dim" if any(other != tone for other in others) else tone
        if column != filled + 1 or tone == "accent":
            tone, filled = ON[tone], column
        tones[at] = tone


def _hits(lane: Lane, head: int, marks: Marks, labels: list[Placed]) -> list[Hit]:
    """Where the marks of a row are, and their labels."""
    marked = (
        Hit(head + start, head + stop, "mark", lane.key, marks.members(at))
        for at, (start, stop) in enumerate(zip(marks.columns, marks.ends, strict=True))
    )
    said = (
        Hit(head + each.column, head + each.end, "label", lane.key, marks.members(each.mark))
        for each in labels
    )
    return [*marked, *said]


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
        tone if _is_linked(scene, row, marks, at, marked) else "faint"
        for at, tone in enumerate(tones)
    ]


def _is_linked(scene: Scene, row: Row, marks: Marks, mark: int, marked: Sequence[int]) -> bool:
    """Whether one of the events of a mark is linked; of very many only some are asked."""
    members = marks.members(mark)
    first = members[:_PROBES]
    # The last may be any: on a crowded row it is the one that ends last.
    if any(holds(marked, at) for at in (*first, members[-1])):
        return True
    if len(members) <= _PROBES:
        return False
    behind = bisect_left(marked, min(first))
    near = (marked[at] for at in range(behind, min(behind + _PROBES, len(marked))))
    here = range(marks.firsts[mark], marks.firsts[mark + 1])
    return any(row.find(at, scene.start(at)) in here for at in near)
