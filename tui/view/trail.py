"""The way that a reader came: back and forward, as in a browser.

A leap (a follow, a chip, a date, a jump by name) leaves what was shown before it on the trail;
plain moves change only where the reader is now.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.timeline.timeline import Timeline

if TYPE_CHECKING:
    from tui.view.view import Snag, View

LONGEST = 100
"""How many views the trail keeps on either side."""


class Trail(NamedTuple):
    """What was shown: views without a trail of their own, the oldest first."""

    back: tuple["View", ...] = ()
    forward: tuple["View", ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """Which view of how many this is, from 1."""
        return len(self.back) + 1, len(self.back) + 1 + len(self.forward)

    def reloaded(self, timeline: Timeline, snags: "tuple[Snag, ...]") -> "Trail":
        """The trail through another reading of the file."""
        return Trail(
            tuple(view.reload(timeline, snags) for view in self.back),
            tuple(view.reload(timeline, snags) for view in self.forward),
        )


def leapt(before: "View", after: "View") -> "View":
    """The view after a leap, with the one before it on the trail; no leap leaves no trace."""
    if _bare(after) == _bare(before) or after is before:
        return after
    back = (*before.trail.back, _bare(before))[-LONGEST:]
    return replace(after, trail=Trail(back))


def back(view: "View") -> "View":
    """What was shown before the last leap, if any."""
    if not view.trail.back:
        return view
    *earlier, last = view.trail.back
    forward = (_bare(view), *view.trail.forward)[:LONGEST]
    return _returned(view, last, Trail(tuple(earlier), forward))


def forward(view: "View") -> "View":
    """What was shown before going back, if any."""
    if not view.trail.forward:
        return view
    first, *later = view.trail.forward
    return _returned(view, first, Trail((*view.trail.back, _bare(view)), tuple(later)))


def _returned(now: "View", then: "View", trail: Trail) -> "View":
    """An earlier view, with what is not a matter of place as it is now.

    What a search found stands for what was shown then, so other chips end it.
    """
    search = now.search if now.chips == then.chips else None
    return replace(
        then,
        trail=trail,
        marks=now.marks,
        zoomed=now.zoomed,
        search=search,
        unsaved=now.unsaved,
        locked=now.locked,
    )


def _bare(view: "View") -> "View":
    return replace(view, trail=Trail(), search=None)
