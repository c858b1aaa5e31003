"""What a talk is about comes over the wire whole, and without what is for the speaker alone."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from share.talks import DECK, NOTE, SAY, TIMELINE, told
from strategies import timelines
from tui.share.material import Material, Role, Subject, pack
from tui.share.wire import Malformed, from_presenter
from tui.timeline.records import Step, Tour
from tui.timeline.timeline import Timeline
from tui.view.talk.audience import heard_deck, heard_timeline
from tui.view.talk.deck import Deck, of_events, of_tour


def annotated(timeline: Timeline) -> Timeline:
    """A timeline with notes on each event and a tour through all of them."""
    steps = tuple(Step(event.id, "", f"{SAY} {event.id}") for event in timeline.events)
    return replace(
        timeline,
        events=tuple(event._replace(notes=f"{NOTE} {event.id}") for event in timeline.events),
        tours=(Tour("all", "All of it", steps),),
    )


def in_order(timeline: Timeline) -> Timeline:
    """A timeline that knows no more of the file than the order of events."""
    events = tuple(event._replace(place_in_file=at) for at, event in enumerate(timeline.events))
    return replace(timeline, events=events)


def sent(timeline: Timeline, deck: Deck, role: Role) -> Material:
    """What a follower makes of what it is sent."""
    found = from_presenter(pack(Subject(timeline, deck), role).line)
    assert isinstance(found, Material), found
    return found


@settings(max_examples=60)
@given(timelines().map(annotated))
def test_a_speaker_gets_all_there_is(timeline: Timeline) -> None:
    deck = of_tour(timeline, timeline.tours[0])
    found = sent(timeline, deck, "speaker")
    assert told(found.timeline) == told(in_order(timeline))
    assert found.deck == deck


@settings(max_examples=60)
@given(timelines().map(annotated))
def test_an_audience_gets_what_it_may(timeline: Timeline) -> None:
    deck = of_tour(timeline, timeline.tours[0])
    found = sent(timeline, deck, "audience")
    assert told(found.timeline) == told(in_order(heard_timeline(timeline)))
    assert found.deck == heard_deck(deck)


@pytest.mark.parametrize("unwanted", [NOTE, SAY, '"notes"', '"say"', "place_in_file"])
def test_nothing_for_the_speaker_is_in_what_an_audience_is_sent(unwanted: str) -> None:
    assert unwanted.encode() not in pack(Subject(TIMELINE, DECK), "audience").line


def test_a_digest_is_of_what_is_sent() -> None:
    subject = Subject(TIMELINE, DECK)
    audience, speaker = pack(subject, "audience"), pack(subject, "speaker")
    assert audience.digest != speaker.digest
    assert pack(Subject(replace(TIMELINE), DECK), "audience").digest == audience.digest
    renoted = Subject(annotated(TIMELINE), DECK._replace(title="Another"))
    assert pack(renoted, "audience").digest != audience.digest


def test_half_a_character_and_what_must_not_be_drawn_become_visible() -> None:
    found = sent(Timeline(title="a\ud800b\x1b[2Jc\u202ed"), Deck(), "audience")
    assert found.timeline.title == "a⟨U+D800⟩b⟨U+001B⟩[2Jc⟨U+202E⟩d"


def _without(message: dict[str, Any], *path: str | int) -> dict[str, Any]:
    at: Any = message
    for step in path[:-1]:
        at = at[step]
    del at[path[-1]]
    return message


def _with(message: dict[str, Any], value: object, *path: str | int) -> dict[str, Any]:
    at: Any = message
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return message


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param(("timeline",), [], id="timeline no object"),
        pytest.param(("timeline", "events"), {}, id="events no list"),
        pytest.param(("timeline", "events", 0), "accord", id="event no object"),
        pytest.param(("timeline", "events", 0, "id"), "", id="id empty"),
        pytest.param(("timeline", "events", 0, "date"), "soon", id="date no date"),
        pytest.param(("timeline", "events", 0, "date"), "2" * 5000, id="date long"),
        pytest.param(("timeline", "events", 0, "title"), 5, id="title a number"),
        pytest.param(("timeline", "events", 0, "actors"), "russia", id="actors a text"),
        pytest.param(("timeline", "events", 0, "actors"), [["russia"]], id="actors nested"),
        pytest.param(("timeline", "events", 1, "quotes"), [None], id="quote null"),
        pytest.param(("timeline", "actors", 0, "kind"), "planet", id="kind unknown"),
        pytest.param(("timeline", "actors", 0, "kind"), ["state"], id="kind a list"),
        pytest.param(("timeline", "about", "title"), None, id="title null"),
        pytest.param(("deck",), None, id="deck null"),
        pytest.param(("deck", "slides", 0, "event"), "nowhere", id="slide of no event"),
        pytest.param(("digest",), "abc", id="digest short"),
        pytest.param(("v",), 2, id="another version"),
    ],
)
def test_material_that_is_not_as_it_should_be_is_malformed(
    path: tuple[str | int, ...], value: object
) -> None:
    message = json.loads(pack(Subject(TIMELINE, DECK), "speaker").line)
    changed = json.dumps(_with(message, value, *path)).encode()
    assert isinstance(from_presenter(changed), Malformed)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(("timeline", "events"), id="events"),
        pytest.param(("timeline", "events", 0, "id"), id="id"),
        pytest.param(("timeline", "events", 0, "date"), id="date"),
        pytest.param(("timeline", "events", 0, "title"), id="title"),
        pytest.param(("deck",), id="deck"),
        pytest.param(("digest",), id="digest"),
        pytest.param(("v",), id="version"),
    ],
)
def test_material_without_what_it_needs_is_malformed(path: tuple[str | int, ...]) -> None:
    message = json.loads(pack(Subject(TIMELINE, DECK), "speaker").line)
    assert isinstance(from_presenter(json.dumps(_without(message, *path)).encode()), Malformed)


def test_a_part_of_an_event_belongs_to_it_whatever_it_says() -> None:
    message = json.loads(pack(Subject(TIMELINE, DECK), "speaker").line)
    changed = _with(message, "nowhere", "timeline", "events", 1, "quotes", 0, "event")
    found = from_presenter(json.dumps(changed).encode())
    assert isinstance(found, Material)
    assert [quote.event for quote in found.timeline.quotes] == ["strikes"]


def test_events_in_any_order_come_in_order_of_time() -> None:
    message = json.loads(pack(Subject(TIMELINE, of_events(TIMELINE, [1])), "speaker").line)
    message["timeline"]["events"].reverse()
    found = from_presenter(json.dumps(message).encode())
    assert isinstance(found, Material)
    assert [event.id for event in found.timeline.events] == ["accord", "strikes"]
