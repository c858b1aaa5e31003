"""Citations: a source, a quotation or a claim in one line, as it is cited in print.

Parts that the file does not give are left out. A date is in its long form.
"""

from collections.abc import Iterable

from tui.timeline.date_words import words
from tui.timeline.records import Claim, Quote, Source
from tui.timeline.timeline import Timeline
from tui.view.words import by_whom, outlet, speaker


def of_source(source: Source) -> str:
    """Author, “title”, publisher, date, locator, address."""
    return _joined((about(source), source.url))


def about(source: Source) -> str:
    """A source as it is cited, without its address."""
    return _joined(parts(source))


def parts(source: Source) -> tuple[str, ...]:
    """The same in parts, of which the file gives at least one."""
    named = bool(source.author or source.title or source.publisher)
    told = (
        source.author if source.author != source.publisher else "",
        f"“{_flat(source.title)}”" if source.title else "",
        source.publisher if named else outlet(source),
        words(source.date) if source.date else "",
        source.locator,
    )
    return tuple(part for part in told if part)


def of_quote(timeline: Timeline, quote: Quote) -> str:
    """“The words” — who said them and when, in which source."""
    return f"“{_flat(quote.text)}” — {attribution(timeline, quote)}"


def attribution(timeline: Timeline, quote: Quote) -> str:
    """Who said the words and when, in which source.

    The day is given once where the source is of the day that the words were spoken on.
    """
    source = timeline.source(quote.source)
    when = words(quote.date) if quote.date else ""
    if source and source.date and source.date == quote.date:
        when = ""
    said = _joined((speaker(timeline, quote), when))
    where = of_source(source) if source else quote.source
    return f"{said}, in {where}" if where else said


def of_claim(timeline: Timeline, claim: Claim) -> str:
    """What is claimed, by whom and where, and how it stands."""
    by = timeline.source(claim.by)
    where = of_source(by) if by else by_whom(timeline, claim.by)
    claimed = f"{_flat(claim.text)} — claimed in {where}" if where else _flat(claim.text)
    if not claim.verdict:
        return claimed
    note = f": {_flat(claim.note)}" if claim.note else ""
    return f"{claimed} ({claim.verdict}{note})"


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(_flat(part) for part in parts if part)


def _flat(text: str) -> str:
    return " ".join(text.split())
