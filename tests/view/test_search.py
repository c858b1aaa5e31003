"""Search: where it leads, in which order, round the ends, and what it marks in a line."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from strategies import texts, views
from tui.timeline.records import Ref
from tui.view.line import Line, Span, plain
from tui.view.lists import LISTS, ListName, Pane
from tui.view.pins import Facet, filter_chip, pin, with_chips
from tui.view.search import highlighted, next_hit, place, search, searched_pane
from tui.view.view import View
from view.histories import FOUR_DAYS, SNAG, TWO_LANES, cursor, ids, view_of


def at(event: str, text: str = TWO_LANES) -> View:
    return view_of(text).go(Ref("event", event))


def tour(view: View, pane: ListName, steps: int, count: int) -> str:
    """Where `n` leads so many times, a bar where it goes round the end."""
    led = []
    for _ in range(count):
        view, is_wrapped = next_hit(view, steps)
        led.append(f"{'|' * is_wrapped}{cursor(view, pane)}")
    return " ".join(led)


# While it is typed


@pytest.mark.parametrize(
    ("start", "text", "expected"),
    [
        pytest.param("one", "w", "one", id="here"),
        pytest.param("one", "a s", "two", id="the next"),
        pytest.param("four", "a s", "two", id="from the top, after the last"),
        pytest.param("five", "SILENCE", "six", id="in capitals"),
        pytest.param("one", "signed in paris", "four", id="in a claim"),
        pytest.param("one", "nothing was", "six", id="in a quote"),
        pytest.param("three", "zzz", "three", id="nowhere"),
        pytest.param("three", "", "three", id="nothing"),
    ],
)
def test_it_leads_to_the_next_place_from_where_the_cursor_was(
    start: str, text: str, expected: str
) -> None:
    assert cursor(search(at(start), text), "events") == expected


def test_each_letter_is_looked_for_from_where_it_was_begun() -> None:
    before = at("two")
    assert [cursor(search(before, text), "events") for text in ("a", "a ", "a f")] == [
        *("two", "two", "five"),
    ]


def test_it_hides_nothing_and_the_others_follow() -> None:
    found = search(at("one"), "it is over")
    assert ids(found, "events") == "one two three four five six"
    assert (found.item, cursor(found, "actors")) == (Ref("event", "three"), "ann")


@pytest.mark.parametrize(
    ("focus", "searched"),
    [("events", "events"), ("actors", "actors"), ("claims", "claims"), ("detail", "events")],
)
def test_the_list_in_focus_is_searched_and_from_detail_what_it_shows(
    focus: Pane, searched: ListName
) -> None:
    assert searched_pane(view_of(TWO_LANES).focus_on(focus)) == searched


@pytest.mark.parametrize(
    ("focus", "text", "expected"),
    [
        ("actors", "al-assad", "assad"),
        ("actors", "president", "putin"),
        ("actors", "Владимир", "putin"),
        ("sources", "laid down", "arms"),
        ("sources", "ben dubow", "essay"),
        ("claims", "the two met.", "met"),
    ],
)
def test_every_list_can_be_searched(focus: ListName, text: str, expected: str) -> None:
    assert cursor(search(view_of(FOUR_DAYS).focus_on(focus), text), focus) == expected


def test_problems_are_searched_by_what_they_say() -> None:
    other = SNAG._replace(problem=SNAG.problem._replace(message="a title is missing"))
    found = search(view_of(FOUR_DAYS, SNAG, other).focus_on("problems"), "title")
    assert (found.item, place(found)) == (other, (1, 1))


# n and N


def test_the_next_place_and_the_one_before_and_round_both_ends() -> None:
    found = search(at("one"), "the war")
    assert tour(found, "events", 1, 4) == "three |one three |one"
    assert tour(found, "events", -1, 4) == "|three one |three one"


def test_from_between_two_places() -> None:
    between = search(at("one"), "the war").step("events", 1)
    assert (cursor(between, "events"), place(between)) == ("two", (0, 2))
    assert tour(between, "events", 1, 1) == "three"
    assert tour(between, "events", -1, 1) == "one"


def test_of_a_single_place_there_is_no_other() -> None:
    found = search(at("one"), "feast")
    assert (tour(found, "events", 1, 1), tour(found, "events", -1, 1)) == ("|five", "|five")


def test_what_is_linked_comes_first_there_too() -> None:
    # In three, Bob and Ann are linked, in this order.
    view = at("three").focus_on("actors")
    found = search(view, "o")
    assert cursor(found, "actors") == "bob"
    every = search(view, "actor")
    assert place(every) == (0, 0)
    assert listed(search(view, "n"), "actors") == "bob ann | cid eve"
    assert tour(search(at("five").focus_on("actors"), "b"), "actors", 1, 2) == "|bob |bob"


def test_places_are_counted_in_the_order_of_the_list() -> None:
    view = view_of(FOUR_DAYS).go(Ref("event", "sochi")).focus_on("sources")
    found = search(view, "s")
    assert listed(found, "sources") == "stable arms essay | always kremlin tass"
    walk = [cursor(found, "sources")]
    for _ in range(4):
        found = next_hit(found, 1).view
        walk.append(f"{cursor(found, 'sources')} {place(found)[0]}")
    assert walk == ["stable", "arms 2", "essay 3", "always 4", "kremlin 5"]


def test_without_a_search_or_a_place_nothing_happens() -> None:
    view = at("one")
    nowhere = search(view, "zzz")
    assert (next_hit(view, 1), next_hit(nowhere, -1)) == ((view, False), (nowhere, False))
    assert (place(view), place(nowhere)) == ((0, 0), (0, 0))


def test_from_another_pane_it_comes_back_to_the_list() -> None:
    view = search(at("one"), "the war").focus_on("actors")
    found = next_hit(view, 1).view
    assert (found.focus, found.driver, cursor(found, "events")) == ("events", "events", "three")


def test_in_detail_the_focus_stays() -> None:
    found = next_hit(search(at("one").focus_on("detail"), "the war"), 1).view
    assert (found.focus, found.item) == ("detail", Ref("event", "three"))


# Under a filter


def test_only_what_is_shown_is_found() -> None:
    filtered = pin(at("one"), Facet("thread", "south"))
    assert place(search(filtered, "the war")) == (0, 0)
    assert (place(search(filtered, "a ")), cursor(search(filtered, "feast"), "events")) == (
        *((1, 2), "five"),
    )


@settings(max_examples=40)
@given(views(), texts())
def test_it_outlives_a_reload(view: View, text: str) -> None:
    found = search(view, text)
    assert found.reload(found.timeline, found.snags).search == found.search


def test_it_is_made_again_in_what_the_file_says_now() -> None:
    found = search(at("one"), "war")
    more = TWO_LANES.replace("A siege", "A war of sieges")
    after = next_hit(found.reload(view_of(more).timeline), 1).view
    assert (cursor(after, "events"), place(after)) == ("two", (2, 3))


def test_the_places_of_an_empty_result() -> None:
    empty = with_chips(at("one"), (filter_chip("zzz"),))
    found = search(empty, "the war")
    assert (place(found), next_hit(found, 1).view) == ((0, 0), found)


@settings(max_examples=60)
@given(views(), st.sampled_from(LISTS), st.sampled_from(["e", "putin", "long", "日本", "a"]))
def test_n_walks_through_every_place_as_they_are_listed(
    view: View, pane: ListName, text: str
) -> None:
    found = search(view.focus_on(pane), text)
    at_first, count = place(found)
    assert found.search
    searched = found.search.pane
    expected = sorted(map(found.listing(searched).slot, found.search.hits))
    if searched not in found.cursors:
        assert count == 0
        return
    assert count == len(expected)
    walk = []
    for _ in expected:
        walk.append(found.listing(searched).slot(found.cursors[searched]))
        assert place(found) == (expected.index(walk[-1]) + 1, count)
        found = next_hit(found, 1).view
    assert walk == [*expected[at_first - 1 :], *expected[: at_first - 1]]


# What is marked in a line


@pytest.mark.parametrize(
    ("line", "text", "lit"),
    [
        ((Span("The war ends"),), "war", "The [war] ends"),
        ((Span("War and war"),), "WAR", "[War] and [war]"),
        ((Span("Szaláta", "dim"), Span(" salata")), "ala", "Sz[alá]ta s[ala]ta"),
        ((Span("ab"), Span("cd")), "bc", "abcd"),
        ((Span("aaa"),), "aa", "[aa]a"),
        ((Span("習近平"),), "近", "習[近]平"),
        ((Span("[b]"),), "b", "[[b]]"),
        ((Span("none"),), "zzz", "none"),
        ((Span("none"),), "", "none"),
        ((), "a", ""),
    ],
)
def test_each_place_stands_out(line: Line, text: str, lit: str) -> None:
    assert _drawn(highlighted(line, text)) == lit


def test_the_rest_keeps_its_tone() -> None:
    assert highlighted((Span("The war ends", "dim"),), "war") == (
        *(Span("The ", "dim"), Span("war", "found"), Span(" ends", "dim")),
    )


@given(st.lists(texts(), max_size=3), texts())
@example(["İstanbul ß ﬁn"], "i")
def test_a_line_says_the_same_and_what_is_marked_says_the_text(parts: list[str], text: str) -> None:
    line = tuple(Span(part) for part in parts)
    lit = highlighted(line, text)
    assert plain(lit) == plain(line)
    for span in lit:
        if span.tone == "found":
            assert [each.tone for each in highlighted((Span(span.text),), text) if each.text] == [
                "found"
            ]


def listed(view: View, pane: ListName) -> str:
    listing = view.listing(pane)
    order = [view.ref(pane, listing.position(slot)).id for slot in range(listing.total)]
    return " ".join([*order[: len(listing.front)], "|", *order[len(listing.front) :]])


def _drawn(line: Line) -> str:
    return "".join(f"[{each.text}]" if each.tone == "found" else each.text for each in line)
