"""Follow: what a presenter shows, on a terminal of its own size and with its own theme.

It opens no file and writes none. What was shown last stays while the presenter is away. Off the
path the reader goes where they like, and nobody else sees it.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive

from tui.actions import of_talk, told
from tui.panes.projection import Projection
from tui.panes.waiting import Waiting
from tui.screens.afar import Afar, AfarScreen
from tui.screens.bindings import bindings
from tui.screens.offers import HIDE_CURSOR, SHOW_CURSOR, Sent
from tui.share.material import Role
from tui.view.talk.deck import Deck
from tui.view.talk.followed import Followed
from tui.view.talk.number import no_slide
from tui.view.talk.pages import Room
from tui.view.talk.talk import Talk


class FollowScreen(AfarScreen, inherit_bindings=False):
    """A talk, as its presenter moves it."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(of_talk("audience")))
    DEFAULT_CSS = """
    FollowScreen {
        Projection { display: none; }
        Waiting { height: 1fr; }
        &.-shows Projection { display: block; }
        &.-shows Waiting { display: none; }
    }
    """
    role: ClassVar[Role] = "audience"
    shows_cursor: ClassVar[bool] = False
    """Whether the terminal's own cursor is of use."""

    followed: reactive[Followed | None] = reactive(None, repaint=False)
    """What is shown, None before anything has come."""

    def compose(self) -> ComposeResult:
        """The talk, and what stands in its place before it comes."""
        yield Waiting()
        yield Projection(turns=self.opening.rtl == "app")

    def on_screen_resume(self) -> None:
        """A cursor that blinks is no part of a slide."""
        self.app.post_message(Sent(HIDE_CURSOR))

    def on_screen_suspend(self) -> None:
        """What is over it has a use for the cursor."""
        self.app.post_message(Sent(SHOW_CURSOR))

    def watch_followed(self) -> None:
        """Show it."""
        if self.followed is None:
            return
        self.add_class("-shows")
        self.query_one(Projection).talk = self.followed.talk
        self.say("")

    @on(Afar.Brought)
    def bring(self, message: Afar.Brought) -> None:
        """Show the slides of what came, from where the reader is."""
        timeline, deck, _ = message.material
        if self.followed is None:
            self.followed = Followed(Talk(timeline, deck))
        else:
            self.followed = self.followed.renewed(timeline, deck)

    @on(Afar.Showed)
    def show(self, message: Afar.Showed) -> None:
        """Go where the presenter is."""
        if self.followed is not None:
            self.followed = self.followed.moved(message.state.shown, self.clock())

    def action_step(self, steps: int) -> None:
        """Off the path a step; on it another page of what is shown."""
        self._move(lambda followed: followed.stepped(steps, self._room, self.clock()))

    def action_slide(self, slides: int) -> None:
        """To another slide."""
        self._move(lambda followed: followed.went(followed.talk.at + slides, self.clock()))

    def action_first(self) -> None:
        """To the first slide."""
        self._move(lambda followed: followed.went(0, self.clock()))

    def action_last(self) -> None:
        """To the last slide."""
        self._move(lambda followed: followed.went(len(_deck(followed).slides), self.clock()))

    def action_go(self) -> None:
        """To the slide of the number that was typed; a step on without one."""
        number = self.foot.number()
        count = 0 if self.followed is None else len(_deck(self.followed).slides)
        if not number:
            self.action_step(1)
        elif int(number) > count > 0:
            self.say(no_slide(int(number), count))
        else:
            self._move(lambda followed: followed.went(int(number) - 1, self.clock()))

    def action_whole(self) -> None:
        """All of the slide."""
        self._move(lambda followed: followed.whole(self._room))

    def action_path(self) -> None:
        """Leave the presenter's path, or come back to it."""
        if self.followed is not None:
            alone = self.followed.is_alone
            self.followed = self.followed.rejoined() if alone else self.followed.left()

    @property
    def _room(self) -> Room:
        return self.query_one(Projection).room

    def _move(self, change: Callable[[Followed], Followed]) -> None:
        """Go somewhere, or say why that leads nowhere."""
        before = self.followed
        if before is None:
            return
        self.followed = change(before)
        if self.followed == before:
            self.say("" if before.is_alone else "{talk.path} leaves the presenter's path.")

    def show_message(self, sentence: str) -> None:
        """Show what is said, else what holds until it changes."""
        self.query_one(Projection).message = sentence or told(self._standing(), self.own)

    def _standing(self) -> str:
        """What there is to say as long as things stand as they do."""
        if self.away:
            return self.away
        followed = self.followed
        if followed is None or not followed.is_alone:
            return ""
        at = followed.told.number or "the title"
        return f"On your own; {{talk.path}} goes back to the presenter, at {at}."


def _deck(followed: Followed) -> Deck:
    return followed.talk.deck
