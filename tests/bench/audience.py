"""Measures how soon a step of a talk is with all who follow it."""

import asyncio
import statistics
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Final

from bench.measure import HERE, ROOT, SHIPPED, Bench
from bench.pty_timer import TimerError
from bench.rows import Row, rounds
from tui.document.reader import read
from tui.share.place import Place, private_place
from tui.share.presenter import Sharing
from tui.view.talk.deck import of_events
from tui.view.talk.shown import Shown

PROCESSES: Final = 4
FOLLOWERS: Final = 200
STEPS: Final = 30
PATIENCE: Final = 30.0


def audience(bench: Bench) -> list[Row]:
    """A step of the shipped timeline, from the call that publishes it to the last follower."""
    place = private_place(bench.folder / "dateline", SHIPPED)

    def measure() -> list[float]:
        return asyncio.run(_steps(bench.python, place))

    measured = rounds(bench, measure)
    figures = tuple(statistics.median(steps) * 1000 for steps in measured)
    slowest = max(max(steps) for steps in measured) * 1000
    raw = f"{STEPS} steps a round, the slowest {slowest:.1f} ms"
    what = f"step of a talk to the last of {FOLLOWERS} followers in {PROCESSES} processes"
    return [Row(what, figures, 50.0, raw, "ms")]


async def _steps(python: str, place: Place) -> list[float]:
    """Seconds that each step took."""
    timeline = read(SHIPPED.read_bytes()).timeline
    sharing = Sharing()
    await sharing.start(place)
    try:
        sharing.material(timeline, of_events(timeline, range(len(timeline.events))))
        sharing.publish(Shown("step 0"))
        async with AsyncExitStack() as stack, asyncio.timeout(PATIENCE):
            crowds = [
                await stack.enter_async_context(_crowd(python, place)) for _ in range(PROCESSES)
            ]
            await _all_have(crowds, "step 0")
            return [await _step(sharing, crowds, f"step {at}") for at in range(1, STEPS + 1)]
    except TimeoutError:
        raise TimerError("a follower did not get a step") from None
    finally:
        await sharing.close()


async def _step(sharing: Sharing, crowds: list[Process], slide: str) -> float:
    start = time.monotonic()
    sharing.publish(Shown(slide))
    return await _all_have(crowds, slide) - start


async def _all_have(crowds: list[Process], slide: str) -> float:
    """When the last follower has got a state."""
    return max([await _has(crowd, slide) for crowd in crowds])


async def _has(crowd: Process, slide: str) -> float:
    while crowd.stdout:
        line = await crowd.stdout.readline()
        if not line:
            break
        found, _, when = line.decode().rpartition(" ")
        if found == slide:
            return float(when)
    raise TimerError("a process of followers has ended")


@asynccontextmanager
async def _crowd(python: str, place: Place) -> AsyncIterator[Process]:
    """A process of followers."""
    count = str(FOLLOWERS // PROCESSES)
    command = [python, str(HERE / "crowd.py"), str(place.path), count]
    crowd = await asyncio.create_subprocess_exec(*command, stdout=PIPE, cwd=ROOT)
    try:
        yield crowd
    finally:
        crowd.kill()
        await crowd.wait()
