"""The chart in Browse: keys, clicks and the wheel, told by the view and the screen after them."""

import re
from operator import ne
from pathlib import Path

import pytest
from textual.events import (
    MouseDown,
    MouseEvent,
    MouseMove,
    MouseScrollDown,
    MouseScrollLeft,
    MouseScrollRight,
    MouseScrollUp,
    MouseUp,
)

from screens.acting import Acting, acting, opening, opening_of
from screens.typing_in import Typist
from tui.document.session import Session
from tui.screens import asking
from tui.screens.first_view import first_view
from tui.screens.keeping import taken_up
from tui.timeline.dates import civil
from tui.view.chart.lanes import lanes_of
from tui.view.strip import window_of
from view.histories import TWO_LANES

SAME_DAY = "title: Same day\nevents:\n" + "".join(
    f"- {{id: e{at}, date: 2014-03-18, title: Number {at}}}\n" for at in range(16)
)
"""More events of a day than there are rows."""
SIX = re.compile("┃ +6 +┃").match
"""A row on which there is nothing but the digit of six events."""
MANY = "title: Many\nactors:\n" + "".join(f"  a{at}: {{name: Actor {at}}}\n" for at in range(30))
MANY += "events:\n" + "".join(
    f"- {{id: e{at}, date: {2000 + at}-02, title: Number {at}, actors: [a{at}]}}\n"
    for at in range(30)
)
"""Thirty years with an event and an actor each."""
KEPT = Session(focus="events", charted=True, grouping="actor", folded=("a3",))


def seen(reader: Acting) -> str:
    """The focused pane, the event, its lane, and what of the chart is told by flags."""
    view = reader.view
    state = view.chart
    if not view.charted or state is None:
        return f"{reader.here} in the list"
    flags = (
        (state.head is not None, "on its name"),
        (bool(state.folded), "folded"),
        (state.scale, "zoomed"),
    )
    return " ".join([reader.here, state.lane or "-", *(said for flag, said in flags if flag)])


