"""The writer: a thread that brings the terminal to the latest state, as fast as the line takes it.

Whoever writes never waits: what is written goes into the differ, and when the line is ready
for more, the thread sends the difference between what the terminal shows and what it should
show by then. A slow line gets fewer frames, never a backlog. Any thread may write.
"""

import os
import select
import threading
from collections.abc import Callable

from tui.terminal.differ import Differ

PARTING = 1.0
"""Seconds that a line has to take the last frame when the program ends."""

_PLAIN = "\x1b[m"


class Writer:
    """Owns the differ and the output side of the terminal; it may be started again once stopped."""

    def __init__(self, fileno: int, differ: Differ, failed: Callable[[Exception], None]) -> None:
        """Make a writer that sends nothing before it is started.

        Args:
            fileno: Where the terminal is.
            differ: What the terminal shows; nobody else may touch it from now on.
            failed: Called from any thread, with an `OSError` when the terminal is gone, and with
                whatever else the differ raised; from then on what is written is sent as it is.
        """
        self._fileno = fileno
        self._differ: Differ | _AsWritten = differ
        self._failed = failed
        self._lock = threading.Lock()
        self._news = threading.Event()
        self._ended = threading.Event()
        self._is_ending = False
        self._thread: threading.Thread | None = None
        self._pending: list[str] = []

    def start(self) -> None:
        """Send what is written from now on."""
        with self._lock:
            self._is_ending = False
            self._ended.clear()
            # A line that took nothing when the writer was stopped still has its thread.
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._run, name="dateline-writer", daemon=True
                )
                self._thread.start()

    def write(self, text: str) -> None:
        """Take a part of a frame."""
        with self._lock:
            self._pending.append(text)

    def flush(self) -> None:
        """End a frame: it may be sent."""
        error = None
        with self._lock:
            text = "".join(self._pending)
            self._pending.clear()
            if not text:
                return
            try:
                self._differ.feed(text)
            except Exception as raised:  # noqa: BLE001, whatever it is, the terminal is left in order
                error = raised
                self._differ = _AsWritten(text)
        self._news.set()
        if error is not None:
            self._failed(error)

    def resize(self, width: int, height: int) -> None:
        """The terminal has another size."""
        with self._lock:
            self._differ.resize(width, height)

    def repaint(self) -> None:
        """The terminal may show anything: the next frame paints it all."""
        with self._lock:
            self._differ.invalidate()
        self._news.set()

    def synchronise(self) -> None:
        """The terminal knows synchronised updates."""
        with self._lock:
            self._differ.sync = True

    def stop(self) -> None:
        """Send what is left, and wait for the end, but not for a line that takes nothing."""
        self.flush()
        with self._lock:
            if self._thread is None:
                return
            self._is_ending = True
        self._news.set()
        self._ended.wait(PARTING)

    def is_alive(self) -> bool:
        """Whether something may still be sent."""
        with self._lock:
            return self._thread is not None

    def _run(self) -> None:
        """Send frames until the end or until the terminal is gone."""
        try:
            while not self._is_done():
                self._news.wait()
                self._news.clear()
                self._send(self._frame())
        except OSError as error:
            with self._lock:
                self._end()
            self._failed(error)

    def _is_done(self) -> bool:
        """Whether the end was asked for and everything is sent, in which case it has come."""
        with self._lock:
            if self._is_ending and not self._news.is_set():
                self._end()
                return True
            return False

    def _end(self) -> None:
        self._thread = None
        self._ended.set()

    def _frame(self) -> str:
        try:
            with self._lock:
                return self._differ.frame()
        except Exception as error:  # noqa: BLE001, a thread that dies would freeze the screen
            with self._lock:
                self._differ = _AsWritten()
            self._failed(error)
            return ""

    def _send(self, text: str) -> None:
        data = memoryview(text.encode("utf-8", "replace"))
        while data:
            try:
                data = data[os.write(self._fileno, data) :]
            except BlockingIOError:
                # Whoever shares the terminal may have made it non-blocking.
                select.select([], [self._fileno], [])


class _AsWritten:
    """Stands in for a differ that failed, until the program has left the terminal."""

    def __init__(self, text: str = "") -> None:
        self.sync = False
        # The terminal may be in the middle of a look.
        self._out = [_PLAIN, text]

    def feed(self, text: str) -> None:
        """Take what was written."""
        self._out.append(text)

    def frame(self) -> str:
        """What was written since the last frame."""
        text = "".join(self._out)
        self._out.clear()
        return text

    def resize(self, width: int, height: int) -> None:
        """Of no account here."""

    def invalidate(self) -> None:
        """Of no account here."""
