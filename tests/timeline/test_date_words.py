"""How dates read: the long form, the short form, and that every character is one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from strategies import edtf_dates
from tui.timeline.date_words import fitting, short, words, year_words
from tui.timeline.dates import Date, parse

EN_DASH = "\N{EN DASH}"
WORDS = {
    "2014": ("2014", "2014", "2014"),
    "2014-03": ("March 2014", "Mar", "Mar 2014"),
    "2014-12~": ("c. December 2014", "c. Dec", "c. Dec 2014"),
    "2018-05-17": ("17 May 2018", "17 May", "17 May 2018"),
    "2018-05-17?": ("17 May 2018, uncertain", "17 May?", "17 May 2018?"),
    "2014%": ("c. 2014, uncertain", "c. 2014?", "c. 2014?"),
    "2014-03-18T09:30": ("18 March 2014, 09:30", "18 Mar 09:30", "18 Mar 2014"),
    "2014-03-18T09:30:15Z": ("18 March 2014, 09:30:15 UTC", "18 Mar 09:30", "18 Mar 2014"),
    "2014-03-18T09:30-03:30": ("18 March 2014, 09:30 UTC-03:30", "18 Mar 09:30", "18 Mar 2014"),
    "201X": ("2010s", "2010s", "2010s"),
    "19XX~": ("a year in c. 1900–1999", "c. 1900–1999", "c. 1900–1999"),
    "-004X": ("50–41 BC", "50–41 BC", "50–41 BC"),
    "000X": ("1 BC – AD 9", "1 BC – AD 9", "1 BC – AD 9"),
    "004X": ("AD 40s", "AD 40s", "AD 40s"),
    "2014-XX": ("a month in 2014", "2014", "2014"),
    "2014-XX-XX~": ("a day in c. 2014", "c. 2014", "c. 2014"),
    "2014-03-XX": ("a day in March 2014", "Mar", "Mar 2014"),
    "2014-21": ("spring 2014", "spring", "spring 2014"),
    "2014-24": ("winter 2014–15", "winter", "winter 2014–15"),
    "2099-24": ("winter 2099–2100", "winter", "winter 2099–2100"),
    "0000-24": ("winter 1 BC – AD 1", "winter", "winter 1 BC – AD 1"),
    "-0043": ("44 BC", "44 BC", "44 BC"),
    "-0043-03-15": ("15 March 44 BC", "15 Mar", "15 Mar 44 BC"),
    "0044": ("AD 44", "AD 44", "AD 44"),
    "Y-170000002": ("170,000,003 BC", "170,000,003 BC", "170,000,003 BC"),
    "2022-02-24/..": ("from 24 February 2022", "24 Feb →", "24 Feb 2022 →"),
    "2014-11/..": ("from November 2014", "Nov →", "Nov 2014 →"),
    "2014~/..": ("from c. 2014", "c. 2014 →", "c. 2014 →"),
    "2014-11/": ("from November 2014, end unknown", "Nov–?", "Nov 2014–?"),
    "../2008": ("until 2008", "→ 2008", "→ 2008"),
    "/2008-03": ("until March 2008, start unknown", "?–Mar", "?–Mar 2008"),
    "2023-09-19/2023-09-20": ("19–20 September 2023", "19–20 Sep", "19–20 Sep 2023"),
    "2014-02-27/2014-03-18": (
        *("27 February – 18 March 2014", "27 Feb–18 Mar", "27 Feb–18 Mar 2014"),
    ),
    "2014-03/2014-05": ("March–May 2014", "Mar–May", "Mar–May 2014"),
    "2014-02/2014-05-03": ("February 2014 – 3 May 2014", "Feb–3 May", "Feb 2014–3 May 2014"),
    "2016-12/2017-02": (
        *("December 2016 – February 2017", "Dec 2016–Feb 2017", "Dec 2016–Feb 2017"),
    ),
    "2016-12-27/2017-02-03": (
        *("27 December 2016 – 3 February 2017", "Dec 2016–Feb 2017", "Dec 2016–Feb 2017"),
    ),
    "2013/2015": ("2013–2015", "2013–2015", "2013–2015"),
    "2013~/2015?": ("c. 2013 – 2015 (uncertain)", "c. 2013–2015?", "c. 2013–2015?"),
    "-0048/-0043": ("49–44 BC", "49–44 BC", "49–44 BC"),
    "-0048/0012": ("49 BC – AD 12", "49 BC – AD 12", "49 BC – AD 12"),
    "201X/202X": ("2010s – 2020s", "2010s–2020s", "2010s–2020s"),
    "2014-21/2014-23": ("spring 2014 – autumn 2014", "spring–autumn", "spring 2014–autumn 2014"),
    "2014/2014": ("2014", "2014", "2014"),
    "2014-03-18/2014-03-18": ("18 March 2014", "18 Mar", "18 Mar 2014"),
}


@pytest.mark.parametrize(("text", "forms"), WORDS.items(), ids=WORDS)
def test_a_date_in_words(text: str, forms: tuple[str, str, str]) -> None:
    when = parse(text)
    assert (words(when), short(when), short(when, year=True)) == forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018-05-17", "Thursday 17 May 2018"),
        ("2018-05-20~", "c. Sunday 20 May 2018"),
        ("2018-05-17T09:30", "Thursday 17 May 2018, 09:30"),
        ("2018-05", "May 2018"),
        ("2018-05-17/2018-05-18", "17–18 May 2018"),
    ],
)
def test_a_single_day_may_have_its_weekday(text: str, expected: str) -> None:
    assert words(parse(text), weekday=True) == expected


def test_years_as_people_count_them() -> None:
    years = (2014, 44, 1, 0, -43, 12_000)
    assert [year_words(year) for year in years] == [
        "2014",
        "AD 44",
        "AD 1",
        "1 BC",
        "44 BC",
        "12,000",
    ]


@pytest.mark.parametrize(
    ("text", "wide", "narrow"),
    [
        ("2018-05-17", "17 May", "17 May"),
        ("2012-06-28/2012-12-19", "28 Jun–19 Dec", "Jun–Dec"),
        ("2014-09-29/2014-10-03", "29 Sep–3 Oct", "Sep–Oct"),
        ("2023-04-04/2024-03-07", "2023–2024", "2023–2024"),
        ("2022-02-24/2024-12~", "2022–c. 2024", "2022–c. 24"),
        ("2022~/2024?", "c. 2022–2024?", "c. 2022–24?"),
        ("1998-03/2004-05?", "1998–2004?", "1998–2004?"),
        ("2014-02-27~/2014-03-18?", "c. Feb–Mar?", "c. 2014?"),
        ("2014-03-18T09:30", "18 Mar 09:30", "18 Mar"),
        ("2022-02-24%/..", "c. 24 Feb? →", "c. Feb? →"),
        ("/2022-02-24%", "?–c. 24 Feb?", "?–c. Feb?"),
        ("../2022-02-24%", "→ c. 24 Feb?", "→ c. Feb?"),
        ("19XX~", "c. 1900–1999", "c. 1900–99"),
        ("201X/202X", "2010s–2020s", "2010–29"),
        ("-0048/0012", "49 BC – AD 12", "49 BC – AD 12"),
        ("Y-170000002", "170,000,003 BC", "170,000,003 BC"),
    ],
)
def test_a_date_is_coarser_where_there_is_little_room(text: str, wide: str, narrow: str) -> None:
    assert (fitting(parse(text), 13), fitting(parse(text), 10)) == (wide, narrow)


@given(edtf_dates(), st.integers(1, 30))
def test_where_there_is_little_room_every_doubt_and_open_side_stays(when: Date, width: int) -> None:
    text, whole = fitting(when, width), short(when)
    assert text == whole or len(whole) > width
    assert len(text) <= len(whole)
    assert [sign in text for sign in ("c. ", "?", "→")] == [
        sign in whole for sign in ("c. ", "?", "→")
    ]
    for sign in ("→ ", f"?{EN_DASH}"):
        assert text.startswith(sign) == whole.startswith(sign)
    for sign in (" →", f"{EN_DASH}?"):
        assert text.endswith(sign) == whole.endswith(sign)


@given(edtf_dates())
def test_every_character_of_the_words_is_one_cell(when: Date) -> None:
    for text in (words(when, weekday=True), words(when), short(when), short(when, year=True)):
        assert text == text.strip() != ""
        assert all(cell_len(each) == 1 and ord(each) <= 0xFFFF for each in text)
