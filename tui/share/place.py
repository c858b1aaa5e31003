"""Where the socket of a talk is: which path, and whether its folder is safe.

A private one is in a folder that only we may enter. One for a group is in a folder that we alone
may change and that the group may enter, outside the runtime folder, which no one else can pass.
What is not safe is refused with a sentence, and never mended.
"""

import errno
import grp
import os
import socket
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

from tui.document.reading.characters import shown

LONGEST: Final = 107 if sys.platform == "linux" else 103
"""Bytes of a path of a socket, see unix(7)."""

_OURS: Final = "dateline"
_SUFFIX: Final = ".sock"
_PRIVATE: Final = 0o700
_FOR_GROUP: Final = 0o750
_OPEN_TO_OTHERS: Final = 0o077
_WRITABLE_BY_OTHERS: Final = 0o022


class PlaceError(Exception):
    """A place that cannot be used; the text says why, as a sentence."""


class Place(NamedTuple):
    """Where a presenter listens.

    Attributes:
        path: Of the socket.
        group: The number of the group whose members may follow, None for ourselves alone.
    """

    path: Path
    group: int | None = None

    @property
    def mode(self) -> int:
        """The permissions of the socket."""
        return 0o600 if self.group is None else 0o660


def private_folder(environment: Mapping[str, str], temporary: Path) -> Path:
    """Where sockets are that only we may open: `$XDG_RUNTIME_DIR/dateline`.

    Args:
        environment: The variables of the environment.
        temporary: The folder for temporary files, taken where there is no runtime folder.
    """
    given = environment.get("XDG_RUNTIME_DIR", "")
    if given.startswith("/"):
        return Path(given) / _OURS
    return temporary / f"{_OURS}-{os.geteuid()}"


def socket_path(folder: Path, file: Path) -> Path:
    """Where the socket of a timeline file is; its stem is left out where it makes it too long.

    Raises:
        PlaceError: The folder is too deep for any socket.
    """
    digest = f"{crc32(os.fsencode(os.path.realpath(file))):08x}"
    for name in (f"{file.stem}-{digest}{_SUFFIX}", f"{digest}{_SUFFIX}"):
        if len(os.fsencode(folder / name)) <= LONGEST:
            return folder / name
    raise PlaceError(_too_long(folder / f"{digest}{_SUFFIX}"))


def private_place(folder: Path, file: Path) -> Place:
    """The place for a talk that only we may follow; its folder is made where it is missing.

    Raises:
        PlaceError: The folder is not safe, or too deep.
    """
    path = socket_path(folder, file)
    _make(folder, _PRIVATE, None)
    _check(folder, _OPEN_TO_OTHERS)
    return Place(path)


