"""What `dateline check` says: problems as lines or as JSON, and a summary in words.

A line is `file:line:column: severity: message`, the form that editors and compilers share.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Final

from tui.timeline.problems import Problem
from tui.timeline.timeline import Listed, Timeline

_COUNTED: Final[tuple[tuple[Listed, str], ...]] = (
    ("event", "event"),
    ("actor", "actor"),
    ("source", "source"),
    ("quote", "quote"),
    ("claim", "claim"),
)


def as_text(name: str, problems: Iterable[Problem]) -> str:
    """One line a problem."""
    return "".join(
        f"{name}:{problem.line}:{problem.column}: {problem.severity}: {problem.message}\n"
        for problem in problems
    )


def as_json(found: Iterable[tuple[str, Problem]]) -> str:
    """One JSON array of problems, each with the file it is in; `kind` and `id` may be null."""
    return json.dumps([_plain(file, problem) for file, problem in found], indent=2) + "\n"


def _plain(file: str, problem: Problem) -> dict[str, str | int | None]:
    return {
        "file": file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "message": problem.message,
        "kind": problem.ref.kind if problem.ref else None,
        "id": problem.ref.id if problem.ref else None,
        "field": problem.field,
    }


def summary(timeline: Timeline, problems: Sequence[Problem]) -> str:
    """How many problems there are, or what a file without any holds."""
    if not problems:
        counts = (count(len(timeline.records(kind)), noun) for kind, noun in _COUNTED)
        return f"{', '.join(counts)}: no problems"
    errors = sum(problem.severity == "error" for problem in problems)
    tallies = ((errors, "error"), (len(problems) - errors, "warning"))
    return ", ".join(count(number, noun) for number, noun in tallies if number)


def count(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
