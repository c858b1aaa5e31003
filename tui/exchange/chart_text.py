"""The chart on a sheet of text: what it shows, its rows, and what its signs mean.

It is the same wherever and whenever it is made. Of the signs those are explained that it has.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from rich.cells import cell_len

from tui.timeline.date_words import words
from tui.timeline.dates import Date
from tui.timeline.timeline import Timeline
from tui.view import signs
from tui.view.chart.bars import SHADES, SOLID
from tui.view.chart.cells import apart
from tui.view.chart.chart import NOTHING, Chart, Size, chart_of
from tui.view.chart.groups import By
from tui.view.chart.layout import head_width
from tui.view.chart.scale import fitted
from tui.view.chart.scene import Hit, owners
from tui.view.chart.state import ChartState
from tui.view.chart.tally import BETWEEN, tally_parts
from tui.view.line import Line, Span, one_line, plain, shorten, width_of, wrap
from tui.view.shown import Shown
from tui.view.view import View
from tui.view.words import thread_name, thread_tone

_BETWEEN: Final = "  "


class Asked(NamedTuple):
    """What a sheet is to show.

    Attributes:
        by: What a lane is.
        first: From when on, None for the first event.
        last: Until when, None for the last event.
        query: What the events are found by, "" for all.
        width: The cells of a line.
    """

    by: By
    first: Date | None
    last: Date | None
    query: str
    width: int


class Sheet(NamedTuple):
    """A chart with what stands round it.

    Attributes:
        timeline: What it is of.
        title: What that is called.
        lines: From top to bottom.
        chart: Some of the lines, and what is where on them.
        key: What the colours mean, for those who have colours, below the lines.
    """

    timeline: Timeline
    title: str
    lines: tuple[Line, ...]
    chart: Chart
    key: tuple[Line, ...] = ()


def sheet(timeline: Timeline, positions: Sequence[int] | None, asked: Asked) -> Sheet:
    """The sheet of a timeline, or of the events at some positions of it; a sentence of none."""
    shown = None if positions is None else Shown(timeline, array("I", positions))
    state = ChartState(by=asked.by, is_print=True)
    lanes = state.lanes(timeline, shown)
    first, last = lanes.span
    if asked.first and asked.first.start is not None:
        first = asked.first.start
    if asked.last and asked.last.end is not None:
        last = asked.last.end
    # Without the other date, a time that has no events is a time as well.
    first, last = (min(first, last), last) if asked.last else (first, max(first, last))
    room = asked.width - head_width(lanes, asked.width, is_print=True)
    scale = fitted(first, last, room)
    seen = replace(state, scale=scale)
    chart = chart_of(View(timeline, shown=shown), seen, Size(asked.width))
    title = one_line(timeline.title)
    if not chart.tally.events:
        chart = replace(chart, lines=((Span(NOTHING),),), found=(list,))
        return Sheet(timeline, title, chart.lines, chart)
    head = _head(title, " · ".join(_about(asked)), asked.width)
    tally = _in_lines(tally_parts(chart.tally), BETWEEN, asked.width)
    legend = _in_lines(_legend(chart), _BETWEEN, asked.width)
    lines = (*head, (), *chart.lines[:-1], *tally, *legend)
    # By thread a lane has a colour, and its name beside it.
    key = () if asked.by == "thread" else tuple(_key(timeline, chart, asked.width))
    return Sheet(timeline, title, lines, chart, key)


def text(made: Sheet) -> str:
    """A sheet as plain text, without blanks at the ends of lines."""
    return "".join(f"{plain(line).rstrip()}\n" for line in made.lines)


def _about(asked: Asked) -> Iterator[str]:
    yield f"by {asked.by}"
    if asked.first:
        yield f"from {words(asked.first)}"
    if asked.last:
        yield f"to {words(asked.last)}"
    if asked.query:
        yield asked.query


def _head(title: str, about: str, width: int) -> Iterable[Line]:
    """What it is of and what it shows, in a line or in two."""
    name, rest = Span(title, "strong"), Span(about, "dim")
    one: Line = (name, Span(_BETWEEN), rest)
    if title and width_of(one) <= width:
        return (one,)
    both = ((each._replace(text=shorten(each.text, width)),) for each in (name, rest))
    return tuple(both)[not title :]


def _marked(cells: Sequence[str], hits: Sequence[Hit]) -> Iterator[str]:
    """The signs of the marks on a line."""
    own = owners(hits).items()
    yield from (cells[column] for column, at in own if hits[at].part == "mark")


def _legend(chart: Chart) -> Iterator[str]:
    """The signs that a chart has and what they mean."""
    seen = {
        sign
        for line, hits in zip(chart.lines, chart.hits, strict=True)
        for sign in _marked(apart(plain(line)), hits)
    }
    for each in signs.MARKS:
        there = [sign for sign in each.signs if sign in seen]
        # A bar is known by its first sign, and digits by any; what is shaded is so in each way.
        name = each.name if there[:1] and there[0].isdigit() else "".join(there[:1])
        name = "".join(there) if each.signs == SHADES else name
        if name:
            yield f"{name} {each.meaning}"
    if any(hit.part == "more" for hits in chart.hits for hit in hits):
        yield f"{signs.SPILT.name} {signs.SPILT.meaning}"


def _key(timeline: Timeline, chart: Chart, width: int) -> Iterator[Line]:
    """The colours of the threads that are drawn, side by side."""
    drawn = {
        timeline.events[at].thread
        for hits in chart.hits
        for hit in hits
        if hit.part == "mark"
        for at in hit.positions
    }
    order = timeline.thread_order
    known = sorted(drawn & order.keys(), key=order.__getitem__)
    named = [(thread_tone(timeline, each), one_line(thread_name(timeline, each))) for each in known]
    named += [(thread_tone(timeline, ""), "no thread")] * bool(drawn - order.keys())
    line: Line = ()
    for tone, name in named:
        part = (Span(f"{SOLID} ", tone), Span(shorten(name, width - 2), "dim"))
        if line and width_of((*line, *part)) + len(_BETWEEN) > width:
            yield line
            line = ()
        line = (*line, *((Span(_BETWEEN),) if line else ()), *part)
    if line:
        yield line


def _in_lines(parts: Iterable[str], between: str, width: int) -> list[Line]:
    """Parts side by side in as many lines as that takes; one that is longer is broken."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1]) + len(between) + cell_len(part) <= width:
            lines[-1] += between + part
        else:
            lines += wrap(part, width)
    return [(Span(line, "dim"),) for line in lines]
