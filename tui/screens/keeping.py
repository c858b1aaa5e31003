"""Where a reader is, as a session that can be kept, and back.

A session names records by id: what is gone from the file by then is passed over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from tui.document.session import Session, Window
from tui.timeline.records import Kind, Ref
from tui.view import lookup, pins
from tui.view.lists import LINKED_PANES, PANES, Pane
from tui.view.pins import Chip, Facet
from tui.view.view import View

if TYPE_CHECKING:
    from tui.view.chart.scale import Scale


class Lent(NamedTuple):
    """Filters that a talk has brought to the panes.

    Attributes:
        filters: As they are written.
        instead: Those that the reader has chosen, which are remembered.
    """

    filters: tuple[str, ...]
    instead: tuple[str, ...]

    def remembered(self, filters: tuple[str, ...]) -> tuple[str, ...]:
        """What to remember of the filters that there are by now."""
        return self.instead if filters == self.filters else filters


def session_of(view: View, theme: str, typed: Mapping[str, Sequence[str]]) -> Session:
    """What to keep of a view, the name of the theme, and what was typed at the prompt."""
    events = view.timeline.events
    chart = view.chart
    refs = {pane: view.ref(pane, at) for pane, at in view.cursors.items() if pane in LINKED_PANES}
    return Session(
        event=events[view.anchor].id if events else "",
        focus=view.focus,
        cursors=tuple((pane, ref.kind, ref.id) for pane, ref in refs.items()),
        chips=tuple(chip.text for chip in view.chips),
        zoomed=view.zoomed,
        split=view.split,
        recent=view.recent,
        charted=view.charted,
        grouping=chart.by if chart else "",
        folded=tuple(sorted(chart.folded)) if chart else (),
        folded_elsewhere=tuple(sorted(chart.folded_elsewhere)) if chart else (),
        lane=(chart.lane or "") if chart else "",
        window=_window(chart.scale) if chart and chart.scale else None,
        theme=theme,
        marks=view.marks,
        searches=tuple(typed.get("search", ())),
        filters=tuple(typed.get("filter", ())),
    )


def taken_up(view: View, session: Session, *, moves: bool = True) -> View:
    """A first view with what a session has of it.

    Args:
        view: The first view of the file.
        session: What was kept.
        moves: Whether the cursors and the focus go where they were.
    """
    known = view.timeline.positions("event")
    view = replace(view, marks=tuple(mark for mark in session.marks if mark in known))
    chips = [chip for text in session.chips if (chip := _chip(view, text))]
    if chips:
        view = pins.with_chips(view, chips)
    view = _laid_out(view, session)
    if not moves:
        return view.focus_on(view.focus)
    there = {pane: Ref(cast("Kind", kind), each) for pane, kind, each in session.cursors}
    order = ("events", *(pane for pane in LINKED_PANES if pane != "events"))
    for pane in order:
        found = view.position(there[pane]) if pane in there else None
        if found is not None and found[0] == pane:
            cursors = {**view.cursors, pane: found[1]}
            view = view.move(pane, found[1]) if pane == "events" else replace(view, cursors=cursors)
    view = pins.settled(view) if view.shown is not None else view
    focus = cast("Pane", session.focus)
    is_there = focus in PANES and (focus != "problems" or view.snags)
    view = view.focus_on(focus if is_there else view.focus)
    return view.zoom() if session.zoomed else view


def filtered(view: View, filters: Sequence[str]) -> View:
    """The view with filters that are written so, instead of its own."""
    if tuple(chip.text for chip in view.chips) == tuple(filters):
        return view
    return pins.with_chips(view, [chip for text in filters if (chip := _chip(view, text))])


def dropped(view: View, session: Session) -> str:
    """What to say of the filters of a session that this file has nothing for, "" of none."""
    taken = {chip.text for chip in view.chips}
    gone = [text for text in session.chips if text not in taken and not _chip(view, text)]
    if not gone:
        return ""
    filters = "a filter was" if len(gone) == 1 else f"{len(gone)} filters were"
    return f"There is no {', '.join(gone)} in this file any more; {filters} dropped."


def _laid_out(view: View, session: Session) -> View:
    """The view with the panes as they were: how wide, and which of those that share a place."""
    view = view.widen(session.split) if session.split else view
    kept = (pane for pane in session.recent if pane in PANES)
    view = replace(view, recent=tuple(dict.fromkeys((*kept, *view.recent))))
    return _with_chart(view, session) if session.grouping else view


def _with_chart(view: View, session: Session) -> View:
    """The view with the chart as it was, shown if it was."""
    from tui.view.chart.groups import GROUPINGS  # noqa: PLC0415, not for a start without a chart
    from tui.view.chart.scale import known  # noqa: PLC0415, likewise
    from tui.view.chart.state import ChartState  # noqa: PLC0415, likewise

    by = next((each for each in GROUPINGS if each == session.grouping), GROUPINGS[0])
    scale = known(*session.window) if session.window else None
    others = {each: each for each in GROUPINGS if each != by}
    elsewhere = ((others[each], lane) for each, lane in session.folded_elsewhere if each in others)
    chart = ChartState(by, scale=scale, folded_elsewhere=frozenset(elsewhere))
    if by == session.grouping:
        chart = replace(chart, folded=frozenset(session.folded), lane=session.lane or None)
    return replace(view, charted=session.charted, chart=chart)


def _window(scale: "Scale") -> Window:
    """A time as it is kept."""
    return scale.zoom.unit.name, scale.zoom.cells, scale.first, scale.width


def _chip(view: View, text: str) -> Chip | None:
    """The chip that a query was, None of one that nothing can be found by any more."""
    if not text.strip() or lookup.mistakes(view.timeline, text):
        return None
    facet = lookup.facet(text)
    if facet is None:
        return pins.filter_chip(text)
    key, value, is_negated = facet
    return pins.chip(view.timeline, Facet(key, value), is_excluded=is_negated)
