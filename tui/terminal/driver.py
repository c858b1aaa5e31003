"""The driver: Textual's own for input, and a writer of ours that sends only what changed.

Textual sends every cell of every region that it draws again, and its queue of frames makes
the event loop wait for a slow line. What is written here goes to a `Writer` instead.

While the driver has the terminal, signals are handled between two callbacks of the event loop,
never within one that may hold the writer's lock. While another program has the terminal, the
loop may be waiting for that program, and a stop has to be handled at once, as Textual does.
"""

import os
import signal
from contextlib import suppress
from traceback import format_exception
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.messages import InBandWindowResize, TerminalSupportsSynchronizedOutput

from tui.terminal.differ import Differ
from tui.terminal.writer import Writer

if TYPE_CHECKING:
    from textual.app import App

STDERR = 2
"""Where Textual draws, so that standard output may be a pipe."""

_ENDING = (signal.SIGTERM, signal.SIGHUP)


class LightDriver(LinuxDriver):
    """Sends the difference between what the terminal shows and what it should show."""

    def __init__(self, app: "App[Any]", **options: Any) -> None:  # noqa: ANN401, handed on as given
        super().__init__(app, **options)
        self._shown_size = self._get_terminal_size()
        # GNU screen erases with its own background; in a tmux within it, tmux decides.
        bce = "STY" not in os.environ or "TMUX" in os.environ
        self._writer = Writer(STDERR, Differ(*self._shown_size, bce=bce), self._fail)
        self._has_terminal = False

    def write(self, data: str) -> None:
        """Take a part of a frame."""
        if self._has_terminal:
            self._writer.write(data)

    def flush(self) -> None:
        """End a frame; only for the thread of the event loop, which knows whether it is whole."""
        if not self._has_terminal:
            return
        size = (self._app.size.width, self._app.size.height)
        if size != self._shown_size:
            self._shown_size = size
            self._writer.resize(*size)
        self._writer.flush()

    def repaint(self) -> None:
        """Send the whole screen again, after noise on the line."""
        if self._has_terminal:
            self._writer.repaint()

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._has_terminal = True
        self._writer.start()
        for number in _ENDING:
            self._loop.add_signal_handler(number, self._end, number)
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is None:
            # In the background nothing may be sent; SIGCONT tries again.
            self.close()
            return
        self._loop.add_signal_handler(signal.SIGCONT, self.repaint)
        self.flush()

    def stop_application_mode(self) -> None:
        """Put the terminal back as it was."""
        if self._mouse_pixels:
            # Textual sets it once the terminal reports its size, and leaves it.
            self.write("\x1b[?1016l")
        super().stop_application_mode()

    def close(self) -> None:
        """Send what is left, and let go of the terminal."""
        super().close()
        self._writer_thread = None
        if not self._has_terminal:
            return
        self._has_terminal = False
        self._writer.stop()
        for number in (*_ENDING, signal.SIGTSTP, signal.SIGCONT):
            self._loop.remove_signal_handler(number)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        signal.signal(signal.SIGCONT, self._sigcont_application)

    def run_input_thread(self) -> None:
        """Read keys until the end or until the terminal is gone."""
        try:
            super().run_input_thread()
        except OSError as error:
            self._fail(error)

    def process_message(self, message: Message) -> None:
        """Learn what the terminal can do from what it answers."""
        if isinstance(message, TerminalSupportsSynchronizedOutput):
            self._writer.synchronise()
        super().process_message(message)
        if isinstance(message, InBandWindowResize):
            # What is written in reply must not wait for the next frame.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self.flush)

    def _end(self, number: int) -> None:
        """End the program because of a signal."""
        self._app.exit(return_code=128 + number)

    def _fail(self, error: Exception) -> None:
        """End the program, if it has not ended already; any thread may say so."""
        # A loop that is closed has no program left to end.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._give_up, error)

    def _give_up(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._end(signal.SIGHUP)
            return
        # Plain text: what draws a traceback in colour takes a tenth of the start to import.
        self._app.exit(return_code=1, message=Text("".join(format_exception(error))))
