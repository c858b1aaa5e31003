"""What is handed out: slides in the order of the talk, sources in that of reading."""

from hypothesis import given

from exchange.history import BARE, DISPUTED, EVERY, GORI, SOCHI, TIMELINE, UNKNOWN, WORDS
from strategies import timelines
from tui.exchange.handout import Leaf, brief, claimant, held_against, of_deck
from tui.timeline.records import Source, Step, Tour
from tui.timeline.timeline import Timeline
from tui.view.talk.deck import Deck, of_events, of_tour

TOUR = Tour("t", "There and back", (Step("sochi", "sochi.c2", "Look."), Step("gori")))


def test_the_slides_of_a_tour_in_its_order_with_its_claim_first() -> None:
    made = of_deck(TIMELINE, of_tour(TIMELINE, TOUR))
    assert made.leaves == (Leaf(1, SOCHI, (BARE, DISPUTED)), Leaf(2, GORI, ()))
    assert (made.title, made.tour) == ("A history", "There and back")


def test_the_events_in_order_of_time() -> None:
    made = of_deck(TIMELINE, of_events(TIMELINE, EVERY))
    assert made.leaves == (Leaf(1, GORI, ()), Leaf(2, SOCHI, (DISPUTED, BARE)))
    assert made.tour == ""


def test_an_event_shown_again_is_told_once() -> None:
    steps = (Step("sochi", "c01"), Step("gori"), Step("sochi", "sochi.c2"), Step("sochi"))
    made = of_deck(TIMELINE, of_tour(TIMELINE, Tour("t", "T", steps)))
    assert [(each.claims, each.told) for each in made.leaves] == [
        ((DISPUTED, BARE), 0),
        ((), 0),
        ((BARE,), 1),
        ((), 1),
    ]
    assert [each.quotes for each in made.leaves] == [(WORDS, UNKNOWN), (), (), ()]


def test_sources_are_numbered_as_they_are_read() -> None:
    made = of_deck(TIMELINE, of_tour(TIMELINE, TOUR))
    # The quotation comes first, then the claim that names the essay.
    assert dict(made.numbers) == {"kremlin": 1, "essay": 2}
    assert [each.id for each in made.sources] == ["kremlin", "essay"]
    assert [each.id for each in made.sources_of(made.leaves[0])] == ["kremlin", "essay"]
    assert made.sources_of(made.leaves[1]) == ()


def test_a_source_in_a_few_words() -> None:
    kremlin, essay, bare = TIMELINE.sources
    assert [brief(each) for each in (kremlin, essay, bare)] == [
        "Kremlin",
        "Ben Dubow, CEPA",
        "sochi",
    ]
    assert brief(Source("a", author="The UN", publisher="The UN")) == "The UN"


def test_who_makes_a_claim_is_not_what_it_is_held_against() -> None:
    kremlin, _, _ = TIMELINE.sources
    assert claimant(TIMELINE, DISPUTED) == "Ben Dubow, CEPA"
    assert claimant(TIMELINE, BARE._replace(by="nowhere")) == "nowhere"
    assert claimant(TIMELINE, BARE) == ""
    itself = DISPUTED._replace(sources=("essay", "kremlin", "nowhere"))
    assert held_against(TIMELINE, itself) == (kremlin,)


def test_without_a_title_it_is_a_timeline() -> None:
    assert of_deck(Timeline(), Deck()).title == "Timeline"


@given(timelines())
def test_every_source_that_is_cited_has_one_number(timeline: Timeline) -> None:
    made = of_deck(timeline, of_events(timeline, range(len(timeline.events))))
    assert list(made.numbers.values()) == list(range(1, len(made.sources) + 1))
    linked = {at for each in timeline.events for at in timeline.links.event_sources(each)}
    assert {*made.numbers} == {timeline.sources[at].id for at in linked}
