"""Help: every action over the screen that it was asked from, ours first, and it runs them."""

import re

import pytest

from screens.acting import acting, opening
from tui.actions import ACTIONS, keys_label
from tui.screens.help import help_menu, ours_first, signs_of
from tui.screens.opening import Beginning
from tui.settings.settings import Settings
from view.histories import FOUR_DAYS


def test_it_has_every_action_once() -> None:
    listed = help_menu("events", lambda each: each.keys).find("").entries
    assert sorted(each.value.id for each in listed if each.value) == sorted(
        each.id for each in ACTIONS
    )
    assert {each.text for each in listed} == {f"{each.label}. {each.help}" for each in ACTIONS}
    assert {each.head for each in listed} == {keys_label(each.keys) for each in ACTIONS}


def test_in_the_chart_its_key_leads_to_the_list() -> None:
    listed = help_menu("events", lambda each: each.keys, in_chart=True).find("").entries
    actions = [each for each in listed if each.value]
    assert [each.value and each.value.id for each in actions] == [
        each.id for each in ours_first("events")
    ]
    (back,) = [each.text for each in listed if each.value and each.value.id == "chart"]
    assert back == "List. Show the events as a list again, instead of the chart."


def test_what_is_for_the_pane_comes_first_and_what_is_for_others_last() -> None:
    for pane in ("events", "sources", "detail", "problems"):
        order = [
            "ours" if pane in each.panes else "theirs" if each.panes else "all"
            for each in ours_first(pane)
        ]
        assert order == sorted(order, key=["ours", "all", "theirs"].index)
    assert [each.id for each in ours_first("detail")][:2] == ["detail.down", "detail.up"]


@pytest.mark.parametrize(
    ("typed", "explained"),
    [
        ("hollow", "○  In the chart: about then, or some day in it. The point is hollow."),
        ("shaded", "░ ▒ ▓  In the chart: perhaps."),
        ("claim disputed", "✗  In lists: a claim, disputed. The record says otherwise."),
        ("circa", "c. Dec  In lists: about then. The date is approximate (circa)."),
        ("thread syria", "▌  In colour: the thread Syria."),
        ("found no row", "+N  In the chart: so many that found no row. Enter lists them."),
    ],
)
async def test_it_finds_what_a_sign_means(typed: str, explained: str) -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("question_mark", *typed)
        found = " ".join(reader.text.split())
        assert " ".join(explained.split()) in found


async def test_a_legend_has_all_signs_and_those_of_what_is_shown_first() -> None:
    async with acting(FOUR_DAYS, (100, 60)) as reader:
        await reader.pilot.press("question_mark", *"legend")
        assert "▸▸" in reader.text
        assert "the row that the cursor is on" in reader.rows[_first(reader.rows)]
        await reader.pilot.press("escape", "v", "question_mark", *"legend")
        assert "In the chart: a day." in reader.rows[_first(reader.rows)]


def _first(rows: list[str]) -> int:
    """The row of the first entry."""
    return next(at for at, row in enumerate(rows) if "› legend" in row) + 1


async def test_a_sign_runs_nothing() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("j", "question_mark", *"hollow", "enter", "j")
        assert "Esc closes" not in reader.text
        assert reader.here == "events sochi"


@pytest.mark.parametrize("key", ["escape", "f1", "ctrl+c"])
async def test_it_closes(key: str) -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("j", "f1")
        assert "Esc closes" in reader.text
        await reader.pilot.press(key, "j")
        assert "Esc closes" not in reader.text
        assert reader.here == "events sochi"


async def test_it_finds_and_runs_an_action() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("question_mark", *"quoted sources", "enter")
        assert reader.here == "sources always"
        await reader.pilot.press("question_mark", *"last row", "enter")
        assert reader.here == "sources tass"


@pytest.mark.parametrize("key", ["question_mark", "colon"])
async def test_the_key_of_the_chart_is_called_by_where_it_leads(key: str) -> None:
    async with acting(FOUR_DAYS, (160, 45)) as reader:
        await reader.pilot.press(key, *"lanes over time")
        assert "Show the events as a chart of lanes over time, or as a list" in reader.text
        await reader.pilot.press("enter", key, *"list again")
        assert "Show the events as a list again, instead of the chart." in reader.text
        await reader.pilot.press("enter")
        assert not reader.view.charted


async def test_an_action_that_cannot_act_says_why() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("f1", *"drop every", "enter")
        assert reader.foot == "Nothing is filtered."


async def test_it_names_the_keys_that_the_reader_has_set() -> None:
    given = opening(FOUR_DAYS)
    settings = Settings(keys={"freeze": ("ctrl+y", "W")})
    begun = Beginning(given.beginning.palettes, given.beginning.view, settings)
    async with acting(given._replace(beginning=begun)) as reader:
        await reader.pilot.press("question_mark", *"keep the other")
        assert "Ctrl+y W" in reader.text


async def test_it_is_read_to_its_end_on_a_small_screen() -> None:
    async with acting(FOUR_DAYS, (40, 10)) as reader:
        await reader.pilot.press("question_mark")
        seen = reader.text
        for _ in range(80):
            await reader.pilot.press("pagedown")
            seen += reader.text
        missing = [each.id for each in ACTIONS if each.help.split()[0] not in seen]
        assert missing == []
        assert "Esc closes" in reader.rows[-1]


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20), (40, 10)], ids=str)
async def test_it_says_how_far_it_is_seen_and_that_it_goes_on(size: tuple[int, int]) -> None:
    async with acting(FOUR_DAYS, size) as reader:
        await reader.pilot.press("question_mark")
        foot = reader.rows[-1] if size[1] < 32 else reader.text
        said = re.search(r" (\d+)/(\d+) ↓ ━┛", foot)
        assert said is not None
        seen, count = map(int, said.groups())
        assert 0 < seen < count == len(ACTIONS) + len(signs_of(reader.view))
        last = help_menu("events", lambda each: each.keys).find("").entries[seen - 1]
        assert last.text.split(". ")[1].split()[-1] in reader.text
        await reader.pilot.press("ctrl+end")
        assert f" {count}/{count} ━┛" in reader.text


async def test_what_is_in_sight_whole_is_not_counted() -> None:
    async with acting(FOUR_DAYS, (80, 24)) as reader:
        await reader.pilot.press("question_mark", *"quoted sources")
        assert "┗━━" in reader.text
        assert not re.search(r"\d+/\d+( ↓)? ━┛", reader.text)


async def test_ctrl_q_leaves_from_help() -> None:
    async with acting(FOUR_DAYS) as reader:
        await reader.pilot.press("question_mark", "ctrl+q")
        assert reader.app.return_code == 0


async def test_a_letter_that_draws_the_screen_again_is_text_in_a_field() -> None:
    given = opening(FOUR_DAYS)
    settings = Settings(keys={"redraw": ("R", "ctrl+y")})
    begun = Beginning(given.beginning.palettes, given.beginning.view, settings)
    async with acting(given._replace(beginning=begun)) as reader:
        await reader.pilot.press("question_mark", "R", "ctrl+y", "R")
        assert "› RR" in reader.text
