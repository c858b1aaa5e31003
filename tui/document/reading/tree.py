"""The tree of a file, node by node as the YAML parser comes by.

A scalar is its text, whatever YAML would make of it. A sequence is the flat list
(item, index, item, index, …), a mapping (key, index, value, index, …); an index is where
something starts, in code points. What stands in a section of the file is handed on when the next
of its items starts, so that never more than two records are held as a tree. Nothing recurses.
"""

import re
from collections.abc import Callable, Collection
from typing import Any, Final, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from tui.document.reading.characters import OVERRIDE, complaint, escape, hidden, shown
from tui.document.reading.report import Report
from tui.document.reading.syntax import explain, find_rest, too_deep
from tui.document.reading.text import Text

DEEPEST: Final = 64
_ITEM: Final = 2  # how many nodes are open around what an item of a section holds
_EMPTY: Final = "the file is empty; a timeline needs title: and events:"
_NO_MAPPING: Final = "the file must be a mapping with title:, events: and what else it has"
_LOST: Final = "left out"
"""The tag of a value that was left out; of the same words in a file it is not the same object."""
LOADER: Final[type[yaml.SafeLoader]] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Sequence(list[Any]):
    """A list of the file."""

    __slots__ = ()


class Mapping(list[Any]):
    """Keys and values of the file."""

    __slots__ = ()


class Lost(list[Any]):
    """What stands where nothing could be read; it has been reported."""

    __slots__ = ()


Node = str | Sequence | Mapping | Lost


class Take(Protocol):
    """Takes the items that are complete in a section of the file, and empties it.

    `is_cut` tells that the file cannot be read on behind them.
    """

    def __call__(
        self, key: str, index: int, section: Mapping | Sequence, *, is_cut: bool = False
    ) -> None:
        """Take what the mapping of the file has at a key that stands at an index."""


_Event = Any  # of a parser in C, which has more attributes than its type says
_NextEvent = Callable[[], _Event]


