"""What counts stand for: a `+N` and a folded lane list just the events that they count."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import views
from tui.view.chart import steering
from tui.view.chart.cells import apart
from tui.view.chart.chart import Size, chart_of, events_of
from tui.view.chart.finding import lit
from tui.view.chart.groups import GROUPINGS, By
from tui.view.chart.scale import fitted
from tui.view.chart.state import ChartState
from tui.view.chart.tally import tally_words
from tui.view.line import plain
from tui.view.search import search
from tui.view.view import View
from view.chart.charting import history, window

GAVE_WAY = history(*["2000/.. A"] * 4, *["2010/2015 B"] * 4, *["2016-03-02 C"] * 600)
LONG = history(*["1980/2012 X"] * 600).move("events", 301)


def test_what_has_given_way_is_listed_where_it_is_counted() -> None:
    state = ChartState(scale=window("2014", "2014", 60), most_rows=6)
    (more,) = (
        hit
        for hits in chart_of(GAVE_WAY, state, Size(72)).hits
        for hit in hits
        if hit.part == "more"
    )
    assert len(events_of(GAVE_WAY, state, more)) == 2


@pytest.mark.parametrize(("folded", "sign"), [("", "◆"), (None, "◆597")])
def test_the_cursor_on_what_began_before_is_seen_where_that_is_counted(
    folded: str | None, sign: str
) -> None:
    lanes = frozenset() if folded is None else frozenset({folded})
    state = ChartState(scale=window("1985", "1989", 60), most_rows=3, folded=lanes)
    view = replace(LONG, chart=state, charted=True)
    chart = chart_of(view, state, Size(72, 10))
    assert chart.cursor is not None
    x, y = chart.cursor
    assert "".join(apart(plain(chart.lines[y]))[x:]).startswith(sign)
    assert 301 in steering.together(view, Size(72, 10))


def test_what_was_found_lights_the_count_that_it_is_in_and_no_other() -> None:
    crowd = history(*["2014/2016 A war"] * 600, "2014/2016 A feast", "2017-05-01 A truce")
    for text, is_lit in (("feast", True), ("truce", False)):
        view = search(crowd.focus_on("events"), text)
        state = ChartState(scale=window("2014", "2017", 48), most_rows=3)
        view = replace(view, chart=state, cursors={})
        tones = {
            span.tone
            for line in lit(view, chart_of(view, state, Size(60)))
            for span in line
            if "+" in span.text
        }
        assert ("found" in tones) == is_lit


def test_what_found_no_row_is_told_apart_from_what_is_folded() -> None:
    view = history(
        *["2014/2016 A war @front"] * 5, *["2015 A vote @home"] * 3, threads="front home"
    )
    state = ChartState(most_rows=2)
    told = []
    for folded in ((), ("home",), ("front", "home")):
        tally = chart_of(view, replace(state, folded=frozenset(folded)), Size(60)).tally
        told.append(tally_words(tally, 60))
    assert told == ["3 in +N", "3 in +N · 3 folded", "8 folded"]


@given(
    views(),
    st.sampled_from(GROUPINGS),
    st.sampled_from(["folded", ""]),
    st.integers(1, 3),
    st.integers(20, 130),
    st.data(),
)
def test_a_count_lists_as_many_as_it_says(  # noqa: PLR0913, PLR0917, each is drawn by itself
    view: View,
    by: By,
    folded: str,
    most_rows: int,
    width: int,
    data: st.DataObject,
) -> None:
    if not view.timeline.events:
        return
    state = ChartState(by, most_rows=most_rows)
    lanes = state.lanes(view.timeline, view.shown)
    first, last = lanes.span
    start = data.draw(st.integers(first, last))
    state = replace(
        state,
        scale=fitted(start, start + data.draw(st.integers(1, 5000)), width),
        folded=frozenset(lanes.at) if folded else frozenset(),
        is_print=True,
    )
    view = replace(view, cursors={})
    chart = chart_of(view, state, Size(width + 40))
    listed = [
        (hit.lane, at)
        for hits in chart.hits
        for hit in hits
        if hit.part == "more"
        for at in events_of(view, state, hit)
    ]
    # What goes on in a folded lane is in several columns.
    counts = (0, len(set(listed))) if folded else (len(listed), 0)
    assert (chart.tally.spilt, chart.tally.folded) == counts
    for y, (line, hits) in enumerate(zip(chart.lines, chart.hits, strict=True)):
        cells = apart(plain(line))
        for hit in hits:
            said = re.fullmatch(r"\+(\d+)", "".join(cells[hit.start : hit.stop]))
            if hit.part == "more" and said and chart.at(hit.start, y) is hit:
                assert len(events_of(view, state, hit)) == int(said[1])
