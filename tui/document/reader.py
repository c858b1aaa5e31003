"""The reader of a timeline file: its bytes to the timeline, its problems and its places.

Whatever the bytes are, reading them ends, in time that grows with their number, and raises
nothing. All problems are found in one reading; what could be read is in the timeline. No text in
it has a control character or a mark that turns the direction of text.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.document.reading.builder import Builder
from tui.document.reading.places import Places
from tui.document.reading.references import References
from tui.document.reading.spelling import Spelling
from tui.document.reading.text import Text, prepare
from tui.document.reading.tree import Tree
from tui.timeline import problems, quotes
from tui.timeline.problems import Finding, Problem, Severity
from tui.timeline.timeline import Timeline

if TYPE_CHECKING:
    from tui.document.reading.gaps import Gaps

_MOST_ROUNDS: Final = 3
"""How often the gaps are looked for: to leave something out may not be all that it takes."""


class Reading(NamedTuple):
    """What a file says, what is wrong with it in the order of the file, and where it says it."""

    timeline: Timeline
    problems: tuple[Problem, ...]
    places: Places


def read(data: bytes) -> Reading:
    """Read the bytes of a timeline file.

    What cannot be read for an error of syntax is left out. Where it cannot be told what that is,
    what stands before the error is read, and references are not checked.
    """
    with _no_collection():
        text = prepare(data)
        draft = _Draft(text)
        if draft.is_broken:
            draft = _mended(draft)
        return draft.finish()


def _mended(draft: "_Draft") -> "_Draft":
    """What is read of a text round what is wrong with it, if that can be told."""
    from tui.document.reading import gaps  # noqa: PLC0415, few files need it, and the start is measured

    for _ in range(_MOST_ROUNDS):
        found = gaps.find(draft.text, draft.gaps)
        if found is None:
            break
        draft = _Draft(found.text, found)
        if not draft.is_broken:
            break
    return draft


class _Draft:
    """What is read of a text, perhaps with gaps, before its references are looked at."""

    def __init__(self, text: Text, found: "Gaps | None" = None) -> None:
        self.text = text
        self.gaps = found
        self._report = text.report()
        self._spelling = Spelling()
        self._builder = Builder(self._report, self._spelling)
        lost = found.lost if found else frozenset()
        self._tree = Tree(text, self._report, self._builder.take, lost)
        self._tree.read()
        self.is_broken = self._tree.broken is not None or text.conflict is not None

    def finish(self) -> Reading:
        """The reading of the text."""
        found, report = self.gaps, self._report
        is_cut = not self._tree.whole or (found is not None and found.is_cut)
        for index, message, about in found.errors if found else ():
            if index != self._tree.broken:
                report.error(index, message, about)
        may_lack = is_cut or (found is not None and found.may_lack)
        timeline = self._builder.finish(self._tree, is_cut=may_lack)
        places = self._builder.places
        if not is_cut:
            references = References(places, report, self._spelling, found.absent if found else None)
            references.check(self._builder.records)
        return Reading(timeline.indexed(), report.problems(), places)


def audit(reading: Reading) -> tuple[Problem, ...]:
    """What deserves a second look in what could be read: warnings in the order of the file.

    What a record lacks of which a part could not be read may be in that part.
    """
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    partial = {problem.ref for problem in errors if not problem.field}
    found = problems.audit(reading.timeline, is_whole=not errors)
    return _placed(reading, (each for each in found if each.ref not in partial), "warning")


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
