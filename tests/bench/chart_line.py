"""Measures how long a slow line goes on painting the chart after a key that pans it was let go.

1 Mbit a second, 100 ms there and back, between dateline's terminal and its far end.
"""

from typing import Final

from bench.generate import FIRST_TITLE
from bench.line import Line, Speed
from bench.measure import Bench
from bench.rows import KB, Row, rounds
from bench.slow_link import EVENTS, OVER_SSH, PATIENCE, SILENCE

SLOW: Final = Speed(rate=125 * KB, delay=0.050)
RATE, HELD = 30, 5.0
"""Keys a second, and for how many seconds."""
ALONG: Final = b"l"
NEARER: Final = 5
"""Steps from all of time to where a step along a lane is farther than the screen is wide."""
SIZE: Final = (120, 36)


def chart_link(bench: Bench) -> list[Row]:
    """A key that pans the chart, held on a line."""
    late = tuple(rounds(bench, lambda: _hold(bench)))
    what = f"last byte after l was held for {HELD:.0f} s in the chart"
    where = f"1 Mbit/s, 100 ms there and back, {SIZE[0]}x{SIZE[1]}"
    note = f"{RATE} keys a second, {EVENTS} events, nearly each out of sight of the one before"
    return [Row(f"{what}, {where}", late, 0.3, note, "s")]


def _hold(bench: Bench) -> float:
    """Seconds from letting a key go to the last byte, not more than anybody waits for it."""
    command = bench.dateline(str(bench.file(EVENTS)))
    with bench.program(command, SIZE, OVER_SSH) as program:
        program.until_visible(FIRST_TITLE[:20])
        program.settle(SILENCE)
        program.type(b"v")
        program.until_visible("Events by thread")
        for _ in range(NEARER):
            program.type(b"+")
            program.settle(SILENCE)
        line = Line(program.terminal, SLOW)
        released = line.hold(ALONG, RATE, HELD)
        line.settle(SILENCE, PATIENCE)
        late = line.last - released
        program.see(line.arrived)
        return late
