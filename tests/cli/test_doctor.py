"""`dateline doctor`: what is so, and what is wrong."""

from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal, surroundings
from tui import __version__
from tui.cli import main

ROUTES = ("TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP")


def facts(out: str) -> dict[str, str]:
    """The facts by their names, the last of each; what is wrong begins with `!`."""
    rows = [line[2:].partition("  ") for line in out.splitlines()]
    return {name.strip(): value.strip() for name, _, value in rows}


def wrong(out: str) -> list[str]:
    """The lines that name something wrong."""
    return [line for line in out.splitlines() if line.startswith("!")]


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of which nothing is known but its name."""
    for name in (*ROUTES, "SSH_CONNECTION", "SSH_TTY", "NO_COLOR", "LC_DATELINE_COLOR", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-kitty")
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.mark.usefixtures("plain")
def test_all_is_well_where_nothing_is_set(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert main(["doctor"]) == 0
    out, err = capsys.readouterr()
    found = facts(out)
    assert err == "no problems\n"
    assert wrong(out) == []
    assert found["dateline"].startswith(f"{__version__} in ")
    assert {"Python", "textual", "rich", "pyyaml", "terminal", "background"} <= found.keys()
    assert found["colours"] == "truecolor"
    assert found["locale"] == "LANG=C.UTF-8"
    assert found["settings"].endswith("config.yaml, which is not there")
    assert found["themes"].startswith("amber, contrast, ink, paper, terminal; ")
    assert found["state"] == f"{home}/xdg_state_home/dateline, made when needed"
    assert found["clipboard"] == "the terminal itself (OSC 52)"
    assert not (home / "xdg_state_home").exists()


@pytest.mark.usefixtures("plain")
def test_values_stand_in_one_column(capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    column = lines[0].index(__version__)
    assert all(line[column - 2 : column] == "  " and line[column] != " " for line in lines)


@pytest.mark.usefixtures("plain")
def test_what_is_wrong_with_settings_and_themes_is_named(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (config / "config.yaml").write_text("mouse: maybe\ntheme: nosuch\n", encoding="utf-8")
    (config / "themes").mkdir()
    (config / "themes" / "mine.yaml").write_text("text: nocolour\n", encoding="utf-8")
    assert main(["doctor"]) == 1
    out, err = capsys.readouterr()
    named = wrong(out)
    assert any(f'{config}/config.yaml:1:8: error: mouse "maybe"' in line for line in named)
    assert any("there is no theme nosuch" in line for line in named)
    assert any("mine.yaml: " in line for line in named)
    assert err == f"{len(named)} problems\n"


@pytest.mark.usefixtures("plain")
def test_a_state_folder_that_cannot_be_is_wrong(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "xdg_state_home").touch()
    assert main(["doctor"]) == 1
    out, err = capsys.readouterr()
    (line,) = wrong(out)
    assert line.endswith(f"{home}/xdg_state_home is not a folder")
    assert err == "1 problem\n"


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize(
    ("environment", "programs", "route"),
    [
        pytest.param({"DISPLAY": ":0"}, ["xclip"], "xclip", id="X11"),
        pytest.param({"TMUX": "/tmp/x,1,0"}, ["tmux"], "tmux", id="tmux"),  # noqa: S108
        pytest.param({"TERM": "linux"}, [], "none; the file ", id="the console"),
        pytest.param(
            {"SSH_TTY": "/dev/pts/1", "DISPLAY": ":0"},
            ["xclip"],
            "the terminal itself (OSC 52)",
            id="far",
        ),
    ],
)
def test_it_names_the_route_to_the_clipboard(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    environment: dict[str, str],
    programs: list[str],
    route: str,
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name in programs else None)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    main(["doctor"])
    assert facts(capsys.readouterr().out)["clipboard"].startswith(route)


@pytest.mark.usefixtures("plain")
def test_no_variable_moves_the_cursor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "\x1b[2Jx")
    main(["doctor"])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "�[2Jx" in facts(out)["terminal"]


@pytest.mark.parametrize(
    ("columns", "rows", "status"), [(100, 40, 0), (30, 40, 1)], ids=["enough", "too narrow"]
)
def test_a_terminal_is_measured(tmp_path: Path, columns: int, rows: int, status: int) -> None:
    with Terminal([*DATELINE, "doctor"], cwd=tmp_path, columns=columns, rows=rows) as terminal:
        assert terminal.wait_for_exit() == status
        text = terminal.text.replace("\n", "")
        assert f"{columns}x{rows}" in text
        assert ("a screen needs 40x10" in text) == bool(status)
        assert not terminal.modes


def test_a_terminal_that_can_show_no_screen_is_wrong(tmp_path: Path) -> None:
    around = surroundings(tmp_path, TERM="dumb")
    command = [*DATELINE, "doctor"]
    with Terminal(command, cwd=tmp_path, environment=around, columns=200, rows=40) as terminal:
        assert terminal.wait_for_exit() == 1
        assert 'this terminal cannot show a screen (TERM is "dumb")' in terminal.text
