"""What Detail says of an item: View and width to lines, some of which lead somewhere.

A line with a target is a link; the stops of a detail are its links in order.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from tui.timeline.date_words import words
from tui.timeline.records import Actor, Claim, Event, Quote, Source
from tui.view.line import Span, Tone, one_line, shorten, wrap
from tui.view.page import MEASURE, DetailLine, Page, Target
from tui.view.view import Snag, View
from tui.view.words import cited, speaker


class Detail(NamedTuple):
    """All lines about one item."""

    lines: tuple[DetailLine, ...]

    @property
    def stops(self) -> tuple[int, ...]:
        """The first line of each link, in order."""
        found: list[int] = []
        before: Target | None = None
        for at, line in enumerate(self.lines):
            if line.target is not None and line.target != before:
                found.append(at)
            before = line.target
        return tuple(found)

    def line_of(self, stop: int) -> int:
        """The first line of a stop, 0 if there is no such stop."""
        stops = self.stops
        return stops[stop] if 0 <= stop < len(stops) else 0

    def lines_of(self, stop: int) -> range:
        """All lines of a stop, none if there is no such stop."""
        target = self.target(stop)
        if target is None:
            return range(0)
        first = last = self.line_of(stop)
        while last < len(self.lines) and self.lines[last].target == target:
            last += 1
        return range(first, last)

    def target(self, stop: int) -> Target | None:
        """Where a stop leads, None if there is no such stop."""
        stops = self.stops
        return self.lines[stops[stop]].target if 0 <= stop < len(stops) else None


def detail_of(view: View, width: int) -> Detail:
    """What Detail shows in a view, in lines of at most `width` cells."""
    item = view.item
    if isinstance(item, Snag):
        return Detail(tuple(_snag(item, width)))
    if item is None:
        text = "" if view.reading else "Nothing to show."
        return Detail((DetailLine((Span(text, "dim"),)),))
    page = Page(view.timeline, max(1, min(width, MEASURE)))
    match view.timeline.find(item):
        case Event() as event:
            return Detail(tuple(page.event(event)))
        case Actor() as actor:
            return Detail(tuple(page.actor(actor)))
        case Source() as source:
            return Detail(tuple(page.source(source)))
        case Quote() as quote:
            return Detail(tuple(page.quote(quote)))
        case Claim() as claim:
            return Detail(tuple(page.claim(claim)))
        case None:
            return Detail(())


def headline(view: View) -> str:
    """What Detail is about, in one line."""
    item = view.item
    if isinstance(item, Snag):
        return f"{item.problem.line}:{item.problem.column} {item.problem.message}"
    if item is None:
        return ""
    match view.timeline.find(item):
        case Event() as event:
            return f"{words(event.date)} · {event.title}"
        case Actor() as actor:
            return " · ".join(part for part in (actor.name, actor.role) if part)
        case Source() as source:
            return " · ".join(
                part for part in (cited(view.timeline, source.id), source.title) if part
            )
        case Quote() as quote:
            return f"{speaker(view.timeline, quote)}: “{one_line(quote.text)}”"
        case Claim() as claim:
            return f"{claim.verdict or 'unchecked'}: {one_line(claim.text)}"
        case None:
            return ""


def _snag(snag: Snag, width: int) -> Iterator[DetailLine]:
    """A problem and the lines of the file round it, with a caret under its column."""
    problem = snag.problem
    tone: Tone = "bad" if problem.severity == "error" else "mixed"
    yield DetailLine((Span(f"{problem.severity} at {problem.line}:{problem.column}", tone),))
    for piece in wrap(problem.message, min(width, MEASURE)):
        yield DetailLine((Span(piece, "strong"),))
    yield DetailLine()
    gutter = max((len(str(number)) for number, _ in snag.excerpt), default=1)
    room = max(1, width - gutter - 3)
    at_hand = next((text for number, text in snag.excerpt if number == problem.line), "")
    skip = _skip(at_hand[: problem.column - 1], room - 8)
    for number, text in snag.excerpt:
        here = number == problem.line
        shown = shorten(text[skip:], room)
        head = Span(f"{number:>{gutter}} │ ", "accent" if here else "dim")
        yield DetailLine((head, Span(shown, "text" if here else "dim")))
        if here:
            before = cell_len(text[skip : problem.column - 1])
            yield DetailLine((Span(f"{'':>{gutter}} │ ", "dim"), Span(" " * before + "▲", tone)))


def _skip(before: str, room: int) -> int:
    """How many characters of what stands before a caret to leave out, to fit the rest in cells."""
    width = 0
    for at in range(len(before) - 1, -1, -1):
        width += cell_len(before[at])
        if width > max(0, room):
            return at + 1
    return 0
