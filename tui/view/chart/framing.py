"""Framing: the time of a date, and that which filters ask for, as a whole in sight.

What is framed is aimed at: how many columns there are is only known to whoever keeps the view, so
the scale is made when that is seen.
"""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from math import inf

from tui.timeline.dates import Date, Precision, reach
from tui.timeline.dates_asked import asked
from tui.timeline.query import parse
from tui.view.chart.scale import Scale
from tui.view.chart.state import Aim, ChartState, Former, Period
from tui.view.view import View


def framed(view: View, date: Date) -> View:
    """The time of a date, where that is more than a day; the cursor stays where it is."""
    state = view.chart or ChartState()
    if not date.is_interval and date.precision >= Precision.DAY:
        return view
    lanes, at = state.lanes(view.timeline, view.shown), view.cursors.get("events")
    period = _between(reach(date), Period(*lanes.span))
    starts, stops = lanes.extents.starts, lanes.extents.stops
    is_inside = at is not None and starts[at] <= period.last and period.first < stops[at]
    state = state if state.wanted == period else aimed(state, period)
    return replace(view, chart=replace(state, astray=None if is_inside else at))


def aimed(state: ChartState, wanted: Scale | Period | None) -> ChartState:
    """The state that has some time in sight as far as there is room; all of time for None."""
    return replace(state, scale=None, aim=None if wanted is None else Aim(wanted))


def asked_for(view: View, state: ChartState) -> Period | None:
    """The days that filters ask for by `on:`, None where none does.

    Those that all of them ask for or, if there are none, those that any does.
    """
    terms = (term for chip in view.chips for term in parse(chip.text).terms)
    dates = [term.values for term in terms if term.key == "on" and not term.is_negated]
    if not dates:
        return None
    reaches = [[reach(asked(value)) for value in values] for values in dates]
    firsts = [min(first for first, _ in each) for each in reaches]
    lasts = [max(last for _, last in each) for each in reaches]
    found = max(firsts), min(lasts)
    if found[0] > found[1]:
        found = min(firsts), max(lasts)
    return _between(found, Period(*state.lanes(view.timeline, view.shown).span))


def fitted(view: View, state: ChartState) -> ChartState:
    """The state that has all of time in sight, or all that filters ask for."""
    period = asked_for(view, state)
    return state if period and state.wanted == period else aimed(state, period)


def refiltered(view: View, state: ChartState) -> ChartState:
    """The state once other filters are there: where they leave nothing in its time, all of it.

    What was seen before comes back when that has something again, unless the reader has moved on.
    """
    at, wanted, former = view.cursors.get("events"), state.wanted, state.former
    is_back = former is not None and former.instead == wanted
    if former is not None and is_back:
        wanted = former.wanted
    base = aimed(replace(state, former=None, chips=view.chips), wanted)
    if not _has_some(view, base):
        former = Former(wanted, asked_for(view, base), at)
        return replace(fitted(view, base), former=former, astray=None)
    # Who has not touched the cursor since is not led to where the filters had moved it.
    is_left = former is not None and is_back and former.at == at
    return replace(base, astray=at) if is_left else base


def _has_some(view: View, state: ChartState) -> bool:
    """Whether what is wanted has some of what filters leave, on the days that they ask for."""
    lanes = state.lanes(view.timeline, view.shown)
    wanted, period = state.wanted, asked_for(view, state)
    match wanted:
        case _ if not lanes.starts:
            return True
        case None:
            return period is None
        case Period(start, last):
            stop = last + 1
        case Scale():
            start, stop = wanted.start, wanted.stop
    if period is not None:
        start, stop = max(start, period.first), min(stop, period.last + 1)
    return start < stop and bisect_left(lanes.starts, stop) > bisect_right(lanes.stops, start)


def _between(days: tuple[float, float], span: Period) -> Period:
    """Two days, of which one that is nowhere is at the end of a time.

    Where the other is beyond that end, it is on the same day as the other.
    """
    first, last = days
    if first == -inf:
        first = min(span.first, last)
    if last == inf:
        last = max(span.last, first)
    return Period(int(first), int(last))
