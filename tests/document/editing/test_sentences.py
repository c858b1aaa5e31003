"""Whether folded prose has a sentence a line."""

import pytest

from tui.document.editing.piece import parse
from tui.document.editing.sentences import MANY, SPLIT, loose

WHOLE = """\
title: T. Two. Three.
events:
  - id: a
    title: One. Two.
    summary: >-
{lines}
    notes: One. Two.
    quotes:
      - text: >-
          One.
"""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["One.", "Two!", "Three?", "Four"], [], id="a sentence a line"),
        pytest.param(["One. Two. Three"], [(6, 12, MANY), (6, 17, MANY)], id="three in a line"),
        pytest.param(["One goes", "on.", "Two."], [(6, 7, SPLIT)], id="one over two lines"),
        pytest.param(["One", "", "Two"], [], id="paragraphs"),
        pytest.param(["One", "  indented", "lines"], [], id="lines that are kept"),
        pytest.param(["The U.S. and Mr. Smith met.", "Two."], [], id="abbreviations"),
        pytest.param(["“One.” Two."], [(6, 14, MANY)], id="quotation marks"),
        pytest.param([""], [], id="nothing"),
    ],
)
def test_lines_that_are_not_one_sentence(
    lines: list[str], expected: list[tuple[int, int, str]]
) -> None:
    text = WHOLE.format(lines="\n".join(f"      {line}".rstrip() for line in lines))
    found = list(loose(parse(text)))
    assert [(each.line, each.column, each.message) for each in found] == expected
    assert {each.field for each in found} <= {"summary"}
