"""Following: what a presenter shows, as it reaches another terminal.

It looks for the presenter for as long as it runs, before the talk, after it and in between. It
tells no state before its material, and of several states at once only the latest.
"""

import asyncio
import os
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path
from typing import Final, Literal, NamedTuple

from tui.share.lines import Lines
from tui.share.material import LONGEST, Material, Role
from tui.share.wire import (
    LONGEST_STATE,
    TOO_LONG,
    Command,
    Hello,
    Malformed,
    Refusal,
    State,
    from_presenter,
    print_command,
    print_hello,
)

Where = Path | Callable[[], Path | None]
"""Where the presenter's socket is, or what finds it, again at each attempt."""

_READ: Final = 256 << 10


class Status(NamedTuple):
    """How it stands with a presenter, and why it is refused, as a sentence."""

    what: Literal["waiting", "connected", "refused"]
    why: str = ""


class Unread(NamedTuple):
    """A line that was ignored: what is wrong with it, and how many were so far."""

    why: str
    times: int


class Backoff(NamedTuple):
    """Seconds to wait before the next attempt: at first, and at most."""

    first: float = 0.1
    most: float = 1.0


class Eyes(NamedTuple):
    """Who is told what there is to see; none of these may raise.

    Attributes:
        status: How it stands with the presenter.
        material: What the talk is about.
        state: What is shown of it.
        ignored: A line that was ignored.
    """

    status: Callable[[Status], None] = lambda _: None
    material: Callable[[Material], None] = lambda _: None
    state: Callable[[State], None] = lambda _: None
    ignored: Callable[[Unread], None] = lambda _: None


WAITING: Final = Status("waiting")
CONNECTED: Final = Status("connected")
USUAL: Final = Backoff()


class Following:
    """One follower, in a role."""

    def __init__(self, where: Where, role: Role, eyes: Eyes, *, backoff: Backoff = USUAL) -> None:
        self._where = where
        self._role: Role = role
        self._eyes = eyes
        self._backoff = backoff
        self._status: Status | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._digest = ""
        self._ignored = 0

    async def run(self) -> None:
        """Follow until cancelled."""
        wait = self._backoff.first
        while True:
            status = await self._attempt()
            if self._status == CONNECTED:
                wait = self._backoff.first
            self._tell(status)
            await asyncio.sleep(wait)
            wait = min(2 * wait, self._backoff.most)

    def do(self, command: Command) -> bool:
        """Ask the presenter for something. Returns whether there is one to ask."""
        if self._writer is None or self._status != CONNECTED:
            return False
        self._writer.write(print_command(command))
        return True

    async def _attempt(self) -> Status:
        """Follow for as long as there is somebody. Returns how it stands afterwards."""
        try:
            path = self._where if isinstance(self._where, Path) else self._where()
            if path is None:
                return WAITING
            reader, writer = await self._connect(path)
        except PermissionError:
            return Status("refused", "You may not open the presenter's socket.")
        except (OSError, ValueError):
            return WAITING
        self._writer = writer
        self._digest = ""
        try:
            refusal = await self._read(reader)
        except OSError:
            return WAITING
        finally:
            self._writer = None
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()
        return Status("refused", refusal.why) if refusal else WAITING

    async def _connect(self, path: Path) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect to a presenter and say what we follow as."""
        loop = asyncio.get_running_loop()
        connected = socket.socket(socket.AF_UNIX)
        try:
            connected.settimeout(0)
            await loop.sock_connect(connected, os.fspath(path))
            # Who is sent away at once may find nobody to say it to, but is told why all the same.
            with suppress(BrokenPipeError, ConnectionResetError):
                await loop.sock_sendall(connected, print_hello(Hello(self._role)))
            return await asyncio.open_unix_connection(sock=connected)
        except BaseException:
            connected.close()
            raise

    async def _read(self, reader: asyncio.StreamReader) -> Refusal | None:
        """Tell what comes until nothing does any more. Returns why we are sent away."""
        lines = Lines(LONGEST)
        while data := await reader.read(_READ):
            messages = [await _parsed(line) for line in lines.feed(data)]
            for message in _latest(messages):
                if isinstance(message, Refusal):
                    return message
                self._take(message)
        return None

    def _take(self, message: Material | State | Malformed) -> None:
        match message:
            case Material():
                self._digest = message.digest
                self._tell(CONNECTED)
                self._eyes.material(message)
            case State() if message.digest == self._digest:
                self._eyes.state(message)
            case State():
                self._ignore("a state of something else")
            case Malformed():
                self._ignore(message.why)

    def _tell(self, status: Status) -> None:
        if status != self._status:
            self._status = status
            self._eyes.status(status)

    def _ignore(self, why: str) -> None:
        self._ignored += 1
        self._eyes.ignored(Unread(why, self._ignored))


Message = Material | State | Refusal | Malformed


async def _parsed(line: bytes | None) -> Message:
    """What a line says; a long one is read while other things go on."""
    if line is None:
        return TOO_LONG
    if len(line) <= LONGEST_STATE:
        return from_presenter(line)
    return await asyncio.to_thread(from_presenter, line)


def _latest(messages: list[Message]) -> Iterable[Message]:
    """Messages without the states that another one follows at once."""
    for message, following in zip_longest(messages, messages[1:]):
        if not (isinstance(message, State) and isinstance(following, State)):
            yield message
