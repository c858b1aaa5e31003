"""Labels: where there is room for them, and that the selected one always has a place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.chart.bars import Marks
from tui.view.chart.labels import placed


def marks_in(row: str) -> Marks:
    """The marks of a row that is drawn as a text, each of one event."""
    found = list(re.finditer("[█▒]+|[^ ]", row))
    count = len(found)
    columns, ends = [each.start() for each in found], [each.end() for each in found]
    return Marks(range(count), columns, ends, [each[0] for each in found], list(range(count + 1)))


def labelled(row: str, titles: list[str], selected: int | None = None) -> str:
    """A row with its labels; a mark that is covered is gone."""
    cells = list(row)
    for label in placed(marks_in(row), titles.__getitem__, selected, len(row)):
        if label.covers:
            start = max(0, label.column - 1)
            cells[start : label.end + 1] = " " * (min(label.end + 1, len(row)) - start)
        cells[label.column : label.end] = label.text
    return "".join(cells).rstrip()


@pytest.mark.parametrize(
    ("row", "titles", "expected"),
    [
        pytest.param("●         ", ["A treaty"], "● A treaty", id="right"),
        pytest.param("     ██████████████", ["A treaty"], "     ██A treaty████", id="inside"),
        pytest.param("         ●", ["A treaty"], "A treaty ●", id="left"),
        pytest.param("●           ", ["A treaty fails"], "● A treaty…", id="shortened"),
        pytest.param("●       ", ["A treaty fails"], "●", id="no room"),
        pytest.param("●    ● ", ["War", "Peace talks"], "●    ●", id="no blank"),
        pytest.param("●      ● ", ["War", "Peace talks"], "● War  ●", id="between two"),
        pytest.param("●     ● ", ["War", "Peace talks"], "●     ●", id="too near to another"),
        pytest.param("●      ●", ["A war", "War"], "●  War ●", id="between two, left"),
        pytest.param(
            "     ██████████████",
            ["A treaty of peace"],
            "     ██A treaty…███",
            id="some of the bar is seen",
        ),
        pytest.param(
            "     ▒▒▒▒▒██████████████",
            ["A treaty"],
            "     ▒▒▒▒▒██A treaty████",
            id="where it is sure",
        ),
        pytest.param("●            ●", ["War", "Truce"], "● War  Truce ●", id="both in one gap"),
        pytest.param("●           ●", ["War", "Truce"], "● War       ●", id="no two blanks"),
        pytest.param("●  ●        ", ["War begins", "Truce"], "●  ● Truce", id="the second only"),
    ],
)
def test_where_labels_stand(row: str, titles: list[str], expected: str) -> None:
    assert labelled(row, titles) == expected


@pytest.mark.parametrize(
    ("row", "titles", "selected", "expected"),
    [
        pytest.param(
            "●  ●  ●            ",
            ["War", "A treaty is signed", "Truce"],
            1,
            "●  ● A treaty is…",
            id="over its neighbour",
        ),
        pytest.param(
            "     ●    ●  ●", ["War", "Truce", "Peace here"], 2, "  Peace here ●", id="to the left"
        ),
        pytest.param(
            "●              ●        ",
            ["The war begins", "A truce"],
            1,
            "● The war be…  ● A truce",
            id="where it has room it covers nothing",
        ),
    ],
)
def test_the_selected_label_has_a_place(
    row: str, titles: list[str], selected: int, expected: str
) -> None:
    assert labelled(row, titles, selected) == expected


ROWS = st.lists(st.sampled_from(["", " ", "    ", " " * 12, "●", "██", "█" * 20]), max_size=12)
TITLES = ("War", "Peace talks begin again", "日本語 の 会談", "A" * 90, "", "Truce e\u0301")


@given(ROWS.map("".join), st.integers(0, 5), st.data())
def test_labels_touch_nothing(row: str, first: int, data: st.DataObject) -> None:
    marks = marks_in(row)
    titles = [TITLES[(first + at) % len(TITLES)] for at in range(len(marks.columns))]
    selected = data.draw(st.sampled_from([None, *range(len(marks.columns))]))
    taken: set[int] = set()
    found = placed(marks, titles.__getitem__, selected, len(row))
    for label in sorted(found, key=lambda label: not label.covers):
        cells = set(range(label.column, label.end))
        assert cells <= set(range(len(row)))
        assert not {near for cell in cells for near in (cell - 1, cell, cell + 1)} & taken
        taken |= cells
        others = {
            at
            for number, (start, end) in enumerate(zip(marks.columns, marks.ends, strict=True))
            for at in range(start, end)
            if number != label.mark
        }
        assert label.covers or not cells & others
    if selected is not None and titles[selected] and len(row) > 12:
        assert selected in {label.mark for label in found if label.text}
