"""The difference between two states of a file, line by line, to look at."""

from collections.abc import Callable

from tui.document.reading.characters import escape
from tui.screens.entries import Entry, Menu, among
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host
from tui.view.line import Tone

_TONES: dict[str, Tone] = {"+": "good", "-": "bad", "@": "accent"}
MOST_ROWS = 40


def show(host: Host, title: str, text: str, then: Callable[[], None] | None = None) -> None:
    """Show a unified diff over the screen; `then` is done when it is closed."""

    def closed(_: int | None) -> None:
        if then is not None:
            then()

    host.screen.app.push_screen(MenuScreen(difference_menu(title, text)), closed)


def difference_menu(title: str, text: str) -> Menu[int]:
    """The lines of a unified diff, each with its sign; what is typed narrows them."""
    _, _, *lines = text.removesuffix("\n").split("\n")
    entries = [_entry(at, line) for at, line in enumerate(lines)]
    return Menu(
        title=title,
        find=among(entries),
        keys=("Esc closes", "PgDn goes on"),
        nothing="No line has that.",
        rows=min(len(entries), MOST_ROWS),
        wraps=True,
        as_written=True,
    )


def _entry(at: int, line: str) -> Entry[int]:
    sign = line[:1] if line[:1] in _TONES else ""
    text = escape(line if sign == "@" else line[1:].rstrip("\r")).replace("\t", "    ")
    return Entry(at, text, "" if sign == "@" else sign, tone=_TONES.get(sign, "dim"))
