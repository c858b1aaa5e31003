"""The events of a row: what is written on bars, and cells that several events share."""

import pytest

from tui.view.chart.chart import Size, chart_of
from tui.view.chart.groups import By
from tui.view.chart.state import ChartState
from view.chart.charting import history, window, without_cursor

MONTHS = window("2014", "2015", 24)


def painted(*events: str, by: By = "thread") -> list[tuple[str, str]]:
    """The texts and tones of the first row, behind the name of its lane."""
    view = without_cursor(history(*events, threads="a b"))
    state = ChartState(scale=MONTHS, by=by, most_rows=1, is_print=True)
    chart = chart_of(view, state, Size(24 + (4 if by == "thread" else 11)))
    parts = [(span.text.strip(), str(span.tone)) for span in chart.lines[2][1:]]
    return [(text, tone) for text, tone in parts if text and tone not in {"rule", "dim"}]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2014/2015", [("▒", "thread0"), ("A long war", "text"), ("▒" * 11, "thread0")]),
        (
            "2014-01-01/2015-12-31",
            [("█", "thread0"), ("A long war", "on-thread0"), ("█" * 11, "thread0")],
        ),
    ],
)
def test_a_title_on_a_bar(date: str, expected: list[tuple[str, str]]) -> None:
    assert painted(f"{date} A long war @a") == expected


def test_a_number_fills_its_cell() -> None:
    days = ["2014-05-02 A @a", "2014-05-03 B @a", "2014-05-04 C @a"]
    assert painted(*days) == [("3", "on-thread0")]


def test_of_two_numbers_that_touch_one_fills_its_cell() -> None:
    days = [f"2014-{month:02}-{day:02} A @a" for month in (5, 6, 7) for day in (2, 3)]
    assert painted(*days) == [("2", "on-thread0"), ("2", "thread0"), ("2", "on-thread0")]


def test_a_number_of_events_of_several_threads_has_the_colour_of_none() -> None:
    assert painted("2014-05-02 A @a", "2014-05-03 B @b", by="actor") == [("2", "on-dim")]
    assert painted("2014-05-02 A @b", "2014-05-03 B @b", by="actor") == [("2", "on-thread1")]
