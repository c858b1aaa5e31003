"""Dealing: how many rows each lane has, by what the lanes ask for and the rows there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tui.view.chart.dealing import MOST, Needs, Share, by_themselves, dealt

SPARSE = Needs(events=9, least=1, whole=1, apart=1)
BUSY = Needs(events=19, least=2, whole=2, apart=8)
PAIR = Needs(events=2, least=2, whole=2, apart=2)
WAR = Needs(events=10, least=1, whole=4, apart=4)
DENSE = Needs(events=20_000, least=300, whole=400, apart=MOST)


@pytest.mark.parametrize(
    ("needs", "room", "heights"),
    [
        pytest.param([SPARSE, BUSY, PAIR], 3, [1, 1, 1], id="a row for each"),
        pytest.param([SPARSE, BUSY, PAIR], 4, [1, 2, 1], id="one more for the busiest"),
        pytest.param([SPARSE, BUSY, PAIR], 7, [1, 4, 2], id="more for all that have use for it"),
        pytest.param([SPARSE, BUSY, PAIR], 11, [1, 8, 2], id="until events are apart"),
        pytest.param([SPARSE, BUSY, PAIR], 12, [2, 8, 2], id="then for what they are called"),
        pytest.param([SPARSE, BUSY, PAIR], 99, [9, 19, 2], id="no more than events"),
        pytest.param([SPARSE, None, PAIR], 99, [9, 1, 2], id="one of a folded lane"),
        pytest.param([BUSY, SPARSE, BUSY], 2, [2, 1, 2], id="no room for all"),
        pytest.param([BUSY] * 21, 20, [5] * 21, id="no room for all, but some"),
        pytest.param([None] * 3, 2, [1] * 3, id="all folded"),
        pytest.param([DENSE, SPARSE], 3, [2, 1], id="very many have a row for numbers"),
        pytest.param([DENSE, SPARSE], 2, [2, 1], id="also where there is no room"),
        pytest.param([DENSE], 3 * MOST, [MOST - 1], id="no end of room"),
        pytest.param([], 5, [], id="no lanes"),
    ],
)
def test_rows_are_dealt_out(needs: list[Needs | None], room: int, heights: list[int]) -> None:
    assert [share.height for share in dealt(needs, room)] == heights


@pytest.mark.parametrize(
    ("needs", "room", "share"),
    [
        pytest.param(WAR, 4, Share(4), id="nothing gives way"),
        pytest.param(WAR, 3, Share(3, is_crowded=True), id="on the last row"),
        pytest.param(DENSE, 20, Share(19, has_counts=True), id="on a row of numbers"),
        pytest.param(DENSE, 300, Share(300), id="nowhere, where what goes on gives way"),
    ],
)
def test_what_finds_no_row_of_its_own_is_somewhere(needs: Needs, room: int, share: Share) -> None:
    assert dealt([needs], room) == [share]


@pytest.mark.parametrize(
    ("needs", "most", "share"),
    [
        pytest.param(SPARSE, 24, Share(3), id="three events to a row"),
        pytest.param(BUSY, 24, Share(8), id="as many as keep events apart"),
        pytest.param(BUSY, 6, Share(6), id="but a most"),
        pytest.param(WAR, 2, Share(2), id="where what goes on gives way"),
        pytest.param(DENSE, 6, Share(6, has_counts=True), id="and a row of numbers"),
        pytest.param(PAIR, 1, Share(2), id="which a single one has for itself"),
    ],
)
def test_where_there_is_no_end_of_rows(needs: Needs, most: int, share: Share) -> None:
    assert by_themselves([needs], most) == [share]


@st.composite
def _needs(draw: DrawFn) -> Needs:
    events = draw(st.integers(1, 12) | st.integers(400, 700))
    whole = draw(st.integers(1, events))
    least = draw(st.integers(1, whole))
    return Needs(events, min(least, MOST), min(whole, MOST), draw(st.integers(least, events)))


def lanes() -> SearchStrategy[list[Needs | None]]:
    return st.lists(st.none() | _needs(), min_size=1, max_size=9)


@given(lanes(), st.integers(0, 60))
def test_all_lanes_have_a_row_and_fit_if_they_can(needs: list[Needs | None], room: int) -> None:
    shares = dealt(needs, room)
    heights = [share.height for share in shares]
    assert min(heights) >= 1
    few = all(each is None or each.events < 500 for each in needs)
    assert not few or len(needs) > room or sum(heights) <= room
    for each, share in zip(needs, shares, strict=True):
        if each is None:
            assert share == Share(1)
        else:
            assert share.height <= each.events
            assert share.rows >= each.least or share.is_crowded or share.has_counts


@given(lanes(), st.integers(18, 60))
def test_with_more_room_no_lane_has_fewer_rows(needs: list[Needs | None], room: int) -> None:
    before, after = dealt(needs, room), dealt(needs, room + 1)
    grown = [more.height - less.height for less, more in zip(before, after, strict=True)]
    assert min(grown) >= 0
    assert sum(grown) <= 1
