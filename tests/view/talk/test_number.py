"""The number of a slide: which keys are part of one, and what comes of them."""

import pytest

from tui.view.talk.number import leads, typed


@pytest.mark.parametrize(
    ("number", "key", "after"),
    [
        ("", "1", "1"),
        ("1", "2", "12"),
        ("", "0", ""),
        ("1", "0", "10"),
        ("123456", "7", "234567"),
        ("12", "backspace", "1"),
        ("1", "backspace", ""),
        ("", "backspace", None),
        ("12", "escape", ""),
        ("", "escape", None),
        ("12", "enter", None),
        ("", "f1", None),
        ("", "٣", None),
    ],
)
def test_keys_make_a_number(number: str, key: str, after: str | None) -> None:
    assert typed(number, key) == after


def test_a_digit_that_does_something_else_is_part_of_none() -> None:
    assert typed("2", "1", ("1", "backspace")) is None
    assert typed("2", "3", ("1", "backspace")) == "23"
    assert typed("2", "backspace", ("1", "backspace")) == ""


def test_what_leads_there_is_said_of_a_number_alone() -> None:
    assert leads("12") == "Slide 12: {talk.go} goes there."
    assert leads("") == ""
