"""Browse: the linked panes over one view, and the keys that change it.

Panes read the view and post what was clicked; a worker posts what it read; only the
handlers of this screen assign the view.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.reactive import reactive
from textual.screen import Screen

from tui.actions import action, keys_of
from tui.panes.bars import ChipsLine, DensityStrip, Footer, OneLineDetail, TitleBar, TooSmall
from tui.panes.detail import DetailPane
from tui.panes.list import ListPane
from tui.screens.bindings import bindings
from tui.screens.file_at_hand import FileAtHand, collect_from_here_on
from tui.screens.moving import Moving, led, to_pane
from tui.screens.offers import Chosen, Host, Themed, offer
from tui.screens.opening import Opening, first_words
from tui.screens.stage import Stage
from tui.screens.why_not import why_not
from tui.timeline.timeline import Timeline
from tui.view import leaps, marks, pins, trail
from tui.view.lists import LISTS, Pane
from tui.view.search import next_hit
from tui.view.transitions import after
from tui.view.view import View

if TYPE_CHECKING:
    from tui.panes.chart import ChartPane
    from tui.panes.prompt import Mode
    from tui.screens.asking import Asking
    from tui.screens.editing import Editing

PATIENCE = 0.2
"""Seconds of reading after which the reader is told what is going on."""


class BrowseScreen(Screen[None], inherit_bindings=False):
    """The timeline in linked panes."""

    # A field that is not on the screen would take the keys.
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = list(bindings())

    view: reactive[View] = reactive(View(Timeline()), repaint=False)
    """All that is shown."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        view = opening.beginning.view
        self._opening = opening
        self._stage = Stage(self)
        self._moving = Moving(self, self._stage)
        self._interrupted = False
        self._may_resume = False
        session = opening.beginning.session
        self._typed: dict[str, list[str]] = {
            "search": list(session.searches),
            "filter": list(session.filters),
        }
        self._theme = ""
        self._asking: Asking | None = None
        self._file = FileAtHand(self, opening)
        self._edited: Editing | None = None
        first = view or View(Timeline(), reading=True)
        self.set_reactive(BrowseScreen.view, self._opened(first))

    def compose(self) -> ComposeResult:
        """Every pane once; the layout says which are on the screen."""
        yield TitleBar(id="title").data_bind(BrowseScreen.view)
        yield ChipsLine(id="chips").data_bind(BrowseScreen.view)
        yield DensityStrip(id="strip").data_bind(BrowseScreen.view)
        with Container(id="body"):
            for name in LISTS:
                yield ListPane(name).data_bind(BrowseScreen.view)
            turns = self._opening.rtl == "app"
            yield DetailPane(turns=turns).data_bind(BrowseScreen.view)
        yield OneLineDetail(id="one-line").data_bind(BrowseScreen.view)
        yield Footer(id="footer").data_bind(BrowseScreen.view)
        yield TooSmall(id="too-small")

    def on_mount(self) -> None:
        """Place the panes before the first paint, and read a large file after it."""
        self._stage.arrange(self.view, self.app.size)
        self.query_one(TitleBar).file_name = self._opening.name
        self.call_after_refresh(self._settle)

    def on_unmount(self) -> None:
        """Keep the reader's place."""
        self._file.end()
        self.keep()

    def keep(self) -> None:
        """Keep the reader's place for the next time, without what is only being tried."""
        before = self._asking.before if self._asking else None
        self._file.keep(before or self.view, self._theme, self._typed)

    def on_screen_resume(self) -> None:
        """Offer what was left unsaved, which waits for the end of what is over this."""
        if self._may_resume and self.is_active:
            self._may_resume = False
            self.action_offer("resume")

    def validate_view(self, view: View) -> View:
        """Whatever the view comes from, see that its cursor is in sight."""
        return self._moving.seen(view)

    def watch_view(self) -> None:
        """Put the panes that the view calls for in their places."""
        self._stage.arrange(self.view, self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the panes out for the new size."""
        self.view = self.validate_view(self.view)
        self._stage.arrange(self.view, event.size)
        if self._asking is not None:
            self.call_after_refresh(self._asking.take_keys)

    @on(FileAtHand.Read)
    def show(self, message: FileAtHand.Read) -> None:
        """Show what was read."""
        self.view = self._opened(message.view)
        self._say(message.failure or first_words(self._opening, self.view))
        self._begun()

    @on(FileAtHand.Changed)
    def show_news(self, message: FileAtHand.Changed) -> None:
        """Show what the file says now."""
        before = self.view
        self.view, sentence = self._editing.news(before, message.news)
        if self.view is not before or sentence:
            self._say(sentence)
        if self.view is not before and self._asking is not None:
            self._asking.reload(message.news.of)

    def on_key(self, event: events.Key) -> None:
        """Twice in a row means that no other key came between."""
        again = keys_of(action("interrupt"), self.view.keys)
        self._interrupted = self._interrupted and event.key in again

    @on(ListPane.Picked)
    def pick(self, message: ListPane.Picked) -> None:
        """The clicked row gets the cursor and the focus."""
        self._say("")
        view = self.view.focus_on(message.pane)
        if message.position is not None:
            view = view.move(message.pane, message.position)
        self.view = view

    @on(DensityStrip.Picked)
    def pick_moment(self, message: DensityStrip.Picked) -> None:
        """The clicked place in time is gone to."""
        self._say("")
        self.view = trail.leapt(self.view, leaps.to_event(self.view, message.position))

    @on(DensityStrip.Dragged)
    def turn_to(self, message: DensityStrip.Dragged) -> None:
        """The chart turns to the time that the pointer is at."""
        self.view = self._moving.charting.panned_to(self.view, message.day)

    def on_chart_pane_picked(self, message: "ChartPane.Picked") -> None:
        """What was clicked in the chart is gone to."""
        self._say("")
        self.view = self._moving.charting.pick(self.view, message)

    def on_chart_pane_turned(self, message: "ChartPane.Turned") -> None:
        """Other time is seen in the chart, or other lanes."""
        self.view = self._moving.charting.turn(self.view, message)

    def on_chart_pane_dragged(self, message: "ChartPane.Dragged") -> None:
        """The chart goes where it is dragged."""
        self.view = self._moving.charting.drag(self.view, message)

    @on(DetailPane.Picked)
    def pick_detail(self, message: DetailPane.Picked) -> None:
        """The clicked link is followed."""
        self.view, sentence = led(self.view.focus_on("detail"), message.target)
        self._say(sentence)

    def on_asking_answered(self, message: "Asking.Answered") -> None:
        """Show what a text at the prompt finds, in the file as it is now."""
        view, now = message.view, self.view
        if view.timeline is not now.timeline:
            view = view.reload(now.timeline, now.snags)
        self.view = view
        self._say(message.said)

    @on(ChipsLine.Dropped)
    def drop_chip(self, message: ChipsLine.Dropped) -> None:
        """The clicked chip goes."""
        self._say("")
        self.view = trail.leapt(self.view, pins.drop(self.view, message.number))

    @on(Chosen)
    def take(self, message: Chosen) -> None:
        """Change the view by what was chosen in a menu."""
        before = self.view
        self.view, sentence = message.change(before)
        if message.is_lent:
            self._file.lend(before, self.view)
        self._say(sentence)

    @on(Themed)
    def keep_theme(self, message: Themed) -> None:
        """Have the theme that was chosen at the next start, too."""
        self._theme = message.name

    def action_offer(self, action_id: str) -> None:
        """Open the menu of an action, or do at once what needs none."""
        if self._can(action_id):
            offer(action_id, Host(self, self._opening, self.view, self._editing))

    def action_quit(self) -> None:
        """Leave, once it is clear what becomes of unsaved edits."""
        if self.view.unsaved:
            self.action_offer("leave")
        else:
            self.app.exit()

    def action_interrupt(self) -> None:
        """Leave when asked twice in a row."""
        if self._interrupted:
            self.app.exit()
            return
        kept = " Unsaved edits are kept, and offered at the next start." * (self.view.unsaved > 0)
        self._say(f"{{interrupt}} again leaves dateline; so does {{quit}}.{kept}")
        self._interrupted = True

    def action_step(self, rows: int) -> None:
        """Move the cursor of the focused list, or the selected link in Detail."""
        if self._can("list.down"):
            self.view = self._moving.step(self.view, rows)

    def action_along(self, steps: int) -> None:
        """To the next pane, or along the lane."""
        if self._can("along.next"):
            self.view = self._moving.along(self.view, steps)

    def action_page(self, pages: float) -> None:
        """Move by a part of what is in sight."""
        if self._can("list.page-down"):
            self.view = self._moving.page(self.view, pages)

    def action_first(self) -> None:
        """To the first row."""
        if self._can("list.first"):
            self.view = self._moving.to_end(self.view, -1)

    def action_last(self) -> None:
        """To the last row."""
        if self._can("list.last"):
            self.view = self._moving.to_end(self.view, 1)

    def action_pane(self, panes: int) -> None:
        """The focus goes to the next pane, or the one before."""
        if self._can("pane.next"):
            self.view = to_pane(self.view, panes)

    def action_focus_pane(self, pane: Pane) -> None:
        """The focus goes to a pane."""
        if self._can(f"pane.{pane}"):
            self.view = self.view.focus_on(pane)

    def action_follow(self) -> None:
        """Go where the row or the link leads."""
        if self._can("follow"):
            self.view, sentence = self._moving.follow(self.view)
            self._say(sentence)

    def action_chart(self, action_id: str) -> None:
        """Show the events as a chart or as a list, or the chart otherwise."""
        if self._can(action_id):
            self.view, sentence = self._moving.charting.after(action_id, self.view)
            self._say(sentence)

    def action_go(self, action_id: str) -> None:
        """Do what needs nothing but the view."""
        if not self._can(action_id):
            return
        self.view = after(action_id, self.view)
        if action_id == "mark":
            self._say(marks.said(self.view))

    def action_search(self, steps: int) -> None:
        """To the next place where it was found, or the one before."""
        if self._can("search.next"):
            found = next_hit(self.view, steps)
            self.view = found.view
            if found.is_wrapped:
                self._say("Round the end of the list." if steps > 0 else "Round its beginning.")

    async def action_prompt(self, mode: "Mode") -> None:
        """Ask for a text, a query or a date."""
        if self._can(mode):
            if self._asking is None:
                from tui.screens.asking import Asking  # noqa: PLC0415, not for the first paint

                self._asking = Asking(self._typed)
                await self.mount(self._asking)
            self._asking.ask(mode, self.view)

    def action_scroll_detail(self, lines: int) -> None:
        """Scroll Detail, wherever the focus is."""
        if self._can("detail.down"):
            self.query_one(DetailPane).scroll_rows(lines)

    def action_escape(self) -> None:
        """Undo one layer."""
        if self._can("escape"):
            self.view = self.view.peeled()

    def action_jump(self) -> None:
        """Put a label on each row and link in sight, and go to the one whose label is typed."""
        if not self._can("jump"):
            return
        from tui.screens import jumping  # noqa: PLC0415, not for the first paint

        def go(target: jumping.Target) -> None:
            self.view = trail.leapt(self.view, jumping.there(self.view, target))

        if not jumping.jump(self, self.view, go):
            self._say("There is no row and no link in sight to go to.")

    async def action_redraw(self) -> None:
        """Draw everything again."""
        if self._can("redraw"):
            await self.app.run_action("redraw")

    @property
    def _editing(self) -> "Editing":
        """What is edited; what it needs is loaded when that is asked for first."""
        if self._edited is None:
            from tui.screens.editing import Editing  # noqa: PLC0415, not for the first paint

            self._edited = Editing(self._opening)
        return self._edited

    def _opened(self, view: View) -> View:
        """A first view, as the program was asked to show it."""
        keys = self._opening.beginning.settings.keys
        return replace(view, locked=self._opening.locked, keys=keys)

    def _can(self, action_id: str) -> bool:
        """Whether an action can act now; if not, say why."""
        detail = self.query_one(DetailPane).display
        reason = why_not(action_id, self.view, self._stage.breakpoint, detail_shown=detail)
        self._say(reason or "")
        return reason is None

    def _say(self, message: str) -> None:
        # What asks to be pressed again is not there any more.
        self._interrupted = False
        self.query_one(Footer).message = message

    def _say_reading(self) -> None:
        if self.view.reading:
            self._say(f"Reading {self._opening.name} …")

    def _settle(self) -> None:
        """After the first paint: read a large file, else let the collector work."""
        if self.view.reading:
            self._file.read()
            self.set_timer(PATIENCE, self._say_reading)
        else:
            if words := first_words(self._opening, self.view):
                self._say(words)
            self._begun()

    def _begun(self) -> None:
        """Once the file is shown: look for changes of it, and for what was left unsaved."""
        collect_from_here_on()
        self._file.watch(lambda: self.view)
        self._may_resume = self._file.was_left_unsaved()
        self.on_screen_resume()
