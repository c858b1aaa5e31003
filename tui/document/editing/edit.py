"""Edits: what is to change in a timeline, by ids and fields, as plain data.

They outlast the text that they were made for: they can be kept in a file, and made again in
another state of the timeline. What an edit replaces is kept in `before`, so that it is noticed
where that says something else by then; None stands for whatever is there.
"""

from typing import Any, Final, NamedTuple, get_args

from tui.document.editing.piece import Data, Path
from tui.document.editing.splice import Splice
from tui.timeline.records import Kind, Ref


class Set(NamedTuple):
    """A field, or an item of a list, is to hold a value; a field that is not there is added.

    Attributes:
        ref: The record; None for the timeline itself.
        path: The field within it, and where the value is in that.
        value: What it is to say.
        before: What it said, "" of a field that is not there.
    """

    ref: Ref | None
    path: Path
    value: Data
    before: Data | None = None


class Unset(NamedTuple):
    """A field, or an item of a list, is to go."""

    ref: Ref | None
    path: Path
    before: Data | None = None


class Insert(NamedTuple):
    """A list in a field is to have another item, before the one at a place or as the last."""

    ref: Ref
    path: Path
    at: int
    value: Data


class Shift(NamedTuple):
    """An item of a list in a field is to stand at another place."""

    ref: Ref
    path: Path
    at: int
    to: int


class Add(NamedTuple):
    """The file is to have another record.

    Attributes:
        ref: Its kind and id.
        value: Its fields.
        beside: Next to which record of its kind; None for the end.
        after: Whether behind that one, or before it.
    """

    ref: Ref
    value: dict[str, Data]
    beside: Ref | None = None
    after: bool = True


class Delete(NamedTuple):
    """A record is to go, whatever refers to it."""

    ref: Ref
    before: Data | None = None


class Move(NamedTuple):
    """A record is to stand next to another one of its kind, behind it or before it."""

    ref: Ref
    beside: Ref
    after: bool = True


class Rename(NamedTuple):
    """A record is to have another id; what refers to it is left alone."""

    ref: Ref
    id: str


class Rewrite(NamedTuple):
    """A record is to be written otherwise.

    Attributes:
        ref: The record.
        text: Its lines, from the left edge, with the dash or the key.
        before: The lines that it had.
    """

    ref: Ref
    text: str
    before: str | None = None


Edit = Set | Unset | Insert | Shift | Add | Delete | Move | Rename | Rewrite

_BY_NAME: Final[dict[str, Any]] = {each.__name__: each for each in get_args(Edit)}
_KINDS: Final = frozenset(get_args(Kind))


class Change(NamedTuple):
    """What is done and undone as one.

    Attributes:
        label: What it is, as part of a sentence: `the title of sochi-2018`.
        edits: What was meant.
        splices: What became of the text, one after the other.
    """

    label: str
    edits: tuple[Edit, ...]
    splices: tuple[Splice, ...]

    def done(self, text: str) -> str:
        """The text after it."""
        for splice in self.splices:
            text = splice.done(text)
        return text

    def undone(self, text: str) -> str:
        """The text before it."""
        for splice in reversed(self.splices):
            text = splice.undone(text)
        return text


def print_change(change: Change) -> dict[str, Any]:
    """A change as values of JSON."""
    edits = [[type(edit).__name__, edit._asdict()] for edit in change.edits]
    return {"label": change.label, "edits": edits, "splices": list(map(list, change.splices))}


def parse_change(found: Any) -> Change:  # noqa: ANN401, whatever a file holds
    """A change from values of JSON.

    Raises:
        ValueError, TypeError, KeyError: It is none.
    """
    edits = tuple(_parse_edit(name, fields) for name, fields in found["edits"])
    splices = tuple(Splice(int(start), str(old), str(new)) for start, old, new in found["splices"])
    return Change(str(found["label"]), edits, splices)


def _parse_edit(name: str, fields: dict[str, Any]) -> Edit:
    refs = {key: _parse_ref(value) for key, value in fields.items() if key in ("ref", "beside")}
    path = {"path": tuple(fields["path"])} if "path" in fields else {}
    edit: Edit = _BY_NAME[name](**{**fields, **refs, **path})
    return edit


def _parse_ref(found: Any) -> Ref | None:  # noqa: ANN401, likewise
    if found is None:
        return None
    kind, own = found
    if kind not in _KINDS or not isinstance(own, str):
        raise ValueError("no record")
    return Ref(kind, own)
