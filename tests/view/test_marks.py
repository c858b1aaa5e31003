"""Marks: in the order of time, and gone when taken away or with their event."""

from dataclasses import replace

from tui.view.marks import marked, unmarked
from view.histories import FOUR_DAYS, view_of

MARKED = replace(view_of(FOUR_DAYS), marks=("talks", "gone", "annexed"))


def test_they_stand_in_the_order_of_time() -> None:
    assert [event.id for event in marked(MARKED)] == ["annexed", "talks"]


def test_one_is_taken_away() -> None:
    assert unmarked(MARKED, "talks").marks == ("gone", "annexed")
    assert unmarked(MARKED, "sochi") == MARKED
