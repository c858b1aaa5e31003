"""What may be put in a field: the ids and values that a timeline has, found as they are typed.

A record is found by any part of its id and of its names, and where nothing has that, by what is
nearly so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import chain
from typing import Final, NamedTuple

from tui.document.fields import Field
from tui.timeline.date_words import words
from tui.timeline.dates import parse
from tui.timeline.dates_asked import readings
from tui.timeline.timeline import Timeline
from tui.view.line import one_line
from tui.view.matches import comparable, matches
from tui.view.words import cited

_MOST_COMPARED: Final = 5_000
_LONGEST_COMPARED: Final = 60
_NEAR: Final = 0.6
_SEPARATORS: Final = {True: ", ;\t", False: ",;"}
"""What parts the items of a list of ids, and of a list of other words."""


class Choice(NamedTuple):
    """What may be put in, and what it stands for."""

    text: str
    note: str = ""


class Choices(NamedTuple):
    """What may stand in place of a part of a text: `[start, end)`."""

    start: int
    end: int
    found: tuple[Choice, ...] = ()


class Choosing:
    """Finds what may be put in the fields of a form, each field's names once."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._known: dict[str, tuple[list[Choice], list[str]]] = {}

    def at(self, field: Field, text: str, cursor: int, most: int) -> Choices:
        """What may be put in where the cursor is, at most so many, the best first."""
        if field.form == "date":
            return Choices(0, len(text), _days(text))
        start, end = _part(field, text, cursor)
        typed = text[start:end]
        known, names = self._of(field)
        if any(each.text == typed for each in known):
            return Choices(start, end)
        found = tuple(known[at] for at in matches(names, typed, most).positions)
        return Choices(start, end, found or self._near(field, typed, most))

    def _near(self, field: Field, typed: str, most: int) -> tuple[Choice, ...]:
        """What is called nearly so, in whole or in one of its words."""
        is_of_ids = bool(field.to or field.choices) or field.name == "speaker"
        if not is_of_ids or not typed or len(typed) > _LONGEST_COMPARED:
            return ()
        known, names = self._of(field)
        words: dict[str, int] = {}
        for at, name in enumerate(names[:_MOST_COMPARED]):
            for word in name.split():
                words.setdefault(word, at)
        near = get_close_matches(comparable(typed).strip(), words, most, _NEAR)
        return tuple(known[at] for at in dict.fromkeys(words[each] for each in near))

    def _of(self, field: Field) -> tuple[list[Choice], list[str]]:
        if field.name not in self._known:
            pairs = list(_offered(self._timeline, field))
            choices = [choice for choice, _ in pairs]
            names = [comparable(f"{choice.text} {name}") for choice, name in pairs]
            self._known[field.name] = choices, names
        return self._known[field.name]


def is_chosen(field: Field) -> bool:
    """Whether what a field says may be there already."""
    return bool(field.to or field.choices) or field.form in ("word", "words", "date")


def put(choices: Choices, choice: Choice, field: Field, text: str) -> tuple[str, int]:
    """A text with a choice put in, and where the cursor is then: behind it."""
    rest = text[choices.end :]
    is_more = field.form == "words" and not rest.strip()
    put_in = choice.text + (", " if is_more else "")
    return text[: choices.start] + put_in + rest, choices.start + len(put_in)


def _days(text: str) -> tuple[Choice, ...]:
    """The days that a text may mean, where these are several."""
    found = readings(text)
    return tuple(Choice(each, words(parse(each))) for each in found) if len(found) > 1 else ()


def _part(field: Field, text: str, cursor: int) -> tuple[int, int]:
    """Where the item that the cursor is in starts and ends; all of what is no list."""
    if field.form != "words":
        return 0, len(text)
    signs = _SEPARATORS[field.to is not None]
    start = max(text.rfind(sign, 0, cursor) for sign in signs) + 1
    ends = [at for sign in signs if (at := text.find(sign, cursor)) >= 0]
    end = min(ends, default=len(text))
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    return start + lead, end


def _offered(timeline: Timeline, field: Field) -> Iterator[tuple[Choice, str]]:
    """Each choice, and what else it is found by."""
    if field.choices:
        yield from ((Choice(each), "") for each in field.choices)
    elif field.to == "actor" or field.name == "speaker":
        for actor in timeline.actors:
            names = " ".join((actor.name, actor.native, *actor.aliases))
            yield Choice(actor.id, one_line(actor.name)), names
    elif field.to == "source":
        for source in timeline.sources:
            shown = ", ".join(filter(None, (cited(timeline, source.id), one_line(source.title))))
            yield Choice(source.id, shown), f"{source.publisher} {source.author} {source.title}"
    elif field.to == "thread":
        yield from ((Choice(each.id, each.name), each.name) for each in timeline.threads)
    elif field.form in ("word", "words"):
        counted = Counter(filter(None, _said(timeline, field.name)))
        yield from ((Choice(each), "") for each, _ in counted.most_common())


def _said(timeline: Timeline, name: str) -> Iterable[str]:
    """What the records say in fields of a name, as often as they do."""
    match name:
        case "place":
            return (each.place for each in timeline.events)
        case "tags":
            return chain.from_iterable(each.tags for each in timeline.events)
        case "publisher":
            return (each.publisher for each in timeline.sources)
        case "author":
            return (each.author for each in timeline.sources)
        case "lang" | "original":
            return chain.from_iterable((each.lang, each.original) for each in timeline.quotes)
    return ()
