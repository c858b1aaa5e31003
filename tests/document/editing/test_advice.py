"""Advice on what is typed in a form."""

import pytest

from tui.document.document import opened
from tui.document.editing.advice import Advice
from tui.document.editing.form import form_of, form_of_new
from tui.document.reader import read
from tui.timeline.records import Kind, Ref

FILE = """\
title: T
threads:
  syria: {name: The war in Syria}
actors:
  putin: {name: Vladimir Putin}
  assad: {name: Bashar al-Assad}
sources:
  essay: {publisher: CEPA, title: An essay}
events:
  - id: sochi
    date: 2018-05
    title: Sochi
    actors: [asad]
"""


@pytest.mark.parametrize(
    ("kind", "field", "text", "said"),
    [
        ("event", "date", "2018-05-17", "Thursday 17 May 2018"),
        ("event", "date", "Sep 2022", "September 2022"),
        ("event", "date", "2014-03~", "c. March 2014"),
        ("event", "date", "03/04/2022", "✗ 03/04/2022 may be 2022-04-03 or 2022-03-04"),
        ("event", "date", "2014-02-30", "✗ February 2014 has 28 days, not 30"),
        ("event", "thread", "syria", "The war in Syria"),
        ("event", "actors", "putin, assad", "Vladimir Putin · Bashar al-Assad"),
        ("event", "actors", "asad", '✗ there is no actor "asad"; did you mean "assad"?'),
        ("event", "sources", "essay", "CEPA"),
        ("event", "tags", "a, b c", "a · b c"),
        ("event", "tags", "a", ""),
        ("event", "confidence", "high", ""),
        ("event", "confidence", "hi", '✗ it is high, medium or low; did you mean "high"?'),
        ("event", "confidence", "", "high · medium · low"),
        ("event", "id", "sochi", "✗ there is an event of that id already"),
        ("event", "id", "So", "✗ small letters, digits and single hyphens make an id"),
        ("event", "id", "sochi-2", ""),
        (
            "event",
            "title",
            "a\u202eb",
            "✗ an invisible direction mark U+202E; shown as a visible escape",
        ),
        ("quote", "speaker", "putin", "Vladimir Putin"),
        ("quote", "speaker", "puttin", '✗ there is no actor "puttin"; did you mean "putin"?'),
        ("quote", "speaker", "A nurse", "no actor so far; Ctrl+s asks whether to add one"),
    ],
)
def test_it_says_how_a_text_reads(kind: Kind, field: str, text: str, said: str) -> None:
    form = form_of_new(kind, {})
    remark = Advice(form, read(FILE.encode())).on(
        next(each for each in form.fields if each.name == field), text
    )
    assert "✗ " * remark.is_wrong + remark.text == said


def test_a_new_record_needs_what_is_required() -> None:
    form = form_of_new("event", {})
    assert Advice(form, read(FILE.encode())).mistakes(form.texts) == {
        "date": "a date is needed",
        "title": "a title is needed",
        "id": "an id is needed",
    }


def test_a_mistake_that_was_there_does_not_stand_in_the_way() -> None:
    document = opened(FILE.encode())
    form = form_of(document, Ref("event", "sochi"))
    advice = Advice(form, document.reading)
    assert advice.mistakes({**form.texts, "title": "Other"}) == {}
    assert list(advice.mistakes({**form.texts, "actors": "asad, putin"})) == ["actors"]


@pytest.mark.parametrize(
    ("speaker", "stranger"), [("putin", ""), ("", ""), (" A  nurse", "A nurse")]
)
def test_a_speaker_who_is_no_actor_is_a_stranger(speaker: str, stranger: str) -> None:
    form = form_of_new("quote", {})
    texts = {**form.texts, "speaker": speaker}
    assert Advice(form, read(FILE.encode())).stranger(texts) == stranger


def test_where_nobody_speaks_there_is_no_stranger() -> None:
    form = form_of_new("claim", {})
    assert not Advice(form, read(FILE.encode())).stranger(form.texts)
