"""Bytes from the disk."""

import os
from pathlib import Path

import pytest

from tui.document import disk


def test_bytes_come_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\xff\r\n\x00")
    assert disk.load(path) == b"\xff\r\n\x00"
    assert disk.size(path) == 4


def test_a_pipe_is_not_asked_for_its_size(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert disk.size(tmp_path / "pipe") is None


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        disk.size(tmp_path)


def test_what_is_missing_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        disk.size(tmp_path / "nothing")
