"""`dateline list`: which events it prints, and how."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import run
from terminal.pty import DATELINE, Terminal
from tui.cli import main

Write = Callable[..., Path]

KEYS = (
    " (keys: actor, source, thread, tag, place, kind, verdict, basis, has, on, before, after;"
    " in quotes it is text)"
)

BROKEN = """\
title: A broken history
events:
  - id: one
    date: 2014-02-30
    title: Never
  - id: two
    date: 2014-03-18
    title: A day
    actors: [nobody]
"""


def test_list_is_one_event_a_line_in_columns(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    assert main(["list"]) == 0
    assert capsys.readouterr() == (
        "2008-08-12  accord   The accord is signed\n2015-09~    strikes  Air strikes begin\n",
        "",
    )


def test_list_of_a_broken_file_shows_what_could_be_read(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(BROKEN)
    assert main(["list"]) == 1
    out, err = capsys.readouterr()
    assert "two" in out
    assert err == "timeline.yaml: 2 errors; see `dateline check`\n"


@pytest.mark.parametrize("words", [["list", "-"], ["-"]], ids=["list", "opening into a pipe"])
def test_standard_input_is_a_timeline(words: list[str], tiny: str) -> None:
    done = run(*words, stdin=tiny.encode())
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == b"2008-08-12  accord   The accord is signed"


def test_opening_without_a_terminal_lists(write_timeline: Write) -> None:
    write_timeline()
    opened, listed = run(), run("list")
    assert opened.stdout == listed.stdout
    assert opened.returncode == 0


# ---- queries ----


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        pytest.param("strikes", ["strikes"], id="a word"),
        pytest.param("actor:russia", ["accord", "strikes"], id="a key"),
        pytest.param("before:2010", ["accord"], id="a date"),
        pytest.param('on:"Sep 2015"', ["strikes"], id="a date as typed"),
        pytest.param("-strikes", ["accord"], id="negated"),
        pytest.param("  ", ["accord", "strikes"], id="blanks"),
    ],
)
@pytest.mark.parametrize("way", ["--filter={}", "--filter {}"])
def test_a_query_leaves_what_it_finds(
    write_timeline: Write, capsys: pytest.CaptureFixture[str], query: str, ids: list[str], way: str
) -> None:
    write_timeline()
    option, *value = way.split(" ")
    assert main(["list", *(each.format(query) for each in (option, *value))]) == 0
    out, err = capsys.readouterr()
    assert [line.split()[1] for line in out.splitlines()] == ids
    assert err == ""


def test_the_file_may_stand_on_either_side_of_a_query(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(name="war.yaml")
    assert main(["list", "war.yaml", "--filter", "accord"]) == 0
    assert main(["list", "--filter", "accord", "war.yaml"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == out[1] == "2008-08-12  accord  The accord is signed"


def test_a_query_that_finds_nothing_says_so_and_what_it_may_have_meant(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    assert main(["list", "--filter", "actor:rusia"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "timeline.yaml: no event matches --filter actor:rusia: "
        'no actor is called "rusia"; did you mean Russia?\n'
    )


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        pytest.param(
            "war actr:putin",
            f'dateline: --filter: there is no key "actr:"; did you mean actor:?{KEYS}\n'
            "  war actr:putin\n"
            "      ^^^^^\n",
            id="a key",
        ),
        pytest.param(
            "foo:bar",
            f'dateline: --filter: there is no key "foo:"{KEYS}\n  foo:bar\n  ^^^^\n',
            id="nothing like a key",
        ),
        pytest.param(
            "戦争 actr:x verdict:opnion",
            f'dateline: --filter: there is no key "actr:"; did you mean actor:?{KEYS}\n'
            "  戦争 actr:x verdict:opnion\n"
            "       ^^^^^\n"
            'dateline: --filter: verdict: does not know "opnion"; did you mean opinion?\n'
            "  戦争 actr:x verdict:opnion\n"
            "                      ^^^^^^\n",
            id="two, behind wide characters",
        ),
    ],
)
@pytest.mark.parametrize("words", [["list"], []], ids=["list", "opening"])
def test_a_query_with_mistakes_is_refused_and_they_are_pointed_at(
    words: list[str], query: str, complaint: str
) -> None:
    done = run(*words, "--filter", query)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode() == complaint


def test_a_query_moves_no_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--filter", "\x1b[2J actr:x"]) == 2
    assert "\x1b" not in capsys.readouterr().err


# ---- formats ----


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What `dateline list` prints."""
    assert main(["list", *words]) == 0
    return capsys.readouterr().out


def test_json_is_an_array_of_events(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    events = json.loads(printed(capsys, "--format", "json", "--filter", "strikes"))
    assert [(event["record"], event["id"], event["date"]) for event in events] == [
        ("event", "strikes", "2015-09~")
    ]


def test_csv_is_a_header_and_an_event_a_line(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "--format", "csv"), newline="")))
    assert [(row["id"], row["actors"]) for row in rows] == [
        ("accord", "russia"),
        ("strikes", "russia"),
    ]


def test_markdown_is_a_list_under_each_year(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    text = printed(capsys, "--format", "md")
    assert text.startswith("## 2008\n\n- **12 Aug** The accord is signed\n")


def test_a_table_in_a_pipe_cuts_nothing(
    write_timeline: Write, tiny: str, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "The accord is signed " * 20
    write_timeline(tiny.replace("The accord is signed", long.strip()))
    assert long.strip() in printed(capsys, "--format", "table")


def test_on_a_terminal_it_is_a_table_that_fits(write_timeline: Write, tiny: str) -> None:
    write_timeline(tiny.replace("The accord is signed", "The accord is signed " * 20))
    folder = Path.cwd()
    with Terminal([*DATELINE, "list"], cwd=folder, columns=60) as terminal:
        assert terminal.wait_for_exit() == 0
        assert "2008-08-12  accord   The accord is signed" in terminal.text
        assert "…" in terminal.text.splitlines()[0]
        assert terminal.text.splitlines()[1].startswith("2015-09~    strikes  Air strikes begin")
