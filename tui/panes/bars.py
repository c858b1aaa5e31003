"""The lines above and below the panes: title, density strip, one-line detail, footer."""

from rich.cells import cell_len
from textual.events import Click, MouseDown, MouseMove
from textual.message import Message
from textual.reactive import reactive

from tui.actions import hint_of, hinted
from tui.panes.pane import LinePane, Row, ViewPane
from tui.view.chips import chip_at, chips_line
from tui.view.detail import headline
from tui.view.layout import SMALLEST
from tui.view.line import Line, Span, pad, shorten, width_of, wrap
from tui.view.lists import PANES
from tui.view.rows import between
from tui.view.strip import beside, event_at, scale_of, strip_of, window_of
from tui.view.view import View

ROOMY = 72
"""Columns from which the title has room for all counts."""
MOST_SAID = 3
"""Rows of a message."""


class TitleBar(ViewPane):
    """What is read: the name of the file, its title, and how much there is of it."""

    file_name: reactive[str] = reactive("", repaint=False)
    """The name of the file as shown."""

    def watch_file_name(self) -> None:
        """Draw the new name."""
        self.redraw()

    def rows_of(self, view: View) -> list[Row]:
        """One row: the title on the left, counts on the right."""
        width = self.size.width
        timeline = view.timeline
        counts = " · ".join(
            _plural(len(records), noun)
            for records, noun in (
                (timeline.events, "event"),
                (timeline.actors, "actor"),
                (timeline.quotes, "quote"),
            )
        )
        if view.reading:
            counts = "reading …"
        elif width < ROOMY:
            counts = _plural(len(timeline.events), "event")
        here, of = view.trail.place
        way = (Span(f"‹{here}/{of}›  ", "dim"),) if of > 1 and width >= ROOMY else ()
        unsaved = (Span(f"● {view.unsaved} unsaved  ", "accent"),) if view.unsaved else ()
        right: Line = (*way, *unsaved, *_troubles(view), Span(f"{counts} ", "dim"))
        name = timeline.title or self.file_name
        room = width - width_of(right) - 2
        left = [Span(" dateline  ", "accent"), Span(shorten(name, room - 11), "strong")]
        rest = room - width_of(left) - 2
        if timeline.subtitle and cell_len(timeline.subtitle) <= rest:
            left.append(Span(f"  {timeline.subtitle}", "dim"))
        return [Row(between(tuple(left), right, width))]


def _troubles(view: View) -> Line:
    """How many problems the file has, and the key that shows them."""
    if not view.snags:
        return ()
    errors = sum(snag.problem.severity == "error" for snag in view.snags)
    text = _plural(errors, "error") if errors else _plural(len(view.snags), "warning")
    shows = view.told("{pane.problems} shows")
    return (Span(f"{text} · {shows}  ", "bad" if errors else "mixed"),)


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


