"""Watching a file: whether it says something else than when it was read last.

A timer asks; nothing runs by itself. Only times, sizes and inodes are looked at until they differ,
which costs next to nothing on any file system, sees through links, and survives editors that put
another file in its place. A file counts as changed when what differs has been the same twice,
so that nobody is writing it still, and its bytes are other bytes.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from tui.document import disk
from tui.document.disk import Stamp

_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a change gets another time than the one before, on any file system."""
_A_MOMENT: Final = 1
"""How often in a row a file may be away without a word: some editors take it away to save."""


class Disk(NamedTuple):
    """What a watch looks at. `load` and `stamp` raise OSError."""

    stamp: Callable[[Path], Stamp] = disk.stamp
    load: Callable[[Path], bytes] = disk.load
    now: Callable[[], int] = time.time_ns


_DISK: Final = Disk()


class Seen(NamedTuple):
    """What a file was when it was read.

    Attributes:
        stamp: Its stamp, None if it changed while it was read.
        digest: What its bytes come to, in this process and its children.
        is_settled: Whether its stamp is old enough to tell the next change by.
    """

    stamp: Stamp | None
    digest: int
    is_settled: bool = True


def look(path: Path, on: Disk = _DISK) -> tuple[bytes, Seen]:
    """The bytes of a file, and what it is that they were read from.

    Raises:
        OSError: It cannot be read, or is no file.
    """
    before = on.stamp(path)
    data = on.load(path)
    is_whole = on.stamp(path) == before
    is_settled = on.now() - max(before.modified, before.changed) > _SETTLED
    return data, Seen(before if is_whole else None, _digest(data), is_settled)


class Watch:
    """Notices that a file was changed from outside.

    Attributes:
        trouble: Why the file cannot be looked at, "" where it can; for a moment it may be away.
    """

    def __init__(self, path: Path, seen: Seen, on: Disk = _DISK) -> None:
        """Watch a file.

        Args:
            path: The file, or a link to it.
            seen: What it was when it was read.
            on: The disk it lies on.
        """
        self.trouble = ""
        self._path = path
        self._seen = seen
        self._disk = on
        self._lately: Stamp | None = None
        self._misses = 0

    def changed(self) -> bytes | None:
        """The bytes of the file if they are others than those known; to be asked twice a second.

        It reads the file only where that seems so.
        """
        try:
            data = self._look_again()
        except OSError as error:
            self._misses += 1
            if self._misses > _A_MOMENT:
                self.trouble = (error.strerror or str(error)).lower()
            return None
        self._misses = 0
        self.trouble = ""
        return data

    def _look_again(self) -> bytes | None:
        lately, self._lately = self._lately, None
        stamp = self._disk.stamp(self._path)
        if stamp == self._seen.stamp:
            # A change within the same tick of the file system's clock shows only in the bytes.
            age = self._disk.now() - max(stamp.modified, stamp.changed)
            if self._seen.is_settled or age <= _SETTLED:
                return None
        else:
            self._lately = stamp
            if stamp != lately:
                return None
        data, seen = look(self._path, self._disk)
        self._lately = None
        if seen.stamp is None:  # somebody writes it at this moment
            return None
        is_known = seen.digest == self._seen.digest
        self._seen = seen
        return None if is_known else data


def _digest(data: bytes) -> int:
    # Kept by no one and sent to no one: the interpreter's own keyed hash will do, and needs no
    # library to be loaded before the first paint.
    return hash(data)
