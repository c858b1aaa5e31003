"""The program: its themes and its first screen."""

from textual.app import App

from tui import themes
from tui.screens.browse import BrowseScreen
from tui.screens.opening import Opening
from tui.terminal.driver import LightDriver
from tui.terminal.keyboard import forgive_stray_bytes

__all__ = ["DatelineApp", "Opening", "run"]


class DatelineApp(App[None]):
    """dateline on one file."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "dateline"
    # A default screen's own style sheet is not read, so the program names it.
    CSS_PATH = "screens/browse.tcss"

    def __init__(self, opening: Opening) -> None:
        super().__init__(driver_class=None if opening.stock_driver else LightDriver)
        self._opening = opening
        self.animation_level = "none"
        for theme in themes.shipped_themes():
            self.register_theme(theme)
        self.theme = opening.theme or themes.DEFAULT

    def get_default_screen(self) -> BrowseScreen:
        """Browse is the first screen."""
        return BrowseScreen(self._opening)


def run(opening: Opening) -> int:
    """Show a file until the reader leaves. Returns the exit status."""
    forgive_stray_bytes()
    app = DatelineApp(opening)
    app.run(mouse=opening.mouse)
    return app.return_code or 0
