"""Saving by keys: what to do where another program wrote the file, and with edits on leaving."""

from pathlib import Path

import pytest

from screens.typing_in import FILE, Typist, typing
from tui.document.recovery import orphans

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


async def test_edits_that_are_thrown_away_are_gone(path: Path) -> None:
    async with typing(path) as typist:
        await typist.press(f"{MINE} q down down enter")
    assert written(path) == FILE
    assert orphans(path.parent / "state", path) == ()
