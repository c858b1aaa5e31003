"""The driver: Textual's own for input, and a writer of ours that sends only what changed.

Textual sends every cell of every region that it draws again, and its queue of frames makes
the event loop wait for a slow line. What is written here goes to a `Writer` instead.

While the driver has the terminal, signals are handled between two callbacks of the event loop,
never within one that may hold the writer's lock. While another program has the terminal, the
loop may be waiting for that program, and a stop has to be handled at once, as Textual does.
"""

import os
import select
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event
from time import monotonic
from traceback import format_exception
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, Resize
from textual.message import Message
from textual.message_pump import MessagePump
from textual.messages import InBandWindowResize, TerminalSupportsSynchronizedOutput

from tui.terminal.differ import Differ
from tui.terminal.keyboard import Keyboard
from tui.terminal.last_words import LastWords
from tui.terminal.parser import Alt, Parser
from tui.terminal.probe import Terminal
from tui.terminal.writer import Writer

if TYPE_CHECKING:
    from textual.app import App

STDERR = 2
"""Where Textual draws, so that standard output may be a pipe."""

_ENDING = (signal.SIGTERM, signal.SIGHUP)
_SILENCE = 0.1
"""Seconds to wait for a key at a time."""
_TICK = 0.02
"""The same after an Escape, which is a key of its own if nothing follows."""
_TICKS = 10
_CUT = (b"\x1b", b"\x1b[")
_REST = 0.005
"""Seconds to wait for the rest of what may be a sequence."""
_CLOSE = 0.07
"""Seconds within which the program may not have done yet what a key asks for."""
_ROUNDS = 2
"""How often to go the way of a key: behind it, and on to what has come of it."""
_REDRAWN = 0.1
"""Seconds within which the program draws for another size, if it draws anything for it."""
MOST_COLUMNS, MOST_ROWS = 1000, 500
"""No screen has more. A terminal is what says its size, and may say any: one far away could ask for
more cells than there is memory for."""
_PATIENCE = 10
"""Silences after which a key is taken for done, whatever it does."""


