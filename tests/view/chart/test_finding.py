"""What was searched for on a chart: which cells are lit, and that nothing else of it changes."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import views
from tui.view.chart import steering
from tui.view.chart.cells import apart
from tui.view.chart.chart import Size, chart_of, events_of
from tui.view.chart.finding import lit
from tui.view.chart.groups import GROUPINGS, By
from tui.view.chart.state import ChartState
from tui.view.line import plain
from tui.view.search import search
from tui.view.view import View
from view.chart.charting import history, without_cursor
from view.histories import TWO_LANES, view_of

WAR = history(
    "2014-03-18 A siege begins @front",
    "2014-06 A truce @front",
    "2014-09-01/2015-02-15 A second siege @front",
    "2015-11-24 The siege of the town by the river is lifted @front",
    "2015-11-26 A siege @home",
    "2015-11-26 A feast @home",
    threads="front home",
)


def shown(view: View, text: str, state: ChartState, width: int = 60) -> str:
    """The rows of the lanes after a search, what is lit in brackets and nothing but that."""
    view = replace(search(view, text), chart=state, cursors={})
    chart = chart_of(view, state, Size(width))
    lines = lit(view, chart)[2:-1]
    return "".join(
        "".join(f"[{each.text}]" if each.tone == "found" else each.text for each in line).rstrip()
        + "\n"
        for line in lines
    )


def test_marks_are_lit_and_what_labels_say() -> None:
    assert (
        shown(WAR, "siege", ChartState())
        == """\
  Front 4  [●]          [███████████] A second [siege]
                ░░ A truce  The [siege] of the town… [●]
  Home  2                     ┊                    [●] A [siege]
                              ┊                    ● A feast
"""
    )


def test_in_a_folded_lane_the_columns_are_lit() -> None:
    assert (
        shown(WAR, "siege", ChartState(folded=frozenset({"front", "home"})))
        == """\
 +Front 4  [▃]    ▃▃    [▃]▃▃▃▃▃▃▃▃▃▃▃                 [▃]
 +Home  2                     ┊                    [▄]
"""
    )


def test_where_there_is_no_row_the_count_is_lit() -> None:
    crowded = history(*["2014/2016 A war"] * 3, "1990 A feast", "2015 A feast")
    assert (
        shown(crowded, "feast", ChartState(most_rows=2))
        == """\
  no thread 5 [░░] A [feast]    ┊      ┊      ┊    ░▒█▓▒ A war
              ┊      ┊      ┊      ┊      ┊    ░▒█▓▒ A war
              ┊      ┊      ┊      ┊      ┊   [+2] ┊
"""
    )


def test_names_of_lanes_are_lit_and_no_counts() -> None:
    heads = [line[:20] for line in shown(WAR, "home", ChartState()).splitlines()]
    assert heads[::2] == ["  Front 4  ●        ", "  [Home]  2         "]
    assert shown(WAR, "4", ChartState()).startswith("  Front 4  ● ")


def test_the_cursor_keeps_its_own_colour() -> None:
    view = steering.toggled(search(WAR, "second"))
    assert view.chart
    chart = chart_of(view, view.chart, Size(60))
    marks = {(each.text, each.tone) for line in lit(view, chart) for each in line}
    assert {("◆", "accent"), ("█" * 10, "found"), ("second", "found")} <= marks


def test_a_search_elsewhere_lights_nothing() -> None:
    view = search(view_of(TWO_LANES).focus_on("actors"), "ann")
    view = steering.toggled(view)
    assert view.chart
    chart = chart_of(view, view.chart, Size(60))
    assert lit(view, chart) == chart.lines


@settings(max_examples=60)
@given(
    views(),
    st.sampled_from(["a", "the", "2", "ie", "zz"]),
    st.sampled_from(GROUPINGS),
    st.sampled_from(["none", "all"]),
    st.integers(1, 120),
)
def test_nothing_moves_and_just_the_marks_of_what_is_found_are_lit(
    view: View, text: str, by: By, folded: str, width: int
) -> None:
    state = ChartState(by)
    if folded == "all":
        lanes = state.lanes(view.timeline, view.shown)
        state = replace(state, folded=frozenset(lanes.at))
    view = without_cursor(replace(search(view.focus_on("events"), text), chart=state))
    found = set(view.search.hits) if view.search else set()
    chart = chart_of(view, state, Size(width))
    lines = lit(view, chart)
    assert list(map(plain, lines)) == list(map(plain, chart.lines))
    for y, (line, hits) in enumerate(zip(lines, chart.hits, strict=True)):
        tones = [each.tone for each in line for _ in apart(each.text)]
        for hit in hits:
            if hit.part == "mark" and chart.at(hit.start, y) is hit:
                ours = not found.isdisjoint(events_of(view, state, hit))
                assert (tones[hit.start] == "found") == ours
