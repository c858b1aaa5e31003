"""What refers to a record, and what becomes of that when the record is renamed or goes."""

from collections.abc import Callable
from difflib import ndiff
from pathlib import Path

import pytest

from tui.document.editing.edit import Edit
from tui.document.editing.mentions import mentions, removal, removal_alone, renaming
from tui.document.editing.piece import EditError
from tui.document.editor import edit
from tui.document.reader import Reading, read
from tui.timeline.records import Kind, Ref

SHIPPED = (Path(__file__).parents[3] / "timeline.yaml").read_text(encoding="utf-8")

FILE = """\
title: T
threads:
  war: {name: War}
  peace: {name: Peace}
actors:
  assad: {name: Bashar al-Assad, affiliations: [syria]}
  syria: {name: Syria}
sources:
  un: {title: A report}
  cepa: {title: An essay}
events:
  - id: first
    date: 2014
    title: It begins
    thread: war
    actors: [syria, assad]   # both
    sources: [un]
    quotes:
      - {speaker: assad, source: un, text: No.}
      - {speaker: Nobody, text: Yes.}
    claims:
      - {by: un, text: It began., sources: [cepa, un]}
      - {id: named, by: cepa, text: It will end.}
      - {text: It went on.}
  - id: second
    date: 2015
    title: It goes on
    actors:
      - assad
tours:
  all:
    title: All
    steps:
      - {event: first, claim: first.c3}
      - say: nothing
      - event: second
      - {event: first, claim: named}
  short:
    title: Short
    steps:
      - event: second
"""


def ref(text: str) -> Ref:
    kind, _, own = text.partition(" ")
    kinds: dict[str, Kind] = {"event": "event", "actor": "actor", "source": "source"}
    kinds |= {"thread": "thread", "claim": "claim", "quote": "quote", "tour": "tour"}
    return Ref(kinds[kind], own)


MENTIONED = {
    "thread war": ["thread of first"],
    "thread peace": [],
    "actor assad": ["actors of first", "speaker of first.q1", "actors of second"],
    "actor syria": ["affiliations of assad", "actors of first"],
    "source un": [
        "sources of first",
        "source of first.q1",
        "by of first.c1",
        "sources of first.c1",
    ],
    "source cepa": ["sources of first.c1", "by of named"],
    "event first": [
        "event of step 1 of all",
        "claim of step 1 of all",
        "event of step 4 of all",
    ],
    "event second": ["event of step 3 of all", "event of step 1 of short"],
    "claim named": ["claim of step 4 of all"],
    "claim first.c3": ["claim of step 1 of all"],
    "claim first.c1": [],
    "quote first.q1": [],
    "tour all": [],
}


@pytest.mark.parametrize(("meant", "expected"), MENTIONED.items(), ids=MENTIONED)
def test_what_refers_to_a_record_is_found(meant: str, expected: list[str]) -> None:
    found = mentions(read(FILE.encode()), ref(meant))
    assert [each.words for each in found] == expected


def test_a_mention_is_where_the_file_has_it() -> None:
    places = {each.path: each.ref for each in mentions(read(FILE.encode()), ref("event second"))}
    assert places == {
        ("steps", 2, "event"): Ref("tour", "all"),
        ("steps", 0, "event"): Ref("tour", "short"),
    }


def changed(text: str, reading: Reading, edits: tuple[Edit, ...]) -> list[str]:
    """The lines that go (-) and come (+) with some edits."""
    lines = ndiff(text.splitlines(), edit(text, reading, edits).text.splitlines())
    return [line for line in lines if line[0] in "+-"]


RENAMED = {
    "thread war": [
        "-   war: {name: War}",
        "+   new-id: {name: War}",
        "-     thread: war",
        "+     thread: new-id",
    ],
    "actor assad": [
        "-   assad: {name: Bashar al-Assad, affiliations: [syria]}",
        "+   new-id: {name: Bashar al-Assad, affiliations: [syria]}",
        "-     actors: [syria, assad]   # both",
        "+     actors: [syria, new-id]   # both",
        "-       - {speaker: assad, source: un, text: No.}",
        "+       - {speaker: new-id, source: un, text: No.}",
        "-       - assad",
        "+       - new-id",
    ],
    "event first": [
        "-   - id: first",
        "+   - id: new-id",
        "-       - {event: first, claim: first.c3}",
        "+       - {event: new-id, claim: new-id.c3}",
        "-       - {event: first, claim: named}",
        "+       - {event: new-id, claim: named}",
    ],
    "claim first.c3": [
        "-       - {text: It went on.}",
        "+       - {id: new-id, text: It went on.}",
        "-       - {event: first, claim: first.c3}",
        "+       - {event: first, claim: new-id}",
    ],
}


@pytest.mark.parametrize(("meant", "expected"), RENAMED.items(), ids=RENAMED)
def test_a_record_is_renamed_everywhere(meant: str, expected: list[str]) -> None:
    reading = read(FILE.encode())
    assert changed(FILE, reading, renaming(reading, ref(meant), "new-id")) == expected


