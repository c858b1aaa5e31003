"""Faults: where the YAML parser cannot go on, in all of a text or in a part of it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from tui.document.reading import tree
from tui.document.reading.outline import Unit
from tui.document.reading.syntax import Part, explain, too_deep

_OUT_OF_LINE: Final = "wrong indentation: expected column {} like line {}"
_TORN: Final = "an unfinished git merge goes through this text"


class Fault(NamedTuple):
    """An error of syntax: what to say of it, and at which index it is to be mended.

    `stop` is where the parser gave up, `reached` where the last thing starts that it made out.
    """

    at: int
    message: str
    stop: int
    reached: int


class Parts:
    """Holds parts of a text against the parser.

    Args:
        text: The text, with lines that end at LF.
        seams: Indexes that no scalar may reach across, in order.
    """

    def __init__(self, text: str, seams: Sequence[int] = ()) -> None:
        self.looked_at = 0
        """How many characters the parser has seen so far."""
        self._text = text
        self._seams = seams

    def fault(self, part: Part, depth: int, written: str | None = None) -> Fault | None:
        """The first error in a part, which lies so deep; `written` is to be read in its place."""
        feed: Any = _Feed(self._text, part, written)
        loader: Any = tree.LOADER(feed)
        event: Any = None
        reached: Any = None
        try:
            while event.__class__ is not StreamEndEvent:
                event = loader.get_event()
                kind = event.__class__
                if kind is ScalarEvent:
                    if self._seams and self._is_torn(part, event):
                        return self._stop(part, event, _TORN)
                    reached = event
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    if depth >= tree.DEEPEST:
                        return self._stop(part, event, too_deep(tree.DEEPEST))
                    depth += 1
                    reached = event
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    depth -= 1
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            index, message = explain(error, self._text, tree.DEEPEST, part)
            mark = getattr(error, "problem_mark", None)
            stop = part.place(mark.index) if mark else index
            start = part.place(reached.start_mark.index) if reached else part.start
            self.looked_at += max(0, stop - part.start)
            return Fault(index, message, stop, start)
        finally:
            loader.dispose()
        self.looked_at += part.end - part.start
        return None

    def culprit(
        self, units: Sequence[Unit], at: int, fault: Fault, depth: int
    ) -> tuple[int, Fault]:
        """Which of the units from one on is to be left out for a fault, and what to say of it.

        The first that is no YAML by itself: an open quote may come to its end far below.
        """
        told, first, last = (
            max(at, bisect_right(units, index, key=_start) - 1)
            for index in (fault.at, fault.reached, fault.stop)
        )
        for which in range(first, max(told, last) + 1):
            unit = units[which]
            if unit.is_stray:
                return which, fault if which == told else self._tell_stray(unit, units)
            own = self.fault(Part(unit.start, unit.end), depth)
            if own:
                return which, fault if which == told else own
        return told, fault

    def bad(self, units: Iterable[Unit], depth: int) -> list[tuple[Unit, Fault]]:
        """Those of the fields of a record that are no YAML by themselves."""
        found = []
        for unit in units:
            dash = self._text[unit.start : unit.at]
            alone = " " * len(dash) + self._text[unit.at : unit.end] if dash.strip() else None
            fault = self.fault(Part(unit.start, unit.end), depth, alone)
            if fault:
                found.append((unit, fault))
        return found

    def _tell_stray(self, unit: Unit, units: Sequence[Unit]) -> Fault:
        """What to say of a unit that stands where none may."""
        other = next((each for each in units if not each.is_stray), unit)
        line = self._text.count("\n", 0, other.start) + 1
        message = _OUT_OF_LINE.format(other.at - other.start + 1, line)
        return Fault(unit.at, message, unit.at, unit.at)

    def _stop(self, part: Part, event: Any, message: str) -> Fault:  # noqa: ANN401, of a parser in C
        index = part.place(event.start_mark.index)
        self.looked_at += max(0, index - part.start)
        return Fault(index, message, index, index)

    def _is_torn(self, part: Part, event: Any) -> bool:  # noqa: ANN401, likewise
        """Whether a scalar reaches across a seam."""
        start, end = part.place(event.start_mark.index), part.place(event.end_mark.index)
        at = bisect_right(self._seams, start)
        return at < len(self._seams) and self._seams[at] < end


def _start(unit: Unit) -> int:
    return unit.start


class _Feed:
    """Gives the parser a part of a text as it asks for it."""

    def __init__(self, text: str, part: Part, written: str | None) -> None:
        self._text = text if written is None else written
        self._at = part.start if written is None else 0
        self._end = part.end if written is None else len(written)
        self._lead = f"{text[part.above : part.above + part.lead - 1]}\n" if part.lead else ""

    def read(self, size: int) -> str:
        """The next characters, so many at most; none at the end."""
        if self._lead:
            lead, self._lead = self._lead, ""
            return lead
        start = self._at
        self._at = min(start + size, self._end)
        return self._text[start : self._at]
