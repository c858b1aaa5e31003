"""One record in plain words, as Detail says it, with the addresses that Detail only links to.

Lines are wrapped at a width in cells; an address never is, so that a terminal can open it.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source
from tui.timeline.timeline import Listed, Timeline
from tui.view.line import plain
from tui.view.page import MEASURE, DetailLine, Page
from tui.view.words import SOURCE

_KINDS: Final[tuple[Listed, ...]] = ("event", "actor", "source", "quote", "claim")

Addresses = Sequence[tuple[str, str]]
"""Labels with what they stand for."""


def find_any(timeline: Timeline, record_id: str) -> tuple[Ref, ...]:
    """Every record of an id: ids are unique among one kind only."""
    refs = (Ref(kind, record_id) for kind in _KINDS)
    return tuple(ref for ref in refs if timeline.find(ref))


def record(timeline: Timeline, ref: Ref, width: int = MEASURE) -> str:
    """A record under its kind and id; `""` if there is none of that id."""
    page = Page(timeline, max(1, width))
    match timeline.find(ref):
        case Event() as event:
            return _set(ref, page.event(event), _numbered(timeline, event))
        case Actor() as actor:
            return _set(ref, page.actor(actor))
        case Source() as source:
            return _set(ref, page.source(source))
        case Quote() as quote:
            return _set(ref, page.quote(quote), _addresses(timeline, quote.source))
        case Claim() as claim:
            ids = dict.fromkeys((claim.by, *claim.sources))
            return _set(ref, page.claim(claim), _addresses(timeline, *ids))
        case None:
            return ""


def _set(ref: Ref, lines: Iterator[DetailLine], addresses: Addresses = ()) -> str:
    text = [f"{ref.kind} {ref.id}", "", *(plain(line.line) for line in lines)]
    if addresses:
        text += ["", "Addresses", *(f"{label} {url}" for label, url in addresses)]
    return "".join(f"{line.rstrip()}\n" for line in text)


def _numbered(timeline: Timeline, event: Event) -> Addresses:
    """The addresses of an event's sources, with the numbers that Detail gives them."""
    positions = timeline.links.event_sources(event)
    sources = ((number, timeline.sources[at]) for number, at in enumerate(positions, 1))
    return [(f"[{number}]", source.url) for number, source in sources if source.url]


def _addresses(timeline: Timeline, *source_ids: str) -> Addresses:
    sources = (timeline.source(each) for each in source_ids)
    return [(SOURCE, source.url) for source in sources if source and source.url]
