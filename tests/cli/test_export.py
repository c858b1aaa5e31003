"""`dateline export`: a handout, to standard output or into a file that may be written."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import run
from tui.cli import main

Write = Callable[..., Path]

TOURS = """\
tours:
  north: {title: To the north, steps: [{event: strikes, say: "Mind the gap."}, {event: accord}]}
  south: {title: To the south, steps: [{event: accord}]}
  lost: {title: Lost, steps: [{event: nowhere}]}
"""

LISTED = """\
# A short history

**To the north**

## 1. Air strikes begin

c. September 2015

Sources: \\[1\\] essay

## 2. The accord is signed

Tuesday 12 August 2008

Sources: \\[1\\] essay

## Sources

1. [“An essay”](https://example.org/essay)
"""


@pytest.fixture
def toured(tiny: str, write_timeline: Write) -> Path:
    """A timeline with tours, in the current folder."""
    return write_timeline(tiny + TOURS.replace("  lost:", "  # lost:"))


@pytest.mark.usefixtures("toured")
def test_a_tour_in_its_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "md", "--tour", "north"]) == 0
    assert capsys.readouterr() == (LISTED, "")


@pytest.mark.usefixtures("toured")
def test_the_events_that_a_query_finds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "timeline.yaml", "--format", "md", "--filter", "-on:2015"]) == 0
    out = capsys.readouterr().out
    assert "## 1. The accord is signed\n" in out
    assert "Air strikes" not in out


@pytest.mark.usefixtures("toured")
def test_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "html"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("<!doctype html>\n")
    assert out.endswith("</html>\n")
    assert "Mind the gap." not in out
    assert err == ""


@pytest.mark.usefixtures("toured")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(
            ["--tour", "nort"],
            '--tour nort is no tour of timeline.yaml; did you mean "north"?',
            id="like one",
        ),
        pytest.param(
            ["--tour", "\x1b[2J"],
            "--tour �[2J is no tour of timeline.yaml; there are north, south",
            id="control characters",
        ),
        pytest.param(
            ["--tour", "north", "--filter", "accord"],
            "--tour and --filter exclude each other; a tour says itself what it shows",
            id="a tour and a query",
        ),
        pytest.param(
            ["--output", "timeline.yaml"],
            "timeline.yaml is the timeline itself; name another file",
            id="the timeline",
        ),
        pytest.param(
            ["--output", "link", "--force"],
            "link is the timeline itself; name another file",
            id="another name of the timeline",
        ),
        pytest.param(
            ["--output", "mine"], "mine is there already; --force writes over it", id="there"
        ),
        pytest.param(
            ["--output", "dead"], "dead is there already; --force writes over it", id="a dead link"
        ),
        pytest.param(["--output", "."], ". is a folder; name the file in it", id="a folder"),
        pytest.param(
            ["--output", ".", "--force"], ". is a folder; name the file in it", id="forced"
        ),
        pytest.param(["--output", "a/b"], "there is no folder a", id="no folder"),
        pytest.param(
            ["--output", "a/b", "--force"], "there is no folder a", id="no folder, forced"
        ),
        pytest.param(
            ["--output", "mine/b"], "cannot write mine/b: not a directory", id="below a file"
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    (home / "mine").write_bytes(b"mine")
    (home / "link").symlink_to("timeline.yaml")
    (home / "dead").symlink_to("nothing")
    before = {each.name: each.read_bytes() for each in home.iterdir() if each.exists()}
    assert main(["export", "--format", "md", *words]) == 2
    assert capsys.readouterr() == ("", f"dateline: {sentence}\n")
    assert {each.name: each.read_bytes() for each in home.iterdir() if each.exists()} == before


def test_a_file_without_tours_says_so(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    assert main(["export", "--format", "md", "--tour", "north"]) == 2
    sentence = "dateline: timeline.yaml has no tours; leave --tour out to have its events\n"
    assert capsys.readouterr() == ("", sentence)


@pytest.mark.usefixtures("toured")
def test_a_query_that_finds_nothing_makes_no_handout(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--format", "md", "--output", "out", "--filter", "actor:rusia"]
    assert main(["export", *words]) == 2
    out, err = capsys.readouterr()
    first, last = err.splitlines()
    assert out == ""
    assert first.startswith("timeline.yaml: no event matches --filter actor:rusia: ")
    assert last == "dateline: timeline.yaml: there is nothing to show"
    assert not (home / "out").exists()


def test_a_tour_of_no_event_makes_no_handout(
    tiny: str, write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(tiny + TOURS)
    assert main(["export", "--format", "md", "--tour", "lost"]) == 2
    sentence = "dateline: timeline.yaml: there is nothing to show\n"
    assert capsys.readouterr() == ("", sentence)


@pytest.mark.usefixtures("toured")
def test_it_is_written_and_said_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "md", "--tour", "north", "--output", "talk.md"]) == 0
    assert capsys.readouterr() == ("", "talk.md is written: 2 slides, 1 source\n")
    assert (home / "talk.md").read_text("utf-8") == LISTED


@pytest.mark.usefixtures("toured")
def test_by_force_another_file_is_written_over_and_its_permissions_stay(home: Path) -> None:
    (home / "talk.md").write_bytes(b"mine")
    (home / "talk.md").chmod(0o600)
    words = ["--format", "md", "--tour", "north", "--output", "talk.md", "--force"]
    assert main(["export", *words]) == 0
    assert (home / "talk.md").read_text("utf-8") == LISTED
    assert (home / "talk.md").stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in home.iterdir()) == ["talk.md", "timeline.yaml"]


@pytest.mark.usefixtures("toured")
def test_by_force_a_hard_link_to_the_timeline_is_not_written_over(home: Path) -> None:
    os.link(home / "timeline.yaml", home / "other")
    assert main(["export", "--format", "md", "--output", "other", "--force"]) == 2


def test_standard_input_and_output_in_any_locale(tiny: str) -> None:
    latin = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    text = tiny.replace("A short history", "Краткая история").encode()
    done = run("export", "-", "--format", "html", "--output", "-", stdin=text, environment=latin)
    assert done.returncode == 0, done.stderr
    assert '<h1 class="text" dir="auto">Краткая история</h1>' in done.stdout.decode()


def test_errors_in_the_file_are_mentioned(
    tiny: str, write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(tiny.replace("2015-09~", "2015-13"))
    assert main(["export", "--format", "md"]) == 1
    out, err = capsys.readouterr()
    assert "## 1. The accord is signed\n" in out
    assert err == "timeline.yaml: 1 error; see `dateline check`\n"


def test_the_shipped_timeline_has_a_handout(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "html", "--tour", "first-look"]) == 0
    assert "A first look" in capsys.readouterr().out
