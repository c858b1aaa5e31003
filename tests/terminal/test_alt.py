"""Esc and a key soon after it are both keys, unless something has that key with Alt."""

from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal

TITLE = "The accord is"
LAST = "▸ ▌ c. Sep"
"""The cursor on the last event."""


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("/accord\r\x1bG", LAST, id="a capital after a search"),
        pytest.param("/accord\r\x1bj", LAST, id="a small letter"),
        pytest.param("/accord\x1bG", LAST, id="at the prompt"),
        pytest.param("\x1b/accord", "/accord", id="a sign"),
        pytest.param("/other\x1b/accord", " /accord", id="a sign at the prompt"),
        pytest.param("\x1bf", "f ", id="a letter that moves in a field"),
        pytest.param("\x1b2\x1bG", LAST, id="a digit, and another"),
        pytest.param("/one two\x1bbX", "/one Xtwo", id="a letter that moves in this field"),
        pytest.param("/one two\x1b\x7fX", "/one X", id="Alt and Backspace in a field"),
        pytest.param("?\x1bG", LAST, id="over a menu"),
    ],
)
def test_esc_and_the_next_key_both_arrive(
    tmp_path: Path, tiny: str, typed: str, shown: str
) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    with Terminal(DATELINE, cwd=tmp_path) as terminal:
        terminal.wait_for(TITLE)
        terminal.type(typed)
        terminal.wait_for(shown)
        assert shown in terminal.text


def test_a_key_with_alt_of_ones_own_is_that_key(tmp_path: Path, tiny: str) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    (tmp_path / "dateline").mkdir()
    (tmp_path / "dateline" / "config.yaml").write_text("keys: {list.last: [alt+z]}\n")
    with Terminal(DATELINE, cwd=tmp_path) as terminal:
        terminal.wait_for(TITLE)
        terminal.type("\x1bz")
        terminal.wait_for(LAST)
        assert LAST in terminal.text
