"""The order of a list: what is linked in front, then the rest, each position once."""

from array import array
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.listing import Listing, holds

TOTAL = 12


def naive(front: Sequence[int], total: int) -> list[int]:
    return [*front, *(at for at in range(total) if at not in front)]


def fronts() -> st.SearchStrategy[Sequence[int]]:
    """Positions as links give them: a sorted array, a range, or a tuple in any order."""
    distinct = st.lists(st.integers(0, TOTAL - 1), unique=True)
    edges = st.tuples(st.integers(0, TOTAL), st.integers(0, TOTAL)).map(sorted)
    return st.one_of(
        distinct.map(lambda positions: array("I", sorted(positions))),
        edges.map(lambda pair: range(*pair)),
        distinct.map(tuple),
    )


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param((), [0, 1, 2, 3, 4], id="nothing linked"),
        pytest.param((3, 1), [3, 1, 0, 2, 4], id="a tuple as given"),
        pytest.param(array("I", [1, 3]), [1, 3, 0, 2, 4], id="an array"),
        pytest.param(range(2, 4), [2, 3, 0, 1, 4], id="a range"),
        pytest.param(range(3, 3), [0, 1, 2, 3, 4], id="an empty range"),
        pytest.param((4, 3, 2, 1, 0), [4, 3, 2, 1, 0], id="everything linked"),
    ],
)
def test_the_linked_stand_in_front_as_given(front: Sequence[int], expected: list[int]) -> None:
    listing = Listing(front, 5)
    assert [listing.position(slot) for slot in range(5)] == expected


@given(fronts())
def test_it_is_the_naive_list(front: Sequence[int]) -> None:
    listing = Listing(front, TOTAL)
    assert [listing.position(slot) for slot in range(TOTAL)] == naive(front, TOTAL)


@given(fronts())
def test_slot_and_position_are_inverse(front: Sequence[int]) -> None:
    listing = Listing(front, TOTAL)
    assert [listing.slot(listing.position(slot)) for slot in range(TOTAL)] == list(range(TOTAL))


@given(fronts(), st.integers(0, TOTAL))
def test_holds_is_membership(front: Sequence[int], at: int) -> None:
    assert holds(front, at) == (at in list(front))
