"""Steering the chart: what its keys and clicks make of a view whose events are drawn as one.

The state is that of the view (`View.chart`), so that each of these takes a view and gives the
next. The cursor is always on an event; on the name of its lane, keys mean the lane. What has to
be in sight is seen to in one place, `seen`, which whoever keeps the view asks about each.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tui.view.chart import framing, walking
from tui.view.chart.chart import Size, chart_of, events_of
from tui.view.chart.layout import head_width, room_for_rows, rows_of
from tui.view.chart.scale import Scale
from tui.view.chart.state import Aim, ChartState
from tui.view.chart.walking import Walked
from tui.view.layout import Box
from tui.view.view import View

FRAME: Final = (3, 2)
"""The columns and rows that a frame takes from a chart, as from any pane."""
BARE: Final = (1, 1)


def room_in(box: Box, *, is_bordered: bool) -> Size:
    """The cells of a chart in a box; with a border its last line is in that."""
    columns, rows = FRAME if is_bordered else BARE
    return Size(max(1, box.width - columns), max(1, box.height - rows + is_bordered))


def toggled(view: View) -> View:
    """The events as a chart, or as a list again; the keys go to them."""
    if view.charted:
        return replace(view, charted=False).focus_on("events")
    return replace(view, charted=True, chart=view.chart or ChartState()).focus_on("events")


def regrouped(view: View) -> View:
    """Other lanes."""
    return replace(view, chart=_on_mark(walking.regrouped(view, _state(view))))


def fitted(view: View) -> View:
    """All of time, or all that filters ask for."""
    return replace(view, chart=replace(framing.fitted(view, _state(view)), astray=None))


def zoomed(view: View, steps: int, size: Size, column: int | None = None) -> View:
    """Nearer (1) or farther (-1), round a column of time, or round what is looked at.

    A cursor that is not in sight is left where it is.
    """
    state, at = _state(view), view.cursors.get("events")
    stays = column is None and walking.is_in_sight(view, state, size)
    state = walking.zoomed(view, state, steps, size, column)
    return replace(view, chart=replace(state, astray=None if stays else at))


def centred(view: View, size: Size) -> View:
    """The cursor in the middle, as far as there is time and there are lanes on both sides."""
    state = replace(walking.centred(view, _state(view), size), astray=None)
    return seen(replace(view, chart=state), size)


def along(view: View, steps: int) -> View:
    """To the next event in the lane, or the one before, and from the first to its name."""
    state, at = _state(view), view.cursors.get("events")
    if at is None:
        return view
    if state.head == at:
        return _first(view) if steps > 0 else view
    moved = _walked(walking.along(view, state, steps))
    if steps < 0 and moved.cursors["events"] == at and moved.chart is not None:
        return replace(moved, chart=replace(moved.chart, head=at))
    return moved


def across(view: View, steps: int) -> View:
    """To the lane below, or above: to the event near in time, from name to name."""
    state = _state(view)
    at = view.cursors.get("events")
    moved, after = walking.across(view, state, steps)
    head = moved.cursors.get("events") if state.head == at else None
    return replace(moved, chart=replace(after, head=head, astray=None))


def by_page(view: View, pages: float, size: Size) -> View:
    """As much time later as is seen, or earlier."""
    return _walked(walking.by_page(view, _state(view), pages, size))


def to_end(view: View, direction: int) -> View:
    """To the first event of the lane (-1) or the last (1); from there to that of all lanes."""
    at, most = view.cursors.get("events"), view.size("events")
    moved = _walked(walking.along(view, _state(view), direction * most))
    if at is not None and moved.cursors.get("events") == at:
        return moved.move("events", view.positions("events")[0 if direction < 0 else -1])
    return moved


def panned(view: View, columns: int, size: Size) -> View:
    """Other time, from that of the first event to that of the last; the cursor stays."""
    state = replace(_state(view), astray=view.cursors.get("events"))
    if state.wanted is None:
        return view
    return _at(view, walking.panned(view, state, columns, size), size)


def panned_to(view: View, day: int, size: Size) -> View:
    """The time round a day; the cursor stays."""
    scale = chart_of(view, _state(view), size).scale
    columns = _columns(scale, day) - scale.width // 2
    return panned(view, columns, size) if columns else view


def dragged(view: View, since: ChartState, columns: int, rows: int, size: Size) -> View:
    """What is seen once the chart is dragged some cells right and down, since it was gripped.

    Time goes by whole units, and no further than `panned` leads; the cursor stays.
    """
    state, scale = _state(view), since.scale
    if scale is not None and state.scale is not None and _is_alike(scale, state.scale):
        units = round(columns / scale.zoom.cells)
        state = replace(state, scale=replace(scale, first=scale.first - units))
    total = rows_of(state.lanes(view.timeline, view.shown), state.folded).total
    top, at = max(0, min(since.top - rows, total - _rows(size))), view.cursors.get("events")
    return _at(view, replace(state, top=top, astray=at), size)


def scrolled(view: View, rows: int, size: Size) -> View:
    """Other lanes; the cursor stays."""
    state = _state(view)
    lanes = state.lanes(view.timeline, view.shown)
    last = rows_of(lanes, state.folded).total - _rows(size)
    top, at = max(0, min(state.top + rows, last)), view.cursors.get("events")
    return replace(view, chart=replace(state, top=top, astray=at))


def is_scrollable(view: View, size: Size) -> bool:
    """Whether there are more rows than are seen."""
    state = _state(view)
    return rows_of(state.lanes(view.timeline, view.shown), state.folded).total > _rows(size)


def folded(view: View, lane: str) -> View:
    """A lane folded or unfolded, with the cursor on its name, and on its event that is nearest."""
    state = _state(view)
    lanes = state.lanes(view.timeline, view.shown)
    at = view.cursors.get("events")
    if at is None or lane not in lanes.at:
        return view
    here = walking.settled(view, state)
    steps = lanes.at[lane] - lanes.at.get(here.lane or "", lanes.at[lane])
    moved, state = walking.across(view, here, steps)
    state = replace(walking.fold(state, lane), lane=lane, head=moved.cursors["events"])
    return replace(moved, chart=replace(state, astray=None))


def folded_all(view: View) -> View:
    """All lanes folded; unfolded, if they are."""
    state = _state(view)
    lanes = frozenset(state.lanes(view.timeline, view.shown).at)
    others = state.folded - lanes
    folded = others if lanes <= state.folded else others | lanes
    return replace(view, chart=replace(state, folded=folded, astray=None))


def picked(view: View, lane: str, position: int) -> View:
    """The cursor on an event in a lane."""
    state = _on_mark(replace(_state(view), lane=lane))
    return replace(view.move("events", position), chart=state)


def picked_at(view: View, column: int, size: Size) -> View:
    """The cursor on the event that begins nearest to the time of a column."""
    days = chart_of(view, _state(view), size).scale.days[column : column + 2]
    events = view.positions("events")
    if not events:
        return view
    position = walking.nearest(view, events, sum(days) // 2)
    return replace(view.move("events", position), chart=_on_mark(_state(view)))


def together(view: View, size: Size) -> Sequence[int]:
    """The events that share a cell with the one under the cursor, itself among them."""
    at, state = view.cursors.get("events"), _state(view)
    if at is None:
        return ()
    chart = chart_of(view, walking.settled(view, state), size)
    hit = chart.at(*chart.cursor) if chart.cursor else None
    found = () if hit is None or hit.part == "head" else events_of(view, state, hit)
    return found if at in found else (at,)


def seen(view: View, size: Size) -> View:
    """The view with its cursor in sight.

    Who has turned to another time, or to other lanes, is left there until the cursor moves.
    """
    state, at = view.chart, view.cursors.get("events")
    if state is None or not view.charted:
        return view
    state = state.sized(room_for_rows(size.height))
    if state.chips != view.chips:
        state = framing.refiltered(view, state)
    if state.head != at:
        state = replace(state, head=None)
    if state.astray is None or state.astray != at:
        state = walking.in_sight(view, replace(state, astray=None), size)
    return _at(view, state, size)


def _state(view: View) -> ChartState:
    return view.chart or ChartState()


def _on_mark(state: ChartState) -> ChartState:
    """The state with the cursor on the mark of its event, and in sight."""
    return replace(state, head=None, astray=None)


def _walked(walked: Walked) -> View:
    moved, state = walked
    return replace(moved, chart=_on_mark(state))


def _first(view: View) -> View:
    """The first event of the lane whose name the cursor is on."""
    return _walked(walking.along(view, _state(view), -view.size("events")))


def _at(view: View, state: ChartState, size: Size) -> View:
    """The view with a state whose scale is as wide as the chart, and no longer than there is time.

    Before the first event and behind the last there is nothing to see.
    """
    wanted = state.wanted
    if wanted is not None:
        lanes = state.lanes(view.timeline, view.shown)
        width = max(1, size.width - head_width(lanes, size.width))
        at = view.cursors.get("events")
        day = lanes.span[0] if at is None else lanes.extents.starts[at]
        scale = state.scale_in(lanes, width, day).within(*state.bounds(lanes))
        if state.scale is None or state.scale.width != scale.width:
            state = replace(state, aim=None if scale == wanted else Aim(wanted, scale))
        if scale != state.scale:
            state = replace(state, scale=scale)
    return view if state == view.chart else replace(view, chart=state)


def _is_alike(one: Scale, other: Scale) -> bool:
    """Whether two scales differ only in where they begin."""
    return (one.zoom, one.width) == (other.zoom, other.width)


def _columns(scale: Scale, day: int) -> int:
    """How many columns from the left a day is, also outside."""
    zoom = scale.zoom
    return (zoom.unit.number(day) - scale.first) * zoom.cells


def _rows(size: Size) -> int:
    """The rows of lanes that there is room for."""
    return room_for_rows(size.height) or 0
