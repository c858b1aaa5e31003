"""What holds of Detail at every width: it fits, and its links are the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import views
from tui.timeline.problems import Problem
from tui.timeline.records import Kind, Ref
from tui.view.detail import detail_of
from tui.view.line import plain, width_of
from tui.view.page import MEASURE, Target
from tui.view.view import Snag, View
from view.histories import view_of

KINDS: tuple[Kind, ...] = ("event", "actor", "source", "quote", "claim")


def test_prose_is_set_no_wider_than_its_measure() -> None:
    view = view_of(f"events: [{{id: e, date: 2014, title: T, summary: {'word ' * 60}}}]\n")
    assert max(width_of(each.line) for each in detail_of(view, 200).lines) <= MEASURE


def test_a_caret_under_wide_characters_stays_within_the_width() -> None:
    wide = Snag(Problem("error", "here", 1, 31), ((1, "習" * 60),))
    lines = detail_of(view_of("", wide).focus_on("problems"), 34).lines
    assert max(width_of(each.line) for each in lines) <= 34


@settings(max_examples=40)
@given(views(), st.integers(34, 100))
def test_no_line_is_wider_than_the_pane(view: View, width: int) -> None:
    lines = [each.line for each in detail_of(view, width).lines]
    assert [plain(line) for line in lines if width_of(line) > width] == []


@pytest.mark.parametrize("name", ["event e", "quote q", "actor a"])
def test_a_long_word_is_broken_to_the_width_of_each_line(name: str) -> None:
    word = "A" * 90
    view = view_of(
        f"actors: {{a: {{name: A}}}}\nsources: {{s: {{title: {word}, author: {word}}}}}\n"
        f"events:\n- id: e\n  date: 2014\n  title: {word}\n  actors: [a]\n"
        f"  quotes: [{{id: q, speaker: a, source: s, text: {word}}}]\n"
    )
    kind, own = name.split()
    ref = Ref(next(each for each in KINDS if each == kind), own)
    lines = [each.line for each in detail_of(view.go(ref), 34).lines]
    assert [plain(line) for line in lines if width_of(line) > 34] == []


def test_where_an_event_was_fits_the_pane() -> None:
    view = view_of(
        "threads: {t: {name: The whole of the Caucasus}}\n"
        "events: [{id: e, date: 2018-05-17, title: E, place: Rostov-on-Don, thread: t}]\n"
    )
    assert max(width_of(each.line) for each in detail_of(view, 40).lines) <= 40


@settings(max_examples=40)
@given(views())
def test_the_links_are_the_same_at_every_width(view: View) -> None:
    def targets(width: int) -> list[Target | None]:
        detail = detail_of(view, width)
        return [detail.target(stop) for stop in range(len(detail.stops))]

    assert targets(34) == targets(72)
