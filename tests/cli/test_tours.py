"""`dateline tours`: what tours there are, and what is said where there is none."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import run
from tui.cli import main

Write = Callable[..., Path]

TOURS = """\
tours:
  short: {title: Two moments, steps: [{event: accord, say: One word.}, {event: strikes}]}
"""
NONE = (
    "timeline.yaml: there is no tour in it; to make one, write `tours:` at the end of the file, "
    "below it an id with a `title:` and `steps:`, and in each step an `event:` and what to `say:`\n"
)


def test_a_tour_is_a_line(
    write_timeline: Write, tiny: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(tiny + TOURS, name="war.yaml")
    assert main(["tours", "war.yaml"]) == 0
    assert capsys.readouterr() == ("short  2 steps  under 1 min  Two moments\n", "")


def test_json_has_the_steps(
    write_timeline: Write, tiny: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(tiny + TOURS)
    assert main(["tours", "--format", "json"]) == 0
    (tour,) = json.loads(capsys.readouterr().out)
    assert (tour["id"], len(tour["steps"]), tour["seconds"]) == ("short", 2, 1)


def test_the_tours_that_come_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tours"]) == 0
    out, err = capsys.readouterr()
    assert [line.split()[0] for line in out.splitlines()] == [
        "first-look",
        "essay",
        "ten-minutes",
        "south-caucasus",
    ]
    assert err == ""


@pytest.mark.parametrize(("form", "printed"), [("text", ""), ("json", "[]\n")])
def test_without_a_tour_it_says_how_to_make_one(
    write_timeline: Write, capsys: pytest.CaptureFixture[str], form: str, printed: str
) -> None:
    write_timeline()
    assert main(["tours", "--format", form]) == 0
    assert capsys.readouterr() == (printed, NONE)


def test_what_it_says_to_make_one_makes_one(
    write_timeline: Write, tiny: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tour = "tours:\n  mine:\n    title: Mine\n    steps:\n      - {event: accord, say: Look.}\n"
    write_timeline(tiny + tour)
    assert main(["tours"]) == 0
    assert capsys.readouterr() == ("mine  1 step  under 1 min  Mine\n", "")


def test_errors_in_the_file_are_mentioned(
    write_timeline: Write, tiny: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(tiny + TOURS.replace("event: strikes", "event: strkes"))
    assert main(["tours"]) == 1
    out, err = capsys.readouterr()
    assert out == "short  1 step  under 1 min  Two moments\n"
    assert err == "timeline.yaml: 1 error; see `dateline check`\n"


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tours", "no\x1bwhere.yaml"]) == 2
    assert capsys.readouterr() == ("", "dateline: there is no file no�where.yaml\n")


def test_no_control_character_of_the_file_is_printed(
    write_timeline: Write, tiny: str, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = TOURS.replace("Two moments", r'"Two\e[2J\nmoments\u202e"').replace("short", r'"s\a"')
    write_timeline(tiny + hostile)
    assert main(["tours"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.isprintable()
    assert "⟨U+001B⟩" in line


def test_standard_input_is_a_timeline(tiny: str) -> None:
    done = run("tours", "-", stdin=(tiny + TOURS).encode())
    assert (done.returncode, done.stdout.split()[0]) == (0, b"short")
