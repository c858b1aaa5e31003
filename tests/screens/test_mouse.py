"""The mouse: a click picks a row or follows a link, the wheel scrolls and moves no cursor."""

from textual.events import MouseEvent, MouseScrollDown, MouseScrollUp

from screens.acting import acting
from view.histories import FOUR_DAYS

MANY = "title: Many\nevents:\n" + "".join(
    f"- {{id: e{at}, date: 2014, title: Number {at}}}\n" for at in range(60)
)


async def test_a_click_picks_a_row() -> None:
    async with acting(FOUR_DAYS, (160, 45)) as reader:
        for pane, row, here in (
            ("actors", 4, "actors assad"),
            ("sources", 1, "sources stable"),
            ("events", 4, "events strikes"),
        ):
            await reader.pilot.click(f"#{pane}", offset=(5, row))
            assert reader.here == here


async def test_a_click_on_a_rule_or_the_frame_or_below_moves_only_the_focus() -> None:
    async with acting(FOUR_DAYS, (160, 45)) as reader:
        for row, pane in ((0, "actors"), (3, "actors"), (20, "actors"), (1, "events")):
            await reader.pilot.click(f"#{pane}", offset=(5, row))
            assert reader.here.split()[0] == pane
            assert reader.cursors == "annexed putin always lawful"


async def test_a_click_on_a_link_follows_it() -> None:
    async with acting(FOUR_DAYS, (160, 45)) as reader:
        await reader.pilot.click("#detail", offset=(5, 2))
        assert reader.here == "detail annexed"
        await reader.pilot.click("#detail", offset=(5, 7))
        assert reader.here == "claims lawful"


async def test_without_borders_a_click_picks_a_row_too() -> None:
    async with acting(FOUR_DAYS, (60, 20)) as reader:
        await reader.pilot.click("#events", offset=(5, 4))
        assert reader.here == "events strikes"


async def test_a_click_on_the_strip_goes_there_in_time_and_back() -> None:
    async with acting(FOUR_DAYS, (100, 30)) as reader:
        label = reader.rows[2].index("2018")
        for column, here in ((label, "sochi"), (99, "talks"), (0, "annexed")):
            await reader.pilot.click("#strip", offset=(column, 0))
            assert reader.here == f"events {here}"
        await reader.pilot.click("#strip", offset=(reader.rows[2].index("2015"), 1))
        assert reader.here == "events strikes"
        await reader.pilot.press("H")
        assert reader.here == "events annexed"


async def test_a_click_on_the_strip_goes_to_what_is_shown() -> None:
    async with acting(FOUR_DAYS, (100, 30)) as reader:
        await reader.pilot.press("j", "space")
        await reader.pilot.click("#strip", offset=(1, 0))
        assert reader.here == "events strikes"
        await reader.pilot.press("X", "2", "G", "space")
        await reader.pilot.click("#strip", offset=(50, 0))
        assert reader.view.size("events") == 0


async def test_the_wheel_scrolls_and_moves_no_cursor() -> None:
    async with acting(MANY, (80, 24)) as reader:
        events = reader.app.screen.query_one("#events")

        async def turn(message: type[MouseEvent]) -> list[str]:
            events.post_message(message(events, 5, 5, 0, 0, 0, False, False, False))  # noqa: FBT003
            await reader.pilot.pause()
            return [row.split()[-2] for row in reader.rows if "Number" in row]

        first = [row.split()[-2] for row in reader.rows if "Number" in row]
        down = await turn(MouseScrollDown)
        up = await turn(MouseScrollUp)
        assert (int(down[0]) - int(first[0]), up, reader.here) == (2, first, "events e0")


async def test_a_click_counts_from_what_is_scrolled_to() -> None:
    async with acting(MANY, (80, 24)) as reader:
        await reader.pilot.press("G")
        clicked = reader.rows[3 + 2].split()[-2]
        await reader.pilot.click("#events", offset=(5, 2))
        assert reader.here == f"events e{clicked}"
        assert int(clicked) > 40
