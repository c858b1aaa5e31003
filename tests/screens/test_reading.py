"""Reading a large file after the first paint, in a worker."""

from threading import Event

import pytest

from screens.acting import acting, opening, opening_of
from tui.screens.first_view import first_view
from tui.view.view import View
from view.histories import FOUR_DAYS


async def test_what_was_read_arrives() -> None:
    async with acting(opening(FOUR_DAYS, eager=False, at="sochi")) as reader:
        await reader.app.workers.wait_for_complete()
        await reader.pilot.pause()
        assert (reader.here, reader.view.reading) == ("events sochi", False)
        assert "Assad meets Putin in Sochi" in reader.text


@pytest.mark.parametrize(
    ("at", "here"),
    [
        ("", "events annexed"),
        ("strikes", "events strikes"),
        ("2015", "events strikes"),
        ("2016-02", "events sochi"),
        ("2099", "events talks"),
        ("no such event", "events annexed"),
    ],
)
async def test_it_starts_where_it_was_asked_to(at: str, here: str) -> None:
    async with acting(opening(FOUR_DAYS, at=at)) as reader:
        assert reader.here == here


async def test_while_it_reads_it_says_so_and_can_be_left() -> None:
    may_read = Event()

    def slowly() -> View:
        may_read.wait(30)
        return first_view(FOUR_DAYS.encode())

    async with acting(opening_of(slowly)) as reader:
        try:
            await reader.pilot.press("j", "2", "G", "z", "enter", "full_stop")
            assert reader.here == "events nothing"
            assert reader.foot == "The file is still being read."
            await reader.pilot.press("question_mark")
            assert "Keys" in reader.text
            await reader.pilot.press("escape")
        finally:
            may_read.set()
        await reader.app.workers.wait_for_complete()
        await reader.pilot.pause()
        assert reader.here == "events annexed"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "Permission denied"), "a.yaml: Permission denied"),
        (OSError("the line went dead"), "a.yaml: the line went dead"),
    ],
)
async def test_a_file_that_cannot_be_read_is_named(error: OSError, message: str) -> None:
    def fail() -> View:
        raise error

    async with acting(opening_of(fail)) as reader:
        await reader.app.workers.wait_for_complete()
        await reader.pilot.pause()
        assert reader.foot == message
        await reader.pilot.press("j", "q")
        assert reader.app.return_code == 0
