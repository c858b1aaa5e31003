"""Charts of small histories as text grids."""

from dataclasses import replace

from tui.timeline.dates import parse
from tui.view.chart.chart import Chart, Size, chart_of
from tui.view.chart.scale import Scale, fitted
from tui.view.chart.state import ChartState
from tui.view.line import plain
from tui.view.view import View
from view.histories import view_of


def history(*events: str, threads: str = "") -> View:
    """The view of events given as `DATE TITLE` or `DATE TITLE @thread`; ids begin at e0."""
    lines = []
    for number, event in enumerate(events):
        date, _, title = event.partition(" ")
        title, _, thread = title.partition(" @")
        own = f", thread: {thread}" if thread else ""
        lines.append(f'- {{id: e{number}, date: "{date}", title: "{title or "T"}"{own}}}\n')
    named = "".join(f"  {each}: {{name: {each.title()}}}\n" for each in threads.split())
    head = f"threads:\n{named}" if named else ""
    return view_of(f"{head}events:\n{''.join(lines)}")


def without_cursor(view: View) -> View:
    """The view as it is before anything is selected."""
    return replace(view, cursors={})


def window(first: str, last: str, width: int) -> Scale:
    """The scale from one date to another."""
    start, end = parse(first).start, parse(last).end
    assert start is not None
    assert end is not None
    return fitted(start, end, width)


def grid(chart: Chart) -> str:
    """What is seen, without blanks at the ends of lines."""
    return "".join(f"{plain(line).rstrip()}\n" for line in chart.lines)


def body(view: View, state: ChartState, width: int, height: int | None = None) -> str:
    """The rows of the lanes, without what stands before them."""
    chart = chart_of(view, state, Size(width, height))
    return "".join(f"{plain(line)[chart.head :].rstrip()}\n" for line in chart.lines[2:-1])
