"""The foot of a talk: what it says, and what hangs on that: a number being typed, and a question.

People look on, so nothing that is said stays: it goes with the next key, or after a few seconds.
A question that is gone from sight was not asked, and a number was not typed.
"""

from collections.abc import Callable, Mapping
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from tui.actions import action, keys_of, keys_of_talk, told
from tui.view.talk.number import leads, typed

LASTS = 5.0
"""Seconds after which what is said goes."""
PERIOD = 0.5
"""Seconds between two looks at the clock while something is said."""


class Foot:
    """What there is to say on a screen of a talk."""

    def __init__(
        self,
        screen: Screen[Any],
        who: str,
        own: Mapping[str, tuple[str, ...]],
        now: Callable[[], float],
        show: Callable[[str], None],
    ) -> None:
        """Create it; nothing is said yet.

        Args:
            screen: Of the talk.
            who: Which screen it is, as the actions name it.
            own: The keys that the reader has set.
            now: The clock, in seconds; it never goes back.
            show: Shows a sentence, for "" what holds as long as nothing is said.
        """
        self._screen = screen
        self._own = own
        self._bound = keys_of_talk(who, own)
        self._now = now
        self._show = show
        self._number = ""
        self._asked = ""
        self._since = 0.0
        self._looks: Timer | None = None

    def say(self, sentence: str) -> None:
        """Say something, or no more; what was asked or typed before it is forgotten."""
        self._asked = self._number = ""
        self._tell(sentence)

    def takes(self, key: str) -> bool:
        """Whether a key is part of a number; what was said before it is said no more."""
        if key not in self._keys(self._asked):
            self._asked = ""
        number = typed(self._number, key, self._bound)
        if number is not None:
            self._number = number
        elif key not in self._keys("talk.go"):
            self._number = ""
        self._tell(leads(number or ""))
        return number is not None

    def number(self) -> str:
        """The number that was typed, "" for none; it is typed no more."""
        number, self._number = self._number, ""
        return number

    def is_asked_twice(self, action_id: str, asks: str) -> bool:
        """Whether an action was asked for twice in a row; it asks once."""
        again = self._asked == action_id
        self._asked = "" if again else action_id
        self._tell("" if again else asks)
        return again

    def _tell(self, sentence: str) -> None:
        """Say what a question or a number hangs on, which stand."""
        self._show(told(sentence, self._own))
        self._since = self._now()
        if not sentence:
            self._stop()
        elif self._looks is None:
            self._looks = self._screen.set_interval(PERIOD, self._look)

    def _keys(self, action_id: str) -> tuple[str, ...]:
        return keys_of(action(action_id), self._own) if action_id else ()

    def _look(self) -> None:
        if self._now() - self._since >= LASTS:
            self.say("")

    def _stop(self) -> None:
        if self._looks is not None:
            self._looks.stop()
            self._looks = None
