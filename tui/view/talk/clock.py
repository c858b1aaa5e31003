"""The clock of a talk: how long it has taken, pauses left out.

Moments are seconds of a clock that never goes back; what they count from does not matter.
"""

from typing import Final, NamedTuple


class Clock(NamedTuple):
    """A stopwatch.

    Attributes:
        spent: Seconds up to the last stop.
        since: When it went on, None while it stands.
    """

    spent: float = 0.0
    since: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether it goes."""
        return self.since is not None

    def elapsed(self, now: float) -> float:
        """Seconds that it went in all."""
        return self.spent + (0.0 if self.since is None else max(0.0, now - self.since))

    def go(self, now: float) -> "Clock":
        """It goes, from now on if it did not yet."""
        return self if self.is_running else Clock(self.spent, now)

    def stop(self, now: float) -> "Clock":
        """It stands."""
        return Clock(self.elapsed(now))


STOPPED: Final = Clock()
"""The clock of a talk that has not begun."""
