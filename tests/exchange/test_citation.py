"""Sources, quotations and claims as they are cited."""

import pytest

from exchange.history import BARE, DISPUTED, TIMELINE, UNKNOWN, WORDS
from tui.exchange.citation import of_claim, of_quote, of_source
from tui.timeline.dates import parse
from tui.timeline.records import Claim, Quote, Source

KREMLIN = "“Meeting with Assad”, Kremlin, 17 May 2018, p. 3, https://k.ru/a(1)"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param(TIMELINE.sources[0], KREMLIN, id="all but an author"),
        pytest.param(TIMELINE.sources[1], "Ben Dubow, CEPA, c. December 2024", id="no title"),
        pytest.param(TIMELINE.sources[2], "sochi", id="nothing but an id"),
        pytest.param(Source("s", author="A", publisher="A"), "A", id="published by its author"),
        pytest.param(Source("s", "Two\nlines"), "“Two lines”", id="nothing but a title"),
        pytest.param(Source("s", date=parse("2014")), "s, 2014", id="nothing but a date"),
    ],
)
def test_a_source_is_cited_with_what_is_known(source: Source, words: str) -> None:
    assert of_source(source) == words


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        pytest.param(
            WORDS, f"“The war is [nearly] over” — Vladimir Putin, in {KREMLIN}", id="of one day"
        ),
        pytest.param(
            WORDS._replace(date=parse("2018-05-16"), text="One\ntwo"),
            f"“One two” — Vladimir Putin, 16 May 2018, in {KREMLIN}",
            id="of another day",
        ),
        pytest.param(UNKNOWN, "“Nothing is over” — A diplomat", id="without a source"),
        pytest.param(Quote("q", "e", "Words"), "“Words” — unknown speaker", id="of nobody"),
        pytest.param(
            Quote("q", "e", "Words", "X", source="lost"), "“Words” — X, in lost", id="undefined"
        ),
    ],
)
def test_a_quote_is_cited_with_whose_it_is_and_where_it_stands(quote: Quote, words: str) -> None:
    assert of_quote(TIMELINE, quote) == words


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        pytest.param(
            DISPUTED,
            "The two met in Moscow. — claimed in Ben Dubow, CEPA, c. December 2024"
            " (disputed: They met in Sochi.)",
            id="with a verdict",
        ),
        pytest.param(BARE, "It was warm.", id="of nobody"),
        pytest.param(
            BARE._replace(by="lost", verdict="opinion"),
            "It was warm. — claimed in lost (opinion)",
            id="undefined",
        ),
    ],
)
def test_a_claim_is_cited_with_its_verdict(claim: Claim, words: str) -> None:
    assert of_claim(TIMELINE, claim) == words
