"""The disk: the bytes of a timeline file, just as they are, and where the user's own files lie.

Input and output only; what the bytes mean is the reader's business. All of it raises `OSError`.
"""

import errno
import os
import pwd
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.document import drafts


class Stamp(NamedTuple):
    """What changes when a file does; times are in nanoseconds since 1970, by the file system.

    `modified` is of the bytes, and programs may set it back; `changed` is of anything.
    """

    device: int
    inode: int
    size: int
    modified: int
    changed: int


def load(path: Path) -> bytes:
    """Every byte of a file."""
    return path.read_bytes()


def size(path: Path) -> int | None:
    """How many bytes a readable file holds; None for a pipe or device, which cannot be asked.

    A pipe gives its bytes once, so it is not even opened here.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return None
    with path.open("rb") as file:
        return file.seek(0, 2)


def stamp(path: Path) -> Stamp:
    """The stamp of a file, behind whatever links lead to it."""
    about = path.stat()
    _check_is_file(path, about)
    return Stamp(about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)


class ChangedError(OSError):
    """A file holds something else than it was thought to hold."""


def save(
    path: Path,
    data: bytes,
    mode: int | None = None,
    *,
    is_lasting: bool = True,
    over: bytes | None = None,
) -> None:
    """Put bytes in the place of a file: all of them, or else the file stays as it is.

    A link stays a link, and what it leads to is replaced. A file that may not be written is
    refused, although its folder would allow to replace it. One that cannot be replaced by its
    like is written in place: it has another name or owner, or its folder takes no new file.

    Args:
        path: The file, which need not exist; its folder must.
        data: All that it is to hold.
        mode: Its permissions; None for those that it has, or what is usual for a new one.
        is_lasting: Whether to wait until the disk has the bytes, so that they outlast a loss of
            power.
        over: What the file must hold until then; None for whatever it does.

    Raises:
        ChangedError: It does not hold that any more.
    """
    target = Path(os.path.realpath(path))
    before = _check_writable(target)
    if is_lasting:
        drafts.sweep(target.parent)
    try:
        with drafts.draft(target.parent, usual=mode is None and before is None) as fresh:
            fresh.write(data)
            is_alike = fresh.settle(target, mode, before)
            if is_lasting:
                fresh.flush()
            _check_unchanged(target, over)
            if is_alike:
                fresh.replace(target)
            else:
                _write_in_place(target, data)
    except PermissionError:
        if before is None:
            raise
        _check_unchanged(target, over)
        _write_in_place(target, data)
    if is_lasting:
        _flush_folder(target.parent)


def create(path: Path, data: bytes) -> None:
    """Make a file that holds bytes: all of them, or else there is none.

    Raises:
        FileExistsError: There is something of that name, be it a link that leads nowhere.
    """
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
    _flush_folder(path.parent)


def own_folder(environment: Mapping[str, str], variable: str, otherwise: str) -> Path:
    """Where dateline keeps files of a sort for this user, by the XDG Base Directory rules.

    Args:
        environment: The variables of the environment.
        variable: The one that names the folder for that sort; it counts only if absolute.
        otherwise: What to take instead, below the home folder.
    """
    given = environment.get(variable, "")
    base = Path(given) if given.startswith("/") else _home(environment) / otherwise
    return base / "dateline"


def _home(environment: Mapping[str, str]) -> Path:
    home = environment.get("HOME", "")
    if not home.startswith("/"):
        try:
            home = pwd.getpwuid(os.getuid()).pw_dir
        except KeyError:  # a user without a name, as in many a container
            home = "/"
    return Path(home)


def _check_writable(target: Path) -> os.stat_result | None:
    """What a file is that may be written; None where there is none yet."""
    try:
        about = target.stat()
    except FileNotFoundError:
        return None
    _check_is_file(target, about)
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return about


def _check_unchanged(target: Path, over: bytes | None) -> None:
    if over is not None and load(target) != over:
        raise ChangedError(errno.ESTALE, "Another program has changed it meanwhile", str(target))


def _write_in_place(target: Path, data: bytes) -> None:
    """Have a file hold other bytes; where the disk does not take them, it holds the old ones."""
    with target.open("r+b", buffering=0) as file:
        old = file.read()
        try:
            _overwrite(file.fileno(), data)
        except BaseException:
            with suppress(OSError):
                _overwrite(file.fileno(), old)
            raise


def _overwrite(file: int, data: bytes) -> None:
    """Have an open file hold some bytes and no others, once the disk has them."""
    done = 0
    while done < len(data):
        done += os.pwrite(file, data[done:], done)
    os.ftruncate(file, len(data))
    os.fsync(file)


def _check_is_file(path: Path, about: os.stat_result) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(about.st_mode):
        raise OSError(errno.EINVAL, "Not a file but a pipe or device", str(path))


def _flush_folder(folder: Path) -> None:
    """Have the disk know that a file in a folder was replaced."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # not every file system can
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
