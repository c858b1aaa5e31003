"""Walking about the chart: where keys lead from the event under the cursor.

Along a lane goes event by event in the order of time. Across lanes goes to the event nearest in
time, and on from there as if from the first. Pages go by what is seen. What is walked to is seen
afterwards. Each function takes a view, a state and perhaps a size, and gives the next of the first
two.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tui.view.chart.chart import Size
from tui.view.chart.groups import GROUPINGS
from tui.view.chart.lanes import Lane, Row
from tui.view.chart.layout import head_width, room_for_rows, rows_of
from tui.view.chart.scale import Scale, placed
from tui.view.chart.state import ChartState, Goal
from tui.view.chart.units import years
from tui.view.view import View

Walked = tuple[View, ChartState]
_DECADE: Final = years(10)
_MOST_BEFORE: Final = 64
"""How many events without a row are looked at before a day: any of them may end last."""


def along(view: View, state: ChartState, steps: int) -> Walked:
    """The cursor goes to an event so many further in its lane, or back."""
    lane = _lane(view, state)
    at = view.cursors.get("events")
    if lane is None or at is None:
        return view, state
    slot = bisect_left(lane.positions, at) + steps
    position = lane.positions[max(0, min(slot, len(lane.positions) - 1))]
    return view.move("events", position), replace(state, lane=lane.key, goal=None)


def across(view: View, state: ChartState, steps: int) -> Walked:
    """The cursor goes so many lanes down, or up, to the event there that is nearest in time.

    An event is as near as the nearest of its days; what is in the time that is seen is nearer than
    all else. Further lanes go by the day that the first went by, so that the way back is the same.
    """
    lanes = state.lanes(view.timeline, view.shown)
    lane = _lane(view, state)
    at = view.cursors.get("events")
    if lane is None or at is None:
        return view, state
    place = max(0, min(lanes.at[lane.key] + steps, len(lanes.lanes) - 1))
    other = lanes.lanes[place]
    goal = state.goal_at(at) or Goal(at, _mark_day(view, state), at)
    position = at
    if other is not lane:
        position = (
            goal.origin if _has(other, goal.origin) else _beside(other, goal.day, state.scale)
        )
    goal = goal._replace(at=position)
    return view.move("events", position), replace(state, lane=other.key, goal=goal)


def by_page(view: View, state: ChartState, pages: float, size: Size) -> Walked:
    """A whole width later, or earlier; the cursor comes along in its lane, as near as can be.

    Where the lane has nothing more, it goes on in another.
    """
    lane = _lane(view, state)
    at = view.cursors.get("events")
    if lane is None or at is None:
        return view, state
    scale = _scale(view, state, size)
    day = view.timeline.starts[at] + round(pages * (scale.stop - scale.start))
    position = _onward(view, lane.positions, at, day)
    if position == at:
        position = _onward(view, view.positions("events"), at, day)
    if position == at:
        return view, state
    moved = replace(state, lane=lane.key, goal=None)
    if state.scale is not None:
        moved = replace(moved, scale=scale.panned(round(pages * scale.width)))
    return view.move("events", position), moved


def zoomed(
    view: View, state: ChartState, steps: int, size: Size, column: int | None = None
) -> ChartState:
    """Nearer (1) or farther (-1), round a column of time.

    Without one, round the event under the cursor, if that is in sight: from nearer, it has at
    least a quarter of what is seen before and behind it. Else round the middle. Where all is
    seen, a decade a column is as far as it gets: there is nothing beyond. Where it gets no nearer
    and no farther, all stays as it is.
    """
    width = _width(view, state, size)
    day = _day(view, state)
    scale = before = _scale(view, state, size).resized(width, day)
    is_amid = column is None and is_in_sight(view, state, size)
    if is_amid:
        day = _seen_day(view, state, scale)
        column = scale.column(day)
    else:
        column = width // 2 if column is None else max(0, min(column, width - 1))
        day = scale.day(column)
    first, last = state.lanes(view.timeline, view.shown).span
    for _ in range(abs(steps)):
        is_far = scale.zoom.days >= _DECADE.length
        if steps < 0 and is_far and scale.holds(first) and scale.holds(last):
            break
        scale = scale.zoomed(1 if steps > 0 else -1, day, column)
    if scale.zoom == before.zoom:
        return state
    is_nearer = scale.zoom.days < before.zoom.days
    return replace(state, scale=_amid(scale, day) if is_amid and is_nearer else scale)


def panned(view: View, state: ChartState, columns: int, size: Size) -> ChartState:
    """Other time is seen; the cursor stays where it is, though it may not be seen."""
    return replace(state, scale=_scale(view, state, size).panned(columns))


def centred(view: View, state: ChartState, size: Size) -> ChartState:
    """The event under the cursor in the middle of the time and of the rows that are seen."""
    lane = _lane(view, state)
    if lane is None:
        return state
    if state.scale is not None:
        scale = _scale(view, state, size)
        day = _day(view, state)
        state = replace(state, scale=placed(scale.zoom, day, scale.width // 2, scale.width))
    state = state.sized(room_for_rows(size.height))
    room = state.room
    if room is None:
        return state
    row, total = _place(view, state, lane)
    return replace(state, top=max(0, min(row - room // 2, total - room)))


def fold(state: ChartState, lane: str) -> ChartState:
    """A lane becomes a single row of blocks, or shows its events again."""
    return replace(state, folded=state.folded ^ {lane})


def regrouped(view: View, state: ChartState) -> ChartState:
    """The next grouping: by thread, by actor, by kind of actor; folded as it was left."""
    by = GROUPINGS[(GROUPINGS.index(state.by) + 1) % len(GROUPINGS)]
    known = state.folded_elsewhere | {(state.by, lane) for lane in state.folded}
    folded = frozenset(lane for each, lane in known if each == by)
    elsewhere = frozenset((each, lane) for each, lane in known if each != by)
    state = replace(state, by=by, lane=None, folded=folded, folded_elsewhere=elsewhere, top=0)
    return settled(view, state)


def settled(view: View, state: ChartState) -> ChartState:
    """The state with the lane of the cursor's event: the one it is in, else its first."""
    lane = _lane(view, state)
    return state if lane is None or lane.key == state.lane else replace(state, lane=lane.key)


