"""A handout as a web page: one file, which loads nothing, runs nothing and prints well.

Text of the file is text, of either direction; what names something else in a line of ours is
kept apart from it. A link leads to a place in the page or to a web address.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from tui.exchange import handout_strip
from tui.exchange.citation import parts
from tui.exchange.elements import Html, element, joined
from tui.exchange.handout import Handout, Leaf, brief, claimant, held_against
from tui.exchange.handout_style import STYLE
from tui.exchange.web import address
from tui.timeline.date_words import short, words
from tui.timeline.records import Claim, Quote, Source
from tui.view.words import VERDICT_GLYPHS, doubt, languages, speaker, thread_name

_PAGE: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
{title}
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_DOT: Final = " · "


def document(handout: Handout) -> str:
    """The whole page."""
    names = dict.fromkeys(filter(None, (handout.tour, handout.title)))
    return _PAGE.format(
        policy=_POLICY,
        title=element("title", " – ".join(names)),
        style=STYLE,
        body=joined(_body(handout), "\n"),
    )


def _body(handout: Handout) -> Iterator[Html]:
    yield element("header", joined(_beginning(handout), "\n"), class_="beginning")
    if len(handout.leaves) > 1:
        yield _contents(handout)
    slides = (
        element(
            "section",
            joined(_slide(handout, each), "\n"),
            class_="slide",
            id=_of_slide(each.number),
        )
        for each in handout.leaves
    )
    yield element("main", joined(slides, "\n"))
    if handout.sources:
        yield _bibliography(handout)


def _beginning(handout: Handout) -> Iterator[Html]:
    yield _text("h1", handout.title)
    yield _text("p", handout.timeline.subtitle, "subtitle")
    yield _text("p", handout.tour, "tour")
    if handout.leaves:
        yield handout_strip.whole(handout.timeline, (leaf.event for leaf in handout.leaves))


def _contents(handout: Handout) -> Html:
    entries = (
        element(
            "li",
            element("a", _name(leaf.event.title), href=f"#{_of_slide(leaf.number)}"),
            " ",
            element("span", short(leaf.event.date, year=True), class_="day"),
        )
        for leaf in handout.leaves
    )
    listed = joined((element("h2", "Contents"), element("ol", joined(entries, "\n"))), "\n")
    return element("nav", listed, aria_label="Contents")


def _slide(handout: Handout, leaf: Leaf) -> Iterator[Html]:
    event = leaf.event
    yield element("div", joined(_head(handout, leaf), "\n"), class_="head")
    if leaf.told:
        there = element("a", f"slide {leaf.told}", href=f"#{_of_slide(leaf.told)}")
        yield element("p", "Told in full on ", there, ".", class_="again")
    else:
        yield _text("p", event.summary, "summary")
        yield _text("p", doubt(event), "doubt")
    yield from (_quote(handout, each) for each in leaf.quotes)
    if leaf.claims:
        yield element("h3", "Claims")
        claims = (_claim(handout, each) for each in leaf.claims)
        yield element("ul", joined(claims, "\n"), class_="claims")
    if event.url and not leaf.told:
        yield element("p", _link(event.url), class_="sources")
    found = handout.sources_of(leaf)
    if found:
        yield element("p", "Sources: ", _cited(handout, found, "; "), class_="sources")


def _head(handout: Handout, leaf: Leaf) -> Iterator[Html]:
    event = leaf.event
    yield handout_strip.place(handout.timeline, event)
    number = element("span", str(leaf.number), class_="number")
    yield element("p", number, " ", words(event.date, weekday=True), class_="when")
    yield _text("h2", event.title)
    where = (event.place, thread_name(handout.timeline, event.thread))
    yield _parts("where", map(_name, dict.fromkeys(where)))


def _quote(handout: Handout, quote: Quote) -> Html:
    said_words = element("p", f"“{quote.text}”", class_="text", dir="auto", lang=quote.lang)
    blocks = (
        element("blockquote", said_words),
        element("figcaption", *_whose(handout, quote)),
        _text("p", quote.note, "note"),
    )
    return element("figure", joined(blocks, "\n"), class_="quote")


def _whose(handout: Handout, quote: Quote) -> Iterator[str]:
    """Who said the words, when, in which source and in which language."""
    yield "— "
    yield _name(speaker(handout.timeline, quote))
    if quote.date:
        yield f", {words(quote.date)}"
    source = handout.timeline.source(quote.source)
    if quote.source:
        yield ", in "
        yield _cited(handout, (source,)) if source else _name(quote.source)
    if languages(quote):
        yield f" ({languages(quote)})"


def _claim(handout: Handout, claim: Claim) -> Html:
    verdict = claim.verdict or "unchecked"
    glyph = element("span", VERDICT_GLYPHS[verdict], aria_hidden="true", class_="glyph")
    blocks = (
        element("p", glyph, " ", verdict, class_="verdict"),
        _text("p", claim.text, "claimed"),
        _by(handout, claim),
        _text("p", claim.note, "note"),
        _held(handout, claim),
    )
    return element("li", joined(blocks, "\n"), class_=verdict)


def _by(handout: Handout, claim: Claim) -> Html:
    """Who makes a claim."""
    source = handout.timeline.source(claim.by)
    who = _cited(handout, (source,)) if source else _name(claimant(handout.timeline, claim))
    return element("p", "— ", who, class_="by") if who else Html()


def _held(handout: Handout, claim: Claim) -> Html:
    """What a claim is held against."""
    against = held_against(handout.timeline, claim)
    cited = _cited(handout, against, "; ")
    return element("p", "Held against: ", cited, class_="held") if against else Html()


def _bibliography(handout: Handout) -> Html:
    entries = (
        element(
            "li",
            joined(map(_name, parts(source)), ", "),
            " " if source.url else "",
            _link(source.url),
            id=_of_source(number),
        )
        for number, source in enumerate(handout.sources, 1)
    )
    listed = joined((element("h2", "Sources"), element("ol", joined(entries, "\n"))), "\n")
    return element("section", listed, class_="bibliography")


def _cited(handout: Handout, sources: Iterable[Source], between: str = "") -> Html:
    """Sources in a few words, each with its number, which leads to the bibliography."""
    return joined(
        (
            joined((_name(brief(source)), "\N{NO-BREAK SPACE}", _number(handout, source)))
            for source in sources
        ),
        between,
    )


def _number(handout: Handout, source: Source) -> Html:
    number = handout.numbers[source.id]
    return element("a", f"[{number}]", href=f"#{_of_source(number)}", class_="cite")


def _link(url: str) -> Html:
    """A web address as a link, any other as text."""
    to = address(url)
    link = element("a", _name(url), href=to, rel="noreferrer") if to else _name(url)
    return element("span", link, class_="address") if url else Html()


def _text(tag: str, text: str, kind: str = "") -> Html:
    """A text of the file as a block of its own direction, nothing where there is none."""
    kinds = f"{kind} text".strip()
    return element(tag, text, class_=kinds, dir="auto") if text else Html()


def _name(text: str) -> Html:
    """A text of the file within a line of ours, which it does not turn round."""
    return element("bdi", text) if text else Html()


def _parts(kind: str, parts: Iterable[Html]) -> Html:
    """Parts of a line with a dot between them, nothing where there are none."""
    found = joined(parts, _DOT)
    return element("p", found, class_=kind) if found else Html()


def _of_slide(number: int) -> str:
    return f"slide-{number}"


def _of_source(number: int) -> str:
    return f"source-{number}"
