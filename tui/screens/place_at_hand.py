"""The place of a talk while it is told: kept at each move, and gone when the presenter leaves.

A thread writes it and takes it away, so that no disk holds up the talk or who leaves it; it ends
with the program. Where there is no file to come back to, nothing is kept.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock, Thread

from tui.document import talks
from tui.document.talks import Place


class PlaceAtHand:
    """Keeps the place of a talk of one file."""

    def __init__(self, folder: Path | None, file: Path | None) -> None:
        """Nothing is kept yet.

        Args:
            folder: Where the state of the user is kept, None to keep nothing.
            file: The timeline file, None where it is none.
        """
        self._paths = None if folder is None or file is None else (folder, file)
        # Who writes has the one; the other is held for no longer than a look takes.
        self._writing, self._looking = Lock(), Lock()
        self._next: Callable[[], object] | None = None
        self._is_busy = False
        self._thread: Thread | None = None

    def load(self) -> Place | None:
        """The place that was kept, None if there is none."""
        return talks.load(*self._paths) if self._paths else None

    def keep(self, place: Place) -> None:
        """Keep a place soon; of several the last."""
        if self._paths is not None:
            self._soon(partial(talks.save, *self._paths, place))

    def keep_now(self, place: Place) -> None:
        """Keep a place before the program may end. What is to be kept by then counts no more."""
        if self._paths is None:
            return
        with self._looking:
            self._next = None
        with self._writing:
            talks.save(*self._paths, place)

    def forget(self) -> None:
        """Keep no place any more, soon: the presenter leaves."""
        if self._paths is not None:
            self._soon(partial(talks.forget, *self._paths))

    def settle(self, patience: float | None = None) -> None:
        """Wait until what is to be done is done, at most some seconds."""
        if self._thread is not None:
            self._thread.join(patience)

    def _soon(self, write: Callable[[], object]) -> None:
        """Have the thread do something; of several things the last."""
        with self._looking:
            self._next = write
            if self._is_busy:
                return
            self._is_busy = True
        # A thread of its own: the program may end before it, which a pool would wait for.
        self._thread = Thread(target=self._write, daemon=True)
        self._thread.start()

    def _write(self) -> None:
        while True:
            with self._writing:
                with self._looking:
                    write, self._next = self._next, None
                    if write is None:
                        self._is_busy = False
                        return
                write()
