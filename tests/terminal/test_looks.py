"""Looks are read as they are written, in no more bytes than naming all of them anew."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.colours import Colours
from tui.terminal.looks import PLAIN, UNKNOWN, Look, Looks, after, change, on_space

CODES = [
    *("1", "2", "3", "4", "4:3", "5", "6", "7", "8", "9", "20", "21", "51", "52", "53"),
    *("22", "23", "24", "25", "27", "28", "29", "54", "55", "39", "49", "59", "", "4:0"),
    *("31", "97", "42", "107", "38;5;200", "48;5;17", "38;2;1;2;3", "48:2::10:20:30", "58;5;9"),
    *("11", "73", "38;7", "48;2;1"),
]
LOOKS = st.lists(st.sampled_from(CODES)).map(lambda codes: after(PLAIN, ";".join(codes)))


def written(look: Look, sequence: str) -> Look:
    """The look after a sequence of SGR and OSC 8."""
    for parameters, link in re.findall(r"\x1b\[([0-9;:]*)m|\x1b\]8;(.*?)\x1b\\", sequence):
        look = look._replace(link=link.strip(";")) if link else after(look, parameters)
    return look


@given(LOOKS, LOOKS, st.sampled_from(["", "id=1;https://a.example"]))
def test_a_change_leads_to_the_look_that_is_wanted(old: Look, new: Look, link: str) -> None:
    new = new._replace(link=link)
    assert written(old, change(old, new)) == new
    assert written(old, change(None, new)) == new
    assert len(change(old, new)) <= len(change(None, new))
    assert change(new, new) == ""


@pytest.mark.parametrize(
    ("parameters", "look"),
    [
        pytest.param("1;31;44", Look(frozenset({"1"}), "31", "44"), id="basic"),
        pytest.param("38;2;1;2;3;48;5;9", Look(ink="38;2;1;2;3", paper="48;5;9"), id="rich"),
        pytest.param("01;038;005;007", Look(frozenset({"1"}), "38;5;7"), id="leading zeros"),
        pytest.param("1;0;4", Look(frozenset({"4"})), id="a reset"),
        pytest.param("1;;4", Look(frozenset({"4"})), id="an empty parameter is a reset"),
        pytest.param("4;21", Look(frozenset({"21"})), id="of underlines the last"),
        pytest.param("4:3;24", PLAIN, id="every underline ends"),
        pytest.param("1;2;22", PLAIN, id="bold and dim end together"),
        pytest.param("38;2;1;2", Look(other=("38;2;1;2",)), id="a colour cut off"),
        pytest.param("38:2:1", Look(other=("38:2:1",)), id="a colour cut off, with colons"),
        pytest.param("11;73;11", Look(other=("73", "11")), id="not known"),
    ],
)
def test_a_look_is_read(parameters: str, look: Look) -> None:
    assert after(PLAIN, parameters) == look


@pytest.mark.parametrize(
    ("parameters", "space"),
    [("1;31", ""), ("1;2;3;8;31;44", "44"), ("4;31", "4;31"), ("7;31;44", "7;31;44"), ("53", "53")],
)
def test_a_space_shows_its_background_and_marks(parameters: str, space: str) -> None:
    assert on_space(after(PLAIN, parameters)) == after(PLAIN, space)


def test_looks_of_a_terminal_have_its_colours() -> None:
    looks = Looks(Colours.SIXTEEN)
    red, other = looks.after(0, "1;38;2;255;0;0"), looks.after(0, "1;38;2;254;0;0")
    assert red != other
    assert looks.shown[red] == looks.shown[other]
    assert looks.change(UNKNOWN, looks.shown[red]) == "\x1b[0;1;91m"


def test_a_link_is_ended_on_a_terminal_that_may_have_one() -> None:
    looks = Looks(Colours.TRUECOLOR)
    assert looks.change(UNKNOWN, 0) == "\x1b[m"
    looks.linked(0, "https://a.example")
    assert looks.change(UNKNOWN, 0) == "\x1b]8;;\x1b\\\x1b[m"
