"""`dateline new`: a timeline to start from, in place of nothing that is there."""

import os
import subprocess
from pathlib import Path

import pytest

import tui
from cli.program import run
from tui.cli import main

TEMPLATE = (Path(tui.__file__).parent / "timeline.template.yaml").read_text("utf-8")

WRITTEN = """\
{file} is written; `dateline {word}` opens it
`dateline schema > {schema}` has editors complete and explain it
"""


@pytest.mark.parametrize(
    ("words", "file", "word", "schema"),
    [
        pytest.param([], "timeline.yaml", "timeline.yaml", "timeline.schema.json", id="no name"),
        pytest.param(["w.yaml"], "w.yaml", "w.yaml", "timeline.schema.json", id="a name"),
        pytest.param(
            ["a folder/w.yaml"],
            "a folder/w.yaml",
            "'a folder/w.yaml'",
            "'a folder/timeline.schema.json'",
            id="a folder with a space",
        ),
        pytest.param(["check"], "check", "./check", "timeline.schema.json", id="like a command"),
        pytest.param(["--", "-w"], "-w", "./-w", "timeline.schema.json", id="like an option"),
    ],
)
def test_a_timeline_is_written_and_what_to_do_with_it_is_said(
    capsys: pytest.CaptureFixture[str], words: list[str], file: str, word: str, schema: str
) -> None:
    Path("a folder").mkdir()
    assert main(["new", *words]) == 0
    assert Path(file).read_text("utf-8") == TEMPLATE
    assert capsys.readouterr() == ("", WRITTEN.format(file=file, word=word, schema=schema))


def test_what_it_says_to_do_can_be_done(home: Path, program: str) -> None:
    said = run("new", "it's.yaml", "--title", "It's: a title").stderr.decode()
    opening, schema = [line.partition("`")[2].rpartition("`")[0] for line in said.splitlines()]
    for command in (opening, schema, "dateline check --strict *.yaml"):
        shell = ["sh", "-c", command.replace("dateline", program, 1)]
        done = subprocess.run(shell, cwd=home, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    assert (home / "timeline.schema.json").read_bytes() == run("schema").stdout


def test_nothing_is_said_of_a_schema_that_is_there(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "timeline.schema.json").touch()
    assert main(["new"]) == 0
    assert (
        capsys.readouterr().err == "timeline.yaml is written; `dateline timeline.yaml` opens it\n"
    )


def test_a_dash_prints_it_alone(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "-"]) == 0
    assert capsys.readouterr() == (TEMPLATE, "")
    assert list(home.iterdir()) == []


def test_a_title_goes_in(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--title", "Rome's end: a history"]) == 0
    assert main(["check", "--strict"]) == 0
    written = (home / "timeline.yaml").read_text("utf-8")
    assert "title: 'Rome''s end: a history'\n" in written
    assert "no problems" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(["a"], "a is there already, and is left as it is", id="there"),
        pytest.param(["link"], "link is there already, and is left as it is", id="a link"),
        pytest.param(["dead"], "dead is there already, and is left as it is", id="a dead link"),
        pytest.param(["."], ". is a folder; name the file in it", id="a folder"),
        pytest.param(["b/c/w.yaml"], "there is no folder b/c", id="no folder"),
        pytest.param(["a/w.yaml"], "cannot write a/w.yaml: not a directory", id="below a file"),
        pytest.param(["\x1b]0;/w"], "there is no folder �]0;", id="control characters"),
        pytest.param(["--title", " "], "--title: the title is empty", id="empty title"),
        pytest.param(
            ["--title", "a\x07b"],
            "--title: control characters are not allowed: a⟨U+0007⟩b",
            id="control characters in the title",
        ),
        pytest.param(
            ["-", "--title", "a\nb"],
            "--title: control characters are not allowed: a⟨U+000A⟩b",
            id="lines in the title",
        ),
    ],
)
def test_what_cannot_be_written_is_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    (home / "a").write_bytes(b"mine")
    (home / "link").symlink_to("a")
    (home / "dead").symlink_to("nothing")
    before = sorted(home.iterdir())
    assert main(["new", *words]) == 2
    assert capsys.readouterr() == ("", f"dateline: {sentence}\n")
    assert sorted(home.iterdir()) == before
    assert (home / "a").read_bytes() == b"mine"


def test_a_second_time_changes_nothing(home: Path) -> None:
    assert main(["new", "--title", "First"]) == 0
    before = (home / "timeline.yaml").read_bytes()
    assert main(["new", "--title", "Second"]) == 2
    assert (home / "timeline.yaml").read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "locked").mkdir(mode=0o500)
    assert main(["new", "locked/w.yaml"]) == 2
    sentence = "dateline: cannot write locked/w.yaml: permission denied\n"
    assert capsys.readouterr().err == sentence


def test_who_misspells_it_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["neww"]) == 2
    assert "did you mean `dateline new`?" in capsys.readouterr().err
