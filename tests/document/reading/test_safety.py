"""Whatever the bytes are: reading them ends, raises nothing, and lets no hidden character by."""

import re
import tracemalloc
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from time import perf_counter

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tui.document.reader import Reading, audit, read
from tui.document.reading import tree

FILE = """\
title: Café 😀 "Ünïcode"
span: 2008/2024
threads: {t: {name: T}}
actors:
  a: {name: 'Նիկոլ', kind: person, aliases: [x, "y\\tz"]}
sources:
  s: {title: S, date: 2014~, url: https://example.org, x-own: [1, {b: c}]}
events:
  - id: e
    date: 2014-03/2015
    title: "A \\u00e9 title"
    thread: t
    actors: [a]
    summary: >-
      One sentence.
      Another: with a colon.

      # no comment
    sources:
      - s
    quotes:
      - {speaker: a, text: 'it''s', source: s, date: 2014-03-18T09:30}
    claims:
      - id: c1   # a comment
        by: s
        text: |
          Literal
            text
        verdict: partly
tours:
  all: {title: All, steps: [{event: e, claim: c1, say: hello}]}
"""

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)


def texts(value: object) -> Iterator[str]:
    """Every text in a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def check(data: bytes) -> Reading:
    """Read, and look at all that comes of it."""
    reading = read(data)
    shown = [*texts(reading.timeline), *(problem.message for problem in reading.problems)]
    assert not [text for text in shown if HIDDEN.search(text)]
    rows = re.split("\r\n|\r|\n", data.decode("utf-8", "replace").removeprefix("\ufeff"))
    for problem in (*reading.problems, *audit(reading)):
        assert "\n" not in problem.message
        if "UTF-16" not in reading.problems[0].message if reading.problems else True:
            assert 1 <= problem.line <= len(rows)
            assert 1 <= problem.column <= len(rows[problem.line - 1]) + 1
    return reading


@pytest.fixture(params=["c", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers in turn."""
    monkeypatch.setattr(
        tree, "LOADER", yaml.CSafeLoader if request.param == "c" else yaml.SafeLoader
    )


def test_the_file_of_these_tests_is_whole() -> None:
    assert read(FILE.encode()).problems == ()


SOON = {
    "a million brackets": b"[" * 1_000_000,
    "a million brackets in a value": b"title: " + b"[" * 1_000_000,
    "a million braces in a value": b"title: " + b"{" * 1_000_000,
    "a hundred thousand dashes": b"title:\n  " + b"- " * 100_000,
    "a hundred thousand question marks": b"title:\n  " + b"? " * 100_000,
    "three thousand levels": b"".join(b" " * at + b"a:\n" for at in range(3000)),
    "a thousand laughs": b"a: &a [x, x]\n"
    + b"".join(b"b%d: &b%d [%s]\n" % (at, at, b"*a, " * 9) for at in range(100)),
    "a hundred thousand directives": b"".join(b"%%TAG !a%d! x\n" % at for at in range(100_000))
    + b"---\ntitle: T\n",
    "a hundred thousand comments": b"#\n" * 100_000 + b"title: T\n",
    "a hundred thousand aliases": b"title: [" + b"*a, " * 100_000 + b"]\n",
    "thousands of fields": b"".join(b"a%d: b\n" % at for at in range(20_000)),
    "thousands of sections": b"".join(b"a%d: {b: {}}\n" % at for at in range(20_000)),
    "thousands of bad dates": b"title: T\nevents: ["
    + b"".join(b"{id: a%d, date: %d-, title: x}," % (at, at) for at in range(2_000))
    + b"]\n",
    "a long word": b"title: T\nevents: [{id: a, date: 2014, title: A, actors: [%s]}]\n"
    % (b"x" * 1_000_000),
    "a long key": b"title: T\n? " + b"k" * 1_000_000 + b"\n: x\nevents: []\n",
    "bells": b"title: " + b"\x07" * 300_000 + b"\nevents: []\n",
    "marks": b"title: " + "\u202e".encode() * 100_000 + b"\nevents: []\n",
    "anchors": b"title: [" + b"&a x, " * 50_000 + b"]\n",
    "a quote without end": b'title: "' + b"x\n" * 200_000,
    "a quote without end in an event": b'title: T\nevents:\n  - id: a\n    title: "\n'
    + b"  - {id: b, date: 2014, title: x}\n" * 20_000,
    "a quote without end in every event": b"title: T\nevents:\n"
    + b"  - id: a\n    title: \"x\n  - id: b\n    title: 'x\n" * 10_000,
    "lists without end": b"title: T\nevents:\n" + b"  - id: [\n" * 20_000,
    "fields that belong to nobody": b"title: T\nevents:\n  - id: a\n" + b" title: x\n" * 50_000,
    "words that belong to nobody": b"title: T\nevents:\n  - id: a\n" + b"x\n" * 100_000,
    "entries without colons": b"title: T\nactors:\n  a: [\n" + b"  b\n" * 50_000,
    "tabs before dashes": b"title: T\nevents:\n" + b"\t- id: a\n\n\n" * 50_000,
    "broken quotes in one event": b"title: T\nevents:\n  - id: a\n    quotes:\n"
    + b"      - text: x: y\n" * 20_000,
    "a million blanks before a colon": b"title: T\nevents:\n  - id" + b" " * 1_000_000 + b": [\n",
    "many ids in a line": b"title: T\nevents:\n  - {" + b"id: a, " * 100_000 + b"@\n",
    "thousands of merges": b"title: T\nevents:\n"
    + b"<<<<<<< a\n  - x\n=======\n  - y\n>>>>>>> b\n" * 10_000,
    "thousands of torn texts": b"title: T\nevents:\n"
    + b"  - title: >\n     a\n<<<<<<< a\n     x\n=======\n     y\n>>>>>>> b\n" * 5_000,
}


