"""Passages: the lines of one record, and what is wrong with other lines in their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document.document import opened
from tui.document.editing.edit import Rewrite
from tui.document.editor import edit, written
from tui.document.reading.passage import Checked, Passage
from tui.timeline.records import Ref

FILE = """\
title: T
threads: {war: {name: War}}
actors:
  russia: {name: Russia, kind: state}
  # Since 2008.
  georgia:
    name: Georgia
    kind: state
sources:
  essay: {title: An essay, kind: article, url: "https://example.org/essay"}
events:
  - id: accord
    date: 2008-08-12
    title: The accord
    actors: [russia]
    quotes:
      - id: first
        speaker: russia
        source: essay
        text: "Yes"
      - {speaker: georgia, text: No}
    claims:
      - id: signed
        text: It was signed.
        by: essay
  - {id: strikes, date: 2015-09~, title: Air strikes}
"""
DOCUMENT = opened(FILE.encode())
REFS = {
    Ref("thread", "war"): "war: {name: War}",
    Ref("actor", "russia"): "russia: {name: Russia, kind: state}\n",
    Ref("actor", "georgia"): "georgia:\n  name: Georgia\n  kind: state\n",
    Ref("source", "essay"): (
        'essay: {title: An essay, kind: article, url: "https://example.org/essay"}\n'
    ),
    Ref("event", "strikes"): "- {id: strikes, date: 2015-09~, title: Air strikes}\n",
    Ref("quote", "first"): '- id: first\n  speaker: russia\n  source: essay\n  text: "Yes"\n',
    Ref("quote", "accord.q2"): "- {speaker: georgia, text: No}\n",
    Ref("claim", "signed"): "- id: signed\n  text: It was signed.\n  by: essay\n",
}


def passage(ref: Ref) -> Passage:
    text = written(DOCUMENT.text, DOCUMENT.reading, ref)
    return Passage(text, DOCUMENT.reading, ref)


def told(checked: Checked) -> list[str]:
    return [f"{each.line}:{each.column} {each.message}" for each in checked.problems]


@pytest.mark.parametrize(("ref", "text"), REFS.items(), ids=map("-".join, REFS))
def test_a_record_stands_by_itself_with_nothing_wrong(ref: Ref, text: str) -> None:
    found = written(DOCUMENT.text, DOCUMENT.reading, ref)
    assert found == text
    assert passage(ref).check(found) == Checked((), is_whole=True)
    assert edit(DOCUMENT.text, DOCUMENT.reading, [Rewrite(ref, found, found)]).text == FILE


EVENT = "- id: strikes\n  date: 2015-09~\n  title: Air strikes\n"
WRONG = {
    "a date": (EVENT.replace("2015-09~", "soon"), ['2:9 date "soon": write 2014, 2014-03, ']),
    "an unknown actor": (
        EVENT + "  actors: [russia, gorgia]\n",
        ['4:20 actor "gorgia" is not defined; did you mean "georgia"?'],
    ),
    "an unknown thread": (EVENT + "  thread: peace\n", ['4:11 thread "peace" is not defined']),
    "an id that is taken": (
        EVENT.replace("id: strikes", "id: accord"),
        ['1:7 event "accord" is given twice; the first is on line 12'],
    ),
    "the id of a quote that is taken": (
        EVENT + "  quotes:\n    - {id: first, text: Yes}\n",
        ['5:12 quote "first" is given twice; the first is on line 17'],
    ),
    "an unknown field": (EVENT + "  plaice: Kyiv\n", ['4:3 an event has no field "plaice"']),
    "no title": (EVENT.replace("  title: Air strikes\n", ""), ["1:3 "]),
    "nothing": ("", ["1:1 this has to be one record, no more and no less"]),
    "a comment": ("# gone\n", ["1:1 this has to be one record"]),
    "two records": (
        EVENT + EVENT.replace("strikes", "raids"),
        ["1:1 this has to be one record"],
    ),
}


@pytest.mark.parametrize(("text", "beginnings"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_at_its_own_place(text: str, beginnings: list[str]) -> None:
    checked = passage(Ref("event", "strikes")).check(text)
    found = told(checked)
    assert checked.is_whole
    assert [each[: len(said)] for each, said in zip(found, beginnings, strict=True)] == beginnings


@pytest.mark.parametrize(
    ("ref", "text", "beginning"),
    [
        (Ref("actor", "georgia"), "georgia:\n  name: G\n  kind: land\n", '3:9 kind "land" is not'),
        (Ref("actor", "georgia"), "russia: {name: G}\n", '1:1 actor "russia" is given twice'),
        (Ref("claim", "signed"), "- text: It\n  by: eassy\n", '2:7 source "eassy" is not defined'),
        (Ref("quote", "first"), "- text: Yes\n  date: soon\n", '2:9 date "soon"'),
    ],
    ids=["actor", "id of an actor", "claim", "quote"],
)
def test_so_it_is_in_records_of_every_kind(ref: Ref, text: str, beginning: str) -> None:
    assert told(passage(ref).check(text))[0].startswith(beginning)


@pytest.mark.parametrize("ref", REFS, ids=map("-".join, REFS))
@pytest.mark.parametrize("text", ["", "\n", "# gone"], ids=["nothing", "a line", "a comment"])
def test_nothing_is_no_record_of_any_kind(ref: Ref, text: str) -> None:
    checked = passage(ref).check(text)
    assert not checked.is_one
    assert "1:1 this has to be one record, no more and no less" in told(checked)


def test_another_id_of_its_own_is_no_mistake() -> None:
    text = EVENT.replace("id: strikes", "id: bombing")
    assert passage(Ref("event", "strikes")).check(text) == Checked((), is_whole=True)


@pytest.mark.parametrize(
    "text",
    [EVENT + '  place: "Kyiv\n', EVENT + "  a: b: c\n", "- [", "- id: x\n\tdate: 2014\n", "{"],
    ids=["a quote", "a colon", "a bracket", "a tab", "a brace"],
)
def test_what_is_no_yaml_is_told_within_its_lines(text: str) -> None:
    checked = passage(Ref("event", "strikes")).check(text)
    assert not checked.is_whole
    assert 1 <= checked.problems[0].line <= text.count("\n") + 1


@given(st.sampled_from(list(REFS)), st.text(max_size=40), st.integers(0, 60))
def test_whatever_is_typed_has_its_problems_at_its_lines(ref: Ref, typed: str, at: int) -> None:
    text = written(DOCUMENT.text, DOCUMENT.reading, ref)
    typed = text[:at] + typed + text[at:]
    for problem in passage(ref).check(typed).problems:
        assert 1 <= problem.line <= max(1, len(typed.splitlines()) + 1)
        assert problem.column >= 1
