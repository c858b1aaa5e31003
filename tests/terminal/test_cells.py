"""How text falls into the cells of a row."""

import pytest
from rich.cells import get_character_cell_size

from tui.terminal.cells import UNKNOWN, Row, is_narrow


def row(text: str, width: int = 6) -> Row:
    made = Row(width)
    made.put(0, text, 1)
    return made


def test_what_is_taken_for_narrow_is_narrow() -> None:
    characters = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x3000))]
    narrow = [character for character in characters if is_narrow(character)]
    assert len(narrow) > 1000
    assert {get_character_cell_size(character) for character in narrow} == {1}


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("abc", ["a", "b", "c"], id="ascii"),
        pytest.param("a世b", ["a", "世", "", "b"], id="wide"),
        pytest.param("cafe\u0301", ["c", "a", "f", "e\u0301"], id="marks"),
        pytest.param("❤️x", ["❤️", "", "x"], id="a variation selector widens"),
        pytest.param("👩‍🚀x", ["👩‍🚀", "", "x"], id="a joiner joins"),
        pytest.param("abcdefgh", list("abcdef"), id="cut off"),
        pytest.param("abcde世", ["a", "b", "c", "d", "e", " "], id="half of a wide one is blank"),
        pytest.param("\u0301a", ["a"], id="marks without a letter"),
    ],
)
def test_text_falls_into_cells(text: str, cells: list[str]) -> None:
    assert row(text).text == cells + [UNKNOWN] * (6 - len(cells))


def test_marks_join_the_cell_before() -> None:
    made = row("世a")
    made.put(2, "\u0301", 1)
    made.put(3, "\u0302", 1)
    made.put(0, "\u0303", 1)
    assert made.text[:3] == ["世\u0301", "", "a\u0302"]


@pytest.mark.parametrize(
    ("x", "text", "cells"), [(1, "x", [" ", "x", "界", ""]), (1, "世", [" ", "世", "", " "])]
)
def test_the_other_half_of_a_wide_character_goes(x: int, text: str, cells: list[str]) -> None:
    made = row("世界")
    made.put(x, text, 1)
    assert made.text[:4] == cells


def test_a_narrower_row_has_no_half_of_a_wide_character() -> None:
    assert row("a世").resized(2).text == ["a", " "]
    assert row("a世").resized(8).text == ["a", "世", "", *[UNKNOWN] * 5]


def test_a_shape_has_one_character_for_each_cell() -> None:
    assert row("ab│").shape() == f"ab│{UNKNOWN * 3}"
    assert row("世e\u0301").shape() == f"世{UNKNOWN}e{UNKNOWN * 3}"
