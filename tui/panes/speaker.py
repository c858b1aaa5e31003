"""The panes of the one who speaks: the time, and the note with the steps round it."""

from textual.reactive import reactive

from tui.panes.pane import LinePane, Row
from tui.view.line import Line, Span, Tone, shorten
from tui.view.rows import between
from tui.view.talk.pages import Room
from tui.view.talk.speaker import notes_of
from tui.view.talk.talk import Talk

MARGIN = 2


class SpeakerBar(LinePane):
    """What is told, who drives, how many follow and which slide this is; below it the time."""

    talk: reactive[Talk | None] = reactive(None, repaint=False)
    """What is told."""
    time: reactive[str] = reactive("", repaint=False)
    """How long it has taken, and how it fares."""
    followers: reactive[int] = reactive(0, repaint=False)
    """How many other terminals show it."""
    drives: reactive[bool] = reactive(default=False, repaint=False)
    """Whether this terminal drives."""

    def rows(self) -> list[Row]:
        """Two rows, and a blank one."""
        talk, width = self.talk, self.size.width
        if talk is None:
            return []
        following = f"{self.followers:,} following   " if self.followers else ""
        number = talk.number or ("title" if talk.deck.slides else "")
        place = f"{following}{number} " if number else following
        title = shorten(talk.title, width - len(place) - 3)
        top = between((Span(f"  {title}", "dim"),), (Span(place, "dim"),), width)
        other = "The presenter" if talk.driver == "presenter" else "Another speaker"
        who = "You drive " if self.drives else f"{other} drives "
        state = " · blank" if talk.blank else "" if talk.clock.is_running else " · not running"
        time: Line = (Span(f"  {self.time}", "strong"), Span(state, "dim"))
        return [
            Row(top),
            Row(between(time, (Span(who, "accent" if self.drives else "dim"),), width)),
        ]

    def watch_talk(self) -> None:
        """Draw it."""
        self.redraw()

    def watch_time(self) -> None:
        """Draw the time."""
        self.redraw()

    def watch_followers(self) -> None:
        """Draw how many there are now."""
        self.redraw()

    def watch_drives(self) -> None:
        """Draw who drives."""
        self.redraw()


class SpeakerNotes(LinePane):
    """The note of the slide, this step and the next one."""

    talk: reactive[Talk | None] = reactive(None, repaint=False)
    """What is told."""
    page: reactive[int] = reactive(0, repaint=False)
    """Which page of the note."""

    def rows(self) -> list[Row]:
        """The note and the steps, in a margin."""
        talk, room = self.talk, self.room
        if talk is None:
            return []
        lines = notes_of(talk, room, self.page).rows
        return [Row((Span(" " * MARGIN), *line) if line else ()) for line in lines]

    @property
    def room(self) -> Room:
        """What the note and the steps may take."""
        return Room(self.size.width - 2 * MARGIN, self.size.height)

    @property
    def pages(self) -> int:
        """How many pages the note has."""
        return 1 if self.talk is None else notes_of(self.talk, self.room).pages

    def watch_talk(self, before: Talk | None, after: Talk | None) -> None:
        """Draw it, from its first page for another slide."""
        if before is None or after is None or before.slide != after.slide:
            self.set_reactive(SpeakerNotes.page, 0)
        self.redraw()

    def watch_page(self) -> None:
        """Draw another page."""
        self.redraw()


class SpeakerFoot(LinePane):
    """A message, else the keys to know."""

    message: reactive[str] = reactive("", repaint=False)
    """What there is to say."""
    keys: reactive[str] = reactive("", repaint=False)
    """The keys to know."""

    def rows(self) -> list[Row]:
        """One row."""
        tone: Tone = "accent" if self.message else "dim"
        return [Row((Span(shorten(f"  {self.message or self.keys}", self.size.width), tone),))]

    def watch_message(self) -> None:
        """Draw it."""
        self.redraw()

    def watch_keys(self) -> None:
        """Draw them."""
        self.redraw()
