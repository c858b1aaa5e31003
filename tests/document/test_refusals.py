"""What the editor refuses, with a reason, and what it does beside other mistakes of a file."""

import pytest

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
from tui.document.editing.piece import EditError
from tui.document.editor import ConflictError, edit
from tui.document.reader import read
from tui.timeline.records import Ref

FILE = """\
title: T
actors:
  a: {name: A}
  b: {name: B}
events:
  - id: one
    date: 2014
    title: "One\\tand a half"
    summary: |
      Some.
    place: |
      A
      place
    actors: [a, b]
    claims:
      - text: So.
  - id: two
    date: 2015
    title: Two
"""

ONE, TWO = Ref("event", "one"), Ref("event", "two")
A, NONE = Ref("actor", "a"), Ref("event", "none")

REFUSED: dict[str, tuple[Edit, str]] = {
    "a record that there is not": (Set(NONE, ("title",), "x"), "there is no event none"),
    "a quote that there is not": (Delete(Ref("quote", "one.q1")), "there is no quote one.q1"),
    "a field that there is not": (Unset(ONE, ("url",)), "there is no url here"),
    "an item that there is not": (Set(ONE, ("actors", 2), "a"), "there is no 2 here"),
    "an item of no list": (Insert(ONE, ("title",), 0, "a"), "that is no list"),
    "a place that there is not": (Shift(ONE, ("actors",), 0, 2), "there is nothing to move"),
    "no field": (Set(ONE, (), "x"), "which field is meant"),
    "an id that is taken": (Add(ONE, {"title": "x"}), "there is another event one already"),
    "a name that is taken": (Rename(A, "b"), "there is another actor b already"),
    "an id as a field": (Set(ONE, ("id",), "two"), "there is another event two already"),
    "a key as a field": (Set(A, ("id",), "b"), "there is another actor b already"),
    "a record as another": (Rewrite(ONE, "- id: two"), "there is another event two already"),
    "an entry as another": (Rewrite(A, "b: {name: A}"), "there is another actor b already"),
    "a place among others": (Move(ONE, A), "event one cannot stand beside actor a"),
    "beside nothing": (Add(Ref("event", "x"), {}, NONE), "there is no event none"),
    "a quote of no event": (Add(Ref("quote", "x"), {"text": "x"}), "which quote the new one"),
    "a control character": (Set(ONE, ("title",), "\x07"), "U\\+0007 is not allowed"),
    "one in a record": (Insert(ONE, ("claims",), 0, {"text": "\x1b"}), "U\\+001B is not allowed"),
    "a direction mark": (Set(ONE, ("title",), "\u202e"), "an invisible direction mark"),
    "a return": (Set(ONE, ("title",), "a\rb"), "U\\+000D is not allowed"),
    "two records for one": (Rewrite(ONE, "- id: a\n- id: b\n"), "more or less than this one"),
    "all that a record has": (Unset(None, ("x-none",)), "there is no x-none here"),
}


@pytest.mark.parametrize(("meant", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused(meant: Edit, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        edit(FILE, read(FILE.encode()), [meant])


def test_of_some_edits_all_are_made_or_none() -> None:
    with pytest.raises(EditError):
        edit(FILE, read(FILE.encode()), [Set(ONE, ("title",), "x"), Delete(NONE)])


CONFLICTS: dict[str, Edit] = {
    "another text": Set(ONE, ("summary",), "x", "None."),
    "a field that is there now": Set(ONE, ("summary",), "x", ""),
    "a field that is gone": Set(ONE, ("url",), "x", "y"),
    "another list": Unset(ONE, ("actors",), ["a"]),
    "another record": Delete(TWO, {"id": "two", "date": "2015", "title": "Three"}),
    "other lines": Rewrite(TWO, "- id: two", "- id: two\n  date: 2015\n"),
}


@pytest.mark.parametrize("meant", CONFLICTS.values(), ids=CONFLICTS)
def test_what_says_something_else_by_now_is_not_replaced(meant: Edit) -> None:
    with pytest.raises(ConflictError):
        edit(FILE, read(FILE.encode()), [meant])


SAME: dict[str, Edit] = {
    "a tab that is read as a blank": Set(ONE, ("title",), "x", "One and a half"),
    "a line break at the end": Set(ONE, ("summary",), "x", "Some."),
    "two lines that are read as one": Set(ONE, ("place",), "x", "A place"),
    "nothing": Set(ONE, ("url",), "x", ""),
    "a list": Set(ONE, ("actors",), [], ["a", "b"]),
    "a record": Delete(TWO, {"title": "Two", "id": "two", "date": "2015"}),
    "lines": Rewrite(TWO, "- id: two", "- id: two\n  date: 2015\n  title: Two"),
}


@pytest.mark.parametrize("meant", SAME.values(), ids=SAME)
def test_what_says_what_it_did_is_replaced(meant: Edit) -> None:
    assert edit(FILE, read(FILE.encode()), [meant]).splices


MISTAKES = {
    "an anchor": ("title: Two", "title: &x Two", "an anchor, an alias or a tag"),
    "an alias": ("title: Two", "title: *x", "an anchor, an alias or a tag"),
    "a tag": ("title: Two", "title: !!str Two", "an anchor, an alias or a tag"),
    "a field twice": ("title: Two", "title: Two\n    title: Too", '"title" is given twice'),
    "a bare return": ("title: Two", "title: Two\r    place: x", "a bare carriage return"),
    "a quote without an end": ("title: Two", 'title: "Two', "there is no event two"),
}


@pytest.mark.parametrize(("old", "new", "reason"), MISTAKES.values(), ids=MISTAKES)
def test_a_record_with_a_mistake_is_refused_and_others_are_not(
    old: str, new: str, reason: str
) -> None:
    text = FILE.replace(old, new)
    reading = read(text.encode())
    with pytest.raises(EditError, match=reason):
        edit(text, reading, [Set(TWO, ("title",), "x")])
    made = edit(text, reading, [Set(ONE, ("summary",), "Other."), Set(A, ("name",), "B")])
    assert made.text == text.replace("Some.", "Other.").replace("name: A", "name: B")


def test_a_control_character_can_be_mended() -> None:
    text = FILE.replace("title: Two", "title: Tw\x07o\u2028 # c")
    made = edit(text, read(text.encode()), [Set(TWO, ("title",), "Two", "Tw�o�")])
    assert made.text == FILE.replace("title: Two", "title: Two # c")


def test_a_text_that_is_another_than_was_read_is_refused() -> None:
    reading = read(FILE.encode())
    with pytest.raises(EditError):
        edit(FILE.replace("  - id: one", "# new\n  - id: one"), reading, [Delete(ONE)])
    with pytest.raises(EditError, match="not where it was read"):
        edit(FILE.replace("id: one", "id: two"), reading, [Delete(ONE)])
