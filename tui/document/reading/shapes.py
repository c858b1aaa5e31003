"""Shapes: how to read mappings that have the same keys in the same order.

Most records of a file are written alike. What the keys of a mapping mean is worked out for the
first of them; for the others, filling in the arguments of a record is little more than a
permutation of their values. Whether a value fits is all that is looked at here; what to say of
one that does not is left to `Complaints`.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeGuard

from tui.document.fields import Field, Form, Format
from tui.document.reading.places import Layout, Places
from tui.document.reading.tree import Mapping, Sequence
from tui.timeline.dates import Date, DateError, parse

OWN: Final = "x-"
"""How fields begin that are the user's own."""
_NO_KEY: Final = "\0"

Pick = Callable[[list[Any]], Any]
"""Picks some of a list of values, without a step of Python for each."""


class Pair(NamedTuple):
    """Which pair of a mapping goes to which argument of the record, and what field it is."""

    at: int
    slot: int
    field: Field


class Shape(NamedTuple):
    """How to read every mapping of a format that has just these keys in just this order.

    `prose` and `lines` pick the values that are to be text, with and without line breaks;
    `arrange` picks the arguments of the record from the values with the blank record behind them.
    The rest tells which pairs hold what.
    """

    layout: Layout
    has_odd_keys: bool
    prose: Pick
    lines: Pick
    arrange: Pick
    words: tuple[int, ...]
    dates: tuple[int, ...]
    choices: tuple[tuple[int, dict[str, str]], ...]
    lists: tuple[int, ...]
    records: tuple[Pair, ...]
    others: tuple[Pair, ...]


Filled = tuple[Format, Mapping, Shape, list[Any], list[Pair]]
"""A mapping of the tree, the arguments of its record, and the pairs that do not fit."""


class Shapes:
    """Fills in the arguments of records. Words and dates that recur are kept once."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._shapes: dict[tuple[Any, ...], Shape] = {}
        self._words: dict[str, str] = {}
        self._dates: dict[str, Date] = {}
        self.date_errors: dict[str, str] = {}
        """What is wrong with the dates that are none, by their text."""

    def fill(self, form: Format, tree: Mapping) -> Filled:
        """The arguments of a record but for records within it; blank where nothing is given."""
        keys = (form.kind, *tree[::4])
        try:
            shape = self._shapes[keys]
        except (KeyError, TypeError):  # a TypeError: a list or a mapping is a key
            shape = self._shape(form, keys)
        values = tree[2::4]
        share = self._words.setdefault
        try:
            "".join(shape.prose(values))
            is_fit = "\n" not in "".join(shape.lines(values))
            for at in shape.words:
                values[at] = share(values[at], values[at])
            for at in shape.dates:
                values[at] = self._dates.get(values[at]) or self._date(values[at])
                is_fit = is_fit and values[at] is not None
            for at, choices in shape.choices:
                values[at] = choices[values[at]]
            for at in shape.lists:
                words = values[at][::2]
                is_fit = is_fit and values[at].__class__ is Sequence and _are_words(words)
                values[at] = tuple(map(share, words, words))
        except (KeyError, TypeError):  # a choice that there is not, or a value that is no text
            is_fit = False
        if not is_fit:
            return self._fill_with_care(form, shape, tree)
        return form, tree, shape, list(shape.arrange(values + form.blank)), []

    def _fill_with_care(self, form: Format, shape: Shape, tree: Mapping) -> Filled:
        """Fill in value by value, leaving out what does not fit."""
        args: list[Any] = form.blank.copy()
        odd: list[Pair] = []
        for pair in shape.others:
            value = tree[4 * pair.at + 2]
            kept = self._keep(pair.field, value)
            if kept is not None:
                args[pair.slot] = kept
            if kept is None or (kept.__class__ is tuple and len(kept) < len(value) // 2):
                odd.append(pair)
        return form, tree, shape, args, odd

    def _keep(self, field: Field, value: Any) -> Any:  # noqa: ANN401, values are what they are
        """What a record keeps of a value: None where it does not fit, of a list what fits."""
        if field.form == "words" and value.__class__ is Sequence:
            return tuple(_on_one_line(word) for word in value[::2] if word and _is_text(word))
        if not _is_text(value) or field.form == "words":
            return None
        match field.form:
            case "text":
                return value
            case "date":
                return self._date(value)
            case "choice":
                return value if value in field.choices else None
            case _:
                return _on_one_line(value)

    def _date(self, text: Any) -> Date | None:  # noqa: ANN401
        """The date that a value is, if it is one."""
        if not _is_text(text) or not text or text in self.date_errors:
            return None
        try:
            return self._dates.setdefault(text, parse(text))
        except DateError as error:
            self.date_errors[text] = str(error)
        return None

    def _shape(self, form: Format, keys: tuple[Any, ...]) -> Shape:
        """The shape of mappings with these keys behind the kind of their format."""
        keys = tuple(key if isinstance(key, str) else _NO_KEY for key in keys)
        if keys not in self._shapes:
            self._shapes[keys] = self._new_shape(form, keys[1:])
        return self._shapes[keys]

    def _new_shape(self, form: Format, names: tuple[str, ...]) -> Shape:
        pairs: dict[str, Pair] = {}
        for at, name in enumerate(names):
            if name in form.by_name and name not in pairs:
                pairs[name] = Pair(at, form.slots[name], form.by_name[name])
        own = sum(name.startswith(OWN) for name in set(names))
        lists = _at(pairs, "words")
        records = tuple(pair for pair in pairs.values() if pair.field.holds)
        others = tuple(pair for pair in pairs.values() if not pair.field.holds)
        blank = range(len(names), len(names) + len(form.blank))
        given = {pair.slot: pair.at for pair in others}
        return Shape(
            layout=self._places.layout(names, lists),
            has_odd_keys=len(pairs) + own < len(names),
            prose=_pick(_at(pairs, "text")),
            lines=_pick(_at(pairs, "line") + _at(pairs, "word")),
            arrange=_pick(tuple(given.get(slot, at) for slot, at in enumerate(blank))),
            words=_at(pairs, "word"),
            dates=_at(pairs, "date"),
            choices=tuple(
                (pair.at, {each: each for each in pair.field.choices})
                for pair in others
                if pair.field.choices
            ),
            lists=lists,
            records=records,
            others=others,
        )


def _at(pairs: dict[str, Pair], form: Form) -> tuple[int, ...]:
    """Which pairs hold values of a form."""
    return tuple(pair.at for pair in pairs.values() if pair.field.form == form)


def _pick(which: tuple[int, ...]) -> Pick:
    if len(which) > 1:
        return itemgetter(*which)
    return itemgetter(slice(which[0], which[0] + 1) if which else slice(0))


def _are_words(words: list[str]) -> bool:
    """Whether none of these is empty or has more than one line. Raises TypeError if not text."""
    return "" not in words and "\n" not in "".join(words)


def _is_text(value: Any) -> TypeGuard[str]:  # noqa: ANN401
    return value.__class__ is str


def _on_one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text else text
