"""What becomes of a text, line by line, with one edit in it."""

from collections.abc import Callable
from functools import partial

import pytest

from tui.document.editing.block_edits import New
from tui.document.editing.edits import (
    add_entry,
    insert_item,
    move_child,
    remove,
    rename_key,
    rewrite,
    written,
)
from tui.document.editing.piece import Data, EditError, Path, Piece, parse
from tui.document.editing.values import set_value

Change = Callable[[Piece], Piece]


def put(*path: str | int, to: Data) -> Change:
    return partial(set_value, path=path, value=to)


def gone(*path: str | int) -> Change:
    return partial(remove, path=path)


def item(*path: str | int, at: int, value: Data) -> Change:
    return partial(insert_item, path=path, at=at, new=New(value))


def entry(*path: str | int, value: Data) -> Change:
    return partial(add_entry, path=path[:-1], new=New(value, key=str(path[-1])))


def moved(*path: str | int, at: int, to: int) -> Change:
    return partial(move_child, path=path, at=at, to=to)


SCALARS = {
    "a comment stays": ("a: b  # c\n", put("a", to="d"), "a: d  # c\n"),
    "a tab before it stays": ("a: b\t# c\n", put("a", to="d"), "a: d\t# c\n"),
    "quotes stay": ("a: 'b'\n", put("a", to="it's"), "a: 'it''s'\n"),
    "double quotes stay": ('a: "b"\n', put("a", to='say "d"'), 'a: "say \\"d\\""\n'),
    "what would be a comment is quoted": ("a: b\n", put("a", to="d #e"), "a: 'd #e'\n"),
    "what would be a number is quoted": ("a: b\n", put("a", to="0x1F"), "a: '0x1F'\n"),
    "a number stays one": ("a: 1\n", put("a", to="2"), "a: 2\n"),
    "an empty value": ("a:\nb: c\n", put("a", to="d"), "a: d\nb: c\n"),
    "an empty value with a comment": ("a:  # c\n", put("a", to="d"), "a: d  # c\n"),
    "an empty value in brackets": ("{a: , b: c}\n", put("a", to="d"), "{a: d, b: c}\n"),
    "a value of its own line": ("a:\n  b # c\n", put("a", to="d"), "a:\n  d # c\n"),
    "a value over two lines": ("a: b\n  c\n", put("a", to="b d"), "a: b\n  d\n"),
    "a quote over two lines": ("a: 'b\n  c'\n", put("a", to="b it's"), "a: 'b\n  it''s'\n"),
    "a quote with escapes": (
        'a: "b \\"c\\"\n  d é"\n',
        put("a", to='b "c" e é'),
        'a: "b \\"c\\"\n  e é"\n',
    ),
    "a quote with escaped lines": (
        'a: "b\\nc\n  d"\n',
        put("a", to="b\nc e"),
        'a: "b\\nc\n  e"\n',
    ),
    "a quote with a blank line": ('a: "b\n\n  c"\n', put("a", to="b\nd"), 'a: "b\n\n  d"\n'),
    "nothing in the place of something": ("a: b # c\n", put("a", to=""), "a: '' # c\n"),
    "a folded text": (
        "a: >-\n  B.\n  C.\nd: e\n",
        put("a", to="B. D."),
        "a: >-\n  B.\n  D.\nd: e\n",
    ),
    "a header with a comment": ("a: > # c\n   B\n", put("a", to="D"), "a: > # c\n   D\n"),
    "a header with a comment goes": ("a: | # c\n  B\n", put("a", to=" D "), "a: ' D ' # c\n"),
    "a header that keeps blank lines": (
        "a: |+\n  B\n\nd: e\n",
        put("a", to="D"),
        "a: |+\n  D\n\nd: e\n",
    ),
    "a header with an indent": ("a: |2\n    B\n", put("a", to="D"), "a: |2\n  D\n"),
    "an indent in a header": ("- a: |1-\n     B\n", put(0, "a", to="  D"), "- a: |1-\n     D\n"),
    "a literal text": ("a: |\n  B\n  C\n", put("a", to="B\nD"), "a: |\n  B\n  D\n"),
    "a folded text with a list in it": (
        "a: >\n  B\n\n    - C\n    - D\n\n  E\n",
        put("a", to="B\n\n  - C\n  - D\n\nF"),
        "a: |\n  B\n\n    - C\n    - D\n\n  F\n",
    ),
    "a short text that gets lines": ("a: b # c\n", put("a", to="B\nC"), "a: >- # c\n  B\n\n  C\n"),
    "a text of blanks": ("a: b\n", put("a", to="  "), "a: '  '\n"),
    "an item": ("- a # c\n- b\n", put(0, to="d"), "- d # c\n- b\n"),
    "an empty item": ("-\n- b\n", put(0, to="d"), "- d\n- b\n"),
    "a windows file": (
        "a: >-\r\n  One.\r\n  Two.\r\n",
        put("a", to="One. Three. Four."),
        "a: >-\r\n  One.\r\n  Three.\r\n  Four.\r\n",
    ),
    "lines of windows": ("a: b\r\n", put("a", to="c \nd"), "a: |-\r\n  c \r\n  d\r\n"),
    "no line break at the end": ("a: b", put("a", to="c"), "a: c"),
    "lines without a line break at the end": ("a: b", put("a", to="c\nd"), "a: >-\n  c\n\n  d"),
}  # fmt: skip

