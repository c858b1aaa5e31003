"""A follower finds its presenter, sees what is shown, and waits while there is none."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

import pytest

from share.talks import DECK, TIMELINE, Told, large, place_in, presenting, soon, told, until
from tui.share.follower import Backoff, Eyes, Following, Status, Unread, Where
from tui.share.material import LONGEST, Material, Role, Subject, pack
from tui.share.place import find
from tui.share.presenter import Limits
from tui.share.wire import Command, State, print_state
from tui.view.talk.audience import heard_deck
from tui.view.talk.deck import Deck
from tui.view.talk.shown import Shown

QUICK = Backoff(0.001, 0.01)
FOLLOWERS = 200


class Seen:
    """What a follower was told, in the order of each sort."""

    def __init__(self) -> None:
        self.statuses: asyncio.Queue[Status] = asyncio.Queue()
        self.materials: asyncio.Queue[Material] = asyncio.Queue()
        self.states: asyncio.Queue[State] = asyncio.Queue()
        self.ignored: asyncio.Queue[Unread] = asyncio.Queue()
        self.eyes = Eyes(
            status=self.statuses.put_nowait,
            material=self.materials.put_nowait,
            state=self.states.put_nowait,
            ignored=self.ignored.put_nowait,
        )

    async def shows(self, slide: str) -> State:
        """The first state from now on that shows a slide."""
        return await until(self.states, lambda state: state.shown.slide == slide)


@asynccontextmanager
async def following(where: Where, seen: Seen, role: Role = "audience") -> AsyncIterator[Following]:
    """A follower that runs."""
    follower = Following(where, role, seen.eyes, backoff=QUICK)
    task = asyncio.create_task(follower.run())
    try:
        yield follower
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def saying(path: Path, *lines: bytes) -> AsyncIterator[None]:
    """What says the same to all that connect, and keeps them."""

    async def say(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        writer.writelines(lines)
        await writer.drain()

    writers: list[asyncio.StreamWriter] = []
    server = await asyncio.start_unix_server(say, path)
    try:
        yield
    finally:
        server.close()
        for writer in writers:
            writer.close()


async def test_a_follower_sees_the_talk_and_what_is_shown_of_it(tmp_path: Path) -> None:
    place, seen = place_in(tmp_path), Seen()
    async with presenting(place) as sharing, following(place.path, seen):
        assert await soon(seen.statuses) == Status("connected")
        material = await soon(seen.materials)
        assert material.deck == heard_deck(DECK)
        assert [event.notes for event in material.timeline.events] == ["", ""]
        assert (await soon(seen.states)).shown == Shown("accord")
        sharing.publish(Shown("strikes", "quote q1", 1, 2, blank=True))
        assert (await seen.shows("strikes")).shown == Shown("strikes", "quote q1", 1, 2, blank=True)


async def test_a_speaker_sees_all_and_drives(tmp_path: Path) -> None:
    place, seen, heard = place_in(tmp_path), Seen(), Told()
    async with presenting(place, heard), following(place.path, seen, "speaker") as speaker:
        material = await soon(seen.materials)
        assert material.deck == DECK
        assert told(material.timeline)["tours"] == TIMELINE.tours
        assert speaker.do(Command("take"))
        await until(seen.states, lambda state: state.yours)
        assert speaker.do(Command("go", "strikes"))
        assert await soon(heard.commands) == Command("go", "strikes")


async def test_a_follower_waits_for_a_presenter_before_and_between(tmp_path: Path) -> None:
    place, seen = place_in(tmp_path), Seen()
    async with following(place.path, seen) as follower:
        assert await soon(seen.statuses) == Status("waiting")
        assert not follower.do(Command("take"))
        for _ in range(2):
            async with presenting(place):
                assert await soon(seen.statuses) == Status("connected")
                await seen.shows("accord")
            assert await soon(seen.statuses) == Status("waiting")


async def test_a_follower_looks_for_the_socket_at_each_attempt(tmp_path: Path) -> None:
    place, seen = place_in(tmp_path), Seen()

    def newest() -> Path | None:
        return next(iter(find(place.path.parent)), None)

    async with following(newest, seen):
        assert await soon(seen.statuses) == Status("waiting")
        async with presenting(place):
            await seen.shows("accord")


async def test_a_follower_that_is_refused_is_told_why_and_gets_in_later(tmp_path: Path) -> None:
    place, first, second = place_in(tmp_path), Seen(), Seen()
    async with presenting(place, limits=Limits(links=1)), AsyncExitStack() as stack:
        await stack.enter_async_context(following(place.path, first))
        await first.shows("accord")
        async with following(place.path, second):
            refused = Status("refused", "There are 1 followers already.")
            assert await soon(second.statuses) == refused
            await stack.aclose()
            await second.shows("accord")


async def test_200_followers_all_get_a_step(tmp_path: Path) -> None:
    place, heard = place_in(tmp_path), Told()
    everybody = [Seen() for _ in range(FOLLOWERS)]
    async with presenting(place, heard) as sharing, AsyncExitStack() as stack:
        for seen in everybody:
            await stack.enter_async_context(following(place.path, seen))
        await until(heard.followers, lambda count: count == FOLLOWERS)
        for seen in everybody:
            await seen.shows("accord")
        sharing.publish(Shown("strikes"))
        for seen in everybody:
            await seen.shows("strikes")
        assert sharing.followers == FOLLOWERS


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"garbage\n", id="garbage"),
        pytest.param(b'{"v":2}\n', id="another version"),
        pytest.param(print_state(State(Shown("x"), 1, "0" * 64)), id="a state of something else"),
    ],
)
async def test_what_is_no_message_is_ignored_and_counted(tmp_path: Path, line: bytes) -> None:
    seen = Seen()
    packed = pack(Subject(TIMELINE, DECK), "audience")
    state = print_state(State(Shown("accord"), 2, packed.digest))
    path = tmp_path / "socket"
    async with saying(path, line, packed.line, line, state), following(path, seen):
        await seen.shows("accord")
        assert (await soon(seen.ignored)).times == 1


async def test_a_line_without_an_end_is_not_kept(tmp_path: Path) -> None:
    seen = Seen()
    path = tmp_path / "socket"
    async with saying(path, b"x" * (LONGEST + 1), b"\n"), following(path, seen):
        assert (await soon(seen.ignored)).why == "too long a line"


async def test_of_several_states_at_once_the_latest_is_told(tmp_path: Path) -> None:
    seen = Seen()
    packed = pack(Subject(TIMELINE, DECK), "audience")
    states = [print_state(State(Shown(f"s{at}"), at, packed.digest)) for at in range(9)]
    path = tmp_path / "socket"
    async with saying(path, packed.line + b"".join(states)), following(path, seen):
        assert (await soon(seen.states)).shown.slide == "s8"


async def test_a_large_talk_is_read(tmp_path: Path) -> None:
    place, seen = place_in(tmp_path), Seen()
    timeline = large(1 << 20)
    async with presenting(place, timeline=timeline, deck=Deck()), following(place.path, seen):
        assert told((await soon(seen.materials)).timeline) == told(timeline)


async def test_a_follower_that_may_not_connect_is_told_so() -> None:
    seen = Seen()

    def forbidden() -> Path | None:
        raise PermissionError

    async with following(forbidden, seen):
        assert (await soon(seen.statuses)).what == "refused"


async def test_a_dead_socket_is_waited_at(tmp_path: Path) -> None:
    seen = Seen()
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(tmp_path / "socket"))
    async with following(tmp_path / "socket", seen):
        assert await soon(seen.statuses) == Status("waiting")
