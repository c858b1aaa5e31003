"""What is read of a file in which a git merge is unfinished: one's own side, and one problem."""

import pytest

from document.broken import FILE, kept
from tui.document.reader import audit, read
from tui.document.reading.merge import other_sides

MERGE = "an unfinished git merge: choose one side and delete the <<<<<<<, ======= and >>>>>>> lines"
WHOLE = kept(read(FILE.encode()))


def merged(before: str, ours: str, theirs: str, base: str = "", text: str = FILE) -> str:
    """A text with two sides of a merge before some of its words."""
    base = f"||||||| base\n{base}" if base else ""
    sides = f"<<<<<<< HEAD\n{ours}{base}=======\n{theirs}>>>>>>> other\n"
    assert before in text
    return text.replace(before, sides + before, 1)


def event(name: str) -> str:
    return f"  - id: {name}\n    date: 2001\n    title: {name}\n    sources: [wh]\n"


C = "  - id: c\n"
CASES = {
    "events on both sides": (merged(C, event("n"), event("m")), {"n"}, set()),
    "events and what they were": (merged(C, event("n"), event("m"), event("l")), {"n"}, set()),
    "the same event on both sides": (merged(C, event("n"), event("n")), {"n"}, set()),
    "nothing on one's own side": (merged(C, "", event("m")), set(), set()),
    "nothing on the other side": (merged(C, event("n"), ""), {"n"}, set()),
    "a title": (merged("    title: C\n", "", "    title: X\n"), set(), set()),
    "a key": (merged("actors:\n", "", "actors:\n"), set(), set()),
    "two merges": (
        merged(C, event("n"), "", text=merged("  - id: b\n", event("k"), event("l"))),
        {"n", "k"},
        set(),
    ),
    "in a text": (
        merged("          lines.\n", "          Zwei\n", "          Deux\n"),
        set(),
        {"b.q2"},
    ),
    "in a quoted text": (
        FILE.replace("title: C", 'title: "C\n<<<<<<< HEAD\n=======\n  x\n>>>>>>> other\n  c"'),
        set(),
        {"c"},
    ),
    "without its end": (FILE.replace(C, f"<<<<<<< HEAD\n{C}"), set(), set()),
}


@pytest.mark.parametrize(("text", "more", "left_out"), CASES.values(), ids=CASES)
def test_one_side_is_read_and_the_merge_is_one_problem(
    text: str, more: set[str], left_out: set[str]
) -> None:
    reading = read(text.encode())
    line = text[: text.index("<<<<<<<")].count("\n") + 1
    assert [(each.message, each.place) for each in reading.problems] == [(MERGE, (line, 1))]
    assert kept(reading).keys() == WHOLE.keys() - left_out | more
    assert audit(reading) == ()


def test_what_the_other_side_defines_is_not_missed() -> None:
    text = merged("sources:\n", "", "  merkel:\n    name: Merkel\n").replace("[assad]", "[merkel]")
    assert [problem.message for problem in read(text.encode()).problems] == [MERGE]


def test_other_errors_are_said_beside_the_merge() -> None:
    text = merged(C, event("n"), event("m")).replace("title: A", "title: A: x")
    text = text.replace("claim: b.c2", "claim: [")
    problems = read(text.encode()).problems
    assert [problem.line for problem in problems] == [29, 56, 80]


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        pytest.param("a\n<<<<<<< x\nb\n=======\nc\n>>>>>>> y\nd\n", ["<", "=c>"], id="two sides"),
        pytest.param(
            "<<<<<<< x\nb\n||||||| z\ne\n=======\nc\n>>>>>>> y\n", ["<", "|e=c>"], id="three sides"
        ),
        pytest.param("<<<<<<< x\nb\n=======\nc\n", ["<", "="], id="no end"),
        pytest.param("<<<<<<< x\n<<<<<<< y\nb\n=======\n>>>>>>> z\n", ["<", "<", "=>"], id="two"),
        pytest.param("=======\nb\n>>>>>>> y\n", ["=", ">"], id="no beginning"),
        pytest.param("a\n======== \n", [], id="no mark"),
    ],
)
def test_the_other_sides(text: str, left_out: list[str]) -> None:
    pieces = [text[start:end] for start, end in other_sides(text)]
    assert ["".join(line[:1] for line in piece.splitlines()) for piece in pieces] == left_out
