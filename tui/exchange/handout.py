"""A handout: what was presented, for people to keep, its sources numbered once for all of it.

The slides stand in the order of the talk. An event that the talk comes back to is told in full
where it is shown first; later there is the claim that it is shown for, and where the rest
stands. What is for the speaker alone is no part of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from tui.timeline.records import Claim, Event, Quote, Source
from tui.timeline.timeline import Timeline
from tui.view.talk.deck import Deck, Slide
from tui.view.words import by_whom, outlet


class Leaf(NamedTuple):
    """A slide as it is handed out.

    Attributes:
        number: Which slide it is, from 1.
        event: What it shows.
        claims: What is claimed of that, in the order in which it is shown.
        told: The number of the slide that told the event in full, 0 where this one does.
    """

    number: int
    event: Event
    claims: tuple[Claim, ...]
    told: int = 0

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations that it gives."""
        return () if self.told else self.event.quotes


@dataclass(frozen=True, eq=False)
class Handout:
    """All that is handed out.

    Attributes:
        timeline: Where it is from.
        tour: What the tour is called, "" where there was none.
        leaves: The slides in their order.
        numbers: The number of each source that is cited, from 1 in order of reading, by id.
    """

    timeline: Timeline
    tour: str
    leaves: tuple[Leaf, ...]
    numbers: Mapping[str, int]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.timeline.title or "Timeline"

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source that is cited, by its number."""
        found = (self.timeline.source(each) for each in self.numbers)
        return tuple(source for source in found if source)

    def sources_of(self, leaf: Leaf) -> tuple[Source, ...]:
        """The sources that a slide cites, by their numbers."""
        ids = sorted({*_cited(leaf)} & self.numbers.keys(), key=self.numbers.__getitem__)
        return tuple(source for source in map(self.timeline.source, ids) if source)


def of_deck(timeline: Timeline, deck: Deck) -> Handout:
    """The slides of a talk, as they are handed out."""
    leaves = tuple(_leaves(timeline, deck.slides))
    ids = dict.fromkeys(each for leaf in leaves for each in _cited(leaf))
    known = (each for each in ids if timeline.source(each))
    numbers = {source_id: number for number, source_id in enumerate(known, 1)}
    return Handout(timeline, deck.title, leaves, MappingProxyType(numbers))


def brief(source: Source) -> str:
    """A source in a few words, beside its number: who wrote it and where it stands."""
    return ", ".join(dict.fromkeys(filter(None, (source.author, outlet(source)))))


def claimant(timeline: Timeline, claim: Claim) -> str:
    """Who makes a claim, "" where nobody is said to."""
    source = timeline.source(claim.by)
    return brief(source) if source else by_whom(timeline, claim.by)


def held_against(timeline: Timeline, claim: Claim) -> tuple[Source, ...]:
    """The sources that a claim is held against, without the one that makes it."""
    found = (timeline.source(each) for each in claim.sources if each != claim.by)
    return tuple(source for source in found if source)


def _leaves(timeline: Timeline, slides: tuple[Slide, ...]) -> Iterator[Leaf]:
    told: dict[str, int] = {}
    for number, slide in enumerate(slides, 1):
        event = timeline.event(slide.event)
        if event is None:
            continue
        first = tuple(each for each in event.claims if each.id == slide.claim)
        others = tuple(each for each in event.claims if each.id != slide.claim)
        before = told.get(event.id, 0)
        told.setdefault(event.id, number)
        yield Leaf(number, event, first if before else (*first, *others), before)


def _cited(leaf: Leaf) -> Iterator[str]:
    """The ids of the sources that a slide cites, as they are read."""
    yield from (quote.source for quote in leaf.quotes)
    for claim in leaf.claims:
        yield claim.by
        yield from claim.sources
    if not leaf.told:
        yield from leaf.event.sources
