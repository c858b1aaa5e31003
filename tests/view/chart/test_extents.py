"""How long events last, and which of their days are sure."""

import pytest
from hypothesis import given

from strategies import edtf_dates, timelines
from tui.timeline.dates import Date, ordinal, parse
from tui.timeline.timeline import Timeline
from tui.view.chart.extents import Extent, Known, extent_of, extents_of

KNOWN = Known(ordinal(2000, 1, 1), ordinal(2030, 12, 31))


def d(text: str) -> int:
    """The number of a day."""
    day = parse(text).start
    assert day is not None
    return day


@pytest.mark.parametrize(
    ("text", "days", "sure"),
    [
        ("2014-03-18", ("2014-03-18", "2014-03-19"), ("2014-03-18", "2014-03-19")),
        ("2014-03-18T09:30", ("2014-03-18", "2014-03-19"), ("2014-03-18", "2014-03-19")),
        ("2014-03-18~", ("2014-03-18", "2014-03-19"), None),
        ("2014-03", ("2014-03-01", "2014-04-01"), None),
        ("2014", ("2014-01-01", "2015-01-01"), None),
        ("2014-24", ("2014-12-01", "2015-03-01"), None),
        ("2014-02-27/2014-03-18", ("2014-02-27", "2014-03-19"), ("2014-02-27", "2014-03-19")),
        ("2022-02-24/2024-12~", ("2022-02-24", "2025-01-01"), ("2022-02-24", "2024-12-01")),
        ("2014-02/2014-05", ("2014-02-01", "2014-06-01"), ("2014-03-01", "2014-05-01")),
        ("2014-21/2016-23", ("2014-03-01", "2016-12-01"), ("2014-06-01", "2016-09-01")),
        ("201X/2025", ("2010-01-01", "2026-01-01"), ("2020-01-01", "2025-01-01")),
        ("2014-02-27?/2014-03-18%", ("2014-02-27", "2014-03-19"), ("2014-02-28", "2014-03-18")),
        ("2014/2014", ("2014-01-01", "2015-01-01"), None),
        ("2022-02-24/..", ("2022-02-24", "2031-01-01"), ("2022-02-24", "2031-01-01")),
        ("../2008", ("2000-01-01", "2009-01-01"), ("2000-01-01", "2008-01-01")),
        ("2014-03-18/", ("2014-03-18", "2014-03-19"), None),
        ("/2008", ("2008-01-01", "2009-01-01"), None),
        ("2040-01/..", ("2040-01-01", "2040-02-01"), None),
    ],
)
def test_the_days_of_a_date(text: str, days: tuple[str, str], sure: tuple[str, str] | None) -> None:
    extent = extent_of(parse(text), KNOWN)
    assert (extent.start, extent.stop) == (d(days[0]), d(days[1]))
    assert extent.is_sure == (sure is not None)
    if sure:
        assert (extent.sure_start, extent.sure_stop) == (d(sure[0]), d(sure[1]))


@pytest.mark.parametrize(
    ("text", "opens"),
    [("2014/..", (False, True)), ("../2014", (True, False)), ("2014/", (False, False))],
)
def test_what_goes_on(text: str, opens: tuple[bool, bool]) -> None:
    assert extent_of(parse(text), KNOWN).opens == opens


def test_one_that_gives_way_ends_sooner() -> None:
    extent = extent_of(parse("2022-02-24/.."), KNOWN)
    cut = extent.until(d("2023-01-01"))
    assert (cut.start, cut.stop, cut.sure_stop) == (extent.start, d("2023-01-01"), cut.stop)
    assert extent.until(extent.stop) == extent


@given(edtf_dates())
def test_what_is_sure_lies_within_what_may_be(when: Date) -> None:
    extent = extent_of(when, Known(when.anchor, when.anchor))
    assert extent.start < extent.stop
    assert extent.start <= when.anchor < extent.stop
    if extent.is_sure:
        assert extent.start <= extent.sure_start < extent.sure_stop <= extent.stop


@given(timelines())
def test_all_of_a_timeline(timeline: Timeline) -> None:
    extents = extents_of(timeline)
    found: list[Extent] = [extents.of(at) for at in range(len(timeline.events))]
    assert found == [extent_of(event.date, extents.known) for event in timeline.events]
