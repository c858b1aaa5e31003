"""Measures the filter language and the search over 100,000 events, and what is typed there.

`python -m bench.search FILE ROUNDS`, in the folder above, reads a timeline once and prints
what it measured in each round, as JSON. What is typed is measured in the running program.
"""

import gc
import json
import statistics
import subprocess
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bench.generate import FIRST_TITLE
from bench.measure import ROOT, Bench
from bench.rows import MB, Row, ratio
from tui.document.reader import read
from tui.timeline.completion import completions
from tui.timeline.haystack import Haystack, Texts, gather
from tui.timeline.query import parse
from tui.timeline.search import find, hits
from tui.timeline.timeline import Listed, Timeline

EVENTS = 100_000
QUERIES = (
    *(
        "e",
        "z",
        "yer",
        "treaty",
        "caretaker",
        "zzzzzzzz",
        "договор",
        '"commission met"',
        "-yerevan",
    ),
    *(
        "actor:syria",
        "actor:e",
        "source:ledger",
        "source:e",
        "thread:trade",
        "tag:talks",
        "place:yer",
    ),
    *("on:1950", 'on:"sep 1950"', "before:1900", "after:1990", "-on:1950", "verdict:disputed"),
    *("has:quote", "has:url", "kind:ruling", "basis:background", "actor:syria treaty -yerevan"),
)
SEARCHES: tuple[tuple[Listed, str], ...] = (
    *(("event", "e"), ("event", "treaty"), ("actor", "e"), ("source", "e"), ("quote", "e")),
    *(("quote", "guarantee"), ("claim", "e")),
)
PROMPTS = {"search": b"/", "filter": b"f", "palette": b":"}
TYPED = (b"treaty", b"talks", b"e")
SILENCE, LONG = 1.0, 4.0
"""Seconds without a byte after which an answer is complete, at all events and after an opening."""

COMPLETED = ("", "a", "actor:", "actor:pe", "source:", "source:le", "place:y", "tag:", "on:19")


class Round(NamedTuple):
    """What was measured once, in seconds and bytes."""

    read: float
    made: float
    longest_step: float
    size: int
    queries: dict[str, float]
    searches: dict[str, float]
    completed: dict[str, float]


def search(bench: Bench) -> list[Row]:
    """What it takes to ask 100,000 events something."""
    path = bench.file(EVENTS)
    command = [bench.python, "-m", "bench.search", str(path), str(bench.runs + 1)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT / "tests")
    found = [Round(*each) for each in json.loads(done.stdout)][1:]
    file_size = path.stat().st_size
    size = statistics.median(each.size for each in found)
    raw = f"{size / MB:.0f} MB, file {file_size / MB:.0f} MB"
    steps = tuple(each.longest_step * 1000 for each in found)
    return [
        ratio(
            "haystack of 100,000 events ÷ reading them",
            [(each.read, each.made) for each in found],
            0.25,
        ),
        Row("longest step of making it", steps, 50, "the event loop waits so long", "ms"),
        Row("haystack ÷ file", tuple(each.size / file_size for each in found), 1.0, raw),
        _slowest("query", [each.queries for each in found], 200),
        _slowest("search", [each.searches for each in found], 200),
        _slowest("completion", [each.completed for each in found], 50),
        *_typed_rows(bench, path),
    ]


def _typed_rows(bench: Bench, path: Path) -> Iterator[Row]:
    """How soon a letter is seen, and its result, while texts are typed in the running program."""
    with bench.program(bench.dateline(str(path), "--fresh"), (120, 36)) as program:
        program.until_visible(FIRST_TITLE)
        for what, opening in PROMPTS.items():
            program.answer(opening, LONG)
            for letter in (b"z", b"\x7f"):  # by then the index is made
                program.answer(letter, LONG)
            keys = [bytes([each]) for text in TYPED for each in (*text, *b"\x7f" * len(text))]
            echoed, settled = zip(*(program.answer(key, SILENCE) for key in keys), strict=True)
            program.answer(b"\x1b", LONG)
            for name, seconds, target in (("echo", echoed, 50), ("result", settled, 250)):
                late = statistics.quantiles(seconds, n=20)[-1] * 1000
                note = f"median {statistics.median(seconds) * 1000:.0f} of {len(keys)} keys"
                yield Row(f"{what}: {name} of a letter, p95", (late,), target, note, "ms")


def _slowest(what: str, found: list[dict[str, float]], target: float) -> Row:
    """The slowest question of each round; the raw column has the median of all and names it."""
    slowest = tuple(max(each.values()) * 1000 for each in found)
    middle = statistics.median(chain.from_iterable(each.values() for each in found)) * 1000
    name = max(found[-1], key=found[-1].__getitem__)
    return Row(f"slowest {what}, 100,000 events", slowest, target, f"{middle:.0f} ms, {name}", "ms")


def _measured(path: Path, rounds: int) -> list[Round]:
    """Read a timeline once, and ask it everything in each round."""
    data = path.read_bytes()
    start = perf_counter()
    timeline = read(data).timeline.indexed()
    seconds = perf_counter() - start
    # As in the program, what was read is no longer looked through for rubbish.
    gc.collect()
    gc.freeze()
    return [_round(timeline, seconds) for _ in range(rounds)]


def _round(timeline: Timeline, read_for: float) -> Round:
    steps: list[float] = []
    work = gather(timeline)
    while True:
        start = perf_counter()
        try:
            next(work)
        except StopIteration as done:
            haystack: Haystack = done.value
            break
        finally:
            steps.append(perf_counter() - start)
    queries = {each: _seconds(partial(_find, haystack, each)) for each in QUERIES}
    searches = {
        f"{kind} {text}": _seconds(partial(hits, haystack, kind, text)) for kind, text in SEARCHES
    }
    completed = {
        each: _seconds(partial(completions, haystack, each, len(each))) for each in COMPLETED
    }
    made, longest, size = sum(steps), max(steps), _size(haystack)
    return Round(read_for, made, longest, size, queries, searches, completed)


def _find(haystack: Haystack, text: str) -> object:
    return find(haystack, parse(text))


def _seconds(question: Callable[[], object]) -> float:
    start = perf_counter()
    question()
    return perf_counter() - start


def _size(haystack: Haystack) -> int:
    """The bytes of what it holds; the links that it knows are the timeline's."""
    texts = [each for each in haystack if isinstance(each, Texts)]
    arrays = [each for each in haystack if isinstance(each, array)]
    names = (*haystack.tags, *haystack.places, *haystack.strays)
    blocks = chain.from_iterable(each.blocks for each in texts)
    rows = (haystack.actor_events, haystack.source_events)
    parts: Iterable[object] = chain(blocks, arrays, rows, names, *names)
    return sum(map(sys.getsizeof, parts))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measured(Path(sys.argv[1]), int(sys.argv[2]))))
