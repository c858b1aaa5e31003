"""The prompt: what is typed for a search, a filter or a date, and what comes of it."""

import pytest
from textual.events import Paste
from textual.widgets import Input

from screens.acting import acting
from screens.prompting import hint, is_wrong, prompt, state, typing
from view.histories import FOUR_DAYS, TWO_LANES, ids

# What keys make of it


@pytest.mark.parametrize(
    ("keys", "expected", "line"),
    [
        pytest.param('/|"the war"', "one /the war [-] 1", "/the war 1/2", id="while it is typed"),
        pytest.param('/|"feast"|enter', "five /feast [-] 1", "", id="meant"),
        pytest.param('/|"the war"|enter n', "three /the war [-] 1", "", id="the next"),
        pytest.param('/|"the war"|enter N', "three /the war [-] 1", "", id="the one before"),
        pytest.param('/|"feast"|escape', "one - [-] 1", "", id="left again"),
        pytest.param('/|"zzz"', "one /zzz [-] 1", "/zzz not found", id="not found"),
        pytest.param('/|"zzz"|enter', "one /zzz [-] 1", "", id="not found, and meant"),
        pytest.param("/ enter", "one - [-] 1", "", id="nothing typed"),
        pytest.param('/|"feast"|backspace', "five /feas [-] 1", "/feas 1/1", id="a letter less"),
        pytest.param('f|"siege"', "two - [siege] 1", "f siege 1 of 6", id="a filter"),
        pytest.param('f|"siege"|enter', "two - [siege] 2", "", id="a filter that is meant"),
        pytest.param('f|"siege"|escape', "one - [-] 1", "", id="a filter that is not"),
        pytest.param('f|"zzz"', "- - [zzz] 1", "f zzz 0 of 6", id="a filter without a match"),
        pytest.param("f enter", "one - [-] 1", "", id="no filter"),
        pytest.param('f|"  "|enter', "one - [-] 1", "", id="blanks"),
        pytest.param('t|"2010"', "four - [-] 1", "t 2010", id="a date"),
        pytest.param('t|"2010"|enter', "four - [-] 2", "", id="a date that is meant"),
        pytest.param('t|"may 2010"|enter', "four - [-] 2", "", id="in words"),
        pytest.param('t|"2010"|escape', "one - [-] 1", "", id="a date that is not"),
        pytest.param("t enter", "one - [-] 1", "", id="no date"),
    ],
)
async def test_keys_at_the_prompt(keys: str, expected: str, line: str) -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, keys)
        assert (state(reader), prompt(reader)) == (expected, line)


async def test_what_was_found_is_underlined_and_no_blank_behind_it() -> None:
    async with acting(FOUR_DAYS) as reader:
        await typing(reader, '/|"in sochi"|enter')
        events = reader.app.screen.query_one("#events")
        segments = [each for y in range(events.size.height) for each in events.render_line(y)]
        lines = [each.text for each in segments if each.style and each.style.underline]
        assert lines == ["in Sochi"]


async def test_escape_undoes_one_layer_at_a_time() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, '2 z|/|"a"|enter|/|"b"')
        walk = [f"{reader.here} {state(reader)} {prompt(reader)}".strip()]
        for _ in range(4):
            await reader.pilot.press("escape")
            walk.append(f"{reader.here} {state(reader)} {prompt(reader)}".strip())
        assert walk == [
            "actors bob zoomed two /b [-] 1 /b 1/1",
            "actors ann zoomed one /a [-] 1",
            "actors ann zoomed one - [-] 1",
            "actors ann one - [-] 1",
            "events one one - [-] 1",
        ]


async def test_letters_are_text_and_no_keys() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, '/|"jkqzxXnNgGFsT?! 12,."')
        assert prompt(reader) == "/jkqzxXnNgGFsT?! 12,. not found"
        assert (reader.here, reader.app.return_code) == ("events one", None)
        await typing(reader, "escape|j")
        assert reader.here == "events two"


async def test_ctrl_c_leaves_the_prompt_and_not_the_program() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, '/|"feast"|ctrl+c')
        assert (prompt(reader), state(reader), reader.app.return_code) == (
            *("", "one - [-] 1", None),
        )


async def test_a_search_that_goes_round_says_so() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, '/|"feast"|enter n')
        assert reader.foot == "Round the end of the list."
        await reader.pilot.press("N")
        assert reader.foot == "Round its beginning."


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("n", "Nothing was searched for; / does."),
        ('/|"zzz"|enter n', "zzz is nowhere in this list."),
    ],
)
async def test_where_there_is_no_next_place_it_says_why(keys: str, message: str) -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, keys)
        assert reader.foot == message


