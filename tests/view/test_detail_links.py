"""The links of Detail: in order, each of them one stop, whatever lines it has."""

from tui.timeline.records import Ref
from tui.view.detail import Detail, detail_of
from tui.view.line import Span, plain
from tui.view.page import DetailLine
from tui.view.pins import Facet
from tui.view.view import View
from view.histories import FOUR_DAYS, view_of


def showing(event: str) -> View:
    """The view with the cursor on an event."""
    return view_of(FOUR_DAYS).go(Ref("event", event))


def test_the_stops_are_the_links_in_order() -> None:
    detail = detail_of(showing("sochi"), 40)
    targets = [detail.target(stop) for stop in range(len(detail.stops))]
    assert [" ".join(target) for target in targets if target] == [
        *("claim moscow", "claim met", "quote stable", "quote arms", "actor assad"),
        *("actor putin", "source tass", "source essay", "thread syria"),
    ]


def test_an_event_ends_with_what_it_is_filed_under_and_each_is_a_link_to_filter_by() -> None:
    detail = detail_of(showing("annexed"), 40)
    facets = [detail.target(stop) for stop in range(len(detail.stops))][-3:]
    assert facets == [Facet("thread", "crimea"), Facet("place", "Moscow"), Facet("tag", "law")]
    lines = [plain(each.line) for each in detail_of(showing("talks"), 40).lines]
    assert "Filed under" not in lines


def test_a_link_of_several_lines_is_one_stop() -> None:
    one, other = Ref("event", "one"), Ref("event", "other")
    targets = (None, one, one, None, one, other, other)
    detail = Detail(tuple(DetailLine((Span("x"),), target) for target in targets))
    assert detail.stops == (1, 4, 5)
    assert [detail.lines_of(stop) for stop in range(4)] == [
        *(range(1, 3), range(4, 5), range(5, 7), range(0)),
    ]
    assert [detail.target(stop) for stop in (-1, 0, 2, 3)] == [None, one, other, None]
    assert [detail.line_of(stop) for stop in (-1, 1, 3)] == [0, 4, 0]
