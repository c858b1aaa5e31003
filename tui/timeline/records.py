"""The records of a timeline: values that never change, one class a kind.

Text that the file does not give is `""`, a list that it does not give is `()`,
a date that it does not give is `None`. Nothing missing is ever filled in.
Records refer to each other by id; `Timeline` resolves them.
"""

from typing import Literal, NamedTuple, get_args

from tui.timeline.dates import Date

Kind = Literal["thread", "actor", "source", "event", "quote", "claim", "tour"]

ActorKind = Literal[
    "person", "state", "organisation", "alliance", "armed group", "company", "place", "other"
]
SourceKind = Literal[
    "article",
    "op-ed",
    "transcript",
    "broadcast",
    "document",
    "ruling",
    "report",
    "poll",
    "dataset",
    "encyclopedia",
    "book",
    "post",
    "other",
]
Basis = Literal["article", "background"]
Confidence = Literal["high", "medium", "low"]
SourceCheck = Literal["read", "excerpt", "via", "unchecked"]
QuoteCheck = Literal["source", "essay", "unchecked"]
Verdict = Literal["confirmed", "partly", "disputed", "opinion", "unchecked"]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


class Ref(NamedTuple):
    """What identifies a record: its kind and its id, unique together."""

    kind: Kind
    id: str


class Thread(NamedTuple):
    """A lane of the history: events of one subject or region."""

    id: str
    name: str


class Actor(NamedTuple):
    """Who took part: a person, a state, an organisation."""

    id: str
    name: str
    native: str = ""
    kind: ActorKind | Literal[""] = ""
    role: str = ""
    affiliations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    url: str = ""


class Source(NamedTuple):
    """Where something stands: an article, a transcript, a ruling."""

    id: str
    title: str = ""
    kind: SourceKind | Literal[""] = ""
    publisher: str = ""
    author: str = ""
    date: Date | None = None
    url: str = ""
    locator: str = ""
    checked: SourceCheck | Literal[""] = ""


class Quote(NamedTuple):
    """Words that somebody said, verbatim.

    `speaker` is an actor's id or, where no actor has that id, a name.
    """

    id: str
    event: str
    text: str
    speaker: str = ""
    checked: QuoteCheck | Literal[""] = ""
    date: Date | None = None
    source: str = ""
    lang: str = ""
    original: str = ""
    note: str = ""


class Claim(NamedTuple):
    """What a source asserts about an event, and how it stands against the record."""

    id: str
    event: str
    text: str
    by: str = ""
    verdict: Verdict | Literal[""] = ""
    note: str = ""
    sources: tuple[str, ...] = ()


class Event(NamedTuple):
    """What happened, when and where. `place_in_file` counts events from 0 as written."""

    id: str
    date: Date
    title: str
    place_in_file: int = 0
    thread: str = ""
    place: str = ""
    actors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    basis: Basis | Literal[""] = ""
    confidence: Confidence | Literal[""] = ""
    caveat: str = ""
    summary: str = ""
    sources: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: str = ""
    url: str = ""

    @property
    def ref(self) -> Ref:
        """How other records refer to this event."""
        return Ref("event", self.id)


class Step(NamedTuple):
    """One step of a tour: an event, perhaps one of its claims, and what to say."""

    event: str
    claim: str = ""
    say: str = ""


class Tour(NamedTuple):
    """An order to tell the history in."""

    id: str
    title: str
    steps: tuple[Step, ...] = ()
