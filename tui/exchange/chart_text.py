"""The chart on a sheet of text: what it shows, its rows, and what its signs mean.

It is the same wherever and whenever it is made. Of the signs those are explained that it has.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from tui.timeline.date_words import words
from tui.timeline.dates import Date
from tui.timeline.timeline import Timeline
from tui.view.chart.cells import apart
from tui.view.chart.chart import NOTHING, Chart, Size, chart_of
from tui.view.chart.drawing import Hit
from tui.view.chart.lanes import By
from tui.view.chart.layout import head_width
from tui.view.chart.scale import fitted
from tui.view.chart.state import ChartState
from tui.view.line import Line, Span, one_line, plain, shorten, width_of
from tui.view.shown import Shown
from tui.view.view import View

_SIGNS: Final = (
    ("●", "a day"),
    ("○", "about then, or some day in it"),
    ("█", "from, to"),
    ("░", "perhaps"),
    ("→", "goes on"),
    ("←", "went on before"),
    ("2…9", "so many events"),
)
_DIGITS: Final = frozenset("23456789+")
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
    """

    timeline: Timeline
    title: str
    lines: tuple[Line, ...]
    chart: Chart


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
        chart = chart._replace(lines=((Span(NOTHING),),), hits=((),))
        return Sheet(timeline, title, chart.lines, chart)
    head = _head(title, " · ".join(_about(asked)), asked.width)
    return Sheet(timeline, title, (*head, (), *chart.lines, *_legend(chart, asked.width)), chart)


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
    """The signs of the marks on a line. Labels are no signs: each has the events of a mark."""
    owners: dict[int, bool] = {}
    marks: list[Sequence[int]] = []
    for hit in hits:
        if hit.part == "mark":
            is_label = any(hit.positions is each for each in marks)
            owners.update(dict.fromkeys(range(hit.start, hit.stop), is_label))
            marks.append(hit.positions)
    yield from (cells[column] for column, is_label in owners.items() if not is_label)


def _legend(chart: Chart, width: int) -> list[Line]:
    """The signs that a chart has and what they mean, in as many lines as that takes."""
    seen = {
        sign
        for line, hits in zip(chart.lines, chart.hits, strict=True)
        for sign in _marked(apart(plain(line)), hits)
    }
    seen |= {"2…9"} if chart.tally.behind and seen & _DIGITS else set()
    told = [f"{sign} {meaning}" for sign, meaning in _SIGNS if sign in seen]
    lines: list[str] = []
    for each in told:
        if lines and len(lines[-1]) + len(_BETWEEN) + len(each) <= width:
            lines[-1] += _BETWEEN + each
        else:
            lines.append(each)
    return [(Span(shorten(line, width), "dim"),) for line in lines]
