"""Framing: the time of a date, and that which filters ask for, as a whole in sight.

What is framed is aimed at: how many columns there are is only known to whoever keeps the view, so
the scale is made when that is seen.
"""

from dataclasses import replace
from math import inf

from tui.timeline.dates import Date, Precision, reach
from tui.timeline.dates_asked import asked
from tui.timeline.query import parse
from tui.view.chart.state import Aim, ChartState, Period
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
    state = aimed(state, period)
    return replace(view, chart=replace(state, astray=None if is_inside else at))


def aimed(state: ChartState, period: Period) -> ChartState:
    """The state that has some time in sight as a whole."""
    return state if state.wanted == period else replace(state, scale=None, aim=Aim(period))


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


def _between(days: tuple[float, float], span: Period) -> Period:
    """Two days, of which one that is nowhere is at the end of a time."""
    first, last = days
    return Period(
        span.first if first == -inf else int(first), span.last if last == inf else int(last)
    )
