"""dateline in terminals of little ability: few colours or none, ASCII alone, old kinds."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal, surroundings

TEXT = """
title: Çatalhöyük
events:
- {id: a, date: 2001-02-03, title: Erdoğan speaks}
- {id: b, date: 2002, title: The accord is signed}
- {id: c, date: 2003, title: The accord is broken}
"""
SHOW_CURSOR = b"\x1b[?25h"
_SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
_REVERSED = re.compile(rb"\x1b\[(?:[0-9;]*;)?7m(?:[^\x1b]|\x1b\[(?:1|22)m|\x1b\[[0-9;]*H)*")
_COLOUR = re.compile("3[0-8]|4[0-8]|9[0-7]|10[0-7]|58").fullmatch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a timeline in it."""
    (tmp_path / "timeline.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def codes(sent: bytes | bytearray) -> Iterator[str]:
    """Every parameter of every SGR sequence."""
    for found in _SGR.finditer(sent):
        yield from found[1].decode().split(";")


def colours(sent: bytes | bytearray) -> set[str]:
    """The parameters that set a colour."""
    return {code for code in codes(sent) if _COLOUR(code)}


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"NO_COLOR": "1"}, id="NO_COLOR"),
        pytest.param({"TERM": "vt220"}, id="vt220"),
        pytest.param({"LC_DATELINE_COLOR": "none"}, id="none"),
    ],
)
@pytest.mark.parametrize("theme", ["", "paper"])
def test_without_colours_the_cursor_is_reversed(
    folder: Path, environment: dict[str, str], theme: str
) -> None:
    command = [*DATELINE, *(["--theme", theme] if theme else [])]
    around = surroundings(folder, **environment)
    with Terminal(command, cwd=folder, environment=around) as terminal:
        terminal.wait_for("Erdoğan speaks")
        terminal.type("j")
        terminal.wait_for("2/3")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0

    assert not colours(terminal.sent)
    (row,) = [each for each in _REVERSED.findall(terminal.sent) if b"2002" in each]
    assert b"The accord is signed" in row


def test_the_theme_terminal_has_the_sixteen_colours_and_no_others(folder: Path) -> None:
    around = surroundings(folder, COLORTERM="truecolor")
    command = [*DATELINE, "--theme", "terminal"]
    with Terminal(command, cwd=folder, environment=around) as terminal:
        terminal.wait_for("Erdoğan speaks")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0

    assert not colours(terminal.sent) & {"38", "48", "58"}
    assert "7" in set(codes(terminal.sent))


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"LC_ALL": "en_US.ISO-8859-1", "PYTHONUTF8": "0"}, id="Latin-1"),
        pytest.param({"LC_ALL": "ru_RU.KOI8-R"}, id="KOI8-R"),
    ],
)
def test_a_locale_without_utf8_is_sent_ascii_alone(
    folder: Path, environment: dict[str, str]
) -> None:
    around = surroundings(folder, **environment)
    with Terminal(DATELINE, cwd=folder, environment=around) as terminal:
        terminal.wait_for("Erdogan speaks")
        terminal.wait_for("+= 1 Events")
        terminal.type("?")
        terminal.wait_for("Keys")

    assert terminal.sent.isascii()
    assert b"Catalhoyuk" in terminal.sent


def test_ascii_may_be_asked_for(folder: Path) -> None:
    with Terminal([*DATELINE, "--ascii"], cwd=folder) as terminal:
        terminal.wait_for("Erdogan speaks")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0

    assert terminal.sent.isascii()


@pytest.mark.parametrize(
    ("term", "frame"), [("linux", "╔═ 1 Events"), ("screen", "┏━ 1 Events"), ("xterm", "┏━ 1")]
)
def test_old_terminals_show_and_move_and_quit(folder: Path, term: str, frame: str) -> None:
    around = surroundings(folder, TERM=term)
    with Terminal(DATELINE, cwd=folder, environment=around) as terminal:
        terminal.wait_for("Erdoğan speaks")
        assert frame in terminal.text
        terminal.type("G")
        terminal.wait_for("3/3")
        terminal.type("g")
        terminal.wait_for("1/3")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0

    assert not {"38", "48"} & colours(terminal.sent)


def test_the_cursor_of_the_terminal_is_shown_until_the_end(folder: Path) -> None:
    with Terminal(DATELINE, cwd=folder) as terminal:
        terminal.wait_for("Erdoğan speaks")
        terminal.wait_until(lambda: SHOW_CURSOR in terminal.sent, "the cursor")
        for key, title in (("j", "signed"), ("j", "broken"), ("k", "signed")):
            terminal.type(key)
            terminal.wait_until(partial(marked, terminal, title), f"the cursor on {title}")
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def marked(terminal: Terminal, title: str) -> bool:
    """Whether the cursor of the terminal is on the mark of the row with a title."""
    row, column = terminal.cursor
    line = terminal.text.splitlines()[row]
    return title in line and line[column] == "▸"
