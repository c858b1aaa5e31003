"""The slides of a tour, and of the events without one."""

from dataclasses import replace

import pytest

from tui.timeline.records import Step, Tour
from tui.timeline.timeline import Timeline
from tui.view.talk.deck import Deck, Slide, again, deck_of, find_tour, of_events, of_tour
from view.histories import FOUR_DAYS, view_of

HISTORY: Timeline = view_of(FOUR_DAYS).timeline


def test_a_tour_in_its_order_with_what_to_say() -> None:
    tour = Tour("t", "The tour", (Step("sochi", "c1", "Look."),))
    first = HISTORY.events[0].id
    tour = tour._replace(steps=(tour.steps[0], Step(first)))
    assert of_tour(HISTORY, tour) == Deck(
        (Slide("sochi", "sochi", "c1", "Look."), Slide(first, first)), "The tour", "t"
    )


def test_an_event_shown_again_has_a_key_of_its_own() -> None:
    tour = Tour("t", "", (Step("sochi"), Step("sochi", "", "Again."), Step("sochi")))
    deck = of_tour(HISTORY, tour)
    assert [slide.key for slide in deck.slides] == ["sochi", "sochi 2", "sochi 3"]
    assert [deck.find(slide.key) for slide in deck.slides] == [0, 1, 2]
    assert deck.title == "t"


def test_a_step_without_its_event_has_no_slide() -> None:
    deck = of_tour(HISTORY, Tour("t", "T", (Step("nowhere"), Step("sochi"))))
    assert [slide.key for slide in deck.slides] == ["sochi"]
    assert deck.find("nowhere") is None


def test_the_events_that_are_shown_in_their_order() -> None:
    deck = of_events(HISTORY, (0, 2))
    assert [slide.event for slide in deck.slides] == [HISTORY.events[0].id, HISTORY.events[2].id]
    assert (deck.title, deck.tour) == ("", "")


@pytest.mark.parametrize(
    ("tour", "shown"), [("t", ["sochi"]), ("", ["annexed"]), ("gone", ["annexed"])]
)
def test_a_tour_that_is_asked_for_else_the_events(tour: str, shown: list[str]) -> None:
    told = replace(HISTORY, tours=(Tour("t", "T", (Step("sochi"),)),))
    assert [slide.event for slide in deck_of(told, tour, (0,)).slides] == shown


def test_a_tour_is_found_by_its_id() -> None:
    tours = (Tour("a", "A"), Tour("b", "B"))
    assert find_tour(Timeline(tours=tours), "b") == tours[1]
    assert find_tour(Timeline(tours=tours), "c") is None


TOUR = Tour("t", "The tour", (Step("sochi", "", "Look."), Step("annexed")))


@pytest.mark.parametrize(
    ("deck", "tours", "slides", "title"),
    [
        pytest.param(of_tour(HISTORY, TOUR), (TOUR,), "sochi annexed", "The tour", id="the same"),
        pytest.param(
            of_tour(HISTORY, TOUR),
            (TOUR._replace(title="Now", steps=TOUR.steps[1:]),),
            "annexed",
            "Now",
            id="a tour as it is now",
        ),
        pytest.param(of_tour(HISTORY, TOUR), (), "sochi annexed", "The tour", id="a tour gone"),
        pytest.param(of_events(HISTORY, [0]), (), "strikes sochi", "", id="events"),
    ],
)
def test_the_same_deck_of_another_reading(
    deck: Deck, tours: tuple[Tour, ...], slides: str, title: str
) -> None:
    now = replace(HISTORY, tours=tours)
    made = again(deck, now, [1, 2])
    assert " ".join(slide.event for slide in made.slides) == slides
    assert made.title == title
