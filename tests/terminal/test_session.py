"""The session of the README: its keys make the change that it shows."""

import re
import shlex
import subprocess
from pathlib import Path

from terminal.pty import DATELINE, Terminal

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCK = r"^<!-- {} -->\n```\w*\n(.*?)^```$"
NAMED = {"Tab": "\t", "Ctrl+s": "\x13"}
SHOWS = {"i": "Event csto-threat-2024", "Ctrl+s": "1 unsaved", "w": "Saved history.yaml"}
"""What is waited for behind a key, as a person would."""


def block(name: str) -> str:
    found = re.search(BLOCK.format(name), README, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def test_the_session_of_the_readme(tmp_path: Path) -> None:
    file = tmp_path / "history.yaml"
    file.write_text(block("example"), encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)  # noqa: S607
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)  # noqa: S607
    first, command, *expected = block("session").splitlines()
    *keys, last = shlex.split(first.partition("# keys: ")[2])

    with Terminal([*DATELINE, file.name], cwd=tmp_path, columns=100, rows=30) as terminal:
        terminal.wait_for("┏━ 1 Events")
        for key in keys:
            terminal.type(NAMED.get(key, key))
            terminal.wait_for(SHOWS.get(key, "" if key in NAMED else key))
        terminal.type(last)
        assert terminal.wait_for_exit() == 0

    shown = subprocess.run(
        ["sh", "-c", command.removeprefix("$ ")],  # noqa: S607
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert shown.splitlines() == expected