# Keys


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("v", "events one north", id="the chart"),
        pytest.param("v v", "events one in the list", id="the list again"),
        pytest.param("2 v", "events one north", id="it has the keys"),
        pytest.param("v l", "events three north", id="along the lane"),
        pytest.param("v right l l", "events six north", id="not past its end"),
        pytest.param("v l h", "events one north", id="and back"),
        pytest.param("v l left left", "events one north on its name", id="to the name"),
        pytest.param("v h h l", "events one north", id="from the name to the first"),
        pytest.param("v j", "events two south", id="the lane below"),
        pytest.param("v j down down k", "events two south", id="lanes, and back"),
        pytest.param("v j down h l k", "events five south", id="lanes, from there"),
        pytest.param("v h j", "events two south on its name", id="from name to name"),
        pytest.param("v j l h h", "events two south on its name", id="the name of another lane"),
        pytest.param("v h enter", "events one north on its name folded", id="folded"),
        pytest.param("v h enter enter", "events one north on its name", id="unfolded"),
        pytest.param("v h enter V", "events one ann", id="folded by thread alone"),
        pytest.param("v B", "events one north folded", id="all lanes folded"),
        pytest.param("v B B", "events one north", id="and unfolded"),
        pytest.param("v B h enter", "events one north on its name folded", id="all but one"),
        pytest.param("v h enter V V V", "events one north folded", id="as it was left"),
        pytest.param("v h enter l l", "events three north folded", id="along a folded lane"),
        pytest.param("v G", "events six north", id="the last of the lane"),
        pytest.param("v j G", "events five south", id="the last of another lane"),
        pytest.param("v j G G", "events six north", id="then of all"),
        pytest.param("v j l g g", "events one north", id="the first of all"),
        pytest.param("v h G", "events six north", id="from the name to the last"),
        pytest.param("v full_stop", "events three north", id="a year"),
        pytest.param("v full_stop full_stop", "events four -", id="a year in another lane"),
        pytest.param("v h full_stop", "events three north", id="a year, off the name"),
        pytest.param("v m", "events three north", id="the thread"),
        pytest.param("v c", "events two south", id="a disputed claim"),
        pytest.param("v plus", "events one north zoomed", id="nearer"),
        pytest.param("v plus minus", "events one north zoomed", id="farther"),
        pytest.param("v plus 0", "events one north", id="all of time"),
        pytest.param("v pagedown", "events six north", id="a page of all time"),
        pytest.param("v G pageup", "events one north", id="a page back"),
        pytest.param("v plus plus pagedown", "events three north zoomed", id="a page of time"),
        pytest.param("v ctrl+d", "events three north", id="half of all time"),
        pytest.param("v plus plus v v", "events one north zoomed", id="the chart as it was"),
        pytest.param("v tab", "actors ann north", id="Tab leaves the chart"),
        pytest.param("v tab l", "sources gazette north", id="elsewhere l is for panes"),
        pytest.param("v 4 1", "events one north", id="a number comes back"),
        pytest.param("v z", "events one zoomed north", id="the whole screen"),
        pytest.param("v l enter", "sources over north", id="an event to its quotes"),
        pytest.param("v V", "events one ann", id="by actor"),
        pytest.param("v V V", "events one -", id="by kind"),
        pytest.param("v V V V", "events one north", id="by thread again"),
        pytest.param("v V l", "events three ann", id="along an actor"),
        pytest.param("v V l j", "events three bob", id="the same event, of another actor"),
        pytest.param("v h V", "events one ann", id="other lanes, off the name"),
        pytest.param("v G space", "events six north", id="a pin"),
        pytest.param("v j exclamation_mark", "events one north", id="without a lane"),
        pytest.param("v slash f e a s t enter", "events five south", id="a search"),
        pytest.param("v t 2 0 1 1 enter", "events six north zoomed", id="a year as a whole"),
        pytest.param("v t 2 0 1 1 enter H", "events one north", id="all of time by going back"),
        pytest.param("v t 2 0 1 1 escape", "events one north", id="a date that was not meant"),
        pytest.param("v t 6 space m a y space 2 0 1 0 enter", "events five south", id="a day"),
    ],
)
async def test_keys(keys: str, expected: str) -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press(*keys.split())
        assert seen(reader) == expected


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (80, 24), (60, 20), (40, 10)])
async def test_its_title_says_what_it_is_and_its_foot_what_is_not_drawn(
    size: tuple[int, int],
) -> None:
    async with acting(TWO_LANES, size) as reader:
        await reader.pilot.press("v", "V", "plus", "plus", "plus")
        assert "1 Events by actor" in reader.text
        assert re.search(r" \d later\b", reader.text)


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("plus", "v shows the chart, where + zooms."),
        ("minus", "v shows the chart, where - zooms out."),
        ("0", "v shows the chart, where 0 fits all of time."),
        ("V", "v shows the chart, where V chooses what its lanes are."),
        ("R", "v shows the chart, where R brings the cursor into the middle."),
        ("B", "v shows the chart, where B folds all lanes."),
    ],
)
async def test_in_the_list_its_keys_say_where_they_act(key: str, message: str) -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press(key)
        assert (reader.foot, reader.view.chart) == (message, None)


async def test_there_is_an_end_to_zooming() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("v", *["plus"] * 20)
        assert reader.foot == "This is as near as it gets."
        await reader.pilot.press(*["minus"] * 60)
        assert reader.foot == "This is as far as it gets."


async def test_where_all_of_time_is_as_far_as_it_gets_the_first_key_says_so() -> None:
    ages = "title: Ages\nevents:\n- {id: a, date: -2999, title: A}\n- {id: b, date: 2000, title: B}"
    async with acting(ages) as reader:
        await reader.pilot.press("v")
        before = reader.rows[:-1]
        await reader.pilot.press("minus")
        assert reader.foot == "This is as far as it gets."
        assert reader.rows[:-1] == before
        assert reader.view.chart is not None
        assert reader.view.chart.scale is None


