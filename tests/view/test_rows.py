"""The rows of the lists as they read, at three widths, and what holds at every width."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from strategies import texts, views
from tui.timeline.date_words import short
from tui.timeline.problems import Problem
from tui.timeline.records import Ref
from tui.view.line import plain, width_of
from tui.view.lists import LINKED_PANES, LISTS, ListName
from tui.view.pins import Facet, filter_chip, pin, with_chips
from tui.view.rows import rows_of
from tui.view.view import Snag, View
from view.histories import FOUR_DAYS, SNAG, WITHOUT_EVENTS, view_of

WARNING = Snag(Problem("warning", 'source "page" is never used', 1234, 5))
VIEW = view_of(FOUR_DAYS, SNAG, WARNING)


def grid(view: View, pane: ListName, width: int) -> str:
    """All rows of a list, without the blanks at their ends."""
    rows = rows_of(view, pane)
    return "".join(f"{plain(rows.line(row, width)).rstrip()}\n" for row in range(len(rows)))


# As they read

GRIDS: dict[tuple[ListName, int], str] = {
    ("events", 40): """\
2014 ───────────────────────────────── 1
 ▌ 18 Mar     Russia annexes Cr…  ❝1 ✗1
2015 ───────────────────────────────── 1
 ▌ 30 Sep     Russia starts air strikes…
2018 ───────────────────────────────── 2
 ▌ 17 May     Assad meets Putin…  ❝2 ✗1
 ▌ c. Jul     Talks go on
""",
    ("events", 60): """\
2014 ───────────────────────────────────────────────────── 1
 ▌ 18 Mar     Russia annexes Crimea                   ❝1 ✗1
2015 ───────────────────────────────────────────────────── 1
 ▌ 30 Sep     Russia starts air strikes in Syria
2018 ───────────────────────────────────────────────────── 2
 ▌ 17 May     Assad meets Putin in Sochi              ❝2 ✗1
 ▌ c. Jul     Talks go on
""",
    ("events", 100): """\
2014 ───────────────────────────────────────────────────────────────────────────────────────────── 1
 ▌ 18 Mar        Russia annexes Crimea                                                        ❝1 ✗1
2015 ───────────────────────────────────────────────────────────────────────────────────────────── 1
 ▌ 30 Sep        Russia starts air strikes in Syria
2018 ───────────────────────────────────────────────────────────────────────────────────────────── 2
 ▌ 17 May        Assad meets Putin in Sochi                                                   ❝2 ✗1
 ▌ c. Jul        Talks go on
""",
    ("actors", 40): """\
● Vladimir Putin                      ❝2
● Russia
others ─────────────────────────────────
  Bashar al-Assad                     ❝1
  習近平
""",
    ("actors", 60): """\
● Vladimir Putin                                          ❝2
● Russia
others ─────────────────────────────────────────────────────
  Bashar al-Assad                                         ❝1
  習近平
""",
    ("actors", 100): """\
● Vladimir Putin                                    President of Russia                           ❝2
● Russia
others ─────────────────────────────────────────────────────────────────────────────────────────────
  Bashar al-Assad                                                                                 ❝1
  習近平                                            General Secretary
""",
    ("sources", 40): """\
● ❝ Putin, 18 Mar 2014  “In people's he…
● § CEPA, Dec 2024  The receding guaran…
others ─────────────────────────────────
  ❝ al-Assad, 17 May 2…  “Stability is…
  ❝ Putin  “Terrorists have laid down a…
  § Kremlin, 18 Mar 2014  Address by th…
  § TASS, 17 May 2018
""",
    ("sources", 60): """\
● ❝ Putin, 18 Mar 2014  “In people's hearts and minds, Crim…
● § CEPA, Dec 2024  The receding guarantor
others ─────────────────────────────────────────────────────
  ❝ al-Assad, 17 May 2018  “Stability is improving.”
  ❝ Putin  “Terrorists have laid down arms in key areas.”
  § Kremlin, 18 Mar 2014  Address by the President
  § TASS, 17 May 2018
""",
    ("sources", 100): """\
● ❝ Putin, 18 Mar 2014                 “In people's hearts and minds, Crimea…   Kremlin, 18 Mar 2014
● § CEPA, Dec 2024                     The receding guarantor                                article
others ─────────────────────────────────────────────────────────────────────────────────────────────
  ❝ al-Assad, 17 May 2018              “Stability is improving.”                   TASS, 17 May 2018
  ❝ Putin                              “Terrorists have laid down arms in key ar…  TASS, 17 May 2018
  § Kremlin, 18 Mar 2014               Address by the President                           transcript
  § TASS, 17 May 2018                  —
""",
    ("claims", 40): """\
● ✗ disputed  The referendum was lawful.
others ─────────────────────────────────
  ✗ disputed  The two met in Moscow.
  ✓ confirmed The two met.
""",
    ("claims", 60): """\
● ✗ disputed  The referendum was lawful.
others ─────────────────────────────────────────────────────
  ✗ disputed  The two met in Moscow.
  ✓ confirmed The two met.
