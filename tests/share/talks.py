"""Talks to share, presenters that remember what they were told, and followers that read bytes."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from tui.share.material import Role
from tui.share.place import Place, private_place
from tui.share.presenter import USUAL, Ears, Ignored, Limits, Sharing
from tui.share.wire import Command
from tui.timeline.dates import parse
from tui.timeline.records import Actor, Claim, Event, Quote, Source, Step, Thread, Tour
from tui.timeline.timeline import Timeline
from tui.view.talk.deck import Deck, of_tour
from tui.view.talk.shown import Driver, Shown

NOTE, SAY = "the note that nobody sees", "the words that nobody reads"

TOUR = Tour("short", "In short", (Step("accord", "", SAY), Step("strikes", "c1", SAY)))
TIMELINE = Timeline(
    title="A short history",
    subtitle="of two events",
    span=parse("2008/2024"),
    threads=(Thread("war", "War and peace"),),
    actors=(Actor("russia", "Russia", "Россия", "state", aliases=("RF",)),),
    sources=(Source("essay", "An essay", "article", date=parse("2024-12~"), checked="read"),),
    events=(
        Event("accord", parse("2008-08-12"), "The accord is signed", 1, "war", notes=NOTE),
        Event(
            "strikes",
            parse("2015-09~"),
            "Air strikes begin",
            0,
            actors=("russia",),
            quotes=(Quote("q1", "strikes", "It begins.", "russia", "source", parse("2015")),),
            claims=(Claim("c1", "strikes", "It began.", "essay", "partly", sources=("essay",)),),
        ),
    ),
    tours=(TOUR,),
)
DECK = of_tour(TIMELINE, TOUR)

T = TypeVar("T")


def large(size: int) -> Timeline:
    """A timeline that takes so many bytes."""
    return Timeline(events=(Event("long", parse("2008"), "x" * size),))


def told(timeline: Timeline) -> dict[str, Any]:
    """All that a timeline says."""
    return {each.name: getattr(timeline, each.name) for each in fields(timeline)}


class Told:
    """What a presenter was told, in the order of each sort."""

    def __init__(self) -> None:
        self.followers: asyncio.Queue[int] = asyncio.Queue()
        self.commands: asyncio.Queue[Command] = asyncio.Queue()
        self.drivers: asyncio.Queue[Driver] = asyncio.Queue()
        self.ignored: asyncio.Queue[Ignored] = asyncio.Queue()
        self.ears = Ears(
            followers=self.followers.put_nowait,
            command=self.commands.put_nowait,
            driver=self.drivers.put_nowait,
            ignored=self.ignored.put_nowait,
        )


async def until(queue: "asyncio.Queue[T]", fits: Callable[[T], bool]) -> T:
    """The first of what comes that fits."""
    async with asyncio.timeout(10):
        while not fits(found := await queue.get()):
            pass
        return found


async def soon(queue: "asyncio.Queue[T]") -> T:
    """What comes next."""
    return await until(queue, lambda _: True)


def place_in(tmp_path: Path) -> Place:
    """A private place."""
    return private_place(tmp_path / "dateline", tmp_path / "timeline.yaml")


@asynccontextmanager
async def presenting(
    place: Place,
    told: Told | None = None,
    *,
    timeline: Timeline = TIMELINE,
    deck: Deck = DECK,
    limits: Limits = USUAL,
) -> AsyncIterator[Sharing]:
    """A presenter that shows the first slide of a talk."""
    sharing = Sharing((told or Told()).ears, limits)
    await sharing.start(place)
    try:
        sharing.material(timeline, deck)
        sharing.publish(Shown("accord"))
        yield sharing
    finally:
        await sharing.close()


class Reader:
    """A follower that takes the bytes as they come, and keeps them."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self.bytes = b""

    def say(self, line: bytes) -> None:
        """Say something, whatever it is."""
        self._writer.write(line)

    async def message(self) -> dict[str, Any]:
        """The next message; an empty one where there will be none."""
        async with asyncio.timeout(10):
            line = await self._reader.readline()
        self.bytes += line
        found: dict[str, Any] = json.loads(line or b"{}")
        return found

    async def state(self, slide: str) -> dict[str, Any]:
        """The first state from now on that shows a slide."""
        while (found := await self.message()).get("slide") != slide:
            assert found
        return found

    async def at_end(self) -> None:
        """Wait until the presenter has parted."""
        with suppress(ConnectionResetError):  # what we have said was not read
            while await self.message():
                pass


@asynccontextmanager
async def reading(path: Path, role: Role | None = "audience") -> AsyncIterator[Reader]:
    """A follower at a socket, which has said what it is."""
    streams = await asyncio.open_unix_connection(path, limit=1 << 26)
    try:
        reader = Reader(*streams)
        if role:
            reader.say(json.dumps({"v": 1, "role": role}).encode() + b"\n")
        yield reader
    finally:
        streams[1].close()
