"""Matching names: what is found, in which order, and what does not count."""

from itertools import accumulate

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


NEAR_NAMES = st.lists(st.text("ab -", max_size=6), max_size=40)
"""Names that are much alike, so that a text is found in many of them in every way."""


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


@given(NEAR_NAMES, st.text("ab -", max_size=4), st.integers(0, 40))
def test_the_best_of_all_are_the_first_of_them_and_all_are_counted(
    texts: list[str], text: str, most: int
) -> None:
    names = list(map(comparable, texts))
    every, best = matches(names, text), matches(names, text, most)
    assert best.positions == every.positions[:most]
    assert best.total == every.total == len(every.positions)


@given(NEAR_NAMES, NEAR_NAMES, st.text("ab", min_size=1, max_size=3), st.integers(0, 40))
def test_the_best_of_two_lists_are_the_best_of_both_as_one(
    some: list[str], more: list[str], text: str, most: int
) -> None:
    first, second = list(map(comparable, some)), list(map(comparable, more))
    one = matches(first, text, most)
    other = matches(second, text, most, before=tuple(accumulate(map(len, one.ranks))))
    both = [
        at
        for rank, after in zip(one.ranks, other.ranks, strict=True)
        for at in (*rank, *(len(first) + at for at in after))
    ]
    assert tuple(both[:most]) == matches(first + second, text, most).positions


@given(NEAR_NAMES, st.text("ab -", max_size=4))
def test_what_is_found_is_ranked_by_how_well_it_matches(texts: list[str], text: str) -> None:
    names, whole = list(map(comparable, texts)), comparable(text)
    if not whole.strip():
        return
    for rank, positions in enumerate(matches(names, text).ranks):
        assert list(positions) == sorted(positions)
        assert {_rank(names[at], whole) for at in positions} <= {rank}


def test_the_best_are_found_however_late_they_come_and_others_get_their_turn() -> None:
    names = [*map(comparable, ["Abaca", "Not so", "An aba"] * 20_000), comparable("Aba")]
    turns: list[None] = []
    found = matches(names, "aba", 3, lambda: turns.append(None))
    assert found.positions == (60_000, 0, 3)
    assert found.total == 40_001
    assert len(turns) > 1


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=8))
def test_a_name_is_found_first_by_itself(texts: list[str]) -> None:
    names = list(map(comparable, texts))
    first = matches(names, texts[0]).positions[0]
    assert names[first] == names[0] or not names[0].strip()


def _rank(name: str, whole: str) -> int:
    """How well a name matches that has every word: 0 is best."""
    has_words = all(f" {word}" in name for word in whole.split())
    return (name == whole, name.startswith(whole), has_words, True).index(True)