class LightDriver(LinuxDriver):
    """Sends the difference between what the terminal shows and what it should show."""

    def __init__(
        self,
        app: "App[Any]",
        *,
        terminal: Terminal,
        part: Callable[[], None],
        **options: Any,  # noqa: ANN401, handed on as given
    ) -> None:
        """Make a driver.

        Args:
            app: Whose driver it is.
            terminal: What the terminal can do.
            part: Called when the program has to end for another reason than that the reader
                wants it: a signal, or the terminal is gone. Also called before it stops or
                another program has the terminal, since it may be ended then and hears nothing
                of it. Saves what must not be lost.
            options: Those of Textual's own driver.
        """
        # What is ignored when a program starts stays so, as under nohup.
        self._is_unstoppable = signal.getsignal(signal.SIGTSTP) is signal.SIG_IGN
        super().__init__(app, **options)
        if self._is_unstoppable:
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        self._terminal = terminal
        self._part = part
        self._shown_size = self._get_terminal_size()
        self._size = self._size or self._shown_size
        differ = Differ(*self._shown_size, terminal.colours, sync=terminal.sync, bce=terminal.bce)
        self._writer = Writer(STDERR, differ, self._fail, is_paced=terminal.is_far)
        self._has_terminal = False
        self._has_parted = self._is_gone = False
        self._is_told_anyway = False
        self._delivered = 0.0
        # Ends the wait for keys.
        self._waking, self._wake = os.pipe()

    def write(self, data: str) -> None:
        """Take a part of a frame."""
        if self._has_terminal:
            self._writer.write(data)

    def flush(self) -> None:
        """End a frame; only for the thread of the event loop, which knows whether it is whole."""
        if not self._has_terminal:
            return
        self._fit()
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
        if not self._is_unstoppable:
            self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is None:
            # In the background nothing may be sent; SIGCONT tries again.
            self.close()
            return
        self._loop.add_signal_handler(signal.SIGCONT, self.repaint)
        tell = signal.getsignal(signal.SIGWINCH)
        self._loop.add_signal_handler(signal.SIGWINCH, self._resized, tell)
        self.flush()
        if self._terminal.modes is not None:
            # The line was silenced to ask the terminal; it is given back as it was before.
            self.attrs_before = self._terminal.modes
            self._terminal = self._terminal._replace(modes=None)

    def suspend_application_mode(self) -> None:
        """Let go of the terminal for a while."""
        # What fails is tried again at the end, and told then.
        with suppress(Exception):
            self._part()
        super().suspend_application_mode()

    def disable_input(self) -> None:
        """Stop reading keys."""
        os.write(self._wake, b".")
        super().disable_input()
        while select.select([self._waking], [], [], 0)[0]:
            os.read(self._waking, 64)

    def stop_application_mode(self) -> None:
        """Put the terminal back as it was."""
        if not self._is_gone:
            self._writer.settle()
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
        # What Textual prints in the end must not wait for the line either.
        self._app.error_console.file = LastWords(self._writer)
        for number in (*_ENDING, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH):
            self._loop.remove_signal_handler(number)
        signal.signal(signal.SIGCONT, self._sigcont_application)

    def run_input_thread(self) -> None:
        """Read keys until the end or until the terminal is gone."""
        parser = Parser(debug=self._debug)
        keyboard = Keyboard(self._writer.answered)
        typed, self._terminal = self._terminal.typed, self._terminal._replace(typed=b"")
        # Before it was asked, the line made a line feed of Enter.
        text, ticks = keyboard.take(typed.replace(b"\n", b"\r")), 0
        try:
            while not self.exit_event.is_set():
                # An Escape that nothing follows is a key; that is soon known.
                ticks = _TICKS if "\x1b" in text else max(ticks - 1, 0)
                for given in (*(parser.feed(text) if text else ()), *parser.tick()):
                    for event in self._meant(given):
                        is_close = monotonic() - self._delivered < _CLOSE
                        if is_close and not self._take_turns():
                            return
                        self.process_message(event)
                        self._delivered = monotonic()
                text = self._next_text(keyboard, _TICK if ticks else _SILENCE)
        except Exception as error:  # noqa: BLE001, without keys the program has to end
            self._fail(error)

    def _meant(self, message: Message) -> Sequence[Message]:
        """What a message is to the program: Alt and a key that nothing has is Esc, then the key."""
        if not isinstance(message, Alt):
            return (message,)
        # What has it may be what the key before brings to the screen.
        is_bound = message.has_name and self._take_turns() and self._has(message.held)
        return message.held if is_bound else message.apart

    def _has(self, keys: Sequence[Key]) -> bool:
        """Whether the program does something of its own at some keys."""
        turn, found = Event(), list[bool]()

        def look() -> None:
            bound = self._app.screen.active_bindings if self._app.screen_stack else {}
            found.append(all(each.key in bound for each in keys))
            turn.set()

        self._soon(self._app.call_later, look)
        turn.wait(_SILENCE * _PATIENCE)
        return found == [True]

    def _take_turns(self) -> bool:
        """Wait until the program has done what the last key asks for. Gives whether to go on.

        A key goes from the app to its screen and back, and may bring another screen or a field
        for what is typed next. Between keys the event loop paints and handles signals.
        """
        turn = Event()
        self._soon(self._pass_on, _ROUNDS, (self._app,), turn)
        for _ in range(_PATIENCE):
            if turn.wait(_SILENCE) or self.exit_event.is_set():
                break
        return not self.exit_event.is_set()

    def _pass_on(self, rounds: int, way: Sequence[MessagePump], turn: Event) -> None:
        """Go the way of a key, behind it, as often as has been said."""
        app = self._app
        if not (rounds or way) or not app.is_running or not app.screen_stack:
            turn.set()
            return
        if not way:
            rounds, way = rounds - 1, self._way()
        if not way[0].call_later(self._pass_on, rounds, way[1:], turn):
            turn.set()

    def _way(self) -> Sequence[MessagePump]:
        """Where a key goes to and back: a field and all that it is in, or the screen."""
        app, field = self._app, self._app.focused
        if field is None or not hasattr(field, "cursor_screen_offset"):
            return (app.screen, app)
        # What a field says of itself goes the same way, a step behind.
        return (*field.ancestors_with_self, *field.ancestors_with_self)

    def _next_text(self, keyboard: Keyboard, patience: float) -> str:
        """What is typed within so many seconds, if anything is."""
        ready, _, _ = select.select([self.fileno, self._waking], [], [], patience)
        if self.fileno not in ready:
            return keyboard.tick() if patience == _SILENCE else ""
        data = self._read()
        # A sequence that is cut off here would be known for one too late.
        while data.endswith(_CUT) and select.select([self.fileno], [], [], _REST)[0]:
            data += self._read()
        return keyboard.take(data)

    def _read(self) -> bytes:
        """What has been typed."""
        try:
            data = os.read(self.fileno, 4096)
        except BlockingIOError:
            # Whoever shares the terminal may have made it non-blocking.
            return b""
        if not data:
            raise ConnectionResetError("the terminal is gone")
        return data

    def process_message(self, message: Message) -> None:
        """Learn what the terminal can do from what it answers."""
        if isinstance(message, TerminalSupportsSynchronizedOutput):
            self._writer.synchronise()
        if isinstance(message, Resize):
            message = Resize.from_dimensions(_bounded(*message.size), message.pixel_size)
        super().process_message(message)
        if isinstance(message, InBandWindowResize):
            # What is written in reply must not wait for the next frame.
            self._soon(self.flush)
            # The terminal replies with the size that it has already.
            self._is_told_anyway = message.supported and not message.enabled
        if isinstance(message, Resize):
            is_news, self._is_told_anyway = not self._is_told_anyway, False
            self._soon(self._repaint_at, tuple(message.size), is_news)

    def _get_terminal_size(self) -> tuple[int, int]:
        return _bounded(*super()._get_terminal_size())

    def _resized(self, tell: object) -> None:
        """The terminal has been resized; `tell` is the handler that tells the program."""
        if callable(tell):
            tell(signal.SIGWINCH, None)
        self._repaint_at(self._get_terminal_size(), is_news=True)

    def _repaint_at(self, size: tuple[int, int], is_news: bool) -> None:  # noqa: FBT001, called by the loop
        """Send the whole screen again, which the terminal may have cut off meanwhile.

        Where the size is another, the program is about to draw for it.
        """
        if size != self._shown_size:
            self._loop.call_later(_REDRAWN, self._paint_late)
        elif is_news:
            self.repaint()

    def _paint_late(self) -> None:
        """Send the screen at its size, if the program has found that there is nothing to draw."""
        if self._has_terminal and self._fit():
            self._writer.repaint()

    def _fit(self) -> bool:
        """Take the size that the program draws for. Gives whether it is another."""
        size = (self._app.size.width, self._app.size.height)
        if size == self._shown_size:
            return False
        self._shown_size = size
        self._writer.resize(*size)
        return True

    def _soon(self, call: Callable[..., object], *words: object) -> None:
        """Have the event loop call something, unless it has ended."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call, *words)

    def _sigcont_application(self, *_: object) -> None:
        # A program that has ended takes no terminal any more.
        if self._app.is_running:
            super()._sigcont_application()

    def _end(self, number: int) -> None:
        """End the program because of a signal."""
        self._leave(128 + number)

    def _fail(self, error: Exception) -> None:
        """End the program, if it has not ended already; any thread may say so."""
        self._soon(self._give_up, error)

    def _give_up(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._is_gone = True
            self._end(signal.SIGHUP)
            return
        self._leave(1, error)

    def _leave(self, code: int, *errors: Exception) -> None:
        if self._has_parted:
            return
        self._has_parted = True
        try:
            self._part()
        except Exception as error:  # noqa: BLE001, whatever it is, the program ends
            errors += (error,)
        # Plain text: what draws a traceback in colour takes a tenth of the start to import.
        message = "".join(line for error in errors for line in format_exception(error))
        self._app.exit(return_code=code, message=Text(message) if message else None)


def _bounded(columns: int, rows: int) -> tuple[int, int]:
    """A size as far as it is one of a screen."""
    return min(columns, MOST_COLUMNS), min(rows, MOST_ROWS)