VALUES = {
    "a list item by item": (
        "a: [b, # 1\n  c, # 2\n  d] # 3\n",
        put("a", to=["b", "x", "d"]),
        "a: [b, # 1\n  x, # 2\n  d] # 3\n",
    ),
    "records one by one": (
        "a:\n  - b: 1 # 1\n  # 2\n  - b: 2\n    c: 3 # 3\n",
        put("a", to=[{"b": "1"}, {"b": "2", "c": "4"}, {"b": "5"}]),
        "a:\n  - b: 1 # 1\n  # 2\n  - b: 2\n    c: 4 # 3\n  - b: '5'\n",
    ),
    "a word becomes a list": ("a: b # c\n", put("a", to=["b", "d"]), "a: [b, d] # c\n"),
    "a list becomes a word": ("a: # c\n  - b\nd: e\n", put("a", to="b"), "a: b # c\nd: e\n"),
    "a list becomes empty": ("a: # c\n  - b # d\ne: f\n", put("a", to=[]), "a: [] # c\ne: f\n"),
    "an empty list gets records": (
        "a: [] # c\nd: e\n",
        put("a", to=[{"b": "c"}]),
        "a: # c\n  - b: c\nd: e\n",
    ),
    "an empty list below its key gets records": (
        "a:\n  []\nd: e\n",
        put("a", to=[{"b": "c"}]),
        "a:\n  - b: c\nd: e\n",
    ),
}

ENTRIES = {
    "one more": ("a: b\nc: d # e\n", entry("f", value="g"), "a: b\nc: d # e\nf: g\n"),
    "one more behind a folded text": (
        "a: >-\n  B.\n\n# c\n",
        entry("f", value="g"),
        "a: >-\n  B.\nf: g\n\n# c\n",
    ),
    "one more at no line break": ("a: b", entry("f", value="g"), "a: b\nf: g"),
    "one more in braces": ("{a: b}\n", entry("f", value="g, h"), "{a: b, f: 'g, h'}\n"),
    "one more in braces with a comma": ("{a: b, }\n", entry("f", value="g"), "{a: b, f: g, }\n"),
    "one more in braces with lines": (
        "{\n  a: b # c\n}\n",
        entry("f", value="g"),
        "{\n  a: b, # c\n  f: g\n}\n",
    ),
    "one less with its comments": (
        "a: b\n# of c\nc: d # e\n  # f\ng: h\n",
        gone("c"),
        "a: b\ng: h\n",
    ),
    "a heading stays": ("# h\n\na: b\nc: d\n", gone("a"), "# h\n\nc: d\n"),
    "one less behind a dash": ("- a: b\n  c: d\n- e\n", gone(0, "a"), "- c: d\n- e\n"),
    "one less behind a dash, with a comment below": (
        "- a: b\n  # c\n  d: e\n",
        gone(0, "a"),
        "-\n  # c\n  d: e\n",
    ),
    "the only one": ("a: # c\n  b: d # e\nf: g\n", gone("a", "b"), "a: {} # c\nf: g\n"),
    "another key": (
        "a: # c\n  b: d\n",
        partial(rename_key, path=("a",), key="x y"),
        "x y: # c\n  b: d\n",
    ),
    "another key in quotes": ("'a': b\n", partial(rename_key, path=("a",), key="c"), "'c': b\n"),
}  # fmt: skip