""",
    ("claims", 100): """\
● ✗ disputed  The referendum was lawful.                                   Kremlin about 18 Mar 2014
others ─────────────────────────────────────────────────────────────────────────────────────────────
  ✗ disputed  The two met in Moscow.                                     Ben Dubow about 17 May 2018
  ✓ confirmed The two met.                                               Ben Dubow about 17 May 2018
""",
    ("problems", 40): """\
 7:11    error   the month must be 01 t…
 1234:5  warning source "page" is never…
""",
    ("problems", 60): """\
 7:11    error   the month must be 01 to 12
 1234:5  warning source "page" is never used
""",
    ("problems", 100): """\
 7:11    error   the month must be 01 to 12
 1234:5  warning source "page" is never used
""",
}


@pytest.mark.parametrize(("asked", "expected"), GRIDS.items(), ids="{0[0]} in {0[1]}".format)
def test_a_list_reads(asked: tuple[ListName, int], expected: str) -> None:
    assert grid(VIEW, *asked) == expected


def test_the_driver_marks_the_events_of_an_actor() -> None:
    assert (
        grid(VIEW.go(Ref("actor", "assad")), "events", 44)
        == """\
2014 ───────────────────────────────────── 1
 ▌ 18 Mar     Russia annexes Crimea   ❝1 ✗1
2015 ───────────────────────────────────── 1
 ▌ 30 Sep     Russia starts air strikes in…
2018 ───────────────────────────────────── 2
●▌ 17 May     Assad meets Putin in…   ❝2 ✗1
 ▌ c. Jul     Talks go on
"""
    )


def test_where_nothing_is_linked_the_rule_says_so() -> None:
    assert (
        grid(VIEW.go(Ref("actor", "xi")), "claims", 40)
        == """\
none linked; all ───────────────────────
  ✗ disputed  The referendum was lawful.
  ✗ disputed  The two met in Moscow.
  ✓ confirmed The two met.
"""
    )


def test_where_all_is_linked_there_is_no_rule() -> None:
    view = view_of("actors: {a: {name: A}}\nevents: [{id: e, date: 2014, title: E, actors: [a]}]\n")
    assert grid(view, "actors", 20) == "● A\n"


# Under a filter

SYRIA = pin(VIEW, Facet("thread", "syria"))
FILTERED: dict[ListName, str] = {
    "events": """\
2015 ─────────────────────────────────────────── 1
 ▌ 30 Sep     Russia starts air strikes in Syria
2018 ─────────────────────────────────────────── 1
 ▌ 17 May     Assad meets Putin in Sochi    ❝2 ✗1
2 hidden by thread:Syria (x) ─────────────────────
""",
    "actors": """\
● Russia
others ───────────────────────────────────────────
  Vladimir Putin                                ❝2
  Bashar al-Assad                               ❝1
1 hidden by thread:Syria (x) ─────────────────────
""",
    "sources": """\
● § CEPA, Dec 2024  The receding guarantor
others ───────────────────────────────────────────
  ❝ al-Assad, 17 May 2018  “Stability is improvin…
  ❝ Putin  “Terrorists have laid down arms in key…
  § TASS, 17 May 2018
2 hidden by thread:Syria (x) ─────────────────────
""",
    "claims": """\
none linked; all ─────────────────────────────────
  ✗ disputed  The two met in Moscow.
  ✓ confirmed The two met.
1 hidden by thread:Syria (x) ─────────────────────
""",
    "problems": """\
 7:11    error   the month must be 01 to 12
 1234:5  warning source "page" is never used
""",
}


@pytest.mark.parametrize(("pane", "expected"), FILTERED.items(), ids=FILTERED)
def test_under_a_filter_a_list_reads(pane: ListName, expected: str) -> None:
    assert grid(SYRIA, pane, 50) == expected


def test_several_filters_are_counted() -> None:
    view = pin(SYRIA, Facet("actor", "putin"))
    assert (
        grid(view, "events", 50)
        == """\
2018 ─────────────────────────────────────────── 1
 ▌ 17 May     Assad meets Putin in Sochi    ❝2 ✗1
