"""The reader of a timeline file: its bytes to the timeline, its problems and its places.

Whatever the bytes are, reading them ends, in time that grows with their number, and raises
nothing. All problems are found in one reading; what could be read is in the timeline. No text in
it has a control character or a mark that turns the direction of text.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from tui.document.builder import Builder
from tui.document.places import Places
from tui.document.references import References
from tui.document.spelling import Spelling
from tui.document.text import prepare
from tui.document.tree import Tree
from tui.timeline import problems, quotes
from tui.timeline.problems import Finding, Problem, Severity
from tui.timeline.timeline import Timeline


class Reading(NamedTuple):
    """What a file says, what is wrong with it in the order of the file, and where it says it."""

    timeline: Timeline
    problems: tuple[Problem, ...]
    places: Places


def read(data: bytes) -> Reading:
    """Read the bytes of a timeline file.

    After a syntax error, what stands before it is read, and references are not checked.
    """
    with _no_collection():
        text = prepare(data)
        report = text.report()
        spelling = Spelling()
        builder = Builder(report, spelling)
        tree = Tree(text, report, builder.take)
        tree.read()
        timeline = builder.finish(tree)
        if tree.whole:
            References(builder.places, report, spelling).check(builder.records)
        return Reading(timeline.indexed(), report.problems(), builder.places)


def audit(reading: Reading) -> tuple[Problem, ...]:
    """What deserves a second look in a file that can be read: warnings in the order of the file."""
    is_whole = all(problem.severity == "warning" for problem in reading.problems)
    return _placed(reading, problems.audit(reading.timeline, is_whole=is_whole), "warning")


def compare(reading: Reading, copies: Mapping[str, str]) -> tuple[Problem, ...]:
    """The quotes that are not word for word in the copy of their source, by its id: errors."""
    return _placed(reading, quotes.compare(reading.timeline, copies), "error")


def _placed(
    reading: Reading, findings: Iterable[Finding], severity: Severity
) -> tuple[Problem, ...]:
    """What was found, each at its place, in the order of the file."""
    found = []
    for ref, field, message in findings:
        places = reading.places
        line, column = places.find(ref, field) or places.find(ref) or (1, 1)
        found.append(Problem(severity, message, line, column, ref, field))
    return tuple(sorted(found, key=lambda problem: problem.place))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from looking through what is being made: half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
