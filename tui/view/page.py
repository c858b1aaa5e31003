"""A page of Detail: the records of a timeline set in lines of a width."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len

from tui.timeline.date_words import words
from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source
from tui.timeline.timeline import Timeline
from tui.view.addresses import link_to
from tui.view.line import Line, Span, Tone, one_line, shorten, width_of, wrap
from tui.view.pins import Facet
from tui.view.words import (
    QUOTE,
    SOURCE,
    VERDICT_GLYPHS,
    VERDICT_TONES,
    by_whom,
    doubt,
    event_day,
    languages,
    outlet,
    speaker,
    thread_name,
    thread_tone,
)

MEASURE = 72
"""The widest that prose is set, in cells."""


Target: TypeAlias = Ref | Facet
"""A record to go to, or what to filter by."""


class DetailLine(NamedTuple):
    """A line of Detail, and where Enter on it leads."""

    line: Line = ()
    target: Target | None = None


class Page:
    """Sets the records of a timeline in lines of a width."""

    def __init__(self, timeline: Timeline, width: int) -> None:
        self.timeline = timeline
        self.width = width

    def event(self, event: Event) -> Iterator[DetailLine]:
        """An event: what, when, where; the claims; the quotes; who; the sources."""
        yield from self._text(event.title, "strong")
        yield from self._where(event)
        if event.summary:
            yield DetailLine()
            yield from self._text(event.summary)
        yield from self._doubt(event)
        numbers = {
            self.timeline.sources[at].id: number
            for number, at in enumerate(self.timeline.links.event_sources(event), 1)
        }
        claims, quotes = event.claims[:_MANY], event.quotes[:_MANY]
        yield from self._parts("Claims", [self._claim(each, numbers) for each in claims])
        yield from self._more(len(event.claims))
        yield from self._parts("Quotes", [self._quote(each, numbers) for each in quotes])
        yield from self._more(len(event.quotes))
        yield from self._actors(event)
        if numbers:
            yield from self._heading("Sources")
            for source_id, number in islice(numbers.items(), _MANY):
                yield from self._citation(source_id, f"[{number}]")
            yield from self._more(len(numbers))
        yield from self._tail(event)

    def actor(self, actor: Actor) -> Iterator[DetailLine]:
        """An actor: who, the events and the quotes in order."""
        yield from self._text(actor.name, "strong")
        # A row of its own: a terminal that turns its letters round turns the whole row.
        if actor.native:
            yield from self._text(actor.native, "dim")
        if actor.kind and actor.kind != "other":
            yield from self._text(actor.kind, "dim")
        if actor.role:
            yield from self._text(actor.role)
        if actor.aliases:
            yield from self._text(f"Also {', '.join(actor.aliases)}", "dim")
        if actor.affiliations:
            yield from self._heading("Affiliations")
            for other in actor.affiliations[:_MANY]:
                yield from self._link(Ref("actor", other), self._actor_name(other), "  ")
            yield from self._more(len(actor.affiliations))
        links = self.timeline.links
        ref = Ref("actor", actor.id)
        yield from self._events(links.linked(ref, "event"))
        quotes = links.linked(ref, "quote")
        yield from self._quotes(quotes, len(quotes))
        yield from self._url(actor.url)

    def source(self, source: Source) -> Iterator[DetailLine]:
        """A source: the full citation, what it is cited for, every quote from it."""
        name = source.title or outlet(source)
        yield from self._text(name, "strong")
        author = source.author if source.author != name else ""
        when = words(source.date) if source.date else ""
        parts = (author, source.publisher if source.title else "", when, source.kind)
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
        quotes = links.linked(ref, "quote")
        yield from self._quotes(quotes, len(quotes))

    def quote(self, quote: Quote) -> Iterator[DetailLine]:
        """A quote: the words in full, who said them, where they stand, what they are about."""
        yield from self._text(f"“{quote.text}”", "strong")
        yield DetailLine()
        name = speaker(self.timeline, quote)
        when = f", {words(quote.date)}" if quote.date else ""
        yield from self._link(Ref("actor", quote.speaker), f"{name}{when}", "— ")
        checked = _QUOTE_CHECKED.get(quote.checked, "")
        how = " · ".join(part for part in (languages(quote), checked) if part)
        if how:
            yield from self._text(how, "dim")
        if quote.note:
            yield DetailLine()
            yield from self._text(quote.note)
        if quote.source:
            yield from self._heading("Source")
            yield from self._citation(quote.source, SOURCE)
        yield from self._about(quote.event)
        # Of a source that is known, this quote is one.
        of_it = self.timeline.links.linked(Ref("source", quote.source), "quote")
        own = self.timeline.position(Ref("quote", quote.id))
        others = [at for at in of_it[: _MANY + 1] if at != own]
        yield from self._quotes(others, len(of_it) - 1, "Also quoted from it")

    def claim(self, claim: Claim) -> Iterator[DetailLine]:
        """A claim: what is asserted, how it stands, by whom, against what."""
        verdict = claim.verdict or "unchecked"
        label = f"{VERDICT_GLYPHS[verdict]} {verdict}"
        yield DetailLine((Span(label, VERDICT_TONES[verdict]),))
        yield DetailLine()
        yield from self._text(claim.text, "strong")
        if claim.by:
            who = f"claimed by {by_whom(self.timeline, claim.by)}"
            yield from self._link(Ref("source", claim.by), who, "— ")
        if claim.note:
            yield DetailLine()
            yield from self._text(claim.note)
        if claim.sources:
            yield from self._heading("Held against")
            for source in claim.sources[:_MANY]:
                yield from self._citation(source, SOURCE)
            yield from self._more(len(claim.sources))
        yield from self._about(claim.event)

    def _doubt(self, event: Event) -> Iterator[DetailLine]:
        if doubt(event):
            yield DetailLine()
            yield from self._text(one_line(doubt(event)), "dim")

    def _parts(self, name: str, parts: Sequence[Iterator[DetailLine]]) -> Iterator[DetailLine]:
        """Parts of an event under a heading, with a blank line between them."""
        for number, part in enumerate(parts):
            yield from ((DetailLine(),) if number else self._heading(name))
            yield from part

    def _where(self, event: Event) -> Iterator[DetailLine]:
        """When, where and in which thread: in one line, or in one each."""
        parts = [Span(words(event.date, weekday=True), "accent")]
        if event.place:
            parts.append(Span(one_line(event.place), "dim"))
        if event.thread:
            tone = thread_tone(self.timeline, event.thread)
            parts.append(Span(thread_name(self.timeline, event.thread), tone))
        line = [parts[0]]
        for part in parts[1:]:
            line += (Span(" · ", "dim"), part)
        if width_of(line) <= self.width:
            yield DetailLine(tuple(line))
            return
        for part in parts:
            yield from self._text(part.text, part.tone)

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
        for at in positions[:_MANY]:
            actor = self.timeline.actors[at]
            name = one_line(actor.name)
            room = self.width - 4 - cell_len(name)
            role = f"  {shorten(one_line(actor.role), room)}" if room > _ROOM else ""
            name = shorten(name, self.width - 2)
            line = (Span("  "), Span(name), Span(role, "dim"))
            yield DetailLine(line, Ref("actor", actor.id))
        yield from self._more(len(positions))

    def _events(self, positions: Sequence[int]) -> Iterator[DetailLine]:
        if not positions:
            return
        yield from self._heading(f"Events ({len(positions)})")
        for at in positions[:_MANY]:
            event = self.timeline.events[at]
            yield from self._dated(event)
        yield from self._more(len(positions))

    def _quotes(
        self, positions: Sequence[int], count: int, heading: str = "Quotes"
    ) -> Iterator[DetailLine]:
        """The first of so many quotes."""
        if not positions:
            return
        yield from self._heading(f"{heading} ({count})")
        for at in positions[:_MANY]:
            yield from self._quote(self.timeline.quotes[at], {})
        yield from self._more(count)

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
        author = source.author if source.author != outlet(source) else ""
        when = words(source.date) if source.date else ""
        title = f"“{one_line(source.title)}”" if source.title else ""
        parts = (author, outlet(source), title, when, source.locator)
        text = ", ".join(one_line(part) for part in parts if part)
        target = Ref("source", source_id)
        words_cited = Span(text, "dim", link_to(source.url))
        yield from self._hang(Span(f"{label} ", "dim"), words_cited, target, 4)

    def _tail(self, event: Event) -> Iterator[DetailLine]:
        facets = [
            *((Facet("thread", event.thread),) if event.thread else ()),
            *((Facet("place", event.place),) if event.place else ()),
            *(Facet("tag", tag) for tag in event.tags),
        ]
        if facets:
            yield from self._heading("Filed under")
        for facet in facets:
            is_thread = facet.key == "thread"
            name = thread_name(self.timeline, facet.value) if is_thread else facet.value
            head = Span(f"  {facet.key:<7}", "dim")
            yield from self._hang(head, Span(one_line(name)), facet, 4)
        if event.basis == "background":
            yield DetailLine()
            yield from self._text("context added to the article", "dim")
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
            yield from self._text(url, "dim", link_to(url))

    def _text(self, text: str, tone: Tone = "text", link: str = "") -> Iterator[DetailLine]:
        for piece in wrap(text, self.width):
            yield DetailLine((Span(piece, tone, link),))

    def _link(self, target: Ref, text: str, head: str) -> Iterator[DetailLine]:
        known = target if self.timeline.find(target) else None
        yield from self._hang(Span(head, "dim"), Span(one_line(text)), known, 4)

    def _hang(
        self, head: Span, text: Span, target: Target | None, indent: int = 2
    ) -> Iterator[DetailLine]:
        """A paragraph whose first line starts with a head and whose others are indented.

        A head that leaves no room for words stands on lines of its own.
        """
        indent = min(indent, self.width // 2)
        if cell_len(head.text) > self.width * 3 // 4:
            yield from (line._replace(target=target) for line in self._text(head.text, head.tone))
            head = Span(" " * indent)
        first, *rest = wrap(text.text, self.width - indent, cell_len(head.text) - indent)
        yield DetailLine((head, text._replace(text=first)), target)
        for piece in rest:
            yield DetailLine((Span(" " * indent), text._replace(text=piece)), target)


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
