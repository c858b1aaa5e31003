"""What was searched for, lit on a chart: the text where labels say it, and the marks of events.

A text may be in what is said of an event and not in its title, and a label may be cut, or have no
room at all. So the marks are lit as well, and whatever stands for several events of which one was
found. The mark of the cursor stays as it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tui.view.chart.bars import SELECTED
from tui.view.chart.cells import apart
from tui.view.chart.chart import Chart
from tui.view.chart.counts import beginning, counted
from tui.view.chart.lanes import Lanes
from tui.view.chart.scene import Hit, owners
from tui.view.line import Line, Span, Tone
from tui.view.listing import holds
from tui.view.lookup import spans
from tui.view.view import View


class _Found(NamedTuple):
    """A text, the events that say it, ascending, and the lanes, some of which are folded."""

    text: str
    positions: Sequence[int]
    lanes: Lanes
    folded: frozenset[str]


class _Cell(NamedTuple):
    text: str
    tone: Tone


def lit(view: View, chart: Chart) -> tuple[Line, ...]:
    """The lines of a chart, in which what was searched for stands out."""
    search = view.search
    if search is None or search.pane != "events" or view.chart is None:
        return chart.lines
    lanes = view.chart.lanes(view.timeline, view.shown)
    found = _Found(search.text, search.hits, lanes, view.chart.folded)
    pairs = zip(chart.lines, chart.hits, strict=True)
    return tuple(_lit(line, hits, found) if hits else line for line, hits in pairs)


def _lit(line: Line, hits: Sequence[Hit], found: _Found) -> Line:
    """A line with what is found on it lit."""
    cells = [_Cell(part, span.tone) for span in line for part in apart(span.text)]
    for column in _columns(cells, hits, found):
        cells[column] = cells[column]._replace(tone="found")
    runs = groupby(cells, key=lambda cell: cell.tone)
    return tuple(Span("".join(cell.text for cell in run), tone) for tone, run in runs)


def _columns(cells: Sequence[_Cell], hits: Sequence[Hit], found: _Found) -> Iterator[int]:
    """The cells to be lit."""
    own = owners(hits)
    for at, run in groupby(sorted(own), key=own.__getitem__):
        hit, columns = hits[at], list(run)
        if hit.part == "head":
            # How many there are is no name.
            columns = [column for column in columns if cells[column].tone != "dim"]
        if hit.part in {"head", "label"}:
            yield from _said(cells, columns, found.text)
        elif _is_found(hit, found):
            yield from (column for column in columns if not _is_cursor(cells[column]))


def _said(cells: Sequence[_Cell], columns: Sequence[int], text: str) -> Iterator[int]:
    """The cells on which a text stands."""
    letters = [column for column in columns for _ in cells[column].text]
    for start, stop in spans("".join(cells[column].text for column in columns), text):
        yield from letters[start:stop]


def _is_cursor(cell: _Cell) -> bool:
    return cell.text == SELECTED or cell.tone == "on-accent"


def _is_found(hit: Hit, found: _Found) -> bool:
    """Whether one of the events that something stands for was found."""
    events: Iterable[int] = hit.positions
    if hit.part == "more":
        lane = found.lanes.lanes[found.lanes.at[hit.lane]]
        # A folded lane is lit where an event begins; all that goes on would be too much to ask.
        if hit.lane in found.folded:
            events = beginning((*lane.rows, lane.spilt), hit)
        else:
            events = counted(found.lanes, lane, hit, is_folded=False)
    return any(holds(found.positions, at) for at in events)
