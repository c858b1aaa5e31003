"""The palette: every action, and every event, actor, source and quote, found by name."""

from collections.abc import Callable
from functools import lru_cache
from time import sleep

from tui.actions import Action, keys_label
from tui.screens.asking import LARGE
from tui.screens.entries import Entry, Find, Found, Menu
from tui.screens.help import ours_first
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host, jumped
from tui.timeline.records import Ref
from tui.timeline.timeline import Timeline
from tui.view.jumps import Jump, jumps, names_of
from tui.view.matches import comparable, matches
from tui.view.view import View

MOST = 50
"""How many of the best are offered."""
REMEMBERED = 64
"""Texts whose answer is kept: who mistypes goes back through them."""
ROWS = 20
BREATH = 0.001
"""Seconds that finding among many leaves to what is typed meanwhile."""

Choice = Action | Ref


def offer(host: Host) -> None:
    """Show the palette over a screen; run the action or go to the record that is chosen."""

    async def take(chosen: Choice | None) -> None:
        if isinstance(chosen, Action):
            await host.run(chosen)
        elif chosen is not None:
            ref = chosen
            host.change(lambda view: jumped(view, ref))

    host.screen.app.push_screen(MenuScreen(palette_menu(host.view, host.keys_of)), take)


def palette_menu(view: View, keys_of: Callable[[Action], tuple[str, ...]]) -> Menu[Choice]:
    """All that can be called by name."""
    timeline = view.timeline
    actions = tuple(
        Entry[Choice](each, each.label, keys_label(keys_of(each)), each.help, "strong")
        for each in ours_first(view.focus, in_chart=view.charted)
        if each.id != "commands"
    )
    nothing = "Nothing is called that. {search} searches in what is said, {filter} filters."
    return Menu(
        title="Commands and names",
        find=named(timeline, actions),
        keys=("Esc closes", "Enter takes it", "type a name"),
        nothing=view.told(nothing),
        rows=ROWS,
        prepare=(lambda: names_of(timeline)) if is_large(timeline) else None,
    )


def is_large(timeline: Timeline) -> bool:
    """Whether finding by name takes so long that a thread does it."""
    return len(timeline.events) >= LARGE


def named(timeline: Timeline, actions: tuple[Entry[Choice], ...]) -> Find[Choice]:
    """Finds actions and records by their names, the best of both first."""
    names = [comparable(f"{each.text} {each.note}") for each in actions]

    def pause() -> None:
        if is_large(timeline):
            sleep(BREATH)

    @lru_cache(maxsize=REMEMBERED)
    def find(text: str) -> Found[Choice]:
        if not comparable(text).strip():
            return Found(actions, len(actions))
        among_actions, records = matches(names, text), jumps(timeline, text, MOST, pause)
        entries: list[Entry[Choice]] = []
        for rank, found in zip(among_actions.ranks, records.ranks, strict=True):
            entries += [actions[at] for at in rank]
            entries += map(_entry, found)
        return Found(tuple(entries[:MOST]), among_actions.total + records.total)

    return find


def _entry(jump: Jump) -> Entry[Choice]:
    return Entry(jump.ref, jump.name, jump.head, jump.note)
