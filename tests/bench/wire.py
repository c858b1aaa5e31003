"""Measures what goes over the wire: the bytes of a key, a focus change and a start, and their CPU.

The same keys go to dateline with its own driver and with Textual's, a key to one and then to
the other. After each key the screens of both are compared: what is cheap has to be right, too.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from bench.display import Cells, changed_bytes, look_alike
from bench.measure import DOWN, SHIPPED, STOCK, Bench, cpu_seconds
from bench.pty_timer import Program
from bench.rows import KB, Row

SMALL, LARGE = (80, 24), (160, 45)
SIZES: Final = (SMALL, LARGE)
"""The columns and rows at which everything is measured."""

KEY_KB: Final = {SMALL: 1.0, LARGE: 1.5}
FOCUS_KB: Final = {SMALL: 3.0, LARGE: 8.0}
SLACK: Final = (1.3, 400)
"""What may be sent for changed cells: so many times their bytes, and so many more.

The addresses that the cells lead to count as theirs, each once.
"""

CURSOR_KEYS: Final = [DOWN] * 60
"""Fewer than the shipped timeline has events: a key at the end of the list moves nothing."""

FOCUS_KEYS: Final = [b"\t"] * 6 + [b"1", b"2", b"3", b"4", b"5", b"1"]

QUIET: Final = 0.12
"""Seconds without a byte after which nothing more comes of a key."""

IDLE: Final = 30.0


@dataclass(frozen=True, slots=True)
class Step:
    """What came of a key: bytes, seconds of CPU, the bytes of the changed cells, the screen."""

    written: int
    cpu: float
    changed: int
    cells: Cells

    def is_bounded(self, limit: float) -> bool:
        """Whether no more was written than a limit or the changed cells allow."""
        return self.written <= allowed(limit, self.changed)


@dataclass(frozen=True, slots=True)
class Walk:
    """The same keys with our driver and with Textual's."""

    ours: list[Step]
    stock: list[Step]

    @property
    def unlike(self) -> int:
        """After how many keys the two showed something different."""
        pairs = zip(self.ours, self.stock, strict=True)
        return sum(not look_alike(mine.cells, theirs.cells) for mine, theirs in pairs)


@dataclass(frozen=True, slots=True)
class Session:
    """One round at one size: the bytes of both first screens, and both walks."""

    first: tuple[int, int]
    keys: Walk
    focus: Walk


def allowed(limit: float, changed: float) -> float:
    """The bytes that a key may cost, of whose screen so many changed."""
    times, more = SLACK
    return max(limit, times * changed + more)


def wire(bench: Bench) -> list[Row]:
    """What the driver saves, and what it costs."""
    rows: list[Row] = []
    for size in SIZES:
        sessions = [_session(bench, size) for _ in range(1 if bench.quick else bench.runs)]
        where = f"{size[0]}x{size[1]}"
        rows += [
            *_key_rows(where, KEY_KB[size] * KB, [each.keys for each in sessions]),
            *_focus_rows(where, FOCUS_KB[size], [each.focus for each in sessions]),
            _first_row(where, 10.0 if size == SMALL else None, sessions),
            _cpu_row(where, [each.keys for each in sessions]),
        ]
    return rows


def idle(bench: Bench) -> list[Row]:
    """What is written when nobody does anything."""
    with both(bench, SMALL) as programs:
        before = [(each.written, cpu_seconds(each.pid)) for each in programs]
        end = time.monotonic() + IDLE
        while (left := end - time.monotonic()) > 0:
            for program in programs:
                program.read(left / 2)
        after = [(each.written, cpu_seconds(each.pid)) for each in programs]
    (ours, cpu), (stock, stock_cpu) = (
        (late[0] - early[0], late[1] - early[1]) for early, late in zip(before, after, strict=True)
    )
    note = f"stock {stock} bytes; CPU {cpu * 1000:.0f} ms, stock {stock_cpu * 1000:.0f} ms"
    return [Row(f"bytes written in {IDLE:.0f} s without a key", (ours,), 0, note, "bytes")]


@contextmanager
def both(bench: Bench, size: tuple[int, int]) -> Iterator[tuple[Program, Program]]:
    """Open the shipped timeline with our driver and with Textual's, and let both settle."""
    command, title = bench.dateline(str(SHIPPED)), bench.shipped_title()
    # One after the other: a terminal that is not read while its program starts answers too late.
    with bench.program(command, size) as ours:
        _let_settle(ours, title)
        with bench.program(command, size, STOCK) as stock:
            _let_settle(stock, title)
            yield ours, stock


