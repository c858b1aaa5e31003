"""The order of a list: what is linked in front, then the rest, each position once."""

import pickle
from array import array
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.timeline.timeline import Ranked
from tui.view.listing import Listing, Runs, holds

TOTAL = 12


def naive(front: Sequence[int], total: int) -> list[int]:
    return [*front, *(at for at in range(total) if at not in front)]


def fronts() -> st.SearchStrategy[Sequence[int]]:
    """Positions as links give them, or runs of such positions, one after the other."""
    halves = st.tuples(plain(TOTAL // 2), plain(TOTAL // 2))
    return plain(TOTAL) | halves.map(lambda both: Runs(((both[0], 0), (both[1], TOTAL // 2))))


def plain(total: int) -> st.SearchStrategy[Sequence[int]]:
    """A sorted array, a range, positions with their ranks, or a tuple in any order."""
    distinct = st.lists(st.integers(0, total - 1), unique=True)
    edges = st.tuples(st.integers(0, total), st.integers(0, total)).map(sorted)
    return st.one_of(
        distinct.map(lambda positions: array("I", sorted(positions))),
        edges.map(lambda pair: range(*pair)),
        distinct.map(ranked),
        distinct.map(tuple),
    )


def ranked(order: list[int]) -> Ranked:
    ranks = [order.index(at) for at in sorted(order)]
    return Ranked(array("I", order), array("I", sorted(order)), array("I", ranks))


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param((), [0, 1, 2, 3, 4], id="nothing linked"),
        pytest.param((3, 1), [3, 1, 0, 2, 4], id="a tuple as given"),
        pytest.param(array("I", [1, 3]), [1, 3, 0, 2, 4], id="an array"),
        pytest.param(range(2, 4), [2, 3, 0, 1, 4], id="a range"),
        pytest.param(range(3, 3), [0, 1, 2, 3, 4], id="an empty range"),
        pytest.param((4, 3, 2, 1, 0), [4, 3, 2, 1, 0], id="everything linked"),
        pytest.param(ranked([3, 1]), [3, 1, 0, 2, 4], id="ranked as given"),
        pytest.param(Runs(((range(1, 2), 0), ((1, 0), 3))), [1, 4, 3, 0, 2], id="two runs"),
        pytest.param(Runs(((array("I"), 0), (array("I", [1]), 3))), [4, 0, 1, 2, 3], id="a run"),
    ],
)
def test_the_linked_stand_in_front_as_given(front: Sequence[int], expected: list[int]) -> None:
    listing = Listing(front, range(5))
    assert [listing.position(slot) for slot in range(5)] == expected


@given(fronts())
def test_it_is_the_naive_list(front: Sequence[int]) -> None:
    listing = Listing(front, range(TOTAL))
    assert [listing.position(slot) for slot in range(TOTAL)] == naive(front, TOTAL)


@given(fronts())
def test_slot_and_position_are_inverse(front: Sequence[int]) -> None:
    listing = Listing(front, range(TOTAL))
    assert [listing.slot(listing.position(slot)) for slot in range(TOTAL)] == list(range(TOTAL))


@given(fronts(), st.sets(st.integers(0, TOTAL - 1)))
def test_of_some_positions_it_is_the_naive_list_of_those(
    front: Sequence[int], shown: set[int]
) -> None:
    kept = tuple(at for at in front if at in shown)
    listing = Listing(kept, array("I", sorted(shown)))
    expected = [*kept, *sorted(shown - {*kept})]
    assert listing.total == len(expected)
    assert [listing.position(slot) for slot in range(listing.total)] == expected
    assert [listing.slot(at) for at in expected] == list(range(listing.total))


@given(fronts(), st.integers(0, TOTAL))
def test_holds_is_membership(front: Sequence[int], at: int) -> None:
    assert holds(front, at) == (at in list(front))


@given(fronts(), st.integers(0, TOTAL), st.integers(-3, 3))
def test_runs_are_the_sequence_of_their_positions(
    front: Sequence[int], at: int, begin: int
) -> None:
    runs, copied = Runs(((front, 0),)), list(front)
    assert (len(runs), list(runs), list(runs.ascending)) == (len(copied), copied, sorted(copied))
    assert [runs[number] for number in range(-len(copied), 0)] == copied
    assert (at in runs, None in runs, runs.count(at)) == (at in copied, False, copied.count(at))
    for edges in ((0, TOTAL), (begin, TOTAL), (0, begin), (begin, -1)):
        expected = copied.index(at) if at in copied[slice(*edges)] else None
        assert index(runs, at, *edges) == index(copied, at, *edges) == expected


def index(positions: Sequence[int], at: int, begin: int, end: int) -> int | None:
    try:
        return positions.index(at, begin, end)
    except ValueError:
        return None


@pytest.mark.parametrize("number", [2, -3])
def test_runs_end(number: int) -> None:
    with pytest.raises(IndexError):
        Runs(((range(1), 0), ((2,), 4)))[number]


def test_however_long_the_runs_few_of_their_positions_are_read() -> None:
    count = 100_000
    quotes = Counted("I", range(0, 2 * count, 2))
    front = Runs(((quotes, 0), (array("I", [5]), 2 * count)))
    listing = Listing(front, range(2 * count + 10))
    looked_at = (0, 1, 99_998, 99_999, 2 * count, 2 * count + 5, 2 * count + 9)
    for at in looked_at:
        assert listing.position(listing.slot(at)) == at
        assert holds(front, at) == (at in {0, 99_998, 2 * count + 5})
    assert 0 < quotes.reads < len(looked_at) * 5 * 20


class Counted(array):  # type: ignore[type-arg]  # an array cannot be subscripted as a base
    """An array that counts how often it is read."""

    reads = 0

    def __getitem__(self, at: int) -> int:  # type: ignore[override]
        self.reads += 1
        return int(super().__getitem__(at))


def test_runs_are_pickled() -> None:
    runs = Runs(((array("I", [1, 2]), 0), (ranked([1, 0]), 3)))
    assert list(pickle.loads(pickle.dumps(runs))) == [1, 2, 4, 3]  # noqa: S301, our own
