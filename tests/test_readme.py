"""The README: its example loads, and each of its commands is run by a test."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tui import cli
from tui.cli.commands import COMMANDS
from tui.document import reader
from tui.settings import settings
from tui.timeline import haystack, query, search

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TIMELINE = (ROOT / "timeline.yaml").read_bytes()

# Which test runs a command, or which file of the build does.
RUN_BY = {
    "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/dateline": (
        "tests/test_packaging.py::test_the_install_command_of_the_readme_shows_the_timeline"
    ),
    'dateline history.yaml --at "March 2024"': (
        "tests/test_readme.py::test_the_commands_that_open_a_file_are_understood"
    ),
    "dateline history.yaml --filter actor:pashinyan --fresh": (
        "tests/test_readme.py::test_the_commands_that_open_a_file_are_understood"
    ),
    "dateline history.yaml --theme paper --no-mouse": (
        "tests/test_readme.py::test_the_commands_that_open_a_file_are_understood"
    ),
    "dateline present history.yaml": "tests/cli/test_present.py::test_it_presents_every_event",
    "dateline present history.yaml --filter actor:pashinyan --from csto-threat-2024 --for 20m": (
        "tests/cli/test_present.py::test_what_is_asked_for_reaches_the_screen"
    ),
    "ssh -t host dateline history.yaml": "tests/terminal/test_ssh.py",
    "ssh -t host dateline present history.yaml --tour short": "tests/terminal/test_ssh_talk.py",
    "ssh -t host dateline follow --notes": "tests/terminal/test_ssh_talk.py",
    "ssh -t host dateline follow": "tests/terminal/test_ssh_talk.py",
    "ssh -t host tmux new -A -s talk dateline present history.yaml": (
        "tests/terminal/test_ssh_talk.py"
    ),
    "dateline present history.yaml --socket /srv/talk/talk.sock --group audience": (
        "tests/terminal/test_following.py"
    ),
    "dateline follow --socket /srv/talk/talk.sock": "tests/terminal/test_following.py",
    "LC_DATELINE_COLOR=truecolor ssh -t -o SendEnv=LC_DATELINE_COLOR host dateline": (
        "tests/terminal/test_ssh.py"
    ),
    "dateline list history.yaml": "tests/test_readme.py::test_the_plain_commands_work",
    "dateline list - < history.yaml": "tests/test_readme.py::test_the_plain_commands_work",
    "dateline list history.yaml --filter 'actor:pashinyan on:2024'": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline list history.yaml --filter has:quote --format csv > quoted.csv": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline show pashinyan history.yaml": "tests/test_readme.py::test_the_plain_commands_work",
    "dateline show csto-threat-2024 history.yaml --format md": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline tours history.yaml": "tests/test_readme.py::test_the_plain_commands_work",
    "dateline export history.yaml --format html --filter thread:alliance --output handout.html": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline chart history.yaml --by actor --from 2022": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline chart --from 2024-11 --to 2024-12 --filter thread:syria": (
        "tests/test_readme.py::test_the_chart_it_shows_is_printed"
    ),
    "dateline chart history.yaml --width 120 --format svg > history.svg": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline doctor": "tests/test_readme.py::test_the_plain_commands_work",
    "dateline keys": "tests/test_readme.py::test_the_plain_commands_work",
    "dateline check history.yaml": "tests/test_readme.py::test_the_plain_commands_work",
    "dateline check --format github history.yaml": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline check history.yaml --quotes sources": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline check --strict --format json history.yaml": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline schema > timeline.schema.json": "tests/test_readme.py::test_the_plain_commands_work",
    "dateline new first.yaml && dateline first.yaml": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    'dateline new --title "The war in the east" war.yaml': (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    'dateline set csto-threat-2024 title "Pashinyan calls the bloc a threat" history.yaml': (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline set csto-threat-2024 tags --add csto --dry-run history.yaml": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline diff HEAD:./history.yaml history.yaml": (
        "tests/test_readme.py::test_the_plain_commands_work"
    ),
    "dateline fmt --write history.yaml": "tests/test_readme.py::test_the_plain_commands_work",
    "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/ruff check "
    "&& .venv/bin/ruff format --check && .venv/bin/mypy && .venv/bin/lint-imports "
    "&& .venv/bin/pytest -n auto --dist loadgroup": ".ci/run",
}

PLAIN = [command for command, test in RUN_BY.items() if test.endswith("plain_commands_work")]
OPENING = [command for command, test in RUN_BY.items() if test.endswith("are_understood")]


def marked(name: str) -> str:
    """The fenced block after a mark such as `<!-- install -->`."""
    found = re.search(rf"^<!-- {name} -->\n```\w*\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found, name
    return found[1]


def table(name: str) -> list[str]:
    """The lines of the table between two marks."""
    return README.partition(f"<!-- {name} -->\n")[2].partition(f"<!-- /{name} -->")[0].splitlines()


def commands() -> list[str]:
    """Every command of the README, a chain of `&&` as one line."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.replace("&&\n", "&& ").splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with the example of the README as history.yaml, and a copy of its source."""
    (tmp_path / "history.yaml").write_text(marked("example"), encoding="utf-8")
    quote = reader.read(marked("example").encode()).timeline.quotes[0]
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / f"{quote.source}.txt").write_text(quote.text, encoding="utf-8")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "First"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)  # noqa: S607
    return tmp_path


