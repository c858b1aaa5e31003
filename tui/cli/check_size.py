"""Check size: which slides of a talk take more than one page of a terminal of some size."""
# ruff: noqa: PLC0415

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tui.cli.says import DONE, PROBLEMS, Refused, say, visible

if TYPE_CHECKING:
    from tui.timeline.timeline import Timeline
    from tui.view.talk.deck import Deck
    from tui.view.talk.overflow import Overflow

_SIZE: Final = re.compile(r"(\d{1,4})[xX×](\d{1,4})", re.ASCII).fullmatch


def check(timeline: "Timeline", deck: "Deck", size: tuple[int, int]) -> int:
    """Print the slides that run over at a size. Returns the exit code."""
    from tui.view.talk.overflow import overflows
    from tui.view.talk.stage import stage_of

    stage = stage_of(*size)
    found = list(overflows(timeline, deck, stage.room))
    lines = _lines(found, len(deck.slides), f"{size[0]}x{size[1]}")
    say("".join(f"{visible(line)}\n" for line in lines))
    return PROBLEMS if found else DONE


def size_of(size: str) -> tuple[int, int]:
    """The columns and rows of a size, which has to be one that a talk can be shown at."""
    from tui.view.layout import SMALLEST

    written = _SIZE(size.strip())
    if written is None:
        raise Refused(f"--check-size {visible(size)} is no size; write columns and rows, as 80x24")
    columns, rows = int(written[1]), int(written[2])
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        raise Refused(f"--check-size {size} is too small; {SMALLEST[0]}x{SMALLEST[1]} is the least")
    return columns, rows


def _lines(found: "list[Overflow]", slides: int, size: str) -> Iterator[str]:
    over = [each for each in found if each.pages > 1]
    wide = len(f"{slides}")
    for each in found:
        yield f"{each.number:>{wide}}  {each.title}: {_why(each)}"
    if not over:
        count = f"All {slides} slides fit" if slides != 1 else "The slide fits"
        yield f"{count} on one page at {size}." if slides else "There is no slide."
        return
    of = f"{len(over)} of {slides} slides" if slides != 1 else "The slide"
    takes = "take" if len(over) > 1 else "takes"
    yield f"{of} {takes} more than one page at {size}; nothing is cut."


def _why(each: "Overflow") -> str:
    """What of a slide runs over."""
    said = []
    if each.pages > 1:
        kind, _, own = each.part.partition(" ")
        part = f"the {kind} {own}".rstrip()
        rows = f"{each.rows} row{'s' * (each.rows != 1)} over"
        said.append(f"{each.pages} pages, {rows}, from {part} on")
    if each.head:
        said.append(f"the title takes {each.head} rows, more than a third of the height")
    return "; ".join(said)
