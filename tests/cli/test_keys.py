"""`dateline keys`: every key, with those of the user."""

from pathlib import Path

import pytest

from terminal.pty import DATELINE, Terminal
from tui.actions import ACTIONS, TALK_ACTIONS
from tui.cli import main


def row(out: str, action_id: str) -> str:
    """The line of an action."""
    (found,) = [line for line in out.splitlines() if f"  {action_id}  " in line]
    return found


def test_every_action_has_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys"]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == len(ACTIONS) + len(TALK_ACTIONS)
    assert row(out, "help").startswith("? F1 ")
    assert row(out, "help").endswith("  List every key, and what the signs mean.")
    assert err == ""


def test_the_users_own_keys_are_in_place_of_others(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (config / "config.yaml").write_text("keys: {zoom: [Z], redraw: []}\n", encoding="utf-8")
    assert main(["keys"]) == 0
    out = capsys.readouterr().out
    assert row(out, "zoom").startswith("Z ")
    assert row(out, "redraw").startswith("none ")


def test_what_is_wrong_with_them_is_said(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = config / "config.yaml"
    path.write_text("keys:\n  zooom: [Z]\n", encoding="utf-8")
    assert main(["keys"]) == 1
    out, err = capsys.readouterr()
    assert row(out, "zoom").startswith("z ")
    assert err == (f'{path}:2:3: error: there is no action "zooom"; did you mean "zoom"?\n')


def test_on_a_terminal_what_it_does_is_wrapped_beside_the_names(tmp_path: Path) -> None:
    with Terminal([*DATELINE, "keys"], cwd=tmp_path, columns=80, rows=160) as terminal:
        assert terminal.wait_for_exit() == 0
        lines = terminal.text.splitlines()
        at = next(at for at, line in enumerate(lines) if "  follow  " in line)
        column = lines[at].index("Follow the row")
        assert lines[at + 1][:column].strip() == ""
        assert lines[at + 1][column] != " "
