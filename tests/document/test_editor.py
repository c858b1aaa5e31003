"""Edits of a file change what was meant and no other byte."""

from difflib import ndiff

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
from tui.document.editor import edit
from tui.document.reader import read
from tui.timeline.records import Ref

FILE = """\
# A history.
title: Two years   # of three

threads:
  war: {name: War}

actors:

  # Who leads.
  assad:
    name: Bashar al-Assad
    aliases: [Assad]

sources:
  un: {publisher: UN, locator: A/1}

events:

  # ---- 2014 ----

  - id: first
    date: 2014-03
    title: It begins   # as some say
    actors: [assad]
    summary: >-
      They met in the capital.
      Nothing came of it.

  # It went on.
  - id: second
    date: 2014-05~
    title: It goes on
    quotes:
      - speaker: assad
        text: "Well: no."
      # The other one.
      - speaker: Nobody
        text: Yes.
    claims:
      - {by: un, text: It went on.}
"""

FIRST, SECOND = Ref("event", "first"), Ref("event", "second")
ASSAD = Ref("actor", "assad")


def changed(*meant: Edit) -> list[str]:
    """The lines that go (-) and come (+) with some edits, which can be undone."""
    made = edit(FILE, read(FILE.encode()), meant)
    text = made.text
    assert read(text.encode()).problems == ()
    for splice in reversed(made.splices):
        text = splice.undone(text)
    assert text == FILE
    lines = ndiff(FILE.splitlines(), made.text.splitlines())
    return [line for line in lines if line[0] in "+-"]


CASES: dict[str, tuple[tuple[Edit, ...], list[str]]] = {
    "a title": (
        (Set(FIRST, ("title",), "It starts"),),
        [
            "-     title: It begins   # as some say",
            "+     title: It starts   # as some say",
        ],
    ),
    "a title that needs quotes": (
        (Set(FIRST, ("title",), "So: it begins"),),
        [
            "-     title: It begins   # as some say",
            "+     title: 'So: it begins'   # as some say",
        ],
    ),
    "a title that looks like a number": (
        (Set(FIRST, ("title",), "2014"),),
        ["-     title: It begins   # as some say", "+     title: '2014'   # as some say"],
    ),
    "the title of the timeline": (
        (Set(None, ("title",), "Three years"),),
        ["- title: Two years   # of three", "+ title: Three years   # of three"],
    ),
    "a field of the timeline that is new": (
        (Set(None, ("subtitle",), "A story"),),
        ["+ subtitle: A story"],
    ),
    "a date": (
        (Set(FIRST, ("date",), "2014-03-18"),),
        ["-     date: 2014-03", "+     date: 2014-03-18"],
    ),
    "a new field goes where the format has it": (
        (Set(FIRST, ("place",), "Damascus"),),
        ["+     place: Damascus"],
    ),
    "prose has a sentence a line": (
        (Set(SECOND, ("notes",), "Wait. Then go on."),),
        ["+     notes: >-", "+       Wait.", "+       Then go on."],
    ),
    "words in brackets": (
        (Set(FIRST, ("tags",), ["a", "no"]),),
        ["+     tags: [a, 'no']"],
    ),
    "a field goes": ((Unset(FIRST, ("actors",)),), ["-     actors: [assad]"]),
    "an item of a list": (
        (Insert(ASSAD, ("aliases",), 0, "The doctor"),),
        ["-     aliases: [Assad]", "+     aliases: [The doctor, Assad]"],
    ),
    "a quote of an event without one": (
        (Insert(FIRST, ("quotes",), 0, {"speaker": "assad", "text": "No."}),),
        ["+     quotes:", "+       - speaker: assad", "+         text: No."],
    ),
    "a quote goes with its comment": (
        (Delete(Ref("quote", "second.q2")),),
        ["-       # The other one.", "-       - speaker: Nobody", "-         text: Yes."],
    ),
    "an only claim goes with its list": (
        (Delete(Ref("claim", "second.c1")),),
        ["-     claims:", "-       - {by: un, text: It went on.}"],
    ),
    "a quote moves with its comment": (
        (Shift(SECOND, ("quotes",), 1, 0),),
        [
            "-       - speaker: assad",
            '-         text: "Well: no."',
            "+       - speaker: assad",
            '+         text: "Well: no."',
        ],
    ),
    "a field of a quote": (
        (Set(Ref("quote", "second.q1"), ("text",), "Well: yes."),),
        ['-         text: "Well: no."', '+         text: "Well: yes."'],
    ),
    "an event behind another": (
        (Add(Ref("event", "new"), {"id": "new", "date": "2014-04", "title": "New"}, FIRST),),
        ["+   - id: new", "+     date: 2014-04", "+     title: New", "+ "],
    ),
    "an actor behind the last": (
        (Add(Ref("actor", "un"), {"name": "The UN", "kind": "organisation"}),),
        ["+ ", "+   un:", "+     name: The UN", "+     kind: organisation"],
    ),
    "a thread as the others are": (
        (Add(Ref("thread", "peace"), {"name": "Peace"}),),
        ["+   peace: {name: Peace}"],
    ),
    "the first tour": (
        (Add(Ref("tour", "short"), {"title": "Short", "steps": [{"event": "first"}]}),),
        [
            "+ ",
            "+ tours:",
            "+   short:",
            "+     title: Short",
            "+     steps:",
            "+       - event: first",
        ],
    ),
    "an actor gets another id, and those who refer to it": (
        (
            Rename(ASSAD, "bashar"),
            Set(FIRST, ("actors", 0), "bashar"),
            Set(Ref("quote", "second.q1"), ("speaker",), "bashar"),
        ),
        [
            "-   assad:",
            "+   bashar:",
            "-     actors: [assad]",
            "+     actors: [bashar]",
            "-       - speaker: assad",
            "+       - speaker: bashar",
        ],
    ),
    "an event is written otherwise": (
        (Rewrite(FIRST, "- id: first\n  date: 2013\n  title: Before\n"),),
        [
            "-     date: 2014-03",
            "+     date: 2013",
            "+     title: Before",
            "-     title: It begins   # as some say",
            "-     actors: [assad]",
            "-     summary: >-",
            "-       They met in the capital.",
            "-       Nothing came of it.",
        ],
    ),
}


