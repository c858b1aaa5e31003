"""The document: the text of a timeline file while it is edited, and the way back.

The text is the truth, and what was read of it goes with it. A document never changes: each edit
gives another one. What was done is kept as changes that can be undone; a change of the file by
somebody else is one of them, so that the way back leads past it.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from typing import NamedTuple

from tui.document import editor
from tui.document.editing.edit import Change, Edit
from tui.document.editing.piece import EditError
from tui.document.editing.splice import Splice
from tui.document.reader import Reading, read

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_NEWLINE = "\\ No newline at end of file"
OUTSIDE = "what was changed from outside"
"""The label of a change that was made by another program."""
BACK = "what was undone"
"""The label of a change that leads back behind what was saved."""


@dataclass(frozen=True)
class Document:
    """A file that is edited.

    Attributes:
        text: What it is to be, without a byte order mark.
        reading: What that says.
        base: What the file on the disk was when it was last read or written.
        has_mark: Whether the file begins with a byte order mark.
        done: The changes that led to the text, the latest last.
        undone: Those that were undone, the next to be done again last.
        kept: How many of `done` are in the base.
    """

    text: str
    reading: Reading = field(compare=False)
    base: str
    has_mark: bool = False
    done: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()
    kept: int = 0

    @property
    def data(self) -> bytes:
        """The bytes of the file as it is to be."""
        return self._bytes(self.text)

    @property
    def base_data(self) -> bytes:
        """The bytes of the file as it was when it was last read or written."""
        return self._bytes(self.base)

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be saved."""
        return self.text is not self.base and self.text != self.base

    @property
    def unsaved(self) -> int:
        """How many changes are not in the file, whether done or undone since."""
        return max(1, abs(len(self.done) - self.kept)) if self.is_changed else 0

    def edited(self, label: str, edits: Sequence[Edit]) -> "Document":
        """The document after a change.

        Args:
            label: What it is, as part of a sentence: `the title of sochi-2018`.
            edits: What is to change, all of it or nothing.

        Raises:
            EditError: That cannot be done without touching something else.
        """
        made = editor.edit(self.text, self.reading, edits)
        if not made.splices:
            return self
        return self._with(Change(label, tuple(edits), made.splices), made.text)

    def undo(self) -> "Document":
        """The document before the last change; the same one if there was none."""
        if not self.done:
            return self
        *done, last = self.done
        text = last.undone(self.text)
        return self._at(text, tuple(done), (*self.undone, last))

    def redo(self) -> "Document":
        """The document with the change done again that was undone last."""
        if not self.undone:
            return self
        *undone, last = self.undone
        return self._at(last.done(self.text), (*self.done, last), tuple(undone))

    def saved(self) -> "Document":
        """The document once the file is what it is to be."""
        return replace(self, base=self.text, kept=len(self.done))

    def outside(self, data: bytes) -> "Document":
        """The document once the file is something else, and that is taken instead.

        Raises:
            EditError: It cannot be edited any more.
        """
        other = opened(data)
        if other.text == self.text:
            return replace(self, base=self.text, has_mark=other.has_mark, kept=len(self.done))
        splice = difference(self.text, other.text)
        done = (*self.done, Change(OUTSIDE, (), (splice,)))
        return replace(other, done=done, kept=len(done))

    def diff(self, name: str) -> str:
        """What saving would change in the file, as a unified diff; "" if nothing."""
        return diff(self.base, self.text, name)

    def _bytes(self, text: str) -> bytes:
        return (BOM_UTF8 if self.has_mark else b"") + text.encode()

    @property
    def onward(self) -> tuple[Change, ...]:
        """The changes that lead to the text by way of the base: what was undone since is one."""
        short = self.kept - len(self.done)
        if short <= 0:
            return self.done
        back = self.undone[-short:]
        splices = (splice.inverse for each in back for splice in reversed(each.splices))
        return (*self.done, *reversed(back), Change(BACK, (), tuple(splices)))

    def _with(self, change: Change, text: str) -> "Document":
        return self._at(text, (*self.onward, change), ())

    def _at(self, text: str, done: tuple[Change, ...], undone: tuple[Change, ...]) -> "Document":
        reading = read(text.encode())
        return replace(self, text=text, reading=reading, done=done, undone=undone)


class Reapplied(NamedTuple):
    """What became of unsaved changes in another state of the file.

    Attributes:
        document: That state, with all changes that could be made in it.
        lost: The others, each with the reason.
    """

    document: Document
    lost: tuple[tuple[Change, str], ...]


def opened(data: bytes) -> Document:
    """The document of a file.

    Raises:
        EditError: Its bytes are no text that can be kept as it is.
    """
    has_mark = data.startswith(BOM_UTF8)
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError:
        raise EditError("the file is not UTF-8; save it as UTF-8 first") from None
    return Document(text, read(data), text, has_mark)


def reapplied(document: Document, data: bytes) -> Reapplied:
    """What was done since the last save, made again in what the file is by now.

    Raises:
        EditError: The file cannot be edited any more.
    """
    fresh = opened(data)
    splice = difference(document.base, fresh.text)
    before = document.onward[: document.kept]
    done = (*before, Change(OUTSIDE, (), (splice,)))
    made = replace(fresh, done=done, kept=len(done))
    lost: list[tuple[Change, str]] = []
    for change in document.onward[document.kept :]:
        try:
            made = made.edited(change.label, _again(change))
        except EditError as error:
            lost.append((change, str(error)))
    return Reapplied(made, tuple(lost))


def _again(change: Change) -> Sequence[Edit]:
    """What a change was meant to do. Raises `EditError` where that was never said."""
    if not change.edits:
        raise EditError("it is a change of the text as a whole")
    return change.edits


def difference(old: str, new: str) -> Splice:
    """The splice that makes one text of another."""
    head, end = 0, min(len(old), len(new))
    # By halves: comparing long runs at once is quicker than one character after the other.
    while head < end:
        middle = (head + end + 1) // 2
        if old[head:middle] == new[head:middle]:
            head = middle
        else:
            end = middle - 1
    tail, end = 0, min(len(old), len(new)) - head
    while tail < end:
        middle = (tail + end + 1) // 2
        if old[len(old) - middle : len(old) - tail] == new[len(new) - middle : len(new) - tail]:
            tail = middle
        else:
            end = middle - 1
    return Splice(head, old[head : len(old) - tail], new[head : len(new) - tail])


def diff(old: str, new: str, name: str) -> str:
    """What changed from one text to another, as a unified diff; "" if nothing."""
    lines = unified_diff(_LINE.findall(old), _LINE.findall(new), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}\n" for line in lines)
