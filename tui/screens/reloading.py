"""Reads the file again when it was changed from outside, in a thread that waits for it.

The thread reads and compares; what becomes of the view is for the screen. A file that is broken by
a change leaves what was shown, with the problems beside it.
"""

from collections.abc import Callable
from threading import Event
from time import sleep
from typing import NamedTuple

from tui.document.watch import Watch
from tui.screens.first_view import snags_of
from tui.timeline.changes import changes, in_words
from tui.timeline.timeline import Timeline
from tui.view import lookup
from tui.view.view import Snag, View

PERIOD = 0.5
"""Seconds between two looks at the file."""
BREATH = 0.002
"""Seconds that what is done ahead leaves to what is asked for."""


class News(NamedTuple):
    """What a file says now.

    Attributes:
        timeline: The timeline in it, None where it is broken.
        snags: What is wrong with it, None where it cannot be looked at.
        sentence: What has changed, for the reader.
        data: The bytes of the file, None where it cannot be looked at.
    """

    timeline: Timeline | None
    snags: tuple[Snag, ...] | None
    sentence: str
    data: bytes | None = None

    def of(self, view: View) -> View:
        """The view of what the file says now."""
        if self.snags is None:
            return view
        timeline = view.timeline if self.timeline is None else self.timeline
        return view.reload(timeline, self.snags)


def news_of(data: bytes, before: Timeline, name: str) -> News:
    """What the bytes of a file say, against what was shown of it."""
    timeline, snags = snags_of(data)
    errors = sum(snag.problem.severity == "error" for snag in snags)
    if errors:
        count = f"{errors} error{'s' if errors > 1 else ''}"
        message = f"{name} has {count} now; this is as it was before. {{pane.problems}} shows why."
        return News(None, snags, message, data)
    what = in_words(changes(before, timeline))
    return News(timeline.indexed(), snags, f"{name} changed: {what}.", data)


def watch(
    eye: Watch, shown: Callable[[], View], name: str, tell: Callable[[News], None], end: Event
) -> None:
    """Look at a file until the end.

    Args:
        eye: What looks at it.
        shown: Gives what is shown by then.
        name: What the file is called.
        tell: Called with what the file says, each time that it says something else.
        end: Set when there is nobody left to tell.
    """
    told = ""
    while not end.wait(PERIOD):
        data = eye.changed()
        if data is not None:
            news = news_of(data, shown().timeline, name)
            if news.timeline is not None and (shown().chips or shown().search):
                # The screen filters and searches again, and is not to wait for the index.
                lookup.prepare(news.timeline, lambda: sleep(BREATH))
            tell(news)
        elif eye.trouble != told:
            told = eye.trouble
            gone = f"{name}: {told}; this is as it was."
            tell(News(None, None, gone if told else f"{name} is there again."))
