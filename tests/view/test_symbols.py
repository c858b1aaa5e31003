"""Every symbol has a stand-in, and what stands in is as wide as what it is for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import tui
from tui.view.symbols import CONSOLE, in_ascii, on_console

ROOT = Path(tui.__file__).parent
DRAWING = (*(ROOT / "view").rglob("*.py"), *(ROOT / "panes").glob("*.py"), *ROOT.glob("*.py"))
DRAWING += tuple((ROOT / "screens").glob("*.py"))
TABLES = {"symbols.py", "bidi.py"}
"""What is about the symbols of others."""


def drawn() -> Iterator[str]:
    """Every symbol in a text of the code that draws."""
    for path in DRAWING:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        says = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree) if path.name not in TABLES else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in says:
                yield from node.value


UNKNOWN = "\N{REPLACEMENT CHARACTER}"
SYMBOLS = sorted(
    {each for each in drawn() if not each.isascii() and each.isprintable()} - {UNKNOWN}
)


def test_there_are_symbols() -> None:
    assert set("▸●▌★❝✗✓≈◇§━─…") <= set(SYMBOLS)


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_every_symbol_has_a_sign_in_ascii(symbol: str) -> None:
    assert in_ascii(symbol).isascii()
    assert in_ascii(symbol) not in {"", "?"}
    assert cell_len(symbol) == 1


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Erdoğan’s “plan” – 1…", 'Erdogan\'s "plan" - 1~'),
        ("Søren Łódź Ægir straße", "Soren Lodz Agir strase"),
        ("▸● Россия", ">* ??????"),
        ("漢字 a", "???? a"),
        ("e\u0301t\u0301e", "ete"),
        ("½ ﬁ ①", "? ? 1"),
        ("👨\u200d👩\u200d👧 x", "?? x"),
        ("Zero\u200bwidth", "Zerowidth"),
        ("\u200bA\u2060\ufeff B\u200d", "A B"),
        ("a\u00adb", "a-b"),
        ("1\ufe0f\u20e3", "??"),
        ("plain", "plain"),
    ],
)
def test_text_in_ascii(text: str, plain: str) -> None:
    assert in_ascii(text) == plain


@given(st.text())
def test_text_in_ascii_is_as_wide(text: str) -> None:
    assert in_ascii(text).isascii()
    assert cell_len(in_ascii(text)) == cell_len(text)


def test_the_focus_is_seen_in_the_frame_everywhere() -> None:
    for change in (in_ascii, on_console):
        assert change("━") != change("─")


def test_the_console_keeps_frames_letters_and_quotation_marks() -> None:
    assert on_console("┏━┓ ┌─┐ ▌ “Россия” – §") == "╔═╗ ┌─┐ ▌ “Россия” – §"


def test_the_console_has_no_symbols_that_its_fonts_lack() -> None:
    assert on_console("▸●★ ❝3 ✗2 ✓ ≈ ◇ ▁▂▃▄▅▆▇█") == '>*! "3 x2 + ~ o ░░▒▒▓▓██'


@pytest.mark.parametrize("symbol", sorted(CONSOLE))
def test_stand_ins_on_the_console_are_as_wide(symbol: str) -> None:
    assert cell_len(CONSOLE[symbol]) == cell_len(symbol) == 1
