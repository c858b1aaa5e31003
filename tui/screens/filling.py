"""Filling in: the form of what the reader is on, and what becomes of what is typed."""

from collections.abc import Callable, Sequence
from typing import Literal

from tui.document.document import Document
from tui.document.editing.edit import Add, Edit
from tui.document.editing.form import Texts, edits, form_of, label
from tui.document.editing.ids import KEBAB, proposed
from tui.document.editing.mentions import renaming
from tui.document.editing.piece import EditError
from tui.document.fields import FORMS
from tui.screens.editing import Told
from tui.screens.entries import Entry, Menu, among
from tui.screens.form import FormScreen
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host
from tui.screens.sheet import sheet
from tui.screens.why_not import why_hidden
from tui.timeline.records import Ref
from tui.view.view import Snag, View

Speaker = Literal["keep", "add"]
PutIn = Callable[[FormScreen, Texts, Sequence[Edit]], None]
"""Makes of a form what is typed in it, with further edits."""


def edit(host: Host) -> None:
    """Show the form of what the reader is on."""
    document, ref = document_of(host), here(host.view)
    if document is None or ref is None:
        return
    try:
        form = form_of(document, ref)
    except EditError as error:
        host.say(f"No form for this: {error}.")
        return

    def save(screen: FormScreen) -> None:
        with_speaker(host, screen, document, put_in)

    def put_in(screen: FormScreen, texts: Texts, more: Sequence[Edit]) -> None:
        own = texts.get("id", ref.id).strip()
        try:
            renamed = renaming(document.reading, ref, own) if own != ref.id else ()
        except EditError as error:
            screen.say(f"Not changed: {error}.")
            return
        meant = (*more, *edits(form, texts), *renamed)
        go = Ref(ref.kind, own) if renamed else None
        if meant:
            commit(host, screen, label(form, form.changed(texts)), meant, go)
        else:
            screen.dismiss()
            host.say("Nothing has changed.")

    title = f"{ref.kind.capitalize()} {ref.id}"
    host.screen.app.push_screen(FormScreen(sheet(title, form, document), save))


def here(view: View) -> Ref | None:
    """The record that the reader is on; with a problem, the one that it is about."""
    item = view.picked
    if not isinstance(item, Snag):
        return item
    ref = item.problem.ref
    return Ref(*ref) if ref and ref[0] in FORMS else None


def document_of(host: Host) -> Document | None:
    """The document to edit; None, and the reader is told why, where there is none."""
    try:
        return host.editing.document()
    except EditError as error:
        host.say(f"Not edited: {error}.")
    except OSError as error:
        host.say(f"{host.opening.name}: {(error.strerror or str(error)).lower()}")
    return None


def commit(
    host: Host, screen: FormScreen, name: str, meant: Sequence[Edit], go: Ref | None = None
) -> None:
    """Make edits, and close their form once they are made; `go` to what has a new id."""

    def change(view: View) -> Told:
        after, said = host.editing.commit(view, name, meant)
        if after is view:
            screen.say(said)
            return view, ""
        screen.dismiss()
        if go is None:
            return after, said
        hidden = why_hidden(after, go)
        said = said.replace("Changed the new ", "Added the new ", 1) + (
            f" {hidden}" if hidden else ""
        )
        return after.go(go), said

    screen.is_applied = True
    host.change(change)


def with_speaker(host: Host, screen: FormScreen, document: Document, then: PutIn) -> None:
    """Ask about a speaker who is no actor; then go on with what is typed, and what that adds."""
    texts = screen.texts
    speaker = screen.stranger
    if not speaker:
        then(screen, texts, ())
        return
    actor = new_actor(speaker, document)
    entries: list[Entry[Speaker]] = [
        Entry("add", f"Add an actor {actor.value['name']} ({actor.ref.id})"),
        Entry("keep", f"Leave it at the name {speaker}"),
    ]

    def take(way: Speaker | None) -> None:
        if way == "add":
            then(screen, {**texts, "speaker": actor.ref.id}, (actor,))
        elif way == "keep":
            then(screen, texts, ())

    menu = Menu(
        title=f"{speaker} is no actor of this timeline",
        find=among(entries),
        keys=("Esc goes back", "Enter does it"),
        nothing="No choice is called that.",
        rows=len(entries),
    )
    host.screen.app.push_screen(MenuScreen(menu), take)


def new_actor(speaker: str, document: Document) -> Add:
    """The actor to add for a speaker, who was typed as an id or by name."""
    if KEBAB.fullmatch(speaker):
        return Add(Ref("actor", speaker), {"name": speaker.replace("-", " ").title()})
    own = proposed("actor", {"name": speaker}, document.reading.places.ids("actor"))
    return Add(Ref("actor", own), {"name": speaker})
