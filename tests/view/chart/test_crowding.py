"""A crowded row: one on which more is to be seen than stands beside each other."""

from dataclasses import replace

import pytest

from tui.timeline.records import Ref
from tui.view.chart.chart import Size, chart_of, events_of
from tui.view.chart.state import ChartState
from tui.view.view import View
from view.chart.charting import body, grid, history, window, without_cursor
from view.histories import view_of

ROW = Size(80, 4)
"""A chart in which there is a single row."""
WAR = history(
    "2014-01-01/2014-12-20 A war",
    "2014-04-10 A battle",
    "2014-04-10 Another",
    "2014-08-01 A truce",
    "2014-11-01/2015-02-01 Talks",
    "2015-05-05 Peace",
)


@pytest.mark.parametrize(
    ("height", "expected"),
    [
        pytest.param(
            4,
            "█ A war ███→2            ● A truce  ▐██████████▉ Talks     ● Peace\n",
            id="what lasts gives way, and what is together is counted",
        ),
        pytest.param(
            5,
            """\
┊           ● Another    ● A truce          ┊              ● Peace
█ A war ███→● A battle              ▐██████████▉ Talks
""",
            id="on the last row alone",
        ),
        pytest.param(
            6,
            """\
██████████████████████████████████████████▋ A war
┊           ● A battle   ● A truce          ┊              ● Peace
┊           ● Another               ▐██████████▉ Talks
""",
            id="where there is room, nowhere",
        ),
    ],
)
def test_a_lane_without_room(height: int, expected: str) -> None:
    assert body(without_cursor(WAR), ChartState(), 80, height) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param(
            "2014-05", "2014-10", "█ A war ███████████████→● A truce               ", id="a war"
        ),
        pytest.param("2014-12", "2015-05", "→███████████████▎ Talks ", id="the last of it"),
        pytest.param("2014-09", "2014-09", "█ A war ███", id="all of a month"),
    ],
)
def test_what_has_begun_before_is_at_the_edge(first: str, last: str, expected: str) -> None:
    state = ChartState(scale=window(first, last, 48))
    assert body(without_cursor(WAR), state, 80, 4).startswith(expected)


def named(view: View, positions: list[int]) -> list[str]:
    return [view.timeline.events[at].title for at in positions]


def test_what_lasts_longest_goes_on_behind_what_is_together() -> None:
    view = without_cursor(history("2014-03-01/2014-12-20 A war", "2014-03-02 Snow", "2015 Peace"))
    assert body(view, ChartState(), 80, 4).startswith("●█")


def test_a_digit_has_its_events_and_the_cursor_names_one_of_them() -> None:
    view, state = WAR.move("events", 2), ChartState(room=1)
    chart = chart_of(view, state, ROW)
    assert "→2 Another" in grid(chart)
    assert chart.cursor is not None
    assert chart.cursor[0] == grid(chart).splitlines()[2].index("2 Another")
    hit = chart.at(*chart.cursor)
    assert hit is not None
    assert named(view, list(events_of(view, state, hit))) == ["A battle", "Another"]
    assert (chart.tally.drawn, chart.tally.behind) == (5, 1)


@pytest.mark.parametrize("at", range(6))
def test_the_cursor_is_seen_on_whatever_it_is(at: int) -> None:
    view = WAR.move("events", at)
    chart = chart_of(view, ChartState(), ROW)
    assert chart.cursor is not None
    hit = chart.at(*chart.cursor)
    assert hit is not None
    assert at in events_of(view, ChartState(room=1), hit)
    spans = [(each.text[:1], each.tone) for each in chart.lines[chart.cursor[1]]]
    assert any(tone == "on-accent" or (text, tone) == ("◆", "accent") for text, tone in spans)


def test_short_and_doubtful_dates_have_no_arrow() -> None:
    doubtful = without_cursor(history("2014 Sometime", "2014-06-01 Snow", "2020 Peace"))
    short = without_cursor(history("2014-01-01/2014-01-03 Days", "2014-01-03 Snow", "2030 Peace"))
    for view in (doubtful, short):
        assert "→" not in body(view, ChartState(), 80, 4)


@pytest.mark.parametrize("last", ["2010-01-29", "2010-01-01/2010-01-28"])
def test_a_number_with_a_linked_event_keeps_its_colour(last: str) -> None:
    dates = [f"2010-01-{day:02}" for day in range(2, 22)]
    events = [f'- {{id: e{at}, date: "{date}", title: T}}\n' for at, date in enumerate(dates)]
    events[16] = events[16].replace("}", ", actors: [x]}")
    events += f'- {{id: last, date: "{last}", title: T}}\n- {{id: z, date: 2005, title: T}}\n'
    view = view_of(f"actors:\n  x: {{name: X, kind: state}}\nevents:\n{''.join(events)}")
    focused = view.go(Ref("actor", "x"))
    away = replace(focused, cursors={**focused.cursors, "events": 0})
    chart = chart_of(away, ChartState(room=1), ROW)
    tones = [str(span.tone) for line in chart.lines[2:-1] for span in line if span.text == "+"]
    assert tones == ["on-dim"]
