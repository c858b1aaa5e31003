"""The presenter afar: what comes over the line, as messages to the screen that shows it.

A screen of it waits for the presenter, shows what was told last while there is none, and is left
at once, since nobody else loses anything by it.
"""

from collections.abc import Callable
from time import monotonic
from typing import Any, ClassVar

from textual import on
from textual.events import Key
from textual.message import Message
from textual.screen import Screen

from tui.actions import told
from tui.panes.waiting import Waiting
from tui.screens.foot import Foot
from tui.screens.opening import Opening
from tui.share.follower import CONNECTED, Eyes, Following, Status, Where
from tui.share.material import Material, Role
from tui.share.wire import Command, State
from tui.view.talk.deeds import Deed

_WAITING = "Waiting for a presenter."
_AWAY = "The presenter is away; this was shown last."
_LEAVES = "{talk.quit} leaves."


class Afar:
    """A presenter on another terminal."""

    class Stood(Message):
        """It stands otherwise with the presenter now.

        Attributes:
            status: How.
        """

        def __init__(self, status: Status) -> None:
            super().__init__()
            self.status = status

    class Brought(Message):
        """There is something to show the slides of.

        Attributes:
            material: What.
        """

        def __init__(self, material: Material) -> None:
            super().__init__()
            self.material = material

    class Showed(Message):
        """The presenter shows something.

        Attributes:
            state: What.
        """

        def __init__(self, state: State) -> None:
            super().__init__()
            self.state = state

    def __init__(self, screen: Screen[Any], where: Where, role: Role) -> None:
        def tell(message: Message) -> None:
            screen.post_message(message)

        self._following = Following(
            where,
            role,
            Eyes(
                status=lambda status: tell(self.Stood(status)),
                material=lambda material: tell(self.Brought(material)),
                state=lambda state: tell(self.Showed(state)),
            ),
        )
        self._screen = screen

    def begin(self) -> None:
        """Look for the presenter from now on, until the screen goes."""
        self._screen.run_worker(self._following.run())

    def ask(self, do: Deed, slide: str = "") -> bool:
        """Ask the presenter for something; False where there is none to ask."""
        return self._following.do(Command(do, slide))


class AfarScreen(Screen[None], inherit_bindings=False):
    """What a presenter tells, on another terminal. Subclasses say for whom, and what is seen."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    role: ClassVar[Role]
    """For whom it is."""

    def __init__(
        self, opening: Opening, where: Where, clock: Callable[[], float] = monotonic
    ) -> None:
        """Create the screen.

        Args:
            opening: What the reader prefers.
            where: Where the presenter is.
            clock: Seconds; it never goes back.
        """
        super().__init__()
        self.opening = opening
        self.own = opening.beginning.settings.keys
        self.clock = clock
        self.afar = Afar(self, where, self.role)
        self.foot = Foot(self, self.role, self.own, clock, self.show_message)
        self.away = ""

    def show_message(self, sentence: str) -> None:
        """Show what is said in the foot, for "" what holds as long as nothing is."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Look for the presenter."""
        self.query_one(Waiting).words = (_WAITING, told(_LEAVES, self.own))
        self.afar.begin()

    @on(Afar.Stood)
    def stand(self, message: Afar.Stood) -> None:
        """Say that there is no presenter, or that there is one again."""
        status = message.status
        self.away = "" if status == CONNECTED else status.why or _AWAY
        self.query_one(Waiting).words = (status.why or _WAITING, told(_LEAVES, self.own))
        self.say("")

    def on_key(self, event: Key) -> None:
        """Take what is part of a number; what was said before is said no more."""
        if self.foot.takes(event.key):
            event.stop()

    def action_quit(self) -> None:
        """Leave; the presenter goes on."""
        self.app.exit()

    def action_interrupt(self) -> None:
        """Leave."""
        self.app.exit()

    async def action_redraw(self) -> None:
        """Draw everything again."""
        await self.app.run_action("redraw")

    def action_offer(self, action_id: str) -> None:
        """Open the menu of an action."""
        from tui.screens.talk_offers import beside  # noqa: PLC0415, as for a talk

        beside(action_id, self, self.opening, self.role)

    def say(self, sentence: str) -> None:
        """Say something in the foot, for "" nothing."""
        self.foot.say(sentence)
