"""`dateline diff`: what became of each record, between files and between commits."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import run
from tui.cli import main

Write = Callable[..., Path]
Capsys = pytest.CaptureFixture[str]

OLD = """\
title: A history
actors:
  ann: {name: Ann}
events:
  - id: first
    date: 2014
    title: First
    actors: [ann]
    quotes:
      - {speaker: ann, text: Words}
  - {id: second, date: 2015, title: Second}
"""
NEW = """\
title: The history
actors:
  ann: {name: Ann}
  bob: {name: Bob}
events:
  # in the third month
  - id: first
    date: 2014-03~
    title: First
    actors: [bob]
    quotes:
      - {speaker: bob, text: Words}
"""
TEXT = """\
~ timeline
    title: A history → The history
~ event first  c. March 2014  First
    date: 2014 → c. March 2014
    actors: +bob −ann
    ~ quote first.q1  Words
        speaker: ann → bob
- event second  2015  Second
+ actor bob  Bob
"""
MARKDOWN = """\
- **changed** timeline
  - title: A history → The history
- **changed** event `first` c. March 2014 First
  - date: 2014 → c. March 2014
  - actors: +bob −ann
  - **changed** quote `first.q1` Words
    - speaker: ann → bob
- **removed** event `second` 2015 Second
- **added** actor `bob` Bob
"""


@pytest.fixture
def both(home: Path) -> Path:
    """A folder with both files, and a repository that has the old one as war.yaml."""
    (home / "old.yaml").write_text(OLD, "utf-8")
    (home / "new.yaml").write_text(NEW, "utf-8")
    below = home / "below"
    below.mkdir()
    (below / "war.yaml").write_text(OLD, "utf-8")
    git(home, "init", "-q")
    git(home, "add", "below")
    git(home, "commit", "-qm", "First")
    (below / "war.yaml").write_text(NEW, "utf-8")
    return home


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, check=True)  # noqa: S607


@pytest.mark.parametrize(
    ("form", "expected"), [("text", TEXT), ("md", MARKDOWN)], ids=["text", "md"]
)
def test_each_record_is_told(both: Path, capsys: Capsys, form: str, expected: str) -> None:
    assert both.is_dir()
    assert main(["diff", "old.yaml", "new.yaml", "--format", form]) == 1
    assert capsys.readouterr() == (expected, "")


def test_json_has_what_was_said_before_and_after(both: Path, capsys: Capsys) -> None:
    assert both.is_dir()
    assert main(["diff", "old.yaml", "new.yaml", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    told = [(each["change"], each["record"], each["id"]) for each in found]
    assert told == [
        ("changed", "timeline", None),
        ("changed", "event", "first"),
        ("removed", "event", "second"),
        ("added", "actor", "bob"),
    ]
    assert found[1]["fields"] == {
        "date": {"before": "2014", "after": "2014-03~"},
        "actors": {"before": ["ann"], "after": ["bob"]},
    }
    assert found[1]["parts"][0]["fields"] == {"speaker": {"before": "ann", "after": "bob"}}
    assert found[2]["fields"]["title"] == "Second"


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_files_that_say_the_same_are_no_difference(
    write_timeline: Write, capsys: Capsys, form: str
) -> None:
    write_timeline(OLD, "old.yaml")
    write_timeline(OLD.replace("events:", "# of events\n\nevents:"), "new.yaml")
    assert main(["diff", "old.yaml", "new.yaml", "--format", form]) == 0
    assert capsys.readouterr() == ("[]\n" if form == "json" else "", "")


def test_another_order_of_records_is_one(write_timeline: Write, capsys: Capsys) -> None:
    write_timeline(NEW, "old.yaml")
    lines = NEW.splitlines(keepends=True)
    lines[2:4] = reversed(lines[2:4])
    write_timeline("".join(lines), "new.yaml")
    assert main(["diff", "old.yaml", "new.yaml"]) == 1
    assert capsys.readouterr() == ("", "actors in another order\n")


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        pytest.param("below", ["HEAD:./war.yaml", "war.yaml"], id="a commit and a file"),
        pytest.param(".", ["HEAD:below/war.yaml", "below/war.yaml"], id="from the top"),
        pytest.param(".", [":below/war.yaml", "new.yaml"], id="what is staged"),
        pytest.param(".", ["./a:b", "new.yaml"], id="a file with a colon"),
    ],
)
def test_what_git_has_is_one_side(
    both: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capsys,
    folder: str,
    words: list[str],
) -> None:
    (both / "a:b").write_text(OLD, "utf-8")
    monkeypatch.chdir(both / folder)
    assert main(["diff", *words]) == 1
    assert capsys.readouterr() == (TEXT, "")


def test_standard_input_is_one_side(both: Path) -> None:
    assert both.is_dir()
    done = run("diff", "-", "new.yaml", stdin=OLD.encode())
    assert (done.returncode, done.stdout.decode()) == (1, TEXT)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(["no.yaml", "new.yaml"], "there is no file no.yaml", id="no file"),
        pytest.param(["-", "-"], "only one of the two can be standard input", id="twice"),
        pytest.param(
            ["HED:a", "new.yaml"], "git has no HED:a: invalid object name 'HED'", id="no commit"
        ),
        pytest.param(
            ["HEAD:a", "new.yaml"],
            "git has no HEAD:a: path 'a' does not exist in 'HEAD'",
            id="no file in it",
        ),
        pytest.param(["HEAD:below", "new.yaml"], "git has no HEAD:below: ", id="a folder in it"),
        pytest.param(
            ["a:b", "new.yaml"],
            "git has no a:b: invalid object name 'a'.; the file is given as ./a:b",
            id="a file with a colon",
        ),
        pytest.param(["--", "-x:a", "new.yaml"], "-x:a is no name of a commit", id="an option"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(
    both: Path, capsys: Capsys, words: list[str], sentence: str
) -> None:
    (both / "a:b").touch()
    assert main(["diff", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"dateline: {sentence}")
    assert err.count("\n") == 1


def test_without_git_it_says_so(
    both: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capsys
) -> None:
    monkeypatch.setenv("PATH", str(both))
    assert main(["diff", "HEAD:below/war.yaml", "new.yaml"]) == 2
    assert capsys.readouterr().err == (
        "dateline: git is asked for HEAD:below/war.yaml, and cannot be run: "
        "no such file or directory\n"
    )


def test_errors_are_told_since_what_cannot_be_read_is_missing(
    write_timeline: Write, capsys: Capsys
) -> None:
    write_timeline(OLD, "old.yaml")
    write_timeline(OLD.replace("2015", "2015-13"), "new.yaml")
    assert main(["diff", "old.yaml", "new.yaml"]) == 1
    out, err = capsys.readouterr()
    assert out == "- event second  2015  Second\n"
    assert err == "new.yaml: 1 error; see `dateline check`\n"
