"""A timeline file to break, slips that break an event, and what is left of a file then."""

from collections.abc import Callable, Mapping
from typing import Final

from tui.document.reader import Reading

FILE: Final = """\
# head
title: The title
subtitle: Sub
span: 2000/2020

threads:
  t: {name: T}
  u: {name: U}
actors:
  assad:
    name: Assad
    kind: person
  obama:
    name: Obama
    kind: person
  putin: {name: Putin}
sources:
  sana:
    title: SANA
    url: https://a.example
  wh:
    title: WH
    url: https://b.example
events:

  # ---- 2001
  - id: a
    date: 2001
    title: A
    thread: t
    actors: [assad]
    sources: [sana]
  - id: b
    date: 2002
    title: B
    thread: u
    actors: [obama, putin]
    quotes:
      - speaker: obama
        source: wh
        text: One.
      - speaker: assad
        source: sana
        text: >-
          Two
          lines.
      - speaker: putin
        source: wh
        text: Three.
    claims:
      - id: c1
        by: wh
        text: Claim one.
      - by: wh
        text: Claim two.
  - id: c
    date: 2003
    title: C
    sources: [wh]
tours:
  one:
    title: One
    steps:
      - event: a
        say: Hello.
      - event: b
        claim: c1
      - event: b
        claim: b.c2
  two:
    title: Two
    steps:
      - event: c
"""
"""Everything in it is referred to by something else, and nothing is wrong with it."""


def kept(reading: Reading) -> dict[str, object]:
    """Every field and record of the file that was read, by its id; an event without its parts."""
    timeline = reading.timeline
    found: dict[str, object] = {
        name: getattr(timeline, name)
        for name in ("title", "subtitle", "span")
        if getattr(timeline, name)
    }
    found |= {thread.id: thread for thread in timeline.threads}
    found |= {actor.id: actor for actor in timeline.actors}
    found |= {source.id: source for source in timeline.sources}
    found |= {event.id: event._replace(quotes=(), claims=()) for event in timeline.events}
    found |= {quote.id: quote for quote in timeline.quotes}
    found |= {claim.id: claim for claim in timeline.claims}
    for tour in timeline.tours:
        found[tour.id] = tour.title
        found |= {f"{tour.id} {step.say}{step.claim}": step for step in tour.steps}
    return found


Slip = tuple[str, Callable[[str], str]]
"""The field of an event in whose line it is, and what becomes of that line."""


def _begun(sign: str) -> Callable[[str], str]:
    """Puts a sign before a value."""
    return lambda line: line.replace(": ", f": {sign}", 1)


SLIPS: Final[Mapping[str, Slip]] = {
    "a colon in a value": ("title", lambda line: f"{line}: x"),
    "an open quote": ("title", _begun('"')),
    "an open quote round a date": ("date", _begun('"')),
    "an open apostrophe": ("title", _begun("'")),
    "an open list": ("actors", lambda line: line.rstrip("]")),
    "an open bracket": ("title", _begun("[")),
    "an open brace": ("title", _begun("{")),
    "a closing bracket": ("title", _begun("]")),
    "an at sign": ("title", _begun("@")),
    "an asterisk": ("title", _begun("** ")),
    "a percent sign": ("title", _begun("%")),
    "an unknown escape": ("title", lambda line: _begun('"C:\\q')(line) + '"'),
    "text behind a quote": ("title", _begun('"x" ')),
    "text behind a block mark": ("summary", lambda line: f"{line} x"),
    "too deep": ("title", _begun("[" * 70)),
    "no colon": ("basis", lambda line: line.replace(":", "", 1)),
    "no space behind a colon": ("title", lambda line: line.replace(": ", ":", 1)),
    "a tab": ("title", lambda line: f"\t{line.lstrip()}"),
    "a tab before blanks": ("actors", lambda line: f"\t{line}"),
    "a blank too many": ("title", lambda line: f" {line}"),
    "a blank too few": ("title", lambda line: line[1:]),
    "two blanks too few": ("date", lambda line: line[2:]),
    "no indent": ("basis", str.lstrip),
    "an open quote round an id": ("id", _begun('"')),
    "a colon in an id": ("id", lambda line: f"{line}: x"),
    "no space in an id": ("id", lambda line: line.replace(": ", ":", 1)),
    "a dash too far in": ("id", lambda line: f" {line}"),
    "a dash too far out": ("id", lambda line: line[1:]),
    "a dash without an indent": ("id", str.lstrip),
    "a dash behind a tab": ("id", lambda line: f"\t{line.lstrip()}"),
    "no dash": ("id", lambda line: line.replace("- ", "")),
}
"""Slips in the YAML of an event as generated timelines have them."""


def plant(text: str, slips: Mapping[int, str]) -> tuple[str, dict[int, range]]:
    """Put slips into the events of those numbers, counted from 0.

    Returns:
        The broken text, and the numbers of the lines of each of these events.
    """
    lines = text.split("\n")
    starts = [at for at, line in enumerate(lines) if line.startswith("  - id: event-")]
    ends = [*starts[1:], lines.index("tours:")]
    for number, name in slips.items():
        field, spoil = SLIPS[name]
        start = "  - id:" if field == "id" else f"    {field}:"
        block = range(starts[number], ends[number])
        at = next(at for at in block if lines[at].startswith(start))
        lines[at] = spoil(lines[at])
    return "\n".join(lines), {at: range(starts[at] + 1, ends[at] + 1) for at in slips}
