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
from tui.terminal.pace import QUESTION, Pace

PARTING = 0.4
"""Seconds that a line has to take the last frame when the program ends."""
SETTLING = 0.25
"""Seconds that a terminal has to answer for the last frame before that."""

_PLAIN = "\x1b[m"


class Writer:
    """Owns the differ and the output side of the terminal; it may be started again once stopped."""

    def __init__(
        self,
        fileno: int,
        differ: Differ,
        failed: Callable[[Exception], None],
        *,
        is_paced: bool = False,
    ) -> None:
        """Make a writer that sends nothing before it is started.

        Args:
            fileno: Where the terminal is.
            differ: What the terminal shows; nobody else may touch it from now on.
            failed: Called from any thread, with an `OSError` when the terminal is gone, and with
                whatever else the differ raised; from then on what is written is sent as it is.
            is_paced: Whether a frame waits until the terminal has answered for the last.
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
        self._pace = Pace(is_wanted=is_paced)
        self._asks = True
        self._arrived = threading.Event()
        self._arrived.set()

    def start(self) -> None:
        """Send what is written from now on."""
        with self._lock:
            self._is_ending = False
            self._asks = True
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
            error = self._do(lambda: self._differ.feed(text), text)
        self._news.set()
        if error is not None:
            self._failed(error)

    def resize(self, width: int, height: int) -> None:
        """The terminal has another size."""
        with self._lock:
            error = self._do(lambda: self._differ.resize(width, height))
        if error is not None:
            self._failed(error)

    def repaint(self) -> None:
        """The terminal may show anything: the next frame paints it all."""
        with self._lock:
            error = self._do(self._differ.invalidate)
        self._news.set()
        if error is not None:
            self._failed(error)

    def answered(self) -> None:
        """The terminal has answered for a frame that was in flight."""
        with self._lock:
            if self._pace.answered():
                self._arrived.set()

    def settle(self) -> None:
        """Ask nothing any more, and wait a moment for the answer to what was asked last.

        Whoever reads from the terminal next would take it for keys.
        """
        with self._lock:
            self._asks = False
        self._arrived.wait(SETTLING)

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
            self._asks = False
        self._arrived.set()
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
                if not self._arrived.wait(self._left()):
                    self._miss()
                self._news.clear()
                if text := self._frame():
                    self._send(text + self._question())
        except OSError as error:
            with self._lock:
                self._end()
            self._failed(error)

    def _left(self) -> float:
        with self._lock:
            return self._pace.left

    def _miss(self) -> None:
        """Go on without the answer, unless it has come this moment."""
        with self._lock:
            if not self._arrived.is_set():
                self._pace.missed()
                self._arrived.set()

    def _is_done(self) -> bool:
        """Whether the end was asked for and everything is sent, in which case it has come."""
        with self._lock:
            if self._is_ending and not self._news.is_set():
                self._end()
                return True
            return False

    def _end(self) -> None:
        self._thread = None
        self._arrived.set()
        self._ended.set()

    def _do(self, work: Callable[[], None], text: str = "") -> Exception | None:
        """Let the differ do something; whatever it raises, the terminal can still be left."""
        try:
            work()
        except Exception as error:  # noqa: BLE001, see above
            self._differ = _AsWritten(text)
            return error
        return None

    def _frame(self) -> str:
        taken: list[str] = []
        with self._lock:
            error = self._do(lambda: taken.append(self._differ.frame()))
        if error is not None:
            self._failed(error)
        return "".join(taken)

    def _question(self) -> str:
        """What asks the terminal whether a frame has arrived, once it is to be waited for."""
        with self._lock:
            if not self._pace.asks or not self._asks:
                return ""
            self._pace.asked()
            if self._pace.is_on:
                self._arrived.clear()
            return QUESTION

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
