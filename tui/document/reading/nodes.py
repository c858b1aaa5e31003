"""Nodes: the parts of a YAML file as it is written, each with the index where it starts.

Every scalar is its text, whatever YAML would make of it; tags and anchors mean nothing. A file
that is no YAML has no nodes. What is nested without an end costs no more than its beginning.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import yaml

from tui.document.reading.characters import complaint, escape, hidden, shown
from tui.document.reading.report import Report
from tui.document.reading.syntax import explain, too_deep
from tui.document.reading.text import Text
from tui.document.reading.tree import LOADER

_DEEPEST: Final = 8
_ENDS: Final = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


class Node(NamedTuple):
    """A text, the items of a list, or the pairs of a mapping; none of them for an alias."""

    at: int
    text: str | None = None
    items: "tuple[Node, ...] | None" = None
    pairs: "tuple[tuple[Node, Node], ...] | None" = None


def compose(
    text: Text,
    report: Report,
    what: str = "the settings",
    sign: str = "a key that is a sign needs quotes",
) -> Node | None:
    """The node of a whole file; None for an empty one, and for one that is reported as broken.

    Args:
        text: The text of the file.
        report: Where to say what is wrong with it.
        what: What the file holds, as a sentence about it calls that.
        sign: What to say of a sign that means something else to YAML.
    """
    loader: Any = LOADER(text.data)
    try:
        return _Composer(loader.get_event, report).root(what)
    except _TooDeepError as error:
        report.error(error.index, str(error))
        return None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        index, message = explain(error, text.whole(), _DEEPEST)
        hint = f"; {sign}" if "missing" in message else ""
        report.error(index, message + hint)
        return None
    finally:
        loader.dispose()


def entries(node: Node | None, what: str, report: Report) -> Iterator[tuple[str, Node, Node]]:
    """The entries of a mapping by name, each name once; where nothing is given there are none."""
    if node is None or node.text == "":
        return
    if node.pairs is None:
        report.error(node.at, f"{what} must be a mapping (key: value)")
    first: dict[str, int] = {}
    for key, value in node.pairs or ():
        if not key.text:
            report.error(key.at, "a name is missing before the colon")
        elif key.text in first:
            line, _ = report.lines.place(first[key.text])
            message = f'"{shown(key.text)}" is given twice; the first is on line {line}'
            report.error(key.at, message)
        else:
            first[key.text] = key.at
            yield key.text, key, value


class _TooDeepError(Exception):
    """Something has too many levels, at an index."""

    def __init__(self, index: int) -> None:
        super().__init__(too_deep(_DEEPEST))
        self.index = index


class _Composer:
    """Makes nodes of what the parser reads."""

    def __init__(self, next_event: Callable[[], Any], report: Report) -> None:
        self._next = next_event
        self._report = report

    def root(self, what: str) -> Node | None:
        """The node of the first document of a file, which should be all of it: `what`.

        Raises:
            yaml.YAMLError, ValueError, OverflowError: It is no YAML.
            _TooDeepError: It is nested too deep.
        """
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        root = self._node(self._next(), 1)
        self._next()
        behind = self._next()
        if not isinstance(behind, yaml.StreamEndEvent):
            self._report.error(behind.start_mark.index, f"nothing may follow {what}")
        return root

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401, of a parser in C
        index: int = event.start_mark.index
        if isinstance(event, yaml.ScalarEvent):
            return Node(index, text=self._clean(index, event.value))
        if isinstance(event, yaml.AliasEvent):
            name = shown(escape(event.anchor or ""))
            self._report.error(index, f"*{name}: aliases are not used here; write the value out")
            return Node(index)
        if depth > _DEEPEST:
            raise _TooDeepError(index)
        children = tuple(self._children(depth + 1))
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(index, items=children)
        return Node(index, pairs=tuple(zip(children[::2], children[1::2], strict=True)))

    def _children(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self._next(), _ENDS):
            yield self._node(event, depth)

    def _clean(self, index: int, text: str) -> str:
        """A text without what must not be drawn, which is reported."""
        if text.isprintable():
            return text
        for character in hidden(text):
            self._report.error(index, complaint(character))
        return escape(text)
