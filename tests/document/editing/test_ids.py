"""Ids that are proposed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document.editing.ids import KEBAB, proposed
from tui.timeline.records import Kind


@pytest.mark.parametrize(
    ("kind", "texts", "expected"),
    [
        ("event", {}, ""),
        ("event", {"title": "The fall of Kabul", "date": "2021-08-15"}, "fall-kabul-2021"),
        ("event", {"title": "Assad meets Putin in Sochi"}, "assad-meets-putin-sochi"),
        ("event", {"title": "Erdoğan’s visit", "date": "c. 2014"}, "erdogans-visit-2014"),
        ("event", {"title": "The 2014 vote", "date": "2014-03"}, "2014-vote"),
        ("event", {"title": "Of the", "date": "soon"}, "of-the"),
        ("event", {"title": "Taken", "date": "2014"}, "taken-2014-2"),
        ("event", {"title": "Встреча в Сочи", "date": "2018"}, "event-2018-1"),
        ("actor", {"name": "Nikol Pashinyan", "date": "2018"}, "nikol-pashinyan"),
        ("actor", {"name": "Նիկոլ"}, "actor-1"),
        ("source", {"publisher": "Massis Post", "date": "2024-02-28~"}, "massis-post-2024"),
    ],
    ids=str,
)
def test_it_is_made_of_words_and_year(kind: Kind, texts: dict[str, str], expected: str) -> None:
    assert proposed(kind, texts, {"taken-2014"}) == expected


@given(st.text(), st.sampled_from(["", "2014", "soon", "-0043"]))
def test_it_is_an_id_that_is_free(title: str, date: str) -> None:
    texts = {"title": title, "date": date}
    first = proposed("event", texts, ())
    assert not first or KEBAB.fullmatch(first)
    assert bool(first) == bool(title.strip())
    assert not first or proposed("event", texts, {first}) != first
