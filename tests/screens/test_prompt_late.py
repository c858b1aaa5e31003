"""The prompt, where an answer takes a while or the file changes meanwhile."""

from asyncio import timeout
from collections.abc import Callable
from threading import Event

import pytest

from screens.acting import Acting, acting
from screens.prompting import prompt, state, typing
from tui.panes.prompt import Mode
from tui.screens import asking
from tui.screens.asking import Answer
from tui.screens.file_at_hand import FileAtHand
from tui.screens.reloading import news_of
from tui.view.view import View
from view.histories import TWO_LANES, ids

LARGE = "title: Large\nevents:\n" + "".join(
    f"- {{id: e{at}, date: 2014, title: Number {at}}}\n" for at in range(6_000)
)


async def until(reader: Acting, holds: Callable[[], bool]) -> None:
    async with timeout(30):
        while not holds():
            await reader.pilot.pause()


async def test_in_a_large_timeline_the_answer_comes_when_it_is_found() -> None:
    async with acting(LARGE) as reader:
        await typing(reader, '/|"number 59"')
        await until(reader, lambda: prompt(reader) == "/number 59 1/111")
        assert reader.here == "events e59"
        await typing(reader, "enter n")
        assert reader.here == "events e590"
        await typing(reader, 'f|"number 5999"')
        await until(reader, lambda: prompt(reader) == "f number 5999 1 of 6,000")
        await reader.pilot.press("enter")
        assert reader.here == "events e5999"


async def test_only_the_latest_answer_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    may_answer, asked = Event(), []
    real = asking.answer

    def slowly(before: View, mode: Mode, text: str, cursor: int) -> Answer:
        asked.append(text)
        may_answer.wait(30)
        return real(before, mode, text, cursor)

    monkeypatch.setattr(asking, "LARGE", 1)
    monkeypatch.setattr(asking, "answer", slowly)
    async with acting(TWO_LANES) as reader:
        try:
            await typing(reader, '/|"siege"')
            assert (state(reader), asked) == ("one - [-] 1", [""])
        finally:
            may_answer.set()
        await until(reader, lambda: prompt(reader) == "/siege 1/1")
        # One thread at a time, and what nobody waits for any more is not looked for.
        assert (state(reader), asked) == ("two /siege [-] 1", ["", "siege"])


async def test_an_answer_that_comes_after_the_prompt_is_left_is_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    may_answer, answered = Event(), Event()
    real = asking.answer

    def slowly(before: View, mode: Mode, text: str, cursor: int) -> Answer:
        may_answer.wait(30)
        answered.set()
        return real(before, mode, text, cursor)

    monkeypatch.setattr(asking, "LARGE", 1)
    monkeypatch.setattr(asking, "answer", slowly)
    async with acting(TWO_LANES) as reader:
        await typing(reader, 'f|"siege"|escape')
        may_answer.set()
        await until(reader, answered.is_set)
        await typing(reader, "j k")
        assert (prompt(reader), state(reader)) == ("", "one - [-] 1")
        await typing(reader, 'f|"feast"')
        await until(reader, lambda: prompt(reader) == "f feast 1 of 6")
        assert state(reader) == "five - [feast] 1"


async def test_an_answer_in_an_older_reading_of_the_file_does_not_bring_it_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    may_answer, answered = Event(), []
    real = asking.answer

    def slowly(before: View, mode: Mode, text: str, cursor: int) -> Answer:
        found = real(before, mode, text, cursor)
        may_answer.wait(30)
        answered.append(text)
        return found

    monkeypatch.setattr(asking, "LARGE", 1)
    monkeypatch.setattr(asking, "answer", slowly)
    changed = TWO_LANES.replace("A siege", "A long siege")
    async with acting(TWO_LANES) as reader:
        try:
            await typing(reader, 'f|"siege"')
            news = news_of(changed.encode(), reader.view.timeline, "a.yaml")
            reader.app.screen.post_message(FileAtHand.Changed(news))
            await until(reader, lambda: reader.view.timeline is news.timeline)
        finally:
            may_answer.set()
        await until(reader, lambda: state(reader) == "two - [siege] 1")
        assert answered == ["", "siege"]
        assert reader.view.timeline is news.timeline


async def test_a_change_of_the_file_is_looked_through_at_once() -> None:
    changed = TWO_LANES.replace("A feast", "Another siege")
    async with acting(TWO_LANES) as reader:
        await typing(reader, 'f|"siege"')
        assert prompt(reader) == "f siege 1 of 6"
        news = news_of(changed.encode(), reader.view.timeline, "a.yaml")
        reader.app.screen.post_message(FileAtHand.Changed(news))
        await until(reader, lambda: prompt(reader) == "f siege 2 of 6")
        assert ids(reader.view, "events") == "two five"
