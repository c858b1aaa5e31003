"""The frame of a pane as it is drawn."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.panes.frame import Frame
from tui.view.line import Span, plain, width_of
from tui.view.lists import PANES, Pane

ROWS = [(Span("one"),), (Span("習近平"),), ()]
LISTS: tuple[Pane, ...] = ("events", "actors", "sources", "claims", "problems")


def drawn(frame: Frame, width: int, count: str = "", foot: str = "") -> str:
    return "\n".join(plain(line) for line in frame.enclose(ROWS, width, count, foot))


def test_the_focused_pane_has_a_heavy_frame() -> None:
    assert (
        drawn(Frame("events", focused=True), 24, "70", "3/70")
        == """\
┏━ 1 Events 70 ━━━━━━━━┓
┃one                   ┃
┃習近平                ┃
┃                      ┃
┗━━━━━━━━━━━━━━━ 3/70 ━┛"""
    )


def test_another_has_a_light_one_with_its_tabs() -> None:
    frame = Frame("claims", ("sources", "claims", "problems"))
    assert (
        drawn(frame, 52, "2/57")
        == """\
┌─ 3 Quoted sources ─ 5 Claims 2/57 ─ 6 Problems ──┐
│one                                               │
│習近平                                            │
│                                                  │
└──────────────────────────────────────────────────┘"""
    )


@pytest.mark.parametrize(
    ("width", "title"),
    [
        (62, "┌─ 1 Events ─ 2 Actors 4 ─ 3 Quotes ─ 5 Claims ─ 6 Problems ─┐"),
        (40, "┌─ 2 Actors ───────────────────────────┐"),
        (12, "┌─ 2 Acto…─┐"),
    ],
)
def test_names_are_shortened_and_then_the_other_tabs_left_out(width: int, title: str) -> None:
    assert drawn(Frame("actors", LISTS), width, "4").split("\n")[0] == title


def test_without_borders_there_is_a_line_of_tabs() -> None:
    frame = Frame("actors", ("events", "actors"), focused=True, bordered=False)
    assert drawn(frame, 30, "4") == " 1 Events  2 Actors 4 ────────\none\n習近平\n"


@pytest.mark.parametrize(("bordered", "margin"), [(True, (3, 2)), (False, (1, 1))])
def test_what_a_frame_takes(bordered: bool, margin: tuple[int, int]) -> None:  # noqa: FBT001
    assert Frame("events", bordered=bordered).margin == margin


@given(
    st.sampled_from(PANES),
    st.sampled_from(PANES),
    st.integers(10, 100),
    st.sampled_from(["", "1/2"]),
)
def test_a_frame_is_as_wide_as_it_was_asked_to_be(
    pane: Pane, focus: Pane, width: int, count: str
) -> None:
    lines = Frame(pane, PANES, pane == focus).enclose(ROWS, width, count, count)
    assert {width_of(line) for line in lines} == {width}


def title(pane: Pane, keys: Mapping[str, tuple[str, ...]]) -> str:
    top = Frame(pane, keys=keys).enclose((), 30, "", "")[0]
    return plain(top).strip("┌─┐ ")


def test_panes_are_numbered_from_one() -> None:
    numbers = [title(pane, {}).split()[0] for pane in PANES]
    assert numbers == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    ("keys", "expected"), [(("e",), "e Events"), (("f2", "1"), "F2 Events"), ((), "Events")]
)
def test_a_pane_is_named_with_the_key_that_it_has(keys: tuple[str, ...], expected: str) -> None:
    assert title("events", {"pane.events": keys}) == expected
