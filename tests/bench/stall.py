"""Measures what a line that takes nothing does to dateline, and one that is gone."""

import json
import os
import pty
import statistics
import tempfile
import time
import tty
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from bench.display import Cells, look_alike
from bench.measure import DOWN, HERE, SHIPPED, STOCK, Bench
from bench.pty_timer import Program
from bench.rows import KB, MB, Row
from bench.wire import SMALL

STALLED, BRIEFLY = 60.0, 15.0
EVERY: Final = 0.050
UP: Final = b"k"
THERE_AND_BACK: Final = [DOWN] * 10 + [UP] * 10
"""Keys that come back to where they began, so that nothing new is ever to be remembered."""

LAST_KEYS: Final = DOWN * 3
"""So that the screen in the end is not the one that it was in the beginning."""

SILENCE: Final = 1.0
CATCHING_UP: Final = 5.0
"""Seconds without a byte that a program may need for the keys that have waited for it."""

PATIENCE: Final = 30.0
PACED: Final = {"DATELINE_PACING": "on"}
KILLED, KILLED_STALLED = 10, 3
"""How often each is done."""

GIVE_UP: Final = 5.0
"""Seconds after which a process that lives on without a terminal is killed."""


@dataclass(frozen=True, slots=True)
class Stalled:
    """What came of a stalled line.

    Attributes:
        grown: Bytes of memory more than before, at most.
        blocked: Seconds for which the event loop did nothing else, at most.
        late: Bytes that came when the line was read again.
        cells: The screen in the end.
    """

    grown: int
    blocked: float
    late: int
    cells: Cells


def stall(bench: Bench) -> list[Row]:
    """Keys, while nobody reads what is written."""
    seconds = BRIEFLY if bench.quick else STALLED
    title = bench.shipped_title()

    def run(*, stalled: bool = True, more: Mapping[str, str] | None = None) -> Stalled:
        notes = Path(tempfile.mkdtemp(dir=bench.folder)) / "notes"
        command = [bench.python, str(HERE / "heartbeat.py"), str(notes), str(SHIPPED)]
        with bench.program(command, SMALL, more) as program:
            program.until_visible(title)
            program.settle(SILENCE)
            first = program.written
            grown, begin, end, late = _press_while(program, seconds, stalled=stalled)
            cells = program.cells()
        blocked = _blocked(notes, begin, end)
        return Stalled(grown, blocked, late if stalled else first, cells)

    right, ours, paced = run(stalled=False), run(), run(more=PACED)
    return [
        *_rows(f"line stalled {seconds:.0f} s", ours, right, run(more=STOCK)),
        *_rows(f"line stalled {seconds:.0f} s, paced", paced, right, None),
    ]


def killed(bench: Bench) -> list[Row]:
    """A terminal that closes, read until then or not."""
    command, title = bench.dateline(str(SHIPPED)), bench.shipped_title()

    def once(more: Mapping[str, str], before: Callable[[Program], None]) -> float:
        with bench.program(command, SMALL, more) as program:
            program.until_visible(title)
            program.settle()
            before(program)
            return program.hang_up(GIVE_UP)

    rows = []
    for what, before, times in (
        ("while idle", lambda _: None, KILLED),
        ("after it stalled", _stall_briefly, KILLED_STALLED),
    ):
        ours, stock = [], []
        for _ in range(times):
            ours.append(once({}, before))
            stock.append(once(STOCK, before))
        note = f"most {max(ours):.2f} s, of {times}; stock {statistics.median(stock):.2f} s"
        note += f", most {max(stock):.2f} s"
        rows.append(Row(f"terminal closed {what} to process gone", tuple(ours), 1.0, note, "s"))
    return rows


def kernel_room() -> int:
    """The bytes that a terminal takes when nobody reads them."""
    near, far = pty.openpty()
    try:
        tty.setraw(far)
        os.set_blocking(far, False)
        room = 0
        try:
            while True:
                room += os.write(far, b"x" * 256)
        except BlockingIOError:
            return room
    finally:
        os.close(near)
        os.close(far)


def _press_while(
    program: Program, seconds: float, *, stalled: bool
) -> tuple[int, float, float, int]:
    """Press keys for so long; gives the memory grown, begin and end, and the bytes after it."""
    for key in THERE_AND_BACK * 2:
        program.press(key, silence=EVERY)
    before = peak = program.memory()
    begin = time.monotonic()
    for number, key in enumerate(islice(cycle(THERE_AND_BACK), round(seconds / EVERY))):
        program.type(key)
        _wait_until(program, begin + (number + 1) * EVERY, reading=not stalled)
        peak = max(peak, program.memory())
    program.type(LAST_KEYS)
    end = time.monotonic() + SILENCE
    _wait_until(program, end, reading=not stalled)
    written = program.written
    _drain(program)
    return peak - before, begin, end, program.written - written


def _wait_until(program: Program, when: float, *, reading: bool) -> None:
    while (left := when - time.monotonic()) > 0:
        if reading:
            program.read(left)
        else:
            time.sleep(left)


def _drain(program: Program) -> None:
    """Read until nothing has come for a while."""
    end = time.monotonic() + PATIENCE
    while program.read(CATCHING_UP) and time.monotonic() < end:
        pass


def _stall_briefly(program: Program) -> None:
    for key in THERE_AND_BACK * 2:
        program.type(key)
        time.sleep(EVERY)


def _blocked(notes: Path, begin: float, end: float) -> float:
    """How late the latest beat was between two moments, from where it was due."""
    if not notes.exists():
        # It had to be killed: the event loop never came back.
        return end - begin
    late = json.loads(notes.read_text(encoding="ascii"))
    return max((by for at, by in late if at > begin and at - by < end), default=0.0)


def _rows(what: str, ours: Stalled, right: Stalled, stock: Stalled | None) -> list[Row]:
    # What it takes differs from one terminal to the next.
    room = max(kernel_room() for _ in range(20))

    def note(text: Callable[[Stalled], str]) -> str:
        parts = [f"line read {text(right)}", f"stock {text(stock)}" if stock else ""]
        return ", ".join(filter(None, parts))

    screen = "right" if look_alike(ours.cells, right.cells) else "WRONG"
    late = f"kernel holds {room / KB:.1f} KB, a screen is {right.late / KB:.1f} KB; "
    late += f"screen {screen} in the end"
    if stock:
        wrong = "" if look_alike(stock.cells, right.cells) else ", WRONG screen"
        late += f"; stock {stock.late / KB:.1f} KB{wrong}"
    return [
        Row(
            f"memory grown, {what}",
            (ours.grown / MB,),
            1.0,
            note(lambda each: f"{each.grown / MB:.2f} MB"),
            "MB",
        ),
        Row(
            f"event loop blocked, {what}",
            (ours.blocked * 1000,),
            50,
            note(lambda each: f"{each.blocked * 1000:.0f} ms"),
            "ms",
        ),
        Row(f"bytes afterwards, {what}", (ours.late / KB,), (room + right.late) / KB, late, "KB"),
    ]
