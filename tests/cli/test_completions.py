"""`dateline completions`: the shells take the scripts, and complete with them."""

import shutil
import subprocess
from pathlib import Path

import pexpect
import pytest

from tui.cli import main
from tui.cli.commands import COMMANDS

# What to type, and what must be among the answers.
COMPLETED = [
    pytest.param("dateline ch", "check", id="a command"),
    pytest.param("dateline check --fo", "--format", id="an option"),
    pytest.param("dateline check --format gi", "github", id="a choice"),
    pytest.param("dateline --theme pa", "paper", id="a theme"),
    pytest.param("dateline completions z", "zsh", id="a shell"),
    pytest.param("dateline his", "history.yaml", id="a file"),
    pytest.param("dateline check his", "history.yaml", id="a file of a command"),
    pytest.param("dateline tours --format js", "json", id="a choice of tours"),
    pytest.param("dateline new --ti", "--title", id="an option of new"),
    pytest.param("dateline new his", "history.yaml", id="a file to write"),
    pytest.param("dateline diff history.yaml his", "history.yaml", id="the second file"),
    pytest.param("dateline set a --un", "--unset", id="an option of set"),
    pytest.param("dateline set a title b his", "history.yaml", id="a file behind a value"),
    pytest.param("dateline fmt --wr", "--write", id="an option of fmt"),
    pytest.param("dateline chart --by act", "actor", id="a grouping"),
    pytest.param("dateline chart --theme pa", "paper", id="the colours of a chart"),
    pytest.param("dateline export --format ht", "html", id="a format of export"),
    pytest.param("dateline export --output his", "history.yaml", id="a file to write to"),
    pytest.param("dateline check --quotes cop", "copies", id="a folder"),
]

_ASK_BASH = """
eval "$(cat script)"
COMP_WORDS=(TYPED)
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_dateline
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(autouse=True)
def folder(home: Path) -> Path:
    """A folder with something to complete."""
    (home / "history.yaml").touch()
    (home / "copies").mkdir()
    return home


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> Path:
    """The script for a shell, in a file."""
    assert main(["completions", shell]) == 0
    path = Path.cwd() / "script"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    return path


def found(shell: str) -> str:
    """Where a shell is; without it the test is skipped."""
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed")
    return path


def answers(*command: str) -> list[str]:
    """The lines that a command prints."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize(("typed", "completed"), COMPLETED)
def test_bash_completes(capsys: pytest.CaptureFixture[str], typed: str, completed: str) -> None:
    bash = found("bash")
    script("bash", capsys)
    asked = _ASK_BASH.replace("TYPED", typed)
    assert completed in answers(bash, "--norc", "-c", asked)


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        pytest.param("dateline check --format = gi", ["github"], id="behind an equals sign"),
        pytest.param("dateline check --format =", ["text", "json", "github"], id="just behind it"),
        pytest.param("dateline --at h", [], id="an id is none of its business"),
        pytest.param("dateline schema h", [], id="no file where none is taken"),
    ],
)
def test_bash_completes_no_more_than_fits(
    capsys: pytest.CaptureFixture[str], words: str, completed: list[str]
) -> None:
    bash = found("bash")
    script("bash", capsys)
    asked = _ASK_BASH.replace("TYPED", words)
    assert [line for line in answers(bash, "--norc", "-c", asked) if line] == completed


@pytest.mark.parametrize(("typed", "completed"), COMPLETED)
def test_fish_completes(capsys: pytest.CaptureFixture[str], typed: str, completed: str) -> None:
    fish = found("fish")
    script("fish", capsys)
    lines = answers(fish, "--no-config", "-c", f"source script; complete -C '{typed}'")
    assert completed in [line.partition("\t")[0].rstrip("/") for line in lines]


@pytest.mark.parametrize(("typed", "completed"), COMPLETED)
def test_zsh_completes(
    folder: Path, capsys: pytest.CaptureFixture[str], typed: str, completed: str
) -> None:
    zsh = found("zsh")
    script("zsh", capsys)
    around = {"PATH": "/usr/bin:/bin", "TERM": "dumb", "HOME": str(folder), "LANG": "C.UTF-8"}
    with pexpect.spawn(zsh, ["-f", "-i"], cwd=str(folder), env=around, encoding="utf-8") as shell:
        shell.delaybeforesend = None
        shell.sendline("unsetopt beep; autoload -U compinit; compinit -u -D")
        shell.sendline("eval \"$(cat script)\"; echo re''ady")
        shell.expect("ready\r\n")
        shell.send(f"{typed}\t")
        assert shell.expect([f"{completed}[ =/]", pexpect.TIMEOUT], timeout=20) == 0


def test_zsh_takes_it_as_a_file_of_its_path(capsys: pytest.CaptureFixture[str]) -> None:
    zsh = found("zsh")
    path = script("zsh", capsys)
    assert answers(zsh, "-f", "-n", str(path)) == []
    assert path.read_text(encoding="utf-8").startswith("#compdef dateline\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_is_in_the_script(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    text = script(shell, capsys).read_text(encoding="utf-8")
    assert COMMANDS
    assert all(name in text for name in COMMANDS)
