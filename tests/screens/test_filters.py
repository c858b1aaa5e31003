"""Chips, the trail and the freeze by key and by mouse, and what the screen says of them."""

import pytest

from screens.acting import Acting, acting
from tui.screens.why_not import why_hidden
from tui.timeline.records import Ref
from tui.view import pins
from tui.view.chips import DROP
from tui.view.pins import Facet
from view.histories import FOUR_DAYS, TWO_LANES, ids, view_of


def shown(reader: Acting) -> str:
    """The events that are shown, what Detail is about, and where on the trail this is."""
    at, of = reader.view.trail.place
    return f"{ids(reader.view, 'events')} | {reader.here} | {at}/{of}"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("space", "one three six | events one | 2/2", id="pin a thread"),
        pytest.param("space space", " | events one | 3/3", id="drop it"),
        pytest.param("exclamation_mark", "two four five | events two | 2/2", id="exclude it"),
        pytest.param("2 space", "one three six | actors ann | 2/2", id="pin an actor"),
        pytest.param("space 2 j space", "three | actors bob | 3/3", id="two keys narrow"),
        pytest.param("space 2 j space x", "one three six | actors bob | 4/4", id="drop the last"),
        pytest.param("space 2 j space X", " | actors bob | 4/4", id="drop all"),
        pytest.param("space 2 j space H", "one three six | actors bob | 2/3", id="back"),
        pytest.param("space j H", " | events one | 1/2", id="to where it was"),
        pytest.param("space j H L", "one three six | events three | 2/2", id="forward"),
        pytest.param("space backspace", " | events one | 1/2", id="backspace"),
        pytest.param("4 G space", "one two | detail one | 2/2", id="a tag in Detail"),
        pytest.param("4 G enter", "one two | detail one | 2/2", id="by Enter, too"),
        pytest.param("j 5 space", "two five | claims siege | 2/2", id="a verdict"),
    ],
)
async def test_keys_filter(keys: str, expected: str) -> None:
    every = "one two three four five six"
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press(*keys.split())
        assert shown(reader) == (every + expected if expected.startswith(" |") else expected)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("v h space", "thread:The north: one three six", id="a thread"),
        pytest.param("v V h space", "actor:Ann: one three six", id="an actor"),
        pytest.param("v V h j space", "actor:Bob: two three five", id="another actor"),
        pytest.param("v V h exclamation_mark", "-actor:Ann: two four five", id="without an actor"),
        pytest.param("v V h space space", ": one two three four five six", id="drop it"),
        pytest.param("v V space", "thread:The north: one three six", id="of a mark its thread"),
        pytest.param("v V h l space", "thread:The north: one three six", id="of a mark again"),
        pytest.param("v V h 2 space", "actor:Ann: one three six", id="elsewhere what is there"),
        pytest.param("v V h v j space", "thread:The south: two five", id="in the list a thread"),
    ],
)
async def test_on_the_name_of_a_lane_they_filter_by_what_it_is(keys: str, expected: str) -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press(*keys.split())
        chips = " ".join(chip.label for chip in reader.view.chips)
        assert f"{chips}: {ids(reader.view, 'events')}" == expected


async def test_on_the_name_of_a_kind_they_filter_by_the_kind() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("v", "V", "V", "h", "j", "space")
        assert [chip.label for chip in reader.view.chips] == ["kind:state"]
        assert ids(reader.view, "events") == "annexed strikes"


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("v j j h space", "The events of this lane have no thread to filter by."),
        ("v V V h exclamation_mark", "The events of this lane have no kind to filter by."),
        ("x", "Nothing is filtered."),
        ("X", "Nothing is filtered."),
        ("H", "There is no leap to go back from; Enter, t and filters leap."),
        ("L", "There is nothing ahead."),
        ("j j j space", "There is nothing here to filter by."),
        ("j j j m", "This event has no thread."),
        ("M", "This is the first event of The north."),
        ("G m", "This is the last event of The north."),
        ("C", "No event before this one has a disputed claim."),
        ("G c", "No event after this one has a disputed claim."),
        ("2 G space F", "There is nothing to keep."),
        ("2 G space apostrophe", "There is no event to mark."),
    ],
)
async def test_a_key_that_cannot_act_says_why(keys: str, message: str) -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press(*keys.split())
        assert reader.foot == message


