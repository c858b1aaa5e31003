"""The program: its themes and its first screen."""

import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input

from tui.actions import action, besides_text, keys_of
from tui.panes.pane import LinePane
from tui.panes.tones import theme_of
from tui.screens.bindings import ANYWHERE, anywhere
from tui.screens.browse import BrowseScreen
from tui.screens.offers import Sent
from tui.screens.opening import Opening
from tui.terminal.colours import Colours
from tui.terminal.driver import LightDriver

__all__ = ["DatelineApp", "Opening", "run"]

DARK, LIGHT = "ink", "paper"
"""The themes where none was asked for, by the background of the terminal."""
NATIVE = "terminal"
"""The theme of a terminal without colours."""

First = Callable[[Opening], Screen[None]]
"""What makes the screen that is shown first."""

TURN = 0.0005
"""Seconds after which a thread lets another have its turn: a frame is sent as soon as it is
drawn, and what is typed is shown while a thread reads a file or looks for something."""

_SHOW_CURSOR = "\x1b[?25h"
# The console and the old terminals print what they do not know of an OSC.
_KNOWS_NO_LINKS = re.compile(r"linux|vt\d.*|ansi.*|wyse.*").fullmatch


class DatelineApp(App[None], inherit_bindings=False, inherit_css=False):
    """dateline on one file."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "dateline"
    BINDINGS: ClassVar[list[BindingType]] = [anywhere()]
    # Most of Textual's own is for what is not here.
    DEFAULT_CSS = """
    DatelineApp {
        background: $background;
        color: $foreground;
    }
    """
    # A default screen's own style sheet is not read, so the program names it.
    CSS_PATH = "screens/browse.tcss"

    def __init__(self, opening: Opening, first: First = BrowseScreen) -> None:
        driver = partial(LightDriver, terminal=opening.terminal, part=self._part)
        # Textual calls what it is given, class or not.
        super().__init__(driver_class=None if opening.stock_driver else driver)  # type: ignore[arg-type]
        self._opening = opening
        self._first = first
        self.animation_level = "none"
        # What there is to say stands in the footer: no screen needs the widgets for tips and notes.
        self._disable_tooltips = self._disable_notifications = True
        self._lettering = _lettering(opening)
        for palette in opening.beginning.palettes:
            self.register_theme(theme_of(palette, opening.terminal.colours))
        self.theme = _theme_name(opening)
        own = dict(opening.beginning.settings.keys)
        own[ANYWHERE] = besides_text(keys_of(action("redraw"), own))
        # An empty list is not taken for one; a key that there is not, is.
        self.set_keymap({each: ",".join(keys) or "<none>" for each, keys in own.items()})

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal has its own cursor, which a braille display shows the line of.

        In a field it is where something is typed, else at the row that is selected.
        """
        field = self.focused
        if isinstance(field, Input):
            # Behind the text Textual's place is a cell further than where it types.
            behind = int(field.cursor_position == len(field.value))
            return field.cursor_screen_offset - Offset(behind, 0)
        # A field of several lines, which is not loaded before it is needed.
        place = getattr(field, "cursor_screen_offset", None)
        if isinstance(place, Offset):
            return place
        for pane in self.screen.walk_children(LinePane):
            if (place := pane.cursor_place) is not None:
                self._place = place
                break
        return self._place

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._place = place

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What goes over all that is drawn, Textual's own first."""
        return (*super().get_line_filters(), *self._lettering)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002, Textual's own
        """Give everything the colours of another theme."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            # No style sheet has been read yet, and none needs to be read twice.
            self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Show the talk that was asked for, before the panes are painted."""
        if self._opening.talk is not None and isinstance(self.screen, BrowseScreen):
            # The panes alone have no use for it.
            from tui.screens.presenting import begin  # noqa: PLC0415

            begin(self.screen, self._opening, self._opening.talk)

    def on_ready(self) -> None:
        """Show the terminal's own cursor, now and whenever the screen is taken again."""
        self._show_cursor()
        self.app_resume_signal.subscribe(self, lambda _: self._show_cursor())

    def action_redraw(self) -> None:
        """Send the whole screen again."""
        if isinstance(self._driver, LightDriver):
            self._driver.repaint()
        self.screen.refresh()

    async def action_quit(self) -> None:
        """Leave from a menu, once it is clear what becomes of unsaved edits."""
        browse = next((each for each in self.screen_stack if isinstance(each, BrowseScreen)), None)
        if browse is None or not browse.view.unsaved:
            self.exit()
            return
        while self.screen is not browse:
            self.pop_screen()
        browse.action_quit()

    @on(Sent)
    def send(self, message: Sent) -> None:
        """Send a control sequence to the terminal, between two frames."""
        if self._driver is not None:
            self._driver.write(message.sequence)
            self._driver.flush()

    def copy_to_clipboard(self, text: str) -> None:
        """Send what was copied in a field to the terminal's clipboard, unless it is a guest's."""
        if not self._opening.is_guest:
            super().copy_to_clipboard(text)

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        return self._first(self._opening)

    def _show_cursor(self) -> None:
        if self._driver is not None and getattr(self.screen, "shows_cursor", True):
            self._driver.write(_SHOW_CURSOR)
            self._driver.flush()

    def _part(self) -> None:
        """Save what must not be lost, since the program has to end."""
        for screen in reversed(self.screen_stack):
            # The talk comes first: it cannot fail.
            if keep_place := getattr(screen, "keep_place", None):
                keep_place()
            if isinstance(screen, BrowseScreen):
                try:
                    self._opening.part(screen.view)
                finally:
                    screen.keep()


def _theme_name(opening: Opening) -> str:
    """The theme that was asked for, if there is one and the terminal has colours for it."""
    palettes = {palette.name: palette for palette in opening.beginning.palettes}
    asked = palettes.get(opening.theme)
    has_colours = opening.terminal.colours is not Colours.NONE
    if asked and (has_colours or asked.is_native):
        return asked.name
    if not has_colours and NATIVE in palettes:
        return NATIVE
    return LIGHT if opening.terminal.is_light else DARK


def _lettering(opening: Opening) -> tuple[LineFilter, ...]:
    """What changes what the terminal cannot show as it is."""
    no_links = _KNOWS_NO_LINKS(opening.environment.get("TERM", ""))
    as_it_is = opening.terminal.has_symbols and opening.rtl != "app" and not no_links
    if not opening.ascii and as_it_is:
        return ()
    # Few terminals need it, and the others start sooner without.
    from tui.panes.lettering import Lettering, Turning, Unlinking  # noqa: PLC0415
    from tui.view.symbols import in_ascii, on_console  # noqa: PLC0415

    filters: tuple[LineFilter, ...] = (Unlinking(),) if no_links else ()
    if opening.ascii:
        return (*filters, Lettering(in_ascii))
    if opening.rtl == "app":
        filters = (*filters, Turning())
    return filters if opening.terminal.has_symbols else (*filters, Lettering(on_console))


def run(opening: Opening, first: First = BrowseScreen) -> int:
    """Show a file, or what a first screen shows, until the reader leaves.

    Returns:
        The exit status.
    """
    sys.setswitchinterval(TURN)
    app = DatelineApp(opening, first)
    app.run(mouse=opening.mouse)
    return app.return_code or 0
