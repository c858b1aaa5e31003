"""What the foot of a talk says goes after a while, and what hangs on it goes with it."""

from asyncio import timeout
from pathlib import Path

import pytest
from textual.message import Message

from screens.acting import Acting, acting
from screens.following import Presenter, following
from screens.teller import TEXT, Hands, telling, timed
from tui.screens.follow import FollowScreen
from tui.screens.foot import LASTS, PERIOD
from tui.screens.sharing import Shared
from tui.share.wire import Command

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
        ("n", "n again shows your notes here, where people see them."),
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


@pytest.mark.parametrize(
    "instead",
    [
        Shared.Asked(Command("next")),
        Shared.Told("Nobody can follow."),
        Shared.Driven("speaker"),
    ],
    ids=["a step", "a sentence", "another driver"],
)
@pytest.mark.parametrize("key", ["q", "ctrl+c", "n"])
async def test_a_question_that_gives_way_to_something_else_was_not_asked(
    key: str, instead: Message
) -> None:
    async with telling() as teller:
        await teller.press(key)
        assert " again " in teller.foot
        teller.screen.post_message(instead)
        await teller.reader.pilot.pause()
        assert " again " not in teller.foot
        await teller.press(key)
        assert " again " in teller.foot
        assert teller.reader.app.return_code is None
        assert "SAY IT" not in teller.reader.text


async def test_a_number_that_gives_way_to_a_step_was_not_typed(tmp_path: Path) -> None:
    async with following(tmp_path) as follower:
        await follower.until("Assad meets Putin in Sochi")
        await follower.press("F 1")
        assert follower.foot == "Slide 1: Enter goes there."
        follower.presenter.step(5)
        await follower.until("On your own; F goes back to the presenter, at 2/2.")
        await follower.press("2")
        assert follower.foot == "Slide 2: Enter goes there."


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
