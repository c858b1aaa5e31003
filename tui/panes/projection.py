"""The projection: all that is seen of a talk on one screen, whoever moves the talk."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.reactive import reactive

from tui.panes.bars import TooSmall
from tui.panes.slide import NotesPane, SlidePane, TalkBar, TalkFoot, TalkStrip
from tui.view.talk.pages import Room
from tui.view.talk.stage import Stage, stage_of
from tui.view.talk.talk import Talk


class Projection(Container):
    """A talk on the screen. What it shows is set from outside; it changes nothing of it."""

    DEFAULT_CSS = """
    Projection {
        layout: vertical;
        background: $background;
        TalkBar, TalkFoot { height: 1; }
        SlidePane, TooSmall { height: 1fr; }
        TooSmall { display: none; }
        &.-blank { background: black; }
        &.-blank > * { visibility: hidden; }
        &.-tiny > * { display: none; }
        &.-tiny > TooSmall { display: block; }
    }
    """

    talk: reactive[Talk | None] = reactive(None, repaint=False)
    """What is told."""
    stage: reactive[Stage] = reactive(stage_of(80, 24), repaint=False)
    """Where things stand on the screen."""
    followers: reactive[int] = reactive(0, repaint=False)
    """How many other terminals show it."""
    message: reactive[str] = reactive("", repaint=False)
    """What there is to say."""
    time: reactive[str] = reactive("", repaint=False)
    """How long it has taken, "" while that is not shown."""
    notes: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the notes of the speaker are shown."""
    page: reactive[int] = reactive(0, repaint=False)
    """Which page of the notes."""

    def __init__(self, *, turns: bool = False) -> None:
        """Create it.

        Args:
            turns: Whether dateline turns text round that runs from right to left.
        """
        super().__init__()
        self._turns = turns

    @property
    def room(self) -> Room:
        """What a slide may take."""
        return self.stage.room

    def compose(self) -> ComposeResult:
        """Every pane once."""
        cls = Projection
        yield TalkBar().data_bind(cls.talk, cls.stage, cls.followers)
        yield TalkStrip().data_bind(cls.talk, cls.stage)
        yield SlidePane(turns=self._turns).data_bind(cls.talk, cls.stage)
        yield NotesPane().data_bind(cls.talk, cls.stage, cls.page)
        yield TalkFoot().data_bind(cls.talk, cls.stage, cls.message, cls.time)
        yield TooSmall()

    def on_mount(self) -> None:
        """Place the panes before the first paint."""
        self._arrange(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Place them for the new size."""
        self._arrange(event.size)

    def watch_talk(self) -> None:
        """A blank screen is black in every theme: a light one would shine at people."""
        self.set_class(self.talk is not None and self.talk.blank, "-blank")

    def watch_notes(self) -> None:
        """Give the notes their room, or take it back."""
        if self.is_mounted:
            self._arrange(self.app.size)

    def _arrange(self, size: Size) -> None:
        stage = stage_of(*size, notes=self.notes)
        strip, notes = self.query_one(TalkStrip), self.query_one(NotesPane)
        strip.styles.height, notes.styles.height = stage.strip, stage.notes
        strip.display = stage.strip > 0 and not stage.is_tiny
        notes.display = stage.notes > 0 and not stage.is_tiny
        self.set_class(stage.is_tiny, "-tiny")
        self.stage = stage
