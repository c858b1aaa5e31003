"""The number of a slide as it is typed in a talk, key by key."""

from collections.abc import Container
from typing import Final

_DIGITS: Final = 6


def typed(number: str, key: str, bound: Container[str] = ()) -> str | None:
    """The number after a key; None where the key is no part of one.

    Backspace takes the last digit back and Esc all of them, if there are any.

    Args:
        number: The digits so far, "" for none.
        key: The name of the key.
        bound: Keys that do something else: a digit among them is part of no number.
    """
    if len(key) == 1 and key in "0123456789" and key not in bound:
        return (number + key)[-_DIGITS:].lstrip("0")
    if number and key == "backspace":
        return number[:-1]
    if number and key == "escape":
        return ""
    return None


def leads(number: str) -> str:
    """What to say of a number that is typed."""
    return f"Slide {number}: {{talk.go}} goes there." if number else ""


def no_slide(number: int, count: int) -> str:
    """What to say where there is no slide of a number, of so many slides."""
    return f"There is no slide {number}; the last is {count}."
