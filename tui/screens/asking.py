"""What is typed at the prompt, and what becomes of the view by it.

The view before the prompt was opened is kept: each text is looked for from there, and leaving
the prompt goes back to it. In a large timeline a thread looks, and only its latest answer counts.
"""

from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from threading import Thread
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message

from tui.actions import prompt_hint
from tui.panes.prompt import Completion, Mode, Prompt
from tui.timeline.date_words import words
from tui.timeline.dates import Date, DateError
from tui.view import leaps, lookup, pins, trail
from tui.view.line import one_line
from tui.view.search import place, search
from tui.view.view import View

LARGE = 5_000
"""Events from which a text is looked for in a thread."""


class Answer(NamedTuple):
    """What a text makes of a view, and what to say about it; `said` once it is meant."""

    view: View
    counted: str = ""
    hint: str = ""
    is_wrong: bool = False
    completions: tuple[Completion, ...] = ()
    said: str = ""


def answer(before: View, mode: Mode, text: str, cursor: int) -> Answer:
    """What a text that is typed makes of the view that it was begun on."""
    match mode:
        case "search":
            return _search(before, text)
        case "filter":
            return _filter(before, text, cursor)
        case "date":
            return _date(before, text)


def _search(before: View, text: str) -> Answer:
    found = search(before, text)
    at, count = place(found)
    counted = f"{at}/{count:,}" if count else "not found" if text else ""
    return Answer(found, counted, "" if text else prompt_hint("search"))


def _filter(before: View, text: str, cursor: int) -> Answer:
    timeline = before.timeline
    filtered = before
    keys = "" if text else f"{prompt_hint('filter')}  "
    if text.strip():
        filtered = pins.with_chips(before, (*before.chips, pins.filter_chip(text.strip())))
    counted = f"{filtered.size('events'):,} of {filtered.total('events'):,}"
    offered = lookup.completions(timeline, text, cursor)
    completions = tuple(Completion(each.start, each.end, each.text) for each in offered)
    wrong = lookup.mistakes(timeline, text)
    # What stands at the cursor may not be finished yet.
    finished = [each for each in wrong if not 0 <= cursor - each.column + 1 <= each.length]
    if finished or (wrong and not offered):
        said = (finished or wrong)[0].message
        return Answer(filtered, counted, said, is_wrong=True, completions=completions)
    hint = keys + "  ".join(one_line(each.shown) for each in offered)
    return Answer(filtered, counted, hint, completions=completions)


def _date(before: View, text: str) -> Answer:
    if not text.strip():
        return Answer(before, hint="2013 · 2013-06 · Sep 2022 · 3 Sep 2022 · +6m · -1y")
    try:
        at = before.cursors.get("events")
        meant = lookup.date(text, None if at is None else before.timeline.starts[at])
    except DateError as error:
        offered = tuple(Completion(0, len(text), each) for each in lookup.readings(text))
        hint = f"{error}; Tab chooses" if offered else str(error)
        return Answer(before, hint=hint, is_wrong=True, completions=offered)
    led = _framed(leaps.to_date(before, meant), meant)
    return Answer(led, hint=words(meant), said=leaps.missed(before, meant))


def _framed(view: View, date: Date) -> View:
    """The view in whose chart, if that is shown, the time of a date is in sight as a whole."""
    if not view.charted:
        return view
    from tui.view.chart.framing import framed  # noqa: PLC0415, not without a chart

    return framed(view, date)


