"""The command line: what cannot be done, streams of all sorts, and the help."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.program import run
from tui import __version__, shipped
from tui.cli import main
from tui.cli.commands import COMMANDS

Write = Callable[..., Path]


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


@pytest.mark.parametrize("words", [["check", "--fix"], ["--export", "x"], ["a", "b"]])
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


@pytest.mark.parametrize(
    "command",
    ["list", "show e7", "check", "new -", "schema", "keys", "doctor", "completions bash", "--help"],
)
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


@pytest.mark.parametrize("command", ["list", "list --filter x:y", "show accord", "doctor", "keys"])
def test_closed_streams_are_no_crash(write_timeline: Write, command: str) -> None:
    write_timeline()
    for closed in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        shell = f"{sys.executable} -m tui {command} {closed}"
        done = subprocess.run(["sh", "-c", shell], capture_output=True, check=False)  # noqa: S607
        assert b"Traceback" not in done.stderr


# ---- help ----


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"dateline {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_help(capsys: pytest.CaptureFixture[str], name: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith(f"usage: dateline {name} ")
    assert all(len(line) <= 80 for line in out.splitlines())


def test_help_names_the_keys_that_matter(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    out = capsys.readouterr().out
    assert "? shows the keys and q quits" in out
    assert all(f"  {name} " in out for name in COMMANDS)
    assert all(len(line) <= 80 for line in out.splitlines())


def test_every_shipped_theme_can_be_named() -> None:
    names = [path.stem for path in shipped("themes").glob("*.yaml")]
    assert names
    for name in names:
        assert run("--theme", name, "none").stderr == b"dateline: there is no file none\n"
