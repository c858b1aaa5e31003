"""The chart under the mouse: clicks, the wheel, and what is dragged."""

import re
from operator import ne

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

from screens.acting import acting
from screens.test_charting import MANY, SAME_DAY, SIX, seen
from tui.timeline.dates import civil
from tui.view.strip import window_of
from view.histories import TWO_LANES


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
