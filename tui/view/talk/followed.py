"""A talk as a follower sees it: along with its presenter, or on a way of its own.

Invariants: on the path it shows the slide and the part that the presenter shows, at whatever page
of them the follower has turned to; off the path it shows what the follower goes to, which is
never blank, and knows where the presenter is meanwhile. Time and who drives are always the
presenter's.
"""

from dataclasses import dataclass, replace

from tui.timeline.timeline import Timeline
from tui.view.talk.deck import Deck
from tui.view.talk.pages import Room
from tui.view.talk.shown import Shown
from tui.view.talk.talk import Talk


@dataclass(frozen=True)
class Followed:
    """What a follower shows.

    Attributes:
        told: Where the presenter is.
        own: Where the follower is while off the path, else None.
        turned: The part as the follower has turned its pages on the path, if it has.
    """

    told: Talk
    own: Talk | None = None
    turned: Talk | None = None

    @property
    def talk(self) -> Talk:
        """What is on the screen."""
        if self.own is not None:
            told = self.told
            return replace(self.own, clock=told.clock, goal=told.goal, driver=told.driver)
        turned = self.turned or self.told
        return replace(self.told, page=turned.page, of=turned.of)

    @property
    def is_alone(self) -> bool:
        """Whether it is off the path."""
        return self.own is not None

    def renewed(self, timeline: Timeline, deck: Deck) -> "Followed":
        """The same place in what the presenter has sent anew."""
        own = self.own and self.own.reload(timeline, deck)
        return Followed(self.told.reload(timeline, deck), own)

    def moved(self, shown: Shown, now: float) -> "Followed":
        """The presenter shows something, perhaps the same as before."""
        told = self.told.following_along(shown, now)
        before = (self.told.at, self.told.part)
        turned = self.turned if (told.at, told.part) == before else None
        return replace(self, told=told, turned=turned)

    def left(self) -> "Followed":
        """Off the path, from where the presenter is."""
        return self if self.is_alone else Followed(self.told, replace(self.talk, blank=False))

    def rejoined(self) -> "Followed":
        """Back on the path."""
        return Followed(self.told)

    def stepped(self, steps: int, room: Room, now: float) -> "Followed":
        """A step on or back: off the path wherever that leads, on it among the pages of a part."""
        if self.own is not None:
            own = self.own.next(room, now) if steps > 0 else self.own.back(room, now)
            return replace(self, own=own)
        talk = self.talk
        turned = talk if talk.blank else talk.turned(steps, room)
        return self if turned == talk else replace(self, turned=turned)

    def went(self, at: int, now: float) -> "Followed":
        """To a slide, which only leads somewhere off the path."""
        return self if self.own is None else replace(self, own=self.own.go(at, now))

    def whole(self, room: Room) -> "Followed":
        """All of the slide, off the path."""
        return self if self.own is None else replace(self, own=self.own.whole(room))
