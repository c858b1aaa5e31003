"""The strip of a handout: how many events there are along time, and where slides stand, as SVG.

It takes its colours from the text around it. The bars are drawn once in a document, as `BARS`.
"""

from collections import Counter
from collections.abc import Iterable
from math import ceil, sqrt
from typing import Final

from tui.exchange.elements import Html, element, joined
from tui.timeline.date_words import year_words
from tui.timeline.dates import civil
from tui.timeline.records import Event
from tui.timeline.timeline import Timeline
from tui.view.strip import Scale, scale_of

BARS: Final = "bars"
"""The id of the bars."""
_COLUMNS: Final = 128
_WIDTH: Final = 5
"""Of a column, in units of the drawing."""
_HIGH: Final = 24
_BASE: Final = 26
_BELOW: Final = 34


def whole(timeline: Timeline, shown: Iterable[Event]) -> Html:
    """The bars, a mark for each event that is shown, and the years at both ends."""
    scale = scale_of(timeline, _COLUMNS)
    days = (scale.first, scale.first + scale.days - 1)
    years = [year_words(civil(day)[0]) for day in days]
    drawing = _drawing(element("path", id=BARS, d=_bars(timeline, scale)), _marks(scale, shown))
    ends = joined((element("span", year) for year in dict.fromkeys(years)), " ")
    return joined((drawing, element("p", ends, class_="years")), "\n")


def place(timeline: Timeline, event: Event) -> Html:
    """The bars again, with a mark for one event."""
    marks = _marks(scale_of(timeline, _COLUMNS), (event,))
    return _drawing(element("use", href=f"#{BARS}"), marks)


def _drawing(*inside: str) -> Html:
    """It fills the width that there is, and is as high in any."""
    return element(
        "svg",
        *inside,
        class_="strip",
        viewBox=f"0 0 {_COLUMNS * _WIDTH} {_BELOW}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _bars(timeline: Timeline, scale: Scale) -> str:
    """A bar on the ground for each column with events, as high as the root of how many."""
    counts = Counter(map(scale.column, timeline.starts))
    most = max(counts.values(), default=1)
    ground = f"M0 {_BASE}h{_COLUMNS * _WIDTH}v.5H0z"
    return ground + "".join(
        f"M{column * _WIDTH + 1} {_BASE}v-{ceil(_HIGH * sqrt(count / most))}h3V{_BASE}z"
        for column, count in sorted(counts.items())
    )


def _marks(scale: Scale, events: Iterable[Event]) -> Html:
    """A triangle below the column of each event."""
    columns = sorted({scale.column(event.date.anchor) for event in events})
    middles = (column * _WIDTH + _WIDTH // 2 for column in columns)
    drawn = "".join(f"M{middle} {_BASE + 2}l4 6h-8z" for middle in middles)
    return element("path", d=drawn, class_="here")
