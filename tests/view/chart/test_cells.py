"""Cells: a row keeps its width, whatever is painted on it."""

from hypothesis import given
from hypothesis import strategies as st

from strategies import texts
from tui.view.chart.cells import Cells
from tui.view.line import plain, width_of

PAINTED = st.tuples(st.integers(-20, 60), texts(), st.sampled_from(["text", "dim", "accent"]))


@given(st.integers(0, 50), st.lists(PAINTED, max_size=6))
def test_a_row_keeps_its_width(width: int, painted: list[tuple[int, str, str]]) -> None:
    cells = Cells(width)
    for column, text, tone in painted:
        cells.paint(column, text, "accent" if tone == "accent" else "dim")
    assert width_of(cells.line()) == width


def test_later_paint_covers() -> None:
    cells = Cells(10)
    cells.paint(0, "0123456789", "dim")
    other = cells.copy()
    cells.paint(8, "ABC", "accent")
    assert [(span.text, span.tone) for span in cells.line()] == [
        ("01234567", "dim"),
        ("AB", "accent"),
    ]
    assert plain(other.line()) == "0123456789"


def test_half_a_wide_character_is_none() -> None:
    cells = Cells(6)
    cells.paint(0, "日本語", "dim")
    cells.paint(1, "x", "dim")
    cells.paint(4, "y", "dim")
    assert plain(cells.line()) == " x本y "


def test_a_wide_character_is_not_cut_at_either_end() -> None:
    cells = Cells(5)
    cells.paint(-1, "日本語", "dim")
    assert plain(cells.line()) == " 本語"
    cells = Cells(5)
    cells.paint(0, "日本語", "dim")
    assert plain(cells.line()) == "日本 "


def test_blanks_take_the_tone_before_them() -> None:
    cells = Cells(12)
    cells.paint(2, "ab", "dim")
    cells.paint(6, "cd", "dim")
    cells.paint(9, "e", "accent")
    assert [span.text for span in cells.line()] == ["  ab  cd ", "e  "]


def test_blanks_beside_what_is_on_a_bar_are_blank() -> None:
    cells = Cells(8)
    cells.paint(3, "2", "on-dim")
    assert [(span.text, span.tone) for span in cells.line()] == [
        ("   ", "text"),
        ("2", "on-dim"),
        ("    ", "text"),
    ]
    cells.paint(4, "██", "dim")
    assert [span.text for span in cells.line()] == ["   ", "2", "██  "]
