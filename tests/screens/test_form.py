"""The form of a record: what keys do in it, and what becomes of the file."""

from pathlib import Path

import pytest

from screens.typing_in import FILE, typing

CHANGES = [
    pytest.param(
        'i tab end "s" ctrl+s w',
        'title: "Assad meets Putin"',
        'title: "Assad meets Putins"',
        "Changed the title of sochi. u undoes it, w saves.",
        id="a title",
    ),
    pytest.param(
        'f2 ctrl+u "Sep_2022" ctrl+s w',
        "date: 2018-05-17   #",
        "date: 2022-09   #",
        "Changed the date of sochi. u undoes it, w saves.",
        id="a date as people say it",
    ),
    pytest.param(
        'i tab tab tab tab tab ",_al-ass" enter backspace backspace tab ctrl+s w',
        "actors: [putin]",
        "actors: [putin, assad]",
        "Changed the actors of sochi. u undoes it, w saves.",
        id="an actor by name",
    ),
    pytest.param(
        'i tab tab tab tab tab ctrl+u "vov" tab ctrl+s w',
        "actors: [putin]",
        "actors: [putin]",
        "Nothing has changed.",
        id="an actor by an alias",
    ),
    pytest.param(
        "i shift+tab shift+tab shift+tab shift+tab shift+tab shift+tab ctrl+u ctrl+s w",
        "    confidence: high\n",
        "",
        "Changed the confidence of sochi. u undoes it, w saves.",
        id="a field is emptied",
    ),
    pytest.param(
        'i shift+tab shift+tab "One." enter "Two." ctrl+s w',
        "    sources: [essay]\n",
        "    sources: [essay]\n",
        "Changed the notes of sochi. u undoes it, w saves.",
        id="prose",
    ),
    pytest.param(
        "3 i tab down down enter ctrl+s w",
        "speaker: putin\n",
        "speaker: putin\n        checked: essay\n",
        "Changed the checked of sochi.q1. u undoes it, w saves.",
        id="a choice from the list",
    ),
    pytest.param(
        '2 i end "_2" ctrl+s w',
        "putin: {name: Vladimir Putin,",
        "putin: {name: Vladimir Putin 2,",
        "Changed the name of putin. u undoes it, w saves.",
        id="an actor in braces",
    ),
]


@pytest.mark.parametrize(("keys", "old", "new", "said"), CHANGES)
async def test_what_is_typed_is_in_the_file(
    path: Path, keys: str, old: str, new: str, said: str
) -> None:
    *typed, save = keys.split()
    async with typing(path) as typist:
        await typist.press(" ".join(typed))
        assert typist.form is None
        assert typist.reader.foot == said
        await typist.press(save)
        expected = FILE.replace(old, new)
        if "notes" in said:
            expected = expected.replace(
                "  - id: talks", "    notes: >-\n      One.\n\n      Two.\n  - id: talks"
            )
        assert typist.text == expected


