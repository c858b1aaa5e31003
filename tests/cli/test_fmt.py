"""`dateline fmt`: what is not in order is named, and events are put in order."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui import shipped
from tui.cli import main

Write = Callable[..., Path]
Capsys = pytest.CaptureFixture[str]

FILE = """\
title: A history
events:
  - id: late
    date: 2015
    title: Late
    summary: >-
      One. Two.
      Three goes
      on.

  # of the early one
  - id: early
    date: 2014-03
    title: Early
"""
ORDERED = """\
title: A history
events:
  # of the early one
  - id: early
    date: 2014-03
    title: Early

  - id: late
    date: 2015
    title: Late
    summary: >-
      One. Two.
      Three goes
      on.
"""


@pytest.mark.parametrize("words", [[], ["--check"]], ids=["by itself", "when asked"])
def test_what_is_not_in_order_is_named(
    write_timeline: Write, capsys: Capsys, words: list[str]
) -> None:
    path = write_timeline(FILE)
    assert main(["fmt", *words]) == 1
    assert capsys.readouterr() == (
        (
            "timeline.yaml:3:5: warning: "
            'event "late" (2015) stands before "early" (2014-03)\n'
            "timeline.yaml:7:12: warning: summary: more than one sentence on this line\n"
            "timeline.yaml:8:7: warning: summary: a sentence goes on in the next line\n"
        ),
        "timeline.yaml: 3 lines to look at\n",
    )
    assert path.read_text("utf-8") == FILE


def test_events_are_put_in_order_and_nothing_else_is(write_timeline: Write, capsys: Capsys) -> None:
    path = write_timeline(FILE)
    assert main(["fmt", "--write"]) == 0
    assert path.read_text("utf-8") == ORDERED
    assert capsys.readouterr() == ("", "timeline.yaml: moved 1 event\n")
    assert main(["diff", "timeline.yaml", "timeline.yaml"]) == 0
    before = path.stat()
    assert main(["fmt", "--write"]) == 0
    assert path.stat() == before
    assert capsys.readouterr() == ("", "timeline.yaml: in order of date already\n")


def test_what_is_in_order_is_said_to_be(write_timeline: Write, capsys: Capsys) -> None:
    write_timeline()
    assert main(["fmt"]) == 0
    assert capsys.readouterr() == ("", "timeline.yaml: in order of date, one sentence a line\n")


def test_the_timeline_that_comes_with_it_is_in_order_of_date(capsys: Capsys) -> None:
    main(["fmt", str(shipped("timeline.yaml"))])
    assert "stands" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "text", "sentence"),
    [
        pytest.param(
            ["--write", "-"], FILE, "standard input cannot be changed; name a file", id="a pipe"
        ),
        pytest.param(
            ["--write"],
            FILE.replace("2015", "2015-13"),
            "timeline.yaml: it has errors; mend them first, `dateline check` names them",
            id="errors",
        ),
        pytest.param(
            ["--write"],
            "title: T\nevents: [{id: b, date: 2015, title: B}, {id: a, date: 2014, title: A}]\n",
            "timeline.yaml: its events have no lines of their own",
            id="in brackets",
        ),
        pytest.param(["no.yaml"], FILE, "there is no file no.yaml", id="no file"),
        pytest.param(
            [], "title: [\n", "timeline.yaml: there is a mistake in the file here", id="no YAML"
        ),
    ],
)
def test_what_cannot_be_is_one_sentence(
    write_timeline: Write, capsys: Capsys, words: list[str], text: str, sentence: str
) -> None:
    path = write_timeline(text)
    assert main(["fmt", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"dateline: {sentence}")
    assert err.count("\n") == 1
    assert path.read_text("utf-8") == text
