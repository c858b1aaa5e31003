"""The chart in Browse: keys, clicks and the wheel, told by the view and the screen after them."""

import re
from pathlib import Path

import pytest

from screens.acting import Acting, acting, opening, opening_of
from screens.typing_in import Typist
from tui.document.session import Session
from tui.screens import asking
from tui.screens.first_view import first_view
from tui.screens.keeping import taken_up
from tui.view.chart.lanes import lanes_of
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
