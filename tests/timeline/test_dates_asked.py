"""Dates as people type them."""

import pytest
from hypothesis import given

from strategies import edtf_texts, typed_texts
from tui.timeline.dates import DateError, parse
from tui.timeline.dates_asked import asked, readings


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("Sep 2022", "2022-09"),
        ("september 2022", "2022-09"),
        ("sept. 2022", "2022-09"),
        ("Sep2022", "2022-09"),
        ("3 Sep 2022", "2022-09-03"),
        ("3rd of September 2022", None),
        ("3rd September 2022", "2022-09-03"),
        ("3-Sep-2022", "2022-09-03"),
        ("Sep 3, 2022", "2022-09-03"),
        ("2022-9", "2022-09"),
        ("2022/9/3", "2022-09-03"),
        ("2014..2016", "2014/2016"),
        ("2014 to 2016", "2014/2016"),
        ("2014-2016", "2014/2016"),
        ("2014 – Sep 2016", "2014/2016-09"),
        ("2014..", "2014/.."),
        ("..2014", "../2014"),
        ("winter 2014", "2014-24"),
        ("fall 2014", "2014-23"),
        ("1990s", "199X"),
        ("201x", "201X"),
        ("c. 2014", "2014~"),
        ("about May 2014", "2014-05~"),
        ("44 BC", "-0043"),
        ("1 BCE", "0000"),
        ("03/04/2022", None),
        ("3.4.2022", None),
        ("25/12/2022", "2022-12-25"),
        ("12-25-2022", "2022-12-25"),
        ("4/4/2022", "2022-04-04"),
        ("31/02/2022", None),
        ("Sep", None),
        ("31 Sep 2014", None),
        ("2016..2014", None),
        ("..", None),
        ("soon", None),
    ],
)
def test_a_date_is_read_where_it_has_one_meaning(typed: str, edtf: str | None) -> None:
    try:
        found = asked(typed).text
    except DateError:
        found = None
    assert found == edtf


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("03/04/2022", ("2022-04-03", "2022-03-04")),
        (" 3.4.2022 ", ("2022-04-03", "2022-03-04")),
        ("25/12/2022", ("2022-12-25",)),
        ("31/02/2022", ()),
        ("2022-03-04", ()),
        ("3/4-2022", ()),
    ],
)
def test_numbers_with_the_year_last_may_be_two_days(typed: str, days: tuple[str, ...]) -> None:
    assert readings(typed) == days


def test_who_is_refused_is_told_both() -> None:
    with pytest.raises(DateError, match=r"^03/04/2022 may be 2022-04-03 or 2022-03-04$"):
        asked("03/04/2022")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("foo", "write 2014, 2014-03, Sep 2022, 3 Sep 2022 or 2014..2016"),
        ("soon..2014", "write 2014, 2014-03, Sep 2022, 3 Sep 2022 or 2014..2016"),
        ("31 Sep 2014", "September 2014 has 30 days, not 31"),
    ],
)
def test_who_is_not_understood_is_told_what_to_write(typed: str, told: str) -> None:
    with pytest.raises(DateError) as refused:
        asked(typed)
    assert str(refused.value) == told


@given(edtf_texts())
def test_every_date_of_a_file_can_be_asked_for(text: str) -> None:
    assert asked(text) == parse(text)


@given(typed_texts())
def test_no_text_fails_but_as_a_date(text: str) -> None:
    try:
        found = asked(text).text
    except DateError as error:
        found = str(error)
    assert found
