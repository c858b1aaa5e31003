"""A handout in Markdown: the slides one below the other, and the sources as a numbered list."""

from collections.abc import Iterator

from tui.exchange.handout import Handout, Leaf, brief
from tui.exchange.markdown import cited, claimed, escape, link, quoted
from tui.timeline.date_words import words
from tui.timeline.records import Source
from tui.view.words import VERDICT_GLYPHS, doubt, thread_name
from tui.view.words import cited as short_cited


def document(handout: Handout) -> str:
    """The whole of it."""
    return "\n\n".join(block for block in _blocks(handout) if block) + "\n"


def _blocks(handout: Handout) -> Iterator[str]:
    yield f"# {escape(_flat(handout.title))}"
    yield escape(handout.timeline.subtitle)
    if handout.tour:
        yield f"**{escape(_flat(handout.tour))}**"
    for leaf in handout.leaves:
        yield from _slide(handout, leaf)
    if handout.sources:
        yield "## Sources"
        numbered = enumerate(handout.sources, 1)
        yield "\n".join(f"{number}. {cited(source)}" for number, source in numbered)


def _slide(handout: Handout, leaf: Leaf) -> Iterator[str]:
    def cite(source: Source) -> str:
        return escape(f"{_flat(brief(source))} [{handout.numbers[source.id]}]")

    timeline, event = handout.timeline, leaf.event
    yield f"## {leaf.number}. {escape(_flat(event.title))}"
    where = (words(event.date, weekday=True), event.place, thread_name(timeline, event.thread))
    yield escape(" · ".join(_flat(part) for part in dict.fromkeys(where) if part))
    if leaf.told:
        yield f"Told in full on slide {leaf.told}."
    else:
        yield escape(event.summary)
        yield escape(doubt(event))
    if leaf.quotes:
        yield "### Quotes"
        # Two block quotations in a row would be one.
        yield "\n\n<!-- -->\n\n".join(quoted(timeline, each, cite) for each in leaf.quotes)
    if leaf.claims:
        yield "### Claims"
        yield "\n".join(
            f"- {VERDICT_GLYPHS[claim.verdict or 'unchecked']} {claimed(timeline, claim, cite)}"
            for claim in leaf.claims
        )
    if event.url and not leaf.told:
        yield link(event.url, event.url)
    found = handout.sources_of(leaf)
    if found:
        yield f"Sources: {'; '.join(_numbered(handout, source) for source in found)}"


def _numbered(handout: Handout, source: Source) -> str:
    """A source in a few words, behind its number."""
    named = _flat(short_cited(handout.timeline, source.id))
    return escape(f"[{handout.numbers[source.id]}] {named}")


def _flat(text: str) -> str:
    return " ".join(text.split())
