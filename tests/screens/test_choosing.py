"""What is offered under a field of a form, and what putting it in makes of the text."""

import pytest

from tui.document.fields import FORMS
from tui.document.reader import read
from tui.screens.choosing import Choosing, put
from tui.timeline.records import Kind

FILE = """\
title: T
threads:
  syria: {name: The war in Syria}
actors:
  assad: {name: Bashar al-Assad, native: بشار الأسد}
  putin: {name: Vladimir Putin, aliases: [Vova]}
  erdogan: {name: Recep Tayyip Erdoğan}
sources:
  essay: {publisher: CEPA, title: An essay, date: 2024}
events:
  - {id: a, date: 2014, title: A, place: Kazan, tags: [gas, a visit]}
  - {id: b, date: 2015, title: B, place: Sochi, tags: [gas]}
  - {id: c, date: 2016, title: C, place: Sochi}
"""
CHOOSING = Choosing(read(FILE.encode()).timeline)


@pytest.mark.parametrize(
    ("kind", "name", "text", "found"),
    [
        ("event", "actors", "put", "putin"),
        ("event", "actors", "putin, vov", "putin"),
        ("event", "actors", "erdoğ", "erdogan"),
        ("event", "actors", "الأسد", "assad"),
        ("event", "actors", "asad", "assad"),
        ("event", "actors", "", "assad putin erdogan"),
        ("event", "actors", "putin", ""),
        ("event", "actors", "zzzz", ""),
        ("event", "thread", "war", "syria"),
        ("event", "sources", "cepa", "essay"),
        ("event", "place", "", "Sochi Kazan"),
        ("event", "place", "zzzz", ""),
        ("event", "tags", "gas, visi", "a visit"),
        ("event", "confidence", "l", "low"),
        ("event", "date", "03/04/2022", "2022-04-03 2022-03-04"),
        ("event", "date", "27/11/2024", ""),
        ("event", "date", "2014", ""),
        ("quote", "speaker", "tayyip", "erdogan"),
        ("quote", "speaker", "putni", "putin"),
        ("source", "publisher", "c", "CEPA"),
    ],
)
def test_it_is_found_by_any_name(kind: Kind, name: str, text: str, found: str) -> None:
    field = FORMS[kind].by_name[name]
    choices = CHOOSING.at(field, text, len(text), 5)
    shown = [choice.text for choice in choices.found]
    assert shown == (["a visit"] if found == "a visit" else found.split())


def test_no_more_are_offered_than_there_is_room_for() -> None:
    assert len(CHOOSING.at(FORMS["event"].by_name["actors"], "", 0, 2).found) == 2


@pytest.mark.parametrize(
    ("name", "text", "cursor", "expected"),
    [
        ("actors", "put", 3, "putin, |"),
        ("actors", "assad, vov", 10, "assad, putin, |"),
        ("actors", "assad vov", 9, "assad putin, |"),
        ("actors", "put, assad", 2, "putin|, assad"),
        ("thread", "war", 1, "syria|"),
    ],
)
def test_what_is_chosen_takes_the_place_of_the_word(
    name: str, text: str, cursor: int, expected: str
) -> None:
    field = FORMS["event"].by_name[name]
    choices = CHOOSING.at(field, text, cursor, 1)
    made, at = put(choices, choices.found[0], field, text)
    assert f"{made[:at]}|{made[at:]}" == expected
