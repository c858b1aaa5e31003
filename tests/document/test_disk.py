"""Bytes from the disk and back, and where the user's own files lie."""

import errno
import os
import struct
import sys
from collections.abc import Callable
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
    with pytest.raises(IsADirectoryError):
        disk.stamp(tmp_path)


def test_what_is_missing_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        disk.size(tmp_path / "nothing")
    with pytest.raises(FileNotFoundError):
        disk.stamp(tmp_path / "nothing")


def test_a_pipe_has_no_stamp(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="pipe"):
        disk.stamp(tmp_path / "pipe")


def test_a_stamp_is_that_of_the_file_behind_a_link(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"four")
    (tmp_path / "link").symlink_to(path)
    os.utime(path, ns=(5, 7))

    assert disk.stamp(tmp_path / "link") == disk.stamp(path)
    assert disk.stamp(path)[2:4] == (4, 7)


# Saving


def rights(path: Path) -> str:
    """The permissions of a file, as chmod takes them."""
    return oct(path.stat().st_mode & 0o7777)


@pytest.mark.parametrize("is_lasting", [True, False])
def test_saved_bytes_are_there_and_nothing_else_is(tmp_path: Path, *, is_lasting: bool) -> None:
    path = tmp_path / "file"
    for data in (b"one", b"\xff\r\n\x00"):
        disk.save(path, data, is_lasting=is_lasting)
        assert path.read_bytes() == data
    assert os.listdir(tmp_path) == ["file"]  # noqa: PTH208, names are compared


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    path.chmod(0o640)
    disk.save(path, b"new")
    assert rights(path) == "0o640"


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    disk.save(tmp_path / "file", b"new")
    (tmp_path / "other").touch()
    assert rights(tmp_path / "file") == rights(tmp_path / "other")


def test_a_file_has_the_permissions_asked_for(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name in ("file", "new"):
        disk.save(tmp_path / name, b"new", 0o600)
        assert rights(tmp_path / name) == "0o600"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("folder/file")
    disk.save(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "folder/file").read_bytes() == b"new"


def test_what_others_have_open_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with path.open("rb") as file:
        disk.save(path, b"new")
        assert file.read() == b"old"


def _read_only(path: Path) -> None:
    path.touch()
    path.chmod(0o400)


@pytest.mark.parametrize(
    ("make", "error"),
    [
        pytest.param(Path.mkdir, IsADirectoryError, id="a folder"),
        pytest.param(os.mkfifo, OSError, id="a pipe"),
        pytest.param(
            _read_only,
            PermissionError,
            id="a file that may not be written",
            marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may write any file"),
        ),
    ],
)
def test_what_is_not_to_be_replaced_stays(
    tmp_path: Path, make: Callable[[Path], None], error: type[OSError]
) -> None:
    make(tmp_path / "there")
    before = (tmp_path / "there").stat()

    with pytest.raises(error):
        disk.save(tmp_path / "there", b"new")

    assert (tmp_path / "there").stat() == before
    assert os.listdir(tmp_path) == ["there"]  # noqa: PTH208, names are compared


def test_a_folder_that_is_missing_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        disk.save(tmp_path / "nothing/file", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_file_stays_as_it_is_where_it_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"old")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        disk.save(tmp_path / "file", b"new")

    assert (tmp_path / "file").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]  # noqa: PTH208, names are compared


def test_what_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"theirs")
    with pytest.raises(disk.ChangedError):
        disk.save(tmp_path / "file", b"mine", over=b"old")
    assert (tmp_path / "file").read_bytes() == b"theirs"
    disk.save(tmp_path / "file", b"mine", over=b"theirs")
    assert (tmp_path / "file").read_bytes() == b"mine"
    assert os.listdir(tmp_path) == ["file"]  # noqa: PTH208, names are compared


