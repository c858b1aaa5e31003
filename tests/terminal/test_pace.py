"""One frame in flight, and what becomes of a terminal that does not answer."""

from collections import deque

import pytest

from tui.terminal.pace import PATIENCE, Pace


class Clock:
    """A time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(is_wanted=True, clock=clock)


def answer_after(seconds: float, pace: Pace, clock: Clock) -> bool:
    """Ask, and be answered so much later."""
    pace.asked()
    clock.now += seconds
    return pace.answered()


def test_a_terminal_that_never_answers_is_given_up_on_after_a_second(pace: Pace) -> None:
    assert (pace.is_on, pace.asks, pace.patience) == (True, True, PATIENCE)
    pace.asked()
    pace.missed()
    assert (pace.is_on, pace.asks) == (False, False)


def test_a_late_first_answer_is_still_an_answer(pace: Pace) -> None:
    pace.missed()
    pace.answered()
    assert (pace.is_on, pace.patience) == (True, PATIENCE)


def test_a_terminal_that_has_answered_before_is_given_up_on_after_four_frames(
    pace: Pace, clock: Clock
) -> None:
    assert answer_after(0.1, pace, clock)
    waits = []
    for _ in range(4):
        assert pace.is_on
        pace.asked()
        waits.append(pace.left)
        clock.now += pace.left
        pace.missed()
    assert (pace.is_on, pace.asks) == (False, True)
    assert waits == [PATIENCE] * 4


def test_what_is_left_to_wait_is_counted_from_the_question(pace: Pace, clock: Clock) -> None:
    pace.asked()
    clock.now += 0.7
    assert pace.left == pytest.approx(0.3)
    clock.now += 9
    assert pace.left == 0


def test_the_next_answer_puts_everything_back(pace: Pace, clock: Clock) -> None:
    answer_after(0.1, pace, clock)
    for _ in range(5):
        pace.asked()
        pace.missed()
    assert not pace.is_on
    # It has answered again, but only when it has answered for all is nothing in flight.
    assert [pace.answered() for _ in range(5)] == [False] * 4 + [True]
    assert pace.is_on


def test_a_terminal_that_is_not_waited_for_is_not_asked_for_ever(pace: Pace, clock: Clock) -> None:
    answer_after(0.1, pace, clock)
    asked = 0
    for _ in range(1_000):
        if pace.asks:
            pace.asked()
            asked += 1
        pace.missed()
    assert asked < 100


def test_an_answer_that_got_lost_holds_up_one_frame(pace: Pace, clock: Clock) -> None:
    pace.asked()
    pace.asked()
    assert not pace.answered()
    pace.missed()
    assert answer_after(0.1, pace, clock)


def test_where_it_is_not_wanted_no_answer_turns_it_on() -> None:
    pace = Pace(is_wanted=False)
    pace.answered()
    assert not pace.is_on
    assert not pace.asks


@pytest.mark.parametrize("frame", [0.05, 0.4, 0.9, 1.5, 2.9], ids=lambda each: f"{each} s a frame")
@pytest.mark.parametrize("delay", [0.0, 0.1, 1.0], ids=lambda each: f"{each} s there and back")
def test_a_slow_line_stays_paced_and_has_no_backlog(
    pace: Pace, clock: Clock, frame: float, delay: float
) -> None:
    answer_after(0.1, pace, clock)
    arrivals: deque[float] = deque()
    free, most = clock.now, 0
    for number in range(200):
        # A program that always has another frame.
        pace.asked()
        free = max(free, clock.now) + frame
        arrivals.append(free + delay)
        while arrivals:
            until = clock.now + pace.left
            if arrivals[0] > until:
                clock.now = until
                pace.missed()
                break
            clock.now = max(clock.now, arrivals.popleft())
            if pace.answered():
                break
        assert pace.is_on
        if number > 10:
            most = max(most, len(arrivals))
    # Where answers take longer than the first few are waited for, one may be taken for another.
    assert most == (frame + delay > 3 * PATIENCE)