3 hidden by 2 filters (x) ────────────────────────
"""
    )


@pytest.mark.parametrize("pane", LINKED_PANES)
def test_where_a_filter_hides_nothing_no_row_says_so(pane: ListName) -> None:
    view = with_chips(VIEW, (filter_chip("on:2000/2030"),))
    assert view.shown
    assert ("hidden" in grid(view, pane, 50)) == (pane == "actors")


def test_a_year_counts_what_is_shown_of_it() -> None:
    view = with_chips(VIEW, (filter_chip("talks"),))
    assert grid(view, "events", 30).startswith("2018 ─────────────────────── 1\n ▌ c. Jul ")


def test_without_events_nothing_is_marked() -> None:
    assert grid(view_of(WITHOUT_EVENTS), "actors", 20) == "  One\n  Two\n"


@pytest.mark.parametrize("pane", LISTS)
def test_an_empty_list_has_no_rows(pane: ListName) -> None:
    view = view_of(
        "title: Nothing\n" if pane == "events" else "events: [{id: e, date: 1, title: E}]"
    )
    assert len(rows_of(view, pane)) == 0


@pytest.mark.parametrize(
    ("date", "label"),
    [
        ("2014", "2014"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        ("../2008", "2008"),
        ("0044", "AD 44"),
        ("Y-170000002", "170,000,003 BC"),
    ],
)
def test_the_rule_of_a_year_calls_it_as_people_do(date: str, label: str) -> None:
    view = view_of(f"events: [{{id: e, date: {date}, title: E}}]\n")
    assert grid(view, "events", 40).split(" ─")[0] == label


@pytest.mark.parametrize(
    ("date", "narrow", "wide"),
    [
        ("2018-05-17", "17 May    ", "17 May       "),
        ("2016-12-27/2017-02-03", "2016–2017 ", "2016–2017    "),
        ("2014-02-27/2014-03-18", "Feb–Mar   ", "27 Feb–18 Mar"),
        ("2022-02-24/2024-12~", "2022–c. 24", "2022–c. 2024 "),
        ("-0043-03-15%", "c. 15 Mar?", "c. 15 Mar?   "),
        ("2014-09/2016-05~", "2014–c. 16", "2014–c. 2016 "),
    ],
)
def test_a_long_date_is_coarser_and_titles_stand_below_each_other(
    date: str, narrow: str, wide: str
) -> None:
    view = view_of(f"events: [{{id: e, date: {date}, title: {'x' * 190}}}]\n")
    rows = rows_of(view, "events")
    whole = f"{short(view.timeline.events[0].date):<20}"
    for width, shown in ((40, narrow), (60, narrow), (100, wide), (150, whole)):
        line = plain(rows.line(1, width))
        assert line.startswith(f" ▌ {shown} x")
        assert (cell_len(line), line[-1]) == (width, "…")


@pytest.mark.parametrize("date", ["Y-170000002", "-0048/0012", "-0048%/0012%"])
def test_a_date_that_cannot_be_shorter_takes_from_the_title(date: str) -> None:
    view = view_of(f"events: [{{id: e, date: {date}, title: {'x' * 90}}}]\n")
    line = plain(rows_of(view, "events").line(1, 40))
    assert f" {short(view.timeline.events[0].date)} x" in line
    assert (cell_len(line), line[-1]) == (40, "…")


# Tones


@pytest.mark.parametrize(
    ("pane", "row", "tones"),
    [
        pytest.param("events", 1, "accent thread0 faint faint faint faint", id="not linked"),
        pytest.param("events", 5, "accent thread1 dim text quote bad", id="linked"),
        pytest.param("sources", 0, "accent quote text dim", id="a linked quote"),
        pytest.param("sources", 2, "accent faint faint faint", id="another"),
        pytest.param("claims", 0, "accent bad text", id="disputed"),
        pytest.param("claims", 1, "accent good text", id="confirmed"),
        pytest.param("claims", 3, "accent faint faint", id="another claim"),
        pytest.param("problems", 0, "dim bad text", id="an error"),
        pytest.param("problems", 1, "dim mixed text", id="a warning"),
    ],
)
def test_what_is_not_linked_is_faint(pane: ListName, row: int, tones: str) -> None:
    view = VIEW.go(Ref("actor", "assad"))
    assert " ".join(span.tone for span in rows_of(view, pane).line(row, 40)) == tones


# What holds at every width

NARROWEST: dict[ListName, int] = {"actors": 24, "events": 38}
"""The narrowest that a layout makes a list; the others have 38, too."""


@settings(max_examples=40)
@given(views(), st.integers(0, 80))
def test_no_row_is_wider_than_its_list(view: View, more: int) -> None:
    for pane in LISTS:
        width = NARROWEST.get(pane, 38) + more
        rows = rows_of(view, pane)
        for row in range(len(rows)):
            assert width_of(rows.line(row, width)) <= width


@given(texts(), st.integers(24, 80))
@example("👩\u200d💻" * 40, 25)
def test_any_text_fits_its_row(text: str, width: int) -> None:
    event = f"{{id: e, date: 2014, title: '{text}', actors: [a]}}"
    view = view_of(f"actors: {{a: {{name: '{text}', role: '{text}'}}}}\nevents: [{event}]\n")
    lines = [rows_of(view, "events").line(1, width), rows_of(view, "actors").line(0, width)]
    assert [width_of(line) for line in lines] == [width, width]


@settings(max_examples=40)
@given(views())
def test_row_and_position_are_inverse(view: View) -> None:
    for pane in LISTS:
        rows = rows_of(view, pane)
        positions = [rows.position(row) for row in range(len(rows))]
        assert sorted(at for at in positions if at is not None) == list(view.positions(pane))
        for row, at in enumerate(positions):
            assert at is None or rows.row(at) == row
