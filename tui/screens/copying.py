"""Copying: what there is of a record to copy, and the way of a text to the clipboard.

A thread takes it there, for it may have to wait for another program.
"""

from collections.abc import Callable, Sequence
from contextvars import copy_context
from functools import partial
from shutil import which
from threading import Thread

from tui.document.editing.block import block
from tui.exchange.copies import Copy, copies
from tui.screens.entries import Entry, Menu, among
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host
from tui.terminal import clipboard
from tui.timeline.records import Ref

NOTHING = "There is nothing here to copy."
AS_WRITTEN = "as it is written, saved or not"
_BEGINNING = 100
"""Characters of a text that a row can show."""
UNCUT = "…"
"""Stands for the YAML of a record until that is chosen: to cut it the file may have to be read."""


def offer(host: Host) -> None:
    """Show what can be copied of the record that the cursor is on, and copy what is chosen."""
    ref = host.view.picked
    found = _copies(host, ref) if isinstance(ref, Ref) else ()
    if not isinstance(ref, Ref) or not found:
        host.say(NOTHING)
        return

    def take(chosen: Copy | None) -> None:
        if chosen is None:
            return
        if chosen.id == "yaml":
            in_thread(lambda: _copy_block(host, ref))
        else:
            in_thread(lambda: host.say(copy(host, chosen.text)))

    host.screen.app.push_screen(MenuScreen(copy_menu(found)), take)


def copy_menu(found: Sequence[Copy]) -> Menu[Copy]:
    """What can be copied, each with the beginning of it."""
    entries = [
        Entry(
            each, AS_WRITTEN if each.id == "yaml" else _begun(each.text), each.label, tone="strong"
        )
        for each in found
    ]
    return Menu(
        title="Copy",
        find=among(entries),
        keys=("Esc closes", "Enter copies it"),
        nothing="Nothing to copy is called that.",
        rows=len(entries),
    )


def copy_citation(host: Host) -> None:
    """Copy the words with their citation, without a menu."""
    ref = host.view.picked
    found = _copies(host, ref) if isinstance(ref, Ref) else ()
    cited = next((each.text for each in found if each.id == "citation"), "")
    if cited:
        in_thread(lambda: host.say(copy(host, cited)))
    else:
        host.say("There is nothing here to cite; {copy} shows what can be copied.")


def copy(host: Host, text: str) -> str:
    """Copy a text, for a thread to do; gives a sentence on where it went."""
    environment, folder = host.opening.environment, host.opening.state_folder
    if folder is None:
        return "Not copied: this dateline keeps nothing."
    return clipboard.copy(
        text,
        environment,
        write=host.send,
        run=clipboard.feed,
        which=partial(which, path=environment.get("PATH", "")),
        state_folder=folder,
    ).sentence


def in_thread(work: Callable[[], None]) -> None:
    """Do what may have to wait, without anybody waiting for it."""
    Thread(target=copy_context().run, args=(work,), daemon=True).start()


def _begun(text: str) -> str:
    """The beginning of a text, on one line."""
    return " ".join(text[:_BEGINNING].split())


def _copies(host: Host, ref: Ref) -> tuple[Copy, ...]:
    opening = host.opening
    path = "" if opening.path is None else str(opening.path)
    return copies(host.view.timeline, ref, path, "" if opening.block is None else UNCUT)


def _copy_block(host: Host, ref: Ref) -> None:
    try:
        text = _block(host, ref)
    except OSError as error:
        host.say(f"{host.opening.name}: {error.strerror or error}")
        return
    host.say(copy(host, text) if text else "The file does not have this any more.")


def _block(host: Host, ref: Ref) -> str:
    """A record as it is written, with what is not saved yet. Raises `OSError`."""
    if host.editing.is_changed:
        document = host.editing.document()
        return block(document.data, document.reading, ref)
    return "" if host.opening.block is None else host.opening.block(ref)
