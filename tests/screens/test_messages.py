"""What is said at the foot of the screen is there to the last word, at every width."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

import tui
from screens.acting import acting, opening
from tui.actions import told
from tui.panes.bars import Footer
from view.histories import FOUR_DAYS

ROOT = Path(tui.__file__).parent
OF_TALKS = {"follow", "present", "presenting", "sharing", "speaker"}
"""Where nothing may grow below the slide, beside which the time may stand."""
LONG = "There is a lot to say about this event, and all of it is of some use to whoever reads it."


def sentences() -> Iterator[tuple[str, str]]:
    """Every sentence that is written out where something is said, and where that is."""
    for path in (
        *ROOT.glob("screens/*.py"),
        ROOT / "view" / "marks.py",
        ROOT / "view" / "chips.py",
    ):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        parts = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.JoinedStr)
            for part in node.values
        }
        told_of = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
                is_whole = id(node) not in parts | told_of
                if is_whole and text.endswith(".") and (text[0].isupper() or text[0] == "{"):
                    yield path.stem, told(text, {})


def test_every_sentence_has_room_in_a_terminal_of_80_columns() -> None:
    found = [sentence for _, sentence in sentences()]
    assert len(found) > 60
    assert [each for each in found if cell_len(each) > 78] == []


def test_every_sentence_of_a_talk_has_room_in_60_columns() -> None:
    found = [sentence for where, sentence in sentences() if where in OF_TALKS]
    assert len(found) > 10
    assert [each for each in found if cell_len(each) > 56] == []


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (80, 24), (160, 45)], ids=str)
async def test_a_long_message_takes_as_many_rows_as_it_needs(size: tuple[int, int]) -> None:
    async with acting(FOUR_DAYS, size) as reader:
        before = reader.rows
        reader.app.screen.query_one(Footer).message = LONG
        await reader.pilot.pause()
        rows = -(-len(LONG) // (size[0] - 2))
        assert " ".join(" ".join(reader.rows[-rows:]).split()) == LONG
        assert reader.rows[: -rows - 1] == before[: -rows - 1]
        await reader.pilot.press("k")
        assert reader.rows == before


async def test_a_message_that_is_too_long_for_that_says_that_it_goes_on() -> None:
    async with acting(FOUR_DAYS, (40, 10)) as reader:
        reader.app.screen.query_one(Footer).message = " ".join(str(number) for number in range(99))
        await reader.pilot.pause()
        assert [row.split()[0] for row in reader.rows[-3:]] == ["0", "16", "29"]
        assert reader.foot.endswith("…")


async def test_a_message_takes_other_rows_at_another_width() -> None:
    async with acting(opening(FOUR_DAYS), (160, 45)) as reader:
        reader.app.screen.query_one(Footer).message = LONG
        await reader.pilot.pause()
        await reader.resize(60, 20)
        assert " ".join(" ".join(reader.rows[-2:]).split()) == LONG
        await reader.resize(160, 45)
        assert reader.foot == LONG
