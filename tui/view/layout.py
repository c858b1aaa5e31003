"""Which panes a screen of some size shows, and where: panes are hidden, never squeezed.

Everything is in cells. A group is a place on the screen that shows one of its panes at a
time, the one last looked at, and names the others as tabs.
"""

from typing import Literal, NamedTuple

from tui.view.lists import Pane
from tui.view.view import View

Breakpoint = Literal["wide", "normal", "compact", "minimal", "tiny"]

SMALLEST = (40, 10)
"""Columns and rows below which nothing useful can be shown."""


class Box(NamedTuple):
    """A rectangle of cells."""

    x: int
    y: int
    width: int
    height: int


class Place(NamedTuple):
    """A pane on the screen, and the panes that share its place (itself among them)."""

    pane: Pane
    box: Box
    tabs: tuple[Pane, ...]


def breakpoint_of(width: int, height: int) -> Breakpoint:
    """The layout for a terminal of a size."""
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return "tiny"
    if width < 80 or height < 22:  # noqa: PLR2004, breakpoints are numbers
        return "minimal"
    if width < 100:  # noqa: PLR2004
        return "compact"
    if width < 140 or height < 36:  # noqa: PLR2004
        return "normal"
    return "wide"


def places(view: View, width: int, height: int, breakpoint_: Breakpoint) -> tuple[Place, ...]:
    """The panes in a body of a size, each at its place.

    The body is what title, strip and footer leave of the screen.
    """
    body = Box(0, 0, width, height)
    if breakpoint_ == "tiny":
        return ()
    if view.zoomed or breakpoint_ == "minimal":
        return (Place(view.focus, body, _existing(view, _ALL)),)
    match breakpoint_:
        case _ if view.charted:
            return _charted(view, body, is_wide=breakpoint_ == "wide")
        case "wide":
            return _wide(view, body)
        case "normal":
            return _normal(view, body)
        case _:
            return _compact(view, body)


_ALL: tuple[Pane, ...] = ("events", "actors", "sources", "detail", "claims", "problems")


def _wide(view: View, body: Box) -> tuple[Place, ...]:
    lower = max(7, body.height // 4)
    upper = body.height - lower
    middle = max(30, body.width * 20 // 100)
    left = _shifted(body.width * 45 // 100, view.split, 40, body.width - middle - 40)
    right = body.width - left - middle
    return (
        _place(view, ("events",), Box(0, 0, left, upper)),
        _place(view, ("actors",), Box(left, 0, middle, upper)),
        _place(view, ("detail",), Box(left + middle, 0, right, upper)),
        _place(view, ("sources", "claims", "problems"), Box(0, upper, body.width, lower)),
    )


def _normal(view: View, body: Box) -> tuple[Place, ...]:
    upper = body.height // 2
    right = max(28, body.width * 3 // 10)
    left = _shifted(body.width - right, view.split, 40, body.width - 20)
    right = body.width - left
    lower: tuple[Pane, ...] = ("detail", "sources", "claims", "problems")
    return (
        _place(view, ("events",), Box(0, 0, left, upper)),
        _place(view, ("actors",), Box(left, 0, right, upper)),
        _place(view, lower, Box(0, upper, body.width, body.height - upper)),
    )


def _compact(view: View, body: Box) -> tuple[Place, ...]:
    upper = _shifted(body.height // 2, view.split, 5, body.height - 5)
    lists: tuple[Pane, ...] = ("events", "actors", "sources", "claims", "problems")
    return (
        _place(view, lists, Box(0, 0, body.width, upper)),
        _place(view, ("detail",), Box(0, upper, body.width, body.height - upper)),
    )


def _charted(view: View, body: Box, *, is_wide: bool) -> tuple[Place, ...]:
    """The chart over the whole width, and the other panes below it."""
    upper = _shifted(body.height * 3 // 5, view.split, 7, body.height - 5)
    lower = body.height - upper
    chart = _place(view, ("events",), Box(0, 0, body.width, upper))
    lists: tuple[Pane, ...] = ("sources", "claims", "problems")
    if not is_wide:
        below: tuple[Pane, ...] = ("detail", "actors", *lists)
        return chart, _place(view, below, Box(0, upper, body.width, lower))
    left, right = max(30, body.width * 20 // 100), body.width * 35 // 100
    middle = body.width - left - right
    return (
        chart,
        _place(view, ("actors",), Box(0, upper, left, lower)),
        _place(view, ("detail",), Box(left, upper, middle, lower)),
        _place(view, lists, Box(left + middle, upper, right, lower)),
    )


def _shifted(size: int, split: int, least: int, most: int) -> int:
    """A size moved by so many steps, within bounds."""
    step = 4 if most > 40 else 1  # noqa: PLR2004, columns go faster than rows
    return max(least, min(size + step * split, most))


def _place(view: View, tabs: tuple[Pane, ...], box: Box) -> Place:
    there = _existing(view, tabs)
    return Place(min(there, key=view.recent.index), box, there)


def _existing(view: View, tabs: tuple[Pane, ...]) -> tuple[Pane, ...]:
    return tuple(pane for pane in tabs if pane != "problems" or view.snags)
