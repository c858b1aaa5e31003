"""`dateline present --check-size`: what of a talk takes several pages at a size."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli import main
from view.histories import FOUR_DAYS

TOURS = """\
tours:
  two:
    title: Two
    steps: [{event: talks}, {event: sochi}]
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "four.yaml"
    path.write_text(FOUR_DAYS + TOURS, encoding="utf-8")
    return str(path)


OVER = """\
2  Assad meets Putin in Sochi: 2 pages, 4 rows over, from the claim met on
1 of 2 slides takes more than one page at 80x20; nothing is cut.
"""


@pytest.mark.parametrize(
    ("words", "code", "printed"),
    [
        (["80x30"], 0, "All 4 slides fit on one page at 80x30.\n"),
        (["80x20", "--tour", "two"], 1, OVER),
        (["160x45", "--tour", "two"], 0, "All 2 slides fit on one page at 160x45.\n"),
        (["80×24", "--filter", "crimea"], 0, "The slide fits on one page at 80x24.\n"),
    ],
    ids=["all fit", "one of a tour", "large", "filtered"],
)
def test_what_runs_over(
    file: str, capsys: pytest.CaptureFixture[str], words: list[str], code: int, printed: str
) -> None:
    assert main(["present", file, "--check-size", *words]) == code
    assert capsys.readouterr().out == printed


def test_a_title_that_takes_much_of_the_height_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "long.yaml"
    title = "Talks go on and on and on and on and on and on"
    path.write_text(FOUR_DAYS.replace("Talks go on", title), encoding="utf-8")
    assert main(["present", str(path), "--check-size", "40x10", "--filter", "talks"]) == 1
    assert capsys.readouterr().out == (
        f"1  {title}: the title takes 4 rows, more than a third of the height\n"
        "The slide fits on one page at 40x10.\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["large"], "--check-size large is no size; write columns and rows, as 80x24"),
        (["39x24"], "--check-size 39x24 is too small; 40x10 is the least"),
        (["80x24", "--tour", "none"], "--tour none is no tour of"),
        (["80x24", "--filter", "nowhere"], "nothing to present, no event matches"),
    ],
    ids=["no size", "too small", "no tour", "no event"],
)
def test_what_makes_no_sense(
    file: str, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["present", file, "--check-size", *words]) == 2
    assert said in capsys.readouterr().err


def test_it_needs_neither_a_terminal_nor_textual(file: str) -> None:
    script = (
        "import sys; from tui.cli import main; "
        f"code = main(['present', {file!r}, '--check-size', '80x30']); "
        "print(code, 'textual' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "0 False"