@pytest.mark.parametrize("data", SOON.values(), ids=SOON)
def test_hostile_files_end_soon(data: bytes) -> None:
    start = perf_counter()
    assert check(data).problems or b"k" in data
    assert perf_counter() - start < 20


NASTY = {
    "latin-1": ("title: T\nsubtitle: caf\xe9\n".encode("latin-1"), (2, 14)),
    "half a character": (b"title: T\nsubtitle: \xf0\x9f\n", (2, 11)),
    "a surrogate": (b"title: \xed\xa0\x80\n", (1, 8)),
}


@pytest.mark.parametrize(("data", "place"), NASTY.values(), ids=NASTY)
def test_a_byte_that_is_not_utf_8(data: bytes, place: tuple[int, int]) -> None:
    problem = check(data + b"events: []\n").problems[0]
    byte = data.decode("latin-1").splitlines()[place[0] - 1][place[1] - 1]
    assert problem.message == f"byte 0x{ord(byte):02x} is not UTF-8; save the file as UTF-8"
    assert problem.place == place


def test_a_byte_that_is_not_utf_8_after_a_million_others() -> None:
    data = b"# \xc3\xa9\n" * 300_000 + b"title: \xff\nevents: []\n"
    assert read(data).problems[0].place == (300_001, 8)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_named(encoding: str) -> None:
    problems = check(FILE.encode(encoding)).problems
    assert problems[0].message == "the file is saved as UTF-16; save it as UTF-8"


def test_a_file_in_utf_16_is_read_all_the_same() -> None:
    assert read(FILE.encode("utf-16")).timeline.title == 'Café 😀 "Ünïcode"'


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_lines_and_columns_are_those_of_an_editor(start: bytes, end: bytes) -> None:
    lines = [b"title: T", "# 😀 𝔘\u00a0é".encode(), "subtitle: '😀' x".encode(), b"events: []"]
    (problem,) = read(start + end.join(lines)).problems
    assert problem.place == (3, 15)
    (problem,) = read(start + end.join([lines[0], lines[1], b"subtitel: x", lines[3]])).problems
    assert problem.place == (3, 1)


@pytest.mark.parametrize("character", "\0\a\b\x1b\x7f\x80\x85\x9b\u2028\u2029\ufff9\ufffe")
@pytest.mark.usefixtures("loader")
def test_a_control_character_is_reported_and_never_kept(character: str) -> None:
    data = f"title: 😀\nsubtitle: a{character}b\nevents: [{{x: y}}]\n".encode()
    reading = check(data)
    first = reading.problems[0]
    name = f"U+{ord(character):04X}"
    assert first.message == f"the invisible control character {name} is not allowed; delete it"
    assert first.place == (2, 12)
    assert reading.timeline.subtitle == "a\ufffdb"
    assert reading.problems[-1].place == (3, 11)


@pytest.mark.parametrize("character", "\u202a\u202e\u2066\u2069")
def test_a_direction_mark_is_a_warning_and_becomes_visible(character: str) -> None:
    (problem,) = (reading := check(f"title: a{character}b\nevents: []\n".encode())).problems
    name = f"U+{ord(character):04X}"
    assert problem.severity == "warning"
    assert problem.message == f"an invisible direction mark {name}; shown as a visible escape"
    assert problem.place == (1, 9)
    assert reading.timeline.title == f"a⟨{name}⟩b"


def test_a_control_character_in_a_comment_is_reported() -> None:
    assert read(b"# \x1b]52;c;x\a\ntitle: T\nevents: []\n").problems[0].place == (1, 3)


def test_twenty_characters_of_each_sort_are_named() -> None:
    data = b"title: " + b"\a" * 50 + "\u202e".encode() * 50 + b"\nevents: []\n"
    assert len(read(data).problems) == 40


