"""The driver: Textual's own for input, and a writer of ours that sends only what changed.

Textual sends every cell of every region that it draws again, and its queue of frames makes
the event loop wait for a slow line. What is written here goes to a `Writer` instead.
"""

import asyncio
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from tui.terminal.differ import Differ
from tui.terminal.writer import Writer

if TYPE_CHECKING:
    from textual.app import App

STDERR = 2
"""Where Textual draws, so that standard output may be a pipe."""


class LightDriver(LinuxDriver):
    """Sends the difference between what the terminal shows and what it should show."""

    def __init__(self, app: "App[Any]", **options: Any) -> None:  # noqa: ANN401, handed on as given
        super().__init__(app, **options)
        self._writer: Writer | None = None
        self._shown_size = (0, 0)

    def write(self, data: str) -> None:
        """Take a part of a frame."""
        if self._writer is not None:
            self._writer.write(data)

    def flush(self) -> None:
        """End a frame."""
        writer = self._writer
        if writer is None:
            return
        size = (self._app.size.width, self._app.size.height)
        if size != self._shown_size:
            self._shown_size = size
            writer.resize(*size)
        writer.flush()

    def repaint(self) -> None:
        """Send the whole screen again, after noise on the line."""
        if self._writer is not None:
            self._writer.repaint()

    def start_application_mode(self) -> None:
        """Take the terminal."""
        loop = asyncio.get_running_loop()
        self._shown_size = self._get_terminal_size()
        self._writer = Writer(
            STDERR,
            Differ(*self._shown_size),
            lambda: self._hang_up(loop),
        )
        self._writer.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.flush()

    def close(self) -> None:
        """Send what is left, and let go of the terminal."""
        super().close()
        if self._writer is not None:
            self._writer.stop()
            self._writer = None

    def process_message(self, message: Message) -> None:
        """Learn what the terminal can do from what it answers."""
        if isinstance(message, TerminalSupportsSynchronizedOutput) and self._writer is not None:
            self._writer.synchronise()
        super().process_message(message)

    def _hang_up(self, loop: asyncio.AbstractEventLoop) -> None:
        """The terminal is gone: end the program, if it has not ended already."""
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._app.exit)
