"""The chart: whatever moves, the cursor is in sight, and what shares a cell is listed."""

import re

import pytest

from screens.acting import acting
from screens.test_charting import MANY, SAME_DAY, SIX, seen
from view.histories import TWO_LANES


async def test_whatever_moves_the_cursor_it_is_in_sight() -> None:
    async with acting(MANY) as reader:
        await reader.pilot.press("v", "V", "plus", "plus", "plus")
        for keys in ("G", "g", "2 G enter", "H", "t 2 0 1 5 enter", "slash 2 2 enter", "comma"):
            await reader.pilot.press(*keys.split())
            at = reader.view.cursors["events"]
            assert re.search(rf"Number {at} ◆|◆░* Number {at}\b", reader.text), keys


async def test_the_chart_follows_from_hit_to_hit() -> None:
    async with acting(MANY) as reader:
        await reader.pilot.press("v", "V", *["plus"] * 3, *"/number 2", "enter")
        for key, at, said in (
            ("n", 20, ""),
            ("n", 21, ""),
            ("N", 20, ""),
            ("N", 2, ""),
            ("N", 29, "Round its beginning."),
            ("n", 2, "Round the end of the list."),
        ):
            await reader.pilot.press(key)
            assert seen(reader) == f"events e{at} a{at} zoomed"
            assert re.search(rf"Number {at} ◆|◆░* Number {at}\b", reader.text)
            assert reader.foot == said or not said


async def test_what_was_found_is_lit() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("v", *"/paris", "enter")
        chart = reader.app.screen.query_one("#chart")
        segments = [each for y in range(chart.size.height) for each in chart.render_line(y)]
        lit = [each.text for each in segments if each.style and each.style.underline]
        # Of the three the first has the cursor; none says it in its title.
        assert lit == ["●", "●"]


async def test_a_range_of_dates_is_in_sight_from_its_start_to_its_end() -> None:
    async with acting(MANY) as reader:
        await reader.pilot.press("v", *"t2010..2012", "enter")
        assert {"2010", "2011", "2012"} <= set(re.findall(r"20\d\d", reader.rows[4]))
        assert "Number 10" in reader.text
        assert reader.here == "events e10"
        await reader.pilot.press(*"fon:2020", "enter", "0")
        assert set(re.findall(r"20\d\d", reader.rows[5])) == {"2020", "2021"}


AGES = """title: Ages
events:
- {id: age, date: ../1999-03, title: An age}
- {id: war, date: 2010-02, title: A war}
- {id: mission, date: 2024-11/.., title: A mission}
"""
"""Nobody knows where this begins and ends."""


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        pytest.param("t2040..", "A mission", id="a date behind the last day"),
        pytest.param("t..1900", "An age", id="a date before the first"),
        pytest.param("fon:2040..", "A mission", id="a filter behind the last"),
        pytest.param("fon:..1900", "An age", id="a filter before the first"),
    ],
)
async def test_an_open_range_beyond_all_days_leads_to_what_goes_on_then(
    keys: str, title: str
) -> None:
    async with acting(AGES) as reader:
        await reader.pilot.press("v", *keys, "enter")
        chart = "\n".join(row for row in reader.rows[:20] if "┃" in row)
        assert title in chart
        assert "A war" not in chart
        await reader.pilot.press("X", "0")
        assert "A war" in reader.text


async def test_a_filter_leads_to_what_it_leaves_and_without_it_back() -> None:
    async with acting(MANY) as reader:
        await reader.pilot.press("v", *"t2003", "enter")
        axis = reader.rows[4]
        await reader.pilot.press("f")
        for text, years in (("on:2012", {"2012"}), ("..2014", {"2012", "2013", "2014"})):
            await reader.pilot.press(*text)
            assert years <= set(re.findall(r"20\d\d", reader.rows[5]))
            assert "Number 12" in reader.text
        await reader.pilot.press("escape")
        assert reader.rows[4] == axis
        await reader.pilot.press(*"fnumber 27", "enter")
        assert "Number 27" in reader.text
        await reader.pilot.press("x")
        assert reader.rows[4] == axis


async def test_what_is_kept_of_the_prompt_is_in_sight() -> None:
    async with acting(MANY) as reader:
        await reader.pilot.press("v", "V", "h", "plus", "plus", "plus", *"t2020", "enter")
        assert seen(reader) == "events e20 a20 zoomed"
        assert re.search("Number 20 ◆|◆░* Number 20", reader.text)


async def test_a_smaller_screen_keeps_it_in_sight() -> None:
    async with acting(MANY, (160, 45)) as reader:
        await reader.pilot.press("v", "V", "plus", "plus", "G")
        await reader.resize(80, 24)
        assert re.search("Number 29 ◆|◆░* Number 29", reader.text)


async def test_back_at_its_size_is_the_time_of_before() -> None:
    async with acting(MANY, (160, 45)) as reader:
        await reader.pilot.press("v", "V", *["full_stop"] * 9, *["plus"] * 4)
        before = reader.rows
        for size in ((100, 30), (60, 20), (160, 45)):
            await reader.resize(*size)
            assert re.search("Number 9 ◆|◆░* Number 9", reader.text)
        assert reader.rows == before


async def test_events_that_share_a_cell_are_listed_to_go_to_one() -> None:
    async with acting(SAME_DAY) as reader:
        await reader.pilot.press("v")
        assert any(map(SIX, reader.rows))
        await reader.pilot.press("j", "k", *["l"] * 15)
        assert reader.here == "events e15"
        await reader.pilot.press("enter")
        assert "6 events" in reader.text
        await reader.pilot.press("up", "enter")
        assert reader.here == "events e14"
        await reader.pilot.press("H")
        assert reader.here == "events e15"


async def test_the_one_under_the_cursor_leads_where_it_would_by_itself() -> None:
    async with acting(SAME_DAY) as reader:
        await reader.pilot.press("v", "G", "enter", "enter")
        assert reader.here == "detail e15"


async def test_a_folded_lane_shows_where_the_cursor_is() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("v", "h", "enter", "l", "l")
        row = next(row for row in reader.rows if "The north" in row)
        assert "▸+The north" in row
        assert "◆" in row


async def test_an_actor_lights_its_events_in_all_lanes() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("v", "2", "j")
        marked = reader.view.marked("events") or ()
        assert [reader.view.timeline.events[at].id for at in marked] == ["two", "three", "five"]


async def test_letters_lead_to_marks() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("v", "s")
        row = next(row for row in reader.rows if "A treaty" in row)
        (label,) = re.findall("([a-z]) A treaty", row)
        await reader.pilot.press(label)
        assert seen(reader) == "events four -"
        assert reader.view.trail.place == (2, 2)
