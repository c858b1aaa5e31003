"""What dateline uses of Textual beyond its documented interface, each with what it relies on.

An upgrade of Textual that changes one of these fails here, by name. `PRIVATE` is the whole list:
a test reads the source for others.
"""

import ast
import importlib
import inspect
import os
import pkgutil
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from time import monotonic

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.messages import InBandWindowResize, TerminalSupportsSynchronizedOutput
from textual.strip import Strip
from textual.widgets import Static

import tui

PRIVATE = {
    "textual._xterm_parser": "turns text into messages",
    "textual._ansi_sequences": "the keys that the parser knows",
    "textual._keyboard_protocol": "the keys that it knows by number",
    "_app": "of a driver: its app",
    "_compositor": "of a screen: gives what is drawn, for tests",
    "_debug": "of a driver: whether the parser keeps a log",
    "_driver": "of an app: its driver",
    "_get_terminal_size": "of a driver: columns and rows",
    "_loop": "of a driver: its event loop",
    "_mouse_pixels": "of a driver: whether it has asked for the mouse in pixels",
    "_sigcont_application": "of a driver: handles SIGCONT while another program has the terminal",
    "_sigtstp_application": "of a driver: handles SIGTSTP",
    "_writer_thread": "of a driver: None until it has taken the terminal",
}
SOURCES = (Path(tui.__file__).parent, Path(__file__).parents[1])
OURS = {"_replace", "_asdict", "_fields"}
"""What named tuples call their methods, so as not to be taken for fields."""


