"""Help: every key and what it does."""

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.actions import ACTIONS, keys_label
from tui.panes.pane import LinePane, Row
from tui.view.line import Line, Span, pad, wrap
from tui.view.view import View

TITLE = "Keys"
LEAVE = "Esc closes this"


class HelpPage(LinePane):
    """The keys and their sentences in two columns."""

    def rows(self, view: View) -> list[Row]:  # noqa: ARG002, help is the same for every view
        """The lines in sight, in a frame."""
        width, height = self.size
        lines = _lines(width - 4)
        self.fit(len(lines) + 2)
        top = round(self.scroll_y)
        shown = lines[top : top + height - 2]
        more = f" {LEAVE} " if len(lines) <= height - 2 else f" j/k scroll · {LEAVE} "
        title = f"━ {TITLE} "
        rows: list[Line] = [(Span(f"┏{title}{'━' * (width - 2 - cell_len(title))}┓", "accent"),)]
        for line in [*shown, *[()] * (height - 2 - len(shown))]:
            text = sum(cell_len(span.text) for span in line)
            blank = Span(" " * (width - 3 - text))
            rows.append((Span("┃ ", "accent"), *line, blank, Span("┃", "accent")))
        foot = more if cell_len(more) < width - 2 else ""
        rows.append((Span(f"┗{'━' * (width - 3 - cell_len(foot))}{foot}━┛", "accent"),))
        return [Row(line) for line in rows]


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """A page of keys over the screen that it was asked from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "Close"),
        Binding("j,down", "scroll_page(1)", "Down"),
        Binding("k,up", "scroll_page(-1)", "Up"),
        Binding("g,home", "scroll_page(-1000)", "First"),
        Binding("G,end", "scroll_page(1000)", "Last"),
        Binding("pagedown,ctrl+d,space", "scroll_page(10)", "Page down"),
        Binding("pageup,ctrl+u", "scroll_page(-10)", "Page up"),
        Binding("ctrl+c,ctrl+q", "app.quit", "Leave"),
    ]
    CSS_PATH = "help.tcss"

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        """One page."""
        page = HelpPage(id="help")
        page.view = self._view
        yield page

    def action_scroll_page(self, lines: int) -> None:
        """Scroll by some lines."""
        page = self.query_one(HelpPage)
        page.scroll_rows(lines)


def _lines(width: int) -> list[Line]:
    column = min(18, max(len(keys_label(each.keys)) for each in ACTIONS) + 1, width // 3)
    lines: list[Line] = []
    for each in ACTIONS:
        pieces = wrap(each.help, max(1, width - column))
        head = pad(keys_label(each.keys), column)
        for piece in pieces:
            lines.append((Span(head, "strong"), Span(piece)))
            head = " " * column
    return lines
