"""Measures a frame of the chart of 100,000 events against one of 1,000, and what is made before.

`python -m bench.chart FILE FILE ROUNDS`, in the folder above, reads two timelines once and prints
what each round took, as JSON. A round draws frames at several zooms, none of them twice.
"""

import gc
import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bench.measure import ROOT, Bench
from bench.rows import Row, ratio
from tui.document.reader import read
from tui.view.chart.chart import Size, chart_of
from tui.view.chart.groups import GROUPINGS, By, groups_of
from tui.view.chart.lanes import Screen, lanes_of
from tui.view.chart.layout import room_for_rows
from tui.view.chart.state import ChartState
from tui.view.chart.walking import panned, zoomed
from tui.view.view import View, start

SIZE = Size(200, 50)
SCREEN = Screen(room_for_rows(SIZE.height) or 0)
ZOOMS = (0, 3, 8, 10)
PANS = range(-6, 7)
"""Frames at each zoom, panned by so many columns."""


class Round(NamedTuple):
    """Seconds that a round took: a frame of each timeline, and the lanes of the large one."""

    few: float
    many: float
    lanes: float


def chart(bench: Bench) -> list[Row]:
    """What it takes to draw a chart."""
    files = [str(bench.file(events)) for events in (1000, 100_000)]
    command = [bench.python, "-m", "bench.chart", *files, str(bench.runs + 1)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT / "tests")
    found = [Round(*each) for each in json.loads(done.stdout)][1:]
    lanes = tuple(each.lanes * 1000 for each in found)
    frames = [(each.few, each.many) for each in found]
    return [
        ratio("frame of the chart at 200x50, 100,000 events ÷ 1,000", frames, 1.3),
        Row("frame of the chart, 100,000 events", tuple(x * 1000 for _, x in frames), 20, "", "ms"),
        Row("lanes of 100,000 events, the slowest grouping", lanes, 1500, "once a filter", "ms"),
    ]


def _frame(view: View) -> float:
    """Seconds of a frame, a mean of some that are all different, with all events on rows before."""
    chart_of(view, ChartState(), SIZE)
    states = []
    for steps in ZOOMS:
        near = zoomed(view, ChartState(), steps, SIZE) if steps else ChartState()
        states += [panned(view, near, columns, SIZE) for columns in PANS if columns]
    return sum(_seconds(partial(chart_of, view, state, SIZE)) for state in states) / len(states)


def _lanes(view: View, by: By) -> object:
    groups_of.cache_clear()
    lanes_of.cache_clear()
    return lanes_of(view.timeline, None, by, screen=SCREEN).fill()


def _seconds(question: Callable[[], object]) -> float:
    begin = perf_counter()
    question()
    return perf_counter() - begin


def _measured(paths: list[str], rounds: int) -> list[Round]:
    views = []
    for path in paths:
        view = start(read(Path(path).read_bytes()).timeline.indexed())
        views.append(view.move("events", len(view.timeline.events) // 2))
    # As in the program, what was read is no longer looked through for rubbish.
    gc.collect()
    gc.freeze()
    return [
        Round(
            _frame(views[0]),
            _frame(views[1]),
            max(_seconds(partial(_lanes, views[1], by)) for by in GROUPINGS),
        )
        for _ in range(rounds)
    ]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measured(sys.argv[1:3], int(sys.argv[3]))))
