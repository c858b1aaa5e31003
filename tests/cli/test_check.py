"""`dateline check`: what it prints, where, and with which exit code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli import main

Write = Callable[..., Path]

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


def test_check_of_a_sound_file_counts_what_it_holds(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    assert main(["check"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == ("timeline.yaml: 2 events, 1 actor, 1 source, 0 quotes, 0 claims: no problems\n")


def test_check_names_each_problem_at_its_place(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(BROKEN)
    assert main(["check", "timeline.yaml"]) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].startswith("timeline.yaml:4:11: error: ")
    assert "February 2014 has 28 days, not 30" in lines[0]
    assert any(line.startswith("timeline.yaml:9:14: error: ") for line in lines)
    places = [tuple(map(int, line.split(":")[1:3])) for line in lines]
    assert places == sorted(places)
    assert err.startswith("timeline.yaml: 2 errors")


def test_check_speaks_json(write_timeline: Write, capsys: pytest.CaptureFixture[str]) -> None:
    write_timeline(BROKEN)
    assert main(["check", "--format", "json"]) == 1
    problems = json.loads(capsys.readouterr().out)
    fields = {"file", "line", "column", "severity", "message", "kind", "id", "field"}
    assert all(problem.keys() == fields for problem in problems)
    first = problems[0]
    assert (first["file"], first["line"], first["severity"]) == ("timeline.yaml", 4, "error")


def test_json_of_a_sound_file_is_an_empty_list(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline()
    assert main(["check", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_warnings_fail_only_when_strict(write_timeline: Write, tiny: str) -> None:
    write_timeline(tiny.replace("    sources: [essay]\n", "", 1))
    assert main(["check"]) == 0
    assert main(["check", "--strict"]) == 1


def test_the_worst_of_several_files_decides(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(name="good.yaml")
    write_timeline(BROKEN, name="bad.yaml")
    assert main(["check", "good.yaml", "bad.yaml"]) == 1
    assert main(["check", "none.yaml", "bad.yaml", "good.yaml"]) == 2
    assert "there is no file none.yaml" in capsys.readouterr().err


def test_the_shipped_timeline_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().err.startswith("timeline.yaml (shipped): ")


def test_check_writes_annotations_for_a_workflow(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(BROKEN)
    assert main(["check", "--format", "github"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("::error file=timeline.yaml,line=4,col=11,title=event ")
    assert err.startswith("timeline.yaml: 2 errors")


# ---- quotes ----

QUOTED = """\
title: A history that quotes
actors:
  russia: {name: Russia, kind: state}
sources:
  essay: {title: An essay, kind: article, url: "https://example.org/essay"}
  speech: {title: A speech, kind: transcript, url: "https://example.org/speech"}
events:
  - id: accord
    date: 2008-08-12
    title: The accord is signed
    actors: [russia]
    sources: [essay]
    quotes:
      - {speaker: russia, source: essay, text: peace for our time}
      - {speaker: russia, source: speech, text: we shall see}
"""


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A folder for copies of sources."""
    folder = tmp_path / "copies"
    folder.mkdir()
    return folder


def test_quotes_that_are_in_the_copies_are_counted(
    write_timeline: Write, copies: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(QUOTED)
    (copies / "essay.txt").write_text("It is peace\nfor our time.", encoding="utf-8")
    assert main(["check", "--quotes", "copies"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("no problems; 1 of 2 quotes compared with 1 text in copies\n")


def test_a_quote_that_is_not_in_the_copy_is_an_error_at_its_text(
    write_timeline: Write, copies: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(QUOTED)
    (copies / "essay.txt").write_text("It is peace in our time.", encoding="utf-8")
    assert main(["check", "--quotes", "copies"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("timeline.yaml:14:48: error: the quote is not word for word")
    assert out.count("\n") == 1
    assert err == "timeline.yaml: 1 error; 1 of 2 quotes compared with 1 text in copies\n"


def test_a_folder_without_copies_is_no_proof(
    write_timeline: Write, copies: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(QUOTED)
    (copies / "essay.md").write_text("It is peace in our time.", encoding="utf-8")
    assert main(["check", "--quotes", "copies"]) == 0
    assert "; 0 of 2 quotes compared with 0 texts in copies" in capsys.readouterr().err


def test_a_byte_that_is_no_utf8_is_no_crash(
    write_timeline: Write, copies: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline(QUOTED)
    (copies / "essay.txt").write_bytes(b"\xef\xbb\xbfpeace for our time \xff")
    assert main(["check", "--quotes", "copies"]) == 0
    assert "1 of 2 quotes" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("folder", "sentence"),
    [
        pytest.param("nowhere", "dateline: --quotes: there is no folder nowhere\n", id="missing"),
        pytest.param("", "dateline: --quotes: there is no folder \n", id="empty name"),
        pytest.param(
            "timeline.yaml", "dateline: --quotes: there is no folder timeline.yaml\n", id="a file"
        ),
        pytest.param(
            "holds-a-folder",
            "dateline: --quotes: cannot read holds-a-folder/essay.txt: is a directory\n",
            id="not a text",
        ),
    ],
)
def test_copies_that_cannot_be_read_are_refused(
    write_timeline: Write,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    folder: str,
    sentence: str,
) -> None:
    write_timeline(QUOTED)
    (tmp_path / "holds-a-folder" / "essay.txt").mkdir(parents=True)
    assert main(["check", "--quotes", folder]) == 2
    assert capsys.readouterr() == ("", sentence)
