"""Help: every action with its keys and its sentence, those for the pane in focus first."""

from collections.abc import Callable, Iterable

from tui.actions import Action, actions, keys_label
from tui.screens.entries import Entry, Menu, among
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host
from tui.view.lists import Pane

ROWS = 29


def offer(host: Host) -> None:
    """Show the help over a screen, and run what is chosen there."""

    async def run(chosen: Action | None) -> None:
        if chosen is not None:
            await host.run(chosen)

    menu = help_menu(host.view.focus, host.keys_of, in_chart=host.view.charted)
    host.screen.app.push_screen(MenuScreen(menu), run)


def help_menu(
    focus: Pane, keys_of: Callable[[Action], tuple[str, ...]], *, in_chart: bool = False
) -> Menu[Action]:
    """The actions to run from a pane."""
    return keys_menu(ours_first(focus, in_chart=in_chart), keys_of)


def keys_menu(
    offered: Iterable[Action], keys_of: Callable[[Action], tuple[str, ...]]
) -> Menu[Action]:
    """Some actions to run, with their keys."""
    entries = [
        Entry(each, f"{each.label}. {each.help}", keys_label(keys_of(each)), tone="strong")
        for each in offered
    ]
    return Menu(
        title="Keys",
        find=among(entries),
        keys=("Esc closes", "Enter runs it", "type to find"),
        nothing="No action is described like that.",
        rows=ROWS,
        wraps=True,
    )


def ours_first(focus: Pane, *, in_chart: bool = False) -> list[Action]:
    """The actions: those of a pane, those of every pane, those of others."""
    known = actions(in_chart=in_chart)
    return sorted(known, key=lambda each: focus not in each.panes if each.panes else 0.5)
