"""The view: its rules, one by one, on a small history."""

from collections.abc import Callable
from operator import methodcaller as do

import pytest
from hypothesis import assume, given, settings

from strategies import views
from tui.document.reader import read
from tui.timeline.records import Ref
from tui.view.lists import LINKED_PANES, PANES, ListName, Pane
from tui.view.view import View
from view.histories import BROKEN, FOUR_DAYS, SNAG, WITHOUT_EVENTS, view_of

Transition = Callable[[View], View]


def after(*transitions: Transition, text: str = FOUR_DAYS) -> View:
    view = view_of(text)
    for transition in transitions:
        view = transition(view)
    return view


def cursors(view: View) -> str:
    """The ids that the cursors of events, actors, quoted sources and claims are on."""
    return " ".join(
        view.ref(pane, view.cursors[pane]).id if pane in view.cursors else "-"
        for pane in LINKED_PANES
    )


def listed(view: View, pane: ListName) -> str:
    """The ids of a list in its order, with a bar after those in front."""
    listing = view.listing(pane)
    order = [view.ref(pane, listing.position(slot)).id for slot in range(listing.total)]
    return " ".join([*order[: len(listing.front)], "|", *order[len(listing.front) :]])


def marked(view: View, pane: ListName) -> str | None:
    positions = view.marked(pane)
    return None if positions is None else " ".join(view.ref(pane, at).id for at in positions)


# The first view


def test_it_begins_at_the_first_event_and_the_others_follow() -> None:
    view = view_of(FOUR_DAYS)
    assert (view.focus, view.driver, view.item) == ("events", "events", Ref("event", "annexed"))
    assert cursors(view) == "annexed putin always lawful"


def test_with_problems_it_begins_at_the_first_event_and_shows_them_beside_it() -> None:
    view = view_of(BROKEN, SNAG)
    assert (view.focus, view.item) == ("events", Ref("event", "good"))
    assert (view.cursors["problems"], view.recent[:2]) == (0, ("events", "problems"))


def test_without_events_it_begins_at_the_problems() -> None:
    view = view_of("title: Nothing\n", SNAG)
    assert (view.focus, view.item) == ("problems", SNAG)


def test_without_events_and_problems_it_begins_at_the_empty_events() -> None:
    view = view_of(WITHOUT_EVENTS)
    assert (view.focus, view.item, cursors(view)) == ("events", None, "- one page -")


def test_without_events_every_other_list_has_its_cursor() -> None:
    assert cursors(view_of(WITHOUT_EVENTS, SNAG)) == "- one page -"


# Rule 1: the focused pane drives; only cursors reorder

BEGINNING = {
    "events": "| annexed strikes sochi talks",
    "actors": "putin russia | assad xi",
    "sources": "always essay | stable arms kremlin tass",
    "claims": "lawful | moscow met",
}


def test_events_never_reorder_and_the_others_list_the_linked_first() -> None:
    view = view_of(FOUR_DAYS)
    assert {pane: listed(view, pane) for pane in LINKED_PANES} == BEGINNING


@pytest.mark.parametrize("pane", PANES)
def test_the_focus_moves_no_cursor_and_reorders_no_list(pane: Pane) -> None:
    view = after(do("focus_on", pane))
    assert (view.focus, cursors(view)) == (pane, "annexed putin always lawful")
    assert {name: listed(view, name) for name in LINKED_PANES} == BEGINNING


@pytest.mark.parametrize(
    ("pane", "expected"),
    [
        ("events", {"events": None, "actors": "putin russia", "claims": "lawful"}),
        ("actors", {"events": "annexed sochi", "sources": "always arms", "actors": "putin russia"}),
        ("sources", {"events": "annexed", "actors": "putin", "sources": "always essay"}),
        ("claims", {"events": "annexed", "sources": "always kremlin essay", "claims": "lawful"}),
        ("detail", {"events": None, "actors": "putin russia", "claims": "lawful"}),
        ("problems", {"events": None, "actors": None, "sources": None, "problems": None}),
    ],
)
def test_the_focused_pane_marks_the_others_and_keeps_the_marks_of_its_order(
    pane: Pane, expected: dict[ListName, str | None]
) -> None:
    view = after(do("focus_on", pane))
    assert {name: marked(view, name) for name in expected} == expected


def test_a_list_keeps_its_order_while_its_own_cursor_moves() -> None:
    view = after(do("focus_on", "actors"), do("step", "actors", 2))
    assert cursors(view).split()[1] == "assad"
    assert listed(view, "actors") == BEGINNING["actors"]


def test_the_other_lists_take_the_order_of_the_cursor_that_moved() -> None:
    view = after(do("focus_on", "actors"), do("step", "actors", 2))
    assert listed(view, "sources") == "stable | always arms kremlin essay tass"
    assert listed(view, "claims") == "moscow met | lawful"
    assert listed(view, "events") == BEGINNING["events"]


def test_detail_shows_what_drives_and_drives_nothing_itself() -> None:
    view = after(do("move", "actors", 1), do("focus_on", "actors"), do("focus_on", "detail"))
    assert (view.driver, view.item) == ("actors", Ref("actor", "assad"))


