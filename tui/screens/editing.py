"""Editing: the document behind what is shown, and the view of it after each change.

The document is opened with the first edit. It is kept for the next start as it changes, so that
no kill loses an edit; what is shown is what it says, saved or not.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.document import disk
from tui.document.document import Document, Reapplied, opened, reapplied
from tui.document.editing.edit import Change, Edit
from tui.document.editing.piece import EditError
from tui.document.recovery import Kept, Recovery, forget, orphans
from tui.screens.first_view import snags_in
from tui.screens.opening import Opening
from tui.screens.reloading import News
from tui.timeline.problems import Problem
from tui.view.view import View

Told = tuple[View, str]
"""What is shown then, and what there is to say about it."""


class Conflict(NamedTuple):
    """The file is not what the edits began with any more: what it is now."""

    data: bytes


class Editing:
    """What is edited on a screen."""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._document: Document | None = None
        path, folder = opening.path, opening.state_folder
        self._recovery = Recovery(folder, path) if path and folder else None

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return self._document is not None and self._document.is_changed

    def document(self) -> Document:
        """The document as it is now.

        Raises:
            OSError: The file cannot be read.
            EditError: It cannot be edited.
        """
        if self._document is None:
            if self._opening.path is None:
                raise EditError(self._opening.locked)
            self._document = opened(disk.load(self._opening.path))
        return self._document

    def commit(self, view: View, label: str, edits: Sequence[Edit]) -> Told:
        """Make some edits, all of them or none.

        Args:
            view: What is shown.
            label: What they are, as part of a sentence: `the title of sochi-2018`.
            edits: What is to change.
        """
        if view.locked:
            return view, view.locked

        def change(document: Document) -> tuple[Document, str]:
            after = document.edited(label, edits)
            said = f"Changed {label}. {{undo}} undoes it, {{save}} saves."
            return after, said if after is not document else "Nothing has changed."

        return self._changed(view, change)

    def undo(self, view: View) -> Told:
        """Undo the last change, and go where it was."""
        done = self._document.done[-1:] if self._document else ()
        told = self._changed(view, lambda each: (each.undo(), _named("Undid", each.done)))
        return _gone_to(told, done)

    def redo(self, view: View) -> Told:
        """Do again what was undone last, and go where it is."""
        undone = self._document.undone[-1:] if self._document else ()
        told = self._changed(view, lambda each: (each.redo(), _named("Did again", each.undone)))
        return _gone_to(told, undone)

    def save(self, view: View, over: bytes | None = None) -> Told | Conflict:
        """Write the file, unless somebody else has since it was read.

        Args:
            view: What is shown.
            over: What the other has written, if that may be lost.
        """
        document, path = self._document, self._opening.path
        if document is None or path is None or not document.is_changed:
            return view, "There is nothing to save."
        try:
            now = disk.load(path) if path.exists() else None
            is_known = now is None or now in (document.base_data, document.data)
            if now is not None and not is_known and now != over:
                return Conflict(now)
            disk.save(path, document.data, over=now)
        except disk.ChangedError:
            return self.save(view)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            return view, f"Not saved: {self._opening.name}: {why}. Your edits are kept."
        count = document.unsaved
        self._take(document.saved())
        said = f"Saved {self._opening.name}: {count} change{'s' * (count > 1)}."
        return replace(view, unsaved=0), said

    def news(self, view: View, news: News) -> Told:
        """Take in that somebody else has changed the file; what is unsaved comes first."""
        document = self._document
        if news.data is None or document is None:
            return news.of(view), news.sentence
        if news.data in (document.base_data, document.data):
            after = self.shown(view)
            return (view if after.snags == view.snags else after), ""
        if news.data != self._on_disk():
            # It has been written again since, and that is told as well.
            return view, ""
        if document.is_changed:
            name = self._opening.name
            said = f"{name} was changed by another program; {{save}} says what can be done."
            return view, view.told(said)
        if news.timeline is not None:
            self._document = document.outside(news.data)
        return news.of(view), news.sentence

    def reread(self, view: View, data: bytes) -> Told:
        """Show what the file is now, with nothing unsaved."""
        document = self._document
        try:
            after = opened(data) if document is None else document.outside(data)
        except EditError as error:
            return view, f"Not read again: {error}."
        return self.take(view, after, f"Read {self._opening.name} again.")

    def dropped(self, view: View, data: bytes) -> Told:
        """Show what the file is now, and let go of what is unsaved, which can be undone."""
        after, said = self.reread(view, data)
        again = view.told(" again; {undo} brings your edits back.")
        return after, said.replace(" again.", again)

    def merged(self, data: bytes) -> Reapplied:
        """What is unsaved, made again in what the file is by now. Raises `EditError`."""
        return reapplied(self.document(), data)

    def take(self, view: View, document: Document, said: str) -> Told:
        """Show another document from now on."""
        trouble = self._take(document)
        return self.shown(view), view.told(trouble or said)

    def forget(self) -> None:
        """Throw away what is not saved."""
        if self._recovery is not None:
            self._recovery.clear()
        self._document = None

    def orphans(self) -> tuple[Kept, ...]:
        """What was left unsaved by a dateline that ended without a word."""
        path, folder = self._opening.path, self._opening.state_folder
        return orphans(folder, path) if path and folder and not self._opening.locked else ()

    def found(self, kept: Kept) -> Reapplied:
        """What was left unsaved, made again in what the file is by now.

        Raises:
            OSError: The file cannot be read.
            EditError: It cannot be edited.
        """
        path, document = self._opening.path, kept.document
        now = disk.load(path) if path else b""
        return Reapplied(document, ()) if now == document.base_data else reapplied(document, now)

    def resume(self, view: View, kept: Kept, document: Document) -> Told:
        """Go on with what was left unsaved, and keep it in the name of this process."""
        trouble = self._take(document)
        if not trouble:
            forget(kept.place)
        said = f"Taken up again: {_count(document.unsaved)}. {{save}} saves, {{undo}} undoes."
        return self.shown(view), view.told(trouble or said)

    def shown(self, view: View) -> View:
        """What is shown of the document."""
        document = self._document
        if document is None:
            return view
        timeline, snags = snags_in(document.data, document.reading)
        after = view.reload(timeline.indexed(), snags)
        return replace(after, unsaved=document.unsaved)

    def _on_disk(self) -> bytes | None:
        """What the file is at this moment, None if that cannot be said."""
        try:
            return disk.load(self._opening.path) if self._opening.path else None
        except OSError:
            return None

    def _changed(self, view: View, change: Callable[[Document], tuple[Document, str]]) -> Told:
        try:
            before = self.document()
            document, said = change(before)
        except EditError as error:
            return view, f"Not changed: {error}."
        except OSError as error:
            return view, f"{self._opening.name}: {(error.strerror or str(error)).lower()}"
        if document is before:
            return view, said
        return self.take(view, document, said + _errors(before, document))

    def _take(self, document: Document) -> str:
        """Have another document, and keep what of it is not saved; says what went wrong."""
        self._document = document
        if self._recovery is None:
            return ""
        try:
            self._recovery.keep(document)
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            return f"Changed, but not kept in case of a crash: {why}. {{save}} saves."
        return ""


def _gone_to(told: Told, changes: Sequence[Change]) -> Told:
    """The view at the first record that some changes are about and that is there and shown."""
    view, said = told
    for ref in (edit.ref for change in changes for edit in change.edits):
        found = view.position(ref) if ref else None
        if ref and found and (view.shown is None or view.shown.holds(*found)):
            return view.go(ref), said
    return told


def _named(what: str, changes: Sequence[Change]) -> str:
    if not changes:
        return "There is nothing to undo." if what == "Undid" else "There is nothing to do again."
    return f"{what} {changes[-1].label}."


def _count(changes: int) -> str:
    return f"{changes} unsaved change{'s' * (changes != 1)}"


def _errors(before: Document, after: Document) -> str:
    """A word about errors that there were not."""
    was, now = (
        Counter((each.message, each.ref) for each in document.reading.problems if _is_error(each))
        for document in (before, after)
    )
    count = now.total()
    errors = f"{count} error{'s' * (count > 1)}"
    return f" The file has {errors} now; {{pane.problems}} shows why." if now - was else ""


def _is_error(problem: Problem) -> bool:
    return problem.severity == "error"
