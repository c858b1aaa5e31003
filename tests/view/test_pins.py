"""Chips: what pins, exclusions and filters leave, what they are called, where cursors go."""

import pytest

from tui.timeline.records import Kind, Ref
from tui.view.lists import LINKED_PANES
from tui.view.pins import (
    Chip,
    Facet,
    drop,
    drop_all,
    drop_last,
    facet_of,
    filter_chip,
    pin,
    with_chips,
)
from tui.view.transitions import after, pinnable
from tui.view.view import View
from view.histories import FOUR_DAYS, SNAG, TWO_LANES, cursor, ids, view_of

NORTH, SOUTH = Facet("thread", "north"), Facet("thread", "south")
ANN, BOB, EVE = (Facet("actor", each) for each in ("ann", "bob", "eve"))
WAR, PARIS = Facet("tag", "war"), Facet("place", "Paris")


def pinned(*facets: Facet | str, text: str = TWO_LANES, at: str = "one") -> View:
    """The view after pinning some facets, and filtering by some texts; `-` texts exclude."""
    view = view_of(text).go(Ref("event", at))
    for facet in facets:
        if isinstance(facet, Facet):
            view = pin(view, facet)
        else:
            view = with_chips(view, (*view.chips, filter_chip(facet)))
    return view


def without(view: View, *facets: Facet) -> View:
    for facet in facets:
        view = pin(view, facet, is_excluded=True)
    return view


# What is left


@pytest.mark.parametrize(
    ("facets", "left"),
    [
        pytest.param([NORTH], "one three six", id="a thread"),
        pytest.param([ANN], "one three six", id="an actor"),
        pytest.param([WAR], "one two", id="a tag"),
        pytest.param([PARIS], "one five", id="a place"),
        pytest.param([Facet("source", "herald")], "three", id="a source"),
        pytest.param([Facet("verdict", "disputed")], "two five", id="a verdict"),
        pytest.param([Facet("verdict", "unchecked")], "four", id="no verdict"),
        pytest.param([Facet("actor", "A passer-by")], "six", id="a speaker who is no actor"),
        pytest.param([NORTH, SOUTH], "one two three five six", id="one key widens"),
        pytest.param([NORTH, BOB], "three", id="two keys narrow"),
        pytest.param([NORTH, SOUTH, BOB], "two three five", id="widened, then narrowed"),
        pytest.param([ANN, NORTH, BOB], "one three six", id="in whatever order"),
        pytest.param([EVE], "", id="nothing"),
        pytest.param(["war"], "one two three", id="a filter"),
        pytest.param(["war", "siege"], "two", id="two filters narrow"),
        pytest.param(["actor:ann", ANN, BOB], "one three six", id="a filter and pins narrow"),
        pytest.param(["before:2002 -siege"], "one", id="a filter of terms"),
    ],
)
def test_chips_leave(facets: list[Facet | str], left: str) -> None:
    view = pinned(*facets)
    assert ids(view, "events") == left
    assert len(view.chips) == len(facets)


@pytest.mark.parametrize(
    ("view", "left"),
    [
        pytest.param(without(pinned(), NORTH), "two four five", id="one"),
        pytest.param(without(pinned(), NORTH, SOUTH), "four", id="two of a key"),
        pytest.param(without(pinned(NORTH), BOB), "one six", id="from what is pinned"),
        pytest.param(without(pinned(NORTH), ANN, BOB), "", id="all of it"),
    ],
)
def test_an_excluded_one_takes_away(view: View, left: str) -> None:
    assert ids(view, "events") == left


def test_the_other_lists_show_what_belongs_to_the_events_that_are_left() -> None:
    view = pinned(NORTH)
    assert {pane: ids(view, pane) for pane in LINKED_PANES} == {
        "events": "one three six",
        "actors": "ann bob",
        "sources": "over heard gazette herald",
        "claims": "",
    }


def test_what_is_pinned_again_is_dropped() -> None:
    view = pinned(NORTH, BOB, NORTH)
    assert (labels(view), ids(view, "events")) == (["actor:Bob"], "two three five")
    assert without(without(pinned(), NORTH), NORTH).shown is None


def test_a_pin_and_an_exclusion_of_the_same_replace_each_other() -> None:
    excluded = without(pinned(NORTH, BOB), NORTH)
    assert (labels(excluded), ids(excluded, "events")) == (
        ["actor:Bob", "-thread:The north"],
        "two five",
    )
    assert labels(pin(excluded, NORTH)) == ["actor:Bob", "thread:The north"]


def test_the_last_one_all_or_any_one_can_be_dropped() -> None:
    view = pinned(NORTH, BOB, "war")
    assert labels(drop_last(view)) == ["thread:The north", "actor:Bob"]
    assert labels(drop(view, 1)) == ["thread:The north", "war"]
    assert (labels(drop_all(view)), drop_all(view).shown) == ([], None)


def test_a_filter_that_is_there_already_changes_nothing() -> None:
    view = pinned("war", "war")
    assert (labels(view), with_chips(view, view.chips)) == (["war"], view)


# What they are called


def test_chips_are_called_as_people_call_it() -> None:
    view = without(pinned(NORTH, PARIS, Facet("source", "herald"), "tag:war  -siege"), ANN)
    assert labels(view) == [
        *("thread:The north", "place:Paris", "source:The Herald", "tag:war  -siege", "-actor:Ann"),
    ]


def test_a_filter_is_a_chip_of_its_own() -> None:
    assert filter_chip("war -siege") == Chip("filter", "war -siege", "war -siege")


