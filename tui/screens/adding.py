"""Adding: which kind of record, then its form with what is known already filled in."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from tui.document.document import Document
from tui.document.editing.edit import Edit
from tui.document.editing.form import PARTS, Form, Texts, added, addition, form_of_new, said_of
from tui.document.editing.ids import proposed
from tui.document.editing.piece import EditError
from tui.screens.entries import Entry, Menu, among
from tui.screens.filling import commit, document_of, with_speaker
from tui.screens.form import FormScreen
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host
from tui.screens.sheet import sheet
from tui.timeline.dates import DateError, to_edtf
from tui.timeline.dates_asked import asked
from tui.timeline.records import Claim, Event, Kind, Quote, Ref
from tui.timeline.timeline import Timeline
from tui.view.line import one_line
from tui.view.lists import Pane
from tui.view.view import Snag, View

KINDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        "event": "An event",
        "quote": "A quote",
        "claim": "A claim",
        "actor": "An actor",
        "source": "A source",
    }
)
"""What can be added, in the order in which it is offered."""
_FIRST: Final[Mapping[Pane, Kind]] = MappingProxyType(
    {"actors": "actor", "sources": "quote", "claims": "claim"}
)
"""What is offered first, by the focused pane."""


class Place(NamedTuple):
    """Where a new record goes: beside which of its kind, behind it or before it."""

    beside: Ref | None = None
    after: bool = True


def add(host: Host) -> None:
    """Ask what to add, then show its form."""
    view, event = host.view, current_event(host.view)
    within = f"in “{one_line(event.title)}”" if event else ""
    entries = [
        Entry(kind, KINDS[kind], note=within if kind in PARTS else "")
        for kind in kinds(view.focus)
        if event or kind not in PARTS
    ]

    def take(kind: Kind | None) -> None:
        if kind is not None:
            _show(host, kind, event)

    menu = Menu(
        title="Add",
        find=among(entries),
        keys=("Esc closes", "Enter goes on"),
        nothing="Nothing that can be added is called that.",
        rows=len(entries),
    )
    host.screen.app.push_screen(MenuScreen(menu), take)


def kinds(focus: Pane) -> Sequence[Kind]:
    """What can be added, with what the focused pane has first."""
    return tuple(dict.fromkeys((_FIRST.get(focus, "event"), *KINDS)))


def current_event(view: View) -> Event | None:
    """The event that a new quote or claim is for: of the part that the reader is on, or the one."""
    item = view.picked
    record = None if item is None or isinstance(item, Snag) else view.timeline.find(item)
    if isinstance(record, Quote | Claim):
        return view.timeline.event(record.event)
    at = view.cursors.get("events")
    return None if at is None else view.timeline.events[at]


def place_in_time(timeline: Timeline, date: str) -> Place:
    """Where a new event goes in the file: behind the last one that starts no later.

    A file that begins with what is latest goes on so.
    """
    events = timeline.events
    try:
        order = asked(date).order
    except DateError:
        return Place()
    if not events:
        return Place()
    falls = events[0].place_in_file > events[-1].place_in_file
    at = bisect_right(events, order, key=lambda event: event.date.order)
    return Place(events[at - 1].ref, not falls) if at else Place(events[0].ref, falls)


def new_form(document: Document, kind: Kind, event: Event | None) -> Form:
    """The form of a new record with what the event beside it, or around it, says of it.

    Raises:
        EditError: The event cannot be told apart from what stands around it.
    """
    if event is None or kind not in (*PARTS, "event"):
        return form_of_new(kind, {})
    if kind == "event":
        return form_of_new(kind, {"date": to_edtf(event.date), "thread": event.thread})
    said = said_of(document, event.ref).get(PARTS[kind], ())
    return form_of_new(kind, {}, event.ref, len(said))


def _show(host: Host, kind: Kind, event: Event | None) -> None:
    """Show the form of a new record."""
    document = document_of(host)
    if document is None:
        return
    try:
        form = new_form(document, kind, event)
    except EditError as error:
        host.say(f"Nothing can be added here: {error}.")
        return

    def save(screen: FormScreen) -> None:
        with_speaker(host, screen, document, put_in)

    def put_in(screen: FormScreen, texts: Texts, more: Sequence[Edit]) -> None:
        ref = added(form, texts)
        timeline = document.reading.timeline
        place = place_in_time(timeline, texts["date"]) if kind == "event" else Place()
        meant = (*more, addition(form, texts, place.beside, after=place.after))
        commit(host, screen, f"the new {kind} {ref.id}", meant, ref)

    def propose(texts: Texts) -> str:
        return proposed(kind, texts, document.reading.places.ids(kind))

    title = f"New {kind}" + (f" in {event.id}" if event and kind in PARTS else "")
    shown = sheet(title, form, document, None if kind in PARTS else propose)
    host.screen.app.push_screen(FormScreen(shown, save))
