"""What a talk is about, as one line for each role: the timeline and the deck.

Neither notes nor what the speaker says is in the line for an audience; nothing that only this
file or this machine knows is in either: no path, no problem, no place in the file. Events are
sent, and come back, in their order.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from tui.share import forms
from tui.share.objects import VERSION, WrongError, date, digest, dump, object_of, several, text
from tui.timeline.timeline import Timeline, in_order
from tui.view.talk.audience import heard_deck, heard_timeline
from tui.view.talk.deck import Deck

Role = Literal["audience", "speaker"]
"""Who follows: one that may see what everybody sees, or one that has the notes as well."""

LONGEST: Final = 128 << 20
"""Bytes of a line, its end included."""


class Material(NamedTuple):
    """What a talk is about, as a follower has it.

    Attributes:
        timeline: All records, quotes and claims in their events.
        deck: The slides, whose events are in the timeline.
        digest: Of what was sent; a state names that of the material that it means.
    """

    timeline: Timeline
    deck: Deck
    digest: str


class Packed(NamedTuple):
    """A line of material, and the digest of what is in it."""

    line: bytes
    digest: str


@dataclass(frozen=True, eq=False)
class Subject:
    """What a talk is about, as its presenter has it."""

    timeline: Timeline
    deck: Deck = field(default_factory=Deck)


def pack(subject: Subject, role: Role) -> Packed:
    """The line for a role. A large timeline takes seconds; other threads get on meanwhile."""
    timeline, deck = subject.timeline, subject.deck
    if role == "audience":
        timeline, deck = heard_timeline(timeline), heard_deck(deck)
    content = b"".join(_content(timeline, deck))
    made = hashlib.sha256(content).hexdigest()
    return Packed(b'{"v":%d,"digest":%b,%b}\n' % (VERSION, dump(made), content), made)


def read_material(found: dict[str, object]) -> Material:
    """The material in a message.

    Raises:
        WrongError: It is none.
    """
    timeline = _timeline(object_of(found.get("timeline")))
    deck = forms.DECK.read(found.get("deck"))
    if any(timeline.event(slide.event) is None for slide in deck.slides):
        raise WrongError("a slide of an event that there is not")
    return Material(timeline, deck, digest(found.get("digest")))


def _content(timeline: Timeline, deck: Deck) -> Iterable[bytes]:
    """The fields of a message, piece by piece, since one piece stops every other thread."""
    about: dict[str, object] = {"title": timeline.title, "subtitle": timeline.subtitle}
    if timeline.span:
        about["span"] = timeline.span.text
    about_deck = (dump(deck.title), dump(deck.tour), dump(deck.unsaid))
    yield b'"deck":{"title":%b,"tour":%b,"unsaid":%b' % about_deck
    yield from _array("slides", map(forms.SLIDE.write, deck.slides))
    yield b'},"timeline":{"about":%b' % dump(about)
    yield from _array("threads", map(forms.THREAD.write, timeline.threads))
    yield from _array("actors", map(forms.ACTOR.write, timeline.actors))
    yield from _array("sources", map(forms.SOURCE.write, timeline.sources))
    yield from _array("tours", map(forms.TOUR.write, timeline.tours))
    yield from _array("events", map(forms.write_event, timeline.events))
    yield b"}"


def _array(name: str, objects: Iterable[forms.Object]) -> Iterable[bytes]:
    yield b',"%b":[' % name.encode()
    for at, each in enumerate(objects):
        yield b"," + dump(each) if at else dump(each)
    yield b"]"


def _timeline(found: dict[str, object]) -> Timeline:
    about = object_of(found.get("about"))
    events = several(object_of)(found.get("events"))
    return Timeline(
        title=text(about.get("title")),
        subtitle=text(about.get("subtitle")),
        span=date(about["span"]) if "span" in about else None,
        threads=several(forms.THREAD.read)(found.get("threads")),
        actors=several(forms.ACTOR.read)(found.get("actors")),
        sources=several(forms.SOURCE.read)(found.get("sources")),
        tours=several(forms.TOUR.read)(found.get("tours")),
        events=in_order(forms.read_event(each, at) for at, each in enumerate(events)),
    ).indexed()
