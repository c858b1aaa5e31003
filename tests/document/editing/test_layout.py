"""How what is new to a file is laid out."""

import pytest

from tui.document.editing.layout import entry, flow, flow_entry, indented, item
from tui.document.editing.piece import Data
from tui.document.fields import EVENT, QUOTE, THREAD, TIMELINE, Format

LONG = [f"a-long-word-{at}" for at in range(9)]

ENTRIES: dict[str, tuple[str, Data, Format | None, list[str]]] = {
    "a word": ("place", "Yerevan", EVENT, ["place: Yerevan"]),
    "a date": ("date", "2014-03-18", EVENT, ["date: 2014-03-18"]),
    "what looks like a date": ("title", "2014-03-18", EVENT, ["title: '2014-03-18'"]),
    "prose": ("summary", "One. Two.", EVENT, ["summary: >-", "  One.", "  Two."]),
    "what is no prose": ("title", "One. Two.", EVENT, ["title: One. Two."]),
    "words": ("tags", ["a", "b c"], EVENT, ["tags: [a, b c]"]),
    "many words": ("tags", [*LONG], EVENT, ["tags:", *(f"  - {word}" for word in LONG)]),
    "no words": ("tags", [], EVENT, ["tags: []"]),
    "records": (
        "quotes",
        [{"speaker": "a", "date": "2014", "text": "One. Two."}, {"text": "b"}],
        EVENT,
        [
            *("quotes:", "  - speaker: a", "    date: 2014"),
            *("    text: >-", "      One.", "      Two.", "  - text: b"),
        ],
    ),
    "records with ids": (
        "threads",
        {"war": {"name": "War"}, "peace": {"name": "Peace"}},
        TIMELINE,
        ["threads:", "  war:", "    name: War", "  peace:", "    name: Peace"],
    ),
    "a field of one's own": (
        "x-own",
        {"a": ["b", {"c": "d"}], "e": {}},
        EVENT,
        ["x-own:", "  a:", "    - b", "    - c: d", "  e: {}"],
    ),
    "paragraphs": ("note", "a\nb", QUOTE, ["note: >-", "  a", "", "  b"]),
    "a key that needs quotes": ("a: b", "c", None, ["'a: b': c"]),
}


@pytest.mark.parametrize(("key", "value", "form", "lines"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry_is_laid_out(key: str, value: Data, form: Format | None, lines: list[str]) -> None:
    assert entry(key, value, form) == lines


def test_a_short_record_stands_in_braces_where_others_do() -> None:
    assert entry("war", {"name": "War"}, holds=THREAD, is_short=True) == ["war: {name: War}"]
    assert entry("war", {"name": "War" * 40}, holds=THREAD, is_short=True) == [
        "war:",
        f"  name: {'War' * 40}",
    ]


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        pytest.param("a", ["-   a"], id="a word"),
        pytest.param({"a": "b", "c": "d"}, ["-   a: b", "    c: d"], id="a record"),
        pytest.param(["a", "b"], ["-   - a", "    - b"], id="a list"),
        pytest.param({}, ["-   {}"], id="nothing"),
    ],
)
def test_an_item_has_the_gap_that_others_have(value: Data, lines: list[str]) -> None:
    assert item(value, None, 3) == lines


def test_what_stands_in_braces_is_on_one_line() -> None:
    quote: Data = {"speaker": "it's", "date": "2014", "text": "One, two.\nThree: no."}
    assert flow(quote, QUOTE) == '{speaker: it\'s, date: 2014, text: "One, two.\\nThree: no."}'
    assert flow_entry("quotes", [quote], EVENT) == f"quotes: [{flow(quote, QUOTE)}]"


def test_lines_are_put_further_in_and_blank_ones_are_not() -> None:
    assert indented(["a:", "", "  b"], 2, "\r\n") == "  a:\r\n\r\n    b\r\n"
