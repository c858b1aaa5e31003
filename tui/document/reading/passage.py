"""A passage: the lines of a record that is listed, while they are rewritten, and what is wrong.

It is read by itself, as the only record of a small file, so that what it costs does not grow with
the timeline; what it refers to is looked up in the timeline that it belongs to.
"""

from typing import Final, NamedTuple, get_args

from tui.document.editing.block_edits import size
from tui.document.editing.ground import KEYED, SECTIONS
from tui.document.editing.piece import EditError, Path, parse
from tui.document.reader import Reading
from tui.document.reading.builder import Builder
from tui.document.reading.characters import shown
from tui.document.reading.places import Places
from tui.document.reading.references import References
from tui.document.reading.report import Report
from tui.document.reading.spelling import Spelling
from tui.document.reading.text import prepare
from tui.document.reading.tree import Tree
from tui.timeline.problems import Problem
from tui.timeline.records import Claim, Kind, Quote, Ref

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_TITLE: Final = "title: T\n"
_NOT_ONE: Final = "this has to be one record, no more and no less"
_EVENT: Final = f"{_TITLE}events:\n- id: {{}}\n  date: 2000\n  title: T\n  {{}}:\n"


class Checked(NamedTuple):
    """What is wrong with a passage, at its own lines and columns.

    Attributes:
        problems: What is wrong.
        is_whole: Whether it is YAML.
        is_one: Whether it is one record, no more and no less.
    """

    problems: tuple[Problem, ...]
    is_whole: bool
    is_one: bool = True


class Passage:
    """The lines of one record."""

    def __init__(self, text: str, reading: Reading, ref: Ref) -> None:
        """Take a passage as it is in the file.

        Args:
            text: Its lines, from the left edge.
            reading: What was read of the whole file.
            ref: Which record it is.
        """
        self._reading = reading
        self._head, self._foot, self._indent = _around(text, reading, ref)
        parts = ref.kind in ("quote", "claim")
        self._holder: Path = ("events", 0, f"{ref.kind}s") if parts else (SECTIONS[ref.kind],)
        own = self._read(text)[0].places
        self._others = {
            kind: {
                each: number
                for each, number in reading.places.ids(kind).items()
                if each not in own.ids(kind) and (kind, each) != ref
            }
            for kind in _KINDS
        }

    def check(self, text: str) -> Checked:
        """What would be wrong if the passage were this."""
        builder, report, tree = self._read(text)
        if tree.whole:
            self._check_ids(builder.places, report)
            self._check_references(builder, report)
        lines = text.count("\n") + (not text.endswith("\n"))
        found = [self._moved(problem, max(1, lines)) for problem in report.problems()]
        is_one = not tree.whole or self._is_one(text)
        if not is_one:
            found.insert(0, Problem("error", _NOT_ONE, 1, 1))
        return Checked(tuple(found), tree.whole, is_one)

    def _is_one(self, text: str) -> bool:
        """Whether a passage that is YAML is one record, or what cannot be told."""
        try:
            piece = parse(self._file(text))
        except EditError:
            return True
        try:
            holder = piece.node(self._holder)
        except EditError:
            return False
        return holder.kind != "text" and size(holder) == 1

    def _read(self, text: str) -> tuple[Builder, Report, Tree]:
        prepared = prepare(self._file(text).encode("utf-8", "replace"))
        report = prepared.report()
        builder = Builder(report, Spelling())
        tree = Tree(prepared, report, builder.take)
        tree.read()
        builder.finish(tree, is_cut=not tree.whole)
        return builder, report, tree

    def _file(self, text: str) -> str:
        """A small file with nothing but a passage in it."""
        return f"{self._head}{_indented(text, self._indent)}\n{self._foot}"

    def _check_ids(self, places: Places, report: Report) -> None:
        """Ids that the timeline has elsewhere."""
        for kind, others in self._others.items():
            for each, number in places.ids(kind).items():
                if each in others and (kind in KEYED or places.find(Ref(kind, each), "id")):
                    line, _ = self._reading.places.find(Ref(kind, each)) or (1, 1)
                    message = f'{kind} "{shown(each)}" is given twice; the first is on line {line}'
                    report.error(places.index(number, "id"), message, (kind, each), "id")

    def _check_references(self, builder: Builder, report: Report) -> None:
        places, records = builder.places, tuple(builder.records)
        for kind, others in self._others.items():
            for each in others:
                places.ids(kind).setdefault(each, 0)
        References(places, report, Spelling()).check(records)

    def _moved(self, problem: Problem, lines: int) -> Problem:
        line = problem.line - self._head.count("\n")
        if line < 1:
            return problem._replace(line=1, column=1)
        if line > lines:
            return problem._replace(line=lines, column=1)
        return problem._replace(line=line, column=max(1, problem.column - self._indent))


def _around(text: str, reading: Reading, ref: Ref) -> tuple[str, str, int]:
    """What stands before a passage and behind it in a file of its own, and how far it is in."""
    if ref.kind in ("quote", "claim"):
        record = reading.timeline.find(ref)
        event = record.event if isinstance(record, Quote | Claim) else "x"
        head, indent = _EVENT.format(event, f"{ref.kind}s"), 2
    else:
        without = "" if ref.kind == "event" else "events: []\n"
        head, indent = f"{_TITLE}{without}{SECTIONS[ref.kind]}:\n", 2 * (ref.kind in KEYED)
    if ref.kind not in KEYED and not text.lstrip().startswith("-"):
        # In a list that is written in brackets an item has no dash.
        return f"{head[:-1]} [\n", " ]\n", max(1, indent)
    return head, "", indent


def _indented(text: str, indent: int) -> str:
    lines = (" " * indent + line if line.strip() else line for line in text.split("\n"))
    return "\n".join(lines)
