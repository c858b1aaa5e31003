"""Measures what an edit changes and costs, against the round trip of ruamel.yaml.

Both make the same edits, each in the file as it was: in fields, a title, a word of a summary, a
tag and a place, and besides a quotation, and an event more, moved and less. ruamel.yaml has read
the file already and has its indents told; what is timed is the change and the text that is made
of it. Lines count that are gone or new, so that one that is only moved does not.
"""

import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, Final, NamedTuple

from bench.measure import SHIPPED, Bench
from bench.rows import Row, ratio
from document.nasty import load, write
from tui.document.editing import extent, piece
from tui.document.editing.edit import Add, Delete, Edit, Insert, Move, Set
from tui.document.editing.piece import Data
from tui.document.editor import edit
from tui.document.reader import Reading, read
from tui.document.reading.tree import LOADER
from tui.timeline.records import Event, Ref

_COMMENT: Final = re.compile(r"(?m)(?:^|[ \t])#.*$")
_QUOTE: Final[dict[str, Data]] = {"speaker": "Nobody", "lang": "en", "text": "It rained. Then not."}
_EVENT: Final[dict[str, Data]] = {"id": "rain", "date": "2014-03", "title": "It rained"}
_TIMES: Final = 5
_BY_HAND: Final = 12
"""Events of the shipped timeline that are laid out by hand."""
_SMALL, _MIDDLE, _LARGE = 70, 1000, 10_000

YAML: Any
try:
    from ruamel.yaml import YAML
except ImportError:
    YAML = None


class Task(NamedTuple):
    """One edit: what it is called, how dateline is told, and what is done to a tree of data."""

    name: str
    edit: Edit
    change: Callable[[Any], object]
    is_field: bool = False


class Done(NamedTuple):
    """What came of an edit: lines that are gone or new, comments that are gone, seconds."""

    lines: int
    lost: int
    seconds: float


def edits(bench: Bench) -> list[Row]:
    """What an edit changes in a file, loses and costs."""
    files = {"shipped": SHIPPED.read_text(encoding="utf-8"), "laid out by hand": _by_hand()}
    if not bench.quick:
        # ruamel.yaml takes seconds for each.
        files[f"{_MIDDLE:,} events"] = bench.file(_MIDDLE).read_text(encoding="utf-8")
    rows = [row for where, text in files.items() for row in _compared(where, text)]
    return rows + _grown(bench.file(_SMALL), bench.file(_LARGE))


def _by_hand() -> str:
    """Some of the shipped timeline as people lay it out, with comments everywhere."""
    tree = load(SHIPPED.read_text(encoding="utf-8"))
    events = [each for each in tree["events"] if each.get("quotes")][:_BY_HAND]
    text = write({**tree, "events": events}, Random(12))  # noqa: S311, the same each time
    # ruamel.yaml takes no tab behind a colon.
    return text.replace("\t", " ")


def _compared(where: str, text: str) -> Iterator[Row]:
    reading = read(text.encode())
    tasks = _tasks(reading)
    own = [_own(text, reading, task) for task in tasks]
    yield from _rows(f"{where}, dateline", tasks, own, are_ours=True)
    if YAML is None:
        yield Row(f"edit, {where}, ruamel.yaml", (), None, "not installed")
        return
    theirs = _theirs(text, tasks)
    yield from _rows(f"{where}, ruamel.yaml", tasks, theirs, are_ours=False)
    times = [(peer.seconds, mine.seconds) for peer, mine in zip(theirs, own, strict=True)]
    yield ratio(f"time of an edit, {where} ÷ ruamel.yaml", times, 0.05)


def _rows(
    where: str, tasks: Sequence[Task], done: Sequence[Done], *, are_ours: bool
) -> Iterator[Row]:
    both = list(zip(tasks, done, strict=True))
    fields = tuple(float(each.lines) for task, each in both if task.is_field)
    others = ", ".join(f"{task.name} {each.lines}" for task, each in both if not task.is_field)
    yield Row(f"lines, a field, {where}", fields, 2 if are_ours else None, others, "lines")
    # What is taken away takes its comments along.
    lost = tuple(float(each.lost) for task, each in both if not isinstance(task.edit, Delete))
    raw = f"{sum(lost):.0f} by {len(lost)} edits"
    yield Row(f"comments lost, {where}", lost, 0 if are_ours else None, raw, "lost")


