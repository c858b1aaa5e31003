"""The file behind Browse: reads a large one, looks for changes, and keeps the reader's place.

What takes time is done in threads, which post what they found; they end with the program.
"""

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from contextvars import copy_context
from threading import Event, Thread
from time import sleep
from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import Screen

from tui.document.session import save
from tui.document.watch import Watch
from tui.screens.keeping import Lent, session_of
from tui.screens.opening import Opening
from tui.timeline.timeline import Timeline
from tui.view import lookup
from tui.view.view import View

if TYPE_CHECKING:
    from tui.screens.reloading import News

LEAVE = 0.3
"""Seconds that the end of the program waits for the thread that looks for changes."""
BREATH = 0.002
"""Seconds that what is done ahead leaves to what is asked for."""


class FileAtHand:
    """What a screen shows the timeline of."""

    class Read(Message):
        """The file has been read.

        Attributes:
            view: The first view of it, an empty one where the file could not be loaded.
            failure: Why it could not be loaded.
        """

        def __init__(self, view: View, failure: str = "") -> None:
            super().__init__()
            self.view = view
            self.failure = failure

    class Changed(Message):
        """The file was changed from outside.

        Attributes:
            news: What it says now.
        """

        def __init__(self, news: "News") -> None:
            super().__init__()
            self.news = news

    def __init__(self, screen: Screen[None], opening: Opening) -> None:
        self._screen = screen
        self._opening = opening
        self._ended = Event()
        self._watching: Thread | None = None
        self._lent: Lent | None = None
        if opening.talk is not None and opening.beginning.view is not None:
            self._lent = Lent(_filters(opening.beginning.view), opening.beginning.session.chips)

    def read(self) -> None:
        """Begin to read it."""
        self._begin(self._read)

    def watch(self, shown: Callable[[], View]) -> None:
        """Begin to look for changes to what is shown."""
        eye = self._opening.watch()
        if eye is not None:
            self._watching = self._begin(lambda: self._watch(eye, shown))

    def end(self) -> None:
        """Look no more.

        What a thread still loads must not meet the end of the interpreter, which may crash on it.
        """
        self._ended.set()
        if self._watching is not None:
            self._watching.join(LEAVE)

    def was_left_unsaved(self) -> bool:
        """Whether there may be edits of a file that somebody did not come to save."""
        folder = self._opening.state_folder
        if folder is None or self._opening.path is None:
            return False
        with suppress(OSError), os.scandir(folder) as entries:
            return any(entry.name.startswith("unsaved-") for entry in entries)
        return False

    def lend(self, before: View, after: View) -> None:
        """A talk has brought other filters; those of before are remembered until they change."""
        chosen = _filters(before)
        self._lent = Lent(_filters(after), self._lent.remembered(chosen) if self._lent else chosen)

    def keep(self, view: View, theme: str, typed: Mapping[str, Sequence[str]]) -> None:
        """Keep the reader's place for the next time, if there is a file to come back to.

        Args:
            view: What is shown.
            theme: The name of the theme that the reader has chosen, "" of none.
            typed: What was typed at the prompt, by its mode.
        """
        path, folder = self._opening.path, self._opening.state_folder
        if path is not None and folder is not None and not view.reading:
            chosen = theme or self._opening.beginning.session.theme
            session = session_of(view, chosen, typed)
            if self._lent is not None:
                session = session._replace(chips=self._lent.remembered(session.chips))
            save(folder, path, session)

    def _begin(self, work: Callable[[], None]) -> Thread:
        # A thread of its own: the program may end before it, which a pool would wait for.
        thread = Thread(target=copy_context().run, args=(work,), daemon=True)
        thread.start()
        return thread

    def _read(self) -> None:
        try:
            view = self._opening.read()
        except OSError as error:
            message = f"{self._opening.name}: {error.strerror or error}"
            self._screen.post_message(self.Read(View(Timeline()), message))
        else:
            self._screen.post_message(self.Read(view))
            # A search is not to wait for the index, nor are keys.
            lookup.prepare(view.timeline, lambda: sleep(BREATH))

    def _watch(self, eye: Watch, shown: Callable[[], View]) -> None:
        # It loads YAML, for which the first screen does not wait.
        from tui.screens.reloading import watch  # noqa: PLC0415

        def tell(news: "News") -> None:
            self._screen.post_message(self.Changed(news))

        watch(eye, shown, self._opening.name, tell, self._ended)


def _filters(view: View) -> tuple[str, ...]:
    return tuple(chip.text for chip in view.chips)


def collect_from_here_on() -> None:
    """What is there lives as long as the program: the collector need never look at it."""
    gc.freeze()
    gc.enable()
