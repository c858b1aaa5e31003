"""A follower that takes nothing costs the presenter and the others nothing."""

import asyncio
import json
import socket
import tracemalloc
from pathlib import Path

from share.talks import Told, large, place_in, presenting, reading, soon, until
from tui.share.presenter import Limits
from tui.view.talk.deck import Deck
from tui.view.talk.shown import Shown

HELLO = b'{"v":1,"role":"audience"}\n'
STATES = 3000
MUCH = 4 << 20


def stalled(path: Path) -> socket.socket:
    """A follower that reads when it is asked to."""
    follower = socket.socket(socket.AF_UNIX)
    follower.connect(str(path))
    follower.sendall(HELLO)
    return follower


def read_until(follower: socket.socket, slide: str) -> list[str]:
    """The slides of all states up to one of that slide."""
    data = b""
    while not data.endswith(b"\n") or f'"slide":"{slide}"'.encode() not in data:
        data += follower.recv(1 << 16)
    messages = map(json.loads, data.splitlines())
    return [each["slide"] for each in messages if "slide" in each]


async def test_one_that_reads_nothing_gets_the_latest_and_hardly_any_before(tmp_path: Path) -> None:
    place, told = place_in(tmp_path), Told()
    async with presenting(place, told) as sharing:
        with stalled(place.path) as slow:
            assert await soon(told.followers) == 1
            tracemalloc.start()
            before, _ = tracemalloc.get_traced_memory()
            for at in range(STATES):
                # It reads in this very thread: if this waited for it, it would wait for ever.
                sharing.publish(Shown(f"slide {at}"))
                await asyncio.sleep(0)
            after, _ = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            assert after - before < 100_000
            slides = await asyncio.to_thread(read_until, slow, f"slide {STATES - 1}")
            assert len(slides) < 20


async def test_one_that_stops_within_the_material_keeps_nobody_waiting(tmp_path: Path) -> None:
    place, told = place_in(tmp_path), Told()
    async with presenting(place, told, timeline=large(MUCH), deck=Deck()) as sharing:
        with stalled(place.path) as slow:
            await until(told.followers, lambda count: count == 1)
            async with reading(place.path) as quick:
                await quick.state("accord")
                sharing.publish(Shown("strikes"))
                await quick.state("strikes")
            slides = await asyncio.to_thread(read_until, slow, "strikes")
            assert slides == ["strikes"]


async def test_one_that_takes_nothing_for_long_is_dropped(tmp_path: Path) -> None:
    place, told = place_in(tmp_path), Told()
    limits = Limits(stall=0.05)
    async with presenting(place, told, timeline=large(MUCH), deck=Deck(), limits=limits) as sharing:
        with stalled(place.path):
            assert await soon(told.followers) == 1
            assert await soon(told.followers) == 0
        assert sharing.followers == 0


async def test_a_large_talk_comes_whole(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    async with presenting(place, timeline=large(MUCH), deck=Deck()), reading(place.path) as reader:
        [event] = (await reader.message())["timeline"]["events"]
        assert event["title"] == "x" * MUCH
        await reader.state("accord")


async def test_a_talk_that_is_too_large_is_refused(tmp_path: Path) -> None:
    place = place_in(tmp_path)
    timeline = large(129 << 20)
    async with presenting(place, timeline=timeline, deck=Deck()), reading(place.path) as reader:
        assert "too large" in (await reader.message())["refused"]
