"""Splices: a part of a text that becomes another, and can be put back."""

from typing import NamedTuple


class Splice(NamedTuple):
    """A part of a text is to become another; undone the other way round.

    Attributes:
        start: Where, in characters from the start of the text.
        old: What stands there.
        new: What is to stand there.
    """

    start: int
    old: str
    new: str

    @property
    def inverse(self) -> "Splice":
        """The splice that undoes it."""
        return Splice(self.start, self.new, self.old)

    def done(self, text: str) -> str:
        """The text after it. Raises ValueError where something else stands there."""
        if not text.startswith(self.old, self.start):
            raise ValueError("a splice of another text")
        # Joined, a large text is copied less often than when it is added up.
        return "".join((text[: self.start], self.new, text[self.start + len(self.old) :]))

    def undone(self, text: str) -> str:
        """The text before it. Raises ValueError where something else stands there."""
        return self.inverse.done(text)

    def moved(self, index: int) -> int:
        """Where something is after it that was at an index; what it replaces, at its start."""
        if index >= self.start + len(self.old):
            return index + len(self.new) - len(self.old)
        return min(index, self.start)

    def shifted(self, offset: int) -> "Splice":
        """The same so many characters further on."""
        return self._replace(start=self.start + offset)
