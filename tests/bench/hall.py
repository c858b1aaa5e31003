"""Measures how soon a step of a talk is painted on the terminals of all who follow it.

Twenty followers and their presenter are programs of their own, each in a terminal of 80x24. One
loop reads them all; when nothing more comes, the slide of every follower has to be that of the
presenter. Painted means painted whole: the last byte that a step brings to anybody counts.
"""

import select
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Final, NamedTuple

from bench.measure import Bench, cpu_seconds
from bench.pty_timer import Program, TimerError
from bench.rows import MB, Row, rounds
from bench.talk import FIRST, FORWARD, STILL, WORDS, text_of, told
from bench.wire import SMALL

FOLLOWERS: Final = 20
STEPS: Final = 15
SILENCE: Final = 0.4
"""Seconds without a byte from anybody after which a step is complete."""
PATIENCE: Final = 10.0


class Step(NamedTuple):
    """A step: seconds until it was painted, and seconds of CPU that it took.

    Attributes:
        last: From the key to the last byte on the last follower's terminal.
        own: To the last byte on the presenter's.
        each: CPU of a follower, the mean of all.
        presenter: CPU of the presenter.
    """

    last: float
    own: float
    each: float
    presenter: float


class Talk(NamedTuple):
    """A talk with its followers.

    Attributes:
        steps: Those that were measured.
        still: The bytes that all of them wrote while nobody did anything.
        idle: CPU of a follower in that time, the mean of all, in seconds.
        follower: The most memory of a follower, the median of all.
        presenter: The most memory of the presenter.
    """

    steps: list[Step]
    still: int
    idle: float
    follower: int
    presenter: int


def hall(bench: Bench) -> list[Row]:
    """A step of the shipped timeline, from the presenter's key to the last follower's paint."""
    talks = rounds(bench, lambda: _talk(bench))
    steps = [step for talk in talks for step in talk.steps]
    cpu = statistics.median(step.each for step in steps) * 1000
    presenter = statistics.median(step.presenter for step in steps) * 1000
    own = statistics.median(step.own for step in steps) * 1000
    raw = (
        f"the slowest {max(step.last for step in steps) * 1000:.0f} ms, "
        f"presenter's own {own:.0f} ms; "
        f"CPU {cpu:.1f} ms a follower, presenter {presenter:.1f} ms"
    )
    figures = tuple(statistics.median(step.last for step in talk.steps) * 1000 for talk in talks)
    what = f"step of a talk to the last of {FOLLOWERS} followers painted"
    follower, presenter_memory = (
        tuple(each / MB for each in side)
        for side in zip(*((talk.follower, talk.presenter) for talk in talks), strict=True)
    )
    whose = f"a presenter with {FOLLOWERS} followers"
    return [
        Row(what, figures, 300.0, raw, "ms"),
        Row(
            f"bytes that all write in {STILL:.0f} s between two steps",
            tuple(talk.still for talk in talks),
            0,
            f"CPU {statistics.median(talk.idle for talk in talks) * 1000:.0f} ms a follower",
            "bytes",
        ),
        Row("peak memory of a follower", follower, None, "median of all", "MB"),
        Row(f"peak memory of {whose}", presenter_memory, None, "", "MB"),
    ]


def _talk(bench: Bench) -> Talk:
    """A talk of some steps."""
    with tempfile.TemporaryDirectory(prefix="hall-") as runtime, ExitStack() as stack:
        around = {"XDG_RUNTIME_DIR": runtime}
        presenter = stack.enter_context(told(bench, SMALL, more=around))
        command = bench.dateline("follow", WORDS[1])
        followers = [
            stack.enter_context(bench.program(command, SMALL, around)) for _ in range(FOLLOWERS)
        ]
        everybody = [presenter, *followers]
        for each in followers:
            each.until_visible(FIRST)
        _settle(everybody)
        _check(everybody)
        steps = [_step(everybody) for _ in range(STEPS)]
        still, idle = _stillness(everybody)
        memory = statistics.median_low(each.peak_memory() for each in followers)
        return Talk(steps, still, idle, memory, presenter.peak_memory())


def _step(everybody: Sequence[Program]) -> Step:
    """Step on at the presenter's, the first, and see that all have come along."""
    presenter, *followers = everybody
    before = [cpu_seconds(each.pid) for each in everybody]
    pressed = time.monotonic()
    presenter.type(FORWARD)
    _settle(everybody)
    own, *cpu = (cpu_seconds(each.pid) - then for each, then in zip(everybody, before, strict=True))
    _check(everybody)
    last = max(each.last for each in followers)
    return Step(last - pressed, presenter.last - pressed, statistics.fmean(cpu), own)


def _stillness(everybody: Sequence[Program]) -> tuple[int, float]:
    """What all write while nobody does anything, and the CPU of a follower."""
    before = [(each.written, cpu_seconds(each.pid)) for each in everybody]
    end = time.monotonic() + STILL
    while (left := end - time.monotonic()) > 0:
        _read(everybody, left)
    after = [(each.written, cpu_seconds(each.pid)) for each in everybody]
    written = sum(late[0] - early[0] for early, late in zip(before, after, strict=True))
    idle = (late[1] - early[1] for early, late in zip(before[1:], after[1:], strict=True))
    return written, statistics.fmean(idle)


def _settle(everybody: Sequence[Program]) -> None:
    """Read what comes to anybody, until nothing has come for a while."""
    end = time.monotonic() + PATIENCE
    while _read(everybody, SILENCE):
        if time.monotonic() > end:
            raise TimerError("the talk does not come to rest")


def _read(everybody: Sequence[Program], patience: float) -> bool:
    """Read one piece of whoever has written, or find that nobody does for so many seconds."""
    terminals = {each.terminal: each for each in everybody}
    ready = select.select(list(terminals), [], [], patience)[0]
    came = [terminals[terminal].read(0) for terminal in ready]
    return any(came)


def _check(everybody: Sequence[Program]) -> None:
    """Raise if anybody shows another slide than the first does; the bars differ."""
    shown, *others = (text_of(each.cells()[1:]) for each in everybody)
    unlike = sum(other != shown for other in others)
    if unlike:
        raise TimerError(f"{unlike} of {len(others)} followers show something else")
