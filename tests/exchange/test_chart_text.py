"""The chart on a sheet: what stands round it, in characters and in colours."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.history import TIMELINE
from strategies import timelines
from tui.document.reader import read
from tui.exchange import chart_ansi
from tui.exchange.chart_text import Asked, sheet, text
from tui.themes import shipped_palettes
from tui.timeline.dates import Date, parse
from tui.timeline.timeline import Timeline
from tui.view.chart.groups import GROUPINGS, By
from tui.view.line import plain, width_of
from tui.view.palette import Palette
from view.chart.charting import history

PALETTES = {palette.name: palette for palette in shipped_palettes()}


def asked(
    by: By = "thread", first: str = "", last: str = "", query: str = "", width: int = 60
) -> Asked:
    """What a sheet is to show, its dates as texts."""
    return Asked(by, parse(first) if first else None, parse(last) if last else None, query, width)


def test_a_sheet() -> None:
    assert (
        text(sheet(TIMELINE, None, asked()))
        == """\
A history  by thread

            2008  2010    2012    2014    2016    2018
              ·   │   ·   │   ·   │   ·   │   ·   │
Syria     1       ┊       ┊      Assad meets Putin ●
no thread 1 ○ Tanks, in Gori      ┊       ┊       ┊
2 events
● a day  ○ about then, or some day in it
"""
    )


def test_what_it_shows_is_told_above() -> None:
    made = sheet(TIMELINE, [1], asked("actor", "2018", "2018-12", "sochi", 80))
    assert text(made).splitlines()[0] == (
        "A history  by actor · from 2018 · to December 2018 · sochi"
    )
    narrow = text(sheet(TIMELINE, [1], asked("actor", "2018", "2018-12", "sochi", 40)))
    assert narrow.splitlines()[:2] == ["A history", "by actor · from 2018 · to December 2018…"]


def test_what_is_outside_is_counted() -> None:
    assert "\n2 events · 1 earlier\n" in text(sheet(TIMELINE, None, asked(first="2018")))


@pytest.mark.parametrize(
    ("first", "last", "tally"),
    [
        pytest.param("2019", "", "2 events · 2 earlier", id="behind all events"),
        pytest.param("", "2007", "2 events · 2 later", id="before all events"),
    ],
)
def test_a_time_without_events(first: str, last: str, tally: str) -> None:
    assert tally in text(sheet(TIMELINE, None, asked(first=first, last=last)))


def test_a_timeline_without_events() -> None:
    for made in (sheet(Timeline(), None, asked()), sheet(TIMELINE, [], asked(first="2014"))):
        assert text(made) == "No event to draw.\n"


def test_what_a_title_says_is_no_sign() -> None:
    told = text(sheet(history("2014-05-01/2014-06-30 From ● to → 2").timeline, None, asked()))
    assert "From ● to → 2" in told
    assert told.splitlines()[-1] == "█ from, to"


@pytest.mark.parametrize(
    ("dates", "legend"),
    [
        pytest.param(["2014-03-18"], "● a day", id="a day"),
        pytest.param(
            ["1990-01-01", *[f"2014-03-{day:02}" for day in range(1, 25)] * 3],
            "● a day  2…9 so many events",
            id="several",
        ),
        pytest.param(
            [
                "1990-01-01",
                *[f"2014-03-{day:02}" for day in range(1, 29)] * 40,
            ],
            "● a day  + ten or more  +N so many that found no row",
            id="many",
        ),
        pytest.param(["2014/2015", "2010"], "░▒ perhaps", id="doubtful"),
    ],
)
def test_the_signs_that_it_has_are_explained(dates: list[str], legend: str) -> None:
    assert text(sheet(history(*dates).timeline, None, asked())).splitlines()[-1] == legend


def test_every_shade_and_what_has_no_row_is_explained() -> None:
    dates = [f"2014-05-{day:02}/2014-05-{day + 9:02}" for day in range(1, 20)] * 30
    made = sheet(history(*dates, "2014-02~/2014-05").timeline, None, asked(width=100))
    legend = " ".join(text(made).splitlines()[-2:])
    assert "▒▓ perhaps" in legend
    assert "+N so many that found no row" in legend


TWO_THREADS = read(
    b"""\
threads: {war: {name: War}, peace: {name: Peace and all that comes with it}, never: {name: Never}}
events:
  - {id: a, date: 2001, title: A, thread: peace}
  - {id: b, date: 2002, title: B, thread: war}
  - {id: c, date: 2003, title: C}
"""
).timeline


def keyed(by: By, width: int = 60) -> list[str]:
    """What the colours of a sheet mean."""
    return [plain(line) for line in sheet(TWO_THREADS, None, asked(by, width=width)).key]


def test_colours_are_explained_where_lanes_are_no_threads() -> None:
    key = "█ War  █ Peace and all that comes with it  █ no thread"
    assert keyed("actor") == keyed("kind") == [key]
    assert keyed("thread") == []
    assert keyed("actor", width=40) == [
        "█ War",
        "█ Peace and all that comes with it",
        "█ no thread",
    ]
    made = sheet(TWO_THREADS, None, asked("actor"))
    assert "War" not in text(made)
    coloured = chart_ansi.text(made, PALETTES["ink"])
    assert coloured.splitlines()[-1].startswith("\x1b[38;2;230;159;0m█ \x1b[0m")
    assert FOLD.sub("", coloured) == f"{text(made)}{key}\n"


def test_only_threads_that_are_drawn_are_explained() -> None:
    made = sheet(TWO_THREADS, [1], asked("actor"))
    assert [plain(line) for line in made.key] == ["█ War"]


FOLD = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_colours_change_no_character(palette: Palette) -> None:
    made = sheet(TIMELINE, None, asked())
    coloured = chart_ansi.text(made, palette)
    assert FOLD.sub("", coloured) == text(made)
    assert coloured.count("\x1b[0m") * 2 == len(FOLD.findall(coloured))


def test_the_colours_are_those_of_the_theme() -> None:
    made = sheet(TIMELINE, None, asked())
    assert "\x1b[38;2;230;159;0m●\x1b[0m\n" in chart_ansi.text(made, PALETTES["ink"])
    assert "\x1b[34m●\x1b[0m\n" in chart_ansi.text(made, PALETTES["terminal"])


def test_a_title_on_a_bar_is_reversed() -> None:
    view = history("2014-01-01/2016-12-31 A war of three years @a")
    made = sheet(view.timeline, None, asked(width=60))
    assert "\x1b[7;38;2;170;181;194m A war of three years \x1b[0m" in chart_ansi.text(
        made, PALETTES["ink"]
    )
    assert "\x1b[7m A war of three years \x1b[0m" in chart_ansi.text(made, PALETTES["terminal"])


dates = st.none() | st.sampled_from(["2014", "-0043", "2014-03-18", "2022-02-24/.."]).map(parse)


@given(timelines(), st.sampled_from(GROUPINGS), dates, dates, st.integers(40, 130))
def test_a_sheet_is_no_wider_than_asked_for(
    timeline: Timeline, by: By, first: Date | None, last: Date | None, width: int
) -> None:
    made = sheet(timeline, None, Asked(by, first, last, "", width))
    assert max(map(width_of, (*made.lines, *made.key))) <= width
    assert text(made) == text(sheet(timeline, None, Asked(by, first, last, "", width)))
