"""How records are called in a few words."""

from typing import Literal

import pytest

from tui.timeline.records import Confidence
from tui.view.words import (
    by_whom,
    cited,
    doubt,
    event_day,
    languages,
    outlet,
    speaker,
    surname,
    thread_name,
    thread_tone,
)
from view.histories import FOUR_DAYS, view_of

TIMELINE = view_of(
    FOUR_DAYS
    + """\
    claims: [{id: none, text: "One\\nclaim"}]
    quotes:
      - {id: free, speaker: A spokesman, text: Words}
      - {id: state, speaker: russia, text: Words}
      - {id: nobody, text: Words}
"""
).timeline


@pytest.mark.parametrize(
    ("own", "names"),
    [
        ("always", ("Vladimir Putin", "Putin")),
        ("stable", ("Bashar al-Assad", "al-Assad")),
        ("state", ("Russia", "Russia")),
        ("free", ("A spokesman", "A spokesman")),
        ("nobody", ("unknown speaker", "unknown speaker")),
    ],
)
def test_speakers(own: str, names: tuple[str, str]) -> None:
    quote = next(each for each in TIMELINE.quotes if each.id == own)
    assert (speaker(TIMELINE, quote), surname(TIMELINE, quote)) == names


@pytest.mark.parametrize(
    ("own", "names"),
    [
        ("essay", ("CEPA, Dec 2024", "Ben Dubow")),
        ("kremlin", ("Kremlin, 18 Mar 2014", "Kremlin")),
        ("unknown", ("unknown", "unknown")),
    ],
)
def test_sources(own: str, names: tuple[str, str]) -> None:
    assert (cited(TIMELINE, own), by_whom(TIMELINE, own)) == names


def test_a_source_stands_somewhere() -> None:
    source = TIMELINE.sources[1]
    anonymous = source._replace(publisher="")
    outlets = [outlet(each) for each in (source, anonymous, anonymous._replace(author=""))]
    assert outlets == ["CEPA", "Ben Dubow", "essay"]


def test_threads_take_the_eight_colours_in_turn() -> None:
    threads = "".join(f"  t{at}: {{name: T{at}}}\n" for at in range(9))
    timeline = view_of(f"threads:\n{threads}").timeline
    tones = [thread_tone(timeline, each) for each in ("t0", "t7", "t8", "", "unknown")]
    assert tones == ["thread0", "thread7", "thread0", "dim", "dim"]


def test_a_thread_has_its_name_or_its_id() -> None:
    assert [thread_name(TIMELINE, each) for each in ("syria", "unknown")] == ["Syria", "unknown"]


@pytest.mark.parametrize(
    ("confidence", "caveat", "words"),
    [
        pytest.param("", "", "", id="nothing"),
        pytest.param("high", "", "", id="sure"),
        pytest.param("high", "Why.", "Confidence high. Why.", id="sure with a reason"),
        pytest.param("low", "", "Confidence low.", id="not sure"),
        pytest.param("", "Why.", "Why.", id="a reason alone"),
    ],
)
def test_how_sure_an_event_is(
    confidence: Confidence | Literal[""], caveat: str, words: str
) -> None:
    event = TIMELINE.events[0]._replace(confidence=confidence, caveat=caveat)
    assert doubt(event) == words


@pytest.mark.parametrize(
    ("lang", "original", "words"),
    [
        pytest.param("en", "ru", "spoken in Russian, given in English", id="translated"),
        pytest.param("", "ru", "spoken in Russian", id="into nobody says what"),
        pytest.param("en", "", "", id="as it was spoken"),
    ],
)
def test_in_which_language_words_were_spoken(lang: str, original: str, words: str) -> None:
    quote = TIMELINE.quotes[0]._replace(lang=lang, original=original)
    assert languages(quote) == words


def test_the_day_of_an_event_has_its_year() -> None:
    assert [event_day(each) for each in TIMELINE.events[2:]] == ["17 May 2018", "c. Jul 2018"]
