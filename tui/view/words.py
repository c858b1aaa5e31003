"""How records are called: the short names, citations and glyphs that every pane uses."""

from collections.abc import Mapping
from types import MappingProxyType

from tui.timeline.date_words import short
from tui.timeline.records import Event, Quote, Source, Verdict
from tui.timeline.timeline import Timeline
from tui.view.languages import named
from tui.view.line import Tone

QUOTE = "❝"
DISPUTED = "✗"
SOURCE = "§"
LINKED = "●"
CURSOR = "▸"
BAR = "▌"
MARKED = "★"

VERDICT_GLYPHS: Mapping[Verdict, str] = MappingProxyType(
    {"confirmed": "✓", "partly": "≈", "disputed": "✗", "opinion": "◇", "unchecked": "?"}
)
VERDICT_TONES: Mapping[Verdict, Tone] = MappingProxyType(
    {
        "confirmed": "good",
        "partly": "mixed",
        "disputed": "bad",
        "opinion": "dim",
        "unchecked": "dim",
    }
)
THREAD_TONES: tuple[Tone, ...] = (
    "thread0",
    "thread1",
    "thread2",
    "thread3",
    "thread4",
    "thread5",
    "thread6",
    "thread7",
)


def thread_tone(timeline: Timeline, thread: str) -> Tone:
    """The colour of a thread: threads take the eight in turn, in the order of the file."""
    at = timeline.thread_order.get(thread)
    return "dim" if at is None else THREAD_TONES[at % len(THREAD_TONES)]


def thread_name(timeline: Timeline, thread: str) -> str:
    """The name of a thread, or its id where it is not defined."""
    at = timeline.thread_order.get(thread)
    return thread if at is None else timeline.threads[at].name


def speaker(timeline: Timeline, quote: Quote) -> str:
    """Who said a quote."""
    actor = timeline.actor(quote.speaker)
    return actor.name if actor else quote.speaker or "unknown speaker"


def surname(timeline: Timeline, quote: Quote) -> str:
    """Who said a quote, in a word where a person's name is known."""
    actor = timeline.actor(quote.speaker)
    if actor and actor.kind == "person":
        return actor.name.rsplit(" ", 1)[-1]
    return speaker(timeline, quote)


def outlet(source: Source) -> str:
    """Where a source stands: its publisher, else its author, else its id."""
    return source.publisher or source.author or source.id


def cited(timeline: Timeline, source_id: str) -> str:
    """A source in a few words: outlet and date."""
    source = timeline.source(source_id)
    if source is None:
        return source_id
    return f"{outlet(source)}, {short(source.date, year=True)}" if source.date else outlet(source)


def by_whom(timeline: Timeline, source_id: str) -> str:
    """Who makes a claim: the author of the source, else its outlet."""
    source = timeline.source(source_id)
    return source_id if source is None else source.author or outlet(source)


def languages(quote: Quote) -> str:
    """In which language the words were spoken, "" where they are given as they were."""
    if not quote.original:
        return ""
    given = f", given in {named(quote.lang)}" if quote.lang else ""
    return f"spoken in {named(quote.original)}{given}"


def doubt(event: Event) -> str:
    """How sure an event is and why, "" where there is no doubt."""
    if not event.caveat and event.confidence not in {"low", "medium"}:
        return ""
    sure = f"Confidence {event.confidence}. " if event.confidence else ""
    return f"{sure}{event.caveat}".strip()


def event_day(event: Event) -> str:
    """The date of an event, with its year, short."""
    return short(event.date, year=True)