# Hints


async def test_mistakes_stand_in_the_hint_in_a_tone_of_their_own() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, 'f|"on:2014-13 "')
        assert "month" in hint(reader)
        assert is_wrong(reader)
        await typing(reader, '|ctrl+u|"actor:an"')
        assert hint(reader).startswith("Ann")
        assert not is_wrong(reader)


async def test_an_empty_prompt_says_what_its_keys_do_until_something_is_typed() -> None:
    async with acting(TWO_LANES, (160, 30)) as reader:
        await reader.pilot.press("slash")
        assert hint(reader) == "Ctrl+t filters · ↑ earlier · Esc leaves"
        await reader.pilot.press("w")
        assert "Esc leaves" not in reader.text
        await reader.pilot.press("backspace", "ctrl+t")
        keys = "Tab completes · Ctrl+t searches · ↑ earlier · Esc leaves"
        assert hint(reader).startswith(f"{keys}  actor:")
        await typing(reader, '"tag:"')
        assert hint(reader).startswith("war")


async def test_a_name_that_nothing_has_is_doubted() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, 'f|"thread:sout,nroth "')
        assert hint(reader) == 'no thread is called "nroth"; did you mean The north?'
        assert is_wrong(reader)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (160, 45)], ids=str)
async def test_a_key_that_there_is_not_is_refused_with_all_that_there_are(
    size: tuple[int, int],
) -> None:
    async with acting(TWO_LANES, size) as reader:
        await typing(reader, 'f|"foo:bar"|enter')
        assert (prompt(reader), is_wrong(reader)) == ("f foo:bar 6 of 6", True)
        assert state(reader) == "one - [foo:bar] 1"
        said = " ".join(reader.text.split())
        assert 'there is no key "foo:" (keys: actor, source, thread, tag, place, kind' in said
        assert "has, on, before, after; in quotes it is text)" in said
        await typing(reader, 'ctrl+u|"https://x 12:30"|enter')
        assert (prompt(reader), state(reader)) == ("", "- - [https://x 12:30] 2")


async def test_a_date_that_is_none_keeps_the_prompt_open() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, 't|"03/04/2022"|enter')
        assert (prompt(reader), is_wrong(reader)) == ("t 03/04/2022", True)
        both = "03/04/2022 may be 2022-04-03 or 2022-03-04; Tab chooses"
        assert (state(reader), hint(reader)) == ("one - [-] 1", both)
        await typing(reader, 'ctrl+u|"2011"|enter')
        assert (prompt(reader), state(reader)) == ("", "six - [-] 2")


@pytest.mark.parametrize(
    ("keys", "typed", "meant", "event"),
    [
        ("tab", "t 2010-05-06", "6 May 2010", "five"),
        ("tab tab", "t 2010-06-05", "5 June 2010", "six"),
        ("tab tab tab", "t 2010-05-06", "6 May 2010", "five"),
    ],
)
async def test_tab_chooses_what_an_ambiguous_date_means(
    keys: str, typed: str, meant: str, event: str
) -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, f't|"06/05/2010"|{keys}')
        assert (prompt(reader), hint(reader), is_wrong(reader)) == (typed, meant, False)
        await reader.pilot.press("enter")
        assert state(reader) == f"{event} - [-] 2"


async def test_a_date_says_what_it_takes_and_how_it_is_understood() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("t")
        assert hint(reader) == "2013 · 2013-06 · Sep 2022 · 3 Sep 2022 · +6m · -1y"
        await typing(reader, '"6 may 2010"')
        assert (hint(reader), is_wrong(reader)) == ("6 May 2010", False)


@pytest.mark.parametrize(
    ("step", "expected"), [("+5m", "two"), ("+1y", "three"), ("+20y", "six"), ("-1y", "one")]
)
async def test_a_date_may_be_so_far_from_here(step: str, expected: str) -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, f't|"{step}"|enter')
        assert state(reader).startswith(expected)


async def test_where_a_date_has_no_events_it_is_said_once_it_is_meant() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, 't|"2005"')
        assert hint(reader) == "2005"
        await reader.pilot.press("enter")
        assert reader.foot == "Nothing in 2005: the next is 1 May 2010."
        await typing(reader, 't|"2010"|enter')
        assert "Nothing" not in reader.foot


