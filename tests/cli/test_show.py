"""`dateline show`: all there is on what has an id."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli import main

Write = Callable[..., Path]

TWICE = """\
title: An id of two
actors:
  accord: {name: The Accord, kind: organisation}
sources:
  essay: {title: An essay, kind: article, url: "https://example.org/essay"}
events:
  - id: accord
    date: 2008-08-12
    title: The accord is signed
    actors: [accord]
    sources: [essay]
"""


@pytest.mark.parametrize(
    ("record_id", "start"),
    [
        pytest.param("accord", "event accord\n\nThe accord is signed\n", id="an event"),
        pytest.param("russia", "actor russia\n\nRussia\n", id="an actor"),
        pytest.param("essay", "source essay\n\n", id="a source"),
    ],
)
def test_a_record_is_shown_in_words(
    write_timeline: Write, capsys: pytest.CaptureFixture[str], record_id: str, start: str
) -> None:
    write_timeline()
    assert main(["show", record_id]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(start)
    assert err == ""


def test_the_addresses_of_sources_are_given(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(name="war.yaml")
    assert main(["show", "accord", "war.yaml"]) == 0
    assert "[1] https://example.org/essay" in capsys.readouterr().out


def test_each_kind_that_has_the_id_is_shown(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(TWICE)
    assert main(["show", "accord"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("event accord\n")
    assert "\n\nactor accord\n" in out


def test_it_speaks_the_formats_of_list(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(TWICE)
    assert main(["show", "accord", "--format", "json"]) == 0
    records = json.loads(capsys.readouterr().out)
    assert [record["record"] for record in records] == ["event", "actor"]
    assert main(["show", "essay", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert [row["title"] for row in rows] == ["An essay"]
    assert main(["show", "accord", "--format", "table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["event         accord", "              The accord is signed"]
    assert "actor         accord" in lines
    assert main(["show", "accord", "--format", "md"]) == 0
    assert capsys.readouterr().out.startswith("## 12 August 2008: The accord is signed\n")


@pytest.mark.parametrize(
    ("record_id", "sentence"),
    [
        pytest.param("acord", 'nothing has the id acord; did you mean "accord"?', id="near"),
        pytest.param("zzzzzzzz", "nothing has the id zzzzzzzz", id="nothing near"),
        pytest.param("\x1b[2J", "nothing has the id �[2J", id="control characters"),
    ],
)
def test_an_unknown_id_is_refused(
    write_timeline: Write, capsys: pytest.CaptureFixture[str], record_id: str, sentence: str
) -> None:
    write_timeline()
    assert main(["show", record_id]) == 2
    assert capsys.readouterr() == ("", f"dateline: timeline.yaml: {sentence}\n")


def test_errors_in_the_file_are_mentioned(
    write_timeline: Write, tiny: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(tiny.replace("2015-09~", "2015-13"))
    assert main(["show", "accord"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("event accord\n")
    assert err == "timeline.yaml: 1 error; see `dateline check`\n"
