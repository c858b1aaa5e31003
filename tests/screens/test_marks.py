"""The list of marks: go to one, take one away; without any it says so."""

from screens.acting import acting, opening
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


async def test_a_mark_is_seen_on_its_row_and_said() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("j", "apostrophe")
        assert reader.foot == 'Marked; " lists the marks.'
        assert "▸ ▌★30 Sep" in reader.text
        await reader.pilot.press("k")
        assert "★30 Sep" in reader.text
        await reader.pilot.press("j", "apostrophe")
        assert reader.foot == "No longer marked."
        assert "★" not in reader.text


async def test_a_mark_is_seen_in_ascii_too() -> None:
    async with acting(opening(FOUR_DAYS)._replace(ascii=True)) as reader:
        await reader.pilot.press("apostrophe")
        assert "|!18 Mar" in reader.text


async def test_without_marks_it_says_so() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("quotation_mark")
        assert reader.foot == "No event is marked."
