"""Markdown: records as CommonMark with the lists and links that every renderer knows.

Text of a record is text: no character of it is taken for markup. What is for the speaker alone
is left out. A link leads to a web address or is none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from tui.exchange.citation import about, attribution
from tui.exchange.web import address
from tui.timeline.date_words import short, words, year_words
from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source
from tui.timeline.timeline import Positions, Timeline
from tui.view.words import by_whom, doubt, languages, thread_name
from tui.view.words import cited as short_cited

_MARKUP: Final = re.compile(r"[\\`*_\[\]<>&~|#$]")
_LINE_START: Final = re.compile(r"([-+=])|(\d+)([.)])")


def listing(timeline: Timeline, positions: Positions) -> str:
    """The events at some positions, as a list under each year; `""` for none."""
    lines: list[str] = []
    year: int | None = None
    for at in positions:
        event = timeline.events[at]
        if event.date.year != year:
            year = event.date.year
            lines += ["", f"## {escape(year_words(year))}", ""]
        marks = _marks(event)
        lines.append(f"- **{escape(short(event.date))}** {escape(_flat(event.title))}{marks}")
    return "".join(f"{line}\n" for line in lines).removeprefix("\n")


def record(timeline: Timeline, ref: Ref, most: int | None = None) -> str:
    """A record with what belongs to it; `""` if there is none of that id.

    Args:
        timeline: Where it is.
        ref: Which it is.
        most: How many events and quotes to give of an actor or a source; None gives all.
    """
    match timeline.find(ref):
        case Event() as event:
            blocks = _event(timeline, event)
        case Actor() as actor:
            blocks = _actor(timeline, actor, most)
        case Source() as source:
            blocks = _source(timeline, source, most)
        case Quote() as quote:
            blocks = iter((quoted(timeline, quote),))
        case Claim() as claim:
            blocks = iter((claimed(timeline, claim, cited),))
        case None:
            return ""
    return "\n\n".join(block for block in blocks if block) + "\n"


def quoted(timeline: Timeline, quote: Quote, cite: Callable[[Source], str] | None = None) -> str:
    """The words as a block quotation, and whose they are below them.

    Args:
        timeline: Where it is.
        quote: The quotation.
        cite: How its source is cited; None for in full.
    """
    source = timeline.source(quote.source)
    whose = attribution(timeline, quote._replace(source="") if source else quote)
    where = f", in {(cite or cited)(source)}" if source else ""
    how = f" ({escape(languages(quote))})" if languages(quote) else ""
    note = f"\n\n{escape(quote.note)}" if quote.note else ""
    text = f"{escape(f'“{quote.text}”')}\n\n— {escape(whose)}{where}{how}{note}"
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def claimed(timeline: Timeline, claim: Claim, cite: Callable[[Source], str]) -> str:
    """The verdict in bold, the claim, who makes it, the note, what it is held against."""
    text = f"**{claim.verdict or 'unchecked'}:** {escape(_flat(claim.text))}"
    by = timeline.source(claim.by)
    if claim.by:
        text += f" — {cite(by) if by else escape(by_whom(timeline, claim.by))}"
    if claim.note:
        text += f"\n  {escape(_flat(claim.note))}"
    against = (timeline.source(each) for each in claim.sources if each != claim.by)
    held = "; ".join(cite(source) for source in against if source)
    return f"{text}\n  Held against: {held}" if held else text


def cited(source: Source) -> str:
    """A source as it is cited, linked to its address."""
    return link(about(source), source.url)


def link(text: str, url: str) -> str:
    """A link, or plain text where the address is none of the web."""
    to = address(url)
    return f"[{escape(text)}]({to})" if to else escape(_joined(text, url))


def escape(text: str) -> str:
    """Text of which nothing is markup. Its lines and paragraphs are kept, their indents are not."""
    lines = (_MARKUP.sub(r"\\\g<0>", " ".join(line.split())) for line in text.split("\n"))
    return "\n".join(_LINE_START.sub(_escape_start, line, count=1) for line in lines)


def _escape_start(found: re.Match[str]) -> str:
    """What begins a list or a rule, where it stands at the start of a line."""
    if found.start():
        return found[0]
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def _event(timeline: Timeline, event: Event) -> Iterator[str]:
    def brief(source: Source) -> str:
        # The sources are cited in full below.
        return link(short_cited(timeline, source.id), source.url)

    yield f"## {escape(f'{words(event.date)}: {_flat(event.title)}')}"
    where = (event.place, thread_name(timeline, event.thread))
    yield escape(" · ".join(_flat(part) for part in where if part))
    yield escape(event.summary)
    yield escape(doubt(event))
    names = (timeline.actors[at].name for at in timeline.links.event_actors(event))
    yield from _section("Actors", (escape(_flat(name)) for name in names))
    yield from _quotes(timeline, event.quotes)
    yield from _section("Claims", (claimed(timeline, claim, brief) for claim in event.claims))
    sources = [timeline.sources[at] for at in timeline.links.event_sources(event)]
    yield from _section("Sources", map(cited, sources))
    if event.url:
        yield link(event.url, event.url)


def _actor(timeline: Timeline, actor: Actor, most: int | None) -> Iterator[str]:
    yield f"## {escape(_flat(actor.name))}"
    yield escape(" · ".join(part for part in (actor.kind, actor.native, actor.role) if part))
    if actor.aliases:
        yield escape(f"Also {', '.join(actor.aliases)}")
    if actor.url:
        yield link(actor.url, actor.url)
    yield from _belonging(timeline, Ref("actor", actor.id), most)


def _source(timeline: Timeline, source: Source, most: int | None) -> Iterator[str]:
    yield f"## {escape(_flat(source.title or about(source)))}"
    yield cited(source)
    yield from _belonging(timeline, Ref("source", source.id), most)


def _belonging(timeline: Timeline, ref: Ref, most: int | None) -> Iterator[str]:
    """The events and the quotes of an actor or a source."""
    events, quotes = (timeline.links.linked(ref, kind) for kind in ("event", "quote"))
    shown = (timeline.events[at] for at in islice(events, most))
    days = (f"{escape(words(each.date))}: {escape(_flat(each.title))}" for each in shown)
    yield from _section("Events", days)
    yield _more(len(events), most)
    yield from _quotes(timeline, [timeline.quotes[at] for at in islice(quotes, most)])
    yield _more(len(quotes), most)


def _more(count: int, most: int | None) -> str:
    return "" if most is None or count <= most else f"… and {count - most:,} more"


def _quotes(timeline: Timeline, quotes: Sequence[Quote]) -> Iterator[str]:
    if quotes:
        yield "### Quotes"
        # Two block quotations in a row would be one.
        yield "\n\n<!-- -->\n\n".join(quoted(timeline, quote) for quote in quotes)


def _section(heading: str, items: Iterable[str]) -> Iterator[str]:
    """A list under a heading, if there is anything in it."""
    found = "\n".join(f"- {item}" for item in items)
    if found:
        yield f"### {heading}"
        yield found


def _marks(event: Event) -> str:
    disputed = sum(claim.verdict == "disputed" for claim in event.claims)
    marks = [f"{len(event.quotes)} quoted"] * bool(event.quotes)
    marks += [f"{disputed} disputed"] * bool(disputed)
    return f" ({', '.join(marks)})" if marks else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _flat(text: str) -> str:
    return " ".join(text.split())
