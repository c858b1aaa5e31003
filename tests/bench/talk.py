"""Measures what a talk costs a line: the bytes of a step, those of no step, and a slow line's time.

Each is measured on the tour `ten-minutes` of the shipped timeline, told from its first step to
its last. What counts as text that changed are the cells that hold another character.
"""

import statistics
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from typing import Final, NamedTuple

from bench.display import Cells
from bench.line import Line, Speed
from bench.measure import SHIPPED, Bench
from bench.pty_timer import Program, TimerError
from bench.rows import Row, rounds
from bench.slow_link import OVER_SSH
from bench.wire import SIZES, SMALL, press

FORWARD: Final = b" "
WORDS: Final = ("present", str(SHIPPED), "--tour", "ten-minutes")
_COVER: Final = "12 slides"
"""What is on the screen once the talk is."""
FIRST: Final = r"1/12[\s\S]*●·"
"""What is there a step later: which slide, and that the first part of it is shown."""
_ENDS: Final = "This is the end of the talk."

SLACK: Final = (1.5, 400)
"""What may be sent for a step: so many times the text that changed, and so many bytes more."""
LONGEST: Final = 200
"""Steps after which a talk that does not end is none."""

STILL: Final = 10.0
"""Seconds for which nobody does anything."""
TICKING: Final = 60.0
"""Bytes a second that the time may cost while it is shown."""

SLOW: Final = Speed(rate=8000, delay=0.100, packet=80)
"""64 kbit/s, and 200 ms there and back; every byte of a step takes its time."""
SILENCE: Final = 0.5
"""Seconds without a byte after which a step is complete: more than a round trip and a frame."""
PATIENCE: Final = 10.0


class Step(NamedTuple):
    """What a step cost: bytes, and the cells that hold another character since."""

    written: int
    changed: int

    @property
    def excess(self) -> float:
        """Bytes over what the step may cost; negative if it costs less."""
        times, more = SLACK
        return self.written - times * self.changed - more


def talk(bench: Bench) -> list[Row]:
    """The bytes of every step, and those of none."""
    return [*chain.from_iterable(_step_rows(bench, size) for size in SIZES), *_still_rows(bench)]


def talk_link(bench: Bench) -> list[Row]:
    """From a key to the last byte of its step, on a slow line under ssh."""
    walks = rounds(bench, lambda: _walk_slowly(bench))
    raw = f"{len(walks[0])} steps a round, the slowest {max(map(max, walks)):.2f} s"
    where = f"64 kbit/s, 200 ms there and back, {SMALL[0]}x{SMALL[1]}"
    slow = tuple(statistics.quantiles(walk, n=20)[-1] for walk in walks)
    return [
        Row(
            f"step of a talk, median, {where}", tuple(map(statistics.median, walks)), 0.7, raw, "s"
        ),
        Row(f"step of a talk, p95, {where}", slow, 0.7, raw, "s"),
    ]


@contextmanager
def told(
    bench: Bench, size: tuple[int, int], *words: str, more: Mapping[str, str] | None = None
) -> Iterator[Program]:
    """The talk in a terminal of a size, at its first step."""
    with bench.program(bench.dateline(*WORDS, *words), size, more) as program:
        program.until_visible(_COVER)
        program.type(FORWARD)
        program.until_visible(FIRST)
        program.settle()
        yield program
        # Asked once, the talk asks back; the program is asked again when it is ended.
        program.type(b"q")


def text_of(cells: Cells) -> str:
    """What is to be read on a screen, every cell a character."""
    return "\n".join("".join(cell.data for cell in row) for row in cells)


def _step_rows(bench: Bench, size: tuple[int, int]) -> Iterator[Row]:
    """What the steps cost at a size; only the small one has a promise."""
    walks = rounds(bench, lambda: _walk(bench, size))
    steps = [step for walk in walks for step in walk]
    where = f"{size[0]}x{size[1]}"
    changed = statistics.median(step.changed for step in steps)
    yield Row(
        f"bytes per step of a talk, median, {where}",
        tuple(statistics.median(step.written for step in walk) for walk in walks),
        None,
        f"changed text {changed:.0f} characters, most for a step "
        f"{max(step.written for step in steps)} bytes",
        "bytes",
    )
    over = sum(step.excess > 0 for step in steps)
    yield Row(
        f"largest excess of a step over 1.5 x its text + 400, {where}",
        tuple(max(step.excess for step in walk) for walk in walks),
        0 if size == SMALL else None,
        f"{over} of {len(steps)} steps are over",
        "bytes",
    )


def _walk(bench: Bench, size: tuple[int, int]) -> list[Step]:
    """Every step of the talk."""
    steps: list[Step] = []
    with told(bench, size) as program:
        before = text_of(program.cells())
        while len(steps) < LONGEST:
            came = press(program, FORWARD)
            after = text_of(came.cells)
            if _ENDS in after:
                return steps
            changed = sum(one != other for one, other in zip(before, after, strict=True))
            if not changed:
                raise TimerError(f"step {len(steps) + 1} of the talk shows nothing new")
            steps.append(Step(came.written, changed))
            before = after
    raise TimerError("the talk does not end")


def _still_rows(bench: Bench) -> Iterator[Row]:
    """What is written while nobody does anything, and what more while the time is shown."""
    with told(bench, SMALL, "--for", "30m", more=OVER_SSH) as program:
        program.press(FORWARD)
        still = _written(program, STILL)
        what = f"bytes written in {STILL:.0f} s between two steps of a talk"
        yield Row(what, (still,), 0, "", "bytes")
        program.press(b"t", silence=0.2)
        seconds = tuple(_written(program, 1.0) for _ in range(int(STILL)))
    raw = f"{sum(seconds):.0f} in {STILL:.0f} s, at most {max(seconds):.0f} in one"
    yield Row("bytes a second while the time of a talk is shown", seconds, TICKING, raw, "bytes")


def _written(program: Program, seconds: float) -> float:
    """The bytes that come within so many seconds."""
    before, end = program.written, time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        program.read(left)
    return program.written - before


def _walk_slowly(bench: Bench) -> list[float]:
    """The seconds of every step of the talk on a slow line."""
    steps: list[float] = []
    with told(bench, SMALL, more=OVER_SSH) as program:
        line = Line(program.terminal, SLOW)
        while len(steps) < LONGEST:
            seen, pressed = len(line.arrived), time.monotonic()
            line.type(FORWARD)
            if not line.settle(SILENCE, PATIENCE) or seen == len(line.arrived):
                raise TimerError(f"step {len(steps) + 1} of the talk does not come, or never ends")
            program.see(line.arrived[seen:])
            if _ENDS in text_of(program.cells()):
                return steps
            steps.append(line.last - pressed)
    raise TimerError("the talk does not end")
