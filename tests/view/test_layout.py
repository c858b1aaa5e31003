"""Layout: breakpoints at their edges, and panes that tile the body."""

from dataclasses import replace

import pytest

from tui.view.layout import Box, Breakpoint, Place, breakpoint_of, places
from tui.view.lists import PANES, Pane
from tui.view.view import View
from view.histories import FOUR_DAYS, SNAG, view_of

SIZES = {
    (39, 10): "tiny",
    (40, 9): "tiny",
    (1, 1): "tiny",
    (300, 9): "tiny",
    (39, 90): "tiny",
    (40, 10): "minimal",
    (79, 24): "minimal",
    (80, 21): "minimal",
    (300, 21): "minimal",
    (80, 22): "compact",
    (99, 22): "compact",
    (99, 60): "compact",
    (100, 22): "normal",
    (139, 60): "normal",
    (140, 35): "normal",
    (300, 35): "normal",
    (140, 36): "wide",
    (300, 90): "wide",
}


@pytest.mark.parametrize(("size", "expected"), SIZES.items(), ids="{0[0]}x{0[1]}".format)
def test_breakpoints(size: tuple[int, int], expected: Breakpoint) -> None:
    assert breakpoint_of(*size) == expected


def shown(view: View, width: int, height: int) -> tuple[Place, ...]:
    """The places on a screen of a size; title, footer and strip take four rows."""
    return places(view, width, height - 4, breakpoint_of(width, height))


def boxes(found: tuple[Place, ...]) -> dict[Pane, Box]:
    return {place.pane: place.box for place in found}


def test_wide_has_three_columns_over_a_row_of_tabs() -> None:
    found = shown(view_of(FOUR_DAYS), 160, 45)
    assert boxes(found) == {
        "events": (0, 0, 72, 31),
        "actors": (72, 0, 32, 31),
        "detail": (104, 0, 56, 31),
        "sources": (0, 31, 160, 10),
    }
    assert [place.tabs for place in found] == [
        ("events",),
        ("actors",),
        ("detail",),
        ("sources", "claims"),
    ]


def test_normal_has_events_and_actors_over_tabs() -> None:
    found = shown(view_of(FOUR_DAYS), 100, 30)
    assert boxes(found) == {
        "events": (0, 0, 70, 13),
        "actors": (70, 0, 30, 13),
        "detail": (0, 13, 100, 13),
    }
    assert found[2].tabs == ("detail", "sources", "claims")


def test_compact_has_one_list_over_detail() -> None:
    found = shown(view_of(FOUR_DAYS), 80, 24)
    assert boxes(found) == {"events": (0, 0, 80, 10), "detail": (0, 10, 80, 10)}
    assert found[0].tabs == ("events", "actors", "sources", "claims")


def test_minimal_has_one_pane() -> None:
    found = shown(view_of(FOUR_DAYS), 60, 20)
    assert boxes(found) == {"events": (0, 0, 60, 16)}
    assert found[0].tabs == ("events", "actors", "sources", "detail", "claims")


def test_tiny_has_none() -> None:
    assert shown(view_of(FOUR_DAYS), 39, 24) == ()


@pytest.mark.parametrize(
    ("focus", "tabbed"), [("sources", "sources"), ("claims", "claims"), ("problems", "problems")]
)
def test_a_place_shows_the_tab_that_was_looked_at_last(focus: Pane, tabbed: Pane) -> None:
    view = view_of(FOUR_DAYS, SNAG).focus_on(focus).focus_on("events")
    assert shown(view, 160, 45)[3].pane == tabbed


def test_problems_are_a_tab_only_where_there_are_some() -> None:
    views = (view_of(FOUR_DAYS), view_of(FOUR_DAYS, SNAG))
    tabs = [shown(view, 60, 20)[0].tabs for view in views]
    assert ["problems" in each for each in tabs] == [False, True]


CHARTED = replace(view_of(FOUR_DAYS), charted=True)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        pytest.param(
            (160, 45),
            {
                "events": (0, 0, 160, 24),
                "actors": (0, 24, 32, 17),
                "detail": (32, 24, 72, 17),
                "sources": (104, 24, 56, 17),
            },
            id="wide",
        ),
        pytest.param(
            (100, 30), {"events": (0, 0, 100, 15), "detail": (0, 15, 100, 11)}, id="normal"
        ),
        pytest.param((80, 24), {"events": (0, 0, 80, 12), "detail": (0, 12, 80, 8)}, id="compact"),
        pytest.param((60, 20), {"events": (0, 0, 60, 16)}, id="minimal"),
    ],
)
def test_a_chart_is_over_the_other_panes(
    size: tuple[int, int], expected: dict[Pane, tuple[int, ...]]
) -> None:
    assert boxes(shown(CHARTED, *size)) == expected


def test_below_a_chart_all_other_panes_can_be_seen() -> None:
    for width, height in ((160, 45), (100, 30), (80, 24)):
        for pane in ("actors", "sources", "detail", "claims"):
            there = boxes(shown(CHARTED.focus_on(pane), width, height))
            assert {"events", pane} <= there.keys()


LAYOUTS = (
    *((40, 10), (79, 50), (300, 21), (80, 22), (99, 61)),
    *((100, 22), (139, 71), (141, 36), (301, 99)),
)
VIEWS = {
    f"{focus}{' zoomed' * zoomed}{' charted' * charted}": replace(
        view_of(FOUR_DAYS, SNAG).focus_on(focus), zoomed=zoomed, charted=charted
    )
    for charted in (False, True)
    for focus in PANES
    for zoomed in (False, True)
}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_places_tile_the_body(view: View) -> None:
    for width, height in LAYOUTS:
        found = shown(view, width, height)
        cells = [cell for place in found for cell in _cells(place.box)]
        assert len(cells) == len(set(cells)), "they overlap"
        assert set(cells) == set(_cells(Box(0, 0, width, height - 4))), "there is a gap"
        assert view.focus in {place.pane for place in found}
        assert all(place.pane in place.tabs for place in found)


@pytest.mark.parametrize("focus", PANES)
@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)], ids="{0[0]}x{0[1]}".format)
def test_zoomed_there_is_one_place(size: tuple[int, int], focus: Pane) -> None:
    view = view_of(FOUR_DAYS).focus_on(focus).zoom()
    assert boxes(shown(view, *size)) == {focus: (0, 0, size[0], size[1] - 4)}


def _cells(box: Box) -> list[tuple[int, int]]:
    return [
        (x, y) for y in range(box.y, box.y + box.height) for x in range(box.x, box.x + box.width)
    ]


def test_a_pane_that_went_away_has_no_place() -> None:
    mended = view_of(FOUR_DAYS, SNAG).reload(view_of(FOUR_DAYS).timeline)
    for size in SIZES:
        assert "problems" not in {place.pane for place in shown(mended, *size)}
