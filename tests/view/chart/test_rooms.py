"""Room: lanes fill the rows that a chart has."""

import pytest

from tui.view.chart.chart import Size, chart_of
from view.chart.charting import grid, without_cursor
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