def in_sight(view: View, state: ChartState, size: Size) -> ChartState:
    """The state panned and scrolled as little as can be so that the cursor is seen."""
    lane = _lane(view, state)
    if lane is None:
        return state
    state = state.sized(room_for_rows(size.height))
    if state.goal_at(view.cursors["events"]) is None:
        state = replace(state, goal=None)
    day = _day(view, state)
    scale = _scale(view, state, size)
    if not _is_in_time(view, state, scale):
        state = replace(state, scale=scale.showing(day))
    state = replace(state, lane=lane.key)
    room = state.room
    if room is None:
        return state
    row, total = _place(view, state, lane)
    top = max(row - room + 1, min(state.top, row))
    return replace(state, top=max(0, min(top, total - room)))


def is_in_sight(view: View, state: ChartState, size: Size) -> bool:
    """Whether the event under the cursor is in the time and on a row that are seen."""
    lane = _lane(view, state)
    if lane is None or not _is_in_time(view, state, _scale(view, state, size)):
        return False
    state = state.sized(room_for_rows(size.height))
    room = state.room
    if room is None:
        return True
    row, total = _place(view, state, lane)
    return 0 <= row - max(0, min(state.top, total - room)) < room


def nearest(view: View, positions: Sequence[int], day: int) -> int:
    """Of some events in the order of time the one that begins nearest to a day."""
    starts = view.timeline.starts
    at = bisect_left(positions, day, key=starts.__getitem__)
    around = positions[max(0, at - 1) : at + 1]
    return min(around, key=lambda position: abs(starts[position] - day))


def _width(view: View, state: ChartState, size: Size) -> int:
    """The columns of time."""
    lanes = state.lanes(view.timeline, view.shown)
    return max(1, size.width - head_width(lanes, size.width, is_print=state.is_print))


def _day(view: View, state: ChartState) -> int:
    """The first day of the event under the cursor, or of all."""
    lanes = state.lanes(view.timeline, view.shown)
    at = view.cursors.get("events")
    return lanes.span[0] if at is None else lanes.extents.starts[at]


