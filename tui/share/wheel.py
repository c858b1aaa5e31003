"""The wheel: who drives a talk, its presenter or one of the speakers.

Speakers are known by a number that is theirs alone. One drives at a time; taking the wheel is
always said, and who leaves gives it back.
"""

from typing import NamedTuple

from tui.view.talk.deeds import Deed
from tui.view.talk.shown import Driver


class Wheel(NamedTuple):
    """Who has it: a speaker, or the presenter where it is None."""

    speaker: int | None = None

    @property
    def driver(self) -> Driver:
        """Who drives, as everybody is told."""
        return "presenter" if self.speaker is None else "speaker"

    def obeys(self, speaker: int, do: Deed) -> bool:
        """Whether a speaker may do that: whoever has no wheel may but take it."""
        return do == "take" or self.speaker == speaker

    def after(self, speaker: int, do: Deed) -> "Wheel":
        """The wheel after a speaker has done what it may do."""
        match do:
            case "take":
                return Wheel(speaker)
            case "give":
                return self.without(speaker)
            case _:
                return self

    def without(self, speaker: int) -> "Wheel":
        """The wheel after a speaker has left or given it back."""
        return Wheel() if self.speaker == speaker else self
