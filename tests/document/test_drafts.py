"""Drafts: what is left of savings that died is swept, and nothing else."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

from tui.document import disk, drafts

_DEAD = """
import os, sys
from pathlib import Path
from tui.document import disk

Path.replace = lambda *_: os.kill(os.getpid(), 9)
disk.save(Path(sys.argv[1]), b"new")
"""


def test_what_a_killed_process_leaves_is_swept_by_the_next_save(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", _DEAD, path], check=False)
    assert done.returncode == -9
    left = [each for each in tmp_path.iterdir() if each != path]
    assert [each.read_bytes() for each in left] == [b"new"]
    assert path.read_bytes() == b"old"

    disk.save(path, b"newer")

    assert list(tmp_path.iterdir()) == [path]


def test_what_is_being_written_or_is_none_of_ours_is_not_swept(tmp_path: Path) -> None:
    others = [
        tmp_path / name
        for name in (".dateline-", ".dateline-1-x", f".dateline-{os.getpid()}-{'0' * 16}")
    ]
    for path in others:
        path.write_bytes(b"theirs")
    (tmp_path / f".dateline-99999999-{'1' * 16}").symlink_to(others[0])
    (tmp_path / f".dateline-99999999-{'2' * 16}").mkdir()
    before = sorted(tmp_path.iterdir())

    with drafts.draft(tmp_path, usual=True):
        (alive,) = set(tmp_path.iterdir()) - set(before)
        drafts.sweep(tmp_path)
        assert alive.exists()

    assert sorted(tmp_path.iterdir()) == before


def test_a_locked_draft_is_alive_whatever_its_number(tmp_path: Path) -> None:
    path = tmp_path / f".dateline-99999999-{'0' * 16}"
    with path.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        drafts.sweep(tmp_path)
        assert path.exists()
    drafts.sweep(tmp_path)
    assert not path.exists()


def test_an_old_draft_is_dead_although_its_number_lives(tmp_path: Path) -> None:
    path = tmp_path / f".dateline-{os.getpid()}-{'0' * 16}"
    path.touch()
    os.utime(path, (0, 0))
    drafts.sweep(tmp_path)
    assert not path.exists()