def press(program: Program, key: bytes) -> Step:
    """Press a key, wait until nothing more comes of it, and see what came."""
    program.take_addresses()
    before, written, cpu = program.cells(), program.written, cpu_seconds(program.pid)
    program.press(key, silence=QUIET)
    cpu = cpu_seconds(program.pid) - cpu
    after = program.cells()
    changed = changed_bytes(before, after) + sum(map(len, program.take_addresses()))
    return Step(program.written - written, cpu, changed, after)


def _session(bench: Bench, size: tuple[int, int]) -> Session:
    with both(bench, size) as programs:
        first = programs[0].written, programs[1].written
        return Session(first, _walk(programs, CURSOR_KEYS), _walk(programs, FOCUS_KEYS))


def _let_settle(program: Program, title: str) -> None:
    program.until_visible(title)
    program.settle()


def _walk(programs: tuple[Program, Program], keys: Sequence[bytes]) -> Walk:
    steps = [[press(program, key) for program in programs] for key in keys]
    return Walk([mine for mine, _ in steps], [theirs for _, theirs in steps])


def _key_rows(where: str, limit: float, walks: Sequence[Walk]) -> Iterator[Row]:
    averages: dict[str, Callable[[Sequence[float]], float]]
    averages = {"median": statistics.median, "mean": statistics.fmean}
    steps = [step for walk in walks for step in walk.ours]
    for name, average in averages.items():
        changed = average([step.changed for step in steps])
        stock = average([step.written for walk in walks for step in walk.stock])
        yield Row(
            f"bytes per cursor key, {name}, {where}",
            tuple(average([step.written for step in walk.ours]) / KB for walk in walks),
            allowed(limit, changed) / KB,
            f"changed cells {changed / KB:.2f} KB, stock {stock / KB:.2f} KB{_unlike(walks)}",
            "KB",
        )
    over = [step for step in steps if not step.is_bounded(limit)]
    worst = max((step.written - allowed(limit, step.changed) for step in steps), default=0)
    most = max(step.written for step in steps)
    yield Row(
        f"cursor keys over their bound, {where}",
        tuple(
            100 * statistics.fmean(not step.is_bounded(limit) for step in walk.ours)
            for walk in walks
        ),
        0,
        f"{len(over)} of {len(steps)}, at worst by {worst:.0f} bytes; most for a key {most} bytes",
        "%",
    )


def _focus_rows(where: str, limit: float, walks: Sequence[Walk]) -> Iterator[Row]:
    for name, pick in (("median", statistics.median), ("largest", max)):
        changed = pick([step.changed for walk in walks for step in walk.ours])
        stock = pick([step.written for walk in walks for step in walk.stock])
        yield Row(
            f"bytes per focus change, {name}, {where}",
            tuple(pick([step.written for step in walk.ours]) / KB for walk in walks),
            limit,
            f"changed cells {changed / KB:.2f} KB, stock {stock / KB:.2f} KB{_unlike(walks)}",
            "KB",
        )


def _first_row(where: str, limit: float | None, sessions: Sequence[Session]) -> Row:
    ours, stock = zip(*(each.first for each in sessions), strict=True)
    note = f"stock {statistics.median(stock) / KB:.2f} KB"
    figures = tuple(written / KB for written in ours)
    return Row(f"bytes until the first screen has settled, {where}", figures, limit, note, "KB")


def _cpu_row(where: str, walks: Sequence[Walk]) -> Row:
    pairs = [
        tuple(
            1000 * statistics.fmean(step.cpu for step in side) for side in (walk.ours, walk.stock)
        )
        for walk in walks
    ]
    ours, stock = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Row(
        f"CPU that the driver adds to a cursor key, {where}",
        tuple(mine - theirs for mine, theirs in pairs),
        2.5,
        f"{ours:.1f} ms − {stock:.1f} ms stock",
        "ms",
    )


def _unlike(walks: Sequence[Walk]) -> str:
    """After how many keys the screens differed, where they ever did."""
    count = sum(walk.unlike for walk in walks)
    return f", {count} SCREENS DIFFER" if count else ""
