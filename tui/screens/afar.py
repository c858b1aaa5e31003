"""The presenter afar: what comes over the line to one, as messages to the screen that shows it."""

from typing import Any

from textual.message import Message
from textual.screen import Screen

from tui.share.follower import Eyes, Following, Status, Where
from tui.share.material import Material, Role
from tui.share.wire import Command, State
from tui.view.talk.deeds import Deed


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
