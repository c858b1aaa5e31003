"""One record in plain words, as Detail says it, with the addresses that Detail only links to.

Either the words alone, or laid out as a table of what they are about beside them. Lines are
wrapped at a width in cells; an address never is, so that a terminal can open it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source
from tui.timeline.timeline import Listed, Timeline
from tui.view.line import Span, pad, plain, wrap
from tui.view.page import MEASURE, DetailLine, Page
from tui.view.words import SOURCE

_KINDS: Final[tuple[Listed, ...]] = ("event", "actor", "source", "quote", "claim")

_FIELD: Final = 12
_GAP: Final = "  "

Addresses = Sequence[tuple[str, str]]
"""Labels with what they stand for."""


def find_any(timeline: Timeline, record_id: str) -> tuple[Ref, ...]:
    """Every record of an id: ids are unique among one kind only."""
    refs = (Ref(kind, record_id) for kind in _KINDS)
    return tuple(ref for ref in refs if timeline.find(ref))


def record(timeline: Timeline, ref: Ref, width: int = MEASURE) -> str:
    """A record under its kind and id; `""` if there is none of that id."""
    lines = _lines(timeline, ref, width)
    return _text([f"{ref.kind} {ref.id}", "", *map(_plain, lines)]) if lines else ""


def table(timeline: Timeline, ref: Ref, width: int = MEASURE) -> str:
    """The same as two columns, the names of the parts and their words; `""` likewise."""
    rows: list[tuple[str, list[str]]] = [(ref.kind, [ref.id])] if timeline.find(ref) else []
    before: DetailLine | None = None
    for line in _lines(timeline, ref, width - _FIELD - len(_GAP)):
        if _is_heading(line, before):
            rows.append((_plain(line), []))
        else:
            rows[-1][1].append(_plain(line))
        before = line
    return _text(each for field, value in rows for each in _row(field, value))


def _row(field: str, value: Sequence[str]) -> Iterator[str]:
    """A part in lines, without the blank ones at its end."""
    while value and not value[-1]:
        value = value[:-1]
    for left, right in zip_longest(wrap(field, _FIELD), value, fillvalue=""):
        yield f"{pad(left, _FIELD)}{_GAP}{right}"


def _is_heading(line: DetailLine, before: DetailLine | None) -> bool:
    """Whether a line names the part that follows: alone in its tone, after a blank line."""
    return before == DetailLine() and [span.tone for span in line.line] == ["accent"]


def _plain(line: DetailLine) -> str:
    return plain(line.line).rstrip()


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _lines(timeline: Timeline, ref: Ref, width: int) -> list[DetailLine]:
    """What Detail says of a record, and the addresses; `[]` if there is none of that id."""
    page = Page(timeline, max(1, width))
    match timeline.find(ref):
        case Event() as event:
            return [*page.event(event), *_told(_numbered(timeline, event))]
        case Actor() as actor:
            return [*page.actor(actor)]
        case Source() as source:
            return [*page.source(source)]
        case Quote() as quote:
            return [*page.quote(quote), *_told(_addresses(timeline, quote.source))]
        case Claim() as claim:
            ids = dict.fromkeys((claim.by, *claim.sources))
            return [*page.claim(claim), *_told(_addresses(timeline, *ids))]
        case None:
            return []


def _told(addresses: Addresses) -> Iterator[DetailLine]:
    if addresses:
        yield DetailLine()
        yield DetailLine((Span("Addresses", "accent"),))
        yield from (DetailLine((Span(f"{label} {url}"),)) for label, url in addresses)


def _numbered(timeline: Timeline, event: Event) -> Addresses:
    """The addresses of an event's sources, with the numbers that Detail gives them."""
    positions = timeline.links.event_sources(event)
    sources = ((number, timeline.sources[at]) for number, at in enumerate(positions, 1))
    return [(f"[{number}]", source.url) for number, source in sources if source.url]


def _addresses(timeline: Timeline, *source_ids: str) -> Addresses:
    sources = (timeline.source(each) for each in source_ids)
    return [(SOURCE, source.url) for source in sources if source and source.url]
