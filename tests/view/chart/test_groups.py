"""Groups: the rows that the events of a lane ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import views
from tui.view.chart.extents import GOES_ON
from tui.view.chart.groups import GROUPINGS, By, Group, groups_of
from tui.view.view import View
from view.chart.charting import history


def needs(*dates: str) -> tuple[int, int, int]:
    """The rows of a lane without loss, with none that gives way, and with events apart."""
    (group,) = groups_of(history(*dates).timeline, None, "thread").groups
    return group.needs.least, group.needs.whole, group.needs.apart


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(["2014-03-18"], (1, 1, 1), id="one"),
        pytest.param(["2010", "2011", "2012"], (1, 1, 1), id="one after the other"),
        pytest.param(["2010-01-01", "2010-01-02", "2020"], (1, 1, 2), id="nearly together"),
        pytest.param(["2010-01-01"] * 3, (3, 3, 3), id="together"),
        pytest.param(["2010/2019", "2011/2012", "2013/2014"], (2, 2, 2), id="within another"),
        pytest.param(["2010/..", "2012/..", "2014"], (1, 3, 1), id="what goes on gives way"),
        pytest.param(["2010/..", "2010/.."], (2, 2, 2), id="but not on its first day"),
    ],
)
def test_the_rows_that_events_ask_for(dates: list[str], expected: tuple[int, int, int]) -> None:
    assert needs(*dates) == expected


def depth(group: Group, *, gives_way: bool) -> int:
    """How many events there are on the day that has most of them."""
    spans = [
        (start, start + 1 if gives_way and extents.kinds[at] & GOES_ON else extents.stops[at])
        for extents in (group.extents,)
        for at in group.positions
        for start in (extents.starts[at],)
    ]
    return max(sum(start <= day < stop for start, stop in spans) for day, _ in spans)


@given(views(), st.sampled_from(GROUPINGS))
def test_they_are_those_of_the_fullest_day(view: View, by: By) -> None:
    for group in groups_of(view.timeline, view.shown, by).groups:
        asked = group.needs
        assert asked.events == len(group.positions)
        assert asked.whole == depth(group, gives_way=False)
        assert asked.least == depth(group, gives_way=True)
        assert asked.least <= asked.apart <= asked.events
