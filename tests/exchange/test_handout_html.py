"""The handout as a web page: all that was shown, as text, and nothing from elsewhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.history import SOCHI, TIMELINE
from exchange.page import Page, flat
from strategies import timelines
from tui.exchange.handout import of_deck
from tui.exchange.handout_html import document
from tui.exchange.handout_style import STYLE
from tui.timeline.dates import parse
from tui.timeline.records import VERDICTS, Claim, Event, Quote, Source, Step, Tour
from tui.timeline.timeline import Timeline
from tui.view.talk.deck import of_events, of_tour

STEPS = (Step("sochi", "sochi.c2", "Look."), Step("gori"), Step("sochi", "c01"))
TOUR = Tour("t", "There <and> back", STEPS)
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("<>&\"'\n/=-!"))
ELSEWHERE = ("script", "link", "img", "iframe", "object", "embed", "base", "form", "audio", "video")


def page_of(timeline: Timeline, tour: Tour | None = None) -> str:
    """The page of a tour, or of every event."""
    every = of_events(timeline, range(len(timeline.events)))
    return document(of_deck(timeline, of_tour(timeline, tour) if tour else every))


PAGE = Page(page_of(TIMELINE, TOUR))


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("A history There <and> back 2008 2018", id="beginning"),
        pytest.param(
            "Contents Assad meets Putin 17 May 2018 Tanks, in Gori c. Aug 2008 Assad meets Putin",
            id="contents",
        ),
        pytest.param(
            "1 Thursday 17 May 2018 Assad meets Putin Sochi · Syria They talk. They part. "
            "Confidence medium. The hour is not known. “The war",
            id="event",
        ),
        pytest.param(
            "“The war is [nearly] over” — Vladimir Putin, 17 May 2018, in Kremlin [1] “Nothing",
            id="quotation",
        ),
        pytest.param(
            "Claims ? unchecked It was warm. ✗ disputed The two met in Moscow. "
            "— Ben Dubow, CEPA [2] They met in Sochi. Held against: Kremlin [1]",
            id="claims",
        ),
        pytest.param(
            "https://example.org/sochi Sources: Kremlin [1]; Ben Dubow, CEPA [2] 2 c. August 2008",
            id="sources of a slide",
        ),
        pytest.param(
            "3 Thursday 17 May 2018 Assad meets Putin Sochi · Syria Told in full on slide 1. "
            "Claims ✗ disputed",
            id="an event again",
        ),
        pytest.param(
            "Sources “Meeting with Assad”, Kremlin, 17 May 2018, p. 3 https://k.ru/a(1) Ben Dubow,",
            id="bibliography",
        ),
    ],
)
def test_it_says_all_that_was_shown(said: str) -> None:
    assert said in PAGE.text


def test_what_is_for_the_speaker_is_left_out() -> None:
    assert SOCHI.notes == "Slowly."
    assert "Slowly." not in PAGE.text
    assert "Look." not in PAGE.text


def test_links_lead_within_the_page_or_into_the_web() -> None:
    links = PAGE.all("href")
    places = {f"#{each}" for each in PAGE.all("id")}
    within = {each for each in links if each.startswith("#")}
    assert within == {"#bars", "#slide-1", "#slide-2", "#slide-3", "#source-1", "#source-2"}
    assert within <= places
    assert {*links} - within == {"https://example.org/sochi", "https://k.ru/a%281%29"}


def test_it_says_what_it_is() -> None:
    assert PAGE.declared == ["doctype html"]
    names = [each for each, _ in PAGE.elements]
    assert names[:4] == ["html", "head", "meta", "meta"]
    assert PAGE.elements[0][1] == {"lang": "en"}
    assert PAGE.elements[2][1] == {"charset": "utf-8"}
    policy = PAGE.elements[3][1]
    assert policy["http-equiv"] == "Content-Security-Policy"
    assert policy["content"].startswith("default-src 'none'; style-src 'unsafe-inline';")


def test_nothing_in_it_comes_from_elsewhere() -> None:
    page = page_of(TIMELINE, TOUR)
    assert re.findall(r"src\s*=|@import|url\(|<link|<script|javascript:", page) == []
    assert [each for each in STYLE if not each.isascii()] == []
    assert "<" not in STYLE


def test_a_quotation_is_in_its_own_language_and_direction() -> None:
    words = Quote("q", "e", "مرحبا", lang='ar"><b>')
    page = Page(page_of(Timeline(events=(Event("e", parse("2014"), "E", quotes=(words,)),))))
    told = [told for tag, told in page.elements if "lang" in told and tag == "p"]
    assert told == [{"class": "text", "dir": "auto", "lang": 'ar"><b>'}]


def test_words_that_were_spoken_in_another_language_say_so() -> None:
    words = Quote("q", "e", "Hello", lang="en", original="ru")
    page = Page(page_of(Timeline(events=(Event("e", parse("2014"), "E", quotes=(words,)),))))
    assert "unknown speaker (spoken in Russian, given in English)" in page.text


def test_a_verdict_is_known_without_its_colour() -> None:
    claims = tuple(Claim(each, "e", "C", verdict=each) for each in VERDICTS)
    page = Page(page_of(Timeline(events=(Event("e", parse("2014"), "E", claims=claims),))))
    assert "✓ confirmed C ≈ partly C ✗ disputed C ◇ opinion C ? unchecked C" in page.text
    assert page.all("class").count("glyph") == 5


def test_one_slide_needs_no_contents() -> None:
    page = Page(page_of(Timeline(events=(Event("e", parse("2014"), "E"),))))
    assert "nav" not in [tag for tag, _ in page.elements]


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_of_a_record_survives(title: str, text: str, name: str) -> None:
    event = Event(
        "e",
        parse("2014"),
        title,
        thread=name,
        place=text,
        confidence="low",
        caveat=text,
        summary=text,
        quotes=(Quote("q", "e", text, name, source="s", lang=name, note=title),),
        claims=(Claim("c", "e", title, by="s", note=text),),
    )
    source = Source("s", title, publisher=name, url=text, locator=name)
    timeline = Timeline(title, text, sources=(source,), events=(event,))
    page = Page(page_of(timeline))
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in PAGE.elements}
    assert page.comments == []
    for said in (title, text, name):
        assert flat(said) in page.text


@given(timelines())
def test_no_timeline_makes_it_load_anything(timeline: Timeline) -> None:
    page = Page(page_of(timeline))
    tags = [tag for tag, _ in page.elements]
    assert tags.count("section") == len(timeline.events) + ("#source-1" in page.all("href"))
    assert not {*ELSEWHERE} & {*tags}
    assert {name for _, told in page.elements for name in told} <= {
        *("lang", "dir", "class", "id", "href", "rel", "charset", "http-equiv", "content", "name"),
        *("viewbox", "preserveaspectratio", "d", "aria-hidden", "aria-label"),
    }
    assert all(
        re.match(r"#(slide|source)-\d+$|#bars$|https?://", each) for each in page.all("href")
    )
    ids = page.all("id")
    assert len(ids) == len({*ids})
    assert {each[1:] for each in page.all("href") if each[0] == "#"} <= {*ids}
