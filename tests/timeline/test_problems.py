"""What an audit finds in a timeline, and what it leaves alone."""

from time import perf_counter

import pytest

from tui.timeline.dates import parse
from tui.timeline.problems import Finding, audit
from tui.timeline.records import Actor, Claim, Event, Quote, Ref, Source, Thread
from tui.timeline.timeline import Timeline

WEB = "https://example.org"


def event(event_id: str = "e", date: str = "2014", title: str = "A day", **fields: object) -> Event:
    return Event(event_id, parse(date), title, **{"sources": ("s",), **fields})  # type: ignore[arg-type]


def timeline(*events: Event, **fields: object) -> Timeline:
    """A timeline about which there is nothing to find but for what is given."""
    given = {"sources": (Source("s", url=WEB),), "events": events or (event(),), **fields}
    return Timeline(**given)  # type: ignore[arg-type]


def claim(**fields: object) -> Claim:
    return Claim("c", "e", "Said", **fields)  # type: ignore[arg-type]


def quote(**fields: object) -> Quote:
    return Quote("q", "e", "Words", **{"source": "s", **fields})  # type: ignore[arg-type]


E_REF, A_REF, S_REF, C_REF = (
    Ref("event", "e"),
    Ref("actor", "a"),
    Ref("source", "s"),
    Ref("claim", "c"),
)
NO_URL = 'url "{}" is not a web address; it begins with https:// or http://'
AGAIN = 'is this the event "e" again? date and title are alike'
NEEDS = 'the verdict "{}" needs a source other than who makes the claim'
FOUND: dict[str, tuple[Timeline, list[Finding]]] = {
    "an event without a source": (
        timeline(event(sources=()), event("f", "2015")),
        [Finding(E_REF, "", "an event has no source")],
    ),
    "a source in a quote is one": (timeline(event(sources=(), quotes=(quote(),))), []),
    "a source of a claim is one": (
        timeline(event(sources=(), claims=(claim(sources=("s",)),))),
        [],
    ),
    "who makes a claim is none": (
        timeline(event(sources=(), claims=(claim(by="s", sources=("s",)),))),
        [Finding(E_REF, "", "an event has no source")],
    ),
    "a quote without a source": (
        timeline(event(quotes=(quote(source=""),))),
        [Finding(Ref("quote", "q"), "", "a quote has no source")],
    ),
    "a verdict without a source": (
        timeline(event(claims=(claim(verdict="confirmed"),))),
        [Finding(C_REF, "verdict", NEEDS.format("confirmed"))],
    ),
    "a verdict by who makes the claim": (
        timeline(event(claims=(claim(verdict="partly", by="s", sources=("s",)),))),
        [Finding(C_REF, "verdict", NEEDS.format("partly"))],
    ),
    "a disputed claim": (
        timeline(event(claims=(claim(verdict="disputed"),))),
        [Finding(C_REF, "verdict", NEEDS.format("disputed"))],
    ),
    "an opinion needs none": (timeline(event(claims=(claim(verdict="opinion"),))), []),
    "an unchecked claim needs none": (timeline(event(claims=(claim(verdict="unchecked"),))), []),
    "a verdict with a source": (
        timeline(event(claims=(claim(verdict="confirmed", by="x", sources=("s",)),))),
        [],
    ),
    "a source without an address": (
        timeline(sources=(Source("s", title="A book"),)),
        [Finding(S_REF, "", "a source has neither url nor locator")],
    ),
    "a source with a locator": (timeline(sources=(Source("s", locator="p. 5"),)), []),
    "a source that is not used": (
        timeline(sources=(Source("s", url=WEB), Source("t", url=WEB))),
        [Finding(Ref("source", "t"), "", 'source "t" is never used')],
    ),
    "a source that makes a claim is used": (
        timeline(
            event(claims=(claim(by="t"),)), sources=(Source("s", url=WEB), Source("t", url=WEB))
        ),
        [],
    ),
    "an actor that is not used": (
        timeline(actors=(Actor("a", "A"),)),
        [Finding(A_REF, "", 'actor "a" is never used')],
    ),
    "an actor that takes part": (timeline(event(actors=("a",)), actors=(Actor("a", "A"),)), []),
    "an actor that speaks": (
        timeline(event(quotes=(quote(speaker="a"),)), actors=(Actor("a", "A"),)),
        [],
    ),
    "whom an actor belongs to, and whom they belong to": (
        timeline(
            event(actors=("a",)),
            actors=(
                Actor("a", "A", affiliations=("b",)),
                Actor("b", "B", affiliations=("c",)),
                Actor("c", "C", affiliations=("a",)),
            ),
        ),
        [],
    ),
    "actors that belong to each other alone": (
        timeline(actors=(Actor("a", "A", affiliations=("a",)),)),
        [Finding(A_REF, "", 'actor "a" is never used')],
    ),
    "a thread that is not used": (
        timeline(threads=(Thread("t", "T"),)),
        [Finding(Ref("thread", "t"), "", 'thread "t" is never used')],
    ),
    "a thread that is used": (timeline(event(thread="t"), threads=(Thread("t", "T"),)), []),
    "the same event twice": (
        timeline(
            event(title="Protests in Daraa begin"), event("f", title="Protests in Daraa began")
        ),
        [Finding(Ref("event", "f"), "title", AGAIN)],
    ),
    "another day": (timeline(event(), event("f", "2014-01")), []),
    "another title": (timeline(event(title="A day"), event("f", title="The war ends")), []),
    "outside the span": (
        timeline(
            event(),
            event("f", "2007-12-31", "B"),
            event("g", "../2008", "C"),
            span=parse("2008/2014"),
        ),
        [Finding(Ref("event", "f"), "date", "the date 2007-12-31 is outside the span 2008/2014")],
    ),
    "an open span": (timeline(event(), span=parse("2008/..")), []),
    "a url that is none": (
        timeline(event(url="example.org")),
        [Finding(E_REF, "url", NO_URL.format("example.org"))],
    ),
    "a url with nothing in it": (
        timeline(sources=(Source("s", url="https://"),)),
        [Finding(S_REF, "url", NO_URL.format("https://"))],
    ),
    "a url of another kind": (
        timeline(event(actors=("a",)), actors=(Actor("a", "A", url="javascript:alert(1)"),)),
        [Finding(A_REF, "url", NO_URL.format("javascript:alert(1)"))],
    ),
    "nothing": (Timeline(), []),
}


@pytest.mark.parametrize(("given", "found"), FOUND.values(), ids=FOUND)
def test_an_audit_finds(given: Timeline, found: list[Finding]) -> None:
    assert list(audit(given)) == found


def test_many_events_on_one_day_are_compared_soon() -> None:
    events = tuple(event(f"e{at}", title=f"Day {at} of the long war") for at in range(3000))
    start = perf_counter()
    list(audit(timeline(*events)))
    assert perf_counter() - start < 20
