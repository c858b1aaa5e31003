"""The writer: a thread that brings the terminal to the latest state, as fast as the line takes it.

Whoever writes never waits: what is written goes into the differ, and when the line is ready
for more, the thread sends the difference between what the terminal shows and what it should
show by then. A slow line gets fewer frames, never a backlog.
"""

import os
import threading
from collections.abc import Callable

from tui.terminal.differ import Differ

PARTING = 1.0
"""Seconds that a line has to take the last frame when the program ends."""


class Writer(threading.Thread):
    """Owns the differ and the output side of the terminal."""

    def __init__(self, fileno: int, differ: Differ, hang_up: Callable[[], None]) -> None:
        """Make a writer; start it as any thread.

        Args:
            fileno: Where the terminal is.
            differ: What the terminal shows; nobody else may touch it from now on.
            hang_up: Called once from this thread when the terminal is gone.
        """
        super().__init__(name="dateline-writer", daemon=True)
        self._fileno = fileno
        self._differ = differ
        self._hang_up = hang_up
        self._lock = threading.Lock()
        self._news = threading.Event()
        self._ended = threading.Event()
        self._is_ending = False
        self._pending: list[str] = []

    def write(self, text: str) -> None:
        """Take a part of a frame."""
        self._pending.append(text)

    def flush(self) -> None:
        """End a frame: it may be sent."""
        text = "".join(self._pending)
        self._pending.clear()
        if text:
            with self._lock:
                self._differ.feed(text)
            self._news.set()

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
        self._is_ending = True
        self._news.set()
        self._ended.wait(PARTING)

    def run(self) -> None:
        """Send frames until the end or until the terminal is gone."""
        try:
            while True:
                self._news.wait()
                self._news.clear()
                is_last = self._is_ending
                with self._lock:
                    text = self._differ.frame()
                self._send(text)
                if is_last:
                    return
        except OSError:
            self._hang_up()
        finally:
            self._ended.set()

    def _send(self, text: str) -> None:
        data = memoryview(text.encode("utf-8", "replace"))
        while data:
            data = data[os.write(self._fileno, data) :]
