"""Talks for tests: the four days told from the first event on, and any talk at any place."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from strategies import timelines
from tui.timeline.records import Step, Tour
from tui.timeline.timeline import Timeline
from tui.view.talk.deck import Deck, of_events, of_tour
from tui.view.talk.pages import Room
from tui.view.talk.talk import Talk
from view.histories import FOUR_DAYS, view_of

WIDE = Room(72, 17)
HISTORY: Timeline = view_of(FOUR_DAYS).timeline


def told(claim: str = "") -> Talk:
    """The talk on Sochi and on the annexation, at its first slide."""
    steps = (Step("sochi", claim, "Look."), Step("annexed"))
    return Talk(HISTORY, of_tour(HISTORY, Tour("two", "Two days", steps)), at=0)


def rooms() -> SearchStrategy[Room]:
    """Rooms from none at all to a large screen."""
    return st.builds(Room, st.integers(0, 120), st.integers(0, 50))


def _decks(timeline: Timeline) -> SearchStrategy[Deck]:
    if not timeline.events:
        return st.just(Deck())
    steps = st.builds(Step, st.sampled_from([each.id for each in timeline.events]))
    tour = st.builds(Tour, st.just("t"), st.just("T"), st.lists(steps, max_size=4).map(tuple))
    events = st.just(of_events(timeline, range(len(timeline.events))))
    return st.one_of(events, tour.map(lambda each: of_tour(timeline, each)))


def talks() -> SearchStrategy[Talk]:
    """Any talk, some steps from its start."""

    def begun(timeline: Timeline) -> SearchStrategy[Talk]:
        return _decks(timeline).map(lambda deck: Talk(timeline, deck))

    def on(talk: Talk, steps: list[str], room: Room) -> Talk:
        for now, step in enumerate(steps):
            talk = walked(talk, step, room, float(now))
        return talk

    steps = st.lists(st.sampled_from(STEPS), max_size=12)
    return st.builds(on, timelines().flatmap(begun), steps, rooms())


STEPS = ("next", "back", "on", "blank", "lit", "whole", "first", "last")
"""What a talk can be asked for."""


def walked(talk: Talk, step: str, room: Room, now: float) -> Talk:
    """The talk after one of the steps."""
    match step:
        case "next":
            return talk.next(room, now)
        case "back":
            return talk.back(room, now)
        case "on":
            return talk.go(talk.at + 1, now)
        case "blank":
            return talk.darkened(now)
        case "lit":
            return talk.lit(now)
        case "whole":
            return talk.whole(room)
        case "first":
            return talk.go(0, now)
        case _:
            return talk.go(len(talk.deck.slides) - 1, now)
