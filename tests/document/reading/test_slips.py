"""Several slips in the YAML of one file: each is said, and only the events they are in are lost."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.generate import timeline_yaml
from document.broken import SLIPS, plant
from tui.document.reader import Reading, read

FEW = 12


@cache
def generated(events: int) -> tuple[str, Reading]:
    """A generated timeline of so many events, and what it reads as."""
    text = "".join(timeline_yaml(events))
    return text, read(text.encode())


def check(text: str, whole: Reading, places: dict[int, range]) -> Reading:
    """Read a text with slips in some events, and look whether only these are lost."""
    reading = read(text.encode())
    lost = {f"event-{number + 1}" for number in places}
    events = tuple(event for event in whole.timeline.events if event.id not in lost)
    assert reading.timeline.events == events
    for kind in ("threads", "actors", "sources", "tours"):
        assert getattr(reading.timeline, kind) == getattr(whole.timeline, kind)
    found = [problem.line for problem in reading.problems]
    assert [[line for line in found if line in lines] for lines in places.values()] == [
        [line] for line in found
    ]
    return reading


@pytest.mark.parametrize("number", [0, 5, FEW - 1], ids=["first", "middle", "last"])
@pytest.mark.parametrize("slip", SLIPS)
def test_one_slip_is_one_problem_and_costs_one_event(slip: str, number: int) -> None:
    text, whole = generated(FEW)
    check(*(broken := plant(text, {number: slip}))[:1], whole, broken[1])


@given(
    st.dictionaries(st.integers(0, FEW - 1), st.sampled_from(list(SLIPS)), min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
)
def test_slips_cost_no_more_than_their_events(slips: dict[int, str], end: str, mark: str) -> None:
    text, whole = generated(FEW)
    broken, places = plant(text, dict(sorted(slips.items())))
    check(mark + broken.replace("\n", end), whole, places)


def test_five_slips_in_a_thousand_events() -> None:
    text, whole = generated(1000)
    slips = {
        100: "a colon in a value",
        300: "an open quote",
        500: "an open list",
        700: "a tab before blanks",
        900: "a dash too far in",
    }
    broken, places = plant(text, slips)
    reading = check(broken, whole, places)
    assert len(reading.timeline.events) == 995
    assert [problem.line for problem in reading.problems] == [
        next(
            number
            for number in lines
            if broken.splitlines()[number - 1] != text.splitlines()[number - 1]
        )
        for lines in places.values()
    ]


def test_after_fifty_slips_the_rest_is_one_gap() -> None:
    text, whole = generated(100)
    broken, places = plant(text, dict.fromkeys(range(20, 80), "a colon in a value"))
    reading = read(broken.encode())
    events = {event.id for event in reading.timeline.events}
    assert events == {f"event-{number + 1}" for number in range(20)}
    assert reading.timeline.sources == whole.timeline.sources
    assert reading.timeline.tours == ()
    assert len(reading.problems) == 51
    assert reading.problems[-1].line in places[70]
    assert reading.problems[-1].message == (
        "so much is wrong with the YAML that nothing from here on is read; mend what is above first"
    )
