"""Extents: how far a record reaches in a text, from the line of its dash or key on.

It reaches as far as YAML says. What that costs grows with the record, not with the text.
"""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from tui.document.reading.tree import LOADER

# The dash of an item may stand on a line above it, with comments between them.
_DASH: Final = re.compile(r"-(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*[ \t]*\Z")


class Extent(NamedTuple):
    """Where the last value of a record ends, and where what follows the record starts."""

    end: int
    next: int


def lead(before: str, *, has_key: bool) -> str:
    """What stands before a record from the line of its dash or key on; `""` if more does."""
    dash = None if has_key else _DASH.search(before)
    at = dash.start() if dash else len(before)
    start = before.rfind("\n", 0, at) + 1
    start = before.rfind("\r", start, at) + 1 or start
    return "" if before[start:at].strip(" ") else before[start:]


def find(piece: str, index: int, *, has_key: bool) -> Extent | None:
    """How far the record at an index of a piece reaches, None if there is none or no end of it."""
    loader: Any = LOADER(piece)
    events: Iterator[Any] = iter(loader.get_event, None)
    try:
        next(events), next(events)  # of the stream and of the document
        event = next(events)
        at = event.start_mark.index
        if has_key:
            at = next(events).start_mark.index
            event = next(events)
        elif isinstance(event, SequenceStartEvent):
            event = next(events)
            at = event.start_mark.index
        if at != index or not isinstance(event, MappingStartEvent):
            return None
        return _reach(event, events)
    except (yaml.YAMLError, ValueError, OverflowError, StopIteration):
        return None
    finally:
        loader.dispose()


def _reach(start: Any, events: Iterator[Any]) -> Extent:  # noqa: ANN401, it is the parser's own
    """How far a mapping reaches whose start was read; one in braces ends with them."""
    are_flow = [start.flow_style]
    end = start.end_mark.index
    while True:
        event = next(events)
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            are_flow.append(event.flow_style)
        elif isinstance(event, ScalarEvent):
            end = event.end_mark.index  # type: ignore[union-attr]  # every parsed event has marks
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            last = event.end_mark.index  # type: ignore[union-attr]  # likewise
            end = last if are_flow.pop() else end
            if not are_flow:
                return Extent(end, last)
