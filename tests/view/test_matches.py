"""Matching names: what is found, in which order, and what does not count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.matches import comparable, matches

NAMES = (
    *(
        "Russia annexes Crimea",
        "Talks with Russia",
        "Russia",
        "Belorussian vote",
        "Erdoğan’s visit",
    ),
    *("Bashar al-Assad", "Assad meets Putin in Sochi", "A “guarantor” recedes", "Путин"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("russia", ["Russia", "Russia annexes Crimea", "Talks with Russia", "Belorussian vote"]),
        ("RUSSIA ", ["Russia", "Russia annexes Crimea", "Talks with Russia", "Belorussian vote"]),
        ("erdogan's", ["Erdoğan’s visit"]),
        ("assad", ["Assad meets Putin in Sochi", "Bashar al-Assad"]),
        ("al assad", ["Bashar al-Assad"]),
        ("sochi putin", ["Assad meets Putin in Sochi"]),
        ("guarantor", ["A “guarantor” recedes"]),
        ("пут", ["Путин"]),
        ("zagreb", []),
        ("russia zagreb", []),
        ("", list(NAMES)),
        (" -", list(NAMES)),
    ],
    ids=repr,
)
def test_the_best_come_first(text: str, found: list[str]) -> None:
    names = list(map(comparable, NAMES))
    assert [NAMES[at] for at in matches(names, text).positions] == found


@given(st.lists(st.text(max_size=12), max_size=8), st.text(max_size=6))
def test_what_is_found_contains_every_word_and_nothing_else_does(
    texts: list[str], text: str
) -> None:
    names = list(map(comparable, texts))
    found = matches(names, text)
    words = comparable(text).split()
    expected = {at for at, name in enumerate(names) if all(word in name for word in words)}
    assert sorted(found.positions) == sorted(expected)
    assert found.total == len(expected)


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=8))
def test_a_name_is_found_first_by_itself(texts: list[str]) -> None:
    names = list(map(comparable, texts))
    first = matches(names, texts[0]).positions[0]
    assert names[first] == names[0] or not names[0].strip()