@pytest.mark.parametrize(
    ("escape", "name"),
    [
        (r"\e]52;c;x\a", "U+001B"),
        (r"\0", "U+0000"),
        (r"\x9b31m", "U+009B"),
        (r"\N", "U+0085"),
        (r"\L", "U+2028"),
        (r"\P", "U+2029"),
        (r"\u202e", "U+202E"),
        (r"\u2066", "U+2066"),
        (r"\r", "U+000D"),
        (r"\ufff9", "U+FFF9"),
    ],
)
@pytest.mark.parametrize("field", ["title: ", "events: [] # ", "subtitle: ", "x-own: "])
@pytest.mark.usefixtures("loader")
def test_an_escape_is_seen_through(escape: str, name: str, field: str) -> None:
    text = f'subtitle: S\n{field}"a{escape}"\nevents: [{{id: e, date: 2014, title: "{escape}"}}]\n'
    reading = check(text.encode())
    assert any(name in problem.message for problem in reading.problems)
    if field == "title: ":
        assert f"⟨{name}⟩" in reading.timeline.title
        assert (2, 8) in [problem.place for problem in reading.problems]


def test_escapes_in_keys_ids_and_lists_are_seen_through() -> None:
    check(
        rb'{"\e": "\e", actors: {"\e[31m": {name: "\e", "\e": x}}, events: [{id: "\e", date: "\e",'
        rb' title: "\e", actors: ["\e"], thread: "\e", confidence: "\e"}], tours: ["\e"]}'
    )


def test_a_tab_is_a_space() -> None:
    reading = read(b'title: "a\\tb"\nsubtitle: a\tb\nevents: []\n')
    assert (reading.timeline.title, reading.timeline.subtitle) == ("a b", "a b")
    assert reading.problems == ()


def test_marks_that_scripts_need_are_kept() -> None:
    text = "می\u200cخواهم 👩\u200d💻 co\u00adop \u200eabc\u200f"
    reading = read(f"title: {text}\nevents: []\n".encode())
    assert reading.timeline.title == text
    assert reading.problems == ()


def test_messages_stay_short() -> None:
    data = b"title: T\nevents: [{id: %s, date: %s, %s: x}]\n" % ((b"x" * 5000,) * 3)
    assert max(len(problem.message) for problem in read(data).problems) < 250


def test_reading_takes_a_few_times_the_memory_of_the_file() -> None:
    event = FILE.split("events:\n")[1].split("tours:", maxsplit=1)[0].replace("c1", "c%d")
    events = "".join(
        event.replace("id: e", f"id: e{at}").replace("%d", str(at)) for at in range(400)
    )
    data = (FILE.split("  - id: e", maxsplit=1)[0] + events).encode()
    tracemalloc.start()
    try:
        read(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 7 * len(data)


def mutated(data: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    """The bytes with some stretches of them put in the place of others."""
    for start, length, new in cuts:
        at = start % (len(data) + 1)
        data = data[:at] + new + data[at + length :]
    return data


PIECES = [
    *(
        b"\n",
        b"  ",
        b"\t",
        b": ",
        b"- ",
        b"[",
        b"]",
        b"{",
        b"}",
        b'"',
        b"'",
        b"#",
        b"|",
        b">",
        b"&a",
    ),
    *(
        b"*a",
        b"!x",
        b"<<: ",
        b"---\n",
        b"...\n",
        b"%",
        b"?",
        b",",
        b"\\",
        b"\\u202e",
        b"\\e",
        b"\0",
    ),
    *(
        b"\x1b",
        b"\r",
        b"\xff",
        "\u2028".encode(),
        "\u202e".encode(),
        "\x85".encode(),
        b"<<<<<<< x\n",
    ),
    *("😀".encode(), b"events:\n", b"  - id: e\n", b"title: x\n", b"quotes:\n", b"\\U00110000"),
]
CUTS = st.lists(
    st.tuples(
        st.integers(0, len(FILE) * 2),
        st.integers(0, 12),
        st.sampled_from(PIECES) | st.binary(max_size=3),
    ),
    max_size=6,
)


@given(st.binary(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=25).map(b"".join))
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf")
@example(b"? [")
@example(b"{? a, b: c}")
@example(b"events: {? {}")
def test_any_bytes_are_read(data: bytes) -> None:
    check(data)


@given(CUTS)
def test_a_damaged_file_is_read(cuts: list[tuple[int, int, bytes]]) -> None:
    check(mutated(FILE.encode(), cuts))


@given(CUTS)
def test_a_damaged_file_is_read_without_libyaml(cuts: list[tuple[int, int, bytes]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "LOADER", yaml.SafeLoader)
        check(mutated(FILE.encode(), cuts[:3]))
