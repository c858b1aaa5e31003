"""Leaps: to the next of the thread, the next disputed one, and to a date."""

import pytest

from tui.timeline.dates import parse
from tui.timeline.records import Ref
from tui.view import leaps
from tui.view.pins import Facet, pin
from tui.view.transitions import after
from tui.view.view import View
from view.histories import TWO_LANES, cursor, view_of

PARIS, BOB = Facet("place", "Paris"), Facet("actor", "bob")


def at(event: str, *facets: Facet) -> View:
    view = view_of(TWO_LANES).go(Ref("event", event))
    for facet in facets:
        view = pin(view, facet)
    return view


def led(action_id: str, view: View) -> str:
    return cursor(after(action_id, view), "events")


@pytest.mark.parametrize(
    ("event", "following", "before"),
    [
        ("one", "three", "one"),
        ("three", "six", "one"),
        ("six", "six", "three"),
        ("two", "five", "two"),
        ("four", "four", "four"),
    ],
)
def test_through_a_thread(event: str, following: str, before: str) -> None:
    view = at(event)
    assert (led("thread.next", view), led("thread.previous", view)) == (following, before)


@pytest.mark.parametrize(
    ("event", "following", "before"),
    [
        ("one", "two", "one"),
        ("two", "five", "two"),
        ("three", "five", "two"),
        ("six", "six", "five"),
    ],
)
def test_through_what_is_disputed(event: str, following: str, before: str) -> None:
    view = at(event)
    assert (led("disputed.next", view), led("disputed.previous", view)) == (following, before)


@pytest.mark.parametrize(
    ("action_id", "view", "expected"),
    [
        pytest.param("thread.next", at("two", BOB), "five", id="the next that is shown"),
        pytest.param("thread.next", at("one", PARIS), "one", id="the others are hidden"),
        pytest.param("disputed.next", at("one", PARIS), "five", id="the first is hidden"),
        pytest.param("disputed.previous", at("five", PARIS), "five", id="it is hidden"),
        pytest.param("thread.next", at("one", Facet("actor", "eve")), "-", id="nothing is shown"),
        pytest.param("disputed.next", at("one", Facet("actor", "eve")), "-", id="nor there"),
    ],
)
def test_what_is_hidden_is_passed_over(action_id: str, view: View, expected: str) -> None:
    assert led(action_id, view) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2001", "one"),
        ("2001-02", "two"),
        ("2001-06-01", "two"),
        ("2002/2010", "three"),
        ("2005", "four"),
        ("2010-05-02", "five"),
        ("1900", "one"),
        ("2099", "six"),
    ],
)
def test_to_the_first_event_from_a_date_on_or_the_last(date: str, expected: str) -> None:
    assert cursor(leaps.to_date(at("three"), parse(date)), "events") == expected


@pytest.mark.parametrize(
    ("date", "expected"), [("2001-06-01", "five"), ("1900", "one"), ("2099", "five")]
)
def test_to_a_date_among_what_is_shown(date: str, expected: str) -> None:
    assert cursor(leaps.to_date(at("one", PARIS), parse(date)), "events") == expected


NORTH = Facet("thread", "north")
LASTING = TWO_LANES.replace("date: 2001-06-01", "date: 2001-06/2003")
OPEN = TWO_LANES.replace("date: 2001-06-01", "date: 2001-06-01/..")


@pytest.mark.parametrize(
    ("text", "date", "said"),
    [
        pytest.param(TWO_LANES, "2001", "", id="something"),
        pytest.param(TWO_LANES, "2001-06", "", id="in that month"),
        pytest.param(TWO_LANES, "2005", "Nothing in 2005: the next is 1 May 2010.", id="a year"),
        pytest.param(
            TWO_LANES, "2001-07", "Nothing in July 2001: the next is 1 Jan 2002.", id="a month"
        ),
        pytest.param(
            TWO_LANES, "2005-03-01", "Nothing on 1 March 2005: the next is 1 May 2010.", id="a day"
        ),
        pytest.param(
            TWO_LANES, "2003/2005", "Nothing in 2003–2005: the next is 1 May 2010.", id="years"
        ),
        pytest.param(TWO_LANES, "2005/..", "", id="from then on"),
        pytest.param(TWO_LANES, "2099/..", "Nothing from 2099: the last is 2011.", id="for ever"),
        pytest.param(TWO_LANES, "1900", "Nothing in 1900: the first is 1 Jan 2001.", id="before"),
        pytest.param(TWO_LANES, "2099", "Nothing in 2099: the last is 2011.", id="behind"),
        pytest.param(
            LASTING, "2003", "Nothing begins in 2003: the next is 1 May 2010.", id="what lasts"
        ),
        pytest.param(LASTING, "2004", "Nothing in 2004: the next is 1 May 2010.", id="or lasted"),
        pytest.param(
            OPEN, "2099", "Nothing begins in 2099: the last is 2011.", id="what may go on"
        ),
    ],
)
def test_a_date_without_events_is_said(text: str, date: str, said: str) -> None:
    assert leaps.missed(view_of(text), parse(date)) == said


@pytest.mark.parametrize(
    ("text", "date", "said"),
    [
        pytest.param(TWO_LANES, "2001", "", id="something"),
        pytest.param(
            TWO_LANES, "2010", "Nothing that is in 2010 is shown: the next is 2011.", id="hidden"
        ),
        pytest.param(TWO_LANES, "2005", "Nothing in 2005: the next is 2011.", id="nor hidden"),
        pytest.param(
            TWO_LANES.replace("date: 2002-01-01", "date: 2002/2010"),
            "2010",
            "Nothing that begins in 2010 is shown: the next is 2011.",
            id="hidden, while something lasts",
        ),
    ],
)
def test_a_date_of_which_nothing_is_shown_is_said(text: str, date: str, said: str) -> None:
    assert leaps.missed(pin(view_of(text), NORTH), parse(date)) == said


def test_without_events_no_date_leads_anywhere() -> None:
    view = view_of("")
    assert leaps.to_date(view, parse("2010")) is view
    assert leaps.missed(view, parse("2010")) == ""


def test_the_focus_goes_to_events_but_stays_in_detail() -> None:
    for focus, expected in (("actors", "events"), ("events", "events"), ("detail", "detail")):
        view = at("one").focus_on("detail" if focus == "detail" else "actors")
        assert after("thread.next", view).focus == expected
        assert leaps.to_date(view, parse("2010")).focus == expected
