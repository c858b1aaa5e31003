"""Recovery: edits that are not saved yet, kept so that no kill and no crash loses them.

Each process that edits a file keeps two files of its own: the text that the edits began with, and
the changes since, which name it. A lock that the system lets go with the process tells whether
they are orphans, to be offered at the next start. All of it raises `OSError` where the disk does
not do its part.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

from tui.document import disk, drafts
from tui.document.document import Document, opened
from tui.document.editing.edit import Change, parse_change, print_change
from tui.document.editing.piece import EditError

_VERSION: Final = 2


class Kept(NamedTuple):
    """Edits that were kept for a file.

    Attributes:
        document: The document as it was left, with the file that it began with as its base.
        place: Where they are kept.
    """

    document: Document
    place: Path


class Recovery:
    """Keeps the edits of one file, by one process, until they are saved or thrown away."""

    def __init__(self, folder: Path, file: Path) -> None:
        """Nothing is kept yet.

        Args:
            folder: Where the state of the user is kept.
            file: The timeline file.
        """
        self._folder = folder
        self._file = os.path.realpath(file)
        # The number of a process is soon that of another one, and in a container always the same.
        name = f"{_stem(self._file)}-{os.getpid()}-{os.urandom(4).hex()}"
        self._place = folder / f"{name}.json"
        self._lock: int | None = None
        self._base: str | None = None
        self._number = 0

    def keep(self, document: Document) -> None:
        """Keep what is not saved of a document, or nothing if all is. Raises OSError."""
        if not document.is_changed:
            self.clear()
            return
        self._take()
        is_new = self._base is not document.base
        number = self._number + is_new
        if is_new:
            # Until the changes name it, those that are kept go with the one before.
            disk.save(_base(self._place, number), document.base.encode(), 0o600)
        kept = {
            "version": _VERSION,
            "file": self._file,
            "base": number,
            "mark": document.has_mark,
            "kept": document.kept,
            "done": list(map(print_change, document.done)),
            "undone": list(map(print_change, document.undone)),
        }
        disk.save(self._place, json.dumps(kept).encode(), 0o600, is_lasting=False)
        if is_new:
            _base(self._place, self._number).unlink(missing_ok=True)
            self._base, self._number = document.base, number

    def clear(self) -> None:
        """Keep nothing more."""
        if self._lock is not None:
            forget(self._place)
            os.close(self._lock)
            self._lock = None
        self._base = None

    def release(self) -> None:
        """Leave what is kept to whoever asks next, as the end of the process does."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _take(self) -> None:
        """Let others know that a process lives that keeps this."""
        if self._lock is not None:
            return
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = self._place.with_suffix(".lock")
        while True:
            file = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            with suppress(OSError):  # a file system without locks
                # Who sweeps may have it for a moment.
                fcntl.flock(file, fcntl.LOCK_EX)
            # Before it was locked, somebody may have swept it as that of a dead process.
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file), lock.stat()):
                    self._lock = file
                    return
            os.close(file)


def orphans(folder: Path, file: Path) -> tuple[Kept, ...]:
    """What was kept of a file by processes that are no more, the latest first.

    What the file says already is forgotten, and so is what such processes left half done.
    """
    real = os.path.realpath(file)
    drafts.sweep(folder)
    drafts.sweep(Path(real).parent)
    places = sorted(_places(folder, real), key=_age, reverse=True)
    found = [kept for place in places if (kept := load(place, file))]
    now = None
    with suppress(OSError):
        now = disk.load(file) if found else None
    for kept in found:
        if kept.document.data == now:
            forget(kept.place)
    for lock in folder.glob(f"{_stem(real)}-*.lock"):
        place = lock.with_suffix(".json")
        if not place.exists() and not _is_alive(place):
            forget(place)
    return tuple(kept for kept in found if kept.document.data != now)


def load(place: Path, file: Path) -> Kept | None:
    """What is kept at a place of a file; None if that cannot be read."""
    real = os.path.realpath(file)
    try:
        found = json.loads(disk.load(place))
        if found["version"] != _VERSION or found["file"] != real:
            return None
        base = opened(disk.load(_base(place, int(found["base"]))))
        done, undone = (tuple(map(parse_change, found[name])) for name in ("done", "undone"))
        return Kept(_again(base, found["kept"], found["mark"] is True, done, undone), place)
    except (OSError, ValueError, TypeError, KeyError, RecursionError, EditError):
        return None


def forget(place: Path) -> None:
    """Keep nothing more of what was kept at a place."""
    with suppress(OSError):
        place.unlink()
    for each in (*place.parent.glob(f"{place.stem}.*.yaml"), place.with_suffix(".lock")):
        with suppress(OSError):
            each.unlink()


def _base(place: Path, number: int) -> Path:
    """Where the text is that the changes at a place began with."""
    return place.with_suffix(f".{number}.yaml")


def _age(place: Path) -> int:
    """When something was kept at a place last; before all else if it is gone."""
    try:
        return place.stat().st_mtime_ns
    except OSError:
        return 0


def _stem(real: str) -> str:
    return f"unsaved-{crc32(os.fsencode(real)):08x}"


def _places(folder: Path, real: str) -> Iterator[Path]:
    """Where edits of a file are kept that nobody works at any more."""
    with suppress(OSError):
        yield from (each for each in folder.glob(f"{_stem(real)}-*.json") if not _is_alive(each))


def _is_alive(place: Path) -> bool:
    """Whether a process still keeps what is at a place."""
    try:
        lock = os.open(place.with_suffix(".lock"), os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(lock)
    return False


def _again(
    base: Document,
    kept: int,
    has_mark: bool,  # noqa: FBT001, one of what is in the file
    done: tuple[Change, ...],
    undone: tuple[Change, ...],
) -> Document:
    """The document after changes, of which the first few are in the base.

    Raises:
        ValueError: They do not belong to it.
    """
    text = base.text
    for change in done[kept:]:
        text = change.done(text)
    for change in undone[len(undone) - max(0, kept - len(done)) :]:
        text = change.undone(text)
    document = opened(text.encode())
    return Document(text, document.reading, base.text, has_mark, done, undone, kept)
