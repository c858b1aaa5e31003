"""Offering: the list under a field of a form, of what may be put in where the cursor is."""

from textual.geometry import Region

from tui.document.fields import Field
from tui.panes.choices import MOST, ChoicesList
from tui.panes.field import FieldRow
from tui.screens.choosing import Choices, Choosing, is_chosen, put


class Offering:
    """What is offered in a form."""

    def __init__(self, choosing: Choosing) -> None:
        self.list = ChoicesList()
        self._choosing = choosing
        self._choices = Choices(0, 0)

    @property
    def is_open(self) -> bool:
        """Whether there is something to choose."""
        return self.list.is_open

    def open(self, row: FieldRow, field: Field, inside: Region, *, is_asked: bool) -> bool:
        """Offer what could stand where the cursor is; whether there is any.

        Args:
            row: The field on the screen.
            field: What it is.
            inside: What the list must not reach out of.
            is_asked: Whether it is asked for, rather than of use to what is typed.
        """
        if not is_chosen(field):
            return False
        choices = self._choosing.at(field, row.text, row.cursor, MOST)
        if not is_asked and not row.text[choices.start : choices.end].strip():
            # Tab is to leave a field in which nothing more is wanted.
            choices = choices._replace(found=())
        self._choices = choices
        self.list.offer(choices.found)
        if choices.found:
            self.list.place(row.place_of(choices.start), inside)
        return bool(choices.found)

    def take(self, row: FieldRow, field: Field) -> None:
        """Put in what the cursor of the list is on."""
        found = self._choices.found
        if self.list.cursor < len(found):
            row.put(*put(self._choices, found[self.list.cursor], field, row.text))
        self.close()

    def close(self) -> None:
        """Offer nothing."""
        self._choices = Choices(0, 0)
        self.list.offer(())
