"""Lettering: what becomes of all that is drawn, before it is sent to a terminal of little ability.

A filter of Textual's goes over every row of every widget once it is drawn, so that no widget
has to know what the terminal can show. Rows stay as wide as they are.
"""

from collections.abc import Callable
from itertools import starmap

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.view.bidi import runs_left, turned

Change = Callable[[str], str]
"""Gives the text to show for a text, as wide as that."""


class Lettering(LineFilter):
    """Shows other texts for those that are drawn, each segment by itself."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        self._change = change

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments of a row with the text to show."""
        change = self._change
        return [Segment(change(text), style, control) for text, style, control in segments]


class Unlinking(LineFilter):
    """Leaves out where text leads, for terminals that would print the address or worse."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments of a row without links."""
        if not any(style and style.link for _, style, _ in segments):
            return segments
        return [
            Segment(text, style.update_link(None) if style else style, control)
            for text, style, control in segments
        ]


class Turning(LineFilter):
    """Shows letters that run from right to left in the order in which they are read."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments of a row, those with such letters turned round."""
        if not any(runs_left(segment.text) for segment in segments):
            return segments
        return list(starmap(Segment, turned([(text, style) for text, style, _ in segments])))
