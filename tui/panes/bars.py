"""The lines above and below the panes: title, density strip, one-line detail, footer."""

from rich.cells import cell_len
from textual.reactive import reactive

from tui.actions import ACTIONS
from tui.panes.pane import LinePane, Row
from tui.view.detail import headline
from tui.view.layout import SMALLEST
from tui.view.line import Line, Span, pad, shorten, width_of, wrap
from tui.view.rows import between
from tui.view.strip import strip_of
from tui.view.view import PANES, View

ROOMY = 72
"""Columns from which the title has room for all counts."""


class TitleBar(LinePane):
    """What is read: the name of the file, its title, and how much there is of it."""

    file_name: reactive[str] = reactive("", repaint=False)
    """The name of the file as shown."""

    def watch_file_name(self) -> None:
        """Draw the new name."""
        self.redraw()

    def rows(self, view: View) -> list[Row]:
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
        right: Line = (*_troubles(view), Span(f"{counts} ", "dim"))
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
    return (Span(f"{text} · 6 shows  ", "bad" if errors else "mixed"),)


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


class DensityStrip(LinePane):
    """How many events there are along time, and where the cursor is."""

    def rows(self, view: View) -> list[Row]:
        """Two rows: density, and the axis with the cursor mark."""
        margin = Span(" ")
        lines = strip_of(view, self.size.width - 2)
        return [Row((margin, *line, margin)) for line in lines]


class OneLineDetail(LinePane):
    """What the cursor is on, where there is no room for Detail."""

    def rows(self, view: View) -> list[Row]:
        """One row."""
        return [Row((Span(pad(f" {headline(view)}", self.size.width), "dim"),))]


class Footer(LinePane):
    """The keys to know, or a message instead of them."""

    message: reactive[str] = reactive("", repaint=False)
    """What there is to say; it stands until the next key."""

    def watch_message(self) -> None:
        """Draw the message."""
        self.redraw()

    def rows(self, view: View) -> list[Row]:
        """One row. Keys that do not fit are left out whole, from the right."""
        if self.message:
            return [Row((Span(pad(f" {self.message}", self.size.width), "accent"),))]
        spans: list[Span] = [Span(" ")]
        for action in ACTIONS:
            if not action.hint:
                continue
            hint = action.hint.format(panes=len(PANES) - (not view.snags))
            item = (Span(hint, "strong"), Span(f" {action.label}  ", "dim"))
            if width_of((*spans, *item)) > self.size.width:
                break
            spans.extend(item)
        return [Row(tuple(spans))]


class TooSmall(LinePane):
    """What is said where there is no room for anything else."""

    def rows(self, view: View) -> list[Row]:  # noqa: ARG002, it is the same for every view
        """The sentence, over as many rows as it takes."""
        width, height = self.size
        least = "x".join(map(str, SMALLEST))
        text = f"Terminal too small: {width}x{height}, needs {least}"
        lines = [Row((Span(piece),)) for piece in wrap(text, width)][:height]
        return [*lines, *[Row()] * (height - len(lines))]
