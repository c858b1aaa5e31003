"""The signs of the lists and of the chart, and what each means: for the help and for legends.

Every sign that stands for something without a word beside it is here once.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from tui.timeline.records import Verdict
from tui.timeline.timeline import Timeline
from tui.view import strip
from tui.view.chart.bars import ENDS, GOES_ON, POINTS, SELECTED, SHADES, SOLID, STACKS, WENT_ON
from tui.view.chart.scene import GUIDE
from tui.view.chart.ticks import MAJOR, MINOR
from tui.view.chips import DROP
from tui.view.line import Tone, one_line
from tui.view.words import (
    BAR,
    CURSOR,
    DISPUTED,
    LINKED,
    MARKED,
    QUOTE,
    SOURCE,
    VERDICT_GLYPHS,
    VERDICT_TONES,
    thread_name,
    thread_tone,
)


class Sign(NamedTuple):
    """A sign, or several with a meaning.

    Attributes:
        signs: Every character that means this, the most usual first.
        meaning: What that is, in a few words.
        shown: How it is written where it is explained; "" for the first.
        more: What else there is to say about it, in a sentence or two.
        tone: In which colour it is mostly seen.
    """

    signs: str
    meaning: str
    shown: str = ""
    more: str = ""
    tone: Tone = "text"

    @property
    def name(self) -> str:
        """How it is written where it is explained."""
        return self.shown or self.signs[0]


_DASH: Final = "\N{EN DASH}"
MARKS: Final = (
    Sign(POINTS[1], "a day"),
    Sign(POINTS[0], "about then, or some day in it", more="The point is hollow."),
    Sign(
        f"{SOLID}▐▕{ENDS}", "from, to", f"{SOLID} ▐ ▌", "The bar may begin and end inside a cell."
    ),
    Sign(
        *(SHADES, "perhaps", " ".join(SHADES)),
        "What is not sure is shaded, the lighter the farther from what is.",
    ),
    Sign(GOES_ON, "goes on", more="Nobody knows until when."),
    Sign(WENT_ON, "went on before", more="Nobody knows since when."),
    Sign(
        *(STACKS[:-1], "so many events", f"{STACKS[0]}…{STACKS[-2]}"),
        "They share a cell; {follow} lists them. Of two that touch one is filled.",
    ),
    Sign(STACKS[-1], "ten or more", more="So many events share a cell."),
)
"""The marks of the chart. A printed one explains those that it has."""
SPILT: Final = Sign("+", "so many that found no row", "+N", "{follow} lists them.")
"""What stands in the last row of a lane that is full."""
CHART: Final = (
    *MARKS,
    SPILT,
    Sign(SELECTED, "the event that the cursor is on", tone="accent"),
    Sign(strip.BLOCKS[1:], "how many events a folded lane has there", strip.BLOCKS[1:], tone="dim"),
    Sign("+-", "a lane that is folded, and one that {follow} folds", "+ -"),
    Sign(GUIDE, "where what is labelled above begins", tone="rule"),
    Sign(f"{MAJOR}{MINOR}", "where it begins on the ruler, and its parts", f"{MAJOR} {MINOR}"),
    Sign(SOLID, "the colour of a thread", more="What is pale is not linked.", tone="thread0"),
)
"""All of the chart."""
STRIP: Final = (
    Sign(
        strip.BLOCKS[1:],
        "how many events there are",
        strip.BLOCKS[1:],
        "It is bright where the cursor is, and what is linked to it.",
        "accent",
    ),
    Sign(strip.CURSOR, "where in time the cursor is", tone="accent"),
    Sign("[]", "from where to where the chart is seen", "[ ]", tone="accent"),
)
"""Those of the strip above the panes."""
_VERDICTS: Final[Mapping[Verdict, str]] = MappingProxyType(
    {
        "confirmed": "The record confirms it.",
        "partly": "The record confirms it in part.",
        "disputed": "The record says otherwise.",
        "opinion": "It is a judgement.",
        "unchecked": "It was not held against the record.",
    }
)
LISTS: Final = (
    Sign(CURSOR, "the row that the cursor is on", tone="accent"),
    Sign(LINKED, "it belongs to what the cursor is on in another pane", tone="accent"),
    Sign(BAR, "the colour of the thread", tone="thread0"),
    Sign(MARKED, "an event that you have marked", more="{mark} marks it.", tone="accent"),
    Sign(QUOTE, "so many quotes, or before words a quote", f"{QUOTE}3", tone="quote"),
    Sign(DISPUTED, "so many disputed claims", f"{DISPUTED}2", tone="bad"),
    *(
        Sign(
            *(VERDICT_GLYPHS[verdict], f"a claim, {verdict}"),
            more=said,
            tone=VERDICT_TONES[verdict],
        )
        for verdict, said in _VERDICTS.items()
    ),
    Sign(SOURCE, "a source that is cited without a quote", tone="dim"),
    Sign("c.", "about then", "c. Dec", "The date is approximate (circa)."),
    Sign("?", "perhaps then", "Dec?", "The date is uncertain."),
    Sign("→", "goes on from then", "Nov →", "Nobody knows until when: an open end."),
    Sign("→", "went on until then", "→ 2008", "Nobody knows since when: an open start."),
    Sign("?", "to a day, or from one, that is not known", f"Nov{_DASH}?"),
    Sign("…", "there is more of it", more="It is shortened."),
    Sign(DROP, "a filter", more="A click on it drops it.", tone="dim"),
    Sign(
        "‹›",
        "where this is on the way back and forward",
        "‹3/7›",
        "{back} goes back, {forward} forward.",
    ),
)
"""Those of the lists, and of the lines above them."""


def all_of(timeline: Timeline, *, charted: bool) -> Iterator[tuple[str, Sequence[Sign]]]:
    """All signs by where they are, those of what is shown first; then the colours of threads."""
    both = (("In the chart", CHART), ("In lists", LISTS))
    yield from both if charted else both[::-1]
    yield "Above", STRIP
    yield "In colour", tuple(_threads(timeline))


def _threads(timeline: Timeline) -> Iterator[Sign]:
    for thread in timeline.threads:
        name = one_line(thread_name(timeline, thread.id))
        yield Sign(BAR, f"the thread {name}", tone=thread_tone(timeline, thread.id))
