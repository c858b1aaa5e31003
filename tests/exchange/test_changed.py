"""What became of a field, in words, and of records as text, Markdown and JSON."""

import json

import pytest

from exchange.history import DISPUTED, GORI, SOCHI
from tui.exchange import changes_json, changes_markdown, changes_text
from tui.exchange.changed import Told, told
from tui.timeline.changes import FieldChange, RecordChange, Value
from tui.timeline.dates import parse
from tui.timeline.records import Ref, Step

LONG = "This is the first of the sentences of it. And this is the second, "


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("A", "B", Told("A → B"), id="a text"),
        pytest.param("", "B", Told("nothing → B"), id="a text that was not there"),
        pytest.param("A", "", Told("A → nothing"), id="a text that is gone"),
        pytest.param(None, parse("2014-03~"), Told("nothing → c. March 2014"), id="a date"),
        pytest.param(parse("2014"), parse("2015"), Told("2014 → 2015"), id="two dates"),
        pytest.param(("a", "b"), ("b", "c"), Told("+c −a"), id="a list"),
        pytest.param(("a", "b"), ("b", "a"), Told("in another order: b, a"), id="another order"),
        pytest.param((), ("b-c",), Told("+b-c"), id="a list that was not there"),
        pytest.param((Step("a"),), (Step("a", "c1", "Look."),), Told("+a c1 Look. −a"), id="steps"),
        pytest.param(
            f"{LONG}old.",
            f"{LONG}new.",
            Told(
                "", (("-", "And this is the second, old."), ("+", "And this is the second, new."))
            ),
            id="a sentence of a long text",
        ),
        pytest.param("A.\nB.", "A.\nC.", Told("", (("-", "B."), ("+", "C."))), id="a line"),
    ],
)
def test_a_field_in_words(old: Value, new: Value, expected: Told) -> None:
    assert told(FieldChange("field", old, new)) == expected


EVENT = RecordChange(
    SOCHI.ref,
    "changed",
    SOCHI,
    (FieldChange("place", "*Moscow*", "Sochi"), FieldChange("summary", "A.\nB.", "A.\nC.")),
    (RecordChange(Ref("claim", "c01"), "added", DISPUTED),),
)
FOUND = (EVENT, RecordChange(GORI.ref, "removed", GORI))


def test_records_as_text() -> None:
    assert changes_text.listing(()) == ""
    assert changes_text.listing(FOUND) == (
        "~ event sochi  17 May 2018  Assad meets Putin\n"
        "    place: *Moscow* → Sochi\n"
        "    summary:\n"
        "        - B.\n"
        "        + C.\n"
        "    + claim c01  The two met in Moscow.\n"
        "- event gori  c. August 2008  Tanks, in Gori\n"
    )


def test_records_as_markdown() -> None:
    assert changes_markdown.listing(()) == ""
    assert changes_markdown.listing(FOUND) == (
        "- **changed** event `sochi` 17 May 2018 Assad meets Putin\n"
        "  - place: \\*Moscow\\* → Sochi\n"
        "  - summary:\n"
        "    - removed: B.\n"
        "    - added: C.\n"
        "  - **added** claim `c01` The two met in Moscow.\n"
        "- **removed** event `gori` c. August 2008 Tanks, in Gori\n"
    )


def test_records_as_json() -> None:
    assert changes_json.listing(()) == "[]\n"
    changed, removed = json.loads(changes_json.listing(FOUND))
    assert changed["fields"]["place"] == {"before": "*Moscow*", "after": "Sochi"}
    assert [part["fields"]["text"] for part in changed["parts"]] == ["The two met in Moscow."]
    assert (removed["change"], removed["fields"]["date"]) == ("removed", "2008-08~")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param((), "", id="nothing"),
        pytest.param((EVENT,), "", id="several fields"),
        pytest.param(FOUND, "", id="several records"),
        pytest.param(
            (EVENT._replace(fields=EVENT.fields[:1], parts=()),),
            "sochi: place: *Moscow* → Sochi",
            id="a field",
        ),
        pytest.param(
            (EVENT._replace(fields=EVENT.fields[1:], parts=()),),
            "sochi: summary: - B. + C.",
            id="a long field",
        ),
        pytest.param(
            (
                EVENT._replace(
                    fields=(),
                    parts=(
                        RecordChange(
                            Ref("claim", "c01"), "changed", DISPUTED, (FieldChange("by", "", "x"),)
                        ),
                    ),
                ),
            ),
            "c01: by: nothing → x",
            id="a field of a claim",
        ),
    ],
)
def test_one_field_in_a_line(found: tuple[RecordChange, ...], expected: str) -> None:
    assert changes_text.in_a_line(found) == expected
