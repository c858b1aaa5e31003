"""What of a talk runs over at a size."""

import pytest

from tui.timeline.records import Step, Tour
from tui.view.talk.deck import of_tour
from tui.view.talk.overflow import Overflow, overflows
from tui.view.talk.pages import Room, pages_of
from view.histories import FOUR_DAYS, view_of

HISTORY = view_of(FOUR_DAYS).timeline
DECK = of_tour(HISTORY, Tour("t", "", tuple(map(Step, ("talks", "annexed", "strikes", "sochi")))))
ANNEXED, SOCHI = "Russia annexes Crimea", "Assad meets Putin in Sochi"


@pytest.mark.parametrize(
    ("room", "found"),
    [
        (Room(72, 40), []),
        (Room(72, 16), [Overflow(4, SOCHI, 2, "claim met", 4)]),
        (
            Room(72, 12),
            [Overflow(2, ANNEXED, 2, "claim lawful", 4), Overflow(4, SOCHI, 2, "claim moscow", 8)],
        ),
    ],
    ids=["roomy", "one runs over", "two run over"],
)
def test_which_slides_run_over_and_with_what(room: Room, found: list[Overflow]) -> None:
    assert list(overflows(HISTORY, DECK, room)) == found


def test_a_title_that_takes_more_than_a_third_is_told() -> None:
    title = "A title that goes on and on, " * 6
    history = view_of(FOUR_DAYS.replace("Talks go on", title.strip(", "))).timeline
    (first, *_) = overflows(history, DECK, Room(40, 20))
    assert (first.number, first.pages, first.part, first.head) == (1, 1, "", 7)


@pytest.mark.parametrize("height", range(3, 40))
def test_what_is_told_is_what_is_laid_out(height: int) -> None:
    room = Room(60, height)
    over = {each.number: each for each in overflows(HISTORY, DECK, room) if each.pages > 1}
    pages = {at + 1: pages_of(HISTORY, each, room) for at, each in enumerate(DECK.slides)}
    assert over.keys() == {at for at, each in pages.items() if len(each.pages) > 1}
    assert all(each.pages == len(pages[at].pages) for at, each in over.items())
    assert all(each.rows > 0 for each in over.values())
