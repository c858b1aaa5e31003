"""Editing outside: the reader's own editor at the line of a record, and what it has changed.

dateline waits while the editor has the terminal; what happened meanwhile is taken in afterwards.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from shutil import which

from textual.app import SuspendNotSupported

from tui.actions import action
from tui.document import disk
from tui.document.editing.piece import EditError
from tui.document.reader import Reading, read
from tui.document.reading.characters import shown
from tui.screens.entries import choice
from tui.screens.menu import MenuScreen
from tui.screens.offers import Host
from tui.screens.reloading import News, news_of
from tui.screens.saving import save
from tui.terminal.outside_editor import AT_ONCE, Command, Ended, Place, command, run
from tui.timeline.problems import Problem
from tui.view.view import Snag, View

ACTION = "edit.outside"
NO_CHANGE = "Nothing has changed."
_WAITING = "\r{name} has {file}; dateline goes on once it is closed there. "
_WAITED = "\r\x1b[K"
_LONGEST_MESSAGE = 200


def offer(host: Host) -> None:
    """Open the file in the reader's editor, once nothing is unsaved."""
    count = host.view.unsaved
    if not count:
        _begin(host)
        return

    def go_on() -> None:
        host.screen.call_later(host.run, action(ACTION))

    def take(way: str | None) -> None:
        if way is not None:
            save(host, go_on)

    title = f"{count} unsaved change{'s' * (count != 1)}"
    menu = choice(title, {"save": "Save, and open the file in your editor"}, "Esc stays")
    host.screen.app.push_screen(MenuScreen(menu), take)


def place_of(view: View, reading: Reading) -> Place:
    """Where in the file the reader is: at a problem, else at the record that the cursor is on."""
    item = view.picked
    if item is None and view.snags:
        item = view.snags[0]
    if isinstance(item, Snag):
        return Place(item.problem.line, item.problem.column)
    return Place(*(reading.places.find(item) or ())) if item else Place()


def _begin(host: Host) -> None:
    path = host.opening.path
    if path is None:
        host.say("There is no file to edit.")
        return
    try:
        data = disk.load(path)
    except OSError as error:
        host.say(f"{host.opening.name}: {(error.strerror or str(error)).lower()}.")
        return
    _edit(host, data, place_of(host.view, _reading(host, data)))


def _reading(host: Host, data: bytes) -> Reading:
    """What the file says at this moment."""
    try:
        # From here on there is a document, so that what is changed outside can be undone.
        document = host.editing.document()
    except (EditError, OSError):
        return read(data)
    return document.reading if document.data == data else read(data)


def _edit(host: Host, data: bytes, place: Place) -> None:
    """Wait for the editor, and show what the file says then."""
    path, environment = host.opening.path, host.opening.environment
    if path is None:
        return
    chosen = command(path, place, environment, partial(which, path=environment.get("PATH", "")))
    if chosen.reason:
        host.say(chosen.reason)
        return
    try:
        with host.screen.app.suspend(), _announced(chosen, host.opening.name):
            ended = run(chosen.words, environment)
    except SuspendNotSupported:
        host.say("This terminal cannot be given to an editor.")
        return
    try:
        now = disk.load(path)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        host.say(f"{ended.trouble} {host.opening.name}: {why}; this is as it was.".strip())
        return
    if now == data:
        host.say(_unchanged(chosen, ended))
        return
    _show(host, now, news_of(now, host.view.timeline, host.opening.name), ended.trouble)


def _show(host: Host, data: bytes, news: News, trouble: str) -> None:
    """Show what the file says now; of a broken one, what it said, and offer to mend it."""

    def change(view: View) -> tuple[View, str]:
        after, _ = host.editing.news(view, news)
        return after, f"{trouble} {news.sentence}".strip()

    host.change(change)
    if news.timeline is None and news.snags:
        errors = [snag.problem for snag in news.snags if snag.problem.severity == "error"]
        _offer_return(host, data, errors[0], len(errors))


def _offer_return(host: Host, data: bytes, problem: Problem, count: int) -> None:
    """Let it be chosen whether to mend a broken file at once."""
    line, column = problem.line, problem.column
    said = shown(problem.message, _LONGEST_MESSAGE)
    ways = {
        "back": f"Go back to line {line}, column {column}: {said}",
        "stay": "Stay here, and look at the problems",
    }

    def take(way: str | None) -> None:
        if way == "back":
            _edit(host, data, Place(line, column))
        elif way == "stay":
            host.change(lambda view: (view.focus_on("problems"), ""))

    title = f"{host.opening.name} has {count} error{'s' * (count > 1)} now"
    menu = choice(title, ways, "Esc leaves it for now")._replace(rows=5, wraps=True)
    host.screen.app.push_screen(MenuScreen(menu), take)


def _unchanged(chosen: Command, ended: Ended) -> str:
    if not ended.trouble and ended.seconds < AT_ONCE:
        # It may have handed the file over to a window, and not have waited for it.
        return f"{chosen.name} came back at once; what it saves is shown when it is saved."
    return f"{ended.trouble} {NO_CHANGE}".strip()


@contextmanager
def _announced(chosen: Command, name: str) -> Iterator[None]:
    """Say what is waited for, where the editor does not show itself in the terminal."""
    terminal = sys.__stderr__
    if not chosen.has_window or terminal is None:
        yield
        return
    print(_WAITING.format(name=chosen.name, file=name), end="", file=terminal, flush=True)
    try:
        yield
    finally:
        print(_WAITED, end="", file=terminal, flush=True)
