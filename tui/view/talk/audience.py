"""What an audience gets of a timeline and a deck: neither notes nor what the speaker says.

How long it takes to say is all that is left of that.
"""

from dataclasses import replace

from tui.timeline.timeline import Timeline
from tui.view.talk.deck import Deck
from tui.view.talk.pace import spoken


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
    slides = tuple(slide._replace(say="") for slide in deck.slides)
    return deck._replace(slides=slides, unsaid=round(spoken(deck)))
