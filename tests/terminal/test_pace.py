"""One frame in flight, and what becomes of a terminal that does not answer."""

from tui.terminal.pace import PATIENCE, Pace


def test_a_terminal_that_never_answers_is_given_up_on_after_a_second() -> None:
    pace = Pace(is_wanted=True)
    assert (pace.is_on, pace.patience) == (True, PATIENCE)
    pace.missed()
    assert not pace.is_on


def test_a_late_first_answer_is_still_an_answer() -> None:
    pace = Pace(is_wanted=True)
    pace.missed()
    pace.answered()
    assert (pace.is_on, pace.patience) == (True, PATIENCE)


def test_a_terminal_that_has_answered_before_gets_a_frame_now_and_then() -> None:
    pace = Pace(is_wanted=True)
    pace.answered()
    waited = []
    for _ in range(5):
        pace.missed()
        waited.append(pace.patience)
    assert pace.is_on
    assert waited == [2, 4, 8, 8, 8]
    pace.answered()
    assert pace.patience == PATIENCE


def test_where_it_is_not_wanted_no_answer_turns_it_on() -> None:
    pace = Pace(is_wanted=False)
    pace.answered()
    assert not pace.is_on