# Completion


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        pytest.param('"thr"|tab', "thread:", id="a key"),
        pytest.param('"thr"|tab tab', "thread:north", id="then its first value"),
        pytest.param('"thr"|tab tab tab', "thread:south", id="the next"),
        pytest.param('"thr"|tab tab tab tab', "thread:north", id="and round"),
        pytest.param('"a"|tab', "actor:", id="the first of several"),
        pytest.param('"a"|tab tab', "after:", id="the second"),
        pytest.param('"a"|shift+tab', "after:", id="the last"),
        pytest.param('"a"|tab shift+tab', "after:", id="back from the first"),
        pytest.param('"thread:s"|tab|" war"', "thread:south war", id="and on"),
        pytest.param('"war thread:s"|tab', "war thread:south", id="behind a word"),
        pytest.param('"zzz"|tab', "zzz", id="nothing to complete"),
    ],
)
async def test_tab_completes_a_filter(keys: str, text: str) -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, f"f|{keys}")
        assert reader.app.screen.query_one(Input).value == text


async def test_what_was_offered_before_is_not_offered_again() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, 'f|"a"|tab|escape|f|"war thr"|tab')
        assert reader.app.screen.query_one(Input).value == "war thread:"


# History


async def test_what_was_typed_comes_back() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, 'f|"siege"|enter|X|f|"feast"|enter|X|f|"w"')
        recalled = []
        for key in ("up", "up", "up", "down", "down", "down"):
            await reader.pilot.press(key)
            recalled.append(prompt(reader))
        assert recalled == [
            *("f feast 1 of 6", "f siege 1 of 6", "f siege 1 of 6"),
            *("f feast 1 of 6", "f w 6 of 6", "f w 6 of 6"),
        ]


async def test_each_kind_has_its_own_and_what_is_left_is_not_kept() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, '/|"feast"|escape|/|"the war"|enter|/|"the war"|enter|/ up')
        assert prompt(reader) == "/the war 1/2"
        await typing(reader, "up")
        assert prompt(reader) == "/the war 1/2"
        await typing(reader, "escape|f up")
        assert prompt(reader) == "f 6 of 6"


# Switching


async def test_a_search_becomes_a_filter_and_back() -> None:
    async with acting(TWO_LANES) as reader:
        await typing(reader, '/|"feast"|ctrl+t')
        assert (prompt(reader), state(reader)) == ("f feast 1 of 6", "five - [feast] 1")
        await typing(reader, "ctrl+t")
        assert (prompt(reader), state(reader)) == ("/feast 1/1", "five /feast [-] 1")
        assert ids(reader.view, "events") == "one two three four five six"
        await typing(reader, "ctrl+t enter")
        assert state(reader) == "five - [feast] 2"


# Pastes


async def test_a_paste_of_several_lines_is_one_line() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("slash")
        field = reader.app.screen.query_one(Input)
        field.post_message(Paste("the\nwar\r\n ends\n"))
        await reader.pilot.pause()
        assert prompt(reader) == "/the war ends 1/1"
        await reader.pilot.press("left", "left")
        field.post_message(Paste(""))
        field.post_message(Paste("\n"))
        field.post_message(Paste("x"))
        await reader.pilot.pause()
        assert prompt(reader) == "/the war enxds not found"


async def test_markup_and_escape_sequences_are_text() -> None:
    async with acting(TWO_LANES) as reader:
        await reader.pilot.press("f")
        field = reader.app.screen.query_one(Input)
        field.post_message(Paste("[red]x[/] \x1b[31m"))
        await reader.pilot.pause()
        assert "[red]x[/]" in prompt(reader)
        assert not any("\x1b" in row for row in reader.rows)
        await reader.pilot.press("enter")
        assert not any("\x1b" in row for row in reader.rows)


# Small screens


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (160, 45)], ids=str)
async def test_it_has_the_last_rows_at_every_size(size: tuple[int, int]) -> None:
    async with acting(FOUR_DAYS, size) as reader:
        before = reader.rows
        await typing(reader, 'f|"actor:pu"')
        assert prompt(reader).startswith("f actor:pu")
        assert prompt(reader).endswith("2 of 4")
        assert hint(reader) == "Vladimir Putin"
        assert "Assad meets Put" in reader.text
        await reader.pilot.press("escape")
        assert reader.rows == before


async def test_where_there_is_no_room_it_waits() -> None:
    async with acting(FOUR_DAYS, (80, 24)) as reader:
        await typing(reader, '/|"talks"')
        await reader.resize(30, 8)
        assert "Terminal too small" in reader.text
        await reader.resize(80, 24)
        assert prompt(reader) == "/talks 1/1"