# Rule 2: a follower keeps its cursor while it is linked


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        pytest.param([do("go", Ref("event", "sochi"))], "sochi putin stable moscow", id="kept"),
        pytest.param(
            [do("go", Ref("event", "strikes"))], "strikes russia essay lawful", id="first"
        ),
        pytest.param([do("go", Ref("event", "talks"))], "talks putin always lawful", id="no links"),
        pytest.param(
            [do("go", Ref("event", "talks")), do("go", Ref("actor", "putin"))],
            "sochi putin always lawful",
            id="the last event before the anchor",
        ),
        pytest.param(
            [do("go", Ref("actor", "assad"))], "sochi assad stable moscow", id="next event"
        ),
        pytest.param(
            [do("go", Ref("actor", "assad")), do("go", Ref("actor", "putin"))],
            "sochi putin always moscow",
            id="events keeps its cursor while that is linked",
        ),
        pytest.param(
            [do("go", Ref("event", "strikes")), do("go", Ref("actor", "putin"))],
            "sochi putin always lawful",
            id="the first event after the anchor",
        ),
        pytest.param([do("go", Ref("claim", "met"))], "sochi putin stable met", id="a claim"),
        pytest.param([do("go", Ref("quote", "arms"))], "sochi putin arms moscow", id="a quote"),
        pytest.param([do("go", Ref("source", "tass"))], "sochi putin tass moscow", id="a source"),
        pytest.param([do("go", Ref("actor", "xi"))], "annexed xi always lawful", id="unlinked"),
    ],
)
def test_followers(moves: list[Transition], expected: str) -> None:
    assert cursors(after(*moves)) == expected


@pytest.mark.parametrize(
    ("ref", "focus"),
    [
        (Ref("event", "sochi"), "events"),
        (Ref("actor", "xi"), "actors"),
        (Ref("source", "tass"), "sources"),
        (Ref("quote", "arms"), "sources"),
        (Ref("claim", "met"), "claims"),
    ],
)
def test_go_takes_the_focus_along(ref: Ref, focus: Pane) -> None:
    view = after(do("go", ref))
    assert (view.focus, view.item) == (focus, ref)


@pytest.mark.parametrize("ref", [Ref("event", "nowhere"), Ref("thread", "syria"), Ref("tour", "x")])
def test_going_to_what_is_not_listed_changes_nothing(ref: Ref) -> None:
    view = view_of(FOUR_DAYS)
    assert view.go(ref) is view


# Steps


@pytest.mark.parametrize(
    ("pane", "slots", "expected"),
    [
        ("events", 1, "strikes"),
        ("events", 99, "talks"),
        ("events", -1, "annexed"),
        ("actors", 1, "russia"),
        ("actors", 2, "assad"),
        ("actors", 99, "xi"),
        ("sources", 1, "essay"),
        ("sources", 2, "stable"),
        ("sources", 99, "tass"),
        ("claims", 1, "moscow"),
    ],
)
def test_a_step_goes_by_what_is_listed(pane: ListName, slots: int, expected: str) -> None:
    view = after(do("step", pane, slots))
    assert view.ref(pane, view.cursors[pane]).id == expected


@pytest.mark.parametrize(("position", "expected"), [(-5, "annexed"), (2, "sochi"), (99, "talks")])
def test_a_move_stays_within_the_list(position: int, expected: str) -> None:
    assert after(do("move", "events", position)).item == Ref("event", expected)


def test_moving_in_the_problems_leaves_the_rest_alone() -> None:
    other = SNAG._replace(excerpt=())
    view = view_of(FOUR_DAYS, SNAG, other).focus_on("problems").step("problems", 1)
    assert (view.item, cursors(view)) == (other, "annexed putin always lawful")


# Rule 4: Enter follows


@pytest.mark.parametrize(
    ("ref", "focus", "item"),
    [
        pytest.param("event annexed", "sources", "quote always", id="an event to its quotes"),
        pytest.param("event sochi", "sources", "quote stable", id="to the first of them"),
        pytest.param("event strikes", "detail", "event strikes", id="else to its detail"),
        pytest.param("quote arms", "events", "event sochi", id="a quote to its event"),
        pytest.param("claim lawful", "events", "event annexed", id="a claim to its event"),
        pytest.param("actor assad", "events", "event sochi", id="an actor to its next event"),
        pytest.param("source essay", "events", "event strikes", id="a source likewise"),
        pytest.param("actor xi", "actors", "actor xi", id="nowhere to go"),
    ],
)
def test_enter_follows(ref: str, focus: Pane, item: str) -> None:
    view = after(do("go", _ref(ref)), do("follow"))
    assert (view.focus, view.item) == (focus, _ref(item))


@pytest.mark.parametrize(("start_at", "expected"), [(0, 0), (1, 2), (2, 2), (3, 2)])
def test_the_next_event_of_an_actor_is_at_or_after_now_else_its_last(
    start_at: int, expected: int
) -> None:
    view = view_of(FOUR_DAYS)
    assert view.next_linked_event(Ref("actor", "putin"), start_at) == expected
    assert view.next_linked_event(Ref("actor", "xi"), start_at) is None


