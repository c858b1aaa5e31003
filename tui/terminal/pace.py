"""Keeps one frame in flight: the next goes out when the terminal has answered for the last.

What is between a program and a terminal far away holds many frames, and each is late by all
that are before it. A terminal that never answers is not waited for; one that has answered
before may be out of reach, and then gets a frame now and then.
"""

from typing import Final

QUESTION: Final = "\x1b[5n"
"""Asks the terminal whether it is well (DSR, ECMA-48); it answers `ESC[0n`."""

PATIENCE: Final = 1.0
"""Seconds until a terminal that has never answered is taken for one that does not."""

_LONGEST: Final = 8.0


class Pace:
    """Whether frames end with the question, and how long to wait for the answer."""

    def __init__(self, *, is_wanted: bool) -> None:
        self.is_on = is_wanted
        self.patience = PATIENCE
        """Seconds to wait for the answer to the frame in flight."""
        self._is_wanted = is_wanted
        self._has_answered = False

    def answered(self) -> None:
        """The terminal has answered; one that was given up on is taken up again."""
        self._has_answered = True
        self.is_on = self._is_wanted
        self.patience = PATIENCE

    def missed(self) -> None:
        """The terminal has not answered within `patience`."""
        self.is_on = self._is_wanted and self._has_answered
        self.patience = min(2 * self.patience, _LONGEST)
