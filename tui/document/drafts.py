"""Drafts: new files on their way to take the place of others, and what is left of those that died.

A draft lies in the folder of the file that it is to replace. Its name has the process that writes
it, and a lock that the system lets go with that process tells that it lives.
"""

import fcntl
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time
from typing import Final

_NAME: Final = re.compile(r"\.dateline-(\d{1,10})-[0-9a-f]{16}")
_OLD: Final = 24 * 3600
"""Seconds after which a draft that nobody has locked is nobody's, whatever its process is."""


class Draft:
    """A file that is written."""

    def __init__(self, path: Path, file: int) -> None:
        self._path = path
        self._file = file

    def write(self, data: bytes) -> None:
        """Have it hold bytes."""
        with open(self._file, "wb", closefd=False) as file:
            file.write(data)

    def flush(self) -> None:
        """Wait until the disk has it."""
        os.fsync(self._file)

    def settle(self, target: Path, mode: int | None, before: os.stat_result | None) -> bool:
        """Give it the permissions, the owner and the attributes that it is to have.

        Args:
            target: The file that it is to replace.
            mode: The permissions; None for those of that file.
            before: What that file is; None where there is none.

        Returns:
            Whether it can stand for that file, by all its names.
        """
        if before is not None and (before.st_nlink > 1 or not self._has_owner_of(before)):
            return False
        if mode is None and before is not None:
            mode = stat.S_IMODE(before.st_mode)
        if mode is not None:
            with suppress(PermissionError):  # a file system without permissions
                os.fchmod(self._file, mode)
        if before is not None:
            _copy_attributes(target, self._file)
        return True

    def replace(self, target: Path) -> None:
        """Take the place of a file."""
        self._path.replace(target)

    def _has_owner_of(self, before: os.stat_result) -> bool:
        """Give it an owner and a group; whether the system lets it have them."""
        about = os.fstat(self._file)
        if (about.st_uid, about.st_gid) == (before.st_uid, before.st_gid):
            return True
        try:
            os.fchown(self._file, before.st_uid, before.st_gid)
        except OSError:
            return False
        return True


@contextmanager
def draft(folder: Path, *, usual: bool) -> Iterator[Draft]:
    """A draft in a folder; what was not put to use by the end is gone.

    Args:
        folder: Where the file is that it is to replace.
        usual: Whether it has the permissions of any new file, or is for its owner alone.
    """
    path = folder / f".dateline-{os.getpid()}-{os.urandom(8).hex()}"
    rights = 0o666 if usual else 0o600
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, rights)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield Draft(path, file)
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(file)


def sweep(folder: Path) -> None:
    """Take away what is left of drafts in a folder whose processes are no more."""
    with suppress(OSError), os.scandir(folder) as entries:
        names = [entry.name for entry in entries if _NAME.fullmatch(entry.name)]
        for name in names:
            with suppress(OSError):
                _sweep_one(folder / name)


def _sweep_one(path: Path) -> None:
    file = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        about = os.fstat(file)
        if not stat.S_ISREG(about.st_mode) or about.st_uid != os.geteuid():
            return
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not _is_alive(path) or time() - about.st_mtime > _OLD:
            path.unlink()
    finally:
        os.close(file)


def _is_alive(path: Path) -> bool:
    """Whether there is a process of the number that a draft has in its name."""
    found = _NAME.fullmatch(path.name)
    try:
        os.kill(int(found[1]) if found else 0, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _copy_attributes(source: Path, file: int) -> None:
    """Copy what else a file has, access lists among it, as far as the system lets us."""
    if sys.platform != "linux":
        return
    with suppress(OSError):
        for name in os.listxattr(source):
            with suppress(OSError):
                os.setxattr(file, name, os.getxattr(source, name))
