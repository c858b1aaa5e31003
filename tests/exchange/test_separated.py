"""Records as CSV."""

import csv
import io

from hypothesis import given

from exchange.history import EVERY, TIMELINE
from strategies import timelines
from tui.exchange.separated import listing, record
from tui.timeline.records import Ref
from tui.timeline.timeline import Timeline

HEADER = (
    "id,date,title,thread,place,actors,tags,basis,confidence,caveat,summary,sources,notes,url,"
    "quotes,claims,disputed\r\n"
)


def rows(text: str) -> list[list[str]]:
    """What a program reads."""
    return list(csv.reader(io.StringIO(text, newline="")))


def test_an_event_is_one_row_under_a_header() -> None:
    assert listing(TIMELINE, EVERY) == (
        f"{HEADER}"
        'gori,2008-08~,"Tanks, in Gori",,,,,,,,,,,,0,0,0\r\n'
        "sochi,2018-05-17,Assad meets Putin,syria,Sochi,assad,visit; black sea,,medium,"
        'The hour is not known.,"They talk.\nThey part.",kremlin,Slowly.,'
        "https://example.org/sochi,2,2,1\r\n"
    )
    assert listing(TIMELINE, []) == HEADER


def test_a_record_is_under_the_header_of_its_kind() -> None:
    assert record(TIMELINE, Ref("source", "essay")) == (
        "id,title,kind,publisher,author,date,url,locator,checked\r\n"
        "essay,,,CEPA,Ben Dubow,2024-12~,,,\r\n"
    )
    assert record(TIMELINE, Ref("quote", "sochi.q2")).splitlines()[1] == (
        "sochi.q2,sochi,Nothing is over,A diplomat,,,,,,"
    )
    assert rows(record(TIMELINE, Ref("event", "gori"))) == rows(listing(TIMELINE, [0]))
    assert record(TIMELINE, Ref("event", "lost")) == ""


def test_a_cell_like_a_formula_is_kept_as_it_is() -> None:
    event = TIMELINE.events[0]._replace(title='=HYPERLINK("x")')
    text = listing(Timeline(events=(event,)), [0])
    assert rows(text)[1][2] == '=HYPERLINK("x")'


@given(timelines())
def test_what_is_read_is_what_was_written(timeline: Timeline) -> None:
    header, *found = rows(listing(timeline, range(len(timeline.events))))
    assert {len(row) for row in found} <= {len(header)}
    expected = [(event.id, event.title, event.summary) for event in timeline.events]
    places = [header.index(name) for name in ("id", "title", "summary")]
    assert [tuple(row[at] for at in places) for row in found] == expected
