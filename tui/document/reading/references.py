"""References: whether what the records of a file refer to is there.

They are checked when the whole file is read, for what refers may stand before what it refers to.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from tui.document.fields import FORMATS
from tui.document.reading.characters import shown
from tui.document.reading.places import Places
from tui.document.reading.report import Report
from tui.document.reading.spelling import Spelling
from tui.timeline.records import Claim, Kind, Quote, Step

if TYPE_CHECKING:
    from tui.document.reading.absent import Absent

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NEAR_SPEAKER: Final = 0.75

_LINKS: Final[dict[type[Any], tuple[tuple[str, Kind, bool], ...]]] = {
    form.record: tuple(
        (field.name, field.to, field.form == "words") for field in form.fields if field.to
    )
    for form in FORMATS
}
"""For each record: the names of the fields that refer, to which kind, and whether to many."""

_Record = Any  # one of the classes of the table, whose fields are asked for by name
_KINDS: Final = {form.record: form.kind for form in FORMATS}


class References:
    """Checks the references of one file."""

    def __init__(
        self, places: Places, report: Report, spelling: Spelling, absent: "Absent | None" = None
    ) -> None:
        self._places = places
        self._report = report
        self._spelling = spelling
        self._absent = absent
        kinds = {kind for links in _LINKS.values() for _, kind, _ in links}
        self._known = {kind: frozenset(places.ids(kind)) for kind in kinds}

    def check(self, records: Sequence[Any]) -> None:
        """Report every reference to nothing. The records stand in the order of their numbers."""
        known = self._known
        for number, record in enumerate(records):
            for name, kind, are_many in _LINKS.get(record.__class__, ()):
                value = getattr(record, name)
                if are_many:
                    if not known[kind].issuperset(value):
                        self._tell_items(number, record, name, kind)
                elif value and value not in known[kind]:
                    self._tell_missing(number, record, name, (kind, value))
            if record.__class__ is Quote:
                self._check_speaker(number, record)
            elif record.__class__ is Step and record.claim in known["claim"]:
                self._check_claim(number, record, records)

    def _check_speaker(self, number: int, quote: Quote) -> None:
        """A speaker may be anyone, but a word nearly like an actor's id is a slip."""
        speaker, actors = quote.speaker, self._known["actor"]
        if not speaker or speaker in actors or not _ID.fullmatch(speaker):
            return
        if self._absent and self._absent.may_have("actor", speaker):
            return
        near = self._spelling.near(speaker, actors, "speaker", _NEAR_SPEAKER)
        if near:
            message = f'speaker "{shown(speaker)}" is not defined; did you mean "{shown(near)}"?'
            self._tell(number, quote, "speaker", message)

    def _check_claim(self, number: int, step: Step, records: Sequence[Any]) -> None:
        """The claim that a step shows is one of its event."""
        claim: Claim = records[self._places.ids("claim")[step.claim]]
        if claim.event != step.event and step.event in self._known["event"]:
            message = f'claim "{shown(step.claim)}" belongs to event "{shown(claim.event)}"'
            self._tell(number, step, "claim", message)

    def _tell_items(self, number: int, record: _Record, name: str, kind: Kind) -> None:
        words = getattr(record, name)
        # Items that are no text are not among the words, and then these cannot be counted.
        is_counted = self._places.count(number, name) == len(words)
        for item, word in enumerate(words):
            if word not in self._known[kind]:
                at = item if is_counted else None
                self._tell_missing(number, record, name, (kind, word), at)

    def _tell_missing(
        self,
        number: int,
        record: _Record,
        name: str,
        missing: tuple[Kind, str],
        item: int | None = None,
    ) -> None:
        """Report that there is nothing of a kind and an id, unless it may have been left out."""
        kind, word = missing
        if self._absent and self._absent.may_have(kind, word):
            return
        others = [other for other in self._known if word in self._known[other]]
        advice = f"; there is {_one(others[0])} of that id" if others else ""
        advice = advice or self._spelling.advice(word, self._known[kind], kind)
        message = f'{kind} "{shown(word)}" is not defined{advice}'
        self._tell(number, record, name, message, item)

    def _tell(
        self, number: int, record: _Record, name: str, message: str, item: int | None = None
    ) -> None:
        index = self._places.index(number, name, item)
        field = name if item is None else f"{name}{item}"
        if isinstance(record, Step):
            tour, _, at = self._steps[number].rpartition(".")
            self._report.error(index, message, ("tour", tour), f"steps{at}.{field}")
        else:
            self._report.error(index, message, (_KINDS[record.__class__], record.id), field)

    @cached_property
    def _steps(self) -> dict[int, str]:
        """The steps of tours, TOUR.0 and so on, by their numbers."""
        return {number: step for step, number in self._places.ids("step").items()}


def _one(kind: str) -> str:
    return f"{'an' if kind[0] in 'ae' else 'a'} {kind}"
