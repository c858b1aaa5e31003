"""Help: every action with its keys, those for the pane in focus first, and what the signs mean."""

from collections.abc import Callable, Iterable

from tui.actions import Action, actions, keys_label
from tui.screens.entries import Entry, Menu, among
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host
from tui.view import signs
from tui.view.lists import Pane
from tui.view.view import View

ROWS = 29
FOUND_BY = "legend signs symbols"
"""What finds all signs, besides what is said of each."""

Offered = Entry[Action | None]
"""An action, or something that is only told."""


def offer(host: Host) -> None:
    """Show the help over a screen, and run what is chosen there."""

    async def run(chosen: Action | None) -> None:
        if chosen is not None:
            await host.run(chosen)

    view = host.view
    menu = help_menu(view.focus, host.keys_of, in_chart=view.charted, below=signs_of(view))
    host.screen.app.push_screen(MenuScreen[Action | None](menu), run)


def help_menu(
    focus: Pane,
    keys_of: Callable[[Action], tuple[str, ...]],
    *,
    in_chart: bool = False,
    below: Iterable[Offered] = (),
) -> Menu[Action | None]:
    """The actions to run from a pane, and what else there is to know."""
    menu = keys_menu(ours_first(focus, in_chart=in_chart), keys_of, below)
    return menu._replace(title="Keys and signs", nothing="Nothing is described like that.")


def keys_menu(
    offered: Iterable[Action],
    keys_of: Callable[[Action], tuple[str, ...]],
    below: Iterable[Offered] = (),
) -> Menu[Action | None]:
    """Some actions to run, with their keys, and what else there is to know."""
    entries: list[Offered] = [
        Entry(each, f"{each.label}. {each.help}", keys_label(keys_of(each)), tone="strong")
        for each in offered
    ]
    return Menu(
        title="Keys",
        find=among([*entries, *below]),
        keys=("Esc closes", "Enter runs it", "type to find"),
        nothing="No action is described like that.",
        rows=ROWS,
        wraps=True,
    )


def signs_of(view: View) -> list[Offered]:
    """What the signs mean, those of what is shown first, and the colours of the threads."""
    offered: list[Offered] = []
    for where, there in signs.all_of(view.timeline, charted=view.charted):
        for each in there:
            more = f" {each.more}" if each.more else ""
            text = view.told(f"{where}: {each.meaning}.{more}")
            offered.append(Entry(None, text, each.name, tone=each.tone, also=FOUND_BY))
    return offered


def ours_first(focus: Pane, *, in_chart: bool = False) -> list[Action]:
    """The actions: those of a pane, those of every pane, those of others."""
    known = actions(in_chart=in_chart)
    return sorted(known, key=lambda each: focus not in each.panes if each.panes else 0.5)
