"""A link: one follower, as its presenter has it.

Nothing waits for a follower, and nothing is kept for one: what it does not take at once is asked
for again when it takes the next, and is by then the latest. The system's own buffer is kept
small, so that a follower that comes back finds little that is old in it.
"""

import asyncio
import os
import socket
import struct
from contextlib import suppress
from typing import Final, Protocol, cast

from tui.share.lines import Lines
from tui.share.material import Role
from tui.share.wire import LONGEST_SAID, LONGEST_STATE

_PIECE: Final = 64 << 10
_FOR_STATES, _FOR_MATERIAL = 2 << 10, 256 << 10
"""Bytes that the system may keep for a follower that does not read: the least that Linux takes,
and as much as sends a large timeline at once. A system that takes one byte would send one by one.
"""

_LOCAL_PEERCRED: Final = (0, 1)
"""What asks for the user at the other end on macOS, which Python has no names for, see unix(4)."""
_CRED: Final = struct.Struct("2I")
"""How the answer begins on Linux and there: another number, then that of the user."""
_MOST_OF_CRED: Final = 128


class Host(Protocol):
    """Who owns links."""

    def met(self, link: "Link") -> bool:
        """A follower has connected. Returns whether it may stay."""

    def heard(self, link: "Link", line: bytes | None) -> None:
        """A follower has said a line, or None: one that is too long."""

    def due(self, link: "Link") -> bytes | None:
        """The next line that a follower is to have, which counts as sent."""

    def left(self, link: "Link") -> None:
        """A follower that was met has gone."""


class Link(asyncio.Protocol):
    """One follower.

    Attributes:
        number: Which link this is, of all that this presenter ever had.
        uid: The number of its user, None where the system does not tell.
        role: What it follows as, None until it has said so.
        digest: Of the material that it was sent last.
        rev: Of the state that it was sent last.
        ignored: How much of what it said was ignored.
    """

    def __init__(self, host: Host, number: int, patience: float) -> None:
        self._host = host
        self._patience = patience
        self._transport: asyncio.Transport | None = None
        self._lines = Lines(LONGEST_SAID)
        self._rest = memoryview(b"")
        self._is_full = False
        self._is_met = False
        self._timer: asyncio.TimerHandle | None = None
        self.number = number
        self.uid: int | None = None
        self.role: Role | None = None
        self.digest = ""
        self.rev = 0
        self.ignored = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See who it is."""
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(high=0)
        self.uid = peer_uid(transport.get_extra_info("socket"))
        self._keep(_FOR_STATES)
        self._is_met = self._host.met(self)

    def data_received(self, data: bytes) -> None:
        """Tell each line that has come."""
        if not self._is_met:
            return
        for line in self._lines.feed(data):
            if self._transport is None or self._transport.is_closing():
                return
            self._host.heard(self, line)

    def pause_writing(self) -> None:
        """It takes nothing more: see for how long."""
        self._is_full = True
        self._timer = asyncio.get_running_loop().call_later(self._patience, self.drop)

    def resume_writing(self) -> None:
        """It has taken all that was on its way."""
        self._is_full = False
        self._stop_timer()
        self.pump()

    def connection_lost(self, exc: Exception | None) -> None:
        """It is gone."""
        del exc  # why makes no difference
        self._stop_timer()
        self._transport = None
        self._rest = memoryview(b"")
        if self._is_met:
            self._host.left(self)

    def pump(self) -> None:
        """Send what is due, for as long as it is taken."""
        while self._transport and not self._is_full and not self._transport.is_closing():
            piece = self._piece()
            if piece is None:
                return
            self._transport.write(piece)

    def say_goodbye(self, line: bytes) -> None:
        """Send a last line and part."""
        if self._transport:
            self._transport.write(line)
            self._transport.close()

    def drop(self) -> None:
        """Part at once."""
        if self._transport:
            self._transport.abort()

    def _piece(self) -> bytes | memoryview | None:
        if not self._rest:
            line = self._host.due(self)
            if line is None or len(line) <= LONGEST_STATE:
                return line
            self._rest = memoryview(line)
            self._keep(_FOR_MATERIAL)
        piece, self._rest = self._rest[:_PIECE], self._rest[_PIECE:]
        if not self._rest:
            self._keep(_FOR_STATES)
        return piece

    def _keep(self, size: int) -> None:
        """Have the system keep about so many bytes for the follower."""
        if self._transport:
            with suppress(OSError):
                own: socket.socket = self._transport.get_extra_info("socket")
                own.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, size)

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None


def peer_uid(connected: socket.socket) -> int | None:
    """The number of the user at the other end, None where the system does not tell."""
    linux: int | None = getattr(socket, "SO_PEERCRED", None)
    level, option = _LOCAL_PEERCRED if linux is None else (socket.SOL_SOCKET, linux)
    try:
        _, uid = _CRED.unpack_from(connected.getsockopt(level, option, _MOST_OF_CRED))
    except (OSError, struct.error):
        return None
    return int(uid)


def own_uid() -> int:
    """The number of our own user."""
    return os.geteuid()
