"""A claim on a place: the socket that listens there, and the lock that keeps others away.

The lock is a file beside the socket, held for as long as the claim. Whoever holds it is the one
that may replace the socket, so that a dead presenter's is taken over and a live one's never. The
lock file is removed only by who holds it, and what was removed meanwhile is no lock.
"""

import fcntl
import os
import socket
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.share.place import Place, PlaceError, is_live, named


class TakenError(PlaceError):
    """A place at which another presenter listens."""


@dataclass(frozen=True, eq=False)
class Claim:
    """A place that is ours.

    Attributes:
        place: Where it is.
        socket: What is bound there; nobody can connect before it listens.
    """

    place: Place
    socket: socket.socket
    _own: tuple[int, int]
    _lock: int

    def release(self) -> None:
        """Take the socket away, if it is still the same, then the lock."""
        path = self.place.path
        with suppress(OSError):
            about = path.lstat()
            if (about.st_dev, about.st_ino) == self._own:
                path.unlink()
        self.socket.close()
        _unlock(_lock_path(path), self._lock)


def claim(place: Place) -> Claim:
    """Bind a socket at a place.

    Raises:
        TakenError: Another presenter has it.
        PlaceError: Something is in its way, or the disk does not do its part.
    """
    try:
        lock = _lock(_lock_path(place.path))
    except OSError as error:
        raise _refused(place.path, error) from None
    try:
        _clear(place.path)
        return _bind(place, lock)
    except BaseException as error:
        _unlock(_lock_path(place.path), lock)
        if isinstance(error, OSError):
            raise _refused(place.path, error) from None
        raise


def _bind(place: Place, lock: int) -> Claim:
    bound = socket.socket(socket.AF_UNIX)
    try:
        bound.settimeout(0)
        with suppress(OSError):  # where it counts, the socket is never open to others
            os.fchmod(bound.fileno(), 0o600)
        bound.bind(os.fspath(place.path))
        about = place.path.lstat()
        if place.group is not None:
            os.chown(place.path, -1, place.group)
        place.path.chmod(place.mode)
    except BaseException:
        bound.close()
        raise
    return Claim(place, bound, (about.st_dev, about.st_ino), lock)


def _clear(path: Path) -> None:
    """Remove the socket of a presenter that is gone; nothing else is ever removed."""
    try:
        about = path.lstat()
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(about.st_mode):
        raise PlaceError(f"{named(path)} is there already, and is no socket.")
    if is_live(path):
        raise _taken(path)
    if about.st_uid != os.geteuid():
        raise PlaceError(f"{named(path)} is there already, and belongs to somebody else.")
    path.unlink()


def _lock(path: Path) -> int:
    """The descriptor that holds the lock."""
    while True:
        held = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(held, path):
                return held
        except BlockingIOError:
            os.close(held)
            raise _taken(path.with_name(path.name.removesuffix(".lock"))) from None
        except BaseException:
            os.close(held)
            raise
        os.close(held)


def _unlock(path: Path, held: int) -> None:
    with suppress(OSError):
        if _is_at(held, path):
            path.unlink()
    os.close(held)


def _is_at(held: int, path: Path) -> bool:
    """Whether a path still leads to an open file."""
    try:
        return os.path.samestat(os.fstat(held), path.lstat())
    except FileNotFoundError:
        return False


def _lock_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")


def _taken(path: Path) -> TakenError:
    return TakenError(
        f"Somebody is presenting at {named(path)} already: follow that, or end it first."
    )


def _refused(path: Path, error: OSError) -> PlaceError:
    return PlaceError(
        f"{named(path)} cannot be listened at: {(error.strerror or str(error)).lower()}."
    )
