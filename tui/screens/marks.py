"""The marked events: to go to one, or to take its mark away."""

from collections.abc import Callable

from tui.screens.entries import Entry, Menu, among
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host, jumped
from tui.timeline.records import Ref
from tui.view.line import one_line
from tui.view.marks import marked, unmarked
from tui.view.view import View
from tui.view.words import event_day

MOST_ROWS = 20
NOTHING = "No event is marked."


def offer(host: Host) -> None:
    """Show the marked events over a screen; go to the one that is chosen."""
    if not marked(host.view):
        host.say(NOTHING)
        return

    def remove(ref: Ref) -> None:
        host.change(lambda view: (unmarked(view, ref.id), ""))

    def take(chosen: Ref | None) -> None:
        if chosen is not None:
            host.change(lambda view: jumped(view, chosen))

    host.screen.app.push_screen(MenuScreen(marks_menu(host.view, remove)), take)


def marks_menu(view: View, remove: Callable[[Ref], None]) -> Menu[Ref]:
    """The marked events; `remove` is called with each whose mark is taken away."""
    entries = [Entry(each.ref, one_line(each.title), event_day(each)) for each in marked(view)]

    def without(ref: Ref) -> Menu[Ref]:
        remove(ref)
        return marks_menu(unmarked(view, ref.id), remove)

    return Menu(
        title="Marks",
        find=among(entries),
        keys=("Esc closes", "Enter goes there", "Del takes the mark away"),
        nothing="No mark is called that." if entries else NOTHING,
        rows=min(max(len(entries), 3), MOST_ROWS),
        remove=without,
    )
