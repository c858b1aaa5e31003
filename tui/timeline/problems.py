"""Problems: what is wrong with a timeline, said so that a person can mend it.

A `Finding` names the record and the field it concerns; the reader of a file
turns it into a `Problem`, which also has the line and the column.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui.timeline.records import Ref
from tui.timeline.timeline import Timeline

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake, or one thing worth a second look, at its place in the file.

    `line` and `column` count from 1; `column` counts characters (code points).
    """

    severity: Severity
    message: str
    line: int
    column: int
    ref: Ref | None = None
    field: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """What problems are sorted by."""
        return self.line, self.column


class Finding(NamedTuple):
    """Something worth a second look, at a field of a record or, with `""`, at the record."""

    ref: Ref
    field: str
    message: str


def audit(timeline: Timeline) -> Iterator[Finding]:
    """All that deserves a second look in a timeline without errors."""
    yield from ()
