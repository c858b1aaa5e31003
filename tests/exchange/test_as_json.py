"""Records as JSON."""

import json

from hypothesis import given

from exchange.history import EVERY, TIMELINE
from strategies import timelines
from tui.exchange.as_json import listing, records
from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source
from tui.timeline.timeline import Timeline


def test_an_event_has_every_field_and_what_stands_in_it() -> None:
    (event,) = json.loads(listing(TIMELINE, [1]))
    quotes, claims = event.pop("quotes"), event.pop("claims")
    assert event == {
        "record": "event",
        "id": "sochi",
        "date": "2018-05-17",
        "title": "Assad meets Putin",
        "thread": "syria",
        "place": "Sochi",
        "actors": ["assad"],
        "tags": ["visit", "black sea"],
        "basis": "",
        "confidence": "medium",
        "caveat": "The hour is not known.",
        "summary": "They talk.\nThey part.",
        "sources": ["kremlin"],
        "notes": "Slowly.",
        "url": "https://example.org/sochi",
    }
    assert quotes[1] == {
        "record": "quote",
        "id": "sochi.q2",
        "event": "sochi",
        "text": "Nothing is over",
        "speaker": "A diplomat",
        "checked": "",
        "date": None,
        "source": "",
        "lang": "",
        "original": "",
        "note": "",
    }
    assert [claim["id"] for claim in claims] == ["c01", "sochi.c2"]
    assert claims[0]["sources"] == ["kremlin"]


def test_dates_are_as_they_are_written() -> None:
    assert [each["date"] for each in json.loads(listing(TIMELINE, EVERY))] == [
        "2008-08~",
        "2018-05-17",
    ]


def test_an_event_is_one_line() -> None:
    lines = listing(TIMELINE, EVERY).splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("[", "]", 4)
    assert json.loads(lines[1].removesuffix(","))["id"] == "gori"
    assert listing(TIMELINE, []) == "[]\n"


def test_every_kind_names_itself() -> None:
    refs = (
        Ref("actor", "putin"),
        Ref("source", "kremlin"),
        Ref("quote", "q01"),
        Ref("claim", "c01"),
        Ref("claim", "lost"),
    )
    text = records(TIMELINE, refs)
    assert text.isascii()
    found = json.loads(text)
    assert [(each["record"], each["id"]) for each in found] == [tuple(ref) for ref in refs[:-1]]
    assert found[0]["native"] == "Владимир Путин"


@given(timelines())
def test_no_field_is_missing(timeline: Timeline) -> None:
    kinds: dict[str, tuple[str, ...]] = {
        "actor": Actor._fields,
        "source": Source._fields,
        "quote": Quote._fields,
        "claim": Claim._fields,
        "event": Event._fields,
    }
    refs = [
        *(Ref("actor", each.id) for each in timeline.actors),
        *(Ref("source", each.id) for each in timeline.sources),
        *(each.ref for each in timeline.events),
    ]
    found = json.loads(records(timeline, refs))
    for each in (*found, *(part for event in found for part in event.get("quotes", ()))):
        fields = set(kinds[each["record"]]) - {"place_in_file"}
        assert set(each) == {"record", *fields}
