"""`dateline follow`: what is refused, and which talk it follows."""

from pathlib import Path

import pytest

from cli.program import run
from tui.cli import follow
from tui.share.place import private_folder, private_place


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("-", "a talk comes from its presenter, not from standard input"),
        ("nowhere.yaml", "there is no file nowhere.yaml that a talk could be on"),
        ("--notes --locked", "--locked is for guests, who have no notes"),
        ("--socket /nowhere/talk.sock", "nobody can present there: There is no folder /nowhere."),
        ("--locked --socket /", "nobody can present there: / is there, and is no socket."),
    ],
)
def test_what_makes_no_sense_is_refused(words: str, sentence: str) -> None:
    done = run("follow", *words.split())
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"dateline: {sentence}\n"


def test_without_a_terminal_there_is_nothing_to_follow_on() -> None:
    done = run("follow")
    assert done.returncode == 2
    assert "there is no terminal to follow a talk on" in done.stderr.decode()


def test_its_help_names_no_file_that_is_taken_without_one() -> None:
    printed = " ".join(run("follow", "--help").stdout.decode().split())
    assert "default: the talk that began last, on whatever file" in printed
    assert "./timeline.yaml" not in printed


def test_present_takes_no_group_without_a_socket(tmp_path: Path) -> None:
    done = run("present", "--group", "audience", environment={"HOME": str(tmp_path)})
    assert done.returncode == 2


@pytest.fixture
def sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where talks are that only we may follow."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return private_folder({"XDG_RUNTIME_DIR": str(tmp_path)}, tmp_path)


def where(*words: str) -> Path | None:
    """Where a command line looks for its presenter."""
    found = follow.where(follow.parser().parse_args(words))
    return found if isinstance(found, Path) else found()


def test_a_socket_is_taken_as_it_is_given(tmp_path: Path) -> None:
    assert where("--socket", str(tmp_path / "talk.sock")) == tmp_path / "talk.sock"


def test_a_file_has_the_socket_of_its_presenter(sockets: Path, tmp_path: Path) -> None:
    (tmp_path / "war.yaml").touch()
    place = private_place(sockets, tmp_path / "war.yaml")
    assert where(str(tmp_path / "war.yaml")) == place.path


def test_without_a_file_there_is_none_before_there_is_a_talk(sockets: Path) -> None:
    assert not sockets.exists()
    assert where() is None