async def test_an_event_comes_into_the_middle_as_far_as_there_is_time() -> None:
    async with acting(MANY) as reader:
        await reader.pilot.press("v", *"t2015-02", "enter", *["minus"] * 6, *["full_stop"] * 4)
        aside = next(row.index("◆") for row in reader.rows if "◆" in row)
        await reader.pilot.press("R")
        column = next(row.index("◆") for row in reader.rows if "◆" in row)
        assert column < aside
        axis = reader.rows[4][1:-1].rstrip()
        assert abs(column - (len(axis) + len(axis) - len(axis.lstrip())) / 2) < 10
        await reader.pilot.press("R")
        assert reader.foot == "It is as near to the middle as it gets."


EMPTY = "title: None\nactors:\n  one: {name: One}\nevents: []\n"


async def test_without_events_the_chart_says_so() -> None:
    async with acting(EMPTY) as reader:
        await reader.pilot.press("2", "v")
        assert reader.view.charted
        assert reader.view.focus == "events"
        assert "No events in this file. a adds one." in reader.text
        for key in ("plus", "minus", "0", "R"):
            await reader.pilot.press("V", key)
            assert reader.foot == "There is no event to draw."
        await reader.pilot.press(*"hljkgG", "pagedown", "enter", "space", "v")
        assert not reader.view.charted