@pytest.mark.parametrize(
    ("facet", "text"),
    [
        (Facet("thread", "north"), "thread:north"),
        (Facet("place", "Sochi, Russia"), 'place:"Sochi, Russia"'),
        (Facet("actor", 'Ann "the cat" B.'), 'actor:"Ann ""the cat"" B."'),
        (Facet("actor", "nobody"), "actor:nobody"),
    ],
)
def test_a_chip_is_a_query(facet: Facet, text: str) -> None:
    (chip,) = pin(view_of(TWO_LANES), facet).chips
    assert chip.text == text


def test_a_name_of_several_lines_is_one_line_on_a_chip() -> None:
    view = view_of('actors: {a: {name: "one\\ntwo"}}\nevents: [{id: e, date: 1, title: E}]\n')
    assert labels(pin(view, Facet("actor", "a"))) == ["actor:one two"]


# What a record pins


@pytest.mark.parametrize(
    ("kind", "own", "facet"),
    [
        ("event", "annexed", Facet("thread", "crimea")),
        ("event", "talks", None),
        ("actor", "putin", Facet("actor", "putin")),
        ("source", "tass", Facet("source", "tass")),
        ("quote", "stable", Facet("actor", "assad")),
        ("claim", "lawful", Facet("verdict", "disputed")),
        ("thread", "syria", Facet("thread", "syria")),
        ("tour", "any", None),
    ],
)
def test_a_record_pins(kind: Kind, own: str, facet: Facet | None) -> None:
    assert facet_of(view_of(FOUR_DAYS).timeline, Ref(kind, own)) == facet


def test_a_claim_without_a_verdict_pins_what_is_unchecked() -> None:
    claim = Ref("claim", "signed")
    assert facet_of(view_of(TWO_LANES).timeline, claim) == Facet("verdict", "unchecked")


@pytest.mark.parametrize(
    ("stop", "facet"),
    [
        pytest.param(0, Facet("verdict", "disputed"), id="a claim"),
        pytest.param(1, Facet("actor", "putin"), id="a quote"),
        pytest.param(7, Facet("place", "Moscow"), id="what it is filed under"),
        pytest.param(99, Facet("thread", "crimea"), id="no link: the event"),
    ],
)
def test_in_detail_the_selected_link_is_pinned(stop: int, facet: Facet) -> None:
    view = view_of(FOUR_DAYS).focus_on("detail").select_stop(stop)
    assert pinnable(view) == facet


def test_a_problem_pins_nothing() -> None:
    view = view_of(FOUR_DAYS, SNAG).focus_on("problems")
    assert (pinnable(view), after("pin", view)) == (None, view)


def test_nothing_pins_nothing() -> None:
    assert pinnable(view_of("")) is None


# Cursors


@pytest.mark.parametrize(
    ("at", "facets", "expected"),
    [
        pytest.param("one", [NORTH], "one", id="shown"),
        pytest.param("two", [NORTH], "one", id="five months are less than seven"),
        pytest.param("four", [NORTH], "six", id="one year is less than eight"),
        pytest.param("four", [SOUTH], "five", id="days are less than years"),
        pytest.param("six", [SOUTH], "five", id="before the end"),
        pytest.param("one", [SOUTH], "two", id="after the beginning"),
        pytest.param("one", [EVE], "-", id="nothing left"),
    ],
)
def test_a_hidden_event_gives_its_cursor_to_the_nearest_in_time(
    at: str, facets: list[Facet], expected: str
) -> None:
    assert cursor(pinned(*facets, at=at), "events") == expected


def test_the_other_lists_follow_a_cursor_that_had_to_move() -> None:
    view = pinned(NORTH, at="two")
    assert (view.item, view.leads["actors"]) == (Ref("event", "one"), Ref("event", "one"))
    assert [cursor(view, pane) for pane in LINKED_PANES] == ["one", "ann", "gazette", "-"]


def test_the_other_lists_keep_their_order_where_the_cursor_stays() -> None:
    before = view_of(TWO_LANES).go(Ref("event", "three")).focus_on("actors")
    view = pin(before, NORTH)
    assert (view.leads, view.item) == (before.leads, before.item)


def test_an_empty_result_has_no_cursor_and_gives_it_back_where_it_was() -> None:
    empty = pinned(EVE, at="three")
    assert (empty.item, [cursor(empty, pane) for pane in LINKED_PANES]) == (None, ["-"] * 4)
    again = drop_all(empty)
    assert (again.item, cursor(again, "events")) == (Ref("event", "three"), "three")
    assert cursor(again, "actors") == "ann"


def test_moving_in_an_empty_result_changes_nothing() -> None:
    empty = pinned(EVE)
    assert empty.move("events", 3) == empty.step("events", 1) == empty.year(1) == empty
    assert empty.follow() == empty


def test_a_selected_link_is_kept_with_its_item() -> None:
    view = view_of(FOUR_DAYS).focus_on("detail").select_stop(6)
    assert after("pin", view).stop == 6
    assert pin(view, Facet("thread", "syria")).stop == 0


def test_chips_end_a_search() -> None:
    view = view_of(TWO_LANES)
    found = with_chips(view, (filter_chip("war"),))
    assert (found.search, found.shown is None) == (None, False)


# Reload


def test_a_reload_filters_what_is_read_then() -> None:
    more = TWO_LANES + "  - {id: seven, date: 2012, title: War again, tags: [war]}\n"
    view = pinned(WAR).reload(view_of(more).timeline)
    assert (labels(view), ids(view, "events")) == (["tag:war"], "one two seven")


def test_a_reload_may_leave_nothing() -> None:
    view = pinned(WAR).reload(view_of("events: [{id: e, date: 2014, title: E}]\n").timeline)
    assert (ids(view, "events"), cursor(view, "events"), view.item) == ("", "-", None)
    assert cursor(drop_all(view), "events") == "e"


def labels(view: View) -> list[str]:
    return [chip.label for chip in view.chips]
