"""The table of events: one a line, in columns, for a person at a terminal.

Date (EDTF, as written), id, thread, title and marks (`❝` quotes, `✗` disputed claims). Where a
width is given no line is wider: the thread gives way first, then the title is shortened.
"""

from typing import Final, NamedTuple

from rich.cells import cell_len

from tui.timeline.dates import to_edtf
from tui.timeline.records import Event
from tui.timeline.timeline import Positions, Timeline
from tui.view.line import pad, shorten
from tui.view.words import DISPUTED, QUOTE, thread_name

_GAP: Final = "  "
_LEAST_TITLE: Final = 24
"""The room that a title needs before the thread is left out."""


class _Row(NamedTuple):
    date: str
    id: str
    thread: str
    title: str
    marks: str


def listing(timeline: Timeline, positions: Positions, width: int | None = None) -> str:
    """The events at some positions, a line each; `""` for none.

    Args:
        timeline: Where they are.
        positions: Which of them, in their order.
        width: How many cells a line has; None cuts nothing.
    """
    rows = [_row(timeline, timeline.events[at]) for at in positions]
    if not rows:
        return ""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    if width is not None:
        widths = _fitted(widths, width)
    lines = (_line(row, widths) for row in rows)
    if width is not None and _taken(widths) > width:
        lines = (shorten(line, width) for line in lines)
    return "".join(f"{line}\n" for line in lines)


def _row(timeline: Timeline, event: Event) -> _Row:
    disputed = sum(claim.verdict == "disputed" for claim in event.claims)
    counts = ((QUOTE, len(event.quotes)), (DISPUTED, disputed))
    marks = " ".join(f"{mark}{count}" for mark, count in counts if count)
    thread = thread_name(timeline, event.thread)
    cells = (to_edtf(event.date), event.id, thread, event.title, marks)
    return _Row(*(" ".join(cell.split()) for cell in cells))


def _fitted(widths: list[int], width: int) -> list[int]:
    """The widths of the columns, a column of none left out."""
    date, record_id, thread, title, marks = widths
    for kept in (thread, 0):
        room = width - _taken([date, record_id, kept, marks]) - len(_GAP)
        if room >= min(title, _LEAST_TITLE):
            return [date, record_id, kept, min(title, room), marks]
    return [date, record_id, 0, max(1, min(title, room)), marks]


def _taken(widths: list[int]) -> int:
    """The cells of columns and of what stands between them."""
    kept = [each for each in widths if each]
    return sum(kept) + len(_GAP) * max(0, len(kept) - 1)


def _line(row: _Row, widths: list[int]) -> str:
    cells = (pad(cell, width) for cell, width in zip(row, widths, strict=True) if width)
    return _GAP.join(cells).rstrip()
