"""What is read of a file round errors in its YAML, and what is said of each of them.

A ^ in a text stands before the character at which the problem is to be reported. Every case is
read with libyaml's parser and with PyYAML's own.
"""

import pytest
import yaml

from document.broken import FILE, kept
from tui.document.reader import Reading, audit, read
from tui.document.reading import tree
from tui.timeline.records import Ref

WHOLE = kept(read(FILE.encode()))
B = {"b", "b.q1", "b.q2", "b.q3", "c1", "b.c2"}
"""An event and its parts."""


@pytest.fixture(params=["c", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers in turn."""
    monkeypatch.setattr(
        tree, "LOADER", yaml.CSafeLoader if request.param == "c" else yaml.SafeLoader
    )


def read_marked(text: str) -> tuple[Reading, list[tuple[int, int]]]:
    """What a text without its marks reads as, and the places that were marked."""
    places = []
    while "^" in text:
        before, _, after = text.partition("^")
        places.append((before.count("\n") + 1, len(before) - before.rfind("\n")))
        text = before + after
    return read(text.encode()), places


def changed(old: str, new: str) -> str:
    """The file with a change of what is there only once, or of the first."""
    assert old in FILE
    return FILE.replace(old, new, 1)


COLON = "a colon and a space inside a value; put the whole value in quotes"
QUOTE = "this quote is never closed"
BRACKET = "this [ is never closed, or a comma is missing"
BRACE = "this { is never closed, or a comma is missing"
TAB = "a tab is used for indentation; use spaces"
FURTHER = "wrong indentation: this line is further in than line {}, which already has a value"
COLUMN = "wrong indentation: expected column {} like line {}"
DASH = 'wrong indentation: a new item starts with "- " in column {} like line {}'
NO_COLON = '"{}" has no colon; expected "key: value"'

HEADING = {
    "a colon": ("title: The title", "title: The^: title", COLON, {"title"}),
    "a quote": ("title: The title", 'title: ^"The title', QUOTE, {"title"}),
    "a bracket": ("title: The title", "title: ^[The title", BRACKET, {"title"}),
    "a blank before the first": (
        "title: The title",
        " ^title: The title",
        COLUMN.format(1, 3),
        {"title"},
    ),
    "a blank before another": ("subtitle: Sub", " ^subtitle: Sub", FURTHER.format(2), {"subtitle"}),
    "no colon": ("span: 2000", "^span 2000", NO_COLON.format("span 2000/2020"), {"span"}),
    "no space": ("span: 2000", "^span:2000", NO_COLON.format("span:2000/2020"), {"span"}),
}

SECTIONS = {
    "a value behind the key": ("actors:\n", "actors: x^: y\n", COLON, set()),
    "a word behind the key": ("actors:\n  ", "actors: foo\n  ^", FURTHER.format(9), set()),
    "a bracket behind the key": (
        "events:\n\n  # ---- 2001\n  ",
        "events: [\n\n  # ---- 2001\n  ^",
        "a value is missing here",
        set(),
    ),
    "a blank before the key": ("events:\n", " ^events:\n", COLUMN.format(1, 2), set()),
    "a tab before the key": ("sources:\n  s", "^\tsources:\n  s", TAB, set()),
    "as far in as its items": ("tours:\n", "  ^tours:\n", DASH.format(3, 27), set()),
    "no colon": ("actors:\n", "^actors\n", NO_COLON.format("actors"), {"assad", "obama", "putin"}),
    "in braces": (
        "threads:\n  t: {name: T}\n  u: {name: U}\n",
        "threads: ^{t: {name: T}, u: {name: U}\n",
        BRACE,
        {"t", "u"},
    ),
    "in braces over lines": (
        "threads:\n  t: {name: T}\n  u: {name: U}\n",
        'threads: {\n  t: {name: T},\n  u: {name: ^"U},\n}\n',
        QUOTE,
        {"t", "u"},
    ),
}

ENTRIES = {
    "a colon": ("name: Assad", "name: Assad^: x", COLON, {"assad"}),
    "a quote": ("name: Assad", 'name: ^"Assad', QUOTE, {"assad"}),
    "in braces": ("t: {name: T}", "t: ^{name: T", BRACE, {"t"}),
    "a key without a colon": ("  obama:", "  ^obama", NO_COLON.format("obama"), {"obama"}),
    "a key too far in": ("  obama:", "   ^obama:", COLUMN.format(3, 10), {"obama"}),
    "a key too far out": ("  obama:", " ^obama:", COLUMN.format(1, 2), {"obama"}),
    "a key without an indent": ("  obama:", "^obama:", COLUMN.format(3, 10), {"obama"}),
    "a field too far out": (
        "    name: Obama\n    ",
        "  name: Obama\n    ^",
        FURTHER.format(14),
        {"obama"},
    ),
    "a field without an indent": (
        "    name: Obama\n    ",
        "name: Obama\n    ^",
        FURTHER.format(14),
        {"obama"},
    ),
    "a dash": (
        "name: Obama\n    kind",
        "- name: Obama\n    ^kind",
        DASH.format(5, 14),
        {"obama"},
    ),
    "the title of a tour": (
        "title: One",
        "title: One^: x",
        COLON,
        {"one", "one Hello.", "one c1", "one b.c2"},
    ),
    "a tour without a colon": ("  two:", "  ^two", NO_COLON.format("two"), {"two", "two "}),
}

PARTS = {
    "a quote": ("text: One.", 'text: ^"One.', QUOTE, {"b.q1"}),
    "a colon": ("text: Three.", "text: Three^: x", COLON, {"b.q3"}),
    "a dash too far out": (
        "      - speaker: putin",
        "     ^- speaker: putin",
        COLUMN.format(5, 33),
        {"b.q3"},
    ),
    "a dash too far in": (
        "      - speaker: putin",
        "       ^- speaker: putin",
        DASH.format(7, 39),
        {"b.q3"},
    ),
    "no dash": ("      - speaker: putin", "      ^speaker: putin", DASH.format(7, 39), {"b.q3"}),
    "a tab before a dash": ("      - speaker: assad", "^\t- speaker: assad", TAB, {"b.q2"}),
    "a tab before a field": ("        source: sana", "^\tsource: sana", TAB, {"b.q2"}),
    "a claim without its id": ("- id: c1", '- id: ^"c1', QUOTE, {"c1"}),
    "a claim known by its place": ("text: Claim two.", "text: ^[Claim two.", BRACKET, {"b.c2"}),
    "a step": ("say: Hello.", 'say: ^"Hello.', QUOTE, {"one Hello."}),
    "the last line": ("      - event: c\n", '      - event: ^"c\n', QUOTE, {"two "}),
    "a line that belongs to nobody": (
        "          lines.",
        "    ^lines.",
        NO_COLON.format("lines."),
        B,
    ),
    "a dash where an event begins": (
        "      - speaker: putin\n        ",
        "  - speaker: putin\n        ^",
        FURTHER.format(47),
        B,
    ),
    "the key of the quotes": ("    quotes:", "    ^quotes", NO_COLON.format("quotes"), B),
    "words between events": (
        "  - id: c\n",
        "^@@@\n  - id: c\n",
        'a value cannot start with @; put it in quotes: "@@@"',
        B,
    ),
}


@pytest.mark.parametrize(
    ("old", "new", "message", "left_out"),
    [*HEADING.values(), *SECTIONS.values(), *ENTRIES.values(), *PARTS.values()],
    ids=[
        f"{where}: {what}"
        for where, cases in (
            ("heading", HEADING),
            ("section", SECTIONS),
            ("entry", ENTRIES),
            ("part", PARTS),
        )
        for what in cases
    ],
)
@pytest.mark.usefixtures("loader")
def test_the_smallest_record_round_an_error_is_left_out(
    old: str, new: str, message: str, left_out: set[str]
) -> None:
    reading, places = read_marked(changed(old, new))
    assert [(each.message, each.place) for each in reading.problems] == [(message, places[0])]
    assert kept(reading) == {name: each for name, each in WHOLE.items() if name not in left_out}
    assert audit(reading) == ()


def test_where_a_record_stands_is_told_as_before() -> None:
    reading = read(changed("text: One.", 'text: "One.').replace("title: A", "title: [A").encode())
    lines = FILE.splitlines()
    for ref, start in (
        (Ref("event", "b"), "id: b"),
        (Ref("claim", "c1"), "id: c1"),
        (Ref("quote", "b.q3"), "speaker: putin"),
        (Ref("tour", "two"), "two:"),
    ):
        line, column = reading.places.find(ref) or (0, 0)
        assert lines[line - 1][column - 1 :] == start


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.usefixtures("loader")
def test_a_place_is_that_of_an_editor(end: str, mark: str) -> None:
    text = (
        FILE.replace("title: B", 'title: "B')
        .replace("title: C", "title: '習近平 😀 e\u0301' C")
        .replace("text: One.", "text: 😀 One.")
    )
    reading = read((mark + text.replace("\n", end)).encode())
    assert [(each.place, each.message) for each in reading.problems] == [
        ((35, 12), QUOTE),
        ((58, 23), "text after a closing quote; quote the whole value"),
    ]
    assert [event.id for event in reading.timeline.events] == ["a"]


@pytest.mark.parametrize("title", ['"C', "C: c", "[C", "C: c\n"])
@pytest.mark.usefixtures("loader")
def test_an_error_may_be_on_the_last_line(title: str) -> None:
    text = FILE[: FILE.index("    title: C")] + f"    title: {title}"
    reading = read(text.encode())
    assert [problem.line for problem in reading.problems] == [58]
    assert [event.id for event in reading.timeline.events] == ["a", "b"]


def test_errors_in_one_event_are_all_said() -> None:
    text = changed("text: One.", "text: One: x").replace("title: B", "title: [B")
    text = text.replace("by: wh\n        text: Claim two", "by: @\n        text: Claim two")
    assert [problem.line for problem in read(text.encode()).problems] == [35, 41, 54]


def test_where_the_file_begins_with_a_mark_and_another_follows() -> None:
    text = changed("title: A", "title: A: x").replace("tours:", "---\ntours:")
    reading = read(f"---\n{text}".encode())
    assert [problem.message for problem in reading.problems] == [
        COLON,
        "a second document starts here; a timeline is one document",
    ]
    assert [event.id for event in reading.timeline.events] == ["b", "c"]


REFERENCES = {
    "an id that can be read": ("title: A", "title: [A", "say: Hello.", "claim: a.c7"),
    "an id behind an open quote": ("- id: a", '- id: "a', "say: Hello.", "claim: a.c7"),
    "an id that cannot be read": ("- id: a", "- id: a: b", "event: a", "event: aa"),
    "no id": ("- id: a", "- idd", "event: a", "event: aa"),
    "a claim whose id cannot be read": ("- id: c1", "- id: c: 1", "claim: c1", "claim: c11"),
    "an actor": ("name: Obama", "name: [Obama", "actors: [assad]", "actors: [obama]"),
    "an actor without a colon": ("  obama:", "  obama", "speaker: obama", "speaker: obame"),
    "actors whose key is broken": ("actors:\n", "actors\n", "[assad]", "[asad]"),
    "threads in braces": (
        "threads:\n  t: {name: T}\n  u: {name: U}",
        "threads: {t: {name: T}, u: {name: U}",
        "thread: u",
        "thread: v",
    ),
    "two actors in one": (
        "    kind: person\n  putin: {name: Putin}",
        "    kind: [person  putin: {name: Putin}",
        "actors: [assad]",
        "actors: [putin]",
    ),
}


@pytest.mark.parametrize(
    ("old", "new", "word", "reference"), REFERENCES.values(), ids=REFERENCES.keys()
)
def test_what_may_be_defined_in_a_gap_is_not_missed(
    old: str, new: str, word: str, reference: str
) -> None:
    text = changed(old, new).replace(word, reference, 1)
    assert len(read(text.encode()).problems) == 1


def test_other_references_are_checked_all_the_same() -> None:
    text = changed("title: A", "title: [A").replace("- event: c", "- event: cc")
    text = text.replace("actors: [obama, putin]", "actors: [obema]")
    assert [problem.message for problem in read(text.encode()).problems] == [
        BRACKET,
        'actor "obema" is not defined; did you mean "obama"?',
        'event "cc" is not defined; did you mean "c"?',
    ]


def test_what_the_file_lacks_is_said_unless_it_may_be_in_a_gap() -> None:
    head = "title: T\nspan: 2000\n"
    lacking = read(f"{head}actors:\n  a: {{name: [A}}\n".encode())
    assert [problem.message for problem in lacking.problems] == [
        'a timeline has no "events"',
        "this [ is never closed, or a comma is missing",
    ]
    assert len(read(f"{head}events\n  - id: a\n    date: 2014\n".encode()).problems) == 1


def test_an_audit_does_not_miss_what_is_in_a_gap() -> None:
    text = FILE.replace("    sources: [wh]\n", "    quotes:\n      - text: x\n        source: wh\n")
    assert audit(read(text.encode())) == ()
    (problem,) = (reading := read(text.replace("text: x", "text: [x").encode())).problems
    assert problem.ref == Ref("event", "c")
    assert reading.timeline.events[-1].quotes == ()
    assert audit(reading) == ()


def test_a_file_that_is_no_block_is_read_up_to_its_error() -> None:
    text = "{\ntitle: T, events: [{id: a, date: 2014, title: A, actors: [x]}],\nspan: ^],\n}\n"
    reading, places = read_marked(text)
    assert [problem.place for problem in reading.problems] == places
    assert [event.id for event in reading.timeline.events] == ["a"]
