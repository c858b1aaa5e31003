"""Steps in time are those of the calendar."""

import pytest

from tui.timeline.dates import DateError, parse
from tui.timeline.dates_stepped import is_step, stepped


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        ("2014-03-18", "+6m", "2014-09-18"),
        ("2014-03-18", "-1y", "2013-03-18"),
        ("2014-01-31", "+1m", "2014-02-28"),
        ("2012-02-29", "+1y", "2013-02-28"),
        ("2014-03-18", "+2w", "2014-04-01"),
        ("2014-03-01", "-1d", "2014-02-28"),
        ("2014-03-18", "+ 18 months", "2015-09-18"),
        ("2014-03-18", "+0d", "2014-03-18"),
    ],
)
def test_a_step_leads_to_a_day(start: str, step: str, end: str) -> None:
    assert is_step(step)
    assert stepped(step, parse(start).anchor) == parse(end)


@pytest.mark.parametrize("text", ["6m", "+m", "+6", "+6x", "2014", "", "+-6m"])
def test_other_texts_are_no_steps(text: str) -> None:
    assert not is_step(text)
    with pytest.raises(DateError, match="no step"):
        stepped(text, 0)


@pytest.mark.parametrize(("start", "step"), [("0001-01-01", "-1d"), ("9999-12-31", "+1y")])
def test_the_calendar_ends_somewhere(start: str, step: str) -> None:
    with pytest.raises(DateError, match="beyond the years"):
        stepped(step, parse(start).anchor)


def test_a_step_from_before_the_calendar_is_refused() -> None:
    with pytest.raises(DateError, match="beyond the years"):
        stepped("+1y", parse("-0044-03-15").anchor)
