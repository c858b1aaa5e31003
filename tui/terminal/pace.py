"""Keeps one frame in flight: the next goes out when the terminal has answered for the last.

What is between a program and a terminal far away holds many frames, and each is late by all
that are before it. A terminal that never answers is not waited for. One that has answered before
may be slow, and is then waited for as long as its answers take; or it answers no more, and is no
longer waited for once several questions in a row have come to nothing. It is still asked, and its
next answer puts everything back.
"""

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Final

QUESTION: Final = "\x1b[5n"
"""Asks the terminal whether it is well (DSR, ECMA-48); it answers `ESC[0n`."""

PATIENCE: Final = 1.0
"""Seconds to wait for an answer, unless the last one has taken more than half of that."""

_LONGEST: Final = 8.0
_ENOUGH: Final = 4
"""Frames in a row without any answer by which the terminal answers no more."""
_MANY: Final = 64
"""Questions that may be open with a terminal that is not waited for."""


class Pace:
    """Whether frames end with the question, and how long to wait for the answer."""

    def __init__(self, *, is_wanted: bool, clock: Callable[[], float] = monotonic) -> None:
        self.is_on = is_wanted
        """Whether a frame waits until the terminal has answered for the last."""
        self.patience = PATIENCE
        """Seconds to wait for the answer to the frame in flight."""
        self._is_wanted = is_wanted
        self._clock = clock
        self._has_answered = self._has_just_answered = False
        self._missed = 0
        # When each question was asked that is not answered.
        self._open: deque[float] = deque()

    @property
    def asks(self) -> bool:
        """Whether the next frame ends with the question."""
        return self.is_on or (self._is_wanted and self._has_answered and len(self._open) < _MANY)

    @property
    def left(self) -> float:
        """Seconds that are left to wait for the frame in flight."""
        asked = self._open[-1] if self._open else self._clock()
        return max(asked + self.patience - self._clock(), 0)

    def asked(self) -> None:
        """A frame goes out with the question."""
        self._has_just_answered = False
        self._open.append(self._clock())

    def answered(self) -> bool:
        """The terminal has answered. Gives whether it has for every frame that is out."""
        self._has_answered = self._has_just_answered = True
        self._missed = 0
        self.is_on = self._is_wanted
        if self._open:
            took = self._clock() - self._open.popleft()
            self.patience = min(max(PATIENCE, 2 * took), _LONGEST)
        return not self._open

    def missed(self) -> None:
        """The terminal has not answered within `patience`."""
        self._missed += 1
        enough = _ENOUGH if self._has_answered else 1
        self.is_on = self._is_wanted and self._missed < enough
        if self._has_just_answered:
            # It answers, but for fewer frames than it was asked: what is open got lost.
            self._open.clear()