def _tasks(reading: Reading) -> list[Task]:
    """The edits, in the middle of a timeline."""
    event = _typical(reading)
    number = event.place_in_file
    other = next(each for each in reading.timeline.events if each.place_in_file == number // 2)
    summary = event.summary.replace(" the ", " that ", 1)
    return [
        Task(
            "title",
            Set(event.ref, ("title",), "Another title"),
            lambda tree: _event(tree, number).update(title="Another title"),
            is_field=True,
        ),
        Task(
            "word of a summary",
            Set(event.ref, ("summary",), summary),
            lambda tree: _event(tree, number).update(summary=_as(tree, number, summary)),
            is_field=True,
        ),
        Task(
            "tag",
            Insert(event.ref, ("tags",), len(event.tags), "rain"),
            lambda tree: _event(tree, number)["tags"].append("rain"),
            is_field=True,
        ),
        Task(
            "place",
            Set(event.ref, ("place",), "Nowhere"),
            lambda tree: _event(tree, number).update(place="Nowhere"),
            is_field=True,
        ),
        Task(
            "quotation",
            Insert(event.ref, ("quotes",), len(event.quotes), _QUOTE),
            lambda tree: _event(tree, number)["quotes"].append(dict(_QUOTE)),
        ),
        Task(
            "event more",
            Add(Ref("event", "rain"), _EVENT, event.ref),
            lambda tree: tree["events"].insert(number + 1, dict(_EVENT)),
        ),
        Task(
            "event moved",
            Move(event.ref, other.ref),
            lambda tree: tree["events"].insert(other.place_in_file + 1, tree["events"].pop(number)),
        ),
        Task("event less", Delete(event.ref), lambda tree: tree["events"].pop(number)),
    ]


def _typical(reading: Reading) -> Event:
    """An event near the middle that has all that is edited."""
    events = sorted(reading.timeline.events, key=lambda event: event.place_in_file)
    behind = events[len(events) // 2 :]
    return next(each for each in behind if " the " in each.summary and each.quotes and each.tags)


def _event(tree: Any, number: int) -> Any:  # noqa: ANN401, a tree of ruamel.yaml
    return tree["events"][number]


def _as(tree: Any, number: int, text: str) -> object:  # noqa: ANN401, likewise
    """A text in the style that a summary has."""
    return type(_event(tree, number)["summary"])(text)


def _own(text: str, reading: Reading, task: Task) -> Done:
    seconds = []
    changed = ""
    for _ in range(_TIMES):
        start = perf_counter()
        changed = edit(text, reading, [task.edit]).text
        seconds.append(perf_counter() - start)
    return _done(text, changed, min(seconds))


def _theirs(text: str, tasks: Sequence[Task]) -> list[Done]:
    """What ruamel.yaml makes of edits."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = len(text)
    yaml.indent(mapping=2, sequence=4, offset=2)
    tree = yaml.load(text)
    done = []
    for task in tasks:
        out = StringIO()
        start = perf_counter()
        task.change(tree)
        yaml.dump(tree, out)
        done.append(_done(text, out.getvalue(), perf_counter() - start))
        tree = yaml.load(text)
    return done


def _done(before: str, after: str, seconds: float) -> Done:
    old, new = Counter(before.split("\n")), Counter(after.split("\n"))
    lost = Counter(_COMMENT.findall(before)) - Counter(_COMMENT.findall(after))
    return Done((old - new).total() + (new - old).total(), lost.total(), seconds)


def _grown(small: Path, large: Path) -> list[Row]:
    """What the size of a file makes of an edit."""
    sides = []
    copied = 0.0
    for path in (small, large):
        text = path.read_text(encoding="utf-8")
        reading = read(text.encode())
        tasks = _tasks(reading)
        with _counted() as parsed:
            for task in tasks:
                edit(text, reading, [task.edit])
        sides.append((parsed[0], [_own(text, reading, task).seconds for task in tasks]))
        middle = len(text) // 2
        start = perf_counter()
        _ = "".join((text[:middle], "x", text[middle:]))
        copied = perf_counter() - start
    (few, quick), (many, slow) = sides
    times = f"{statistics.median(slow) * 1000:.1f} ms ÷ {statistics.median(quick) * 1000:.2f} ms"
    what = f"edit, {_LARGE:,} events ÷ {_SMALL}"
    return [
        Row(f"characters parsed for an {what}", (many / few,), 1.5, f"{many:,} ÷ {few:,}"),
        Row(
            f"time of an {what}",
            tuple(after / before for before, after in zip(quick, slow, strict=True)),
            None,
            f"{times}; a copy of the text takes {copied * 1000:.1f} ms",
        ),
    ]


@contextmanager
def _counted() -> Iterator[list[int]]:
    """Count the characters that the editor gives to the parser."""
    count = [0]

    def loader(text: str) -> Any:  # noqa: ANN401, a parser in C
        count[0] += len(text)
        return LOADER(text)

    modules: tuple[Any, ...] = (piece, extent)
    for module in modules:
        module.LOADER = loader
    try:
        yield count
    finally:
        for module in modules:
            module.LOADER = LOADER
