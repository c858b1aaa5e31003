"""Sharing: the talk of a screen for those who follow it, and what they do, as messages to it.

What is wrong with sharing never stops the talk: it is said, and the talk goes on alone.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from textual.message import Message
from textual.screen import Screen

from tui.document.reading.characters import shown
from tui.share.claim import TakenError
from tui.share.place import Place, PlaceError
from tui.share.presenter import Ears, Ignored, Sharing
from tui.share.wire import Command
from tui.view.talk.shown import Driver
from tui.view.talk.talk import Talk
from tui.view.view import Snag

DRIVERS: Mapping[Driver, str] = MappingProxyType(
    {
        "presenter": "You drive again.",
        "speaker": "The speaker's terminal drives now; {talk.wheel} takes the wheel.",
    }
)
"""What is said of who drives now."""

_AGAIN = 1.0
"""Seconds after which a place that another presenter has is tried again."""
_TAKEN = "Nobody can follow: another terminal presents this."
_FREE = "The other terminal is gone; followers see this talk now."

_LONGEST = 200
"""Characters of what is wrong with the file, as it is told."""
_COUNTED = frozenset(10**power for power in range(1, 7))
"""How many messages that are ignored are told of: each time it would fill the screen of a talk."""


class Shared:
    """A talk that others may follow."""

    class Followed(Message):
        """Another number of terminals follows.

        Attributes:
            count: How many.
        """

        def __init__(self, count: int) -> None:
            super().__init__()
            self.count = count

    class Driven(Message):
        """Somebody else drives now.

        Attributes:
            driver: Who.
        """

        def __init__(self, driver: Driver) -> None:
            super().__init__()
            self.driver = driver

    class Asked(Message):
        """The speaker that drives asks for a step.

        Attributes:
            command: For what.
        """

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    class Told(Message):
        """There is something to say of sharing.

        Attributes:
            sentence: What.
        """

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, screen: Screen[Any], place: Callable[[], Place] | None) -> None:
        """Create it.

        Args:
            screen: Takes the messages.
            place: Where others find the talk, which may raise PlaceError; None where nobody can.
        """
        self._tell = screen.post_message
        self._place = place
        self._talk: Talk | None = None
        self._sharing = Sharing(
            Ears(
                followers=lambda count: self._send(self.Followed(count)),
                command=lambda command: self._send(self.Asked(command)),
                driver=lambda driver: self._send(self.Driven(driver)),
                ignored=self._ignored,
            )
        )
        self._begun: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Let others follow from now on."""
        if self._place is not None:
            self._begun = asyncio.create_task(self._begin(self._place))

    async def end(self) -> None:
        """Part from everybody."""
        if self._begun is not None:
            self._begun.cancel()
            await asyncio.wait([self._begun])  # which takes away what it has made so far
        await self._sharing.close()

    def show(self, talk: Talk, now: float) -> None:
        """Show others what is shown here."""
        before, self._talk = self._talk, talk
        if before is None or before.timeline is not talk.timeline or before.deck != talk.deck:
            self._sharing.material(talk.timeline, talk.deck)
        self._sharing.publish(talk.shown(now))

    def warn(self, trouble: str) -> None:
        """Tell the speaker alone what is wrong with the file."""
        self._sharing.warn(trouble)

    def take_wheel(self) -> None:
        """Drive from here again."""
        self._sharing.take_back()

    async def _begin(self, place: Callable[[], Place]) -> None:
        """Take the place; one that another presenter has, as soon as that one is gone."""
        is_taken = False
        while True:
            try:
                await self._sharing.start(place())
            except TakenError:
                self._say("" if is_taken else _TAKEN)
                is_taken = True
                await asyncio.sleep(_AGAIN)
            except PlaceError as error:
                self._say(f"Nobody can follow: {error}")
                return
            except OSError as error:
                self._say(f"Nobody can follow: {(error.strerror or str(error)).lower()}.")
                return
            else:
                self._say(_FREE if is_taken else "")
                return

    def _ignored(self, ignored: Ignored) -> None:
        why, times = ignored
        if times == 1:
            self._say(f"What a follower sent was ignored: {why}.")
        elif times in _COUNTED:
            self._say(f"{times:,} messages of followers were ignored, the last: {why}.")

    def _say(self, sentence: str) -> None:
        if sentence:
            self._send(self.Told(sentence))

    def _send(self, message: Message) -> None:
        self._tell(message)


def trouble_with(name: str, snags: Sequence[Snag]) -> str:
    """What is wrong with a file that cannot be shown as it is, in one line, "" of any other."""
    errors = [snag.problem for snag in snags if snag.problem.severity == "error"]
    if not errors:
        return ""
    count = len(errors)
    what = f"{count:,} errors now, the first" if count > 1 else "an error now,"
    where = f"at line {errors[0].line}, column {errors[0].column}"
    return f"{name} has {what} {where}: {shown(errors[0].message, _LONGEST)}"