def test_each_command_is_run_by_a_test() -> None:
    assert sorted(commands()) == sorted(RUN_BY)


@pytest.mark.parametrize("test", sorted(set(RUN_BY.values())))
def test_the_tests_that_run_them_exist(test: str) -> None:
    file, _, name = test.partition("::")
    assert not name or f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_the_example_is_a_timeline_without_problems() -> None:
    reading = reader.read(marked("example").encode())
    assert (*reading.problems, *reader.audit(reading)) == ()
    assert [event.id for event in reading.timeline.events] == ["csto-threat-2024"]


@pytest.mark.parametrize("command", PLAIN)
def test_the_plain_commands_work(folder: Path, program: str, command: str) -> None:
    shell = command.replace("dateline", program)
    unset = {name: str(folder / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        ["sh", "-c", shell],  # noqa: S607
        cwd=folder,
        env={**os.environ, **unset},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", OPENING)
def test_the_commands_that_open_a_file_are_understood(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.chdir(folder)
    assert cli.main(shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out.startswith("2024-02-28 ")


def test_the_chart_it_shows_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    command = next(each for each in commands() if "thread:syria" in each)
    assert cli.main(shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out == marked("chart")


def test_the_commands_are_those_that_there_are() -> None:
    rows = [f"| `dateline {name}` | {about} |" for name, about in COMMANDS.items()]
    assert table("commands")[2:] == rows


def test_every_key_of_a_query_is_told_with_an_example_that_finds_something() -> None:
    heap = haystack.gathered(reader.read(TIMELINE).timeline)
    rows = [[cell.strip(" `") for cell in row.split("|")[1:-1]] for row in table("query")[2:]]
    assert [key for key, _, _ in rows] == [f"{key}:" for key in query.KEYS]
    for key, _, example in rows:
        asked = query.parse(example)
        assert key in example
        assert asked.mistakes == ()
        assert 0 < len(search.find(heap, asked)) < len(heap.timeline.events), example


def test_the_settings_it_shows_are_understood() -> None:
    found, problems = settings.read(marked("config").encode())
    assert problems == ()
    assert (found.theme, found.mouse, found.ascii) == ("paper", False, None)
    assert found.keys["pane.next"] == ("tab", "b")


def test_the_continuous_build_runs_the_test_command_of_the_readme() -> None:
    assert marked("test").startswith("python3 -m venv .venv")
    assert "<!-- test -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_theme_it_names_exists() -> None:
    themes = re.findall(r"--theme (\w+)", README)
    assert themes
    assert all((ROOT / "themes" / f"{name}.yaml").exists() for name in themes)