@pytest.mark.parametrize(("meant", "expected"), CASES.values(), ids=CASES)
def test_only_what_is_meant_changes(meant: tuple[Edit, ...], expected: list[str]) -> None:
    assert changed(*meant) == expected


def test_a_changed_sentence_is_a_changed_line() -> None:
    said = "They met in the capital. Little came of it."
    assert changed(Set(FIRST, ("summary",), said)) == [
        "-       Nothing came of it.",
        "+       Little came of it.",
    ]


def test_an_event_moves_with_its_comment() -> None:
    made = edit(FILE, read(FILE.encode()), [Move(SECOND, FIRST, after=False)])
    ids = [event.id for event in read(made.text.encode()).timeline.events]
    assert ids == ["first", "second"]
    assert made.text.index("# It went on.\n  - id: second") < made.text.index("- id: first")
    assert sorted(made.text.split("\n")) == sorted(FILE.split("\n"))


@pytest.mark.parametrize(
    "meant",
    [
        pytest.param(Set(FIRST, ("title",), "\x1b[31m"), id="a control character"),
        pytest.param(Set(FIRST, ("title",), "x", before="other"), id="something else is there"),
        pytest.param(Set(Ref("event", "none"), ("title",), "x"), id="no such record"),
        pytest.param(Rewrite(FIRST, "- id: a\n- id: b\n"), id="two records for one"),
        pytest.param(Rewrite(FIRST, "- id: [a\n"), id="no YAML"),
    ],
)
def test_what_cannot_be_done_is_refused(meant: Edit) -> None:
    with pytest.raises(EditError):
        edit(FILE, read(FILE.encode()), [meant])
