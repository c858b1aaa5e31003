"""The line of chips as it reads at each width, and what a click on it hits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import views
from tui.timeline.records import Ref
from tui.view.chips import DROP, chip_at, chips_line, empty_words, has_chips_line
from tui.view.line import Span, plain, width_of
from tui.view.pins import Facet, filter_chip, pin, with_chips
from tui.view.search import search
from tui.view.view import View
from view.histories import TWO_LANES, view_of

NORTH, SOUTH, ANN = Facet("thread", "north"), Facet("thread", "south"), Facet("actor", "ann")
WIDTHS = (40, 72, 100, 160)


def filtered(*facets: Facet) -> View:
    view = view_of(TWO_LANES)
    for facet in facets:
        view = pin(view, facet)
    return view


ONE = filtered(NORTH)
MANY = with_chips(
    pin(filtered(NORTH, SOUTH, ANN), Facet("place", "Paris"), is_excluded=True),
    (filter_chip("war after:2000 before:2020 -has:url"), *filtered(NORTH, SOUTH, ANN).chips),
)


def drawn(view: View, width: int) -> str:
    return plain(chips_line(view, width)).rstrip()


HIDDEN = "3 of 6 · 3 hidden  (X clears)"


def apart(left: str, right: str, width: int) -> str:
    """Two ends of a line."""
    return f"{left}{right:>{width - len(left) - 1}}"


def test_a_chip_at_each_width() -> None:
    one = " thread:The north ×"
    assert drawn(ONE, 40) == apart(one, "3 of 6", 40)
    assert [drawn(ONE, width) for width in WIDTHS[1:]] == [
        apart(one, HIDDEN, width) for width in WIDTHS[1:]
    ]


def test_what_has_no_room_is_counted() -> None:
    view = filtered(NORTH, SOUTH, ANN)
    two, three = " thread:The north ×  +2", " thread:The north ×  thread:The south ×  actor:Ann ×"
    assert [drawn(view, width) for width in WIDTHS] == [
        apart(two, "3 of 6", 40),
        apart(two, HIDDEN, 72),
        apart(three, HIDDEN, 100),
        apart(three, HIDDEN, 160),
    ]


def test_a_chip_that_is_too_wide_is_shortened() -> None:
    view = with_chips(view_of(TWO_LANES), (filter_chip("war or peace, after all these years"),))
    assert [drawn(view, width).split("  ")[0] for width in WIDTHS] == [
        " war or peace, after a… ×",
        *[" war or peace, after all these… ×"] * 3,
    ]


def test_an_excluded_one_has_a_minus_and_a_tone_of_its_own() -> None:
    view = pin(view_of(TWO_LANES), NORTH, is_excluded=True)
    assert [span for span in chips_line(view, 72) if "north" in span.text] == [
        Span("-thread:The north", "bad"),
    ]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        pytest.param(search(view_of(TWO_LANES), "the war"), " /the war 1/2", id="found"),
        pytest.param(search(view_of(TWO_LANES), "zzz"), " /zzz not found", id="not found"),
        pytest.param(view_of(TWO_LANES).freeze(), " frozen (F thaws)", id="frozen"),
        pytest.param(
            search(ONE.freeze(), "ends"),
            apart(" thread:The north ×  /ends 1/1  frozen (F thaws)", HIDDEN, 100),
            id="all of it",
        ),
    ],
)
def test_a_search_and_the_freeze_stand_there_too(view: View, expected: str) -> None:
    assert (drawn(view, 100), has_chips_line(view)) == (expected, True)


def test_where_there_is_nothing_to_say_there_is_no_line() -> None:
    assert not has_chips_line(view_of(TWO_LANES))


# Clicks


@pytest.mark.parametrize(
    ("x", "number"),
    [(0, None), (1, 0), (18, 0), (19, None), (20, None), (21, 1), (38, 1), (39, None), (99, None)],
)
def test_a_click_hits_the_chip_under_it(x: int, number: int | None) -> None:
    assert chip_at(filtered(NORTH, SOUTH), 100, x) == number


def test_what_is_only_counted_is_not_hit() -> None:
    view = filtered(NORTH, SOUTH, ANN)
    assert {chip_at(view, 40, x) for x in range(40)} == {0, None}


@settings(max_examples=60)
@given(views(), st.integers(40, 120))
def test_the_line_fits_and_what_is_hit_is_a_chip_as_it_is_drawn(view: View, width: int) -> None:
    line = chips_line(view, width)
    assert width_of(line) == width
    # Which column each span is drawn in.
    x = 0
    drawn_at: dict[int, str] = {}
    for span in line:
        for _ in range(width_of((span,))):
            drawn_at[x] = span.text
            x += 1
    hit = [chip_at(view, width, column) for column in range(width)]
    for number in {each for each in hit if each is not None}:
        columns = [column for column in range(width) if hit[column] == number]
        label, drop = dict.fromkeys(drawn_at[column] for column in columns)
        start = view.chips[number].label[: len(label) - 1]
        assert label.startswith(start[: len(label) - 1])
        assert drop.strip() == DROP
        assert columns == list(range(columns[0], columns[-1] + 1))
    numbers = [each for each in dict.fromkeys(hit) if each is not None]
    assert numbers == list(range(len(numbers)))
    crosses = sum(span.text.strip() == DROP for span in line)
    assert len(numbers) == crosses


@pytest.mark.parametrize("width", [40, 41, 60])
def test_of_chips_the_first_is_always_there(width: int) -> None:
    assert DROP in drawn(MANY, width)


# An empty list


@pytest.mark.parametrize(
    ("facets", "words"),
    [
        ([Facet("actor", "eve")], "No event matches. x drops actor:Eve."),
        ([NORTH, Facet("actor", "eve")], "No event matches. x drops actor:Eve, X clears."),
    ],
)
def test_an_empty_result_names_the_keys_that_mend_it(facets: list[Facet], words: str) -> None:
    assert empty_words(filtered(*facets), "event") == words
    assert filtered(*facets).go(Ref("event", "one")).item is None