class Recording(LinuxDriver):
    """A driver that keeps what it would send, and reads no keys."""

    def __init__(self, app: "App[None]") -> None:
        super().__init__(app)
        self.sent: list[str] = []
        self.reading = Event()

    def write(self, data: str) -> None:
        """Keep it."""
        self.sent.append(data)

    def run_input_thread(self) -> None:
        """Read nothing until the end."""
        self.reading.set()
        self.exit_event.wait()


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A pseudo-terminal in place of the streams of this process; gives its near side."""
    far, near = pty.openpty()
    handled = {
        number: signal.getsignal(number)
        for number in (signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH)
    }
    with os.fdopen(near, closefd=False) as stdin, os.fdopen(os.dup(near), "w") as stderr:
        monkeypatch.setattr(sys, "__stdin__", stdin)
        monkeypatch.setattr(sys, "__stderr__", stderr)
        yield near
    for number, handler in handled.items():
        signal.signal(number, handler)
    os.close(near)
    os.close(far)


async def test_a_driver_knows_its_app_loop_and_line(line: int) -> None:
    app: App[None] = App()
    driver = Recording(app)

    assert driver._app is app  # noqa: SLF001
    assert driver._loop.is_running()  # noqa: SLF001
    assert driver._debug is False  # noqa: SLF001
    assert driver.fileno == line
    assert driver._writer_thread is None  # noqa: SLF001
    assert driver.attrs_before is None
    assert all(isinstance(side, int) for side in driver._get_terminal_size())  # noqa: SLF001


async def test_a_driver_takes_the_terminal_and_gives_it_back(line: int) -> None:
    before = termios.tcgetattr(line)
    driver = Recording(App())
    driver.start_application_mode()  # type: ignore[no-untyped-call]
    assert driver.reading.wait(10)
    assert driver._writer_thread is not None  # noqa: SLF001
    assert driver.attrs_before == before
    assert driver.sent[0] == "\x1b[?1049h"
    assert not termios.tcgetattr(line)[3] & termios.ECHO
    taken = len(driver.sent)
    driver.stop_application_mode()
    driver._writer_thread.stop()  # noqa: SLF001

    assert termios.tcgetattr(line) == before
    assert "\x1b[?1049l" in driver.sent[taken:]
    assert not driver.exit_event.is_set()


async def test_a_driver_asks_for_the_mouse_in_pixels_once_the_size_comes_in_band(line: int) -> None:
    assert line
    driver = Recording(App())
    assert not driver._mouse_pixels  # noqa: SLF001
    driver.process_message(InBandWindowResize(supported=True, enabled=False))
    assert driver._mouse_pixels  # noqa: SLF001
    assert driver.sent == ["\x1b[?2048h", "\x1b[?1016h"]


async def test_a_driver_handles_a_resize_of_the_terminal_until_it_is_stopped(line: int) -> None:
    assert line
    driver = Recording(App())
    driver.start_application_mode()  # type: ignore[no-untyped-call]
    handler = signal.getsignal(signal.SIGWINCH)
    assert callable(handler)
    inspect.signature(handler).bind(signal.SIGWINCH, None)
    driver.stop_application_mode()
    driver._writer_thread.stop()  # type: ignore[union-attr]  # noqa: SLF001

    assert signal.getsignal(signal.SIGWINCH) is signal.SIG_DFL


@pytest.mark.parametrize("name", ["_sigtstp_application", "_sigcont_application"])
def test_what_handles_a_signal_takes_its_arguments(name: str) -> None:
    handler: Callable[..., object] = vars(LinuxDriver)[name]
    inspect.signature(handler).bind(None, signal.SIGCONT, None)


async def test_a_driver_that_stops_lets_go_of_the_terminal_and_takes_it_again(
    line: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "kill", lambda *words: killed.append(words))
    before = termios.tcgetattr(line)
    driver = Recording(App())
    driver.start_application_mode()  # type: ignore[no-untyped-call]
    driver._sigtstp_application(signal.SIGTSTP, None)  # noqa: SLF001
    assert killed == [(os.getpid(), signal.SIGSTOP)]
    assert termios.tcgetattr(line) == before
    stopped = len(driver.sent)
    driver._sigcont_application(signal.SIGCONT, None)  # noqa: SLF001
    assert "\x1b[?1049h" in driver.sent[stopped:]
    assert not termios.tcgetattr(line)[3] & termios.ECHO
    driver.suspend_application_mode()


async def test_a_driver_that_another_program_has_the_terminal_of_does_not_take_it_again(
    line: int,
) -> None:
    assert line
    driver = Recording(App())
    with driver.no_automatic_restart():
        driver._sigcont_application(signal.SIGCONT, None)  # noqa: SLF001
    assert not driver.sent


async def test_a_screen_gives_what_is_drawn_row_by_row() -> None:
    class Small(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("One line")

    app = Small()
    async with app.run_test(size=(12, 3)):
        strips = app.screen._compositor.render_strips()  # noqa: SLF001
        assert [strip.text for strip in strips] == ["One line".ljust(12), " " * 12, " " * 12]


async def test_an_app_makes_its_driver_with_these_words_and_keeps_it() -> None:
    made: list[dict[str, object]] = []
    app: App[None] = App()

    def driver(owner: App[None], **words: object) -> LinuxDriver:
        made.append(words)
        headless = app.get_driver_class()
        assert owner is app
        return headless(owner, **words)  # type: ignore[arg-type, return-value]

    app.driver_class = driver  # type: ignore[assignment]
    async with app.run_test():
        assert app._driver is not None  # noqa: SLF001
    assert set(inspect.signature(LinuxDriver.__init__).parameters) >= {"debug", "mouse", "size"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("j", [events.Key]),
        ("\x1b[A", [events.Key]),
        ("\x1b[<0;1;1M", [events.MouseDown]),
        ("\x1b[?2026;2$y", [TerminalSupportsSynchronizedOutput]),
        ("\x1b[?2048;2$y", [InBandWindowResize]),
        ("\x1b[48;24;80;480;800t", [events.Resize]),
        ("\x1b[200~a[b\x1b[201~j", [events.Paste, events.Key]),
    ],
)
def test_the_parser_gives_messages_for_text(text: str, kinds: list[type[Message]]) -> None:
    assert [type(event) for event in XTermParser(debug=False).feed(text)] == kinds


def test_the_parser_gives_an_escape_once_nothing_follows_it() -> None:
    parser = XTermParser(debug=False)
    assert list(parser.feed("\x1b")) == []
    end = monotonic() + 10
    keys: list[Message] = []
    while not keys and monotonic() < end:
        keys = list(parser.tick())
    assert [key.key for key in keys if isinstance(key, events.Key)] == ["escape"]


def test_the_keys_that_the_parser_knows_are_text() -> None:
    assert {"\x1b[A", "\x1bOP", "\x1b[1;5C"} <= set(ANSI_SEQUENCES_KEYS)


def test_the_keys_that_the_parser_knows_by_number_are_a_number_and_a_letter() -> None:
    assert FUNCTIONAL_KEYS["1A"] == "up"
    assert {"27u", "13u", "3~", "57414u"} <= set(FUNCTIONAL_KEYS)


def test_the_parser_takes_what_it_does_not_know_for_keys() -> None:
    parser = XTermParser(debug=False)
    messages = [*parser.feed("\x1b[?1;2;3c"), *parser.feed("")]
    assert [key.character for key in messages if isinstance(key, events.Key)] == [*"[?1;2;3c"]


def test_the_number_of_colours_may_be_said_in_the_environment() -> None:
    program = "from textual.app import App; print(App().console.color_system)"
    environment = {"TEXTUAL_COLOR_SYSTEM": "truecolor", "TERM": "vt100"}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert done.stdout == b"truecolor\n"


def test_a_styled_text_is_drawn_as_a_style_a_text_and_a_reset() -> None:
    console = Console(color_system="truecolor", force_terminal=True)
    strip = Strip([Segment("text", Style.parse("bold #010203 on #040506"))])
    assert strip.render(console) == "\x1b[1;38;2;1;2;3;48;2;4;5;6mtext\x1b[0m"


def test_nothing_else_of_what_is_private_is_used() -> None:
    used: set[str] = set()
    for path in (path for folder in SOURCES for path in folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "textual" in text and path != Path(__file__):
            used |= set(_private(ast.parse(text)))
    assert used - OURS == set(PRIVATE)


def test_nothing_else_of_what_is_private_is_overridden() -> None:
    overridden: set[str] = set()
    for found in pkgutil.walk_packages(tui.__path__, "tui."):
        if not found.name.endswith("__main__"):
            classes = vars(importlib.import_module(found.name)).values()
            overridden |= {name for each in classes for name in _overridden(each)}
    assert overridden == {"_sigcont_application", "_get_terminal_size"}
    assert overridden <= set(PRIVATE)


def _overridden(kind: object) -> Iterator[str]:
    """The private methods of Textual's that one of our classes defines anew."""
    if not isinstance(kind, type) or not kind.__module__.startswith("tui."):
        return
    theirs = [base for base in kind.__mro__ if base.__module__.startswith("textual.")]
    for name, value in vars(kind).items():
        is_method = inspect.isfunction(value) or isinstance(value, property)
        if is_method and name[0] == "_" != name[1] and any(name in vars(each) for each in theirs):
            yield name


def _private(tree: ast.Module) -> Iterator[str]:
    """The private names that a module uses and does not define, and its private imports."""
    defined = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual._"):
            yield node.module or ""
    kept = {node.attr for node in attributes if isinstance(node.ctx, ast.Store)}
    for node in attributes:
        name = node.attr
        own = name in kept and name not in PRIVATE
        if name[0] == "_" != name[1] and not own and (name not in defined or name in PRIVATE):
            yield name
