"""The list of tours, as it is printed and as JSON."""

import json

from exchange.history import TIMELINE
from tui.exchange import as_json
from tui.exchange.tours import listing
from tui.timeline.records import Step, Tour
from tui.timeline.timeline import Timeline

WORDS = " ".join(["word"] * 260)
TOURS = (
    Tour("long", "A long one", (Step("sochi", "c01", WORDS), Step("sochi"))),
    Tour("silent", "", (Step("sochi"),)),
    Tour("條約", "Two\nlines", (Step("sochi", "", "Look."), Step("nowhere", "", WORDS))),
)
HISTORY = Timeline(events=TIMELINE.events, tours=TOURS)


def test_id_steps_time_and_title_stand_in_columns() -> None:
    assert listing(HISTORY) == (
        "long    2 steps  about 2 min     A long one\n"
        "silent   1 step  nothing to say  silent\n"
        "條約     1 step  under 1 min     Two lines\n"
    )


def test_no_tours_are_no_lines() -> None:
    assert listing(TIMELINE) == ""
    assert json.loads(as_json.tours(TIMELINE)) == []


def test_a_tour_is_an_object_with_its_steps_and_seconds() -> None:
    first, *others = json.loads(as_json.tours(HISTORY))
    assert first == {
        "record": "tour",
        "id": "long",
        "title": "A long one",
        "steps": [
            {"event": "sochi", "claim": "c01", "say": WORDS},
            {"event": "sochi", "claim": "", "say": ""},
        ],
        "seconds": 120,
    }
    assert [other["seconds"] for other in others] == [0, 0]


def test_a_tour_is_one_line() -> None:
    lines = as_json.tours(HISTORY).splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("[", "]", 2 + len(TOURS))
