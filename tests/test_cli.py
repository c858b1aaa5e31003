"""The command line: what it prints, where, and with which exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui import __version__, shipped
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


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command runs where there is no timeline but what a test writes."""
    monkeypatch.chdir(tmp_path)


def run(
    *words: str, stdin: bytes | None = None, environment: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Run the program itself, without a terminal."""
    command = [sys.executable, "-m", "tui", *words]
    environment = {**os.environ, **(environment or {})}
    return subprocess.run(command, input=stdin, capture_output=True, env=environment, check=False)


# ---- check ----


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


# ---- list ----


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


# ---- schema ----


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("http")


# ---- what cannot be done ----


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(["list", "none"], "there is no file none", id="missing"),
        pytest.param(["chekc"], "did you mean `dateline check`?", id="misspelt command"),
        pytest.param(["list", "."], ". is a folder; name the file in it", id="folder"),
        pytest.param(["list", "a/b"], "cannot read a/b: not a directory", id="below a file"),
        pytest.param(["list", "\x1b]0;x\x07"], "there is no file �]0;x�", id="control characters"),
        pytest.param(["--theme", "inc"], "there is no theme inc; there are", id="theme"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    Path("a").touch()
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert err.startswith("dateline: ")
    assert err.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_one_sentence(
    write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    write_timeline().chmod(0)
    assert main(["check"]) == 2
    assert capsys.readouterr().err == "dateline: cannot read timeline.yaml: permission denied\n"


def test_a_file_called_like_a_command_is_opened_with_a_path(write_timeline: Write) -> None:
    write_timeline(name="check")
    assert run("./check").stdout.startswith(b"2008-08-12")


@pytest.mark.parametrize("words", [["check", "--fix"], ["--filter", "x"], ["a", "b"]])
def test_what_is_not_offered_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2


def test_an_interrupt_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, write_timeline: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_path: Path) -> bytes:
        raise KeyboardInterrupt

    write_timeline()
    monkeypatch.setattr("tui.document.disk.load", interrupt)
    assert main(["check"]) == 130
    assert capsys.readouterr() == ("", "")


# ---- pipes and encodings ----


@pytest.mark.parametrize("command", ["list", "check", "schema", "--help"])
def test_a_closed_pipe_is_no_complaint(write_timeline: Write, command: str) -> None:
    events = "".join(
        f"  - {{id: e{at}, date: 2014-02-31, title: {'long ' * 20}}}\n" for at in range(2000)
    )
    write_timeline(f"title: Many\nevents:\n{events}")
    shell = f"{sys.executable} -m tui {command} | head -1"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, check=False)  # noqa: S607
    assert b"Traceback" not in done.stderr
    assert b"Error" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_sentence(write_timeline: Write) -> None:
    write_timeline()
    command = f"{sys.executable} -m tui list >/dev/full"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)  # noqa: S607
    assert done.stderr == b"dateline: cannot write: no space left on device\n"
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("environment", "title"),
    [
        pytest.param(
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            "Erdoğan".encode(),
            id="no locale",
        ),
        pytest.param({"PYTHONIOENCODING": "latin-1"}, b"Erdo?an", id="Latin-1"),
    ],
)
def test_no_encoding_makes_it_fail(
    write_timeline: Write, tiny: str, environment: dict[str, str], title: bytes
) -> None:
    write_timeline(tiny.replace("The accord", "Erdoğan"))
    done = run("list", environment=environment)
    assert title in done.stdout
    assert done.returncode == 0


def test_closed_streams_are_no_crash(write_timeline: Write) -> None:
    write_timeline()
    for closed in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        command = f"{sys.executable} -m tui list {closed}"
        done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)  # noqa: S607
        assert b"Traceback" not in done.stderr


# ---- help ----


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"dateline {__version__}\n"


def test_help_names_the_keys_that_matter(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    out = capsys.readouterr().out
    assert "? shows the keys and q quits" in out
    assert all(len(line) <= 80 for line in out.splitlines())


def test_every_shipped_theme_can_be_named() -> None:
    names = [path.stem for path in shipped("themes").glob("*.yaml")]
    assert names
    for name in names:
        assert run("--theme", name, "none").stderr == b"dateline: there is no file none\n"