def _keep_owner(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Have the file belong to somebody, as far as others are allowed to see to that."""
    os.chown(path, 12345, 12345) if os.geteuid() == 0 else path.chmod(0o600)

    def refused(*_args: int) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "fchown", refused)


def _link(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    del monkeypatch
    path.with_name("other").hardlink_to(path)


def _close_folder(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Have the folder take no new file, even where root asks."""
    opened = os.open

    def refused(name: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(name, flags, mode)

    monkeypatch.setattr("tui.document.drafts.os.open", refused)


@pytest.mark.parametrize(
    "prepare",
    [
        pytest.param(_link, id="two names"),
        pytest.param(
            _keep_owner,
            id="an owner that it cannot be given",
            marks=pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away"),
        ),
        pytest.param(_close_folder, id="a folder that takes no new file"),
    ],
)
@pytest.mark.parametrize("data", [b"new", b"something longer"])
def test_what_cannot_be_replaced_by_its_like_is_written_in_place(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    prepare: Callable[[pytest.MonkeyPatch, Path], None],
    data: bytes,
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old one")
    prepare(monkeypatch, path)
    before, names = path.stat(), sorted(tmp_path.iterdir())

    disk.save(path, data, over=b"old one")

    after = path.stat()
    assert path.read_bytes() == data
    assert (after.st_ino, after.st_uid, after.st_mode, after.st_nlink) == (
        (before.st_ino, before.st_uid, before.st_mode, before.st_nlink)
    )
    assert sorted(tmp_path.iterdir()) == names


def test_a_file_written_in_place_stays_as_it_is_on_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    _link(monkeypatch, path)
    written = os.pwrite

    def full(file: int, data: bytes, at: int) -> int:
        if at + len(data) > 3:
            written(file, data[:3], at)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return written(file, data, at)

    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(OSError, match="No space left"):
        disk.save(path, b"longer")
    assert path.read_bytes() == b"old"


_ACCESS = struct.pack("<I", 2) + b"".join(
    struct.pack("<HHI", tag, rights, who)
    for tag, rights, who in (
        (0x01, 6, 0xFFFFFFFF),  # the owner
        (0x02, 6, 12345),  # somebody
        (0x04, 4, 0xFFFFFFFF),  # the group
        (0x10, 6, 0xFFFFFFFF),  # at most
        (0x20, 0, 0xFFFFFFFF),  # all others
    )
)


@pytest.mark.skipif(sys.platform != "linux", reason="Python has no attributes of files elsewhere")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("user.colour", b"red", id="its own"),
        pytest.param("system.posix_acl_access", _ACCESS, id="an access list"),
    ],
)
def test_a_file_keeps_its_attributes(tmp_path: Path, name: str, value: bytes) -> None:
    path = tmp_path / "file"
    path.touch()
    try:
        os.setxattr(path, name, value)
    except OSError:
        pytest.skip("this file system keeps none")
    before = rights(path)
    disk.save(path, b"new")
    assert (os.getxattr(path, name), rights(path)) == (value, before)


# Making


def test_a_file_is_made_with_its_bytes_and_the_usual_permissions(tmp_path: Path) -> None:
    disk.create(tmp_path / "file", b"bytes")
    (tmp_path / "other").touch()
    assert (tmp_path / "file").read_bytes() == b"bytes"
    assert rights(tmp_path / "file") == rights(tmp_path / "other")


@pytest.mark.parametrize("there", ["file", "folder", "link", "dangling"])
def test_nothing_that_is_there_is_made_anew(tmp_path: Path, there: str) -> None:
    (tmp_path / "file").write_bytes(b"before")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "dangling").symlink_to("nowhere")
    before = sorted(path.name for path in tmp_path.iterdir())

    with pytest.raises(FileExistsError):
        disk.create(tmp_path / there, b"after")

    assert (tmp_path / "file").read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_file_that_cannot_be_made_whole_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", is_full)
    with pytest.raises(OSError, match="space"):
        disk.create(tmp_path / "file", b"bytes")
    assert list(tmp_path.iterdir()) == []


# The user's own files


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        pytest.param({"HOME": "/home/ann"}, "/home/ann/.local/state/dateline", id="below home"),
        pytest.param({"HOME": "/a", "XDG": "/b"}, "/b/dateline", id="as named"),
        pytest.param({"HOME": "/a", "XDG": "./b"}, "/a/.local/state/dateline", id="not absolute"),
    ],
)
def test_where_own_files_lie(environment: dict[str, str], folder: str) -> None:
    assert disk.own_folder(environment, "XDG", ".local/state") == Path(folder)


@pytest.mark.parametrize("environment", [{}, {"HOME": ""}, {"HOME": "somewhere"}])
def test_without_a_home_the_user_has_one_all_the_same(environment: dict[str, str]) -> None:
    assert disk.own_folder(environment, "XDG", ".config").is_absolute()