async def test_the_line_of_chips_comes_and_goes_with_them() -> None:
    async with acting(TWO_LANES) as reader:
        assert "hidden" not in reader.text
        await reader.pilot.press("space")
        assert " thread:The north ×" in reader.rows[1]
        assert reader.rows[1].rstrip().endswith("3 of 6 · 3 hidden  (X clears)")
        assert "3 hidden by thread:The north (x)" in reader.text
        await reader.pilot.press("x")
        assert "hidden" not in reader.text


async def test_an_empty_result_names_the_keys_that_mend_it() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("space", "2", "G", "1", "f", *"zzz", "enter")
        assert "No event matches. x drops zzz, X clears." in reader.text
        assert "Nothing to show." in reader.text
        await reader.pilot.press("j", "k", "G", "enter", "x")
        assert shown(reader).startswith("one three six | events")


async def test_a_link_to_what_is_hidden_says_so() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("space", "2", "j", "4", *["j"] * 3, "enter")
        assert reader.foot == "That is hidden by thread:The north; X shows everything."
        assert reader.view.focus == "detail"


NORTH, SOUTH = Facet("thread", "north"), Facet("thread", "south")


@pytest.mark.parametrize(
    ("facets", "query", "record", "blamed"),
    [
        pytest.param([NORTH], "", "two", "thread:The north", id="the only one"),
        pytest.param([NORTH], "on:2001", "two", "thread:The north", id="the first of two"),
        pytest.param([NORTH], "on:2001", "three", "on:2001", id="the last of two"),
        pytest.param([NORTH], "on:2002", "two", "thread:The north and on:2002", id="both"),
        pytest.param(
            [NORTH, SOUTH], "", "four", "thread:The north or thread:The south", id="of a kind"
        ),
        pytest.param([NORTH, SOUTH], "on:2001", "five", "on:2001", id="not those of a kind"),
        pytest.param([NORTH], "on:2001", "one", None, id="shown"),
    ],
)
def test_what_hides_a_record_is_named(
    facets: list[Facet], query: str, record: str, blamed: str | None
) -> None:
    view = view_of(TWO_LANES)
    chips = [pins.chip(view.timeline, facet) for facet in facets]
    chips += [pins.filter_chip(query)] if query else []
    reason = why_hidden(pins.with_chips(view, chips), Ref("event", record))
    told = f"That is hidden by {blamed}; {{chip.clear}} shows everything."
    assert reason == (told if blamed else None)


def test_what_hides_a_record_only_together_is_named_together() -> None:
    view = view_of(TWO_LANES)
    # He is in events of the south and in one of peace, but in none of both.
    chips = [pins.chip(view.timeline, SOUTH), pins.chip(view.timeline, Facet("tag", "peace"))]
    reason = why_hidden(pins.with_chips(view, chips), Ref("actor", "bob"))
    assert reason is not None
    assert "thread:The south and tag:peace" in reason


async def test_the_title_says_where_on_the_trail_this_is() -> None:
    async with acting(TWO_LANES) as reader:
        assert "‹" not in reader.rows[0]
        await reader.pilot.press("space", "x", "H")
        assert "‹2/3›" in reader.rows[0]


async def test_frozen_the_cursor_moves_and_detail_stays() -> None:
    async with acting(FOUR_DAYS, (160, 45)) as reader:
        await reader.pilot.press("F", "j", "j")
        assert (reader.here, reader.cursors.split()[0]) == ("events annexed", "sochi")
        assert "frozen (F thaws)" in reader.rows[1]
        await reader.pilot.press("F")
        assert reader.here == "events sochi"
        assert "frozen" not in reader.text


# The mouse


async def test_a_click_on_a_chip_drops_it() -> None:
    async with acting(TWO_LANES, (160, 45)) as reader:
        await reader.pilot.press("space", "2", "j", "space", "f", *"war", "enter")
        labels = [chip.label for chip in reader.view.chips]
        assert labels == ["thread:The north", "actor:Bob", "war"]
        column = reader.rows[1].index("actor:Bob")
        await reader.pilot.click("#chips", offset=(column, 0))
        assert [chip.label for chip in reader.view.chips] == ["thread:The north", "war"]
        await reader.pilot.click("#chips", offset=(reader.rows[1].rindex(DROP), 0))
        assert [chip.label for chip in reader.view.chips] == ["thread:The north"]
        await reader.pilot.click("#chips", offset=(100, 0))
        assert len(reader.view.chips) == 1
        assert reader.view.trail.place == (6, 6)
