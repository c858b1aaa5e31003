"""The time of a talk in words: how long it has taken, or how much is left and how it fares."""

from typing import Final

from tui.view.talk.talk import Talk

_EVEN: Final = 5
"""Seconds ahead or behind that nobody needs to know of, and in steps of which one is told."""


def timer(talk: Talk, now: float) -> str:
    """The time of a talk: `12:34`; where it has a goal `7:26 left · 0:40 behind`."""
    elapsed = talk.clock.elapsed(now)
    if not talk.goal:
        return minutes(elapsed)
    left, ahead = talk.goal - elapsed, talk.ahead(now)
    if left < 0:
        return f"{minutes(-left)} over"
    if not elapsed or abs(ahead) <= _EVEN:
        return f"{minutes(left)} left"
    off = abs(ahead) // _EVEN * _EVEN
    return f"{minutes(left)} left · {minutes(off)} {'ahead' if ahead > 0 else 'behind'}"


def minutes(seconds: float) -> str:
    """A stretch of time: `0:07`, `12:34`, `1:02:03`."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    if hours:
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"
    return f"{rest // 60}:{rest % 60:02}"
