"""The report of what is wrong with a text, and the lines by which it names places.

An index counts code points from 0; lines and columns count from 1. A line ends where every
editor ends it: at LF, CR LF or CR.
"""

from array import array
from bisect import bisect_right
from typing import Final, cast

from tui.timeline.problems import Problem, Severity
from tui.timeline.records import Kind, Ref

_MOST_PROBLEMS: Final = 10_000

About = tuple[str, str] | None
"""The kind and the id of the record that a problem concerns, if it has one."""


class Lines:
    """Where the lines of a text start."""

    def __init__(self) -> None:
        self.starts = array("I", [0])
        self.length = 0

    def place(self, index: int) -> tuple[int, int]:
        """The line and the column of an index; one past the end is the end."""
        index = min(index, self.length)
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1


class Report:
    """Problems as they are found, at their places. It stops at ten thousand and says so."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._problems: list[Problem] = []
        self._left_out = 0

    def error(self, index: int, message: str, about: About = None, field: str = "") -> None:
        """Say that something is wrong at an index."""
        self.add("error", index, message, about, field)

    def add(
        self, severity: Severity, index: int, message: str, about: About = None, field: str = ""
    ) -> None:
        """Say something of what stands at an index."""
        if len(self._problems) >= _MOST_PROBLEMS:
            self._left_out += 1
            return
        line, column = self.lines.place(index)
        ref = Ref(cast("Kind", about[0]), about[1]) if about and about[1] else None
        self._problems.append(Problem(severity, message, line, column, ref, field))

    def problems(self) -> tuple[Problem, ...]:
        """All that was said, in the order of the file."""
        found = sorted(self._problems, key=lambda problem: problem.place)
        if self._left_out:
            line, column = self.lines.place(self.lines.length)
            message = f"{self._left_out} more problems are not listed; mend the first ones"
            found.append(Problem("error", message, line, column))
        return tuple(found)
