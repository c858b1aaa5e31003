"""The list of marks: go to one, take one away; without any it says so."""

from screens.acting import acting
from view.histories import FOUR_DAYS


async def test_a_marked_event_is_leapt_to() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("G", "apostrophe", "g", "apostrophe", "j", "quotation_mark")
        rows = [row for row in reader.rows if "┃ c. Jul" in row or "┃▸18 Mar" in row]
        assert len(rows) == 2
        await reader.pilot.press("down", "enter")
        assert reader.here == "events talks"
        await reader.pilot.press("H")
        assert reader.here == "events strikes"


async def test_a_mark_is_taken_away() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("apostrophe", "j", "apostrophe", "quotation_mark", "delete")
        assert list(reader.view.marks) == ["strikes"]
        await reader.pilot.press("ctrl+d")
        assert list(reader.view.marks) == []
        assert "No event is marked." in reader.text
        await reader.pilot.press("enter", "escape")
        assert reader.here == "events strikes"


async def test_without_marks_it_says_so() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("quotation_mark")
        assert reader.foot == "No event is marked."
