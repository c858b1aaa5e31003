"""Measures how long a slow line goes on painting after a key that was held has been let go.

30 KB a second and 100 ms there and back: once between dateline's terminal and its far end, and
once under a real ssh. The terminal at the far end answers what it is asked.
"""

import shlex
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.display import Cells, look_alike
from bench.generate import FIRST_TITLE
from bench.line import Line, Speed
from bench.measure import DOWN, STOCK, Bench
from bench.pty_timer import Program
from bench.rows import KB, Row
from bench.ssh_line import slow_server
from bench.wire import LARGE, SMALL
from terminal.sshd import Server, obstacle

SLOW: Final = Speed(rate=30 * KB, delay=0.050)
FAST: Final = Speed()

RATE, HELD = 30, 5.0
"""Keys a second, and for how many seconds: fewer keys than there are events."""

EVENTS: Final = 1000
SINGLE_KEYS: Final = 5
SILENCE: Final = 1.0
"""Seconds without a byte after which a slow line has nothing more to bring."""

PATIENCE: Final = 60.0
"""Seconds after which nobody waits for the screen any more."""

OVER_SSH: Final = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
SIDES: Final[dict[str, Mapping[str, str]]] = {
    "ours": {},
    "without pacing": {"DATELINE_PACING": "off"},
    "stock": STOCK,
}


@dataclass(frozen=True, slots=True)
class Held:
    """What came of a key that was held.

    Attributes:
        late: Seconds from letting it go to the last byte, not more than anybody waits.
        is_over: Whether that was the last byte.
        written: Bytes that arrived from the first press on.
        single: Seconds from a press on an idle line to the last byte of its answer.
        cells: The screen in the end.
    """

    late: float
    is_over: bool
    written: int
    single: float
    cells: Cells


def link(bench: Bench) -> list[Row]:
    """Over a relay that takes the program's terminal at the speed of a slow line."""

    @contextmanager
    def start(size: tuple[int, int], side: Mapping[str, str]) -> Iterator[Program]:
        command = bench.dateline(str(bench.file(EVENTS)))
        with bench.program(command, size, {**OVER_SSH, **side}) as program:
            yield program

    rows = []
    for size in (SMALL, LARGE):
        figures: dict[str, list[Held]] = {}
        for name, side in _sides(bench):
            with start(size, side) as program:
                figures.setdefault(name, []).append(_hold(program, SLOW))
        with start(size, {}) as program:
            right = _hold(program, FAST)
        rows.append(_row(f"relay, {size[0]}x{size[1]}", figures, right))
    return rows


def ssh_link(bench: Bench) -> list[Row]:
    """Under a real ssh."""
    if why := obstacle("ssh", "sshd", "ssh-keygen"):
        return [Row("a cursor key held, ssh", (), None, why)]
    command = bench.dateline(str(bench.file(EVENTS)))
    figures: dict[str, list[Held]] = {}
    with tempfile.TemporaryDirectory(dir=bench.folder) as folder:
        with slow_server(Path(folder), SLOW) as server:
            for name, side in _sides(bench):
                with bench.program(_remote(server, command, side), SMALL) as program:
                    figures.setdefault(name, []).append(_hold(program, FAST))
        with bench.program(command, SMALL) as program:
            right = _hold(program, FAST)
    return [_row(f"ssh, {SMALL[0]}x{SMALL[1]}", figures, right)]


def _sides(bench: Bench) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Ours several times; the others, which take long, but once."""
    yield from SIDES.items()
    for _ in range(0 if bench.quick else bench.runs - 1):
        yield "ours", SIDES["ours"]


def _remote(server: Server, command: Sequence[str], side: Mapping[str, str]) -> list[str]:
    home = tempfile.mkdtemp(dir=server.folder)
    more = {"HOME": home, "COLORTERM": "truecolor", **side}
    words = ["env", *(f"{name}={value}" for name, value in more.items()), *command]
    return server.command(f"cd / && exec {shlex.join(words)}")


def _hold(program: Program, speed: Speed) -> Held:
    """Start at full speed, then press single keys and hold one on a line of that speed."""
    program.until_visible(FIRST_TITLE[:20])
    program.settle(SILENCE)
    line = Line(program.terminal, speed)
    single = statistics.median(_single(line) for _ in range(SINGLE_KEYS))
    before = len(line.arrived)
    released = line.hold(DOWN, RATE, HELD)
    is_over = line.settle(SILENCE, PATIENCE)
    late = line.last - released
    program.see(line.arrived)
    written = sum(len(piece.data) for piece in line.arrived[before:])
    return Held(late, is_over, written, single, program.cells())


def _single(line: Line) -> float:
    pressed = time.monotonic()
    line.type(DOWN)
    line.settle(SILENCE, PATIENCE)
    return line.last - pressed


def _row(where: str, figures: Mapping[str, Sequence[Held]], right: Held) -> Row:
    ours = figures["ours"]
    notes = [_note(name, figures[name][0], right) for name in figures if name != "ours"]
    single = statistics.median(each.single for each in ours)
    own = [f"{statistics.median(each.written for each in ours) / KB:.0f} KB", *_wrong(ours, right)]
    return Row(
        f"last byte after a cursor key was held for {HELD:.0f} s, {where}",
        tuple(each.late for each in ours),
        0.3,
        f"{', '.join(own)}, one key {single:.2f} s; {'; '.join(notes)}",
        "s",
    )


def _note(name: str, held: Held, right: Held) -> str:
    late = f"{held.late:.2f} s" if held.is_over else f"more than {PATIENCE:.0f} s"
    wrong = _wrong([held] if held.is_over else [], right)
    return ", ".join([f"{name} {late}", f"{held.written / KB:.0f} KB", *wrong])


def _wrong(held: Sequence[Held], right: Held) -> list[str]:
    count = sum(not look_alike(each.cells, right.cells) for each in held)
    return [f"{count} WRONG SCREENS"] if count else []