class DensityStrip(ViewPane):
    """How many events there are along time, and where the cursor is."""

    class Picked(Message):
        """A place in time was clicked.

        Attributes:
            position: That of the event to go to.
        """

        def __init__(self, position: int) -> None:
            super().__init__()
            self.position = position

    class Dragged(Message):
        """The window of the chart is to be elsewhere in time.

        Attributes:
            day: Round which day.
        """

        def __init__(self, day: int) -> None:
            super().__init__()
            self.day = day

    def rows_of(self, view: View) -> list[Row]:
        """Two rows: density, and the axis with the cursor mark."""
        width = self.size.width - 2
        density, axis = strip_of(view, width)
        first, last = beside(view, width)
        return [Row((Span(" "), *density, Span(" "))), Row((first, *axis, last))]

    def on_click(self, event: Click) -> None:
        """Say which event is there, or which time where the chart shows only some."""
        width = self.size.width - 2
        column = max(0, min(event.x - 1, width - 1))
        view = self.view
        if view is not None and window_of(view):
            self.post_message(self.Dragged(scale_of(view.timeline, width).day(column)))
            return
        position = event_at(view, width, column) if view else None
        if position is not None:
            self.post_message(self.Picked(position))

    def on_mouse_down(self, event: MouseDown) -> None:
        """Follow the pointer, also beside the strip, while the chart is dragged."""
        if self.view is not None and window_of(self.view):
            event.stop()
            self.capture_mouse()

    def on_mouse_up(self) -> None:
        """Let the pointer go."""
        self.release_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Say to which time the chart is dragged."""
        width, view = self.size.width - 2, self.view
        if event.button and view is not None and window_of(view):
            column = max(0, min(event.x - 1, width - 1))
            self.post_message(self.Dragged(scale_of(view.timeline, width).day(column)))


class ChipsLine(ViewPane):
    """What is filtered by and searched for, and how much is hidden."""

    class Dropped(Message):
        """A chip was clicked.

        Attributes:
            number: Which of them.
        """

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def rows_of(self, view: View) -> list[Row]:
        """One row."""
        return [Row(chips_line(view, self.size.width))]

    def on_click(self, event: Click) -> None:
        """Say which chip was clicked."""
        number = chip_at(self.view, self.size.width, event.x) if self.view else None
        if number is not None:
            self.post_message(self.Dropped(number))


class OneLineDetail(ViewPane):
    """What the cursor is on, where there is no room for Detail."""

    def rows_of(self, view: View) -> list[Row]:
        """One row."""
        return [Row((Span(pad(f" {headline(view)}", self.size.width), "dim"),))]


class Footer(ViewPane):
    """The keys to know, or a message instead of them."""

    message: reactive[str] = reactive("", repaint=False)
    """What there is to say; it stands until the next key."""

    def watch_message(self) -> None:
        """Draw the message, over the last rows of the panes if it is long."""
        self._have_room()
        self.redraw()

    def on_resize(self) -> None:
        """Draw it with as many rows as it takes now."""
        self._have_room()
        super().on_resize()

    def rows_of(self, view: View) -> list[Row]:
        """The message, or one row of keys: those that do not fit are left out from the right."""
        if self.message:
            width = self.size.width
            return [Row((Span(pad(f" {each}", width), "accent"),)) for each in self._said(view)]
        spans: list[Span] = [Span(" ")]
        for action in hinted(in_chart=view.charted):
            hint = hint_of(action.hint.replace("{panes}", _numbers(view)), view.keys)
            if not hint:
                continue
            apart = "  " if len(spans) > 1 else ""
            item = (Span(f"{apart}{hint}", "strong"), Span(f" {action.label}", "dim"))
            if width_of((*spans, *item)) > self.size.width:
                break
            spans.extend(item)
        return [Row(tuple(spans))]

    def _said(self, view: View) -> list[str]:
        """The message in lines."""
        room = self.size.width - 2
        lines = wrap(view.told(self.message), room)
        if len(lines) <= MOST_SAID:
            return lines
        last = " ".join(lines[MOST_SAID - 1 :])
        return [*lines[: MOST_SAID - 1], shorten(last, room)]

    def _have_room(self) -> None:
        """Take the rows of the message."""
        if self.size.width:
            self.styles.height = len(self._said(self.view)) if self.message and self.view else 1


def _numbers(view: View) -> str:
    """The keys of the panes from the first to the last, where they are digits in a row."""
    there = [pane for pane in PANES if pane != "problems" or view.snags]
    keys = [hint_of(f"{{pane.{pane}}}", view.keys) for pane in there]
    first, last = keys[0], keys[-1]
    return f"{first}–{last}" if all(keys) and "".join(keys) in "123456789" else ""


class TooSmall(LinePane):
    """What is said where there is no room for anything else."""

    def rows(self) -> list[Row]:
        """The sentence, over as many rows as it takes."""
        width, height = self.size
        least = "x".join(map(str, SMALLEST))
        text = f"Terminal too small: {width}x{height}, needs {least}"
        lines = [Row((Span(piece),)) for piece in wrap(text, width)][:height]
        return [*lines, *[Row()] * (height - len(lines))]
