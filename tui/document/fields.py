"""The table of the format: which fields each record of a file has, and what they hold.

The order is that of the documentation. Choices come from the types of the records.
"""

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple, get_args

from tui.timeline import records
from tui.timeline.records import Kind
from tui.timeline.timeline import Timeline

Form = Literal["text", "line", "word", "date", "choice", "words", "records", "entries"]
"""What a field holds: `text` has lines, a `line` has none, a `word` is a line that recurs;
`words` is a list, `records` a list of records, `entries` a mapping of ids to records."""


class Field(NamedTuple):
    """A field of a record. `to` is the kind of record that its words refer to."""

    name: str
    form: Form
    required: bool = False
    to: Kind | None = None
    choices: tuple[str, ...] = ()
    holds: "Format | None" = None


@dataclass(frozen=True, eq=False)
class Format:
    """How a kind of record is written. `letter` numbers those that need no id: EVENT.q1."""

    kind: Kind | Literal["step", "timeline"]
    record: Any
    fields: tuple[Field, ...]
    letter: str = ""

    @property
    def one(self) -> str:
        """What a message calls a record of this kind."""
        return f"{'an' if self.kind[0] in 'ae' else 'a'} {self.kind}"

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The fields by name."""
        return {field.name: field for field in self.fields}

    @cached_property
    def slots(self) -> dict[str, int]:
        """Where the value of each field stands among the arguments of the record."""
        return {name: at for at, name in enumerate(_defaults(self.record))}

    @cached_property
    def blank(self) -> list[Any]:
        """The arguments of a record of which the file says nothing."""
        no_date = {field.name: None for field in self.fields if field.form == "date"}
        return list({**_defaults(self.record), **no_date}.values())

    @cached_property
    def required(self) -> tuple[tuple[int, Field], ...]:
        """The fields that must be given, and their slots."""
        return tuple((self.slots[field.name], field) for field in self.fields if field.required)


def _defaults(record: Any) -> dict[str, Any]:  # noqa: ANN401, a named tuple or a data class
    """The arguments of a record with their defaults, "" for one without."""
    if record is Timeline:
        return {each.name: each.default for each in fields(record)}
    return {**dict.fromkeys(record._fields, ""), **record._field_defaults}


def _choice(name: str, literal: object) -> Field:
    return Field(name, "choice", choices=get_args(literal))


_DATE: Final = Field("date", "date")
_URL: Final = Field("url", "line")
_SOURCES: Final = Field("sources", "words", to="source")

THREAD: Final = Format("thread", records.Thread, (Field("name", "line", required=True),))

ACTOR: Final = Format(
    "actor",
    records.Actor,
    (
        Field("name", "line", required=True),
        Field("native", "line"),
        _choice("kind", records.ActorKind),
        Field("role", "line"),
        Field("affiliations", "words", to="actor"),
        Field("aliases", "words"),
        _URL,
    ),
)

SOURCE: Final = Format(
    "source",
    records.Source,
    (
        Field("title", "line"),
        _choice("kind", records.SourceKind),
        Field("publisher", "word"),
        Field("author", "word"),
        _DATE,
        _URL,
        Field("locator", "line"),
        _choice("checked", records.SourceCheck),
    ),
)

QUOTE: Final = Format(
    "quote",
    records.Quote,
    (
        Field("id", "line"),
        Field("speaker", "word"),
        _choice("checked", records.QuoteCheck),
        _DATE,
        Field("source", "word", to="source"),
        Field("lang", "word"),
        Field("original", "word"),
        Field("text", "text", required=True),
        Field("note", "text"),
    ),
    letter="q",
)

CLAIM: Final = Format(
    "claim",
    records.Claim,
    (
        Field("id", "line"),
        Field("by", "word", to="source"),
        Field("text", "text", required=True),
        _choice("verdict", records.Verdict),
        Field("note", "text"),
        _SOURCES,
    ),
    letter="c",
)

EVENT: Final = Format(
    "event",
    records.Event,
    (
        Field("id", "line", required=True),
        Field("date", "date", required=True),
        Field("title", "line", required=True),
        Field("thread", "word", to="thread"),
        Field("place", "word"),
        Field("actors", "words", to="actor"),
        Field("tags", "words"),
        _choice("basis", records.Basis),
        _choice("confidence", records.Confidence),
        Field("caveat", "text"),
        Field("summary", "text"),
        _SOURCES,
        Field("quotes", "records", holds=QUOTE),
        Field("claims", "records", holds=CLAIM),
        Field("notes", "text"),
        _URL,
    ),
)

STEP: Final = Format(
    "step",
    records.Step,
    (
        Field("event", "word", required=True, to="event"),
        Field("claim", "word", to="claim"),
        Field("say", "text"),
    ),
)

TOUR: Final = Format(
    "tour",
    records.Tour,
    (
        Field("title", "line", required=True),
        Field("steps", "records", required=True, holds=STEP),
    ),
)

TIMELINE: Final = Format(
    "timeline",
    Timeline,
    (
        Field("title", "line", required=True),
        Field("subtitle", "line"),
        Field("span", "date"),
        Field("threads", "entries", holds=THREAD),
        Field("actors", "entries", holds=ACTOR),
        Field("sources", "entries", holds=SOURCE),
        Field("events", "records", required=True, holds=EVENT),
        Field("tours", "entries", holds=TOUR),
    ),
)

FORMATS: Final = (TIMELINE, THREAD, ACTOR, SOURCE, EVENT, QUOTE, CLAIM, TOUR, STEP)
FORMS: Final[dict[str, Format]] = {form.kind: form for form in FORMATS}
"""The formats by kind."""