ITEMS = {
    "one more": ("- a\n- b\n", item(at=1, value="c"), "- a\n- c\n- b\n"),
    "one more at the end": ("- a\n- b # c\n", item(at=2, value="d"), "- a\n- b # c\n- d\n"),
    "one more where they are apart": ("- a\n\n- b\n", item(at=2, value="c"), "- a\n\n- b\n\n- c\n"),
    "one more before a comment of the next": (
        "- a\n# of b\n- b\n",
        item(at=1, value="c"),
        "- a\n- c\n# of b\n- b\n",
    ),
    "one more below a heading": (
        "x:\n  # h\n  - a\n",
        item("x", at=0, value="c"),
        "x:\n  # h\n  - c\n  - a\n",
    ),
    "one more in a list without an indent": (
        "x:\n- a\ny: z\n",
        item("x", at=1, value="c"),
        "x:\n- a\n- c\ny: z\n",
    ),
    "one more with a wide gap": (
        "-   a: b\n",
        item(at=1, value={"c": "d", "e": "f"}),
        "-   a: b\n-   c: d\n    e: f\n",
    ),
    "one more behind a lone dash": (
        "-\n  a: b\n",
        item(at=1, value={"c": "d"}),
        "-\n  a: b\n- c: d\n",
    ),
    "one more in brackets": ("[a, b]\n", item(at=1, value="c"), "[a, c, b]\n"),
    "one more in brackets with lines": (
        "[\n  a, # 1\n  b # 2\n]\n",
        item(at=2, value="c"),
        "[\n  a, # 1\n  b, # 2\n  c\n]\n",
    ),
    "one more in brackets with lines and a last comma": (
        "[\n  a, # 1\n]\n",
        item(at=1, value="c"),
        "[\n  a, # 1\n  c,\n]\n",
    ),
    "one more in empty brackets": ("x: [ ] # c\n", item("x", at=0, value="c"), "x: [c ] # c\n"),
    "a first record": ("x: [] # c\n", item("x", at=0, value={"a": "b"}), "x: # c\n  - a: b\n"),
    "one less": ("- a\n\n- b # c\n\n- d\n", gone(1), "- a\n\n- d\n"),
    "the last": ("- a\n\n- b\n\n# end\n", gone(1), "- a\n\n# end\n"),
    "the last at no line break": ("- a\n- b", gone(1), "- a"),
    "the last at no line break of windows": ("- a\r\n- b", gone(1), "- a"),
    "the only one": ("x: # c\n  - a # d\ny: z\n", gone("x", 0), "x: [] # c\ny: z\n"),
    "the only one in brackets": ("x: [a] # c\n", gone("x", 0), "x: [] # c\n"),
    "one less in brackets": ("[a, b, c]\n", gone(1), "[a, c]\n"),
    "the last in brackets": ("[a, b]\n", gone(1), "[a]\n"),
    "the last in brackets with a comma": ("[a, b, ]\n", gone(1), "[a, ]\n"),
    "one less in brackets with lines": (
        "[\n  a, # 1\n  # of b\n  b, # 2\n  c # 3\n]\n",
        gone(1),
        "[\n  a, # 1\n  c # 3\n]\n",
    ),
    "the first in brackets with a comment behind": ("[a, # 1\n  b]\n", gone(0), "[\n  b]\n"),
    "one moved with its comment": (
        "- a\n# of b\n- b\n\n- c\n",
        moved(at=1, to=2),
        "- a\n- c\n\n# of b\n- b\n",
    ),
    "one moved to no line break": ("- a\n- b", moved(at=0, to=1), "- b\n- a"),
    "one moved in brackets": ("[a, # 1\n  b # 2\n]\n", moved(at=1, to=0), "[b, # 2\n  a # 1\n]\n"),
    "an entry moved": ("a: b\nc: d\n", moved(at=1, to=0), "c: d\na: b\n"),
    "one moved out of the line of another dash": (
        "- - a\n  - b\n",
        moved(0, at=0, to=1),
        "- - b\n  - a\n",
    ),
}  # fmt: skip

ALL = [
    pytest.param(*case, id=f"{name}: {each}")
    for name, cases in (("text", SCALARS), ("value", VALUES), ("entry", ENTRIES), ("item", ITEMS))
    for each, case in cases.items()
]


