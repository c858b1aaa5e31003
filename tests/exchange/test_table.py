"""The table of events, with and without a width to fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from exchange.history import EVERY, TIMELINE
from strategies import timelines
from tui.exchange.table import listing
from tui.timeline.timeline import Timeline


@pytest.mark.parametrize(
    ("width", "table"),
    [
        pytest.param(
            None,
            """\
2008-08~    gori          Tanks, in Gori
2018-05-17  sochi  Syria  Assad meets Putin  ❝2 ✗1
""",
            id="any",
        ),
        pytest.param(
            50,
            """\
2008-08~    gori          Tanks, in Gori
2018-05-17  sochi  Syria  Assad meets Putin  ❝2 ✗1
""",
            id="just enough",
        ),
        pytest.param(
            49,
            """\
2008-08~    gori   Tanks, in Gori
2018-05-17  sochi  Assad meets Putin  ❝2 ✗1
""",
            id="no room for the thread",
        ),
        pytest.param(
            36,
            """\
2008-08~    gori   Tanks, in…
2018-05-17  sochi  Assad mee…  ❝2 ✗1
""",
            id="a shorter title",
        ),
        pytest.param(
            24,
            """\
2008-08~    gori   …
2018-05-17  sochi  …  ❝…
""",
            id="hardly any",
        ),
    ],
)
def test_the_columns_fit_the_width(width: int | None, table: str) -> None:
    assert listing(TIMELINE, EVERY, width) == table


def test_a_column_of_nothing_is_left_out() -> None:
    assert listing(TIMELINE, [0]) == "2008-08~  gori  Tanks, in Gori\n"
    assert listing(TIMELINE, []) == ""


@given(timelines(), st.integers(1, 200))
def test_no_line_is_wider_and_no_event_is_missing(timeline: Timeline, width: int) -> None:
    lines = listing(timeline, range(len(timeline.events)), width).splitlines()
    assert len(lines) == len(timeline.events)
    assert all(cell_len(line) <= width for line in lines)
