"""Which events do not stand where their dates belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.timeline.dates import parse
from tui.timeline.order import misplaced, staying
from tui.timeline.records import Event


def events(*dates: str) -> tuple[Event, ...]:
    return tuple(Event(f"e{at}", parse(date), "", at) for at, date in enumerate(dates))


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param((), [], id="none"),
        pytest.param(("2014",), [], id="one"),
        pytest.param(("2014", "2014", "2015-03", "2016"), [], id="in order"),
        pytest.param(("2014", "2016", "2017", "2015"), ["e3 behind e2"], id="one too late"),
        pytest.param(("2017", "2014", "2015"), ["e0 before e1"], id="one too early"),
        pytest.param(
            ("2014", "2019", "2015", "2013", "2016"),
            ["e1 before e2", "e3 behind e2"],
            id="two",
        ),
    ],
)
def test_as_few_as_can_be_are_misplaced(dates: tuple[str, ...], expected: list[str]) -> None:
    found = misplaced(events(*dates))
    told = [
        f"{each.event.id} {'behind' if each.is_behind else 'before'} {each.beside.id}"
        for each in found
    ]
    assert told == expected


@given(st.lists(st.integers(1990, 2010), max_size=30))
def test_those_that_stay_are_in_order_and_each_other_one_is_not(years: list[int]) -> None:
    written = events(*map(str, years))
    stay = sorted(staying(written))
    kept = [years[at] for at in stay]
    assert kept == sorted(kept)
    found = misplaced(written)
    assert {each.event for each in found} == set(written) - {written[at] for at in stay}
    for each in found:
        is_later = each.event.date.order > each.beside.date.order
        assert is_later != each.is_behind
