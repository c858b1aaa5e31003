"""Mentions: where the records of a timeline refer to one of them, and the edits that follow.

A record that gets another id has it everywhere; one that goes leaves no reference behind. A claim
without an id is known by its event and its place, `EVENT.c2`, so that what refers to it follows
as well. What was left out of the timeline, since it has a mistake, is not looked at.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from tui.document.editing.edit import Delete, Edit, Rename, Set, Unset
from tui.document.editing.piece import EditError, Path
from tui.document.fields import ACTOR, CLAIM, EVENT, QUOTE, STEP, Field, Format
from tui.document.reader import Reading
from tui.document.reading.characters import shown
from tui.document.reading.places import Places
from tui.timeline.records import Claim, Kind, Ref

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SPEAKER: Final = "speaker"
_STEPS: Final = "steps"
_NO: Final = "has no"
"""What is said of a record that lacks a field."""


class Mention(NamedTuple):
    """A place that refers to a record.

    Attributes:
        ref: The record that has it.
        path: Where it is within that.
        value: What is said there.
        words: Where it is, for a person: `actors of sochi-2018`.
        may_go: Whether it may be left out; what it is in would lack it otherwise.
        is_sure: Whether it stands at that place in the file as well, which mistakes around it
            can leave unknown.
    """

    ref: Ref
    path: Path
    value: str
    words: str
    may_go: bool = True
    is_sure: bool = True


class _Owner(NamedTuple):
    """A record that may refer to others, or a step of one.

    Attributes:
        ref: The record.
        form: The form of it, or of the step.
        record: What says something.
        path: Where that is within the record.
        words: What a person calls it.
        is_sure: Whether that is where the file has it.
    """

    ref: Ref
    form: Format
    record: Any
    path: Path = ()
    words: str = ""
    is_sure: bool = True


def mentions(reading: Reading, ref: Ref) -> tuple[Mention, ...]:
    """Everything that refers to a record, in the order of the timeline.

    What shows a claim that is known by its place refers to the event of that claim as well.
    """
    own = re.compile(rf"{re.escape(ref.id)}\.c\d+" if ref.kind == "event" else r"(?!)")
    found: list[Mention] = []
    for owner in _owners(reading):
        for field in owner.form.fields:
            kind = _kind(field)
            if kind == ref.kind or (kind == "claim" and ref.kind == "event"):
                said = getattr(owner.record, field.name)
                words = said if isinstance(said, tuple) else (said,)
                for at, word in enumerate(words):
                    is_meant = word == ref.id if kind == ref.kind else own.fullmatch(word)
                    if is_meant:
                        found.append(_mention(reading.places, owner, field, at))
    return tuple(found)


def renaming(reading: Reading, ref: Ref, new_id: str) -> tuple[Edit, ...]:
    """The edits that give a record another id everywhere.

    Raises:
        EditError: The id is taken, or is none; or something that refers to it has a mistake.
    """
    if not _ID.fullmatch(new_id):
        message = f'id "{shown(new_id)}" must be small letters, digits and single hyphens'
        raise EditError(message)
    if new_id == ref.id:
        return ()
    if reading.places.number(ref.kind, new_id) is not None:
        raise EditError(f"there is another {ref.kind} {new_id} already")
    found = _sure(mentions(reading, ref))
    return Rename(ref, new_id), *(
        Set(each.ref, each.path, new_id + each.value.removeprefix(ref.id), each.value)
        for each in found
    )


def removal(reading: Reading, ref: Ref) -> tuple[Edit, ...]:
    """The edits that take a record away with all that refers to it.

    A quotation keeps the name of its speaker. A step of a tour goes with its event, and a tour
    with the last of its steps.

    Raises:
        EditError: Something that refers to it has a mistake.
    """
    parts = _parts(reading, ref)
    found = _sure(each for part in (ref, *parts) for each in mentions(reading, part))
    found = [each for each in found if each.ref not in (ref, *parts)]
    steps = {(each.ref, each.path[:-1]) for each in found if not each.may_go}
    lost = Counter(tour for tour, _ in steps)
    tours = {tour for tour, count in lost.items() if count == len(_step_numbers(reading, tour))}
    edits: list[Set | Unset] = [Unset(*step) for step in steps if step[0] not in tours]
    edits += [
        _without(reading, ref, each)
        for each in found
        if each.ref not in tours and (each.ref, each.path[:-1]) not in steps
    ]
    # From behind, so that what stands before keeps its number.
    edits.sort(key=lambda each: each.path, reverse=True)
    return Delete(ref), *map(Delete, sorted(tours)), *edits, *_renumbered(reading, ref)


def removal_alone(reading: Reading, ref: Ref) -> tuple[Edit, ...]:
    """The edits that take a record away and leave what refers to it as it is.

    Only what refers to a claim by its place follows where that becomes another one.

    Raises:
        EditError: What would refer to it would refer to another claim, or has a mistake.
    """
    if gives_way(reading, ref):
        raise EditError(f"the next claim would be known as {ref.id} then")
    return Delete(ref), *_renumbered(reading, ref)


def gives_way(reading: Reading, ref: Ref) -> bool:
    """Whether a record is mentioned by an id that another one has once it is gone."""
    behind = _behind(reading, ref)
    is_next = bool(behind) and ref.id == _id_before(behind[0].id)
    return is_next and bool(mentions(reading, ref))


def _owners(reading: Reading) -> Iterator[_Owner]:
    """All that may refer to a record."""
    timeline = reading.timeline
    for actor in timeline.actors:
        yield _Owner(Ref("actor", actor.id), ACTOR, actor, (), actor.id)
    for event in timeline.events:
        yield _Owner(event.ref, EVENT, event, (), event.id)
        for quote in event.quotes:
            yield _Owner(Ref("quote", quote.id), QUOTE, quote, (), quote.id)
        for claim in event.claims:
            yield _Owner(Ref("claim", claim.id), CLAIM, claim, (), claim.id)
    for tour in timeline.tours:
        ref = Ref("tour", tour.id)
        numbers = _step_numbers(reading, ref)
        is_sure = len(numbers) == len(tour.steps)
        for at, step in enumerate(tour.steps):
            number = numbers[at] if is_sure else at
            words = f"step {number + 1} of {tour.id}"
            yield _Owner(ref, STEP, step, (_STEPS, number), words, is_sure)


def _step_numbers(reading: Reading, ref: Ref) -> list[int]:
    """The numbers, from 0, of the steps in the file that a tour has."""
    own = (each.rpartition(".") for each in reading.places.ids("step"))
    numbers = [int(number) for tour, _, number in own if tour == ref.id]
    lacking = {each.field for each in reading.problems if each.ref == ref and _NO in each.message}
    return [number for number in numbers if f"{_STEPS}{number}.event" not in lacking]


def _kind(field: Field) -> Kind | None:
    """To which kind of record a field refers; a speaker may be an actor."""
    return "actor" if field.name == _SPEAKER else field.to


def _mention(places: Places, owner: _Owner, field: Field, at: int) -> Mention:
    """What refers in a field of an owner, in a list the item at a place."""
    said = getattr(owner.record, field.name)
    words = f"{field.name} of {owner.words}"
    if not isinstance(said, tuple):
        path = (*owner.path, field.name)
        return Mention(owner.ref, path, said, words, not field.required, owner.is_sure)
    # Items that are no text are not among the words, and then these cannot be counted.
    is_sure = places.count(places.number(*owner.ref) or 0, field.name) == len(said)
    return Mention(owner.ref, (field.name, at), said[at], words, is_sure=is_sure)


def _sure(found: Iterable[Mention]) -> list[Mention]:
    """The mentions, each once. Raises `EditError` where it is not sure where one stands."""
    each_once = {(each.ref, each.path): each for each in found}
    for each in each_once.values():
        if not each.is_sure:
            raise EditError(f"there is a mistake in {each.words}; mend that first")
    return list(each_once.values())


def _parts(reading: Reading, ref: Ref) -> list[Ref]:
    """What goes with a record: the quotes and claims of an event."""
    event = reading.timeline.event(ref.id) if ref.kind == "event" else None
    if event is None:
        return []
    quotes = [Ref("quote", each.id) for each in event.quotes]
    return quotes + [Ref("claim", each.id) for each in event.claims]


def _without(reading: Reading, ref: Ref, mention: Mention) -> Set | Unset:
    """The edit that takes a mention away."""
    actor = reading.timeline.actor(ref.id) if ref.kind == "actor" else None
    if actor and mention.path == (_SPEAKER,):
        return Set(mention.ref, mention.path, actor.name, mention.value)
    return Unset(mention.ref, mention.path, mention.value)


def _renumbered(reading: Reading, ref: Ref) -> Iterator[Edit]:
    """The edits that follow from the new places of the claims behind one that goes."""
    for each in _behind(reading, ref):
        new_id = _id_before(each.id)
        if new_id:
            for mention in _sure(mentions(reading, Ref("claim", each.id))):
                yield Set(mention.ref, mention.path, new_id, mention.value)


def _behind(reading: Reading, ref: Ref) -> tuple[Claim, ...]:
    """The claims of the same event behind one, nothing of another record."""
    claim = reading.timeline.find(ref)
    event = reading.timeline.event(claim.event) if isinstance(claim, Claim) else None
    return event.claims[event.claims.index(claim) + 1 :] if event else ()


def _id_before(claim_id: str) -> str:
    """The id of a claim that is known by its place once one before it is gone, else ""."""
    event, sign, number = claim_id.rpartition(".c")
    return f"{event}{sign}{int(number) - 1}" if sign and number.isdecimal() else ""
