"""Measures how fast and how small dateline is, as ratios that hold on any machine.

`python tests/bench/bench.py [--runs N] [--only NAME] [--quick]` prints one row for each
promise: the median over the rounds of this call, the target, and the medians it was made of.
In a round the sides run one after the other, so that whatever else the machine does meets
all of them; the first round warms the caches and is thrown away.
"""

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

# Run as a file, this folder is the first to be searched, where bench.py hides the package.
sys.path[0] = str(Path(__file__).resolve().parents[1])

from bench.audience import audience  # noqa: E402, after the path is set
from bench.chart import chart  # noqa: E402, after the path is set
from bench.chart_line import chart_link  # noqa: E402
from bench.edits import edits  # noqa: E402, after the path is set
from bench.generate import FIRST_TITLE, timeline_yaml  # noqa: E402, after the path is set
from bench.hall import hall  # noqa: E402, after the path is set
from bench.measure import DOWN, SHIPPED, Bench, Browsed, wall  # noqa: E402
from bench.peers import peers  # noqa: E402
from bench.pty_timer import TimerError  # noqa: E402
from bench.rows import KB, MB, Pair, Row, ratio, rounds, table  # noqa: E402
from bench.search import search  # noqa: E402
from bench.slow_link import link, ssh_link  # noqa: E402
from bench.stall import killed, stall  # noqa: E402
from bench.talk import talk, talk_link  # noqa: E402, after the path is set
from bench.wire import idle, wire  # noqa: E402

LINE = "One line of text"
TITLE = re.escape(FIRST_TITLE[:20])
"""Of what a generated timeline starts with; a narrow pane may cut the rest."""

SHIPPED_KEYS = 60
"""Fewer than the shipped timeline has events: a key at the end of the list moves nothing."""

QUOTED_SOURCES = b"3"
"""The key that goes to that pane."""


def start(bench: Bench) -> list[Row]:
    """The shipped timeline against the least that Textual can do."""
    title = bench.shipped_title()

    def measure() -> Pair:
        least = bench.start(bench.smallest_app(LINE), LINE)
        return least.shown, bench.start(bench.dateline(str(SHIPPED)), title).shown

    pairs = rounds(bench, measure)
    return [ratio("first event, shipped timeline ÷ smallest Textual app", pairs, 1.35)]


def start_large(bench: Bench) -> list[Row]:
    """What 10,000 events make of the start."""
    small, large = bench.file(70), bench.file(10_000)

    def measure() -> tuple[Pair, Pair]:
        few = bench.start(bench.dateline(str(small)), TITLE)
        many = bench.start(bench.dateline(str(large)), TITLE)
        patience = many.painted + 1.3 * bench.read_seconds("read", large)
        return (few.painted, many.painted), (patience, many.shown)

    painted, shown = zip(*rounds(bench, measure), strict=True)
    return [
        ratio("first paint, 10,000 events ÷ 70", painted, 1.2),
        ratio("first event at 10,000 ÷ (first paint + 1.3 × reader alone)", shown, 1.0),
    ]


def load(bench: Bench) -> list[Row]:
    """The reader and every index against PyYAML, which does neither checks nor positions."""
    path = bench.file(10_000)

    def measure() -> Pair:
        return bench.read_seconds("yaml", path), bench.read_seconds("read", path)

    what = "load 10,000 events and link them ÷ CSafeLoader alone"
    return [ratio(what, rounds(bench, measure), 0.5)]


def keys(bench: Bench) -> list[Row]:
    """What 100,000 events make of a cursor key and of memory."""
    small, large = bench.file(100), bench.file(100_000)
    size = large.stat().st_size

    def measure() -> tuple[Browsed, Browsed]:
        few = bench.browse(small, TITLE, 90)
        return few, bench.browse(large, TITLE, 90)

    walks = rounds(bench, measure)
    memory = [many.memory for _, many in walks]
    peak = f"{statistics.median(memory) / MB:.0f} MB, file {size / MB:.0f} MB"
    return [
        ratio(
            "cursor key to settled screen, p95, 100,000 events ÷ 100",
            [(few.slow, many.slow) for few, many in walks],
            1.3,
            silence(*(each for pair in walks for each in pair)),
        ),
        Row("peak memory ÷ file, 100,000 events", tuple(m / size for m in memory), 10, peak),
    ]


