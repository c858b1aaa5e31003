"""The overview of a talk over the screen that it was asked from: gives the slide to go to.

It gives a key, since the file may have changed by then, and shows nothing that is for the
speaker alone.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.panes.overview import OverviewPane
from tui.screens.layer import Layer
from tui.view.talk.overview import Overview, overview
from tui.view.talk.talk import Talk


class OverviewScreen(Layer[str | None], inherit_bindings=False):
    """The grid of a talk; gives the key of the slide that was chosen, if any was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "step(1)", "Right"),
        Binding("left,h", "step(-1)", "Left"),
        Binding("down,j", "move(1)", "Down"),
        Binding("up,k", "move(-1)", "Up"),
        Binding("pagedown,space,ctrl+d", "page(1)", "Page down"),
        Binding("pageup,backspace,ctrl+u", "page(-1)", "Page up"),
        Binding("home,g", "first", "First"),
        Binding("end,G", "last", "Last"),
        Binding("enter", "choose", "Go there"),
        Binding("escape,ctrl+c", "close", "Close"),
        Binding("ctrl+q", "app.quit", "Leave dateline"),
    ]
    DEFAULT_CSS = """
    OverviewScreen { background: $background; }
    OverviewScreen > OverviewPane { width: 100%; height: 100%; }
    """

    def __init__(self, talk: Talk, keys: Sequence[str] = ("o",)) -> None:
        """An overview of a talk.

        Args:
            talk: As it is told now.
            keys: Those that ask for the overview, which close it as well.
        """
        super().__init__()
        self._talk = talk
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The grid has the whole screen."""
        yield OverviewPane(overview(self._talk))

    def show(self, talk: Talk) -> None:
        """Show the talk as it is now: the file or the place in it may be another."""
        self._talk = talk
        for pane in self.query(OverviewPane):  # there is none before the first paint
            pane.show(pane.overview.reload(talk))

    def on_key(self, event: events.Key) -> None:
        """Digits make a number; the key that has opened it closes it."""
        if event.character and event.character in "0123456789":
            event.stop()
            self._show(self._overview.with_digit(event.character))
        elif event.key in self._keys:
            event.stop()
            self.dismiss(None)

    @on(OverviewPane.Picked)
    def pick(self, message: OverviewPane.Picked) -> None:
        """Give what was clicked."""
        message.stop()
        self._give(message.at)

    @on(OverviewPane.Rolled)
    def roll(self, message: OverviewPane.Rolled) -> None:
        """Move as the wheel was turned."""
        message.stop()
        self.action_move(message.rows)

    def action_step(self, cells: int) -> None:
        """To the next slide, or the one before."""
        self._show(self._overview.stepped(cells))

    def action_move(self, rows: int) -> None:
        """Some rows down, or up."""
        self._show(self._overview.moved(rows, self._pane.room))

    def action_page(self, pages: int) -> None:
        """By what is in sight."""
        self._show(self._overview.paged(pages, self._pane.room))

    def action_first(self) -> None:
        """To the first slide."""
        self._show(self._overview.first())

    def action_last(self) -> None:
        """To the last slide."""
        self._show(self._overview.last())

    def action_choose(self) -> None:
        """Give what the cursor is on."""
        self._give(self._overview.cursor)

    def action_close(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    @property
    def _pane(self) -> OverviewPane:
        return self.query_one(OverviewPane)

    @property
    def _overview(self) -> Overview:
        return self._pane.overview

    def _show(self, overview: Overview) -> None:
        self._pane.show(overview)

    def _give(self, at: int) -> None:
        slides = self._overview.talk.deck.slides
        self.dismiss(slides[at].key if slides else None)
