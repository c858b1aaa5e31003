"""The first view of a file: read, with its problems, from where the reader asked to start."""

from bisect import bisect_left

from tui.document.reader import Reading, read
from tui.document.reading.excerpt import excerpts
from tui.timeline.dates import DateError, parse
from tui.timeline.records import Ref
from tui.timeline.timeline import Timeline
from tui.view.view import Snag, View, start


def first_view(data: bytes, at: str = "") -> View:
    """Read the bytes of a file, and show it from the event or the date `at`, or from the start."""
    timeline, snags = snags_of(data)
    return _start_at(start(timeline, snags), at)


def snags_of(data: bytes) -> tuple[Timeline, tuple[Snag, ...]]:
    """Read the bytes of a file: what it says, and what is wrong with it, with its lines."""
    return snags_in(data, read(data))


def snags_in(data: bytes, reading: Reading) -> tuple[Timeline, tuple[Snag, ...]]:
    """What was read of the bytes of a file, and what is wrong with it, with its lines."""
    lines = excerpts(data, (each.line for each in reading.problems)) if reading.problems else {}
    return reading.timeline, tuple(Snag(each, lines[each.line]) for each in reading.problems)


def _start_at(view: View, at: str) -> View:
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
