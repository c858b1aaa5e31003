"""What an audience gets of a timeline and a deck: neither notes nor what the speaker says."""

from dataclasses import replace

from tui.timeline.timeline import Timeline
from tui.view.talk.deck import Deck


def heard_timeline(timeline: Timeline) -> Timeline:
    """A timeline whose events have no notes, and whose tours nothing to say."""
    return replace(
        timeline,
        events=tuple(event._replace(notes="") for event in timeline.events),
        tours=tuple(
            tour._replace(steps=tuple(step._replace(say="") for step in tour.steps))
            for tour in timeline.tours
        ),
    )


def heard_deck(deck: Deck) -> Deck:
    """A deck whose slides have nothing to say."""
    return deck._replace(slides=tuple(slide._replace(say="") for slide in deck.slides))
