"""Sentences: whether folded prose has one sentence a line, so that a change of one is one line.

Where a sentence ends is guessed from its marks, as where prose is folded.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from tui.document.editing.folding import ends_sentence
from tui.document.editing.piece import Node, Piece
from tui.document.fields import TIMELINE, Format

MANY: Final = "more than one sentence on this line"
SPLIT: Final = "a sentence goes on in the next line"


class Loose(NamedTuple):
    """A line of prose that is not one sentence, by its place from 1.

    Attributes:
        line: Its number.
        column: Where the second sentence starts, or the line does.
        field: The field whose text it is of.
        message: What it is.
    """

    line: int
    column: int
    field: str
    message: str


def loose(piece: Piece) -> Iterator[Loose]:
    """The lines of folded prose that are not one sentence, in the order of the file."""
    starts = [0, *(at + 1 for at, each in enumerate(piece.text) if each == "\n")]
    for field, node in _prose(piece.root, TIMELINE):
        for index, message in _told(piece.text, node):
            line = bisect_right(starts, index)
            yield Loose(line, index - starts[line - 1] + 1, field, message)


def _prose(node: Node, form: Format) -> Iterator[tuple[str, Node]]:
    """The folded texts of a record and of those that it holds."""
    for key, value in node.entries if node.kind == "mapping" else ():
        field = form.by_name.get(key.text)
        if field is None:
            continue
        if field.form == "text" and value.style == ">":
            yield field.name, value
        elif field.holds and value.kind == "list":
            for each in value.children:
                yield from _prose(each, field.holds)
        elif field.holds and value.kind == "mapping":
            for _, each in value.entries:
                yield from _prose(each, field.holds)


def _told(text: str, node: Node) -> Iterator[tuple[int, str]]:
    """Where the lines of a text start or break that are not one sentence, and what they are."""
    lines = list(_lines(text, node))
    for (index, line), (_, following) in pairwise([*lines, (0, "")]):
        at = 0
        for word, after in pairwise(line.split(" ")):
            at += len(word) + 1
            if word and after and ends_sentence(word, after):
                yield index + at, MANY
        # Lines that are further in are kept as they are.
        is_folded = line[:1].strip() and following[:1].strip()
        if is_folded and not ends_sentence(line.split(" ")[-1], following.split(" ")[0]):
            yield index, SPLIT


def _lines(text: str, node: Node) -> Iterator[tuple[int, str]]:
    """The lines of a folded text without what indents them, and where each starts."""
    written = text[node.start : node.end].split("\n")
    index = node.start + len(written[0]) + 1
    indent = next((len(each) - len(each.lstrip(" ")) for each in written[1:] if each.strip()), 0)
    for line in written[1:]:
        yield index + indent, line[indent:].rstrip()
        index += len(line) + 1
