"""The density strip: how many events there are along time, its axis, and the cursor on it.

A column stands for an equal stretch of days. Making a strip costs its width times the
logarithm of the number of events, however many there are.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from math import ceil, sqrt
from typing import NamedTuple

from tui.timeline.date_words import year_words
from tui.timeline.dates import civil, ordinal
from tui.timeline.timeline import Timeline
from tui.view.line import Line, Span, Tone
from tui.view.view import View

BLOCKS = " ▁▂▃▄▅▆▇█"
LABEL_GAP = 2
CURSOR = "▲"


class Scale(NamedTuple):
    """Days laid out over columns: day `first` begins column 0, the last ends column `width - 1`."""

    first: int
    days: int
    width: int

    def column(self, day: int) -> int:
        """The column of a day, kept within the strip."""
        return max(0, min((day - self.first) * self.width // self.days, self.width - 1))

    def day(self, column: int) -> int:
        """The first day that belongs to a column."""
        return self.first + -(-column * self.days // self.width)


def scale_of(timeline: Timeline, width: int) -> Scale:
    """The span that the file asks for, else whole years from the first event to the last."""
    span = timeline.span
    starts = timeline.starts
    first, last = (span.start, span.end) if span else (None, None)
    if first is None:
        first = ordinal(timeline.events[0].date.year, 1, 1) if starts else 1
    if last is None:
        last = ordinal(timeline.events[-1].date.year, 12, 31) if starts else first
    return Scale(first, max(1, last - first + 1), max(1, width))


def strip_of(view: View, width: int) -> tuple[Line, Line]:
    """The strip of a view: what is hidden leaves no trace, what is linked is bright."""
    at = view.cursors.get("events", view.anchor)
    shown = None if view.shown is None else view.shown.events
    density, axis = strip_at(view.timeline, at, width, shown=shown, marked=view.marked("events"))
    signs = _signs(view, width)
    if signs:
        inside = {column: sign for column, sign in signs.items() if 0 <= column < width}
        axis = _axis(scale_of(view.timeline, width), inside)
    return density, axis


def beside(view: View, width: int) -> tuple[Span, Span]:
    """What stands in the cells beside the axis: brackets where a window reaches its ends."""
    signs = _signs(view, width)
    first, last = signs.get(-1, " "), signs.get(width, " ")
    return Span(first, "accent"), Span(last, "accent")


def window_of(view: View) -> tuple[int, int] | None:
    """The first day that the chart shows and the one behind the last; None if it shows all."""
    scale = view.chart.scale if view.charted and view.chart else None
    return None if scale is None else (scale.start, scale.stop)


def strip_at(
    timeline: Timeline,
    at: int,
    width: int,
    *,
    shown: Sequence[int] | None = None,
    marked: Sequence[int] | None = None,
) -> tuple[Line, Line]:
    """The strip in two lines: density above, axis with the mark of an event below.

    Args:
        timeline: What there is along time.
        at: The position of the event.
        width: How wide the strip is.
        shown: The positions of the events that count, ascending; None where all do.
        marked: The positions of those that are bright, ascending; None where none is to be.
    """
    if width < 1 or not timeline.events:
        blank = (Span(" " * max(0, width)),)
        return blank, blank
    scale = scale_of(timeline, width)
    cursor = scale.column(timeline.starts[min(at, len(timeline.events) - 1)])
    runs = _runs(timeline, scale)
    counts = [len(run) if shown is None else _count(shown, run) for run in runs]
    return _density(runs, counts, marked, cursor), _axis(scale, {cursor: CURSOR})


def event_at(view: View, width: int, column: int) -> int | None:
    """The shown event to go to for a column of a strip of a width: the first from there on."""
    events = view.positions("events")
    if width < 1 or not events:
        return None
    # What is outside the span stands at its edges, as it is drawn.
    scale, starts = scale_of(view.timeline, width), view.timeline.starts
    slot = bisect_left(events, column, key=lambda at: scale.column(starts[at]))
    return events[min(slot, len(events) - 1)]


def _density(
    runs: Sequence[range], counts: Sequence[int], marked: Sequence[int] | None, cursor: int
) -> Line:
    """Blocks as high as a column has events; bright where it has the cursor or marked ones."""
    most = max(counts, default=0) or 1
    spans: list[Span] = []
    for column, (run, count_) in enumerate(zip(runs, counts, strict=True)):
        # The root keeps a single event in sight beside a month with twenty.
        block = BLOCKS[ceil(8 * sqrt(count_ / most))]
        bright = column == cursor or (marked is not None and _any(marked, run))
        tone: Tone = "accent" if bright else "dim" if marked is None else "faint"
        if spans and spans[-1].tone == tone:
            spans[-1] = Span(spans[-1].text + block, tone)
        else:
            spans.append(Span(block, tone))
    return tuple(spans)


def _runs(timeline: Timeline, scale: Scale) -> list[range]:
    """The positions of the events in each column; the first and last take what is outside."""
    starts = timeline.starts
    inner = [bisect_left(starts, scale.day(column)) for column in range(1, scale.width)]
    return list(map(range, [0, *inner], [*inner, len(starts)]))


def _count(shown: Sequence[int], run: range) -> int:
    """How many of the events in a run are among those that are shown."""
    return bisect_left(shown, run.stop) - bisect_left(shown, run.start)


def _any(marked: Sequence[int], run: range) -> bool:
    """Whether a run has any of some sorted positions."""
    found = bisect_left(marked, run.start)
    return found < len(marked) and marked[found] < run.stop


def _signs(view: View, width: int) -> dict[int, str]:
    """Round a window: what stands on the axis at which columns, -1 and the width among them.

    Brackets stand outside the columns that they enclose, but for one that the cursor mark is at.
    """
    window = window_of(view)
    if window is None or width < 1 or not view.timeline.events:
        return {}
    scale = scale_of(view.timeline, width)
    cursor = scale.column(view.timeline.starts[view.cursors.get("events", view.anchor)])
    before, behind = scale.column(window[0]) - 1, scale.column(window[1] - 1) + 1
    before, behind = before + (before == cursor), behind - (behind == cursor)
    return dict(sorted({before: "[", behind: "]", cursor: CURSOR}.items()))


def _axis(scale: Scale, marks: Mapping[int, str]) -> Line:
    """Labels of years, as many as fit, each where its year begins, and marks.

    The cursor's mark on a label is a letter of it that stands out, so that neither has to give
    way. Of a bracket and a label on the same cells the bracket is seen.
    """
    first, last = civil(scale.first)[0], civil(scale.first + scale.days - 1)[0]
    wide = max(len(year_words(first)), len(year_words(last))) + LABEL_GAP
    step = next(step for step in _steps() if step * scale.width >= wide * (last - first + 1))
    cells = [" "] * scale.width
    brackets = {at for at, sign in marks.items() if sign != CURSOR}
    for number in range(first // step * step, last + 1, step):
        # Years before Christ are round as they are called: 500 BC is the year -499.
        year = number + (step > 1 and number <= 0)
        day, label = ordinal(year, 1, 1), year_words(year)
        column = scale.column(day)
        # Behind a bracket that stands where the year begins it can still be read.
        column = next((at + 1 for at in (column, column + 1) if at in brackets), column)
        end = column + len(label)
        is_free = brackets.isdisjoint(range(column, end))
        is_free = is_free and not "".join(cells[max(0, column - 1) : end]).strip()
        if day >= scale.first and end <= scale.width and is_free:
            cells[column:end] = label
    if not "".join(cells).strip():
        # Time within a single year: that year, beside the marks.
        label = year_words(first)
        column = 0 if min(marks) > len(label) else max(marks) + 1
        if column + len(label) <= scale.width:
            cells[column : column + len(label)] = label
    return _with_marks(cells, marks)


def _steps() -> Iterator[int]:
    """Years between two labels of an axis: 1, 2, 5, 10, 20, 50 and so on."""
    for power in count():
        yield from (digit * 10**power for digit in (1, 2, 5))


def _with_marks(cells: Sequence[str], marks: Mapping[int, str]) -> Line:
    """The cells as spans, in which marks stand out."""
    spans: list[Span] = []
    at = 0
    for column, sign in marks.items():
        under = cells[column]
        mark = Span(sign, "accent") if under == " " else Span(under, "on-accent")
        spans += (Span("".join(cells[at:column]), "dim"), mark)
        at = column + 1
    return (*spans, Span("".join(cells[at:]), "dim"))
