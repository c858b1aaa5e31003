"""What the program was asked to open, as plain data, and the first view of it."""

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from tui.document.excerpt import excerpts
from tui.document.reader import read
from tui.timeline.dates import DateError, parse
from tui.timeline.records import Ref
from tui.view.view import Snag, View, start


class Opening(NamedTuple):
    """A file to show.

    Attributes:
        name: The file as it is called on the screen.
        load: Gets its bytes; called once, perhaps in another thread. May raise OSError.
        eager: Whether it is read before the first paint.
        theme: The name of the theme, "" for the default.
        at: The id of the event, or the date, to start at, "" for the first event.
        mouse: Whether the mouse is listened to.
        stock_driver: Whether Textual's own driver sends the screen, for comparison.
    """

    name: str
    load: Callable[[], bytes]
    eager: bool = True
    theme: str = ""
    at: str = ""
    mouse: bool = True
    stock_driver: bool = False


def first_view(opening: Opening) -> View:
    """Read the file, and show it from the event that was asked for.

    Raises:
        OSError: The file cannot be read.
    """
    data = opening.load()
    reading = read(data)
    lines = excerpts(data, (each.line for each in reading.problems)) if reading.problems else {}
    snags = tuple(Snag(problem, lines[problem.line]) for problem in reading.problems)
    return start_at(start(reading.timeline, snags), opening.at)


def start_at(view: View, at: str) -> View:
    """The view with the cursor on the event of an id, or on the first at or after a date.

    What is neither changes nothing.
    """
    if not at:
        return view
    position = view.timeline.position(Ref("event", at))
    if position is None:
        try:
            position = bisect_left(view.timeline.starts, parse(at).anchor)
        except DateError:
            return view
    return view.move("events", position)
