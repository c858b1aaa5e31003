"""The records of a talk as JSON objects: which fields of each are shared, and what each holds.

A field that is not in a form is never sent. One that says nothing is left out, and one that
nobody knows is passed over. A part of an event does not name its event, it stands in it.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, Generic, NamedTuple, TypeVar, get_args

from tui.share.objects import Take, WrongError, choice, date, object_of, seconds, several, text
from tui.timeline.dates import Date, to_edtf
from tui.timeline.records import (
    VERDICTS,
    Actor,
    ActorKind,
    Basis,
    Claim,
    Confidence,
    Event,
    Quote,
    QuoteCheck,
    Source,
    SourceCheck,
    SourceKind,
    Step,
    Thread,
    Tour,
)
from tui.view.talk.deck import Deck, Slide

R = TypeVar("R", bound=NamedTuple)
Object = dict[str, object]


class Form(NamedTuple, Generic[R]):
    """How a sort of record is written.

    Attributes:
        make: Its class, which says as well what a field is that is left out.
        fields: The fields that are shared, and how each is read.
    """

    make: type[R]
    fields: Mapping[str, Take[Any]]

    def write(self, record: R) -> Object:
        """A record as an object."""
        usual = self.make._field_defaults
        said = ((name, getattr(record, name)) for name in self.fields)
        return {name: _plain(each) for name, each in said if each != usual.get(name, _NO_DEFAULT)}

    def read(self, value: object, **within: object) -> R:
        """The record that an object is."""
        found = object_of(value)
        usual = self.make._field_defaults
        given: dict[str, Any] = dict(within)
        for name, take in self.fields.items():
            if name in found:
                given[name] = take(found[name])
            elif name not in usual:
                raise WrongError(f"a record without its {name}")
        make: Callable[..., R] = self.make
        return make(**given)


_NO_DEFAULT: Final = object()


def _plain(value: object) -> object:
    if isinstance(value, Date):
        return to_edtf(value)
    if isinstance(value, Step):
        return STEP.write(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _own_id(value: object) -> str:
    own = text(value)
    if not own:
        raise WrongError("a record without an id")
    return own


_TEXTS: Final = several(text)

THREAD: Final = Form(Thread, {"id": _own_id, "name": text})
ACTOR: Final = Form(
    Actor,
    {
        "id": _own_id,
        "name": text,
        "native": text,
        "kind": choice("", *get_args(ActorKind)),
        "role": text,
        "affiliations": _TEXTS,
        "aliases": _TEXTS,
        "url": text,
    },
)
SOURCE: Final = Form(
    Source,
    {
        "id": _own_id,
        "title": text,
        "kind": choice("", *get_args(SourceKind)),
        "publisher": text,
        "author": text,
        "date": date,
        "url": text,
        "locator": text,
        "checked": choice("", *get_args(SourceCheck)),
    },
)
QUOTE: Final = Form(
    Quote,
    {
        "id": _own_id,
        "text": text,
        "speaker": text,
        "checked": choice("", *get_args(QuoteCheck)),
        "date": date,
        "source": text,
        "lang": text,
        "original": text,
        "note": text,
    },
)
CLAIM: Final = Form(
    Claim,
    {
        "id": _own_id,
        "text": text,
        "by": text,
        "verdict": choice("", *VERDICTS),
        "note": text,
        "sources": _TEXTS,
    },
)
_EVENT: Final = Form(
    Event,
    {
        "id": _own_id,
        "date": date,
        "title": text,
        "thread": text,
        "place": text,
        "actors": _TEXTS,
        "tags": _TEXTS,
        "basis": choice("", *get_args(Basis)),
        "confidence": choice("", *get_args(Confidence)),
        "caveat": text,
        "summary": text,
        "sources": _TEXTS,
        "notes": text,
        "url": text,
    },
)
STEP: Final = Form(Step, {"event": text, "claim": text, "say": text})
TOUR: Final = Form(Tour, {"id": _own_id, "title": text, "steps": several(STEP.read)})
SLIDE: Final = Form(Slide, {"key": _own_id, "event": text, "claim": text, "say": text})
DECK: Final = Form(
    Deck, {"slides": several(SLIDE.read), "title": text, "tour": text, "unsaid": seconds}
)


def write_event(event: Event) -> Object:
    """An event as an object, with the quotes and claims in it."""
    made = _EVENT.write(event)
    if event.quotes:
        made["quotes"] = [QUOTE.write(each) for each in event.quotes]
    if event.claims:
        made["claims"] = [CLAIM.write(each) for each in event.claims]
    return made


def read_event(value: object, place: int) -> Event:
    """The event that an object is, at its place among the events."""
    found = object_of(value)
    event = _EVENT.read(found, place_in_file=place)
    return event._replace(
        quotes=_parts(QUOTE, found.get("quotes", []), event.id),
        claims=_parts(CLAIM, found.get("claims", []), event.id),
    )


def _parts(form: Form[R], value: object, event: str) -> tuple[R, ...]:
    return several(lambda each: form.read(each, event=event))(value)
