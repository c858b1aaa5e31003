"""What a user installs: the wheel, the source archive, and the README's install command."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from terminal.pty import Terminal
from test_readme import marked
from tui import __version__

ROOT = Path(__file__).parent.parent

# One worker builds and installs for all of them.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]

# Downloads take as long as they take.
PATIENCE = 240.0


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; fails with what it complains of."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def build(target: str, source: Path, into: Path) -> Path:
    """Build the wheel or the source archive of a source tree."""
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", into, cwd=source)
    (built,) = into.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive, unpacked."""
    archive = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(archive) as file:
        file.extractall(folder, filter="data")
    (top,) = folder.iterdir()
    return top


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, in a fresh environment that has nothing but the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    run(folder / "venv/bin/python", "-m", "pip", "install", "-q", wheel, cwd=folder)
    return folder / "venv/bin/dateline"


def environment() -> dict[str, str]:
    """This environment, in which pip may find its settings, on a plain UTF-8 terminal."""
    python = Path(sys.executable).parent
    path = f"{python}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


def first_title(listing: str) -> str:
    """The start of the first event's title, as much of it as any screen shows."""
    return listing.splitlines()[0].split(maxsplit=2)[2][:16]


def test_the_wheel_carries_all_that_is_read_at_run_time(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    themes = {f"tui/shipped/themes/{path.name}" for path in (ROOT / "themes").iterdir()}
    assert themes
    assert names >= themes | {
        "tui/shipped/timeline.yaml",
        "tui/timeline.schema.json",
        "tui/timeline.template.yaml",
        "tui/py.typed",
    }
    styles = {str(path.relative_to(ROOT)) for path in (ROOT / "tui").rglob("*.tcss")}
    assert names >= styles
    assert {name.partition("/")[0] for name in names} == {
        "tui",
        f"dateline-{__version__}.dist-info",
    }


def test_the_source_archive_builds_the_same_wheel(
    wheel: Path, unpacked: Path, tmp_path: Path
) -> None:
    again = build("wheel", unpacked, tmp_path)
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
        contents = {name: one.read(name) for name in one.namelist()}
        assert contents == {name: other.read(name) for name in other.namelist()}


def test_the_source_archive_holds_the_tests_and_the_build(unpacked: Path) -> None:
    for name in ("tests/test_packaging.py", ".ci/run", "pyproject.toml", "CHANGELOG.md", "LICENSE"):
        assert (unpacked / name).is_file(), name


def test_it_works_where_only_the_wheel_is(installed: Path, tmp_path: Path) -> None:
    assert run(installed, "--version", cwd=tmp_path) == f"dateline {__version__}\n"
    assert "timeline.yaml (shipped): " in run(installed, "check", cwd=tmp_path)
    title = first_title(run(installed, "list", cwd=tmp_path))
    with Terminal([str(installed)], cwd=tmp_path) as terminal:
        terminal.wait_for(title)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0


def test_the_install_command_of_the_readme_shows_the_timeline(unpacked: Path) -> None:
    shell = ["sh", "-c", marked("install")]
    with Terminal(shell, cwd=unpacked, environment=environment(), patience=PATIENCE) as terminal:
        terminal.wait_until(lambda: terminal.modes.get(1049, False), "the screen")
        title = first_title(run(unpacked / ".venv/bin/dateline", "list", cwd=unpacked))
        terminal.wait_for(title)
        terminal.type("q")
        assert terminal.wait_for_exit() == 0