def _mark_day(view: View, state: ChartState) -> int:
    """The first day of the event under the cursor or, if only later ones are seen, of those."""
    day, scale = _day(view, state), state.scale
    if scale is None or not _is_in_time(view, state, scale):
        return day
    return max(day, scale.start)


def _scale(view: View, state: ChartState, size: Size) -> Scale:
    """Which time is seen."""
    lanes = state.lanes(view.timeline, view.shown)
    return state.scale_in(lanes, _width(view, state, size), _day(view, state))


def _seen_day(view: View, state: ChartState, scale: Scale) -> int:
    """The first day of the event under the cursor; of what is seen of it, the most central."""
    day = _day(view, state)
    if scale.holds(day):
        return day
    extents, at = state.lanes(view.timeline, view.shown).extents, view.cursors["events"]
    return max(day, min(scale.day(scale.width // 2), extents.stops[at] - 1))


def _is_in_time(view: View, state: ChartState, scale: Scale) -> bool:
    """Whether some of the event under the cursor is in a time."""
    extents, at = state.lanes(view.timeline, view.shown).extents, view.cursors.get("events")
    return at is not None and scale.start < extents.stops[at] and extents.starts[at] < scale.stop


def _place(view: View, state: ChartState, lane: Lane) -> tuple[int, int]:
    """The row of the event under the cursor, in its lane, and of how many."""
    lanes = state.lanes(view.timeline, view.shown)
    rows = rows_of(lanes, state.folded)
    row = _row(lane, view.cursors["events"], _day(view, state), state)
    return rows.tops[lanes.at[lane.key]] + row, rows.total


def _amid(scale: Scale, day: int) -> Scale:
    """The scale with a day no nearer to its edges than a quarter of it."""
    column, least = scale.column(day), scale.width // 4
    wanted = max(least, min(column, scale.width - 1 - least))
    return scale if wanted == column else placed(scale.zoom, day, wanted, scale.width)


def _row(lane: Lane, position: int, day: int, state: ChartState) -> int:
    """On which row of its lane an event is."""
    if lane.key in state.folded:
        return 0
    found = (at for at, row in enumerate(lane.rows) if row.find(position, day) is not None)
    return next(found, lane.share.height - 1)


def _lane(view: View, state: ChartState) -> Lane | None:
    """The lane that the cursor is in."""
    at = view.cursors.get("events")
    if at is None:
        return None
    lanes = state.lanes(view.timeline, view.shown)
    own = None if state.lane is None else lanes.at.get(state.lane)
    if own is not None and _has(lanes.lanes[own], at):
        return lanes.lanes[own]
    return next((lanes.lanes[place] for place in lanes.of(at)), None)


def _has(lane: Lane, position: int) -> bool:
    at = bisect_left(lane.positions, position)
    return at < len(lane.positions) and lane.positions[at] == position


def _beside(lane: Lane, day: int, scale: Scale | None) -> int:
    """Of the events of a lane the nearest to a day; if the day is seen, of those seen, if any.

    Of those that are as near it is the one that begins latest.
    """
    seen = scale if scale is not None and scale.holds(day) else None

    def rank(row: Row, at: int) -> tuple[bool, int, int, int]:
        start, stop = row.starts[at], row.stops[at]
        is_away = seen is not None and (stop <= seen.start or seen.stop <= start)
        return is_away, max(start - day, day - stop + 1, 0), -start, row.positions[at]

    return min(rank(row, at) for row, at in _around(lane, day))[-1]


def _around(lane: Lane, day: int) -> Iterator[tuple[Row, int]]:
    """Each row of a lane, and where on it the last event until a day is, and the first after it."""
    for row in (*lane.rows, lane.spilt):
        after = bisect_right(row.starts, day)
        before = after - (_MOST_BEFORE if row is lane.spilt else 1)
        for at in range(max(0, before), min(after + 1, len(row.starts))):
            yield row, at


def _onward(view: View, positions: Sequence[int], at: int, day: int) -> int:
    """Of some events the nearest to a day, or the next after another where that is still it."""
    position = nearest(view, positions, day)
    if position != at:
        return position
    slot = bisect_left(positions, at) + (1 if day > view.timeline.starts[at] else -1)
    return positions[max(0, min(slot, len(positions) - 1))]