class Tree:
    """Reads the tree of one text.

    `root` is the mapping of the file, which starts at the index `start`, without what was taken;
    `whole` tells whether all of it could be read, `broken` at which index an error of syntax ended
    the reading. Where an index is among the `lost`, a value was left out, which was reported.
    """

    def __init__(
        self, text: Text, report: Report, take: Take, lost: Collection[int] = frozenset()
    ) -> None:
        self.root = Mapping()
        self.start = 0
        self.whole = False
        self.broken: int | None = None
        self._lost = lost
        self._text = text
        self._report = report
        self._take = take
        self._stack: list[Any] = []
        self._section: tuple[str, int, Mapping | Sequence] | None = None

    def read(self) -> None:
        """Read the tree; what cannot be read is reported."""
        loader: Any = LOADER(self._text.data)
        next_event = self._marked(loader.get_event) if self._lost else loader.get_event
        try:
            if self._open(next_event):
                self._walk(next_event)
                if self.whole:
                    self._close(next_event())
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # The pure Python parser lets chr() refuse an escape like "\UFFFFFFFF".
            self._stop(*explain(error, self._text.whole(), DEEPEST))
        finally:
            loader.dispose()

    def _open(self, next_event: _NextEvent) -> bool:
        """Read up to the start of the root; whether there is one."""
        next_event()
        event = next_event()
        if isinstance(event, DocumentStartEvent):
            event = next_event()
        self.start = event.start_mark.index
        if isinstance(event, MappingStartEvent):
            self._check_marks(event, None)
            return True
        is_scalar = isinstance(event, ScalarEvent)
        if isinstance(event, StreamEndEvent) or (is_scalar and not event.value):
            self._tell(0, _EMPTY)
        else:
            if is_scalar:
                next_event()  # a syntax error behind the first words says more
            self._tell(self.start, _NO_MAPPING)
        return False

    def _walk(self, next_event: _NextEvent) -> None:  # noqa: C901, a call for each is too slow
        """Read all that stands in the root."""
        clean, stack = self._clean, self._stack
        node: Any = self.root
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                value = event.value
                if not value.isprintable():
                    value = clean(event)
                if event.tag is not None or event.anchor is not None:
                    value = self._check_marks(event, value)
                node += (value, event.start_mark.index)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.tag is not None or event.anchor is not None:
                    self._check_marks(event, None)
                child = Mapping() if kind is MappingStartEvent else Sequence()
                if len(stack) < _ITEM:
                    self._hand_on(child)
                node += (child, event.start_mark.index)
                stack.append(node)
                if len(stack) >= DEEPEST:
                    self._stop(event.start_mark.index, too_deep(DEEPEST))
                    return
                node = child
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if not stack:
                    self.whole = True
                    self._hand_on(None)
                    return
                node = stack.pop()
            elif kind is AliasEvent:
                node += (self._lose(event), event.start_mark.index)

    def _hand_on(self, child: Mapping | Sequence | None) -> None:
        """Have taken what is complete in the open section, before `child` starts.

        That is not done as soon as it is closed: an error right behind it may belong to it.
        """
        if self._section:
            self._take(*self._section)
        if not self._stack:
            key = self.root[len(self.root) // 4 * 4 :]
            is_named = bool(key) and isinstance(key[0], str)
            self._section = (key[0], key[1], child) if child is not None and is_named else None

    def _close(self, event: _Event) -> None:
        """Look at what stands behind the root."""
        index = event.end_mark.index
        if index < self._report.lines.length:
            text = self._text.whole()
            rest = find_rest(text, index)
            if rest:
                self._tell(*rest)
                # Without a mark between them it is the indents that part the two.
                if not event.explicit and not text.startswith("---", rest[0]):
                    self.broken = rest[0]

    def _marked(self, next_event: _NextEvent) -> _NextEvent:
        """Gives the events with a mark on the values that were left out."""

        def marked() -> _Event:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent and event.start_mark.index in self._lost:
                event.tag = _LOST
            return event

        return marked

    def _stop(self, index: int, message: str) -> None:
        """Report what ends the reading, and have taken what is complete before it."""
        self.broken = index
        self._tell(index, message)
        if len(self._stack) < _ITEM and self._section:
            section = self._section[-1]
            if self._stack and section and isinstance(section[-2], str):
                section[-2] = Lost()  # the start of what could not be read
            self._take(*self._section, is_cut=True)
        if self._stack:
            self.root[-2] = Lost()

    def _tell(self, index: int, message: str) -> None:
        """Report an error of syntax. An unfinished merge explains all that follows it."""
        if self._text.conflict is None or index < self._text.conflict:
            self._report.error(index, message)

    def _check_marks(self, event: _Event, value: str | None) -> str | Lost | None:
        """Report a tag or an anchor; gives the value, or that none can be read behind it."""
        index, tag, anchor = event.start_mark.index, event.tag, event.anchor
        if tag is _LOST:
            return Lost()
        if tag is not None:
            name = shown(escape(tag.replace("tag:yaml.org,2002:", "!!")))
            message = f"tags ({name}) are not used in a timeline; delete it"
            if not name.startswith("!!"):
                message += ", or put the value in quotes"
            self._report.error(index, message)
        if anchor is not None:
            message = f"&{shown(escape(anchor))}: anchors are not used in a timeline; delete it"
            self._report.error(index, message)
        return Lost() if value == "" else value

    def _lose(self, event: _Event) -> Lost:
        """What to put in the place of an alias."""
        name = shown(escape(event.anchor))
        message = f"*{name}: aliases are not used in a timeline; write the value out"
        self._report.error(event.start_mark.index, message)
        return Lost()

    def _clean(self, event: _Event) -> str:
        """The text of a scalar without what must not be drawn: reported once for each character.

        Tabs become spaces, and a line break at the very end is none.
        """
        value: str = event.value.rstrip("\n").replace("\t", " ")
        start, end = event.start_mark.index, event.end_mark.index
        found = hidden(value)
        for character in found:
            if not re.match(OVERRIDE, character):
                self._report.error(start, complaint(character))
            elif not self._text.has_override(start, end):
                self._report.add("warning", start, complaint(character))
        return escape(value) if found else value
