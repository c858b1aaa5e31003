"""What the foot of a talk says goes after a while, and what hangs on it goes with it."""

from asyncio import timeout
from pathlib import Path

import pytest

from screens.acting import Acting, acting
from screens.following import Presenter
from screens.teller import TEXT, Hands, timed
from tui.screens.follow import FollowScreen
from tui.screens.foot import LASTS, PERIOD

SHOWN = "●····   page 1 of 2"


async def looked(reader: Acting) -> None:
    """Wait until the foot has looked at the clock once more."""
    later: list[bool] = []
    # Timers go off in the order in which they are due.
    reader.app.set_timer(PERIOD, lambda: later.append(True))
    async with timeout(30):
        while not later:
            await reader.pilot.pause()


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("n", "n again shows your notes here, where people may see them."),
        ("q", "q again leaves; Esc goes back to Browse."),
        ("D", "You drive already."),
        ("2", "Slide 2: Enter goes there."),
    ],
)
async def test_what_is_said_goes_after_a_while(keys: str, said: str) -> None:
    async with timed() as (teller, hands):
        await teller.press(keys)
        hands.now += LASTS - 1
        await looked(teller.reader)
        assert teller.foot == said
        hands.now += 1
        await looked(teller.reader)
        assert teller.foot == SHOWN


async def test_what_is_said_anew_stays_as_long_again() -> None:
    async with timed() as (teller, hands):
        await teller.press("D")
        hands.now += LASTS - 1
        await teller.press("D")
        hands.now += LASTS - 1
        await looked(teller.reader)
        assert teller.foot == "You drive already."


async def test_a_question_that_is_gone_from_sight_was_not_asked() -> None:
    async with timed() as (teller, hands):
        for key in ("q", "ctrl+c", "n"):
            await teller.press(key)
            hands.now += LASTS
            await looked(teller.reader)
            await teller.press(key)
            assert " again " in teller.foot
        assert teller.reader.app.return_code is None
        assert "SAY IT" not in teller.reader.text


async def test_a_number_that_is_gone_from_sight_was_not_typed() -> None:
    async with timed() as (teller, hands):
        await teller.press("2")
        hands.now += LASTS
        await looked(teller.reader)
        await teller.press("enter")
        assert teller.here == "sochi quote stable"


async def test_a_follower_comes_back_to_what_holds(tmp_path: Path) -> None:
    presenter, hands = Presenter(tmp_path), Hands()
    await presenter.begin()
    async with acting(TEXT, first=lambda own: FollowScreen(own, presenter.path, hands)) as reader:
        await reader.until("Assad meets Putin in Sochi")
        await reader.pilot.press("F", "7", "enter")
        assert reader.foot == "There is no slide 7; the last is 2."
        hands.now += LASTS
        await looked(reader)
        assert reader.foot == "On your own; F goes back to the presenter, at 1/2."
    await presenter.end()
