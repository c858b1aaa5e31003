"""Measures how other programs for the terminal answer a cursor key, on the same events.

VisiData gets them as a table, lnav as a log with a time in each line; each key is pressed in
one program after the other, and counts where it changed the screen.
"""

import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from shutil import which
from typing import Final

from bench.display import changed_bytes
from bench.generate import FIRST_TITLE
from bench.measure import DOWN, Bench, cpu_seconds
from bench.pty_timer import Program
from bench.rows import KB, Row
from bench.wire import SIZES
from tui.document.reader import read
from tui.timeline.records import Event

EVENTS: Final = 1000
KEYS: Final = 40
FOUND: Final = "/usr/bin:/bin"
"""Where peers are looked for: a PATH with this program's environment may hold others."""

SHOWN: Final = FIRST_TITLE[:12]
"""Of what a narrow column may cut the rest."""

QUIET: Final = 0.12


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of one key: bytes, seconds to the last of them, CPU seconds, changed bytes."""

    written: int
    settled: float
    cpu: float
    changed: int


def peers(bench: Bench) -> list[Row]:
    """A cursor key in each program, at each size."""
    events = read(bench.file(EVENTS).read_bytes()).timeline.events
    commands = {"dateline": bench.dateline(str(bench.file(EVENTS)))} | _peers(bench, events)
    rows = []
    for size in SIZES:
        pressed = _walk(bench, commands, size, events[-1].id)
        for name, keys in pressed.items():
            rows += _rows(f"{name}, {size[0]}x{size[1]}", keys)
    missing = [name for name in ("vd", "lnav") if name not in commands]
    return rows + [Row(f"cursor key, {name}", (), None, "not installed") for name in missing]


def _peers(bench: Bench, events: Sequence[Event]) -> dict[str, list[str]]:
    """The commands of the peers that are installed, each with a file of its kind."""
    commands = {}
    if path := which("vd", path=FOUND):
        table = bench.folder / "events.tsv"
        table.write_text("".join(_table(events)), encoding="utf-8")
        commands["vd"] = [path, str(table)]
    if path := which("lnav", path=FOUND):
        log = bench.folder / "events.log"
        log.write_text("".join(_log(events)), encoding="utf-8")
        commands["lnav"] = [path, str(log)]
    return commands


def _table(events: Sequence[Event]) -> Iterator[str]:
    yield "date\tid\ttitle\tsummary\n"
    for event in events:
        yield "\t".join((str(event.date), event.id, event.title, event.summary)) + "\n"


def _log(events: Sequence[Event]) -> Iterator[str]:
    """Lines of a log, a minute apart: lnav knows dates with a time only, in order."""
    start = datetime(2020, 1, 1, tzinfo=UTC)
    for number, event in enumerate(events):
        when = start + timedelta(minutes=number)
        yield f"{when:%Y-%m-%d %H:%M:%S},000 INFO {event.id} {event.title}: {event.summary}\n"


def _walk(
    bench: Bench, commands: Mapping[str, list[str]], size: tuple[int, int], last: str
) -> dict[str, list[Pressed]]:
    with ExitStack() as stack:
        programs: dict[str, Program] = {}
        for name, command in commands.items():
            program = bench.program(command, size, _surroundings(bench, name))
            programs[name] = stack.enter_context(program)
            if name == "lnav":
                # It begins with the end of a log.
                program.until_visible(last, patience=60)
                program.settle()
                program.type(b"g")
            program.until_visible(SHOWN, patience=60)
            program.settle()
        pressed: dict[str, list[Pressed]] = {name: [] for name in programs}
        for _ in range(KEYS if bench.quick else 2 * KEYS):
            for name, program in programs.items():
                pressed[name].append(_press(program))
        return pressed


def _surroundings(bench: Bench, name: str) -> dict[str, str]:
    """A folder of its own for each, and nobody's settings."""
    folder = tempfile.mkdtemp(prefix=f"home-{name}-", dir=bench.folder)
    kinds = ("CONFIG", "CACHE", "DATA", "STATE")
    return {f"XDG_{kind}_HOME": folder for kind in kinds}


def _press(program: Program) -> Pressed:
    before, written, cpu = program.cells(), program.written, cpu_seconds(program.pid)
    keys = program.press(DOWN, silence=QUIET)
    cpu = cpu_seconds(program.pid) - cpu
    settled = keys.settled[0] if keys.settled else 0.0
    changed = changed_bytes(before, program.cells())
    return Pressed(program.written - written, settled, cpu, changed)


def _rows(where: str, keys: Sequence[Pressed]) -> list[Row]:
    moved = [key for key in keys if key.changed]
    still = f", {len(keys) - len(moved)} keys changed nothing" if len(moved) < len(keys) else ""
    if not moved:
        return [Row(f"cursor key, {where}", (), None, "no key moves anything")]
    changed = statistics.median(key.changed for key in moved)
    times = [key.settled * 1000 for key in moved]
    cpu = 1000 * statistics.fmean(key.cpu for key in moved)
    written = [key.written for key in moved]
    note = f"mean {statistics.fmean(written) / KB:.2f} KB"
    note += f", changed cells {changed / KB:.2f} KB{still}"
    slow = statistics.quantiles(times, n=20)[-1]
    return [
        Row(f"bytes per cursor key, {where}", (statistics.median(written) / KB,), None, note, "KB"),
        Row(
            f"cursor key to settled screen, {where}",
            (statistics.median(times),),
            None,
            f"p95 {slow:.1f} ms, CPU {cpu:.1f} ms a key",
            "ms",
        ),
    ]
