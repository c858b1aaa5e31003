"""The plain listing, as it is printed."""

from tui.exchange.plain import listing
from tui.timeline.dates import parse
from tui.timeline.records import Event


def event(event_id: str, date: str, title: str) -> Event:
    return Event(id=event_id, date=parse(date), title=title)


def test_date_id_and_title_stand_in_columns() -> None:
    events = [
        event("gori", "2008-08-12", "Tanks in Gori"),
        event("annexation", "2014-02-27/2014-03-18", "Crimea is annexed"),
        event("war", "2022-02-24/..", "The full invasion"),
    ]
    assert listing(events) == (
        "2008-08-12             gori        Tanks in Gori\n"
        "2014-02-27/2014-03-18  annexation  Crimea is annexed\n"
        "2022-02-24/..          war         The full invasion\n"
    )


def test_wide_characters_keep_the_columns() -> None:
    events = [event("條約", "2014", "A"), event("treaty", "2015", "B")]
    assert listing(events) == "2014  條約    A\n2015  treaty  B\n"


def test_an_event_is_one_line() -> None:
    assert listing([event("e", "2014", "one\ntwo\tthree")]) == "2014  e  one two three\n"


def test_no_events_are_no_lines() -> None:
    assert listing([]) == ""
