"""What can be copied of a record: each text with its name, in the order of the menu.

Only what a record has is offered: no link without an address, no quote where nobody is quoted.
"""

import shlex
from collections.abc import Iterator
from itertools import chain
from typing import Final, Literal, NamedTuple

from tui.exchange import markdown
from tui.exchange.citation import of_claim, of_quote, of_source
from tui.timeline.date_words import words
from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source
from tui.timeline.timeline import Timeline

CopyId = Literal["title", "quote", "citation", "link", "markdown", "yaml", "command"]

_MOST: Final = 200
"""How many events and quotes of an actor or a source are copied, as many as Detail lists."""


class Copy(NamedTuple):
    """Something to copy: what it is, what the menu calls it, the text itself."""

    id: CopyId
    label: str
    text: str


def copies(
    timeline: Timeline, ref: Ref, file_name: str = "", yaml_block: str = ""
) -> tuple[Copy, ...]:
    """All that can be copied of a record, nothing if there is none of that id.

    Args:
        timeline: Where the record is.
        ref: Which it is.
        file_name: The path by which a shell finds the file; "" if there is none.
        yaml_block: The record as it stands in the file; "" if that is not known.
    """
    match timeline.find(ref):
        case Event() as event:
            own = _of_event(timeline, event)
        case Actor() as actor:
            own = _of_actor(actor)
        case Source() as source:
            own = _of_source(source)
        case Quote() as quote:
            own = _of_quote(timeline, quote)
        case Claim() as claim:
            own = _of_claim(timeline, claim)
        case None:
            return ()
    rest = (
        Copy("markdown", "Markdown", markdown.record(timeline, ref, _MOST)),
        Copy("yaml", "YAML block", yaml_block),
        Copy("command", "Command that opens it here", _command(timeline, ref, file_name)),
    )
    return tuple(copy for copy in chain(own, rest) if copy.text)


def _of_event(timeline: Timeline, event: Event) -> Iterator[Copy]:
    yield Copy("title", "Title and date", f"{_flat(event.title)}, {words(event.date)}")
    many = len(event.quotes) > 1
    label = f"{len(event.quotes)} quotes" if many else "Quote"
    yield Copy("quote", label, "\n\n".join(quote.text for quote in event.quotes))
    cited = "\n\n".join(of_quote(timeline, quote) for quote in event.quotes)
    yield Copy("citation", f"{label} with citation{'s' * many}", cited)
    sources = (timeline.sources[at] for at in timeline.links.event_sources(event))
    yield Copy("link", "Link", event.url or next((each.url for each in sources if each.url), ""))


def _of_actor(actor: Actor) -> Iterator[Copy]:
    about = [_flat(part) for part in (actor.name, actor.role) if part]
    yield Copy("title", "Name and role" if actor.role else "Name", ", ".join(about))
    yield Copy("link", "Link", actor.url)


def _of_source(source: Source) -> Iterator[Copy]:
    when = words(source.date) if source.date else ""
    label = "Title and date" if when else "Title"
    text = ", ".join(part for part in (_flat(source.title), when) if part)
    yield Copy("title", label, text if source.title else "")
    yield Copy("citation", "Citation", of_source(source))
    yield Copy("link", "Link", source.url)


def _of_quote(timeline: Timeline, quote: Quote) -> Iterator[Copy]:
    yield Copy("quote", "Quote", quote.text)
    yield Copy("citation", "Quote with citation", of_quote(timeline, quote))
    yield Copy("link", "Link", _url(timeline, quote.source))


def _of_claim(timeline: Timeline, claim: Claim) -> Iterator[Copy]:
    yield Copy("title", "Claim", claim.text)
    yield Copy("citation", "Claim with citation and verdict", of_claim(timeline, claim))
    yield Copy("link", "Link", _url(timeline, claim.by))


def _url(timeline: Timeline, source_id: str) -> str:
    source = timeline.source(source_id)
    return source.url if source else ""


def _command(timeline: Timeline, ref: Ref, file_name: str) -> str:
    """The command that opens the file at an event, or at that of a quote or claim."""
    record = timeline.find(ref)
    event_id = record.event if isinstance(record, Quote | Claim) else ref.id
    if not file_name or timeline.event(event_id) is None or isinstance(record, Actor | Source):
        return ""
    # An id or a name like an option's must not be one, nor a name like a command's.
    at = [f"--at={event_id}"] if event_id.startswith("-") else ["--at", event_id]
    is_plain = "/" in file_name or file_name.endswith((".yaml", ".yml"))
    path = file_name if is_plain and not file_name.startswith("-") else f"./{file_name}"
    return shlex.join(["dateline", path, *at])


def _flat(text: str) -> str:
    return " ".join(text.split())
