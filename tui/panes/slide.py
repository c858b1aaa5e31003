"""What is seen of a talk, row by row: bar, strip, slide, notes and foot.

A pane draws the talk that it is bound to, on the stage that there is for it; while the screens
are blank it draws nothing at all.
"""

from textual.reactive import reactive

from tui.panes.pane import LinePane, Row
from tui.view.bidi import begins_left
from tui.view.line import Line, Span, width_of
from tui.view.talk import stage as stages
from tui.view.talk.speaker import note_of
from tui.view.talk.stage import Stage
from tui.view.talk.talk import Talk


class TalkPane(LinePane):
    """A pane that draws a talk. Subclasses say what the rows of one are."""

    talk: reactive[Talk | None] = reactive(None, repaint=False)
    """What is told; nothing without one."""
    stage: reactive[Stage | None] = reactive(None, repaint=False)
    """Where things stand."""

    def rows(self) -> list[Row]:
        """The rows of the talk."""
        talk, stage = self.talk, self.stage
        if talk is None or stage is None or talk.blank:
            return []
        return [Row(line) for line in self.lines(talk, stage)]

    def lines(self, talk: Talk, stage: Stage) -> list[Line]:
        """The lines of a talk from top to bottom."""
        raise NotImplementedError

    def watch_talk(self) -> None:
        """Draw what changed."""
        self.redraw()

    def watch_stage(self) -> None:
        """Draw it where it stands now."""
        self.redraw()


class TalkBar(TalkPane):
    """What is told, how many follow it, and which slide this is."""

    followers: reactive[int] = reactive(0, repaint=False)
    """How many other terminals show the talk."""

    def watch_followers(self) -> None:
        """Draw how many there are now."""
        self.redraw()

    def lines(self, talk: Talk, stage: Stage) -> list[Line]:
        """One line."""
        return [stages.bar(talk, stage, self.followers)]


class TalkStrip(TalkPane):
    """Where in time the slide is."""

    def lines(self, talk: Talk, stage: Stage) -> list[Line]:
        """Two lines, or none."""
        return [*stages.strip(talk, stage)]


class SlidePane(TalkPane):
    """The slide, as far as it is revealed."""

    def __init__(self, *, turns: bool = False, id: str | None = None) -> None:  # noqa: A002, as LinePane
        """Create the pane.

        Args:
            turns: Whether dateline turns text round that runs from right to left; it stands at
                the right then.
            id: What it is called.
        """
        super().__init__(id=id)
        self._turns = turns

    def lines(self, talk: Talk, stage: Stage) -> list[Line]:
        """The lines of its page in their column, below what is blank above them."""
        found = [self._placed(line, stage) for line in talk.lines(stage.room)]
        return [*[()] * stage.above, *found]

    def _placed(self, line: Line, stage: Stage) -> Line:
        indent = stage.left
        if self._turns and len(line) == 1 and begins_left(line[0].text):
            indent += max(0, stage.room.width - width_of(line))
        return (Span(" " * indent), *line) if line else ()


class NotesPane(TalkPane):
    """What the speaker keeps aside, where it was asked for."""

    page: reactive[int] = reactive(0, repaint=False)
    """Which page of it."""

    def watch_page(self) -> None:
        """Draw another page."""
        self.redraw()

    def lines(self, talk: Talk, stage: Stage) -> list[Line]:
        """A rule, and the notes."""
        room = stage.note
        lines, _ = note_of(talk, room, self.page)
        rule: Line = (Span("─" * room.width, "rule"),)
        return [(Span(" " * stage.left), *line) for line in (rule, *lines)]


class TalkFoot(TalkPane):
    """A message, else how much of the slide is shown; and the time."""

    message: reactive[str] = reactive("", repaint=False)
    """What there is to say."""
    time: reactive[str] = reactive("", repaint=False)
    """How long it has taken, "" while that is not shown."""

    def lines(self, talk: Talk, stage: Stage) -> list[Line]:
        """One line."""
        return [stages.foot(talk, stage, self.message, self.time)]

    def watch_message(self) -> None:
        """Draw the message."""
        self.redraw()

    def watch_time(self) -> None:
        """Draw the time."""
        self.redraw()
