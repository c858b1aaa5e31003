"""`dateline chart`: what it prints, and what it refuses."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import run
from terminal.pty import DATELINE, Terminal
from tui.cli import main

Write = Callable[..., Path]


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What `dateline chart` prints."""
    assert main(["chart", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_text_is_the_default(write_timeline: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write_timeline()
    assert (
        printed(capsys, "--width", "60")
        == """\
A short history  by thread

            2008  2009  2010  2011  2012  2013  2014  2015
            │     │     │     │     │     │     │     │
no thread 2 ┊  ● The accord is signed  Air strikes begin ○
2 events
● a day  ○ about then, or some day in it
"""
    )


def test_a_width_is_a_hundred_columns_by_itself_and_nothing_else_decides(
    write_timeline: Write,
) -> None:
    write_timeline()
    wide = run("chart", "--width", "100")
    assert run("chart").stdout == wide.stdout
    environment = {"COLUMNS": "50", "TZ": "Asia/Tokyo", "LC_ALL": "C", "NO_COLOR": "1"}
    assert run("chart", environment=environment).stdout == wide.stdout


def test_on_a_terminal_it_fits_that(write_timeline: Write) -> None:
    write_timeline()
    with Terminal([*DATELINE, "chart"], cwd=Path.cwd(), columns=50) as terminal:
        assert terminal.wait_for_exit() == 0
        shown = [line.rstrip() for line in terminal.text.splitlines()]
    expected = run("chart", "--width", "50").stdout.decode().splitlines()
    assert shown[: len(expected)] == expected


def test_two_dates_and_a_query(write_timeline: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write_timeline()
    out = printed(capsys, "--from", "Sep 2015", "--to", "2016", "--filter", "strikes")
    assert "from September 2015 · to 2016 · strikes" in out
    assert "Air strikes begin" in out
    assert "1 event\n" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["--from", "2008.."], "by thread · from 2008\n", id="on and on"),
        pytest.param(["--to", "..2016"], "by thread · to 2016\n", id="until then"),
        pytest.param(["--from", "2008..2014"], "by thread · from 2008\n", id="from its start"),
        pytest.param(["--to", "2014..2016"], "by thread · to 2016\n", id="to its end"),
    ],
)
def test_of_a_range_the_side_that_is_asked_for_counts(
    words: list[str], told: str, write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    assert told in printed(capsys, *words)


def test_colours_and_pictures(write_timeline: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write_timeline()
    assert "\x1b[1m" in printed(capsys, "--format", "ansi")
    assert "\x1b[38;2;" in printed(capsys, "--format", "ansi", "--theme", "ink")
    assert 'fill="#fbf9f4"' in printed(capsys, "--format", "svg")
    assert 'fill="#11151c"' in printed(capsys, "--format", "svg", "--theme", "ink")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        pytest.param(["--from", "03/04/2022"], "--from: 03/04/2022 may be", id="an unclear date"),
        pytest.param(["--to", "soon"], "--to: ", id="no date"),
        pytest.param(["--from", "..2000"], "--from: ..2000 has no first day", id="no start"),
        pytest.param(["--to", "2015.."], "--to: 2015.. has no last day", id="no end"),
        pytest.param(["--from", "2015", "--to", "2014"], "--to is before --from", id="backwards"),
        pytest.param(["--width", "7"], "--width takes 20 to 1000 columns, not 7", id="narrow"),
        pytest.param(["--filter", "actr:x"], '--filter: there is no key "actr:"', id="a query"),
        pytest.param(["--theme", "ink"], "--theme needs --format ansi or svg", id="no colours"),
        pytest.param(
            ["--format", "svg", "--theme", "inkk"], "no theme inkk comes with", id="no theme"
        ),
        pytest.param(
            ["--format", "svg", "--theme", "terminal"],
            "terminal has no colours of its own",
            id="a theme without colours",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(
    words: list[str], complaint: str, write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    assert main(["chart", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"dateline: {complaint}")


@pytest.mark.parametrize("form", ["text", "ansi", "svg"])
def test_where_there_is_no_event_it_says_so(
    form: str, write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline("title: Nothing yet\nevents: []\n")
    out = printed(capsys, "--format", form)
    assert "No event to draw." in out
    assert form == "svg" or re.sub("\x1b\\[[0-9;]*m", "", out) == "No event to draw.\n"


def test_where_a_query_finds_no_event_it_says_so(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    assert main(["chart", "--filter", "nowhere"]) == 0
    out, err = capsys.readouterr()
    assert out == "No event to draw.\n"
    assert err == "timeline.yaml: no event matches --filter nowhere\n"


def test_what_could_be_read_of_a_broken_file_is_drawn(
    write_timeline: Write, tiny: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(tiny.replace("2015-09~", "2015-13"))
    assert main(["chart"]) == 1
    out, err = capsys.readouterr()
    assert "The accord is signed" in out
    assert "see `dateline check`" in err