@pytest.mark.parametrize(("text", "change", "expected"), ALL)
def test_only_what_is_meant_changes(text: str, change: Change, expected: str) -> None:
    eol = "\r\n" if "\r\n" in text else "\n"
    assert change(parse(text, eol)).text == expected


REFUSED = {
    "an anchor": ("a: &b c\n", "an anchor, an alias or a tag of YAML stands here"),
    "an alias": ("a: &b c\nd: *b\n", "an anchor, an alias or a tag of YAML stands here"),
    "a tag": ("a: !b c\n", "an anchor, an alias or a tag of YAML stands here"),
    "two documents": ("a: b\n--- \nc: d\n", "more than one document"),
    "no YAML": ("a: [b\n", "not be valid YAML"),
    "nothing": ("# c\n", "nothing would be left"),
    "too deep": ("[" * 65 + "]" * 65 + "\n", "deeper than 64 levels"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_edited_safely_is_refused(text: str, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        parse(text)


@pytest.mark.parametrize(
    ("text", "change", "reason"),
    [
        pytest.param("a: b\na: c\n", put("a", to="d"), '"a" is given twice', id="a key twice"),
        pytest.param("? [a]\n: b\nc: d\n", put("c", to="e"), "is a key here", id="a list as key"),
        pytest.param("a: b\n", put("c", to="d"), "there is no c here", id="no such key"),
        pytest.param("- a\n", put(1, to="d"), "there is no 1 here", id="no such item"),
        pytest.param("a: b\n", gone("a"), "nothing would be left", id="all of it"),
        pytest.param("a: b\n", entry("a", value="c"), "is there already", id="a key there is"),
        pytest.param("a: b\n", item("a", at=0, value="c"), "that is no list", id="no list"),
        pytest.param("- a\n", moved(at=0, to=1), "nothing to move there", id="no such place"),
    ],
)
def test_what_is_not_there_is_refused(text: str, change: Change, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        change(parse(text))


def test_another_key_that_is_given_twice_is_left_alone() -> None:
    assert put("c", to="e")(parse("a: 1\na: 2\nc: d\n")).text == "a: 1\na: 2\nc: e\n"


WRITTEN: dict[str, tuple[str, Path, str]] = {
    "an item": (
        "x:\n  - a: b # c\n    # d\n    e: f\n  - g\n",
        ("x", 0),
        "- a: b # c\n  # d\n  e: f\n",
    ),
    "an entry": ("x:\n  a: # c\n    b: d\n", ("x", "a"), "a: # c\n  b: d\n"),
    "windows lines": (
        "x:\r\n  - a: >\r\n      b\r\n\r\n      c\r\n",
        ("x", 0),
        "- a: >\n    b\n\n    c\n",
    ),
    "in braces": ("x: {a: {b: c}, d: e}\n", ("x", "a"), "a: {b: c}"),
    "the last line": ("x:\n  - a: b", ("x", 0), "- a: b\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "path", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_a_record_is_taken_out_as_it_is_written(text: str, path: Path, expected: str) -> None:
    piece = parse(text, "\r\n" if "\r\n" in text else "\n")
    assert written(piece, path) == expected
    assert rewrite(piece, path, expected).text == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("- a\n- b\n", "more or less", id="two for one"),
        pytest.param("# a\n", "more or less", id="none"),
        pytest.param("- [a\n", "not be valid YAML", id="no YAML"),
        pytest.param("a\n", "more or less", id="no item"),
    ],
)
def test_a_record_is_written_otherwise_as_one(text: str, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        rewrite(parse("- x: y\n- z\n"), (0,), text)


@pytest.mark.parametrize(
    ("whole", "path"),
    [
        pytest.param("a: {b: {c: d}, e: f}\n", ("a", "e"), id="the last in braces"),
        pytest.param("a: {b: {c: d}}\n", ("a", "b"), id="the only one in braces"),
        pytest.param("a: [b, c]\n", ("a", 1), id="the last in brackets"),
        pytest.param("a:\n  - b\n  - c\n", ("a", 1), id="the last in lines"),
        pytest.param("a:\n  b: c\n  d: e\n", ("a", "d"), id="the last entry"),
    ],
)
@pytest.mark.parametrize("text", ["", "# c", "\n"], ids=["nothing", "a comment", "a line"])
def test_a_record_is_not_written_away(whole: str, path: Path, text: str) -> None:
    with pytest.raises(EditError, match=r"more or less|valid YAML"):
        rewrite(parse(whole), path, text)
