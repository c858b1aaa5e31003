"""The chart as a picture: SVG 1.1 that loads nothing, runs nothing, and keeps its text as text.

Letters stand in cells of one width, as on a terminal, whichever of the usual fonts there is. What
is drawn of an event, its mark and its label, is a group with its date and title, which browsers
show when the pointer is on it, and which screen readers read.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from tui.exchange.chart_text import Sheet
from tui.exchange.elements import Html, element
from tui.timeline.date_words import words
from tui.timeline.timeline import Timeline
from tui.view.chart.bars import ENDS
from tui.view.chart.cells import apart
from tui.view.chart.scene import GUIDE, Hit, owners
from tui.view.line import BARS, Line, Tone, one_line
from tui.view.palette import Palette

_WIDE: Final = 8.43
"""The width of a cell, of a letter of 14 in DejaVu Sans Mono and Menlo."""
_HIGH: Final = 19
_SIZE: Final = 14
_BASE: Final = 14
"""From the top of a line to the foot of its letters."""
_MARGIN: Final = 12
_BAR: Final = (3, 13)
"""The top and the height of a bar in its line."""
_MOST_TOLD: Final = 12
_FONTS: Final = "DejaVu Sans Mono, Menlo, Consolas, Liberation Mono, monospace"
_SHADES: Final = {"█": 1.0, "▓": 0.75, "▒": 0.5, "░": 0.28}
_PARTS: Final = {
    **dict.fromkeys(_SHADES, (0.0, 1.0)),
    **{end: (0.0, eighths / 8) for eighths, end in enumerate(ENDS, 1)},
    "▐": (0.5, 0.5),
    "▕": (0.875, 0.125),
}
"""Which part of a cell a block fills: from where, how much."""


class _Cell(NamedTuple):
    column: int
    text: str
    tone: Tone
    hit: int | None


def document(made: Sheet, palette: Palette) -> str:
    """A sheet as a picture, in the colours of a painted theme."""
    lines, chart, timeline = (*made.lines, *made.key), made.chart, made.timeline
    first = next(at for at, line in enumerate(lines) if line is chart.lines[0])
    columns = max(len(_cells(line, ())) for line in lines)
    width = round(columns * _WIDE + 2 * _MARGIN)
    height = len(lines) * _HIGH + 2 * _MARGIN
    rows = []
    for at, line in enumerate(lines):
        hits = chart.hits[at - first] if first <= at < first + len(chart.hits) else ()
        rows += [_group(group, hits, timeline, palette, at) for group in _groups(line, hits)]
    ground = element("rect", width="100%", height="100%", fill=palette.background)
    drawn = element(
        "svg",
        element("title", made.title),
        ground,
        *rows,
        xmlns="http://www.w3.org/2000/svg",
        width=str(width),
        height=str(height),
        viewBox=f"0 0 {width} {height}",
        font_family=_FONTS,
        font_size=str(_SIZE),
        role="img",
    )
    return f"{drawn}\n"


def _cells(line: Line, hits: Sequence[Hit]) -> list[_Cell]:
    """A line cell by cell; what is on a cell is what was put there last."""
    owned = {
        column: at for column, at in owners(hits).items() if hits[at].part in {"mark", "label"}
    }
    cells: list[_Cell] = []
    for span in line:
        for part in apart(span.text):
            column = len(cells)
            cells.append(_Cell(column, part, span.tone, owned.get(column)))
    return cells


def _groups(line: Line, hits: Sequence[Hit]) -> Iterator[list[_Cell]]:
    """The cells of each event that is on a line, and those between them."""
    for _, cells in groupby(_cells(line, hits), key=lambda cell: cell.hit):
        yield list(cells)


def _group(
    cells: list[_Cell], hits: Sequence[Hit], timeline: Timeline, palette: Palette, row: int
) -> Html:
    """What is drawn of an event, with what it is; or what belongs to none."""
    drawn = list(_drawn(cells, palette, row))
    own = cells[0].hit
    if own is None or not drawn:
        return Html("".join(drawn))
    return element("g", element("title", _told(timeline, hits[own].positions)), *drawn)


def _told(timeline: Timeline, positions: Sequence[int]) -> str:
    """Events in a line each: the date and the title."""
    events = [timeline.events[at] for at in sorted(positions)[:_MOST_TOLD]]
    told = [f"{words(event.date)}: {one_line(event.title)}" for event in events]
    more = len(positions) - len(events)
    return "\n".join([*told, *([f"and {more} more"] if more else [])])


def _drawn(cells: list[_Cell], palette: Palette, row: int) -> Iterator[Html]:
    """Bars as shapes, and on them all else as text: words of one tone with single blanks."""
    top = _MARGIN + row * _HIGH
    yield from _shapes(cells, palette, top)
    run: list[_Cell] = []
    for cell in cells:
        is_shape = cell.text in _PARTS or cell.text == GUIDE
        gap = len(run) > 1 and not (run[-1].text + run[-2].text).strip() and cell.text != ""
        if run and (is_shape or gap or cell.tone != run[0].tone):
            yield from _text(run, palette, top)
            run = []
        if not is_shape and (run or cell.text.strip()):
            run.append(cell)
    yield from _text(run, palette, top)


def _text(run: list[_Cell], palette: Palette, top: int) -> Iterator[Html]:
    said, tone = "".join(cell.text for cell in run), run[0].tone if run else "text"
    length = len(run) - (len(said) - len(said.rstrip()))
    if not said.strip():
        return
    yield element(
        "text",
        said.rstrip(),
        x=_number(_MARGIN + run[0].column * _WIDE),
        y=str(top + _BASE),
        fill=palette.background if tone in BARS else palette.tones[tone],
        font_weight="bold" if "bold" in palette.styles.get(tone, "") else "",
        textLength=_number(length * _WIDE),
    )


def _shapes(cells: list[_Cell], palette: Palette, top: int) -> Iterator[Html]:
    """Guides, and bars: what is of one shade and touches is one shape."""
    open_: tuple[float, float, str] | None = None
    ends = [*cells, _Cell(-1, " ", "text", None)]
    for cell in ends:
        x = _MARGIN + cell.column * _WIDE
        if cell.text == GUIDE:
            yield element(
                "path",
                d=f"M{_number(x + _WIDE / 2)} {top}v{_HIGH}",
                stroke=palette.tones[cell.tone],
            )
        on = cell.tone in BARS
        start, share = (0.0, 1.0) if on else _PARTS.get(cell.text, (0.0, 0.0))
        colour = palette.tones[BARS.get(cell.tone, cell.tone)]
        colour = f"{colour} {1.0 if on else _SHADES.get(cell.text, 1.0)}"
        if open_ and (not share or start or colour != open_[2]):
            yield _bar(open_, top)
            open_ = None
        if share and open_:
            open_ = (open_[0], open_[1] + share * _WIDE, colour)
        elif share:
            open_ = (x + start * _WIDE, share * _WIDE, colour)


def _bar(shape: tuple[float, float, str], top: int) -> Html:
    x, width, colour = shape
    fill, opacity = colour.split()
    high = _BAR[1]
    return element(
        "rect",
        x=_number(x),
        y=str(top + _BAR[0]),
        width=_number(width),
        height=str(high),
        fill=fill,
        fill_opacity="" if opacity == "1.0" else opacity,
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
