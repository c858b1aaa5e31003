"""Theming: a menu of themes, each on the screen while the cursor is on it."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.screen import Screen

from tui.screens.entries import Entry, Menu, among
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host, Themed
from tui.view.palette import Palette


def offer(host: Host) -> None:
    """Let a theme be chosen for the program."""
    choose(host.screen, host.opening.beginning.palettes)


def choose(screen: Screen[Any], palettes: Sequence[Palette]) -> None:
    """Let a theme be chosen over a screen, which is told."""
    app = screen.app
    before = app.theme

    def show(name: str) -> None:
        app.theme = name

    def take(chosen: str | None) -> None:
        show(chosen or before)
        if chosen is not None:
            screen.post_message(Themed(chosen))

    menu = theme_menu(palettes, before, show)
    app.push_screen(MenuScreen(menu), take)


def theme_menu(palettes: Sequence[Palette], current: str, show: Callable[[str], None]) -> Menu[str]:
    """The themes, with the cursor on the current one; `show` is called with each it comes to."""
    entries = [
        Entry(each.name, "dark" if each.is_dark else "light", each.name, tone="strong")
        for each in palettes
    ]
    return Menu(
        title="Theme",
        find=among(entries),
        keys=("Esc leaves it as it was", "Enter keeps it"),
        nothing="No theme is called that.",
        rows=max(len(entries), 3),
        at=next((at for at, each in enumerate(palettes) if each.name == current), 0),
        moved=show,
    )