REMOVED = {
    "thread war": ["-   war: {name: War}", "-     thread: war"],
    "actor syria": [
        "+   assad: {name: Bashar al-Assad}",
        "-   assad: {name: Bashar al-Assad, affiliations: [syria]}",
        "-   syria: {name: Syria}",
        "-     actors: [syria, assad]   # both",
        "+     actors: [assad]   # both",
    ],
    "actor assad": [
        "-   assad: {name: Bashar al-Assad, affiliations: [syria]}",
        "-     actors: [syria, assad]   # both",
        "+     actors: [syria]   # both",
        "-       - {speaker: assad, source: un, text: No.}",
        "+       - {speaker: Bashar al-Assad, source: un, text: No.}",
        "-     actors:",
        "-       - assad",
    ],
    "event second": [
        "-   - id: second",
        "-     date: 2015",
        "-     title: It goes on",
        "-     actors:",
        "-       - assad",
        "-       - event: second",
        "-   short:",
        "-     title: Short",
        "-     steps:",
        "-       - event: second",
    ],
    "claim first.c1": [
        "-       - {by: un, text: It began., sources: [cepa, un]}",
        "-       - {event: first, claim: first.c3}",
        "+       - {event: first, claim: first.c2}",
    ],
    "claim named": [
        "-       - {id: named, by: cepa, text: It will end.}",
        "-       - {event: first, claim: first.c3}",
        "+       - {event: first, claim: first.c2}",
        "-       - {event: first, claim: named}",
        "+       - {event: first}",
    ],
}


@pytest.mark.parametrize(("meant", "expected"), REMOVED.items(), ids=REMOVED)
def test_a_record_goes_with_what_refers_to_it(meant: str, expected: list[str]) -> None:
    reading = read(FILE.encode())
    assert changed(FILE, reading, removal(reading, ref(meant))) == expected


CLAIMS = """\
title: T
events:
  - id: first
    date: 2014
    title: It begins
    claims:
      - {id: named, text: A.}
      - {text: B.}
      - {text: C.}
      - {id: own, text: D.}
tours:
  all:
    title: All
    steps:
      - {event: first, claim: named}
      - {event: first, claim: first.c2}
      - {event: first, claim: first.c3}
"""
ALONE = {
    "claim named": [
        "-       - {id: named, text: A.}",
        "+       - {event: first, claim: first.c1}",
        "-       - {event: first, claim: first.c3}",
    ],
    "claim first.c3": ["-       - {text: C.}"],
    "claim own": ["-       - {id: own, text: D.}"],
    "tour all": [
        *("- tours:", "-   all:", "-     title: All", "-     steps:"),
        "-       - {event: first, claim: named}",
        "-       - {event: first, claim: first.c2}",
        "-       - {event: first, claim: first.c3}",
    ],
}


@pytest.mark.parametrize(("meant", "expected"), ALONE.items(), ids=ALONE)
def test_a_record_goes_alone_and_no_reference_shows_another(
    meant: str, expected: list[str]
) -> None:
    reading = read(CLAIMS.encode())
    found = changed(CLAIMS, reading, removal_alone(reading, ref(meant)))
    assert found == expected


def test_a_claim_does_not_go_alone_where_another_would_get_its_references() -> None:
    reading = read(CLAIMS.encode())
    with pytest.raises(EditError, match=r"the next claim would be known as first\.c2"):
        removal_alone(reading, ref("claim first.c2"))


@pytest.mark.parametrize(
    "new_id", ["syria", "Assad", "", "a_b", "-a", "a b"], ids=lambda new_id: new_id or "nothing"
)
def test_an_id_that_is_taken_or_none_is_refused(new_id: str) -> None:
    with pytest.raises(EditError):
        renaming(read(FILE.encode()), ref("actor assad"), new_id)


def test_a_list_with_a_mistake_is_not_edited_blindly() -> None:
    reading = read(FILE.replace("[syria, assad]", "[{}, assad]").encode())
    with pytest.raises(EditError, match="actors of first"):
        renaming(reading, ref("actor assad"), "bashar")


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param(lambda reading: renaming(reading, ref("actor putin"), "vvp"), id="rename"),
        pytest.param(lambda reading: removal(reading, ref("event sochi-2018")), id="remove"),
        pytest.param(lambda reading: removal(reading, ref("actor putin")), id="remove an actor"),
        pytest.param(lambda reading: removal(reading, ref("source cepa-2024")), id="a source"),
        pytest.param(lambda reading: renaming(reading, ref("claim c06"), "x"), id="a claim"),
    ],
)
def test_no_reference_of_the_shipped_timeline_is_left_behind(
    edits: Callable[[Reading], tuple[Edit, ...]],
) -> None:
    reading = read(SHIPPED.encode())
    made = edit(SHIPPED, reading, edits(reading))
    assert read(made.text.encode()).problems == ()
