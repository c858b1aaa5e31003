"""Present: a talk on the screen, and the keys that tell it step by step.

People may be looking: nothing is shown here that is for the speaker alone unless it is asked for
twice, and no slip of a key ends the talk or changes the file.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer

from tui.actions import action, keys_of, of_talk
from tui.document.talks import Place
from tui.panes.projection import Projection
from tui.screens.bindings import bindings
from tui.screens.browse import BrowseScreen
from tui.screens.file_at_hand import LEAVE
from tui.screens.foot import Foot
from tui.screens.offers import HIDE_CURSOR, SHOW_CURSOR, Sent, Themed
from tui.screens.opening import Opening
from tui.screens.place_at_hand import PlaceAtHand
from tui.screens.resuming import is_unfinished, local_time, place_of
from tui.screens.sharing import DRIVERS, Shared, trouble_with
from tui.screens.talk_offers import TalkHost, Turned, left, offer
from tui.timeline.timeline import Timeline
from tui.view.talk.deck import Deck, again
from tui.view.talk.deeds import done
from tui.view.talk.number import no_slide
from tui.view.talk.pages import Room
from tui.view.talk.speaker import note_of
from tui.view.talk.talk import Talk
from tui.view.talk.timer import timer
from tui.view.view import View

SECOND = 1.0
_BEGINS = "This is where the talk begins."
_ENDS = "This is the end of the talk."
_WHOLE = "All of the slide is shown."
_SEEN = frozenset({"talk.blank", "talk.help", "talk.redraw"})
"""What a key does of a blank screen rather than bring it back."""


class PresentScreen(Screen[None], inherit_bindings=False):
    """A talk that is told from here."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(of_talk("present")))
    shows_cursor: ClassVar[bool] = False
    """Whether the terminal's own cursor is of use."""

    talk: reactive[Talk] = reactive(Talk(Timeline(), Deck()), repaint=False)
    """What is told, and how far it has come."""

    def __init__(
        self,
        browse: BrowseScreen,
        opening: Opening,
        talk: Talk,
        *,
        auto: float = 0.0,
        now: Callable[[], float] = monotonic,
    ) -> None:
        """Create the screen.

        Args:
            browse: The panes over which it is, which follow the file.
            opening: The file.
            talk: What to tell.
            auto: Seconds after which it steps by itself, 0 for never.
            now: The clock, in seconds; it never goes back.
        """
        super().__init__()
        self._browse = browse
        self._opening = opening
        self._own = opening.beginning.settings.keys
        self._auto = auto
        self._now = now
        self._shared = Shared(self, opening.place)
        self._snags = browse.view.snags
        self._is_paused = False
        self._next_step: Timer | None = None
        self._ticks: Timer | None = None
        self._foot = Foot(self, "present", self._own, now, self._show_message)
        self._first = talk
        self._place = PlaceAtHand(opening.state_folder, opening.path)
        self.set_reactive(PresentScreen.talk, talk)

    def compose(self) -> ComposeResult:
        """Nothing but the talk."""
        turns = self._opening.rtl == "app"
        yield Projection(turns=turns).data_bind(PresentScreen.talk)

    def on_mount(self) -> None:
        """Follow the file, and step by itself if asked to."""
        self.watch(self._browse, "view", self._reload, init=False)
        self._wait()
        self._shared.begin()
        self._share()

    async def on_unmount(self) -> None:
        """What the presenter has ended is not offered again; what was left or cut off is."""
        await self._shared.end()
        code = self.app.return_code
        if code == 0 or (code is None and not is_unfinished(self.talk)):
            self._place.forget()
        self._place.settle(LEAVE)

    def start_anew(self, talk: Talk) -> None:
        """Tell another talk, which has no place to keep until it has begun."""
        self._first = self.talk = talk

    def keep_place(self) -> None:
        """Keep where the talk is, since the program may end; not before it has begun."""
        if not self.is_mounted:
            return
        if self.talk is not self._first or self._place.load() is None:
            self._place.keep_now(self.place)

    def on_screen_resume(self) -> None:
        """A cursor that blinks is no part of a slide."""
        self.app.post_message(Sent(HIDE_CURSOR))

    def on_screen_suspend(self) -> None:
        """What is over it has a use for the cursor."""
        self.app.post_message(Sent(SHOW_CURSOR))

    def watch_talk(self, before: Talk, talk: Talk) -> None:
        """Tell others, and wait anew for the next step."""
        if self.is_mounted:
            if before.slide != talk.slide:
                self._seen.page = 0
            self._show_time()
            self._wait()
            self._share()
        if talk is not self._first:
            self._place.keep(self.place)

    def on_key(self, event: events.Key) -> None:
        """What a key is besides an action: a digit, or the end of a blank screen or a question."""
        lights = (keys_of(action(each), self._own) for each in _SEEN)
        if self.talk.blank and not any(event.key in keys for keys in lights):
            event.stop()
            self._foot.say("")
            self.talk = self.talk.lit(self._now())
        elif self._foot.takes(event.key):
            event.stop()

    @on(Turned)
    def turn(self, message: Turned) -> None:
        """Go on where was chosen."""
        if self._drives():
            self.talk = message.change(self.talk, self._now())

    @on(Shared.Followed)
    def count(self, message: Shared.Followed) -> None:
        """Show how many follow."""
        self._seen.followers = message.count

    @on(Shared.Told)
    def tell(self, message: Shared.Told) -> None:
        """Say what there is to say of those who follow."""
        self._say(message.sentence)

    @on(Shared.Driven)
    def drive(self, message: Shared.Driven) -> None:
        """Let the speaker's terminal drive, or take the wheel from it."""
        self.talk = replace(self.talk, driver=message.driver)
        self._say(DRIVERS[message.driver])

    @on(Shared.Asked)
    def obey(self, message: Shared.Asked) -> None:
        """Do what the speaker's terminal asks for."""
        do, slide = message.command
        self._say("")
        if do == "timer":
            self.action_timer()
        else:
            self.talk = done(self.talk, do, slide, self._room, self._now())

    @on(Themed)
    def keep_theme(self, message: Themed) -> None:
        """Have the theme that was chosen at the next start, too."""
        self._browse.post_message(Themed(message.name))

    def action_offer(self, action_id: str) -> None:
        """Open the menu of an action."""
        browse = self._browse
        host = TalkHost(self, self._opening, self.talk, self._room, lambda: browse.view)
        offer(action_id, host)

    def action_step(self, steps: int) -> None:
        """One step on, or back."""
        talk, now = self.talk, self._now()
        if steps > 0:
            self._move(talk.next(self._room, now), _ENDS)
        else:
            self._move(talk.back(self._room, now), _BEGINS)

    def action_slide(self, slides: int) -> None:
        """To another slide."""
        talk = self.talk
        if slides > 0 and talk.following is None:
            self._move(talk, _ENDS)
        else:
            self._move(talk.go(talk.at + slides, self._now()), _BEGINS)

    def action_whole(self) -> None:
        """Show all of the slide."""
        self._move(self.talk.whole(self._room), _BEGINS if self.talk.slide is None else _WHOLE)

    def action_first(self) -> None:
        """To the first slide."""
        self._move(self.talk.go(0, self._now()), _BEGINS)

    def action_last(self) -> None:
        """To the last slide."""
        self._move(self.talk.go(len(self.talk.deck.slides) - 1, self._now()))

    def action_go(self) -> None:
        """To the slide of the number that was typed, else one step on."""
        number = self._foot.number()
        count = len(self.talk.deck.slides)
        if not number:
            self.action_step(1)
        elif 1 <= int(number) <= count:
            self._move(self.talk.go(int(number) - 1, self._now()))
        else:
            self._say(no_slide(int(number), count))

    def action_blank(self) -> None:
        """Blank the screen, or bring it back."""
        talk, now = self.talk, self._now()
        self.talk = talk.lit(now) if talk.blank else talk.darkened(now)

    def action_timer(self) -> None:
        """Show the time, or hide it."""
        if self._ticks is None:
            self._ticks = self.set_interval(SECOND, self._show_time)
        else:
            self._ticks.stop()
            self._ticks = None
        self._show_time()

    def action_notes(self) -> None:
        """Show the notes once that was asked for twice, then their next page, then hide them."""
        seen = self._seen
        asks = "{talk.notes} again shows your notes here, where people see them."
        if seen.notes:
            _, pages = note_of(self.talk, seen.stage.note)
            is_last = seen.page + 1 >= pages
            seen.notes, seen.page = not is_last, 0 if is_last else seen.page + 1
        elif self._foot.is_asked_twice("talk.notes", asks):
            seen.notes = True

    def action_auto(self) -> None:
        """Stand still, or step by itself again."""
        if not self._auto:
            self._say("Nothing steps by itself here; `present --auto 10` does.")
            return
        self._is_paused = not self._is_paused
        paused = "It stands still; {talk.auto} goes on."
        self._say(paused if self._is_paused else "It steps by itself again.")
        self._wait()

    def action_wheel(self) -> None:
        """Drive from here."""
        if self.talk.driver == "presenter":
            self._say("You drive already.")
        else:
            self.talk = replace(self.talk, driver="presenter")
            self._say(DRIVERS["presenter"])
            self._shared.take_wheel()

    async def action_redraw(self) -> None:
        """Draw everything again."""
        await self.app.run_action("redraw")

    def action_leave(self) -> None:
        """Back to Browse, at the event of the slide; from there the talk can go on."""
        if not self.is_active:
            return
        self._place.keep(self.place)
        self.app.pop_screen()
        self._browse.post_message(left(self.talk))

    def action_quit(self) -> None:
        """Leave dateline when asked twice in a row, once it is clear what becomes of edits."""
        asks = "{talk.quit} again leaves; {talk.leave} goes back to Browse."
        if not self._foot.is_asked_twice("talk.quit", asks):
            return
        if self._browse.view.unsaved:
            self.action_leave()
            self._browse.action_quit()
        else:
            self.app.exit()

    def action_interrupt(self) -> None:
        """Leave dateline when asked twice in a row."""
        asks = "{talk.interrupt} again leaves; {talk.leave} goes back to Browse."
        if self._foot.is_asked_twice("talk.interrupt", asks):
            self.app.exit()

    @property
    def place(self) -> Place:
        """Where the talk is, as it can be kept."""
        filters = [chip.text for chip in self._browse.view.chips]
        return place_of(self.talk, self._now(), local_time(), filters)

    @property
    def _seen(self) -> Projection:
        return self.query_one(Projection)

    @property
    def _room(self) -> Room:
        return self._seen.room

    def _say(self, sentence: str) -> None:
        self._foot.say(sentence)

    def _show_message(self, sentence: str) -> None:
        self._seen.message = sentence

    def _drives(self) -> bool:
        """Whether keys move the talk here; if not, say who does."""
        if self.talk.driver != "presenter":
            self._say("The speaker's terminal drives; {talk.wheel} takes the wheel.")
        return self.talk.driver == "presenter"

    def _move(self, talk: Talk, otherwise: str = "") -> None:
        """Go on with another talk, or say why it is the same."""
        if not self._drives():
            return
        is_same = replace(talk, clock=self.talk.clock) == self.talk
        if is_same:
            self._say(otherwise)
        else:
            self.talk = talk

    def _share(self) -> None:
        """Show it to those who follow."""
        self._shared.show(self.talk, self._now())

    def _show_time(self) -> None:
        self._seen.time = timer(self.talk, self._now()) if self._ticks else ""

    def _wait(self) -> None:
        """Wait anew for the step that comes by itself."""
        if self._next_step is not None:
            self._next_step.stop()
            self._next_step = None
        if self._auto and not self._is_paused and not self.talk.blank:
            self._next_step = self.set_timer(self._auto, self._step_by_itself)

    def _step_by_itself(self) -> None:
        if not self.is_active or self.talk.driver != "presenter":
            self._wait()
        else:
            self._foot.say("")
            self.talk = self.talk.next(self._room, self._now())

    def _reload(self, view: View) -> None:
        """Go on where the talk is in what the file says now, or tell the speaker why it cannot."""
        if view.snags is not self._snags:
            self._snags = view.snags
            self._shared.warn(trouble_with(Path(self._opening.name).name, view.snags))
        if view.timeline is not self.talk.timeline:
            deck = again(self.talk.deck, view.timeline, view.positions("events"))
            fresh = self.talk.reload(view.timeline, deck)
            # A talk that has not begun has no place to keep.
            self._first = fresh if self.talk is self._first else self._first
            self.talk = fresh
