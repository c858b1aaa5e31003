"""What the reader says of a file that is not YAML, or more of YAML than a timeline is.

A ^ in a text stands before the character at which the problem is to be reported. Every case is
read with libyaml's parser and with PyYAML's own.
"""

import pytest
import yaml

from tui.document.reader import Reading, read
from tui.document.reading import tree

HEAD = "title: T\nevents:\n"
EVENT = "  - id: a\n    date: 2014\n    title: A\n"


@pytest.fixture(params=["c", "python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers in turn."""
    monkeypatch.setattr(
        tree, "LOADER", yaml.CSafeLoader if request.param == "c" else yaml.SafeLoader
    )


def read_marked(text: str) -> tuple[Reading, tuple[int, int]]:
    """What a text without its mark reads as, and the place that was marked."""
    before, mark, after = text.partition("^")
    assert mark
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    return read((before + after).encode()), place


INDENTED = "wrong indentation: this line is further in than line {}, which already has a value"
MERGE = "an unfinished git merge: choose one side and delete the <<<<<<<, ======= and >>>>>>> lines"
CASES = {
    "tab in front of a key": (
        HEAD + "  - id: a\n^\tdate: 2014\n",
        "a tab is used for indentation; use spaces",
    ),
    "tab behind a dash": (
        HEAD + "  -^\tid: a\n  \tdate: 2014\n",
        "a tab is used for indentation; use spaces",
    ),
    "tab at the root": (
        "title: T\n^\tsubtitle: x\nevents: []\n",
        "a tab is used for indentation; use spaces",
    ),
    "colon in a value": (
        HEAD + "  - id: a\n    title: A^: b\n",
        "a colon and a space inside a value; put the whole value in quotes",
    ),
    "colon in the title": (
        "title: A^: b\nevents: []\n",
        "a colon and a space inside a value; put the whole value in quotes",
    ),
    "unclosed double quote": (HEAD + '  - id: ^"abc\n    title: x\n', "this quote is never closed"),
    "unclosed single quote": ("title: ^'abc\nevents: []\n", "this quote is never closed"),
    "unclosed bracket": (
        HEAD + "  - id: a\n    actors: ^[a, b\n    title: x\n",
        "this [ is never closed, or a comma is missing",
    ),
    "unclosed bracket at the end": (
        "events: []\ntitle: ^[a, b",
        "this [ is never closed, or a comma is missing",
    ),
    "unclosed brace": (
        "title: T\nthreads: ^{a: {name: x}\nevents: []\n",
        "this { is never closed, or a comma is missing",
    ),
    "text behind a quote": (
        'title: "a" ^b\nevents: []\n',
        "text after a closing quote; quote the whole value",
    ),
    "an apostrophe in single quotes": (
        HEAD + "  - id: a\n    title: 'it'^s'\n    date: 2014\n",
        "text after a closing quote; quote the whole value",
    ),
    "no space behind a colon": ("title:^T\nevents: []\n", "there is no space after the colon"),
    "no space in an event": (
        HEAD + "  - id:^a\n    date: 2014\n",
        "there is no space after the colon",
    ),
    "no colon": ("title: T\n^foo\nevents: []\n", '"foo" has no colon; expected "key: value"'),
    "too far in": (HEAD + "  - id: a\n     ^date: 2014\n", INDENTED.format(3)),
    "a paragraph with a colon": (
        HEAD + EVENT + "    summary: foo\n      ^bar: baz\n",
        INDENTED.format(6),
    ),
    "not far enough in": (
        HEAD + "  - id: a\n   ^date: 2014\n",
        'wrong indentation: a new item starts with "- " in column 3 like line 3',
    ),
    "a missing dash": (
        HEAD + EVENT + "  ^id: b\n    date: 2014\n",
        'wrong indentation: a new item starts with "- " in column 3 like line 3',
    ),
    "between two columns": (
        HEAD + EVENT + " ^subtitle: b\n",
        "wrong indentation: expected column 1 like line 1",
    ),
    "a dash in a value": (
        HEAD + "  - id: ^- a\n",
        'a list item cannot start here; put "- " on its own line',
    ),
    "text behind a block mark": (
        "title: >^x\nevents: []\n",
        "after | or > the text starts on the next line",
    ),
    "an asterisk": (
        "title: ^*very* important\nevents: []\n",
        'a value cannot start with *; put it in quotes: "*very* important"',
    ),
    "an at sign": (
        "title: ^@dateline\nevents: []\n",
        'a value cannot start with @; put it in quotes: "@dateline"',
    ),
    "a percent sign": (
        "title: ^%5\nevents: []\n",
        'a value cannot start with %; put it in quotes: "%5"',
    ),
    "unknown escape": (
        'title: "a ^\\p"\nevents: []\n',
        r"unknown escape \p in double quotes; use single quotes or write \\",
    ),
    "a path of Windows": (
        'title: "C:^\\Users"\nevents: []\n',
        r"unknown escape \U in double quotes; use single quotes or write \\",
    ),
    "an escape beyond Unicode": (
        'title: "^\\UFFFFFFFF"\nevents: []\n',
        r"unknown escape \UFFFFFFFF in double quotes; use single quotes or write \\",
    ),
    "an empty place in a list": ("title: T\nevents: [^, b]\n", "a value is missing here"),
    "an unfinished merge": (
        f"{HEAD}^<<<<<<< HEAD\n{EVENT}=======\n{EVENT}  - id: c\n>>>>>>> other\n",
        MERGE,
    ),
    "a second document": (
        HEAD + EVENT + "^---\ntitle: x\n",
        "a second document starts here; a timeline is one document",
    ),
    "text behind the end": (
        HEAD + EVENT + "...\n\n# x\n^title: x\n",
        "nothing may follow the end of the document",
    ),
    "a directive": ("# x\n^%YAML 1.1\n---\ntitle: T\nevents: []\n", "delete the % line"),
    "an unknown directive": ("^%YAML 9.9\n---\ntitle: T\nevents: []\n", "delete the % line"),
    "an alias": (
        "title: ^*a\nevents: []\n",
        "*a: aliases are not used in a timeline; write the value out",
    ),
    "an anchor": (
        "title: ^&a x\nevents: []\n",
        "&a: anchors are not used in a timeline; delete it",
    ),
    "a merge key": (
        HEAD + EVENT + "    ^<<: {place: x}\n",
        "merge keys (<<) are not used in a timeline; write the value out",
    ),
    "a merge of an alias": (
        HEAD + EVENT + "    <<: ^*a\n",
        "*a: aliases are not used in a timeline; write the value out",
    ),
    "a tag": (
        "title: ^!!python/object/apply:os.system x\nevents: []\n",
        "tags (!!python/object/apply:os.system) are not used in a timeline; delete it",
    ),
    "an exclamation": (
        "title: ^!important\nevents: []\n",
        "tags (!important) are not used in a timeline; delete it, or put the value in quotes",
    ),
    "nothing": ("^", "the file is empty; a timeline needs title: and events:"),
    "a comment alone": ("^# x\n", "the file is empty; a timeline needs title: and events:"),
    "a start alone": ("^---\n", "the file is empty; a timeline needs title: and events:"),
    "a word alone": (
        "^hello\n",
        "the file must be a mapping with title:, events: and what else it has",
    ),
    "a list": (
        "# x\n^- a\n",
        "the file must be a mapping with title:, events: and what else it has",
    ),
    "lists in lists": ("events: []\ntitle: " + "[" * 63 + "^[", "nested deeper than 64 levels"),
}


@pytest.mark.parametrize(("text", "message"), CASES.values(), ids=CASES)
def test_a_mistake_is_said_in_a_persons_words(text: str, message: str) -> None:
    reading, place = read_marked(text)
    assert [(each.message, each.place) for each in reading.problems] == [(message, place)]


def test_a_depth_that_the_parser_refuses_is_said_likewise() -> None:
    reading = read(b"title: T\nevents: " + b"[" * 100_000)
    assert [each.message for each in reading.problems] == ["nested deeper than 64 levels"]


def test_what_stands_before_a_syntax_error_is_read() -> None:
    text = f'{HEAD}{EVENT}{EVENT.replace("id: a", "id: b")}  - id: c\n    title: "open\n'
    reading = read(text.encode())
    assert [event.id for event in reading.timeline.events] == ["a", "b"]
    assert reading.timeline.title == "T"


def test_what_a_record_lacks_may_stand_behind_a_syntax_error() -> None:
    reading = read(f"{HEAD}  - id: a\n   date: 2014\nactors: {{}}\n".encode())
    assert len(reading.problems) == 1


def test_what_cannot_be_read_still_counts_as_defined() -> None:
    text = f"{HEAD}{EVENT}    actors: [b, c]\nactors:\n  b: {{name: B}}\n  c: [\n"
    assert len(read(text.encode()).problems) == 1


def test_mistakes_before_a_syntax_error_are_said_too() -> None:
    text = f'{HEAD}{EVENT}    titel: x\n{EVENT.replace("id: a", "id: b")}title: "open\n'
    assert [problem.place for problem in read(text.encode()).problems] == [(6, 5), (10, 8)]


def test_a_closed_record_before_an_error_is_kept() -> None:
    reading = read(f"{HEAD}{EVENT} subtitle: x\n".encode())
    assert [event.id for event in reading.timeline.events] == ["a"]


def test_marks_of_yaml_are_left_out_and_the_rest_is_kept() -> None:
    text = f"{HEAD}{EVENT}    place: !!str Damascus\n    actors: [*a]\n"
    reading = read(text.encode())
    assert reading.timeline.events[0].place == "Damascus"
    assert reading.timeline.events[0].actors == ()
    assert len(reading.problems) == 2