def open_place(path: Path, group: str, private: Path) -> Place:
    """The place that was asked for by name; its folder is made where it is missing.

    Args:
        path: Of the socket.
        group: The name of the group that may follow, "" for ourselves alone.
        private: The private folder: nobody else can pass it, nor the runtime folder it is in.

    Raises:
        PlaceError: The place is not safe, too deep, or of no use to the group.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100, a link is refused rather than followed
    if len(os.fsencode(path)) > LONGEST:
        raise PlaceError(_too_long(path))
    if not path.name:
        raise PlaceError(f"{named(path)} is no name for a socket.")
    number = _group(group) if group else None
    runtime = private.parent if private.name == _OURS else private
    if number is not None and _is_within(path, runtime):
        raise PlaceError(
            f"{named(path)} is in {named(runtime)}, which nobody but you may enter: "
            "put the socket elsewhere, as /tmp/talk/socket."
        )
    _make(path.parent, _PRIVATE if number is None else _FOR_GROUP, number)
    _check(path.parent, _WRITABLE_BY_OTHERS)
    if number is not None and not _lets_in(path.parent, number):
        raise PlaceError(
            f"{named(path.parent)} cannot be entered by the group {shown(group)}: "
            "let it be theirs, with chgrp and chmod g+x, or name one that is not there yet."
        )
    return Place(path, number)


def followed_place(path: Path) -> Path:
    """The path at which a presenter is, or may be later: there is a folder, and nothing else in it.

    Raises:
        PlaceError: No presenter can ever be there, or none that we could follow.
    """
    path = path.absolute()
    if len(os.fsencode(path)) > LONGEST:
        raise PlaceError(_too_long(path))
    try:
        is_socket = stat.S_ISSOCK(path.stat().st_mode)
    except FileNotFoundError:
        if not path.parent.exists():
            raise PlaceError(f"There is no folder {named(path.parent)}.") from None
    except NotADirectoryError:
        raise PlaceError(f"{named(path.parent)} is no folder.") from None
    except PermissionError:
        raise PlaceError(f"You may not enter {named(path.parent)}.") from None
    except OSError as error:
        raise PlaceError(f"{named(path)}: {(error.strerror or str(error)).lower()}.") from None
    else:
        if not is_socket:
            raise PlaceError(f"{named(path)} is there, and is no socket.")
    return path


def find(folder: Path) -> tuple[Path, ...]:
    """The sockets in a private folder at which a presenter answers, the newest first."""
    try:
        _check(folder, _OPEN_TO_OTHERS)
        paths = [path for path in folder.iterdir() if path.name.endswith(_SUFFIX)]
    except (OSError, PlaceError):
        return ()
    aged: list[tuple[int, Path]] = []
    for path in paths:
        with suppress(OSError):  # a presenter may leave meanwhile
            if is_live(path):
                aged.append((path.lstat().st_mtime_ns, path))
    return tuple(path for _, path in sorted(aged, reverse=True))


def find_for(folder: Path, file: Path) -> Path | None:
    """The path of the socket of a timeline file, None where its folder is not there or not safe."""
    try:
        _check(folder, _OPEN_TO_OTHERS)
        return socket_path(folder, file)
    except PlaceError:
        return None


def is_live(path: Path) -> bool:
    """Whether somebody answers at a socket."""
    with socket.socket(socket.AF_UNIX) as asked:
        asked.settimeout(0)
        try:
            asked.connect(os.fspath(path))
        except BlockingIOError:  # so many ask that there is a queue
            return True
        except OSError as error:
            # What we may not open may be alive.
            return error.errno in (errno.EACCES, errno.EPERM)
    return True


def named(path: Path) -> str:
    """A path as a sentence names it."""
    return shown(os.fspath(path), 200)


def _make(folder: Path, mode: int, group: int | None) -> None:
    """Make a folder where there is nothing; its parent must be there."""
    try:
        folder.mkdir(_PRIVATE)
        if group is not None:
            os.chown(folder, -1, group)
        folder.chmod(mode)
    except FileExistsError:
        return
    except OSError as error:
        why = (error.strerror or "").lower()
        raise PlaceError(f"{named(folder)} cannot be made: {why}.") from None


def _check(folder: Path, forbidden: int) -> None:
    """Hold a folder, and the one it is in, against what makes them safe."""
    try:
        about, above = folder.lstat(), folder.parent.stat()
    except OSError as error:
        raise PlaceError(f"{named(folder)}: {(error.strerror or '').lower()}.") from None
    if not stat.S_ISDIR(about.st_mode):
        what = "a link" if stat.S_ISLNK(about.st_mode) else "no folder"
        raise PlaceError(f"{named(folder)} is {what}, and may lead to where others listen.")
    if about.st_uid != os.geteuid():
        raise PlaceError(f"{named(folder)} belongs to somebody else.")
    if about.st_mode & forbidden:
        verb = "entered" if forbidden & ~_WRITABLE_BY_OTHERS else "written to"
        mode = f"{about.st_mode & 0o777:04o}"
        raise PlaceError(f"{named(folder)} may be {verb} by others (its mode is {mode}).")
    is_ours = above.st_uid in (0, os.geteuid())
    if not is_ours or (above.st_mode & _WRITABLE_BY_OTHERS and not above.st_mode & stat.S_ISVTX):
        raise PlaceError(f"{named(folder.parent)} may be changed by others, and what is in it.")


def _lets_in(folder: Path, group: int) -> bool:
    """Whether the members of a group may pass a folder."""
    about = folder.stat()
    return bool(about.st_mode & (stat.S_IXGRP if about.st_gid == group else stat.S_IXOTH))


def _group(name: str) -> int:
    try:
        number = grp.getgrnam(name).gr_gid
    except (KeyError, ValueError):
        raise PlaceError(f'There is no group "{shown(name)}".') from None
    if os.geteuid() and number not in {os.getegid(), *os.getgroups()}:
        raise PlaceError(f'You are not in the group "{shown(name)}", and cannot open it a socket.')
    return number


def _is_within(path: Path, folder: Path) -> bool:
    real = Path(os.path.realpath(path.parent))
    return real.is_relative_to(os.path.realpath(folder))


def _too_long(path: Path) -> str:
    length = len(os.fsencode(path))
    return f"{named(path)} takes {length} bytes, and a socket has {LONGEST}: give a shorter path."
