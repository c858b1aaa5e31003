"""An edit is tried in as few lines as can be."""

from typing import Any

import pytest

from bench.generate import timeline_yaml
from tui.document.editing import extent, piece
from tui.document.editing.edit import (
    Add,
    Delete,
    Edit,
    Insert,
    Move,
    Rename,
    Rewrite,
    Set,
    Shift,
    Unset,
)
from tui.document.editing.lots import Lot, Section, heading, whole
from tui.document.editing.piece import EditError
from tui.document.editor import edit
from tui.document.reader import Reading, read
from tui.document.reading.tree import LOADER
from tui.timeline.records import Ref

FILE = """\
title: T  # of it

# Who.
actors:
  # a heading
  a:
    name: A
  # of b
  b: {name: B}  # behind
    # below
  c: {name: C,
    role: R}

events:
  - id: one
    date: 2014
    title: One

  # of two
  -   # its dash
    id: two
    notes: |
      - id: no event
      # no comment
    title: Two
  - {id: three,
     title: Three}
  - id: four
"""


def section(key: str) -> Section:
    return Section(FILE, "\n", key == "actors")


def lines(lot: Lot | None) -> tuple[str, ...]:
    """The first and the last line of a lot, and the path to the record."""
    if lot is None:
        return ()
    found = lot.piece.text.strip("\n").split("\n")
    return found[0].strip(), found[-1].strip(), *map(str, lot.path)


OWN = {
    "the first, without its heading": ("actors", "a:", ("a:", "# of b", "a")),
    "one with a comment below": ("actors", "b: {", ("b: {name: B}  # behind", "# below", "b")),
    "one over two lines": ("actors", "c: {", ("c: {name: C,", "role: R}", "c")),
    "an event": ("events", "id: one", ("- id: one", "# of two", "0")),
    "behind a lone dash": ("events", "id: two", ("-   # its dash", "title: Two", "0")),
    "in braces": ("events", "{id: three", ("- {id: three,", "title: Three}", "0")),
    "the last": ("events", "id: four", ("- id: four", "- id: four", "0")),
}


@pytest.mark.parametrize(("key", "text", "expected"), OWN.values(), ids=OWN)
def test_a_record_has_lines_of_its_own(key: str, text: str, expected: tuple[str, ...]) -> None:
    assert lines(section(key).own(FILE.index(text))) == expected


PAIRED = {
    "the first with the next": ("actors", "a:", ("a:", "# below", "a")),
    "another with the one before": ("actors", "c: {", ("b: {name: B}  # behind", "role: R}", "c")),
    "an event": ("events", "id: two", ("- id: one", "title: Two", "1")),
    "one behind what looks alike": (
        "events",
        "{id: three",
        ("-   # its dash", "title: Three}", "1"),
    ),
    "the last": ("events", "id: four", ("- {id: three,", "- id: four", "1")),
}  # fmt: skip


@pytest.mark.parametrize(("key", "text", "expected"), PAIRED.values(), ids=PAIRED)
def test_a_record_has_lines_with_a_neighbour(
    key: str, text: str, expected: tuple[str, ...]
) -> None:
    assert lines(section(key).paired(FILE.index(text))) == expected


@pytest.mark.parametrize("size", range(330, len(FILE), 7))
def test_of_a_part_of_a_file_only_what_is_whole_is_believed(size: int) -> None:
    index = FILE.index("id: two")
    part = Section(FILE[:size], "\n", is_keyed=False, is_end=False).own(index)
    assert part is None or lines(part) == OWN["behind a lone dash"][-1]


@pytest.mark.parametrize(
    ("text", "index"),
    [
        pytest.param("events:\n- - id: a\n", 11, id="behind another dash"),
        pytest.param("events: [{id: a}]\n", 9, id="in brackets"),
        pytest.param("events:\n- id: a\n  b: &x c\n", 10, id="with an anchor"),
        pytest.param("events:\n- id: a\n", 8, id="at no record"),
    ],
)
def test_what_shares_its_lines_has_none_of_its_own(text: str, index: int) -> None:
    assert Section(text, "\n", is_keyed=False).own(index) is None


def test_a_record_is_found_in_the_whole_file() -> None:
    text = "events: [{id: a}, {id: b}]\n"
    assert whole(text, text.index("{id: b"), "events", "\n").path == ("events", 1)
    with pytest.raises(EditError, match="no record"):
        whole(text, 0, "events", "\n")


def test_a_field_of_the_file_has_lines_of_its_own() -> None:
    assert lines(heading(FILE, FILE.index("T"), "title", "\n")) == ("title: T  # of it", "# Who.")
    assert heading(FILE, FILE.index("T"), "title", "\n", paired=True).start == 0


EVENTS = 10_000
FEW = 100_000
"""Characters, of a file of seven millions."""


@pytest.fixture(scope="module")
def large() -> tuple[str, Reading]:
    """A file of many events."""
    text = "".join(timeline_yaml(EVENTS))
    return text, read(text.encode())


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many characters the parser was given, each time."""
    given: list[int] = []

    def counted(text: str) -> Any:  # noqa: ANN401, a parser in C
        given.append(len(text))
        return loader(text)

    loader: Any = LOADER
    monkeypatch.setattr(piece, "LOADER", counted)
    monkeypatch.setattr(extent, "LOADER", counted)
    return given


def edits(reading: Reading) -> dict[str, Edit]:
    """An edit of each kind in the middle of a file."""
    event = reading.timeline.events[EVENTS // 2]
    other = reading.timeline.events[EVENTS // 3]
    with_actors = next(each for each in reading.timeline.events[5000:] if len(each.actors) > 1)
    actor = reading.timeline.actors[len(reading.timeline.actors) // 2]
    quote = reading.timeline.quotes[len(reading.timeline.quotes) // 2]
    return {
        "a title": Set(event.ref, ("title",), "Another"),
        "a field of a quote": Set(Ref("quote", quote.id), ("text",), "Other words."),
        "a field of an actor": Set(Ref("actor", actor.id), ("role",), "Nobody"),
        "a new field": Set(event.ref, ("x-new",), "Yes"),
        "a field less": Unset(event.ref, ("title",)),
        "an item more": Insert(with_actors.ref, ("actors",), 0, actor.id),
        "an item moved": Shift(with_actors.ref, ("actors",), 0, 1),
        "an event more": Add(Ref("event", "new"), {"date": "2014", "title": "New"}, event.ref),
        "an event at the end": Add(Ref("event", "new"), {"date": "2014", "title": "New"}),
        "an actor more": Add(Ref("actor", "new"), {"name": "New"}, Ref("actor", actor.id)),
        "an event less": Delete(event.ref),
        "an actor less": Delete(Ref("actor", actor.id)),
        "an event moved": Move(event.ref, other.ref, after=False),
        "another id": Rename(Ref("actor", actor.id), "new"),
        "a record written otherwise": Rewrite(event.ref, "- id: new\n  date: 2014\n  title: New"),
        "the title of the file": Set(None, ("title",), "Another"),
        "a new field of the file": Set(None, ("x-new",), "Yes"),
    }


def test_what_an_edit_costs_does_not_grow_with_the_file(
    large: tuple[str, Reading], parsed: list[int]
) -> None:
    text, reading = large
    for name, each in edits(reading).items():
        parsed.clear()
        edit(text, reading, [each])
        assert sum(parsed) < FEW, name
