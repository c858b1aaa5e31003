"""A session gives back where a reader was, as far as it is still there."""

import pickle
from asyncio import timeout
from dataclasses import replace

import pytest
from hypothesis import given, settings

from screens.acting import acting, opening_of
from strategies import views
from tui.document.session import Session, Window
from tui.screens.keeping import dropped, session_of, taken_up
from tui.view import pins
from tui.view.chart.scale import Scale, Zoom
from tui.view.chart.state import ChartState
from tui.view.chart.units import MONTH
from tui.view.pins import Facet
from tui.view.view import View
from view.histories import FOUR_DAYS, ids, view_of


def again(view: View, session: Session | None = None, *, moves: bool = True) -> View:
    """The view of the same file at the next start."""
    kept = session or session_of(view, "ink", {})
    return taken_up(view_of(FOUR_DAYS), kept, moves=moves)


def places(view: View) -> tuple[object, ...]:
    layout = view.zoomed, view.split, view.recent
    return view.focus, dict(view.cursors), view.chips, layout, view.marks


def test_the_next_start_is_where_the_last_one_ended() -> None:
    view = view_of(FOUR_DAYS).move("events", 2).mark().focus_on("claims").focus_on("actors")
    view = view.zoom().widen(2)
    assert places(again(view)) == places(view)


def test_pins_and_filters_are_taken_up() -> None:
    view = pins.pin(view_of(FOUR_DAYS), Facet("actor", "putin"))
    view = pins.pin(view, Facet("actor", "xi"), is_excluded=True)
    view = pins.with_chips(view, (*view.chips, pins.filter_chip("has:quote a")))
    taken = again(view)
    assert taken.chips == view.chips
    assert list(taken.positions("events")) == list(view.positions("events"))


def test_what_is_gone_is_passed_over() -> None:
    session = Session(
        event="gone",
        focus="nowhere",
        cursors=(("events", "event", "gone"), ("actors", "actor", "gone"), ("x", "y", "z")),
        chips=("verdict:nonsense", ""),
        marks=("gone", "sochi"),
        split=10**9,
        recent=("nowhere", "claims", "claims"),
    )
    taken = again(view_of(FOUR_DAYS), session)
    assert taken.marks == ("sochi",)
    assert taken.cursors == view_of(FOUR_DAYS).cursors
    assert taken.split == view_of(FOUR_DAYS).widen(10**9).split
    assert taken.recent == ("events", "claims", "detail", "actors", "sources", "problems")
    assert taken.chips == ()


CHARTS = {
    "shown": (True, ChartState("actor", folded=frozenset({"putin", "xi"}))),
    "folded in every grouping": (
        True,
        ChartState(
            "kind",
            folded=frozenset({"state"}),
            folded_elsewhere=frozenset({("thread", "syria"), ("actor", "")}),
        ),
    ),
    "some time of it": (True, ChartState(scale=Scale(Zoom(MONTH, 4), 24_100, 90), lane="syria")),
    "not shown any more": (False, ChartState("kind")),
    "never shown": (False, None),
}


@pytest.mark.parametrize(("charted", "chart"), CHARTS.values(), ids=CHARTS)
def test_the_chart_is_as_it_was(*, charted: bool, chart: ChartState | None) -> None:
    taken = again(replace(view_of(FOUR_DAYS), charted=charted, chart=chart))
    assert (taken.charted, taken.chart) == (charted, chart)


def test_of_a_chart_by_something_else_only_that_it_was_shown_is_taken_up() -> None:
    by_shape = (("shape", "round"),)
    kept = Session(charted=True, grouping="colour", folded=("red",), folded_elsewhere=by_shape)
    taken = again(view_of(FOUR_DAYS), kept)
    assert (taken.charted, taken.chart) == (True, ChartState())


@pytest.mark.parametrize(
    "window",
    [
        pytest.param(("fortnight", 1, 0, 80), id="an unknown unit"),
        pytest.param(("month", 0, 24_100, 80), id="no columns of one"),
        pytest.param(("month", 1, 24_100, -1), id="no columns"),
        pytest.param(("day", 1, 10**30, 80), id="no such day"),
        pytest.param(("day", 1, 0, 10**9), id="more columns than can be"),
    ],
)
def test_a_time_that_cannot_be_drawn_is_all_of_time(window: Window) -> None:
    taken = again(view_of(FOUR_DAYS), Session(charted=True, grouping="thread", window=window))
    assert taken.chart == ChartState()


GONE = ("actor:nobody", "thread:syria", "source:nothing actor:putin", "has:nonsense")


def test_a_filter_by_what_is_gone_is_dropped_and_the_others_stay() -> None:
    taken = again(view_of(FOUR_DAYS), Session(chips=GONE))
    assert [chip.text for chip in taken.chips] == ["thread:syria"]
    assert ids(taken, "events") == "strikes sochi"


@pytest.mark.parametrize(
    ("chips", "said"),
    [
        ((), ""),
        (("thread:syria", "-actor:putin", "has:quote a"), ""),
        (
            ("-actor:nobody",),
            "There is no -actor:nobody in this file any more; a filter was dropped.",
        ),
        (
            ("tag:gone", "thread:syria", "place:Nowhere"),
            "There is no tag:gone, place:Nowhere in this file any more; 2 filters were dropped.",
        ),
    ],
)
def test_what_is_dropped_is_said(chips: tuple[str, ...], said: str) -> None:
    session = Session(chips=chips)
    assert dropped(again(view_of(FOUR_DAYS), session), session) == said


@pytest.mark.parametrize("eager", [True, False], ids=["at once", "read later"])
async def test_it_is_said_at_the_start(*, eager: bool) -> None:
    session = Session(chips=("actor:nobody",))

    def read() -> View:
        return taken_up(view_of(FOUR_DAYS), session)

    asked = opening_of(read, eager=eager)
    beginning = asked.beginning._replace(session=session)
    async with acting(asked._replace(beginning=beginning)) as reader:
        async with timeout(30):
            while not reader.foot.startswith("There is no actor:nobody in this file"):
                await reader.pilot.pause()
        assert ids(reader.view, "events") == "annexed strikes sochi talks"


def test_an_asked_for_place_is_not_left_for_a_kept_one() -> None:
    kept = session_of(view_of(FOUR_DAYS).move("events", 3).mark(), "ink", {})
    taken = again(view_of(FOUR_DAYS), kept, moves=False)
    assert taken.cursors["events"] == 0
    assert taken.marks == ("talks",)


def test_what_was_typed_is_kept() -> None:
    session = session_of(view_of(FOUR_DAYS), "paper", {"search": ["a", "b"], "filter": ["c"]})
    assert (session.searches, session.filters, session.theme) == (("a", "b"), ("c",), "paper")


@settings(max_examples=30)
@given(views())
def test_taking_up_is_safe_for_every_view(view: View) -> None:
    session = session_of(view, "", {})
    taken = taken_up(view_of(FOUR_DAYS), session)
    assert taken.timeline.events


@pytest.mark.parametrize("facet", [Facet("thread", "syria"), Facet("actor", "putin")])
def test_a_filtered_view_travels_between_processes(facet: Facet) -> None:
    view = pins.pin(view_of(FOUR_DAYS), facet)
    travelled = pickle.loads(pickle.dumps(view))  # noqa: S301, made here
    assert travelled.shown is not None
    assert list(travelled.positions("actors")) == list(view.positions("actors"))
