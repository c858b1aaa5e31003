"""The time of a talk in words."""

import pytest

from tui.view.talk.clock import Clock
from tui.view.talk.deck import of_events
from tui.view.talk.talk import Talk
from tui.view.talk.timer import minutes, timer
from view.histories import FOUR_DAYS, view_of

TIMELINE = view_of(FOUR_DAYS).timeline


def talk(at: int, spent: float, goal: float = 0) -> Talk:
    """The talk at a slide of four, after some seconds."""
    deck = of_events(TIMELINE, range(4))
    return Talk(TIMELINE, deck, at=at, clock=Clock(spent), goal=goal)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0:00"), (7.9, "0:07"), (754, "12:34"), (3600, "1:00:00"), (3723, "1:02:03")],
)
def test_a_stretch_of_time(seconds: float, words: str) -> None:
    assert minutes(seconds) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        pytest.param(talk(0, 0), "0:00", id="not begun"),
        pytest.param(talk(3, 754), "12:34", id="without a goal"),
        pytest.param(talk(0, 0, 1200), "20:00 left", id="with one, not begun"),
        pytest.param(talk(2, 602, 1200), "9:58 left", id="about on time"),
        pytest.param(talk(2, 640, 1200), "9:20 left · 0:40 behind", id="behind"),
        pytest.param(talk(2, 644, 1200), "9:16 left · 0:40 behind", id="behind by 44 seconds"),
        pytest.param(talk(2, 500, 1200), "11:40 left · 1:40 ahead", id="ahead"),
        pytest.param(talk(3, 1280, 1200), "1:20 over", id="over"),
    ],
)
def test_the_time_of_a_talk(told: Talk, words: str) -> None:
    assert timer(told, now=0) == words


def test_it_goes_with_the_clock() -> None:
    begun = talk(0, 0).go(1, now=100.0)
    assert [timer(begun, now) for now in (100.0, 101.5, 190.0)] == ["0:00", "0:01", "1:30"]
