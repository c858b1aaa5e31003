"""Saving: the file written, what to do where somebody else has written it, and leaving."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

from tui.document import disk
from tui.document.document import Document, Reapplied, diff
from tui.document.editing.edit import Delete, Edit, Rewrite, Set, Unset
from tui.document.editing.piece import EditError
from tui.document.recovery import Kept, forget
from tui.screens.difference import show
from tui.screens.editing import Conflict, Told
from tui.screens.entries import choice
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host
from tui.view.view import View

Way = Literal["again", "mine", "theirs", "look", "save", "leave", "drop"]
COPY = "timeline.yaml"


def save(host: Host, then: Callable[[], None] | None = None) -> None:
    """Write what is not saved; `then` is done once it is."""
    if host.view.locked:
        host.say(_copied(host) if host.opening.is_shipped else host.view.locked)
        return

    def attempt(view: View) -> Told:
        told = host.editing.save(view)
        if isinstance(told, Conflict):
            _ask(host, told)
            return view, ""
        if then is not None and not host.editing.is_changed:
            then()
        return told

    host.change(attempt)


def show_difference(host: Host, then: Callable[[], None] | None = None) -> None:
    """Show what saving would change; `then` is done when that is closed."""
    text = host.editing.document().diff(host.opening.name) if host.editing.is_changed else ""
    if not text:
        host.say("Nothing is unsaved.")
        return
    show(host, f"Not saved yet: {host.opening.name}", text, then)


def reload(host: Host) -> None:
    """Read the file again; with unsaved edits, ask what is to become of them."""
    path = host.opening.path
    if path is None:
        host.say("There is no file to read again.")
        return
    try:
        data = disk.load(path)
    except OSError as error:
        host.say(
            f"{host.opening.name}: {(error.strerror or str(error)).lower()}; this is as it was."
        )
        return
    if host.editing.is_changed:
        _ask(host, Conflict(data))
        return
    host.change(lambda view: host.editing.reread(view, data))


def leave(host: Host) -> None:
    """Ask what is to become of unsaved edits before leaving."""
    count = host.view.unsaved
    ways: dict[Way, str] = {
        "save": "Save and leave",
        "look": "Look at what is not saved",
        "drop": "Leave and throw the edits away",
    }
    title = f"{count} unsaved change{'s' * (count != 1)}"

    def take(way: Way | None) -> None:
        match way:
            case "save":
                save(host, host.screen.app.exit)
            case "look":
                show_difference(host, lambda: leave(host))
            case "drop":
                host.editing.forget()
                host.screen.app.exit()

    _offer(host, title, ways, "Esc stays", take)


def resume(host: Host) -> None:
    """Offer to go on with edits that were left unsaved."""
    found = host.editing.orphans()
    if not found:
        return
    kept = found[0]
    count = kept.document.unsaved
    ways: dict[Way, str] = {
        "again": "Go on with them",
        "look": "Look at them",
        "drop": "Throw them away",
    }
    title = f"{count} change{'s' * (count != 1)} left unsaved the last time"

    def take(way: Way | None) -> None:
        match way:
            case "again":
                _resume(host, kept)
            case "look":
                text = kept.document.diff(host.opening.name)
                show(host, "Left unsaved the last time", text, lambda: resume(host))
            case "drop":
                forget(kept.place)
                host.say("Thrown away.")
            case _:
                host.say("They are kept; dateline asks again at the next start.")

    _offer(host, title, ways, "Esc decides later", take)


def _ask(host: Host, conflict: Conflict) -> None:
    """Let it be chosen what becomes of edits to a file that somebody else has written."""
    name = host.opening.name
    document = host.editing.document()
    is_theirs = conflict.data != document.base_data
    ways: dict[Way, str] = {"look": "Look at the difference"}
    if is_theirs:
        ways = {
            "again": "Read it again and make my edits in it",
            "mine": "Keep mine, and write over what is there",
            **ways,
        }
    ways["theirs"] = "Read it again and drop my edits"
    title = f"{name} was changed by another program" if is_theirs else f"{name}: unsaved edits"

    def take(way: Way | None) -> None:
        match way:
            case "again":
                _again(host, conflict)
            case "mine":
                host.change(lambda view: _over(host, view, conflict))
            case "theirs":
                host.change(lambda view: host.editing.dropped(view, conflict.data))
            case "look":
                theirs = conflict.data.decode("utf-8", "replace") if is_theirs else document.base
                text = diff(theirs, document.text, name)
                show(
                    host,
                    "From what is in the file (-) to mine (+)",
                    text,
                    lambda: _ask(host, conflict),
                )

    _offer(host, title, ways, "Esc leaves it for now", take)


def _resume(host: Host, kept: Kept) -> None:
    """Take up what was left unsaved, and ask about what conflicts with the file as it is now."""
    try:
        merged = host.editing.found(kept)
    except (OSError, EditError) as error:
        host.say(f"Not taken up again: {error}.")
        return

    def finish(document: Document) -> None:
        host.change(lambda view: host.editing.resume(view, kept, document))

    _settle(host, merged, finish)


def _again(host: Host, conflict: Conflict) -> None:
    """Make the edits again in what the file is now, and ask about those that conflict."""
    try:
        merged = host.editing.merged(conflict.data)
    except EditError as error:
        host.say(f"Your edits cannot be made in it: {error}.")
        return

    def finish(document: Document) -> None:
        count = len(document.done) - document.kept
        said = f"Read again; {count} edit{'s' * (count != 1)} made in it. {{save}} saves."
        host.change(lambda view: host.editing.take(view, document, said))

    _settle(host, merged, finish)


def _settle(host: Host, merged: Reapplied, finish: Callable[[Document], None]) -> None:
    """Ask about edits that conflict, one after the other; what was kept stays kept until then."""
    lost = [each for each in merged.lost if each[0].edits]
    if not lost:
        finish(merged.document)
        return
    (change, why), *others = lost
    ways: dict[Way, str] = {"theirs": "Leave it as the other has it", "mine": "Have it as I had it"}

    def take(way: Way | None) -> None:
        document = merged.document
        if way == "mine":
            with suppress(EditError):  # what it was about is gone
                document = document.edited(change.label, [_forced(edit) for edit in change.edits])
        _settle(host, Reapplied(document, tuple(others)), finish)

    _offer(host, f"{change.label}: {why}", ways, "Esc leaves it", take)


def _forced(edit: Edit) -> Edit:
    """The same edit, whatever stands there."""
    match edit:
        case Set() | Unset() | Delete() | Rewrite():
            return edit._replace(before=None)
    return edit


def _over(host: Host, view: View, conflict: Conflict) -> Told:
    told = host.editing.save(view, over=conflict.data)
    if isinstance(told, Conflict):
        _ask(host, told)
        return view, ""
    return told


def _copied(host: Host) -> str:
    """Save a copy of a timeline that stays as it is, and say where it is."""
    path = host.opening.path
    copy = Path(COPY)
    if path is None:
        return host.view.locked
    try:
        disk.create(copy, disk.load(path))
    except FileExistsError:
        return f"There is a {COPY} here already; start dateline with it, or in another folder."
    except OSError as error:
        return f"Not saved: {COPY}: {(error.strerror or str(error)).lower()}."
    return f"Saved as {COPY} in this folder; start dateline again to edit it."


def _offer(
    host: Host, title: str, ways: dict[Way, str], leaves: str, take: Callable[[Way | None], None]
) -> None:
    host.screen.app.push_screen(MenuScreen(choice(title, ways, leaves)), take)