async def test_another_id_is_followed_by_what_refers_to_it(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press('2 i tab end "2"')
        assert "what refers to putin follows" in typist.reader.text
        await typist.press('shift+tab end "_II" ctrl+s')
        assert typist.reader.foot == "Changed the name and id of putin. u undoes it, w saves."
        assert typist.reader.here == "actors putin2"
        await typist.press("w")
        expected = FILE.replace("putin: {name: Vladimir Putin", "putin2: {name: Vladimir Putin II")
        expected = expected.replace("[putin]", "[putin2]")
        assert typist.text == expected.replace("speaker: putin", "speaker: putin2")
        await typist.press('1 i tab tab ctrl+u "talks" ctrl+s')
        assert "✗ there is an event of that id already" in typist.reader.text


async def test_esc_asks_only_where_something_was_typed(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press("i escape")
        assert typist.form is None
        await typist.press('i tab "x" escape')
        assert typist.is_asked
        await typist.press("escape")
        assert typist.form is not None
        assert typist.form.texts["title"] == "Assad meets Putinx"
        await typist.press("escape down down enter")
        assert typist.form is None
        assert typist.reader.view.unsaved == 0


async def test_what_was_typed_can_be_applied_when_leaving(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press('i tab "x" ctrl+q down enter')
        assert typist.form is None
        assert typist.reader.view.timeline.events[0].title == "Assad meets Putinx"


async def test_a_mistake_is_gone_to_and_said(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press('i ctrl+u "soon" tab tab ctrl+s')
        assert typist.form is not None
        assert "✗ write 2014, 2014-03" in typist.reader.text
        assert "▸date" in typist.reader.text
        await typist.press('ctrl+u "2014" ctrl+s')
        assert typist.form is None


async def test_an_id_that_there_is_not_is_told_when_the_field_is_left(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press('i tab tab tab tab tab ctrl+u "qqqq" tab')
        assert '✗ there is no actor "qqqq"' in typist.reader.text
        assert "▸tags" in typist.reader.text


async def test_a_list_opens_and_closes(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press("i tab tab tab tab tab ctrl+u down")
        assert "▸ assad  Bashar al-Assad" in typist.reader.text
        await typist.press("up")
        assert "▸ russia Russia" in typist.reader.text
        await typist.press("escape")
        assert "Bashar" not in typist.reader.text
        assert typist.form is not None
        await typist.press("down down tab")
        assert typist.form.texts["actors"] == "putin, "


@pytest.mark.parametrize(
    ("typed", "keys", "speaker", "actor"),
    [
        ('"A_nurse"', "enter", "nurse", "  nurse: {name: A nurse}\n"),
        ('"lavrov"', "enter", "lavrov", "  lavrov: {name: Lavrov}\n"),
        ('"A_nurse"', "down enter", "A nurse", ""),
    ],
    ids=["by name", "by id", "left at the name"],
)
async def test_a_speaker_who_is_no_actor_is_asked_about(
    path: Path, typed: str, keys: str, speaker: str, actor: str
) -> None:
    async with typing(path) as typist:
        await typist.press(f"3 i ctrl+u {typed} ctrl+s")
        assert typist.is_asked
        await typist.press(f"{keys} w")
        russia = "  russia: {name: Russia}\n"
        expected = FILE.replace("speaker: putin", f"speaker: {speaker}")
        assert typist.text == expected.replace(russia, russia + actor)
        await typist.press("u")
        assert typist.reader.foot == "Undid the speaker of sochi.q1."


async def test_what_another_program_wrote_meanwhile_leaves_the_form_open(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press("i tab")
        path.write_text(FILE.replace("meets Putin", "visits Putin"), encoding="utf-8")  # noqa: ASYNC240, a few bytes
        await typist.press('escape r i tab "x"')
        assert typist.form is not None
        assert typist.form.texts["title"] == "Assad visits Putinx"


async def test_what_is_locked_is_refused_with_the_reason(path: Path) -> None:
    async with typing(path, locked="Nothing is edited here.") as typist:
        await typist.press("i")
        assert typist.form is None
        assert typist.reader.foot == "Nothing is edited here."


SIZES = [(40, 10), (41, 11), (60, 20), (80, 24), (100, 30), (160, 45), (20, 5), (1, 1)]


async def test_it_survives_every_size(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press('i tab "x" tab tab tab')
        for width, height in SIZES:
            await typist.reader.resize(width, height)
            await typist.press("down escape tab shift+tab")
            assert len(typist.reader.rows) == height
        assert typist.form is not None
        assert typist.form.texts["title"] == "Assad meets Putinx"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_opens_at_every_size(path: Path, size: tuple[int, int]) -> None:
    async with typing(path, size) as typist:
        await typist.press('i tab "x"')
        assert typist.form is not None
        assert typist.form.texts["title"] == "Assad meets Putinx"


async def test_where_the_keys_go_is_in_sight(path: Path) -> None:
    async with typing(path, (60, 14)) as typist:
        await typist.press("i")
        for field in ("date", "title", "id", "thread", "place", "actors", "tags", "basis"):
            assert f"▸{field}" in typist.reader.text
            await typist.press("tab")
        await typist.press("shift+tab " * 9)
        assert "▸url" in typist.reader.text


async def test_the_terminals_cursor_is_where_something_is_typed(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press("i tab")
        line = typist.reader.app.cursor_position
        row = typist.reader.rows[line.y]
        assert row[: line.x].rstrip().endswith("Assad meets Putin")
        await typist.press('shift+tab shift+tab shift+tab "Words"')
        prose = typist.reader.app.cursor_position
        assert typist.reader.rows[prose.y][: prose.x].endswith("Words")
