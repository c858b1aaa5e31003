"""Events put in the order of their dates: whole blocks, and no line is lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document.editing.ordering import ordered
from tui.document.editing.piece import EditError
from tui.document.reader import read

HEAD = "title: T\nevents:\n"


def put_in_order(text: str) -> str:
    return ordered(text, read(text.encode()))


def event(date: str, more: str = "") -> str:
    return f"  - id: e{date}\n    date: {date}\n    title: In {date}\n{more}"


def heading(year: str) -> str:
    return f"  # ---- {year} ----\n\n"


def joined(*parts: str) -> str:
    return HEAD + "".join(parts)


A, B, C = event("2013"), event("2014"), event("2015")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(joined(A, B), joined(A, B), id="in order"),
        pytest.param(joined(B, A), joined(A, B), id="without blank lines"),
        pytest.param(joined(B, "\n", A), joined(A, "\n", B), id="with blank lines"),
        pytest.param(
            joined(B, "\n\n", C, "\n\n", A), joined(A, "\n", B, "\n\n", C), id="with two of them"
        ),
        pytest.param(joined(B, A).rstrip("\n"), joined(A, B).rstrip("\n"), id="no line break"),
        pytest.param(
            joined(C, "\n  # of B\n", B, "\n  # of A\n", A),
            joined("  # of A\n", A, "\n  # of B\n", B, "\n", C),
            id="with their comments",
        ),
        pytest.param(
            joined(B, "      # still B\n\n", A), joined(A, "\n", B, "      # still B\n"), id="below"
        ),
        pytest.param(
            joined(heading("2013"), A, "\n", C, "\n", heading("2014"), B),
            joined(heading("2013"), A, "\n", heading("2014"), B, "\n", C),
            id="out of a section",
        ),
        pytest.param(
            joined(heading("2013"), B, "\n", A, "\n", heading("2015"), C),
            joined(heading("2013"), A, "\n", B, "\n", heading("2015"), C),
            id="within a section",
        ),
        pytest.param(
            joined(heading("2013"), C, "\n", heading("2015"), event("2016"), "\n", A),
            joined(heading("2013"), A, "\n", C, "\n", heading("2015"), event("2016")),
            id="what is in order stays below its heading",
        ),
        pytest.param(
            joined(C, "\n", A, "\n", heading("2015"), event("2015-02")),
            joined(A, "\n", heading("2015"), C, "\n", event("2015-02")),
            id="to the head of its section",
        ),
        pytest.param(
            joined(B, "\n  # The end\n\n", C, "\n", A),
            joined(A, "\n", B, "\n  # The end\n\n", C),
            id="a heading of no year",
        ),
        pytest.param(
            joined(C, "\n", heading("2014"), B, "\n") + "tours: {}\n",
            joined(heading("2014"), B, "\n", C, "\n") + "tours: {}\n",
            id="before what follows",
        ),
    ],
)
def test_whole_blocks_are_moved(before: str, after: str) -> None:
    assert put_in_order(before) == after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("title: T\nevents: [{id: b, date: 2, title: B}]\n", "errors", id="errors"),
        pytest.param(
            "title: T\nevents: [{id: b, date: 2015, title: B}, {id: a, date: 2014, title: A}]\n",
            "no lines of their own",
            id="in brackets",
        ),
    ],
)
def test_what_cannot_be_moved_is_refused(text: str, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        put_in_order(text)


@given(
    years=st.lists(st.integers(2000, 2009), min_size=1, max_size=12),
    gaps=st.lists(st.sampled_from(["", "\n", "\n\n", "\n  # 2004\n\n", "\n  # A part\n\n"])),
    eol=st.sampled_from(["\n", "\r\n"]),
    tail=st.sampled_from(["", "\ntours: {}\n", "# the end\n"]),
)
def test_no_line_is_lost_and_a_second_time_changes_nothing(
    years: list[int], gaps: list[str], eol: str, tail: str
) -> None:
    blocks = [
        f"{gap if at else ''}  # of {at}\n  - id: e{at}\n    date: {year}\n    title: T\n"
        for (at, year), gap in zip(enumerate(years), [*gaps, *[""] * len(years)], strict=False)
    ]
    text = (joined(*blocks) + tail).replace("\n", eol)
    made = put_in_order(text)
    lines = [Counter(filter(str.strip, each.splitlines(keepends=True))) for each in (text, made)]
    assert lines[0] == lines[1]
    assert [each.id for each in read(made.encode()).timeline.events] == [
        each.id for each in read(text.encode()).timeline.events
    ]
    assert put_in_order(made) == made
    for at in range(1, len(years)):
        assert f"  # of {at}{eol}  - id: e{at}{eol}" in made
