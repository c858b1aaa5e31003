"""Deleting: what still refers to a record, and what is to become of that."""

from collections.abc import Sequence
from typing import Literal

from tui.document.document import Document
from tui.document.editing.edit import Edit
from tui.document.editing.form import PARTS
from tui.document.editing.mentions import Mention, gives_way, mentions, removal, removal_alone
from tui.document.editing.piece import EditError
from tui.document.editor import with_before
from tui.document.reader import Reading
from tui.screens.editing import Told
from tui.screens.entries import Entry, Menu, among
from tui.screens.filling import document_of, here
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host, jumped
from tui.timeline.records import Event, Ref
from tui.view.view import View

Way = Literal["all", "alone"] | Ref
"""To delete with what refers to it, or without; or a record to go to."""
MOST_ROWS = 20


def delete(host: Host) -> None:
    """List what refers to what the reader is on, and ask whether that is to go as well."""
    document, ref = document_of(host), here(host.view)
    if document is None or ref is None:
        return
    entries = choices(document.reading, ref)

    def take(way: Way | None) -> None:
        if isinstance(way, Ref):
            there = way
            host.change(lambda view: _gone_to(view, there))
        elif way is not None:
            _delete(host, ref, way)

    menu = Menu(
        title=f"Delete {ref.kind} {ref.id}{_with_parts(document.reading, ref)}",
        find=among(entries),
        keys=("Esc keeps it", "Enter does it"),
        nothing="Nothing that refers to it is called that.",
        rows=min(len(entries), MOST_ROWS),
        wraps=True,
    )
    host.screen.app.push_screen(MenuScreen(menu), take)


def choices(reading: Reading, ref: Ref) -> list[Entry[Way]]:
    """What can be done, then everything that refers to a record, to go there."""
    found = referring(reading, ref)
    if not found:
        return [Entry("all", "Delete it; nothing refers to it")]
    count = f"{len(found)} reference{'s' * (len(found) > 1)}"
    ways: list[Entry[Way]] = [Entry("all", f"Delete it, and the {count} to it")]
    if not gives_way(reading, ref):
        ways.append(Entry("alone", f"Delete it alone, and mend the {count} yourself"))
    return ways + [Entry(each.ref, each.words, "in") for each in found]


def referring(reading: Reading, ref: Ref) -> Sequence[Mention]:
    """What refers to a record, or to a part of it, from outside."""
    own = (ref, *_parts(reading, ref))
    found = {
        (each.ref, each.path): each
        for part in own
        for each in mentions(reading, part)
        if each.ref not in own
    }
    return tuple(found.values())


def _parts(reading: Reading, ref: Ref) -> tuple[Ref, ...]:
    event = reading.timeline.find(ref)
    if not isinstance(event, Event):
        return ()
    quotes = (Ref("quote", each.id) for each in event.quotes)
    return (*quotes, *(Ref("claim", each.id) for each in event.claims))


def _with_parts(reading: Reading, ref: Ref) -> str:
    """What goes with an event: ` with 3 quotes and 2 claims`."""
    kinds = [part.kind for part in _parts(reading, ref)]
    counted = [
        f"{count} {kind}{'s' * (count > 1)}" for kind in PARTS if (count := kinds.count(kind))
    ]
    return f" with {' and '.join(counted)}" if counted else ""


def _gone_to(view: View, ref: Ref) -> Told:
    """The view after a leap to what refers; a tour is in no list."""
    if view.position(ref) is None:
        return view, f"The {ref.kind} {ref.id} is in no list."
    return jumped(view, ref)


def _delete(host: Host, ref: Ref, way: Literal["all", "alone"]) -> None:
    def change(view: View) -> Told:
        # What refers to it may have changed while the menu was open.
        document = document_of(host)
        if document is None:
            return view, ""
        try:
            meant = deletion(document, ref, way)
        except EditError as error:
            return view, f"Not deleted: {error}."
        label = f"the removal of {ref.id}"
        after, said = host.editing.commit(view, label, meant)
        return after, said.replace(f"Changed {label}", f"Deleted {ref.id}", 1)

    host.change(change)


def deletion(document: Document, ref: Ref, way: Literal["all", "alone"]) -> Sequence[Edit]:
    """The edits that delete a record as it is now; what has changed by then is a conflict.

    Raises:
        EditError: There is no such record, or something that refers to it has a mistake.
    """
    reading = document.reading
    meant = removal(reading, ref) if way == "all" else removal_alone(reading, ref)
    return with_before(document.text, reading, meant)
