"""Speaker: the notes of a talk on a second terminal, from which it can be driven as well.

It shows what the presenter tells it, and asks the presenter for every step; nothing moves before
the presenter has said so.
"""

from collections.abc import Callable
from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize
from textual.reactive import reactive

from tui.actions import of_talk, told
from tui.panes.bars import TooSmall
from tui.panes.speaker import SpeakerBar, SpeakerFoot, SpeakerNotes
from tui.panes.waiting import Waiting
from tui.screens.afar import Afar, AfarScreen
from tui.screens.bindings import bindings
from tui.screens.opening import Opening
from tui.share.follower import CONNECTED, Where
from tui.share.material import Role
from tui.view.talk.deeds import Deed
from tui.view.talk.number import no_slide
from tui.view.talk.stage import stage_of
from tui.view.talk.talk import Talk
from tui.view.talk.timer import timer

SECOND = 1.0
_DRIVES = "{talk.next} next   {talk.back} back   {talk.blank} blank   {talk.wheel} gives the wheel"
_WATCHES = (
    "{talk.wheel} takes the wheel   {talk.note-down} {talk.note-up} the note   {talk.help} keys"
)
"""What the foot says of the keys."""


class SpeakerScreen(AfarScreen, inherit_bindings=False):
    """The notes of a talk, and the wheel."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(of_talk("speaker")))
    DEFAULT_CSS = """
    SpeakerScreen {
        SpeakerBar { height: 3; }
        SpeakerNotes, Waiting { height: 1fr; }
        SpeakerFoot { height: 1; }
        &.-waits SpeakerNotes, &.-waits SpeakerBar { display: none; }
        &.-shows Waiting { display: none; }
        TooSmall { display: none; height: 1fr; }
        &.-tiny > * { display: none; }
        &.-tiny > TooSmall { display: block; }
    }
    """
    role: ClassVar[Role] = "speaker"

    talk: reactive[Talk | None] = reactive(None, repaint=False)
    """What is told, None before anything has come."""
    drives: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the presenter has given the wheel to this terminal."""

    def __init__(
        self, opening: Opening, where: Where, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(opening, where, clock)
        self.set_classes("-waits")
        self._trouble = ""
        self._digest = ""

    def compose(self) -> ComposeResult:
        """The time, the note, and the foot."""
        yield SpeakerBar().data_bind(SpeakerScreen.talk, SpeakerScreen.drives)
        yield SpeakerNotes().data_bind(SpeakerScreen.talk)
        yield Waiting()
        yield SpeakerFoot()
        yield TooSmall()

    def on_mount(self) -> None:
        """Let time be seen to go."""
        self.set_interval(SECOND, self._show_time)
        self._show_keys()

    def on_resize(self, event: Resize) -> None:
        """Say where there is no room for anything."""
        self.set_class(stage_of(*event.size).is_tiny, "-tiny")

    def watch_talk(self) -> None:
        """Show the time of it."""
        self._show_time()

    def watch_drives(self) -> None:
        """Show what the keys do now."""
        if self.is_mounted:
            self._show_keys()

    @on(Afar.Stood)
    def part(self, message: Afar.Stood) -> None:
        """Without a presenter nobody drives from here."""
        if message.status != CONNECTED:
            self.drives = False

    @on(Afar.Brought)
    def bring(self, message: Afar.Brought) -> None:
        """Have the notes of what came, and say so where it is of the same talk."""
        timeline, deck, digest = message.material
        talk, before, self._digest = self.talk, self._digest, digest
        self.talk = Talk(timeline, deck) if talk is None else talk.reload(timeline, deck)
        if talk is not None and talk.deck.tour == deck.tour and digest != before:
            self.say("The file has changed.")
        self.set_classes("-shows")

    @on(Afar.Showed)
    def show(self, message: Afar.Showed) -> None:
        """Show the note of what the presenter shows."""
        state = message.state
        if self.talk is not None:
            self.query_one(SpeakerBar).followers = state.followers
            self.drives = state.yours
            if state.trouble != self._trouble:
                self._trouble = state.trouble
                self.say("")
            self.talk = self.talk.following_along(state.shown, self.clock())

    def action_step(self, steps: int) -> None:
        """One step on, or back."""
        self._ask("next" if steps > 0 else "back")

    def action_slide(self, slides: int) -> None:
        """To another slide."""
        if self.talk is not None:
            self._go(self.talk.at + slides)

    def action_first(self) -> None:
        """To the first slide."""
        self._ask("first")

    def action_last(self) -> None:
        """To the last slide."""
        self._ask("last")

    def action_go(self) -> None:
        """To the slide of the number that was typed; a step on without one."""
        number = self.foot.number()
        if number:
            self._go(int(number) - 1)
        else:
            self._ask("next")

    def action_blank(self) -> None:
        """Blank the screens, or bring them back."""
        self._ask("blank")

    def action_timer(self) -> None:
        """Show the time on the presenter's screen, or hide it."""
        self._ask("timer")

    def action_wheel(self) -> None:
        """Take the wheel, or give it back."""
        if not self.afar.ask("give" if self.drives else "take"):
            self.say("There is no presenter to take the wheel from.")

    def action_note(self, pages: int) -> None:
        """Turn the pages of a long note."""
        notes = self.query_one(SpeakerNotes)
        page = max(0, min(notes.page + pages, notes.pages - 1))
        if page == notes.page:
            self.say("This is all of the note.")
        notes.page = page

    def _go(self, at: int) -> None:
        """To a slide by its place; before the first there is the cover."""
        slides = () if self.talk is None else self.talk.deck.slides
        if at < 0 or not slides:
            self._ask("go")
        elif 0 <= at < len(slides):
            self._ask("go", slides[at].key)
        else:
            self.say(no_slide(at + 1, len(slides)))

    def _ask(self, do: Deed, slide: str = "") -> None:
        """Ask the presenter for a step, if this terminal drives; if not, say who does."""
        if self.drives:
            self.afar.ask(do, slide)
        elif self.talk is None or self.away:
            self.say("There is no presenter to ask.")
        else:
            is_theirs = self.talk.driver == "presenter"
            who = "The presenter" if is_theirs else "Another speaker"
            self.say(f"{who} drives; {{talk.wheel}} takes the wheel.")

    def show_message(self, sentence: str) -> None:
        """Show what is said, else what holds until it changes."""
        standing = self.away or self._trouble if self.talk is not None else ""
        self.query_one(SpeakerFoot).message = sentence or standing

    def _show_time(self) -> None:
        if self.talk is not None and self.is_mounted:
            self.query_one(SpeakerBar).time = timer(self.talk, self.clock())

    def _show_keys(self) -> None:
        keys = _DRIVES if self.drives else _WATCHES
        self.query_one(SpeakerFoot).keys = told(keys, self.own)
