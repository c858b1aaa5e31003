"""The rows of a lane: its events one by one, blocks if it is folded, `+N` if it is full."""

from typing import Final

from tui.view.chart.counts import blocks, more
from tui.view.chart.crowding import crowded
from tui.view.chart.events import events
from tui.view.chart.lanes import Lane
from tui.view.chart.scene import Drawn, Hit, Scene
from tui.view.line import Tone, pad
from tui.view.words import CURSOR

FOLDED: Final = "+"
UNFOLDED: Final = "-"


def row_of(scene: Scene, lane: Lane, number: int) -> Drawn:
    """A row of a lane."""
    if lane.key in scene.folded:
        return blocks(scene, lane)
    if number == len(lane.rows):
        return more(scene, lane)
    row, extents = lane.rows[number], scene.lanes.extents
    if lane.share.is_crowded and number + 1 == len(lane.rows):
        row, extents = crowded(row, lane.spilt, scene.scale, extents)
    return events(scene, lane, row, extents)


def headed(scene: Scene, lane: Lane, drawn: Drawn) -> Drawn:
    """A row with the name of its lane before it, and how many of its events are in this time."""
    width = scene.head - 1
    within = lane.within(scene.scale.start, scene.scale.stop)
    count = f" {within:,}"
    if len(count) > width // 2:
        count = ""
    is_here = lane.key == scene.lane
    is_meant = is_here and scene.on_head
    cursor, fold = CURSOR if is_here else " ", FOLDED if lane.key in scene.folded else " "
    signs = "" if scene.is_print else f"{cursor}{UNFOLDED if is_meant and fold == ' ' else fold}"
    name = pad(f"{signs}{lane.name}", width - len(count))
    tone: Tone = "accent" if is_meant else "strong" if is_here else "text" if within else "dim"
    drawn.cells.paint(0, name, tone)
    drawn.cells.paint(width - len(count), count, "dim")
    head = Hit(0, scene.head, "head", lane.key)
    at = 0 if is_meant else drawn.cursor
    return drawn._replace(found=lambda: [*drawn.found(), head], cursor=at)
