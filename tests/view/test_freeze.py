"""Freeze: the other panes and Detail stay while a reader moves. And marks."""

from tui.timeline.records import Ref
from tui.view.detail import headline
from tui.view.lists import LINKED_PANES, ListName
from tui.view.pins import Facet, drop_all, pin
from tui.view.search import search
from tui.view.view import View
from view.histories import FOUR_DAYS, SNAG, TWO_LANES, cursor, view_of

OTHERS: tuple[ListName, ...] = ("actors", "sources", "claims")


def frozen(event: str = "annexed", text: str = FOUR_DAYS) -> View:
    return view_of(text).go(Ref("event", event)).freeze()


def shown(view: View) -> list[str]:
    """What Detail is about, and the order and marks of the other lists."""
    parts = [headline(view)]
    for pane in OTHERS:
        listing, marked = view.listing(pane), view.marked(pane)
        order = [view.ref(pane, listing.position(slot)).id for slot in range(listing.total)]
        parts.append(f"{' '.join(order)} {list(marked or ())} {cursor(view, pane)}")
    return parts


def test_while_it_is_frozen_only_the_cursor_moves() -> None:
    view = frozen()
    moved = view.step("events", 2)
    assert cursor(moved, "events") == "sochi"
    assert (shown(moved), moved.item) == (shown(view), Ref("event", "annexed"))


def test_the_focus_moves_and_what_is_shown_stays() -> None:
    view = frozen()
    there = view.focus_on("actors").step("actors", 2)
    assert (there.focus, cursor(there, "actors")) == ("actors", "assad")
    assert shown(there)[:1] == shown(view)[:1]
    assert [cursor(there, pane) for pane in ("events", "sources", "claims")] == [
        *("annexed", "always", "lawful"),
    ]


def test_it_goes_where_the_row_under_the_cursor_leads() -> None:
    followed = frozen().step("events", 2).follow()
    assert (followed.focus, cursor(followed, "sources")) == ("sources", "stable")
    assert followed.item == Ref("event", "annexed")
    back = followed.follow()
    assert (back.focus, cursor(back, "events")) == ("events", "sochi")


def test_enter_in_detail_follows_what_it_shows() -> None:
    view = frozen().step("events", 2).focus_on("detail")
    assert view.picked == Ref("event", "annexed")


def test_thawing_follows_the_cursor() -> None:
    thawed = frozen().step("events", 2).freeze()
    assert (thawed.held, thawed.item) == (None, Ref("event", "sochi"))
    assert shown(thawed) == shown(view_of(FOUR_DAYS).go(Ref("event", "sochi")))


def test_thawing_in_another_list_follows_that() -> None:
    thawed = frozen().focus_on("actors").step("actors", 2).freeze()
    assert (thawed.driver, thawed.item) == ("actors", Ref("actor", "assad"))
    assert cursor(thawed, "events") == "sochi"


def test_thawing_in_detail_follows_what_drove() -> None:
    thawed = frozen().step("events", 1).focus_on("detail").freeze()
    assert (thawed.focus, thawed.item) == ("detail", Ref("event", "strikes"))


def test_thawing_in_an_empty_list_shows_that_there_is_nothing() -> None:
    view = view_of("events: [{id: e, date: 2014, title: E}]\n").freeze().focus_on("claims")
    assert (view.item, view.freeze().item) == (Ref("event", "e"), None)
    assert view.freeze().driver == "claims"


def test_problems_and_nothing_are_not_kept() -> None:
    problem = view_of(FOUR_DAYS, SNAG).focus_on("problems")
    nothing = view_of("")
    assert (problem.freeze(), nothing.freeze()) == (problem, nothing)


def test_a_search_moves_the_cursor_alone() -> None:
    found = search(frozen(), "sochi")
    assert (cursor(found, "events"), found.item) == ("sochi", Ref("event", "annexed"))


def test_what_is_kept_stays_even_when_it_is_hidden() -> None:
    view = pin(frozen("two", TWO_LANES), Facet("thread", "north"))
    assert (cursor(view, "events"), view.item) == ("one", Ref("event", "two"))
    thawed = view.freeze()
    assert [cursor(thawed, pane) for pane in LINKED_PANES] == ["one", "ann", "gazette", "-"]


def test_what_a_reload_takes_away_is_no_longer_kept() -> None:
    view = drop_all(frozen("talks"))
    shorter = view_of(FOUR_DAYS[: FOUR_DAYS.index("  - id: talks")]).timeline
    assert view.reload(view.timeline).held == Ref("event", "talks")
    assert view.reload(shorter).held is None


# Marks


def test_a_mark_is_made_and_taken_away() -> None:
    view = view_of(FOUR_DAYS).mark().step("events", 2).mark()
    assert view.marks == ("annexed", "sochi")
    assert view.mark().marks == ("annexed",)
    assert view.go(Ref("event", "annexed")).mark().marks == ("sochi",)


def test_the_event_is_marked_wherever_the_focus_is() -> None:
    assert view_of(FOUR_DAYS).go(Ref("actor", "assad")).mark().marks == ("sochi",)


def test_without_an_event_nothing_is_marked() -> None:
    assert view_of("").mark().marks == ()


def test_marks_outlive_a_reload() -> None:
    view = view_of(FOUR_DAYS).mark()
    assert view.reload(view.timeline).marks == ("annexed",)