def book(bench: Bench) -> list[Row]:
    """What it makes of a cursor key in Quoted sources that one source has 100,000 quotes."""
    small, large = (_book(bench, events) for events in (100, 100_000))

    def measure() -> tuple[Browsed, Browsed]:
        few = _browse_quotes(bench, small)
        return few, _browse_quotes(bench, large)

    walks = rounds(bench, measure)
    pairs = [(few.slow, many.slow) for few, many in walks]
    note = silence(*(each for pair in walks for each in pair))
    what = "key in Quoted sources to settled screen, p95, one source of 100,000 quotes ÷ 100"
    return [ratio(what, pairs, 1.3, note)]


def _book(bench: Bench, events: int) -> Path:
    """A timeline of so many events, and about as many quotes, all from one source."""
    path = bench.folder / f"book-{events}.yaml"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(timeline_yaml(events, one_book=True))
    return path


def _browse_quotes(bench: Bench, path: Path) -> Browsed:
    """Open a timeline and walk down the first of its quotes."""
    with bench.program(bench.dateline(str(path))) as program:
        program.until_visible(TITLE)
        program.settle()
        program.press(QUOTED_SOURCES)
        return Browsed(program.press(DOWN, 60), program.peak_memory())


def key_bytes(bench: Bench) -> list[Row]:
    """What a cursor key costs a slow line."""
    title, large = bench.shipped_title(), bench.file(1000)

    def measure() -> tuple[Browsed, Browsed]:
        shipped = bench.browse(SHIPPED, title, SHIPPED_KEYS, times=2)
        return shipped, bench.browse(large, TITLE, 2 * SHIPPED_KEYS)

    def row(what: str, walks: Sequence[Browsed]) -> Row:
        figures = tuple(walk.keys.bytes_a_key / KB for walk in walks)
        raw = f"{len(walks[0].keys.settled)} keys a round{silence(*walks)}"
        return Row(f"bytes per cursor key, {what}", figures, 4.0, raw, "KB")

    few, many = zip(*rounds(bench, measure), strict=True)
    return [row("shipped timeline", few), row("1,000 events", many)]


def help_text(bench: Bench) -> list[Row]:
    """What `--help` costs, which has no need of Textual."""
    command = bench.dateline("--help")

    def measure() -> Pair:
        return wall([bench.python, "-c", "pass"]), wall(command)

    pairs = rounds(bench, measure, times=5)
    traced = [bench.python, "-X", "importtime", *command]
    done = subprocess.run(traced, capture_output=True, check=True)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
    textual = sum(name.partition(".")[0] == "textual" for name in imported)
    raw = f"of {len(imported)} modules"
    return [
        ratio("dateline --help ÷ python -c pass", pairs, 6.0),
        Row("modules of Textual that --help imports", (textual,), 0, raw, "modules"),
    ]


MEASUREMENTS: dict[str, Callable[[Bench], list[Row]]] = {
    "start": start,
    "start-large": start_large,
    "load": load,
    "keys": keys,
    "book": book,
    "bytes": key_bytes,
    "help": help_text,
    "search": search,
    "chart": chart,
    "chart-link": chart_link,
    "wire": wire,
    "idle": idle,
    "link": link,
    "ssh": ssh_link,
    "stall": stall,
    "killed": killed,
    "peers": peers,
    "edits": edits,
    "audience": audience,
    "talk": talk,
    "talk-link": talk_link,
    "hall": hall,
}
SLOW = {"keys", "book", "search", "chart"}
"""What needs a file of 90 MB."""


def silence(*walks: Browsed) -> str:
    """How many keys had no answer, where any had none."""
    silent = sum(walk.keys.silent for walk in walks)
    return f", {silent} keys unanswered" if silent else ""


def main() -> int:
    """Measure, print, and say by the exit code whether everything could be measured."""
    parser = argparse.ArgumentParser(description="Measure how fast and how small dateline is.")
    parser.add_argument("--runs", type=int, default=5, help="rounds that count (default 5)")
    parser.add_argument("--only", choices=MEASUREMENTS, action="append", help="may be repeated")
    parser.add_argument(
        "--quick",
        action="store_true",
        help="leave out 100,000 events, stall for less, and walk but once",
    )
    given = parser.parse_args()
    names = given.only or [name for name in MEASUREMENTS if not (given.quick and name in SLOW)]
    rows: list[tuple[str, ...]] = [("what", "figure", "rounds", "target", "", "raw medians")]
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        bench = Bench(sys.executable, Path(folder), given.runs, given.quick)
        for name in names:
            sys.stderr.write(f"{name} …\n")
            try:
                rows += [row.cells for row in MEASUREMENTS[name](bench)]
            except (TimerError, subprocess.CalledProcessError) as error:
                failures.append(f"{name} could not be measured: {error}\n")
    sys.stdout.write(table(rows))
    sys.stdout.writelines(failures)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
