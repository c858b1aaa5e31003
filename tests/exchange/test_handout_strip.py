"""The strip of a handout: bars where events are, marks where slides are."""

import pytest
from hypothesis import given

from exchange.history import GORI, SOCHI, TIMELINE
from exchange.page import Page
from strategies import timelines
from tui.exchange.handout_strip import place, whole
from tui.timeline.dates import parse
from tui.timeline.timeline import Timeline

# Whole years from 2008 to 2018 in 128 columns, five units wide.
BARS = "M0 26h640v.5H0zM31 26v-24h3V26zM601 26v-24h3V26z"


def paths(markup: str) -> list[str]:
    """What each path draws."""
    return Page(markup).all("d")


def test_the_bars_and_every_slide() -> None:
    made = whole(TIMELINE, (SOCHI, GORI, SOCHI))
    assert paths(made) == [BARS, "M32 28l4 6h-8zM602 28l4 6h-8z"]
    assert Page(made).text == "2008 2018"


def test_the_place_of_a_slide_on_the_same_bars() -> None:
    made = place(TIMELINE, SOCHI)
    assert paths(made) == ["M602 28l4 6h-8z"]
    assert Page(made).all("href") == ["#bars"]


@pytest.mark.parametrize(
    ("span", "years"),
    [
        pytest.param("2000/2020", "2000 2020", id="of the file"),
        pytest.param("2008-02/2008-11", "2008", id="within a year"),
        pytest.param("-0043/0044", "44 BC AD 44", id="long ago"),
    ],
)
def test_the_years_at_its_ends(span: str, years: str) -> None:
    timeline = Timeline(span=parse(span), events=(GORI,))
    assert Page(whole(timeline, (GORI,))).text == years


@given(timelines())
def test_nothing_is_drawn_beside_it(timeline: Timeline) -> None:
    drawn = paths(whole(timeline, timeline.events))
    starts = [int(each.split()[0]) for path in drawn for each in path.split("M")[1:]]
    assert all(0 <= each < 640 for each in starts)