def test_enter_on_a_problem_shows_it_in_detail() -> None:
    view = view_of(BROKEN, SNAG).focus_on("problems").follow()
    assert (view.focus, view.item) == ("detail", SNAG)


# Years, zoom, links in Detail


@pytest.mark.parametrize(
    ("at", "years", "expected"),
    [
        ("annexed", 1, "strikes"),
        ("strikes", 1, "sochi"),
        ("sochi", 1, "sochi"),
        ("talks", 1, "sochi"),
        ("talks", -1, "sochi"),
        ("sochi", -1, "strikes"),
        ("annexed", -1, "annexed"),
    ],
)
def test_years(at: str, years: int, expected: str) -> None:
    assert after(do("go", Ref("event", at)), do("year", years)).item == Ref("event", expected)


def test_zoom_goes_on_and_off_and_changes_nothing_else() -> None:
    view = after(do("go", Ref("actor", "xi")))
    assert (view.zoom().zoomed, view.zoom().focus, view.zoom().item) == (True, "actors", view.item)
    assert view.zoom().zoom() == view


def test_a_selected_link_is_forgotten_with_the_item() -> None:
    view = after(do("focus_on", "detail"), do("select_stop", 3))
    stops = (view.stop, view.focus_on("events").stop, view.focus_on("actors").stop)
    assert (*stops, view.step("events", 1).stop) == (3, 3, 0, 0)


# Reload


def test_a_reload_keeps_cursors_by_id() -> None:
    view = after(do("go", Ref("event", "sochi")), do("focus_on", "actors"))
    earlier = "  - {id: first, date: 2001, title: First}\n"
    text = FOUR_DAYS.replace("events:\n", f"events:\n{earlier}").replace(
        "  xi:", "  aa: {name: A}\n  xi:"
    )
    reloaded = view.reload(read(text.encode()).timeline)
    assert (cursors(reloaded), reloaded.focus) == ("sochi putin stable moscow", "actors")
    assert reloaded.cursors["events"] == view.cursors["events"] + 1
    assert reloaded.anchor == view.anchor + 1


def test_what_a_reload_takes_away_is_replaced_by_what_stands_nearest() -> None:
    view = after(do("go", Ref("event", "talks")))
    text = FOUR_DAYS[: FOUR_DAYS.index("  - id: talks")]
    assert cursors(view.reload(read(text.encode()).timeline)) == "sochi putin always lawful"


@pytest.mark.parametrize(
    ("cut", "instead", "there"),
    [
        ("id: sochi", "id: seaside", "seaside"),
        ("id: sochi", "id: aa\n    date: 2018-05-17\n    title: A\n  - id: seaside", "seaside"),
        ("id: sochi\n    date: 2018-05-17", "id: seaside\n    date: 2018-05-20", "seaside"),
        ("id: sochi\n    date: 2018-05-17", "id: seaside\n    date: 2015-09-29", "talks"),
    ],
    ids=["renamed", "beside another of that day", "and a few days later", "and years before"],
)
def test_an_event_that_is_gone_is_replaced_by_the_nearest_in_time(
    cut: str, instead: str, there: str
) -> None:
    view = after(do("go", Ref("event", "sochi")))
    text = FOUR_DAYS.replace(cut, instead)
    assert view.reload(read(text.encode()).timeline).item == Ref("event", there)


def test_a_reload_of_a_mended_file_leaves_the_problems() -> None:
    view = view_of(BROKEN, SNAG).focus_on("problems")
    mended = view.reload(view.timeline)
    assert (mended.focus, mended.item, mended.snags) == ("events", Ref("event", "good"), ())
    assert "problems" not in mended.cursors


def test_a_reload_of_a_file_that_had_no_events_orders_the_lists() -> None:
    mended = view_of("title: Nothing\n", SNAG).reload(view_of(FOUR_DAYS).timeline)
    assert {pane: listed(mended, pane) for pane in LINKED_PANES} == BEGINNING


@pytest.mark.parametrize("pane", ["actors", "sources", "claims"])
def test_a_reload_leaves_the_focus_in_an_empty_list(pane: Pane) -> None:
    view = view_of("events: [{id: a, date: 2014, title: A}]\n").focus_on(pane)
    assert view.reload(view.timeline).focus == pane


@settings(max_examples=50)
@given(views())
def test_a_reload_of_the_same_file_is_identity(view: View) -> None:
    # The screen lets nobody into the problems of a file without any.
    assume(view.snags or "problems" not in {view.focus, view.driver})
    assert _facts(view.reload(view.timeline, view.snags)) == _facts(view)


def _facts(view: View) -> tuple[object, ...]:
    """All that is shown, small enough to compare in a message."""
    lists = [(listed(view, pane), marked(view, pane)) for pane in LINKED_PANES]
    return (view.focus, view.driver, dict(view.cursors), view.anchor, view.recent, view.stop, lists)


def _ref(text: str) -> Ref:
    kind, own = text.split()
    return Ref(
        next(each for each in ("event", "actor", "source", "quote", "claim") if each == kind), own
    )
