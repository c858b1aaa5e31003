"""The frame round a pane: its tabs and counts in the border, heavy where the keys go.

Without borders, on a small screen, the frame is a single line of tabs above the rows.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from tui.actions import hint_of
from tui.view.line import Line, Span, Tone, shorten, width_of
from tui.view.lists import Pane

NAMES: Mapping[Pane, str] = MappingProxyType(
    {
        "events": "Events",
        "actors": "Actors",
        "sources": "Quoted sources",
        "detail": "Detail",
        "claims": "Claims",
        "problems": "Problems",
    }
)
SHORT_NAMES: Mapping[Pane, str] = MappingProxyType({**NAMES, "sources": "Quotes"})


class Frame(NamedTuple):
    """How a pane is enclosed.

    Attributes:
        pane: The pane itself.
        tabs: The panes that share its place, itself among them.
        focused: Whether keys go to it.
        bordered: Whether there is a border, or only a line of tabs.
        keys: The keys of actions that the reader has given others than their own.
        name: What the pane is called, "" if by its own name.
    """

    pane: Pane
    tabs: Sequence[Pane] = ()
    focused: bool = False
    bordered: bool = True
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    name: str = ""

    @property
    def margin(self) -> tuple[int, int]:
        """The columns and rows that the frame takes from the pane, with a blank on the right."""
        return (3, 2) if self.bordered else (1, 1)

    def enclose(self, rows: Sequence[Line], width: int, count: str, foot: str) -> list[Line]:
        """The rows of a pane with its frame round them.

        Args:
            rows: The rows inside, each `width` less the margin wide, or narrower.
            width: The width of the whole in cells.
            count: What the title counts.
            foot: What stands in the lower border on the right.
        """
        if not self.bordered:
            return [self._bare_title(width, count), *rows]
        corner, dash, side = ("┏┓┗┛", "━", "┃") if self.focused else ("┌┐└┘", "─", "│")
        tone: Tone = "accent" if self.focused else "frame"
        inner = width - 2
        title = self._title(max(0, inner - 2), count)
        top = (Span(corner[0] + dash, tone), *title)
        top = (*top, Span(dash * (width - 1 - width_of(top)) + corner[1], tone))
        foot = f" {foot} " if foot else ""
        low = corner[2] + dash * (inner - 1 - len(foot)) + foot + dash + corner[3]
        enclosed = [top]
        for row in rows:
            gap = " " * (inner - width_of(row))
            enclosed.append((Span(side, tone), *row, Span(gap), Span(side, tone)))
        return [*enclosed, (Span(low, tone),)]

    def _title(self, width: int, count: str) -> Line:
        for names in (NAMES, SHORT_NAMES):
            spans = self._tab_spans(names, count)
            if width_of(spans) <= width:
                return tuple(spans)
        return (Span(shorten(self._named(self.pane, NAMES), width), "strong"),)

    def _named(self, pane: Pane, names: Mapping[Pane, str]) -> str:
        """The key that goes to a pane, if there is one, and what it is called."""
        key = hint_of(f"{{pane.{pane}}}", self.keys)
        name = (pane == self.pane and self.name) or names[pane]
        return f" {key} {name} " if key else f" {name} "

    def _tab_spans(self, names: Mapping[Pane, str], count: str) -> list[Span]:
        spans: list[Span] = []
        dash = "━" if self.focused else "─"
        line: Tone = "accent" if self.focused else "frame"
        for pane in self.tabs or (self.pane,):
            here = pane == self.pane
            if spans and self.bordered:
                spans.append(Span(dash, line))
            text = self._named(pane, names)
            tone: Tone = "accent" if here and self.focused else "strong" if here else "dim"
            spans.append(Span(text, tone))
            if here and count:
                spans.append(Span(f"{count} ", "dim"))
        return spans

    def _bare_title(self, width: int, count: str) -> Line:
        title = self._title(width, count)
        return (*title, Span("─" * max(0, width - width_of(title)), "rule"))
