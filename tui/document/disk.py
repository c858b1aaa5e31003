"""The disk: the bytes of a timeline file, just as they are, and where the user's own files lie.

Input and output only; what the bytes mean is the reader's business. All of it raises `OSError`.
"""

import errno
import os
import pwd
import stat
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple


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


def save(path: Path, data: bytes, mode: int | None = None, *, is_lasting: bool = True) -> None:
    """Put bytes in the place of a file: all of them, or else the file stays as it is.

    A link stays a link, and what it leads to is replaced. A file that may not be written is
    refused, although its folder would allow to replace it.

    Args:
        path: The file, which need not exist; its folder must.
        data: All that it is to hold.
        mode: Its permissions; None for those that it has, or what is usual for a new one.
        is_lasting: Whether to wait until the disk has the bytes, so that they outlast a loss of
            power.
    """
    target = Path(os.path.realpath(path))
    before = _check_writable(target)
    if mode is None and before:
        mode = stat.S_IMODE(before.st_mode)
    fresh = target.with_name(f".dateline-{os.urandom(8).hex()}")
    opener = partial(os.open, mode=0o666 if mode is None else 0o600)
    try:
        with open(fresh, "xb", opener=opener) as file:
            file.write(data)
            file.flush()
            _settle_rights(file.fileno(), mode, before)
            if is_lasting:
                os.fsync(file.fileno())
        fresh.replace(target)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
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


def _settle_rights(file: int, mode: int | None, before: os.stat_result | None) -> None:
    """Give an open file its owner and permissions, as far as the user and the disk allow."""
    if before and (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):
            os.fchown(file, before.st_uid, before.st_gid)
    if mode is not None:
        with suppress(PermissionError):  # a file system without permissions
            os.fchmod(file, mode)


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
