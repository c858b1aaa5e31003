"""Jumps: which records are found by name, what they are called, and which come first."""

import pytest

from tui.timeline.records import Ref
from tui.view.jumps import Jump, jump, jumps
from view.histories import FOUR_DAYS, view_of

TIMELINE = view_of(FOUR_DAYS).timeline
BELLS = """
title: Bells
actors:
  ann: {name: Ann Bell}
  ringer: {name: Bell Ringer}
events:
- {id: tolls, date: 2014, title: The bell tolls}
- {id: cast, date: 2015, title: Bell cast}
"""
BELLS_FOUND = ["Ann Bell", "Bell Ringer", "Bell cast", "The bell tolls"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("putin", ["actor putin", "quote arms", "quote always", "event sochi"]),
        ("vvp", ["actor putin"]),
        ("владимир", ["actor putin"]),
        ("習", ["actor xi"]),
        ("dubow", ["source essay"]),
        ("tass", ["source tass"]),
        ("inseparable", ["quote always"]),
        ("crimea annexes", ["event annexed"]),
        ("nobody", []),
        ("", []),
        ("  ", []),
    ],
    ids=repr,
)
def test_records_are_found_by_name(text: str, found: list[str]) -> None:
    ranks = jumps(TIMELINE, text, 50).ranks
    named = [f"{each.ref.kind} {each.ref.id}" for rank in ranks for each in rank]
    assert sorted(named) == sorted(found)
    assert named[:1] == found[:1]


def test_only_so_many_are_named_and_all_are_counted() -> None:
    found = jumps(TIMELINE, "a", 3)
    assert sum(map(len, found.ranks)) == 3
    assert found.total > 3


@pytest.mark.parametrize("most", [1, 2, 3, 4])
def test_a_surname_is_as_good_as_the_beginning_of_a_name(most: int) -> None:
    ranks = jumps(view_of(BELLS).timeline, "bell", most).ranks
    assert [each.name for rank in ranks for each in rank] == BELLS_FOUND[:most]


@pytest.mark.parametrize("most", [0, 1, 2, 5])
@pytest.mark.parametrize("text", ["a", "s", "in", "putin", "ru", "t e"])
def test_the_first_of_them_are_the_same_however_many_are_named(text: str, most: int) -> None:
    every, first = jumps(TIMELINE, text, 1000), jumps(TIMELINE, text, most)
    named = [each for rank in every.ranks for each in rank]
    assert [each for rank in first.ranks for each in rank] == named[:most]
    assert first.total == len(named)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "vvp",
            Jump(Ref("actor", "putin"), "person", "Vladimir Putin", "President of Russia"),
        ),
        ("talks", Jump(Ref("event", "talks"), "c. Jul 2018", "Talks go on")),
        ("tass", Jump(Ref("source", "tass"), "source", "TASS, 17 May 2018")),
        (
            "receding",
            Jump(Ref("source", "essay"), "article", "The receding guarantor", "CEPA, Dec 2024"),
        ),
        (
            "stability",
            Jump(
                Ref("quote", "stable"),
                "❝ Bashar al-Assad".replace("Bashar ", ""),
                "Stability is improving.",
                "TASS, 17 May 2018",
            ),
        ),
    ],
    ids=["actor", "event", "source", "titled source", "quote"],
)
def test_a_record_is_called_by_what_tells_it_from_others(text: str, expected: Jump) -> None:
    found = [each for rank in jumps(TIMELINE, text, 9).ranks for each in rank]
    assert found == [expected]


def test_a_claim_is_called_by_what_it_says() -> None:
    expected = Jump(Ref("claim", "lawful"), "claim", "The referendum was lawful.")
    assert jump(TIMELINE, "claim", 0) == expected