async def test_without_events_in_a_file_that_stays_as_it_is_it_offers_nothing() -> None:
    locked = "This file is only read."
    async with acting(opening(EMPTY)._replace(locked=locked)) as reader:
        await reader.pilot.press("v")
        assert "No events in this file.  " in reader.text


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A file without events that may be changed."""
    path = tmp_path / "empty.yaml"
    path.write_text(EMPTY, encoding="utf-8")
    return path


async def test_the_first_event_is_drawn_where_the_chart_was_empty(empty: Path) -> None:
    asked = opening(EMPTY)._replace(path=empty, state_folder=empty.parent / "state")
    async with acting(asked) as reader:
        typist = Typist(reader, empty)
        await typist.press('v a enter ctrl+u "2014-03" tab "One" ctrl+s')
        assert seen(reader) == "events one-2014 -"
        assert re.search("◆░* One|One ◆", reader.text)


@pytest.mark.parametrize("size", [(100, 30), (40, 10)])
async def test_a_filter_that_hides_all_leaves_a_chart_to_come_back_to(
    size: tuple[int, int],
) -> None:
    async with acting(TWO_LANES, size) as reader:
        await reader.pilot.press("v", *"fnowhere", "enter")
        assert "No event matches. x drops nowhere." in " ".join(reader.text.split())
        await reader.pilot.press(*"hljkgG", "plus", "minus", "0", "pagedown", "enter", "V", "X")
        assert "The war begins" in reader.text


async def test_a_chart_that_was_shown_is_there_at_the_next_start() -> None:
    view = taken_up(first_view(MANY.encode()).move("events", 29), KEPT)
    async with acting(opening_of(lambda: view, eager=True)) as reader:
        await reader.until("1 Events by actor 30")
        assert re.search("Number 29 ◆|◆░* Number 29", reader.text)
        assert seen(reader) == "events e29 a29 folded"
        await reader.pilot.press("v")
        assert seen(reader) == "events e29 in the list"


async def test_a_filter_that_a_thread_looks_for_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "LARGE", 1)
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("v", *"ffeast")
        await reader.until("1 of 6")
        await reader.until("A feast")
        view = reader.view
        made = lanes_of.cache_info().misses
        assert view.chart is not None
        view.chart.lanes(view.timeline, view.shown)
        assert lanes_of.cache_info().misses == made


# What is not on the screen is not lost


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


# The mouse


async def test_clicks() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("v", "2")
        row = next(at for at, row in enumerate(reader.rows) if "A siege" in row)
        top = next(at for at, row in enumerate(reader.rows) if "1 Events by thread" in row)
        column = reader.rows[row].index("A siege")
        for x, expected in (
            (column, "events two south"),
            (5, "events two south on its name folded"),
        ):
            await reader.pilot.click("#chart", offset=(x, row - top))
            assert seen(reader) == expected
        await reader.pilot.press("2")
        await reader.pilot.click("#chart", offset=(column, 0))
        assert reader.view.focus == "events"


async def test_a_click_on_what_is_counted_lists_it() -> None:
    async with acting(SAME_DAY) as reader:
        await reader.pilot.press("v")
        row = next(at for at, row in enumerate(reader.rows) if SIX(row))
        await reader.pilot.click("#chart", offset=(reader.rows[row].index("6"), row - 3))
        assert "6 events" in reader.text
        await reader.pilot.press("enter")
        assert reader.here == "events e10"


async def test_the_wheel() -> None:
    async with acting(MANY) as reader:
        await reader.pilot.press("v", "V", "plus")
        chart = reader.app.screen.query_one("#chart")

        async def turn(
            message: type[MouseEvent], *, shift: bool = False, ctrl: bool = False
        ) -> str:
            before = reader.view.chart
            chart.post_message(message(chart, 5, 5, 0, 0, 0, shift, False, ctrl))  # noqa: FBT003
            await reader.pilot.pause()
            after = reader.view.chart
            assert before
            assert after
            assert before.scale
            assert after.scale
            assert reader.here == "events e0"
            later = after.scale.first - before.scale.first
            zoomed = after.scale.zoom != before.scale.zoom
            return "zoomed" if zoomed else f"{after.top - before.top} {later}"

        assert await turn(MouseScrollDown) == "3 0"
        assert await turn(MouseScrollUp) == "-3 0"
        assert await turn(MouseScrollDown, shift=True) == "0 3"
        assert await turn(MouseScrollUp, shift=True) == "0 -3"
        assert await turn(MouseScrollRight) == "0 3"
        assert await turn(MouseScrollLeft) == "0 -3"
        assert await turn(MouseScrollUp, ctrl=True) == "zoomed"
        assert await turn(MouseScrollDown, ctrl=True) == "zoomed"


async def test_the_wheel_zooms_at_the_pointer() -> None:
    async with acting(MANY) as reader:
        await reader.pilot.press("v")
        chart = reader.app.screen.query_one("#chart")
        x = reader.rows[4].index("2014")
        for _ in range(4):
            chart.post_message(MouseScrollUp(chart, x, 5, 0, 0, 0, False, False, True))  # noqa: FBT003
        await reader.pilot.pause()
        assert set(re.findall(r"\d{4}", reader.rows[4])) <= {"2013", "2014"}
        assert reader.here == "events e0"


async def test_zooming_in_on_a_time_that_the_strip_led_to_stays_there() -> None:
    async with acting(MANY) as reader:
        await reader.pilot.press("v", "plus", "plus")
        x = reader.rows[2].index("2020")
        await reader.pilot.click("#strip", offset=(x, 1))
        await reader.pilot.press("plus", "plus")
        assert re.search("20(19|20|21)", reader.rows[4])
        assert reader.here == "events e0"


async def test_where_all_lanes_are_seen_the_wheel_is_for_time() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("v", "plus", "plus")
        chart = reader.app.screen.query_one("#chart")
        for _ in range(200):
            chart.post_message(MouseScrollDown(chart, 5, 5, 0, 0, 0, False, False, False))  # noqa: FBT003
        await reader.pilot.pause()
        # There is an end to it where there are no more events.
        assert "Silence" in reader.text
        assert reader.here == "events one"


async def test_the_strip_pans_the_chart_where_that_shows_only_some_time() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("v", "plus", "plus")
        axis = reader.rows[2]
        await reader.pilot.click("#strip", offset=(axis.index("2010"), 1))
        assert reader.here == "events one"
        assert "A treaty" in reader.text
        assert "[" in reader.rows[2]
        await reader.pilot.press("0")
        await reader.pilot.click("#strip", offset=(axis.index("2010"), 1))
        assert reader.here == "events four"


async def test_the_window_goes_where_it_is_dragged_on_the_strip() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("v", *["plus"] * 3)
        axis = reader.rows[2]
        x_of = {year: axis.index(str(year)) + 2 for year in (2004, 2006, 2008, 2010)}

        async def mouse(kind: type[MouseEvent], x: int, y: int, button: int = 1) -> int:
            """The year in the middle of the chart after a mouse event of the terminal."""
            event = kind(None, x, y, 0, 0, button, False, False, False, x, y)  # noqa: FBT003
            reader.app.post_message(event)
            await reader.pilot.pause()
            await reader.pilot.pause()
            seen = window_of(reader.view)
            assert seen
            return civil(sum(seen) // 2)[0]

        assert await mouse(MouseDown, x_of[2004], 2) == 2001
        assert await mouse(MouseMove, x_of[2004], 2) == 2004
        assert await mouse(MouseMove, x_of[2008], 2) == 2008
        # Beside the strip it is still held.
        assert await mouse(MouseMove, x_of[2006], 20) == 2006
        assert await mouse(MouseMove, x_of[2010], 20) == 2010
        assert await mouse(MouseUp, x_of[2010], 20) == 2010
        assert await mouse(MouseMove, x_of[2004], 2, 0) == 2010
        assert await mouse(MouseDown, x_of[2004], 20) == 2010
        assert await mouse(MouseMove, x_of[2006], 20) == 2010
        assert reader.here == "events one"


async def test_the_chart_is_dragged() -> None:
    async with acting(MANY) as reader:
        await reader.pilot.press("v", "V", *["plus"] * 3, *["full_stop"] * 10)
        await reader.until("Number 10")

        async def mouse(kind: type[MouseEvent], x: int, y: int, button: int = 1) -> str:
            """The axis, the first lane and the strip after a mouse event of the terminal."""
            event = kind(None, x, y, 0, 0, button, False, False, False, x, y)  # noqa: FBT003
            reader.app.post_message(event)
            await reader.pilot.pause()
            await reader.pilot.pause()
            return "\n".join((*reader.rows[4:7], reader.rows[2]))

        row = next(at for at, row in enumerate(reader.rows) if "Number 10" in row)
        x, before = reader.rows[row].index("◆"), reader.view.chart
        still = await mouse(MouseDown, x, row)
        aside = await mouse(MouseMove, x - 30, row - 2)
        assert reader.rows[row - 2].index("◆") == x - 30
        assert all(map(ne, aside.split("\n"), still.split("\n")))
        # Beside the chart it is still held.
        await mouse(MouseMove, x + 30, 28)
        assert await mouse(MouseMove, x, row) == still
        await mouse(MouseMove, x - 5, row)
        dragged = await mouse(MouseUp, x - 5, row)
        assert reader.here == "events e10"
        assert before
        assert reader.view.chart
        assert reader.view.chart.folded == before.folded
        assert await mouse(MouseMove, x + 20, row, 0) == dragged
        await mouse(MouseDown, 3, row)
        await mouse(MouseUp, 3, row)
        assert seen(reader) == "events e10 a10 on its name folded zoomed"


async def test_a_click_on_the_axis_goes_to_the_nearest_event() -> None:
    async with acting(MANY) as reader:
        await reader.pilot.press("v", "V", "2")
        for label, event in (("2010", "e10"), ("2020", "e20"), ("2004", "e4")):
            await reader.pilot.click("#chart", offset=(reader.rows[4].index(label), 1))
            assert reader.here == f"events {event}"
        assert reader.view.trail.place == (1, 1)
        await reader.pilot.click("#chart", offset=(reader.rows[4].index("2010"), 2))
        await reader.pilot.click("#chart", offset=(5, 2))
        assert reader.here == "events e10"
        await reader.pilot.press("X", *"fnothing", "enter")
        await reader.pilot.click("#chart", offset=(60, 2))
        assert reader.here == "events nothing"
