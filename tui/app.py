"""The program: its themes and its first screen."""

from functools import partial

from textual import on
from textual.app import App
from textual.theme import Theme

from tui.screens.browse import BrowseScreen
from tui.screens.opening import Opening
from tui.terminal.driver import LightDriver
from tui.view.palette import Palette

__all__ = ["DatelineApp", "Opening", "run"]

DARK, LIGHT = "ink", "paper"
"""The themes where none was asked for, by the background of the terminal."""


class DatelineApp(App[None]):
    """dateline on one file."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "dateline"
    # A default screen's own style sheet is not read, so the program names it.
    CSS_PATH = "screens/browse.tcss"

    def __init__(self, opening: Opening) -> None:
        driver = partial(LightDriver, terminal=opening.terminal, part=self._part)
        # Textual calls what it is given, class or not.
        super().__init__(driver_class=None if opening.stock_driver else driver)  # type: ignore[arg-type]
        self._opening = opening
        self.animation_level = "none"
        for palette in opening.beginning.palettes:
            self.register_theme(theme_of(palette))
        self.theme = opening.theme or (LIGHT if opening.terminal.is_light else DARK)

    @on(BrowseScreen.Redraw)
    def redraw(self) -> None:
        """Send the whole screen again."""
        if isinstance(self._driver, LightDriver):
            self._driver.repaint()
        self.screen.refresh()

    def get_default_screen(self) -> BrowseScreen:
        """Browse is the first screen."""
        return BrowseScreen(self._opening)

    def _part(self) -> None:
        """Save what must not be lost, since the program has to end."""
        for screen in self.screen_stack:
            if isinstance(screen, BrowseScreen):
                self._opening.part(screen.view)


def theme_of(palette: Palette) -> Theme:
    """A palette as Textual takes it, with a variable for every tone."""
    tones = palette.tones
    return Theme(
        name=palette.name,
        primary=tones["accent"],
        accent=tones["accent"],
        foreground=tones["text"],
        background=palette.background,
        surface=palette.background,
        panel=tones["cursor-quiet"],
        success=tones["good"],
        warning=tones["mixed"],
        error=tones["bad"],
        dark=palette.is_dark,
        variables={f"tone-{tone}": colour for tone, colour in tones.items()},
    )


def run(opening: Opening) -> int:
    """Show a file until the reader leaves. Returns the exit status."""
    app = DatelineApp(opening)
    app.run(mouse=opening.mouse)
    return app.return_code or 0
