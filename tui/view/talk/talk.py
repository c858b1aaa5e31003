"""A talk as it is being told: one frozen value, and the transitions that make the next one.

Invariants: `at` is a slide of the deck, or COVER before the first and in an empty deck; `part` is
one of its parts, and every part up to it is revealed; `page` is one of the pages that this part had
where the talk came to it, which may be another screen: each room has a page of its own for it, and
only a step makes it another one. Nothing here moves by itself: moments are given, in seconds of a
clock that never goes back.
"""

from dataclasses import dataclass, replace
from typing import Final

from tui.timeline.timeline import Timeline
from tui.view.line import Line, one_line
from tui.view.talk.clock import STOPPED, Clock
from tui.view.talk.cover import cover
from tui.view.talk.deck import Deck, Slide
from tui.view.talk.pages import Pages, Room, pages_of
from tui.view.talk.parts import TITLE, ids_of
from tui.view.talk.shown import Driver, Shown

COVER: Final = -1
"""Where a talk is before its first slide."""


@dataclass(frozen=True)
class Talk:
    """What is told, and how far it has come.

    Attributes:
        timeline: What the file says.
        deck: The slides.
        at: The place of the slide that is shown, COVER before the first.
        part: The id of the last part of it that is revealed.
        page: Which of the pages of that part is shown, from 0.
        of: Of how many; a room of another size has others.
        blank: Whether the screen is blank.
        clock: How long it has taken; it goes from the first step on, which leaves the cover.
        goal: Seconds that it should take, 0 where nobody said.
        driver: Whose keys move it.
    """

    timeline: Timeline
    deck: Deck
    at: int = COVER
    part: str = TITLE
    page: int = 0
    of: int = 1
    blank: bool = False
    clock: Clock = STOPPED
    goal: float = 0.0
    driver: Driver = "presenter"

    @property
    def title(self) -> str:
        """What it is called, in one line: as its tour, else as the timeline."""
        return one_line(self.deck.title or self.timeline.title)

    @property
    def slide(self) -> Slide | None:
        """The slide that is shown, None at the cover."""
        return None if self.at == COVER else self.deck.slides[self.at]

    @property
    def number(self) -> str:
        """Which of the slides this is, as `3/12`; "" at the cover."""
        return "" if self.at == COVER else f"{self.at + 1}/{len(self.deck.slides)}"

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the slide."""
        slide = self.slide
        return (TITLE,) if slide is None else ids_of(self.timeline, slide)

    @property
    def revealed(self) -> int:
        """How many parts are revealed."""
        return self.parts.index(self.part) + 1

    @property
    def following(self) -> Slide | None:
        """The slide after this one, None at the last."""
        after = self.at + 1
        return self.deck.slides[after] if after < len(self.deck.slides) else None

    @property
    def done(self) -> float:
        """How much was told before this part, from 0 to 1: by slides, and by parts of this one."""
        if self.at == COVER:
            return 0.0
        parts = self.parts
        return (self.at + parts.index(self.part) / len(parts)) / len(self.deck.slides)

    def ahead(self, now: float) -> float:
        """Seconds that the talk is ahead of its goal, behind it if negative; 0 without one."""
        return self.done * self.goal - self.clock.elapsed(now) if self.goal else 0.0

    def pages(self, room: Room) -> Pages | None:
        """The slide laid out for a screen, None at the cover."""
        slide = self.slide
        return None if slide is None else pages_of(self.timeline, slide, room)

    def lines(self, room: Room) -> list[Line]:
        """What is seen of the slide in some room, or of the cover; none while it is blank."""
        if self.blank:
            return []
        pages = self.pages(room)
        if pages is None:
            return cover(self.timeline, self.deck, self.goal, room)
        return pages.lines(self._stop(pages))

    def place(self, room: Room) -> tuple[int, int]:
        """Which page of the slide is seen in some room, from 1, and of how many."""
        pages = self.pages(room)
        return (pages.stops[self._stop(pages)].at + 1, len(pages.pages)) if pages else (1, 1)

    def shown(self, now: float) -> Shown:
        """What is shown, in ids."""
        slide = self.slide
        return Shown(
            "" if slide is None else slide.key,
            self.part,
            self.page,
            self.of,
            self.blank,
            self.clock.elapsed(now),
            self.clock.is_running,
            self.goal,
            self.driver,
        )

    # Transitions

    def next(self, room: Room, now: float) -> "Talk":
        """One step on: another page, another part, another slide; the same at the end."""
        if self.blank:
            return self.lit(now)
        pages = self.pages(room)
        stop = 0 if pages is None else self._stop(pages) + 1
        if pages is not None and stop < len(pages.stops):
            return _timed(_at_stop(self, pages, stop), now)
        return self.go(self.at + 1, now) if self.following else self

    def back(self, room: Room, now: float) -> "Talk":
        """One step back, to the end of the slide before; from the first to the cover."""
        if self.blank:
            return self.lit(now)
        pages = self.pages(room)
        if pages is None:
            return self
        stop = self._stop(pages) - 1
        if stop >= 0:
            return _timed(_at_stop(self, pages, stop), now)
        return self.go(self.at - 1, now).whole(room)

    def go(self, at: int, now: float) -> "Talk":
        """To the start of a slide, the last if there is none that far on; before all, the cover."""
        at = max(COVER, min(at, len(self.deck.slides) - 1))
        there = replace(_begun(self, at), blank=False)
        return there if at == COVER else _timed(there, now)

    def whole(self, room: Room) -> "Talk":
        """The slide with all of its parts, at the last page."""
        pages = self.pages(room)
        return self if pages is None else _at_stop(self, pages, len(pages.stops) - 1)

    def turned(self, pages: int, room: Room) -> "Talk":
        """Some pages on, or back, in the part that is shown; the same at its ends."""
        laid = self.pages(room)
        stop = 0 if laid is None else self._stop(laid) + pages
        if laid is None or not 0 <= stop < len(laid.stops) or laid.stops[stop].part != self.part:
            return self
        return _at_stop(self, laid, stop)

    def darkened(self, now: float) -> "Talk":
        """The screen goes blank, and time stands."""
        return replace(self, blank=True, clock=self.clock.stop(now))

    def lit(self, now: float) -> "Talk":
        """The screen comes back; time goes on if it had begun."""
        begun = self.clock.spent > 0
        return replace(self, blank=False, clock=self.clock.go(now) if begun else self.clock)

    def reload(self, timeline: Timeline, deck: Deck) -> "Talk":
        """The same place in another reading of the file.

        Where the slide is gone, what followed it is shown from its start; where a part is gone,
        the one before it is.
        """
        fresh = replace(self, timeline=timeline, deck=deck)
        slide = self.slide
        if slide is None:
            return fresh
        after = (deck.find(each.key) for each in self.deck.slides[self.at :])
        found = next((at for at in after if at is not None), len(deck.slides) - 1)
        if deck.find(slide.key) is None:
            return _begun(fresh, found)
        fresh = replace(fresh, at=found)
        if self.part in fresh.parts:
            return fresh
        before = self.parts[: self.parts.index(self.part)]
        kept = next(each for each in reversed((TITLE, *before)) if each in fresh.parts)
        return replace(_begun(fresh, found), part=kept)

    def following_along(self, shown: Shown, now: float) -> "Talk":
        """The talk at the place where another screen shows it, as far as it is in this deck."""
        clock = Clock(shown.elapsed, now if shown.running else None)
        told = replace(self, blank=shown.blank, clock=clock, goal=shown.goal, driver=shown.driver)
        at = self.deck.find(shown.slide) if shown.slide else COVER
        if at is None:
            return told
        told = _begun(told, at)
        if shown.part not in told.parts:
            return told
        return replace(told, part=shown.part, page=shown.page, of=shown.pages)

    def _stop(self, pages: Pages) -> int:
        """Where the talk is among the stops of its slide in some room."""
        return pages.stop(self.part, self.page, self.of)


def _begun(talk: Talk, at: int) -> Talk:
    """The talk at the start of a slide."""
    return replace(talk, at=at, part=TITLE, page=0, of=1)


def _at_stop(talk: Talk, pages: Pages, stop: int) -> Talk:
    part, page, _ = pages.stops[stop]
    return replace(talk, part=part, page=page, of=pages.pages_of(part))


def _timed(talk: Talk, now: float) -> Talk:
    return replace(talk, clock=talk.clock.go(now))
