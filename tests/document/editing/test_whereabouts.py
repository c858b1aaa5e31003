"""Edits that are made one after the other name their records as they were read."""

import pytest

from tui.document.editing.edit import Add, Delete, Edit, Move, Rename, Rewrite, Set, Shift, Unset
from tui.document.editing.piece import Data, EditError
from tui.document.editor import edit
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
    quotes:
      - text: Q1
      - text: Q2
      - text: Q3
    title: One

  # of two
  - id: two
    date: 2015
    title: Two

  - id: three
    date: 2016
    title: Three
"""

ONE, TWO, THREE, NEW = (Ref("event", each) for each in ("one", "two", "three", "new"))
A, B, C = (Ref("actor", each) for each in "abc")
Q1, Q2, Q3 = (Ref("quote", f"one.q{each}") for each in (1, 2, 3))
EVENT: dict[str, Data] = {"date": "2014", "title": "New"}

CASES: dict[str, tuple[list[Edit], str]] = {
    "an event that was moved": (
        [Move(THREE, ONE, after=False), Set(THREE, ("title",), "x"), Delete(ONE)],
        "three two",
    ),
    "an event that was added": (
        [Add(NEW, EVENT, ONE), Set(NEW, ("title",), "x"), Move(NEW, THREE)],
        "one two three new",
    ),
    "events beside one that was added": (
        [
            Add(NEW, EVENT, TWO, after=False),
            Add(Ref("event", "newer"), EVENT, NEW, after=False),
            Add(Ref("event", "last"), EVENT),
        ],
        "one newer new two three last",
    ),
    "an event that was renamed": (
        [Rename(TWO, "second"), Set(TWO, ("title",), "x"), Move(TWO, THREE)],
        "one three second",
    ),
    "an id that is free again": (
        [Rename(TWO, "second"), Rename(ONE, "two"), Set(ONE, ("title",), "x")],
        "two second three",
    ),
    "an event in the place of one that is gone": ([Delete(TWO), Add(TWO, EVENT)], "one three two"),
    "an event that was written otherwise": (
        [Rewrite(TWO, "- id: other\n  date: 2015\n  title: x"), Set(TWO, ("title",), "y")],
        "one other three",
    ),
    "an actor whose id is set like a field": (
        [Set(A, ("id",), "c", "a"), Set(A, ("name",), "x"), Move(A, B)],
        "one two three",
    ),
    "a quote that got a field in front": (
        [Rename(Q1, "q"), Set(Q1, ("text",), "x"), Unset(Q1, ("text",), "x")],
        "one two three",
    ),
    "quotes of which one is gone": (
        [Delete(Q1), Set(Q3, ("text",), "x"), Delete(Q2)],
        "one two three",
    ),
    "quotes that were moved": (
        [Shift(ONE, ("quotes",), 2, 0), Set(Ref("event", "one"), ("quotes", 0, "text"), "x")],
        "one two three",
    ),
    "all of them": ([Delete(ONE), Delete(TWO), Delete(THREE), Add(NEW, EVENT)], "new"),
    "all actors": ([Delete(A), Delete(B), Add(C, {"name": "C"})], "one two three"),
    "actors that swap their ids": (
        [Rename(A, "c"), Rename(B, "a"), Rename(A, "b"), Set(A, ("name",), "x")],
        "one two three",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("meant", "ids"), CASES.values(), ids=CASES)
def test_a_record_is_found_after_other_edits(meant: list[Edit], ids: str) -> None:
    made = edit(FILE, read(FILE.encode()), meant)
    text = made.text
    for splice in reversed(made.splices):
        text = splice.undone(text)
    assert text == FILE
    events = read(made.text.encode()).timeline.events
    assert [
        each.id for each in sorted(events, key=lambda event: event.place_in_file)
    ] == ids.split()


def test_what_was_read_is_meant_whatever_it_is_called_now() -> None:
    meant: list[Edit] = [
        Rename(A, "c"),
        Rename(B, "a"),
        Set(A, ("name",), "was a"),
        Set(B, ("name",), "was b"),
    ]
    text = edit(FILE, read(FILE.encode()), meant).text
    assert {each.id: each.name for each in read(text.encode()).timeline.actors} == {
        "c": "was a",
        "a": "was b",
    }


def test_quotes_keep_their_names_while_edits_are_made() -> None:
    meant: list[Edit] = [Delete(Q1), Set(Q3, ("text",), "was 3"), Set(Q2, ("text",), "was 2")]
    text = edit(FILE, read(FILE.encode()), meant).text
    assert [each.text for each in read(text.encode()).timeline.quotes] == ["was 2", "was 3"]


@pytest.mark.parametrize(
    "meant",
    [
        pytest.param([Delete(TWO), Set(TWO, ("title",), "x")], id="one that is gone"),
        pytest.param([Delete(TWO), Move(ONE, TWO)], id="beside one that is gone"),
        pytest.param([Delete(ONE), Set(Q1, ("text",), "x")], id="a quote of one that is gone"),
        pytest.param([Delete(Q1), Set(Q1, ("text",), "x")], id="a quote that is gone"),
        pytest.param([Add(NEW, EVENT), Add(NEW, EVENT)], id="the same twice"),
        pytest.param([Rename(ONE, "new"), Add(NEW, EVENT)], id="an id that is taken by now"),
    ],
)
def test_what_is_not_there_any_more_is_refused(meant: list[Edit]) -> None:
    with pytest.raises(EditError):
        edit(FILE, read(FILE.encode()), meant)
