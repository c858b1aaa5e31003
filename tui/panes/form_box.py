"""The box of a form: its title and keys in the border, and at its foot a line about one field."""

from rich.cells import cell_len
from rich.markup import escape
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.geometry import Size
from textual.widgets import Static

from tui.panes.field import WRONG
from tui.panes.pane import harmless

KEYS = ("Esc leaves", "Ctrl+s applies it", "Tab goes on", "↓ lists what there is")
"""What its keys do, the most important first."""
WIDTH = 90
"""Columns of a form, if the screen is that wide."""
BESIDE = 3
"""Cells beside the fields: the frame, and a blank on the right."""


class Fields(VerticalScroll, can_focus=False):
    """The fields, as far as they are in sight."""

    DEFAULT_CSS = """
    Fields {
        height: auto;
        max-height: 100%;
        background: $background;
        scrollbar-size: 0 0;
    }
    """


class FormBox(Container):
    """What stands round the fields of a form."""

    DEFAULT_CSS = """
    FormBox {
        width: 90;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        border: heavy $tone-accent;
        border-title-color: $tone-accent;
        border-title-style: $tone-accent-style;
        border-title-background: $background;
        border-subtitle-color: $tone-accent;
        border-subtitle-style: $tone-accent-style;
        border-subtitle-background: $background;
        padding: 0 1 0 0;
        background: $background;
    }
    FormBox > #remark {
        dock: bottom;
        height: auto;
        min-height: 1;
        max-height: 2;
        padding: 0 1;
        color: $tone-dim;
        background: $background;
    }
    FormBox > #remark.-wrong { color: $tone-bad; text-style: $tone-bad-style; }
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The line about the field that has the keys."""
        yield Static(id="remark", markup=False)

    def fit(self, size: Size) -> None:
        """Leave a tall screen some air above, and name as many keys as there is room for."""
        self.styles.margin = (max(0, min(4, (size.height - 30) // 3)), 0)
        room = min(WIDTH, size.width) - 6
        said = (" · ".join(KEYS[:count]) for count in range(len(KEYS), 0, -1))
        self.border_subtitle = next((each for each in said if cell_len(each) <= room), "")

    def count(self, at: int, count: int) -> None:
        """Say in which field of how many the reader is."""
        self.border_title = escape(f"{self._title} · {at} of {count}")

    def remark(self, text: str, *, is_wrong: bool) -> None:
        """Say something about a field."""
        line = self.query_one("#remark", Static)
        line.update(harmless(f"{WRONG} {text}" if is_wrong else text))
        line.set_class(is_wrong, "-wrong")
