"""A record as it is written, taken out of its file."""

import pytest
import yaml
from hypothesis import given, settings

from document.files import Tree, files
from document.reading.test_places import Writer, addresses
from tui.document.editing.block import block
from tui.document.reader import read
from tui.document.reading import tree as tree_room
from tui.timeline.records import Ref

FILE = """\
title: T
threads: {t: {name: T}, u: {name: "U, u"}}
actors:

  # the first
  assad:
    name: "A"   # as in print
    aliases: [x,
      y]

    # what follows is not known

  # the second
  putin: {name: P}
sources:
  {s: {title: S},
   r: {title: R}}
events:

  # ---- 2013 ----

  - id: ghouta
    date: 2013-08-21
    # two of them
    title: Ghouta
    summary: |
      # no comment

      - id: none
    quotes:
      - text: Words
        # about the words
      -   # with a note

        id: q
        text: '😀'

        # about q
      # about none
    claims: [{text: 😀, sources: []}, {by: s, text: 'z'}]
    # the end

  # ---- 2014 ----

  - {id: flow, date: 2014, title: "F: {"}   # braces
  - date: 2015
    id: last
    title: L
tours:
  all:
    title: All
    steps:
    - event: ghouta
"""

BLOCKS = {
    Ref("thread", "t"): "t: {name: T}",
    Ref("thread", "u"): 'u: {name: "U, u"}',
    Ref("actor", "assad"): """\
assad:
  name: "A"   # as in print
  aliases: [x,
    y]

  # what follows is not known
""",
    Ref("actor", "putin"): "putin: {name: P}\n",
    Ref("source", "s"): "s: {title: S}",
    Ref("source", "r"): "r: {title: R}",
    Ref("event", "ghouta"): """\
- id: ghouta
  date: 2013-08-21
  # two of them
  title: Ghouta
  summary: |
    # no comment

    - id: none
  quotes:
    - text: Words
      # about the words
    -   # with a note

      id: q
      text: '😀'

      # about q
    # about none
  claims: [{text: 😀, sources: []}, {by: s, text: 'z'}]
  # the end
""",
    Ref("quote", "ghouta.q1"): "- text: Words\n  # about the words\n",
    Ref("quote", "q"): "-   # with a note\n\n  id: q\n  text: '😀'\n\n  # about q\n",
    Ref("claim", "ghouta.c1"): "{text: 😀, sources: []}",
    Ref("claim", "ghouta.c2"): "{by: s, text: 'z'}",
    Ref("event", "flow"): '- {id: flow, date: 2014, title: "F: {"}   # braces\n',
    Ref("event", "last"): "- date: 2015\n  id: last\n  title: L\n",
    Ref("tour", "all"): "all:\n  title: All\n  steps:\n  - event: ghouta\n",
    Ref("event", "nothing"): "",
}


@pytest.fixture(params=["c", "python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers in turn."""
    chosen = yaml.CSafeLoader if request.param == "c" else yaml.SafeLoader
    monkeypatch.setattr("tui.document.editing.extent.LOADER", chosen)
    monkeypatch.setattr(tree_room, "LOADER", chosen)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("ref", BLOCKS, ids=lambda ref: ref.id)
def test_a_record_is_taken_as_it_is_written(ref: Ref, line_end: str) -> None:
    data = FILE.replace("\n", line_end).encode()
    assert block(data, read(data), ref) == BLOCKS[ref].replace("\n", line_end)


def test_a_record_larger_than_what_is_parsed_at_first_is_whole() -> None:
    lines = "".join(f"    # {number}\n    x-{number}: >-\n      words\n" for number in range(2000))
    event = f"  - id: a\n    date: 2014\n    title: A\n{lines}"
    data = f"title: T\nevents:\n{event}  - {{id: b, date: 2015, title: B}}\n".encode()
    found = block(data, read(data), Ref("event", "a"))
    assert found == "".join(line[2:] for line in event.splitlines(keepends=True))


def test_the_last_line_needs_no_end() -> None:
    data = b"\xef\xbb\xbftitle: T\nevents:\n- {id: a, date: 2014, title: A}"
    found = block(data, read(data), Ref("event", "a"))
    assert found == "- {id: a, date: 2014, title: A}"


def test_a_control_character_is_taken_out() -> None:
    data = b"title: T\nevents:\n  - id: a\n    date: 2014\n    title: A\x1b[2J\n"
    found = block(data, read(data), Ref("event", "a"))
    assert found == "- id: a\n  date: 2014\n  title: A\N{REPLACEMENT CHARACTER}[2J\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"# a comment\n" * 20, id="comments"),
        pytest.param(b"- [\n" * 200, id="what is no YAML"),
        pytest.param(FILE.encode("utf-16"), id="UTF-16"),
    ],
)
def test_of_other_bytes_than_were_read_nothing_is_taken(data: bytes) -> None:
    assert block(data, read(FILE.encode()), Ref("event", "ghouta")) == ""


@given(files())
@settings(max_examples=25)
def test_what_is_taken_says_what_the_file_says(tree: Tree) -> None:
    data = Writer(tree).text.encode()
    reading = read(data)
    for ref, path in {ref: path for ref, _, path in addresses(tree) if ref}.items():
        section, key, *part = path[: 4 if ref.kind in ("quote", "claim") else 2]
        own = tree[section][key]
        for each in part:
            own = own[each]
        expected = [own] if section == "events" else {key: own}
        found = yaml.load(block(data, reading, ref), yaml.BaseLoader)  # noqa: S506, texts only
        assert found == expected
