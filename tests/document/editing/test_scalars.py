"""How a text is written: plain where that says it, else in quotes or in lines."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tui.document.editing.layout import scalar
from tui.document.editing.piece import parse
from tui.document.editing.scalars import Where, inline, is_text_to_yaml
from tui.document.reading.characters import hidden

BLOCK, FLOW = Where(0), Where(0, in_flow=True)
DATE = Where(0, is_date=True)

WRITTEN = {
    "a word": ("word", BLOCK, "word"),
    "words": ("two words", BLOCK, "two words"),
    "nothing": ("", BLOCK, "''"),
    "a blank at an end": ("a ", BLOCK, "'a '"),
    "a colon": ("a: b", BLOCK, "'a: b'"),
    "a colon without a blank": ("a:b", BLOCK, "a:b"),
    "a colon at the end": ("a:", BLOCK, "'a:'"),
    "a sign of a comment": ("a #b", BLOCK, "'a #b'"),
    "a number sign in a word": ("C#", BLOCK, "C#"),
    "a dash": ("- a", BLOCK, "'- a'"),
    "a minus": ("-a", BLOCK, "-a"),
    "a comma": ("a, b", BLOCK, "a, b"),
    "a comma in brackets": ("a, b", FLOW, "'a, b'"),
    "a bracket": ("[a]", BLOCK, "'[a]'"),
    "a bracket in a word": ("a]", BLOCK, "a]"),
    "a bracket in a word in brackets": ("a]", FLOW, "'a]'"),
    "a dash in brackets": ("-", FLOW, "'-'"),
    "an apostrophe": ("it's", BLOCK, "it's"),
    "an apostrophe and a colon": ("it's: a", BLOCK, '"it\'s: a"'),
    "both sorts of quotes": ("'\": a", BLOCK, "'''\": a'"),
    "a quotation": ('"a" b', BLOCK, "'\"a\" b'"),
    "an anchor": ("&a", BLOCK, "'&a'"),
    "an alias": ("*a", BLOCK, "'*a'"),
    "a tag": ("!a", BLOCK, "'!a'"),
    "a percent sign": ("%a", BLOCK, "'%a'"),
    "yes": ("yes", BLOCK, "'yes'"),
    "null": ("null", BLOCK, "'null'"),
    "a tilde": ("~", BLOCK, "'~'"),
    "a number": ("12", BLOCK, "'12'"),
    "a number of YAML 1.2": ("0o17", BLOCK, "'0o17'"),
    "a clock time": ("12:30", BLOCK, "'12:30'"),
    "a date": ("2014-03-18", BLOCK, "'2014-03-18'"),
    "a date as a date": ("2014-03-18", DATE, "2014-03-18"),
    "a year as a date": ("2014", DATE, "2014"),
    "an open range": ("2014/..", DATE, "2014/.."),
    "a merge key": ("<<", BLOCK, "'<<'"),
    "a tab": ("a\tb", BLOCK, '"a\\tb"'),
    "a line break": ("a\nb", FLOW, '"a\\nb"'),
    "a mark of byte order": ("\ufeffa", BLOCK, '"\\ufeffa"'),
    "a blank that does not break": ("a\u00a0b", BLOCK, "a\u00a0b"),
    "other scripts": ("Ереван, عمّان 日本", BLOCK, "Ереван, عمّان 日本"),
    "an emoji": ("👩\u200d💻", BLOCK, "👩\u200d💻"),
    "the end of a document": ("...", BLOCK, "'...'"),
    "the start of a document": ("---", BLOCK, "'---'"),
}


@pytest.mark.parametrize(("value", "where", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_a_text_is_written_as_plainly_as_it_can_be(value: str, where: Where, expected: str) -> None:
    assert scalar(value, where) == expected


PROSE = {
    "a sentence": ("They met.", "They met."),
    "two sentences": ("They met. He left.", ">-\n  They met.\n  He left."),
    "paragraphs": ("They met.\nHe left.", ">-\n  They met.\n\n  He left."),
    "a long sentence": ("word " * 24 + "end.", ">-\n  " + "word " * 24 + "end."),
    "lines with blanks before them": ("They met:\n  - A", "|-\n  They met:\n    - A"),
    "a blank before all": (" They met. He left.", "' They met. He left.'"),
}


@pytest.mark.parametrize(("value", "expected"), PROSE.values(), ids=PROSE)
def test_prose_has_a_sentence_a_line(value: str, expected: str) -> None:
    assert scalar(value, BLOCK, is_prose=True) == expected


def says(text: str, value: str) -> bool:
    try:
        return bool(yaml.safe_load(text) == [value])
    except (yaml.YAMLError, ValueError):
        return False


@given(st.text())
def test_one_way_to_write_a_text_says_it(value: str) -> None:
    value = value.rstrip("\n")
    if hidden(value):
        return
    assert any(says(f"[{written}]", value) for written in inline(value, FLOW))


@example("---")
@example("...")
@given(st.text("019.eE+-_:xoOab~", min_size=1, max_size=6))
def test_what_is_written_without_quotes_is_a_text_to_yaml(value: str) -> None:
    written = scalar(value, BLOCK)
    assert yaml.safe_load(written) == value
    assert is_text_to_yaml(value) or written != value


def test_a_text_that_was_no_text_to_yaml_may_be_another_such() -> None:
    piece = parse("year: 2014\n")
    node = piece.root.children[1]
    assert next(inline("2015", BLOCK, node)) == "2015"
    assert next(inline("no", BLOCK, node)) == "'no'"
