"""Changed: what became of a field, in words that need no markup.

A text of several sentences is told by those that went and those that came; a list by its items.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, NamedTuple, TypeGuard

from tui.document.editing.folding import ends_sentence
from tui.timeline.changes import FieldChange, RecordChange, Value
from tui.timeline.date_words import words
from tui.timeline.dates import Date, to_edtf
from tui.timeline.records import Claim, Event, Quote, Source, Step

GONE: Final = "-"
CAME: Final = "+"
"""The signs of what went and came, where they begin a line."""
_MINUS: Final = "\N{MINUS SIGN}"
"""That of an item that went, which may begin with a hyphen itself."""
NOTHING: Final = "nothing"
_LONGEST: Final = 60
"""Characters up to which two texts are told side by side."""


class Told(NamedTuple):
    """What became of a field.

    Attributes:
        short: It in one line, "" where it takes several.
        lines: Those, each with its sign.
    """

    short: str
    lines: tuple[tuple[str, str], ...] = ()


def told(change: FieldChange) -> Told:
    """What became of a field."""
    old, new = change.old, change.new
    if _is_list(old) or _is_list(new):
        return Told(_items(_listed(old), _listed(new)))
    before, after = in_words(old), in_words(new)
    if before == after and isinstance(old, Date) and isinstance(new, Date):
        before, after = to_edtf(old), to_edtf(new)
    if max(len(before), len(after)) <= _LONGEST and "\n" not in before + after:
        return Told(f"{before or NOTHING} → {after or NOTHING}")
    return Told("", tuple(_sentences(before, after)))


def in_words(value: Value) -> str:
    """What a field says; "" if nothing."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Date):
        return words(value)
    return ", ".join(_listed(value))


def naming(change: RecordChange) -> str:
    """What a record is called beside its id; "" where that says nothing."""
    record = change.record
    match record:
        case Event():
            return f"{words(record.date)}  {record.title}"
        case Quote() | Claim():
            return _start(record.text)
        case Source():
            return record.title or record.publisher or record.author
        case None:
            return ""
    return getattr(record, "name", "") or getattr(record, "title", "")


def _start(text: str) -> str:
    """The start of a text, in one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1].rstrip()}…"


def _is_list(value: Value) -> TypeGuard[tuple[str | Step, ...]]:
    """Whether a field holds a list; a date is a tuple of its own."""
    return isinstance(value, tuple) and not isinstance(value, Date)


def _listed(value: Value) -> tuple[str, ...]:
    """The items of a list as words, those of a tour as what each shows and says."""
    if not _is_list(value):
        return ()
    return tuple(
        each
        if isinstance(each, str)
        else " ".join(filter(None, (each.event, each.claim, each.say)))
        for each in value
    )


def _items(old: Sequence[str], new: Sequence[str]) -> str:
    """Which items of a list came and went, or that they stand in another order."""
    came = [f"{CAME}{each}" for each in new if each not in old]
    gone = [f"{_MINUS}{each}" for each in old if each not in new]
    return " ".join((*came, *gone)) or f"in another order: {', '.join(new)}"


def _sentences(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The sentences that went and came, where they did."""
    before, after = list(_apart(old)), list(_apart(new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, start, end, first, last in matcher.get_opcodes():
        if what != "equal":
            yield from ((GONE, each) for each in before[start:end])
            yield from ((CAME, each) for each in after[first:last])


def _apart(text: str) -> Iterator[str]:
    """The sentences of a text; each of its lines ends one."""
    for line in filter(None, text.split("\n")):
        sentence: list[str] = []
        for word, following in pairwise([*line.split(" "), ""]):
            sentence.append(word)
            if following and ends_sentence(word, following):
                yield " ".join(sentence)
                sentence = []
        yield " ".join(sentence)
