"""A piece of a timeline file as it is written: every value with where it starts and ends.

A piece is some lines of a file that mean by themselves what they mean in it. Every scalar is its
text, whatever YAML would make of it, and line breaks at its very end are none: as the reader has
it. What has anchors, aliases or tags, or more levels than a file may have, cannot be edited
safely and is refused.
"""

import re
from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple

import yaml

from tui.document.editing.splice import Splice
from tui.document.reading.characters import FORBIDDEN
from tui.document.reading.tree import DEEPEST, LOADER

Data = str | list["Data"] | dict[str, "Data"]
"""What a value says: a text, a list, or a mapping."""
Path = tuple[str | int, ...]
"""Keys and numbers of items, from 0, that lead to a value."""
Style = Literal["plain", "'", '"', "|", ">", "flow", "block"]

_BLANKS: Final = " \t\r\n"
_AGAIN: Final = "\0"
"""Between a key that is given again and its number; no text of a file has it."""
_MARKED: Final = "an anchor, an alias or a tag of YAML stands here; write the value out first"
_BARE_RETURN: Final = re.compile(r"\r(?!\n)")
_HEADER: Final = re.compile(r"[^\r\n#]*")
_COMMENT: Final = re.compile(r"#[^\r\n]*")
_CLOSERS: Final[tuple[type[Any], ...]] = (
    yaml.MappingEndEvent,
    yaml.SequenceEndEvent,
    yaml.StreamEndEvent,
)


class EditError(Exception):
    """An edit that is refused, with the reason as a sentence."""


class Node(NamedTuple):
    """A value as it is written; all indexes count characters.

    Attributes:
        kind: What it is.
        style: How it is written.
        start: Where it starts; an empty value is right behind its colon.
        end: Behind its last character, whatever comments and blank lines follow.
        column: How many characters stand before it in its line.
        text: Of a text, what it says.
        children: The items of a list; the keys and values of a mapping by turns.
    """

    kind: Literal["text", "list", "mapping"]
    style: Style
    start: int
    end: int
    column: int
    text: str = ""
    children: "tuple[Node, ...]" = ()

    @property
    def entries(self) -> "Iterator[tuple[Node, Node]]":
        """The keys and the values of a mapping."""
        return zip(self.children[::2], self.children[1::2], strict=True)

    @property
    def texts(self) -> "Iterator[Node]":
        """Every text in it, in the order of the file."""
        if self.kind == "text":
            yield self
        for child in self.children:
            yield from child.texts


class Spot(NamedTuple):
    """A value, what it stands in, and where among that.

    Attributes:
        node: The value.
        holder: The list or mapping that it is in.
        at: Which item or entry it is, from 0.
        key: Its key, in a mapping.
        in_flow: Whether brackets or braces are around it.
        indent: The column of the block that it is in.
    """

    node: Node
    holder: Node
    at: int
    key: Node | None
    in_flow: bool
    indent: int

    @property
    def start(self) -> int:
        """Where it starts, with its key if it has one."""
        return self.node.start if self.key is None else self.key.start


class Cut(NamedTuple):
    """What stands between two indexes of a piece is to become something else."""

    start: int
    end: int
    text: str


