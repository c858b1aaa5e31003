"""What a terminal may do to dateline without ending it: any size, any byte."""

from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal

SIZES = [(1, 1), (2, 24), (10, 3), (39, 9), (40, 10), (79, 22), (80, 1), (100, 30), (300, 80)]
TITLE = "The accord is"


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_it_starts_at_any_size(tmp_path: Path, tiny: str, columns: int, rows: int) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    with Terminal(DATELINE, cwd=tmp_path, columns=columns, rows=rows) as terminal:
        terminal.wait_until(lambda: bool(terminal.text.strip()), "anything on the screen")
        terminal.resize(120, 40)
        terminal.wait_for(TITLE)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_it_survives_every_size_between(tmp_path: Path, tiny: str) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    with Terminal(DATELINE, cwd=tmp_path) as terminal:
        terminal.wait_for(TITLE)
        for size in range(1, 90):
            terminal.resize(2 * size, size // 2 + 1)
            terminal.type("\tj")
        for columns, rows in SIZES:
            terminal.resize(columns, rows)
            terminal.type("\tGg")
        terminal.resize(120, 40)
        terminal.type("1g")
        terminal.wait_for(TITLE)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_too_small_says_so(tmp_path: Path, tiny: str) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    with Terminal(DATELINE, cwd=tmp_path, columns=36, rows=9) as terminal:
        terminal.wait_for("36x9")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize(
    "stray",
    [
        pytest.param(b"\xe9", id="Latin-1 é"),
        pytest.param(b"\xff\xfe", id="never in UTF-8"),
        pytest.param(b"\x1b[M \xff\xe0", id="X10 mouse report past column 95"),
        pytest.param(b"\x1b[M q!\x1b[M#q!", id="X10 mouse report that holds a q"),
        pytest.param(b"\x1b[<0;999;999M\x1b[<0;999;999m", id="click outside"),
        pytest.param(b"\x1b[200~q[/]\x00\r\x1b[201~", id="paste of what could be keys or markup"),
        pytest.param(b"\x1b]52;c;" + b"cXE=" * 2_000 + b"\x07", id="long answer"),
        pytest.param(b"\x1b]lq\x1b\\", id="title"),
        pytest.param(b"\x1b[97;1:3u", id="a key let go"),
        pytest.param(b"\x1b[99999999u", id="a character that there is not"),
        pytest.param(b"\x1b[36:8R", id="a report with a colon"),
        pytest.param(b"\x1b]11;rgb:0000/0000/0000\x1b\\", id="late answer to a question"),
    ],
)
def test_stray_bytes_do_not_end_it(tmp_path: Path, tiny: str, stray: bytes) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    with Terminal(DATELINE, cwd=tmp_path) as terminal:
        terminal.wait_for(TITLE)
        terminal.type(stray)
        terminal.type("?")
        terminal.wait_for("Keys and signs")
        terminal.type("\x1b")
        terminal.wait_until(lambda: "Keys and signs" not in terminal.text, "the help to close")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_an_answer_that_is_cut_by_the_line_is_no_key(tmp_path: Path, tiny: str) -> None:
    (tmp_path / "timeline.yaml").write_text(tiny, encoding="utf-8")
    with Terminal(DATELINE, cwd=tmp_path) as terminal:
        terminal.wait_for(TITLE)
        # A line gives so many bytes at a time; those before the answer mean nothing.
        for before in range(4090, 4098):
            terminal.type(b"\xff" * before + b"\x1b]lq\x1b\\")
        terminal.type("?")
        terminal.wait_for("Keys and signs")
