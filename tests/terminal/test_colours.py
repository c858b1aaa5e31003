"""Which colours a terminal gets for those that it does not have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.colours import Colours, fit

LEVELS = st.integers(0, 255)
RGB = st.tuples(LEVELS, LEVELS, LEVELS)


def ink(rgb: tuple[int, int, int]) -> str:
    return "38;2;{};{};{}".format(*rgb)


def paper(rgb: tuple[int, int, int]) -> str:
    return "48;2;{};{};{}".format(*rgb)


@pytest.mark.parametrize(
    ("colour", "number"),
    [
        ((0, 0, 0), 16),
        ((255, 255, 255), 231),
        ((255, 0, 0), 196),
        ((95, 135, 175), 67),
        ((97, 133, 176), 67),
        ((8, 8, 8), 232),
        ((238, 238, 238), 255),
        ((17, 21, 28), 233),
        ((120, 121, 119), 243),
    ],
)
def test_256_colours_give_the_nearest_of_cube_and_ramp(
    colour: tuple[int, int, int], number: int
) -> None:
    wanted = f"38;5;{number}", f"48;5;{number}", f"58;5;{number}"
    line = "58;2;{};{};{}".format(*colour)
    assert fit(ink(colour), paper(colour), line, Colours.PALETTE) == wanted


@pytest.mark.parametrize("colour", ["", "31", "97", "38;5;3", "38;5;200"])
def test_256_colours_have_what_is_not_truecolor(colour: str) -> None:
    assert fit(colour, "", "", Colours.PALETTE)[0] == colour


@pytest.mark.parametrize(
    ("above", "below", "fitted"),
    [
        pytest.param((255, 255, 255), (0, 0, 0), ("97", "40"), id="white on black"),
        pytest.param((216, 222, 230), (17, 21, 28), ("37", "40"), id="text on a dark page"),
        pytest.param((152, 164, 179), (17, 21, 28), ("37", "40"), id="muted text on it"),
        pytest.param((77, 89, 104), (17, 21, 28), ("90", "40"), id="a line on it"),
        pytest.param((233, 184, 114), (17, 21, 28), ("33", "40"), id="amber on it"),
        pytest.param((47, 191, 147), (17, 21, 28), ("32", "40"), id="green on it"),
        pytest.param((240, 145, 138), (17, 21, 28), ("91", "40"), id="red on it"),
        pytest.param((40, 42, 46), (250, 248, 243), ("30", "107"), id="text on a light page"),
        pytest.param((111, 168, 245), (17, 21, 28), ("94", "40"), id="blue that can be read on it"),
        pytest.param((28, 107, 52), (251, 249, 244), ("30", "107"), id="nor is green on white"),
        pytest.param((120, 0, 0), (255, 0, 0), ("30", "101"), id="dark red on red is as dark"),
        pytest.param((30, 30, 30), (0, 0, 0), ("90", "40"), id="black on black can be told"),
        pytest.param((255, 255, 255), (245, 245, 245), ("97", "107"), id="but not beyond white"),
    ],
)
def test_sixteen_colours_keep_hue_and_contrast(
    above: tuple[int, int, int], below: tuple[int, int, int], fitted: tuple[str, str]
) -> None:
    assert fit(ink(above), paper(below), "", Colours.SIXTEEN)[:2] == fitted


@pytest.mark.parametrize(
    ("colour", "fitted"),
    [
        ("", ""),
        ("31", "31"),
        ("97", "97"),
        ("38;5;3", "33"),
        ("38;5;11", "93"),
        ("38;5;196", "91"),
        ("38;5;232", "30"),
        ("38:2::255:0:0", "91"),
        ("38:5:2", "32"),
        ("38;2;999;0;0", "91"),
    ],
)
def test_sixteen_colours_have_their_own(colour: str, fitted: str) -> None:
    assert fit(colour, "", "", Colours.SIXTEEN) == (fitted, "", "")


@given(RGB, RGB)
def test_text_that_can_be_told_from_its_background_stays_so(
    above: tuple[int, int, int], below: tuple[int, int, int]
) -> None:
    if abs(sum(above) - sum(below)) > 300:
        over, under, _ = fit(ink(above), paper(below), "", Colours.SIXTEEN)
        assert int(over) + 10 != int(under)


@given(RGB, RGB, st.sampled_from(Colours))
def test_what_fits_is_left(
    above: tuple[int, int, int], below: tuple[int, int, int], colours: Colours
) -> None:
    fitted = fit(ink(above), paper(below), ink(above), colours)
    assert fit(*fitted, colours) == fitted


def test_without_colours_there_are_none() -> None:
    assert fit("31", "48;5;3", "58;5;3", Colours.NONE) == ("", "", "")


def test_truecolor_is_left_as_it_came() -> None:
    colours = ("38;2;1;2;3", "48:2::1:2:3", "58;5;3")
    assert fit(*colours, Colours.TRUECOLOR) == colours
