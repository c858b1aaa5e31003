"""A sheet: what a form over the screen shows, and what it knows of the file for that."""

from collections.abc import Callable
from typing import NamedTuple

from tui.document.document import Document
from tui.document.editing.advice import Advice
from tui.document.editing.form import Form, Texts
from tui.screens.choosing import Choosing


class Sheet(NamedTuple):
    """What a form shows.

    Attributes:
        title: What it is called.
        form: What can be typed.
        advice: What to say of it.
        choosing: What may be put in.
        propose: The id to propose for what is typed, of a new record.
    """

    title: str
    form: Form
    advice: Advice
    choosing: Choosing
    propose: Callable[[Texts], str] | None = None


def sheet(
    title: str, form: Form, document: Document, propose: Callable[[Texts], str] | None = None
) -> Sheet:
    """A form with what a document has for it."""
    reading = document.reading
    return Sheet(title, form, Advice(form, reading), Choosing(reading.timeline), propose)
