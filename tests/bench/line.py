"""A line between a program and the terminal at its far end: so many bytes a second, and a delay.

The terminal answers questions, and its answers take the same way back. What it got is stamped
when it arrives there and drawn only afterwards.
"""

import os
import select
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from bench.answers import Answers
from bench.pty_timer import Piece, TimerError

PACKET: Final = 1400
"""The most bytes that travel together on an ordinary line."""

_STEP: Final = 0.005


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast a line is; without a rate it takes whatever comes.

    Attributes:
        rate: Bytes a second towards the terminal, or None.
        delay: Seconds in each direction.
        packet: The most bytes that travel together, after a pause without any delay between them.
    """

    rate: float | None = None
    delay: float = 0.0
    packet: int = PACKET


@dataclass
class Line:
    """A line that is read and written in one thread, whenever somebody waits for it.

    Attributes:
        near: The end at the program, a file descriptor.
        speed: How fast it is.
        arrived: What the terminal has got.
        answers: Whether the far end answers questions.
    """

    near: int
    speed: Speed
    arrived: list[Piece] = field(default_factory=list)
    answers: bool = True

    def __post_init__(self) -> None:
        self._answers = Answers(self._no_cursor)
        self._down: deque[Piece] = deque()
        self._up: deque[Piece] = deque()
        self._credit = 0.0
        self._credited = time.monotonic()
        self.ended = False

    @property
    def last(self) -> float:
        """When something arrived at the terminal for the last time."""
        return self.arrived[-1].at if self.arrived else 0.0

    def type(self, data: bytes) -> None:
        """Send something from the terminal."""
        self._up.append(Piece(time.monotonic() + self.speed.delay, data))

    def hold(self, key: bytes, rate: float, seconds: float) -> float:
        """Press a key so often a second; gives the time of the last press."""
        count, start = round(rate * seconds), time.monotonic()
        for number in range(count):
            self.run(start + number / rate - time.monotonic())
            self.type(key)
        return time.monotonic()

    def run(self, seconds: float) -> None:
        """Let everything take its way for a while."""
        end = time.monotonic() + seconds
        while True:
            self._deliver()
            left = end - time.monotonic()
            if left <= 0 or self.ended:
                return
            self._take(min(left, _STEP))

    def settle(self, silence: float, patience: float) -> bool:
        """Wait until nothing has arrived for so long; False if that takes too long."""
        start = time.monotonic()
        while time.monotonic() - start < patience and not self.ended:
            if time.monotonic() - max(self.last, start) > silence and not self._down:
                return True
            self.run(_STEP)
        return False

    def _deliver(self) -> None:
        """What has been on its way for long enough arrives."""
        now = time.monotonic()
        while self._down and self._down[0].at <= now:
            data = self._down.popleft().data
            self.arrived.append(Piece(now, data))
            for answer in self._answers.to(data) if self.answers else ():
                self.type(answer)
        while self._up and self._up[0].at <= now:
            try:
                os.write(self.near, self._up.popleft().data)
            except OSError:
                self.ended = True

    def _take(self, patience: float) -> None:
        """Take from the program what the line has room for."""
        room = self._room()
        if room < 1 or not select.select([self.near], [], [], patience)[0]:
            if room < 1:
                time.sleep(patience)
            return
        try:
            data = os.read(self.near, room)
        except OSError:  # Linux says EIO when the last process has left the terminal
            data = b""
        self.ended = not data
        self._credit -= len(data)
        self._down.append(Piece(time.monotonic() + self.speed.delay, data))

    def _room(self) -> int:
        """How many bytes the line takes now."""
        if self.speed.rate is None:
            return 1 << 16
        now = time.monotonic()
        earned = (now - self._credited) * self.speed.rate
        self._credit, self._credited = min(self._credit + earned, self.speed.packet), now
        return int(self._credit)

    def _no_cursor(self) -> tuple[int, int]:
        raise TimerError("where the cursor is takes longer to find out than a line may wait")
