"""Room: lanes fill the rows that a chart has, and it says where those are that it has none for."""

import pytest

from tui.view.chart.chart import Size, chart_of
from tui.view.chart.state import ChartState
from tui.view.line import plain
from view.chart.charting import grid, window, without_cursor
from view.chart.test_chart import PLAIN, WAR


@pytest.mark.parametrize(
    ("height", "lanes"),
    [
        pytest.param(
            6,
            """\
  Front 4   ▐█▋ ░░░       ● An airlin…  ██████▓▒░ The truce fails
  Home  3 An electi… ●            ░░░ Another election            ● A riot
  Talks 3    A truce is signed ●  A second tr… ● █████████████████→ Monitors wa…
""",
            id="a row for each lane",
        ),
        pytest.param(
            9,
            """\
  Front 4   ▐█▋ Crimea…   ● An airliner is shot down
                ░░░ A front forms       ██████▓▒░ The truce fails
  Home  3            ● An election         ┊                      ● A riot
                                  ░░░ Another election
  Talks 3    A truce is signed ●  Monitors watc… █████████████████→
                                           ┊   ● A second truce
""",
            id="then more to be called on",
        ),
    ],
)
def test_lanes_have_the_rows_that_there_is_room_for(height: int, lanes: str) -> None:
    chart = chart_of(without_cursor(WAR), PLAIN, Size(80, height))
    assert "".join(grid(chart).splitlines(keepends=True)[2:-1]) == lanes


@pytest.mark.parametrize(
    ("state", "told"),
    [
        pytest.param(PLAIN, "10 events · 3 in 1 lane below", id="below"),
        pytest.param(ChartState(top=1), "10 events · 4 in 1 lane above", id="above"),
        pytest.param(
            ChartState(top=2, most_rows=6),
            "10 events · 4 in 1 lane above",
            id="cut",
        ),
        pytest.param(
            ChartState(top=1, most_rows=6),
            "10 events · 2 in 1 lane above · 3 in 1 lane below",
            id="a row of a lane that is seen",
        ),
        pytest.param(
            ChartState(scale=window("2014-02", "2014-03", 60)),
            "10 events · 8 later · 1 lane below",
            id="with nothing in this time",
        ),
    ],
)
def test_lanes_out_of_sight_are_told_of(state: ChartState, told: str) -> None:
    chart = chart_of(without_cursor(WAR), state, Size(80, 5))
    assert plain(chart.lines[-1]).rstrip() == told
