"""Where the records of a file and their fields are found."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings

from document.files import Tree, files
from tui.document.reader import read
from tui.timeline.records import Ref

FILE = """\
title: T            # a comment
subtitle: >-
  S

threads: {t: {name: T}}
actors:
  assad:
    aliases: [x,
      y]
    name: "A"

sources: {}
events:
  - id: ghouta
    date:   2013-08-21
    actors: [assad, "assad"]
    title:
      Ghouta
    caveat:
    quotes:
      - text: Words
      -
        id: q
        text: '😀'
    claims: [{text: 😀, sources: []}, {by: x, text: 'z'}]
  - {title: No id, date: 2014}
tours:
  all:
    title: All
    steps:
      - event: ghouta
      - {event: ghouta, say: x}
"""

PLACES = {
    (None, ""): (1, 1),
    (None, "title"): (1, 8),
    (None, "subtitle"): (2, 11),
    (None, "events"): (14, 3),
    (None, "span"): None,
    (Ref("thread", "t"), ""): (5, 11),
    (Ref("thread", "t"), "name"): (5, 21),
    (Ref("actor", "assad"), ""): (7, 3),
    (Ref("actor", "assad"), "id"): (7, 3),
    (Ref("actor", "assad"), "aliases"): (8, 14),
    (Ref("actor", "assad"), "aliases1"): (9, 7),
    (Ref("actor", "assad"), "aliases2"): None,
    (Ref("actor", "assad"), "name"): (10, 11),
    (Ref("actor", "nobody"), ""): None,
    (Ref("event", "ghouta"), ""): (14, 5),
    (Ref("event", "ghouta"), "id"): (14, 9),
    (Ref("event", "ghouta"), "date"): (15, 13),
    (Ref("event", "ghouta"), "actors"): (16, 13),
    (Ref("event", "ghouta"), "actors1"): (16, 21),
    (Ref("event", "ghouta"), "title"): (18, 7),
    (Ref("event", "ghouta"), "caveat"): (19, 12),
    (Ref("event", "ghouta"), "place"): None,
    (Ref("quote", "ghouta.q1"), ""): (21, 9),
    (Ref("quote", "ghouta.q1"), "text"): (21, 15),
    (Ref("quote", "ghouta.q1"), "id"): None,
    (Ref("quote", "q"), ""): (23, 9),
    (Ref("quote", "q"), "text"): (24, 15),
    (Ref("claim", "ghouta.c1"), "text"): (25, 21),
    (Ref("claim", "ghouta.c1"), "sources"): (25, 33),
    (Ref("claim", "ghouta.c2"), ""): (25, 38),
    (Ref("claim", "ghouta.c2"), "text"): (25, 52),
    (Ref("tour", "all"), ""): (28, 3),
    (Ref("tour", "all"), "steps0"): (31, 9),
    (Ref("tour", "all"), "steps1"): (32, 9),
    (Ref("tour", "all"), "steps1.say"): (32, 30),
    (Ref("tour", "all"), "steps2.say"): None,
    (Ref("tour", "all"), "title0"): None,
}


@pytest.mark.parametrize(("ref", "field"), PLACES, ids=str)
def test_a_field_is_found(ref: Ref | None, field: str) -> None:
    assert read(FILE.encode()).places.find(ref, field) == PLACES[ref, field]


def test_of_two_records_with_one_id_the_first_is_found() -> None:
    event = "  - {id: a, date: 2014, title: A}\n"
    places = read(f"title: T\nevents:\n{event}{event}".encode()).places
    assert places.find(Ref("event", "a")) == (3, 5)


def test_a_record_that_is_left_out_is_found() -> None:
    places = read(b"title: T\nevents:\n  - {id: a, title: A}\n").places
    assert places.find(Ref("event", "a"), "title") == (3, 20)


class Writer:
    """Writes a file and remembers where it writes each value, by its path in the tree."""

    def __init__(self, tree: Tree) -> None:
        self.text = ""
        self.places: dict[tuple[Any, ...], tuple[int, int]] = {}
        self._fields(tree, (), 0)

    def _fields(self, tree: Tree, path: tuple[Any, ...], indent: int) -> None:
        for at, (key, value) in enumerate(tree.items()):
            self.text += f"{' ' * (indent if at else 0)}{key}:"
            self._value(value, (*path, key), indent + 2)

    def _value(self, value: Any, path: tuple[Any, ...], indent: int) -> None:  # noqa: ANN401
        block = bool(value) and (isinstance(value, dict) or isinstance(value[0], dict))
        self.text += "\n" + " " * indent if block else " "
        self.places[path] = self.text.count("\n") + 1, len(self.text) - self.text.rfind("\n")
        if block and isinstance(value, dict):
            self._fields(value, path, indent)
        elif block:
            for at, each in enumerate(value):
                self.text += " " * (indent if at else 0) + "- "
                self._fields(each, (*path, at), indent + 2)
        elif isinstance(value, list):
            self.text += "["
            for at, each in enumerate(value):
                self._value(each, (*path, at), indent)
                self.text = self.text.removesuffix("\n") + ","
            self.text += "]\n"
        else:
            self.text += f"{json.dumps(value, ensure_ascii=False)}\n"


def addresses(tree: Tree) -> Iterator[tuple[Ref | None, str, tuple[Any, ...]]]:
    """Every field with a place: what it belongs to, how it is addressed, its path in the tree."""
    for name, value in tree.items():
        yield None, name, (name,)
        if name in ("threads", "actors", "sources", "tours"):
            for key, record in value.items():
                ref = Ref(name[:-1], key)  # type: ignore[arg-type]
                yield from fields_of(ref, record, (name, key))
    for at, event in enumerate(tree["events"]):
        path = "events", at
        yield from fields_of(Ref("event", event["id"]), event, path)
        for name, letter in (("quotes", "q"), ("claims", "c")):
            for number, part in enumerate(event.get(name, ())):
                ref = Ref(name[:-1], f"{event['id']}.{letter}{number + 1}")  # type: ignore[arg-type]
                yield from fields_of(ref, part, (*path, name, number))


def fields_of(
    ref: Ref, record: Tree, path: tuple[Any, ...]
) -> Iterator[tuple[Ref, str, tuple[Any, ...]]]:
    for name, value in record.items():
        yield ref, name, (*path, name)
        if isinstance(value, list) and name not in ("quotes", "claims", "steps"):
            for item in range(len(value)):
                yield ref, f"{name}{item}", (*path, name, item)


@given(files())
@settings(max_examples=25)
def test_every_field_is_found_where_it_was_written(tree: Tree) -> None:
    writer = Writer(tree)
    reading = read(writer.text.encode())
    assert reading.problems == ()
    for ref, field, path in addresses(tree):
        assert reading.places.find(ref, field) == writer.places[path]
