"""Advice on what is typed in a form: how it reads, or what is wrong with it."""

from collections.abc import Collection
from typing import Final, NamedTuple

from tui.document.editing.form import Form, Texts, value
from tui.document.editing.ids import KEBAB
from tui.document.fields import Field
from tui.document.reader import Reading
from tui.document.reading.characters import complaint, hidden, shown
from tui.document.reading.spelling import Spelling
from tui.timeline.date_words import words
from tui.timeline.dates import DateError
from tui.timeline.dates_asked import asked
from tui.timeline.records import Kind
from tui.timeline.timeline import Timeline

_NEAR_SPEAKER: Final = 0.75
_DATES: Final = "2013 · Sep 2022 · 3 Sep 2022 · c. 2014 · 2014..2016"


class Remark(NamedTuple):
    """What there is to say of what is typed, "" if nothing, and whether that is a mistake."""

    text: str = ""
    is_wrong: bool = False


class _MistakeError(Exception):
    """What is typed cannot be meant; the message is part of a sentence that says why."""


class Advice:
    """Reads what is typed by what a file has."""

    def __init__(self, form: Form, reading: Reading) -> None:
        self._form = form
        self._places = reading.places
        self._timeline = reading.timeline
        self._spelling = Spelling()

    def on(self, field: Field, text: str) -> Remark:
        """How a text in a field reads, or why it cannot be meant; of none, what could be typed."""
        if not text.strip():
            return Remark(_wanted(field))
        try:
            return Remark(self._read(field, text))
        except _MistakeError as mistake:
            return Remark(str(mistake), is_wrong=True)

    def mistakes(self, texts: Texts) -> dict[str, str]:
        """What is wrong with what is meant, by field."""
        found = {}
        for field in self._form.meant(texts):
            text = texts[field.name]
            remark = self.on(field, text)
            if field.required and not text.strip():
                remark = Remark(f"{_one(field.name)} is needed", is_wrong=True)
            if remark.is_wrong:
                found[field.name] = remark.text
        return found

    def stranger(self, texts: Texts) -> str:
        """The speaker who has been typed and is no actor, "" if there is none."""
        is_meant = any(each.name == "speaker" for each in self._form.meant(texts))
        speaker = " ".join(texts["speaker"].split()) if is_meant else ""
        return "" if speaker in self._ids("actor") else speaker

    def _read(self, field: Field, text: str) -> str:
        for character in hidden(text):
            raise _MistakeError(complaint(character))
        text = text.strip()
        if field.name == "id":
            return self._id(text)
        if field.name == "speaker":
            return self._speaker(text)
        if field.form == "date":
            return _date(text)
        if field.form == "choice":
            return self._choice(field, text)
        said = value(field, text)
        words = [str(each) for each in said] if isinstance(said, list) else [str(said)]
        if field.to is not None:
            return " · ".join([self._named(field.to, each) for each in words])
        return " · ".join(words) if len(words) > 1 else ""

    def _ids(self, kind: Kind) -> Collection[str]:
        return self._places.ids(kind)

    def _id(self, text: str) -> str:
        ref = self._form.ref
        if text == ref.id:
            return ""
        if not KEBAB.fullmatch(text):
            raise _MistakeError("small letters, digits and single hyphens make an id")
        if text in self._ids(ref.kind):
            raise _MistakeError(f"there is {_one(ref.kind)} of that id already")
        return "" if self._form.is_new else f"what refers to {ref.id} follows"

    def _speaker(self, text: str) -> str:
        actors = self._ids("actor")
        if text in actors:
            return _name(self._timeline, "actor", text)
        near = self._spelling.near(text, actors, "speaker", _NEAR_SPEAKER)
        if near and KEBAB.fullmatch(text):
            raise _MistakeError(f'there is no actor "{shown(text)}"; did you mean "{near}"?')
        return "no actor so far; Ctrl+s asks whether to add one"

    def _choice(self, field: Field, text: str) -> str:
        if text in field.choices:
            return ""
        advice = self._spelling.advice(text, field.choices, field.name)
        choices = f"{', '.join(field.choices[:-1])} or {field.choices[-1]}"
        raise _MistakeError(f"it is {choices}{advice}")

    def _named(self, kind: Kind, own: str) -> str:
        known = self._ids(kind)
        if own in known:
            return _name(self._timeline, kind, own)
        advice = self._spelling.advice(own, known, kind)
        raise _MistakeError(f'there is no {kind} "{shown(own)}"{advice}')


def _date(text: str) -> str:
    try:
        return words(asked(text), weekday=True)
    except DateError as error:
        raise _MistakeError(str(error)) from None


def _wanted(field: Field) -> str:
    """What could be typed in a field."""
    if field.choices:
        return " · ".join(field.choices)
    if field.form == "date":
        return _DATES
    if field.to is not None:
        return "ids; a name finds them" if field.form == "words" else "an id; a name finds it"
    return ""


def _name(timeline: Timeline, kind: Kind, own: str) -> str:
    """What a record is called, its id where that is all there is."""
    match kind:
        case "thread":
            return next((each.name for each in timeline.threads if each.id == own), own)
        case "actor":
            actor = timeline.actor(own)
            return actor.name if actor else own
        case "source":
            source = timeline.source(own)
            return (source.publisher or source.author or source.title or own) if source else own
    return own


def _one(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
