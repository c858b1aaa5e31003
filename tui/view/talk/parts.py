"""The parts of a slide, revealed one by one: title, summary, each quote, each claim.

A part has an id that an edit elsewhere in the event does not change: `title`, `summary`,
`quote ID`, `claim ID`. Each slide has a title; what the file does not give is no part.
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len

from tui.timeline.date_words import words
from tui.timeline.records import Claim, Event, Quote
from tui.timeline.timeline import Timeline
from tui.view.languages import named
from tui.view.line import Line, Span, Tone, one_line, width_of, wrap
from tui.view.talk.deck import Slide
from tui.view.talk.figures import figures
from tui.view.words import (
    BAR,
    QUOTE,
    VERDICT_GLYPHS,
    VERDICT_TONES,
    by_whom,
    cited,
    speaker,
    thread_name,
    thread_tone,
)

TITLE = "title"
SUMMARY = "summary"
Lines: TypeAlias = tuple[Line, ...]


class Part(NamedTuple):
    """What is revealed at once, in lines of the width that it was set for."""

    id: str
    lines: Lines


def ids_of(timeline: Timeline, slide: Slide) -> tuple[str, ...]:
    """The parts of a slide in the order in which they are revealed, of which there is one."""
    event = timeline.event(slide.event)
    if event is None:
        return (TITLE,)
    summary = (SUMMARY,) * bool(event.summary or in_doubt(event))
    quotes = (f"quote {each.id}" for each in event.quotes)
    claims = (f"claim {each.id}" for each in _claims(event, slide))
    return (TITLE, *summary, *quotes, *claims)


def parts_of(timeline: Timeline, slide: Slide, width: int, *, big: bool) -> tuple[Part, ...]:
    """The parts of a slide, set in lines of a width; `big` with large figures."""
    event = timeline.event(slide.event)
    if event is None:
        return (Part(TITLE, ((),)),)
    setter = _Setter(timeline, max(1, width))
    lines: list[Iterator[Line]] = [setter.title(event, big=big)]
    if event.summary or in_doubt(event):
        lines.append(setter.summary(event))
    lines += (setter.quote(each) for each in event.quotes)
    lines += (setter.claim(each) for each in _claims(event, slide))
    ids = ids_of(timeline, slide)
    return tuple(Part(own, tuple(each)) for own, each in zip(ids, lines, strict=True))


def short_title(timeline: Timeline, slide: Slide) -> str:
    """The event of a slide in one line: when, and what."""
    event = timeline.event(slide.event)
    return "" if event is None else f"{words(event.date)} · {one_line(event.title)}"


class _Setter:
    """Sets the records of a timeline in lines of a width."""

    def __init__(self, timeline: Timeline, width: int) -> None:
        self._timeline = timeline
        self._width = width

    def title(self, event: Event, *, big: bool) -> Iterator[Line]:
        """When, what, where."""
        year = figures(event.date.year) if big else ()
        if year and len(year[0]) <= self._width:
            yield from ((Span(row, "accent"),) for row in year)
            yield ()
        yield from self._set(words(event.date, weekday=True), "accent")
        yield ()
        yield from self._set(one_line(event.title), "strong")
        tone = thread_tone(self._timeline, event.thread)
        thread = (Span(f"{BAR} ", tone), Span(thread_name(self._timeline, event.thread), tone))
        place = Span(one_line(event.place), "dim")
        if event.thread and event.place:
            both = (*thread, Span(" · ", "dim"), place)
            if width_of(both) <= self._width:
                yield both
                return
        if event.thread:
            yield from self._hang(*thread)
        if event.place:
            yield from self._set(place.text, "dim")

    def summary(self, event: Event) -> Iterator[Line]:
        """What happened, and how sure that is."""
        if event.summary:
            yield from self._set(event.summary)
        if doubt := in_doubt(event):
            if event.summary:
                yield ()
            yield from self._set(doubt, "dim")

    def quote(self, quote: Quote) -> Iterator[Line]:
        """The words, and whose they are."""
        yield from self._hang(Span(f"{QUOTE} ", "quote"), Span(f"“{quote.text}”"))
        who = speaker(self._timeline, quote)
        actor = self._timeline.actor(quote.speaker)
        role = one_line(actor.role) if actor else ""
        yield from self._hang(Span("  — "), Span(who, "strong"), f", {role}" * bool(role))
        when = words(quote.date) if quote.date else ""
        spoken = f"spoken in {named(quote.original)}" if quote.original else ""
        where = cited(self._timeline, quote.source) if quote.source else ""
        facts = " · ".join(part for part in (when, where, spoken) if part)
        if facts:
            yield from self._hang(Span("    "), Span(facts, "dim"))
        if quote.note:
            yield from self._hang(Span("    "), Span(one_line(quote.note), "dim"))

    def claim(self, claim: Claim) -> Iterator[Line]:
        """How it stands, what is claimed, by whom, and what the record says."""
        verdict = claim.verdict or "unchecked"
        tone = VERDICT_TONES[verdict]
        yield from self._hang(
            Span(f"{VERDICT_GLYPHS[verdict]} ", tone),
            Span(verdict.capitalize(), tone),
            f" · claimed by {by_whom(self._timeline, claim.by)}" if claim.by else "",
        )
        yield from self._hang(Span("  "), Span(one_line(claim.text)))
        if claim.note:
            yield from self._hang(Span("  "), Span(one_line(claim.note), "dim"))
        against = [cited(self._timeline, each) for each in claim.sources if each != claim.by]
        if against:
            yield from self._hang(Span("  "), Span(f"Record: {'; '.join(against)}", "dim"))

    def _set(self, text: str, tone: Tone = "text") -> Iterator[Line]:
        return ((Span(piece, tone),) for piece in wrap(text, self._width))

    def _hang(self, head: Span, text: Span, beside: str = "") -> Iterator[Line]:
        """A paragraph with a head before it, its lines set in under the words.

        What stands beside its last line, in a tone of its own, has lines of its own if need be.
        """
        indent = min(cell_len(head.text), self._width // 2)
        head = head._replace(text=head.text[:indent])
        blank, room = Span(" " * indent), max(1, self._width - indent)
        pieces = wrap(text.text, room)
        lines: list[Line] = [(blank, text._replace(text=piece)) for piece in pieces]
        lines[0] = (head, *lines[0][1:])
        gap = " " * beside.startswith(" ")
        taken = cell_len(pieces[-1]) + len(gap)
        if taken < room:
            first, *rest = wrap(beside, room, taken)
        else:
            first, rest = "", wrap(beside, room)
        if first:
            lines[-1] = (*lines[-1], Span(f"{gap}{first}", "dim"))
        yield from lines
        yield from ((blank, Span(piece, "dim")) for piece in rest if piece)


def _claims(event: Event, slide: Slide) -> tuple[Claim, ...]:
    """The claims, the one that the slide is about first."""
    return tuple(sorted(event.claims, key=lambda each: each.id != slide.claim))


def in_doubt(event: Event) -> str:
    """What is in doubt of an event, and how far; that it is sure is not worth a line on a slide."""
    sure = f"Confidence {event.confidence}." if event.confidence in {"low", "medium"} else ""
    return " ".join(part for part in (sure, one_line(event.caveat)) if part)
