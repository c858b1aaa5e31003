"""An audience gets all of a talk but what is for the speaker."""

from tui.timeline.dates import parse
from tui.timeline.records import Event, Step, Tour
from tui.timeline.timeline import Timeline
from tui.view.talk.audience import heard_deck, heard_timeline
from tui.view.talk.deck import Deck, Slide

EVENT = Event("accord", parse("2008-08-12"), "The accord is signed", summary="In Moscow.")
TOUR = Tour("short", "In short", (Step("accord", "c1"),))


def test_notes_and_what_is_said_are_left_out_of_a_timeline_and_nothing_else() -> None:
    steps = (Step("accord", "c1", "Breathe."),)
    timeline = Timeline(
        title="A history",
        events=(EVENT._replace(notes="Not for them."),),
        tours=(TOUR._replace(steps=steps),),
    )
    heard = heard_timeline(timeline)
    assert (heard.title, heard.events, heard.tours) == ("A history", (EVENT,), (TOUR,))


def test_what_is_said_is_left_out_of_a_deck_and_nothing_else() -> None:
    deck = Deck((Slide("accord", "accord", "c1", "Breathe."),), "In short", "short")
    assert heard_deck(deck) == Deck((Slide("accord", "accord", "c1"),), "In short", "short")
