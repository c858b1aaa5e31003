"""Saving by keys: what to do where another program wrote the file, and with edits on leaving."""

from pathlib import Path

import pytest

from screens.typing_in import FILE, Typist, typing
from tui.document.document import opened
from tui.document.editing.edit import Set
from tui.document.recovery import Recovery, orphans
from tui.timeline.records import Ref

MINE = 'i tab end "_again" ctrl+s'
"""Changes the title of the first event."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def mine(text: str) -> str:
    return text.replace('"Assad meets Putin"', '"Assad meets Putin again"')


def theirs(text: str) -> str:
    return text.replace("Talks go on", "Talks end")


def clashing(text: str) -> str:
    return text.replace('"Assad meets Putin"', '"They meet"')


def written(path: Path) -> str:
    return path.read_text(encoding="utf-8")


async def edited(typist: Typist, text: str) -> None:
    """Change a title, then have another program write the file."""
    await typist.press(MINE)
    typist.path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("w enter w", mine(theirs(FILE)), id="read again and make mine in it"),
        pytest.param("w down enter", mine(FILE), id="keep mine"),
        pytest.param("w down down down enter w", theirs(FILE), id="drop mine"),
        pytest.param("w down down down enter u w", mine(FILE), id="drop mine and take it back"),
        pytest.param("w escape", theirs(FILE), id="leave it for now"),
    ],
)
async def test_what_another_program_wrote_is_asked_about(
    path: Path, keys: str, expected: str
) -> None:
    async with typing(path) as typist:
        await edited(typist, theirs(FILE))
        await typist.press(keys)
        assert written(path) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("w w w w enter", theirs(FILE), id="the key that asks chooses nothing"),
        pytest.param("w j j k enter", mine(FILE), id="j and k"),
        pytest.param("w k enter w", mine(theirs(FILE)), id="the end of the list"),
    ],
)
async def test_letters_move_in_a_choice(path: Path, keys: str, expected: str) -> None:
    async with typing(path) as typist:
        await edited(typist, theirs(FILE))
        await typist.press(keys)
        assert written(path) == expected


async def test_undo_goes_where_the_change_was(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press(f"{MINE} G u")
        assert typist.reader.here == "events sochi"
        await typist.press("G U")
        assert typist.reader.here == "events sochi"


async def test_nothing_is_undone_where_it_is_not_seen(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press(MINE)
        await typist.reader.resize(30, 8)
        await typist.press("u")
        await typist.reader.resize(80, 24)
        await typist.press("w")
    assert written(path) == mine(FILE)


async def test_read_only_saves_no_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    async with typing(path, locked="No.") as typist:
        await typist.press("w")
        assert typist.reader.foot == "No."
    assert not Path("timeline.yaml").exists()  # noqa: ASYNC240, there is none


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("w enter enter w", clashing(FILE), id="as the other has it"),
        pytest.param("w enter down enter w", mine(FILE), id="as I had it"),
    ],
)
async def test_only_what_both_have_changed_is_asked_about(
    path: Path, keys: str, expected: str
) -> None:
    async with typing(path) as typist:
        await edited(typist, clashing(FILE))
        await typist.press(keys)
        assert written(path) == expected


async def test_the_difference_is_shown_and_the_question_comes_back(path: Path) -> None:
    async with typing(path) as typist:
        await edited(typist, theirs(FILE))
        await typist.press("w down down enter")
        assert "Talks go on" in typist.reader.text
        await typist.press("escape")
        assert "was changed by another program" in typist.reader.text


@pytest.mark.parametrize("leave", ["q", "ctrl+q", "question_mark ctrl+q", "colon ctrl+q"])
async def test_leaving_asks_about_unsaved_edits(path: Path, leave: str) -> None:
    async with typing(path) as typist:
        await typist.press(f"{MINE} {leave}")
        assert "1 unsaved change" in typist.reader.text
        await typist.press("escape")
        assert typist.reader.app.is_running
        await typist.press("q enter")
    assert written(path) == mine(FILE)


async def test_a_difference_has_every_blank_of_the_file(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press(f"{MINE} D")
        text = typist.reader.text
    assert " - " + " " * 5 + 'title: "Assad meets Putin"' in text
    assert "    date: 2018-05-17   # a Thursday" in text


async def test_a_look_at_what_is_unsaved_comes_back_to_the_question(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press(f"{MINE} q down enter")
        assert "Not saved yet" in typist.reader.text
        await typist.press("escape")
        assert "1 unsaved change" in typist.reader.text


def left(path: Path, now: str) -> None:
    """Leave an edit unsaved, as a dateline that was killed does; the file is something now."""
    edit = Set(Ref("event", "sochi"), ("title",), "Mine", "Assad meets Putin")
    keeping = Recovery(path.parent / "state", path)
    keeping.keep(opened(FILE.encode()).edited("the title of sochi", [edit]))
    keeping.release()
    path.write_text(now, encoding="utf-8")


@pytest.mark.parametrize(
    ("now", "keys", "expected"),
    [
        pytest.param(FILE, "enter w", FILE.replace("Assad meets Putin", "Mine"), id="as it was"),
        pytest.param(
            theirs(FILE),
            "enter w",
            theirs(FILE).replace("Assad meets Putin", "Mine"),
            id="changed elsewhere",
        ),
        pytest.param(
            clashing(FILE),
            "enter down enter w",
            FILE.replace("Assad meets Putin", "Mine"),
            id="changed there, mine",
        ),
        pytest.param(clashing(FILE), "enter enter w", clashing(FILE), id="changed there, theirs"),
    ],
)
async def test_what_was_left_unsaved_is_taken_up(
    path: Path, now: str, keys: str, expected: str
) -> None:
    left(path, now)
    async with typing(path) as typist:
        await typist.press("")
        assert "1 change left unsaved the last time" in typist.reader.text
        await typist.press(keys)
        assert written(path) == expected
    assert orphans(path.parent / "state", path) == ()


async def test_what_conflicts_is_kept_until_it_is_decided(path: Path) -> None:
    left(path, clashing(FILE))
    async with typing(path) as typist:
        await typist.press("")
        await typist.press("enter")
        assert "it says something else there by now" in typist.reader.text
        assert len(orphans(path.parent / "state", path)) == 1


async def test_edits_that_are_thrown_away_are_gone(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press(f"{MINE} q down down enter")
    assert written(path) == FILE
    assert orphans(path.parent / "state", path) == ()