class Piece(NamedTuple):
    """Some lines of a file, or all of them.

    Attributes:
        text: What they are.
        root: What they hold.
        eol: How they end.
        splices: What became of them since they were read first.
    """

    text: str
    root: Node
    eol: str
    splices: tuple[Splice, ...] = ()

    def data(self) -> Data:
        """What it says."""
        return data(self.root)

    def comments(self) -> list[str]:
        """Its comments, in order."""
        found: list[str] = []
        end = 0
        for node in self.root.texts:
            found += _COMMENT.findall(self.text, end, node.start)
            end = node.end
            if node.style in ("|", ">"):
                header = _HEADER.match(self.text, node.start)
                found += _COMMENT.findall(
                    self.text, header.end() if header else end, self.line_end(node.start)
                )
        return found + _COMMENT.findall(self.text, end)

    def spot(self, path: Path) -> Spot:
        """The value to which a path leads, which is not the root itself.

        Raises:
            EditError: There is none, or a key on the way is given twice.
        """
        spot: Spot | None = None
        node, in_flow, indent = self.root, False, 0
        for step in path:
            in_flow = in_flow or node.style == "flow"
            indent = indent if in_flow else node.column
            at = _index(node, step)
            is_list = node.kind == "list"
            key = None if is_list else node.children[2 * at]
            child = node.children[at if is_list else 2 * at + 1]
            spot = Spot(child, node, at, key, in_flow, indent)
            node = child
        if spot is None:
            raise EditError("there is nothing to edit")
        return spot

    def node(self, path: Path) -> Node:
        """The value to which a path leads. Raises `EditError` where there is none."""
        return self.spot(path).node if path else self.root

    def cut(self, cut: Cut) -> "Piece":
        """The piece with something else in it. Raises `EditError` where that cannot be."""
        splice = Splice(cut.start, self.text[cut.start : cut.end], cut.text)
        text = splice.done(self.text)
        # What follows a piece starts with a line of its own; where nothing does, that stays so.
        if text.endswith("\n") != self.text.endswith("\n"):
            raise EditError("that would be no whole lines")
        return parse(text, self.eol)._replace(splices=(*self.splices, splice))

    def line_start(self, index: int) -> int:
        """Where the line of an index starts."""
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Where the line after that of an index starts, or the end."""
        return self.text.find("\n", index) + 1 or len(self.text)


def parse(text: str, eol: str = "\n") -> Piece:
    """Read a piece.

    Raises:
        EditError: It is no YAML that a timeline may hold, or there is nothing in it.
    """
    if "\r" in text and _BARE_RETURN.search(text):
        raise EditError("a line ends with a bare carriage return")
    # The reader, too, sees these replaced.
    loader: Any = LOADER(re.sub(FORBIDDEN, "\N{REPLACEMENT CHARACTER}", text))
    try:
        reading = _Reading(text, loader)
        root = reading.root()
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise EditError("that would not be valid YAML") from error
    finally:
        loader.dispose()
    return Piece(text, root, eol)


def data(node: Node) -> Data:
    """What a node says; a key that is given again is there once more, as no other.

    Raises:
        EditError: A list or a mapping is a key.
    """
    if node.kind == "text":
        return node.text
    if node.kind == "list":
        return [data(child) for child in node.children]
    found: dict[str, Data] = {}
    for key, value in node.entries:
        if key.kind != "text":
            raise EditError("a list or a mapping is a key here; mend that first")
        name = f"{key.text}{_AGAIN}{len(found)}" if key.text in found else key.text
        found[name] = data(value)
    return found


def _index(node: Node, step: str | int) -> int:
    """Which child of a node a step leads to. Raises `EditError` where that is not clear."""
    if isinstance(step, int):
        found = [step] if node.kind == "list" and 0 <= step < len(node.children) else []
    else:
        pairs = node.entries if node.kind == "mapping" else ()
        found = [at for at, (key, _) in enumerate(pairs) if key.text == step]
    if len(found) > 1:
        raise EditError(f'"{step}" is given twice; mend that first')
    if not found:
        raise EditError(f"there is no {step} here")
    return found[0]


class _Reading:
    """Reads nodes from the events of a parser."""

    def __init__(self, text: str, loader: Any) -> None:  # noqa: ANN401, a parser in C
        self._text = text
        self._next = loader.get_event

    def root(self) -> Node:
        """The one document. Raises what the parser raises, and `EditError`."""
        self._next()
        if not isinstance(self._next(), yaml.DocumentStartEvent):
            raise EditError("nothing would be left")
        root = self._node(self._next(), 0)
        self._next()
        if not isinstance(self._next(), yaml.StreamEndEvent):
            raise EditError("that would be more than one document")
        return root

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401, likewise
        if event.__class__ is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise EditError(_MARKED)
        start = event.start_mark
        if event.__class__ is yaml.ScalarEvent:
            return self._scalar(event)
        if depth >= DEEPEST:
            raise EditError(f"that would be nested deeper than {DEEPEST} levels")
        children: list[Node] = []
        inner = self._next()
        while inner.__class__ not in _CLOSERS:
            children.append(self._node(inner, depth + 1))
            inner = self._next()
        is_list = event.__class__ is yaml.SequenceStartEvent
        style: Style = "flow" if event.flow_style else "block"
        # YAML ends a block where the next thing starts.
        end = children[-1].end if style == "block" and children else inner.end_mark.index
        kind: Literal["list", "mapping"] = "list" if is_list else "mapping"
        return Node(kind, style, start.index, end, start.column, children=tuple(children))

    def _scalar(self, event: Any) -> Node:  # noqa: ANN401, likewise
        start, end = event.start_mark, event.end_mark.index
        style: Style = event.style or "plain"
        text = event.value.rstrip("\n")
        if style in ("|", ">"):
            # Blank lines at the end are no part of it; blanks that it says are.
            blanks = "\r\n" if text.endswith((" ", "\t")) else _BLANKS
            end = start.index + len(self._text[start.index : end].rstrip(blanks))
        return Node("text", style, start.index, end, start.column, text)