class Asking(Container):
    """The prompt, with a timeline behind it."""

    DEFAULT_CSS = """
    Asking { layer: above; dock: bottom; height: auto; }
    """

    class Answered(Message):
        """The view is to be another.

        Attributes:
            view: Which.
            is_over: Whether the prompt is closed.
            said: What to say about it, "" for nothing.
        """

        def __init__(self, view: View, *, is_over: bool, said: str = "") -> None:
            super().__init__()
            self.view = view
            self.is_over = is_over
            self.said = said

    class _Found(Message):
        """A thread has an answer."""

        def __init__(self, number: int, found: Answer) -> None:
            super().__init__()
            self.number = number
            self.found = found

    def __init__(self, histories: dict[str, list[str]]) -> None:
        super().__init__(id="asking")
        self._histories = histories
        self._before: View | None = None
        self._asked: tuple[Mode, str, int] = ("search", "", 0)
        self._wanted: Callable[[], Answer] | None = None
        self._is_looking = False
        self._number = 0

    @property
    def before(self) -> View | None:
        """What was shown before it was opened, None while it is closed."""
        return self._before

    def compose(self) -> ComposeResult:
        """One prompt."""
        yield Prompt()

    def ask(self, mode: Mode, before: View) -> None:
        """Open the prompt over a view."""
        self._before = before
        self.query_one(Prompt).open(mode, "", self._histories.setdefault(mode, []))
        self._look(mode, "", 0)

    def take_keys(self) -> None:
        """Have the keys again, if it is open: a field that is hidden loses them."""
        if self._before is not None:
            self.query_one(Prompt).take_keys()

    def reload(self, of: Callable[[View], View]) -> None:
        """Look from now on in another reading of the file."""
        if self._before is not None:
            self._before = of(self._before)
            self._look(*self._asked)

    @on(Prompt.Changed)
    def _changed(self, message: Prompt.Changed) -> None:
        message.stop()
        self._look(message.mode, message.text, message.cursor)

    @on(Prompt.Switched)
    def _switched(self, message: Prompt.Switched) -> None:
        message.stop()
        other: Mode = "filter" if message.mode == "search" else "search"
        if self._before is not None:
            self.post_message(self.Answered(self._before, is_over=False))
        self.query_one(Prompt).open(other, message.text, self._histories.setdefault(other, []))
        self._look(other, message.text, len(message.text))

    @on(Prompt.Cancelled)
    def _cancelled(self, message: Prompt.Cancelled) -> None:
        message.stop()
        self._close(self._before)

    @on(Prompt.Submitted)
    def _submitted(self, message: Prompt.Submitted) -> None:
        message.stop()
        before = self._before
        if before is None:
            return
        # What a thread still looks for is not what is meant now.
        found = answer(before, message.mode, message.text, message.cursor)
        if message.mode == "filter" and (wrong := lookup.complaint(message.text)):
            found = found._replace(hint=wrong, is_wrong=True)
        elif message.mode == "filter":
            # What finds nothing may still be meant.
            found = found._replace(is_wrong=False)
        if found.is_wrong:
            self._show(found)
            return
        history = self._histories.setdefault(message.mode, [])
        if message.text.strip() and history[-1:] != [message.text]:
            history.append(message.text)
        leap = message.mode != "search"
        self._close(trail.leapt(before, found.view) if leap else found.view, found.said)

    @on(_Found)
    def _found(self, message: _Found) -> None:
        message.stop()
        self._is_looking = False
        if self._before is None:
            return
        if message.number == self._number:
            self._show(message.found)
        else:
            self._look_in_thread()

    def _look(self, mode: Mode, text: str, cursor: int) -> None:
        """Look for a text: at once in a small timeline, else in a thread."""
        before = self._before
        if before is None:
            return
        self._asked = (mode, text, cursor)
        self._number += 1
        if len(before.timeline.events) < LARGE:
            self._show(answer(before, mode, text, cursor))
            return
        self._wanted = partial(answer, before, mode, text, cursor)
        if not self._is_looking:
            self._look_in_thread()

    def _look_in_thread(self) -> None:
        """Look for what is wanted now. One thread at a time: the first makes an index for all."""
        if self._wanted is not None:
            self._is_looking = True
            work = partial(self._tell, self._number, self._wanted)
            Thread(target=copy_context().run, args=(work,), daemon=True).start()

    def _tell(self, number: int, wanted: Callable[[], Answer]) -> None:
        found = wanted()
        view = found.view
        if view.charted and view.chart is not None:
            # They are kept: the screen, which asks for them next, is not to wait for them.
            view.chart.lanes(view.timeline, view.shown).fill()
        self.post_message(self._Found(number, found))

    def _show(self, found: Answer) -> None:
        prompt = self.query_one(Prompt)
        prompt.say(found.hint, found.counted, is_wrong=found.is_wrong)
        prompt.offer(found.completions)
        self.post_message(self.Answered(found.view, is_over=False))

    def _close(self, view: View | None, said: str = "") -> None:
        self._number += 1
        self._before = self._wanted = None
        self.query_one(Prompt).close()
        if view is not None:
            self.post_message(self.Answered(view, is_over=True, said=said))
