"""A deck: the slides of a talk in their order, one for each step of a tour or each event.

A slide is known by its key, which an edit of the file does not change: the id of its event,
and where a tour comes back to an event, which time this is. A step whose event there is not
has no slide.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tui.timeline.records import Step, Tour
from tui.timeline.timeline import Timeline


class Slide(NamedTuple):
    """What is shown at once: an event.

    Attributes:
        key: What it is known by in its deck.
        event: The id of the event, which there is.
        claim: The id of the claim to show first, "" for the order of the file.
        say: What the speaker says here; not for the audience.
    """

    key: str
    event: str
    claim: str = ""
    say: str = ""


class Deck(NamedTuple):
    """The slides of a talk.

    Attributes:
        slides: In their order.
        title: What the talk is called, "" where it is no tour.
        tour: The id of the tour, "" where the events are shown in order of time.
        unsaid: Seconds that it takes to say what is left out of the slides here.
    """

    slides: tuple[Slide, ...] = ()
    title: str = ""
    tour: str = ""
    unsaid: float = 0.0

    def find(self, key: str) -> int | None:
        """The place of a slide, None if it is not among them."""
        return next((at for at, slide in enumerate(self.slides) if slide.key == key), None)


def of_tour(timeline: Timeline, tour: Tour) -> Deck:
    """The steps of a tour."""
    return Deck(_slides(timeline, tour.steps), tour.title or tour.id, tour.id)


def of_events(timeline: Timeline, positions: Iterable[int]) -> Deck:
    """The events at some positions."""
    return Deck(_slides(timeline, (Step(timeline.events[at].id) for at in positions)))


def deck_of(timeline: Timeline, tour: str, positions: Iterable[int]) -> Deck:
    """The steps of the tour of an id, if there is one, else the events at some positions."""
    found = find_tour(timeline, tour) if tour else None
    return of_tour(timeline, found) if found else of_events(timeline, positions)


def again(deck: Deck, timeline: Timeline, positions: Iterable[int]) -> Deck:
    """The same deck of another reading of the file.

    Args:
        deck: What was made of the one before.
        timeline: What the file says now.
        positions: Those of the events of a deck without a tour.
    """
    if not deck.tour:
        return of_events(timeline, positions)._replace(title=deck.title)
    tour = find_tour(timeline, deck.tour)
    if tour is None:
        left = (slide for slide in deck.slides if timeline.event(slide.event))
        return deck._replace(slides=tuple(left))
    return of_tour(timeline, tour)


def find_tour(timeline: Timeline, tour_id: str) -> Tour | None:
    """The tour of an id, None if there is none."""
    return next((each for each in timeline.tours if each.id == tour_id), None)


def _slides(timeline: Timeline, steps: Iterable[Step]) -> tuple[Slide, ...]:
    shown: Counter[str] = Counter()
    slides = []
    for event, claim, say in steps:
        if timeline.event(event) is None:
            continue
        shown[event] += 1
        key = event if shown[event] == 1 else f"{event} {shown[event]}"
        slides.append(Slide(key, event, claim, say))
    return tuple(slides)
