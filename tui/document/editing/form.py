"""A form: what can be typed of a record, as texts, and the edits that typing means.

The texts come from the file as it is written, not from what was made of it, so that a field that
nobody touches gives no edit. What no line of text can hold is no field of a form and stays as it
is: records within records, and what has characters that a screen must not show.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from tui.document.document import Document
from tui.document.editing.block import block
from tui.document.editing.edit import Add, Edit, Insert, Set, Unset
from tui.document.editing.piece import Data, EditError, parse
from tui.document.fields import FORMS, Field
from tui.document.reading.characters import hidden
from tui.timeline.dates import DateError, to_edtf
from tui.timeline.dates_asked import asked
from tui.timeline.records import Kind, Ref

ID: Final = Field("id", "line", required=True)
"""The id of a record, where that is its key."""
PARTS: Final[Mapping[Kind, str]] = {"quote": "quotes", "claim": "claims"}
"""The kinds that stand in an event, and the field of it that has them."""
_NAMES: Final = ("name", "title", "publisher")
"""What an id is made of, so that it comes behind these."""
_MOST_NAMED: Final = 2
"""So many fields are named in a label."""
_BETWEEN_IDS: Final = re.compile(r"[\s,;]+")

Texts = Mapping[str, str]
"""What stands in the fields of a form, by their names."""


class Form(NamedTuple):
    """What can be typed of a record.

    Attributes:
        ref: The record; of a new one its id is "".
        fields: What can be typed, in its order.
        texts: What stands there at first.
        said: What the file says, nothing of a new record.
        owner: The event of a new quote or claim.
        at: Where among those of that event it will be.
    """

    ref: Ref
    fields: tuple[Field, ...]
    texts: Texts
    said: Mapping[str, Data]
    owner: Ref | None = None
    at: int = 0

    @property
    def is_new(self) -> bool:
        """Whether the record is to be added."""
        return not self.ref.id

    def changed(self, texts: Texts) -> tuple[Field, ...]:
        """The fields in which something else stands than did at first."""
        return tuple(each for each in self.fields if texts[each.name] != self.texts[each.name])

    def meant(self, texts: Texts) -> tuple[Field, ...]:
        """The fields of which what stands there is meant: in a new record all."""
        return self.fields if self.is_new else self.changed(texts)


def form_of(document: Document, ref: Ref) -> Form:
    """The form of a record that there is.

    Raises:
        EditError: It cannot be edited by its fields.
    """
    said = said_of(document, ref)
    fields = [each for each in FORMS[ref.kind].fields if each.name != "id" and _fits(each, said)]
    texts = {each.name: _text(each, said.get(each.name, "")) for each in fields}
    if ref.kind in PARTS:
        return Form(ref, tuple(fields), texts, said)
    return Form(ref, _with_id(ref.kind, fields), {**texts, "id": ref.id}, said)


def form_of_new(kind: Kind, texts: Texts, owner: Ref | None = None, at: int = 0) -> Form:
    """The form of a record that is to be added.

    Args:
        kind: What it will be.
        texts: What stands in some of its fields at first.
        owner: The event of a quote or a claim.
        at: Where among those of that event.
    """
    own = [each for each in FORMS[kind].fields if each.name != "id" and each.holds is None]
    fields = _with_id(kind, own)
    blank = dict.fromkeys((each.name for each in fields), "")
    return Form(Ref(kind, ""), fields, {**blank, **texts}, {}, owner, at)


def said_of(document: Document, ref: Ref) -> dict[str, Data]:
    """What the file says of a record. Raises `EditError` where that cannot be told apart."""
    written = block(document.text.encode(), document.reading, ref)
    if not written:
        raise EditError(f"{ref.id} cannot be told apart from what stands around it")
    said = parse(written).data()
    if isinstance(said, list):
        said = said[0]
    elif "id" not in FORMS[ref.kind].by_name and isinstance(said, dict):
        said = said.get(ref.id, "")
    if not isinstance(said, dict):
        raise EditError(f"{ref.id} has no fields")
    return said


def value(field: Field, text: str) -> Data:
    """What a text in a field is in the file; a date that is none is left as it was typed."""
    match field.form:
        case "words":
            return _words(field, text)
        case "text":
            return "\n".join(line.rstrip() for line in text.strip().splitlines())
        case "date":
            with suppress(DateError):
                return to_edtf(asked(text))
    return " ".join(text.split())


def edits(form: Form, texts: Texts) -> tuple[Edit, ...]:
    """What typing means for a record that there is: an edit for each field that says otherwise.

    Another id is none of them, since what refers to the record has to have it as well.
    """
    made: list[Edit] = []
    for field in form.changed(texts):
        if field.name == "id":
            continue
        path, before = (field.name,), form.said.get(field.name, "")
        said = value(field, texts[field.name])
        if said == before or not (said or before or field.name in form.said):
            continue
        made.append(Set(form.ref, path, said, before) if said else Unset(form.ref, path, before))
    return tuple(made)


def addition(form: Form, texts: Texts, beside: Ref | None = None, *, after: bool = True) -> Edit:
    """The edit that adds a new record, its fields in the order of the format.

    Args:
        form: The form.
        texts: What stands in it.
        beside: Next to which record of its kind; None for the end.
        after: Whether behind that one, or before it.
    """
    kind = form.ref.kind
    names = {each.name: each for each in form.fields}
    ordered = [names[each.name] for each in FORMS[kind].fields if each.name in names]
    said = {each.name: value(each, texts[each.name]) for each in ordered}
    given = {name: each for name, each in said.items() if each}
    if form.owner is not None:
        return Insert(form.owner, (PARTS[kind],), form.at, given)
    return Add(Ref(kind, texts["id"].strip()), given, beside, after)


def added(form: Form, texts: Texts) -> Ref:
    """The record that an addition makes; quotes and claims without an id are known by place."""
    kind, own = form.ref.kind, texts["id"].strip()
    if form.owner is not None and not own:
        own = f"{form.owner.id}.{FORMS[kind].letter}{form.at + 1}"
    return Ref(kind, own)


def label(form: Form, fields: Sequence[Field]) -> str:
    """What a change of some fields is called: `the title and date of sochi-2018`."""
    if not fields or len(fields) > _MOST_NAMED:
        return form.ref.id
    return f"the {' and '.join(each.name for each in fields)} of {form.ref.id}"


def _with_id(kind: Kind, fields: Sequence[Field]) -> tuple[Field, ...]:
    """Fields with that of the id, behind what it is made of."""
    named = [at for at, each in enumerate(fields, 1) if each.name in _NAMES]
    at = max(named, default=len(fields))
    return (*fields[:at], FORMS[kind].by_name.get("id", ID), *fields[at:])


def _fits(field: Field, said: Mapping[str, Data]) -> bool:
    """Whether a field can be typed, with what it says."""
    found = said.get(field.name, "")
    if field.holds is not None or isinstance(found, dict):
        return False
    if isinstance(found, str):
        return not hidden(found)
    words = [each for each in found if isinstance(each, str)]
    is_list = field.form == "words" and len(words) == len(found)
    return is_list and not hidden("".join(words)) and _words(field, _joined(words)) == words


def _text(field: Field, said: Data) -> str:
    """What stands in a field at first."""
    if isinstance(said, list):
        return _joined([each for each in said if isinstance(each, str)])
    return str(said) if field.form == "text" else " ".join(str(said).split())


def _joined(words: Sequence[str]) -> str:
    """A list as it is typed; semicolons part what has commas."""
    if any("," in word for word in words):
        return "; ".join(words) + ";" * (len(words) == 1)
    return ", ".join(words)


def _words(field: Field, text: str) -> list[Data]:
    """The items of a list that is typed; ids have no blanks, so these may part them too."""
    if field.to is not None:
        return [each for each in _BETWEEN_IDS.split(text) if each]
    sign = ";" if ";" in text else ","
    return [" ".join(each.split()) for each in text.split(sign) if each.strip()]
