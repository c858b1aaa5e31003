"""A layer over the screen that it was asked from, which goes once and takes no other with it."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

T = TypeVar("T")


class Layer(ModalScreen[T]):
    """What keys close that may come quicker than the screen follows."""

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Go with a result, unless it is gone already or something else is over it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
