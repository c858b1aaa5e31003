"""What Detail says of an item: View and width to lines, some of which lead somewhere.

A line with a target is a link; the stops of a detail are its links in order.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tui.timeline.date_words import words
from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source
from tui.timeline.timeline import Timeline
from tui.view.line import Line, Span, Tone, one_line, shorten, wrap
from tui.view.view import Snag, View
from tui.view.words import (
    QUOTE,
    SOURCE,
    VERDICT_GLYPHS,
    VERDICT_TONES,
    by_whom,
    cited,
    event_day,
    outlet,
    speaker,
    thread_name,
    thread_tone,
)

MEASURE = 72
"""The widest that prose is set, in cells."""


class DetailLine(NamedTuple):
    """A line of Detail, and the record that Enter on it goes to."""

    line: Line = ()
    target: Ref | None = None


class Detail(NamedTuple):
    """All lines about one item."""

    lines: tuple[DetailLine, ...]

    @property
    def stops(self) -> tuple[int, ...]:
        """The first line of each link, in order."""
        found: list[int] = []
        before: Ref | None = None
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

    def target(self, stop: int) -> Ref | None:
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
    page = _Page(view.timeline, max(1, min(width, MEASURE)))
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
            return f"{claim.verdict}: {one_line(claim.text)}"
        case None:
            return ""


class _Page:
    """Sets the records of a timeline in lines of a width."""

    def __init__(self, timeline: Timeline, width: int) -> None:
        self.timeline = timeline
        self.width = width

    def event(self, event: Event) -> Iterator[DetailLine]:
        """An event: what, when, where; the claims; the quotes; who; the sources."""
        yield from self._text(event.title, "strong")
        yield self._where(event)
        yield DetailLine()
        yield from self._text(event.summary)
        if event.caveat or event.confidence in {"low", "medium"}:
            sure = f"Confidence {event.confidence or 'not given'}."
            yield DetailLine()
            yield from self._text(f"{sure} {one_line(event.caveat)}", "dim")
        numbers = {
            self.timeline.sources[at].id: number
            for number, at in enumerate(self.timeline.links.event_sources(event), 1)
        }
        if event.claims:
            yield from self._heading("Claims")
            for number, claim in enumerate(event.claims):
                if number:
                    yield DetailLine()
                yield from self._claim(claim, numbers)
        if event.quotes:
            yield from self._heading("Quotes")
            for number, quote in enumerate(event.quotes):
                if number:
                    yield DetailLine()
                yield from self._quote(quote, numbers)
        yield from self._actors(event)
        if numbers:
            yield from self._heading("Sources")
            for source_id, number in numbers.items():
                yield from self._citation(source_id, f"[{number}]")
        yield from self._tail(event)

    def actor(self, actor: Actor) -> Iterator[DetailLine]:
        """An actor: who, the events and the quotes in order."""
        yield from self._text(actor.name, "strong")
        kind = actor.kind if actor.kind != "other" else ""
        about = " · ".join(part for part in (kind, actor.native) if part)
        if about:
            yield from self._text(about, "dim")
        if actor.role:
            yield from self._text(actor.role)
        if actor.aliases:
            yield from self._text(f"Also {', '.join(actor.aliases)}", "dim")
        if actor.affiliations:
            yield from self._heading("Affiliations")
            for other in actor.affiliations:
                yield from self._link(Ref("actor", other), self._actor_name(other), "  ")
        links = self.timeline.links
        ref = Ref("actor", actor.id)
        yield from self._events(links.linked(ref, "event"))
        yield from self._quotes(links.linked(ref, "quote"))
        yield from self._url(actor.url)

    def source(self, source: Source) -> Iterator[DetailLine]:
        """A source: the full citation, what it is cited for, every quote from it."""
        yield from self._text(source.title or outlet(source), "strong")
        when = words(source.date) if source.date else ""
        parts = (source.author, source.publisher if source.title else "", when, source.kind)
        yield from self._text(" · ".join(part for part in parts if part), "dim")
        if source.locator:
            yield from self._text(source.locator)
        yield from self._url(source.url)
        if source.checked:
            yield from self._text(_CHECKED[source.checked], "dim")
        links = self.timeline.links
        ref = Ref("source", source.id)
        yield from self._events(links.linked(ref, "event"))
        claims = links.linked(ref, "claim")
        if claims:
            yield from self._heading(f"Claims ({len(claims)})")
            for at in claims[:_MANY]:
                yield from self._claim(self.timeline.claims[at], {}, note=False)
            yield from self._more(len(claims))
        yield from self._quotes(links.linked(ref, "quote"))

    def quote(self, quote: Quote) -> Iterator[DetailLine]:
        """A quote: the words in full, who said them, where they stand, what they are about."""
        yield from self._text(f"“{quote.text}”", "strong")
        yield DetailLine()
        name = speaker(self.timeline, quote)
        when = f", {words(quote.date)}" if quote.date else ""
        yield from self._link(Ref("actor", quote.speaker), f"{name}{when}", "— ")
        spoken = f"spoken in {quote.original}, given in {quote.lang}" if quote.original else ""
        checked = _QUOTE_CHECKED.get(quote.checked, "")
        how = " · ".join(part for part in (spoken, checked) if part)
        if how:
            yield from self._text(how, "dim")
        if quote.note:
            yield DetailLine()
            yield from self._text(quote.note)
        if quote.source:
            yield from self._heading("Source")
            yield from self._citation(quote.source, SOURCE)
        yield from self._about(quote.event)
        others = [
            at
            for at in self.timeline.links.linked(Ref("source", quote.source), "quote")
            if self.timeline.quotes[at].id != quote.id
        ]
        yield from self._quotes(others, "Also quoted from it")

    def claim(self, claim: Claim) -> Iterator[DetailLine]:
        """A claim: what is asserted, how it stands, by whom, against what."""
        verdict = claim.verdict or "unchecked"
        label = f"{VERDICT_GLYPHS[verdict]} {verdict}"
        yield DetailLine((Span(label, VERDICT_TONES[verdict]),))
        yield DetailLine()
        yield from self._text(claim.text, "strong")
        yield from self._link(
            Ref("source", claim.by), f"claimed by {by_whom(self.timeline, claim.by)}", "— "
        )
        if claim.note:
            yield DetailLine()
            yield from self._text(claim.note)
        if claim.sources:
            yield from self._heading("Held against")
            for source in claim.sources:
                yield from self._citation(source, SOURCE)
        yield from self._about(claim.event)

    def _where(self, event: Event) -> DetailLine:
        parts = [Span(words(event.date, weekday=True), "accent")]
        if event.place:
            parts.append(Span(f" · {one_line(event.place)}", "dim"))
        if event.thread:
            parts.append(Span(" · ", "dim"))
            tone = thread_tone(self.timeline, event.thread)
            parts.append(Span(thread_name(self.timeline, event.thread), tone))
        return DetailLine(tuple(parts))

    def _claim(
        self, claim: Claim, numbers: dict[str, int], *, note: bool = True
    ) -> Iterator[DetailLine]:
        verdict = claim.verdict or "unchecked"
        target = Ref("claim", claim.id)
        tone = VERDICT_TONES[verdict]
        cites = _numbers(numbers, (claim.by, *claim.sources))
        label = f"{VERDICT_GLYPHS[verdict]} {verdict}  "
        text = Span(f"{one_line(claim.text)}{cites}")
        yield from self._hang(Span(label, tone), text, target)
        if note and claim.note:
            yield from self._hang(Span("  "), Span(one_line(claim.note), "dim"), target)

    def _quote(self, quote: Quote, numbers: dict[str, int]) -> Iterator[DetailLine]:
        target = Ref("quote", quote.id)
        words_said = Span(f"“{one_line(quote.text)}”")
        yield from self._hang(Span(f"{QUOTE} ", "quote"), words_said, target)
        when = f", {words(quote.date)}" if quote.date else ""
        who = f"{speaker(self.timeline, quote)}{when}{_numbers(numbers, (quote.source,))}"
        yield from self._hang(Span("  "), Span(who, "dim"), target)

    def _actors(self, event: Event) -> Iterator[DetailLine]:
        positions = self.timeline.links.event_actors(event)
        if not positions:
            return
        yield from self._heading("Actors")
        for at in positions:
            actor = self.timeline.actors[at]
            name = one_line(actor.name)
            room = self.width - 4 - cell_len(name)
            role = f"  {shorten(one_line(actor.role), room)}" if room > _ROOM else ""
            name = shorten(name, self.width - 2)
            line = (Span("  "), Span(name), Span(role, "dim"))
            yield DetailLine(line, Ref("actor", actor.id))

    def _events(self, positions: Sequence[int]) -> Iterator[DetailLine]:
        if not positions:
            return
        yield from self._heading(f"Events ({len(positions)})")
        for at in positions[:_MANY]:
            event = self.timeline.events[at]
            yield from self._dated(event)
        yield from self._more(len(positions))

    def _quotes(self, positions: Sequence[int], heading: str = "Quotes") -> Iterator[DetailLine]:
        if not positions:
            return
        yield from self._heading(f"{heading} ({len(positions)})")
        for at in positions[:_MANY]:
            yield from self._quote(self.timeline.quotes[at], {})
        yield from self._more(len(positions))

    def _about(self, event_id: str) -> Iterator[DetailLine]:
        event = self.timeline.event(event_id)
        if event is None:
            return
        yield from self._heading("Event")
        yield from self._dated(event)

    def _dated(self, event: Event) -> Iterator[DetailLine]:
        head = Span(f"  {event_day(event):<11}  ", "dim")
        yield from self._hang(head, Span(one_line(event.title)), event.ref, 4)

    def _citation(self, source_id: str, label: str) -> Iterator[DetailLine]:
        source = self.timeline.source(source_id)
        if source is None:
            yield from self._text(f"{label} {source_id}, which is not defined", "dim")
            return
        author = source.author if source.author != source.publisher else ""
        when = words(source.date) if source.date else ""
        title = f"“{one_line(source.title)}”" if source.title else ""
        parts = (author, outlet(source), title, when, source.locator)
        text = ", ".join(one_line(part) for part in parts if part)
        target = Ref("source", source_id)
        yield from self._hang(Span(f"{label} ", "dim"), Span(text, "dim"), target, 4)

    def _tail(self, event: Event) -> Iterator[DetailLine]:
        parts = [f"#{tag}" for tag in event.tags]
        if event.basis == "background":
            parts.append("context added to the article")
        if parts:
            yield DetailLine()
            yield from self._text("  ".join(parts), "dim")
        yield from self._url(event.url)

    def _actor_name(self, actor_id: str) -> str:
        actor = self.timeline.actor(actor_id)
        return actor.name if actor else actor_id

    def _heading(self, text: str) -> Iterator[DetailLine]:
        yield DetailLine()
        yield DetailLine((Span(text, "accent"),))

    def _more(self, count: int) -> Iterator[DetailLine]:
        if count > _MANY:
            yield DetailLine((Span(f"  … and {count - _MANY:,} more in their pane", "dim"),))

    def _url(self, url: str) -> Iterator[DetailLine]:
        if url:
            yield from self._text(url, "dim")

    def _text(self, text: str, tone: Tone = "text") -> Iterator[DetailLine]:
        for piece in wrap(text, self.width):
            yield DetailLine((Span(piece, tone),))

    def _link(self, target: Ref, text: str, head: str) -> Iterator[DetailLine]:
        known = target if self.timeline.find(target) else None
        yield from self._hang(Span(head, "dim"), Span(one_line(text)), known, 4)

    def _hang(
        self, head: Span, text: Span, target: Ref | None, indent: int = 2
    ) -> Iterator[DetailLine]:
        """A paragraph whose first line starts with a head and whose others are indented."""
        indent = min(indent, self.width // 2)
        first, *rest = wrap(text.text, self.width - indent, cell_len(head.text) - indent)
        yield DetailLine((head, Span(first, text.tone)), target)
        for piece in rest:
            yield DetailLine((Span(" " * indent), Span(piece, text.tone)), target)


_MANY = 200
"""How many of a kind Detail lists; more are found in their pane."""
_ROOM = 12
_CHECKED = {
    "read": "Read in full.",
    "excerpt": "Checked against an excerpt of the page.",
    "via": "Known through another source.",
    "unchecked": "Not checked.",
}
_QUOTE_CHECKED = {
    "source": "words seen in the source",
    "essay": "words as the essay gives them",
    "unchecked": "not checked",
}


def _numbers(numbers: dict[str, int], ids: tuple[str, ...]) -> str:
    marks = "".join(f"[{numbers[each]}]" for each in dict.fromkeys(ids) if each in numbers)
    return f" {marks}" if marks else ""


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
    skip = max(0, problem.column - room + 8)
    for number, text in snag.excerpt:
        here = number == problem.line
        shown = shorten(text[skip:], room)
        head = Span(f"{number:>{gutter}} │ ", "accent" if here else "dim")
        yield DetailLine((head, Span(shown, "text" if here else "dim")))
        if here:
            before = cell_len(text[skip : problem.column - 1])
            yield DetailLine((Span(f"{'':>{gutter}} │ ", "dim"), Span(" " * before + "▲", tone)))
