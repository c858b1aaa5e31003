"""Dates as people type them."""

import pytest
from hypothesis import given

from strategies import edtf_texts, typed_texts
from tui.timeline.dates import DateError, parse
from tui.timeline.dates_asked import asked


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
