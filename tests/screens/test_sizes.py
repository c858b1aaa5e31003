"""Browse at every size: what is there, and what a resize keeps."""

import pytest
from textual.geometry import Size

from screens.acting import acting, opening
from view.histories import BROKEN, FOUR_DAYS, WITHOUT_EVENTS

SCREEN_60 = """\
 dateline  Four days                               4 events
   █                 █                             █ █
 2014       2015        2016       2017        2018
 1 Events 4  2 Actors  3 Quoted sources  4 Detail  5 Claims
 2014 ─────────────────────────────────────────────────── 1
▸ ▌ 18 Mar     Russia annexes Crimea                 ❝1 ✗1
 2015 ─────────────────────────────────────────────────── 1
  ▌ 30 Sep     Russia starts air strikes in Syria
 2018 ─────────────────────────────────────────────────── 2
  ▌ 17 May     Assad meets Putin in Sochi            ❝2 ✗1
  ▌ c. Jul     Talks go on




 18 March 2014 · Russia annexes Crimea
 ? Help  q Quit  Enter Follow  / Search  f Filter  Space Pin"""


async def test_sixty_columns() -> None:
    async with acting(FOUR_DAYS, (60, 17)) as reader:
        assert reader.text == SCREEN_60


async def test_where_there_is_no_room_a_sentence_says_so() -> None:
    async with acting(FOUR_DAYS, (30, 9)) as reader:
        assert reader.text.rstrip() == "Terminal too small: 30x9,\nneeds 40x10"


async def test_where_detail_is_the_pane_no_row_is_left_over() -> None:
    async with acting(FOUR_DAYS, (60, 17)) as reader:
        await reader.pilot.press("4")
        assert reader.rows[-2].strip()


async def test_a_resize_keeps_focus_and_cursors() -> None:
    async with acting(FOUR_DAYS, (160, 45)) as reader:
        await reader.pilot.press("2", "j", "j", "3", "z", "z")
        before = (reader.here, reader.cursors)
        assert before == ("sources stable", "sochi assad stable moscow")
        for width, height in ((120, 30), (80, 24), (60, 20), (20, 5), (60, 20), (140, 36)):
            await reader.resize(width, height)
            assert (reader.here, reader.cursors) == before
            if (width, height) != (20, 5):
                assert "Stability" in reader.text, f"{width}x{height}"
            assert reader.app.size == Size(width, height)


@pytest.mark.parametrize("size", [(160, 45), (120, 30), (80, 24), (60, 20)], ids="{0[0]}".format)
async def test_each_screen_names_all_panes_and_the_first_keys(size: tuple[int, int]) -> None:
    async with acting(FOUR_DAYS, size) as reader:
        panes = ("1 Events", "2 Actors", "3 Quoted sources", "4 Detail", "5 Claims")
        assert [name for name in panes if name not in reader.text] == []
        assert reader.foot.startswith("? Help  q Quit")


async def test_where_the_panes_cannot_be_named_the_focused_one_is() -> None:
    async with acting(FOUR_DAYS, (40, 10)) as reader:
        await reader.pilot.press("3")
        assert reader.rows[1].startswith(" 3 Quoted sources ──")


SAMPLE = [
    *((1, 1), (2, 1), (1, 2), (3, 3), (5, 2), (17, 4), (38, 12), (39, 10), (40, 9), (40, 10)),
    *((41, 11), (45, 12), (45, 5), (40, 16), (41, 15), (80, 21), (80, 22), (100, 22), (140, 36)),
]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param(FOUR_DAYS, "z", id="zoomed events"),
        pytest.param(FOUR_DAYS, "4 j", id="detail"),
        pytest.param(FOUR_DAYS, "question_mark", id="help"),
        pytest.param(BROKEN, "6", id="problems"),
        pytest.param(WITHOUT_EVENTS, "3", id="no events"),
    ],
)
async def test_it_survives_every_size(text: str, keys: str) -> None:
    async with acting(text, (80, 24)) as reader:
        await reader.pilot.press(*keys.split())
        before = reader.here
        for width, height in SAMPLE:
            await reader.resize(width, height)
            assert len(reader.rows) == height
        assert reader.here == before


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 2), (39, 9), (40, 10), (300, 100)], ids=str)
async def test_it_starts_at_any_size(size: tuple[int, int]) -> None:
    async with acting(opening(FOUR_DAYS), size) as reader:
        await reader.pilot.press("j", "4", "j", "z", "J", "question_mark", "j", "escape", "escape")
        assert len(reader.rows) == size[1]
        assert reader.cursors.startswith("strikes")
