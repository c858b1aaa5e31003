"""Dates: what EDTF means, what is refused and with which words, and how dates compare."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import edtf_dates, edtf_texts
from tui.timeline import dates
from tui.timeline.dates import (
    Date,
    DateError,
    Grain,
    Missing,
    Precision,
    civil,
    contains,
    ordinal,
    overlaps,
    parse,
    reach,
    to_edtf,
)

Day = tuple[int, int, int]

SPANS: dict[str, tuple[Day | None, Day | None]] = {
    "2014": ((2014, 1, 1), (2014, 12, 31)),
    "2016": ((2016, 1, 1), (2016, 12, 31)),
    "1900-02": ((1900, 2, 1), (1900, 2, 28)),
    "2000-02": ((2000, 2, 1), (2000, 2, 29)),
    "2014-03": ((2014, 3, 1), (2014, 3, 31)),
    "2014-04~": ((2014, 4, 1), (2014, 4, 30)),
    "2014-03-18": ((2014, 3, 18), (2014, 3, 18)),
    "2014-03-18T09:30": ((2014, 3, 18), (2014, 3, 18)),
    "2014-03-18T23:59:59-11:30": ((2014, 3, 18), (2014, 3, 18)),
    "201X": ((2010, 1, 1), (2019, 12, 31)),
    "20XX": ((2000, 1, 1), (2099, 12, 31)),
    "000X": ((0, 1, 1), (9, 12, 31)),
    "-000X": ((-9, 1, 1), (0, 12, 31)),
    "-00XX": ((-99, 1, 1), (0, 12, 31)),
    "2014-XX": ((2014, 1, 1), (2014, 12, 31)),
    "2014-XX-XX": ((2014, 1, 1), (2014, 12, 31)),
    "2014-03-XX": ((2014, 3, 1), (2014, 3, 31)),
    "2014-21": ((2014, 3, 1), (2014, 5, 31)),
    "2014-22": ((2014, 6, 1), (2014, 8, 31)),
    "2014-23": ((2014, 9, 1), (2014, 11, 30)),
    "2014-24": ((2014, 12, 1), (2015, 2, 28)),
    "2015-24": ((2015, 12, 1), (2016, 2, 29)),
    "9999-24": ((9999, 12, 1), (10_000, 2, 29)),
    "0000": ((0, 1, 1), (0, 12, 31)),
    "0000-02-29": ((0, 2, 29), (0, 2, 29)),
    "-0044": ((-44, 1, 1), (-44, 12, 31)),
    "-0044-03-15": ((-44, 3, 15), (-44, 3, 15)),
    "Y10000": ((10_000, 1, 1), (10_000, 12, 31)),
    "Y170000002": ((170_000_002, 1, 1), (170_000_002, 12, 31)),
    "Y-170000002?": ((-170_000_002, 1, 1), (-170_000_002, 12, 31)),
    "2014-02-27/2014-03-18": ((2014, 2, 27), (2014, 3, 18)),
    "2013~/2015-06?": ((2013, 1, 1), (2015, 6, 30)),
    "2014/2014": ((2014, 1, 1), (2014, 12, 31)),
    "2014-03/2014": ((2014, 3, 1), (2014, 12, 31)),
    "2022-02-24/..": ((2022, 2, 24), None),
    "../2008": (None, (2008, 12, 31)),
    "2014/": ((2014, 1, 1), None),
    "/2014": (None, (2014, 12, 31)),
    "Y-20000/2014": ((-20_000, 1, 1), (2014, 12, 31)),
}


@pytest.mark.parametrize(("text", "span"), SPANS.items(), ids=SPANS)
def test_a_date_means_its_days(text: str, span: tuple[Day | None, Day | None]) -> None:
    when = parse(text)
    days = tuple(None if day is None else civil(day) for day in (when.start, when.end))
    assert (when.text, days) == (text, span)


GRAINS = {
    "20XX": Grain(Precision.CENTURY),
    "201X?": Grain(Precision.DECADE, uncertain=True),
    "2014": Grain(Precision.YEAR),
    "2014~": Grain(Precision.YEAR, approximate=True),
    "2014?": Grain(Precision.YEAR, uncertain=True),
    "2014%": Grain(Precision.YEAR, approximate=True, uncertain=True),
    "2014-XX": Grain(Precision.YEAR, masked=Precision.MONTH),
    "2014-XX-XX": Grain(Precision.YEAR, masked=Precision.DAY),
    "2014-24~": Grain(Precision.SEASON, approximate=True),
    "2014-03%": Grain(Precision.MONTH, approximate=True, uncertain=True),
    "2014-03-XX~": Grain(Precision.MONTH, Precision.DAY, approximate=True),
    "2014-03-18": Grain(Precision.DAY),
    "2014-03-18T09:30Z": Grain(Precision.MINUTE),
}


@pytest.mark.parametrize(("text", "grain"), GRAINS.items(), ids=GRAINS)
def test_a_date_knows_its_precision_and_doubts(text: str, grain: Grain) -> None:
    when = parse(text)
    assert (when.first, when.last, when.is_interval) == (grain, grain, False)
    assert when.precision is grain.precision
    assert (when.approximate, when.uncertain) == (grain.approximate, grain.uncertain)


SIDES = {
    "2013~/2015-06?": (
        Grain(Precision.YEAR, approximate=True),
        Grain(Precision.MONTH, uncertain=True),
    ),
    "2014/2014": (Grain(Precision.YEAR), Grain(Precision.YEAR)),
    "2014/..": (Grain(Precision.YEAR), Missing.OPEN),
    "../2014": (Missing.OPEN, Grain(Precision.YEAR)),
    "2014/": (Grain(Precision.YEAR), Missing.UNKNOWN),
    "/2014": (Missing.UNKNOWN, Grain(Precision.YEAR)),
}


@pytest.mark.parametrize(("text", "sides"), SIDES.items(), ids=SIDES)
def test_each_side_of_a_range_has_its_own(text: str, sides: tuple[dates.Side, dates.Side]) -> None:
    when = parse(text)
    assert (when.first, when.last, when.is_interval) == (*sides, True)
    assert when.precision is Precision.YEAR


@pytest.mark.parametrize(
    ("text", "minute", "clock"),
    [
        ("2014-03-18", None, ""),
        ("2014-03-18T00:00", 0, "00:00"),
        ("2014-03-18T23:59:59", 1439, "23:59:59"),
        ("2014-03-18T09:30-04", 570, "09:30-04"),
        ("2014-03-18T09:30:00+05:45", 570, "09:30:00+05:45"),
    ],
)
def test_a_time_stays_local(text: str, minute: int | None, clock: str) -> None:
    when = parse(text)
    assert (when.minute, when.clock) == (minute, clock)


def test_white_space_around_a_date_does_not_count() -> None:
    assert parse(" 2014-03\n") == parse("2014-03")


FORMS = "write 2014, 2014-03, 2014-03-18 or 2014/2016, with ~ or ? for doubt"
MASKS = "X stands for the last digits only: 201X, 20XX, 2014-XX, 2014-03-XX or 2014-XX-XX"
NO_DAY = "a time needs a full day before it: 2014-03-18T09:30"
NO_SIDE = "a range needs a date on one side at least: 2014/.. or ../2014"
NO_MONTH = "the month must be 01 to 12, or a season 21 to 24, not "
YEAR_FIRST = "write the year first and in full, as YYYY-MM-DD"
HYPHENS = "write hyphens between the parts: 2014-03-18"

REFUSED = {
    "": "the date is empty",
    "  ": "the date is empty",
    "today": FORMS,
    "[2014,2015]": FORMS,
    "9" * 1000 + "!": FORMS,
    "2012/2011": "the range ends before it starts",
    "2014-03/2014-02-28": "the range ends before it starts",
    "../..": NO_SIDE,
    "/": NO_SIDE,
    "../": NO_SIDE,
    "/..": NO_SIDE,
    "2014/2015/2016": "a range has one slash: 2014/2016",
    "2014-02-30": "February 2014 has 28 days, not 30",
    "2014-02-30/2014-03": "February 2014 has 28 days, not 30",
    "1900-02-29": "February 1900 has 28 days, not 29",
    "2016-02-30~": "February 2016 has 29 days, not 30",
    "-0044-04-31": "April -0044 has 30 days, not 31",
    "2014-00": "there is no month 00; leave out what is not known: 2014",
    "2014-03-00": "there is no day 00; leave out what is not known: 2014-03",
    "2014-13": NO_MONTH + "13",
    "-0044-50": NO_MONTH + "50",
    "1914-18": NO_MONTH + "18; a range of years is 1914/1918",
    "2014-21-03": "a season has no days; write 2014-21",
    "2014-3-8": "month and day need two digits: 2014-03-08",
    "2014-3": "month and day need two digits: 2014-03",
    "2014-3-8/2014-04": "month and day need two digits: 2014-03-08",
    "18.03.2014": "write the year first: 2014-03-18",
    "03/04/2014": YEAR_FIRST,
    "14-03-18": YEAR_FIRST,
    "12/2014": "write the year first: 2014-12",
    "2014/03/18": HYPHENS,
    "2014.3.18": HYPHENS,
    "20140318": HYPHENS,
    "2014/03": "write a month with a hyphen: 2014-03",
    "201403": "write a month with a hyphen: 2014-03",
    "2014-2016": "write a range with a slash: 2014/2016",
    "2014–2016": "write a range with a slash: 2014/2016",
    "2014 to 2016-03": "write a range with a slash: 2014/2016-03",
    "2014 / 2016": "write a range without spaces: 2014/2016",
    "2014/16": "write both years in full: 2014/2016",
    "1914–18": "write both years in full: 1914/1918",
    "2014-02-27/03-18": "write both dates in full: 2014-02-27/2014-03-18",
    "2014-02-27/28": "write both dates in full: 2014-02-27/2014-02-28",
    "2014-02/03": "write both dates in full: 2014-02/2014-03",
    "2014-02-27~/03-18": "the year is missing; write YYYY-MM-DD",
    "2014–": "write an open range as 2014/..",
    "since 2014-03": "write an open range as 2014-03/..",
    "until 2008": "write an open range as ../2008",
    "c. 2014": "write an approximate year as 2014~",
    "circa 2014-03": "write an approximate date as 2014-03~",
    "~2014": "write an approximate year as 2014~",
    "?2014": "put the mark right behind the date: 2014?",
    "2014 ~": "put the mark right behind the date: 2014~",
    "2014~?": "write ~ and ? together as %: 2014%",
    "2014~-03": "put ~, ? or % at the very end: 2014-03~",
    "24:00": NO_DAY,
    "T09:30": NO_DAY,
    "2014T09:30": NO_DAY,
    "2014-03T09:30": NO_DAY,
    "2014-03-XXT09:30": NO_DAY,
    "2014-03-18T24:00": "the time must be 00:00 to 23:59: 2014-03-18T09:30",
    "2014-03-18T9:30": "write the time as 2014-03-18T09:30",
    "2014-03-18 09:30": "write the time as 2014-03-18T09:30",
    "2014-03-18T09:30~": "a date with a time takes no ~; leave one of them out",
    "2014-03-18T09:30/2014-03-19": "leave the time out of a range: 2014-03-18/2014-03-19",
    "201x": "write the letters as capitals: 201X",
    "2XXX": MASKS,
    "20X4": MASKS,
    "201X-03": MASKS,
    "2014-1X": MASKS,
    "2014-XX-03": MASKS,
    "2010s": "write a decade as 201X",
    "1900s": "write a decade as 190X, a century as 19XX",
    "March 2014": "write the month as a number: 2014-03",
    "18th Sept. 2014": "write the month as a number: 2014-09-18",
    "Nov 27, 2024": "write the month as a number: 2024-11-27",
    "winter 2014": "write spring to winter as 2014-21 to -24",
    "44": "a year has four digits: 0044",
    "44 BC": "years before 1 are counted from 0: 1 BC is 0000, 44 BC is -0043",
    "-0000": "the year 0 is written 0000",
    "12014": "a year of more than four digits begins with Y: Y12014",
    "Y2014": "a year of four digits needs no Y: 2014",
    "Y20140-03": "a year of more than four digits stands alone: Y20140",
    "Y" + "9" * 13: "a year has at most 12 digits",
    "Y-" + "9" * 9000: FORMS,
    "\N{FULLWIDTH DIGIT TWO}014": "write the digits as 0 to 9",
    "\N{MINUS SIGN}0044": "write the plain hyphen: -",
}


@pytest.mark.parametrize(("text", "message"), REFUSED.items(), ids=[key[:24] for key in REFUSED])
def test_nonsense_is_refused_with_what_to_write(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert str(caught.value) == message


@given(st.text() | st.text("0123456789-/TXYZ~?%.:+ c", max_size=24))
def test_only_a_date_error_is_raised(text: str) -> None:
    try:
        parse(text)
    except DateError as error:
        assert len(str(error).splitlines()) == 1  # noqa: PT017, most texts raise, some do not


@given(edtf_texts(), st.integers(0, 40), st.sampled_from(["", *"0139-/TXY~?%.: "]))
def test_a_slip_of_the_pen_is_a_date_or_a_date_error(text: str, at: int, slip: str) -> None:
    try:
        parse(text[:at] + slip + text[at + 1 :])
    except DateError as error:
        assert str(error)  # noqa: PT017, most texts raise, some do not


@given(edtf_dates())
def test_what_is_printed_parses_to_the_same_date(when: Date) -> None:
    assert parse(to_edtf(when)) == when


@given(edtf_dates())
def test_no_date_ends_before_it_starts(when: Date) -> None:
    assert when.start is None or when.end is None or when.start <= when.end


def test_forms_over_the_same_days_stay_apart() -> None:
    texts = ["2014", "2014~", "2014?", "2014%", "2014-XX", "2014-XX-XX", "2014/2014", "2014/2014~"]
    texts += ["2014-01/2014-12", "2014/2014-12", "2014-01-01/2014", "2014/2014-XX", "2014?/2014"]
    found = [parse(text) for text in texts]
    assert len({(when.start, when.end) for when in found}) == 1
    assert len({(when.first, when.last, when.is_interval) for when in found}) == len(texts)


@given(st.dates())
def test_days_are_numbered_as_datetime_does(day: date) -> None:
    assert ordinal(day.year, day.month, day.day) == day.toordinal()


@given(st.integers(-(10**15), 10**15))
def test_every_day_number_is_a_day(day: int) -> None:
    assert ordinal(*civil(day)) == day
    assert civil(day) < civil(day + 1)


@given(st.dates(), st.sampled_from(["", "~", "?", "%"]))
def test_a_coarser_date_contains_the_finer(day: date, mark: str) -> None:
    text = day.isoformat()
    coarse_to_fine = [f"{text[:2]}XX", f"{text[:3]}X", text[:4], text[:7], text]
    found = [parse(each + mark) for each in coarse_to_fine] + [parse(f"{text}T09:30")]
    for coarser, finer in pairwise(found):
        assert contains(coarser, finer)
        assert coarser.order <= finer.order or coarser.start != finer.start


@given(edtf_dates(), edtf_dates())
def test_order_is_total_and_follows_the_spans(one: Date, other: Date) -> None:
    assert (one.order < other.order) + (one.order == other.order) + (one.order > other.order) == 1
    if None not in (one.start, one.end, other.start) and one.end < other.start:  # type: ignore[operator]
        assert one.order < other.order
    if one.start == other.start is not None and reach(one)[1] > reach(other)[1] and not one.clock:
        assert one.order < other.order or other.last is Missing.UNKNOWN


@given(edtf_dates(), edtf_dates())
def test_overlap_is_symmetric(one: Date, other: Date) -> None:
    assert overlaps(one, other) == overlaps(other, one)
    assert overlaps(one, other) or not contains(one, other)
    assert overlaps(one, other) or reach(one)[0] != reach(other)[0]


@given(edtf_dates())
def test_a_date_overlaps_and_contains_itself(when: Date) -> None:
    assert overlaps(when, when)
    assert contains(when, when)


def test_dates_sort_by_start_then_time_then_longest_first() -> None:
    in_order = ["-0043", "../2008", "201X", "../2013", "2014/..", "2014/2015", "2014", "2014-01"]
    in_order += ["2014-01-01", "2014-01-01T00:00", "2014-01-01T09:30", "2014-02", "2014-24", "2015"]
    in_order += ["Y20000"]
    assert sorted(sorted(in_order), key=lambda text: parse(text).order) == in_order


def test_the_year_of_a_date_is_that_of_its_anchor() -> None:
    assert [parse(text).year for text in ("2014-24", "../2008", "-0043", "0000", "201X/2030")] == [
        *(2014, 2008, -43, 0, 2010)
    ]
